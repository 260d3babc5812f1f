"""Days on which a contact is, from dates that may be partial."""

from collections.abc import Iterable
from datetime import date, timedelta

_LONGEST = 31
"""Days of which each is named; of what takes longer, the first and the last."""


def days(start: str | None, end: str | None) -> tuple[str, ...]:
    """The full ISO days of a contact: none where only month or year are known."""
    if start is None or len(start) != 10:
        return ()
    if end is None or len(end) != 10 or end <= start:
        return (start,)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    length = (last - first).days
    if length > _LONGEST:
        return (start, end)
    return tuple((first + timedelta(number)).isoformat() for number in range(length + 1))


def union(spans: Iterable[tuple[str | None, str | None]]) -> tuple[str, ...]:
    """All days of several contacts, sorted, each once."""
    return tuple(sorted({day for start, end in set(spans) for day in days(start, end)}))


def first_and_last(spans: Iterable[tuple[str | None, str | None]]) -> tuple[str | None, str | None]:
    """The earliest start and the latest end or start, as exact as they are known."""
    told = [(start, end or start) for start, end in spans if start]
    if not told:
        return None, None
    return min(start for start, _ in told), max(end or "" for _, end in told)
