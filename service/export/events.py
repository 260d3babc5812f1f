"""People, polities and the meetings they have a part in: a bipartite graph with all that is known of a meeting."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from sqlite3 import Connection
from typing import Any

from schema.ledger import make_id
from service.export.days import days, first_and_last, union
from service.export.looks import Camps, around, size
from service.export.shape import Column, Edge, Node, Value
from service.export.spool import put, runs
from service.export.ties import PUT_PARTY, Party

TABLES = """
CREATE TABLE party (id TEXT PRIMARY KEY, name TEXT, camp TEXT, country TEXT, iso TEXT, office TEXT) WITHOUT ROWID;
CREATE TABLE event (id TEXT, title TEXT, start TEXT, end TEXT, told TEXT, sides TEXT);
CREATE TABLE part (event TEXT, party TEXT, attendance TEXT, is_person INTEGER, start TEXT, end TEXT);
"""
PUT_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)"
PUT_PART = "INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)"
SETTLE = """
CREATE TABLE degree AS SELECT party.camp AS camp, count(*) AS meetings, party.id AS id
FROM part JOIN party ON party.id = part.party GROUP BY party.id;
CREATE INDEX degrees ON degree (camp, meetings DESC, id);
CREATE TABLE place (id TEXT PRIMARY KEY, x REAL, y REAL) WITHOUT ROWID;
"""
DEGREES = "SELECT camp, meetings FROM degree ORDER BY camp, meetings DESC, id"
PARTIES = """
SELECT degree.camp, degree.meetings, degree.id, party.name, party.country, party.iso, party.office, part.is_person,
       part.start, part.end
FROM degree JOIN party ON party.id = degree.id JOIN part ON part.party = degree.id
ORDER BY degree.camp, degree.meetings DESC, degree.id, part.start, part.event
"""
PUT_PLACE = "INSERT INTO place VALUES (?, ?, ?)"
EVENTS = """
SELECT event.sides, event.id, event.title, event.start, event.end, event.told, place.x, place.y
FROM event JOIN part ON part.event = event.id JOIN place ON place.id = part.party
ORDER BY event.sides, event.start, event.id, part.party
"""
EDGES = """
SELECT party, event, attendance, start, end FROM part ORDER BY event, party, attendance
"""

TOLD = (
    Column("kind"),
    Column("status"),
    Column("precision"),
    Column("venue"),
    Column("venue_country"),
    Column("latitude", "double"),
    Column("longitude", "double"),
    Column("topics"),
    Column("sources", "integer"),
    Column("disagreements"),
    Column("known_from"),
    Column("claims"),
)
"""What only meetings have. ``claims`` is JSON: for each claim its id, quote, speaker, and article."""
NODE_COLUMNS = (
    Column("category"),
    Column("country"),
    Column("iso"),
    Column("office"),
    Column("meetings", "integer"),
    Column("first_date"),
    Column("last_date"),
    *TOLD,
)
"""``category`` is person, polity or meeting."""
EDGE_COLUMNS = (Column("attendance"), Column("first_date"), Column("last_date"))

_STATUS_COLOURS = {"held": (68, 68, 68), "ongoing": (68, 68, 68)}
_NOT_HELD = (204, 204, 204)
_EVENT_SIZE = 8.0
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting with all that is told of it; ``told`` are the values of the columns ``TOLD``."""

    id: str
    title: str
    start: str | None
    end: str | None
    told: tuple[Value, ...]
    parts: tuple[tuple[Party, str, bool], ...]
    """Who, with which attendance, and whether it is a person."""


class Events:
    """Meetings with those who have a part in them. First ``add`` all, then ``settle``, then read nodes, then edges."""

    def __init__(self, database: Connection) -> None:
        self._database = database
        self._ties: Counter[tuple[str, str]] = Counter()
        self.meetings = 0

    def add(self, events: Sequence[Event]) -> None:
        """Put meetings down."""
        self.meetings += len(events)
        parties: dict[str, Party] = {}
        parts: list[tuple[Value, ...]] = []
        rows: list[tuple[Value, ...]] = []
        for event in events:
            sides = sorted({party.id for party, _, _ in event.parts})
            told = json.dumps(event.told, ensure_ascii=False)
            rows.append((event.id, event.title, event.start, event.end, told, make_id("s", *sides)))
            for party, attendance, is_person in event.parts:
                parties.setdefault(party.id, party)
                parts.append((event.id, party.id, attendance, int(is_person), event.start, event.end))
            camps = sorted({party.camp for party, _, _ in event.parts})
            self._ties.update(combinations(camps, 2))
        known = [(one.id, one.name, one.camp, one.country, one.iso, one.office) for one in parties.values()]
        put(self._database, PUT_PARTY, known)
        put(self._database, PUT_EVENT, rows)
        put(self._database, PUT_PART, parts)

    def settle(self) -> None:
        """Make ready for reading, once all is added."""
        self._database.executescript(SETTLE)

    def nodes(self) -> Iterator[Node]:
        """People and polities, then meetings, each between those who have a part in it."""
        yield from self._parties()
        number = 0
        sides = ""
        for run in runs(self._database.execute(EVENTS), 2):
            _, event, title, start, end, told, *_ = run[0]
            number = number + 1 if run[0][0] == sides else 0
            sides = run[0][0]
            values = json.loads(told)
            x, y = around(_middle(run), 9.0 * number**0.5, number)
            first, last = first_and_last([(start, end)])
            yield Node(
                event,
                title,
                ("meeting", None, None, None, None, first, last, *values),
                days(start, end),
                x,
                y,
                _EVENT_SIZE,
                _STATUS_COLOURS.get(values[1], _NOT_HELD),
            )

    def _parties(self) -> Iterator[Node]:
        camps = Camps.of(self._database.execute(DEGREES), self._ties)
        places: list[tuple[str, float, float]] = []
        camp, number = "", 0
        for run in runs(self._database.execute(PARTIES), 3):
            own, meetings, party, name, country, iso, office, is_person, *_ = run[0]
            number = number + 1 if own == camp else 0
            camp = own
            spans = [(row[8], row[9]) for row in run]
            x, y = camps.place(camp, number)
            places.append((party, x, y))
            category = "person" if is_person else "polity"
            yield Node(
                party,
                name,
                (category, country, iso, office, meetings, *first_and_last(spans), *([None] * len(TOLD))),
                union(spans),
                x,
                y,
                size(meetings),
                camps.colour(camp),
            )
            if len(places) == _BATCH:
                put(self._database, PUT_PLACE, places)
                places.clear()
        put(self._database, PUT_PLACE, places)

    def edges(self) -> Iterator[Edge]:
        """Who has which part in which meeting; where somebody is told to have two, both."""
        for party, event, attendance, start, end in self._database.execute(EDGES):
            values = (attendance, *first_and_last([(start, end)]))
            edge = make_id("e", party, event, attendance)
            yield Edge(edge, party, event, 1.0, values, days(start, end), attendance)


def _middle(rows: Sequence[tuple[Any, ...]]) -> tuple[float, float]:
    """The middle of the places in the last two columns."""
    return sum(row[-2] for row in rows) / len(rows), sum(row[-1] for row in rows) / len(rows)
