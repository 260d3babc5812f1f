"""Drawings in SVG, made on the server: who is in touch with whom around one person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

WIDTH = 640
_LEFT, _RIGHT = 190, 450
"""Where the labels of the two sides end and begin."""

_PITCH = 24
_MARGIN = 14
_THICKEST = 7.0


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the drawing."""

    id: str
    name: str
    of: str | None
    count: int
    x: float
    y: float
    label_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A line; ``among`` where it does not lead to the middle."""

    path: str
    width: float
    among: bool


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing in a box of ``WIDTH`` by ``height``."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    x: float
    y: float
    height: int
    width: int = WIDTH


def network(around: Sequence[Mapping[str, object]], among: Iterable[tuple[str, str, int]]) -> Network:
    """The ties of one person, who stands in the middle.

    The others stand on an ellipse, at equal heights so that no label covers another, those of one polity together.

    Args:
        around: id, name, polity (``of``) and number of contacts (``count``) of the counterparts.
        among: ids of two of them and the number of their contacts with each other.
    """
    ordered = sorted(around, key=lambda each: (str(each["of"]), -int(str(each["count"])), str(each["name"])))
    half = (len(ordered) + 1) // 2
    height = max(half, 3) * _PITCH + 2 * _MARGIN
    middle_x, middle_y = WIDTH / 2, height / 2
    sides = [(ordered[:half], -1), (ordered[half:], 1)]
    nodes: list[Node] = []
    for people, side in sides:
        for place, each in enumerate(people):
            y = middle_y + (place - (len(people) - 1) / 2) * _PITCH
            bend = sqrt(max(0.0, 1 - ((y - middle_y) / (height / 2)) ** 2))
            edge = _LEFT if side < 0 else _RIGHT
            x = round(edge + side * 12 * bend - side * 26, 1)
            nodes.append(
                Node(
                    id=str(each["id"]),
                    name=str(each["name"]),
                    of=str(each["of"]) if each["of"] else None,
                    count=int(str(each["count"])),
                    x=x,
                    y=round(y, 1),
                    label_x=round(x + side * 10, 1),
                    anchor="end" if side < 0 else "start",
                )
            )
    most = max((node.count for node in nodes), default=1)
    at = {node.id: node for node in nodes}
    ties = [
        Tie(_curve(at[one].x, at[one].y, at[other].x, at[other].y, 0.45), 1.0, among=True)
        for one, other, _ in among
        if one in at and other in at and one != other
    ]
    ties += [
        Tie(f"M{middle_x:g} {middle_y:g}L{node.x:g} {node.y:g}", _thickness(node.count, most), among=False)
        for node in nodes
    ]
    return Network(tuple(nodes), tuple(ties), middle_x, middle_y, height)


def _thickness(count: int, most: int) -> float:
    return round(1 + (_THICKEST - 1) * sqrt(count / most), 1)


def _curve(x: float, y: float, to_x: float, to_y: float, pull: float) -> str:
    """A curve between two points, bent towards the middle."""
    middle = WIDTH / 2
    via_x = (x + to_x) / 2 * (1 - pull) + middle * pull
    return f"M{x:g} {y:g}Q{via_x:g} {(y + to_y) / 2:g} {to_x:g} {to_y:g}"
