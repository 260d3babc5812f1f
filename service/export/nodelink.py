"""Node-link JSON: ``networkx.node_link_graph(json.load(file))`` reads it, and what draws with d3 does."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from service.export.gexf import label
from service.export.shape import Column, Edge, Graph, Node
from service.export.text import encoded, scrub


class NodeLink:
    """A :class:`~service.export.shape.Writer`. What is told of the graph stands last, as it has the counts."""

    media_type = "application/json"

    def __init__(self) -> None:
        self._graph = Graph("", (), ())

    def head(self, graph: Graph) -> Iterator[bytes]:
        """The file up to the first node."""
        self._graph = graph
        yield b'{"directed":false,"multigraph":true,"nodes":['

    def nodes(self, nodes: Iterator[Node]) -> Iterator[bytes]:
        """The nodes, and the beginning of the edges."""
        yield from encoded(_listed(map(self._node, nodes)))
        yield b'\n],"edges":['

    def edges(self, edges: Iterator[Edge]) -> Iterator[bytes]:
        """The edges."""
        yield from encoded(_listed(map(self._edge, edges)))

    def tail(self, about: dict[str, object]) -> Iterator[bytes]:
        """What the file says of itself."""
        told = {"title": self._graph.title, **self._graph.about, **about}
        yield f'\n],"graph":{_json(told)}}}\n'.encode()

    def _node(self, node: Node) -> str:
        values = _named(self._graph.node_columns, node.values)
        looks = {"x": node.x, "y": node.y, "size": node.size, "color": "#{:02x}{:02x}{:02x}".format(*node.colour)}
        return _json({"id": node.id, "label": scrub(label(node)), **values, "days": node.days, **looks})

    def _edge(self, edge: Edge) -> str:
        values = _named(self._graph.edge_columns, edge.values)
        ends = {"source": edge.source, "target": edge.target, "key": edge.id, "weight": edge.weight}
        kind = {"kind": edge.kind} if edge.kind else {}
        return _json({**ends, **kind, **values, "days": edge.days})


def _named(columns: tuple[Column, ...], values: tuple[object, ...]) -> dict[str, object]:
    return {
        column.name: scrub(value) if isinstance(value, str) else value
        for column, value in zip(columns, values, strict=True)
        if value is not None and value != ""
    }


def _json(value: object) -> str:
    return scrub(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _listed(items: Iterable[str]) -> Iterator[str]:
    return (f"{separator}{item}" for separator, item in zip(chain(["\n"], _commas()), items, strict=False))


def _commas() -> Iterator[str]:
    while True:
        yield ",\n"
