"""Cursors name the sort key of an element, so that a page begins where the last one ended, whatever was added since."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

from schema.errors import QueryError
from schema.graphql.answers import Page
from schema.graphql.arguments import LARGEST_PAGE
from schema.graphql.connections import Connection, Edge, Node, PageInfo

Found = TypeVar("Found")

Key = tuple[str | int | float, ...]
"""The values that a list is sorted by; the last one is an id."""


def encode(listing: str, as_of: str | None, key: Key) -> str:
    """The cursor of the element with this key in this listing as of this day."""
    return urlsafe_b64encode(json.dumps([listing, as_of, *key], separators=(",", ":")).encode()).decode().rstrip("=")


def decode(cursor: str, listing: str, as_of: str | None, kinds: tuple[type, ...]) -> Key:
    """The key in a cursor, its values of the given kinds.

    Raises:
        QueryError: it is no cursor, or one of another listing or day.
    """
    try:
        found, day, *key = json.loads(urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (ValueError, TypeError):
        found, day, key = None, None, []
    if found != listing or tuple(map(type, key)) != kinds:
        raise QueryError(
            f"after: {cursor[:80]!r} is no cursor of {listing}. Pass the `pageInfo.endCursor` of the page before, or "
            "leave it out for the first page."
        )
    if day != as_of:
        raise QueryError(
            f"after: this cursor belongs to asOf {day or 'today'}, and the question is asOf {as_of or 'today'}. "
            "Ask for the same day on every page."
        )
    return tuple(key)


def check_first(first: int) -> int:
    """``first`` as asked for.

    Raises:
        QueryError: it is not between 1 and the largest page.
    """
    if not 1 <= first <= LARGEST_PAGE:
        raise QueryError(
            f"first: {first} is not between 1 and {LARGEST_PAGE}. Ask for more with `after: pageInfo.endCursor`."
        )
    return first


def connect(
    nodes: Sequence[Node],
    cursors: Sequence[str],
    first: int,
    after: str | None,
    count: Callable[[], Awaitable[int]] | None = None,
) -> Connection[Node]:
    """The page of the first elements; the one element too many that may have been read says whether more follow."""
    edges = [Edge(cursor=cursor, node=node) for cursor, node in zip(cursors[:first], nodes[:first], strict=True)]
    return Connection(
        edges=edges,
        nodes=list(nodes[:first]),
        page_info=PageInfo(
            has_next_page=len(nodes) > first,
            has_previous_page=after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        count=count,
    )


def rank_after(page: Page, listing: str, as_of: str | None) -> str:
    """The rank that a page of a list read by rank begins after."""
    return str(decode(page.after, listing, as_of, (str,))[0]) if page.after is not None else ""


def ranked(
    nodes: Sequence[Node],
    ranks: Sequence[str],
    reached: str | None,
    listing: str,
    page: Page,
    as_of: str | None,
    count: Callable[[], Awaitable[int]] | None = None,
) -> Connection[Node]:
    """The page of elements read by rank; where it is short and more may follow, it ends with the rank reached."""
    connection = connect(nodes, [encode(listing, as_of, (rank,)) for rank in ranks], page.first, page.after, count)
    if reached is not None and len(nodes) <= page.first:
        connection.page_info.has_next_page = True
        connection.page_info.end_cursor = encode(listing, as_of, (reached,))
    return connection


async def among(
    keys: Sequence[Key], read: Callable[[list[str]], Awaitable[Mapping[str, Found]]], first: int
) -> list[tuple[Key, Found]]:
    """The first elements and one more of those keys whose elements ``read`` finds by the ids they end with."""
    found: list[tuple[Key, Found]] = []
    begin, size = 0, 2 * first + 20
    while begin < len(keys) and len(found) <= first:
        part = keys[begin : begin + size]
        there = await read([str(key[-1]) for key in part])
        found += [(key, there[str(key[-1])]) for key in part if str(key[-1]) in there]
        begin, size = begin + size, 4 * size
    return found[: first + 1]
