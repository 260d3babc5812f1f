"""Whether a judgement can be carried out, and on what: ids that people use become those that the ledger keeps."""

from dataclasses import replace

from neo4j import ManagedTransaction

from loaders.ledger.entries import is_date
from loaders.projection.posts import unit
from loaders.projection.taken import meant_by
from loaders.resolve.posts import meant
from schema.errors import NotFound, QueryError
from schema.ledger import Judgement
from schema.vocabulary import Kind, Status, Verb

SEEDED = "MATCH (n:Mention {seed: $id}) RETURN n.seed AS seed LIMIT 1"
SEEDED_CLAIM = "MATCH (c:Claim {seed: $id}) RETURN c.seed AS seed LIMIT 1"
OFFICE = "MATCH (o:Office {id: $id}) RETURN o.id AS seed"
JUDGED_OFFICE = """
MATCH (j:Judgement {subject: $id}) WHERE j.verb IN ['same', 'not_same'] RETURN j.subject AS seed LIMIT 1
"""
JUDGED_OFFICE_SECOND = """
MATCH (j:Judgement {object: $id}) WHERE j.verb IN ['same', 'not_same'] RETURN j.object AS seed LIMIT 1
"""
PLACE = "MATCH (c:Claim {place: $id}) RETURN c.place AS seed LIMIT 1"
MENTION = "MATCH (n:Mention {id: $id}) WHERE NOT n.is_party RETURN n.seed AS seed"
POST = "MATCH (k:Key {id: $id})<-[:KEYED]-(:Mention) RETURN k.id AS seed LIMIT 1"
NAMED_BY_POST = """
MATCH (n:Mention {id: $id}) WHERE n.is_party MATCH (a:Article {id: n.article})
RETURN n.surface AS surface, n.name AS party, a.source AS source
"""
CLAIM = "MATCH (c:Claim {id: $id}) RETURN c.seed AS seed"
ARTICLE = "MATCH (a:Article {id: $id}) RETURN a.source AS source"
SOURCE = "MATCH (a:Article {source: $id}) RETURN a.source AS source LIMIT 1"
JUDGEMENT = "MATCH (j:Judgement {id: $id}) RETURN j.id AS id"

_SEEDS = (SEEDED, SEEDED_CLAIM, PLACE, OFFICE, MENTION, CLAIM, POST, JUDGED_OFFICE, JUDGED_OFFICE_SECOND)

CORRECTABLE = ("kind", "status", "date", "date_end", "venue", "venue_country")
"""Fields of a claim that a judgement can correct; an empty value says that the claim gives none."""


def checked(transaction: ManagedTransaction, decided: Judgement) -> Judgement:
    """The judgement with the ids that the ledger keeps.

    Raises:
        NotFound: nothing has an id that it names.
        QueryError: it cannot be carried out as it stands.
    """
    match decided.verb:
        case Verb.SAME | Verb.NOT_SAME:
            return _pair(transaction, decided)
        case Verb.REJECT | Verb.CORRECT:
            _one(transaction, CLAIM, decided.subject, "claim")
            if decided.verb is Verb.CORRECT:
                _check_value(decided)
            return decided
        case Verb.RETRACT:
            rows = (
                transaction.run(SOURCE, id=decided.subject).data()
                or transaction.run(ARTICLE, id=decided.subject).data()
            )
            if not rows:
                raise NotFound(f"No article has the source or id {decided.subject!r}.")
            return replace(decided, subject=rows[0]["source"])
        case Verb.UNDO:
            _one(transaction, JUDGEMENT, decided.subject, "judgement")
            return decided


def _pair(transaction: ManagedTransaction, decided: Judgement) -> Judgement:
    if decided.object is None:
        raise QueryError(f"{decided.verb.value} needs two ids; name the second one as the object.")
    subject, other = _seed(transaction, decided.subject), _seed(transaction, decided.object)
    if subject[0] != other[0]:
        raise QueryError(
            f"{decided.subject} and {decided.object} are not of one sort; name two people, two offices, two "
            "meetings or two places."
        )
    if subject[0] == "o" and decided.verb is Verb.SAME:
        decided = _with_name(transaction, decided, subject)
    if subject == other:
        raise QueryError(
            f"{decided.subject} and {decided.object} are one mention or claim; name one of each of the two that are "
            "the same or not."
        )
    return replace(decided, subject=subject, object=other)


def _with_name(transaction: ManagedTransaction, decided: Judgement, office: str) -> Judgement:
    """The judgement with the title and polity that both offices go by: nothing else keeps them while it is another."""
    ref = meant_by(transaction, office)
    if ref is None:
        raise NotFound(f"No mention means the office {office!r} any more.")
    return replace(decided, field=ref.title, value=ref.of.name if ref.of else None)


def _seed(transaction: ManagedTransaction, name: str) -> str:
    for cypher in _SEEDS:
        rows = transaction.run(cypher, id=name).data()
        if rows and rows[0]["seed"]:
            return str(rows[0]["seed"])
    for row in transaction.run(NAMED_BY_POST, id=name).data():
        post = meant(row["surface"], row["party"])
        if post is not None:
            return unit(row["source"], post)
    raise NotFound(f"No person, office, meeting, place, mention of a person or claim has the id {name!r}.")


def _one(transaction: ManagedTransaction, cypher: str, name: str, what: str) -> None:
    if not transaction.run(cypher, id=name).data():
        raise NotFound(f"No {what} has the id {name!r}.")


def _check_value(decided: Judgement) -> None:
    field, value = decided.field, decided.value
    if field not in CORRECTABLE:
        raise QueryError(f"{field!r} cannot be corrected; what can is {', '.join(CORRECTABLE)}.")
    if field in ("kind", "status"):
        allowed = [member.value for member in (Kind if field == "kind" else Status)]
        if value not in allowed:
            raise QueryError(f"{value!r} is no {field}; it can be {', '.join(allowed)}.")
    if field in ("date", "date_end") and value and not is_date(value):
        raise QueryError(f"{value!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY.")
