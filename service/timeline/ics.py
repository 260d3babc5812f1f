"""A timeline as a calendar (RFC 5545): whole days, no more exact than the sources are."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from schema.vocabulary import Precision, Status
from service.export.text import scrub
from service.selection import MeetingRow
from service.timeline.atom import headline
from service.timeline.entries import Entry
from service.timeline.view import Timeline

_CONFIRMED = {Status.HELD, Status.ONGOING}
_CANCELLED = {Status.CANCELLED, Status.DECLINED, Status.DENIED, Status.POSTPONED}
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def calendar(timeline: Timeline, base: str) -> bytes:
    """The calendar. Of which only the month is known takes all of it and says so; what has no date is left out."""
    found = Calendar()
    found.add("prodid", "-//diplograph//timeline//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", scrub(timeline.title))
    for row, entry in zip(timeline.rows, timeline.entries, strict=True):
        if row.start is not None:
            found.add_component(_event(row, entry, timeline, base))
    return bytes(found.to_ical())


def _event(row: MeetingRow, entry: Entry, timeline: Timeline, base: str) -> Event:
    event = Event()
    address = f"{base}/meeting/{row.id}"
    first = _first(row.start or "")
    last = _last(row.end or row.start or "")
    vague = row.precision is not Precision.DAY
    reported = datetime.fromisoformat(row.known_from).replace(tzinfo=UTC) if row.known_from else _NEVER
    event.add("uid", f"{row.id}@diplograph")
    event.add("dtstamp", reported)
    event.add("dtstart", first)
    event.add("dtend", max(last, first) + timedelta(days=1))
    event.add("summary", scrub(headline(entry, timeline) + (f" ({entry.when})" if vague else "")))
    event.add("status", _status(row.status, vague))
    event.add("transp", "TRANSPARENT")
    event.add("url", address)
    if entry.place:
        event.add("location", scrub(entry.place))
    if row.venue and row.venue.lat is not None and row.venue.lon is not None:
        event.add("geo", (row.venue.lat, row.venue.lon))
    if row.topics:
        event.add("categories", [scrub(topic) for topic in row.topics])
    if entry.quote:
        event.add(
            "description", scrub(f"“{entry.quote.text}” — {entry.quote.publisher or entry.quote.title}\n{address}")
        )
    return event


def _status(status: Status, vague: bool) -> str:
    if status in _CANCELLED:
        return "CANCELLED"
    return "CONFIRMED" if status in _CONFIRMED and not vague else "TENTATIVE"


def _first(day: str) -> date:
    return date(*[*map(int, day.split("-")), 1, 1][:3])


def _last(day: str) -> date:
    parts = [*map(int, day.split("-"))]
    year, month = [*parts, 12][:2]
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
