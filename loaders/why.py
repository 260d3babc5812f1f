"""Why something is one person, office, venue or meeting: what was brought together, on what grounds, and what was not.

All is worked out at the time by the same functions that decided it, so that it cannot differ from what was done.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from loaders.concerned import standing_for
from loaders.ledger.rows import judgement_of
from loaders.projection.blocks import explain
from loaders.projection.cypher import Row, fetch
from loaders.projection.tellings import load_tellings
from loaders.resolve.features import features
from loaders.resolve.joining import Decision
from loaders.resolve.nearby import likeness
from loaders.resolve.people import Item, traits
from loaders.resolve.tellings import Telling
from loaders.review import Evidence, evidence
from schema.database import Database
from schema.errors import NotFound
from schema.ledger import Judgement
from schema.vocabulary import Subject

CLAIM = """
MATCH (a:Article)-[:REPORTS]->(c:Claim {id: $id})
RETURN c.contact AS contact, c.seed AS seed, a.known_from AS known_from, a.known_until AS known_until, a.id AS article
"""
MENTION = """
MATCH (n:Mention {id: $id}) OPTIONAL MATCH (n)-[:IS]->(x) WHERE x:Person OR x:Polity
RETURN n.name AS name, n.seed AS seed, n.article AS article, n.surface AS surface, n.inferred AS inferred,
       n.support AS support, x.id AS id, x.name AS is
"""
THERE = {
    Subject.OFFICE: "MATCH (x:Office {id: $id}) RETURN x.id AS id",
    Subject.VENUE: "MATCH (x:Venue {id: $id}) RETURN x.id AS id",
}
CONTACTS = """
MATCH (:Meeting {id: $id, known_until: '9999-99-99'})<-[:ABOUT]-(c:Claim) RETURN DISTINCT c.contact AS id
"""
ON_PERSON = """
MATCH (:Person {id: $id})<-[:BELONGS]-(:Profile)<-[:ON]-(j:Judgement)
RETURN DISTINCT j.id AS id, properties(j) AS row, j.undone AS undone
"""
ON_MEETING = """
MATCH (:Meeting {id: $id})<-[:ABOUT]-(:Claim)<-[:ON]-(j:Judgement)
RETURN DISTINCT j.id AS id, properties(j) AS row, j.undone AS undone
"""
ON_CLAIMS = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.verb IN ['reject', 'correct']
RETURN j.id AS id, properties(j) AS row, j.undone AS undone
"""
CLAIMS = "UNWIND $ids AS id MATCH (c:Claim {contact: id}) RETURN c.id AS id"
ON_ID = "MATCH (j:Judgement {subject: $id}) RETURN j.id AS id, properties(j) AS row, j.undone AS undone"
ON_ID_SECOND = "MATCH (j:Judgement {object: $id}) RETURN j.id AS id, properties(j) AS row, j.undone AS undone"
OPEN_PAIRS = """
MATCH (q:Candidate {left: $id}) RETURN q.right AS id, q.score AS score, q.reasons AS reasons, q.joined AS joined
"""
OPEN_PAIRS_SECOND = """
MATCH (q:Candidate {right: $id}) RETURN q.left AS id, q.score AS score, q.reasons AS reasons, q.joined AS joined
"""
ARTICLES = "UNWIND $ids AS id MATCH (a:Article {source: id}) RETURN a.source AS source, a.publisher AS publisher"

_SORTS = {"p": Subject.PERSON, "m": Subject.MEETING, "o": Subject.OFFICE, "v": Subject.VENUE}


@dataclass(frozen=True, slots=True)
class Step:
    """Two that were brought together, or were not."""

    left: str
    right: str
    joined: bool
    score: float | None
    """How far they agree, from 0 to 1."""
    reason: str
    """What decided."""
    features: tuple[str, ...]
    """Part by part, with scores."""


@dataclass(frozen=True, slots=True)
class Open:
    """Another one that it may be one with."""

    id: str
    name: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The answer."""

    asked: str
    subject: Subject
    notes: tuple[str, ...]
    """How one comes from the id asked for to the one explained: what was merged, what a mention or claim is of."""
    evidence: Evidence
    steps: tuple[Step, ...]
    waiting: tuple[Open, ...]
    """What waits for a judgement."""
    judgements: tuple[tuple[Judgement, bool], ...]
    """Those that bear on it, each with whether it stands."""


def why(database: Database, name: str) -> Why:
    """Why what has this id is what it is; an id may be of a person, office, venue, meeting, claim or mention.

    Raises:
        NotFound: nothing has it, or it was of what no article says any more.
    """
    return database.read(lambda transaction: _why(transaction, name.strip()))


def _why(transaction: ManagedTransaction, name: str) -> Why:
    subject, found, notes = _meant(transaction, name)
    steps: Sequence[Step] = ()
    if subject is Subject.PERSON:
        steps = [_step(one) for one in explain(transaction, found)]
    elif subject is Subject.MEETING:
        steps = _tellings(transaction, found)
    return Why(
        asked=name,
        subject=subject,
        notes=tuple(notes),
        evidence=evidence(transaction, subject, found, quotes=5),
        steps=tuple(steps),
        waiting=_waiting(transaction, subject, found),
        judgements=_judgements(transaction, subject, {found, name}),
    )


def _meant(transaction: ManagedTransaction, name: str) -> tuple[Subject, str, list[str]]:
    """What the id leads to, and how."""
    if rows := transaction.run(CLAIM, id=name).data():
        standing = sorted(standing_for(transaction, rows[0]["seed"]))
        if rows[0]["known_from"] is None or not standing:
            raise NotFound(
                f"The claim {name} counts no more: it was rejected, or its article was replaced or retracted."
            )
        return Subject.MEETING, standing[0], [f"{name} is a claim about it, in article {rows[0]['article']}."]
    if rows := transaction.run(MENTION, id=name).data():
        row = rows[0]
        if row["seed"] is None or row["id"] is None:
            meant = f"means {row['is']} ({row['id']})" if row["id"] else "counts no more"
            raise NotFound(
                f"The mention {name} of “{row['name']}” {meant}: countries and bodies are known by their names."
            )
        return Subject.PERSON, row["id"], [_mention(name, row)]
    subject = _SORTS.get(name[:1])
    if subject in (Subject.PERSON, Subject.MEETING):
        if standing := sorted(standing_for(transaction, name)):
            return subject, standing[0], [] if name in standing else [f"{name} was merged into {standing[0]}."]
    elif subject is not None:
        now = next(iter(standing_for(transaction, name)))
        if transaction.run(THERE[subject], id=now).data():
            return subject, now, [] if now == name else [f"{name} was judged the same as {now}."]
    raise NotFound(f"No person, office, venue, meeting, claim or mention has the id {name!r}.")


def _mention(name: str, row: Row) -> str:
    if row["inferred"] is None:
        return f"{name} is a mention of “{row['name']}” in article {row['article']}."
    told = f" (mention {row['support']})" if row["support"] else ""
    return (
        f"{name} names nobody: “{row['surface']}” in article {row['article']} is taken for {row['is']}, "
        f"{row['inferred']}{told}. A judgement that the two are not the same undoes it."
    )


def _step(decision: Decision) -> Step:
    left, right = decision.left, decision.right
    told = features(traits(left.name, left.title, left.of), traits(right.name, right.title, right.of))
    return Step(_item(left), _item(right), decision.joined, told.score, decision.reason, told.reasons)


def _item(item: Item) -> str:
    return ", ".join(part for part in (item.name, item.title, item.of) if part)


def _tellings(transaction: ManagedTransaction, meeting: str) -> list[Step]:
    """For each telling of a meeting but the first, the one among those before it that it is most like."""
    contacts = [row["id"] for row in transaction.run(CONTACTS, id=meeting).data()]
    told = sorted(load_tellings(transaction, contacts).values(), key=lambda one: one.order)
    rows = fetch(transaction, ARTICLES, (one.source for one in told))
    publishers = {row["source"]: row["publisher"] for row in rows if row["publisher"]}
    steps = []
    for place, telling in enumerate(told[1:], start=1):
        best = max(((*likeness(telling, other), other) for other in told[:place]), key=lambda found: found[0])
        score, reasons, other = best
        steps.append(
            Step(_telling(other, publishers), _telling(telling, publishers), True, score, "the most alike", reasons)
        )
    return steps


def _telling(telling: Telling, publishers: dict[str, str]) -> str:
    told = publishers.get(telling.source, telling.source), telling.own.reported or "no day of publication", telling.id
    return ", ".join(told)


def _waiting(transaction: ManagedTransaction, subject: Subject, name: str) -> tuple[Open, ...]:
    rows = transaction.run(OPEN_PAIRS, id=name).data() + transaction.run(OPEN_PAIRS_SECOND, id=name).data()
    found = []
    for row in sorted(rows, key=lambda row: (-row["score"], row["id"])):
        other = evidence(transaction, subject, row["id"], alone=bool(row["joined"]), quotes=0).name
        found.append(Open(row["id"], other, row["score"], tuple(row["reasons"])))
    return tuple(found)


def _judgements(
    transaction: ManagedTransaction, subject: Subject, names: set[str]
) -> tuple[tuple[Judgement, bool], ...]:
    rows: list[Row] = []
    for name in sorted(names):
        rows += transaction.run(ON_ID, id=name).data() + transaction.run(ON_ID_SECOND, id=name).data()
        if subject is Subject.PERSON:
            rows += transaction.run(ON_PERSON, id=name).data()
        elif subject is Subject.MEETING:
            rows += transaction.run(ON_MEETING, id=name).data()
            contacts = [row["id"] for row in transaction.run(CONTACTS, id=name).data()]
            claims = [row["id"] for row in fetch(transaction, CLAIMS, contacts)]
            rows += fetch(transaction, ON_CLAIMS, claims)
    found = {row["id"]: (judgement_of(row["row"]), row["undone"] is None) for row in rows}
    return tuple(sorted(found.values(), key=lambda one: (one[0].made, one[0].id)))
