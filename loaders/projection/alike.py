"""Candidates among offices and places: found by the words of their names as nodes come, change and go."""

from collections.abc import Iterable, Mapping

from neo4j import ManagedTransaction

from loaders.projection.candidates import row_of
from loaders.projection.cypher import fetch, save
from loaders.projection.taken import judged_together
from loaders.resolve.alike import Named, alike
from schema.vocabulary import Subject, Verb

_OFFICES = "UNWIND $ids AS id MATCH (x:Office {id: id}) RETURN id, x.title AS name, x.of AS of, 'office' AS kind"
_VENUES = "UNWIND $ids AS id MATCH (x:Venue {id: id}) RETURN id, x.name AS name, x.country AS of, x.kind AS kind"
NODES: Mapping[Subject, str] = {Subject.OFFICE: _OFFICES, Subject.VENUE: _VENUES}
_NEAR = """
UNWIND $ids AS id MATCH (:Key {id: id})<-[:KEYED]-(x:Office)
RETURN DISTINCT x.id AS id, x.title AS name, x.of AS of, 'office' AS kind
"""
NEAR: Mapping[Subject, str] = {
    Subject.OFFICE: _NEAR,
    Subject.VENUE: _NEAR.replace("Office", "Venue").replace(
        "x.title AS name, x.of AS of, 'office' AS kind", "x.name AS name, x.country AS of, x.kind AS kind"
    ),
}
_KEYED = "UNWIND $ids AS id MATCH (x:Office {id: id})-[:KEYED]->(k:Key) RETURN id, k.id AS key"
KEYED = {subject: _KEYED.replace("Office", subject.value.title()) for subject in NODES}
_KEY = """
UNWIND $rows AS row MERGE (k:Key {id: row.key}) WITH k, row MATCH (x:Office {id: row.id}) CREATE (x)-[:KEYED]->(k)
"""
KEY = {subject: _KEY.replace("Office", subject.value.title()) for subject in NODES}
_UNKEY = "UNWIND $rows AS row MATCH (:Office {id: row.id})-[e:KEYED]->(:Key {id: row.key}) DELETE e"
UNKEY = {subject: _UNKEY.replace("Office", subject.value.title()) for subject in NODES}
STANDING = "UNWIND $ids AS id MATCH (q:Candidate {left: id}) RETURN q.id AS id, q.stamp AS stamp"
STANDING_SECOND = "UNWIND $ids AS id MATCH (q:Candidate {right: id}) RETURN q.id AS id, q.stamp AS stamp"
DELETE = "UNWIND $rows AS id MATCH (q:Candidate {id: id}) DETACH DELETE q"
CREATE = "UNWIND $rows AS row CREATE (q:Candidate) SET q = row"

_WELL_KNOWN = frozenset({"city", "country"})
"""Kinds of places that are known beyond doubt."""


def settle_alike(transaction: ManagedTransaction, subject: Subject, touched: Iterable[str]) -> None:
    """Bring the candidates of these offices or places, new, changed, judged or gone, to what they are now."""
    wanted = set(touched)
    if not wanted:
        return
    there = _named(subject, fetch(transaction, NODES[subject], wanted))
    before = {(row["id"], row["key"]) for row in fetch(transaction, KEYED[subject], wanted)}
    now = {(one.id, key) for one in there.values() for key in one.keys}
    save(transaction, UNKEY[subject], [{"id": name, "key": key} for name, key in sorted(before - now)])
    save(transaction, KEY[subject], [{"id": name, "key": key} for name, key in sorted(now - before)])
    near = _named(subject, fetch(transaction, NEAR[subject], {key for _, key in now}))
    judgements, _ = judged_together(transaction, wanted) if there else ([], set())
    apart = {frozenset((row["subject"], row["object"])) for row in judgements if row["verb"] == Verb.NOT_SAME}
    found = {}
    for one in there.values():
        for other in near.values():
            if one.id != other.id and frozenset((one.id, other.id)) not in apart and set(one.keys) & set(other.keys):
                candidate = alike(one, other)
                if candidate is not None:
                    found[candidate.id] = row_of(candidate)
    stood = {
        row["id"]: row["stamp"]
        for row in fetch(transaction, STANDING, wanted) + fetch(transaction, STANDING_SECOND, wanted)
    }
    stale = sorted(name for name, stamp in stood.items() if name not in found or found[name]["stamp"] != stamp)
    if stale:
        transaction.run(DELETE, rows=stale).consume()
    save(transaction, CREATE, [row for name, row in sorted(found.items()) if stood.get(name) != row["stamp"]])


def _named(subject: Subject, rows: Iterable[Mapping[str, str | None]]) -> dict[str, Named]:
    return {
        str(row["id"]): Named(subject, str(row["id"]), str(row["name"]), row["of"] or "")
        for row in rows
        if row["kind"] not in _WELL_KNOWN
    }
