"""``diplograph query``: a GraphQL document answered on the command line."""

import asyncio
import json
import os
from collections.abc import Mapping
from io import FileIO
from pathlib import Path
from typing import Annotated, Any

import typer

from schema.errors import SettingsError
from schema.settings import Settings, read_settings
from service.cli.console import say

_STDIN = "-"


def query(
    document: Annotated[
        str, typer.Argument(metavar="FILE", help="File with the document; - is standard input.")
    ] = _STDIN,
    variables: Annotated[str, typer.Option(metavar="JSON", help="Values of the document's variables.")] = "{}",
) -> None:
    """Answer a GraphQL document from a file or from standard input, as JSON; mutations change the graph.

    Exits with 1 where the answer has errors.

    \b
    Example:
        diplograph query question.graphql --variables '{"name": "Sergey Lavrov"}'
        echo '{ __typename }' | diplograph query
    """
    if document == _STDIN and os.isatty(0):
        say("Reading the document from the terminal; end with Ctrl-D.")
    text = _text(document)
    values = _values(variables)
    answer = asyncio.run(_answer(read_settings(), text, values))
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2).encode("utf-8", "replace"))
    if answer.get("errors"):
        raise typer.Exit(1)


async def _answer(settings: Settings, text: str, values: Mapping[str, Any]) -> dict[str, Any]:
    from loaders.projection.rebuild import is_unfinished
    from schema.database import AsyncReader, open_database
    from service.graphql import execute
    from service.queries import Reader
    from service.writing import Writer

    with open_database(settings) as database:
        if is_unfinished(database):
            say("A rebuild of the graph is under way or was cut short (then run: diplograph rebuild). Much is missing.")
        async with AsyncReader(database.server) as rows:
            with Writer(database, settings) as writer:
                return await execute(Reader(rows, settings.query_timeout), text, values, writer=writer)


def _text(document: str) -> str:
    try:
        data = FileIO(0, closefd=False).readall() if document == _STDIN else Path(document).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{document} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{document} is not UTF-8: a GraphQL document is") from None


def _values(variables: str) -> Mapping[str, Any]:
    try:
        values = json.loads(variables)
    except ValueError as error:
        raise SettingsError(f"--variables is not valid JSON: {error}") from None
    if not isinstance(values, dict):
        raise SettingsError('--variables must be a JSON object, such as {"name": "Sergey Lavrov"}')
    return values
