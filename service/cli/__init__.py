"""The command line: one module a command, each a thin edge over what the other rooms do."""

import signal
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from schema.errors import DiplographError
from service.cli.console import say
from service.cli.explain import explain
from service.cli.export import export
from service.cli.extract import extract
from service.cli.judge import judge
from service.cli.load import load
from service.cli.load_people import load_people
from service.cli.maintain import migrate, rebuild
from service.cli.query import query
from service.cli.review import review
from service.cli.serve import serve
from service.cli.version import version
from service.cli.why import why

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A knowledge graph of diplomatic contacts, read out of news articles: who met whom, and who says so.",
)
for command in (load, load_people, serve, query, extract, explain, review, why, rebuild, migrate):
    app.command()(command)
app.add_typer(judge, name="judge")
app.add_typer(export, name="export")


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options that stand before a command."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit: 0 done, 1 partly or not done, 2 wrongly called, 130 and 143 stopped.

    Args:
        arguments: those of the process by default.
    """
    signal.signal(signal.SIGTERM, _terminate)
    try:
        app(arguments, prog_name="diplograph")
    except DiplographError as error:
        say(f"diplograph: {error}")
        sys.exit(error.exit_status)
    except OSError as error:
        say(f"diplograph: {error}")
        sys.exit(1)
    sys.exit()


def _terminate(signum: int, _frame: object) -> NoReturn:
    """Unwinds like Ctrl-C does, so that nothing is left half-done."""
    raise SystemExit(128 + signum)
