"""How a graph looks when it is opened: colours of polities, sizes, and places that are the same each time.

Polities are laid out by who is in contact with whom; the people of each stand around its centre like the seeds of a
sunflower, those with most contacts inside. All of it is plain arithmetic in a fixed order, so that the same graph gives
the same picture on every machine, in time that grows with the number of nodes and a bounded number of polities.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Self

Colour = tuple[int, int, int]
GREY: Colour = (153, 153, 153)
PALETTE = (
    (0, 114, 178),
    (213, 94, 0),
    (0, 158, 115),
    (204, 121, 167),
    (230, 159, 0),
    (86, 180, 233),
    (136, 34, 85),
    (153, 153, 51),
    (51, 34, 136),
    (240, 228, 66),
)
"""Colours that people of all kinds of colour vision tell apart: those of Okabe and Ito, and of Tol's "muted" set.

Sources: M. Okabe and K. Ito, "Color Universal Design" (2008); P. Tol, "Colour Schemes", SRON/EPS/TN/09-002 (2021).
"""

_GOLDEN = math.pi * (3 - math.sqrt(5))
_APART = 60
"""Polities that are moved by their contacts; the others, which have fewest, stand in a ring around them."""
_ROUNDS = 80
_GAP = 24.0
_PACKED = 1.7
"""Area of a circle to that of the discs inside, with room for labels."""


def size(contacts: int) -> float:
    """A node's size by the number of those it is in contact with: the area grows with it."""
    return round(min(6 + 5 * math.sqrt(contacts), 80.0), 1)


def colours(weights: Mapping[str, float]) -> dict[str, Colour]:
    """Colours for the ten polities with most contacts; all others are grey.

    Each has a colour of its own that it keeps from export to export, as long as no greater one has the same.

    Args:
        weights: of each polity by its id.
    """
    found: dict[str, Colour] = {}
    free = list(range(len(PALETTE)))
    for polity in sorted(weights, key=lambda one: (-weights[one], one))[: len(PALETTE)]:
        own = sum(polity.encode()) % len(PALETTE)
        slot = min(free, key=lambda one: (one - own) % len(PALETTE))
        free.remove(slot)
        found[polity] = PALETTE[slot]
    return found


def radii(sizes: Iterable[float]) -> list[float]:
    """How far from the centre each of the discs of these sizes stands, so that they do not cover each other."""
    area = 0.0
    found = []
    for each in sizes:
        found.append(math.sqrt(area))
        area += (each / 2 + 4) ** 2 * 2 * _PACKED
    return found


def around(centre: tuple[float, float], radius: float, number: int) -> tuple[float, float]:
    """The place of the disc of that number in a sunflower."""
    angle = _GOLDEN * number
    return (round(centre[0] + radius * math.cos(angle), 1), round(centre[1] + radius * math.sin(angle), 1))


@dataclass(frozen=True, slots=True)
class Camps:
    """How those of each polity look and where they stand, those with most contacts in the middle."""

    _centres: Mapping[str, tuple[float, float]]
    _radii: Mapping[str, Sequence[float]]
    _colours: Mapping[str, Colour]

    @classmethod
    def of(cls, members: Iterable[tuple[str, int]], ties: Mapping[tuple[str, str], float]) -> Self:
        """Lay polities out.

        Args:
            members: the polity and the number of contacts of everybody, sorted by polity, then from most to fewest.
            ties: how much two polities, in the order of their ids, have to do with each other.
        """
        distances: dict[str, list[float]] = {}
        reach: dict[str, float] = {}
        weights: dict[str, float] = {}
        for camp, run in groupby(members, key=itemgetter(0)):
            contacts = [number for _, number in run]
            distances[camp] = radii(map(size, contacts))
            reach[camp] = distances[camp][-1] + size(contacts[0]) / 2
            weights[camp] = float(sum(contacts))
        return cls(centres(reach, weights, ties), distances, colours(weights))

    def place(self, camp: str, number: int) -> tuple[float, float]:
        """Where the member of that number, from 0, stands."""
        return around(self._centres[camp], self._radii[camp][number], number)

    def colour(self, camp: str) -> Colour:
        """The colour of all members."""
        return self._colours.get(camp, GREY)


@dataclass(slots=True)
class _Circle:
    name: str
    radius: float
    x: float
    y: float


def centres(
    circles: Mapping[str, float], weights: Mapping[str, float], ties: Mapping[tuple[str, str], float]
) -> dict[str, tuple[float, float]]:
    """Places for circles, such that none covers another and those with strong ties are near each other.

    Args:
        circles: the radius of each by its name.
        weights: how much each matters; the greatest are placed first and innermost.
        ties: how strongly two of them, in the order of their names, belong together.
    """
    ordered = sorted(circles, key=lambda name: (-weights.get(name, 0.0), name))
    placed: list[_Circle] = []
    area = 0.0
    for number, name in enumerate(ordered):
        radius = circles[name] + _GAP
        area += radius**2 * 2 * _PACKED
        # Rounded, so that the last digit of a machine's cosine does not decide where all ends up.
        x, y = around((0.0, 0.0), math.sqrt(area), number)
        placed.append(_Circle(name, radius, x, y))
    inner, outer = placed[:_APART], placed[_APART:]
    _attract(inner, ties)
    _spread(inner)
    reach = max((math.sqrt(one.x**2 + one.y**2) + one.radius for one in inner), default=0.0)
    area = reach**2
    for number, one in enumerate(outer):
        area += one.radius**2 * 2 * _PACKED
        one.x, one.y = around((0.0, 0.0), math.sqrt(area) + one.radius, number)
    return {one.name: (round(one.x, 1), round(one.y, 1)) for one in placed}


def _attract(circles: Sequence[_Circle], ties: Mapping[tuple[str, str], float]) -> None:
    """Springs along ties and pushes between all, cooled down over a fixed number of rounds."""
    if len(circles) < 2:
        return
    spacing = 3 * sum(one.radius for one in circles) / len(circles)
    strongest = max(ties.values(), default=1.0)
    for turn in range(_ROUNDS):
        reach = spacing * (1 - turn / _ROUNDS)
        moves = [[-one.x * 0.05, -one.y * 0.05] for one in circles]
        for i, left in enumerate(circles):
            for j in range(i):
                right = circles[j]
                dx, dy = left.x - right.x, left.y - right.y
                square = max(dx * dx + dy * dy, 1.0)
                distance = math.sqrt(square)
                tie = ties.get((min(left.name, right.name), max(left.name, right.name)), 0.0)
                pull = spacing * spacing / square - math.sqrt(tie / strongest) * distance / spacing
                pull = max(min(pull, 4.0), -4.0) * spacing / distance / 10
                moves[i][0] += dx * pull
                moves[i][1] += dy * pull
                moves[j][0] -= dx * pull
                moves[j][1] -= dy * pull
        for one, (dx, dy) in zip(circles, moves, strict=True):
            length = max(math.sqrt(dx * dx + dy * dy), 1e-9)
            step = min(length, reach) / length
            one.x += dx * step
            one.y += dy * step


def _spread(circles: Sequence[_Circle]) -> None:
    """Push apart what covers each other; where that has no end, widen the whole."""
    for _ in range(_ROUNDS):
        moved = False
        for i, left in enumerate(circles):
            for j in range(i):
                right = circles[j]
                dx, dy = left.x - right.x, left.y - right.y
                distance = math.sqrt(dx * dx + dy * dy)
                missing = left.radius + right.radius - distance
                if missing <= 0:
                    continue
                moved = True
                if distance < 1e-6:
                    dx, dy, distance = 1.0, float(i + j), math.sqrt(1 + float(i + j) ** 2)
                share = missing / distance / 2 * 1.01
                left.x += dx * share
                left.y += dy * share
                right.x -= dx * share
                right.y -= dy * share
        if not moved:
            return
        for one in circles:
            one.x *= 1.01
            one.y *= 1.01
