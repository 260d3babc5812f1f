"""Meetings as JSON, as lines of JSON and as a table: each written a meeting at a time."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any, Protocol

from schema.vocabulary import Attendance
from service.export.tables import cell
from service.selection import MeetingRow, RowClaim, RowParty

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes "Vučić" for something else."""

_LONGEST_CELL = 32_000
"""Characters; spreadsheets cut a cell off at 32,767."""

COLUMNS = (
    "id",
    "title",
    "kind",
    "status",
    "start",
    "end",
    "precision",
    "participants",
    "polities",
    "venue",
    "country",
    "lat",
    "lon",
    "topics",
    "sources",
    "disagreements",
    "known from",
    "quote",
    "articles",
)
"""Of the table."""


class Format(Protocol):
    """A form in which meetings are written down, one after another."""

    media_type: str

    def head(self) -> str: ...
    def meeting(self, row: MeetingRow, first: bool) -> str: ...
    def tail(self) -> str: ...


class Lines:
    """One JSON object a line."""

    media_type = "application/x-ndjson"

    def head(self) -> str:
        """Nothing."""
        return ""

    def meeting(self, row: MeetingRow, first: bool) -> str:  # noqa: ARG002 part of the interface
        """A line."""
        return _json(row) + "\n"

    def tail(self) -> str:
        """Nothing: what was cut off shows in the transfer, which then has no end."""
        return ""


class Document:
    """One JSON object with the meetings as a list."""

    media_type = "application/json"

    def head(self) -> str:
        """The opening."""
        return '{"meetings": ['

    def meeting(self, row: MeetingRow, first: bool) -> str:
        """An element of the list."""
        return ("\n" if first else ",\n") + _json(row)

    def tail(self) -> str:
        """The closing."""
        return "\n]}\n"


class Table:
    """RFC 4180, UTF-8 with a byte order mark; text that a spreadsheet would run as a formula begins with "'"."""

    media_type = "text/csv; charset=utf-8; header=present"

    def head(self) -> str:
        """The names of the columns."""
        return _BYTE_ORDER_MARK + _line(COLUMNS)

    def meeting(self, row: MeetingRow, first: bool) -> str:  # noqa: ARG002 part of the interface
        """A line."""
        venue = row.venue
        values: tuple[str | float | None, ...] = (
            row.id,
            row.title,
            row.kind,
            row.status,
            row.start,
            row.end,
            row.precision,
            _joined(named(party) for party in row.parties),
            _joined(party.polity for party in row.parties if party.polity),
            venue.name if venue else None,
            venue.country if venue else None,
            venue.lat if venue else None,
            venue.lon if venue else None,
            _joined(row.topics),
            row.sources,
            _joined(row.disagreements),
            row.known_from,
            row.claims[0].quote if row.claims else None,
            _joined((claim.url or claim.title for claim in row.claims), " "),
        )
        return _line(cell(value)[:_LONGEST_CELL] for value in values)

    def tail(self) -> str:
        """Nothing."""
        return ""


FORMATS: dict[str, Format] = {"json": Document(), "ndjson": Lines(), "csv": Table()}
"""By the ending of the address."""


def _line(values: Iterable[object]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(values)
    return text.getvalue()


def _joined(values: Iterable[str], between: str = "; ") -> str:
    return between.join(dict.fromkeys(values))


def named(party: RowParty) -> str:
    """A participant, and its part where it did not simply take part."""
    if party.attendance is Attendance.ATTENDED:
        return party.name
    return f"{party.name} ({party.attendance})"


def _json(row: MeetingRow) -> str:
    venue = row.venue
    value: dict[str, Any] = {
        "id": row.id,
        "title": row.title,
        "kind": row.kind,
        "status": row.status,
        "start": row.start,
        "end": row.end,
        "precision": row.precision,
        "sources": row.sources,
        "disagreements": row.disagreements,
        "knownFrom": row.known_from,
        "venue": venue
        and {
            "id": venue.id,
            "name": venue.name,
            "kind": venue.kind,
            "country": venue.country,
            "lat": venue.lat,
            "lon": venue.lon,
        },
        "topics": row.topics,
        "participants": [_party(party) for party in row.parties],
        "claims": [_claim(claim) for claim in row.claims],
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _party(party: RowParty) -> dict[str, str | None]:
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "attendance": party.attendance,
        "as": party.role,
        "office": party.office,
        "polity": party.polity,
        "iso": party.iso,
    }


def _claim(claim: RowClaim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "by": claim.by,
        "quote": claim.quote,
        "status": claim.status,
        "date": claim.date,
        "dateEnd": claim.date_end,
        "venue": claim.venue,
        "topics": claim.topics,
        "article": {
            "id": claim.article,
            "url": claim.url,
            "title": claim.title,
            "publisher": claim.publisher,
            "published": claim.published,
            "language": claim.language,
        },
    }
