"""Places that an analyst judged the same: all but one are taken for that one."""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from loaders.projection.cypher import fetch
from loaders.projection.taken import judged_together
from loaders.resolve.groups import Groups
from loaders.resolve.venues import VenueRef, venue
from schema.vocabulary import Verb

WRITTEN = "MATCH (c:Claim {place: $id}) RETURN c.venue AS venue, c.venue_country AS country LIMIT 1"
CONTACTS_AT = "UNWIND $ids AS id MATCH (c:Claim {place: id}) RETURN DISTINCT c.contact AS contact"
CONTACTS_HELD_AT = """
UNWIND $ids AS id MATCH (:Venue {id: id})<-[:HELD_AT]-(:Meeting)<-[:ABOUT]-(c:Claim)
RETURN DISTINCT c.contact AS contact
"""


def taken_for(transaction: ManagedTransaction, places: Iterable[VenueRef]) -> dict[str, VenueRef]:
    """For those of the places that are taken for another, by id, which one that is."""
    return taken_among(transaction, {place.id for place in places})


def taken_among(transaction: ManagedTransaction, places: Iterable[str]) -> dict[str, VenueRef]:
    """The same by the ids of the places."""
    wanted = set(places)
    judgements, known = judged_together(transaction, wanted)
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
    _, known = judged_together(transaction, wanted)
    return {row["contact"] for row in fetch(transaction, CONTACTS_AT, known | wanted)} | {
        row["contact"] for row in fetch(transaction, CONTACTS_HELD_AT, known | wanted)
    }


def _written(transaction: ManagedTransaction, place: str) -> VenueRef | None:
    rows = transaction.run(WRITTEN, id=place).data()
    return venue(rows[0]["venue"], rows[0]["country"]) if rows else None
