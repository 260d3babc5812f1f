"""Connected groups, grown by joining two members at a time."""

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Starts with each name by itself; names that were joined, over however many steps, are one group."""

    def __init__(self, names: Iterable[str]) -> None:
        """Start with each name by itself."""
        self._above = {name: name for name in names}

    def __contains__(self, name: object) -> bool:
        """Whether it is one of the names."""
        return name in self._above

    def root(self, name: str) -> str:
        """The name that stands for the group."""
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def apart(self, left: str, right: str) -> bool:
        """Whether the two are in different groups."""
        return self.root(left) != self.root(right)

    def join(self, left: str, right: str) -> None:
        """Make the groups of the two one."""
        self._above[self.root(left)] = self.root(right)

    def all(self) -> list[list[str]]:
        """The groups, each sorted, by their first names."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._above):
            found[self.root(name)].append(name)
        return list(found.values())
