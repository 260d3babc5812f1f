"""The parameters of a page of meetings, and the page made of the rows."""

from collections.abc import Sequence
from typing import Any

from strawberry.dataloader import DataLoader

from schema.graphql.answers import MeetingsWanted, Page
from schema.graphql.connections import Connection
from schema.graphql.meetings import Meeting
from schema.graphql.parties import Party, Person
from schema.ledger import UNDATED
from service import finding
from service.graphql import cursors, shapes
from service.graphql.meanings import Meanings
from service.queries import Reader, Record, people

Asked = tuple[str, bool, str | None, MeetingsWanted, Page]
"""Id of a party, whether it is a person, the day asked for, and which of its meetings."""

_AT_ONCE = 1_000


def _after(page: Page, as_of: str | None) -> str:
    return str(cursors.decode(page.after, "meetings", as_of, (str,))[0]) if page.after is not None else ""


def connect(rows: Sequence[Record], page: Page, as_of: str | None) -> Connection[Meeting]:
    """The page of the meetings in these rows."""
    return cursors.connect(
        [shapes.meeting(row, as_of) for row in rows],
        [cursors.encode("meetings", as_of, (row["rank"],)) for row in rows],
        page.first,
        page.after,
    )


class MeetingsOfParties:
    """Pages of the meetings of many people or polities, one query for all that are asked for alike."""

    def __init__(self, reader: Reader, meanings: Meanings) -> None:
        self._reader = reader
        self._meanings = meanings
        self._loader: DataLoader[Asked, Connection[Meeting]] = DataLoader(self._load, max_batch_size=_AT_ONCE)

    async def of(self, party: Party, wanted: MeetingsWanted, page: Page) -> Connection[Meeting]:
        """The page of the party's meetings."""
        return await self._loader.load((party.id, isinstance(party, Person), party.as_of, wanted, page))

    async def _load(self, asked: list[Asked]) -> list[Connection[Meeting]]:
        alike: dict[tuple[bool, str | None, MeetingsWanted, Page], list[str]] = {}
        for party, is_person, as_of, wanted, page in asked:
            alike.setdefault((is_person, as_of, wanted, page), []).append(party)
        found: dict[Asked, Connection[Meeting]] = {}
        for (is_person, as_of, wanted, page), parties in alike.items():
            if is_person:
                query = people.MEETINGS_OF_PEOPLE
                rows: list[dict[str, Any]] = [{"key": party} for party in parties]
            else:
                directories = await self._meanings.directories()
                query = people.MEETINGS_OF_POLITIES
                rows = [{"key": party, "bodies": directories.bodies(party)} for party in parties]
            parameters = {
                "as_of": as_of or UNDATED,
                "kinds": list(wanted.kinds) or None,
                "statuses": list(wanted.statuses) or None,
                "from": wanted.begin,
                "to": finding.upper(wanted.until),
                "after": _after(page, as_of),
                "limit": cursors.check_first(page.first) + 1,
                "rows": rows,
            }
            given = await self._reader.read(query, parameters)
            newest = {row["key"]: row["meetings"] for row in given}
            for party in parties:
                found[party, is_person, as_of, wanted, page] = connect(newest.get(party, ()), page, as_of)
        return [found[each] for each in asked]


async def wanted_meetings(
    reader: Reader, meanings: Meanings, wanted: MeetingsWanted, page: Page, as_of: str | None
) -> Connection[Meeting]:
    """The page of all meetings that fit."""
    after, first = _after(page, as_of), cursors.check_first(page.first)
    asked = await finding.criteria(meanings, wanted, as_of)
    found = await finding.find(reader, asked, after, first + 1)
    connection = connect(found.rows, page, as_of)
    if found.reached is not None and len(found.rows) <= first:
        connection.page_info.has_next_page = True
        connection.page_info.end_cursor = cursors.encode("meetings", as_of, (found.reached,))
    return connection
