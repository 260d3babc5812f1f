"""A timeline as an Atom feed (RFC 4287)."""

from xml.etree import ElementTree as ET

from schema.ledger import UNDATED
from service.export.text import scrub
from service.selection import MeetingRow
from service.timeline.entries import Entry, Quote
from service.timeline.view import Timeline

_NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"
"""Atom asks when an entry was changed; of an undated report that is not known."""


def feed(timeline: Timeline, base: str, query: str) -> bytes:
    """The feed: an entry for each meeting on the page, changed on the day of the report that it stands by."""
    words = timeline.view.words
    address = f"{base}/embed/timeline?{timeline.view.canonical}"
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": words.lang})
    _add(root, "id", address)
    _add(root, "title", timeline.title)
    _add(root, "updated", max((_changed(row) for row in timeline.rows), default=_NEVER))
    _add(root, "link", rel="alternate", type="text/html", href=address)
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{base}/embed/timeline.atom?{query}")
    _add(_add(root, "author"), "name", "diplograph")
    for row, entry in zip(timeline.rows, timeline.entries, strict=True):
        _entry(root, row, entry, timeline, base)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ET.Element, row: MeetingRow, entry: Entry, timeline: Timeline, base: str) -> None:
    words = timeline.view.words
    told = _add(root, "entry")
    _add(told, "id", f"{base}/meeting/{row.id}")
    _add(told, "title", headline(entry, timeline))
    _add(told, "updated", _changed(row))
    _add(told, "link", rel="alternate", type="text/html", href=f"{base}/meeting/{row.id}")
    for url in dict.fromkeys(quote.url for quote in _quotes(entry) if quote.url):
        _add(told, "link", rel="related", href=url)
    _add(told, "category", term=row.kind.value, label=words[row.kind.value])
    _add(told, "category", term=row.status.value, label=words[row.status.value])
    lines = [
        entry.when,
        entry.place,
        *(f"“{quote.text}” — {quote.publisher or quote.title}" for quote in _quotes(entry)),
    ]
    _add(told, "summary", "\n".join(line for line in lines if line))


def headline(entry: Entry, timeline: Timeline) -> str:
    """A meeting in one line: "Phone call (held): Marco Rubio, Sergei Lavrov"."""
    words = timeline.view.words
    names = ", ".join(party.name for party in entry.parties)
    further = " " + words.count("others", entry.further) if entry.further else ""
    return f"{words[entry.kind]} ({words[entry.status]}): {names}{further}"


def _quotes(entry: Entry) -> list[Quote]:
    told = [quote for account in entry.accounts for quote in account.quotes]
    return told or ([entry.quote] if entry.quote else [])


def _changed(row: MeetingRow) -> str:
    day = row.known_from
    return f"{day}T00:00:00Z" if day and day != UNDATED else _NEVER


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, {key: scrub(value) for key, value in attributes.items()})
    if text is not None:
        child.text = scrub(text)
    return child
