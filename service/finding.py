"""Finding the meetings that fit: what is asked for in the graph's terms, and a page of it the newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from schema.errors import QueryError
from schema.graphql.answers import MeetingsWanted
from schema.ledger import UNDATED
from schema.order import ahead_ranges, first_rank, last_rank
from schema.vocabulary import Status
from service import windows
from service.graphql.meanings import Meanings
from service.graphql.names import plain
from service.queries import Reader, Record, developments, meetings

_FEW, _TIMES = 4_000, 20
"""Meetings on an anchor that are all looked at rather than those of a window: so many, or times the page's length."""

_FEW_REPORTS = 20_000
"""The same of claims, by when they were reported."""

_READ_THROUGH = 20_000
"""Meetings in windows that are looked at for a page where their quotes have to be read."""

_LIGHT = 1_500
"""Meetings on the only anchor that are looked at without trying whether they are so frequent that a window does."""

_BROAD, _WITHOUT_HELP = ("statuses", "kinds"), 2
"""Anchors that are looked at only where so many windows held little."""


_OF_EVERY_LIST = {"as_of", *(f"{end}_{number}" for end in ("above", "to") for number in range(4))}
"""Parameters that say what was known, and not what is wanted of it."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is wanted in the graph's terms."""

    parameters: dict[str, Any]
    anchors: dict[str, list[list[str]]]
    """By the kind of anchor, see ``service.queries.meetings``: what a meeting that fits hangs on, each of them."""
    floor: str
    """Below the rank of all that fit."""
    known_floor: str
    """Below the rank of all that was known by the day asked for, but for what was announced for later months."""
    ceiling: str
    """Above the rank of all that fit, but for what ran on from an earlier year."""
    due: bool
    """Whether all that fit are expected as things stand today."""

    def on(self, kind: str, anchor: list[str]) -> dict[str, Any]:
        """The parameters for what hangs on an anchor, without the condition that it fulfils by that."""
        if kind == "sides":
            rest = [side for side in self.parameters["sides"] if side != anchor]
            return {**self.parameters, "anchor": anchor, "sides": rest}
        return {**self.parameters, "anchor": anchor}


def upper(date: str | None) -> str | None:
    """An upper bound for comparing ISO text, so that "2025-02" takes in every day of the month."""
    return None if date is None else date + "~"


def floor(until: str | None) -> str:
    """Below the rank of all that was by the end of this day, month or year."""
    return first_rank(until) if until is not None else ""


def ceiling(since: str | None) -> str:
    """Above the rank of all that was in the year of this date or later."""
    return last_rank(since) if since is not None else windows.END


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
    sides += [await meanings.holders(text, as_of or UNDATED) for text in wanted.offices]
    venues = await meanings.venue(wanted.venue) if wanted.venue is not None else None
    topics = await meanings.topic(wanted.topic) if wanted.topic is not None else None
    if wanted.publisher is not None:
        await meanings.publisher(wanted.publisher)
    reported = wanted.reported_from is not None or wanted.reported_to is not None
    parameters: dict[str, Any] = {
        "as_of": as_of or UNDATED,
        "kinds": list(wanted.kinds) or None,
        "statuses": list(wanted.statuses) or None,
        "from": wanted.begin,
        "year": wanted.begin[:4] if wanted.begin else None,
        "to": upper(wanted.until),
        "sources": wanted.min_sources,
        "sides": sides,
        "pair": pair,
        "venues": venues,
        "topics": topics,
        "words": words,
        "publisher": wanted.publisher,
        "ended_before": wanted.ended_before,
        "reported_from": (wanted.reported_from or "") if reported else None,
        "reported_to": upper(wanted.reported_to or "") if reported else None,
    }
    for number, (above, to) in enumerate(ahead_ranges(as_of) if as_of else ()):
        parameters |= {f"above_{number}": above, f"to_{number}": to}
    anchors: dict[str, list[list[str]]] = {
        "sides": sides + pair,
        "venues": [] if venues is None else [venues],
        "topics": [] if topics is None else [topics],
        "publishers": [] if wanted.publisher is None else [[wanted.publisher]],
        "statuses": [list(wanted.statuses)] if wanted.statuses else [],
        "kinds": [list(wanted.kinds)] if wanted.kinds else [],
    }
    return Criteria(
        parameters,
        {kind: found for kind, found in anchors.items() if found},
        floor(wanted.until),
        floor(as_of[:7] if as_of else None),
        ceiling(wanted.begin),
        as_of is None and wanted.statuses == (Status.EXPECTED,),
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


async def find(reader: Reader, wanted: Criteria, after: str, limit: int) -> windows.Rows:
    """The first ``limit`` meetings that fit after the rank ``after`` ("" for the beginning).

    The page is short, though more may follow, only where few of very many meetings fit and no anchor leads to them.
    """
    return await _Search(reader, wanted, limit).run(max(after, wanted.floor))


class _Search:
    """One page being looked for."""

    def __init__(self, reader: Reader, wanted: Criteria, limit: int) -> None:
        self._reader = reader
        self._wanted = wanted
        self._limit = limit
        self._rows: list[Record] = []
        self._anchor: tuple[str, list[str]] | None = None
        self._weight: int | None = None
        """Meetings on the anchor, where they are few."""

    async def run(self, after: str) -> windows.Rows:
        light = await self._light(kind for kind in self._wanted.anchors if kind not in _BROAD)
        several = sum(map(len, self._wanted.anchors.values())) > 1
        if (light and (several or (self._weight or 0) < _LIGHT)) or await self._few_reports():
            return await self._from_anchor(after)
        if after < self._wanted.known_floor:
            await self._read(meetings.AHEAD, after=after)
            del self._rows[self._limit :]
            if self._full:
                return self._found
            after = self._wanted.known_floor
        return await self._by_windows(after)

    async def _by_windows(self, after: str) -> windows.Rows:
        allowed = _READ_THROUGH if self._wanted.parameters["words"] else windows.LOOKED_AT
        number, last = 0, after >= self._wanted.ceiling
        end = self._wanted.ceiling
        probe, query = (meetings.PROBE, meetings.IN_WINDOW)
        if self._wanted.due:
            probe, query = (meetings.PROBE_DUE, meetings.DUE_IN_WINDOW)
        async for span in windows.spans(self._reader, probe, after, end, self._limit, self._number, allowed):
            await self._read(query, after=span.after, edge=span.edge)
            if self._full:
                return self._found
            after, last, number = span.edge, span.last, number + 1
            ahead = windows.further(span.looked, self._number(), self._limit)
            if not last and self._weight is not None and 2 * ahead > self._weight:
                return await self._from_anchor(after)
            if not last and number == _WITHOUT_HELP and await self._light(_BROAD):
                return await self._from_anchor(after)
        if not last:
            narrow = self._anchor is not None and self._anchor[0] not in _BROAD
            return await self._from_anchor(after) if narrow else windows.Rows(self._rows, after)
        if end != windows.END:
            await self._read(meetings.RUNNING_ON, after=after, edge=end)
        return self._found

    async def _light(self, kinds: Iterable[str]) -> bool:
        """Whether few meetings hang on some anchor of these kinds, which is taken then; else the first is kept."""
        most = max(_FEW, _TIMES * self._limit)
        for kind in kinds:
            if anchors := self._wanted.anchors.get(kind):
                given = {**self._wanted.parameters, "anchors": anchors, "most": most}
                found, place = min(
                    (row["found"], row["place"]) for row in await self._reader.read(meetings.WEIGH[kind], given)
                )
                if found < most:
                    self._anchor, self._weight = (kind, anchors[place]), found
                    return True
                self._anchor = self._anchor or (kind, anchors[place])
        return False

    async def _few_reports(self) -> bool:
        """Whether the reports asked for are few enough to begin with them, which is done then."""
        if self._wanted.parameters["reported_from"] is None or self._anchor is not None:
            return False
        given = {**self._wanted.parameters, "most": _FEW_REPORTS}
        claims = [row["id"] for row in await self._reader.read(meetings.REPORTED, given)]
        if len(claims) < _FEW_REPORTS:
            self._anchor = "reports", claims
        return self._anchor is not None

    async def _from_anchor(self, after: str) -> windows.Rows:
        assert self._anchor is not None  # noqa: S101 it is taken before
        kind, ids = self._anchor
        await self._read(meetings.ANCHORED[kind], **{**self._wanted.on(kind, ids), "after": after})
        return self._found

    async def _read(self, query: str, **given: object) -> None:
        limit = self._limit - len(self._rows)
        rows = await self._reader.read(query, {**self._wanted.parameters, **given, "limit": limit})
        self._rows += sorted((each for row in rows for each in row["meetings"]), key=itemgetter("rank"))

    def _number(self) -> int:
        return len(self._rows)

    @property
    def _full(self) -> bool:
        return len(self._rows) == self._limit

    @property
    def _found(self) -> windows.Rows:
        return windows.Rows(self._rows, self._rows[-1]["rank"] if self._full else None)


async def count(reader: Reader, wanted: Criteria) -> int:
    """How many meetings fit."""
    if not any(value for name, value in wanted.parameters.items() if name not in _OF_EVERY_LIST):
        return _counted(await reader.read(developments.COUNTS["meetings"], wanted.parameters))
    for kind, anchors in wanted.anchors.items():
        given = {**wanted.on(kind, anchors[0]), "after": wanted.floor}
        return _counted(await reader.read(meetings.COUNT_ANCHORED[kind], given))
    given = {**wanted.parameters, "after": wanted.floor, "edge": wanted.ceiling}
    counted = _counted(await reader.read(meetings.COUNT_IN_WINDOW, given))
    if wanted.ceiling != windows.END:
        counted += _counted(await reader.read(meetings.COUNT_RUNNING_ON, given))
    return counted


def _counted(rows: Sequence[Record]) -> int:
    return int(rows[0]["count"]) if rows else 0
