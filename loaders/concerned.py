"""What a judgement is about in the graph: the people, meetings or places it concerns, before and after it."""

from collections.abc import Iterable
from dataclasses import dataclass

from neo4j import ManagedTransaction

from loaders.ledger.rows import judgement_of
from loaders.projection.cypher import fetch
from loaders.projection.places import taken_among
from loaders.projection.taken import offices_taken_for
from schema.ledger import Judgement
from schema.vocabulary import Subject, Verb

PROFILES = """
UNWIND $ids AS id MATCH (:Mention {seed: id})-[:IS]->(:Person)<-[:BELONGS]-(f:Profile) RETURN DISTINCT f.id AS id
"""
PEOPLE = "UNWIND $ids AS id MATCH (:Profile {id: id})-[:BELONGS]->(p:Person) RETURN DISTINCT p.id AS id"
PEOPLE_OF_SEED = "UNWIND $ids AS id MATCH (:Mention {seed: id})-[:IS]->(p:Person) RETURN DISTINCT p.id AS id"
CONTACTS_OF_SEED = """
UNWIND $ids AS id MATCH (c:Claim {seed: id}) WHERE c.contact = c.id RETURN DISTINCT c.id AS id
"""
CONTACTS_OF_CLAIM = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN DISTINCT c.contact AS id"
CONTACTS_OF_SOURCE = """
UNWIND $ids AS id MATCH (a:Article {source: id})-[:REPORTS]->(c:Claim) RETURN DISTINCT c.contact AS id
"""
TOLD_WITH = """
UNWIND $ids AS id
MATCH (:Claim {id: id})-[r:ABOUT]->(m:Meeting)<-[:ABOUT]-(c:Claim) WHERE r.known_until = '9999-99-99'
RETURN DISTINCT c.contact AS id
"""
MEETINGS = """
UNWIND $ids AS id MATCH (:Claim {id: id})-[r:ABOUT]->(m:Meeting) WHERE r.known_until = '9999-99-99'
RETURN DISTINCT m.id AS id
"""
ON_PROFILES = """
UNWIND $ids AS id MATCH (:Profile {id: id})<-[:ON]-(j:Judgement) WHERE j.undone IS NULL AND j.verb = 'not_same'
RETURN DISTINCT properties(j) AS row
"""
ON_CLAIMS = """
UNWIND $ids AS id MATCH (:Claim {id: id})<-[:ON]-(j:Judgement) WHERE j.undone IS NULL AND j.verb = 'not_same'
RETURN DISTINCT properties(j) AS row
"""
ON_IDS = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.undone IS NULL AND j.verb = 'not_same'
RETURN properties(j) AS row
"""

ON_IDS_SECOND = ON_IDS.replace("subject: id", "object: id")


@dataclass(frozen=True, slots=True)
class Concerned:
    """What stays put while people, meetings or places are joined and parted: profiles, contacts or the places told."""

    subject: Subject
    names: frozenset[str]

    def now(self, transaction: ManagedTransaction) -> tuple[str, ...]:
        """Ids of the people, meetings or places that these make up at the moment."""
        match self.subject:
            case Subject.PERSON:
                return tuple(sorted(row["id"] for row in fetch(transaction, PEOPLE, self.names)))
            case Subject.MEETING:
                return tuple(sorted(row["id"] for row in fetch(transaction, MEETINGS, self.names)))
            case Subject.VENUE:
                places = taken_among(transaction, self.names)
                return tuple(sorted({places[name].id if name in places else name for name in self.names}))
            case Subject.OFFICE:
                posts = offices_taken_for(transaction, self.names)
                return tuple(sorted({posts[name].id if name in posts else name for name in self.names}))

    def parted(self, transaction: ManagedTransaction) -> list[Judgement]:
        """The standing NOT_SAME judgements on any of these, in the order made."""
        match self.subject:
            case Subject.PERSON:
                rows = fetch(transaction, ON_PROFILES, self.names)
            case Subject.MEETING:
                rows = fetch(transaction, ON_CLAIMS, self.names)
            case Subject.VENUE | Subject.OFFICE:
                rows = fetch(transaction, ON_IDS, self.names) + fetch(transaction, ON_IDS_SECOND, self.names)
        found = {row["row"]["id"]: judgement_of(row["row"]) for row in rows}
        return sorted(found.values(), key=lambda one: (one.made, one.id))


def concerned(transaction: ManagedTransaction, judgement: Judgement) -> Concerned:
    """What a judgement (no UNDO) with the ids that the ledger keeps is about."""
    ends = {end for end in (judgement.subject, judgement.object) if end is not None}
    match judgement.verb:
        case Verb.SAME | Verb.NOT_SAME:
            subject = subject_of(judgement.subject)
            match subject:
                case Subject.PERSON:
                    return Concerned(subject, _ids(transaction, PROFILES, ends))
                case Subject.MEETING:
                    return _meetings(transaction, _ids(transaction, CONTACTS_OF_SEED, ends))
                case Subject.VENUE | Subject.OFFICE:
                    return Concerned(subject, frozenset(ends))
        case Verb.REJECT | Verb.CORRECT:
            return _meetings(transaction, _ids(transaction, CONTACTS_OF_CLAIM, ends))
        case Verb.RETRACT | Verb.UNDO:
            return _meetings(transaction, _ids(transaction, CONTACTS_OF_SOURCE, ends))


def subject_of(seed: str) -> Subject:
    """What an id that SAME and NOT_SAME name is the id of."""
    return {"p": Subject.PERSON, "m": Subject.MEETING, "v": Subject.VENUE, "o": Subject.OFFICE}[seed[0]]


def standing_for(transaction: ManagedTransaction, seed: str) -> set[str]:
    """The person, meeting or place that an id which the ledger keeps means today; none where its articles are gone."""
    match subject_of(seed):
        case Subject.PERSON:
            return set(_ids(transaction, PEOPLE_OF_SEED, [seed]))
        case Subject.MEETING:
            return set(_ids(transaction, MEETINGS, _ids(transaction, CONTACTS_OF_SEED, [seed])))
        case Subject.VENUE | Subject.OFFICE as subject:
            return set(Concerned(subject, frozenset({seed})).now(transaction))


def _meetings(transaction: ManagedTransaction, contacts: frozenset[str]) -> Concerned:
    return Concerned(Subject.MEETING, contacts | _ids(transaction, TOLD_WITH, contacts))


def _ids(transaction: ManagedTransaction, cypher: str, ids: Iterable[str]) -> frozenset[str]:
    return frozenset(row["id"] for row in fetch(transaction, cypher, ids))
