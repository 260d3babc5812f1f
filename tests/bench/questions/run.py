"""The bench: fills a Neo4j, starts the two services, asks."""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from schema.database import AsyncReader, Database
from schema.settings import Settings
from service.graphql import execute
from service.graphql.directories import Names
from service.queries import Reader, Record
from tests.bench.questions.asked import Question, first_pages, questions
from tests.bench.questions.graph import Sides, filled
from tests.bench.questions.load import Ask, Connection, Waited, waited
from tests.neo4j.server import neo4j_server

MEETINGS = 50_000
"""Each of two people: 100,000 edges between people and meetings."""
CLIENTS = (1, 16)
SECONDS = 4.0
SIZES = (1_000, 100_000, 1_000_000)
"""Meetings, for the cost of a first page."""

_HERE = Path(__file__).parent
_WAYS = ("@neo4j/graphql", "driver", "diplograph")


class Recorder(Reader):
    """Keeps the queries that an answer takes."""

    def __init__(self, rows: AsyncReader) -> None:
        super().__init__(rows, 60)
        self.asked: list[tuple[str, Mapping[str, Any]]] = []

    async def read(self, query: str, parameters: Mapping[str, Any]) -> list[Record]:
        """The rows."""
        self.asked.append((query, dict(parameters)))
        return await super().read(query, parameters)


def run() -> None:
    """Milliseconds until the answer, beside @neo4j/graphql and the driver."""
    missing = [tool for tool in ("java", "mvn", "npm") if not shutil.which(tool)]
    if missing:
        print(f"\nQuestions are left out: {', '.join(missing)} is missing, for Neo4j and @neo4j/graphql")
        return
    print(f"\nFive questions about {MEETINGS:,} meetings of two people each")
    print("×: p50 of diplograph by that of @neo4j/graphql, and by that of the driver with the same queries")
    with _neo4j(MEETINGS) as (settings, database, sides), _node(settings) as theirs, _diplograph(settings) as ours:
        asyncio.run(_compare(database, questions(sides), theirs, ours))


def run_sizes() -> None:
    """Milliseconds until the first page of each list is there, by the number of meetings."""
    if missing := [tool for tool in ("java", "mvn") if not shutil.which(tool)]:
        print(f"\nFirst pages are left out: {', '.join(missing)} is missing, for Neo4j")
        return
    found: dict[str, list[Waited]] = {}
    for size in SIZES:
        with _neo4j(size) as (settings, _, sides), _diplograph(settings) as ours:
            for question in first_pages(sides):
                found.setdefault(question.title, []).append(asyncio.run(_first(question, ours)))
    print("\nThe first page of each list: ms at p50, by the number of meetings")
    print(" " * 42 + "".join(f"{size:12,}" for size in SIZES))
    for title, waits in found.items():
        print(f"  {title:40}" + "".join(f"{each.p50:12.1f}" for each in waits), flush=True)


@contextmanager
def _neo4j(meetings: int) -> Iterator[tuple[Settings, Database, Sides]]:
    """A Neo4j of its own with so many meetings."""
    with neo4j_server() as (address, password), TemporaryDirectory() as data:
        settings = Settings.model_validate({"database": address, "database_password": password, "data": data})
        with filled(settings, meetings) as (database, sides):
            yield settings, database, sides


async def _compare(database: Database, asked: list[Question], theirs: int, ours: int) -> None:
    async with AsyncReader(database.server) as rows:
        names = Names()
        for question in asked:
            await _check(question, theirs, ours)
            recorder = Recorder(rows)
            await execute(recorder, question.ours, question.variables, names=names)
            recorder.asked.clear()
            await execute(recorder, question.ours, question.variables, names=names)
            print(f"\n{question.title}: ms at p50 and p95, in {len(recorder.asked)} queries of ours")
            for clients in CLIENTS:
                found = {
                    "@neo4j/graphql": await _over_http(theirs, question.theirs, _theirs(question), clients),
                    "driver": await waited([_replay(recorder)] * clients, SECONDS),
                    "diplograph": await _over_http(ours, question.ours, question.variables, clients),
                }
                told = "   ".join(f"{way} {found[way].p50:7.1f} {found[way].p95:7.1f}" for way in _WAYS)
                ours_now = found["diplograph"].p50
                ratios = f"× {ours_now / found['@neo4j/graphql'].p50:.2f}, × {ours_now / found['driver'].p50:.2f}"
                print(f"  {clients:3} clients   {told}   {ratios}", flush=True)


async def _check(question: Question, theirs: int, ours: int) -> None:
    """Raise where the two do not find the same number of meetings."""
    counts = []
    for port, query, variables in (
        (theirs, question.theirs, _theirs(question)),
        (ours, question.ours, question.variables),
    ):
        counts.append(question.count(await _asked(port, question.title, query, variables)))
    if counts[0] != counts[1] or not counts[0]:
        raise RuntimeError(f"{question.title}: {counts[0]} meetings of theirs, {counts[1]} of ours")


async def _asked(port: int, title: str, query: str, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The answer's data; raises where there are errors."""
    connection = await Connection.open(port)
    answer = json.loads(await connection.post(_body(query, variables)))
    await connection.close()
    if "errors" in answer:
        raise RuntimeError(f"{title}: {answer['errors'][0]['message']}")
    data: dict[str, Any] = answer["data"]
    return data


def _theirs(question: Question) -> dict[str, Any]:
    """Their variables: ids where ours are names."""
    return {name: value.replace("Polity ", "g") for name, value in question.variables.items()}


async def _over_http(port: int, query: str, variables: Mapping[str, Any], clients: int) -> Waited:
    connections = [await Connection.open(port) for _ in range(clients)]
    body = _body(query, variables)

    def ask(connection: Connection) -> Ask:
        return lambda: connection.post(body)

    found = await waited([ask(each) for each in connections], SECONDS)
    for connection in connections:
        await connection.close()
    return found


async def _first(question: Question, port: int) -> Waited:
    await _asked(port, question.title, question.ours, question.variables)
    return await _over_http(port, question.ours, question.variables, 1)


def _replay(recorder: Recorder) -> Ask:
    async def ask() -> None:
        for query, parameters in recorder.asked:
            await Reader.read(recorder, query, parameters)

    return ask


def _body(query: str, variables: Mapping[str, Any]) -> bytes:
    return json.dumps({"query": query, "variables": variables}).encode()


@contextmanager
def _node(settings: Settings) -> Iterator[int]:
    """The port of a service made of @neo4j/graphql."""
    with TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json", "server.js"):
            shutil.copy(_HERE / name, folder)
        quiet = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(quiet, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        password = settings.database_password
        secret = password.get_secret_value() if password else ""
        command = ["node", "server.js", str(settings.database), secret]
        with _process(command, folder, os.environ, r"^(\d+)$", subprocess.PIPE, None) as port:
            yield port


@contextmanager
def _diplograph(settings: Settings) -> Iterator[int]:
    """The port of the service over the same Neo4j."""
    password = settings.database_password
    environment = {
        **os.environ,
        "DIPLOGRAPH_DATABASE": str(settings.database),
        "DIPLOGRAPH_DATABASE_PASSWORD": password.get_secret_value() if password else "",
        "DIPLOGRAPH_PORT": "0",
        "DIPLOGRAPH_QUERY_TIMEOUT": "60",  # Neo4j plans a query when it is first asked
    }
    command = [str(Path(sys.executable).with_name("diplograph")), "serve"]
    with _process(command, None, environment, r"http://[^/]*:(\d+)/", None, subprocess.PIPE) as port:
        yield port


@contextmanager
def _process(
    command: list[str], folder: str | None, environment: Mapping[str, str], says: str, out: int | None, err: int | None
) -> Iterator[int]:
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=err, text=True)
    told = process.stdout or process.stderr
    assert told is not None
    with process:
        try:
            port = next(int(found[1]) for line in told if (found := re.search(says, line)))
            Thread(target=told.read, daemon=True).start()  # it logs every request, and would wait for a reader
            yield port
        finally:
            process.send_signal(signal.SIGTERM)
