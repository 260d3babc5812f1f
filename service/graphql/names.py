"""Finding who or what is meant by a name, among all the names in the graph held in memory."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from schema.errors import Ambiguous, NotFound

_ID = re.compile(r"[a-z][a-z2-7]{12}")
_SUGGESTIONS = 8
_LONGEST = 200
"""Characters of a name that are looked at; comparing takes time by the length."""

_ALIKE = 70.0
"""Least likeness, of 100, for a name to be suggested or found by a search."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a name."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    """Further names: aliases, codes, roles."""
    of: str | None = None
    """Id of the polity above, or name of the country around."""
    known_from: str = ""


class Directory:
    """The names of one label: people, polities, offices, venues or topics. Not changed once made."""

    def __init__(self, label: str, entries: Iterable[Named]) -> None:
        """``label`` says in messages what is named: "person"."""
        self.label = label
        self.entries = {entry.id: entry for entry in entries}
        self._exact: defaultdict[str, set[str]] = defaultdict(set)
        self._by_word: defaultdict[str, set[str]] = defaultdict(set)
        self._spellings: list[tuple[str, str]] = []
        self._sorted: list[tuple[str, str]] | None = None
        for entry in self.entries.values():
            for name in {plain(name) for name in (entry.name, *entry.also)} - {""}:
                self._exact[name].add(entry.id)
                self._spellings.append((name, entry.id))
                for word in name.split():
                    self._by_word[word].add(entry.id)

    def by_name(self, ids: Iterable[str] | None = None) -> list[tuple[str, str]]:
        """Name and id of all entries, or of those with these ids, in the order of names."""
        if ids is not None:
            return sorted((self.entries[each].name, each) for each in set(ids) & self.entries.keys())
        if self._sorted is None:
            self._sorted = sorted((entry.name, entry.id) for entry in self.entries.values())
        return self._sorted

    def meant(self, text: str) -> str | None:
        """The id meant by a name or id; None where it looks like an id that has no entry.

        A name fits in full, or by all of its words, letter case and accents aside.

        Raises:
            NotFound: nothing fits; the message lists what is alike.
            Ambiguous: several fit; the message lists them.
        """
        found = meant_in([self], text)
        return found[1] if found else None

    def all_meant(self, text: str) -> list[str]:
        """The ids that a name fits: in full, else by all of its words; the id itself where it is one."""
        if found := self.exactly_meant(text):
            return found
        name = plain(text)
        if not name:
            return []
        return sorted(set.intersection(*(self._by_word.get(word, set()) for word in name.split())))

    def exactly_meant(self, text: str) -> list[str]:
        """The ids that a name fits in full; the id itself where it is one."""
        return [text] if text in self.entries else sorted(self._exact.get(plain(text), ()))

    def search(self, text: str) -> list[tuple[float, str]]:
        """Likeness of 100 and id of what is alike, the most alike first."""
        best: dict[str, float] = {}
        spellings = [name for name, _ in self._spellings]
        for _, score, place in process.extract(
            plain(text), spellings, scorer=fuzz.WRatio, score_cutoff=_ALIKE, limit=None
        ):
            owner = self._spellings[place][1]
            best[owner] = max(best.get(owner, 0.0), round(score, 3))
        return sorted(((score, owner) for owner, score in best.items()), key=lambda each: (-each[0], each[1]))

    def not_found(self, text: str) -> NotFound:
        """The error for a name or id that nothing has."""
        return not_found_in([self], text)

    def named(self, ids: Sequence[str]) -> list[str]:
        """The names of these with their ids, as messages list them."""
        return [f"{self.entries[each].name} ({each})" for each in ids]


def meant_in(directories: Sequence[Directory], text: str) -> tuple[Directory, str] | None:
    """The directory and the id meant by a name or id that may be in either; None where it looks like an unknown id.

    What fits in full goes before what fits in part.

    Raises:
        NotFound: nothing fits; the message lists what is alike.
        Ambiguous: several fit; the message lists them.
    """
    found = [(each, one) for each in directories for one in each.exactly_meant(text)]
    found = found or [(each, one) for each in directories for one in each.all_meant(text)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ambiguous(text, [name for each, one in found for name in each.named([one])])
    if _ID.fullmatch(text):
        return None
    raise not_found_in(directories, text)


def ambiguous(text: str, candidates: Sequence[str]) -> Ambiguous:
    """The error for a name that fits several."""
    return Ambiguous(f"{text[:_LONGEST]!r} fits several: {_listed(candidates)}. Give the id or the full name.")


def not_found_in(directories: Sequence[Directory], text: str) -> NotFound:
    """The error for a name or id that nothing in these directories has."""
    others = "".join(f", nor any {each.label}" for each in directories[1:])
    advice = _advice(directories, text)
    return NotFound(f"No {directories[0].label} is called {text[:_LONGEST]!r}{others}. {advice}")


def _advice(directories: Sequence[Directory], text: str) -> str:
    alike = sorted(
        ((likeness, each, owner) for each in directories for likeness, owner in each.search(text)[:_SUGGESTIONS]),
        key=lambda found: -found[0],
    )
    listed = [name for _, each, owner in alike[:_SUGGESTIONS] for name in each.named([owner])]
    return f"Alike: {_listed(listed)}." if listed else "Nothing is alike."


def _listed(candidates: Sequence[str]) -> str:
    shown = "; ".join(candidates[:_SUGGESTIONS])
    return shown if len(candidates) <= _SUGGESTIONS else f"{shown}; and {len(candidates) - _SUGGESTIONS} more"


def plain(text: str) -> str:
    """The words of a name's first 200 characters without letter case, accents and punctuation."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text[:_LONGEST]) if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", bare.casefold()))
