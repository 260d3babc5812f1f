"""Finding the meetings that fit: what is asked for in the graph's terms, and a page of it the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schema.errors import QueryError
from schema.graphql.answers import MeetingsWanted
from schema.ledger import UNDATED
from schema.order import first_rank, last_rank
from service.graphql.meanings import Meanings
from service.graphql.names import plain
from service.queries import Reader, Record, meetings

_FEW = 4_000
"""Meetings on an anchor that are all looked at rather than those of a window."""

_WINDOW, _WIDER = 200, 8
"""Meetings in the first window, and how many times as many in the next, where too few fitted."""

_WIDEST = 100_000

_LOOKED_AT = 200_000
"""Meetings in windows that are looked at for a page; then an anchor is taken after all, or the page stays short."""

_READ_THROUGH = 20_000
"""The same where their quotes have to be read."""

_END = "~~~"
"""Above every rank."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is wanted in the graph's terms."""

    parameters: dict[str, Any]
    anchors: dict[str, list[list[str]]]
    """By the kind of anchor, see ``service.queries.meetings``: what a meeting that fits hangs on, each of them."""
    floor: str
    """Below the rank of all that fit."""
    ceiling: str
    """Above the rank of all that fit, but for what ran on from an earlier year."""


@dataclass(frozen=True, slots=True)
class Found:
    """The meetings of a page, as rows."""

    rows: list[Record]
    reached: str | None
    """The rank down to which the page goes; None where nothing follows."""


def upper(date: str | None) -> str | None:
    """An upper bound for comparing ISO text, so that "2025-02" takes in every day of the month."""
    return None if date is None else date + "~"


async def criteria(meanings: Meanings, wanted: MeetingsWanted, as_of: str | None) -> Criteria:
    """Look up the names in what is wanted.

    Raises:
        NotFound, Ambiguous: a name fits nothing, or several; the message lists candidates.
        QueryError: a value cannot be used.
    """
    if len(wanted.pair) not in (0, 2):
        raise QueryError(f"pair: give two names or ids, not {len(wanted.pair)}.")
    if wanted.min_sources is not None and wanted.min_sources < 0:
        raise QueryError(f"minSources: {wanted.min_sources} is less than 0. Give the least number of articles.")
    words = plain_words(wanted.text)
    named = await meanings.parties([*wanted.all_of, *wanted.pair, *wanted.any_of])
    all_of = named[: len(wanted.all_of)]
    pair = named[len(wanted.all_of) : len(wanted.all_of) + len(wanted.pair)]
    any_of = [each for ids in named[len(wanted.all_of) + len(wanted.pair) :] for each in ids]
    sides = [*all_of, *([any_of] if any_of else []), *[await meanings.polity(text) for text in wanted.polities]]
    offices = [await meanings.office(text) for text in wanted.offices]
    venues = await meanings.venue(wanted.venue) if wanted.venue is not None else None
    topics = await meanings.topic(wanted.topic) if wanted.topic is not None else None
    if wanted.publisher is not None:
        await meanings.publisher(wanted.publisher)
    reported = wanted.reported_from is not None or wanted.reported_to is not None
    parameters = {
        "as_of": as_of or UNDATED,
        "kinds": list(wanted.kinds) or None,
        "statuses": list(wanted.statuses) or None,
        "from": wanted.begin,
        "year": wanted.begin[:4] if wanted.begin else None,
        "to": upper(wanted.until),
        "sources": wanted.min_sources,
        "sides": sides,
        "pair": pair,
        "offices": offices,
        "venues": venues,
        "topics": topics,
        "words": words,
        "publisher": wanted.publisher,
        "reported_from": (wanted.reported_from or "") if reported else None,
        "reported_to": upper(wanted.reported_to or "") if reported else None,
    }
    anchors: dict[str, list[list[str]]] = {
        "sides": sides + pair,
        "offices": offices,
        "venues": [] if venues is None else [venues],
        "topics": [] if topics is None else [topics],
        "publishers": [] if wanted.publisher is None else [[wanted.publisher]],
        "reports": [[]] if reported and wanted.publisher is None else [],
    }
    return Criteria(
        parameters,
        {kind: found for kind, found in anchors.items() if found},
        first_rank(wanted.until) if wanted.until else "",
        last_rank(wanted.begin) if wanted.begin else _END,
    )


def plain_words(text: str | None) -> list[str]:
    """The words of a text to be searched for, in small letters.

    Raises:
        QueryError: it has none.
    """
    if text is None:
        return []
    words = sorted(set(text.lower().split()))
    if not words or not plain(text):
        raise QueryError(f"text: {text[:80]!r} has no word to search for.")
    return words


async def find(reader: Reader, wanted: Criteria, after: str, limit: int) -> Found:
    """The first ``limit`` meetings that fit after the rank ``after`` ("" for the beginning).

    The page is short, though more may follow, only where few of very many meetings fit and no anchor leads to them.
    """
    after = max(after, wanted.floor)
    heaviest: tuple[str, list[str]] | None = None
    for kind, anchors in wanted.anchors.items():
        given = {**wanted.parameters, "anchors": anchors, "most": _FEW}
        weights = [(row["found"], row["place"]) for row in await reader.read(meetings.WEIGH[kind], given)]
        found, place = min(weights)
        if found < _FEW:
            return await _from_anchor(reader, wanted, (kind, anchors[place]), after, limit)
        heaviest = heaviest or (kind, anchors[place])
    page = await _by_windows(reader, wanted, after, limit)
    if heaviest is not None and len(page.rows) < limit and page.reached is not None:
        rest = await _from_anchor(reader, wanted, heaviest, page.reached, limit - len(page.rows))
        return Found(page.rows + rest.rows, rest.reached)
    return page


async def count(reader: Reader, wanted: Criteria) -> int:
    """How many meetings fit."""
    for kind, anchors in wanted.anchors.items():
        given = {**wanted.parameters, "anchor": anchors[0], "after": wanted.floor}
        return _counted(await reader.read(meetings.COUNT_ANCHORED[kind], given))
    given = {**wanted.parameters, "after": wanted.floor, "edge": wanted.ceiling}
    counted = _counted(await reader.read(meetings.COUNT_IN_WINDOW, given))
    if wanted.ceiling != _END:
        counted += _counted(await reader.read(meetings.COUNT_RUNNING_ON, given))
    return counted


def _counted(rows: Sequence[Record]) -> int:
    return int(rows[0]["count"]) if rows else 0


async def _from_anchor(
    reader: Reader, wanted: Criteria, anchor: tuple[str, list[str]], after: str, limit: int
) -> Found:
    kind, ids = anchor
    given = {**wanted.parameters, "anchor": ids, "after": after, "limit": limit}
    return _page(await reader.read(meetings.ANCHORED[kind], given), limit)


async def _by_windows(reader: Reader, wanted: Criteria, after: str, limit: int) -> Found:
    rows: list[Record] = []
    window, looked = max(_WINDOW, 4 * limit), 0
    allowed = _READ_THROUGH if wanted.parameters["words"] else _LOOKED_AT
    more = after < wanted.ceiling
    while more:
        (probe,) = await reader.read(meetings.PROBE, {"after": after, "window": window})
        more = probe["looked"] == window and probe["edge"] < wanted.ceiling
        edge = probe["edge"] if more else wanted.ceiling
        if probe["looked"]:
            given = {**wanted.parameters, "after": after, "edge": edge, "limit": limit - len(rows)}
            rows += [row["meeting"] for row in await reader.read(meetings.IN_WINDOW, given)]
        if len(rows) == limit:
            return Found(rows, rows[-1]["rank"])
        looked += window
        after = edge
        if more and looked >= allowed:
            return Found(rows, edge)
        window = min(_WIDER * window, _WIDEST)
    if wanted.ceiling != _END:
        given = {**wanted.parameters, "after": after, "edge": wanted.ceiling, "limit": limit - len(rows)}
        rows += [row["meeting"] for row in await reader.read(meetings.RUNNING_ON, given)]
    return Found(rows, rows[-1]["rank"] if len(rows) == limit else None)


def _page(found: Sequence[Record], limit: int) -> Found:
    rows = [row["meeting"] for row in found]
    return Found(rows, rows[-1]["rank"] if len(rows) == limit else None)
