"""Deciding anew what is one meeting where something has changed, and nowhere else. Pure, but for what it asks for.

Articles are gone through in the order of report (``cluster``), so nothing changes before the first report of what has
changed. From then on a telling is decided about anew where it may be one with a meeting that is another one than
before; all others stay with those they were with. What comes out is what going through all of them would give, and it
costs by what may be one with what has changed, not by how much was ever told of the same people.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Protocol

from loaders.resolve.cluster import Past, Stood, disturbed, unfold
from loaders.resolve.history import State, states_of
from loaders.resolve.tellings import Telling


class Library(Protocol):
    """What there is to ask for: tellings go by the id of the claim in the article's own words."""

    def tellings(self, names: Set[str]) -> Mapping[str, Telling]:
        """Those that are told still."""

    def near(self, names: Set[str]) -> Mapping[str, Set[str]]:
        """For each, those that may be one meeting with it: related, judged with it, or of another version."""

    def stood(self, names: Set[str], since: str) -> Set[Stood]:
        """The meetings that these stood in at the beginning of the day or later, as they were decided before."""

    def versions(self, names: Set[str]) -> Set[str]:
        """These and the same contacts in other versions of their articles."""

    def judged(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """The pairs of seeds that were judged the same and not the same, of all tellings asked for so far."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What has changed."""

    states: tuple[State, ...] = ()
    """All that stood at the beginning of ``since`` or later and have one of the ``moved``."""
    moved: frozenset[str] = frozenset()
    """The tellings in meetings that changed at some time."""
    since: str = ""
    """States that ended before this day are as they were."""


def replay(library: Library, changed: Set[str], near_before: Set[str]) -> Replayed:
    """Decide anew about tellings that are new, told no more or otherwise than before, and about what that bears on.

    ``near_before`` are those that may have been one with the changed as they were.
    """
    changed = library.versions(changed)
    told = library.tellings(changed)
    firsts = [one.known.known_from for one in told.values()]
    firsts += [one.known_from for one in library.stood(changed, "")]
    if not firsts:
        return Replayed()
    since = min(firsts)
    anew = set(told) | {name for name, one in library.tellings(near_before).items() if one.known.known_from >= since}
    while True:
        near = library.near(anew)
        stood = _households(library, {*changed, *anew, *(name for found in near.values() for name in found)}, since)
        tellings = library.tellings({name for one in stood for name in one.members} | anew)
        more = _of_the_same_day(tellings, near, stood, anew)
        if not more:
            past = Past(tuple(stood), frozenset(anew), since)
            days = unfold(tellings.values(), *library.judged(), past)
            moved = disturbed(days, past, changed)
            more = _that_follow(library, moved, anew)
            if not more:
                break
        anew |= more
    versions = library.tellings(library.versions(tellings.keys()))
    states = states_of(days, versions.values(), past)
    return Replayed(
        tuple(one for one in states if not moved.keys().isdisjoint(one.folded.claims)), frozenset(moved), since
    )


def _households(library: Library, names: Set[str], since: str) -> set[Stood]:
    """The meetings of these since the day, those of all that were in them, and so on."""
    found: set[Stood] = set()
    seen = set(names)
    frontier = set(names)
    while frontier:
        fresh = library.stood(frontier, since) - found
        found |= fresh
        frontier = {name for one in fresh for name in one.members} - seen
        seen |= frontier
    return found


def _of_the_same_day(
    tellings: Mapping[str, Telling], near: Mapping[str, Set[str]], stood: Iterable[Stood], anew: Set[str]
) -> set[str]:
    """Those first reported together with one that is decided about anew, in a meeting that this may join.

    Within a day the order is by what the tellings say, so that they have to be gone through together.
    """
    having: dict[str, list[Stood]] = defaultdict(list)
    for one in stood:
        for name in one.members:
            having[name].append(one)
    found = set()
    for name in anew & tellings.keys():
        day = tellings[name].known.known_from
        for beside in {name, *near.get(name, ())}:
            for one in having.get(beside, ()):
                if one.on(day):
                    found |= {each for each in one.members & tellings.keys() if tellings[each].known.known_from == day}
    return found - anew


def _that_follow(library: Library, moved: Mapping[str, str], anew: Set[str]) -> set[str]:
    """Those reported later that may be one with what is in another meeting than before."""
    near = library.near(moved.keys())
    found = library.tellings({name for names in near.values() for name in names if name not in anew})
    return {
        name
        for one, names in near.items()
        for name in names
        if name in found and found[name].known.known_from >= moved[one]
    }
