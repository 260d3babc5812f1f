"""The embedded database: ArcadeDB in a child process, with its files in the data folder.

It is there so that diplograph runs with nothing else installed. The database and the Java that runs it come with the
package ``arcadedb-embedded``. A :mod:`schema.database.keeper` stands between this process and the database.
"""

import importlib.util
import json
import os
import secrets
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from schema.database import keeper
from schema.database.connection import Endpoint, Engine
from schema.errors import DatabaseBusy, DatabaseDied, DatabaseError, DataFolderError
from schema.settings import Settings

DATABASE = "diplograph"

FULL_BYTES = 2_000_000
"""Room on the disk below which a failure is put down to the lack of it; the database grows by up to 256 kB at once."""

EXIT_SECONDS = 1.0
"""How long the keeper may take to notice that the database died, and to say why."""

OUT_OF_MEMORY = ("OutOfMemoryError", "Too small maximum heap", "Could not reserve enough space")
"""What Java says when its heap turns out too small, is too small to begin with, or is more than the machine has."""


class Embedded:
    """The database of one data folder, running until ``close`` or until this process ends, in whatever way.

    When it dies by itself it is started again at the same address, and what was going on is tried again; only a
    transaction that ran it out of memory is not.

    Raises:
        DatabaseBusy: another process owns the folder.
        DataFolderError: the folder cannot be made or written.
        DatabaseDied: the database does not start.
    """

    engine = Engine.EMBEDDED
    retry_seconds = 1.0

    def __init__(self, settings: Settings) -> None:
        self.writing = threading.RLock()
        self._folder = (settings.data / "database").absolute()
        self._heap = settings.heap
        self._memory_deaths = 0
        self._last: dict[str, Any] = {}
        self._ready = threading.Event()
        self._gone = threading.Event()
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
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        try:
            threading.Thread(target=self._listen, name="keeper", daemon=True).start()
            self._say(plan)
            self._ready.wait()
            if self._last.get("event") != "ready":
                raise self._explained()
            self.endpoint = Endpoint(f"bolt://127.0.0.1:{self._last['port']}", "root", password, DATABASE)
        except BaseException:
            self.close()
            raise

    def check(self) -> None:
        """Raise why the database is gone, when it could not be started again."""
        if self._gone.is_set():
            raise self._explained()

    def recovered(self, seconds: float) -> bool:
        """Whether it is up again, after having died, within so many seconds."""
        return self._ready.wait(seconds) and not self._gone.is_set()

    def lost(self) -> DatabaseError:
        """Why the database does not answer."""
        if self._gone.wait(EXIT_SECONDS):
            return self._explained()
        return DatabaseDied(f"The embedded database does not answer. Try again; its log is {self._log}.")

    def failed(self, said: str) -> DatabaseError:
        """What the database said, unless the disk is full, which it tells its log alone."""
        return self._disk_full() or DatabaseError(said)

    def attempts(self) -> Callable[[], None]:
        """Raises at a later attempt when the database has run out of memory since this call."""
        before = self._memory_deaths

        def check() -> None:
            if self._memory_deaths > before:
                raise self._out_of_memory()

        return check

    def close(self) -> None:
        """Stop the database and wait until its files are closed and the folder is free for another process."""
        assert self._keeper.stdin  # noqa: S101 asked for above
        with suppress(BrokenPipeError):
            self._keeper.stdin.close()
        self._keeper.wait()
        self._gone.wait()

    @property
    def _log(self) -> Path:
        return self._folder / "database.log"

    def _say(self, plan: keeper.Plan) -> None:
        assert self._keeper.stdin  # noqa: S101 asked for above
        # When the keeper has ended already, the listener finds out.
        with suppress(BrokenPipeError):
            self._keeper.stdin.write(plan.line())
            self._keeper.stdin.flush()

    def _listen(self) -> None:
        """Take in the keeper's messages until it ends; the last one tells why."""
        assert self._keeper.stdout  # noqa: S101 asked for above
        with self._keeper.stdout as messages:
            for line in messages:
                self._last = json.loads(line)
                if self._ran_out_of_memory():
                    self._memory_deaths += 1
                if self._last["event"] == "ready":
                    self._ready.set()
                else:
                    self._ready.clear()
        self._gone.set()
        # Nobody is to wait any longer.
        self._ready.set()

    def _ran_out_of_memory(self) -> bool:
        return any(phrase in self._last.get("log", "") for phrase in OUT_OF_MEMORY)

    def _out_of_memory(self) -> DatabaseError:
        return DatabaseDied(
            f"The embedded database ran out of memory ({self._heap}). Set DIPLOGRAPH_HEAP to more, such as 2g, but to "
            "less than this machine has."
        )

    def _disk_full(self) -> DatabaseError | None:
        full = shutil.disk_usage(self._folder).free < FULL_BYTES
        return _unusable(self._folder, "the disk is full") if full else None

    def _explained(self) -> DatabaseError:
        message = self._last
        if message.get("event") == "busy":
            return DatabaseBusy(
                f"The data folder {self._folder.parent} is in use by process {message['owner']}. Stop that process, "
                "choose another folder with DIPLOGRAPH_DATA, or let several processes share a Neo4j server with "
                "DIPLOGRAPH_DATABASE."
            )
        if message.get("event") == "unusable":
            return _unusable(self._folder, str(message["reason"]))
        if self._ran_out_of_memory():
            return self._out_of_memory()
        log = message.get("log", "")
        if "Unable to listen" in log:
            return DatabaseBusy(
                f"Another program took the embedded database's port ({self.endpoint.uri}) while it was started again. "
                "Start diplograph again; it then chooses a free port."
            )
        if message.get("event") in {"ready", "again"}:
            return DatabaseDied("The embedded database was stopped by another program. Start diplograph again.")
        if full := self._disk_full():
            return full
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
