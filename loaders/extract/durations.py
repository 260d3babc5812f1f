"""The first day of a contact that lasts: "wrapped up two days of talks on Sunday", "a third day of negotiations"."""

import datetime as dt
import re

from spacy.tokens import Doc

from loaders.extract.clauses import verb_of
from loaders.extract.scene import Event

_LASTED = re.compile(r"\b(two|three|four|five|six|[2-6]) (?:whole |full )?days? of (?:[\w-]+ ){0,4}$", re.IGNORECASE)
_NTH_DAY = re.compile(
    r"\b(second|third|fourth|fifth|sixth) (?:and (?:final|last) |straight |consecutive )?day of (?:[\w-]+ ){0,4}$",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6} | {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
}
_ENDING = frozenset("wrap end conclude finish close complete".split())
"""Verbs whose day is the last one of what lasted."""

_DAY = len("2025-02-15")


def from_first_day(doc: Doc, event: Event, day: str, last: str | None) -> tuple[str, str | None]:
    """The day told and the last one, or from the first day on where the day told is the last or a later one.

    Args:
        doc: the article.
        event: the contact, whose noun stands after "two days of" or "a third day of".
        day: ISO date that the text tells.
        last: the last day, where the text tells a range.
    """
    before = doc[doc[event.trigger].sent.start : event.trigger].text_with_ws
    verb = verb_of(event, doc)
    found = _NTH_DAY.search(before)
    if found is None and verb is not None and verb.lemma_ in _ENDING:
        found = _LASTED.search(before)
    if found is None or last is not None or len(day) != _DAY:
        return day, last
    number = found.group(1).lower()
    days = int(number) if number.isdigit() else _NUMBERS[number]
    return (dt.date.fromisoformat(day) - dt.timedelta(days=days - 1)).isoformat(), day
