"""What an analyst judged the same: places and offices that are taken for another one."""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch
from loaders.resolve.groups import Groups
from loaders.resolve.offices import OfficeRef, named, offices
from schema.vocabulary import Verb

JUDGED = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.undone IS NULL AND j.verb IN ['same', 'not_same']
RETURN j.id AS judgement, j.verb AS verb, j.subject AS subject, j.object AS object, j.made AS made,
       j.field AS field, j.value AS value
"""
JUDGED_SECOND = JUDGED.replace("subject: id", "object: id")
MEANT = """
UNWIND $ids AS id MATCH (o:Office {id: id})<-[:IS]-(n:Mention) MATCH (f:Profile {id: n.profile})
RETURN DISTINCT id AS office, f.title AS title, f.of AS of
"""


def judged_together(transaction: ManagedTransaction, places: set[str]) -> tuple[list[Row], set[str]]:
    """The judgements on these places (or offices) and those they lead to, in the order made, and all these places."""
    judgements: dict[str, Row] = {}
    known: set[str] = set()
    frontier = places
    while frontier:
        known |= frontier
        rows = fetch(transaction, JUDGED, frontier) + fetch(transaction, JUDGED_SECOND, frontier)
        judgements |= {row["judgement"]: row for row in rows}
        frontier = {row[end] for row in rows for end in ("subject", "object")} - known
    return sorted(judgements.values(), key=lambda row: (row["made"], row["judgement"])), known


def offices_taken_for(transaction: ManagedTransaction, wanted: Iterable[str]) -> dict[str, OfficeRef]:
    """For those of the offices that are taken for another, by id, which one that is."""
    sought = set(wanted)
    judgements, known = judged_together(transaction, sought)
    groups = Groups(known)
    parted = [(row["subject"], row["object"]) for row in judgements if row["verb"] == Verb.NOT_SAME]
    names: dict[str, OfficeRef] = {}
    for row in judgements:
        if row["verb"] == Verb.SAME:
            names[row["subject"]] = named(row["field"], row["value"])
            roots = {groups.root(row["subject"]), groups.root(row["object"])}
            if not any({groups.root(left), groups.root(right)} == roots for left, right in parted):
                groups.join(row["object"], row["subject"])
    return {name: names[root] for name in sought & known if (root := groups.root(name)) != name}


def meant_by(transaction: ManagedTransaction, office: str) -> OfficeRef | None:
    """The office with this id in its own name, also where it is taken for another; None where no mention means it."""
    taken = offices_taken_for(transaction, [office])
    node = taken[office].id if office in taken else office
    for row in fetch(transaction, MEANT, [node]):
        for ref in offices(row["title"], row["of"]):
            if ref.id == office:
                return ref
    return None
