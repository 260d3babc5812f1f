"""Graphs and tables written by the command line."""

import hashlib
import json
from pathlib import Path

import networkx as nx
import pyarrow.parquet as pq
import pytest

from loaders.store import add
from schema.database import Database
from tests.service.cli.conftest import Diplograph
from tests.service.conftest import LOADED
from tests.service.stories import STORY


@pytest.fixture
def told(shared: Database) -> None:
    """The graph of ``STORY``."""
    add(shared, STORY, LOADED)


@pytest.mark.usefixtures("told")
def test_a_file_has_its_manifest_beside_it(diplograph: Diplograph, tmp_path: Path) -> None:
    file = tmp_path / "people.gexf"
    done = diplograph("export", "people", "asOf=2025-02-16", "-o", file, "--site", "https://contacts.example/")
    assert (done.status, done.out) == (0, "")
    assert "2 nodes, 1 edge from 1 meeting." in done.err
    (_, _, tie), *_ = nx.read_gexf(file).edges(data=True)
    assert tie["page"].startswith("https://contacts.example/pair/p")
    manifest = json.loads((tmp_path / "people.gexf.manifest").read_text())
    assert manifest["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert manifest["as_of"] == "2025-02-16"


@pytest.mark.usefixtures("told")
def test_the_name_of_the_file_tells_the_format(diplograph: Diplograph, tmp_path: Path) -> None:
    diplograph("export", "events", "-o", tmp_path / "events.graphml")
    assert len(nx.read_graphml(tmp_path / "events.graphml")) == 9
    done = diplograph("export", "polities", "--format", "json")
    assert {node["label"] for node in json.loads(done.out)["nodes"]} == {
        "United States", "Russia", "Ukraine", "China", "Hungary"
    }  # fmt: skip


@pytest.mark.usefixtures("told")
def test_parquet_has_meetings_participants_and_claims(diplograph: Diplograph, tmp_path: Path) -> None:
    done = diplograph("export", "parquet", tmp_path / "tables", "kind=call")
    assert done.status == 0
    tables = {
        name: pq.read_table(tmp_path / "tables" / f"{name}.parquet") for name in ("meetings", "participants", "claims")
    }
    (meeting,) = tables["meetings"].to_pylist()
    assert (meeting["kind"], meeting["start"], meeting["topics"]) == ("call", "2025-02-15", ["Ukraine", "trade"])
    assert {row["name"] for row in tables["participants"].to_pylist()} == {"Marco Rubio", "Sergei Lavrov"}
    assert {row["by"] for row in tables["claims"].to_pylist()} == {None, "Russian Foreign Ministry", "State Department"}
    assert {row["meeting"] for row in tables["claims"].to_pylist()} == {meeting["id"]}
    manifest = json.loads((tmp_path / "tables" / "manifest.json").read_text())
    for name, about in manifest["tables"].items():
        assert about["sha256"] == hashlib.sha256((tmp_path / "tables" / name).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["people", "kind"], "NAME=VALUE"),
        (["people", "kind=letter"], "call, video_call"),
        (["people", "person=Nobody"], "Nobody"),
        (["events", "split=kind"], "leave it out"),
        (["people", "--format", "xls"], "gexf, graphml"),
        (["parquet", "/dev/null/tables"], "/dev/null/tables"),
    ],
)
@pytest.mark.usefixtures("shared")
def test_what_cannot_be_exported_is_told(
    diplograph: Diplograph, tmp_path: Path, arguments: list[str], told: str
) -> None:
    output = [] if arguments[0] == "parquet" else ["-o", str(tmp_path / "out.gexf")]
    done = diplograph("export", *arguments, *output)
    assert done.status in (1, 2)
    assert told in done.err
    assert list(tmp_path.glob("out*")) == []
