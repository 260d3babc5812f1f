"""The queue of pairs that may be one: both sides with their evidence, to be judged with single keys.

Anybody may look; to judge takes the token that the service was started with. It stands in the form itself and in no
cookie, so that no other site can have a browser judge.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from loaders import judge as judging
from loaders.review import Pair, queue, waiting
from schema.database import Database
from schema.errors import DiplographError, Forbidden, QueryError
from schema.vocabulary import Subject
from service.pages.asking import Asked
from service.pages.page import Link, Page, Share, answer, origin
from service.permission import refusal
from service.writing import Writer

LISTED = 50
"""Pairs in the other forms of the page."""

_KEPT = 200
"""Pairs left for later that an address holds."""

_DECISIONS = {"same": judging.same, "not_same": judging.not_same}


async def review(asked: Asked) -> Page:
    """The likeliest pair that waits; in the other forms the first of them."""
    return await _page(asked, {})


async def decide(request: Request) -> Response:
    """Judge a pair, leave it for later, or take back the last judgement, as the form says; then the next pair."""
    body = (await request.body()).decode("utf-8", "replace")
    given = dict(parse_qsl(body))
    asked = Asked(request)
    try:
        made = await _decided(asked, given)
    except DiplographError as error:
        shown = await _page(asked, given, str(error), error.http_status)
        return answer(shown, "html", origin(request))
    query = [(name, value) for name, value in asked.parameters if name in ("subject", "later")]
    if given.get("decision") == "later":
        query.append(("later", given.get("pair", "")))
    elif made:
        query.append(("made", made))
    return RedirectResponse(f"/review?{urlencode(query)}" if query else "/review", 303)


async def _decided(asked: Asked, given: dict[str, str]) -> str | None:
    """The id of the judgement made; None where none is to be made, or one was taken back."""
    decision = given.get("decision", "")
    if decision == "later":
        return None
    author, now = given.get("author", ""), datetime.now(UTC)
    writer = _writer(asked)
    if told := refusal(asked.service.token, f"Bearer {given.get('token', '')}"):
        raise Forbidden(told)
    if decision == "undo":
        await writer.run(lambda database: judging.undo(database, given.get("made", ""), author=author, made=now))
        return None
    if decision not in _DECISIONS:
        raise QueryError(f"{decision[:80]!r} is no decision: same, not_same, later or undo.")
    left, right = given.get("left", ""), given.get("right", "")
    decided = await writer.run(lambda database: _DECISIONS[decision](database, left, right, author=author, made=now))
    return decided.judgement.id


async def _page(asked: Asked, given: dict[str, str], problem: str | None = None, status: int = 200) -> Page:
    subject = _subject(asked.given("subject"))
    later = [value for name, value in asked.parameters if name == "later"][-_KEPT:]
    limit = 1 if asked.form == "html" else LISTED

    def read(database: Database) -> tuple[list[Pair], dict[str, int]]:
        numbers = {each.value: waiting(database, each) for each in Subject}
        return queue(database, subject, without=later, limit=limit), numbers

    pairs, numbers = await _writer(asked).read(read)
    chosen = f"?subject={subject}" if subject else ""
    return Page(
        "review.html",
        title="Pairs to review",
        description="People, offices, venues and meetings that may be one, with what speaks for it.",
        facts={"waiting": numbers, "pairs": pairs},
        address="/review",
        table=_rows(pairs),
        share=Share(
            (
                Link("JSON", f"/review.json{chosen}", f"the first {LISTED} pairs", "application/json"),
                Link("CSV", f"/review.csv{chosen}", "the same, one a line", "text/csv"),
            )
        ),
        view={
            "subject": subject,
            "later": later,
            "made": asked.given("made"),
            "author": given.get("author", ""),
            "problem": problem,
            "closed": asked.service.token is None,
            "query": urlencode([(name, value) for name, value in asked.parameters if name in ("subject", "later")]),
        },
        status=status,
    )


def _rows(pairs: Sequence[Pair]) -> list[dict[str, object]]:
    return [
        {
            "pair": pair.id,
            "subject": pair.subject.value,
            "left": pair.left.id,
            "left name": pair.left.name,
            "right": pair.right.id,
            "right name": pair.right.name,
            "joined": pair.joined,
            "score": pair.score,
            "reasons": "; ".join(pair.reasons),
        }
        for pair in pairs
    ]


def _subject(given: str) -> Subject | None:
    if given and given not in set(Subject):
        raise QueryError(f"subject: {given[:80]!r} is none of {', '.join(Subject)}.")
    return Subject(given) if given else None


def _writer(asked: Asked) -> Writer:
    if asked.service.writer is None:
        raise QueryError("This service only reads.")
    return asked.service.writer
