"""Paths to inputs: files, folders, standard input, and files that hold one article a line, streamed."""

import io
import os
import re
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from loaders.sources.articles import from_json, from_text, parse_json
from loaders.sources.decoding import decode, read_lines
from loaders.sources.inputs import MAX_BYTES, Defaults, Found, Origin, SetAside
from schema.errors import InputError, SettingsError

STDIN = "-"
_SUFFIXES = (".txt", ".json", ".jsonl")
_JSON_START = re.compile(rb'\{\s*(?:"|\}|$)|\[\s*(?:\{|$)')
"""Of the first line of a JSON object or list; a text can begin with a bracket too."""


def check_paths(paths: Sequence[str]) -> None:
    """Refuse what cannot have been meant, before anything is read.

    Raises:
        SettingsError: for a path that does not exist, and for standard input named twice.
    """
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            raise SettingsError(f"{path} does not exist: name a file, a folder, or {STDIN} for standard input")
    if list(paths).count(STDIN) > 1:
        raise SettingsError(f"{STDIN} stands for standard input and can be given once")


def find_files(paths: Sequence[str]) -> Iterator[str | SetAside]:
    """The files to read: each path given, and of a folder all below it with a known suffix, sorted, none hidden."""
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            yield path
        else:
            yield from _below(path)


def read_files(
    files: Sequence[str], defaults: Defaults, stdin: io.BufferedReader | None = None
) -> Iterator[Found | SetAside]:
    """The articles of files, in order; one at a time is held in memory.

    Args:
        files: names, ``-`` for standard input. By their suffix they are read as text, as one JSON object, or as one
            JSON object a line; standard input and files with another suffix by their first characters.
        defaults: for what an article does not say itself.
        stdin: standard input, the process's own by default.
    """
    for path in files:
        try:
            if path == STDIN:
                stdin = stdin or io.BufferedReader(io.FileIO(0, closefd=False))
                yield from _read(stdin, path, defaults)
            else:
                with Path(path).open("rb") as stream:
                    yield from _read(stream, path, defaults)
        except InputError as error:
            yield SetAside(Origin(path), str(error))
        except FileNotFoundError:
            yield SetAside(Origin(path), "is gone: it was there when the load began")
        except PermissionError:
            yield SetAside(Origin(path), "must not be read: give yourself the permission to read it")
        except OSError as error:
            yield SetAside(Origin(path), f"cannot be read: {error.strerror or error}")


def _below(folder: str) -> Iterator[str | SetAside]:
    unreadable: list[SetAside] = []

    def note(error: OSError) -> None:
        unreadable.append(SetAside(Origin(str(error.filename)), f"cannot be listed: {error.strerror}"))

    found: list[str] = []
    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            str(Path(root, name))
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in _SUFFIXES
        ]
    yield from unreadable
    if not found and not unreadable:
        yield SetAside(Origin(folder), f"holds no article: diplograph looks for {', '.join(_SUFFIXES)} in it")
    for path in sorted(found):
        yield path if _can_end(path) else SetAside(Origin(path), "is no regular file")


def _can_end(path: str) -> bool:
    """False for pipes and devices, which would be waited for; what cannot be told is left to the reading."""
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return True


def _read(stream: io.BufferedReader, path: str, defaults: Defaults) -> Iterator[Found | SetAside]:
    suffix = "" if path == STDIN else Path(path).suffix.lower()
    lines = read_lines(stream)
    if suffix not in _SUFFIXES:
        suffix, lines = _recognise(lines)
    if suffix == ".jsonl":
        yield from _read_jsonl(lines, path, replace(defaults, url=None))
        return
    text = decode(_whole(lines), path)
    source = from_json(parse_json(text), defaults) if suffix == ".json" else from_text(text, defaults)
    yield Found(Origin(path), source)


def _read_jsonl(lines: Iterator[bytes], path: str, defaults: Defaults) -> Iterator[Found | SetAside]:
    empty = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        empty = False
        origin = Origin(path, number)
        try:
            if len(line) > MAX_BYTES:
                raise InputError(f"is longer than {MAX_BYTES:,} bytes, and one article must fit in that")
            yield Found(origin, from_json(parse_json(decode(line, path).strip()), defaults))
        except InputError as error:
            yield SetAside(origin, str(error))
    if empty:
        raise InputError("is empty: there is no text to read")


def _whole(lines: Iterator[bytes]) -> bytes:
    data = bytearray()
    for line in lines:
        data += line
        if len(data) > MAX_BYTES:
            raise InputError(
                f"is larger than {MAX_BYTES:,} bytes: split it into its articles, one object a line in a *.jsonl file"
            )
    return bytes(data)


def _recognise(lines: Iterator[bytes]) -> tuple[str, Iterator[bytes]]:
    """The suffix that the content should have, and the lines again from the first one."""
    blank: list[bytes] = []
    first = b""
    for first in lines:
        if first.removeprefix(BOM_UTF8).strip():
            break
        blank.append(first)
    start = first.removeprefix(BOM_UTF8).strip()
    second = next(lines, b"") if _JSON_START.match(start) else b""
    again = chain(blank, (first, second), lines)
    if not _JSON_START.match(start):
        return ".txt", again
    a_line_each = start.startswith(b"{") and (second.lstrip().startswith(b"{") or _is_object(start))
    return ".jsonl" if a_line_each else ".json", again


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(parse_json(line.decode()), dict)
    except (InputError, UnicodeDecodeError):
        return False
