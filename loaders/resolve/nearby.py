"""Meetings that an analyst should compare: told alike, of days near each other, and not taken for one. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.resolve.candidates import Candidate
from loaders.resolve.related import match
from loaders.resolve.replay import Library, Replayed
from loaders.resolve.tellings import Telling
from schema.ledger import OPEN
from schema.vocabulary import Subject


@dataclass(frozen=True, slots=True)
class _Standing:
    """A meeting as it stands today."""

    id: str
    members: tuple[Telling, ...]
    known_from: str
    sources: frozenset[str]
    seeds: frozenset[str]


def meetings(library: Library, found: Replayed) -> tuple[list[Candidate], frozenset[str]]:
    """The candidates among what changed and what is near it, and the tellings that were looked at for them.

    Two meetings are one where two tellings that name a day may be one. An article that tells two contacts apart is
    believed, and so is a judgement.
    """
    meeting_of = _standing(library, found)
    changed = {claim for state in found.states if state.known_until == OPEN for claim in state.folded.claims}
    judged = [frozenset(pair) for pair in library.judged()[1]]
    best: dict[tuple[str, str], Candidate] = {}
    for pair in _pairs(library, changed & meeting_of.keys()):
        if pair[1].id not in meeting_of:
            continue
        left, right = sorted(pair, key=lambda one: (meeting_of[one.id].known_from, meeting_of[one.id].id))
        earlier, later = meeting_of[left.id], meeting_of[right.id]
        if earlier.sources & later.sources or earlier.id == later.id:
            continue
        if any(one & earlier.seeds and one & later.seeds for one in judged):
            continue
        score, reasons = likeness(left, right)
        if (met := match(left, right)) is not None:
            reasons += (f"may be one by {met.value}, but fits another one better or the times do not agree",)
        support = left.id, right.id
        candidate = Candidate(Subject.MEETING, earlier.id, later.id, False, score, reasons, later.known_from, support)
        rival = best.get((earlier.id, later.id))
        if rival is None or (rival.score, rival.support) < (score, support):
            best[earlier.id, later.id] = candidate
    return [candidate for _, candidate in sorted(best.items())], found.moved | changed & meeting_of.keys()


def _standing(library: Library, found: Replayed) -> dict[str, _Standing]:
    """The meetings that stand today, of those that changed and those near them, by their tellings."""
    groups = {state.folded.id: frozenset(state.folded.claims) for state in found.states if state.known_until == OPEN}
    changed = {claim for claims in groups.values() for claim in claims}
    near = {name for names in library.near(changed).values() for name in names} - changed - found.moved
    groups |= {one.meeting: one.members for one in library.stood(near, found.since) if one.known_until == OPEN}
    tellings = library.tellings({name for members in groups.values() for name in members})
    of: dict[str, _Standing] = {}
    for meeting, names in groups.items():
        members = tuple(tellings[name] for name in sorted(names) if name in tellings)
        if members:
            one = _Standing(
                meeting,
                members,
                min(each.known.known_from for each in members),
                frozenset(each.source for each in members),
                frozenset(each.seed for each in members),
            )
            of |= {each.id: one for each in members}
    return of


def _pairs(library: Library, changed: set[str]) -> Iterator[tuple[Telling, Telling]]:
    """Tellings that name a day and may be one, the first of a meeting that changed."""
    tellings = library.tellings(changed)
    for name, near in sorted(library.near({name for name, one in tellings.items() if one.exact}).items()):
        for _, other in sorted(library.tellings(near).items()):
            if other.exact:
                yield tellings[name], other


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
