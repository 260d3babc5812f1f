"""Graphs made by hand for the tests of exports."""

from pathlib import Path
from zipfile import ZipFile

from service.export.gexf import Gexf
from service.export.graphml import GraphMl
from service.export.nodelink import NodeLink
from service.export.shape import Column, Edge, Graph, Node, Writer
from service.export.tables import Tables

WRITERS: dict[str, type[Writer]] = {"gexf": Gexf, "graphml": GraphMl, "json": NodeLink, "csv.zip": Tables}

HOSTILE = (
    "INFORMATION on the INF Treaty",
    'a "quoted" <b>bold</b> & <![CDATA[x]]> -->',
    "\u202eright to left\u202c and بيت and 日本 and \U0001f54a",
    "half \ud83d a pair, \x00 and \x07 and \ufffe",
    '=HYPERLINK("http://evil.example")',
    "two\nlines\tand a tab",
    "-1+1",
    "a, b; c|d",
    'back\\slash, \\"quoted\\" and \\new, at the end \\',
)
"""Texts that one reader or the other of these formats stumbles over."""

GRAPH = Graph(
    "people & <others>",
    (Column("country"), Column("contacts", "integer"), Column("score", "double")),
    (Column("calls", "integer"), Column("first_date")),
    {"query": 'kind=call & topic="INF" -->'},
)
NODES = [
    Node(
        f"n{number}",
        text,
        (text, number, number / 4),
        ("2024-02-29", "2024-06-01"),
        number * 1.5,
        -2.0,
        12.5,
        (1, 2, 3),
    )
    for number, text in enumerate(HOSTILE)
] + [Node("n98", "", (None, 0, None)), Node("n99", "No times", ("", 7, 1e-7), (), 0.0, 0.0, 4.0, (255, 0, 128))]
EDGES = [
    Edge("e1", "n0", "n1", 0.5, (2, "2024-02-29"), ("2024-02-29", "2024-06-01"), "call"),
    Edge("e2", "n0", "n1", 1.25, (0, "2024-06"), ("2024-06-01",), "talks"),
    Edge("e3", "n1", "n2", 0.0001, (1, None)),
    Edge("e4", "n2", "n99", 1234567.5, (1234567, "2023")),
]


def write(folder: Path, name: str, graph: Graph, nodes: list[Node], edges: list[Edge]) -> dict[str, Path]:
    """The graph in each format, by the format's name; CSV also unpacked, as ``csv``."""
    paths = {}
    for ending, make in WRITERS.items():
        writer = make()
        paths[ending] = folder / f"{name}.{ending}"
        with paths[ending].open("wb") as out:
            for part in (
                writer.head(graph),
                writer.nodes(iter(nodes)),
                writer.edges(iter(edges)),
                writer.tail({"n": 1}),
            ):
                out.writelines(part)
    paths["csv"] = folder / name
    ZipFile(paths["csv.zip"]).extractall(paths["csv"])
    return paths
