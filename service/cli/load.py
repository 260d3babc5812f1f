"""``diplograph load``: articles into the graph."""

from datetime import UTC, datetime

import typer

from loaders.sources.inputs import SetAside, Tally
from schema.errors import DatabaseError
from schema.settings import read_settings
from service.cli.console import count, list_set_aside, say, say_undated
from service.cli.inputs import Model, Paths, Processes, Published, Publisher, Url, inputs
from service.cli.progress import progress

_LISTED = 20


def load(
    paths: Paths,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    model: Model = None,
    processes: Processes = 1,
) -> None:
    """Read articles and add what they say to the graph.

    An article is a text, or a JSON object with id, url, publisher, published, title and text; *.jsonl holds one
    object a line. What cannot be read is set aside and listed at the end; the rest is loaded. An article that is
    in the graph already is left as it is. Exits with 0 if all was loaded, with 1 if inputs were set aside.

    \b
    Example:
        diplograph load articles/
        diplograph load --published 2025-02-15 --publisher "Northern Wire" article.txt
        cat articles.jsonl | diplograph load -
    """
    from loaders.batch import load as load_inputs
    from loaders.extract.extractor import Extractor
    from loaders.sources.aside import AsideFile
    from schema.database import open_database

    given = inputs(paths, published, publisher, url)
    settings = read_settings(model=model)
    reader = Extractor(settings.model, settings.polities, settings.holders)
    started = datetime.now(UTC).isoformat(timespec="microseconds")
    shown: list[SetAside] = []
    tally = Tally()
    try:
        with (
            open_database(settings) as database,
            AsideFile(settings.data, started) as aside,
            progress(given.total) as show,
        ):
            for tally, set_aside in load_inputs(database, given, reader, processes):
                aside.add(set_aside)
                shown += set_aside[: _LISTED - len(shown)]
                show(tally)
    except (KeyboardInterrupt, SystemExit, DatabaseError):
        if tally.done:
            say(f"Stopped; {_sum(tally)} What is loaded stays. Load again to go on.")
        raise
    if tally.set_aside:
        say(list_set_aside(shown, tally.set_aside, f" ({aside.path})"))
    say_undated(tally.undated)
    say(_sum(tally))
    if tally.set_aside:
        raise typer.Exit(1)


def _sum(tally: Tally) -> str:
    parts = [f"{count(tally.loaded, 'article')} loaded"]
    if tally.unchanged:
        parts.append(f"{tally.unchanged:,} unchanged")
    if tally.set_aside:
        parts.append(f"{tally.set_aside:,} set aside")
    return f"{', '.join(parts)}."
