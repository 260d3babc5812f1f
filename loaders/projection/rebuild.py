"""Dropping the projection and writing it again from the ledger, in as many transactions as it takes.

While it runs, and after it was cut short, ``(:Counter {id: 'rebuild'})`` is there; who finds it begins again.
"""

from collections.abc import Callable

from neo4j import ManagedTransaction

from loaders.ledger.judgements import undone
from loaders.ledger.rows import judgement_of
from loaders.projection.references import settle_references
from loaders.projection.refresh import Touched, refresh
from schema.database import Database

BEGIN = "MERGE (c:Counter {id: 'rebuild'}) SET c.value = 1"
END = "MATCH (c:Counter {id: 'rebuild'}) DELETE c"
UNFINISHED = "MATCH (c:Counter {id: 'rebuild'}) RETURN c.value AS value"
_DROP = "MATCH (n:Meeting) WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS dropped"
DROP = tuple(
    _DROP.replace("Meeting", label)
    for label in ("Meeting", "Person", "Profile", "Key", "Office", "Venue", "Topic", "Polity", "Candidate")
)
UNSETTLE = """
MATCH (a:Article) WHERE a.known_from IS NOT NULL WITH a LIMIT 2000
SET a.known_from = null, a.known_until = null RETURN count(*) AS dropped
"""
UNTAKE = """
MATCH (n:Mention) WHERE n.inferred IS NOT NULL WITH n LIMIT 2000
SET n.profile = null, n.seed = null, n.inferred = null, n.support = null RETURN count(*) AS dropped
"""
UNTIE = "MATCH (:Judgement)-[e:ON]->() WITH e LIMIT 2000 DELETE e RETURN count(*) AS dropped"
SOURCES = """
MATCH (a:Article) RETURN a.source AS source, min(coalesce(a.published, '9999-12-31')) AS day ORDER BY day, source
"""
"""In the order of report, in which the least has to be decided about twice."""
JUDGEMENTS = "MATCH (j:Judgement) RETURN properties(j) AS row"
SET_UNDONE = "UNWIND $rows AS row MATCH (j:Judgement {id: row.id}) SET j.undone = row.undone"

_AT_ONCE = 250
"""Sources projected in one transaction."""


def rebuild(database: Database, progress: Callable[[int, int], None] | None = None) -> int:
    """Drop the projection and write it from the ledger; the number of article sources.

    ``progress`` is told how many sources are done, and of how many.
    """
    database.write(lambda transaction: transaction.run(BEGIN).consume())
    for statement in (*DROP, UNSETTLE, UNTAKE, UNTIE):
        while database.write(lambda transaction, cypher=statement: _dropped(transaction, cypher)):  # type: ignore[misc]
            pass
    database.write(_settle_judgements)
    database.write(settle_references)
    sources = [str(row["source"]) for row in database.rows(SOURCES)]
    for start in range(0, len(sources), _AT_ONCE):
        touched = Touched(sources=set(sources[start : start + _AT_ONCE]))
        database.write(lambda transaction, batch=touched: refresh(transaction, batch))  # type: ignore[misc]
        if progress is not None:
            progress(min(start + _AT_ONCE, len(sources)), len(sources))
    database.write(lambda transaction: transaction.run(END).consume())
    return len(sources)


def is_unfinished(database: Database) -> bool:
    """Whether a rebuild was cut short."""
    return bool(database.rows(UNFINISHED))


def _dropped(transaction: ManagedTransaction, cypher: str) -> int:
    rows = transaction.run(cypher).data()
    return int(rows[0]["dropped"]) if rows else 0


def _settle_judgements(transaction: ManagedTransaction) -> None:
    judgements = [judgement_of(row["row"]) for row in transaction.run(JUDGEMENTS).data()]
    gone = undone(judgements)
    rows = [{"id": one.id, "undone": True if one.id in gone else None} for one in judgements]
    if rows:
        transaction.run(SET_UNDONE, rows=sorted(rows, key=lambda row: str(row["id"]))).consume()
