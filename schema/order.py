"""The order of meetings in a list, the newest first, as text that an index keeps in this order.

An engine need not sort by two properties, or backwards: it reads the index of ``Meeting.rank`` from a bound on, and the
first page costs the same whatever the size of the graph.
"""

_BACKWARDS = str.maketrans("0123456789", "9876543210")
_DAY = len("YYYY-MM-DD")
_AFTER = "~"
"""Sorts after every digit, hyphen and letter of what it follows."""


def rank(start: str | None, name: str) -> str:
    """The sort key of the meeting ``name`` that began on ``start``: days before their month and year, none last."""
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


def _dated(start: str | None) -> str:
    if start is None:
        return _AFTER
    return start.translate(_BACKWARDS) + ("" if len(start) == _DAY else _AFTER)
