"""``diplograph export``: the graph, written out for other programs."""

import json

import typer

from schema.settings import read_settings
from service.cli.export_graph import events, parquet, people, polities
from service.cli.output import Output, opened

export = typer.Typer(no_args_is_help=True, help="Write the graph out for other programs.")
for command in (people, events, polities, parquet):
    export.command()(command)


@export.command()
def gold(output: Output = None) -> None:
    """Write what the graph holds of each article, as `diplograph extract` prints it, one JSON object a line.

    People and contacts have the graph's ids for keys: the same person has
    the same key in every article, and so has the same meeting. Rejected
    claims are left out, corrected ones are as corrected.

    \b
    Example:
        diplograph export gold -o graph.jsonl
    """
    from loaders.extract.gold import as_gold
    from loaders.retelling import retell
    from loaders.store import finish_rebuild
    from schema.database import open_database

    with open_database(read_settings()) as database, opened(output) as out:
        finish_rebuild(database)
        for reading in retell(database):
            out.write(json.dumps(as_gold(reading), ensure_ascii=False).encode() + b"\n")
