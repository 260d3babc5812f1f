"""Arguments that several fields share, described once."""

from typing import Annotated

import strawberry

from schema.graphql.scalars import IsoDate
from schema.vocabulary import Kind, Status

DEFAULT_PAGE = 20
"""Elements on a page when nobody asks for a number."""

LARGEST_PAGE = 200
"""The most elements on a page: a whole page is made on the event loop, at some 5 ms for a thousand values."""

First = Annotated[
    int,
    strawberry.argument(description=f"How many elements at most, from 1 to {LARGEST_PAGE}. Example: `50`."),
]
After = Annotated[
    str | None,
    strawberry.argument(
        description="Continue after this cursor: the `pageInfo.endCursor` of the page before. Example: "
        '`"WyJtZWV0aW5ncyIsIjk5OTkiXQ"`.'
    ),
]
AsOf = Annotated[
    IsoDate | None,
    strawberry.argument(
        name="asOf",
        description=(
            "Answer from the articles reported by this day alone, as the graph stood then. A full day. "
            'Example: `"2025-02-16"`.'
        ),
    ),
]
Kinds = Annotated[
    list[Kind] | None,
    strawberry.argument(description="Only contacts of these kinds. Example: `[CALL, VIDEO_CALL]`."),
]
Statuses = Annotated[
    list[Status] | None,
    strawberry.argument(description="Only contacts of these statuses. Example: `[EXPECTED, POSSIBLE]`."),
]
From = Annotated[
    IsoDate | None,
    strawberry.argument(
        name="from",
        description=(
            "Only contacts that may have lasted until this day, month or year, or begun later; one without a date is "
            'left out. Example: `"2025-02-01"`.'
        ),
    ),
]
To = Annotated[
    IsoDate | None,
    strawberry.argument(
        name="to",
        description=(
            "Only contacts that may have begun by the end of this day, month or year; one without a date is left out. "
            'Example: `"2025-02"`.'
        ),
    ),
]
