"""Offices, venues, and the search over all that has a name."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

from schema.graphql.answers import MeetingsWanted, Page
from schema.graphql.connections import Connection
from schema.graphql.meetings import Meeting, Venue
from schema.graphql.offices import Hit, Holder, Office
from service import finding
from service.graphql import cursors, shapes
from service.graphql.answers.base import Base, day
from service.graphql.names import Directory, plain
from service.queries import offices

_HITS = 50
"""Names of one sort that a search gives."""

_QUOTES = 20
"""Meetings that it gives."""

_QUOTED = 50.0
"""Likeness of a meeting that words of its title or of a quote lead to."""


class OfficeAnswers(Base):
    """Answers about offices, venues and names."""

    async def offices_listed(
        self, search: str | None, polity: str | None, page: Page, as_of: str | None
    ) -> Connection[Office]:
        """Offices by title."""
        directory = (await self._meanings.directories()).offices
        ids = None if search is None else set(await self._meanings.office(search))
        if polity is not None:
            given = {"polities": await self._meanings.polity(polity)}
            found = {row["id"] for row in await self._reader.read(offices.OF_POLITIES, given)}
            ids = found if ids is None else ids & found

        async def read(keys: list[str]) -> dict[str, Office]:
            return {
                key: found[0] for key, found in (await self._loaded(self._batches.offices_by_id, keys, as_of)).items()
            }

        return await self._by_name("offices", directory, ids, read, page, as_of)

    async def venues_listed(
        self, search: str | None, within: str | None, page: Page, as_of: str | None
    ) -> Connection[Venue]:
        """Venues by name."""
        directories = await self._meanings.directories()
        ids = None if search is None else set(directories.venues.all_meant(search))
        if ids is not None and not ids:
            raise directories.venues.not_found(search or "")
        if within is not None:
            inside = set(await self._meanings.venue(within))
            ids = inside if ids is None else ids & inside

        async def read(keys: list[str]) -> dict[str, Venue]:
            found = await self._loaded(self._batches.venues_by_id, keys, as_of)
            if as_of is not None:
                rows = [{"key": key, "among": directories.inside(key)} for key in found]
                known = await self._reader.read(offices.KNOWN_VENUES, {"rows": rows, "as_of": as_of})
                found = {row["key"]: found[row["key"]] for row in known}
            return {key: venues[0] for key, venues in found.items()}

        return await self._by_name("venues", directories.venues, ids, read, page, as_of)

    async def _by_name(
        self,
        listing: str,
        directory: Directory,
        ids: Iterable[str] | None,
        read: Callable[[list[str]], Awaitable[Mapping[str, cursors.Found]]],
        page: Page,
        as_of: str | None,
    ) -> Connection[cursors.Found]:
        day(as_of)
        first = cursors.check_first(page.first)
        everything: Sequence[cursors.Key] = directory.by_name(ids)
        after = cursors.decode(page.after, listing, as_of, (str, str)) if page.after is not None else None
        found = await cursors.among([key for key in everything if after is None or key > after], read, first)

        async def count() -> int:
            return len(everything) if as_of is None else len(await read([str(key[-1]) for key in everything]))

        return cursors.connect(
            [each for _, each in found],
            [cursors.encode(listing, as_of, key) for key, _ in found],
            first,
            page.after,
            count,
        )

    async def search(self, text: str, page: Page, as_of: str | None) -> Connection[Hit]:
        """Whatever has a name that fits, and meetings with the words in a title or a quote; the best fit first."""
        day(as_of)
        first = cursors.check_first(page.first)
        directories = await self._meanings.directories()
        likeness: dict[str, float] = {}
        for directory in (directories.people, directories.polities, directories.offices, directories.venues):
            alike = await asyncio.to_thread(directory.search, text)
            likeness |= {each: score for score, each in alike[:_HITS]}
        found = await self._named([*likeness], as_of)
        if plain(text):
            asked = await finding.criteria(self._meanings, MeetingsWanted(text=text), as_of)
            quoted = await finding.find(self._reader, asked, "", _QUOTES)
            found |= {row["id"]: shapes.meeting(row, as_of) for row in quoted.rows}
        hits = sorted((-likeness.get(each, _QUOTED), each) for each in found)
        after = cursors.decode(page.after, "hits", as_of, (float, str)) if page.after is not None else None
        shown = [key for key in hits if after is None or key > after]

        async def count() -> int:
            return len(hits)

        return cursors.connect(
            [Hit(likeness=-key[0], found=found[key[1]]) for key in shown],
            [cursors.encode("hits", as_of, key) for key in shown],
            first,
            page.after,
            count,
        )

    async def holders(self, office: Office) -> list[Holder]:
        """Who holds and held an office."""
        return await self._batches.holders.load((office.id, office.as_of))

    async def meetings_at(self, venue: Venue, wanted: MeetingsWanted, page: Page) -> Connection[Meeting]:
        """The newest meetings at a venue."""
        return await self._listings.at_venue(venue, wanted, page)

    async def venue_around(self, venue: Venue) -> Venue | None:
        """The place that a venue lies in."""
        return next(iter(await self._batches.venues_around.load((venue.id, venue.as_of))), None)
