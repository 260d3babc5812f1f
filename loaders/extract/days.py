"""Which day, month or year an expression of time means."""

import datetime as dt

from dateutil.relativedelta import relativedelta

from loaders.extract.scene import Tense
from loaders.extract.times import Unit, When

_OVERRULED = 60
"""Days within which a date against the tense is believed when the nearest one in the tense's direction is far."""

_FAR = 200


def resolve(
    when: When, today: dt.date | None, there: dt.date | None, tense: Tense | None
) -> tuple[str, str | None] | None:
    """ISO dates of the first and, for a range of days, of the last day; a month or year alone is a partial date.

    Args:
        when: what the text says.
        today: the day of writing; None leaves open whatever depends on it.
        there: the date told before, for "the next day".
        tense: the direction in which days without a year or week lie; None takes the nearest.

    Returns:
        None where the text leaves it open.
    """
    found = _resolve(when, today, there, tense)
    if found is not None and when.week_of and len(found[0]) == 10:
        week = _month_or_year(*_week_around(dt.date.fromisoformat(found[0])))
        return (week, None) if week else None
    if found is not None and when.eve and len(found[0]) == 10:
        return (dt.date.fromisoformat(found[0]) - dt.timedelta(days=1)).isoformat(), None
    return found


def _resolve(
    when: When, today: dt.date | None, there: dt.date | None, tense: Tense | None
) -> tuple[str, str | None] | None:
    if when.unit is Unit.DAY:
        return _day(when, today, tense)
    if when.unit is Unit.MONTH:
        return _month(when, today, there, tense)
    if when.unit is Unit.YEAR:
        return f"{when.year:04}", None
    base = there if when.there else today
    if base is None or when.unit is Unit.OPEN:
        return None
    if when.unit is Unit.WEEKDAY:
        return _weekday(when, base, tense)
    shift = when.shift or 0
    if when.exact:
        steps = {Unit.WEEK: relativedelta(weeks=shift), Unit.MONTHS: relativedelta(months=shift)}
        return (base + steps.get(when.unit, relativedelta(years=shift))).isoformat(), None
    if when.unit in (Unit.FROM_TODAY, Unit.FROM_THERE):
        return (base + dt.timedelta(days=shift)).isoformat(), None
    if when.unit is Unit.WEEK:
        week = _week(when, base, tense)
        return (week, None) if week else None
    if when.unit is Unit.MONTHS:
        return f"{base + relativedelta(months=shift):%Y-%m}", None
    return f"{base.year + shift:04}", None


def _day(when: When, today: dt.date | None, tense: Tense | None) -> tuple[str, str | None] | None:
    if not when.month:
        return _day_of_month(when, today, tense)
    year = when.year or _year(when, today, tense)
    if year is None:
        return None
    try:
        first = dt.date(year, when.month, when.day)
        if not when.end_day:
            return first.isoformat(), None
        last = dt.date(year + (when.end_month < when.month), when.end_month, when.end_day)
    except ValueError:
        return None
    return first.isoformat(), last.isoformat() if last > first else None


def _day_of_month(when: When, today: dt.date | None, tense: Tense | None) -> tuple[str, str | None] | None:
    """ "on the 14th", "the 20th of next month"."""
    if today is None:
        return None
    shifts = (when.shift,) if when.shift is not None else (-1, 0, 1)
    days = [
        month.replace(day=when.day)
        for month in (today + relativedelta(months=shift, day=1) for shift in shifts)
        if 0 < when.day <= (month + relativedelta(day=31)).day
    ]
    if when.shift is None and tense in (Tense.PAST, Tense.FUTURE):
        days = [day for day in days if (day <= today if tense is Tense.PAST else day >= today)]
    nearest = min(days, key=lambda day: abs((day - today).days), default=None)
    return (nearest.isoformat(), None) if nearest is not None else None


def _year(when: When, today: dt.date | None, tense: Tense | None) -> int | None:
    """The year that the text leaves out: the nearest in the tense's direction, with some distrust of the tense."""
    if today is None:
        return None
    if when.shift is not None:
        return today.year + when.shift
    try:
        days = {
            year: (dt.date(year, when.month, when.day) - today).days for year in range(today.year - 1, today.year + 2)
        }
    except ValueError:
        return None
    nearest = min(days, key=lambda year: abs(days[year]))
    if tense is None or tense is Tense.PRESENT:
        return nearest
    ahead = [year for year in days if (days[year] >= 0 if tense is Tense.FUTURE else days[year] <= 0)]
    meant = min(ahead, key=lambda year: abs(days[year]))
    if abs(days[meant]) > _FAR and abs(days[nearest]) <= _OVERRULED:
        return nearest
    return meant


def _month(
    when: When, today: dt.date | None, there: dt.date | None, tense: Tense | None
) -> tuple[str, str | None] | None:
    if when.year:
        return f"{when.year:04}-{when.month:02}", None
    if when.there:
        return (f"{there.year:04}-{when.month:02}", None) if there else None
    if today is None:
        return None
    year = today.year
    if when.exact and when.shift is not None:
        year += when.shift
    elif when.shift is None or when.shift == 0:
        if when.shift is None and tense is Tense.PAST and when.month > today.month:
            year -= 1
        if (when.shift == 0 or tense is Tense.FUTURE) and when.month < today.month:
            year += tense is Tense.FUTURE
        if tense is None and abs(when.month - today.month) > 6:
            year += 1 if when.month < today.month else -1
    elif when.shift < 0:
        year -= when.month >= today.month
    else:
        year += when.month <= today.month
    return f"{year:04}-{when.month:02}", None


def _weekday(when: When, base: dt.date, tense: Tense | None) -> tuple[str, str | None]:
    weekday = when.weekday or 0
    back = (base.weekday() - weekday) % 7
    ahead = (weekday - base.weekday()) % 7
    if when.shift == -1 or (when.there and when.shift == -1):
        days = -(back or 7)
    elif when.shift == 1 and not when.there:
        days = (
            ahead + 7
            if ahead and weekday > base.weekday() and when.shift == 1 and _skips(base, weekday)
            else ahead or 7
        )
    elif when.shift == 1:
        days = ahead or 7
    elif tense is Tense.PAST:
        days = -back
    elif tense is Tense.FUTURE:
        days = ahead
    else:
        days = -back if back <= ahead else ahead
    first = base + dt.timedelta(days=days)
    if when.end_weekday is None:
        return first.isoformat(), None
    return first.isoformat(), (first + dt.timedelta(days=(when.end_weekday - weekday) % 7)).isoformat()


def _skips(base: dt.date, weekday: int) -> bool:
    """Whether "next Friday" is not the coming one: it is still to come in the week of writing."""
    return weekday - base.weekday() > 0 and base.weekday() < 5


def _week(when: When, base: dt.date, tense: Tense | None) -> str | None:
    """The month in which the whole period lies, else the year."""
    monday = base - dt.timedelta(days=base.weekday())
    shift = when.shift
    if shift is None:
        shift = -1 if tense is Tense.PAST and base.weekday() < 5 else 0
    if when.there or abs(shift) > 1:
        middle = base + dt.timedelta(weeks=shift)
        first, last = middle - dt.timedelta(days=3), middle + dt.timedelta(days=3)
    else:
        first = monday + dt.timedelta(weeks=shift, days=5 if when.weekend else 0)
        last = monday + dt.timedelta(weeks=shift, days=6)
    return _month_or_year(first, last)


def _week_around(day: dt.date) -> tuple[dt.date, dt.date]:
    monday = day - dt.timedelta(days=day.weekday())
    return monday, monday + dt.timedelta(days=6)


def _month_or_year(first: dt.date, last: dt.date) -> str | None:
    if first.month == last.month:
        return f"{first:%Y-%m}"
    return f"{first.year:04}" if first.year == last.year else None
