"""How long a user waits: whole processes, from the command to the answer."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from urllib.request import urlopen

from loaders.samples import samples
from schema.settings import read_settings
from tests.bench.figures import compare

BARE = """
import json, sys, spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
for doc in spacy.load(sys.argv[2]).pipe(texts): pass
"""
DIPLOGRAPH = str(Path(sys.executable).with_name("diplograph"))


def run() -> None:
    """Loads the samples and starts the service, in fresh folders and in one that holds the samples."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, "samples.jsonl")
        articles.write_text("".join(f"{json.dumps(asdict(source))}\n" for source in samples()), "utf-8")
        kept = Path(folder, "kept")

        def load() -> None:
            with tempfile.TemporaryDirectory() as data:
                subprocess.run([DIPLOGRAPH, "load", articles], env=_environment(data), check=True, capture_output=True)

        def first_start() -> None:
            with tempfile.TemporaryDirectory() as data:
                _answer(data)

        with _serving(kept):
            pass
        compare(
            "Whole processes, on the sample articles",
            "bare spaCy",
            {
                "bare spaCy": lambda: subprocess.run(
                    [sys.executable, "-c", BARE, articles, read_settings().model], check=True, capture_output=True
                ),
                "diplograph load": load,
                "diplograph serve --samples: first answer": first_start,
                "the same, started again: first answer": lambda: _answer(str(kept)),
            },
        )


def _environment(data: str | Path) -> dict[str, str]:
    return {**os.environ, "DIPLOGRAPH_DATA": str(data), "DIPLOGRAPH_PORT": "0"}


def _answer(data: str | Path) -> None:
    with _serving(data) as address, urlopen(address) as response:  # noqa: S310 the address is the service's own
        response.read()


@contextmanager
def _serving(data: str | Path) -> Iterator[str]:
    process = subprocess.Popen(
        [DIPLOGRAPH, "serve", "--samples"], env=_environment(data), stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    with process:
        try:
            address = next(found[0] for line in process.stderr if (found := re.search(r"http://\S+/(?=\s)", line)))
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.stderr.read()
