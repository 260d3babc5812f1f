"""What a row of meetings comes to: how many a year, and how long there was nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from schema.vocabulary import Precision, Status
from service.selection import MeetingRow
from service.timeline.months import Counted

HELD = frozenset({Status.HELD, Status.ONGOING})
AHEAD = frozenset({Status.EXPECTED, Status.POSSIBLE, Status.POSTPONED})

_LONGEST = 5
_GAP_DAYS = 30
"""A time without contact that is worth telling."""


@dataclass(frozen=True, slots=True)
class Year:
    """Meetings that took place in a year."""

    year: str
    count: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a contact that took place."""

    since: str
    until: str
    days: int


def years(months: Iterable[Counted]) -> list[Year]:
    """The meetings that took place, by year; years without any between the first and the last are among them."""
    counted: Counter[str] = Counter()
    for each in months:
        if each.month and each.held:
            counted[each.month[:4]] += each.held
    if not counted:
        return []
    return [Year(f"{year:04}", counted[f"{year:04}"]) for year in range(int(min(counted)), int(max(counted)) + 1)]


def gaps(rows: Iterable[MeetingRow]) -> list[Gap]:
    """The longest times between two contacts that took place and whose days are known, the longest first."""
    days = sorted(
        {(row.start, max(row.end or row.start, row.start)) for row in rows if _dated(row) and row.start is not None}
    )
    found: list[Gap] = []
    reached = days[0][1] if days else ""
    for start, end in days[1:]:
        if start > reached and len(reached) == len(start):
            length = (date.fromisoformat(start) - date.fromisoformat(reached)).days
            if length >= _GAP_DAYS:
                found.append(Gap(reached, start, length))
        reached = max(reached, end)
    return sorted(found, key=lambda gap: -gap.days)[:_LONGEST]


def last(rows: Sequence[MeetingRow]) -> MeetingRow | None:
    """The latest that took place, of rows the newest first."""
    return next((row for row in rows if row.status in HELD and row.start), None)


def _dated(row: MeetingRow) -> bool:
    return row.status in HELD and row.precision is Precision.DAY and len(row.end or "2025-02-15") == len("2025-02-15")
