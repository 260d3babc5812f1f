"""Arguments and options that ``load`` and ``extract`` share, and the inputs they name."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from loaders.sources.articles import parse_day, parse_url
from loaders.sources.files import STDIN, check_paths, find_files, read_files
from loaders.sources.inputs import Defaults, Found, SetAside
from schema.errors import InputError, SettingsError
from service.cli.console import say

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS...",
        help="Files and folders; - is standard input. Folders are searched for *.txt, *.json and *.jsonl.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Day of publication, YYYY-MM-DD, for articles that do not give theirs."),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Publisher of articles that do not name theirs.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Address of the article, where a single one is given.")]
Model = Annotated[
    str | None, typer.Option(metavar="NAME", help="spaCy pipeline that reads the articles; see DIPLOGRAPH_MODEL.")
]

Processes = Annotated[int, typer.Option(metavar="N", min=1, help="How many processes read articles at once.")]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a command is to read."""

    files: tuple[str | SetAside, ...]
    defaults: Defaults

    @property
    def total(self) -> int | None:
        """How many inputs there will be; None where that shows only while reading."""
        names = [file for file in self.files if isinstance(file, str)]
        if any(name == STDIN or Path(name).suffix.lower() not in (".txt", ".json") for name in names):
            return None
        return len(self.files)

    def __iter__(self) -> Iterator[Found | SetAside]:
        for file in self.files:
            if isinstance(file, SetAside):
                yield file
            else:
                yield from read_files([file], self.defaults)


def inputs(paths: Sequence[str], published: str | None, publisher: str | None, url: str | None) -> Inputs:
    """The inputs that the arguments name.

    Raises:
        SettingsError: where an argument cannot be used.
    """
    check_paths(paths)
    if STDIN in paths and os.isatty(0):
        say("Reading from the terminal; end with Ctrl-D.")
    if url and (len(paths) > 1 or Path(paths[0]).is_dir() or paths[0].lower().endswith(".jsonl")):
        raise SettingsError("--url is the address of one article: give it with a single file")
    defaults = Defaults(
        _parsed("--published", published, parse_day),
        (publisher or "").strip() or None,
        _parsed("--url", url, parse_url),
    )
    return Inputs(tuple(find_files(paths)), defaults)


def _parsed(option: str, value: str | None, parse: Callable[[str], str]) -> str | None:
    try:
        return parse(value) if value else None
    except InputError as error:
        raise SettingsError(f"{option}: {error}") from None
