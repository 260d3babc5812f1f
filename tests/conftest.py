"""Fixtures that the whole suite shares.

Smallest first; take the smallest that does:

- none: extraction, identity and folding are pure functions and need no database;
- ``database``: an empty migrated graph, once on each engine; a test takes some 10 ms. For several graphs in one
  test (hypothesis), take ``engine`` and call ``tests.engines.wipe(engine)`` before each;
- ``engine``: the same database as the test before left it; one embedded process and one Neo4j serve the whole run.

The embedded engine always runs. Neo4j runs where ``DIPLOGRAPH_TEST_NEO4J`` names one (``tests/neo4j/start`` runs one);
elsewhere its tests are left out and the end of the run says so. With ``CI`` set, leaving it out is an error.
"""

import os
from collections.abc import Iterator

import pytest

from schema.database import Database, open_database
from tests.engines import ADDRESS, NEO4J, engines, settings_for, wipe

LEFT_OUT = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get("CI") and NEO4J not in engines():
        raise pytest.UsageError(f"{ADDRESS} is not set: under CI the tests run on Neo4j too; see tests/neo4j/start.")
    config.stash[LEFT_OUT] = 0


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", engines(), indirect=True, scope="session")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if NEO4J not in engines():
        config.stash[LEFT_OUT] = sum("engine" in getattr(item, "fixturenames", ()) for item in items)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if left_out := config.stash[LEFT_OUT]:
        terminalreporter.write_line(
            f"Neo4j: {left_out} tests left out; run them with `tests/neo4j/start .venv/bin/python -m pytest`.",
            yellow=True,
        )


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One open database for the whole run, for each engine."""
    with open_database(settings_for(request.param, tmp_path_factory.mktemp("data"))) as opened:
        yield opened


@pytest.fixture
def database(engine: Database) -> Database:
    """An empty graph with its constraints and indexes, on each engine."""
    wipe(engine)
    return engine
