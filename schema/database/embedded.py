"""The embedded database: ArcadeDB in a child process, with its files in the data folder.

It is there so that diplograph runs with nothing else installed. The Java runtime and the database come with the
package ``arcadedb-embedded``.
"""

import importlib.util
import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

from schema.database import keeper
from schema.database.connection import Endpoint, Engine
from schema.errors import DatabaseBusy, DatabaseDied, DatabaseError, DataFolderError
from schema.settings import Settings

DATABASE = "diplograph"


class Embedded:
    """The database of one data folder, running until ``close`` or until this process ends, in whatever way.

    Raises:
        DatabaseBusy: another process owns the folder.
        DataFolderError: the folder cannot be made or written.
        DatabaseDied: the database does not start.
    """

    engine = Engine.EMBEDDED
    retry_seconds = 15.0

    def __init__(self, settings: Settings) -> None:
        self._folder = (settings.data / "database").absolute()
        self._heap = settings.heap
        _make_folder(self._folder)
        java, jars = _runtime()
        password = secrets.token_urlsafe(24)
        plan = {
            "folder": str(self._folder),
            "java": str(java),
            "jars": [str(jar) for jar in jars],
            "heap": settings.heap,
            "password": password,
            "database": DATABASE,
        }
        # A session of its own: Ctrl-C at a terminal reaches this process alone, which then stops the database in order.
        self._keeper = subprocess.Popen(  # noqa: S603 no part of the command comes from a user
            [sys.executable, "-I", keeper.__file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self._keeper.stdin  # noqa: S101 it was asked for
        self._keeper.stdin.write(json.dumps(plan) + "\n")
        self._keeper.stdin.flush()
        message = self._hear()
        if message.get("event") != "ready":
            self.close()
            raise self._explain(message)
        self.endpoint = Endpoint(f"bolt://127.0.0.1:{message['port']}", "root", password, DATABASE)

    def lost(self) -> DatabaseError:
        """Why the database does not answer."""
        if self._keeper.poll() is None:
            return DatabaseDied(
                f"The embedded database did not answer in time. Try again; its log is {self._folder / 'database.log'}."
            )
        return self._explain(self._hear())

    def close(self) -> None:
        """Stop the database and wait until its files are closed and the folder is free."""
        assert self._keeper.stdin  # noqa: S101 both were asked for
        assert self._keeper.stdout  # noqa: S101
        self._keeper.stdin.close()
        self._keeper.wait()
        self._keeper.stdout.close()

    def _hear(self) -> dict[str, object]:
        assert self._keeper.stdout  # noqa: S101 it was asked for
        line = self._keeper.stdout.readline()
        return dict(json.loads(line)) if line else {}

    def _explain(self, message: dict[str, object]) -> DatabaseError:
        if message.get("event") == "busy":
            return DatabaseBusy(
                f"The data folder {self._folder.parent} is in use by process {message['owner']}. Stop that one "
                "(`diplograph serve` and a loader cannot share a folder), choose another folder with DIPLOGRAPH_DATA, "
                "or use a Neo4j server with DIPLOGRAPH_DATABASE."
            )
        log = str(message.get("log", ""))
        if "OutOfMemoryError" in log:
            return DatabaseDied(
                f"The embedded database ran out of memory ({self._heap}). Give it more with "
                "DIPLOGRAPH_HEAP, such as 2g."
            )
        return DatabaseDied(
            f"The embedded database ended by itself; its log is {self._folder / 'database.log'}.\n{log}"
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lock").touch()
    except OSError as error:
        raise DataFolderError(
            f"The data folder {folder.parent} cannot be used: {error.strerror}. Choose another one with "
            "DIPLOGRAPH_DATA, or make it writable."
        ) from None


def _runtime() -> tuple[Path, list[Path]]:
    """The Java launcher and the database's libraries.

    The package that holds them is not imported, as that would load Java into this process.
    """
    found = importlib.util.find_spec("arcadedb_embedded")
    if found is None or not found.submodule_search_locations:
        raise DatabaseDied(
            "The package arcadedb-embedded is missing: reinstall diplograph, or set DIPLOGRAPH_DATABASE."
        )
    home = Path(found.submodule_search_locations[0])
    java = home / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")
    return java, sorted((home / "jars").glob("*.jar"))
