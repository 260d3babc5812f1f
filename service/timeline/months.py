"""How many meetings of a selection began in each month, and the chart of it."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from schema.vocabulary import Status
from service.finding import Criteria
from service.queries import Reader, Record
from service.queries import months as monthly
from service.remembering import Remembered
from service.timeline.words import Words

_HELD = frozenset({Status.HELD, Status.ONGOING})
_AHEAD = frozenset({Status.EXPECTED, Status.POSSIBLE, Status.POSTPONED})

_MOST_BARS = 120
"""Bars that can still be told apart and hit; where there would be more, a bar stands for a year."""

_HEIGHT = 40
_PITCH, _THICK = 10, 8


@dataclass(frozen=True, slots=True)
class Counted:
    """Meetings that began in one month (``2025-02``), of which only the year (``2025``) or no date (None) is known."""

    month: str | None
    held: int
    ahead: int
    off: int

    @property
    def count(self) -> int:
        """All of them."""
        return self.held + self.ahead + self.off


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the chart: from its foot upwards those held, those to come, those that will not be."""

    month: str
    """Or year."""
    label: str
    address: str
    x: int
    top_held: float
    held: float
    top_ahead: float
    ahead: float
    top_off: float
    off: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in a box ``width`` by ``height``, one for each month or year from the first to the last."""

    bars: tuple[Bar, ...]
    ticks: tuple[str, ...]
    width: int
    height: int = _HEIGHT
    pitch: int = _PITCH
    thick: int = _THICK


async def by_month(reader: Reader, wanted: Criteria, remembered: Remembered) -> list[Counted]:
    """The meetings that fit, counted by month, the earliest first and those without a date last.

    Args:
        reader: what reads the graph.
        wanted: what fits.
        remembered: where those counted before are kept.
    """
    asked = json.dumps(wanted.parameters, sort_keys=True)
    return await remembered.get(reader, lambda: _by_month(reader, wanted), by_month, asked)


async def _by_month(reader: Reader, wanted: Criteria) -> list[Counted]:
    rows: list[Record] = []
    for kind, anchors in wanted.anchors.items():
        given = {**wanted.on(kind, anchors[0]), "after": wanted.floor}
        rows = await reader.read(monthly.ANCHORED[kind], given)
        break
    else:
        given = {**wanted.parameters, "after": wanted.floor, "edge": wanted.ceiling}
        rows = await reader.read(monthly.IN_WINDOW, given)
        if wanted.parameters["from"] is not None:
            rows += await reader.read(monthly.RUNNING_ON, given)
    return counted((row["month"], Status(row["status"]), row["count"]) for row in rows)


def counted(found: Iterable[tuple[str | None, Status, int]]) -> list[Counted]:
    """Numbers by month and status, put together by month."""
    by_month: dict[str | None, Counter[str]] = {}
    for month, status, number in found:
        sort = "held" if status in _HELD else "ahead" if status in _AHEAD else "off"
        by_month.setdefault(month, Counter())[sort] += number
    return [
        Counted(month, each["held"], each["ahead"], each["off"])
        for month, each in sorted(by_month.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    ]


def chart(months: Sequence[Counted], words: Words, address: Callable[[str], str]) -> Chart:
    """The chart of these months; what has no month is left out.

    Args:
        months: the numbers.
        words: the language of the labels.
        address: where the bar of a month or year leads to.
    """
    spans = {each.month: each for each in months if each.month is not None and len(each.month) == len("2025-02")}
    names = _months(min(spans), max(spans)) if spans else []
    if len(names) > _MOST_BARS:
        spans = _years(months)
        names = [f"{year:04}" for year in range(int(min(spans)), int(max(spans)) + 1)]
    most = max((each.count for each in spans.values()), default=1) or 1
    bars = []
    for place, name in enumerate(names):
        each = spans.get(name)
        if each is None:
            continue
        held, ahead, off = (round(number / most * _HEIGHT, 1) for number in (each.held, each.ahead, each.off))
        bars.append(
            Bar(
                month=name,
                label=f"{words.when(name)}: {words.count('contacts', each.count)}",
                address=address(name),
                x=place * _PITCH + (_PITCH - _THICK) // 2,
                top_held=round(_HEIGHT - held, 1),
                held=held,
                top_ahead=round(_HEIGHT - held - ahead, 1),
                ahead=ahead,
                top_off=round(_HEIGHT - held - ahead - off, 1),
                off=off,
            )
        )
    ticks = tuple(words.when(name) for name in dict.fromkeys([names[0], names[-1]])) if names else ()
    return Chart(tuple(bars), ticks, max(len(names), 1) * _PITCH)


def _months(first: str, last: str) -> list[str]:
    begin, end = (int(each[:4]) * 12 + int(each[5:]) - 1 for each in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1)]


def _years(months: Sequence[Counted]) -> dict[str, Counted]:
    years: dict[str, Counted] = {}
    for each in months:
        if each.month is not None:
            year = each.month[:4]
            so_far = years.get(year, Counted(year, 0, 0, 0))
            years[year] = Counted(year, so_far.held + each.held, so_far.ahead + each.ahead, so_far.off + each.off)
    return years
