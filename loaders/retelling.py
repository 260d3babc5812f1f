"""What the graph holds of each article, as a reading whose people and contacts have the graph's ids for keys.

So the same person has the same key in every article, and the same meeting too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from neo4j import ManagedTransaction

from loaders.ledger.rows import article_of, claim_of, mention_of
from loaders.projection.cypher import Row, fetch
from schema.database import Database
from schema.ledger import OPEN, Article, Claim, Mention
from schema.reading import Account, Contact, OfficeNamed, PersonNamed, Place, Reading, Side, Source, Span
from schema.vocabulary import Status

ARTICLES = """
MATCH (a:Article) WHERE a.id > $after AND a.known_until = $open
RETURN properties(a) AS article ORDER BY a.id LIMIT $limit
"""
MENTIONS = """
UNWIND $ids AS id MATCH (n:Mention {article: id}) OPTIONAL MATCH (n)-[:IS]->(p:Person)
RETURN id AS article, properties(n) AS mention, p.id AS person
"""
CLAIMS = """
UNWIND $ids AS id MATCH (c:Claim {article: id})-[r:ABOUT]->(m:Meeting) WHERE r.known_until = '9999-99-99'
RETURN id AS article, properties(c) AS claim, m.id AS meeting
"""
CORRECTED = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.undone IS NULL AND j.verb = 'correct'
RETURN id AS claim, j.field AS field, j.value AS value, j.made AS made, j.id AS judgement
"""

_AT_ONCE = 50
"""Articles that are in memory together."""


def retell(database: Database) -> Iterator[Reading]:
    """The articles that stand today, by their ids. Rejected claims are left out, corrected ones are as corrected."""
    after = ""
    while batch := database.read(lambda transaction, last=after: _batch(transaction, last)):  # type: ignore[misc]
        for article, reading in batch:
            yield reading
            after = article


def _batch(transaction: ManagedTransaction, after: str) -> list[tuple[str, Reading]]:
    rows = transaction.run(ARTICLES, after=after, open=OPEN, limit=_AT_ONCE).data()
    articles = [article_of(row["article"]) for row in rows]
    mentions: dict[str, list[Row]] = defaultdict(list)
    for row in fetch(transaction, MENTIONS, (article.id for article in articles)):
        mentions[row["article"]].append(row)
    told = fetch(transaction, CLAIMS, (article.id for article in articles))
    corrected: dict[str, Row] = defaultdict(dict)
    decided = fetch(transaction, CORRECTED, (row["claim"]["id"] for row in told))
    for row in sorted(decided, key=lambda row: (row["made"], row["judgement"])):
        corrected[row["claim"]][row["field"]] = row["value"] or None
    claims: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for row in told:
        claim = claim_of(row["claim"] | corrected[row["claim"]["id"]])
        claims[row["article"]].append((claim, row["meeting"]))
    return [(one.id, _reading(one, claims[one.id], mentions[one.id])) for one in articles]


def _reading(article: Article, told: Sequence[tuple[Claim, str]], named: Sequence[Row]) -> Reading:
    people = {
        row["mention"]["id"]: str(row["person"])
        for row in named
        if row["person"] is not None and not row["mention"]["is_party"]
    }
    mentions = sorted((mention_of(row["mention"]) for row in named), key=lambda one: (one.begin, one.id))
    meetings = {claim.id: meeting for claim, meeting in told}
    claims = sorted((claim for claim, _ in told), key=lambda claim: (claim.begin, claim.id))
    return Reading(
        Source(
            id=article.given or article.source,
            text=article.text,
            title=article.title,
            url=article.url,
            publisher=article.publisher,
            published=article.published,
        ),
        article.extractor,
        tuple(_people(mentions, people)),
        tuple(
            _contact(
                claim,
                meetings,
                [one for one in mentions if one.claim == claim.id],
                people,
                [other for other in claims if other.contact == claim.id and other is not claim],
            )
            for claim in claims
            if claim.contact == claim.id
        ),
    )


def _people(mentions: Sequence[Mention], people: Mapping[str, str]) -> Iterator[PersonNamed]:
    by_person: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.id in people:
            by_person[people[mention.id]].append(mention)
    for person, found in by_person.items():
        office = next((OfficeNamed(one.title, one.of or "") for one in found if one.title), None)
        fullest = max(found, key=lambda one: len(one.name))
        spans = dict.fromkeys(Span(one.begin, one.end) for one in found)
        yield PersonNamed(person, fullest.name, tuple(spans), office)


def _contact(
    claim: Claim,
    meetings: Mapping[str, str],
    named: Sequence[Mention],
    people: Mapping[str, str],
    quoted: Sequence[Claim],
) -> Contact:
    sides: dict[tuple[str | None, str], Side] = {}
    for one in named:
        person = people.get(one.id)
        if one.attendance is not None:
            side = Side(one.attendance, Span(one.begin, one.end), person, None if person else one.name)
            sides.setdefault((person, "" if person else one.name), side)
    return Contact(
        key=meetings[claim.id],
        kind=claim.kind,
        status=claim.status or Status.HELD,
        sides=tuple(sides.values()),
        evidence=Span(claim.begin, claim.end),
        rule=claim.rule,
        confidence=claim.confidence,
        date=claim.date,
        date_end=claim.date_end,
        venue=Place(claim.venue, claim.venue_country) if claim.venue else None,
        topics=claim.topics,
        accounts=tuple(
            Account(
                one.by or "",
                Span(one.begin, one.end),
                one.topics,
                one.status,
                people.get(one.by_mention) if one.by_mention else None,
            )
            for one in quoted
        ),
        follows=tuple(meetings[earlier] for earlier in claim.follows if earlier in meetings),
    )
