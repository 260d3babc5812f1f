"""The graphs made of meetings, over HTTP, as other programs read them."""

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
import networkx as nx
import pytest
from lxml import etree

from service.export.export import WRITERS
from service.export.options import View
from service.export.route import GEPHI_LITE, open_in_gephi_lite
from tests.readers.programs import judged_by_gephi, read_by_graphology
from tests.service.conftest import Ask

Export = Callable[..., "nx.MultiGraph[str]"]

EXPORTS = [(view, ending) for view in View for ending in WRITERS]


@pytest.fixture(scope="module")
def export(client: httpx.Client) -> Export:
    """Asks for a graph as JSON; people by their names."""

    def export(view: str, query: str = "") -> "nx.MultiGraph[str]":
        answer = client.get(f"/export/{view}.json?{query}")
        assert answer.status_code == 200, answer.text
        graph = nx.node_link_graph(answer.json())
        return nx.relabel_nodes(graph, {node: data["label"] for node, data in graph.nodes(data=True)})

    return export


def test_people_are_tied_by_what_they_took_part_in(export: Export) -> None:
    people = export("people")
    assert set(people.nodes) == {"Marco Rubio", "Sergei Lavrov", "Volodymyr Zelensky", "Wang Yi"}
    (tie,) = people.get_edge_data("Marco Rubio", "Sergei Lavrov").values()
    assert tie["weight"] == 2
    assert (tie["contacts"], tie["calls"], tie["meetings"], tie["undated"]) == (2, 1, 1, 0)
    assert (tie["first_date"], tie["last_date"]) == ("2025-02-15", "2025-02-18")
    assert tie["days"] == ["2025-02-15", "2025-02-18"]
    rubio = people.nodes["Marco Rubio"]
    assert (rubio["country"], rubio["iso"], rubio["office"]) == ("United States", "US", "Secretary of State")
    assert (rubio["contacts"], rubio["meetings"]) == (1, 2)


def test_a_tie_has_the_address_of_the_pair_s_page(client: httpx.Client, export: Export) -> None:
    people = export("people")
    (tie,) = people.get_edge_data("Marco Rubio", "Sergei Lavrov").values()
    ends = {people.nodes[name]["page"].removeprefix(f"{client.base_url}/person/") for name in people}
    one, other = tie["page"].removeprefix(f"{client.base_url}/pair/").split("/")
    assert one in ends
    assert other in ends


def test_who_counts_is_chosen(export: Export) -> None:
    assert "Keith Kellogg" in export("people", "include=attended,absent")
    assert not export("people", "include=expected").nodes
    assert set(export("people", "include=expected&asOf=2025-02-16").nodes) == {"Marco Rubio", "Sergei Lavrov"}


def test_kinds_may_be_split(export: Export) -> None:
    ties = export("people", "split=kind").get_edge_data("Marco Rubio", "Sergei Lavrov").values()
    assert {(tie["kind"], tie["contacts"], tie["calls"]) for tie in ties} == {("call", 1, 1), ("meeting", 1, 0)}


@pytest.mark.parametrize(
    ("query", "contacts"), [("kind=call", 1), ("asOf=2025-02-16", 1), ("from=2025-02-16&person=Rubio", 1), ("", 2)]
)
def test_the_filters_of_meetings_hold(export: Export, query: str, contacts: int) -> None:
    (tie,) = export("people", query).get_edge_data("Marco Rubio", "Sergei Lavrov").values()
    assert tie["contacts"] == contacts


def test_polities_are_tied_by_level(export: Export) -> None:
    (tie,) = export("polities").get_edge_data("United States", "Russia").values()
    assert (tie["contacts"], tie["ministers"], tie["heads"], tie["weight"]) == (2, 2, 0, 4)


def test_events_keep_every_meeting_and_part_and_claim(export: Export, ask: Ask) -> None:
    answer = ask(
        "{ meetings { nodes { id title kind status start sources venue { name } topics { name } "
        "participants { attendance party { name } } accounts { claims { id quote } } } } }"
    )
    events = export("events")
    meetings = {name: data for name, data in events.nodes(data=True) if data["category"] == "meeting"}
    assert len(meetings) == len(answer["meetings"]["nodes"])
    for meeting in answer["meetings"]["nodes"]:
        node = meetings[meeting["title"]]
        assert (node["kind"], node["status"]) == (meeting["kind"].lower(), meeting["status"].lower())
        assert node.get("first_date") == meeting["start"]
        assert node.get("venue") == (meeting["venue"] or {}).get("name")
        assert node["topics"].split("; ") == [topic["name"] for topic in meeting["topics"]]
        claims = {claim["id"]: claim["quote"] for account in meeting["accounts"] for claim in account["claims"]}
        assert set(node["claims"].split("; ")) == set(claims)
        assert all(" ".join(quote.split()) in node["quotes"] for quote in claims.values())
        parts = {(each["party"]["name"], each["attendance"].lower()) for each in meeting["participants"]}
        assert {(other, tie["attendance"]) for _, other, tie in events.edges(meeting["title"], data=True)} == parts


def test_the_same_question_gives_the_same_bytes_and_the_manifest_names_them(client: httpx.Client) -> None:
    for view, ending in EXPORTS:
        address = f"/export/{view}.{ending}?asOf=2025-02-19"
        data = client.get(address).content
        assert client.get(address).content == data
        told = client.get(address.replace("?", ".manifest?")).json()
        assert told["sha256"] == hashlib.sha256(data).hexdigest()
        assert (told["view"], told["as_of"], told["query"]) == (view, "2025-02-19", "asOf=2025-02-19")
        assert told["generator"].startswith("diplograph ")


def test_a_zip_has_its_manifest_inside(client: httpx.Client) -> None:
    tables = ZipFile(io.BytesIO(client.get("/export/people.csv.zip?kind=call").content))
    told = json.loads(tables.read("manifest.json"))
    assert (told["query"], told["nodes"], told["edges"], told["meetings"]) == ("kind=call", 2, 1, 1)


@pytest.fixture(scope="module")
def saved(client: httpx.Client, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], tuple[Path, Any]]:
    """Each export as a file or, of CSV, a folder, with its manifest."""
    folder = tmp_path_factory.mktemp("views")
    found = {}
    for view, ending in EXPORTS:
        path = folder / f"{view}.{ending}"
        path.write_bytes(client.get(f"/export/{view}.{ending}").content)
        told = client.get(f"/export/{view}.{ending}.manifest").json()
        if ending == "csv.zip":
            ZipFile(path).extractall(folder / view)
            path = folder / view
        found[view.value, ending] = path, told
    return found


@pytest.fixture
def gephi(saved: dict[tuple[str, str], tuple[Path, Any]]) -> list[tuple[Any, Any]]:
    """What Gephi has of each export that it can open, with the export's manifest."""
    asked = [found for (_, ending), found in saved.items() if ending != "json"]
    return list(zip(judged_by_gephi([path for path, _ in asked]), [told for _, told in asked], strict=True))


def test_gephi_opens_every_export_whole_and_without_an_issue(gephi: list[tuple[Any, Any]]) -> None:
    assert len(gephi) == 9
    for graph, told in gephi:
        assert graph["issues"] == [], told
        assert (len(graph["nodes"]), len(graph["edges"])) == (told["nodes"], told["edges"])
        assert graph["dynamic"] == (told["format"] != "graphml")


@pytest.fixture
def graphology(saved: dict[tuple[str, str], tuple[Path, Any]]) -> list[tuple[Any, Any]]:
    """What Gephi Lite has of each GEXF file, with the file's manifest."""
    asked = [found for (_, ending), found in saved.items() if ending == "gexf"]
    return list(zip(read_by_graphology([path for path, _ in asked]), [told for _, told in asked], strict=True))


def test_gephi_lite_opens_every_gexf_export_whole(graphology: list[tuple[Any, Any]]) -> None:
    for graph, told in graphology:
        assert (len(graph["nodes"]), len(graph["edges"])) == (told["nodes"], told["edges"])


def test_gexf_keeps_to_its_grammar(saved: dict[tuple[str, str], tuple[Path, Any]]) -> None:
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf.rng")))
    for (_, ending), (path, _) in saved.items():
        if ending == "gexf":
            grammar.assertValid(etree.parse(path))


@pytest.mark.parametrize("query", ["", "kind=call&person=Marco+Rubio"])
def test_gephi_lite_takes_the_address_of_an_export_for_gexf(client: httpx.Client, query: str) -> None:
    link = httpx.URL(open_in_gephi_lite(str(client.base_url), View.PEOPLE, query))
    address = link.params["file"]
    assert str(link).startswith(GEPHI_LITE)
    assert address.split("/")[-1].split(".")[-1] == "gexf"
    answer = client.get(address)
    assert answer.headers["Access-Control-Allow-Origin"] == GEPHI_LITE
    assert answer.text.startswith("<?xml")


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("people.exe", 404, "gexf, graphml, csv.zip, json"),
        ("friends.gexf", 404, "people, events, polities"),
        ("people.gexf?colour=red", 400, "There are: person"),
        ("people.gexf?include=asleep", 400, "attended, expected"),
        ("people.gexf?split=all", 400, "none, kind"),
        ("events.gexf?split=kind", 400, "leave it out"),
        ("people.gexf?person=Nobody+At+All", 404, "Nobody At All"),
        ("people.gexf?asOf=2025", 400, "2025-02-16"),
    ],
)
def test_what_cannot_be_exported_is_told(client: httpx.Client, address: str, status: int, told: str) -> None:
    answer = client.get(f"/export/{address}")
    assert answer.status_code == status
    assert told in answer.json()["errors"][0]["message"]
