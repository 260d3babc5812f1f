"""The front page: the search, what came in last, what is expected, where accounts differ."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from schema.graphql.answers import MeetingsWanted
from schema.vocabulary import Attendance, Status
from service import selection
from service.pages.asking import Asked
from service.pages.page import Link, Page, Share
from service.queries import pages
from service.selection import MeetingRow, Selection
from service.timeline.entries import entry
from service.timeline.words import words

LATEST = 12
EXPECTED = 8
CONTRADICTIONS = 6

_LONGEST_EXAMPLE = 60
"""Characters."""

_WEEK = timedelta(days=7)
_AHEAD = (Status.EXPECTED, Status.POSSIBLE, Status.ONGOING)


async def front(asked: Asked) -> Page:
    """The front page."""
    today = asked.as_of or datetime.now(UTC).date().isoformat()
    (counts,) = await asked.read(pages.COUNTS)
    latest = await asked.timeline(limit=LATEST)
    expected = await _expected(asked, today)
    differing, this_week = await _differing(asked, counts["latest"])
    english = words()
    return Page(
        "index.html",
        title="Who met whom, and who says so",
        description="A record of diplomatic contacts read out of news articles, each with the sentence it comes from.",
        facts={
            "articles": counts["articles"],
            "reported_to": counts["latest"],
            "total": latest.total,
            "latest": latest.rows,
            "expected": expected,
            "differing": differing,
        },
        address="/",
        table="/meetings.csv",
        share=Share(
            links=(
                Link("JSON", "/index.json", "what this page shows", "application/json"),
                Link("CSV", "/meetings.csv", "all contacts, one a line", "text/csv"),
                Link("Atom", "/embed/timeline.atom", "to follow in a feed reader", "application/atom+xml"),
                Link("Calendar", "/embed/timeline.ics?status=expected", "what is expected", "text/calendar"),
            ),
            embed="/embed/timeline",
            title="Diplomatic contacts",
        ),
        view={
            "as_of": asked.as_of,
            "timeline": latest,
            "expected_entries": [entry(row, english) for row in expected],
            "differing_entries": [entry(row, english) for row in differing],
            "this_week": this_week,
            "examples": examples(latest.rows),
            "today": today,
        },
    )


def examples(rows: Iterable[MeetingRow]) -> list[str]:
    """What could be searched for: two people, two polities and a place of these contacts."""
    people = polities = place = None
    for row in rows:
        there = [party for party in row.parties if party.attendance in (Attendance.ATTENDED, Attendance.EXPECTED)]
        names = [party.name for party in there if party.kind == "person"]
        sides = list(dict.fromkeys(party.polity for party in there if party.polity))
        if len(names) == len(sides) == 2:
            people = people or " and ".join(names)
        elif len(sides) == 2:
            polities = polities or " and ".join(sides)
        place = place or (row.venue.name if row.venue and row.venue.kind == "city" else None)
    return [each for each in (people, polities, place) if each and len(each) <= _LONGEST_EXAMPLE]


async def _expected(asked: Asked, today: str) -> list[MeetingRow]:
    """What is expected from today on, the next first; of that month or year where the day is open."""
    wanted = Selection(MeetingsWanted(statuses=_AHEAD, begin=today), asked.as_of)
    rows = [row async for row in asked.stream(wanted, selection.EVERYTHING)]
    dated = [row for row in rows if row.start]
    return sorted(dated, key=lambda row: (max(row.start or "", today[: len(row.start or "")]), row.id))[:EXPECTED]


async def _differing(asked: Asked, latest: str | None) -> tuple[list[MeetingRow], bool]:
    """Contacts on which accounts differ, the latest reports first, and whether they are of the last week of reports."""
    if latest is None:
        return [], False
    week = (date.fromisoformat(latest) - _WEEK).isoformat()
    found = await asked.read(pages.CONTRADICTIONS, since=week, limit=CONTRADICTIONS)
    this_week = bool(found)
    if not found:
        found = await asked.read(pages.CONTRADICTIONS, since="", limit=CONTRADICTIONS)
    return await selection.expand(asked.reader, [row["meeting"] for row in found], asked.as_of), this_week
