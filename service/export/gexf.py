"""GEXF 1.3, as Gephi, Gephi Lite, NetworkX and sigma.js read it.

What Gephi's importer asks for beyond the format, found by running it:

- it reads "INF" anywhere in an attribute's value as Infinity, so a word joiner (U+2060, which does not show) stands
  between I and NF; labels need none;
- an edge of weight 0 or with the id of another is dropped, and so is one of two parallel edges without ``kind``;
- a partial date stops the import, so only full days are times; partial ones are told in the attributes;
- Gephi Lite reads no times, so the first and last day are attributes too.
"""

from collections.abc import Callable, Iterator

from service.export.shape import Column, Edge, Graph, Node, Value
from service.export.text import encoded, escape


class Gexf:
    """A :class:`~service.export.shape.Writer`."""

    media_type = "application/gexf+xml"

    def __init__(self) -> None:
        self._node_values: Callable[[tuple[Value, ...]], str] = _values_of(())
        self._edge_values: Callable[[tuple[Value, ...]], str] = _values_of(())

    def head(self, graph: Graph) -> Iterator[bytes]:
        """The file up to the first node."""
        self._node_values = _values_of(graph.node_columns)
        self._edge_values = _values_of(graph.edge_columns)
        about = "\n".join(f"{name}: {value}" for name, value in graph.about.items())
        yield "".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n',
                f"<meta><creator>diplograph</creator><keywords>{escape(graph.title)}</keywords>"
                f"<description>{escape(about)}</description></meta>\n",
                '<graph defaultedgetype="undirected" idtype="string" mode="dynamic" timerepresentation="timestamp" '
                'timeformat="date" timezone="UTC">\n',
                _columns("node", graph.node_columns),
                _columns("edge", graph.edge_columns),
                "<nodes>\n",
            )
        ).encode()

    def nodes(self, nodes: Iterator[Node]) -> Iterator[bytes]:
        """The nodes, and the beginning of the edges."""
        yield from encoded(map(self._node, nodes))
        yield b"</nodes>\n<edges>\n"

    def edges(self, edges: Iterator[Edge]) -> Iterator[bytes]:
        """The edges."""
        yield from encoded(map(self._edge, edges))

    def tail(self, about: dict[str, object]) -> Iterator[bytes]:
        """The end; counts would have to stand at the beginning."""
        del about
        yield b"</edges>\n</graph>\n</gexf>\n"

    def _node(self, node: Node) -> str:
        red, green, blue = node.colour
        return (
            f'<node id="{escape(node.id)}" label="{escape(label(node))}"{_times(node.days)}>'
            f"{self._node_values(node.values)}"
            f'<viz:size value="{node.size}"/><viz:position x="{node.x}" y="{node.y}"/>'
            f'<viz:color r="{red}" g="{green}" b="{blue}"/></node>\n'
        )

    def _edge(self, edge: Edge) -> str:
        kind = f' kind="{escape(edge.kind)}"' if edge.kind else ""
        return (
            f'<edge id="{escape(edge.id)}" source="{escape(edge.source)}" target="{escape(edge.target)}"{kind} '
            f'weight="{edge.weight}"{_times(edge.days)}>{self._edge_values(edge.values)}</edge>\n'
        )


def label(node: Node) -> str:
    """The node's label on one line; its id where it has none, as a missing one would show as nothing."""
    return " ".join(node.label.split()) or node.id


def kept_from_infinity(text: str) -> str:
    """The text as Gephi takes it for text: it replaces "INF" by "Infinity", in GraphML too."""
    return text.replace("INF", "I\u2060NF") if "INF" in text else text


def _times(days: tuple[str, ...]) -> str:
    return f' timestamps="[{", ".join(days)}]"' if days else ""


def _columns(of: str, columns: tuple[Column, ...]) -> str:
    each = "".join(f'<attribute id="{one.name}" title="{one.name}" type="{one.type}"/>' for one in columns)
    return f'<attributes class="{of}" mode="static">{each}</attributes>\n'


def _values_of(columns: tuple[Column, ...]) -> Callable[[tuple[Value, ...]], str]:
    begins = [f'<attvalue for="{column.name}" value="' for column in columns]

    def written(values: tuple[Value, ...]) -> str:
        told = [
            f'{begin}{_text(value) if isinstance(value, str) else value}"/>'
            for begin, value in zip(begins, values, strict=True)
            if value is not None and value != ""
        ]
        return f"<attvalues>{''.join(told)}</attvalues>" if told else ""

    return written


def _text(value: str) -> str:
    return escape(kept_from_infinity(value))
