"""The calendar: what is expected in a month, and what was expected and has no account so far."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from fastapi import Request
from starlette.responses import Response

from schema.errors import QueryError
from schema.vocabulary import Status
from service import finding, selection
from service.downloads.formats import named
from service.pages.asking import Asked
from service.pages.choosing import choices
from service.pages.page import Link, Page, Share, origin
from service.selection import MeetingRow, Part, Selection
from service.timeline import ics, months
from service.timeline import view as timelines
from service.timeline.entries import entry
from service.timeline.months import Counted
from service.timeline.words import words

STATUSES = (
    Status.EXPECTED,
    Status.POSSIBLE,
    Status.ONGOING,
    Status.POSTPONED,
    Status.CANCELLED,
    Status.DECLINED,
)
"""What a calendar holds where no status is asked for: all that was announced and is not known to have taken place."""

MOST_A_DAY = 8
MOST_UNDATED = 12

_MONTH, _DAY = len("2025-02"), len("2025-02-15")
_BEFORE = timedelta(days=31)
"""How long what is past stays in the calendar that others subscribe to."""
_CHARTED = 12
"""Months of the chart before the one that is shown, and after it."""

_UNDATED_AFTER = "~"
"""The rank after which meetings without a date come, see ``schema.order``."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A contact in the calendar."""

    meeting: MeetingRow
    due: bool
    """It was expected by a day that has passed, and no article tells of it since."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the month."""

    day: str
    contacts: tuple[Planned, ...]
    """Those that begin, or were begun and are not over; the first of them."""
    further: int
    """How many there are beyond them."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The nearest months before and after that hold anything."""

    before: str | None
    after: str | None


async def calendar(asked: Asked) -> Page:
    """One month: the one asked for, else this one, else the nearest that holds anything, those to come first."""
    wanted, month = _wanted(asked)
    today = asked.as_of or datetime.now(UTC).date().isoformat()
    counts = await months.by_month(asked.reader, await _criteria(asked, wanted), asked.service.remembered)
    month = month or _nearest(counts, today[:_MONTH])
    in_month = Selection(replace(wanted.wanted, begin=month, until=month), wanted.as_of)
    rows = [row async for row in asked.stream(in_month, frozenset({Part.PARTIES, Part.VENUE, Part.TOPICS}))]
    planned = sorted((Planned(row, is_due(row, today)) for row in rows), key=_order)
    undated = await _undated(asked, wanted)
    english, title = words(), await _title(asked, wanted)
    made = await choices(asked)
    spoken = english.when(month)
    filters = selection.address(_named(wanted))
    also = f"&{filters}" if filters else ""
    due = sum(each.due for each in planned)
    return Page(
        "calendar.html",
        title=f"{title}, {spoken}",
        description=_description(spoken, len(planned), due),
        facts={
            "month": month,
            "today": today,
            "chosen": made.given,
            "contacts": planned,
            "undated": undated,
            "months": [each for each in counts if each.month],
        },
        address=f"/calendar?month={month}{also}",
        table=[_line(each) for each in planned],
        share=Share(
            links=(
                Link("JSON", f"/calendar.json?month={month}{also}", "what this page shows", "application/json"),
                Link("CSV", f"/calendar.csv?month={month}{also}", "the same, one contact a line", "text/csv"),
                Link(
                    "Calendar",
                    "/calendar.ics" + (f"?{filters}" if filters else ""),
                    "all that is ahead, to subscribe to",
                    "text/calendar",
                ),
            ),
            embed=f"/embed/timeline?{selection.address(wanted)}",
            title=title,
        ),
        view={
            "as_of": asked.as_of,
            "choices": made,
            "statuses": [each.value for each in STATUSES],
            "filters": filters,
            "days": list(days(planned, month)),
            "sometime": [each for each in planned if len(each.meeting.start or "") < _DAY],
            "offset": date.fromisoformat(f"{month}-01").weekday(),
            "due": due,
            "earlier": _shifted(month, -1),
            "later": _shifted(month, 1),
            "neighbours": neighbours(counts, month),
            "chart": months.chart(_around(counts, month), english, lambda each: f"?month={each}{also}"),
        },
    )


async def subscription(request: Request) -> Response:
    """What is ahead, and what was to be in the last month, as a calendar to subscribe to; or the month asked for."""
    asked = Asked(request)
    wanted, month = _wanted(asked)
    today = date.fromisoformat(asked.as_of) if asked.as_of else datetime.now(UTC).date()
    begin = month or (today - _BEFORE).isoformat()
    chosen = Selection(replace(wanted.wanted, begin=begin, until=month), wanted.as_of)
    rows = [row async for row in asked.stream(chosen, selection.EVERYTHING)]
    shown = await timelines.load(asked.service, replace(timelines.read_view(()), selection=chosen, limit=1))
    found = replace(
        shown,
        title=await _title(asked, wanted),
        rows=rows,
        entries=[entry(row, shown.view.words) for row in rows],
    )
    return Response(ics.calendar(found, origin(request)), media_type="text/calendar")


def is_due(row: MeetingRow, today: str) -> bool:
    """Whether a contact was to be over by this day, and is still no more than expected."""
    return row.status is Status.EXPECTED and row.start is not None and (row.end or row.start) + "~" < today


def days(planned: Iterable[Planned], month: str) -> Iterable[Day]:
    """The days of a month with what is on them; what has no day of its own is on none."""
    dated = [each for each in planned if len(each.meeting.start or "") == _DAY]
    for number in range(1, monthrange(int(month[:4]), int(month[5:]))[1] + 1):
        day = f"{month}-{number:02}"
        found = [
            each
            for each in dated
            if (each.meeting.start or "") <= day <= max(each.meeting.end or "", each.meeting.start or "")
        ]
        yield Day(day, tuple(found[:MOST_A_DAY]), max(0, len(found) - MOST_A_DAY))


def neighbours(counts: Sequence[Counted], month: str) -> Neighbours:
    """The months next to a month in which anything begins."""
    names = [each.month for each in counts if each.month and len(each.month) == _MONTH]
    return Neighbours(
        max((each for each in names if each < month), default=None),
        min((each for each in names if each > month), default=None),
    )


def _wanted(asked: Asked) -> tuple[Selection, str | None]:
    """What the calendar is to hold, and the month asked for.

    Raises:
        QueryError: a parameter or a value cannot be used.
    """
    given = [pair for pair in asked.parameters if pair[0] != "month"]
    if any(name in ("from", "to") and value for name, value in given):
        raise QueryError("The calendar goes by the month: give month=2025-02 rather than from and to.")
    wanted = selection.read(given)
    month = asked.given("month") or None
    if month is not None and (len(month) != _MONTH or selection.read([("to", month)]).wanted.until != month):
        raise QueryError(f"month: {month[:20]!r} is no month. Write one such as 2025-02.")
    if not wanted.wanted.statuses:
        wanted = Selection(replace(wanted.wanted, statuses=STATUSES), wanted.as_of)
    return wanted, month


def _named(wanted: Selection) -> Selection:
    """The selection without the statuses that a calendar has anyway."""
    if wanted.wanted.statuses != STATUSES:
        return wanted
    return Selection(replace(wanted.wanted, statuses=()), wanted.as_of)


async def _criteria(asked: Asked, wanted: Selection) -> finding.Criteria:
    return await finding.criteria(asked.meanings, wanted.wanted, wanted.as_of)


async def _undated(asked: Asked, wanted: Selection) -> list[MeetingRow]:
    """Some of what is expected on no day that is known; what was called off and has no day is left out."""
    ahead = tuple(each for each in wanted.wanted.statuses if each in (Status.EXPECTED, Status.POSSIBLE))
    if not ahead:
        return []
    criteria = await _criteria(asked, Selection(replace(wanted.wanted, statuses=ahead), wanted.as_of))
    found = await finding.find(asked.reader, criteria, _UNDATED_AFTER, MOST_UNDATED)
    return await selection.expand(asked.reader, found.rows, wanted.as_of, frozenset({Part.PARTIES, Part.VENUE}))


async def _title(asked: Asked, wanted: Selection) -> str:
    """What is in the calendar: "Expected contacts", "Expected contacts of Marco Rubio"."""
    view = replace(timelines.read_view(()), selection=wanted)
    name = await timelines.named(asked.meanings, view)
    return "Expected contacts" if name == view.words["timeline"] else f"Expected contacts of {name}"


def _nearest(counts: Sequence[Counted], this: str) -> str:
    names = {each.month for each in counts}
    if this in names:
        return this
    near = neighbours(counts, this)
    return near.after or near.before or this


def _around(counts: Sequence[Counted], month: str) -> list[Counted]:
    """The months from a year before a month to a year after it, whether or not they hold anything."""
    names = [_shifted(month, by) for by in range(-_CHARTED, _CHARTED + 1)]
    found = {each.month: each for each in counts}
    return [found.get(name, Counted(name, 0, 0, 0)) for name in names if name]


def _shifted(month: str, by: int) -> str | None:
    number = 12 * int(month[:4]) + int(month[5:]) - 1 + by
    return f"{number // 12:04}-{number % 12 + 1:02}" if 12 <= number < 12 * 10_000 else None


def _order(planned: Planned) -> tuple[str, str]:
    return planned.meeting.start or "", planned.meeting.id


def _description(month: str, count: int, due: int) -> str:
    if not count:
        return f"No diplomatic contact is expected, possible or put off in {month}."
    told = words().count("contacts", count)
    late = f", {due} of them past without an account" if due else ""
    return f"{told} expected, possible, put off or called off in {month}{late}; each with who says so."


def _line(planned: Planned) -> dict[str, Any]:
    row = planned.meeting
    return {
        "id": row.id,
        "title": row.title,
        "kind": row.kind.value,
        "status": row.status.value,
        "past without an account": "yes" if planned.due else "",
        "start": row.start,
        "end": row.end,
        "participants": "; ".join(named(party) for party in row.parties),
        "place": row.venue.name if row.venue else None,
        "country": row.venue.country if row.venue else None,
        "topics": "; ".join(row.topics),
        "sources": row.sources,
    }
