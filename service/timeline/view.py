"""What a timeline is asked to show, and all that it shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from schema.errors import NotFound, QueryError
from schema.ledger import UNDATED
from schema.order import first_rank
from service import finding, selection
from service.graphql import cursors
from service.graphql.meanings import Meanings
from service.queries import Reader, Record, meetings
from service.selection import MeetingRow, Selection
from service.state import Service
from service.timeline import months
from service.timeline.entries import Entry, entry
from service.timeline.months import Chart, Counted
from service.timeline.words import DEFAULT, Words, words

PER_PAGE = 200

THEMES = ("light", "dark")

_OWN = ("series", "lang", "theme", "limit", "at", "after")

_LONGEST_SERIES = 500

_MOST_NAMES = 4
"""Names in a title."""


@dataclass(frozen=True, slots=True)
class View:
    """Which meetings, in what form, and which part of the list."""

    selection: Selection
    words: Words
    series: str | None = None
    """Id of a meeting: it, what it followed and what followed it, rather than a selection."""
    theme: str | None = None
    """``light`` or ``dark``; None is what the reader prefers."""
    limit: int = PER_PAGE
    at: str | None = None
    """Month or year with which the page begins."""
    after: str | None = None
    """Cursor of the page before."""
    implied: frozenset[str] = frozenset()
    """Parameters of the selection that the path says already."""

    def query(self, **changes: str | None) -> str:
        """The query of an address that shows the same, with changes: of these ``None`` leaves a parameter out."""
        own = {
            "series": self.series,
            "lang": None if self.words.lang == DEFAULT else self.words.lang,
            "theme": self.theme,
            "limit": None if self.limit == PER_PAGE else str(self.limit),
            "at": self.at,
            "after": self.after,
        } | changes
        chosen = [pair for pair in parse_qsl(selection.address(self.selection)) if pair[0] not in self.implied]
        return urlencode([*chosen, *((name, value) for name, value in own.items() if value is not None)])

    @property
    def canonical(self) -> str:
        """The query of the timeline itself, whatever part of it is shown and how."""
        return self.query(theme=None, at=None, after=None, limit=None)

    @property
    def meetings(self) -> str:
        """The path of the same list on the site."""
        return f"/meeting/{self.series}" if self.series else f"/meetings?{selection.address(self.selection)}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of a timeline."""

    view: View
    title: str
    rows: Sequence[MeetingRow]
    entries: Sequence[Entry]
    total: int
    """Meetings on all pages."""
    months: Sequence[Counted]
    chart: Chart
    earlier: str | None
    """The query of the page that follows."""
    newest: str | None
    """The query of the first page, where this is another."""


def read_view(parameters: Iterable[tuple[str, str]]) -> View:
    """The view that the parameters of an address name: those of ``service.selection`` and the timeline's own.

    Raises:
        QueryError: a parameter or a value cannot be used; the message says what can.
    """
    pairs = list(parameters)
    own: dict[str, str] = {}
    for name, value in pairs:
        if name in _OWN and value.strip():
            if name in own:
                raise QueryError(f"{name}: give it once.")
            own[name] = value.strip()
    others = [(name, value) for name, value in pairs if name not in _OWN]
    known = (*selection.PARAMETERS, *_OWN)
    for name, _ in others:
        if name not in known:
            raise QueryError(f"{name[:80]!r} is no parameter. There are: {', '.join(known)}.")
    wanted = selection.read(others)
    theme, at, limit = own.get("theme"), own.get("at"), own.get("limit", str(PER_PAGE))
    if theme is not None and theme not in THEMES:
        raise QueryError(f"theme: {theme[:20]!r} is neither light nor dark.")
    if at is not None and selection.read([("to", at)]).wanted.until != at:
        raise QueryError(f"at: {at[:20]!r} is no month or year. Write one such as 2025-02.")
    if not (limit.isascii() and limit.isdecimal() and 1 <= int(limit[:9]) <= PER_PAGE):
        raise QueryError(f"limit: {limit[:20]!r} is not between 1 and {PER_PAGE}.")
    if "series" in own and selection.address(Selection(wanted.wanted)):
        raise QueryError("series: it shows one meeting and what it followed; it goes with asOf and nothing else.")
    return View(wanted, words(own.get("lang", DEFAULT)), own.get("series"), theme, int(limit), at, own.get("after"))


async def load(service: Service, view: View) -> Timeline:
    """The timeline, read from the graph in a dozen calls whatever its length.

    Raises:
        QueryError: something asked for has no meaning in the graph.
    """
    reader = service.reader()
    meanings = Meanings(reader, service.names)
    if view.series is not None:
        found, counts = await _series(reader, view.series, view.selection.as_of)
        reached, title = None, found[0]["title"] if found else view.words["timeline"]
    else:
        asked = await finding.criteria(meanings, view.selection.wanted, view.selection.as_of)
        page = await finding.find(reader, asked, _begin(view), view.limit)
        counts = await months.by_month(reader, asked, service.remembered)
        found, reached = page.rows, page.reached
        title = await named(meanings, view)
    rows = await selection.expand(reader, found, view.selection.as_of)
    cursor = None if reached is None else cursors.encode("meetings", view.selection.as_of, (reached,))
    begun = view.at or view.after
    return Timeline(
        view=view,
        title=title,
        rows=rows,
        entries=[entry(row, view.words) for row in rows],
        total=sum(each.count for each in counts),
        months=counts,
        chart=months.chart(counts, view.words, lambda month: "?" + view.query(at=month, after=None)),
        earlier="?" + view.query(at=None, after=cursor) if cursor else None,
        newest="?" + view.query(at=None, after=None) if begun else None,
    )


def _begin(view: View) -> str:
    """The rank after which the page begins."""
    if view.after is not None:
        return str(cursors.decode(view.after, "meetings", view.selection.as_of, (str,))[0])
    return first_rank(view.at) if view.at else ""


async def named(meanings: Meanings, view: View) -> str:
    """The names of those whose contacts these are, else what a timeline is called."""
    wanted = view.selection.wanted
    named = await meanings.parties([*wanted.all_of, *wanted.pair, *wanted.any_of])
    named += [await meanings.polity(text) for text in wanted.polities]
    if not named:
        return view.words["timeline"]
    directories = await meanings.directories()
    entries = directories.people.entries | directories.polities.entries
    return " – ".join(entries[ids[0]].name for ids in named[:_MOST_NAMES])


async def _series(reader: Reader, meeting: str, as_of: str | None) -> tuple[list[Record], list[Counted]]:
    """A meeting, what it followed and what followed it, the newest first, and their numbers by month."""
    given: dict[str, Any] = {"as_of": as_of or UNDATED}
    rows = [row["meeting"] for row in await reader.read(meetings.MEETINGS_BY_ID, {**given, "keys": [meeting]})]
    if not rows:
        rows = [row["meeting"] for row in await reader.read(meetings.MEETINGS_MERGED, {**given, "keys": [meeting]})]
    if not rows:
        raise NotFound(f"No meeting has the id {meeting[:80]!r}.")
    found = {row["key"]: row for row in rows}
    new = list(found)
    while new and len(found) < _LONGEST_SERIES:
        near = [
            row["meeting"]
            for query in (meetings.FOLLOWED, meetings.FOLLOWERS)
            for row in await reader.read(query, {**given, "keys": new})
        ]
        fresh = {row["key"]: row for row in near if row["key"] not in found}
        found |= fresh
        new = list(fresh)
    series = sorted(found.values(), key=lambda row: str(row["rank"]))
    columns = ("start", "end", "disagreements")
    series = [{**dict.fromkeys(columns), **row} for row in series]
    return series, months.counted((row["start"] and row["start"][:7], row["status"], 1) for row in series)
