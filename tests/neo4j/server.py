"""A real Neo4j for the tests, without Docker: ``tests/neo4j/start .venv/bin/python -m pytest``.

Needs Java 17 and Maven. The libraries (123 MB) are fetched once, into ``$DIPLOGRAPH_TEST_CACHE`` or
``~/.cache/diplograph-tests``. Each start has an empty home in a temporary folder and a password of its own, and sets
``DIPLOGRAPH_TEST_NEO4J`` and ``DIPLOGRAPH_TEST_NEO4J_PASSWORD`` for the command, whose exit status it returns.
"""

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import GraphDatabase

from tests.engines import ADDRESS, PASSWORD

HERE = Path(__file__).parent

SETTINGS = """
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.max_size=512m
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
"""

OPENED = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "sun.nio.ch", "java.lang")]

SET_PASSWORD = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"  # noqa: S105 not a password


def libraries() -> Path:
    """The folder with Neo4j's libraries, filled on first use."""
    pom = HERE / "pom.xml"
    version = re.search(r"<neo4j.version>(.*?)<", pom.read_text())
    assert version
    cache = Path(os.environ.get("DIPLOGRAPH_TEST_CACHE") or Path.home() / ".cache" / "diplograph-tests")
    folder = cache / f"neo4j-{version[1]}"
    if not folder.exists():
        print(f"Fetching Neo4j {version[1]} into {folder} (once; 123 MB)", file=sys.stderr)
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as part:
            goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={part}/lib"]
            subprocess.run(["mvn", "--quiet", "--batch-mode", "--file", str(pom), *goal], check=True)
            # Renamed as a whole, so that a fetch that was cut short is not taken for a complete one.
            Path(part, "lib").rename(folder)
    return folder


@contextmanager
def neo4j_server() -> Iterator[tuple[str, str]]:
    """Address and password of user ``neo4j`` of a server that runs inside the ``with``."""
    classpath = f"{libraries()}/*"
    home = Path(tempfile.mkdtemp(prefix="neo4j-"))
    (home / "conf").mkdir()
    port = _free_port()
    (home / "conf" / "neo4j.conf").write_text(SETTINGS.format(port=port))
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    memory = ["-Xmx512m", "-XX:-UsePerfData", f"-Djava.io.tmpdir={home}"]
    main = ["org.neo4j.server.CommunityEntryPoint", "--console-mode", f"--home-dir={home}", f"--config-dir={home}/conf"]
    process = subprocess.Popen(
        [java, *OPENED, "-Dio.netty.tryReflectionSetAccessible=true", *memory, "-cp", classpath, *main],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        _wait(process)
        uri = f"bolt://127.0.0.1:{port}"
        password = secrets.token_urlsafe(12)
        with GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
            driver.execute_query(SET_PASSWORD, password=password, database_="system")
        yield uri, password
    finally:
        # Nothing in the home is kept, so it need not close in order, which takes 10 s.
        process.kill()
        process.wait()
        shutil.rmtree(home)


def _wait(process: "subprocess.Popen[str]") -> None:
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if line.endswith("Started.\n"):
            return
    raise SystemExit("Neo4j did not start; it needs Java 17:\n" + "".join(said))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(command: list[str]) -> int:
    """Run the command beside a server, or only the server when there is none."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with neo4j_server() as (uri, password):
        if command:
            return subprocess.run(command, check=False, env=os.environ | {ADDRESS: uri, PASSWORD: password}).returncode
        print(f"export {ADDRESS}={uri} {PASSWORD}={password}", flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
