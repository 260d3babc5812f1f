"""The graphs that can be made of meetings."""

from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import Protocol

from service.export.events import Events
from service.export.options import View
from service.export.people import People, Polities
from service.export.setting import Setting
from service.export.shape import Column, Edge, Node
from service.selection import MeetingRow, Part


class Made(Protocol):
    """A graph in the making: first all rows, then ``settle``, then the nodes, then the edges."""

    title: str
    tables: str
    parts: frozenset[Part]
    """What has to be read with each meeting."""
    node_columns: tuple[Column, ...]
    edge_columns: tuple[Column, ...]

    def __init__(self, setting: Setting, database: Connection) -> None:
        """``database`` is empty but for ``tables``."""

    @property
    def meetings(self) -> int:
        """How many are in the graph."""

    def add(self, rows: Sequence[MeetingRow]) -> None: ...
    def settle(self) -> None: ...
    def nodes(self) -> Iterator[Node]: ...
    def edges(self) -> Iterator[Edge]: ...


def made(view: View) -> type[Made]:
    """What makes the graph of that view."""
    makers: dict[View, type[Made]] = {View.PEOPLE: People, View.POLITIES: Polities, View.EVENTS: Events}
    return makers[view]
