"""What the names in a question mean: ids of people, polities, offices, venues and topics."""

from collections.abc import Sequence

from service.graphql.directories import Directories, Names
from service.queries import Reader, people


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

    async def venue(self, text: str) -> list[str]:
        """The ids of the venues meant, and of those in it where it is a country."""
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
