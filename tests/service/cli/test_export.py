import json
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

import pytest

from loaders import store
from schema.database import Database
from schema.vocabulary import Kind, Status, Verb
from tests.loaders.articles import LAVROV, RUBIO, Told, Who, reading
from tests.service.cli.conftest import Diplograph
from tests.service.stories import STORY

NOW = datetime(2025, 6, 1, tzinfo=UTC)


def exported(diplograph: Diplograph) -> dict[str, dict[str, Any]]:
    done = diplograph("export", "gold")
    assert (done.status, done.err) == (0, "")
    return {line["id"]: line for line in map(json.loads, done.out.splitlines())}


def call(source: str, day: str, *who: Who, status: Status = Status.HELD) -> Any:
    told = Told(Kind.CALL, status, who, "2025-02-15", topics=["grain"], accounts=[("Kremlin", ["grain"], None)])
    return reading(source, day, told)


def test_people_and_meetings_have_one_key_in_all_articles(shared: Database, diplograph: Diplograph) -> None:
    lavrov = Who("Sergei Lavrov", "FM", "Russian Federation")
    store.add(shared, [call("a", "2025-02-15", RUBIO, LAVROV), call("b", "2025-02-16", RUBIO, lavrov)], NOW)
    found = exported(diplograph)
    (first,), (second,) = found["a"]["contacts"], found["b"]["contacts"]
    assert first["key"] == second["key"]
    assert [side["person"] for side in first["participants"]] == [side["person"] for side in second["participants"]]
    names = {article: {one["name"]: one for one in found[article]["people"]} for article in found}
    assert names["a"]["Sergey Lavrov"]["key"] == names["b"]["Sergei Lavrov"]["key"]
    assert names["b"]["Sergei Lavrov"]["office"] == {"title": "FM", "of": "Russian Federation"}
    assert (first["kind"], first["status"], first["date"], first["topics"]) == ("call", "held", "2025-02-15", ["grain"])
    assert first["accounts"] == [{"by": "Kremlin", "topics": ["grain"]}]


def test_claims_are_as_judged_and_retracted_articles_are_left_out(shared: Database, diplograph: Diplograph) -> None:
    store.add(shared, [call(name, "2025-02-15", RUBIO, LAVROV) for name in "abc"], NOW)
    claims = {
        row["source"]: str(row["id"])
        for row in shared.rows(
            "MATCH (a:Article)-[:REPORTS]->(c:Claim) WHERE c.id = c.contact RETURN a.source AS source, c.id AS id"
        )
    }
    for verb, subject, field, value in (
        (Verb.CORRECT, claims["a"], "date", "2025-02-14"),
        (Verb.REJECT, claims["b"], None, None),
        (Verb.RETRACT, "c", None, None),
    ):
        store.judge(shared, store.judgement(verb, subject, author="ann", made=NOW, field=field, value=value))
    found = exported(diplograph)
    assert [contact["date"] for contact in found["a"]["contacts"]] == ["2025-02-14"]
    assert found["b"]["contacts"] == []
    assert set(found) == {"a", "b"}


def test_every_article_is_there_once_with_all_that_it_says(shared: Database, diplograph: Diplograph) -> None:
    store.add(shared, STORY, NOW)
    found = exported(diplograph)
    assert len(found) == len({one.source.id for one in STORY})
    kept: dict[str, set[str]] = defaultdict(set)
    for article in found.values():
        people = {one["key"] for one in article["people"]}
        for contact in article["contacts"]:
            assert {side["person"] for side in contact["participants"] if "person" in side} <= people
            kept[contact["key"]].add(article["id"])
    assert max(map(len, kept.values())) > 1


@pytest.mark.usefixtures("shared")
def test_an_empty_graph_gives_nothing(diplograph: Diplograph) -> None:
    assert exported(diplograph) == {}
