"""Lists of office-holders: CSV or JSON to ``Reference`` rows, one line or object each.

A line that cannot be used is set aside, and the rest goes on. The columns are those of the Wikidata query in the
README; ``title`` and ``of`` are also understood for ``office`` and ``polity``.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from loaders.resolve.polities import polity
from loaders.sources.decoding import decode
from loaders.sources.inputs import Origin, SetAside
from schema.errors import InputError, SettingsError
from schema.ledger import Reference, make_id

COLUMNS = ("name", "aliases", "office", "polity", "since", "until", "wikidata")
NEEDED = ("name", "office", "polity")

_OTHER_NAMES = {"title": "office", "of": "polity"}
_LONGEST = 500
_ITEM = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d*)")
_DATE = re.compile(r"([12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:T.*)?")
_UNKNOWN = re.compile(r"(?:_:)?t\d+|https?://www\.wikidata\.org/\.well-known/genid/.*")
"""How Wikidata writes "some day, not known which"."""


def read_people(path: Path) -> Iterator[Reference | SetAside]:
    """The rows of a file, in their order: JSON (a list of objects, or an object a line) or CSV, by how it begins.

    Raises:
        SettingsError: the file cannot be read, or has no such columns.
    """
    try:
        text = decode(path.read_bytes(), str(path))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from None
    except InputError as error:
        raise SettingsError(f"{path} {error}") from None
    rows = _json_rows(path, text) if text.lstrip()[:1] in ("{", "[") else _csv_rows(path, text)
    for line, row in rows:
        origin = Origin(str(path), line)
        try:
            if isinstance(row, InputError):
                raise row
            yield reference(row)
        except InputError as error:
            yield SetAside(origin, str(error))


def reference(row: Mapping[str, object]) -> Reference:
    """The row of a list with these cells.

    Raises:
        InputError: a cell is missing or cannot be used.
    """
    cells = {column: _cell(row, column) for column in COLUMNS if column != "aliases"}
    if missing := [column for column in NEEDED if not cells[column]]:
        raise InputError(f"no {' and no '.join(missing)}: each line needs {', '.join(NEEDED)}")
    if _ITEM.fullmatch(cells["name"]):
        raise InputError(f"{cells['name']} has no name: ask Wikidata for its label in English")
    aliases = tuple(dict.fromkeys(name for name in _aliases(row.get("aliases")) if name != cells["name"]))
    since, until = (_date(column, cells[column]) for column in ("since", "until"))
    if since and until and until < since[: len(until)]:
        raise InputError(f"until {until} lies before since {since}")
    item = _ITEM.fullmatch(cells["wikidata"])
    if cells["wikidata"] and item is None:
        raise InputError(f"wikidata {cells['wikidata']!r} is no item such as Q58217")
    wikidata = item[1] if item else None
    of, title = cells["polity"], _title(cells["office"], cells["polity"])
    parts = (cells["name"], title, of, "|".join(aliases), since or "", until or "", wikidata or "")
    return Reference(make_id("r", *parts), cells["name"], title, of, aliases, since, until, wikidata)


def _cell(row: Mapping[str, object], column: str) -> str:
    value = row.get(column)
    if value is None:
        value = next((row[other] for other, one in _OTHER_NAMES.items() if one == column and row.get(other)), "")
    if isinstance(value, (dict, list)):
        raise InputError(f"{column} is not one text")
    text = " ".join(str(value).split())
    if len(text) > _LONGEST:
        raise InputError(f"{column} is longer than {_LONGEST} characters")
    return text


def _aliases(value: object) -> list[str]:
    given = value if isinstance(value, list) else str(value or "").split("|")
    found = [" ".join(str(name).split()) for name in given]
    if any(len(name) > _LONGEST for name in found):
        raise InputError(f"an alias is longer than {_LONGEST} characters")
    return [name for name in found if name]


def _date(column: str, written: str) -> str | None:
    if not written or _UNKNOWN.fullmatch(written):
        return None
    date = _DATE.fullmatch(written)
    if date is None:
        raise InputError(f"{column} {written!r} is no date such as 2025-02-15, 2025-02 or 2025")
    return date[1]


def _title(office: str, of: str) -> str:
    """The office without its polity: "President of the United States" of the United States is "President"."""
    head, _, tail = office.rpartition(" of ")
    if head and polity(tail.removeprefix("the ")) == polity(of):
        return head
    return office


def _csv_rows(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, object] | InputError]]:
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter="\t" if "\t" in (lines or [""])[0] else ",", strict=True)
    header: Sequence[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            yield line, InputError(f"is no line of CSV ({error})")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = _header(path, [cell.strip().lower().removeprefix("?") for cell in cells])
        elif len(cells) != len(header):
            yield (
                line,
                InputError(f"has {len(cells)} cells under {len(header)} columns; quote those with commas"),
            )
        else:
            yield line, dict(zip(header, cells, strict=True))
    if header is None:
        raise SettingsError(f"{path} is empty: the first line names the columns ({', '.join(COLUMNS)})")


def _header(path: Path, cells: Sequence[str]) -> Sequence[str]:
    known = {_OTHER_NAMES.get(cell, cell) for cell in cells}
    if missing := [column for column in NEEDED if column not in known]:
        raise SettingsError(
            f"{path} has no column {' and no column '.join(missing)}: the first line names the columns, which are "
            f"{', '.join(COLUMNS)}"
        )
    return cells


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, Mapping[str, object] | InputError]]:
    """Of a list or object a number for each row, of a file with an object a line the number of the line."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("["):
            raise SettingsError(f"{path} is not valid JSON: {error}") from None
        yield from _json_lines(text.splitlines())
        return
    yield from ((number, _object(row)) for number, row in enumerate(_bindings(value), start=1))


def _bindings(value: object) -> Sequence[object]:
    """The rows of a list, of one object, or of an answer in the JSON form of SPARQL."""
    match value:
        case list():
            return value
        case {"results": {"bindings": list(found)}}:
            return [{name: cell.get("value") for name, cell in row.items()} for row in found]
    return [value]


def _json_lines(lines: Iterable[str]) -> Iterator[tuple[int, Mapping[str, object] | InputError]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield number, _object(json.loads(line))
            except (ValueError, RecursionError) as error:
                yield number, InputError(f"is not valid JSON: {error}")


def _object(value: object) -> Mapping[str, object] | InputError:
    return value if isinstance(value, dict) else InputError("is no JSON object with name, office and polity")
