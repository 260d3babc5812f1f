"""Cursors name the sort key of an element, so that a page begins where the last one ended, whatever was added since."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence

from schema.errors import QueryError
from schema.graphql.arguments import LARGEST_PAGE
from schema.graphql.connections import Connection, Edge, Node, PageInfo

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


def connect(nodes: Sequence[Node], cursors: Sequence[str], first: int, after: str | None) -> Connection[Node]:
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
    )
