"""Templates, and how values are put into words."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

KINDS = {
    "CALL": "Phone call",
    "VIDEO_CALL": "Video call",
    "MESSAGE": "Message",
    "MEETING": "Meeting",
    "VISIT": "Visit",
    "TALKS": "Talks",
    "SUMMIT": "Summit",
    "CONVERSATION": "Conversation",
}
STATUSES = {
    "HELD": "held",
    "ONGOING": "under way",
    "EXPECTED": "expected",
    "POSSIBLE": "possible",
    "POSTPONED": "put off",
    "CANCELLED": "called off",
    "DECLINED": "declined",
    "DENIED": "denied",
}
ATTENDANCES = {
    "ATTENDED": "",
    "EXPECTED": "expected",
    "POSSIBLE": "may attend",
    "ABSENT": "absent",
    "DECLINED": "declined",
    "MEDIATOR": "mediator",
}


def render(template: str, **values: Any) -> str:
    """The page that a template gives; everything put into it is escaped."""
    return _environment().get_template(template).render(**values)


def when(start: str | None, end: str | None = None) -> str:
    """A date in words, no more exact than it is: "15 February 2025", "February 2025", "15–18 February 2025"."""
    if start is None:
        return "Date not known"
    if end is None or end == start:
        return _in_words(start)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}–{_in_words(end)}"
    return f"{_in_words(start)} – {_in_words(end)}"


def interval(dates: str) -> str:
    """A date, or an ISO 8601 interval of two, in words."""
    return when(*dates.split("/"))


def web_address(address: str | None) -> str | None:
    """The address where it is one of the web that a link may lead to, else None."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _in_words(day: str) -> str:
    parts = [int(part) for part in day.split("-")]
    first = date(*[*parts, 1, 1][:3])
    return " ".join([str(first.day), f"{first:%B}", str(first.year)][3 - len(parts) :])


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(when=when, interval=interval, web_address=web_address)
    environment.globals.update(KINDS=KINDS, STATUSES=STATUSES, ATTENDANCES=ATTENDANCES)
    return environment
