"""``diplograph explain``: one article with what was read out of it, and why, for people."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from loaders.sources.inputs import SetAside
from schema.errors import SettingsError
from schema.settings import read_settings
from service.cli.console import say, say_undated
from service.cli.inputs import Model, Published, Publisher, Url, inputs

if TYPE_CHECKING:
    from service.cli.explanation import Paragraph

_NARROWEST, _WIDEST = 40, 100
_COLUMN = 10
"""Cells of the column of labels."""


def explain(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The article's file; - is standard input.", show_default=False)
    ],
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    model: Model = None,
) -> None:
    """Show an article with what is read out of it, and why. No database is needed.

    In the text, [1] stands before the sentence that contact 1 is read out
    of, [1.1] before the first account of it, [-] before what is taken for
    no part of the story. Beneath, each contact has its kind, status, rule,
    date, venue, sides with the words that name them, topics, accounts, and
    the earlier contacts that it follows.

    \b
    Example:
        diplograph explain --published 2025-02-15 article.txt
        cat article.txt | diplograph explain -
    """
    from loaders.extract.extractor import Extractor
    from loaders.reading import read_inputs
    from service.cli.explanation import explain_reading

    if Path(file).is_dir():
        raise SettingsError(f"{file} is a folder: name one article's file")
    given = inputs([file], published, publisher, url)
    settings = read_settings(model=model)
    reader = Extractor(settings.model, settings.polities, settings.holders)
    out = _console()
    shown = set_aside = undated = 0
    for item in read_inputs(given, reader):
        if isinstance(item, SetAside):
            set_aside += 1
            say(f"{item.origin}: {item.reason}")
            continue
        if shown:
            out.rule(characters="-", style="")
        for paragraph in explain_reading(item.reading):
            _print(out, paragraph)
        shown += 1
        undated += item.reading.source.published is None
    say_undated(undated)
    if set_aside:
        raise typer.Exit(1)


def _console() -> Console:
    """Standard output. Characters that its encoding lacks are shown as escapes."""
    if sys.stdout is None:
        raise SettingsError("Standard output is closed: open it")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    return Console(markup=False, highlight=False, emoji=False, soft_wrap=True)


def _print(out: Console, paragraph: "Paragraph") -> None:
    width = max(_NARROWEST, min(out.width, _WIDEST))
    label = paragraph.label
    if label is None:
        margin = rest = Text()
    else:
        margin, rest = label.copy(), Text(" " * _COLUMN)
        margin.pad_right(_COLUMN - margin.cell_len)
    for line in paragraph.text.wrap(out, width - rest.cell_len):
        line.rstrip()
        out.print(Text.assemble(margin, line))
        margin = rest
