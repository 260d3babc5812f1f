"""``diplograph review``: the pairs that wait for a judgement, one after another, by single keys."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from schema.errors import QueryError, SettingsError
from schema.settings import read_settings
from schema.vocabulary import Subject
from service.cli.judge import Author, author_or_user, told
from service.cli.keys import keys
from service.cli.pairs import quotes_of, show_pair, show_passage

if TYPE_CHECKING:
    from loaders.judge import Judged
    from loaders.review import Pair
    from schema.database import Database

_KEYS = "s same · n not the same · space skip · 1-9 open a claim · r reject a claim · u undo · q quit"


def review(
    subject: Annotated[
        Subject | None, typer.Option(help="Look at these alone.", case_sensitive=False, show_default=False)
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Print the pairs instead of asking about them.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON, one object a line.")] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many to print.")] = 20,
    author: Author = None,
) -> None:
    """Go through the pairs that may be one and were not joined, or were joined on thin grounds.

    Each pair is shown with what both sides rest on. One key decides: s the
    same, n not the same, space later, a number opens that claim in its
    article, r and a number rejects it, u takes the last decision back, q
    ends. All of it can be undone later too.

    \b
    Example:
        diplograph review --list
        diplograph review --list --json --subject person --limit 100
    """
    from schema.database import open_database

    listed = listed or as_json
    if not listed and not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()):
        raise SettingsError(
            "review asks on a terminal, and this is none: print the pairs with --list, decide with diplograph judge"
        )
    with open_database(read_settings()) as database:
        if listed:
            _print(database, subject, limit, as_json)
        else:
            with keys() as key:
                _Session(database, subject, author_or_user(author), key).run()


def _print(database: "Database", subject: Subject | None, limit: int, as_json: bool) -> None:
    from loaders.review import queue, waiting

    out = Console(markup=False, highlight=False, emoji=False)
    number = 0
    for number, pair in enumerate(queue(database, subject, limit=limit), start=1):  # noqa: B007 counted
        if as_json:
            typer.echo(json.dumps({**asdict(pair), "subject": pair.subject.value}, ensure_ascii=False))
        else:
            out.print(show_pair(pair, out.width))
            out.print()
    total = waiting(database, subject)
    if not as_json:
        out.print(f"{number:,} of {total:,} pairs." if number else "No pair waits for a judgement.")


class _Session:
    """One analyst at the terminal."""

    def __init__(self, database: "Database", subject: Subject | None, author: str, key: Callable[[], str]) -> None:
        self.database = database
        self.subject = subject
        self.author = author
        self.next_key = key
        self.out = Console(markup=False, highlight=False, emoji=False)
        self.skipped: list[str] = []
        self.made: list[str] = []
        """Ids of the judgements of this session that stand."""

    def run(self) -> None:
        """Ask until nothing is left, or the analyst ends it."""
        from loaders.review import queue, waiting

        while True:
            found = queue(self.database, self.subject, without=self.skipped, limit=1)
            if not found:
                later = f" {len(self.skipped):,} left for later." if self.skipped else ""
                self.out.print(f"No more pair waits for a judgement.{later}")
                if not self.made:
                    return
                self.out.print("u undo · any other key ends", style="dim")
                if self.key() != "u":
                    return
                self.undo()
                continue
            self.out.rule(f"{waiting(self.database, self.subject) - len(self.skipped):,} to go")
            self.out.print(show_pair(found[0], self.out.width))
            if not self.ask(found[0]):
                self.out.print(f"{len(self.made):,} judged, {len(self.skipped):,} left for later.")
                return

    def ask(self, pair: "Pair") -> bool:
        """Take keys until the pair is done with; whether to go on."""
        from loaders.judge import not_same, same

        self.out.print(f"\n{_KEYS}", style="dim")
        while True:
            match self.key():
                case "s":
                    if self.decide(same, pair.left.id, pair.right.id):
                        return True
                case "n":
                    if self.decide(not_same, pair.left.id, pair.right.id):
                        return True
                case " " | "k" | "\t":
                    self.skipped.append(pair.id)
                    return True
                case "r":
                    if self.reject(pair):
                        return True
                case "u":
                    if self.undo():
                        return True
                case "q" | "" | "\x04" | "\x1b":
                    return False
                case key if key.isdigit():
                    self.open(pair, key)
                case _:
                    self.out.print(_KEYS, style="dim")

    def decide(self, how: "Callable[..., Judged]", *arguments: str) -> bool:
        """Judge and say what came of it; False where it was refused."""
        try:
            judged = how(self.database, *arguments, author=self.author, made=datetime.now(UTC))
        except QueryError as error:
            self.out.print(str(error), style="bold red")
            return False
        self.out.print(told(judged))
        if judged.is_new:
            self.made.append(judged.judgement.id)
        return True

    def reject(self, pair: "Pair") -> bool:
        """Ask which claim, and reject it; whether one was."""
        from loaders.judge import reject

        self.out.print("Reject which claim? Its number, any other key for none.")
        claim = self.claim(pair, self.key())
        return claim is not None and self.decide(reject, claim)

    def undo(self) -> bool:
        """Take the last judgement of this session back."""
        from loaders.judge import undo

        if not self.made:
            self.out.print("Nothing was judged here yet; older judgements: diplograph judge list.")
            return False
        taken_back = self.made.pop()
        if self.decide(undo, taken_back):
            self.made.pop()
        return True

    def open(self, pair: "Pair", key: str) -> None:
        """Show a claim in its article."""
        from loaders.review import passage

        claim = self.claim(pair, key)
        if claim is not None:
            self.out.print(show_passage(passage(self.database, claim)))

    def claim(self, pair: "Pair", key: str) -> str | None:
        """The id of the claim with that number."""
        quotes = quotes_of(pair)
        number = int(key) if key.isdigit() else 0
        if not 1 <= number <= len(quotes):
            self.out.print("No claim has that number.")
            return None
        claim = quotes[number - 1].claim
        if claim is None:
            self.out.print("That is no claim: the person is named in no contact.")
        return claim

    def key(self) -> str:
        """The next key pressed."""
        return self.next_key().lower()
