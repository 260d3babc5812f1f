"""Edges between people who called or met: only what changed, looked for from where they are few.

Between n people there are n(n-1)/2 pairs, so a meeting of more than ``CROWD`` people has none: who was there together
is then to be found through the meeting, to which ``AMONG`` edges lead.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch, save
from loaders.resolve.fold import Attending, Folded
from schema.vocabulary import Attendance, Kind

CROWD = 50
"""People up to whom each two who meet have an edge: 1,225 at most."""

CALLED = """
UNWIND $rows AS row MATCH (a:Person {handle: row.low}) MATCH (b:Person {handle: row.high})
CREATE (a)-[e:CALLED]->(b) SET e = row.edge
"""
MET = CALLED.replace("CALLED", "MET")
WEIGHTS = """
UNWIND $ids AS id MATCH (p:Person {handle: id})<-[:BELONGS]-(f:Profile) RETURN id AS handle, sum(f.count) AS weight
"""
_UNPAIR_LOW = """
UNWIND $rows AS row MATCH (a:Person {handle: row.low})-[e:CALLED]->(b:Person {handle: row.high})
WHERE e.meeting = row.meeting AND e.known_from = row.known_from DELETE e
"""
_UNPAIR_HIGH = """
UNWIND $rows AS row MATCH (b:Person {handle: row.high})<-[e:CALLED]-(a:Person {handle: row.low})
WHERE e.meeting = row.meeting AND e.known_from = row.known_from DELETE e
"""
UNPAIR = {
    (called, from_low): (_UNPAIR_LOW if from_low else _UNPAIR_HIGH).replace("CALLED", "CALLED" if called else "MET")
    for called in (True, False)
    for from_low in (True, False)
}
"""By whether they called, and whether the edge is looked for from its beginning."""

CALLS = frozenset({Kind.CALL, Kind.VIDEO_CALL})
IN_PERSON = frozenset({Kind.MEETING, Kind.VISIT, Kind.TALKS, Kind.SUMMIT})
_TAKING_PART = frozenset({Attendance.ATTENDED, Attendance.EXPECTED, Attendance.POSSIBLE})


@dataclass(frozen=True, slots=True)
class PairEdge:
    """That two people called or met, for as long as it was told alike."""

    called: bool
    low: str
    high: str
    meeting: str
    date: str | None
    status: str
    known_from: str
    known_until: str


def people_of(folded: Folded) -> list[Attending]:
    """The people who take part in a contact of a kind that brings them together."""
    if folded.kind not in CALLS | IN_PERSON:
        return []
    return [side for side in folded.sides if side.is_person and side.attendance in _TAKING_PART]


def pairs_of(folded: Folded) -> list[tuple[Attending, Attending]]:
    """Each two of different camps, or of one where there is one only; none of a crowd."""
    people = people_of(folded)
    if len(people) > CROWD:
        return []
    return [(left, right) for left, right in combinations(people, 2) if left.camp != right.camp] or (
        list(combinations(people, 2)) if len({side.camp for side in folded.sides}) == 1 else []
    )


def _pair_edges(rows: Iterable[Row]) -> set[PairEdge]:
    """One edge for each pair over all states that follow each other in which it is the same."""
    found: set[PairEdge] = set()
    open_: dict[tuple[object, ...], PairEdge] = {}
    for row in sorted(rows, key=lambda one: (one["id"], one["known_from"])):
        called = Kind(row["kind"]) in CALLS
        for pair in row.get("pairs") or ():
            low, high = pair.split("|")
            what = (called, low, high, row["id"], row.get("start"), row["status"])
            last = open_.get(what)
            since = last.known_from if last and last.known_until == row["known_from"] else row["known_from"]
            if last is not None and since == last.known_from:
                found.discard(last)
            edge = PairEdge(called, low, high, row["id"], row.get("start"), row["status"], since, row["known_until"])
            open_[what] = edge
            found.add(edge)
    return found


def write_pairs(transaction: ManagedTransaction, old: Sequence[Row], new: Sequence[Row]) -> None:
    """Bring the edges from what the rows of states were to what they are now.

    They are looked for from the person who has fewer of them: the other may have thousands.
    """
    before, now = _pair_edges(old), _pair_edges(new)
    stale, fresh = before - now, now - before
    people = {handle for edge in stale for handle in (edge.low, edge.high)}
    weights = {row["handle"]: row["weight"] for row in fetch(transaction, WEIGHTS, people)}
    rows: dict[tuple[bool, bool], list[Row]] = defaultdict(list)
    for edge in sorted(stale, key=_pair_order):
        from_low = weights.get(edge.low, 0) <= weights.get(edge.high, 0)
        row = {"low": edge.low, "high": edge.high, "meeting": edge.meeting, "known_from": edge.known_from}
        rows[edge.called, from_low].append(row)
    for how, found in sorted(rows.items()):
        save(transaction, UNPAIR[how], found)
    for cypher, called in ((CALLED, True), (MET, False)):
        edges = sorted((edge for edge in fresh if edge.called is called), key=_pair_order)
        save(transaction, cypher, [{"low": edge.low, "high": edge.high, "edge": _pair_row(edge)} for edge in edges])


def _pair_order(edge: PairEdge) -> tuple[str, ...]:
    return edge.low, edge.high, edge.meeting, edge.known_from


def _pair_row(edge: PairEdge) -> Row:
    row = {
        "meeting": edge.meeting,
        "date": edge.date,
        "status": edge.status,
        "known_from": edge.known_from,
        "known_until": edge.known_until,
    }
    return {name: value for name, value in row.items() if value is not None}
