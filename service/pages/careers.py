"""The offices of one person over time, as the articles tell them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

WIDTH = 100
"""Of the line on which the times of all offices are drawn."""

_THINNEST = 2.0


@dataclass(frozen=True, slots=True)
class Term:
    """An office somebody holds or held."""

    id: str
    title: str
    of: Mapping[str, str] | None
    """Id and name of the polity or body."""
    since: str | None
    until: str | None
    """First and last day in it, where a list of office-holders has them."""
    first: str | None
    last: str | None
    """Days of the first and of the last article that gives the office."""
    articles: int
    x: float = 0.0
    width: float = 0.0
    """Where its time stands on a line of ``WIDTH``; no width where no day of it is known."""


def terms(offices: Iterable[Mapping[str, Any]], told: Iterable[Mapping[str, Any]]) -> list[Term]:
    """The offices, those held or told of last before the others.

    Args:
        offices: id, title, of, since and until of each.
        told: for the id of an ``office`` the ``first`` and ``last`` day, and the number of ``articles``, that give it.
    """
    days = {row["office"]: row for row in told}
    found = [
        Term(
            id=each["id"],
            title=each["title"],
            of=each["of"],
            since=each["since"],
            until=each["until"],
            first=days.get(each["id"], {}).get("first"),
            last=days.get(each["id"], {}).get("last"),
            articles=days.get(each["id"], {}).get("articles", 0),
        )
        for each in offices
    ]
    return sorted(_drawn(found), key=lambda term: (_end(term) or "", term.articles), reverse=True)


def _drawn(found: Sequence[Term]) -> list[Term]:
    spans = [(_day(term.since or term.first), _day(_end(term))) for term in found]
    known = [(begin, max(begin, end)) for begin, end in spans if begin and end]
    if not known:
        return list(found)
    earliest, latest = min(begin for begin, _ in known), max(end for _, end in known)
    whole = max(latest - earliest, 1)
    drawn = []
    for term, (begin, end) in zip(found, spans, strict=True):
        if begin and end:
            width = max((max(begin, end) - begin) / whole * WIDTH, _THINNEST)
            x = min((begin - earliest) / whole * WIDTH, WIDTH - width)
            drawn.append(replace(term, x=round(x, 1), width=round(width, 1)))
        else:
            drawn.append(term)
    return drawn


def _end(term: Term) -> str | None:
    return term.until or max((day for day in (term.last, term.since, term.first) if day), default=None)


def _day(text: str | None) -> int | None:
    """Days since the year 1 of a date that may be partial."""
    if not text:
        return None
    return date(*[*map(int, text.split("-")), 1, 1][:3]).toordinal()
