"""The page that says what is loaded: figures, publishers, readers, engine; and nothing that is nobody's business."""

from datetime import UTC, datetime
from pathlib import Path

import httpx

from loaders import judge
from loaders.store import add
from schema.database import Database
from tests.service.pages.reading import words_of
from tests.service.serving import served
from tests.service.stories import EXTRACTOR, STORY

TOKEN = "a token for tests"  # noqa: S105 of no other service
LOADED = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)


def test_it_says_what_is_loaded_from_whom_and_when(client: httpx.Client) -> None:
    status = client.get("/status.json").json()
    assert status["counts"] | {"claims": 0} == {
        "articles": 4,
        "claims": 0,
        "meetings": 3,
        "people": 6,
        "polities": status["counts"]["polities"],
        "venues": 2,
        "versions": 4,
    }
    assert status["newest_article"] == "2025-02-19"
    assert status["newest_load"].startswith("2025-03-01")
    assert [row["reader"] for row in status["readers"]] == [EXTRACTOR]
    assert {row["publisher"] for row in status["publishers"]} == {
        "Baltic Courier",
        "Gulf Daily",
        "The Sunday Clarion",
        None,
    }
    words = words_of(client.get("/status").text)
    assert "Newest article 19 February 2025" in words
    assert "not named 1 undated undated" in words


def test_it_names_engine_version_and_schema(client: httpx.Client) -> None:
    status = client.get("/status.json").json()
    assert status["engine"]["name"] in ("ArcadeDB, embedded", "Neo4j")
    assert status["engine"]["version"][0].isdigit()
    assert status["schema"]["step"] >= 5
    assert status["whole"]


def test_judgements_and_what_was_set_aside_are_counted(database: Database, tmp_path: Path) -> None:
    add(database, STORY, LOADED)
    (tmp_path / "set-aside-2025-02-27T100000.000001Z.jsonl").write_text('{"path": "/secret/one"}\n')
    (tmp_path / "set-aside-2025-03-01T093000.000001Z.jsonl").write_text('{"path": "/secret/two"}\n{"path": null}\n')
    with served(database, data=tmp_path, token=TOKEN) as client:
        one, other = (
            client.get("/search", params={"q": name}).headers["location"].removeprefix("/person/")
            for name in ("Wang Yi", "Zelensky")
        )
        made = judge.not_same(database, one, other, author="ann", made=LOADED)
        judge.undo(database, made.judgement.id, author="ann", made=LOADED)
        status = client.get("/status.json").json()
        page = client.get("/status").text
    assert status["set_aside"] == {"inputs": 3, "last": "2025-03-01"}
    assert status["judgements"] == {"made": 2, "standing": 0}
    for text in (page, str(status)):
        assert "secret" not in text
        assert str(tmp_path) not in text
        assert TOKEN not in text


def test_an_empty_graph_has_a_status(database: Database) -> None:
    with served(database) as client:
        assert "Nothing is loaded yet" in words_of(client.get("/status").text)
        assert client.get("/status.json").json()["newest_article"] is None
