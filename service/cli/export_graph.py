"""``diplograph export people``, ``events``, ``polities`` and ``parquet``: the graph for other programs."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from schema.errors import QueryError, SettingsError
from schema.settings import Settings, read_settings
from service.cli.console import count, say
from service.cli.output import Output, opened

if TYPE_CHECKING:
    from service.state import Service

_FORMATS = ("gexf", "graphml", "csv.zip", "json")

Filters = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME=VALUE…", help="Which meetings, as in the addresses of pages: kind=call asOf=2025-02-16."
    ),
]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="|".join(_FORMATS), help="By default what the file's name ends in, else gexf."),
]
Site = Annotated[str, typer.Option(metavar="URL", help="Where the pages are, for their addresses in the file.")]


def people(filters: Filters = None, output: Output = None, form: Format = None, site: Site = "") -> None:
    """Write who was in contact with whom: people, and one tie a pair.

    Weights share each meeting out: of k people, a pair gets 1/(k-1). With
    split=kind there is one tie a pair and kind. include=attended,absent
    chooses whose part counts. Beside FILE stands FILE.manifest, which says
    what it holds and its SHA-256.

    \b
    Example:
        diplograph export people -o people.gexf
        diplograph export people kind=call asOf=2025-02-16 -o calls.csv.zip
    """
    _graph("people", filters, output, form, site)


def events(filters: Filters = None, output: Output = None, form: Format = None, site: Site = "") -> None:
    """Write meetings with all that is known of them, and who has which part in each.

    \b
    Example:
        diplograph export events from=2025-01 to=2025-03 -o events.graphml
    """
    _graph("events", filters, output, form, site)


def polities(filters: Filters = None, output: Output = None, form: Format = None, site: Site = "") -> None:
    """Write which countries and organisations were in contact, weighted by level: heads 3, ministers 2, others 1.

    \b
    Example:
        diplograph export polities status=held --format json
    """
    _graph("polities", filters, output, form, site)


def parquet(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the tables go.", show_default=False)],
    filters: Filters = None,
) -> None:
    """Write meetings, participants and claims as Parquet tables, with a manifest. Needs pyarrow.

    \b
    Example:
        diplograph export parquet tables/ minSources=2
    """
    try:
        from service.export.parquet import TABLES
    except ModuleNotFoundError:
        raise SettingsError("Parquet needs pyarrow: pip install 'diplograph[parquet]'") from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"{folder} cannot be made: {error.strerror}") from None
    with ExitStack() as stack:
        files = {name: stack.enter_context(opened(folder / f"{name}.parquet")) for name in TABLES}
        told, rows = asyncio.run(_tables(read_settings(), _parameters(filters), files))
    tables = {f"{name}.parquet": {"rows": rows[name], "sha256": _sha256(folder / f"{name}.parquet")} for name in TABLES}
    with opened(folder / "manifest.json") as out:
        out.write(f"{json.dumps({**told, 'tables': tables}, ensure_ascii=False, indent=2)}\n".encode())
    say(f"{', '.join(count(rows[name], name.rstrip('s')) for name in TABLES)}.")


def _graph(view: str, filters: list[str] | None, output: Path | None, form: str | None, site: str) -> None:
    ending = form or next((each for each in _FORMATS if output and output.name.endswith(f".{each}")), "gexf")
    if ending not in _FORMATS:
        raise SettingsError(f"--format: {ending!r} is none of {', '.join(_FORMATS)}")
    with opened(output) as out:
        told = asyncio.run(_file(read_settings(), view, _parameters(filters), ending, site.rstrip("/"), out))
    if output is not None and output.is_file():
        with opened(output.with_name(f"{output.name}.manifest")) as out:
            out.write(told)
    found = json.loads(told)
    say(f"{count(found['nodes'], 'node')}, {count(found['edges'], 'edge')} from {count(found['meetings'], 'meeting')}.")


async def _file(
    settings: Settings, view: str, parameters: Sequence[tuple[str, str]], ending: str, site: str, out: BinaryIO
) -> bytes:
    """Write the file; its manifest."""
    from service.export.export import Export, written
    from service.export.options import View, read

    options = read(View(view), parameters)
    async with _service(settings) as service:
        return await written(Export(service, options, ending, site), out.write)


async def _tables(
    settings: Settings, parameters: Sequence[tuple[str, str]], files: dict[str, BinaryIO]
) -> tuple[dict[str, str], dict[str, int]]:
    """Write the tables; what they are of, and how many rows each has."""
    from service import selection
    from service.export.export import about
    from service.export.parquet import parquet as tables_in

    chosen = selection.read(parameters)
    told = about("Meetings, participants and claims", selection.address(chosen), chosen.as_of)
    async with _service(settings) as service:
        with tables_in(files, told) as tables:
            async for row in selection.stream(service, chosen):
                tables.add(row)
        return told, tables.counts


@asynccontextmanager
async def _service(settings: Settings) -> "AsyncIterator[Service]":
    from loaders.store import finish_rebuild
    from schema.database import AsyncReader, open_database
    from service.state import Service

    with open_database(settings) as database:
        finish_rebuild(database)
        async with AsyncReader(database.server) as rows:
            yield Service(rows, settings.query_timeout)


def _parameters(filters: list[str] | None) -> list[tuple[str, str]]:
    found = []
    for each in filters or ():
        name, equals, value = each.partition("=")
        if not equals:
            raise QueryError(f"{each!r} is no filter. Write NAME=VALUE, such as kind=call.")
        found.append((name, value))
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
