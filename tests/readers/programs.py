"""Programs that exports are written for, as judges of them: Gephi's own importer, and what Gephi Lite reads GEXF with.

``tests/readers/fetch`` fetches both, once, into ``$DIPLOGRAPH_TEST_CACHE`` or ``~/.cache/diplograph-tests``. Gephi
needs Java 17, graphology Node.js 20. Where they were not fetched, their tests are left out and the end of the run says
so; with ``CI`` set that is an error.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def _cache(name: str) -> Path:
    return Path(os.environ.get("DIPLOGRAPH_TEST_CACHE") or Path.home() / ".cache" / "diplograph-tests") / name


def _gephi() -> Path:
    version = re.search(r"<gephi.version>(.*?)<", (HERE / "pom.xml").read_text())
    assert version
    return _cache(f"gephi-{version[1]}")


def _graphology() -> Path:
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()[:12]
    return _cache(f"graphology-{lock}")


def missing() -> list[str]:
    """What was not fetched."""
    return [folder().name for folder in (_gephi, _graphology) if not folder().exists()]


def fetch() -> None:
    """Fetch what is missing."""
    pom = ["--file", str(HERE / "pom.xml"), "dependency:copy-dependencies", "-DincludeScope=runtime"]
    with tempfile.TemporaryDirectory() as part:
        if not _gephi().exists():
            subprocess.run(["mvn", "--quiet", "--batch-mode", *pom, f"-DoutputDirectory={part}/lib"], check=True)
            _keep(Path(part, "lib"), _gephi())
        if not _graphology().exists():
            for name in ("package.json", "package-lock.json"):
                shutil.copy(HERE / name, part)
            subprocess.run(
                ["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=part, check=True
            )
            _keep(Path(part), _graphology(), "package.json", "node_modules")


def _keep(folder: Path, kept: Path, *names: str) -> None:
    """Rename as a whole at the end, so that a fetch that was cut short is not taken for a complete one."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent) as part:
        for path in [folder / name for name in names] or list(folder.iterdir()):
            shutil.move(path, Path(part, path.name))
        Path(part).rename(kept)
        Path(part).mkdir()


def judged_by_gephi(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """What Gephi has of each file, or of each folder with ``nodes.csv`` and ``edges.csv``; one JVM reads them all."""
    java = Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    with tempfile.TemporaryDirectory() as home:
        options = ["-Djava.awt.headless=true", "-XX:-UsePerfData", f"-Dnetbeans.user={home}", f"-Duser.home={home}"]
        classes = ["-cp", f"{_gephi()}/*", str(HERE / "Judge.java")]
        done = subprocess.run([java, *options, *classes, *paths], check=True, capture_output=True, text=True)
    return [json.loads(line.removeprefix("JSON ")) for line in done.stdout.splitlines() if line.startswith("JSON ")]


def read_by_graphology(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """The graphs that Gephi Lite would have of GEXF files."""
    command = ["node", str(HERE / "graphology.js"), str(_graphology()), *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    for name in missing():
        print(f"Fetching {name} into {_cache(name)} (once)", file=sys.stderr)
    fetch()
