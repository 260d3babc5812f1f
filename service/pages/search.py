"""Searching: one box for a person, a country, a place, two of them, or words of an article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from rapidfuzz import fuzz

from schema.errors import QueryError
from service.graphql.directories import Directories
from service.graphql.names import Directory, plain
from service.pages.asking import Asked, Moved
from service.pages.page import Page
from service.timeline.view import load, read_view

_BETWEEN = re.compile(r"\s+(?:and|with|vs\.?|versus|&|–|—|-|/)\s+|\s*[&;,]\s*", re.IGNORECASE)
_MOST = 12
_SUGGESTED = 8
_QUOTES = 12
_LIKELY = 80.0


@dataclass(frozen=True, slots=True)
class Hit:
    """Something by whose name the search found it."""

    id: str
    name: str
    also: tuple[str, ...]
    likeness: float


async def search(asked: Asked) -> Page:
    """What a text may mean. One meaning alone, or two of one sort with "and" between them, leads there at once.

    Raises:
        Moved: to the page that is meant.
    """
    text = " ".join(asked.given("q").split())[:200]
    directories = await asked.directories()
    if text:
        address = _meant(text, directories)
        if address:
            raise Moved(address, for_good=False)
    hits = {
        "people": _hits(directories.people, text),
        "polities": _hits(directories.polities, text),
        "places": _hits(directories.venues, text),
        "topics": _hits(directories.topics, text),
    }
    timeline = await _words(asked, text) if text else None
    return Page(
        "search.html",
        title=f"Search: {text}" if text else "Search",
        description="Search the contacts by people, countries, places and words.",
        facts={
            "text": text,
            **hits,
            "meetings": timeline.rows if timeline else (),
            "total": timeline.total if timeline else 0,
        },
        address="/search" + (f"?{urlencode({'q': text})}" if text else ""),
        table=[{"sort": sort, "id": hit.id, "name": hit.name} for sort, found in hits.items() for hit in found],
        view={"timeline": timeline},
    )


async def suggestions(asked: Asked) -> list[str]:
    """Names of people and polities that begin like a text, or are like it; after "and", for the second of two."""
    text = asked.given("q")[:200]
    begun = list(_BETWEEN.finditer(text))
    before, sought = (text[: begun[-1].end()], text[begun[-1].end() :]) if begun else ("", text)
    if not plain(sought):
        return []
    directories = await asked.directories()
    found: dict[str, float] = {}
    for directory in (directories.people, directories.polities):
        for likeness, each in directory.search(sought)[: 2 * _SUGGESTED]:
            name = directory.entries[each].name
            starts = any(word.startswith(plain(sought)) for word in plain(name).split())
            if starts or likeness >= _LIKELY:
                found[name] = max(found.get(name, 0.0), likeness + 100 * starts)
    return [before + name for name, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_SUGGESTED]]


def _meant(text: str, directories: Directories) -> str | None:
    """The page of what a text means, where there is but one meaning."""
    one = _one(text, directories)
    if one:
        return one[1]
    for between in _BETWEEN.finditer(text):
        sides = [_one(part, directories) for part in (text[: between.start()], text[between.end() :])]
        left, right = sides
        if left is None or right is None or left == right:
            continue
        if left[0] == right[0] == "person":
            return f"/pair/{left[2]}/{right[2]}"
        if left[0] == right[0] == "polity":
            return f"/polity/{left[2]}/{right[2]}"
        return "/meetings?" + urlencode([(each[0], each[2]) for each in (left, right)])
    return None


def _one(text: str, directories: Directories) -> tuple[str, str, str] | None:
    """Sort, path and id of the one person, polity or place of that name."""
    sorts = (("person", directories.people), ("polity", directories.polities), ("venue", directories.venues))
    exact = [(sort, each) for sort, directory in sorts for each in directory.exactly_meant(text)]
    # A country is also a place: who names it means the country.
    if len({sort for sort, _ in exact} - {"venue"}) == 1:
        exact = [pair for pair in exact if pair[0] != "venue"]
    found = exact or [(sort, each) for sort, directory in sorts for each in directory.all_meant(text)]
    people = [pair for pair in found if pair[0] == "person"]
    if len(found) > 1 and len(people) == 1 and not exact:
        found = people
    if len(found) != 1:
        return None
    sort, each = found[0]
    return sort, f"/{sort}/{each}", each


def _hits(directory: Directory, text: str) -> list[Hit]:
    if not plain(text):
        return []
    hits = []
    for likeness, each in directory.search(text):
        entry = directory.entries[each]
        if _shares_a_word(text, (entry.name, *entry.also)):
            further = tuple(name for name in entry.also if plain(name) != plain(entry.name))
            hits.append(Hit(each, entry.name, further[:4], likeness))
    return hits[:_MOST]


def _shares_a_word(text: str, names: Iterable[str]) -> bool:
    """Whether some word of the names begins like one of the text, or is it with a letter or two amiss.

    What is alike as a whole need not be: "war" stands in "Anwar".
    """
    sought = plain(text).split()
    return any(
        word.startswith(one) or fuzz.ratio(word, one) >= _LIKELY
        for name in names
        for word in plain(name).split()
        for one in sought
    )


async def _words(asked: Asked, text: str) -> Any:
    """The contacts in whose titles or quotations all the words stand; None where there are no words to look for."""
    try:
        return await load(asked.service, read_view([("text", text), ("limit", str(_QUOTES))]))
    except QueryError:
        return None
