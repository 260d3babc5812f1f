"""The outlines of land for maps, and where a place stands on them: Mercator, without the poles.

The outlines are Natural Earth's at 1:110 million, which are in the public domain, as the npm package ``world-atlas``
has them; ``python -m service.playground`` brings them. Without them maps have no outlines.
"""

import json
from functools import cache
from itertools import pairwise
from math import log, pi, radians, tan
from pathlib import Path
from typing import Any

from service.playground import VENDOR

WIDTH, HEIGHT = 3600, 2057
"""Of the whole map, in its own units."""

_NORTH, _SOUTH = 79.0, -58.0


def at(lat: float, lon: float) -> tuple[int, int]:
    """Where a place stands on the map; what is beyond the map's edges stands on them."""
    top, bottom = _mercator(_NORTH), _mercator(_SOUTH)
    y = (top - _mercator(min(max(lat, _SOUTH), _NORTH))) / (top - bottom)
    return round((lon + 180) / 360 * WIDTH), round(y * HEIGHT)


@cache
def land(file: Path = VENDOR / "land-110m.json") -> str:
    """The outlines as an SVG path, from TopoJSON; empty where it was not brought."""
    if not file.is_file():
        return ""
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = [ring for shape in topology["objects"]["land"]["geometries"] for part in shape["arcs"] for ring in part]
    return "".join(_ring([point for index in ring for point in _way(arcs, index)]) for ring in rings)


def _arc(deltas: list[list[int]], transform: dict[str, Any]) -> list[tuple[int, int]]:
    """The points of an arc; TopoJSON has each as its distance from the one before."""
    (scale_x, scale_y), (begin_x, begin_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in deltas:
        x, y = x + step_x, y + step_y
        points.append(at(y * scale_y + begin_y, x * scale_x + begin_x))
    return points


def _way(arcs: list[list[tuple[int, int]]], index: int) -> list[tuple[int, int]]:
    """An arc in the direction that a ring takes it in: ``~index`` is its reverse."""
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def _ring(points: list[tuple[int, int]]) -> str:
    """A ring; one that crosses the map's edge, where 180 degrees are, is there a second time, at the other edge."""
    path = [points[0]]
    for x, y in points[1:]:
        near = x - WIDTH * round((x - path[-1][0]) / WIDTH)
        if (near, y) != path[-1]:
            path.append((near, y))
    if len(path) < 3:
        return ""
    least, most = min(x for x, _ in path), max(x for x, _ in path)
    shifts = [0, *([WIDTH] if least < 0 else []), *([-WIDTH] if most > WIDTH else [])]
    steps = "".join(f"l{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(path))
    return "".join(f"M{path[0][0] + shift} {path[0][1]}{steps}z" for shift in shifts)


def _mercator(lat: float) -> float:
    return log(tan(pi / 4 + radians(lat) / 2))
