"""How far two people agree, part by part, as scores and in words: for analysts, not for deciding. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import token_sort_ratio

from loaders.resolve.names import Name, Part
from loaders.resolve.offices import OfficeRef
from loaders.resolve.people import Traits

_OPEN = 0.5
"""Score of what one of the two leaves out."""
_FAMILY, _GIVEN, _POLITY, _OFFICE = 0.4, 0.2, 0.2, 0.2
"""What each part counts for; together 1."""


@dataclass(frozen=True, slots=True)
class Features:
    """How far two people agree."""

    score: float
    """From 0 to 1: family name, given names, polity and office, weighed 2 : 1 : 1 : 1."""
    reasons: tuple[str, ...]
    """Each part with its score, in words."""


def features(left: Traits, right: Traits) -> Features:
    """Compare two people part by part; the order of the two decides only the order of words."""
    parts = (
        (_FAMILY, *_family(left.parsed, right.parsed)),
        (_GIVEN, *_given(left.parsed, right.parsed)),
        (_POLITY, *_polity(left, right)),
        (_OFFICE, *_office(left.offices, right.offices)),
    )
    score = sum(weight * found for weight, found, _ in parts)
    return Features(round(score, 2), tuple(f"{words} ({found:.2f})" for _, found, words in parts))


def _family(left: Name, right: Name) -> tuple[float, str]:
    pairs = [
        (JaroWinkler.similarity(one.sound, other.sound), one.folded, other.folded)
        for one in left.family
        for other in right.family
    ]
    if not pairs:
        return 0.0, "no family name to compare"
    best, one, other = max(pairs)
    return best, f"both family names are {one}" if one == other else f"family names {one} and {other}"


def _given(left: Name, right: Name) -> tuple[float, str]:
    ours, theirs = _rest(left), _rest(right)
    if not ours or not theirs:
        return _OPEN, "no given name of one of them" if ours or theirs else "no given names"
    one, other = " ".join(part.folded for part in ours), " ".join(part.folded for part in theirs)
    alike = token_sort_ratio(" ".join(part.sound for part in ours), " ".join(part.sound for part in theirs)) / 100
    return alike, f"both given names are {one}" if one == other else f"given names {one} and {other}"


def _rest(name: Name) -> tuple[Part, ...]:
    return tuple(part for part in name.parts if part is not name.family[0]) if name.parts else ()


def _polity(left: Traits, right: Traits) -> tuple[float, str]:
    if left.polity is None or right.polity is None:
        return _OPEN, "the polity of one of them is not known" if left.polity or right.polity else "no polity is known"
    if left.polity == right.polity:
        return 1.0, f"both of {left.polity.name}"
    return 0.0, f"of {left.polity.name} and of {right.polity.name}"


def _office(left: Sequence[OfficeRef], right: Sequence[OfficeRef]) -> tuple[float, str]:
    if not left or not right:
        return _OPEN, "the office of one of them is not known" if left or right else "no office is known"
    shared = [one.title for one in left if any(one.key == other.key for other in right)]
    if shared:
        return 1.0, f"both {shared[0]}"
    if {one.role for one in left if one.role} & {one.role for one in right if one.role}:
        return 0.9, f"{left[0].title} and {right[0].title}, the same role"
    return 0.0, f"{left[0].title} and {right[0].title}"
