"""The states of the meetings of a block over the days of report. Pure: what the projection is to write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.resolve.cluster import unfold
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
    """One state for each change of each meeting of the block, judgements given as pairs of seeds.

    A meeting's id is the seed that was reported first of those it has; a version of an article that has been
    superseded still counts for the day.
    """
    found: list[State] = []
    standing: dict[str, State] = {}
    first = _first_reports(tellings)
    folded_so_far: dict[tuple[str, tuple[Telling, ...]], Folded] = {}
    for day, meetings in unfold(tellings, same, not_same):
        now = {}
        for members in meetings:
            meeting = min((first[one.seed], one.seed) for one in members)[1]
            known = meeting, members
            if known not in folded_so_far:
                folded_so_far[known] = fold_tellings(members, meeting)
            now[meeting] = folded_so_far[known]
        for meeting, state in list(standing.items()):
            if now.get(meeting) is not state.folded and now.get(meeting) != state.folded:
                found.append(State(state.folded, state.known_from, day))
                del standing[meeting]
        for meeting, folded in now.items():
            if meeting not in standing:
                standing[meeting] = State(folded, day)
    return sorted([*found, *standing.values()], key=lambda state: (state.folded.id, state.known_from))


def _first_reports(tellings: Iterable[Telling]) -> dict[str, str]:
    """The day on which each seed was first reported; by the day on which any telling stands, its seed has been."""
    found: dict[str, str] = {}
    for telling in tellings:
        found[telling.seed] = min(found.get(telling.seed, telling.known.known_from), telling.known.known_from)
    return found
