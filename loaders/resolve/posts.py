"""Posts that one person holds at a time, and who "the French foreign minister" is on a day. Pure.

Somebody whom an article names by the post only is taken for the one person who holds it on the day: by the lists of
office-holders, or by what was reported in the months up to the article. Where two can be meant, nobody is.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.resolve.days import day_range, is_exact
from loaders.resolve.offices import OfficeRef, offices
from loaders.resolve.people import Traits, link, traits
from loaders.resolve.polities import PolityRef, polity
from loaders.world import pieces, world
from schema.ledger import UNDATED, Reference

MONTHS = 3
"""Months, that of the article among them, whose reports say who holds a post."""

_FORMER = re.compile(r"\b(former|ex|late|then|designate|elect|incoming|one-time|onetime|ousted|deposed|nominated)\b")
_LEADING = frozenset({"president", "prime minister", "monarch", "leader"})
_TITLES: Mapping[str, str] = {
    "president": "president",
    "prime minister": "prime minister",
    "federal chancellor": "prime minister",
    "chancellor": "prime minister",
    "taoiseach": "prime minister",
    "king": "monarch",
    "queen": "monarch",
    "emir": "monarch",
    "sultan": "monarch",
    "pope": "monarch",
    "crown prince": "crown prince",
    "leader": "leader",
    "supreme leader": "leader",
    "secretary of state": "foreign minister",
    "defence secretary": "defence minister",
    "security adviser": "security adviser",
    "national security adviser": "security adviser",
    "secretary-general": "secretary general",
    "foreign policy chief": "foreign policy chief",
}
"""Titles in their one form, to the post."""
_MINISTER = re.compile(r"([a-z]+(?: and [a-z]+)?) (minister|secretary)")
LESSER = frozenset("assistant deputy first junior parliamentary permanent private senior state under vice".split())
"""Words in the title of a minister or secretary of whom there may be several."""
_NO_FIELD = LESSER | {"cabinet", "chief", "foreign", "general", "press", "prime"}
"""Words before "minister" or "secretary" that are no field of government either."""
_PLURAL = re.compile(r"\b(minister|president|premier|chancellor|leader)s\b")
_AROUND = re.compile(r" (?:at|in|from|on|during|for talks|to) ")


def is_former(title: str | None) -> bool:
    """Whether a title says that the office is held no more, or not yet."""
    return title is not None and _FORMER.search(title.casefold()) is not None


@lru_cache(maxsize=50_000)
def held(title: str | None, of: str | None) -> tuple[str, ...]:
    """The posts that a person with this title holds, as words that are equal for all names of a post."""
    if not title or not of or is_former(title):
        return ()
    found = [(_post(office), office.of) for office in offices(title, of)]
    keys = [f"{post} of {body.key}" for post, body in found if post is not None and body is not None]
    keys += [f"leader of {body.key}" for post, body in found if post in _LEADING and body is not None]
    return tuple(dict.fromkeys(keys))


def _post(office: OfficeRef) -> str | None:
    title = office.title.casefold()
    if title in _TITLES:
        return _TITLES[title]
    if office.role in ("foreign minister", "defence minister"):
        words = set(title.split())
        return office.role if "minister" in words and not LESSER & words else None
    found = _MINISTER.fullmatch(title)
    return title if found and not _NO_FIELD & set(found[1].split()) else None


@lru_cache(maxsize=50_000)
def meant(surface: str, party: str) -> str | None:
    """The post by which an article means one person of a party: "Moscow's top diplomat", "French foreign minister".

    None where it means the party itself, or one of several: an ambassador, a deputy, officials.
    """
    body = polity(party)
    whole = polity(body.of) if body.of is not None else body
    plain = " ".join(surface.replace("’", "'").split())
    if is_former(plain) or len(plain) > 100:
        return None
    title = _AROUND.split(_without_polities(plain))[0].replace(" - ", "-")
    before, _, after = title.rpartition(" of ")
    if before and all(polity(name).kind != "body" for name in re.split(r",| and ", after) if name.strip()):
        title = before
    title = _PLURAL.sub(lambda word: word[1], title)
    found = held(title, whole.name) if re.fullmatch(r"[A-Za-z][A-Za-z -]+", title) else ()
    return found[0] if found else None


def _without_polities(plain: str) -> str:
    """The words after those at the beginning that name polities, count or describe."""
    polities, dropped = world().polities, world().titles.dropped
    words = list(pieces(plain))
    while words:
        found = polities.exact.longest(words, 0) or polities.terms.longest([word.lower() for word in words], 0)
        if found is not None and found[0] < len(words):
            words = words[found[0] :]
        elif words[0].lower() in dropped or words[0].lower() in ("the", "and", ",", "'s", "'", "-", "its", "of"):
            words = words[1:]
        else:
            break
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Named:
    """A person whom an article names in the post."""

    name: str
    title: str
    of: str
    day: str
    """Of the report."""
    mention: str
    """Id of the mention."""

    @property
    def traits(self) -> Traits:
        """What comparing depends on."""
        return traits(self.name, self.title, self.of)


@dataclass(frozen=True, slots=True)
class Term:
    """A line of a list: who held the post from when until when. ISO dates, partial allowed, None where open."""

    name: str
    title: str
    of: str
    since: str | None
    until: str | None

    def at(self, day: str) -> bool:
        """Whether the post was held on the day."""
        return (not self.since or self.since <= day) and (not self.until or day[: len(self.until)] <= self.until)

    @property
    def traits(self) -> Traits:
        """What comparing depends on."""
        return traits(self.name, self.title, self.of)


@dataclass(frozen=True, slots=True)
class Incumbent:
    """Who is meant by a post, as a name with title and polity, and how that is known."""

    name: str
    title: str | None
    of: str | None
    reason: str
    """In words: "by the list of office-holders, since 2024-09-21"."""
    support: str | None = None
    """Id of the mention that names the person in the post; None where a list or a judgement says so."""


def terms_of(post: str, of: PolityRef, references: Iterable[Reference]) -> list[Term]:
    """The lines for a post of the lists that were loaded, or where they have none of the list that is shipped."""
    rows = [Term(one.name, one.title, one.of, one.since, one.until) for one in references]
    return [row for row in rows if post in held(row.title, row.of)] or [
        Term(one.name, one.title, one.of, one.since or None, one.until or None)
        for one in world().holders.of(of.name)
        if post in held(one.title, one.of)
    ]


def incumbent(date: str | None, reported: str, terms: Sequence[Term], named: Sequence[Named]) -> Incumbent | None:
    """Who holds a post on the ISO date of a contact, else on the day of its report; None where it is not beyond doubt.

    ``named`` are those whom articles name in the post, from ``MONTHS`` months up to the day of the report.
    """
    day = date if is_exact(date) else None if date is not None or reported == UNDATED else reported
    inside = [one for one in terms if day is not None and one.at(day)]
    by_list = inside[0] if inside and all(_one(one.traits, inside[0].traits) for one in inside) else None
    if inside and by_list is None:
        return None
    recent = [] if _long_ago(date, reported) else [one for one in named if one.day <= reported]
    if by_list is not None:
        listed = [one.traits for one in terms]
        unknown = [one for one in recent if not any(_one(one.traits, each) for each in listed)]
        if unknown:
            return None
        since = f", since {by_list.since}" if by_list.since else ""
        return Incumbent(by_list.name, by_list.title, by_list.of, f"by the list of office-holders{since}")
    if not recent:
        return None
    best = min(recent, key=lambda one: (-len(one.traits.parsed.parts), one.name, one.title, one.of))
    if not all(_one(one.traits, best.traits) for one in recent):
        return None
    last = max(recent, key=lambda one: (one.day, one.mention))
    return Incumbent(best.name, best.title, best.of, f"named so in a report of {last.day}", last.mention)


def _one(left: Traits, right: Traits) -> bool:
    return left == right or link(left, right).grounds is not None


def _long_ago(date: str | None, reported: str) -> bool:
    """Whether a contact was so long before its report that who holds the post now says nothing of it."""
    if reported == UNDATED:
        return True
    if date is None:
        return False
    last = day_range(date).last
    return f"{last.year:04}-{last.month:02}" < months_to(reported)[0]


def months_to(day: str) -> list[str]:
    """The months whose reports say who holds a post on the ISO day."""
    return _months(day, range(1 - MONTHS, 1))


def months_from(day: str) -> list[str]:
    """The months in which a report of the ISO day says who holds a post."""
    return _months(day, range(MONTHS))


def _months(day: str, steps: Iterable[int]) -> list[str]:
    month = int(day[:4]) * 12 + int(day[5:7]) - 1
    return [f"{(month + step) // 12:04}-{(month + step) % 12 + 1:02}" for step in steps]
