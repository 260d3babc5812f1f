"""The graph's version: steps are applied once, completed when cut short, and a newer graph is left alone."""

from collections.abc import Iterator

import pytest

from schema.database import Database, migrate
from schema.database.migrations import Step, read_steps
from schema.errors import DatabaseError, SchemaTooNew

VERSION = "MATCH (s:Schema {id: 'schema'}) RETURN s.version AS version"
RESTORE = "MATCH (s:Schema {id: 'schema'}) SET s.version = $version"
NAMES = "SHOW INDEXES YIELD name RETURN collect(name) AS names"

LATER = Step(
    1000,
    "later step",
    ("CREATE INDEX later_one IF NOT EXISTS FOR (n:Later) ON (n.one)", "MERGE (n:Later {one: 1}) SET n.done = true"),
)


@pytest.fixture
def graph(database: Database) -> Iterator[Database]:
    """An empty graph whose version and indexes are put back afterwards."""
    before = database.rows(VERSION)[0]["version"]
    yield database
    database.write(lambda transaction: transaction.run(RESTORE, version=before).consume())
    database.write(lambda transaction: transaction.run("DROP INDEX later_one IF EXISTS").consume())


def test_steps_have_increasing_versions_and_names() -> None:
    steps = read_steps()
    assert [step.version for step in steps] == list(range(1, len(steps) + 1))
    assert steps[0].name == "constraints and indexes"


def test_an_opened_graph_has_the_newest_version_and_needs_nothing(graph: Database) -> None:
    assert graph.rows(VERSION) == [{"version": read_steps()[-1].version}]
    assert migrate(graph) == []


def test_a_new_step_is_applied_once(graph: Database) -> None:
    assert migrate(graph, [*read_steps(), LATER]) == ["later step"]
    assert migrate(graph, [*read_steps(), LATER]) == []
    assert graph.rows(VERSION) == [{"version": 1000}]
    assert graph.rows("MATCH (n:Later) RETURN n.done AS done") == [{"done": True}]


def test_a_step_that_was_cut_short_is_completed_the_next_time(graph: Database) -> None:
    cut_short = Step(LATER.version, LATER.name, (LATER.statements[0], "THIS FAILS"))
    with pytest.raises(DatabaseError):
        migrate(graph, [*read_steps(), cut_short])
    assert graph.rows(VERSION) == [{"version": read_steps()[-1].version}]
    assert migrate(graph, [*read_steps(), LATER]) == ["later step"]
    assert graph.rows("MATCH (n:Later) RETURN n.done AS done") == [{"done": True}]


def test_a_graph_of_a_newer_diplograph_is_refused_and_left_alone(graph: Database) -> None:
    graph.write(lambda transaction: transaction.run(RESTORE, version=1001).consume())
    with pytest.raises(SchemaTooNew, match=r"version 1001.*knows 1000.*pip install --upgrade"):
        migrate(graph, [LATER])
    assert graph.rows(VERSION) == [{"version": 1001}]
    assert graph.rows("MATCH (n:Later) RETURN n.done AS done") == []
