"""Candidates in the graph: pairs for an analyst to look at, written anew with the blocks that they were found in."""

from collections.abc import Iterable, Mapping, Sequence

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch, save
from loaders.resolve.candidates import Candidate
from schema.ledger import make_id
from schema.vocabulary import Subject

_STANDING = """
UNWIND $ids AS id MATCH (:Profile {id: id})<-[:RESTS_ON]-(q:Candidate) RETURN DISTINCT q.id AS id, q.stamp AS stamp
"""
_REST = """
UNWIND $rows AS row MATCH (q:Candidate {id: row.id}) MATCH (x:Profile {id: row.on}) CREATE (q)-[:RESTS_ON]->(x)
"""
_LABELS: Mapping[Subject, str] = {Subject.PERSON: "Profile", Subject.MEETING: "Claim"}
STANDING = {subject: _STANDING.replace("Profile", label) for subject, label in _LABELS.items()}
REST = {subject: _REST.replace("Profile", label) for subject, label in _LABELS.items()}
DELETE = "UNWIND $rows AS id MATCH (q:Candidate {id: id}) DETACH DELETE q"
CREATE = "UNWIND $rows AS row CREATE (q:Candidate) SET q = row"


def write_candidates(
    transaction: ManagedTransaction, subject: Subject, looked_at: Iterable[str], found: Sequence[Candidate]
) -> None:
    """Bring the candidates that rest on what was looked at to ``found``, which are all that do now."""
    there = {row["id"]: row["stamp"] for row in fetch(transaction, STANDING[subject], looked_at)}
    now = {one.id: one for one in found}
    rows = {name: row_of(one) for name, one in sorted(now.items())}
    stale = sorted(name for name, stamp in there.items() if name not in rows or rows[name]["stamp"] != stamp)
    fresh = [name for name, row in rows.items() if there.get(name) != row["stamp"]]
    if stale:
        transaction.run(DELETE, rows=stale).consume()
    save(transaction, CREATE, [rows[name] for name in fresh])
    save(
        transaction, REST[subject], [{"id": name, "on": one} for name in fresh for one in sorted({*now[name].support})]
    )


def row_of(candidate: Candidate) -> Row:
    """The properties of its node; ``stamp`` tells whether it has changed."""
    row: Row = {
        "id": candidate.id,
        "subject": candidate.subject.value,
        "left": candidate.left,
        "right": candidate.right,
        "joined": candidate.joined,
        "score": candidate.score,
        "reasons": list(candidate.reasons),
        "known_from": candidate.known_from,
        "stamp": make_id("s", candidate),
    }
    return {name: value for name, value in row.items() if value is not None}
