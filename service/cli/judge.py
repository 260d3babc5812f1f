"""``diplograph judge``: an analyst's decisions, one a command."""

import getpass
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from schema.settings import read_settings
from schema.vocabulary import Verb
from service.cli.console import plain

if TYPE_CHECKING:
    from loaders.judge import Judged
    from schema.ledger import Judgement

judge = typer.Typer(
    no_args_is_help=True,
    help="Decide who is who, which meetings are one, and what counts; see also `diplograph review`.",
)

Author = Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; the user of this computer by default.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_ID = "ID of a person, office, venue or meeting, or of a mention or claim of it."
Left = Annotated[str, typer.Argument(metavar="ID", help=_ID, show_default=False)]
Right = Annotated[str, typer.Argument(metavar="ID", help="The other one.", show_default=False)]
Claim = Annotated[str, typer.Argument(metavar="ID", help="ID of the claim.", show_default=False)]

_DONE = {
    Verb.SAME: "Judged the same",
    Verb.NOT_SAME: "Judged not to be the same",
    Verb.REJECT: "Claim rejected",
    Verb.CORRECT: "Claim corrected",
    Verb.RETRACT: "Article retracted",
    Verb.UNDO: "Undone",
}


@judge.command()
def same(left: Left, right: Right, author: Author = None, as_json: Json = False) -> None:
    """Two people, offices, venues or meetings are one. Offices and venues go by the name of the first.

    \b
    Example:
        diplograph judge same phwjfxd5yvdf3 pk6wn5w5ckqj2
    """
    from loaders.judge import same as decide

    _judge(decide, [left, right], author, as_json)


@judge.command()
def not_same(left: Left, right: Right, author: Author = None, as_json: Json = False) -> None:
    """Two are not one, whatever articles say, until this is undone. Where they are one already, name a mention of each.

    \b
    Example:
        diplograph judge not-same phwjfxd5yvdf3 pk6wn5w5ckqj2 --author ann
    """
    from loaders.judge import not_same as decide

    _judge(decide, [left, right], author, as_json)


@judge.command()
def reject(claim: Claim, author: Author = None, as_json: Json = False) -> None:
    """A claim says what its article does not.

    \b
    Example:
        diplograph judge reject cq3bq7zyjp2ve
    """
    from loaders.judge import reject as decide

    _judge(decide, [claim], author, as_json)


@judge.command()
def correct(
    claim: Claim,
    field: Annotated[
        str, typer.Argument(help="kind, status, date, date_end, venue or venue_country.", show_default=False)
    ],
    value: Annotated[str, typer.Argument(help="An empty one says that the claim gives none.", show_default=False)],
    author: Author = None,
    as_json: Json = False,
) -> None:
    """A claim's field has this value.

    \b
    Example:
        diplograph judge correct cq3bq7zyjp2ve date 2025-02-14
    """
    from loaders.judge import correct as decide

    _judge(decide, [claim, field, value], author, as_json)


@judge.command()
def retract(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="ID or address of the article.", show_default=False)
    ],
    author: Author = None,
    as_json: Json = False,
) -> None:
    """An article counts no more, in all its versions.

    \b
    Example:
        diplograph judge retract https://clarion.example/2025/02/15/a-call-that-was-none
    """
    from loaders.judge import retract as decide

    _judge(decide, [article], author, as_json)


@judge.command()
def undo(
    judgement: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="ID of the judgement; of an undoing too.", show_default=False)
    ],
    author: Author = None,
    as_json: Json = False,
) -> None:
    """Take a judgement back.

    \b
    Example:
        diplograph judge undo jw6b3vcrbn4dk
    """
    from loaders.judge import undo as decide

    _judge(decide, [judgement], author, as_json)


@judge.command("list")
def list_(
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many, the latest first.")] = 20,
    as_json: Json = False,
) -> None:
    """Show the latest judgements with their ids.

    \b
    Example:
        diplograph judge list --limit 50
    """
    from loaders.judge import latest
    from schema.database import open_database

    with open_database(read_settings()) as database:
        for decided, stands in latest(database, limit):
            row = {**asdict(decided), "verb": decided.verb.value, "stands": stands}
            typer.echo(json.dumps(row, ensure_ascii=False) if as_json else plain(line(decided, stands)))


def author_or_user(author: str | None) -> str:
    """The author given, or the name of who runs this."""
    if author is not None:
        return author
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def line(decided: "Judgement", stands: bool) -> str:
    """A judgement in one line."""
    what = [decided.verb.value.replace("_", " "), decided.subject, decided.object]
    if decided.verb is Verb.CORRECT:
        what += [f"{decided.field} = {decided.value or 'none'}"]
    told = " ".join(part for part in what if part)
    when = decided.made[:16].replace("T", " ")
    return f"{decided.id}  {when}  {told}, by {decided.author}" + ("" if stands else " (undone)")


def told(judged: "Judged") -> str:
    """What a judgement has changed, in a line or two."""
    if not judged.is_new:
        return f"Nothing to do: {line(judged.judgement, stands=True)}"
    done = f"{_DONE[judged.judgement.verb]} ({judged.judgement.id})."
    if judged.before == judged.after:
        return done
    before, after = (", ".join(ids[:8]) + (", …" if len(ids) > 8 else "") for ids in (judged.before, judged.after))
    return f"{done} {judged.subject.value.capitalize()} {before or 'none'} → {after or 'none'}."


def _judge(decide: Callable[..., "Judged"], arguments: list[str], author: str | None, as_json: bool) -> None:
    from schema.database import open_database

    with open_database(read_settings()) as database:
        judged = decide(database, *arguments, author=author_or_user(author), made=datetime.now(UTC))
    typer.echo(json.dumps(_row(judged), ensure_ascii=False) if as_json else plain(told(judged)))


def _row(judged: "Judged") -> dict[str, Any]:
    return {
        "judgement": {**asdict(judged.judgement), "verb": judged.judgement.verb.value},
        "subject": judged.subject.value,
        "before": judged.before,
        "after": judged.after,
        "new": judged.is_new,
    }
