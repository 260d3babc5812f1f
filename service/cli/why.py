"""``diplograph why``: why something is one person, office, venue or meeting."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from schema.settings import read_settings
from service.cli.console import plain
from service.cli.judge import Json, line
from service.cli.pairs import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.why import Why

_MOST = 20
"""Lines of a part that are printed; JSON has all."""


def why(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="ID of a person, office, venue, meeting, claim or mention.", show_default=False
        ),
    ],
    as_json: Json = False,
) -> None:
    """Explain why something is one person, office, venue or meeting.

    Tells what was brought together and on what grounds, with scores; what
    was left open because something else fits as well; what waits for a
    judgement, and which judgements bear on it.

    \b
    Example:
        diplograph why phwjfxd5yvdf3
    """
    from loaders.why import why as explain
    from schema.database import open_database

    with open_database(read_settings()) as database:
        found = explain(database, name)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False))
        return
    out = Console(markup=False, highlight=False, emoji=False, soft_wrap=True)
    for paragraph in _paragraphs(found):
        out.print(paragraph)


def _paragraphs(found: "Why") -> "Iterator[Text]":
    it = found.evidence
    yield Text.assemble((shown(it.name), "bold cyan"), f", {found.subject.value} {it.id}")
    yield from (Text(shown(note)) for note in found.notes)
    yield from _part("", [shown(fact) for fact in it.facts])
    joined = [step for step in found.steps if step.joined]
    for title, steps in (("Brought together", joined), ("Left open", [one for one in found.steps if not one.joined])):
        lines = []
        for step in steps:
            score = f" ({step.score:.2f})" if step.score is not None else ""
            parts = "; ".join(step.features)
            lines.append(shown(f"{step.left} + {step.right}: {step.reason}{score}. {parts}."))
        yield from _part(title, lines)
    waiting = [f"{one.name} {one.id} ({one.score:.2f}): {'; '.join(one.reasons)}" for one in found.waiting]
    yield from _part("Waiting for a judgement, whether it is one with", [shown(one) for one in waiting])
    yield from _part("Judgements", [plain(line(one, stands)) for one, stands in found.judgements])
    quotes = []
    for quote in it.quotes:
        about = (quote.told, quote.publisher, quote.published or "no day of publication", quote.claim)
        quotes.append(shown(f"“{quote.text}” ({', '.join(part for part in about if part)})"))
    yield from _part("Latest evidence", quotes)


def _part(title: str, lines: list[str]) -> "Iterator[Text]":
    if not lines:
        return
    if title:
        yield Text()
        yield Text(title, "bold")
    yield from (Text(f"  · {one}") for one in lines[:_MOST])
    if len(lines) > _MOST:
        yield Text(f"  and {len(lines) - _MOST:,} more")
