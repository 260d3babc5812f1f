"""What the names in a question mean: ids of people, polities, offices, venues and topics."""

from collections.abc import Awaitable, Callable, Hashable, Sequence

from schema.errors import NotFound
from service.graphql.directories import Directories, Names
from service.graphql.names import meant_in, not_found_in
from service.queries import Reader, articles, people


class Meanings:
    """Looks names up; asks the database at most once for the state of the names and once for merged ids."""

    def __init__(self, reader: Reader, names: Names) -> None:
        self._reader = reader
        self._names = names
        self._directories: Directories | None = None

    async def directories(self) -> Directories:
        """The directories of names, the same for the whole request."""
        if self._directories is None:
            self._directories = await self._names.directories(self._reader)
        return self._directories

    async def number(self, of: Hashable, count: Callable[[], Awaitable[int]]) -> int:
        """See ``Names.number``."""
        return await self._names.number(self._reader, of, count)

    async def people(self, texts: Sequence[str]) -> list[str]:
        """The id of each person meant; an id that was merged away gives the person it was merged into.

        Raises:
            NotFound, Ambiguous: see ``Directory.meant``.
        """
        if not texts:
            return []
        directory = (await self.directories()).people
        meant = {text: directory.meant(text) for text in texts}
        merged = sorted(text for text, found in meant.items() if found is None)
        if merged:
            for row in await self._reader.read(people.MERGED_PEOPLE, {"ids": merged}):
                meant[row["id"]] = row["now"]
        ids = []
        for text in texts:
            found = meant[text]
            if found is None:
                raise directory.not_found(text)
            ids.append(found)
        return ids

    async def parties(self, texts: Sequence[str]) -> list[list[str]]:
        """For each person meant its id, for each polity the ids of it and of the bodies of it.

        Raises:
            NotFound, Ambiguous: see ``meant_in``.
        """
        if not texts:
            return []
        directories = await self.directories()
        both = [directories.people, directories.polities]
        meant = {text: meant_in(both, text) for text in texts}
        merged = sorted(text for text, found in meant.items() if found is None)
        if merged:
            for row in await self._reader.read(people.MERGED_PEOPLE, {"ids": merged}):
                meant[row["id"]] = (directories.people, row["now"])
        ids = []
        for text in texts:
            found = meant[text]
            if found is None:
                raise not_found_in(both, text)
            ids.append([found[1]] if found[0] is directories.people else directories.bodies(found[1]))
        return ids

    async def publisher(self, text: str) -> None:
        """Nothing where there is an article of this publisher.

        Raises:
            NotFound: there is none; the message lists publishers next to it in the alphabet.
        """
        if await self._reader.read(articles.OF_PUBLISHER, {"publisher": text}):
            return
        near = [row["publisher"] for row in await self._reader.read(articles.PUBLISHERS_AFTER, {"publisher": text[:1]})]
        advice = f"Near it: {'; '.join(near)}." if near else "Leave it out to see all."
        raise NotFound(f"No article is by the publisher {text[:200]!r}, in the letter. {advice}")

    async def polity(self, text: str) -> list[str]:
        """The ids of the polity meant and of the bodies of it."""
        directories = await self.directories()
        meant = directories.polities.meant(text)
        if meant is None:
            raise directories.polities.not_found(text)
        return directories.bodies(meant)

    async def office(self, text: str) -> list[str]:
        """The ids of the offices of that title or role, whoever's they are."""
        directory = (await self.directories()).offices
        if meant := directory.all_meant(text):
            return meant
        raise directory.not_found(text)

    async def holders(self, text: str, day: str) -> list[str]:
        """The ids of the people who by that day were known to hold, or have held, an office of that title or role."""
        given = {"ids": await self.office(text), "as_of": day}
        return [row["id"] for row in await self._reader.read(people.HOLDERS, given)]

    async def venue(self, text: str) -> list[str]:
        """The ids of the venue meant and of all that lies in it."""
        return (await self.directories()).places(text)

    async def topic(self, text: str) -> list[str]:
        """The ids of the topics of that name."""
        directory = (await self.directories()).topics
        if meant := directory.all_meant(text):
            return meant
        raise directory.not_found(text)

    async def quoted(self, text: str) -> list[str]:
        """The ids of the people and polities who may be quoted under that name; none for a medium, say."""
        directories = await self.directories()
        return [*directories.people.all_meant(text), *directories.polities.all_meant(text)]

    async def search_people(self, text: str) -> list[tuple[float, str]]:
        """Likeness of 100 and id of the people whose names are alike, the most alike first."""
        return (await self.directories()).people.search(text)
