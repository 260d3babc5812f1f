"""``diplograph load-people``: lists of office-holders into the graph."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from loaders.sources.inputs import SetAside
from schema.errors import SettingsError
from schema.settings import read_settings
from service.cli.console import count, list_set_aside, say

_LISTED = 20


def load_people(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV or JSON file.", show_default=False)],
    source: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="What the list's editions are known by; the file's name by default."),
    ] = None,
) -> None:
    """Load a list of office-holders, by which articles' people are told apart and brought together.

    The columns of the CSV file, or keys of the JSON objects, are name,
    aliases, office, polity, since, until and wikidata. A newer edition of
    a list replaces the one before it. Lines that cannot be used are set
    aside, and the rest is loaded; then it exits with 1.

    \b
    Example:
        diplograph load-people people.csv
        diplograph load-people --source ministers people.json
    """
    from loaders.sources.people import read_people
    from loaders.store import add_people
    from schema.database import open_database

    name = " ".join((source or file.name).split())
    if not name:
        raise SettingsError("--source is empty: name the list")
    found = list(read_people(file))
    rows = [one for one in found if not isinstance(one, SetAside)]
    aside = [one for one in found if isinstance(one, SetAside)]
    if aside:
        say(list_set_aside(aside[:_LISTED], len(aside), ""))
    if aside and not rows:
        raise SettingsError(f"{file}: no line can be used; nothing is changed")
    with open_database(read_settings()) as database:
        is_new = add_people(database, name, rows, datetime.now(UTC))
    terms = count(len(rows), "line")
    say(f"{terms} of the list {name!r} loaded." if is_new else f"{terms} of the list {name!r}: unchanged.")
    if aside:
        raise typer.Exit(1)
