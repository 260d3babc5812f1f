"""Offices that an analyst judged the same: all go by the name of the one that was judged first of each pair.

That changes what office a mention means and what a person holds, and nothing in who is who.
"""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from loaders.projection.cypher import fetch, save
from loaders.projection.mentions import save_offices
from loaders.projection.taken import judged_together, offices_taken_for
from loaders.resolve.offices import offices

MENTIONS = """
UNWIND $ids AS id MATCH (:Office {id: id})<-[:IS]-(n:Mention) MATCH (f:Profile {id: n.profile})
RETURN DISTINCT n.id AS id, f.title AS title, f.of AS of
"""
IS = "UNWIND $ids AS id MATCH (n:Mention {id: id})-[:IS]->(o:Office) RETURN n.id AS id, o.id AS office"
MENTION_IS_OFFICE = """
UNWIND $rows AS row MATCH (n:Mention {id: row.id}) MATCH (o:Office {id: row.office}) CREATE (n)-[:IS]->(o)
"""
FORGET = "UNWIND $rows AS row MATCH (n:Mention {id: row.id})-[e:IS]->(:Office {id: row.office}) DELETE e"
HOLDERS = """
UNWIND $ids AS id MATCH (:Office {id: id})<-[:HOLDS]-(:Person)<-[:BELONGS]-(f:Profile) RETURN DISTINCT f.id AS id
"""


def settle_offices(transaction: ManagedTransaction, judged: Iterable[str]) -> tuple[set[str], set[str]]:
    """Let mentions mean what their offices are taken for, after these offices were judged.

    The offices looked at, which nobody may mean now, and the profiles of those who held one of them.
    """
    wanted = set(judged)
    if not wanted:
        return set(), set()
    _, known = judged_together(transaction, wanted)
    profiles = {row["id"] for row in fetch(transaction, HOLDERS, known)}
    mentions = fetch(transaction, MENTIONS, known)
    before = {(row["id"], row["office"]) for row in fetch(transaction, IS, (row["id"] for row in mentions))}
    own = {row["id"]: offices(row["title"], row["of"]) for row in mentions}
    taken = offices_taken_for(transaction, {ref.id for refs in own.values() for ref in refs})
    meaning = {name: {taken.get(ref.id, ref) for ref in refs} for name, refs in own.items()}
    now = {(name, ref.id) for name, refs in meaning.items() for ref in refs}
    fresh = save_offices(transaction, {ref for refs in meaning.values() for ref in refs})
    save(transaction, FORGET, [{"id": name, "office": office} for name, office in sorted(before - now)])
    save(transaction, MENTION_IS_OFFICE, [{"id": name, "office": office} for name, office in sorted(now - before)])
    return known | fresh | {office for _, office in before}, profiles
