"""Adding editions of lists of office-holders to the ledger."""

from neo4j import ManagedTransaction

from loaders.ledger.rows import properties
from loaders.projection.cypher import save
from schema.ledger import ReferenceList

LAST = "MATCH (l:ReferenceList {source: $source}) RETURN l.digest AS digest ORDER BY l.loaded DESC, l.id DESC LIMIT 1"
ADD_LIST = "MERGE (l:ReferenceList {id: $id}) SET l.source = $source, l.loaded = $loaded, l.digest = $digest"
ADD_REFERENCES = "UNWIND $rows AS row MERGE (r:Reference {id: row.id}) SET r += row"
ADD_LISTED = """
UNWIND $rows AS row MATCH (r:Reference {id: row.id}) MATCH (l:ReferenceList {id: row.list}) MERGE (r)<-[:LISTS]-(l)
"""


def add_list(transaction: ManagedTransaction, edition: ReferenceList) -> bool:
    """Add an edition of a list; False where the edition before it is the same."""
    last = transaction.run(LAST, source=edition.source).data()
    if last and last[0]["digest"] == edition.digest:
        return False
    transaction.run(
        ADD_LIST, id=edition.id, source=edition.source, loaded=edition.loaded, digest=edition.digest
    ).consume()
    save(transaction, ADD_REFERENCES, [properties(one) for one in edition.references])
    save(transaction, ADD_LISTED, [{"id": one.id, "list": edition.id} for one in edition.references])
    return True
