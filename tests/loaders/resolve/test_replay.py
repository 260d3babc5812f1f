"""Deciding anew only where something changed gives what deciding about everything does."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.resolve.cluster import Stood
from loaders.resolve.history import State, states
from loaders.resolve.related import related
from loaders.resolve.replay import replay
from loaders.resolve.tellings import Telling
from schema.reading import Reading
from tests.loaders.generated import articles
from tests.loaders.resolve.shelf import Shelf
from tests.loaders.resolve.told import tellings


def changed_between(before: Sequence[Telling], now: Sequence[Telling]) -> set[str]:
    old, new = ({(one.id, one.known) for one in found} for found in (before, now))
    return {name for name, _ in old ^ new}


def stood(state: State, contacts: set[str]) -> Stood:
    members = frozenset(claim for claim in state.folded.claims if claim in contacts)
    return Stood(state.folded.id, members, state.known_from, state.known_until)


@settings(max_examples=150, deadline=None)
@given(st.lists(articles, min_size=2, max_size=4), st.data())
def test_replay_gives_what_going_through_all_gives(batches: list[list[Reading]], data: st.DataObject) -> None:
    everything = tellings([one for batch in batches for one in batch])
    seeds = sorted({one.seed for one in everything})
    pairs = st.lists(st.tuples(st.sampled_from(seeds), st.sampled_from(seeds)), max_size=2) if seeds else st.just([])
    same, not_same = data.draw(pairs), data.draw(pairs)
    kept: list[State] = []
    contacts: set[str] = set()
    loaded: list[Reading] = []
    told: list[Telling] = []
    for batch in batches:
        loaded += batch
        now = tellings(loaded)
        changed = changed_between(told, now)
        old = {one.id: one for one in told}
        near_before = {
            other.id
            for name in changed & old.keys()
            for other in told
            if other.id != name and related(old[name], other)
        }
        before = [stood(one, contacts) for one in kept]
        found = replay(Shelf(now, before, same, not_same), changed, near_before)
        moved = found.moved
        kept = [one for one in kept if one.known_until < found.since or moved.isdisjoint(one.folded.claims)]
        kept = sorted([*kept, *found.states], key=lambda state: (state.folded.id, state.known_from))
        told = now
        contacts |= {one.id for one in now}
        assert kept == states(now, same, not_same)
