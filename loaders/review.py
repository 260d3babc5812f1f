"""What analysts look at to judge: the pairs that may be one, each side with the evidence for it.

All is read at the time; nothing is kept. Of people and meetings that are told of often, some of the evidence is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row
from schema.database import Database
from schema.errors import NotFound
from schema.vocabulary import Subject

QUEUE = """
MATCH (q:Candidate) WHERE ($subject IS NULL OR q.subject = $subject) AND NOT q.id IN $without
RETURN properties(q) AS candidate ORDER BY q.score DESC, q.id LIMIT $limit
"""
COUNT = "MATCH (q:Candidate) WHERE $subject IS NULL OR q.subject = $subject RETURN count(q) AS number"
PERSON = "MATCH (p:Person {id: $id}) RETURN p.name AS name"
PERSON_OF = "MATCH (n:Mention {seed: $id})-[:IS]->(p:Person) RETURN p.name AS name LIMIT 1"
NAMED = """
MATCH (:Person {id: $id})<-[:BELONGS]-(f:Profile)
RETURN DISTINCT f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count
ORDER BY count DESC, name, title, of LIMIT $limit
"""
NAMED_ALONE = """
MATCH (n:Mention {seed: $id}) MATCH (f:Profile {id: n.profile})
RETURN DISTINCT f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count ORDER BY name LIMIT $limit
"""
TOLD_OF_PROFILES = """
UNWIND $ids AS id MATCH (n:Mention {profile: id}) WITH n LIMIT $some
MATCH (a:Article {id: n.article}) WHERE a.known_from IS NOT NULL
OPTIONAL MATCH (c:Claim {id: n.claim})
RETURN n.id AS mention, n.surface AS surface, n.begin AS at, properties(c) AS claim, c.id AS id,
       a {.id, .source, .title, .publisher, .published, .url} AS article
ORDER BY coalesce(a.published, '') DESC, n.id LIMIT $limit
"""
MEETING = """
MATCH (m:Meeting {id: $id, known_until: '9999-99-99'})
OPTIONAL MATCH (m)-[:HELD_AT]->(v:Venue)
RETURN properties(m) AS meeting, v.name AS venue
"""
SIDES = """
MATCH (m:Meeting {id: $id, known_until: '9999-99-99'})<-[e]-(p) WHERE p:Person OR p:Polity
RETURN p.name AS name, type(e) AS part ORDER BY e.place, name
"""
TOLD_OF_MEETING = """
MATCH (m:Meeting {id: $id, known_until: '9999-99-99'})<-[:ABOUT]-(c:Claim)<-[:REPORTS]-(a:Article)
WITH c, a ORDER BY c.by IS NOT NULL, coalesce(a.published, '') DESC, c.id LIMIT $limit
RETURN null AS mention, null AS surface, c.begin AS at, properties(c) AS claim, c.id AS id,
       a {.id, .source, .title, .publisher, .published, .url} AS article
"""
OFFICE = "MATCH (o:Office {id: $id}) RETURN o.title AS title, o.of AS of"
TOLD_OF_OFFICE = """
MATCH (:Office {id: $id})<-[:IS]-(n:Mention) WITH n LIMIT $some
MATCH (a:Article {id: n.article})
OPTIONAL MATCH (c:Claim {id: n.claim})
RETURN n.id AS mention, n.surface AS surface, n.begin AS at, properties(c) AS claim, c.id AS id,
       n.name AS name, n.title AS title, n.of AS of, a {.id, .source, .title, .publisher, .published, .url} AS article
ORDER BY coalesce(a.published, '') DESC, n.id LIMIT $limit
"""
VENUE = "MATCH (v:Venue {id: $id}) OPTIONAL MATCH (v)-[:IN]->(x) RETURN properties(v) AS venue, x.name AS around"
TOLD_OF_VENUE = """
MATCH (c:Claim {place: $id}) WITH c LIMIT $some
MATCH (a:Article {id: c.article}) WHERE a.known_from IS NOT NULL
RETURN null AS mention, null AS surface, c.begin AS at, properties(c) AS claim, c.id AS id,
       a {.id, .source, .title, .publisher, .published, .url} AS article
ORDER BY coalesce(a.published, '') DESC, c.id LIMIT $limit
"""
PASSAGE = """
MATCH (a:Article)-[:REPORTS]->(c:Claim {id: $id})
RETURN a.text AS text, c.begin AS begin, c.end AS end, a.url AS url, a.title AS title, a.publisher AS publisher,
       a.published AS published
"""

_SOME = 300
"""Mentions or claims that are looked at to find the latest ones: of a busy person not all are."""
_NAMES = 8


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence that an article says it in."""

    claim: str | None
    """None where a person is named in no contact."""
    text: str
    told: str
    """What the claim comes to, in words: "call, held, 2025-02-15"."""
    by: str | None
    article: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One person, office, venue or meeting, with what it rests on."""

    id: str
    name: str
    facts: tuple[str, ...]
    """Of a person the names with office and polity that articles give, of a meeting what it comes to."""
    quotes: tuple[Quote, ...]
    """The latest."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that may be one, and why."""

    id: str
    subject: Subject
    left: Evidence
    right: Evidence
    joined: bool
    """Whether they count as one so far."""
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The whole text of an article, and where in it a claim stands."""

    text: str
    begin: int
    end: int
    title: str
    publisher: str | None
    published: str | None
    url: str | None


def queue(
    database: Database, subject: Subject | None = None, *, without: Sequence[str] = (), limit: int = 20, quotes: int = 3
) -> list[Pair]:
    """The pairs that wait for a judgement, the likeliest first, but for those with the ids ``without``."""
    rows = database.rows(QUEUE, subject=subject and subject.value, without=list(without), limit=limit)
    return [database.read(lambda transaction, row=row: _pair(transaction, row["candidate"], quotes)) for row in rows]  # type: ignore[misc]


def waiting(database: Database, subject: Subject | None = None) -> int:
    """How many pairs wait for a judgement."""
    return int(str(database.rows(COUNT, subject=subject and subject.value)[0]["number"]))


def passage(database: Database, claim: str) -> Passage:
    """Where a claim stands in its article.

    Raises:
        NotFound: no claim has the id.
    """
    rows = database.rows(PASSAGE, id=claim)
    if not rows:
        raise NotFound(f"No claim has the id {claim!r}.")
    return Passage(**rows[0])  # type: ignore[arg-type]


def evidence(
    transaction: ManagedTransaction, subject: Subject, name: str, *, alone: bool = False, quotes: int = 3
) -> Evidence:
    """What a person, office, venue or meeting rests on; ``alone``, what a person would be with one spelling only."""
    match subject:
        case Subject.PERSON:
            return _person(transaction, name, alone, quotes)
        case Subject.MEETING:
            return _meeting(transaction, name, quotes)
        case Subject.OFFICE:
            return _office(transaction, name, quotes)
        case Subject.VENUE:
            return _venue(transaction, name, quotes)


def _pair(transaction: ManagedTransaction, row: Row, quotes: int) -> Pair:
    subject, joined = Subject(row["subject"]), bool(row["joined"])
    left, right = (evidence(transaction, subject, row[end], alone=joined, quotes=quotes) for end in ("left", "right"))
    return Pair(row["id"], subject, left, right, joined, row["score"], tuple(row["reasons"]))


def _person(transaction: ManagedTransaction, name: str, alone: bool, quotes: int) -> Evidence:
    profiles = transaction.run(NAMED_ALONE if alone else NAMED, id=name, limit=_NAMES).data()
    found = transaction.run(PERSON_OF if alone else PERSON, id=name).data()
    ids = [row["id"] for row in profiles]
    rows = transaction.run(TOLD_OF_PROFILES, ids=ids, some=_SOME, limit=quotes).data()
    shown = profiles[0]["name"] if alone and profiles else found[0]["name"] if found else name
    return Evidence(name, shown, tuple(_named(row) for row in profiles), _quotes(rows))


def _named(row: Row) -> str:
    sources = f"{row['count']:,} source" + ("s" if row["count"] != 1 else "")
    return f"{', '.join(part for part in (row['name'], row['title'], row['of']) if part)} ({sources})"


def _meeting(transaction: ManagedTransaction, name: str, quotes: int) -> Evidence:
    rows = transaction.run(MEETING, id=name).data()
    if not rows:
        return Evidence(name, name, (), ())
    meeting, venue = rows[0]["meeting"], rows[0]["venue"]
    days = " to ".join(dict.fromkeys(day for day in (meeting.get("start"), meeting.get("end")) if day))
    facts = [f"{meeting['kind'].replace('_', ' ')}, {meeting['status']}", days or "no day told"]
    facts += [f"in {venue}"] if venue else []
    facts.append(f"{meeting['sources']} source" + ("s" if meeting["sources"] != 1 else ""))
    sides: dict[str, list[str]] = {}
    for row in transaction.run(SIDES, id=name).data():
        sides.setdefault(row["part"].replace("_", " ").lower(), []).append(row["name"])
    facts += [f"{part}: {', '.join(names)}" for part, names in sides.items()]
    told = transaction.run(TOLD_OF_MEETING, id=name, limit=quotes).data()
    return Evidence(name, meeting["title"], tuple(facts), _quotes(told))


def _office(transaction: ManagedTransaction, name: str, quotes: int) -> Evidence:
    rows = transaction.run(OFFICE, id=name).data()
    told = transaction.run(TOLD_OF_OFFICE, id=name, some=_SOME, limit=quotes).data()
    shown = ", ".join(part for part in (rows[0]["title"], rows[0]["of"]) if part) if rows else name
    facts = dict.fromkeys(", ".join(part for part in (row["name"], row["title"], row["of"]) if part) for row in told)
    return Evidence(name, shown, tuple(facts), _quotes(told))


def _venue(transaction: ManagedTransaction, name: str, quotes: int) -> Evidence:
    rows = transaction.run(VENUE, id=name).data()
    told = transaction.run(TOLD_OF_VENUE, id=name, some=_SOME, limit=quotes).data()
    written = dict.fromkeys(row["claim"]["venue"] for row in told)
    if not rows:
        return Evidence(name, next(iter(written), name), (), _quotes(told))
    venue = rows[0]["venue"]
    facts = [
        ", ".join(dict.fromkeys(part for part in (venue["kind"], rows[0]["around"], venue.get("country")) if part))
    ]
    return Evidence(name, venue["name"], (*facts, *(f"written “{one}”" for one in written)), _quotes(told))


def _quotes(rows: Sequence[Row]) -> tuple[Quote, ...]:
    found: dict[tuple[str, str], Quote] = {}
    for row in rows:
        claim, article = row["claim"], row["article"]
        quote = Quote(
            claim=row["id"],
            text=claim["evidence"] if claim else row["surface"],
            told=_told(claim) if claim else "named, in no contact",
            by=claim.get("by") if claim else None,
            article=article["id"],
            title=article["title"],
            publisher=article["publisher"],
            published=article["published"],
            url=article["url"],
        )
        found.setdefault((quote.article, quote.text), quote)
    return tuple(found.values())


def _told(claim: Row) -> str:
    days = " to ".join(day for day in (claim.get("date"), claim.get("date_end")) if day)
    return ", ".join(filter(None, (claim["kind"].replace("_", " "), claim.get("status"), days)))
