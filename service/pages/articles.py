"""The page of an article: its text, with what was read out of it marked where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schema.errors import NotFound
from schema.ledger import OPEN, UNDATED
from service.pages.asking import Asked, Gone
from service.pages.page import Page
from service.queries import Record, pages


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph in which the same claims stand."""

    text: str
    claims: tuple[int, ...]
    """Numbers of the claims, from 1."""
    ending: tuple[int, ...]
    """Those of them that end here."""


async def article(asked: Asked, article: str) -> Page:
    """One version of an article."""
    found = await asked.read(pages.ARTICLE, id=article)
    if not found:
        raise NotFound(f"No article has the id {article[:80]!r}. Articles are linked from the contacts they report.")
    facts = found[0]
    if facts["known_from"] is None:
        others = await asked.read(pages.STANDING_VERSION, source=facts["source"])
        if not others:
            raise Gone("This article was withdrawn.")
    claims = await asked.read(pages.CLAIMS_OF_ARTICLE, id=article)
    replaced = facts["known_until"] != OPEN
    newer = await asked.read(pages.STANDING_VERSION, source=facts["source"]) if replaced else []
    text = facts.pop("text")
    told = {name: value for name, value in facts.items() if name not in ("known_from", "known_until")}
    published = facts["published"] if facts["published"] != UNDATED else None
    return Page(
        "article.html",
        title=facts["title"],
        description=" ".join(text.removeprefix(facts["title"]).split())[:200],
        facts={"article": told, "claims": claims},
        address=f"/article/{article}",
        table=[{**claim, "topics": "; ".join(claim["topics"] or ())} for claim in claims],
        view={
            "paragraphs": list(paragraphs(text, claims)),
            "newer": next((row["id"] for row in newer if row["id"] != article), None),
            "published": published,
        },
    )


def paragraphs(text: str, claims: Sequence[Record]) -> Iterator[list[Piece]]:
    """The lines of a text in pieces, cut where a claim begins or ends.

    Args:
        text: the text that the offsets count in.
        claims: each with ``begin`` and ``end``; they may overlap.
    """
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        if line.strip():
            yield list(_pieces(text, begin, end, claims))
        begin = end + 1


def _pieces(text: str, begin: int, end: int, claims: Sequence[Record]) -> Iterator[Piece]:
    here = [
        (max(begin, claim["begin"]), min(end, claim["end"]), number)
        for number, claim in enumerate(claims, 1)
        if claim["begin"] < end and claim["end"] > begin
    ]
    cuts = sorted({begin, end, *(edge for left, right, _ in here for edge in (left, right))})
    for left, right in pairwise(cuts):
        standing = tuple(number for since, until, number in here if since <= left and until >= right)
        yield Piece(text[left:right], standing, tuple(number for _, until, number in here if until == right))
