"""The embedded database as a process: started, watched, restarted and stopped, whatever happens to its owner."""

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from neo4j import ManagedTransaction

from schema.database import AsyncReader, Database, Row, open_database
from schema.errors import DatabaseBusy, DatabaseDied, DataFolderError
from schema.settings import Settings
from tests.engines import EMBEDDED, settings_for

COUNT = "MATCH (p:Person) RETURN count(p) AS people"
ADD = "MERGE (:Person {id: $id})"

OWNER = """
import sys
from pathlib import Path
from schema.database import open_database
from tests.engines import settings_for

with open_database(settings_for("embedded", Path(sys.argv[1]))) as database:
    for number in range(10**9):
        database.write(lambda transaction: transaction.run("CREATE (:Person {id: $id})", id=str(number)).consume())
        print(number, flush=True)
"""


def add(database: Database, person: str) -> None:
    database.write(lambda transaction: transaction.run(ADD, id=person).consume())


def processes() -> tuple[psutil.Process, psutil.Process]:
    """The youngest keeper that this process started, and its Java."""
    keepers = [child for child in psutil.Process().children() if "keeper.py" in " ".join(child.cmdline())]
    keeper = max(keepers, key=psutil.Process.create_time)
    (java,) = keeper.children()
    return keeper, java


def gone(*ended: psutil.Process) -> bool:
    return not psutil.wait_procs(ended, timeout=40)[1]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    # Whatever a path may hold, it need not be escaped by anybody.
    return settings_for(EMBEDDED, tmp_path / "mes données 'à moi' \"数据\" %1 $HOME \\n")


@pytest.fixture
def embedded(settings: Settings) -> Iterator[Database]:
    with open_database(settings) as database:
        yield database


def test_data_is_kept_and_nothing_else(settings: Settings) -> None:
    temporary = set(Path(tempfile.gettempdir()).iterdir())
    with open_database(settings) as database:
        add(database, "p1")
        keeper, java = processes()
        started_by_others = set(Path(tempfile.gettempdir()).iterdir()) - temporary
        assert not [path for path in started_by_others if str(java.pid) in path.name]
    assert gone(keeper, java)
    left = {path.name for path in (settings.data / "database").iterdir()}
    assert left <= {"databases", "database.log", "lock"}
    with open_database(settings) as database:
        assert database.rows(COUNT) == [{"people": 1}]


def test_it_is_reachable_by_its_owner_alone(embedded: Database, settings: Settings) -> None:
    _, java = processes()
    addresses = {connection.laddr.ip for connection in java.net_connections("inet") if connection.status == "LISTEN"}
    assert {address.removeprefix("::ffff:") for address in addresses} == {"127.0.0.1"}
    password = embedded.server.endpoint.password
    for process in psutil.Process().children(recursive=True):
        assert password not in " ".join(process.cmdline())
        assert password not in " ".join(process.environ().values())
    assert password not in repr(embedded.server.endpoint)
    # A second owner is told who the first one is, and does no harm.
    add(embedded, "p1")
    with (
        pytest.raises(DatabaseBusy, match=rf"in use by process {os.getpid()}.*DIPLOGRAPH_DATA"),
        open_database(settings),
    ):
        pass
    assert embedded.rows(COUNT) == [{"people": 1}]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(DataFolderError, match=r"file/data cannot be used: .*DIPLOGRAPH_DATA"),
        open_database(settings_for(EMBEDDED, tmp_path / "file" / "data")),
    ):
        pass


def test_too_little_memory_to_start_is_named(tmp_path: Path) -> None:
    settings = Settings.model_validate({"database": None, "data": tmp_path, "heap": "8m"})
    with pytest.raises(DatabaseDied, match=r"ran out of memory \(8m\).*DIPLOGRAPH_HEAP"), open_database(settings):
        pass


def test_a_write_that_runs_it_out_of_memory_is_given_up_and_the_next_one_works(tmp_path: Path) -> None:
    settings = Settings.model_validate({"database": None, "data": tmp_path, "heap": "48m"})
    attempts = 0

    def work(transaction: ManagedTransaction) -> None:
        nonlocal attempts
        attempts += 1
        query = "UNWIND range(1, 100000) AS n CREATE (:Article {id: toString(n), text: $text})"
        transaction.run(query, text="x" * 20_000).consume()

    with open_database(settings) as database:
        add(database, "p1")
        with pytest.raises(DatabaseDied, match=r"ran out of memory \(48m\).*DIPLOGRAPH_HEAP"):
            database.write(work)
        assert attempts == 1
        assert database.rows(COUNT) == [{"people": 1}]
        assert database.rows("MATCH (a:Article) RETURN count(a) AS articles") == [{"articles": 0}]


def test_when_it_dies_it_is_started_again_and_the_work_is_done(embedded: Database) -> None:
    add(embedded, "p1")
    attempts = 0

    def work(transaction: ManagedTransaction) -> None:
        nonlocal attempts
        attempts += 1
        transaction.run(ADD, id="p2").consume()
        if attempts == 1:
            processes()[1].kill()
        transaction.run(ADD, id="p3").consume()

    embedded.write(work)
    assert attempts == 2
    assert embedded.rows(COUNT) == [{"people": 3}]

    async def ask() -> list[Row]:
        async with AsyncReader(embedded.server) as reader:
            await reader.rows(COUNT, 60.0)
            processes()[1].kill()
            return await reader.rows(COUNT, 60.0)

    assert asyncio.run(ask()) == [{"people": 3}]

    # Without its keeper nothing would start it again or stop it, so it goes with it.
    keeper, java = processes()
    keeper.kill()
    assert gone(keeper, java)
    with pytest.raises(DatabaseDied, match="Start diplograph again"):
        embedded.rows(COUNT)


def test_when_its_port_is_taken_meanwhile_the_error_says_so(embedded: Database) -> None:
    port = int(embedded.server.endpoint.uri.rpartition(":")[2])
    keeper, java = processes()
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        java.kill()
        java.wait()
        other.bind(("127.0.0.1", port))
        # From here on nobody can bind it beside this one.
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
        assert gone(keeper)
    with pytest.raises(DatabaseBusy, match=f"took the embedded database's port.*{port}.*Start diplograph again"):
        embedded.rows(COUNT)


def test_when_the_owner_is_killed_all_ends_and_what_was_committed_is_there(settings: Settings) -> None:
    owner = subprocess.Popen([sys.executable, "-c", OWNER, settings.data], stdout=subprocess.PIPE, text=True)
    assert owner.stdout
    confirmed = [int(next(owner.stdout)) for _ in range(50)]
    children = psutil.Process(owner.pid).children(recursive=True)
    assert len(children) == 2
    owner.kill()
    confirmed += [int(line) for line in owner.stdout]
    owner.wait()
    owner.stdout.close()
    # The next owner need not wait for the last one's database to end.
    with open_database(settings) as database:
        found = {row["id"] for row in database.rows("MATCH (p:Person) RETURN p.id AS id")}
    # The last one may have been committed and not yet confirmed.
    assert {str(number) for number in confirmed} <= found <= {str(number) for number in range(len(confirmed) + 1)}
    assert gone(*children)


def test_when_all_are_killed_at_once_nothing_of_it_goes_on_and_nothing_is_lost(settings: Settings) -> None:
    owner = subprocess.Popen([sys.executable, "-c", OWNER, settings.data], stdout=subprocess.PIPE, text=True)
    assert owner.stdout
    confirmed = int(next(owner.stdout))
    family = [psutil.Process(owner.pid), *psutil.Process(owner.pid).children(recursive=True)]
    for process in family:
        process.kill()
    owner.wait()
    owner.stdout.close()
    assert gone(*family)
    with open_database(settings) as database:
        assert database.rows("MATCH (p:Person {id: $id}) RETURN count(p) AS there", id=str(confirmed)) == [{"there": 1}]


def test_ctrl_c_lets_the_owner_stop_it_in_order(settings: Settings) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, settings.data],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert owner.stdout
    next(owner.stdout)
    children = psutil.Process(owner.pid).children(recursive=True)
    os.killpg(owner.pid, signal.SIGINT)
    _, said = owner.communicate()
    assert "KeyboardInterrupt" in said
    assert gone(*children)
    assert re.search(r"(?i)stopp|shut", (settings.data / "database" / "database.log").read_text())
