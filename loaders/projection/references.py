"""Lists of office-holders in the graph: which rows count, and which profiles they bear on.

``(:ReferenceList)-[:LISTS]->(:Reference)`` are rows of the ledger; ``(:Reference)-[:KEYED]->(:Key)`` is of the
projection, and only rows that count have it.
"""

from collections import defaultdict
from collections.abc import Iterable

from neo4j import ManagedTransaction

from loaders.ledger.rows import reference_of
from loaders.projection.cypher import Row, fetch, save
from loaders.resolve.people import keys, sought, traits
from loaders.resolve.posts import held
from loaders.resolve.references import fits, names_of
from schema.ledger import Reference

KEYED = """
UNWIND $ids AS id MATCH (:Key {id: id})<-[:KEYED]-(r:Reference) RETURN DISTINCT r.id AS id, properties(r) AS row
"""
LISTS = "MATCH (l:ReferenceList) RETURN l.id AS id, l.source AS source ORDER BY l.loaded, l.id"
LISTED = "UNWIND $ids AS id MATCH (:ReferenceList {id: id})-[:LISTS]->(r:Reference) RETURN DISTINCT r.id AS id"
COUNTED = "MATCH (r:Reference) WHERE EXISTS { (r)-[:KEYED]->() } RETURN r.id AS id"
PROFILES = """
UNWIND $ids AS id MATCH (:Key {id: id})<-[:KEYED]-(f:Profile)
RETURN id AS key, f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.unnamed AS unnamed,
       f.first AS first
"""
ROWS = "UNWIND $ids AS id MATCH (r:Reference {id: id}) RETURN properties(r) AS row"
KEY = """
UNWIND $rows AS row MERGE (k:Key {id: row.key})
WITH k, row MATCH (r:Reference {id: row.id}) CREATE (r)-[:KEYED]->(k)
"""
FORGET = "UNWIND $rows AS id MATCH (r:Reference {id: id})-[e:KEYED]->() DELETE e"


def keys_of(reference: Reference) -> set[str]:
    """The keys by which profiles find the row, and posts that it says somebody holds."""
    found = {key for name in names_of(reference) for key in keys(traits(name, None, reference.of))}
    return found | {f"listed|{post}" for post in held(reference.title, reference.of)}


def sought_by(reference: Reference) -> set[str]:
    """The keys by which the row finds profiles."""
    return {key for name in names_of(reference) for key in sought(traits(name, None, reference.of))}


def references_at(transaction: ManagedTransaction, keys: Iterable[str]) -> dict[str, Reference]:
    """The rows that count and have one of these keys, by their ids."""
    return {row["id"]: reference_of(row["row"]) for row in fetch(transaction, KEYED, keys)}


def holding(transaction: ManagedTransaction, posts: Iterable[str]) -> dict[str, list[Reference]]:
    """The rows that count and say who held each of the posts."""
    found: dict[str, list[Reference]] = defaultdict(list)
    for row in sorted(fetch(transaction, KEYED, {f"listed|{post}" for post in posts}), key=lambda row: str(row["id"])):
        reference = reference_of(row["row"])
        for post in held(reference.title, reference.of):
            found[post].append(reference)
    return found


def settle_references(transaction: ManagedTransaction) -> list[Reference]:
    """Bring the keys to the rows that count now; those that were added or taken out."""
    last = {row["source"]: row["id"] for row in transaction.run(LISTS).data()}
    wanted = {row["id"] for row in fetch(transaction, LISTED, last.values())}
    there = {row["id"] for row in transaction.run(COUNTED).data()}
    if there - wanted:
        transaction.run(FORGET, rows=sorted(there - wanted)).consume()
    changed = [reference_of(row["row"]) for row in fetch(transaction, ROWS, wanted ^ there)]
    fresh = [one for one in changed if one.id in wanted]
    save(transaction, KEY, [{"id": one.id, "key": key} for one in fresh for key in sorted(keys_of(one))])
    return changed


def fitting(transaction: ManagedTransaction, references: Iterable[Reference]) -> list[Row]:
    """The profiles that have a name of one of these rows."""
    by_key: dict[str, list[Reference]] = defaultdict(list)
    for one in references:
        for key in sought_by(one):
            by_key[key].append(one)
    return [
        row
        for row in fetch(transaction, PROFILES, by_key)
        if any(fits(traits(row["name"], row["title"], row["of"]), one) for one in by_key[row["key"]])
    ]
