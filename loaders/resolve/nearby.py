"""Meetings that an analyst should compare: told alike, and not taken for one. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from loaders.resolve.candidates import Candidate
from loaders.resolve.history import State
from loaders.resolve.related import keys, match, related, sought
from loaders.resolve.tellings import Telling
from schema.ledger import OPEN
from schema.vocabulary import Subject

_MOST = 3
"""Candidates of one meeting; of a busy pair only the likeliest are worth a look."""


def meetings(tellings: Iterable[Telling], states: Iterable[State], apart: Iterable[tuple[str, str]]) -> list[Candidate]:
    """The candidates among the meetings of a block that stand today.

    ``apart`` are the pairs of seeds that were judged not to be the same. An article that tells two contacts apart is
    believed.
    """
    standing = [state for state in states if state.known_until == OPEN]
    meeting_of = {claim: state.folded.id for state in standing for claim in state.folded.claims}
    told = sorted((one for one in tellings if one.id in meeting_of), key=lambda one: one.id)
    of_seed = {one.seed: meeting_of[one.id] for one in told}
    judged = {frozenset((of_seed[a], of_seed[b])) for a, b in apart if a in of_seed and b in of_seed}
    sources: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for one in told:
        meeting = meeting_of[one.id]
        sources[meeting].add(one.source)
        first[meeting] = min(first.get(meeting, OPEN), one.known.known_from)
    found: dict[tuple[str, str], Candidate] = {}
    for left, right in _pairs(told, meeting_of):
        earlier, later = sorted((meeting_of[left.id], meeting_of[right.id]), key=lambda name: (first[name], name))
        if sources[earlier] & sources[later] or frozenset((earlier, later)) in judged:
            continue
        score, reasons = likeness(left, right)
        if (met := match(left, right)) is not None:
            reasons += (f"may be one by {met.value}, but fits another one better or the times do not agree",)
        support = min(left.id, right.id), max(left.id, right.id)
        candidate = Candidate(Subject.MEETING, earlier, later, False, score, reasons, first[later], support)
        rival = found.get((earlier, later))
        if rival is None or (rival.score, rival.support) < (score, support):
            found[earlier, later] = candidate
    return _likeliest(found)


def _pairs(told: Iterable[Telling], meeting_of: Mapping[str, str]) -> Iterator[tuple[Telling, Telling]]:
    """The related tellings of different meetings, found by their keys; those of one shape are compared once."""
    shapes = {(meeting_of[one.id], one.shape): one for one in told}
    having: dict[str, list[Telling]] = defaultdict(list)
    for one in shapes.values():
        for key in keys(one):
            having[key].append(one)
    for left in shapes.values():
        for right in {right.id: right for key in sought(keys(left)) for right in having.get(key, ())}.values():
            if left.id < right.id and meeting_of[left.id] != meeting_of[right.id] and related(left, right):
                yield left, right


def likeness(left: Telling, right: Telling) -> tuple[float, tuple[str, ...]]:
    """How alike two tellings are, from 0 to 1: sides, days, kind and place, weighed 4 : 3 : 2 : 1; and in words."""
    ours, theirs = {side.handle for side in left.sides}, {side.handle for side in right.sides}
    sides = 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 0.0
    names = sorted({side.name for side in left.sides if side.handle in theirs})
    parts = [(0.4, sides, f"sides in common: {', '.join(names) or 'countries only'}")]
    parts.append((0.3, *_days(left, right)))
    kinds = left.own.kind, right.own.kind
    parts.append((0.2, 1.0, f"both {kinds[0]}") if kinds[0] is kinds[1] else (0.2, 0.5, f"{kinds[0]} and {kinds[1]}"))
    parts.append((0.1, *_places(left, right)))
    reasons = tuple(f"{words} ({score:.2f})" for _, score, words in parts)
    return round(sum(weight * score for weight, score, _ in parts), 2), reasons


def _days(left: Telling, right: Telling) -> tuple[float, str]:
    told = [one.own.date or "no day" for one in (left, right)]
    words = f"{left.status} {told[0]} and {right.status} {told[1]}"
    if left.days is None or right.days is None:
        return 0.5, words
    return max(0.0, 1 - left.days.gap(right.days) / 10), words


def _places(left: Telling, right: Telling) -> tuple[float, str]:
    ours, theirs = left.own.place, right.own.place
    if ours is None or theirs is None:
        return 0.5, "the place is told by one of them" if ours or theirs else "no place is told"
    if ours in theirs.chain or theirs in ours.chain:
        return 1.0, f"in {ours.name}" if ours == theirs else f"in {ours.name} and in {theirs.name}, which lie together"
    return 0.0, f"in {ours.name} and in {theirs.name}"


def _likeliest(found: Mapping[tuple[str, str], Candidate]) -> list[Candidate]:
    """Those that are among the likeliest of both their meetings."""
    ordered = sorted(found.items(), key=lambda entry: (-entry[1].score, entry[0]))
    counts: Counter[str] = Counter()
    kept = []
    for pair, candidate in ordered:
        counts.update(pair)
        if max(counts[name] for name in pair) <= _MOST:
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.id)
