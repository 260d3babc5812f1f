"""What is written is read back as it was by NetworkX, igraph, Gephi and Gephi Lite, whatever stands in it."""

import csv
import json
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from lxml import etree

from service.export.shape import Edge
from service.export.text import scrub
from tests.readers.programs import judged_by_gephi, read_by_graphology
from tests.service.export.graphs import EDGES, GRAPH, HOSTILE, NODES, write

EMPTY = "empty"
FULL = "full"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Path]]:
    """The hostile graph and an empty one in every format."""
    folder = tmp_path_factory.mktemp("exports")
    return {FULL: write(folder, FULL, GRAPH, NODES, EDGES), EMPTY: write(folder, EMPTY, GRAPH, [], [])}


@pytest.fixture(scope="module")
def gephi(files: dict[str, dict[str, Path]]) -> dict[tuple[str, str], Any]:
    """What Gephi has of each file."""
    asked = [(name, ending) for name in files for ending in ("gexf", "graphml", "csv")]
    return dict(zip(asked, judged_by_gephi([files[name][ending] for name, ending in asked]), strict=True))


@pytest.fixture(scope="module")
def graphology(files: dict[str, dict[str, Path]]) -> list[Any]:
    """What Gephi Lite has of the two GEXF files."""
    return read_by_graphology([files[FULL]["gexf"], files[EMPTY]["gexf"]])


def meant(text: object) -> object:
    """A text without what is put into it for Gephi."""
    return text.replace("\u2060", "") if isinstance(text, str) else text


EXPECTED = {
    node.id: {
        column.name: scrub(value) if isinstance(value, str) else value
        for column, value in zip(GRAPH.node_columns, node.values, strict=True)
        if value not in (None, "")
    }
    for node in NODES
}
LABELS = {node.id: " ".join(scrub(node.label).split()) or node.id for node in NODES}
COLUMNS = {column.name for column in GRAPH.node_columns}


def drawn(ending: str) -> list[Edge]:
    """The edges that Gephi draws: GraphML cannot tell it the kinds of parallel ones, of which it keeps the first."""
    return [edge for edge in EDGES if ending != "graphml" or edge.id != "e2"]


def told(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: meant(value) for name, value in attributes.items() if name in COLUMNS}


@pytest.mark.parametrize("name", [FULL, EMPTY])
def test_gexf_keeps_to_its_grammar(files: dict[str, dict[str, Path]], name: str) -> None:
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf.rng")))
    grammar.assertValid(etree.parse(files[name]["gexf"]))


def test_networkx_reads_gexf_graphml_and_json_as_they_were(files: dict[str, dict[str, Path]]) -> None:
    graphs = [
        nx.read_gexf(files[FULL]["gexf"]),
        nx.read_graphml(files[FULL]["graphml"]),
        nx.node_link_graph(json.loads(files[FULL]["json"].read_text("utf-8"))),
    ]
    for graph in graphs:
        assert not graph.is_directed()
        assert {node: told(data) for node, data in graph.nodes(data=True)} == EXPECTED
        assert {node: data["label"] for node, data in graph.nodes(data=True)} == LABELS
        weights = sorted(data["weight"] for _, _, data in graph.edges(data=True))
        assert weights == sorted(edge.weight for edge in EDGES)
        assert sorted(data["calls"] for _, _, data in graph.edges(data=True)) == [0, 1, 2, 1234567]


def test_igraph_reads_graphml(files: dict[str, dict[str, Path]]) -> None:
    graph = igraph.Graph.Read_GraphML(str(files[FULL]["graphml"]))
    assert {vertex["id"]: vertex["label"] for vertex in graph.vs} == LABELS
    assert [edge["weight"] for edge in graph.es] == [edge.weight for edge in EDGES]
    assert meant(graph.vs.find(id="n0")["country"]) == HOSTILE[0]


def test_gephi_opens_every_file_without_an_issue(gephi: dict[tuple[str, str], Any]) -> None:
    for (name, ending), graph in gephi.items():
        assert graph["issues"] == [], (name, ending)
        assert len(graph["nodes"]) == (len(NODES) if name == FULL else 0)
        assert len(graph["edges"]) == (len(drawn(ending)) if name == FULL else 0)
        assert not any(edge["directed"] for edge in graph["edges"])


def test_gephi_has_every_attribute_label_and_weight(gephi: dict[tuple[str, str], Any]) -> None:
    for ending in ("gexf", "graphml"):
        graph = gephi[FULL, ending]
        assert {node["id"]: told(node["attributes"]) for node in graph["nodes"]} == EXPECTED
        assert {node["id"]: node["label"] for node in graph["nodes"]} == LABELS
        if ending == "gexf":
            weights = {edge["id"]: edge["weight"] for edge in graph["edges"]}
            assert weights == pytest.approx({edge.id: edge.weight for edge in EDGES})
        colours = {node["id"]: node["colour"] for node in graph["nodes"]}
        assert colours["n0"] == "#010203"
    for node in gephi[FULL, "csv"]["nodes"]:
        read = told(node["attributes"])
        assert read.pop("country", "").removeprefix("'") == EXPECTED[node["id"]].get("country", "")
        assert read == {name: value for name, value in EXPECTED[node["id"]].items() if name != "country"}
        assert meant(node["label"].removeprefix("'")) == LABELS[node["id"]]


def test_gephi_has_the_days_and_draws_one_edge_a_kind(gephi: dict[tuple[str, str], Any]) -> None:
    for ending in ("gexf", "csv"):
        graph = gephi[FULL, ending]
        assert graph["dynamic"]
        assert {node["id"]: tuple(node["days"]) for node in graph["nodes"]} == {node.id: node.days for node in NODES}
        assert {edge["id"]: tuple(edge["days"]) for edge in graph["edges"]} == {edge.id: edge.days for edge in EDGES}
        assert {edge["id"]: edge["kind"] for edge in graph["edges"]} == {edge.id: edge.kind for edge in EDGES}


def test_gephi_lite_reads_gexf(graphology: list[Any]) -> None:
    full, empty = graphology
    assert {node["key"]: told(node["attributes"]) for node in full["nodes"]} == EXPECTED
    assert {node["key"]: node["attributes"]["label"] for node in full["nodes"]} == LABELS
    assert {(edge["key"], edge["attributes"]["weight"]) for edge in full["edges"]} == {
        (edge.id, edge.weight) for edge in EDGES
    }
    placed = {node["key"]: (node["attributes"]["x"], node["attributes"]["y"]) for node in full["nodes"]}
    assert placed == {node.id: (node.x, node.y) for node in NODES}
    assert empty["nodes"] == []


def test_a_spreadsheet_takes_no_cell_for_a_formula(files: dict[str, dict[str, Path]]) -> None:
    for table in ("nodes.csv", "edges.csv"):
        with (files[FULL]["csv"] / table).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                text = [value for name, value in row.items() if name not in ("x", "y")]
                assert not any(value.startswith(("=", "+", "-", "@")) for value in text)


def test_the_same_graph_gives_the_same_bytes(files: dict[str, dict[str, Path]], tmp_path: Path) -> None:
    again = write(tmp_path, FULL, GRAPH, NODES, EDGES)
    for ending, path in files[FULL].items():
        if path.is_file():
            assert again[ending].read_bytes() == path.read_bytes()


def test_json_tells_what_it_is_of(files: dict[str, dict[str, Path]]) -> None:
    assert json.loads(files[EMPTY]["json"].read_text("utf-8")) == {
        "directed": False,
        "multigraph": True,
        "nodes": [],
        "edges": [],
        "graph": {"title": GRAPH.title, **GRAPH.about, "n": 1},
    }
