"""When a contact took or takes place, and how far from what one article says another may be. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from schema.vocabulary import Status

HAPPENED = frozenset({Status.HELD, Status.ONGOING})
PLANNED = frozenset({Status.EXPECTED, Status.POSSIBLE})
OFF = frozenset({Status.POSTPONED, Status.CANCELLED, Status.DECLINED})

SLIP = (1, 3)
"""Days by which a contact may be held before or after the day it was planned for, without a word of postponing."""
LATE = 60
"""Days within which a postponed contact may still be the same one."""
RECENT = 10
"""Days before its report in which a contact without a date was held."""
SOON = 30
"""Days after its report within which a contact without a date is planned."""


@dataclass(frozen=True, slots=True)
class Days:
    """Closed range of days."""

    first: date
    last: date

    def touches(self, other: "Days") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: "Days") -> int:
        """Days between the two, 0 where they touch."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def day_range(written: str, end: str | None = None) -> Days:
    """All days of an ISO date that may be partial, up to the last of ``end``."""
    first, last = _bounds(written)
    if end:
        last = max(last, _bounds(end)[1])
    return Days(first, last)


def is_exact(written: str | None) -> bool:
    """Whether a date names a day."""
    return written is not None and len(written) == 10


def _bounds(written: str) -> tuple[date, date]:
    year, month, day = (int(part) for part in (written + "-0-0").split("-")[:3])
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


def window(status: Status, written: str | None, end: str | None, reported: date | None) -> Days | None:
    """When another telling of the same contact can have it, None where nothing is known of the time.

    ``written`` and ``end`` are the ISO dates of the telling, partial or None; ``reported`` is the day of its report.
    """
    days = day_range(written, end) if written else None
    happened = status in HAPPENED
    if status is Status.POSTPONED:
        known = [day for day in (days.first if days else None, days.last if days else None, reported) if day]
        if not known:
            return None
        return Days(min(known) - timedelta(days=LATE), max(known) + timedelta(days=LATE))
    if days is not None and is_exact(written):
        if happened:
            return days
        return Days(days.first - timedelta(days=SLIP[0]), days.last + timedelta(days=SLIP[1]))
    if days is not None:
        first, last = days.first, days.last
        if reported is not None and happened and first <= reported:
            last = min(last, reported)
        if reported is not None and status in PLANNED and last >= reported:
            first = max(first, reported - timedelta(days=SLIP[0]))
        return Days(first, last)
    if reported is None:
        return None
    before = SLIP[1] if status in PLANNED else RECENT
    after = 0 if happened else SOON
    return Days(reported - timedelta(days=before), reported + timedelta(days=after))
