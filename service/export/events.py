"""People, polities and the meetings they have a part in: a bipartite graph with all that is known of a meeting."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from sqlite3 import Connection
from typing import Any

from schema.ledger import make_id
from service.export.days import days, first_and_last, union
from service.export.looks import Camps, around, size
from service.export.setting import Setting
from service.export.shape import Column, Edge, Node, Value
from service.export.spool import put, runs
from service.export.ties import PUT_PARTY
from service.selection import EVERYTHING, MeetingRow, RowClaim

TABLES = """
CREATE TABLE party (id TEXT PRIMARY KEY, name TEXT, camp TEXT, country TEXT, iso TEXT, office TEXT) WITHOUT ROWID;
CREATE TABLE event (id TEXT PRIMARY KEY, title TEXT, start TEXT, end TEXT, told TEXT, sides TEXT);
CREATE TABLE part (
  event TEXT, party TEXT, attendance TEXT, role TEXT, is_person INTEGER, start TEXT, end TEXT,
  PRIMARY KEY (event, party, attendance)
) WITHOUT ROWID;
"""
PUT_EVENT = "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?)"
PUT_PART = "INSERT OR IGNORE INTO part VALUES (?, ?, ?, ?, ?, ?, ?)"
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
SELECT party, event, attendance, role, start, end FROM part ORDER BY event, party, attendance
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
    Column("quotes"),
)
"""What only meetings have. ``claims`` are ids, ``quotes`` what they say, one a line and in the same order."""
NODE_COLUMNS = (
    Column("category"),
    Column("country"),
    Column("iso"),
    Column("office"),
    Column("meetings", "integer"),
    Column("first_date"),
    Column("last_date"),
    Column("page"),
    *TOLD,
)
"""``category`` is person, polity or meeting."""
EDGE_COLUMNS = (Column("attendance"), Column("role"), Column("first_date"), Column("last_date"))

_STATUS_COLOURS = {"held": (68, 68, 68), "ongoing": (68, 68, 68)}
_NOT_HELD = (204, 204, 204)
_EVENT_SIZE = 8.0
_BATCH = 500


class Events:
    """Meetings, and who has which part in them."""

    title = "Meetings and those with a part in them"
    tables = TABLES
    parts = EVERYTHING
    node_columns: tuple[Column, ...] = NODE_COLUMNS
    edge_columns: tuple[Column, ...] = EDGE_COLUMNS

    def __init__(self, setting: Setting, database: Connection) -> None:
        self._setting = setting
        self._database = database
        self._ties: Counter[tuple[str, str]] = Counter()
        self._meetings = 0

    @property
    def meetings(self) -> int:
        """How many have somebody whose part counts."""
        return self._meetings

    def add(self, rows: Sequence[MeetingRow]) -> None:
        """Put meetings down."""
        known: dict[str, tuple[Value, ...]] = {}
        parts: list[tuple[Value, ...]] = []
        events: list[tuple[Value, ...]] = []
        for row in rows:
            sides = [party for party in row.parties if party.attendance in self._setting.options.include]
            if not sides:
                continue
            whose = make_id("s", *sorted({party.id for party in sides}))
            events.append((row.id, row.title, row.start, row.end, json.dumps(_told(row), ensure_ascii=False), whose))
            camps = set()
            for party in sides:
                named = self._setting.named(party)
                camps.add(named.camp)
                known[party.id] = (party.id, party.name, named.camp, named.country, named.iso, party.office)
                is_person = int(party.kind == "person")
                parts.append((row.id, party.id, party.attendance.value, party.role, is_person, row.start, row.end))
            self._ties.update(combinations(sorted(camps), 2))
        self._meetings += len(events)
        put(self._database, PUT_PARTY, list(known.values()))
        put(self._database, PUT_EVENT, events)
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
                ("meeting", None, None, None, None, first, last, self._setting.page("meeting", event), *values),
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
                (
                    category,
                    country,
                    iso,
                    office,
                    meetings,
                    *first_and_last(spans),
                    self._page(party, is_person),
                    *([None] * len(TOLD)),
                ),
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

    def _page(self, party: str, is_person: int) -> str:
        return self._setting.page("person" if is_person else "polity", party)

    def edges(self) -> Iterator[Edge]:
        """Who has which part in which meeting; where somebody is told to have two, both."""
        for party, event, attendance, role, start, end in self._database.execute(EDGES):
            values = (attendance, role, *first_and_last([(start, end)]))
            edge = make_id("e", party, event, attendance)
            yield Edge(edge, party, event, 1.0, values, days(start, end), attendance)


def _told(row: MeetingRow) -> tuple[Value, ...]:
    """The values of the columns ``TOLD``."""
    venue = row.venue
    return (
        row.kind.value,
        row.status.value,
        row.precision.value if row.precision else None,
        *((venue.name, venue.country, venue.lat, venue.lon) if venue else (None, None, None, None)),
        "; ".join(row.topics),
        row.sources,
        "; ".join(row.disagreements),
        row.known_from,
        "; ".join(claim.id for claim in row.claims),
        "\n".join(map(_quoted, row.claims)),
    )


def _quoted(claim: RowClaim) -> str:
    """A claim on one line: whose, its words, where they stand."""
    words = f"{claim.by}: “{claim.quote}”" if claim.by else f"“{claim.quote}”"
    where = ", ".join(part for part in (claim.publisher, claim.published, claim.url) if part)
    return " ".join(f"{words} ({where})".split()) if where else " ".join(words.split())


def _middle(rows: Sequence[tuple[Any, ...]]) -> tuple[float, float]:
    """The middle of the places in the last two columns."""
    return sum(row[-2] for row in rows) / len(rows), sum(row[-1] for row in rows) / len(rows)
