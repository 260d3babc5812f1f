"""What is joined into persons, and what speaks for and against two of them being one. Pure.

A *profile* is a distinct name + title + polity as articles write them; everything costs by profiles, not by mentions.
An *item* is what is joined: a profile, or the mentions of one source within it where a judgement speaks of them.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from loaders.resolve.known import full_name
from loaders.resolve.names import Likeness, Name, block_keys, compare, full_name_keys, parse
from loaders.resolve.offices import OfficeRef, is_ended, offices
from loaders.resolve.polities import PolityRef, polity
from schema.ledger import make_id


class Grounds(IntEnum):
    """Why two profiles may be one person, the strongest first."""

    JUDGED = 0
    LISTED = 1
    """A list of office-holders says so."""
    FULL_NAME_AND_POLITY = 2
    FULL_NAME = 3
    """One full name, and nothing against it."""
    SPELLING_AND_OFFICE = 4
    PART_OF_NAME_AND_OFFICE = 5
    SPELLING_AND_POLITY = 6
    PART_OF_NAME_AND_POLITY = 7


@dataclass(frozen=True, slots=True)
class Item:
    """What is joined into persons."""

    id: str
    """Of the profile; for the mentions of one source, their seed."""
    name: str
    title: str | None
    of: str | None
    count: int
    """Number of sources that have it; 0 where it is meant by a post only."""
    first_day: str
    """Report day of the earliest mention."""
    seed: str
    """Id of the person that would begin with the earliest mention."""

    @property
    def order(self) -> tuple[str, str]:
        """By which the earliest is found."""
        return self.first_day, self.seed


@dataclass(frozen=True, slots=True)
class Traits:
    """What comparing two items depends on; items with the same traits are compared once."""

    name: str
    """In full where the list of office-holders has it for a single word."""
    parsed: Name
    polity: PolityRef | None
    offices: tuple[OfficeRef, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """What speaks for or against two profiles being one person."""

    grounds: Grounds | None
    """None where nothing joins them."""
    conflict: bool
    """Whether they cannot be one person."""
    reason: str


@dataclass(frozen=True, slots=True)
class Person:
    """Items that are one human being."""

    items: tuple[Item, ...]

    @property
    def id(self) -> str:
        """The seed of the earliest mention."""
        return min(self.items, key=lambda item: item.order).seed

    @property
    def handle(self) -> str:
        """Names the person inside the projection: changes only when people are joined or parted."""
        return min(item.id for item in self.items)

    @property
    def known_from(self) -> str:
        """Day of the first report."""
        return min(item.first_day for item in self.items)

    @property
    def named(self) -> tuple[Item, ...]:
        """The items that articles name; all where none does."""
        return tuple(item for item in self.items if item.count) or self.items

    @property
    def name(self) -> str:
        """The full name that most sources write; where all write one word, that by the list of office-holders."""
        counts: dict[str, int] = defaultdict(int)
        for item in self.named:
            counts[item.name] += item.count
        if all(len(parse(name).parts) == 1 for name in counts):
            counts.clear()
            for item in self.named:
                counts[full_name(item.name, item.of)] += item.count
        full = [name for name in counts if sum(not part.is_initial for part in parse(name).parts) > 1] or list(counts)
        return min(full, key=lambda name: (-counts[name], -len(name), name))

    @property
    def aliases(self) -> tuple[str, ...]:
        """All names written, sorted."""
        return tuple(sorted({item.name for item in self.named}))

    @property
    def camp(self) -> PolityRef | None:
        """The country or international body that most sources give."""
        counts: dict[str, int] = defaultdict(int)
        found: dict[str, PolityRef] = {}
        for item in self.items:
            whole = traits(item.name, item.title, item.of).polity
            if whole is not None:
                found[whole.key] = whole
                counts[whole.key] += item.count
        return found[min(counts, key=lambda key: (-counts[key], key))] if counts else None

    @property
    def offices(self) -> dict[OfficeRef, tuple[tuple[str, bool], ...]]:
        """The offices, each with the days of first reports under a title of it, and whether as of a former holder."""
        found: dict[OfficeRef, set[tuple[str, bool]]] = defaultdict(set)
        for item in self.items:
            for office in traits(item.name, item.title, item.of).offices:
                found[office].add((item.first_day, is_ended(item.title)))
        return {office: tuple(sorted(told)) for office, told in found.items()}


@lru_cache(maxsize=50_000)
def profile_id(name: str, title: str | None, of: str | None) -> str:
    """Id of the profile."""
    return make_id("f", name, title or "", of or "")


@lru_cache(maxsize=100_000)
def person_seed(source: str, name: str, title: str | None, of: str | None) -> str:
    """Id of the person that would begin with a mention by this source under this profile."""
    return make_id("p", source, name, title or "", of or "")


@lru_cache(maxsize=50_000)
def traits(name: str, title: str | None, of: str | None) -> Traits:
    """What comparing depends on."""
    body = polity(of) if of else None
    if body is not None and body.of is not None:
        body = polity(body.of)
    full = full_name(name, body.name if body else None)
    return Traits(full, parse(full), body, offices(title, of))


@lru_cache(maxsize=500_000)
def link(left: Traits, right: Traits) -> Link:
    """What speaks for and against the two being one person."""
    names = compare(left.name, right.name)
    apart = (
        left.polity is not None
        and right.polity is not None
        and left.polity.is_country
        and right.polity.is_country
        and left.polity.key != right.polity.key
    )
    single = len(left.parsed.parts) == 1, len(right.parsed.parts) == 1
    if names.likeness is Likeness.DIFFERENT:
        return Link(None, apart or single[0] == single[1], names.reason)
    if apart:
        return Link(None, True, f"{names.reason}, but of {_name(left.polity)} and of {_name(right.polity)}")
    same_polity = left.polity is not None and left.polity == right.polity
    same_role = same_polity and _same_role(left.offices, right.offices)
    reason = ", ".join(
        [names.reason, *(["the same polity"] if same_polity else []), *(["the same office"] if same_role else [])]
    )
    if names.likeness is Likeness.SAME:
        if same_polity:
            return Link(Grounds.FULL_NAME_AND_POLITY, False, reason)
        return Link(None if all(single) else Grounds.FULL_NAME, False, reason)
    if not same_polity:
        return Link(None, False, f"{reason}, and no polity in common")
    close = names.likeness is Likeness.CLOSE
    if same_role:
        return Link(Grounds.SPELLING_AND_OFFICE if close else Grounds.PART_OF_NAME_AND_OFFICE, False, reason)
    if any(single) and left.offices and right.offices:
        return Link(None, False, f"{reason}, but other offices")
    return Link(Grounds.SPELLING_AND_POLITY if close else Grounds.PART_OF_NAME_AND_POLITY, False, reason)


def _name(ref: PolityRef | None) -> str:
    return ref.name if ref else "nobody"


def _same_role(left: Sequence[OfficeRef], right: Sequence[OfficeRef]) -> bool:
    roles = {office.role for office in left if office.role}
    return bool({office.key for office in left} & {office.key for office in right}) or any(
        office.role in roles for office in right
    )


@lru_cache(maxsize=50_000)
def keys(own: Traits) -> tuple[str, ...]:
    """Keys by which a profile is found by those that are ``linkable`` with it, see ``sought``."""
    where = _IN_A_COUNTRY if _of_a_country(own) else _ELSEWHERE
    return tuple(sorted([*(f"{key} {where}" for key in full_name_keys(own.name)), *_in_its_polity(own)]))


@lru_cache(maxsize=50_000)
def sought(own: Traits) -> tuple[str, ...]:
    """Keys of those that are ``linkable`` with it: each has one of these.

    What is less than the same full name links people of one polity only, so a family name is looked for there and not
    in the whole world; and who is of one country is nobody of another one, so that their namesakes are not looked at.
    """
    places = [_ELSEWHERE] if _of_a_country(own) else [_ELSEWHERE, _IN_A_COUNTRY]
    full = [f"{key} {where}" for key in full_name_keys(own.name) for where in places]
    return tuple(sorted([*full, *_in_its_polity(own)]))


_IN_A_COUNTRY, _ELSEWHERE = "in a country", "elsewhere"


def _of_a_country(own: Traits) -> bool:
    return own.polity is not None and own.polity.is_country


def _in_its_polity(own: Traits) -> list[str]:
    return [f"{key} of {own.polity.key}" for key in block_keys(own.name)] if own.polity is not None else []


def linkable(left: Traits, right: Traits) -> bool:
    """Whether the two belong to one block: what is decided about one depends on the other."""
    return left == right or link(left, right).grounds is not None
