"""``diplograph extract``: what articles say, as JSON lines, without a database."""

import json

import typer

from loaders.sources.inputs import SetAside
from schema.settings import read_settings
from service.cli.console import count, say, say_undated
from service.cli.inputs import Model, Paths, Processes, Published, Publisher, Url, inputs
from service.cli.output import Output, opened


def extract(
    paths: Paths,
    output: Output = None,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    model: Model = None,
    processes: Processes = 1,
) -> None:
    """Print what articles say, one JSON object an article and line. No database is needed.

    Each line has the article's id and what was found in it: people with their offices, and contacts with kind,
    status, date, venue, participants, topics, accounts and evidence. Exits with 1 if inputs were set aside.

    \b
    Example:
        diplograph extract articles/ -o claims.jsonl
        diplograph extract --published 2025-02-15 article.txt
    """
    from loaders.extract.extractor import Extractor
    from loaders.extract.gold import as_gold
    from loaders.reading import read_inputs

    given = inputs(paths, published, publisher, url)
    settings = read_settings(model=model)
    reader = Extractor(settings.model, settings.polities, settings.holders)
    set_aside = undated = 0
    with opened(output) as out:
        for item in read_inputs(given, reader, processes):
            if isinstance(item, SetAside):
                set_aside += 1
                say(f"{item.origin}: {item.reason}")
            else:
                out.write(json.dumps(as_gold(item.reading), ensure_ascii=False).encode() + b"\n")
                out.flush()
                undated += item.reading.source.published is None
    say_undated(undated)
    if set_aside:
        say(f"{count(set_aside, 'input')} set aside.")
        raise typer.Exit(1)
