"""Selections of meetings: read from the parameters of an address, written as one, and streamed as plain rows.

Exports, timelines, feeds and pages take the same parameters, which mean the same everywhere.
"""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, fields
from enum import StrEnum, auto
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode

from graphql import GraphQLError

from schema.errors import QueryError
from schema.graphql.answers import MeetingsWanted
from schema.graphql.scalars import parse_date
from schema.ledger import UNDATED
from schema.vocabulary import Attendance, Kind, Precision, Status
from service import finding
from service.graphql.meanings import Meanings
from service.queries import Reader, Record, rows

if TYPE_CHECKING:
    from service.state import Service

BATCH = 200
"""Meetings that ``stream`` reads at once with what hangs on them."""

_AHEAD = 10
"""Batches whose meetings are found at once after the first: to find them costs as much for many as for few."""

_DAY = len("YYYY-MM-DD")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which meetings, and as of which day; None is today."""

    wanted: MeetingsWanted = field(default_factory=MeetingsWanted)
    as_of: str | None = None


class Part(StrEnum):
    """What can be read with each meeting; each takes one call of the database a batch."""

    PARTIES = auto()
    VENUE = auto()
    TOPICS = auto()
    CLAIMS = auto()


EVERYTHING = frozenset(Part)


@dataclass(frozen=True, slots=True)
class RowParty:
    """A person or polity with a part in a meeting."""

    id: str
    name: str
    kind: str
    """``person`` or ``polity``."""
    of: str | None
    """Id of the polity it acts for; a polity's own."""
    polity: str | None
    """Name of that polity."""
    iso: str | None
    """ISO 3166 code of that polity, where it is a country."""
    office: str | None
    """Title of the office a person was last reported in."""
    edge: str
    """``ATTENDED``, ``EXPECTED_TO_ATTEND`` …"""
    role: str | None
    """As what: host, guest, delegate, where known."""

    @property
    def attendance(self) -> Attendance:
        """The part it has."""
        return _ATTENDANCE[self.edge]


@dataclass(frozen=True, slots=True)
class RowVenue:
    """Where a meeting took or takes place."""

    id: str
    name: str
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class RowClaim:
    """What one article says of a meeting, in its own words or as it quotes somebody (``by``)."""

    id: str
    quote: str
    by: str | None
    status: Status | None
    date: str | None
    date_end: str | None
    venue: str | None
    topics: tuple[str, ...]
    article: str
    url: str | None
    title: str
    publisher: str | None
    published: str | None
    language: str


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting with the parts asked for; the others are empty."""

    id: str
    kind: Kind
    status: Status
    start: str | None
    end: str | None
    precision: Precision | None
    title: str
    sources: int
    """Independent articles."""
    disagreements: tuple[str, ...]
    """Fields on which the claims differ: status, date, venue, topics."""
    known_from: str | None
    """Report day from which it stood so; None where no report is dated."""
    parties: tuple[RowParty, ...] = ()
    venue: RowVenue | None = None
    topics: tuple[str, ...] = ()
    claims: tuple[RowClaim, ...] = ()
    """The earliest report first."""


_ATTENDANCE = {attendance.edge: attendance for attendance in Attendance}

_LISTS = {"person": "all_of", "any": "any_of", "pair": "pair", "office": "offices", "polity": "polities"}
_TEXTS = {"venue": "venue", "topic": "topic", "text": "text", "publisher": "publisher"}
_DATES = {"from": "begin", "to": "until", "reportedFrom": "reported_from", "reportedTo": "reported_to"}
PARAMETERS = ("person", "any", "pair", "office", "polity", "kind", "status", *_TEXTS, *_DATES, "minSources", "asOf")
"""The names of the parameters, in the order of an address."""


def read(parameters: Iterable[tuple[str, str]]) -> Selection:
    """The selection that the parameters of an address name; empty values count as left out.

    ``person`` (all of them), ``any`` (any of them), ``pair``, ``office``, ``polity``, ``kind`` and ``status`` may be
    given several times.

    Raises:
        QueryError: a parameter or a value cannot be used; the message says what can.
    """
    given: dict[str, list[str]] = defaultdict(list)
    for name, value in parameters:
        if name not in PARAMETERS:
            raise QueryError(f"{name[:80]!r} is no parameter. There are: {', '.join(PARAMETERS)}.")
        if value.strip():
            given[name].append(value.strip())
    for name in (*_TEXTS, *_DATES, "minSources", "asOf"):
        if len(given[name]) > 1:
            raise QueryError(f"{name}: give it once; it stands here {len(given[name])} times.")
    day = _dates(given, "asOf")
    if day is not None and len(day) != _DAY:
        raise QueryError(f"asOf: {day} is not a full day. Write one such as 2025-02-16.")
    return Selection(
        MeetingsWanted(
            all_of=tuple(given["person"]),
            any_of=tuple(given["any"]),
            pair=tuple(given["pair"]),
            offices=tuple(given["office"]),
            polities=tuple(given["polity"]),
            kinds=tuple(_word("kind", Kind, value) for value in given["kind"]),
            statuses=tuple(_word("status", Status, value) for value in given["status"]),
            begin=_dates(given, "from"),
            until=_dates(given, "to"),
            reported_from=_dates(given, "reportedFrom"),
            reported_to=_dates(given, "reportedTo"),
            min_sources=_number("minSources", given["minSources"]),
            **{attribute: next(iter(given[name]), None) for name, attribute in _TEXTS.items()},
        ),
        day,
    )


def address(selection: Selection) -> str:
    """The selection as the query of an address, parameters and repeated values in one order; ``read`` reads it."""
    wanted = selection.wanted
    values: dict[str, Iterable[object]] = {
        **{name: sorted(getattr(wanted, attribute)) for name, attribute in _LISTS.items()},
        "kind": sorted(kind.value for kind in wanted.kinds),
        "status": sorted(status.value for status in wanted.statuses),
        **{name: _one(getattr(wanted, attribute)) for name, attribute in {**_TEXTS, **_DATES}.items()},
        "minSources": _one(wanted.min_sources),
        "asOf": _one(selection.as_of),
    }
    return urlencode([(name, value) for name in PARAMETERS for value in values[name]])


async def stream(
    service: "Service", selection: Selection, parts: frozenset[Part] = EVERYTHING, first: int = BATCH
) -> AsyncIterator[MeetingRow]:
    """The meetings of a selection, the newest first, read in batches of constant size.

    Args:
        service: what reads the graph.
        selection: which meetings.
        parts: what is to be read with each.
        first: how many meetings are found before any of them is given; more where more are sure to be needed.

    A meeting whose date changes while they are read may be given under the earlier or the later date, or both.

    Raises:
        QueryError: something in the selection has no meaning in the graph, before the first row.
    """
    reader = service.reader()
    asked = await finding.criteria(Meanings(reader, service.names), selection.wanted, selection.as_of)
    reached: str | None = ""
    limit = first
    while reached is not None:
        found = await finding.find(reader, asked, reached, limit)
        reached, limit = found.reached, max(first, _AHEAD * BATCH)
        for begin in range(0, len(found.rows), BATCH):
            for row in await expand(reader, found.rows[begin : begin + BATCH], selection.as_of, parts):
                yield row


async def expand(
    reader: Reader, found: list[Record], as_of: str | None, parts: frozenset[Part] = EVERYTHING
) -> list[MeetingRow]:
    """These meetings as rows with the parts asked for: one call for each part."""
    given = {"keys": [row["key"] for row in found], "as_of": as_of or UNDATED}

    async def of(part: Part, query: str) -> dict[str, list[Record]]:
        by_key: dict[str, list[Record]] = defaultdict(list)
        if part in parts and found:
            for row in await reader.read(query, given):
                by_key[row.pop("key")].append(row)
        return by_key

    parties = await of(Part.PARTIES, rows.PARTIES)
    venues = await of(Part.VENUE, rows.VENUES)
    topics = await of(Part.TOPICS, rows.TOPICS)
    claims = await of(Part.CLAIMS, rows.CLAIMS)
    return [
        MeetingRow(
            id=row["id"],
            kind=Kind(row["kind"]),
            status=Status(row["status"]),
            start=row["start"],
            end=row["end"],
            precision=Precision.of(row["start"]),
            title=row["title"],
            sources=row["sources"],
            disagreements=tuple(row["disagreements"] or ()),
            known_from=None if row["known_from"] == UNDATED else row["known_from"],
            parties=tuple(_party(each) for each in parties.get(row["key"], ())),
            venue=next((RowVenue(**each) for each in venues.get(row["key"], ())), None),
            topics=tuple(each["name"] for each in topics.get(row["key"], ())),
            claims=tuple(_claim(each) for each in claims.get(row["key"], ())),
        )
        for row in found
    ]


def _party(row: Record) -> RowParty:
    is_person = row["id"].startswith("p")
    return RowParty(
        id=row["id"],
        name=row["name"],
        kind="person" if is_person else "polity",
        of=row["of"] if is_person else row["id"],
        polity=row["polity"] if is_person else row["name"],
        iso=row["iso"] if is_person else row["own_iso"],
        office=next(iter(row["offices"]), None),
        edge=row["edge"],
        role=row["as"],
    )


def _claim(row: Record) -> RowClaim:
    status = row["status"]
    given = {name.name: row[name.name] for name in fields(RowClaim)}
    return RowClaim(**{**given, "status": Status(status) if status else None, "topics": tuple(row["topics"] or ())})


def _one(value: object) -> list[object]:
    return [] if value is None else [value]


def _dates(given: dict[str, list[str]], name: str) -> str | None:
    for value in given[name]:
        try:
            return parse_date(value)
        except GraphQLError as error:
            raise QueryError(f"{name}: {error.message}") from None
    return None


def _word(name: str, words: type[Word], value: str) -> Word:
    try:
        return words(value.lower())
    except ValueError:
        raise QueryError(f"{name}: {value[:80]!r} is none of {', '.join(words)}.") from None


def _number(name: str, values: list[str]) -> int | None:
    for value in values:
        if not (value.isascii() and value.isdecimal() and len(value) < 10):
            raise QueryError(f"{name}: {value[:80]!r} is no whole number. Write one such as 2.")
        return int(value)
    return None
