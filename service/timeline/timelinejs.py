"""A timeline as TimelineJS3 reads it (https://timeline.knightlab.com/docs/json-format.html)."""

from html import escape
from typing import Any

from service.selection import MeetingRow
from service.timeline.atom import headline
from service.timeline.entries import Entry
from service.timeline.view import Timeline

_PARTS = ("year", "month", "day")


def story(timeline: Timeline, base: str) -> dict[str, Any]:
    """The events of the page; one without date is left out, because TimelineJS has no place for it.

    TimelineJS shows texts as HTML: what comes from articles is escaped.
    """
    events = [
        _event(row, entry, timeline, base)
        for row, entry in zip(timeline.rows, timeline.entries, strict=True)
        if row.start is not None
    ]
    return {"title": {"text": {"headline": escape(timeline.title)}}, "events": events}


def _event(row: MeetingRow, entry: Entry, timeline: Timeline, base: str) -> dict[str, Any]:
    address = f"{base}/meeting/{row.id}"
    lines = [escape(entry.place)] if entry.place else []
    if quote := entry.quote:
        source = escape(quote.publisher or quote.title)
        link = f'<a href="{escape(quote.url)}">{source}</a>' if quote.url else source
        lines.append(f"<q>{escape(quote.text)}</q> — {link}, {escape(quote.published)}")
    lines.append(f'<a href="{escape(address)}">{timeline.view.words["accounts"]}</a>')
    event: dict[str, Any] = {
        "start_date": _date(row.start or ""),
        "display_date": entry.when,
        "text": {
            "headline": escape(headline(entry, timeline)),
            "text": "".join(f"<p>{line}</p>" for line in lines),
        },
        "group": timeline.view.words[entry.kind],
        "unique_id": row.id,
    }
    if row.end:
        event["end_date"] = _date(row.end)
    return event


def _date(day: str) -> dict[str, str]:
    return dict(zip(_PARTS, day.split("-"), strict=False))
