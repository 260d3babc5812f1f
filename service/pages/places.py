"""The map: where contacts took place or are to, year by year, drawn from the places' coordinates."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import sqrt

from schema.vocabulary import Status
from service import selection
from service.pages.asking import MOST, Asked
from service.pages.land import HEIGHT, WIDTH, at, land
from service.pages.page import Link, Page, Share
from service.selection import Part, RowVenue, Selection

_HAPPENED = (Status.HELD, Status.ONGOING)
_NARROWEST = 700
"""Width of the least part of the map that is shown, of ``WIDTH``: some 70 degrees."""

_SHAPE = 0.5
"""Height of what is shown to its width."""

_LABELS = 30


@dataclass(slots=True)
class Place:
    """A venue with what took place there."""

    venue: RowVenue
    held: int = 0
    ahead: int = 0
    """Expected, possible, put off or called off."""
    first: str | None = None
    last: str | None = None

    @property
    def count(self) -> int:
        """All contacts."""
        return self.held + self.ahead

    def add(self, status: Status, start: str | None) -> None:
        """Count one contact."""
        if status in _HAPPENED:
            self.held += 1
        else:
            self.ahead += 1
        if start:
            self.first = min(self.first or start, start)
            self.last = max(self.last or start, start)


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map."""

    place: Place
    x: float
    y: float
    radius: float
    label: str | None
    """Where there is room for it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The part of the map that shows all places."""

    x: float
    y: float
    width: float
    height: float
    dots: tuple[Dot, ...] = field(default_factory=tuple)

    @property
    def unit(self) -> float:
        """The size of letters."""
        return self.width / 82


async def places(asked: Asked) -> Page:
    """All places of the contacts that the parameters choose."""
    wanted = selection.read(asked.parameters)
    begin, until = wanted.wanted.begin, wanted.wanted.until
    ever = Selection(replace(wanted.wanted, begin=None, until=None), wanted.as_of)
    years, found, cut = await asked.remember(
        lambda: _found(asked, ever, begin, until), places, selection.address(wanted)
    )
    ordered = sorted(found.values(), key=lambda place: (-place.count, place.venue.name, place.venue.id))
    query, always = selection.address(wanted), selection.address(ever)
    chosen = f"?{query}" if query else ""
    return Page(
        "map.html",
        title="Where they meet",
        description=f"{len(ordered):,} places at which diplomatic contacts took place or are expected.",
        facts={"places": ordered, "years": dict(sorted(years.items()))},
        address=f"/map{chosen}",
        table=_rows(ordered),
        share=Share(
            (
                Link("JSON", f"/map.json{chosen}", "the places of this page", "application/json"),
                Link("CSV", f"/map.csv{chosen}", "the same, one a line", "text/csv"),
            )
        ),
        view={
            "as_of": wanted.as_of,
            "drawing": draw(ordered),
            "land": land(),
            "begin": begin,
            "until": until,
            "bars": bars(years, begin, until),
            "always": always,
            "cut": cut,
        },
    )


async def _found(
    asked: Asked, ever: Selection, begin: str | None, until: str | None
) -> tuple[Counter[str], dict[str, Place], bool]:
    """The contacts at known places by year, the places of those between two dates, and whether there are more."""
    found: dict[str, Place] = {}
    years: Counter[str] = Counter()
    total = 0
    async for row in asked.stream(ever, frozenset({Part.VENUE})):
        total += 1
        if row.venue is None:
            continue
        if row.start:
            years[row.start[:4]] += 1
        if (begin and not (row.start and row.start + "~" >= begin)) or (
            until and not (row.start or "~") <= until + "~"
        ):
            continue
        found.setdefault(row.venue.id, Place(row.venue)).add(row.status, row.start)
    return years, found, total == MOST


@dataclass(frozen=True, slots=True)
class Bar:
    """A year with the contacts at known places in it."""

    year: str
    count: int
    tall: float
    """Of 1."""
    chosen: bool


def bars(years: Counter[str], begin: str | None, until: str | None) -> list[Bar]:
    """All years from the first to the last with contacts."""
    if not years:
        return []
    most = max(years.values())
    return [
        Bar(
            str(year),
            years[str(year)],
            round(years[str(year)] / most, 3),
            (begin or "0")[:4] <= str(year) <= (until or "9999")[:4],
        )
        for year in range(int(min(years)), int(max(years)) + 1)
    ]


def draw(ordered: Sequence[Place]) -> Drawing | None:
    """The dots, and the part of the map around them; None where no place has coordinates. The greatest come first."""
    placed = [
        (place, *at(place.venue.lat, place.venue.lon))
        for place in ordered
        if place.venue.lat is not None and place.venue.lon is not None
    ]
    if not placed:
        return None
    box = _box([(x, y) for _, x, y in placed])
    most = placed[0][0].count
    taken: list[tuple[float, float, float, float]] = []
    dots = []
    for number, (place, x, y) in enumerate(placed):
        radius = round(box.unit * (0.35 + 1.15 * sqrt(place.count / most)), 1)
        room = (
            x + radius,
            y - box.unit * 0.6,
            x + radius + box.unit * 0.62 * len(place.venue.name),
            y + box.unit * 0.6,
        )
        fits = number < _LABELS and room[2] < box.x + box.width and not any(_cover(room, other) for other in taken)
        taken += [(x - radius, y - radius, x + radius, y + radius), *([room] if fits else [])]
        dots.append(Dot(place, x, y, radius, place.venue.name if fits else None))
    return replace(box, dots=tuple(dots))


def _box(points: Sequence[tuple[int, int]]) -> Drawing:
    """The least part of the map with all points, some room around them, and the usual shape."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide = max(max(xs) - min(xs), (max(ys) - min(ys)) / _SHAPE) * 1.25
    width = min(max(wide, _NARROWEST), WIDTH)
    height = min(width * _SHAPE, HEIGHT)
    x = min(max((max(xs) + min(xs) - width) / 2, 0), WIDTH - width)
    y = min(max((max(ys) + min(ys) - height) / 2, 0), HEIGHT - height)
    return Drawing(round(x), round(y), round(width), round(height))


def _cover(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _rows(ordered: Iterable[Place]) -> list[dict[str, object]]:
    return [
        {
            "id": place.venue.id,
            "place": place.venue.name,
            "kind": place.venue.kind,
            "country": place.venue.country,
            "lat": place.venue.lat,
            "lon": place.venue.lon,
            "held": place.held,
            "not held": place.ahead,
            "first": place.first,
            "last": place.last,
        }
        for place in ordered
    ]
