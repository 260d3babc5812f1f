"""Ties, chains of contacts and timelines."""

from itertools import pairwise

from schema.errors import QueryError
from schema.graphql.answers import MeetingsWanted, Page, Window
from schema.graphql.connections import Connection
from schema.graphql.enums import Counterparts
from schema.graphql.parties import Party
from schema.graphql.relations import Between, Chain, Link, Tie, Timeline
from schema.ledger import UNDATED
from service import finding, selection
from service.graphql import cursors, passages, shapes
from service.graphql.answers.base import Base, day
from service.graphql.chains import shortest
from service.queries import relations

_LONGEST = 6
"""Contacts in a chain."""

_LOOKED_AT = 2_000
"""Meetings of two polities that are looked at."""


class RelationAnswers(Base):
    """Answers about relations."""

    async def ties(
        self, of: str, counterparts: Counterparts | None, window: Window, page: Page, as_of: str | None
    ) -> Connection[Tie]:
        """Counterparts, the most frequent first."""
        first = cursors.check_first(page.first)
        (own,) = await self._meanings.parties([of])
        directories = await self._meanings.directories()
        person = own[0] in directories.people.entries
        after = cursors.decode(page.after, "ties", as_of, (int, int, str)) if page.after is not None else (None,) * 3
        same = own
        if person and (found := await self._batches.persons.load((own[0], as_of))) and found[0].polity_id:
            same = [*own, *directories.bodies(found[0].polity_id)]
        with_people = counterparts is Counterparts.PEOPLE or (counterparts is None and person)
        parameters = {
            **_windowed(window),
            "as_of": day(as_of),
            "own": own,
            "not": same,
            "person": person,
            "above": {each.id: each.of for each in directories.polities.entries.values() if each.of},
            "after_count": after[0],
            "after_ahead": after[1],
            "after_id": after[2],
            "limit": first + 1,
        }
        query = relations.TIES_WITH_PEOPLE if with_people else relations.TIES_WITH_POLITIES
        rows = await self._reader.read(query, parameters)
        latest = await self._batches.ranked([row["latest"] for row in rows], as_of)

        async def count() -> int:
            counting = relations.COUNT_PEOPLE if with_people else relations.COUNT_POLITIES
            return int((await self._reader.read(counting, parameters))[0]["count"])

        return cursors.connect(
            [shapes.tie(row, last, as_of) for row, last in zip(rows, latest, strict=True)],
            [cursors.encode("ties", as_of, (row["count"], row["ahead"], row["party"]["id"])) for row in rows],
            first,
            page.after,
            count,
        )

    async def path(self, begin: str, end: str, window: Window, longest: int, as_of: str | None) -> Chain | None:
        """A shortest chain of contacts that took place.

        Raises:
            QueryError: it may not be so long, or both ends are the same.
        """
        if not 1 <= longest <= _LONGEST:
            raise QueryError(f"longest: {longest} is not between 1 and {_LONGEST}.")
        one, other = await self._meanings.people([begin, end])
        if one == other:
            raise QueryError(f"path: {begin!r} and {end!r} are the same person. Give two.")
        given = {**_windowed(window), "as_of": day(as_of)}

        async def neighbours(ids: list[str]) -> list[tuple[str, str]]:
            rows = await self._reader.read(relations.NEIGHBOURS, {**given, "ids": ids})
            return [(row["id"], row["other"]) for row in rows]

        chain = await shortest(one, other, neighbours, longest)
        if chain is None:
            return None
        people = [(await self._loaded(self._batches.persons, chain, as_of))[each][0] for each in chain]
        pairs = [{"one": left, "other": right} for left, right in pairwise(chain)]
        found = {
            row["one"]: row["meetings"] for row in await self._reader.read(relations.LINKS, {**given, "pairs": pairs})
        }
        meetings = await self._loaded(self._batches.meetings, [each for ids in found.values() for each in ids], as_of)
        links = [
            Link(
                begin=left,
                end=right,
                meetings=[meetings[each][0] for each in found.get(str(left.id), ()) if each in meetings],
            )
            for left, right in pairwise(people)
        ]
        return Chain(length=len(links), people=people, links=links)

    async def timeline(self, of: tuple[str, ...], window: Window, page: Page, as_of: str | None) -> Timeline:
        """The contacts of one party, or of two with each other.

        Raises:
            QueryError: it is neither one nor two.
        """
        if len(of) not in (1, 2):
            raise QueryError(f"of: give one or two names or ids, not {len(of)}.")
        meant = [ids[0] for ids in await self._meanings.parties(of)]
        parties = [await self._party(each, as_of) for each in meant]
        wanted = MeetingsWanted(
            all_of=tuple(meant) if len(meant) == 1 else (),
            pair=tuple(meant) if len(meant) == 2 else (),
            kinds=window.kinds,
            begin=window.begin,
            until=window.until,
        )
        return Timeline(
            parties=[party for found in parties for party in found],
            address=selection.address(selection.Selection(wanted, as_of)),
            meetings=await self._listings.wanted(wanted, page, as_of),
        )

    async def _party(self, name: str, as_of: str | None) -> list[Party]:
        if name.startswith("p"):
            return [*await self._batches.persons.load((name, as_of))]
        return [*await self._batches.polities.load((name, as_of))]

    async def between(self, one: str, other: str, window: Window, as_of: str | None) -> Between:
        """All that passed between two polities.

        Raises:
            QueryError: the two are one.
        """
        day(as_of)
        left, right = await self._meanings.polity(one), await self._meanings.polity(other)
        if set(left) & set(right):
            raise QueryError(f"between: {one!r} and {other!r} are one polity, or one is of the other. Give two.")
        wanted = MeetingsWanted(pair=(left[0], right[0]), kinds=window.kinds, begin=window.begin, until=window.until)
        asked = await finding.criteria(self._meanings, wanted, as_of)
        found = await finding.find(self._reader, asked, "", _LOOKED_AT)
        given = {"keys": [row["key"] for row in found.rows], "both": [*left, *right], "as_of": as_of or UNDATED}
        sides = await self._reader.read(relations.SIDES, given)
        people = sorted({row["id"] for row in sides if row["person"]})
        roles = await self._reader.read(relations.ROLES, {"ids": people, "as_of": as_of or UNDATED})
        places = await self._reader.read(relations.PLACES, given)
        polities = await self._loaded(self._batches.polities, [left[0], right[0]], as_of)
        passed = passages.Passages(
            found.rows, sides, {row["id"]: row["roles"] for row in roles}, places, frozenset(left), frozenset(right)
        )
        persons = await self._loaded(self._batches.persons, [each.person for each in passed.figures()], as_of)
        return shapes.between(
            passed,
            (polities[left[0]][0], polities[right[0]][0]),
            {name: each[0] for name, each in persons.items()},
            await self._listings.wanted(wanted, Page(), as_of),
            found.reached is None,
            as_of,
        )


def _windowed(window: Window) -> dict[str, object]:
    return {"kinds": list(window.kinds) or None, "from": window.begin, "to": finding.upper(window.until)}
