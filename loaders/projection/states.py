"""Writing the states of meetings: only what changed, and a state that merely came to an end is closed in place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch, save
from loaders.projection.mentions import save_polities
from loaders.projection.pairs import CROWD, pairs_of, people_of, write_pairs
from loaders.resolve.history import State
from loaders.resolve.replay import Replayed
from loaders.resolve.venues import VenueRef
from schema.ledger import make_id
from schema.order import ahead, due, rank, runs_on
from schema.vocabulary import Attendance

STANDING = """
UNWIND $ids AS id MATCH (:Claim {id: id})-[:ABOUT]->(m:Meeting)
RETURN DISTINCT m.key AS key, m.id AS id, m.stamp AS stamp, m.known_from AS known_from, m.known_until AS known_until,
       m.kind AS kind, m.status AS status, m.start AS start, m.pairs AS pairs
"""
NAMED = """
UNWIND $ids AS id MATCH (:Meeting {key: id})-[e:HELD_AT|DISCUSSED]->(x) RETURN DISTINCT x.id AS id, e.name AS name
"""
CLOSE = """
UNWIND $rows AS row MATCH (m:Meeting {key: row.key})
SET m.known_until = row.known_until,
    m.due = CASE WHEN m.status = 'expected' AND row.known_until = '9999-99-99' THEN m.rank END
WITH m, row MATCH (m)-[e]-() SET e.known_until = row.known_until
"""
DELETE = "UNWIND $rows AS key MATCH (m:Meeting {key: key}) DETACH DELETE m"
CREATE = "UNWIND $rows AS row CREATE (m:Meeting) SET m = row"
ABOUT = """
UNWIND $rows AS row MATCH (m:Meeting {key: row.key}) MATCH (c:Claim {id: row.claim})
CREATE (c)-[e:ABOUT]->(m) SET e = row.edge
"""
_PERSON_ATTENDED = """
UNWIND $rows AS row MATCH (m:Meeting {key: row.key}) MATCH (p:Person {handle: row.handle})
CREATE (p)-[e:ATTENDED]->(m) SET e = row.edge
"""
_POLITY_ATTENDED = """
UNWIND $rows AS row MATCH (m:Meeting {key: row.key}) MATCH (g:Polity {id: row.handle})
CREATE (g)-[e:ATTENDED]->(m) SET e = row.edge
"""
ATTENDING = {
    (attendance, is_person): (_PERSON_ATTENDED if is_person else _POLITY_ATTENDED).replace("ATTENDED", attendance.edge)
    for attendance in Attendance
    for is_person in (True, False)
}
AMONG = """
UNWIND $rows AS row MATCH (m:Meeting {key: row.key}) MATCH (p:Person {handle: row.handle})
CREATE (p)-[e:AMONG]->(m) SET e = row.edge
"""
SAVE_VENUES = """
UNWIND $rows AS row MERGE (v:Venue {id: row.id})
SET v.name = CASE WHEN v.name IS NULL OR v.name < row.name THEN row.name ELSE v.name END,
    v.kind = row.kind, v.country = row.country, v.lat = row.lat, v.lon = row.lon
"""
IN_VENUE = """
UNWIND $rows AS row MATCH (v:Venue {id: row.id}) MATCH (w:Venue {id: row.within})
MERGE (v)-[:IN]->(w)
"""
IN_POLITY = """
UNWIND $rows AS row MATCH (v:Venue {id: row.id}) MATCH (g:Polity {id: row.polity})
MERGE (v)-[:IN]->(g)
"""
SAVE_TOPICS = """
UNWIND $rows AS row MERGE (t:Topic {id: row.id})
SET t.name = CASE WHEN t.name IS NULL OR t.name < row.name THEN row.name ELSE t.name END
"""
RENAME_TOPICS = """
UNWIND $rows AS id MATCH (t:Topic {id: id})<-[e:DISCUSSED]-() WITH t, max(e.name) AS name SET t.name = name
"""
RENAME_VENUES = """
UNWIND $rows AS id MATCH (v:Venue {id: id})<-[e:HELD_AT]-() WITH v, max(e.name) AS name SET v.name = name
"""
HELD_AT = """
UNWIND $rows AS row MATCH (m:Meeting {key: row.key}) MATCH (v:Venue {id: row.venue})
CREATE (m)-[e:HELD_AT]->(v) SET e = row.edge
"""
DISCUSSED = """
UNWIND $rows AS row MATCH (m:Meeting {key: row.key}) MATCH (t:Topic {id: row.topic})
CREATE (m)-[e:DISCUSSED]->(t) SET e = row.edge
"""
FORGET_FOLLOWED = "UNWIND $rows AS key MATCH (m:Meeting {key: key})-[e:FOLLOWED]-() DELETE e"
FOLLOWS = "UNWIND $ids AS id MATCH (:Claim {id: id})-[:FOLLOWS]->(d:Claim) RETURN id AS later, d.id AS earlier"
FOLLOWED_BY = "UNWIND $ids AS id MATCH (:Claim {id: id})<-[:FOLLOWS]-(c:Claim) RETURN c.id AS later, id AS earlier"
FOLLOWED = """
UNWIND $rows AS row
MATCH (:Claim {id: row.later})-[:ABOUT]->(m:Meeting) MATCH (:Claim {id: row.earlier})-[:ABOUT]->(n:Meeting)
WHERE m.id <> n.id AND m.known_from < n.known_until AND n.known_from < m.known_until
MERGE (m)-[e:FOLLOWED]->(n)
SET e.known_from = CASE WHEN m.known_from < n.known_from THEN n.known_from ELSE m.known_from END,
    e.known_until = CASE WHEN m.known_until < n.known_until THEN m.known_until ELSE n.known_until END
"""


@dataclass(slots=True)
class Written:
    """What lost something that hung on it, and may hang on nothing now; and what something hangs on."""

    topics: set[str] = field(default_factory=set)
    venues: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    """Places that something is held at now."""


def write_states(transaction: ManagedTransaction, found: Replayed) -> Written:
    """Bring the states of the meetings that were decided about anew to what was found."""
    old = {row["key"]: row for row in fetch(transaction, STANDING, found.moved)}
    states = {state.key: state for state in found.states}
    new = {key: row for key, row in old.items() if row["known_until"] < found.since}
    decided = sorted(old.keys() - new.keys())
    new |= {key: _row(state) for key, state in states.items()}
    fresh = sorted(key for key, row in new.items() if key not in old or old[key]["stamp"] != row["stamp"])
    stale = sorted(key for key, row in old.items() if key not in new or new[key]["stamp"] != row["stamp"])
    closed = [
        {"key": key, "known_until": row["known_until"]}
        for key, row in sorted(new.items())
        if key in old and old[key]["stamp"] == row["stamp"] and old[key]["known_until"] != row["known_until"]
    ]
    named = [(row["id"], row["name"]) for row in fetch(transaction, NAMED, stale)]
    write_pairs(transaction, list(old.values()), list(new.values()))
    if decided:
        transaction.run(FORGET_FOLLOWED, rows=decided).consume()
    if stale:
        transaction.run(DELETE, rows=stale).consume()
    save(transaction, CLOSE, closed)
    save(transaction, CREATE, [new[key] for key in fresh])
    written = _write_edges(transaction, [states[key] for key in fresh])
    told = {*found.moved, *(claim for state in found.states for claim in state.folded.claims)}
    follows = fetch(transaction, FOLLOWS, told) + fetch(transaction, FOLLOWED_BY, told)
    save(transaction, FOLLOWED, sorted(follows, key=lambda row: (row["later"], row["earlier"])))
    lost = {pair for pair in named if pair not in written}
    renamed = sorted({name for name, _ in lost})
    if renamed:
        transaction.run(RENAME_TOPICS, rows=renamed).consume()
        transaction.run(RENAME_VENUES, rows=renamed).consume()
    return Written(
        {name for name, _ in lost if name.startswith("t")},
        {name for name, _ in lost if name.startswith("v")},
        {name for name, _ in written if name.startswith("v")},
    )


def _row(state: State) -> Row:
    folded = state.folded
    row: dict[str, Any] = {
        "key": state.key,
        "id": folded.id,
        "known_from": state.known_from,
        "known_until": state.known_until,
        "kind": folded.kind.value,
        "status": folded.status.value,
        "start": folded.start,
        "end": folded.end,
        "precision": folded.precision.value if folded.precision else None,
        "title": folded.title,
        "sources": folded.sources,
        "rank": rank(folded.start, folded.id),
        "runs_on": runs_on(folded.start, folded.end),
        "ahead": ahead(folded.start, state.known_from, folded.id),
        "due": due(folded.status, state.known_until, folded.start, folded.id),
        "disagreements": list(folded.disagreements),
        "stamp": make_id("s", folded),
        "pairs": [f"{low.handle}|{high.handle}" for low, high in pairs_of(folded)],
    }
    return {name: value for name, value in row.items() if value is not None}


def _write_edges(transaction: ManagedTransaction, fresh: Sequence[State]) -> set[tuple[str, str]]:
    """Write all that hangs on new states; the ids and names of the topics and places among it."""
    named: set[tuple[str, str]] = set()
    about: list[Row] = []
    held_at: list[Row] = []
    discussed: list[Row] = []
    among: list[Row] = []
    attending: dict[tuple[Attendance, bool], list[Row]] = defaultdict(list)
    venues: set[VenueRef] = set()
    for state in fresh:
        folded, days = state.folded, {"known_from": state.known_from, "known_until": state.known_until}
        about += [{"key": state.key, "claim": claim, "edge": days} for claim in folded.claims]
        for side in folded.sides:
            edge = {**days, "claims": list(side.claims), "place": side.place}
            if side.inferred is not None:
                edge |= {"inferred": side.inferred, "as": f"inferred from {side.inferred}"}
            attending[side.attendance, side.is_person].append({"key": state.key, "handle": side.handle, "edge": edge})
        people = people_of(folded)
        if len(people) > CROWD:
            among += [{"key": state.key, "handle": side.handle, "edge": days} for side in people]
        if folded.venue is not None:
            venues.add(folded.venue)
            named.add((folded.venue.id, folded.venue.name))
            edge = {**days, "claims": list(folded.venue_claims), "name": folded.venue.name}
            held_at.append({"key": state.key, "venue": folded.venue.id, "edge": edge})
        for place, topic in enumerate(folded.topics):
            named.add((topic.id, topic.name))
            edge = {**days, "claims": list(topic.claims), "name": topic.name, "place": place}
            discussed.append({"key": state.key, "topic": topic.id, "edge": edge})
    save(transaction, ABOUT, about)
    for part, rows in sorted(attending.items()):
        save(transaction, ATTENDING[part], rows)
    save(transaction, AMONG, among)
    _write_venues(transaction, venues)
    save(transaction, HELD_AT, held_at)
    topics = sorted({(row["topic"], row["edge"]["name"]) for row in discussed})
    save(transaction, SAVE_TOPICS, [{"id": topic, "name": name} for topic, name in topics])
    save(transaction, DISCUSSED, discussed)
    return named


def _write_venues(transaction: ManagedTransaction, venues: Iterable[VenueRef]) -> None:
    places = {place.id: place for leaf in venues for place in leaf.chain}
    ordered = [place for _, place in sorted(places.items())]
    save(
        transaction,
        SAVE_VENUES,
        [
            {
                "id": place.id,
                "name": place.name,
                "kind": place.kind,
                "country": place.country,
                "lat": place.lat,
                "lon": place.lon,
            }
            for place in ordered
        ],
    )
    save(
        transaction,
        IN_VENUE,
        [{"id": place.id, "within": place.within.id} for place in ordered if place.within is not None],
    )
    countries = [place for place in ordered if place.kind == "country" and place.polity is not None]
    save_polities(transaction, {place.polity for place in countries if place.polity is not None})
    save(
        transaction,
        IN_POLITY,
        [{"id": place.id, "polity": place.polity.id} for place in countries if place.polity is not None],
    )
