"""``diplograph`` as a function over the database of the suite, and as a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from schema.database import Database
from schema.settings import Settings
from service.cli import main

COMMAND = [sys.executable, "-c", "from service.cli import main; main()"]


@dataclass(frozen=True)
class Result:
    """How a command ended."""

    status: int
    out: str
    err: str


Diplograph = Callable[..., Result]


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but the data folder, which is ``tmp_path / "data"``."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"DIPLOGRAPH_{name.upper()}", raising=False)
    monkeypatch.setenv("DIPLOGRAPH_DATA", str(tmp_path / "data"))


@pytest.fixture
def diplograph(capsys: pytest.CaptureFixture[str]) -> Iterator[Diplograph]:
    """Runs a command in this process."""
    before = signal.getsignal(signal.SIGTERM)

    def run(*arguments: object) -> Result:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return Result(int(ended.value.code or 0), shown.out, shown.err)

    yield run
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def shared(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The database of the suite, empty; commands find it by its address."""
    where = database.server.endpoint
    monkeypatch.setenv("DIPLOGRAPH_DATABASE", where.uri)
    monkeypatch.setenv("DIPLOGRAPH_DATABASE_USER", where.user)
    monkeypatch.setenv("DIPLOGRAPH_DATABASE_PASSWORD", where.password)
    monkeypatch.setenv("DIPLOGRAPH_DATABASE_NAME", where.database or "")
    return database


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts a command as a process with an embedded database of its own; none outlives the test."""
    started: list[subprocess.Popen[str]] = []
    environment = os.environ | {"DIPLOGRAPH_HEAP": "256m"}

    def run(*arguments: object, **variables: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment | variables,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()
