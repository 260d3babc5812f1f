"""Tellings in memory, for tests of what is asked for a few at a time."""

from collections.abc import Mapping, Sequence, Set

from loaders.resolve.cluster import Stood
from loaders.resolve.related import related
from loaders.resolve.tellings import Telling

Pairs = Sequence[tuple[str, str]]


class Shelf:
    """All tellings, and how they were decided about before."""

    def __init__(
        self, found: Sequence[Telling], before: Sequence[Stood] = (), same: Pairs = (), not_same: Pairs = ()
    ) -> None:
        self.found = {one.id: one for one in found}
        self.before = set(before)
        self.pairs = list(same), list(not_same)

    def tellings(self, names: Set[str]) -> Mapping[str, Telling]:
        return {name: self.found[name] for name in names if name in self.found}

    def near(self, names: Set[str]) -> Mapping[str, Set[str]]:
        return {
            name: {
                other
                for other, telling in self.found.items()
                if other != name and (related(self.found[name], telling) or self.judged_with(name, other))
            }
            for name in names
            if name in self.found
        }

    def judged_with(self, left: str, right: str) -> bool:
        seeds = {self.found[left].seed, self.found[right].seed}
        return any(set(pair) == seeds for pairs in self.pairs for pair in pairs)

    def stood(self, names: Set[str], since: str) -> Set[Stood]:
        return {one for one in self.before if one.members & names and one.known_until >= since}

    def versions(self, names: Set[str]) -> Set[str]:
        seeds = {self.found[name].seed for name in names if name in self.found}
        return {*names, *(name for name, one in self.found.items() if one.seed in seeds)}

    def judged(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        return self.pairs
