"""Ids of what was merged away still answer, with what it was merged into, until the judgement is undone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from loaders import judge, store
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.engines import wipe
from tests.loaders.articles import LAVROV, RUBIO, Told, Who, reading
from tests.service.serving import served

NOW = datetime(2025, 6, 1, tzinfo=UTC)
SYRIAN = [Who("Abu Mohammad al-Jolani", "leader", "Syria"), Who("Ahmed al-Sharaa", "President", "Syria")]
MEETING = "query ($id: ID!) { meeting(id: $id) { id } }"
PERSON = "query ($id: ID!) { person(id: $id) { id name aliases } }"


@pytest.fixture(scope="module")
def graph(engine: Database) -> Iterator[tuple[Database, httpx.Client]]:
    """Two people and two calls, of which an analyst knows that they are one."""
    wipe(engine)
    store.add(
        engine,
        [
            reading("a", "2025-02-15", Told(Kind.CALL, Status.HELD, (RUBIO, LAVROV), "2025-02-14"), named=SYRIAN[:1]),
            reading("b", "2025-02-15", Told(Kind.CALL, Status.HELD, (RUBIO, LAVROV), "2025-02-15"), named=SYRIAN[1:]),
        ],
        NOW,
    )
    with served(engine) as client:
        yield engine, client


def asked(client: httpx.Client, query: str, name: str) -> dict[str, Any]:
    answer: dict[str, Any] = client.post("/graphql", json={"query": query, "variables": {"id": name}}).json()
    return answer


def test_a_meeting_that_was_merged_away_answers_as_the_one_it_became(graph: tuple[Database, httpx.Client]) -> None:
    database, client = graph
    rows = database.rows("MATCH (m:Meeting) RETURN DISTINCT m.id AS id ORDER BY id")
    first, second = (str(row["id"]) for row in rows)
    judged = judge.same(database, first, second, author="ann", made=NOW)
    for name in (first, second):
        assert asked(client, MEETING, name)["data"]["meeting"] == {"id": judged.after[0]}
    judge.undo(database, judged.judgement.id, author="ann", made=NOW + timedelta(days=1))
    for name in (first, second):
        assert asked(client, MEETING, name)["data"]["meeting"] == {"id": name}


def test_a_person_who_was_merged_away_answers_as_the_one_they_became(graph: tuple[Database, httpx.Client]) -> None:
    database, client = graph
    names = sorted(one.name for one in SYRIAN)
    rows = database.rows("MATCH (p:Person) WHERE p.name IN $names RETURN p.id AS id", names=names)
    first, second = (str(row["id"]) for row in rows)
    judged = judge.same(database, first, second, author="ann", made=NOW)
    for name in (first, second):
        person = asked(client, PERSON, name)["data"]["person"]
        assert (person["id"], {person["name"], *person["aliases"]}) == (judged.after[0], set(names))
    judge.undo(database, judged.judgement.id, author="ann", made=NOW + timedelta(days=1))
    assert {asked(client, PERSON, name)["data"]["person"]["id"] for name in (first, second)} == {first, second}


def test_an_id_of_what_no_article_says_any_more_is_not_found(graph: tuple[Database, httpx.Client]) -> None:
    database, client = graph
    rows = database.rows("MATCH (c:Claim)<-[:REPORTS]-(:Article {source: 'b'}) RETURN DISTINCT c.seed AS id")
    gone = str(rows[0]["id"])
    judged = judge.retract(database, "b", author="ann", made=NOW)
    (error,) = asked(client, MEETING, gone)["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"
    judge.undo(database, judged.judgement.id, author="ann", made=NOW + timedelta(days=1))
    assert asked(client, MEETING, gone)["data"]["meeting"]["id"] == gone
