"""GraphML, for yEd, NetworkX, igraph and Gephi. It has no times, so days are told in the attributes alone."""

from collections.abc import Callable, Iterator

from service.export.gexf import kept_from_infinity, label
from service.export.shape import Column, Edge, Graph, Node, Value
from service.export.text import encoded, escape

LOOKS = (
    Column("x", "double"),
    Column("y", "double"),
    Column("size", "double"),
    Column("r", "integer"),
    Column("g", "integer"),
    Column("b", "integer"),
)
"""Place, size and colour by the names that Gephi and Gephi Lite know."""

_TYPES = {"string": "string", "integer": "int", "double": "double"}


class GraphMl:
    """A :class:`~service.export.shape.Writer`."""

    media_type = "application/graphml+xml"

    def __init__(self) -> None:
        self._node_values: Callable[[tuple[Value, ...]], str] = _values_of("n", ())
        self._edge_values: Callable[[tuple[Value, ...]], str] = _values_of("e", ())

    def head(self, graph: Graph) -> Iterator[bytes]:
        """The file up to the first node."""
        node_columns = (*graph.node_columns, *LOOKS)
        edge_columns = (Column("weight", "double"), Column("kind"), *graph.edge_columns)
        self._node_values = _values_of("n", node_columns)
        self._edge_values = _values_of("e", edge_columns)
        about = "\n".join(f"{name}: {value}" for name, value in graph.about.items())
        yield "".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
                '<key id="label" for="node" attr.name="label" attr.type="string"/>\n',
                _keys("n", "node", node_columns),
                _keys("e", "edge", edge_columns),
                f'<graph edgedefault="undirected">\n<desc>{escape(about)}</desc>\n',
            )
        ).encode()

    def nodes(self, nodes: Iterator[Node]) -> Iterator[bytes]:
        """The nodes."""
        yield from encoded(map(self._node, nodes))

    def edges(self, edges: Iterator[Edge]) -> Iterator[bytes]:
        """The edges."""
        yield from encoded(map(self._edge, edges))

    def tail(self, about: dict[str, object]) -> Iterator[bytes]:
        """The end."""
        del about
        yield b"</graph>\n</graphml>\n"

    def _node(self, node: Node) -> str:
        looks = (node.x, node.y, node.size, *node.colour)
        return (
            f'<node id="{escape(node.id)}"><data key="label">{escape(label(node))}</data>'
            f"{self._node_values((*node.values, *looks))}</node>\n"
        )

    def _edge(self, edge: Edge) -> str:
        values = self._edge_values((edge.weight, edge.kind, *edge.values))
        return (
            f'<edge id="{escape(edge.id)}" source="{escape(edge.source)}" target="{escape(edge.target)}">'
            f"{values}</edge>\n"
        )


def _keys(prefix: str, of: str, columns: tuple[Column, ...]) -> str:
    return "".join(
        f'<key id="{prefix}_{one.name}" for="{of}" attr.name="{one.name}" attr.type="{_TYPES[one.type]}"/>\n'
        for one in columns
    )


def _values_of(prefix: str, columns: tuple[Column, ...]) -> Callable[[tuple[Value, ...]], str]:
    begins = [f'<data key="{prefix}_{column.name}">' for column in columns]

    def written(values: tuple[Value, ...]) -> str:
        return "".join(
            f"{begin}{escape(kept_from_infinity(value)) if isinstance(value, str) else value}</data>"
            for begin, value in zip(begins, values, strict=True)
            if value is not None and value != ""
        )

    return written
