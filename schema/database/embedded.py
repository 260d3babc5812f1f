"""The embedded database: ArcadeDB in a child process, with its files in the data folder.

It is there so that diplograph runs with nothing else installed. The database and the Java that runs it come with the
package ``arcadedb-embedded``. A :mod:`schema.database.keeper` stands between this process and the database.
"""

import importlib.util
import json
import os
import secrets
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from schema.database import keeper
from schema.database.connection import Endpoint, Engine
from schema.errors import DatabaseBusy, DatabaseDied, DatabaseError, DataFolderError
from schema.settings import Settings

DATABASE = "diplograph"

EXIT_SECONDS = 1.0
"""How long the keeper may take to notice that the database died, and to say why."""

OUT_OF_MEMORY = ("OutOfMemoryError", "Too small maximum heap", "Could not reserve enough space")
"""What Java says when the heap is too small to run in, to begin with, or too large for the machine."""


class Embedded:
    """The database of one data folder, running until ``close`` or until this process ends, in whatever way.

    When it dies by itself it is started again at the same address, some two seconds later; the driver tries a
    transaction again for longer than that.

    Raises:
        DatabaseBusy: another process owns the folder.
        DataFolderError: the folder cannot be made or written.
        DatabaseDied: the database does not start.
    """

    engine = Engine.EMBEDDED

    def __init__(self, settings: Settings) -> None:
        self.writing = threading.RLock()
        self._folder = (settings.data / "database").absolute()
        self._heap = settings.heap
        self._last: dict[str, Any] = {}
        self._hearing = threading.Lock()
        _make_folder(self._folder)
        password = secrets.token_urlsafe(24)
        java, jars = _runtime()
        plan = keeper.Plan(str(self._folder), str(java), [str(jar) for jar in jars], self._heap, password, DATABASE)
        self._keeper = subprocess.Popen(  # noqa: S603 no part of the command comes from a user
            [sys.executable, "-P", keeper.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            # Ctrl-C at a terminal is to reach this process alone, which then stops the database in order.
            start_new_session=True,
        )
        try:
            self._say(plan)
            self._hear()
            if self._last.get("event") != "ready":
                raise self._explained()
            self.endpoint = Endpoint(f"bolt://127.0.0.1:{self._last['port']}", "root", password, DATABASE)
        except BaseException:
            self.close()
            raise

    def check(self) -> None:
        """Raise why the database is gone, when it could not be started again."""
        if self._keeper.poll() is not None:
            raise self.lost()

    def lost(self) -> DatabaseError:
        """Why the database does not answer."""
        try:
            self._keeper.wait(EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            return DatabaseDied(f"The embedded database does not answer. Try again; its log is {self._log}.")
        self._hear()
        return self._explained()

    def close(self) -> None:
        """Stop the database and wait until its files are closed and the folder is free for another process."""
        assert self._keeper.stdin  # noqa: S101 asked for above
        assert self._keeper.stdout  # noqa: S101
        self._keeper.stdin.close()
        self._keeper.wait()
        self._keeper.stdout.close()

    @property
    def _log(self) -> Path:
        return self._folder / "database.log"

    def _say(self, plan: keeper.Plan) -> None:
        assert self._keeper.stdin  # noqa: S101 asked for above
        self._keeper.stdin.write(plan.line())
        self._keeper.stdin.flush()

    def _hear(self) -> None:
        """Take in the keeper's next message; after its last one that stays."""
        assert self._keeper.stdout  # noqa: S101 asked for above
        with self._hearing:
            if not self._keeper.stdout.closed and (line := self._keeper.stdout.readline()):
                self._last = json.loads(line)

    def _explained(self) -> DatabaseError:
        message = self._last
        log = str(message.get("log", ""))
        if message.get("event") == "busy":
            return DatabaseBusy(
                f"The data folder {self._folder.parent} is in use by process {message['owner']}. Stop that process, "
                "choose another folder with DIPLOGRAPH_DATA, or let several processes share a Neo4j server with "
                "DIPLOGRAPH_DATABASE."
            )
        if message.get("event") == "unusable":
            return _unusable(self._folder, str(message["reason"]))
        if any(phrase in log for phrase in OUT_OF_MEMORY):
            return DatabaseDied(
                f"The embedded database ran out of memory ({self._heap}). Set DIPLOGRAPH_HEAP to more, such as 2g, but "
                "to less than this machine has."
            )
        if "Unable to listen" in log:
            return DatabaseBusy(
                f"Another program took the embedded database's port ({self.endpoint.uri}) while it was started again. "
                "Start diplograph again; it then chooses a free port."
            )
        return DatabaseDied(f"The embedded database ended by itself, repeatedly. Its log, {self._log}, ends:\n{log}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lock").touch()
    except OSError as error:
        raise _unusable(folder, error.strerror or str(error)) from None


def _unusable(folder: Path, reason: str) -> DataFolderError:
    return DataFolderError(
        f"The data folder {folder.parent} cannot be used: {reason}. Choose another one with DIPLOGRAPH_DATA, or make "
        "it writable and see that the disk has room."
    )


def _runtime() -> tuple[Path, list[Path]]:
    """The Java launcher and the database's libraries.

    The package that holds them is not imported, as that would load Java into this process.
    """
    found = importlib.util.find_spec("arcadedb_embedded")
    if found is None or not found.submodule_search_locations:
        raise DatabaseDied(
            "The package arcadedb-embedded is missing. Install diplograph again, or set DIPLOGRAPH_DATABASE."
        )
    home = Path(found.submodule_search_locations[0])
    java = home / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")
    return java, sorted((home / "jars").glob("*.jar"))
