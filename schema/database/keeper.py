"""Runs the embedded database for another process, and never longer than that process lives.

Started by :mod:`schema.database.embedded` as a script of its own, with the standard library and ``filelock`` only, so
that it is up in some 60 ms. It holds the data folder's lock from before the database starts until after it has ended,
starts the database again when it dies, and stops it when its own standard input closes, which the operating system
sees to whatever way the parent ends. A database that outlived its parent would hold the folder without an owner.

What to run arrives as one line of JSON on standard input (a :class:`Plan`); what became of it leaves as lines of JSON
on standard output::

    {"event": "busy", "owner": "1234"}   another process holds the folder
    {"event": "ready", "port": 40077}     the database answers at this port of 127.0.0.1, the same after a death
    {"event": "unusable", "reason": "…"}  the folder cannot be written
    {"event": "again", "log": "…"}        it ended by itself and is started again; the end of its log
    {"event": "died", "log": "…"}         it ended by itself, and starting it again does not help
"""

import contextlib
import ctypes
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

START_SECONDS = 120.0
"""How long a start may take: a slow disk, and the recovery of a large graph after a power cut."""

STOP_SECONDS = 30.0
"""How long the database may take to close its files before it is killed, which loses nothing committed."""

LOCK_SECONDS = 3.0
"""How long to wait for the folder: the keeper of a process that was just killed closes the database first."""

FUTILE = 3
"""Starts in a row that came to nothing, or to less than ``FUTILE_SECONDS`` of life, after which no other is tried."""

FUTILE_SECONDS = 5.0

_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_LISTENING = re.compile(r"BOLT connections on [^:]*:(\d+)")
_STARTED = "ArcadeDB Server started"
_FAILED = 'Exception in thread "main"'

LOG_BYTES = 10_000_000
"""Length at which the log is begun anew; each failed query adds some 2 kB."""

ARGUMENTS = Path("temporary", "arcadedb.arguments")
"""The database's command line, some 8 kB of libraries, which would fill the lists of processes."""

_NOT_NEEDED = ("arcadedb-console", "arcadedb-graphql", "arcadedb-mcp", "arcadedb-postgresw", "arcadedb-redisw")
"""Libraries that would open further doors to the database; without them there are none."""

_LOGGING = """\
handlers = java.util.logging.ConsoleHandler
java.util.logging.ConsoleHandler.formatter = com.arcadedb.log.LogFormatter
.level = INFO
io.undertow.level = WARNING
org.xnio.level = WARNING
org.jboss.level = WARNING
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run and where."""

    folder: str
    """Absolute path of the folder that the database has for itself; it exists."""
    java: str
    jars: list[str]
    heap: str
    """In the notation of ``java -Xmx``."""
    password: str
    """Of the database's only user, ``root``."""
    database: str

    def line(self) -> str:
        """The plan as the keeper reads it."""
        return json.dumps(asdict(self)) + "\n"


class Keeper:
    """One folder, its lock, and the database process in it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.folder = Path(plan.folder)
        self.log = self.folder / "database.log"
        self.parent = os.getppid()
        self.orphaned = threading.Event()
        self.port = 0

    def run(self) -> None:
        """Serve until the parent is gone or the database cannot be kept alive."""
        lock = FileLock(self.folder / "lock")
        owner = self.folder / "owner"
        try:
            lock.acquire(timeout=LOCK_SECONDS)
        except Timeout:
            tell(event="busy", owner=owner.read_text() if owner.exists() else "(just starting)")
            return
        owner.write_text(str(self.parent))
        threading.Thread(target=self._watch_parent, daemon=True).start()
        try:
            self._keep()
        except OSError as error:
            tell(event="unusable", reason=str(error))
        finally:
            self._sweep()
            owner.unlink(missing_ok=True)
            lock.release()

    def _keep(self) -> None:
        futile = 0
        while (lived := self._serve()) is not None:
            futile = futile + 1 if lived < FUTILE_SECONDS else 0
            if not self.port or futile == FUTILE:
                tell(event="died", log=self._end_of_log())
                return
            tell(event="again", log=self._end_of_log())

    def _serve(self) -> float | None:
        """Run the database once: for how many seconds it served until it died, or None when the parent is gone."""
        self._sweep()
        self._prepare()
        # The log of the run before stays, as it may say why that one ended.
        if self.log.exists():
            self.log.replace(self.folder / "database.log.old")
        with self.log.open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 the command is made below, from nothing a user typed
                [self.plan.java, f"@{self.folder / ARGUMENTS}"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                preexec_fn=_die_with_parent if _LIBC else None,  # noqa: PLW1509 one system call, no lock
            )
        try:
            return self._wait(process)
        finally:
            _stop(process)

    def _wait(self, process: "subprocess.Popen[bytes]") -> float | None:
        started = time.monotonic()
        ready = 0.0
        while not self.orphaned.wait(0.05):
            if process.poll() is not None:
                return time.monotonic() - ready if ready else 0.0
            # A parent's other children may hold its end of our standard input open when it is gone.
            if os.getppid() != self.parent:
                return None
            if ready:
                self._shorten_log()
                continue
            said = self.log.read_text(errors="replace")
            # A start that fails leaves a process that hangs.
            if _FAILED in said or time.monotonic() - started > START_SECONDS:
                return 0.0
            if _STARTED in said and (found := _LISTENING.search(said)):
                ready = time.monotonic()
                (self.folder / "password").unlink(missing_ok=True)
                self.port = int(found[1])
                tell(event="ready", port=self.port)
        return None

    def _shorten_log(self) -> None:
        # Windows does not let go of what is open.
        with contextlib.suppress(OSError):
            if self.log.stat().st_size > LOG_BYTES:
                os.truncate(self.log, 0)

    def _arguments(self) -> list[str]:
        at = self.folder.as_posix()
        settings = {
            "server.rootPasswordPath": f"{at}/password",
            "server.rootPath": at,
            "server.databaseDirectory": f"{at}/databases",
            "server.defaultDatabases": f"{self.plan.database}[root]",
            "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt.host": "127.0.0.1",
            # 0 lets the system choose a free port. After a death it is the same again, so that the parent's
            # connections find the database where it was.
            "bolt.port": str(self.port),
            # The HTTP server cannot be switched off; it wants the same password and is bound to this machine alone.
            "server.httpIncomingHost": "127.0.0.1",
            "server.httpIncomingPort": "0",
            "support.autoRegister": "false",
            "polyglotEngineEnabled": "false",
            "serverMetrics": "false",
            # At each commit the log is on the disk (fdatasync): 0.5 ms where it was measured. 0 leaves that to the
            # operating system and loses the last seconds in a power cut, 2 also writes the file's timestamps (3 ms).
            "txWalFlush": "1",
            # Files that a query names are none of the database's business.
            "opencypher.loadCsv.allowFileUrls": "false",
        }
        return [
            f"-Xmx{self.plan.heap}",
            # The least memory and, measured in processor time, half of what a start takes (1.3 s for 2.4 s) and of
            # what the first thousand queries take. Once all is compiled, which a load of 20,000 meetings does not
            # reach, queries over the whole graph take up to twice as long as without; for those there is Neo4j.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            # A database that has run short of memory is in no known state: it ends, and is started again.
            "-XX:+ExitOnOutOfMemoryError",
            # No files outside the data folder, whatever way it ends.
            "-XX:-UsePerfData",
            f"-Djava.io.tmpdir={at}/temporary",
            f"-XX:ErrorFile={at}/crash.log",
            "-Djava.awt.headless=true",
            f"-Djava.util.logging.config.file={at}/temporary/logging.properties",
            *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
            "-cp",
            os.pathsep.join(jar for jar in self.plan.jars if not Path(jar).name.startswith(_NOT_NEEDED)),
            "com.arcadedb.server.ArcadeDBServer",
        ]

    def _prepare(self) -> None:
        (self.folder / "temporary").mkdir()
        (self.folder / "temporary" / "logging.properties").write_text(_LOGGING)
        (self.folder / ARGUMENTS).write_text("\n".join(map(_quoted, self._arguments())))
        path = self.folder / "password"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(self.plan.password)

    def _sweep(self) -> None:
        """Remove what only a run needs. The users' file goes too: each run has a password of its own."""
        (self.folder / "password").unlink(missing_ok=True)
        for name in ("config", "temporary", "log", "backups"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def _end_of_log(self) -> str:
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""

    def _watch_parent(self) -> None:
        sys.stdin.read()
        self.orphaned.set()


def tell(**message: object) -> None:
    """One line to the parent, who may be gone."""
    with contextlib.suppress(OSError):
        print(json.dumps(message), flush=True)


def _quoted(argument: str) -> str:
    escaped = argument.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _die_with_parent() -> None:
    """Have Linux kill the database when the keeper is killed; elsewhere nothing guards against that."""
    if _LIBC:
        _LIBC.prctl(1, signal.SIGKILL)


if __name__ == "__main__":
    Keeper(Plan(**json.loads(sys.stdin.readline()))).run()
