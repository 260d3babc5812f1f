"""What hangs on many things, read for all of them at once; one of these per request."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from strawberry.dataloader import DataLoader

from schema.graphql.meetings import Meeting, Parts, Venue
from schema.graphql.parties import Polity
from schema.ledger import UNDATED
from service.graphql import shapes
from service.queries import Reader, Record, hanging
from service.queries import claims as _claims
from service.queries import meetings as _meetings
from service.queries import offices as _offices
from service.queries import people as _people

Made = TypeVar("Made")
Key = tuple[str, str | None]
"""The id or key of what something hangs on, and the day asked for."""

Lists = DataLoader[Key, list[Made]]

_AT_ONCE = 1_000


def _meeting(row: Record, day: str | None) -> Meeting:
    return shapes.meeting(row["meeting"], day)


def _venue(row: Record, day: str | None) -> Venue:
    return shapes.venue(row["venue"], day)


def _polity(row: Record, day: str | None) -> Polity:
    return shapes.polity(row["polity"], day)


class _Listed(Generic[Made]):
    """An attribute that loads lists of one kind of thing; most requests need few of them."""

    def __init__(self, query: str, make: Callable[[Record, str | None], Made]) -> None:
        self._query = query
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, batches: "Batches", owner: type) -> "Lists[Made]":
        loader: Lists[Made] = DataLoader(batches.load(self._query, self._make), max_batch_size=_AT_ONCE)
        batches.__dict__[self._name] = loader
        return loader


class Batches:
    """One loader for each kind of thing; ``calls`` counts what the database is asked."""

    venues_around = _Listed(_offices.VENUES_AROUND, _venue)
    venues_by_id = _Listed(_offices.VENUES_BY_ID, _venue)
    histories = _Listed(_meetings.HISTORIES, lambda row, day: shapes.state(row["meeting"], day))
    followed = _Listed(_meetings.FOLLOWED, _meeting)
    followers = _Listed(_meetings.FOLLOWERS, _meeting)
    meetings = _Listed(_meetings.MEETINGS_BY_ID, _meeting)
    claims_of_state = _Listed(_claims.CLAIMS_OF_STATE, shapes.claim)
    claims = _Listed(_claims.CLAIMS_BY_ID, shapes.claim)
    claims_in = _Listed(_claims.CLAIMS_IN, shapes.claim)
    mentions = _Listed(_claims.MENTIONS, shapes.mention)
    texts = _Listed(_claims.TEXTS, lambda row, _: str(row["text"]))
    offices = _Listed(_people.OFFICES, shapes.office_held)
    holders = _Listed(_offices.HOLDERS_OF, shapes.holder)
    offices_by_id = _Listed(_offices.OFFICES_BY_ID, shapes.office)
    persons = _Listed(_people.PERSONS, lambda row, day: shapes.person(row["person"], day))
    contacts = _Listed(_people.CONTACTS, lambda row, _: row)
    polities = _Listed(_people.POLITIES, _polity)
    polities_above = _Listed(_people.POLITIES_ABOVE, _polity)

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.parts: DataLoader[tuple[tuple[str, ...], str | None, frozenset[str]], list[Parts]] = DataLoader(
            self._load_parts, max_batch_size=_AT_ONCE
        )
        """What hangs on each of some states, by their keys, and the names of the parts wanted."""

    async def ranked(self, ranks: Sequence[str], as_of: str | None) -> list[Meeting]:
        """The meetings of these ranks, each of which ends in the meeting's id."""
        return [
            found[0] for found in await self.meetings.load_many([(rank.rpartition(" ")[2], as_of) for rank in ranks])
        ]

    async def _load_parts(self, asked: list[tuple[tuple[str, ...], str | None, frozenset[str]]]) -> list[list[Parts]]:
        """Parts of meetings: those that are wanted of one of them are read of all of its day, in one query."""
        by_day: defaultdict[str | None, dict[str, None]] = defaultdict(dict)
        for some, day, _ in asked:
            by_day[day].update(dict.fromkeys(some))
        wanted = frozenset[str]().union(*(parts for _, _, parts in asked))
        found: dict[Key, Parts] = {}
        for day, every in by_day.items():
            keys = [*every]
            for begin in range(0, len(keys), _AT_ONCE):
                given = {"keys": keys[begin : begin + _AT_ONCE], "as_of": day or UNDATED}
                for row in await self._reader.read(hanging.OF_KEYS[wanted], given):
                    found |= {(each[0], day): shapes.parts(each, wanted, day) for each in row["rows"]}
        return [[found.get((key, day), Parts(wanted)) for key in some] for some, day, _ in asked]

    def load(self, query: str, make: Callable[[Record, str | None], Made]) -> Any:
        """What a loader calls with its keys."""

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
