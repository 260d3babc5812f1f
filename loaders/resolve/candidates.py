"""What an analyst should look at: pairs that may be one and were not joined, or were joined on thin grounds. Pure.

``left`` and ``right`` are ids that a judgement can name: of two people or meetings as they are; where the two were
joined, the ids of those that they would be by themselves. A pair that was judged is no candidate any more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.resolve.features import features
from loaders.resolve.joining import Decision
from loaders.resolve.people import Grounds, Person, traits
from schema.ledger import make_id
from schema.vocabulary import Subject

_THIN = frozenset({Grounds.SPELLING_AND_POLITY, Grounds.PART_OF_NAME_AND_POLITY})
"""Grounds on which people are joined, but that deserve a look."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two that may be one."""

    subject: Subject
    left: str
    right: str
    joined: bool
    """Whether they count as one so far."""
    score: float
    """How much speaks for their being one, from 0 to 1."""
    reasons: tuple[str, ...]
    """What speaks for and against it, in words; what decided stands last."""
    known_from: str | None
    """Day of the first report of the later one; None for offices and places."""
    support: tuple[str, str]
    """What it was found by: two profiles, contacts, offices or places."""

    @property
    def id(self) -> str:
        """Id of its node."""
        return make_id("q", self.subject.value, self.left, self.right)


def people(
    persons: Iterable[Person], decisions: Iterable[Decision], apart: Sequence[tuple[str, str]]
) -> list[Candidate]:
    """The candidates among the persons of a block, from the decisions that led to them.

    ``apart`` are the pairs of item ids that were judged not to be the same.
    """
    person_of = {item.id: person for person in persons for item in person.items}
    judged = {
        frozenset((person_of[left].id, person_of[right].id))
        for left, right in apart
        if left in person_of and right in person_of
    }
    found: dict[str, Candidate] = {}
    for decision in decisions:
        pair = sorted((decision.left, decision.right), key=lambda item: (item.order, item.id))
        left, right = (person_of[item.id] for item in pair)
        one = left is right
        if decision.joined != one or (one and decision.grounds not in _THIN):
            continue
        if not one and frozenset((left.id, right.id)) in judged:
            continue
        if not one:
            left, right = sorted((left, right), key=lambda person: (person.known_from, person.id))
        told = features(*(traits(item.name, item.title, item.of) for item in pair))
        candidate = Candidate(
            subject=Subject.PERSON,
            left=pair[0].seed if one else left.id,
            right=pair[1].seed if one else right.id,
            joined=one,
            score=told.score,
            reasons=(*told.reasons, decision.reason),
            known_from=max(pair[0].first_day, pair[1].first_day) if one else right.known_from,
            support=(pair[0].id, pair[1].id),
        )
        rival = found.get(candidate.id)
        if rival is None or (rival.score, rival.support) < (candidate.score, candidate.support):
            found[candidate.id] = candidate
    return [candidate for _, candidate in sorted(found.items())]
