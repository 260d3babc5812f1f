"""What a request for a page asks, and what reads the graph for it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from fastapi import Request

from schema.errors import DiplographError, NotFound
from schema.ledger import UNDATED
from service import selection
from service.graphql import execute
from service.graphql.directories import Directories
from service.graphql.meanings import Meanings
from service.queries import Reader, Record, pages
from service.requests import request_id
from service.selection import MeetingRow, Part, Selection
from service.state import Service
from service.timeline.view import Timeline, load, read_view

PER_PAGE = 40
"""Meetings on one page of a list."""

MOST = 5_000
"""Meetings that a page adds up."""

Pair = tuple[str, str]

T = TypeVar("T")


class Gone(NotFound):
    """What was once here was withdrawn."""

    code = "GONE"
    http_status = 410


class Moved(Exception):
    """The page has another address: an id was merged, or a search has one answer."""

    def __init__(self, address: str, *, for_good: bool) -> None:
        super().__init__(address)
        self.address = address
        self.for_good = for_good


class Asked:
    """One request for a page."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.service: Service = request.app.state.service
        self.reader: Reader = self.service.reader()
        self.meanings = Meanings(self.reader, self.service.names)
        self.parameters: Sequence[Pair] = request.query_params.multi_items()
        self.form = "html"

    @property
    def as_of(self) -> str | None:
        """The day asked for.

        Raises:
            QueryError: it is no full day.
        """
        return selection.read([pair for pair in self.parameters if pair[0] == "asOf"]).as_of

    @property
    def day(self) -> str:
        """The day to ask the graph for."""
        return self.as_of or UNDATED

    def given(self, name: str) -> str:
        """The value of a parameter; empty where it is not given."""
        return next((value.strip() for key, value in self.parameters if key == name and value.strip()), "")

    async def read(self, query: str, **parameters: Any) -> list[Record]:
        """The rows that a query of ``service.queries`` gives as of the day asked for."""
        return await self.reader.read(query, {"as_of": self.day, **parameters})

    async def directories(self) -> Directories:
        """The names in the graph."""
        return await self.meanings.directories()

    async def timeline(self, *implied: Pair, limit: int = PER_PAGE) -> Timeline:
        """The meetings that the page is about and its parameters choose.

        Args:
            implied: what the path of the page says in the parameters of ``service.selection``.
            limit: how many meetings a page has.
        """
        view = read_view([*implied, *self.parameters, *((("limit", str(limit)),) if not self.given("limit") else ())])
        return await load(self.service, replace(view, implied=frozenset(name for name, _ in implied)))

    async def stream(self, wanted: Selection, parts: frozenset[Part] = frozenset()) -> AsyncIterator[MeetingRow]:
        """The meetings of a selection, the newest first, up to ``MOST``: what a page adds up."""
        count = 0
        async for row in selection.stream(self.service, wanted, parts, MOST):
            yield row
            count += 1
            if count == MOST:
                return

    async def remember(self, make: Callable[[], Awaitable[T]], what: object, asked: str) -> T:
        """What is worked out for a page, once until the graph changes; see ``service.remembering``."""
        return await self.service.remembered.get(self.reader, make, what, asked)

    async def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """The data that a GraphQL document gives.

        Raises:
            DiplographError: as the answer has it.
        """
        answer = await execute(
            self.reader,
            document,
            {"asOf": self.as_of, **variables},
            names=self.service.names,
            request_id=request_id(self.request.scope),
        )
        for error in answer.get("errors", ()):
            raise _errors(DiplographError).get(error["extensions"]["code"], DiplographError)(error["message"])
        data: dict[str, Any] = answer["data"]
        return data

    async def missing(self, node_id: str, error: NotFound) -> NotFound:
        """The error for an id that nothing has: what was withdrawn is gone, anything else unknown."""
        if await self.reader.read(pages.EVER_SEEDED, {"id": node_id}):
            return Gone("What stood here rested on reports that were withdrawn or rejected.")
        return error


def chosen(names: Iterable[Pair], as_of: str | None) -> str:
    """The parameters as the query of an address, in the order that all addresses have."""
    wanted = selection.read(names)
    return selection.address(Selection(wanted.wanted, as_of))


def _errors(root: type[DiplographError]) -> dict[str, type[DiplographError]]:
    found = {root.code: root}
    for child in root.__subclasses__():
        found |= _errors(child)
    return found
