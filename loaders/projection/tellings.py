"""Tellings in the graph: claims with their resolved sides and the judgements on them, and the keys that find them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from neo4j import ManagedTransaction

from loaders.ledger.versions import Interval
from loaders.projection.cypher import Row, fetch, save
from loaders.projection.places import taken_for
from loaders.resolve.polities import polity
from loaders.resolve.related import keys
from loaders.resolve.tellings import Said, Side, Telling
from loaders.resolve.venues import VenueRef, venue
from schema.vocabulary import Attendance, Kind, Status, Verb

CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {contact: id}) MATCH (a:Article {id: c.article}) WHERE a.known_from IS NOT NULL
RETURN id AS contact, c.id AS id, c.seed AS seed, c.begin AS begin, c.kind AS kind, c.voice AS voice,
       c.confidence AS confidence, c.status AS status, c.date AS date, c.date_end AS date_end, c.venue AS venue,
       c.venue_country AS venue_country, c.topics AS topics, c.by AS by, c.reported AS reported, a.source AS source,
       a.known_from AS known_from, a.known_until AS known_until
"""
SIDES = """
UNWIND $ids AS id MATCH (c:Claim {id: id})-[:NAMES]->(n:Mention) OPTIONAL MATCH (n)-[:IS]->(p:Person)
RETURN id AS claim, n.id AS id, n.name AS name, n.is_party AS is_party, n.begin AS begin, n.attendance AS attendance,
       n.surface AS surface, n.inferred AS inferred, p.handle AS handle, p.camp AS camp
"""
JUDGED = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.undone IS NULL AND j.verb IN ['reject', 'correct']
RETURN j.subject AS claim, j.verb AS verb, j.field AS field, j.value AS value, j.made AS made, j.id AS id
"""
KEYED = "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:KEYED]->(k:Key) RETURN id AS claim, k.id AS key"
OTHER_VERSIONS = """
UNWIND $ids AS id MATCH (c:Claim {id: id}) MATCH (d:Claim {seed: c.seed}) RETURN DISTINCT d.contact AS claim
"""
WITH_KEYS = "UNWIND $ids AS id MATCH (k:Key {id: id})<-[:KEYED]-(c:Claim) RETURN id AS key, c.id AS claim"
ADD_KEYS = """
UNWIND $rows AS row MERGE (k:Key {id: row.key})
WITH k, row MATCH (c:Claim {id: row.claim}) CREATE (c)-[:KEYED]->(k)
"""
DROP_KEYS = "UNWIND $rows AS row MATCH (c:Claim {id: row.claim})-[e:KEYED]->(:Key {id: row.key}) DELETE e"
DROP_EMPTY_KEYS = "UNWIND $rows AS id MATCH (k:Key {id: id}) WHERE NOT EXISTS { (k)<-[:KEYED]-() } DELETE k"
CONTACTS = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN DISTINCT c.contact AS contact"


def load_tellings(transaction: ManagedTransaction, contacts: Iterable[str]) -> dict[str, Telling]:
    """The tellings of these contacts, by the id of the claim in the article's own words.

    Those of articles that never stood and those that an analyst rejected are left out.
    """
    wanted = set(contacts)
    rows = fetch(transaction, CLAIMS, wanted)
    judged: dict[str, list[Row]] = defaultdict(list)
    for row in fetch(transaction, JUDGED, (row["id"] for row in rows)):
        judged[row["claim"]].append(row)
    sides: dict[str, list[Row]] = defaultdict(list)
    for row in fetch(transaction, SIDES, wanted):
        sides[row["claim"]].append(row)
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        decisions = sorted(judged[row["id"]], key=lambda one: (one["made"], one["id"]))
        if not any(one["verb"] == Verb.REJECT for one in decisions):
            corrections = {one["field"]: one["value"] or None for one in decisions}
            claims[row["contact"]].append(row | corrections)
    told_at = {(row["venue"], row["venue_country"]) for told in claims.values() for row in told if row["venue"]}
    taken = taken_for(transaction, (venue(name, country) for name, country in told_at))
    found = {}
    for contact, told in claims.items():
        own = next((row for row in told if row["id"] == contact), None)
        if own is not None:
            quoted = sorted((row for row in told if row is not own), key=lambda row: (row["begin"], row["id"]))
            found[contact] = Telling(
                own=_said(own, taken),
                quoted=tuple(_said(row, taken) for row in quoted),
                sides=tuple(_side(row) for row in sorted(sides[contact], key=lambda row: (row["begin"], row["id"]))),
                seed=own["seed"],
                source=own["source"],
                known=Interval(own["known_from"], own["known_until"]),
            )
    return found


def _said(row: Row, taken: Mapping[str, VenueRef]) -> Said:
    place = venue(row["venue"], row["venue_country"]) if row["venue"] else None
    if place is not None and place.id in taken:
        other = taken[place.id]
        place = other if other.kind in ("city", "country") else replace(other, name=place.name)
    return Said(
        id=row["id"],
        kind=Kind(row["kind"]),
        voice=row["voice"],
        confidence=row["confidence"],
        status=Status(row["status"]) if row["status"] else None,
        date=row["date"],
        date_end=row["date_end"],
        place=place,
        topics=tuple(row["topics"] or ()),
        by=row["by"],
        reported=row["reported"],
    )


def _side(row: Row) -> Side:
    attendance = Attendance(row["attendance"])
    if row["is_party"]:
        ref = polity(row["name"])
        if row["handle"] is not None:
            reason = f"“{row['surface']}”: {row['inferred']}"
            return Side(row["handle"], True, row["camp"] or ref.camp, attendance, ref.name, reason)
        return Side(ref.id, False, ref.camp, attendance, ref.name)
    return Side(row["handle"], True, row["camp"] or row["handle"], attendance, row["name"])


def keys_of(transaction: ManagedTransaction, contacts: Iterable[str]) -> dict[str, set[str]]:
    """The keys that these contacts are found by so far."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in fetch(transaction, KEYED, contacts):
        found[row["claim"]].add(row["key"])
    return found


def save_keys(
    transaction: ManagedTransaction, before: Mapping[str, set[str]], now: Mapping[str, Telling], contacts: Iterable[str]
) -> None:
    """Bring the keys of these contacts from what they were to what their tellings have now."""
    added, dropped = [], []
    for contact in sorted(contacts):
        wanted = set(keys(now[contact])) if contact in now else set()
        there = before.get(contact, set())
        added += [{"claim": contact, "key": key} for key in sorted(wanted - there)]
        dropped += [{"claim": contact, "key": key} for key in sorted(there - wanted)]
    save(transaction, ADD_KEYS, added)
    save(transaction, DROP_KEYS, dropped)
    if dropped:
        transaction.run(DROP_EMPTY_KEYS, rows=sorted({row["key"] for row in dropped})).consume()


def with_keys(transaction: ManagedTransaction, wanted: Iterable[str]) -> dict[str, set[str]]:
    """The contacts that are found by one of the keys, each with those keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in fetch(transaction, WITH_KEYS, wanted):
        found[row["claim"]].add(row["key"])
    return found


def other_versions(transaction: ManagedTransaction, contacts: Iterable[str]) -> set[str]:
    """These contacts and the same ones in other versions of their articles."""
    return {row["claim"] for row in fetch(transaction, OTHER_VERSIONS, contacts)}


def contacts_of(transaction: ManagedTransaction, claims: Iterable[str]) -> set[str]:
    """The contacts that these claims are about."""
    return {row["contact"] for row in fetch(transaction, CONTACTS, claims)}
