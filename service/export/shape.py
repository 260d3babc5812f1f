"""What a graph to be written is, whatever the format: columns, nodes, edges, and what the file says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

Value = str | int | float | None
Type = Literal["string", "integer", "double"]


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute that the nodes or the edges of a graph have."""

    name: str
    type: Type = "string"


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its looks. ``values`` are those of the graph's ``node_columns``."""

    id: str
    label: str
    values: tuple[Value, ...]
    days: tuple[str, ...] = ()
    """Full ISO days on which it shows, sorted."""
    x: float = 0.0
    y: float = 0.0
    size: float = 10.0
    colour: tuple[int, int, int] = (153, 153, 153)


@dataclass(frozen=True, slots=True)
class Edge:
    """An undirected edge. ``values`` are those of the graph's ``edge_columns``."""

    id: str
    source: str
    target: str
    weight: float
    """More than 0."""
    values: tuple[Value, ...]
    days: tuple[str, ...] = ()
    """Full ISO days on which it shows, sorted."""
    kind: str | None = None
    """Tells parallel edges between the same two nodes apart."""


@dataclass(frozen=True, slots=True)
class Graph:
    """What is known of a graph before its first node."""

    title: str
    node_columns: tuple[Column, ...]
    edge_columns: tuple[Column, ...]
    about: dict[str, str] = field(default_factory=dict)
    """What the file says of itself, such as query, day and citation."""


class Writer(Protocol):
    """Writes one graph in one format, in the order of its methods, each once. All it gives is the file's bytes."""

    media_type: str

    def head(self, graph: Graph) -> Iterator[bytes]:
        """All that stands before the first node."""

    def nodes(self, nodes: Iterator[Node]) -> Iterator[bytes]: ...

    def edges(self, edges: Iterator[Edge]) -> Iterator[bytes]: ...

    def tail(self, about: dict[str, object]) -> Iterator[bytes]:
        """The end; ``about`` has what was known only then, such as counts."""
