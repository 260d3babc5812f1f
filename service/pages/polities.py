"""The pages of one polity and of two."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from service import selection
from service.export.levels import level
from service.pages.asking import MOST as MOST_SUMMED
from service.pages.asking import Asked, Moved
from service.pages.page import Page
from service.pages.shares import of_timeline
from service.pages.sums import AHEAD, HELD, gaps, years
from service.queries import Record, pages
from service.selection import MeetingRow, Part, RowParty, Selection

LEVELS = {
    "heads": "Heads of state and government",
    "ministers": "Ministers",
    "envoys": "Envoys and ambassadors",
    "others": "Others and unnamed",
}
"""From the highest to the lowest."""

MOST = 30
"""Rows of a table of people or of polities."""

_VISITS = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """Contacts whose highest participants were of one level on one side and of one on the other."""

    level: str
    other: str
    count: int
    last: str | None
    meeting: str | None
    """Id of the last one."""
    ahead: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A contact in person on one side's ground."""

    id: str
    start: str | None
    end: str | None
    place: str
    who: tuple[str, ...]
    """Those of the side that travelled."""


async def polity(asked: Asked, polity: str) -> Page:
    """One polity and its bodies: who acts for it, with whom it is in touch."""
    bodies = await asked.meanings.polity(polity)
    if bodies[0] != polity:
        raise Moved(f"/polity/{bodies[0]}", for_good=False)
    (facts,) = await asked.read(pages.POLITIES_NAMED, ids=[polity])
    timeline = await asked.timeline(("polity", polity))
    around = await asked.remember(lambda: _around(asked, bodies), _around, f"{polity} {asked.as_of}")
    address = f"/polity/{polity}"
    return Page(
        "polity.html",
        title=facts["name"],
        description=(
            f"{facts['name']}: {timeline.view.words.count('contacts', timeline.total)} with other countries and "
            "bodies, with whom, where and when, and who says so."
        ),
        facts={
            "polity": facts,
            **around,
            "total": timeline.total,
            "meetings": timeline.rows,
        },
        address=address,
        table=f"/meetings.csv?polity={polity}" + (f"&asOf={asked.as_of}" if asked.as_of else ""),
        share=of_timeline(timeline, address),
        view={"timeline": timeline, "as_of": asked.as_of},
    )


async def two(asked: Asked, one: str, other: str) -> Page:
    """Two polities: at which levels they were in touch, how long they were not, who visited whom."""
    sides = [await asked.meanings.polity(text) for text in (one, other)]
    if [bodies[0] for bodies in sides] != [one, other]:
        raise Moved(f"/polity/{sides[0][0]}/{sides[1][0]}", for_good=False)
    entries = (await asked.directories()).polities.entries
    names = [entries[bodies[0]].name for bodies in sides]
    timeline = await asked.timeline(("polity", one), ("polity", other))
    chosen = timeline.view.selection
    sums = await asked.remember(lambda: _summed(asked, chosen, sides, names), two, selection.address(chosen))
    address = "/polity/" + "/".join(sorted([one, other]))
    title = f"{names[0]} and {names[1]}"
    return Page(
        "two.html",
        title=title,
        description=(
            f"{title}: {timeline.view.words.count('contacts', timeline.total)}, at which levels, how long there were "
            "none, who visited whom, each with its sources."
        ),
        facts={
            "polities": [{"id": bodies[0], "name": name} for bodies, name in zip(sides, names, strict=True)],
            "total": timeline.total,
            "years": years(timeline.months),
            **sums,
            "meetings": timeline.rows,
        },
        address=address,
        table=f"/meetings.csv?polity={one}&polity={other}" + (f"&asOf={asked.as_of}" if asked.as_of else ""),
        share=of_timeline(timeline, f"/polity/{one}/{other}"),
        view={"timeline": timeline, "as_of": asked.as_of, "LEVELS": LEVELS, "cut": timeline.total > MOST_SUMMED},
    )


async def _summed(
    asked: Asked, chosen: Selection, sides: Sequence[Sequence[str]], names: Sequence[str]
) -> dict[str, Any]:
    """At which levels two polities were in touch, the longest times they were not, and who visited whom."""
    rows = [row async for row in asked.stream(chosen, frozenset({Part.PARTIES, Part.VENUE}))]
    return {
        "levels": levels(rows, *sides),
        "gaps": gaps(rows),
        "visits": [
            {"to": {"id": host[0], "name": name}, **visits(rows, name, guests)}
            for host, name, guests in zip(sides, names, reversed(sides), strict=True)
        ],
    }


def levels(rows: Iterable[MeetingRow], one: Sequence[str], other: Sequence[str]) -> list[Cell]:
    """The contacts of two polities by the highest level on each side; the ids are those of a polity and its bodies."""
    found: dict[tuple[str, str], list[MeetingRow]] = {}
    for row in rows:
        highest = _highest(row, one), _highest(row, other)
        if row.status in HELD | AHEAD and None not in highest:
            found.setdefault((str(highest[0]), str(highest[1])), []).append(row)
    cells = []
    for (left, right), meetings in found.items():
        took_place = [row for row in meetings if row.status in HELD]
        latest = next((row for row in took_place if row.start), None)
        cells.append(
            Cell(
                left,
                right,
                len(took_place),
                latest.start if latest else None,
                latest.id if latest else None,
                len(meetings) - len(took_place),
            )
        )
    order = list(LEVELS)
    return sorted(cells, key=lambda cell: (order.index(cell.level), order.index(cell.other)))


def visits(rows: Iterable[MeetingRow], host: str, guests: Sequence[str]) -> dict[str, object]:
    """The contacts that took place in the country ``host``, and those of the other side who came, the latest first."""
    found = [
        Visit(
            row.id,
            row.start,
            row.end,
            row.venue.name,
            tuple(party.name for party in row.parties if _is_of(party, guests) and party.edge == "ATTENDED"),
        )
        for row in rows
        if row.status in HELD and row.venue and host in (row.venue.country, row.venue.name)
    ]
    came = [visit for visit in found if visit.who]
    return {"count": len(came), "latest": came[:_VISITS]}


async def _around(asked: Asked, bodies: Sequence[str]) -> dict[str, list[Record]]:
    """Who acts for a polity, and the polities it is in touch with."""
    people = await asked.read(pages.PEOPLE_OF_POLITY, bodies=bodies, limit=MOST)
    return {
        "people": [{**row, "office": next(iter(row.pop("offices")), None)} for row in people],
        "counterparts": await _counterparts(asked, bodies),
    }


async def _counterparts(asked: Asked, bodies: Sequence[str]) -> list[Record]:
    """The polities most often met; what a body had is its polity's."""
    rows = await asked.read(pages.COUNTERPARTS_OF_POLITY, bodies=bodies, limit=3 * MOST)
    entries = (await asked.directories()).polities.entries
    found: dict[str, Record] = {}
    for row in rows:
        entry = entries.get(row["id"])
        whole = entries.get(entry.of or "", entry) if entry else None
        if whole is None or whole.id in bodies:
            continue
        known = found.setdefault(whole.id, {"id": whole.id, "name": whole.name, "count": 0, "last": None})
        known["count"] += row["count"]
        known["last"] = max(known["last"] or "", row["last"] or "") or None
    return sorted(found.values(), key=lambda each: (-each["count"], each["name"]))[:MOST]


def _highest(row: MeetingRow, bodies: Sequence[str]) -> str | None:
    """The highest level among those of a polity who were, or are to be, there; None where nobody of it is."""
    found = {
        level(party.office)
        for party in row.parties
        if _is_of(party, bodies) and party.edge not in ("ABSENT_FROM", "DECLINED_TO_ATTEND", "MEDIATED")
    }
    return next((each for each in LEVELS if each in found), None)


def _is_of(party: RowParty, bodies: Sequence[str]) -> bool:
    return party.id in bodies or party.of in bodies
