import json
from pathlib import Path

import pytest

from loaders.samples import samples
from schema.database import Database
from schema.settings import read_settings
from service.cli.serve import load_samples
from tests.service.cli.conftest import Diplograph

BODY = "Rubio and Lavrov speak\n\nMarco Rubio spoke by phone with Russian Foreign Minister Sergey Lavrov on Tuesday."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(BODY)
    (folder / "b.json").write_text(json.dumps({"id": "b", "text": f"{BODY} They met too.", "published": "2025-02-20"}))
    return folder


def stored(database: Database) -> dict[str, object]:
    return {
        str(row["source"]): row["published"]
        for row in database.rows("MATCH (a:Article) RETURN a.source AS source, a.published AS published")
    }


def everything(database: Database) -> list[dict[str, object]]:
    nodes = "MATCH (n) WHERE NOT n:Schema AND NOT n:Counter RETURN labels(n) AS labels, properties(n) AS values"
    return sorted(database.rows(nodes), key=repr)


def test_articles_enter_the_graph(shared: Database, diplograph: Diplograph, articles: Path) -> None:
    done = diplograph("load", articles, "--published", "2025-02-19")
    assert (done.status, done.out) == (0, "")
    assert done.err.splitlines()[-1] == "2 articles loaded."
    assert stored(shared)["b"] == "2025-02-20"
    assert set(stored(shared).values()) == {"2025-02-19", "2025-02-20"}
    assert shared.rows("MATCH (p:Person)-[:CALLED]->(q:Person) RETURN DISTINCT p.name AS one, q.name AS two")


def test_loading_again_changes_nothing(shared: Database, diplograph: Diplograph, articles: Path) -> None:
    diplograph("load", articles, "--published", "2025-02-19")
    before = everything(shared)
    done = diplograph("load", articles, articles, "--published", "2025-02-19")
    assert done.status == 0
    assert done.err.splitlines()[-1] == "0 articles loaded, 4 unchanged."
    assert everything(shared) == before


def test_bad_inputs_are_listed_and_the_others_loaded(
    shared: Database, diplograph: Diplograph, articles: Path, tmp_path: Path
) -> None:
    (articles / "c.txt").touch()
    (articles / "d[red].txt").write_text("Лавров встретился с Рубио во вторник в Эр-Рияде.")
    (articles / "e.jsonl").write_text(f'{{"id": "e1", "text": "{BODY.splitlines()[0]}"}}\n{{"id": "e2", \n')
    done = diplograph("load", articles, "--published", "2025-02-19")
    assert done.status == 1
    assert len(stored(shared)) == 3
    (listed,) = (tmp_path / "data").glob("set-aside-*.jsonl")
    rows = [json.loads(line) for line in listed.read_text().splitlines()]
    assert [(Path(row["path"]).name, row["line"]) for row in rows] == [
        ("c.txt", None),
        ("d[red].txt", None),
        ("e.jsonl", 2),
    ]
    assert "looks like Russian" in rows[1]["reason"]
    shown = done.err.splitlines()
    assert shown[-5] == f"3 inputs set aside ({listed}):"
    assert [f"  {row['path']}{':2' if row['line'] else ''}: {row['reason']}" for row in rows] == shown[-4:-1]
    assert shown[-1] == "3 articles loaded, 3 set aside."


def test_a_long_list_of_set_aside_inputs_is_cut_short_on_the_terminal(
    shared: Database, diplograph: Diplograph, tmp_path: Path
) -> None:
    (tmp_path / "a.jsonl").write_text("no JSON\n" * 1_000)
    done = diplograph("load", tmp_path / "a.jsonl")
    assert "and 980 more" in done.err
    (listed,) = (tmp_path / "data").glob("set-aside-*.jsonl")
    assert len(listed.read_text().splitlines()) == 1_000
    assert stored(shared) == {}


def test_an_article_without_a_day_is_loaded_and_the_load_says_what_stays_open(
    shared: Database, diplograph: Diplograph, articles: Path
) -> None:
    done = diplograph("load", articles)
    assert done.status == 0
    assert "1 article without a day of publication" in done.err
    assert "--published" in done.err
    assert set(stored(shared).values()) == {None, "2025-02-20"}
    (articles / "c.json").write_text(
        json.dumps({"id": "c", "url": "https://a.example/c", "text": BODY, "published": "2025-02-20"})
    )
    assert "without a day" not in diplograph("load", articles / "c.json").err


def test_an_edited_article_is_a_new_version(shared: Database, diplograph: Diplograph, articles: Path) -> None:
    diplograph("load", articles / "b.json")
    (articles / "b.json").write_text(json.dumps({"id": "b", "text": "Rubio calls Wang Yi", "published": "2025-02-21"}))
    assert "1 article loaded" in diplograph("load", articles / "b.json").err
    assert len(shared.rows("MATCH (a:Article {source: 'b'}) RETURN a.id AS id")) == 2


def test_characters_that_act_on_terminals_and_databases_are_stored_as_they_are(
    shared: Database, diplograph: Diplograph, tmp_path: Path
) -> None:
    text = f"{BODY}\nNUL \x00, bidi \u202e\u2066, escape \x1b[31m, no character \ufdd0, \U0001f91d"
    (tmp_path / "a.json").write_text(json.dumps({"id": "a'; MATCH (n) DETACH DELETE n //", "text": text}))
    (tmp_path / "b.json").write_text('{"id": "half", "text": "Rubio \\ud800 met Lavrov in Riyadh"}')
    assert diplograph("load", tmp_path).status == 0
    texts = shared.rows("MATCH (a:Article) RETURN a.text AS text ORDER BY a.source")
    assert [row["text"] for row in texts] == [text, "Rubio \ufffd met Lavrov in Riyadh"]


def test_nothing_is_loaded_where_an_argument_is_wrong(shared: Database, diplograph: Diplograph, articles: Path) -> None:
    for wrong in (["nowhere"], ["--published", "2025-13-01"], ["--model", "nothing_like_it"]):
        done = diplograph("load", articles, *wrong)
        assert done.status == 2
        assert done.err.startswith("diplograph: ")
    assert stored(shared) == {}


def test_rebuilding_gives_the_same_graph(shared: Database, diplograph: Diplograph, articles: Path) -> None:
    diplograph("load", articles, "--published", "2025-02-19")
    before = everything(shared)
    done = diplograph("rebuild")
    assert done.status == 0
    assert "rebuilt" in done.err
    assert everything(shared) == before


@pytest.mark.usefixtures("shared")
def test_migrating_an_up_to_date_graph_says_so(diplograph: Diplograph) -> None:
    done = diplograph("migrate")
    assert done.status == 0
    assert "newest" in done.err


def test_samples_are_loaded_into_an_empty_graph_only(shared: Database) -> None:
    load_samples(read_settings(), shared)
    before = everything(shared)
    assert set(stored(shared)) == {source.url for source in samples()}
    load_samples(read_settings(), shared)
    assert everything(shared) == before


def test_a_graph_that_holds_an_article_gets_no_samples(
    shared: Database, diplograph: Diplograph, articles: Path
) -> None:
    diplograph("load", articles / "b.json")
    load_samples(read_settings(), shared)
    assert set(stored(shared)) == {"b"}
