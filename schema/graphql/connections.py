"""Pages of a list: relay connections whose cursors name the last element's sort key, not its position."""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

import strawberry

from schema.graphql.fields import resolved

Node = TypeVar("Node")


@strawberry.type(description='Where a page stands in its list. Example: `{ hasNextPage: true, endCursor: "WyJt…" }`.')
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether more elements follow. Example: `true`.")
    has_previous_page: bool = strawberry.field(
        description="Whether this page continues an earlier one. Example: `false`."
    )
    start_cursor: str | None = strawberry.field(
        description='Cursor of the first element here; null on an empty page. Example: `"WyJtZWV0aW5ncyJd"`.'
    )
    end_cursor: str | None = strawberry.field(
        description='Cursor of the last element here; null on an empty page. Example: `"WyJtZWV0aW5ncyJd"`.'
    )


@strawberry.type(description="One element of a page with its cursor. Example: `{ cursor node { id } }`.")
class Edge(Generic[Node]):
    cursor: str = strawberry.field(
        description='Continue after this very element with `after`. Example: `"WyJtZWV0aW5ncyJd"`.'
    )
    node: Node = strawberry.field(description="The element. Example: `node { id }`.")


@strawberry.type(description="One page of a list. Example: `{ nodes { id } pageInfo { hasNextPage endCursor } }`.")
class Connection(Generic[Node]):
    edges: list[Edge[Node]] = strawberry.field(
        description="The elements, each with its cursor. Example: `edges { cursor node { id } }`."
    )
    nodes: list[Node] = strawberry.field(description="The elements alone. Example: `nodes { id }`.")
    page_info: PageInfo = strawberry.field(
        description="Where this page stands in the list. Example: `pageInfo { hasNextPage endCursor }`."
    )
    count: strawberry.Private[Callable[[], Awaitable[int]] | None] = None

    @resolved(
        "How many elements the whole list has, counted only when asked for; null inside of lists, where it is not "
        "counted. Example: `120`."
    )
    async def total_count(self) -> int | None:
        return None if self.count is None else await self.count()
