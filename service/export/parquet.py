"""Meetings, participants and claims as three Parquet tables, for notebooks and data frames; needs pyarrow."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from service.selection import MeetingRow

_STRINGS = pa.list_(pa.string())
_GROUP = 20_000
"""Rows of a table that are held until they are written as one row group."""

TABLES: dict[str, list[tuple[str, pa.DataType]]] = {
    "meetings": [
        ("id", pa.string()),
        ("title", pa.string()),
        ("kind", pa.string()),
        ("status", pa.string()),
        ("start", pa.string()),
        ("end", pa.string()),
        ("precision", pa.string()),
        ("venue", pa.string()),
        ("venue_id", pa.string()),
        ("venue_country", pa.string()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("topics", _STRINGS),
        ("sources", pa.int32()),
        ("disagreements", _STRINGS),
        ("known_from", pa.string()),
    ],
    "participants": [
        ("meeting", pa.string()),
        ("party", pa.string()),
        ("name", pa.string()),
        ("kind", pa.string()),
        ("polity_id", pa.string()),
        ("polity", pa.string()),
        ("iso", pa.string()),
        ("office", pa.string()),
        ("attendance", pa.string()),
        ("role", pa.string()),
    ],
    "claims": [
        ("id", pa.string()),
        ("meeting", pa.string()),
        ("quote", pa.string()),
        ("by", pa.string()),
        ("status", pa.string()),
        ("date", pa.string()),
        ("date_end", pa.string()),
        ("venue", pa.string()),
        ("topics", _STRINGS),
        ("article", pa.string()),
        ("url", pa.string()),
        ("title", pa.string()),
        ("publisher", pa.string()),
        ("published", pa.string()),
        ("language", pa.string()),
    ],
}
"""Dates are ISO text, as they may be partial ("2025-02")."""


class Parquet:
    """Takes meetings one by one; use as ``with parquet(files, about) as tables: tables.add(row)``."""

    def __init__(self, writers: Mapping[str, ParquetWriter]) -> None:
        self._writers = writers
        self._waiting: dict[str, list[dict[str, Any]]] = {name: [] for name in writers}
        self.counts = dict.fromkeys(writers, 0)

    def add(self, row: MeetingRow) -> None:
        """Write a meeting to the three tables."""
        venue = row.venue
        self._put(
            "meetings",
            {
                "id": row.id,
                "title": row.title,
                "kind": row.kind.value,
                "status": row.status.value,
                "start": row.start,
                "end": row.end,
                "precision": row.precision.value if row.precision else None,
                "venue": venue.name if venue else None,
                "venue_id": venue.id if venue else None,
                "venue_country": venue.country if venue else None,
                "lat": venue.lat if venue else None,
                "lon": venue.lon if venue else None,
                "topics": list(row.topics),
                "sources": row.sources,
                "disagreements": list(row.disagreements),
                "known_from": row.known_from,
            },
        )
        for party in row.parties:
            self._put(
                "participants",
                {
                    "meeting": row.id,
                    "party": party.id,
                    "name": party.name,
                    "kind": party.kind,
                    "polity_id": party.of,
                    "polity": party.polity,
                    "iso": party.iso,
                    "office": party.office,
                    "attendance": party.attendance.value,
                    "role": party.role,
                },
            )
        for claim in row.claims:
            told = {name: getattr(claim, name, None) for name, _ in TABLES["claims"]}
            status = claim.status.value if claim.status else None
            self._put("claims", {**told, "meeting": row.id, "status": status, "topics": list(claim.topics)})

    def flush(self) -> None:
        """Write what waits."""
        for name in self._waiting:
            self._write(name)

    def _put(self, name: str, row: dict[str, Any]) -> None:
        self._waiting[name].append(row)
        if len(self._waiting[name]) == _GROUP:
            self._write(name)

    def _write(self, name: str) -> None:
        rows = self._waiting[name]
        if rows:
            self._writers[name].write_table(pa.Table.from_pylist(rows, self._writers[name].schema))
            self.counts[name] += len(rows)
            rows.clear()


@contextmanager
def parquet(files: Mapping[str, BinaryIO], about: Mapping[str, str]) -> Iterator[Parquet]:
    """Tables to be written to these files, one for each name in ``TABLES``; ``about`` is kept in their metadata."""
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(ParquetWriter(files[name], pa.schema(columns, dict(about)), compression="zstd"))
            for name, columns in TABLES.items()
        }
        tables = Parquet(writers)
        yield tables
        tables.flush()
