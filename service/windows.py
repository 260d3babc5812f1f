"""Reading lists in the order of ``rank`` by windows, each found before it is read; ``queries.meetings`` says why."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from service.queries import Reader, Record

END = "~~~"
"""Above every rank."""

LOOKED_AT = 200_000
"""Rows in windows that are looked at for a page."""

_FIRST, _WIDER, _WIDEST = 200, 8, 100_000
"""Rows in the first window, how many times as many the next may have, and rows in the widest."""


@dataclass(frozen=True, slots=True)
class Span:
    """Ranks above ``after`` and up to ``edge``."""

    after: str
    edge: str
    last: bool
    """Whether nothing that may fit lies beyond."""
    looked: int
    """Rows in this window and those before it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a page."""

    rows: list[Record]
    reached: str | None
    """The rank down to which the page goes; None where nothing follows."""


def further(looked: int, found: int, limit: int) -> int:
    """How many more rows hold what is still wanted, if it is as frequent as in those looked at; amply reckoned."""
    return 2 * looked * (limit - found) // max(found, 1)


async def spans(
    reader: Reader,
    probe: str,
    after: str,
    ceiling: str,
    limit: int,
    found: Callable[[], int],
    allowed: int = LOOKED_AT,
) -> AsyncIterator[Span]:
    """Windows from ``after`` to ``ceiling``, as wide as what was found lets expect, until they hold ``allowed`` rows.

    Args:
        reader: what reads the graph.
        probe: the query that tells where a window ends.
        after: the rank to begin after.
        ceiling: the rank to end with.
        limit: rows wanted for the page; the first window has a few times as many.
        found: how many of them the windows held so far.
        allowed: how many rows may be looked at.
    """
    window, looked = max(_FIRST, 4 * limit), 0
    while after < ceiling and looked < allowed:
        (there,) = await reader.read(probe, {"after": after, "window": window})
        last = there["looked"] < window or there["edge"] >= ceiling
        span = Span(after, ceiling if last else there["edge"], last, looked + window)
        yield span
        if last:
            return
        after, looked = span.edge, span.looked
        expected = max(_FIRST, further(looked, found(), limit))
        window = max(1, min(expected, _WIDER * window, _WIDEST, allowed - looked))


async def page(
    reader: Reader,
    probe: str,
    query: str,
    parameters: Mapping[str, Any],
    after: str,
    limit: int,
    ceiling: str = END,
) -> Rows:
    """The first ``limit`` rows of ``query`` after a rank and up to another; each has its ``rank``."""
    rows: list[Record] = []
    async for span in spans(reader, probe, after, ceiling, limit, rows.__len__):
        given = {**parameters, "after": span.after, "edge": span.edge, "limit": limit - len(rows)}
        rows.extend(await reader.read(query, given))
        if len(rows) == limit:
            return Rows(rows, rows[-1]["rank"])
        if span.last:
            return Rows(rows, None)
        after = span.edge
    return Rows(rows, None if after >= ceiling else after)
