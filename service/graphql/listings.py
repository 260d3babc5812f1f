"""Pages of meetings and claims: those that fit, and those of each of many parties or places at once."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from strawberry.dataloader import DataLoader

from schema.graphql.answers import MeetingsWanted, Page
from schema.graphql.claims import Claim
from schema.graphql.connections import Connection
from schema.graphql.meetings import Meeting, Venue
from schema.graphql.parties import Party, Person
from schema.ledger import UNDATED
from service import finding
from service.graphql import cursors, shapes
from service.graphql.batches import Batches
from service.graphql.meanings import Meanings
from service.queries import Reader, Record, claims, offices, people

Wanted = TypeVar("Wanted")
Element = TypeVar("Element")

_AT_ONCE = 1_000


class _Alike(Generic[Wanted, Element]):
    """Loads pages for many things, with one call of ``read`` for all that are asked for alike."""

    def __init__(
        self, read: Callable[[list[str], str | None, Wanted, Page], Awaitable[Mapping[str, Connection[Element]]]]
    ) -> None:
        self._read = read
        self._loader: DataLoader[tuple[str, str | None, Wanted, Page], Connection[Element]] = DataLoader(
            self._load, max_batch_size=_AT_ONCE
        )

    async def of(self, name: str, as_of: str | None, wanted: Wanted, page: Page) -> Connection[Element]:
        """The page of the thing with this id."""
        return await self._loader.load((name, as_of, wanted, page))

    async def _load(self, asked: list[tuple[str, str | None, Wanted, Page]]) -> list[Connection[Element]]:
        alike: dict[tuple[str | None, Wanted, Page], list[str]] = {}
        for name, as_of, wanted, page in asked:
            alike.setdefault((as_of, wanted, page), []).append(name)
        found = {rest: await self._read(names, *rest) for rest, names in alike.items()}
        return [found[as_of, wanted, page][name] for name, as_of, wanted, page in asked]


class Listings:
    """Pages of lists."""

    def __init__(self, reader: Reader, meanings: Meanings, batches: Batches) -> None:
        self._reader = reader
        self._meanings = meanings
        self._batches = batches
        self._people = _Alike(self._of_people)
        self._polities = _Alike(self._of_polities)
        self._venues = _Alike(self._at_venues)
        self._naming = _Alike(self._claims_naming)

    async def wanted(self, wanted: MeetingsWanted, page: Page, as_of: str | None) -> Connection[Meeting]:
        """The page of all meetings that fit."""
        after, first = cursors.rank_after(page, "meetings", as_of), cursors.check_first(page.first)
        asked = await finding.criteria(self._meanings, wanted, as_of)
        found = await finding.find(self._reader, asked, after, first + 1)
        return cursors.ranked(
            [shapes.meeting(row, as_of) for row in found.rows],
            [row["rank"] for row in found.rows],
            found.reached,
            "meetings",
            page,
            as_of,
            lambda: self._meanings.number((wanted, as_of), lambda: finding.count(self._reader, asked)),
        )

    async def of_party(self, party: Party, wanted: MeetingsWanted, page: Page) -> Connection[Meeting]:
        """The page of a person's or a polity's meetings."""
        pages = self._people if isinstance(party, Person) else self._polities
        return await pages.of(party.id, party.as_of, wanted, page)

    async def at_venue(self, venue: Venue, wanted: MeetingsWanted, page: Page) -> Connection[Meeting]:
        """The page of the meetings at a venue and in what lies in it."""
        return await self._venues.of(venue.id, venue.as_of, wanted, page)

    async def claims_naming(self, party: Party, page: Page) -> Connection[Claim]:
        """The page of the claims that name a person or a polity."""
        return await self._naming.of(party.id, party.as_of, None, page)

    async def _of_people(
        self, names: list[str], as_of: str | None, wanted: MeetingsWanted, page: Page
    ) -> Mapping[str, Connection[Meeting]]:
        return await self._newest(people.MEETINGS_OF_PEOPLE, {name: [] for name in names}, as_of, wanted, page)

    async def _of_polities(
        self, names: list[str], as_of: str | None, wanted: MeetingsWanted, page: Page
    ) -> Mapping[str, Connection[Meeting]]:
        directories = await self._meanings.directories()
        among = {name: directories.bodies(name) for name in names}
        return await self._newest(people.MEETINGS_OF_POLITIES, among, as_of, wanted, page)

    async def _at_venues(
        self, names: list[str], as_of: str | None, wanted: MeetingsWanted, page: Page
    ) -> Mapping[str, Connection[Meeting]]:
        directories = await self._meanings.directories()
        among = {name: directories.inside(name) for name in names}
        return await self._newest(offices.MEETINGS_AT, among, as_of, wanted, page)

    async def _newest(
        self, query: str, among: Mapping[str, list[str]], as_of: str | None, wanted: MeetingsWanted, page: Page
    ) -> Mapping[str, Connection[Meeting]]:
        parameters: dict[str, Any] = {
            "as_of": as_of or UNDATED,
            "kinds": list(wanted.kinds) or None,
            "statuses": list(wanted.statuses) or None,
            "from": wanted.begin,
            "to": finding.upper(wanted.until),
            "after": cursors.rank_after(page, "meetings", as_of),
            "limit": cursors.check_first(page.first) + 1,
            "rows": [{"key": name, "among": ids} for name, ids in among.items()],
        }
        newest = {row["key"]: row["meetings"] for row in await self._reader.read(query, parameters)}

        def made(rows: Sequence[Record]) -> Connection[Meeting]:
            ranks = [row["rank"] for row in rows]
            return cursors.ranked([shapes.meeting(row, as_of) for row in rows], ranks, None, "meetings", page, as_of)

        return {name: made(newest.get(name, ())) for name in among}

    async def _claims_naming(
        self,
        names: list[str],
        as_of: str | None,
        _: None,
        page: Page,
    ) -> Mapping[str, Connection[Claim]]:
        parameters = {
            "as_of": as_of or UNDATED,
            "keys": names,
            "after": cursors.rank_after(page, "claims", as_of),
            "limit": cursors.check_first(page.first) + 1,
        }
        named = {row["key"]: row["claims"] for row in await self._reader.read(claims.NAMING, parameters)}
        ids = sorted({row["id"] for rows in named.values() for row in rows})
        loaded = await self._batches.claims.load_many([(each, as_of) for each in ids])
        there = {each: found[0] for each, found in zip(ids, loaded, strict=True) if found}

        def made(rows: Sequence[Record]) -> Connection[Claim]:
            shown = [row for row in rows if row["id"] in there]
            ranks = [row["rank"] for row in shown]
            return cursors.ranked([there[row["id"]] for row in shown], ranks, None, "claims", page, as_of)

        return {name: made(named.get(name, ())) for name in names}
