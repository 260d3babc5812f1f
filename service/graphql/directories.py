"""The directories of names, read from the graph and read again when the graph has changed."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass

from service.graphql.names import Directory, Named
from service.queries import Reader, Record, names
from service.queries.revision import revision
from service.remembering import Remembered


@dataclass(frozen=True, slots=True)
class Directories:
    """One directory for each label that has names."""

    people: Directory
    polities: Directory
    offices: Directory
    venues: Directory
    topics: Directory

    def bodies(self, polity: str) -> list[str]:
        """The polity and the bodies of it."""
        return [polity, *(entry.id for entry in self.polities.entries.values() if entry.of == polity)]

    def places(self, venue: str) -> list[str]:
        """The ids of the venue that a name means and of all that lies in it.

        Raises:
            NotFound, Ambiguous: see ``Directory.meant``.
        """
        meant = self.venues.meant(venue)
        if meant is None:
            raise self.venues.not_found(venue)
        return self.inside(meant)

    def inside(self, venue: str) -> list[str]:
        """The id of a venue and those of all that lies in it."""
        inside: dict[str, list[str]] = {}
        for entry in self.venues.entries.values():
            if entry.of is not None:
                inside.setdefault(entry.of, []).append(entry.id)
        found = {venue: None}
        open_ = [venue]
        while open_:
            nearer = [each for each in inside.get(open_.pop(), ()) if each not in found]
            found |= dict.fromkeys(nearer)
            open_ += nearer
        return sorted(found)


class Names:
    """Keeps the directories for the life of the service, and what was counted."""

    def __init__(self) -> None:
        self._counts = Remembered()
        self._revision: int | None = None
        self._directories: Directories | None = None
        self._reading = asyncio.Lock()

    async def directories(self, reader: Reader) -> Directories:
        """The directories as of now: one small query where nothing has changed."""
        now = await revision(reader)
        if self._directories is None or now != self._revision:
            async with self._reading:
                if self._directories is None or now != self._revision:
                    self._directories = await _read(reader)
                    self._revision = now
        return self._directories

    async def number(self, reader: Reader, of: Hashable, count: Callable[[], Awaitable[int]]) -> int:
        """What ``count`` gives, counted once as long as the graph does not change: it looks at all there is."""
        return await self._counts.get(reader, count, "number", of)


async def _read(reader: Reader) -> Directories:
    async def directory(label: str, query: str) -> Directory:
        return Directory(label, [_named(row) for row in await reader.read(query, {})])

    return Directories(
        people=await directory("person", names.PEOPLE),
        polities=await directory("polity", names.POLITIES),
        offices=await directory("office", names.OFFICES),
        venues=await directory("venue", names.VENUES),
        topics=await directory("topic", names.TOPICS),
    )


def _named(row: Record) -> Named:
    return Named(row["id"], row["name"], tuple(name for name in row["also"] or () if name), row["of"])
