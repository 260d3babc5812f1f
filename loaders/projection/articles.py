"""Which versions of the touched articles stand, and when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from neo4j import ManagedTransaction

from loaders.ledger.versions import Interval, Version, standing
from loaders.projection.cypher import Row, fetch, save

VERSIONS = """
UNWIND $ids AS id MATCH (a:Article {source: id})
RETURN a.id AS id, a.source AS source, a.sha256 AS sha256, a.published AS published, a.loaded AS loaded,
       a.known_from AS known_from, a.known_until AS known_until
"""
RETRACTED = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.verb = 'retract' AND j.undone IS NULL
RETURN DISTINCT j.subject AS source
"""
SET_STANDING = """
UNWIND $rows AS row MATCH (a:Article {id: row.id})
SET a.known_from = row.known_from, a.known_until = row.known_until
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """An article whose standing was looked at: how it stood before, and how it stands now; None is void."""

    id: str
    source: str
    before: Interval | None
    after: Interval | None


def settle_articles(transaction: ManagedTransaction, sources: Iterable[str]) -> list[Standing]:
    """Work out anew when each version of these sources stood, and write what changed. All versions are returned."""
    wanted = set(sources)
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in fetch(transaction, VERSIONS, wanted):
        by_source[row["source"]].append(row)
    retracted = {row["source"] for row in fetch(transaction, RETRACTED, wanted)}
    found = []
    for source, rows in sorted(by_source.items()):
        versions = [Version(row["id"], row["sha256"], row["published"], row["loaded"]) for row in rows]
        stands = {} if source in retracted else standing(versions)
        for row in rows:
            before = Interval(row["known_from"], row["known_until"]) if row["known_from"] else None
            found.append(Standing(row["id"], source, before, stands.get(row["id"])))
    changed = [
        {
            "id": one.id,
            "known_from": one.after.known_from if one.after else None,
            "known_until": one.after.known_until if one.after else None,
        }
        for one in found
        if one.before != one.after
    ]
    save(transaction, SET_STANDING, changed)
    return found
