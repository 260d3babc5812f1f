"""What loaders and service may rely on, whichever engine answers."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from neo4j import ManagedTransaction

from schema.database import AsyncReader, Database
from schema.database.connection import Server
from schema.database.migrations import read_steps
from schema.database.remote import Remote
from schema.errors import DatabaseError, DatabaseUnreachable, QueryTimeout
from schema.settings import Settings

MERGE_PEOPLE = "UNWIND $rows AS row MERGE (p:Person {id: row.id}) SET p.name = row.name"
PEOPLE = "MATCH (p:Person) RETURN p.id AS id, p.name AS name ORDER BY id"
COUNT_PEOPLE = "MATCH (p:Person) RETURN count(p) AS people"

# Some 10^10 combinations: hours.
ENDLESS = """
UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c
WITH a, b, c WHERE a * b * c = -1
RETURN count(*) AS found
"""
RUNNING = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $query RETURN count(*) AS running"


def merge(database: Database, *people: dict[str, str]) -> None:
    database.write(lambda transaction: transaction.run(MERGE_PEOPLE, rows=list(people)).consume())


def test_a_committed_write_is_read_back(database: Database) -> None:
    merge(database, {"id": "p1", "name": "Baerbock"})
    assert database.rows(PEOPLE) == [{"id": "p1", "name": "Baerbock"}]


@pytest.mark.parametrize(
    "name",
    ["Šefčovič", "Сергей Лавров", "王毅", "عبد الله", "Ōta 🕊", 'O\'Brien "Bob" \\ `x`', "line\nbreak\ttab", "e\u0301"],
)
def test_names_in_any_script_are_kept_exactly(database: Database, name: str) -> None:
    merge(database, {"id": "p1", "name": name})
    assert database.rows(PEOPLE) == [{"id": "p1", "name": name}]
    assert database.rows("MATCH (p:Person {name: $name}) RETURN p.id AS id", name=name) == [{"id": "p1"}]


def test_a_long_text_is_kept_exactly(database: Database) -> None:
    text = "Der Außenminister sagte: „Ja“. " * 30_000
    database.write(
        lambda transaction: transaction.run("CREATE (:Article {id: 'a1', text: $text})", text=text).consume()
    )
    assert database.rows("MATCH (a:Article) RETURN a.text AS text") == [{"text": text}]


def test_lists_numbers_and_missing_values_come_back_as_they_went(database: Database) -> None:
    properties = {"id": "p1", "aliases": ["A", "B"], "empty": [], "share": 0.25, "count": 2**40, "real": True}
    database.write(lambda transaction: transaction.run("CREATE (p:Person) SET p = $p", p=properties).consume())
    assert database.rows("MATCH (p:Person) RETURN p, p.nothing AS nothing") == [{"p": properties, "nothing": None}]


def test_partial_dates_compare_as_text(database: Database) -> None:
    rows = [{"key": key, "start": start} for key, start in (("a", "2025"), ("b", "2025-02"), ("c", "2025-02-11"))]
    database.write(lambda t: t.run("UNWIND $rows AS row CREATE (m:Meeting) SET m = row", rows=rows).consume())
    found = database.rows("MATCH (m:Meeting) WHERE m.start >= $day RETURN m.key AS key ORDER BY key", day="2025-02")
    assert found == [{"key": "b"}, {"key": "c"}]


def test_an_exception_leaves_nothing_behind(database: Database) -> None:
    def work(transaction: ManagedTransaction) -> None:
        transaction.run(MERGE_PEOPLE, rows=[{"id": "p1", "name": "Nobody"}]).consume()
        assert transaction.run(COUNT_PEOPLE).single(strict=True)["people"] == 1
        raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        database.write(work)
    assert database.rows(COUNT_PEOPLE) == [{"people": 0}]


def test_others_do_not_see_what_is_not_committed(database: Database) -> None:
    def work(transaction: ManagedTransaction) -> object:
        transaction.run(MERGE_PEOPLE, rows=[{"id": "p1", "name": "Nobody yet"}]).consume()
        with ThreadPoolExecutor() as other:
            return other.submit(database.rows, COUNT_PEOPLE).result()

    assert database.write(work) == [{"people": 0}]
    assert database.rows(COUNT_PEOPLE) == [{"people": 1}]


def test_ten_thousand_rows_go_in_one_batch_and_twice_is_once(database: Database) -> None:
    rows = [{"id": f"p{number:05}", "name": f"Person {number}"} for number in range(10_000)]
    merge(database, *rows)
    merge(database, *rows)
    assert database.rows(PEOPLE) == rows


@pytest.mark.parametrize(
    "label",
    [
        "Article",
        "Claim",
        "Mention",
        "Judgement",
        "Person",
        "Office",
        "Polity",
        "Venue",
        "Topic",
        "Profile",
        "Key",
        "Counter",
    ],
)
def test_ids_are_unique(database: Database, label: str) -> None:
    create = f"CREATE (n:{label} {{id: 'x'}})"
    database.write(lambda transaction: transaction.run(create).consume())
    with pytest.raises(DatabaseError):
        database.write(lambda transaction: transaction.run(create).consume())
    assert database.rows(f"MATCH (n:{label}) RETURN n.id AS id") == [{"id": "x"}]


def test_a_meeting_has_several_states_with_one_key_each(database: Database) -> None:
    create = "CREATE (:Meeting {id: 'm1', key: $key})"
    for key in ("m1@2025-01-01", "m1@2025-01-02"):
        database.write(lambda transaction, key=key: transaction.run(create, key=key).consume())  # type: ignore[misc]
    with pytest.raises(DatabaseError):
        database.write(lambda transaction: transaction.run(create, key="m1@2025-01-02").consume())
    assert database.rows("MATCH (m:Meeting) RETURN count(m) AS states") == [{"states": 2}]


def test_people_who_are_merged_by_many_at_once_exist_once(database: Database) -> None:
    start = threading.Barrier(8)

    def load(loader: int) -> None:
        start.wait()
        merge(database, *({"id": f"p{number}", "name": str(loader)} for number in range(20)))

    with ThreadPoolExecutor(8) as loaders:
        list(loaders.map(load, range(8)))
    assert database.rows(COUNT_PEOPLE) == [{"people": 20}]


def test_no_update_is_lost_among_many(database: Database) -> None:
    merge(database, {"id": "p1", "name": "Busy"})

    def load(loader: int) -> None:
        for number in range(5):
            database.write(
                lambda transaction, key=f"{loader}-{number}": transaction.run(  # type: ignore[misc]
                    """
                    MATCH (p:Person {id: 'p1'}) SET p.meetings = coalesce(p.meetings, 0) + 1
                    MERGE (m:Meeting {key: $key}) MERGE (m)<-[:ATTENDED]-(p)
                    """,
                    key=key,
                ).consume()
            )

    with ThreadPoolExecutor(4) as loaders:
        list(loaders.map(load, range(4)))
    found = database.rows("MATCH (p:Person)-[:ATTENDED]->(m:Meeting) RETURN p.meetings AS counted, count(m) AS there")
    assert found == [{"counted": 20, "there": 20}]


def test_a_query_that_takes_too_long_is_ended_and_says_so(database: Database) -> None:
    async def ask() -> float:
        async with AsyncReader(database.server) as reader:
            began = time.monotonic()
            with pytest.raises(QueryTimeout, match="DIPLOGRAPH_QUERY_TIMEOUT"):
                await reader.rows(ENDLESS, 1.0)
            return time.monotonic() - began

    assert asyncio.run(ask()) < 20
    # Not merely given up on this side: the engine does not work on either.
    deadline = time.monotonic() + 20
    while database.rows(RUNNING, query=ENDLESS) != [{"running": 0}]:
        assert time.monotonic() < deadline


def test_questions_are_answered_side_by_side(database: Database) -> None:
    merge(database, {"id": "p1", "name": "Present"})

    async def ask() -> list[list[dict[str, object]]]:
        async with AsyncReader(database.server) as reader:
            query = "MATCH (p:Person {id: $id}) RETURN p.name AS name"
            return await asyncio.gather(*(reader.rows(query, 20.0, id=f"p{number % 2}") for number in range(40)))

    answers = asyncio.run(ask())
    assert answers[0::2] == [[]] * 20
    assert answers[1::2] == [[{"name": "Present"}]] * 20


def test_a_faulty_query_is_reported_with_what_the_engine_says(database: Database) -> None:
    with pytest.raises(DatabaseError, match="SELEC"):
        database.rows("SELEC 1")
    with pytest.raises(DatabaseError, match="missing"):
        database.rows("RETURN $missing AS value")


def elsewhere(server: Server, **changes: str) -> Settings:
    endpoint = replace(server.endpoint, **changes)
    return Settings.model_validate(
        {
            "database": endpoint.uri,
            "database_user": endpoint.user,
            "database_password": endpoint.password,
            "database_name": endpoint.database,
        }
    )


def test_a_wrong_password_is_named_as_such(engine: Database) -> None:
    settings = elsewhere(engine.server, password="not this one")  # noqa: S106
    with pytest.raises(DatabaseUnreachable, match="DIPLOGRAPH_DATABASE_PASSWORD") as raised:
        Database(Remote(settings))
    assert "not this one" not in str(raised.value)


def test_an_unknown_database_is_named_as_such(engine: Database) -> None:
    with (
        Database(Remote(elsewhere(engine.server, database="atlantis"))) as database,
        pytest.raises(DatabaseUnreachable, match=r"'atlantis'.*DIPLOGRAPH_DATABASE_NAME"),
    ):
        database.rows(COUNT_PEOPLE)


def test_a_cluster_address_works_too(database: Database) -> None:
    settings = elsewhere(database.server, uri=database.server.endpoint.uri.replace("bolt://", "neo4j://"))
    with Database(Remote(settings)) as routed:
        merge(routed, {"id": "p1", "name": "Routed"})
        assert routed.rows(PEOPLE) == [{"id": "p1", "name": "Routed"}]


def test_the_constraints_and_indexes_are_all_there(engine: Database) -> None:
    made = [statement for step in read_steps() for statement in step.statements if statement.startswith("CREATE ")]
    wanted = {statement.split()[2] for statement in made}
    named = engine.rows("SHOW CONSTRAINTS YIELD name") + engine.rows("SHOW INDEXES YIELD name")
    assert wanted <= {str(row["name"]) for row in named}
