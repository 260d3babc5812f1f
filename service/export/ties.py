"""Who is tied to whom: pairs of people, or of polities, with all their contacts, put together on disk."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from sqlite3 import Connection
from typing import Any

from schema.ledger import make_id
from schema.vocabulary import Kind
from service.export.days import days, first_and_last, union
from service.export.levels import LEVELS, lower
from service.export.looks import Camps, size
from service.export.shape import Column, Edge, Node, Value
from service.export.spool import put, runs

TABLES = """
CREATE TABLE party (id TEXT PRIMARY KEY, name TEXT, camp TEXT, country TEXT, iso TEXT, office TEXT) WITHOUT ROWID;
CREATE TABLE tie (low TEXT, high TEXT, kind TEXT, level TEXT, start TEXT, end TEXT, weight REAL, meeting TEXT);
CREATE TABLE part (party TEXT, start TEXT, end TEXT, meeting TEXT);
"""
PUT_PARTY = "INSERT OR IGNORE INTO party VALUES (?, ?, ?, ?, ?, ?)"
PUT_TIE = "INSERT INTO tie VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
PUT_PART = "INSERT INTO part VALUES (?, ?, ?, ?)"
SETTLE = """
CREATE TABLE pair AS SELECT low, high, sum(weight) AS weight FROM (SELECT * FROM tie ORDER BY low, high, meeting)
GROUP BY low, high;
CREATE TABLE degree AS SELECT party.camp AS camp, count(*) AS contacts, ends.id AS id
FROM (SELECT low AS id FROM pair UNION ALL SELECT high AS id FROM pair) AS ends JOIN party ON party.id = ends.id
GROUP BY ends.id;
CREATE INDEX degrees ON degree (camp, contacts DESC, id);
"""
DEGREES = "SELECT camp, contacts FROM degree ORDER BY camp, contacts DESC, id"
CAMP_TIES = """
SELECT min(a.camp, b.camp), max(a.camp, b.camp), sum(pair.weight) FROM pair
JOIN party AS a ON a.id = pair.low JOIN party AS b ON b.id = pair.high
WHERE a.camp <> b.camp GROUP BY 1, 2
"""
NODES = """
SELECT degree.camp, degree.contacts, degree.id, party.name, party.country, party.iso, party.office,
       part.start, part.end, part.meeting
FROM degree JOIN party ON party.id = degree.id JOIN part ON part.party = degree.id
ORDER BY degree.camp, degree.contacts DESC, degree.id, part.start, part.meeting
"""
EDGES = "SELECT low, high, kind, level, start, end, weight, meeting FROM tie ORDER BY low, high, start, meeting"
EDGES_BY_KIND = """
SELECT low, high, kind, level, start, end, weight, meeting FROM tie ORDER BY low, high, kind, start, meeting
"""

LEVEL_WEIGHTS = {"heads": 3.0, "ministers": 2.0, "envoys": 1.0, "others": 1.0}
"""What a contact of two polities weighs by its level: the lower of the highest ranks on either side."""

KIND_COLUMNS = {
    Kind.CALL: "calls",
    Kind.VIDEO_CALL: "video_calls",
    Kind.MESSAGE: "messages",
    Kind.MEETING: "meetings",
    Kind.VISIT: "visits",
    Kind.TALKS: "talks",
    Kind.SUMMIT: "summits",
    Kind.CONVERSATION: "conversations",
}
TIE_COLUMNS = (
    Column("contacts", "integer"),
    *(Column(name, "integer") for name in KIND_COLUMNS.values()),
    Column("undated", "integer"),
    Column("first_date"),
    Column("last_date"),
    Column("page"),
)
"""``contacts`` is how many; ``undated`` those of them that have no full day."""
LEVEL_COLUMNS = tuple(Column(name, "integer") for name in LEVELS)
NODE_COLUMNS = (
    Column("country"),
    Column("iso"),
    Column("office"),
    Column("contacts", "integer"),
    Column("meetings", "integer"),
    Column("first_date"),
    Column("last_date"),
    Column("page"),
)
"""``contacts`` is the number of those it is in contact with, ``meetings`` that of the contacts themselves."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part."""

    id: str
    name: str
    camp: str
    """Id of the polity that it is or acts for; its own where none is known."""
    country: str | None
    iso: str | None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One meeting as it ties parties."""

    meeting: str
    kind: Kind
    start: str | None
    end: str | None
    parties: tuple[Party, ...]
    """Each once."""
    levels: Mapping[str, str] | None = None
    """Level of each party by id, where ties are told apart by it."""


class Ties:
    """The ties of many contacts. First ``add`` all, then ``settle``, then read."""

    def __init__(self, database: Connection) -> None:
        self._database = database
        self.meetings = 0

    def add(self, contacts: Sequence[Contact]) -> None:
        """Put contacts down. Parties of one camp are tied only where there is no other camp."""
        parties: dict[str, Party] = {}
        ties: list[tuple[Value, ...]] = []
        parts: list[tuple[Value, ...]] = []
        for contact in contacts:
            several = len({party.camp for party in contact.parties}) > 1
            pairs = [
                (low, high)
                for low, high in combinations(sorted(contact.parties, key=lambda party: party.id), 2)
                if not several or low.camp != high.camp
            ]
            if not pairs:
                continue
            self.meetings += 1
            weight = 1 / (len(contact.parties) - 1)
            span = (contact.start, contact.end)
            for low, high in pairs:
                level = lower(contact.levels[low.id], contact.levels[high.id]) if contact.levels else None
                ties.append((low.id, high.id, contact.kind.value, level, *span, weight, contact.meeting))
            for party in contact.parties:
                parties.setdefault(party.id, party)
                parts.append((party.id, *span, contact.meeting))
        known = [(one.id, one.name, one.camp, one.country, one.iso, one.office) for one in parties.values()]
        put(self._database, PUT_PARTY, known)
        put(self._database, PUT_TIE, ties)
        put(self._database, PUT_PART, parts)

    def settle(self) -> None:
        """Make ready for reading, once all is added."""
        self._database.executescript(SETTLE)

    def nodes(self, page: Callable[[str], str]) -> Iterator[Node]:
        """Everybody who is tied to somebody, camp by camp, those with most contacts first; ``page`` gives addresses."""
        ties = {(low, high): weight for low, high, weight in self._database.execute(CAMP_TIES)}
        camps = Camps.of(self._database.execute(DEGREES), ties)
        camp, number = "", 0
        for rows in runs(self._database.execute(NODES), 3):
            run = _once(rows, 9)
            own, contacts, party, name, country, iso, office, *_ = run[0]
            number = number + 1 if own == camp else 0
            camp = own
            spans = [(row[7], row[8]) for row in run]
            x, y = camps.place(camp, number)
            yield Node(
                party,
                name,
                (country, iso, office, contacts, len(run), *first_and_last(spans), page(party)),
                union(spans),
                x,
                y,
                size(contacts),
                camps.colour(camp),
            )

    def edges(self, by_kind: bool, page: Callable[[str, str], str]) -> Iterator[Edge]:
        """The ties: one a pair, or one a pair and kind; by level where levels were given."""
        query, width = (EDGES_BY_KIND, 3) if by_kind else (EDGES, 2)
        for rows in runs(self._database.execute(query), width):
            run = _once(rows, 7)
            low, high, kind = run[0][:3]
            spans = [(row[4], row[5]) for row in run]
            kinds = Counter(row[2] for row in run)
            levels = Counter(row[3] for row in run)
            weight = sum(row[6] * LEVEL_WEIGHTS.get(row[3], 1.0) for row in run)
            yield Edge(
                make_id("e", low, high, *([kind] if by_kind else [])),
                low,
                high,
                max(round(weight, 4), 0.0001),
                (
                    len(run),
                    *(kinds[each] for each in KIND_COLUMNS),
                    sum(not days(*span) for span in spans),
                    *first_and_last(spans),
                    page(low, high),
                    *((levels[each] for each in LEVELS) if None not in levels else ()),
                ),
                union(spans),
                kind if by_kind else None,
            )


def _once(rows: Sequence[tuple[Any, ...]], at: int) -> list[tuple[Any, ...]]:
    """The rows without repeated meetings: one that was moved while all were read came twice."""
    return list({row[at]: row for row in rows}.values())
