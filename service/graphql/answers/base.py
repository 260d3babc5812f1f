"""What all answers have: the reader, the batches and the meanings of names, for one request."""

import re
from collections.abc import Sequence

from schema.errors import QueryError
from schema.graphql.offices import Found
from schema.ledger import UNDATED
from service.graphql.batches import Batches, Lists, Made
from service.graphql.directories import Names
from service.graphql.listings import Listings
from service.graphql.meanings import Meanings
from service.queries import Reader

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day(as_of: str | None) -> str:
    """The day to ask the graph for.

    Raises:
        QueryError: it is a month or a year.
    """
    if as_of is not None and not _DAY.fullmatch(as_of):
        raise QueryError(f"asOf: {as_of} is not a full day. Write one such as 2025-02-16.")
    return as_of or UNDATED


class Base:
    """Answers from the graph that ``reader`` reads."""

    def __init__(self, reader: Reader, names: Names) -> None:
        self._reader = reader
        self._batches = Batches(reader)
        self._meanings = Meanings(reader, names)
        self._listings = Listings(reader, self._meanings, self._batches)

    async def _loaded(self, batch: Lists[Made], keys: Sequence[str], as_of: str | None) -> dict[str, list[Made]]:
        """What a batch gives for these keys, without those for which it gives nothing."""
        found = await batch.load_many([(key, as_of) for key in keys])
        return {key: made for key, made in zip(keys, found, strict=True) if made}

    async def _named(self, ids: Sequence[str], as_of: str | None) -> dict[str, Found]:
        """Whatever has these ids: people, polities, offices, venues and meetings."""

        def of(letter: str) -> list[str]:
            return [each for each in dict.fromkeys(ids) if each.startswith(letter)]

        persons = await self._loaded(self._batches.persons, of("p"), as_of)
        polities = await self._loaded(self._batches.polities, of("g"), as_of)
        offices = await self._loaded(self._batches.offices_by_id, of("o"), as_of)
        venues = await self._loaded(self._batches.venues_by_id, of("v"), as_of)
        meetings = await self._loaded(self._batches.meetings, of("m"), as_of)
        return {
            name: made[0] for found in (persons, polities, offices, venues, meetings) for name, made in found.items()
        }
