"""Where results go: standard output, or a file that appears under its name only when it is complete."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from schema.errors import SettingsError

Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
]


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or the file, which appears under its name only when it is complete.

    Raises:
        SettingsError: it cannot be written.
    """
    if path is None:
        if sys.stdout is None:
            raise SettingsError("Standard output is closed: open it, or name a file with -o")
        yield sys.stdout.buffer
        return
    special = path.exists() and not path.is_file()
    part = path if special else path.with_name(f"{path.name}.part")
    try:
        out = part.open("wb")
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}") from None
    try:
        with out:
            yield out
    except BaseException:
        if not special:
            part.unlink()
        raise
    if not special:
        part.replace(path)
