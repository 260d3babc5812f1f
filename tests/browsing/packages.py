"""Packages of npm that pages are judged by: axe-core, and for the benchmark the timelines of others.

``tests/browsing/fetch`` fetches them, once, into ``$DIPLOGRAPH_TEST_CACHE`` or ``~/.cache/diplograph-tests``; it needs
Node.js 20. Where axe-core was not fetched its tests are left out and the end of the run says so; with ``CI`` set that
is an error.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent

_AXE = "axe-core/axe.min.js"
_OTHERS = "vis-timeline"


def fetch(*, everything: bool = False) -> Path:
    """Fetch what is missing.

    Args:
        everything: also the timelines of others.

    Returns:
        The folder of the packages.
    """
    kept = _kept()
    if not (kept / (_OTHERS if everything else _AXE)).exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as part:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(HERE / name, part)
            wanted = ["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
            subprocess.run([*wanted, *([] if everything else ["--omit=dev"])], cwd=part, check=True)
            shutil.rmtree(kept, ignore_errors=True)
            Path(part, "node_modules").rename(kept)
    return kept


def axe() -> Path | None:
    """The script of axe-core, where it was fetched."""
    path = _kept() / _AXE
    return path if path.exists() else None


def _kept() -> Path:
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()[:12]
    cache = os.environ.get("DIPLOGRAPH_TEST_CACHE") or Path.home() / ".cache" / "diplograph-tests"
    return Path(cache) / f"browsing-{lock}"


if __name__ == "__main__":
    fetch(everything="all" in sys.argv[1:])
