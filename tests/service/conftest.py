"""Fixtures of the service's tests: a served graph, and a browser.

``client`` asks over HTTP a service over the articles of ``tests.service.stories``, which a whole module shares; ``ask``
and ``complaint`` use it. ``browser`` needs Chromium: on the path, or where ``DIPLOGRAPH_TEST_CHROMIUM`` says. Elsewhere
its tests are left out and the end of the run says so. With ``CI`` set, leaving them out is an error. The same holds
for ``axe``, which needs what ``tests/browsing/fetch`` fetches.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, sync_playwright

from loaders.store import add
from schema.database import Database
from tests.browsing import packages
from tests.engines import wipe
from tests.service.serving import served
from tests.service.stories import STORY

Ask = Callable[..., dict[str, Any]]

CHROMIUM = os.environ.get("DIPLOGRAPH_TEST_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
LEFT_OUT = pytest.StashKey[int]()
WITHOUT_AXE = pytest.StashKey[int]()

LOADED = datetime(2025, 3, 1, tzinfo=UTC)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    in_browser = [item for item in items if "browser" in getattr(item, "fixturenames", ())]
    if CHROMIUM is None and in_browser:
        if os.environ.get("CI"):
            raise pytest.UsageError("Chromium is missing: under CI the pages are tested in it; install `chromium`.")
        items[:] = [item for item in items if item not in in_browser]
        config.stash[LEFT_OUT] = len(in_browser)
    judged = [item for item in items if "axe" in getattr(item, "fixturenames", ())]
    if judged and packages.axe() is None:
        if os.environ.get("CI"):
            raise pytest.UsageError("axe-core is missing: under CI it judges the pages; run tests/browsing/fetch.")
        items[:] = [item for item in items if item not in judged]
        config.stash[WITHOUT_AXE] = len(judged)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if left_out := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(
            f"Chromium: {left_out} tests left out; install it (`apt-get install chromium`) or set "
            "DIPLOGRAPH_TEST_CHROMIUM to its path.",
            yellow=True,
        )
    if without_axe := config.stash.get(WITHOUT_AXE, 0):
        terminalreporter.write_line(
            f"axe-core: {without_axe} tests left out; fetch it with `tests/browsing/fetch` (needs Node.js).",
            yellow=True,
        )


@pytest.fixture(scope="module")
def client(engine: Database) -> Iterator[httpx.Client]:
    """The service over the graph of ``STORY``."""
    wipe(engine)
    add(engine, STORY, LOADED)
    with served(engine) as client:
        yield client


@pytest.fixture(scope="module")
def ask(client: httpx.Client) -> Ask:
    """Asks a GraphQL query over HTTP; gives ``data`` where there are no errors."""

    def ask(query: str, **variables: Any) -> dict[str, Any]:
        answer = client.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data

    return ask


@pytest.fixture(scope="module")
def complaint(client: httpx.Client) -> Ask:
    """Asks a GraphQL query over HTTP; gives its one error."""

    def complaint(query: str, **variables: Any) -> dict[str, Any]:
        (error,) = client.post("/graphql", json={"query": query, "variables": variables}).json()["errors"]
        assert isinstance(error, dict)
        return error

    return complaint


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    path = packages.axe()
    assert path is not None
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; for no longer than a module, because Playwright holds the thread's event loop meanwhile."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
