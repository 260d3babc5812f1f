"""Twelve articles to begin with: a few stories told from several sides, shipped with the package.

They were written for this project; their publishers and addresses do not exist.
"""

from collections.abc import Iterator
from importlib.resources import files

from loaders.sources.articles import from_json, parse_json
from loaders.sources.inputs import Defaults
from schema.reading import Source


def samples() -> Iterator[Source]:
    """The sample articles, the earliest first."""
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".json"):
            yield from_json(parse_json(file.read_text("utf-8")), Defaults())
