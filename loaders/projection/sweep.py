"""Taking away what nothing hangs on any more, so that the graph is what the ledger comes to and no more."""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from loaders.projection.cypher import fetch

EMPTY_TOPICS = "UNWIND $rows AS id MATCH (t:Topic {id: id}) WHERE NOT EXISTS { (t)<-[:DISCUSSED]-() } DELETE t"
EMPTY_VENUES = """
UNWIND $ids AS id MATCH (v:Venue {id: id}) WHERE NOT EXISTS { (v)<-[:HELD_AT]-() } AND NOT EXISTS { (v)<-[:IN]-() }
OPTIONAL MATCH (v)-[:IN]->(x)
RETURN v.id AS id, x.id AS around
"""
EMPTY_OFFICES = """
UNWIND $ids AS id MATCH (o:Office {id: id}) WHERE NOT EXISTS { (o)<-[:IS]-() }
OPTIONAL MATCH (o)-[:OF]->(g:Polity)
RETURN o.id AS id, g.id AS around
"""
EMPTY_POLITIES = """
UNWIND $ids AS id MATCH (g:Polity {id: id})
WHERE NOT EXISTS { (g)<-[:IS]-() } AND NOT EXISTS { (g)<-[:OF]-() } AND NOT EXISTS { (g)<-[:IN]-() }
  AND NOT EXISTS { (g)<-[:BY]-() }
OPTIONAL MATCH (g)-[:OF]->(w:Polity)
RETURN g.id AS id, w.id AS around
"""
DELETE_VENUES = "UNWIND $rows AS id MATCH (v:Venue {id: id}) DETACH DELETE v"
DELETE_OFFICES = "UNWIND $rows AS id MATCH (o:Office {id: id}) DETACH DELETE o"
DELETE_POLITIES = "UNWIND $rows AS id MATCH (g:Polity {id: id}) DETACH DELETE g"


def sweep(transaction: ManagedTransaction, topics: Iterable[str], venues: Iterable[str], meant: Iterable[str]) -> None:
    """Delete those topics, places, offices and polities of the given ones that nothing needs, and what they lay in."""
    gone = sorted(topics)
    if gone:
        transaction.run(EMPTY_TOPICS, rows=gone).consume()
    wanted = set(meant)
    wanted |= _emptied(transaction, EMPTY_VENUES, DELETE_VENUES, set(venues))
    wanted |= _emptied(transaction, EMPTY_OFFICES, DELETE_OFFICES, {name for name in wanted if name.startswith("o")})
    _emptied(transaction, EMPTY_POLITIES, DELETE_POLITIES, {name for name in wanted if name.startswith("g")})


def _emptied(transaction: ManagedTransaction, empty: str, delete: str, wanted: set[str]) -> set[str]:
    """Delete the empty ones, then what they lay in where that is empty then; ids of all that something lay in."""
    around: set[str] = set()
    while wanted:
        rows = fetch(transaction, empty, wanted)
        gone = sorted({row["id"] for row in rows})
        if gone:
            transaction.run(delete, rows=gone).consume()
        wanted = {row["around"] for row in rows if row["around"]}
        around |= wanted
    return around
