"""What passed between two polities: how often, at what level, who attended, the gaps, and who travelled to whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TypeVar

from schema.graphql.enums import Level
from schema.vocabulary import Kind
from service.queries import Record

_RANKED = (
    (Level.LEADERS, {"president", "prime minister", "monarch", "crown prince", "leader"}),
    (
        Level.MINISTERS,
        {
            "foreign minister",
            "defence minister",
            "minister",
            "security adviser",
            "chief",
            "deputy president",
            "deputy prime minister",
        },
    ),
    (Level.ENVOYS, {"envoy", "deputy foreign minister", "deputy defence minister", "deputy minister"}),
)
"""Roles (see ``loaders.world.titles.role``) by their level; other offices are those of officials."""

_ORDER = list(Level)
_TOOK_PLACE = frozenset({"held", "ongoing"})
_AHEAD = frozenset({"expected", "possible", "postponed"})
_FIGURES = 50
_DAY = len("YYYY-MM-DD")

What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many meetings there were of some sort, and the last of them."""

    count: int
    last: Record


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody who attended."""

    person: str
    level: Level
    meetings: Counted


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two meetings."""

    days: int
    before: Record
    after: Record


def level(roles: Iterable[str]) -> Level:
    """The highest rank among the roles that somebody has."""
    held = set(roles)
    if not held:
        return Level.UNKNOWN
    return next((rank for rank, names in _RANKED if names & held), Level.OFFICIALS)


class Passages:
    """The meetings of two polities, the newest first, with those of either who attended."""

    def __init__(
        self,
        meetings: Sequence[Record],
        sides: Sequence[Record],
        roles: Mapping[str, Sequence[str]],
        places: Sequence[Record],
        one: frozenset[str],
        other: frozenset[str],
    ) -> None:
        """``one`` and ``other`` are the ids of the polities and of the bodies of them."""
        self._both = (one, other)
        self._country = {row["key"]: row["country"] for row in places}
        self._level = {row["id"]: level(roles.get(row["id"], ())) for row in sides if row["person"]}
        self._sides: dict[str, list[Record]] = {}
        for row in sides:
            self._sides.setdefault(row["key"], []).append(row)
        self.held = [row for row in meetings if row["status"] in _TOOK_PLACE and self._attended(row)]
        self.ahead = sum(row["status"] in _AHEAD for row in meetings)
        self.dated = [row for row in self.held if row["start"]]

    def levels(self) -> list[tuple[Level, Counted]]:
        """How many meetings were at each level, the highest first."""
        counted = _count((self._level_of(row), row) for row in self.held)
        return sorted(counted.items(), key=lambda pair: _ORDER.index(pair[0]))

    def figures(self) -> list[Figure]:
        """Who attended, the most often first."""
        counted = _count((side["id"], row) for row in self.held for side in self._sides[row["key"]] if side["person"])
        found = [Figure(person, self._level[person], meetings) for person, meetings in counted.items()]
        return sorted(found, key=lambda figure: (-figure.meetings.count, figure.person))[:_FIGURES]

    def travels(self, names: tuple[str, str]) -> list[tuple[int, Counted]]:
        """For each of the two whose country was visited, 0 or 1, how often the other came; ``names`` are theirs."""
        hosted = (
            (names.index(country), row)
            for row in self.held
            if Kind(row["kind"]).remote is False and (country := self._country.get(row["key"])) in names
        )
        return sorted(_count(hosted).items(), key=lambda pair: (-pair[1].count, pair[0]))

    def longest_gap(self) -> Gap | None:
        """The longest time between two meetings dated to the day; the latest of those that are as long."""
        days = sorted((row for row in self.dated if len(row["start"]) == _DAY), key=lambda row: str(row["start"]))
        longest = None
        for before, after in pairwise(days):
            last = before["end"] if len(before["end"] or "") == _DAY else before["start"]
            apart = (date.fromisoformat(after["start"]) - date.fromisoformat(last)).days
            if apart > 0 and (longest is None or apart >= longest.days):
                longest = Gap(apart, before, after)
        return longest

    def _attended(self, row: Record) -> bool:
        there = {side["polity"] for side in self._sides.get(row["key"], ())}
        return all(there & polities for polities in self._both)

    def _level_of(self, row: Record) -> Level:
        """The rank that both sides reach."""
        highest = [
            min(
                (
                    self._level[side["id"]]
                    for side in self._sides[row["key"]]
                    if side["person"] and side["polity"] in polities
                ),
                key=_ORDER.index,
                default=Level.UNKNOWN,
            )
            for polities in self._both
        ]
        return max(highest, key=_ORDER.index)


def _count(found: Iterable[tuple[What, Record]]) -> dict[What, Counted]:
    """How often each occurs, and the first meeting with it, which is the last in time."""
    counted: dict[What, Counted] = {}
    for what, row in found:
        there = counted.get(what)
        counted[what] = Counted(there.count + 1, there.last) if there else Counted(1, row)
    return counted
