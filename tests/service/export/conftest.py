"""Exports are read by the programs that they are written for.

``gephi`` and ``graphology`` need what ``tests/readers/fetch`` fetches; see ``tests.readers.programs``.
"""

import os

import pytest

from tests.readers.programs import missing

LEFT_OUT = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    read = [item for item in items if {"gephi", "graphology"} & set(getattr(item, "fixturenames", ()))]
    if read and missing():
        if os.environ.get("CI"):
            raise pytest.UsageError(
                f"{', '.join(missing())}: under CI exports are read by them; run tests/readers/fetch."
            )
        items[:] = [item for item in items if item not in read]
        config.stash[LEFT_OUT] = len(read)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if left_out := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(
            f"Gephi: {left_out} tests left out; fetch what they need with `tests/readers/fetch` (83 MB; needs Java 17, "
            "Maven and Node.js).",
            yellow=True,
        )
