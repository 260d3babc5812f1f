"""Adding rows to the ledger, and reading back what is there."""

from collections.abc import Iterable, Sequence

from neo4j import ManagedTransaction

from loaders.ledger.rows import judgement_of, properties
from loaders.resolve.people import person_seed, profile_id
from loaders.resolve.tellings import claim_seeds, voice
from loaders.resolve.venues import venue
from schema.ledger import Claim, Entries, Judgement, Mention
from schema.order import rank
from schema.vocabulary import Verb

KNOWN_ARTICLES = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS id"
KNOWN_SOURCES = "UNWIND $ids AS id MATCH (a:Article {source: id}) RETURN DISTINCT a.source AS source"
ADD_ARTICLES = "UNWIND $rows AS row CREATE (a:Article) SET a = row"
ADD_CLAIMS = """
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
CREATE (a)-[:REPORTS]->(c:Claim) SET c = row
"""
ADD_SIDES = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
CREATE (c)-[:NAMES]->(n:Mention) SET n = row
"""
ADD_OTHERS_NAMED = """
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
CREATE (a)-[:NAMES]->(n:Mention) SET n = row
"""
ADD_QUOTES = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim}) MATCH (n:Mention {id: row.mention})
CREATE (c)-[:QUOTES]->(n)
"""
ADD_FOLLOWS = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim}) MATCH (d:Claim {id: row.earlier})
CREATE (c)-[:FOLLOWS]->(d)
"""
ADD_JUDGEMENT = "MERGE (j:Judgement {id: $id}) SET j += $row"
JUDGEMENT = "MATCH (j:Judgement {id: $id}) RETURN properties(j) AS row"
UNDOING = "MATCH (j:Judgement {subject: $id}) WHERE j.verb = 'undo' RETURN properties(j) AS row"
LIKE = """
MATCH (j:Judgement {subject: $subject})
WHERE j.undone IS NULL AND j.verb = $verb
RETURN properties(j) AS row
"""
SET_UNDONE = "MATCH (j:Judgement {id: $id}) SET j.undone = $undone"


def known(transaction: ManagedTransaction, entries: Iterable[Entries]) -> tuple[set[str], set[str]]:
    """Ids of those articles among the entries that are in the ledger, and those of their sources that are."""
    found = list(entries)
    articles = transaction.run(KNOWN_ARTICLES, ids=sorted({one.article.id for one in found})).data()
    sources = transaction.run(KNOWN_SOURCES, ids=sorted({one.article.source for one in found})).data()
    return {row["id"] for row in articles}, {row["source"] for row in sources}


def add_entries(transaction: ManagedTransaction, entries: Sequence[Entries]) -> None:
    """Add the rows of articles that the ledger does not have, with the edges among them."""
    ordered = sorted(entries, key=lambda one: one.article.id)
    claims = []
    mentions = []
    for one in ordered:
        source = one.article.source
        seeds = claim_seeds(source, one.claims, one.mentions)
        claims += [properties(claim) | {"seed": seeds[claim.id]} | _found_by(claim) for claim in one.claims]
        mentions += [
            properties(mention) | ({} if mention.is_party else _person(source, mention)) for mention in one.mentions
        ]
    quotes = [{"claim": row["id"], "mention": row["by_mention"]} for row in claims if "by_mention" in row]
    follows = [{"claim": row["id"], "earlier": earlier} for row in claims for earlier in row["follows"]]
    for cypher, rows in (
        (ADD_ARTICLES, [properties(one.article) | _ranked(one.article.published, one.article.id) for one in ordered]),
        (ADD_CLAIMS, claims),
        (ADD_SIDES, [row for row in mentions if "claim" in row]),
        (ADD_OTHERS_NAMED, [row for row in mentions if "claim" not in row]),
        (ADD_QUOTES, quotes),
        (ADD_FOLLOWS, follows),
    ):
        if rows:
            transaction.run(cypher, rows=rows).consume()


def _found_by(claim: Claim) -> dict[str, str]:
    place = {"place": venue(claim.venue, claim.venue_country).id} if claim.venue else {}
    return {"voice": voice(claim.evidence), **_ranked(claim.reported, claim.id), **place}


def _ranked(day: str | None, name: str) -> dict[str, str]:
    """What lists are read by."""
    return {"rank": rank(day, name)}


def _person(source: str, mention: Mention) -> dict[str, str]:
    """What finds the mention of a person: its profile, and the id of the person that would begin with it."""
    name, title, of = mention.name, mention.title, mention.of
    return {"profile": profile_id(name, title, of), "seed": person_seed(source, name, title, of)}


def find_judgement(transaction: ManagedTransaction, judgement: str) -> Judgement | None:
    """The judgement with this id."""
    found = transaction.run(JUDGEMENT, id=judgement).data()
    return judgement_of(found[0]["row"]) if found else None


def add_judgement(transaction: ManagedTransaction, judgement: Judgement) -> None:
    """Add a judgement; one that is there already is left as it is."""
    transaction.run(ADD_JUDGEMENT, id=judgement.id, row=properties(judgement)).consume()


def standing_like(transaction: ManagedTransaction, decided: Judgement) -> Judgement | None:
    """A judgement that stands and says the same as this one; None for an UNDO, of which each is its own."""
    if decided.verb is Verb.UNDO:
        return None
    pair = decided.verb in (Verb.SAME, Verb.NOT_SAME)
    found = []
    for subject in [decided.subject, decided.object] if pair else [decided.subject]:
        rows = transaction.run(LIKE, subject=subject, verb=decided.verb.value).data()
        found += [judgement_of(row["row"]) for row in rows]
    found.sort(key=lambda one: (one.made, one.id))
    if pair:
        ends = {decided.subject, decided.object}
        return next((one for one in found if {one.subject, one.object} == ends), None)
    if decided.verb is Verb.CORRECT:
        last = [one for one in found if one.field == decided.field][-1:]
        return next((one for one in last if one.value == decided.value), None)
    return next(iter(found), None)


def undoing(transaction: ManagedTransaction, judgement: str) -> list[Judgement]:
    """The UNDOs that stand and take the judgement back."""
    found = [judgement_of(row["row"]) for row in transaction.run(UNDOING, id=judgement).data()]
    return [one for one in found if not is_undone(transaction, one.id)]


def is_undone(transaction: ManagedTransaction, judgement: str) -> bool:
    """Whether an UNDO that stands takes the judgement back."""
    return bool(undoing(transaction, judgement))


def mark_undone(transaction: ManagedTransaction, judgement: str, undone: bool) -> None:
    """Note on a judgement whether it is taken back, for readers."""
    transaction.run(SET_UNDONE, id=judgement, undone=True if undone else None).consume()
