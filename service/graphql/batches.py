"""What hangs on many things, read for all of them at once; one of these per request."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader

from schema.graphql.claims import Claim, Mention
from schema.graphql.meetings import Meeting, MeetingState, Parts, Venue
from schema.graphql.offices import Holder, Office
from schema.graphql.parties import OfficeHeld, Person, Polity
from schema.ledger import UNDATED
from service.graphql import shapes
from service.queries import Reader, Record, claims, hanging, meetings, offices, people

Made = TypeVar("Made")
Key = tuple[str, str | None]
"""The id or key of what something hangs on, and the day asked for."""

Lists = DataLoader[Key, list[Made]]

_AT_ONCE = 1_000


class Batches:
    """One loader for each kind of thing; ``calls`` counts what the database is asked."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

        def lists(query: str, make: Callable[[Record, str | None], Made]) -> "Lists[Made]":
            return DataLoader(self._load(query, make), max_batch_size=_AT_ONCE)

        self.parts: DataLoader[tuple[str, str | None, frozenset[str]], Parts] = DataLoader(
            self._load_parts, max_batch_size=_AT_ONCE
        )
        self.venues_around: Lists[Venue] = lists(offices.VENUES_AROUND, _venue)
        self.venues_by_id: Lists[Venue] = lists(offices.VENUES_BY_ID, _venue)
        self.histories: Lists[MeetingState] = lists(
            meetings.HISTORIES, lambda row, day: shapes.state(row["meeting"], day)
        )
        self.followed: Lists[Meeting] = lists(meetings.FOLLOWED, _meeting)
        self.followers: Lists[Meeting] = lists(meetings.FOLLOWERS, _meeting)
        self.meetings: Lists[Meeting] = lists(meetings.MEETINGS_BY_ID, _meeting)
        self.claims_of_state: Lists[Claim] = lists(claims.CLAIMS_OF_STATE, shapes.claim)
        self.claims: Lists[Claim] = lists(claims.CLAIMS_BY_ID, shapes.claim)
        self.claims_in: Lists[Claim] = lists(claims.CLAIMS_IN, shapes.claim)
        self.mentions: Lists[Mention] = lists(claims.MENTIONS, shapes.mention)
        self.texts: Lists[str] = lists(claims.TEXTS, lambda row, _: str(row["text"]))
        self.offices: Lists[OfficeHeld] = lists(people.OFFICES, shapes.office_held)
        self.holders: Lists[Holder] = lists(offices.HOLDERS_OF, shapes.holder)
        self.offices_by_id: Lists[Office] = lists(offices.OFFICES_BY_ID, shapes.office)
        self.persons: Lists[Person] = lists(people.PERSONS, lambda row, day: shapes.person(row["person"], day))
        self.contacts: Lists[Record] = lists(people.CONTACTS, lambda row, _: row)
        self.polities: Lists[Polity] = lists(people.POLITIES, _polity)
        self.polities_above: Lists[Polity] = lists(people.POLITIES_ABOVE, _polity)

    async def ranked(self, ranks: Sequence[str], as_of: str | None) -> list[Meeting]:
        """The meetings of these ranks, each of which ends in the meeting's id."""
        return [
            found[0] for found in await self.meetings.load_many([(rank.rpartition(" ")[2], as_of) for rank in ranks])
        ]

    async def _load_parts(self, keys: list[tuple[str, str | None, frozenset[str]]]) -> list[Parts]:
        """Parts of meetings: those that are wanted of one of them are read of all of its day, in one query."""
        by_day: defaultdict[str | None, list[str]] = defaultdict(list)
        for key, day in dict.fromkeys((key, day) for key, day, _ in keys):
            by_day[day].append(key)
        wanted = frozenset[str]().union(*(parts for _, _, parts in keys))
        found: dict[Key, Parts] = {}
        for day, ids in by_day.items():
            for row in await self._reader.read(hanging.OF_KEYS[wanted], {"keys": ids, "as_of": day or UNDATED}):
                found |= {(each[0], day): shapes.parts(each, wanted, day) for each in row["rows"]}
        return [found.get((key, day), Parts(wanted)) for key, day, _ in keys]

    def _load(self, query: str, make: Callable[[Record, str | None], Made]) -> Any:
        async def load(keys: list[Key]) -> list[list[Made]]:
            by_day: defaultdict[str | None, list[str]] = defaultdict(list)
            for key, day in keys:
                by_day[day].append(key)
            made: defaultdict[Key, list[Made]] = defaultdict(list)
            for day, wanted in by_day.items():
                for row in await self._reader.read(query, {"keys": wanted, "as_of": day or UNDATED}):
                    made[row["key"], day].append(make(row, day))
            return [made[key] for key in keys]

        return load


def _meeting(row: Record, day: str | None) -> Meeting:
    return shapes.meeting(row["meeting"], day)


def _venue(row: Record, day: str | None) -> Venue:
    return shapes.venue(row["venue"], day)


def _polity(row: Record, day: str | None) -> Polity:
    return shapes.polity(row["polity"], day)
