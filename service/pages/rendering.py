"""Templates, and how values are put into words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from service.timeline import marks
from service.timeline.words import words

_FOLDERS = (
    Path(__file__).with_name("templates"),
    Path(__file__).parent.with_name("timeline") / "templates",
)

_PAGES = {"p": "person", "g": "polity", "v": "venue", "m": "meeting", "a": "article"}


def render(template: str, **values: Any) -> str:
    """The page that a template gives; everything put into it is escaped."""
    return _environment().get_template(template).render(**values)


def when(start: str | None, end: str | None = None) -> str:
    """A date in English words, no more exact than it is: "15 February 2025", "February 2025", "15–18 Feb 2025"."""
    return words().when(start, end)


def web_address(address: str | None) -> str | None:
    """The address where it is one of the web that a link may lead to, else None."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


_UNSEEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
"""Characters that do not show, among them those that turn the direction of a text."""


def line(text: str, most: int = 120) -> str:
    """A text for places without mark-up, such as the title of a window: one line, no longer than that, cut at a word.

    What turns the direction of a text is taken out, because nothing there keeps it from what follows.
    """
    whole = " ".join(_UNSEEN.sub(" ", text).split())
    if len(whole) <= most:
        return whole
    cut = whole[:most].rpartition(" ")[0]
    return (cut if len(cut) > most // 2 else whole[: most - 1]) + "…"


def node_address(node_id: str) -> str:
    """The path of the page about what has this id."""
    return f"/{_PAGES[node_id[0]]}/{node_id}"


def _months(entries: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Entries of a timeline by the month they began in, in the order given."""
    for month, found in groupby(entries, key=lambda entry: entry.month):
        yield {"month": month, "entries": list(found)}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDERS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        when=when,
        interval=words().interval,
        web_address=web_address,
        months=_months,
        briefly=words().briefly,
        weekday=words().weekday,
        line=line,
    )
    environment.globals.update(
        node_address=node_address,
        english=words(),
        STATUS_MARKS=marks.STATUSES,
        KIND_MARKS=marks.KINDS,
        FILLED=marks.FILLED,
        DUE_MARK=marks.DUE,
    )
    return environment
