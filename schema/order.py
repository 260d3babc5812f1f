"""The order of meetings, claims and articles in a list, the newest first, as text that an index keeps in this order.

An engine need not sort by two properties, or backwards: it reads the index of ``rank`` from a bound on, and the first
page costs the same whatever the size of the graph.
"""

from schema.ledger import OPEN
from schema.vocabulary import Status

_BACKWARDS = str.maketrans("0123456789", "9876543210")
_DAY = len("YYYY-MM-DD")
_AFTER = "~"
"""Sorts after every digit, hyphen and letter of what it follows."""


def rank(start: str | None, name: str) -> str:
    """The sort key of the meeting ``name`` that began on ``start``: days before their month and year, none last.

    Likewise of a claim or an article by the day of the report.
    """
    return f"{_dated(start)} {name}"


def first_rank(until: str) -> str:
    """Below the rank of every meeting that began by the end of this day, month or year."""
    return until.translate(_BACKWARDS)


def last_rank(since: str) -> str:
    """Above the rank of every meeting that began in the year of this date or later; those without a date aside."""
    return since[:4].translate(_BACKWARDS) + _AFTER * 2


def runs_on(start: str | None, end: str | None) -> str | None:
    """The end of a meeting that began in an earlier year, else None: few have one, so that an index finds them."""
    return end if start and end and start[:4] < end[:4] else None


def due(status: Status, known_until: str, start: str | None, name: str) -> str | None:
    """The rank of a meeting that is expected as things stand, else None."""
    return rank(start, name) if status is Status.EXPECTED and known_until == OPEN else None


def ahead(start: str | None, known_from: str, name: str) -> str | None:
    """The rank of a meeting that was announced for a later month, after the class of how much later; else None.

    Of all others, those known by a day began by the end of its month. ``AHEAD`` says what a class holds.
    """
    if start is None or start[:7] <= known_from[:7]:
        return None
    later = _months(start) - _months(known_from)
    return f"{_class(later)} {rank(start, name)}"


AHEAD = (1, 3, 7, 100_000)
"""The most months ahead in each class: what was known by a day began at most so many months after it."""


def ahead_ranges(day: str) -> list[tuple[str, str]]:
    """For each class, bounds of ``ahead`` for what was known by a day and began after its month: above, and up to."""
    month = _months(day)
    return [
        (f"{number} {first_rank(_month(month + most))}", f"{number} {first_rank(day[:7])}")
        for number, most in enumerate(AHEAD)
    ]


def _class(later: int) -> int:
    return next(number for number, most in enumerate(AHEAD) if later <= most)


def _months(date: str) -> int:
    return 12 * int(date[:4]) + int(date[5:7] or 1) - 1


def _month(months: int) -> str:
    return f"{min(months // 12, 9999):04}-{months % 12 + 1:02}"


def _dated(start: str | None) -> str:
    if start is None:
        return _AFTER
    return start.translate(_BACKWARDS) + ("" if len(start) == _DAY else _AFTER)
