"""The states of the meetings of a block over the days of report. Pure: what the projection is to write."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.resolve.cluster import Day, Past, unfold
from loaders.resolve.fold import Folded, fold_tellings
from loaders.resolve.tellings import Telling
from schema.ledger import OPEN


@dataclass(frozen=True, slots=True)
class State:
    """A meeting as it stood from one day of report until another."""

    folded: Folded
    known_from: str
    known_until: str = OPEN

    @property
    def key(self) -> str:
        """Names the state."""
        return f"{self.folded.id}@{self.known_from}"


def states(
    tellings: Sequence[Telling],
    same: Iterable[tuple[str, str]] = (),
    not_same: Iterable[tuple[str, str]] = (),
) -> list[State]:
    """One state for each change of each meeting of the block, judgements given as pairs of seeds."""
    return states_of(unfold(tellings, same, not_same), tellings)


def states_of(days: Iterable[Day], tellings: Iterable[Telling], past: Past | None = None) -> list[State]:
    """One state for each change of each meeting; with a past, those that stood at its end or later.

    A meeting's id is the seed that was reported first of those it has; a version of an article that has been
    superseded still counts for the day, so it is to be among the tellings.
    """
    found: list[State] = []
    first = _first_reports(tellings)
    folded_so_far: dict[tuple[str, tuple[Telling, ...]], Folded] = {}

    def folded(members: tuple[Telling, ...]) -> Folded:
        meeting = min((first[one.seed], one.seed) for one in members)[1]
        known = meeting, members
        if known not in folded_so_far:
            folded_so_far[known] = fold_tellings(members, meeting)
        return folded_so_far[known]

    standing: dict[str, State] = {}
    for state in _stood(past, tellings, folded) if past else ():
        standing[state.folded.id] = state
    for day, meetings in days:
        now = {one.id: one for one in map(folded, meetings)}
        for meeting, state in list(standing.items()):
            if now.get(meeting) is not state.folded and now.get(meeting) != state.folded:
                found.append(State(state.folded, state.known_from, day))
                del standing[meeting]
        for meeting, one in now.items():
            if meeting not in standing:
                standing[meeting] = State(one, day)
    return sorted([*found, *standing.values()], key=lambda state: (state.folded.id, state.known_from))


def _stood(past: Past, tellings: Iterable[Telling], folded: Callable[[tuple[Telling, ...]], Folded]) -> Iterator[State]:
    """The states in which the past ends."""
    by_id = {one.id: one for one in tellings}
    for one in past.stood:
        members = sorted((by_id[name] for name in one.members if name in by_id), key=lambda each: each.order)
        if members and one.known_from < past.since <= one.known_until:
            yield State(folded(tuple(members)), one.known_from)


def _first_reports(tellings: Iterable[Telling]) -> dict[str, str]:
    """The day on which each seed was first reported; by the day on which any telling stands, its seed has been."""
    found: dict[str, str] = {}
    for telling in tellings:
        found[telling.seed] = min(found.get(telling.seed, telling.known.known_from), telling.known.known_from)
    return found
