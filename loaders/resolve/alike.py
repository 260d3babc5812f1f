"""Offices and places that may be one by their names, for an analyst to look at; nothing is joined by it. Pure."""

import re
from dataclasses import dataclass

from rapidfuzz.fuzz import token_sort_ratio

from loaders.resolve.candidates import Candidate
from loaders.resolve.posts import LESSER, held
from loaders.world import fold
from schema.vocabulary import Subject

_ALIKE = 0.8
"""Likeness of names from which on they are worth a look."""
_RANKS = LESSER - {"state"}
"""Words that make an office another one; "Secretary of State" has none."""
_COMMON = frozenset(
    "adviser ambassador center centre chief city deputy director envoy general hall head hotel house leader member "
    "minister ministry office officer palace president representative secretary senior special".split()
)
"""Words that so many names have that they find nothing."""


@dataclass(frozen=True, slots=True)
class Named:
    """An office or place."""

    subject: Subject
    id: str
    name: str
    of: str
    """Name of the polity of an office, of the country of a place; empty where unknown."""

    @property
    def words(self) -> frozenset[str]:
        """The folded words of the name."""
        return frozenset(re.findall(r"\w+", fold(self.name)))

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of which any two that are worth a look share one."""
        found = {f"{self.subject} {word} of {self.of}" for word in self.words - _COMMON if len(word) > 3}
        if self.subject is Subject.OFFICE:
            found |= {f"post {post}" for post in held(self.name, self.of or None)[:1]}
        return tuple(sorted(found))


def alike(left: Named, right: Named) -> Candidate | None:
    """The two as a candidate, in the order of their ids; None where they are not worth a look."""
    left, right = sorted((left, right), key=lambda one: one.id)
    if left.of != right.of:
        return None
    where = f"both of {left.of}" if left.of else "of no country that is known"
    score = token_sort_ratio(fold(left.name), fold(right.name)) / 100
    reasons = [f"names {left.name} and {right.name} ({score:.2f})", where]
    if left.subject is Subject.OFFICE:
        if (left.words ^ right.words) & _RANKS:
            return None
        post = held(left.name, left.of or None)[:1]
        if post and post == held(right.name, right.of or None)[:1]:
            score = max(score, _ALIKE)
            reasons.append(f"both may be the {post[0].partition(' of ')[0]}")
    elif left.words <= right.words or right.words <= left.words:
        score = max(score, _ALIKE)
        reasons.append("one name is part of the other")
    if score < _ALIKE:
        return None
    return Candidate(left.subject, left.id, right.id, False, round(score, 2), tuple(reasons), None, (left.id, right.id))
