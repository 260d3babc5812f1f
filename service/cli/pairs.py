"""Pairs of what may be one, side by side for a terminal. Pure."""

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from service.cli.console import plain

if TYPE_CHECKING:
    from loaders.review import Evidence, Pair, Passage, Quote

_NARROW = 72
"""Cells below which the two sides stand one above the other."""
_AROUND = 600
"""Characters of the article on either side of a claim."""


def show_pair(pair: "Pair", width: int) -> RenderableType:
    """Both sides with their evidence, numbered, and what speaks for and against their being one."""
    left, right = (_side(one, first) for one, first in ((pair.left, 1), (pair.right, 1 + len(pair.left.quotes))))
    if width < _NARROW:
        sides: RenderableType = Group(left, Text(), right)
    else:
        grid = Table.grid(expand=True, padding=(0, 3, 0, 0))
        grid.add_column(ratio=1)
        grid.add_column(ratio=1)
        grid.add_row(left, right)
        sides = grid
    asked = f"One {pair.subject.value} so far. Rightly?" if pair.joined else f"Is this one {pair.subject.value}?"
    why = [Text(f"  {shown(reason)}") for reason in pair.reasons]
    return Group(Text(f"{asked}  (likeness {pair.score:.2f})", "bold"), *why, Text(), sides)


def show_passage(passage: "Passage") -> RenderableType:
    """The claim's sentence, marked, in the text around it."""
    begin, end = max(0, passage.begin - _AROUND), min(len(passage.text), passage.end + _AROUND)
    around = passage.text[begin : passage.begin], passage.text[passage.end : end]
    text = Text("…" if begin else "")
    text.append(shown(around[0]))
    text.append(shown(passage.text[passage.begin : passage.end]), "bold")
    text.append(shown(around[1]) + ("…" if end < len(passage.text) else ""))
    about = (passage.title, passage.publisher, passage.published or "no day of publication", passage.url)
    return Group(Text(", ".join(shown(part) for part in about if part), "dim"), text)


def quotes_of(pair: "Pair") -> "list[Quote]":
    """The quotes in the order of their numbers, which begin with 1."""
    return [*pair.left.quotes, *pair.right.quotes]


def shown(text: str) -> str:
    """The text as a terminal may have it, on one line."""
    return plain(" ".join(text.split()))


def _side(side: "Evidence", first: int) -> RenderableType:
    parts = [Text.assemble((shown(side.name), "bold cyan"), f"  {side.id}")]
    parts += [Text(f"· {shown(fact)}") for fact in side.facts]
    for number, quote in enumerate(side.quotes, start=first):
        by = f", by {quote.by}" if quote.by else ""
        parts.append(Text.assemble((f"[{number}] ", "bold yellow"), f"“{shown(quote.text)}”"))
        about = (quote.told + by, quote.publisher, quote.published or "no day of publication")
        parts.append(Text(f"    {', '.join(shown(part) for part in about if part)}", "dim"))
    return Group(*parts)
