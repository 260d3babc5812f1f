"""Places that an analyst judged the same: all but one are taken for that one."""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch
from loaders.resolve.groups import Groups
from loaders.resolve.venues import VenueRef, venue
from schema.vocabulary import Verb

JUDGED = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.undone IS NULL AND j.verb IN ['same', 'not_same']
RETURN j.id AS judgement, j.verb AS verb, j.subject AS subject, j.object AS object, j.made AS made
"""
JUDGED_SECOND = JUDGED.replace("subject: id", "object: id")
WRITTEN = "MATCH (c:Claim {place: $id}) RETURN c.venue AS venue, c.venue_country AS country LIMIT 1"
CONTACTS_AT = "UNWIND $ids AS id MATCH (c:Claim {place: id}) RETURN DISTINCT c.contact AS contact"
CONTACTS_HELD_AT = """
UNWIND $ids AS id MATCH (:Venue {id: id})<-[:HELD_AT]-(:Meeting)<-[:ABOUT]-(c:Claim)
RETURN DISTINCT c.contact AS contact
"""


def taken_for(transaction: ManagedTransaction, places: Iterable[VenueRef]) -> dict[str, VenueRef]:
    """For those of the places that are taken for another, by id, which one that is."""
    wanted = {place.id for place in places}
    judgements, known = _judged(transaction, wanted)
    if not judgements:
        return {}
    groups = Groups(known)
    parted = [(row["subject"], row["object"]) for row in judgements if row["verb"] == Verb.NOT_SAME]
    for row in judgements:
        if row["verb"] == Verb.SAME:
            roots = {groups.root(row["subject"]), groups.root(row["object"])}
            if not any({groups.root(left), groups.root(right)} == roots for left, right in parted):
                groups.join(row["subject"], row["object"])
    found: dict[str, VenueRef] = {}
    for group in groups.all():
        written = [ref for name in group if (ref := _written(transaction, name)) is not None] if len(group) > 1 else []
        if written:
            found |= {name: written[0] for name in group if name in wanted and name != written[0].id}
    return found


def contacts_at(transaction: ManagedTransaction, places: Iterable[str]) -> set[str]:
    """The contacts that took place at these places or at any that they are judged on together."""
    wanted = set(places)
    _, known = _judged(transaction, wanted)
    return {row["contact"] for row in fetch(transaction, CONTACTS_AT, known | wanted)} | {
        row["contact"] for row in fetch(transaction, CONTACTS_HELD_AT, known | wanted)
    }


def _judged(transaction: ManagedTransaction, places: set[str]) -> tuple[list[Row], set[str]]:
    """The judgements on these places and on those that they lead to, in the order made, and all these places."""
    judgements: dict[str, Row] = {}
    known: set[str] = set()
    frontier = places
    while frontier:
        known |= frontier
        rows = fetch(transaction, JUDGED, frontier) + fetch(transaction, JUDGED_SECOND, frontier)
        judgements |= {row["judgement"]: row for row in rows}
        frontier = {row[end] for row in rows for end in ("subject", "object")} - known
    return sorted(judgements.values(), key=lambda row: (row["made"], row["judgement"])), known


def _written(transaction: ManagedTransaction, place: str) -> VenueRef | None:
    rows = transaction.run(WRITTEN, id=place).data()
    return venue(rows[0]["venue"], rows[0]["country"]) if rows else None
