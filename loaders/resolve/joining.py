"""Who is who: items joined into persons. A pure function of a block, so the order of loading does not matter.

Items are joined step by step, strongest evidence first (``Grounds``). A step joins two groups only where nothing in
them contradicts and neither has a rival: another group that the evidence fits as well and that cannot be the same.
Names alone never join people, except one full name with nothing against it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from loaders.resolve.people import Grounds, Item, Person, Traits, link, traits
from loaders.resolve.references import Listed

_DOMINANT = 5
"""A candidate named in this many times the sources of each rival is no rival's equal: the others are slips."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One step of joining, or one that was not taken because of a rival."""

    left: Item
    right: Item
    joined: bool
    grounds: Grounds
    reason: str


def join(
    items: Iterable[Item],
    same: Iterable[tuple[str, str]] = (),
    not_same: Iterable[tuple[str, str]] = (),
    listed: Mapping[str, Listed] | None = None,
) -> tuple[list[Person], list[Decision]]:
    """The persons of a block, with the decisions that led to them.

    ``same`` and ``not_same`` are pairs of item ids that an analyst judged. A NOT_SAME is never overridden, not by a
    SAME either; it has to be undone. ``listed`` says who of the lists of office-holders an item is: what is one of
    them there is one person, what is two is not.
    """
    joining = _Joining(sorted(items, key=lambda item: (item.order, item.id)), not_same, listed or {})
    for left, right in same:
        joining.judge(left, right)
    joining.join_listed()
    joining.join_equal()
    for grounds in Grounds:
        if grounds not in (Grounds.JUDGED, Grounds.LISTED):
            while joining.step(grounds):
                pass
    return joining.persons(), joining.decisions


class _Joining:
    """Groups of items while they are being joined; a group is named by the place of its first item."""

    def __init__(
        self, items: Sequence[Item], not_same: Iterable[tuple[str, str]], listed: Mapping[str, Listed]
    ) -> None:
        self.items = items
        self.listed = listed
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
        return (
            self.barred(left, right)
            or self.listed_apart(left, right)
            or any(link(a, b).conflict for a in self.distinct(left) for b in self.distinct(right) if a != b)
        )

    def listed_apart(self, left: int, right: int) -> bool:
        """Whether they are two people of the lists."""
        if not self.listed:
            return False
        ours, theirs = (
            {found.key for place in self.members[group] if (found := self.listed.get(self.items[place].id))}
            for group in (left, right)
        )
        return bool(ours and theirs) and not ours & theirs

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

    def join_listed(self) -> None:
        """Join those who are one person of the lists, unless a judgement keeps them apart."""
        first: dict[str, int] = {}
        for place, item in enumerate(self.items):
            found = self.listed.get(item.id)
            if found is None:
                continue
            a, b = self.group[first.setdefault(found.key, place)], self.group[place]
            if a != b and not self.barred(a, b):
                reason = f"both are {found.name} by the list of office-holders"
                self.decisions.append(Decision(self.items[first[found.key]], item, True, Grounds.LISTED, reason))
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
        return self.weight(group) >= max(1, _DOMINANT * self.weight(rival))

    def weight(self, group: int) -> int:
        return sum(self.items[place].count for place in self.members[group])

    def persons(self) -> list[Person]:
        return [Person(tuple(self.items[place] for place in places)) for _, places in sorted(self.members.items())]
