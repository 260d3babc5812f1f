"""People and polities, and what hangs on them."""

import asyncio
from typing import Any

from schema.errors import NotFound, QueryError
from schema.graphql.answers import MeetingsWanted, Page, PeopleWanted
from schema.graphql.claims import Claim
from schema.graphql.connections import Connection
from schema.graphql.meetings import Meeting
from schema.graphql.parties import Contact, OfficeHeld, Party, Person, Polity
from service.graphql import cursors, shapes
from service.graphql.answers.base import Base, day
from service.queries import people

_RIVALS = 8


class PeopleAnswers(Base):
    """Answers about people and polities."""

    async def person(self, person_id: str | None, name: str | None, as_of: str | None) -> Person:
        """The person of that id or name.

        Raises:
            QueryError: neither is given, or both.
            NotFound: nobody has that id or name, or nobody had been reported on by that day.
            Ambiguous: several are called that.
        """
        day(as_of)
        if (person_id is None) == (name is None):
            raise QueryError("person: give either an id or a name.")
        asked = person_id or name or ""
        (meant,) = await self._meanings.people([asked])
        if found := await self._batches.persons.load((meant, as_of)):
            return found[0]
        raise NotFound(f"No report by {as_of} names {asked!r}. Ask for a later day.")

    async def people(self, wanted: PeopleWanted, page: Page, as_of: str | None) -> Connection[Person]:
        """People by name, or by likeness to what is searched for."""
        first = cursors.check_first(page.first)
        given: dict[str, Any] = {
            "as_of": day(as_of),
            "polities": await self._meanings.polity(wanted.polity) if wanted.polity is not None else None,
            "offices": await self._meanings.office(wanted.office) if wanted.office is not None else None,
            "at": wanted.at,
        }
        listing = "people" if wanted.search is None else "people found"
        keys: list[cursors.Key]
        if wanted.search is not None:
            keys = [(-likeness, each) for likeness, each in await self._meanings.search_people(wanted.search)]
        else:
            directory = (await self._meanings.directories()).people
            keys = [*directory.by_name(await self._those(given))]
        kinds = (str, str) if wanted.search is None else (float, str)
        after = cursors.decode(page.after, listing, as_of, kinds) if page.after is not None else None

        async def read(ids: list[str]) -> dict[str, Person]:
            rows = await self._reader.read(people.PEOPLE_AMONG, {**given, "ids": ids})
            return {row["person"]["id"]: shapes.person(row["person"], as_of) for row in rows}

        async def count() -> int:
            ids = [str(key[-1]) for key in keys]
            return int((await self._reader.read(people.COUNT_PEOPLE_AMONG, {**given, "ids": ids}))[0]["count"])

        found = await cursors.among([key for key in keys if after is None or key > after], read, first)
        return cursors.connect(
            [each for _, each in found],
            [cursors.encode(listing, as_of, key) for key, _ in found],
            first,
            page.after,
            count,
        )

    async def _those(self, given: dict[str, Any]) -> list[str] | None:
        """The ids of those who may fit, where an office or a polity leads to them."""
        if given["offices"] is not None:
            found = await self._reader.read(people.HOLDERS, {"ids": given["offices"], "as_of": given["as_of"]})
        elif given["polities"] is not None:
            found = await self._reader.read(people.OF_POLITIES, given)
        else:
            return None
        return [row["id"] for row in found]

    async def rivals(self, person: Person) -> list[Person]:
        """Others of a like name."""
        alike = await self._meanings.search_people(person.name)
        ids = [each for _, each in alike if each != person.id][: 2 * _RIVALS]
        found = await asyncio.gather(*(self._batches.persons.load((each, person.as_of)) for each in ids))
        return [one for ones in found for one in ones][:_RIVALS]

    async def offices(self, person: Person) -> list[OfficeHeld]:
        """The offices a person holds or held."""
        return await self._batches.offices.load((person.id, person.as_of))

    async def polity_of(self, person: Person) -> Polity | None:
        """The polity a person acts for."""
        if person.polity_id is None:
            return None
        return next(iter(await self._batches.polities.load((person.polity_id, person.as_of))), None)

    async def polity_above(self, polity: Polity) -> Polity | None:
        """The polity that this one is a body of."""
        return next(iter(await self._batches.polities_above.load((polity.id, polity.as_of))), None)

    async def meetings_of(self, party: Party, wanted: MeetingsWanted, page: Page) -> Connection[Meeting]:
        """The newest meetings of a person or a polity."""
        return await self._listings.of_party(party, wanted, page)

    async def claims_naming(self, party: Party, page: Page) -> Connection[Claim]:
        """The latest claims that name a person or a polity as a side."""
        return await self._listings.claims_naming(party, page)

    async def contacts(self, person: Person, page: Page) -> Connection[Contact]:
        """A person's counterparts, the most frequent first."""
        first = cursors.check_first(page.first)
        everybody = await self._batches.contacts.load((person.id, person.as_of))
        keyed = [((-row["count"], -row["ahead"], str(row["person"]["id"])), row) for row in everybody]
        keyed.sort(key=lambda pair: pair[0])
        if page.after is not None:
            last = cursors.decode(page.after, "contacts", person.as_of, (int, int, str))
            keyed = [pair for pair in keyed if pair[0] > last]
        shown = keyed[: first + 1]
        latest = await self._batches.ranked([row["latest"] for _, row in shown], person.as_of)

        async def count() -> int:
            return len(everybody)

        return cursors.connect(
            [shapes.contact(row, last, person.as_of) for (_, row), last in zip(shown, latest, strict=True)],
            [cursors.encode("contacts", person.as_of, key) for key, _ in shown],
            first,
            page.after,
            count,
        )
