"""Expressions of time in a sentence: where they stand and what they say, not yet which day they mean.

A grammar of its own over the text: general date parsers read a date into almost any number. Which day an expression
means depends on the day of publication, on the tense of what it dates, and for some on the date told before; ``days``
works that out.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum, auto
from itertools import zip_longest

from spacy.tokens import Span

from loaders.extract.time_forms import (
    ANCHOR,
    FEASTS,
    FIXED,
    GRAMMAR,
    MONTHS,
    NAMED,
    NUMBERS,
    SHIFTED,
    SHIFTS,
    VAGUE,
    WEEKDAYS,
)


class Unit(StrEnum):
    """What an expression points at."""

    DAY = auto()
    """A day of a month, or a range of them, the year perhaps unsaid."""
    MONTH = auto()
    """A month by name."""
    YEAR = auto()
    """A year by number."""
    WEEKDAY = auto()
    """A day of the week, or a range of them."""
    FROM_TODAY = auto()
    """Days from the day of writing: "yesterday", "three days ago"."""
    FROM_THERE = auto()
    """Days from the date told before: "the next day", "two days earlier", "the same day"."""
    WEEK = auto()
    """A week or a weekend, in weeks from the day of writing."""
    MONTHS = auto()
    """A month, in months from the one of writing."""
    YEARS = auto()
    """A year, in years from the one of writing."""
    OPEN = auto()
    """Said to be some time, and no more: "recently", "in autumn", "in the coming days"."""


@dataclass(frozen=True, slots=True)
class When:
    """One expression of time. Numbers are 0 where unsaid."""

    start: int
    end: int
    """Token indices, half-open."""
    unit: Unit
    day: int = 0
    month: int = 0
    """0 beside a day: of the month told by ``shift``, or the nearest."""
    year: int = 0
    end_day: int = 0
    end_month: int = 0
    weekday: int | None = None
    """Monday is 0."""
    end_weekday: int | None = None
    shift: int | None = None
    """In the unit's days, weeks, months or years. For a weekday -1 is "last" and 1 "next"; for a day or month by name,
    years from the one of writing."""
    there: bool = False
    """Counted from the date told before, not from the day of writing."""
    weekend: bool = False
    week_of: bool = False
    """The week in which the day lies is meant."""
    exact: bool = False
    """To the day: "ten years ago today"; of a month, in that very year: "June of last year"."""
    eve: bool = False
    """The day before it is meant."""
    since: bool = False
    """ "since" stands before it: a day of this event only where it is said not to have been repeated."""
    until: bool = False
    """ "until", "to", "by" stands before it: the new day of what was put off, or the end of a stretch."""


_BEFORE = 45
"""Characters before such a word in which an expression that holds it can begin."""

_KEPT = "diplograph.times"
_EVE = re.compile(r"\beve\s+of\s+(?:(?:the|a|his|her|their|its)\s+)?$", re.IGNORECASE)
_WEEK_OF = re.compile(r"\bweek\s+(?:of|beginning|starting)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+in\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|to|by)\s+(?:the\s+)?(?:(?:\w+\s+){1,2}of\s+)?$", re.IGNORECASE)


def times(sentence: Span) -> list[When]:
    """The expressions of time in the sentence, in order and without overlaps.

    They are kept with the document: dates, topics and what is told before ask for the same sentences.
    """
    kept: dict[object, list[When]] = sentence.doc.user_data.setdefault(_KEPT, {})
    key = (sentence.start, sentence.end)
    if key not in kept:
        kept[key] = _times(sentence)
    return kept[key]


def _times(sentence: Span) -> list[When]:
    text = sentence.text
    matches = list(_matches(text))
    if not matches:
        return []
    starts = [token.idx - sentence.start_char for token in sentence]
    found = []
    for match in matches:
        form = match.lastgroup or ""
        groups = match.groupdict()
        said = {key[len(form) + 2 :]: groups[key] for key in groups if groups[key] and key.startswith(form + "__")}
        first = min((match.start(f"{form}__{key}") for key in said if key in NAMED), default=match.start())
        left = text[:first]
        found.append(
            replace(
                _read(form, {key: " ".join(value.lower().split()) for key, value in said.items()}),
                start=sentence.start + bisect_right(starts, first) - 1,
                end=sentence.start + bisect_left(starts, match.end()),
                eve=bool(_EVE.search(left)),
                week_of=bool(_WEEK_OF.search(left)),
                since=bool(_SINCE.search(left)),
                until=bool(_UNTIL.search(left)),
            )
        )
    return [
        when
        for when, after in zip_longest(found, found[1:])
        if not (when.unit is Unit.WEEKDAY and after and after.unit is Unit.DAY and after.start - when.end < 2)
    ]


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The grammar's matches, tried only around words that an expression of time cannot do without."""
    done = 0
    for anchor in ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        begin = max(done, anchor.start() - _BEFORE)
        while begin > done and text[begin - 1].isalnum():
            begin -= 1
        match = GRAMMAR.search(text, begin)
        while match is not None and match.start() <= anchor.start():
            yield match
            done = match.end()
            if done > anchor.start():
                break
            match = GRAMMAR.search(text, done)
        done = max(done, anchor.end())


def _read(form: str, said: dict[str, str]) -> When:
    rel = SHIFTS[said["rel"].split()[-1].replace("past", "last")] if "rel" in said else None
    if form in FIXED:
        return When(0, 0, Unit.FROM_TODAY, shift=FIXED[form])
    if form in SHIFTED:
        return When(0, 0, Unit.FROM_THERE, shift=SHIFTED[form], there=True)
    if "w1" in said:
        end = WEEKDAYS.index(said["w2"][:3]) if "w2" in said else None
        there = said.get("rel", "") in ("the following", "the previous")
        return When(0, 0, Unit.WEEKDAY, weekday=WEEKDAYS.index(said["w1"][:3]), end_weekday=end, shift=rel, there=there)
    if "feast" in said:
        feast = next(day for name, day in FEASTS.items() if re.fullmatch(name, said["feast"]))
        return When(0, 0, Unit.DAY, feast[1], feast[0])
    if "d1" in said:
        month = int(said["mm"]) if "mm" in said else _month(said["m1"]) if "m1" in said else 0
        end_month = _month(said["m2"]) if "m2" in said else month
        end_day = int(re.sub(r"\D", "", said["d2"])) if "d2" in said else 0
        day = int(re.sub(r"\D", "", said["d1"]))
        year = int(said.get("y", 0))
        return When(0, 0, Unit.DAY, day, month, year, end_day, end_month if end_day else 0, shift=rel)
    if "m1" in said:
        return When(
            0,
            0,
            Unit.MONTH,
            month=_month(said["m1"]),
            year=int(said.get("y", 0)),
            shift=rel,
            there="there" in said,
            exact=form == "m_rel",
        )
    if "season" in said:
        return When(0, 0, Unit.OPEN, year=int(said.get("y", 0)))
    if "y" in said:
        return When(0, 0, Unit.YEAR, year=int(said["y"]))
    if "u" in said and form != "unknown":
        return _distance(form, said)
    if form == "week_apart":
        return When(0, 0, Unit.WEEK, shift=1 if said["sign"] == "after" else -1, there=True)
    if form in ("week", "weekend"):
        return When(0, 0, Unit.WEEK, shift=rel, weekend=form == "weekend")
    if form in ("months", "month_end") or said.get("here") == "month":
        return When(0, 0, Unit.MONTHS, shift=rel or 0)
    if "new" in said:
        return When(0, 0, Unit.YEARS, shift=1)
    if form in ("years", "year_end") or said.get("here") == "year":
        return When(0, 0, Unit.YEARS, shift=rel or 0)
    return When(0, 0, Unit.OPEN, there=form == "unknown")


def _month(word: str) -> int:
    return MONTHS.index(word[:3]) + 1


def _distance(form: str, said: dict[str, str]) -> When:
    """ "three days later", "two weeks ago", "in a month's time"."""
    if said["n"].split()[-1] in VAGUE:
        return When(0, 0, Unit.OPEN)
    number = int(said["n"]) if said["n"].isdigit() else NUMBERS[said["n"]]
    back = form == "ago" or said.get("sign", "") in ("earlier", "before", "beforehand")
    shift = -number if back else number
    there = form == "apart"
    unit = said["u"].rstrip("s")
    if unit == "day":
        return When(0, 0, Unit.FROM_THERE if there else Unit.FROM_TODAY, shift=shift, there=there)
    if unit == "fortnight":
        unit, shift = "week", 2 * shift
    far = {"week": Unit.WEEK, "month": Unit.MONTHS, "year": Unit.YEARS}[unit]
    return When(0, 0, far, shift=shift, there=there, exact="exact" in said)
