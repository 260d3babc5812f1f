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
    for day, meetings in unfold(tellings, same, not_same):
        first = _first_reports(tellings, day)
        now = {}
        for members in meetings:
            meeting = min((first[one.seed], one.seed) for one in members)[1]
            now[meeting] = fold_tellings(members, meeting)
        for meeting, state in list(standing.items()):
            if now.get(meeting) != state.folded:
                found.append(State(state.folded, state.known_from, day))
                del standing[meeting]
        for meeting, folded in now.items():
            if meeting not in standing:
                standing[meeting] = State(folded, day)
    return sorted([*found, *standing.values()], key=lambda state: (state.folded.id, state.known_from))


def _first_reports(tellings: Iterable[Telling], day: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for telling in tellings:
        if telling.known.known_from <= day:
            found[telling.seed] = min(found.get(telling.seed, telling.known.known_from), telling.known.known_from)
    return found
