"""``diplograph --version``."""

from importlib.metadata import version as version_of

import typer


def version(asked: bool) -> None:
    """Print the version and end, if asked to."""
    if asked:
        typer.echo(f"diplograph {version_of('diplograph')}")
        raise typer.Exit
