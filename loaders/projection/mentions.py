"""What follows from a mention or a quotation alone: the offices and polities they mean, and their nodes."""

from collections.abc import Iterable, Sequence

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch, save
from loaders.projection.taken import offices_taken_for
from loaders.resolve.offices import OfficeRef, offices
from loaders.resolve.polities import PolityRef, polity

MENTIONS = """
UNWIND $ids AS id MATCH (n:Mention {article: id})
RETURN n.id AS id, n.article AS article, n.claim AS claim, n.name AS name, n.title AS title, n.of AS of,
       n.surface AS surface, n.is_party AS is_party, n.seed AS seed, n.profile AS profile
"""
CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {article: id})
RETURN c.id AS id, c.article AS article, c.contact AS contact, c.seed AS seed, c.by AS by, c.by_mention AS by_mention
"""
THERE_POLITIES = "UNWIND $ids AS id MATCH (g:Polity {id: id}) RETURN g.id AS id"
THERE_OFFICES = "UNWIND $ids AS id MATCH (o:Office {id: id}) RETURN o.id AS id"
SAVE_POLITIES = (
    "UNWIND $rows AS row MERGE (g:Polity {id: row.id}) SET g.name = row.name, g.kind = row.kind, g.iso = row.iso"
)
POLITY_OF = """
UNWIND $rows AS row MATCH (g:Polity {id: row.id}) MATCH (w:Polity {id: row.of})
MERGE (g)-[:OF]->(w)
"""
SAVE_OFFICES = (
    "UNWIND $rows AS row MERGE (o:Office {id: row.id}) SET o.title = row.title, o.role = row.role, o.of = row.of"
)
OFFICE_OF = """
UNWIND $rows AS row MATCH (o:Office {id: row.id}) MATCH (g:Polity {id: row.polity})
MERGE (o)-[:OF]->(g)
"""
MENTION_IS_POLITY = """
UNWIND $rows AS row MATCH (n:Mention {id: row.id}) MATCH (g:Polity {id: row.polity}) CREATE (n)-[:IS]->(g)
"""
MENTION_IS_OFFICE = """
UNWIND $rows AS row MATCH (n:Mention {id: row.id}) MATCH (o:Office {id: row.office}) CREATE (n)-[:IS]->(o)
"""
CLAIM_BY_POLITY = """
UNWIND $rows AS row MATCH (c:Claim {id: row.id}) MATCH (g:Polity {id: row.polity}) CREATE (c)-[:BY]->(g)
"""
MEANT = """
UNWIND $ids AS id MATCH (n:Mention {article: id})-[:IS]->(x) WHERE x:Polity OR x:Office
RETURN DISTINCT x.id AS id
"""
QUOTED = "UNWIND $ids AS id MATCH (c:Claim {article: id})-[:BY]->(x:Polity) RETURN DISTINCT x.id AS id"
FORGET_MENTIONS = "UNWIND $rows AS id MATCH (n:Mention {article: id})-[e:IS]->() DELETE e"
MEANT_BY = """
UNWIND $ids AS id MATCH (n:Mention {id: id})-[:IS]->(x) WHERE x:Polity OR x:Office RETURN DISTINCT x.id AS id
"""
FORGET_MENTION = "UNWIND $rows AS id MATCH (n:Mention {id: id})-[e:IS]->() DELETE e"
FORGET_QUOTATIONS = "UNWIND $rows AS id MATCH (c:Claim {article: id})-[e:BY]->() DELETE e"


def mentions_of(transaction: ManagedTransaction, articles: Iterable[str]) -> list[Row]:
    """All mentions in these articles."""
    return fetch(transaction, MENTIONS, articles)


def claims_of(transaction: ManagedTransaction, articles: Iterable[str]) -> list[Row]:
    """What all claims of these articles are about, and who is quoted for them."""
    return fetch(transaction, CLAIMS, articles)


def link_articles(transaction: ManagedTransaction, mentions: Sequence[Row], claims: Sequence[Row]) -> set[str]:
    """Write what the mentions and quotations of articles that stand from now on mean by themselves.

    Ids of the offices that were not there before.
    """
    polities: set[PolityRef] = set()
    meant: set[OfficeRef] = set()
    taken = offices_taken_for(transaction, {ref.id for row in mentions for ref in _offices(row)})
    is_polity, is_office, by_polity = [], [], []
    for row in mentions:
        if row["profile"] is None:
            ref = polity(row["name"])
            polities.add(ref)
            is_polity.append({"id": row["id"], "polity": ref.id})
        else:
            for office in {taken.get(ref.id, ref) for ref in _offices(row)}:
                meant.add(office)
                is_office.append({"id": row["id"], "office": office.id})
    for row in claims:
        if row["by"] is not None and row["by_mention"] is None and (ref := polity(row["by"])).is_known:
            polities.add(ref)
            by_polity.append({"id": row["id"], "polity": ref.id})
    fresh = save_offices(transaction, meant)
    save_polities(transaction, polities)
    save(transaction, MENTION_IS_POLITY, sorted(is_polity, key=lambda row: row["id"]))
    save(transaction, MENTION_IS_OFFICE, sorted(is_office, key=lambda row: (row["id"], row["office"])))
    save(transaction, CLAIM_BY_POLITY, sorted(by_polity, key=lambda row: row["id"]))
    return fresh


def _offices(mention: Row) -> tuple[OfficeRef, ...]:
    return () if mention["profile"] is None else offices(mention["title"], mention["of"])


def unlink_articles(transaction: ManagedTransaction, articles: Iterable[str]) -> set[str]:
    """Take back all that the mentions and quotations of these articles mean; ids of what nobody may mean any more."""
    gone = sorted(set(articles))
    meant = {row["id"] for row in fetch(transaction, MEANT, gone)} | {
        row["id"] for row in fetch(transaction, QUOTED, gone)
    }
    if gone:
        transaction.run(FORGET_MENTIONS, rows=gone).consume()
        transaction.run(FORGET_QUOTATIONS, rows=gone).consume()
    return meant


def unlink_mentions(transaction: ManagedTransaction, mentions: Iterable[str]) -> set[str]:
    """Take back all that these mentions mean; ids of what nobody may mean any more."""
    gone = sorted(set(mentions))
    meant = {row["id"] for row in fetch(transaction, MEANT_BY, gone)}
    if gone:
        transaction.run(FORGET_MENTION, rows=gone).consume()
    return meant


def save_offices(transaction: ManagedTransaction, offices: Iterable[OfficeRef]) -> set[str]:
    """Write offices with the polities they are of, where they are not there yet; ids of those that were not."""
    wanted = {office.id: office for office in offices}
    there = {row["id"] for row in fetch(transaction, THERE_OFFICES, wanted)}
    found = [office for name, office in sorted(wanted.items()) if name not in there]
    save_polities(transaction, (office.of for office in found if office.of is not None))
    save(
        transaction,
        SAVE_OFFICES,
        [{"id": one.id, "title": one.title, "role": one.role, "of": one.of.name if one.of else None} for one in found],
    )
    save(transaction, OFFICE_OF, [{"id": one.id, "polity": one.of.id} for one in found if one.of is not None])
    return {one.id for one in found}


def save_polities(transaction: ManagedTransaction, polities: Iterable[PolityRef]) -> None:
    """Write polities, bodies with the countries they are of, where they are not there yet."""
    wanted = {one.id: one for one in polities}
    wanted |= {whole.id: whole for one in wanted.values() if one.of is not None and (whole := polity(one.of))}
    there = {row["id"] for row in fetch(transaction, THERE_POLITIES, wanted)}
    ordered = [one for name, one in sorted(wanted.items()) if name not in there]
    save(
        transaction,
        SAVE_POLITIES,
        [{"id": one.id, "name": one.name, "kind": one.kind, "iso": one.iso} for one in ordered],
    )
    save(transaction, POLITY_OF, [{"id": one.id, "of": polity(one.of).id} for one in ordered if one.of is not None])
