"""Who is who: profiles joined into persons. A pure function of a block, so the order of loading does not matter.

A *profile* is a distinct name + title + polity as articles write them; everything costs by profiles, not by mentions.
An *item* is what is joined: a profile, or the mentions of one source within it where a judgement speaks of them.

Items are joined step by step, strongest evidence first (``Grounds``). A step joins two groups only where nothing in
them contradicts and neither has a rival: another group that the evidence fits as well and that cannot be the same.
Names alone never join people, except one full name with nothing against it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import combinations

from loaders.resolve.known import full_name
from loaders.resolve.names import Likeness, Name, compare, parse
from loaders.resolve.offices import OfficeRef, offices
from loaders.resolve.polities import PolityRef, polity
from schema.ledger import make_id

_DOMINANT = 5
"""A candidate named in this many times the sources of each rival is no rival's equal: the others are slips."""


class Grounds(IntEnum):
    """Why two profiles may be one person, the strongest first."""

    JUDGED = 0
    FULL_NAME_AND_POLITY = 1
    FULL_NAME = 2
    """One full name, and nothing against it."""
    SPELLING_AND_OFFICE = 3
    PART_OF_NAME_AND_OFFICE = 4
    SPELLING_AND_POLITY = 5
    PART_OF_NAME_AND_POLITY = 6


@dataclass(frozen=True, slots=True)
class Item:
    """What is joined into persons."""

    id: str
    """Of the profile; for the mentions of one source, their seed."""
    name: str
    title: str | None
    of: str | None
    count: int
    """Number of sources that have it."""
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
class Decision:
    """One step of joining, or one that was not taken because of a rival."""

    left: Item
    right: Item
    joined: bool
    grounds: Grounds
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
    def name(self) -> str:
        """The full name that most sources write; where all write one word, that by the list of office-holders."""
        counts: dict[str, int] = defaultdict(int)
        for item in self.items:
            counts[item.name] += item.count
        if all(len(parse(name).parts) == 1 for name in counts):
            counts.clear()
            for item in self.items:
                counts[full_name(item.name, item.of)] += item.count
        full = [name for name in counts if sum(not part.is_initial for part in parse(name).parts) > 1] or list(counts)
        return min(full, key=lambda name: (-counts[name], -len(name), name))

    @property
    def aliases(self) -> tuple[str, ...]:
        """All names written, sorted."""
        return tuple(sorted({item.name for item in self.items}))

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
    def offices(self) -> dict[OfficeRef, str]:
        """The offices, each with the day of the first report of it."""
        found: dict[OfficeRef, str] = {}
        for item in self.items:
            for office in traits(item.name, item.title, item.of).offices:
                found[office] = min(item.first_day, found.get(office, item.first_day))
        return found


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


def linkable(left: Traits, right: Traits) -> bool:
    """Whether the two belong to one block: what is decided about one depends on the other."""
    return left == right or link(left, right).grounds is not None


def join(
    items: Iterable[Item], same: Iterable[tuple[str, str]] = (), not_same: Iterable[tuple[str, str]] = ()
) -> tuple[list[Person], list[Decision]]:
    """The persons of a block, with the decisions that led to them.

    ``same`` and ``not_same`` are pairs of item ids that an analyst judged. A NOT_SAME is never overridden, not by a
    SAME either; it has to be undone.
    """
    joining = _Joining(sorted(items, key=lambda item: (item.order, item.id)), not_same)
    for left, right in same:
        joining.judge(left, right)
    joining.join_equal()
    for grounds in Grounds:
        if grounds is not Grounds.JUDGED:
            while joining.step(grounds):
                pass
    return joining.persons(), joining.decisions


class _Joining:
    """Groups of items while they are being joined; a group is named by the place of its first item."""

    def __init__(self, items: Sequence[Item], not_same: Iterable[tuple[str, str]]) -> None:
        self.items = items
        self.places = {item.id: place for place, item in enumerate(items)}
        self.traits = [traits(item.name, item.title, item.of) for item in items]
        self.group = list(range(len(items)))
        self.members = {place: [place] for place in range(len(items))}
        self.decisions: list[Decision] = []
        self.forbidden: dict[int, set[int]] = defaultdict(set)
        for left, right in not_same:
            if left in self.places and right in self.places:
                self.forbidden[self.places[left]].add(self.places[right])
                self.forbidden[self.places[right]].add(self.places[left])

    def barred(self, left: int, right: int) -> bool:
        """Whether a judgement keeps two groups apart."""
        others = set(self.members[right])
        return any(self.forbidden[place] & others for place in self.members[left] if place in self.forbidden)

    def contradict(self, left: int, right: int) -> bool:
        """Whether two groups cannot be one person."""
        return self.barred(left, right) or any(
            link(a, b).conflict for a in self.distinct(left) for b in self.distinct(right) if a != b
        )

    def distinct(self, group: int) -> dict[Traits, None]:
        return dict.fromkeys(self.traits[place] for place in self.members[group])

    def merge(self, left: int, right: int) -> int:
        keep, gone = sorted((left, right))
        for place in self.members[gone]:
            self.group[place] = keep
        self.members[keep] = sorted(self.members[keep] + self.members.pop(gone))
        return keep

    def judge(self, left: str, right: str) -> None:
        if left not in self.places or right not in self.places:
            return
        a, b = self.group[self.places[left]], self.group[self.places[right]]
        if a != b and not self.barred(a, b):
            items = self.items[self.places[left]], self.items[self.places[right]]
            self.decisions.append(Decision(*items, True, Grounds.JUDGED, "judged the same"))
            self.merge(a, b)

    def join_equal(self) -> None:
        """Join what has the same traits; where a judgement parts them, the rest stays with the earlier one."""
        alike: dict[Traits, list[int]] = defaultdict(list)
        for place, own in enumerate(self.traits):
            for group in alike[own]:
                a, b = self.group[group], self.group[place]
                if a == b or not self.barred(a, b):
                    if a != b:
                        self.merge(a, b)
                    break
            else:
                alike[own].append(place)

    def step(self, grounds: Grounds) -> bool:
        """Join what this strength of evidence joins; whether anything was."""
        edges = self.edges(grounds)
        joined = False
        rivals = self.rivals(edges)
        for (left, right), (found, reason) in sorted(edges.items()):
            a, b = self.group[left], self.group[right]
            if a == b:
                continue
            items = self.items[left], self.items[right]
            rival = rivals.get((left, right))
            if rival is not None:
                other = self.items[rival].name
                decision = Decision(*items, False, found, f"{reason}, but {other} fits as well")
                if decision not in self.decisions:
                    self.decisions.append(decision)
            elif not self.contradict(a, b):
                self.decisions.append(Decision(*items, True, found, reason))
                self.merge(a, b)
                joined = True
        return joined

    def edges(self, grounds: Grounds) -> dict[tuple[int, int], tuple[Grounds, str]]:
        """The pairs of groups that evidence up to this strength would join, with the best evidence."""
        found: dict[tuple[int, int], tuple[Grounds, str]] = {}
        distinct = {group: self.distinct(group) for group in sorted(self.members)}
        for left, right in combinations(distinct, 2):
            links = [link(a, b) for a in distinct[left] for b in distinct[right] if a != b]
            best = min(((one.grounds, one.reason) for one in links if one.grounds is not None), default=None)
            if best is not None and best[0] <= grounds and not self.contradict(left, right):
                found[left, right] = best
        return found

    def rivals(self, edges: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """For each pair that has one, a third group that fits one of the two as well and contradicts the other."""
        neighbours: dict[int, list[int]] = defaultdict(list)
        for left, right in edges:
            neighbours[left].append(right)
            neighbours[right].append(left)
        found: dict[tuple[int, int], int] = {}
        for left, right in edges:
            for one, other in ((left, right), (right, left)):
                for third in neighbours[one]:
                    if third != other and self.contradict(third, other) and not self.dwarfs(other, third):
                        found[left, right] = third
        return found

    def dwarfs(self, group: int, rival: int) -> bool:
        return self.weight(group) >= _DOMINANT * self.weight(rival)

    def weight(self, group: int) -> int:
        return sum(self.items[place].count for place in self.members[group])

    def persons(self) -> list[Person]:
        return [Person(tuple(self.items[place] for place in places)) for _, places in sorted(self.members.items())]
