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


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"a": 1, "an": 1, "a couple of": 2}
_VAGUE = ("few", "several", "some")
_SHIFTS = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1, "coming": 1}

_M = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.|(?=\s+\d))|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\w)"
)
_D = r"[0-3]?\d(?:st|nd|rd|th)?\b(?![.:,]\d)"
_Y = r"(?:19|20)\d\d\b"
_W = r"(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_TO = r"(?:\s+(?:to|through|till|until|and)\s+|\s*[-–—]\s*)"
_N = r"(?:\d+|a\s+couple\s+of|a\s+few|several|some|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNT = rf"(?P<n>{_N})\s+(?P<u>days?|weeks?|fortnights?|months?|years?)"
_REL = r"(?:last|next|this\s+coming|this\s+past|this|the\s+coming|the\s+previous|the\s+following|coming)"
_PART = r"(?:early|earlier|late|later|mid|the\s+(?:beginning|start|end|middle|close)\s+of)"
_LIGHT = r"(?:day|morning|afternoon|evening|night)"
_NO_YEAR = rf"(?!\.?\s+\d|,?\s+(?:of\s+)?(?:{_Y}|(?:last|this|next|that|the\s+same)\s+year))"
_END = r"(?=\s*(?:$|[,.;:)”\"]|(?:in|at|by|with)\b))"
_CLAUSE_END = (
    r"(?=\s*(?:$|[,.;:)”\"’'–—-]|(?:in|at|on|with|for|to|by|of|and|or|when|after|before|that|as|but|is|was|has|had|will"
    r"|would)\b))"
)
_BY = r"(?:before|by|at|until|towards?|around)"
_CLOSE = r"the\s+end\s+of\s+(?:the|this)"
_IS_OUT = r"(?:before|by|within)\s+(?:the|this)"
_OVER = r"(?:['’]s\s+end|\s+(?:(?:is|was)\s+(?:out|over)|ends))"
_CONTACT = r"(?:meeting|summit|talks|call|visit|session|round|trip|conference|encounter|conversation|letter)"

_FEASTS = {
    "new year['’]s day": (1, 1),
    "new year['’]s eve": (12, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "may day": (5, 1),
}
"""Days known by a name alone: month and day."""
_FEAST = "|".join(_FEASTS).replace(" ", r"\s+")

_FORMS = {
    "iso": rf"(?P<y>{_Y})-(?P<mm>[01]\d)-(?P<d1>[0-3]\d)\b",
    "dotted": rf"(?P<d1>[0-3]?\d)(?P<sep>[./])(?P<mm>[01]?\d)(?P=dotted__sep)(?P<y>{_Y})",
    "dm_dm": rf"(?P<d1>{_D})\s+(?:of\s+)?(?P<m1>{_M}){_TO}(?P<d2>{_D})\s+(?:of\s+)?(?P<m2>{_M})(?:,?\s+(?P<y>{_Y}))?",
    "md_md": rf"(?P<m1>{_M})\s+(?P<d1>{_D}){_TO}(?P<m2>{_M})\s+(?P<d2>{_D})(?:,?\s+(?P<y>{_Y}))?",
    "dd_m": rf"(?P<d1>{_D}){_TO}(?P<d2>{_D})\s+(?:of\s+)?(?P<m1>{_M})(?:,?\s+(?P<y>{_Y}))?",
    "m_dd": rf"(?P<m1>{_M})\s+(?P<d1>{_D}){_TO}(?P<d2>{_D})(?!\s*(?:[ap]\.?m\b|per\b|%|{_M}))(?:,?\s+(?P<y>{_Y}))?",
    "d_m": rf"(?P<d1>{_D})\s+(?:of\s+)?(?P<m1>{_M})(?:,?\s+(?P<y>{_Y})|\s+(?P<rel>last|this|next)\s+year)?",
    "m_d": rf"(?P<m1>{_M})\s+(?:the\s+)?(?P<d1>{_D})(?:,?\s+(?P<y>{_Y})|\s+(?P<rel>last|this|next)\s+year)?",
    "d_rel": r"(?P<d1>[0-3]?\d(?:st|nd|rd|th))\s+of\s+(?P<rel>this|next|last)\s+month",
    "d_alone": r"on\s+the\s+(?P<d1>[0-3]?\d(?:st|nd|rd|th))(?=\s*(?:$|[,.;:)”\"]|(?:and|in|at|with|for|to|by)\b))",
    "m_rel": rf"(?P<m1>{_M}),?\s+(?:of\s+)?(?:(?P<rel>last|this|next)|(?P<there>that|the\s+same))\s+year",
    "m_y": rf"(?P<m1>{_M}),?\s+(?:of\s+)?(?P<y>{_Y})",
    "rel_m": rf"(?P<rel>{_REL})\s+(?P<m1>{_M})",
    "m_in": r"(?:in|since|during|until|till|by|for|from|before|after|throughout|around|of|to|over|through)\s+"
    rf"(?:{_PART}[\s-]*(?:in\s+)?)?"
    rf"(?P<m1>{_M}){_NO_YEAR}",
    "m_part": rf"{_PART}[\s-]+(?:in\s+)?(?P<m1>{_M}){_NO_YEAR}",
    "m_of": rf"(?P<m1>{_M})(?=(?:['’]s)?\s+(?:[\w-]+\s+)?{_CONTACT})",
    "w_w": rf"(?P<w1>{_W}){_TO}(?P<w2>{_W})",
    "rel_w": rf"(?P<rel>{_REL})\s+(?P<w1>{_W})",
    "feast": rf"(?P<feast>{_FEAST})\b",
    "w_week": rf"(?P<w1>{_W})\s+(?:of\s+)?(?P<rel>last|next|this)\s+week",
    "w": rf"(?P<w1>{_W})",
    "today": r"today|tonight|this\s+(?:morning|afternoon|evening)",
    "minus_two": r"the\s+day\s+before\s+yesterday",
    "minus_one": r"yesterday|last\s+(?:night|evening)",
    "plus_two": r"the\s+day\s+after\s+tomorrow",
    "plus_one": r"tomorrow",
    "same": rf"(?:earlier|later)\s+(?:in\s+the|on\s+the\s+same|that(?:\s+same)?|the\s+same|in\s+the\s+same)\s+{_LIGHT}"
    rf"|(?:the|that)\s+(?:very\s+)?same\s+{_LIGHT}|that\s+(?:very\s+)?{_LIGHT}"
    rf"|(?:{_N}\s+)?(?:hours?|minutes?)\s+(?:later|earlier|beforehand|afterwards?|before{_END})",
    "day_after": rf"the\s+(?:next|following)\s+{_LIGHT}|the\s+(?:day|morning|evening)\s+after{_END}",
    "day_before": rf"the\s+(?:previous|preceding)\s+{_LIGHT}|the\s+(?:day|night|evening)\s+before{_END}",
    "apart": rf"{_COUNT}\s+"
    rf"(?P<sign>later|earlier|beforehand|afterwards?|before{_END}|after{_END})",
    "ago": rf"{_COUNT}\s+ago(?P<exact>\s+(?:today|to\s+the\s+day|this\s+day))?",
    "within": rf"in\s+{_COUNT}['’]?\s+time",
    "month_here": r"(?:earlier|later)\s+in\s+the\s+(?P<here>month|year)",
    "weekend": r"(?:(?P<rel>last|next|this(?:\s+coming)?|the\s+coming|this\s+past)|the|a)\s+weekend",
    "week": rf"(?P<rel>{_REL})\s+week",
    "week_apart": rf"the\s+week\s+(?P<sign>before|after|earlier){_END}",
    "months": rf"(?P<rel>{_REL})\s+month",
    "month_end": rf"{_BY}\s+(?:{_CLOSE}\s+month|the\s+month['’]s\s+end)\b|{_IS_OUT}\s+month{_OVER}|month[- ]end",
    "year_end": rf"{_BY}\s+(?:{_CLOSE}\s+year|year[- ]end|Christmas|the\s+New\s+Year)\b|{_IS_OUT}\s+year{_OVER}",
    "new_year": r"(?:in|into|after|early\s+in|early)\s+the\s+(?P<new>new)\s+year",
    "turn": r"(?:at|around|about)\s+the\s+turn\s+of\s+the\s+year",
    "unknown": rf"(?:{_COUNT}|the\s+(?:day|morning|evening|night|week|month|year))\s+"
    r"(?:before|after|ahead\s+of|prior\s+to)\b(?!\s+yesterday)",
    "years": rf"(?P<rel>{_REL})\s+year",
    "season": rf"(?P<season>spring|summer|autumn|winter|(?:this|last|next|in\s+the|the\s+coming)\s+fall)\b"
    rf"(?:\s+(?:of\s+)?(?P<y>{_Y})|{_CLAUSE_END})",
    "open": r"(?:in|over|within|during)\s+(?:the\s+(?:coming|next)|coming|recent)\s+"
    r"(?:few\s+|couple\s+of\s+|two\s+|three\s+)?(?:hours|days|weeks|months|years)"
    r"|recently|lately|soon(?:er\s+or\s+later)?|shortly|some\s+time\s+(?:ago|later)|(?:the\s+other|one|some)\s+day"
    r"|at\s+(?:some|an?(?:\s+\w+)?\s+(?:later|suitable|appropriate|convenient|unspecified|early))"
    r"\s+(?:point|date|stage|time|moment)|at\s+an?\s+(?:later|suitable|appropriate|convenient|unspecified|early)"
    r"\s+(?:point|date|stage|time|moment)|at\s+the\s+earliest\s+\w+|in\s+due\s+(?:course|time)|before\s+long"
    r"|in\s+the\s+(?:near|foreseeable|not\s+too\s+distant)\s+future",
    "y_of": rf"(?P<y>{_Y})(?=\s+(?:[\w-]+\s+){{0,2}}{_CONTACT})",
    "y": rf"(?:in|since|during|until|by|early|late|mid|of|from|before|after|throughout)[\s-]+(?P<y>{_Y})",
}
_NAMED = ("m1", "d1", "w1", "y", "season", "feast")
_FIXED = {"today": 0, "minus_two": -2, "minus_one": -1, "plus_two": 2, "plus_one": 1}
_SHIFTED = {"same": 0, "day_after": 1, "day_before": -1}
_GRAMMAR = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{re.sub('[(][?]P<', f'(?P<{name}__', form)}))" for name, form in _FORMS.items()),
    re.IGNORECASE,
)
_ANCHOR = re.compile(
    rf"\b(?:{_M}|{_W}|{_Y}|today|tonight|tomorrow|yesterday|days?|weeks?|fortnights?|weekend|months?|years?|month-end|year-end|hours?|minutes?"
    r"|\d+(?:st|nd|rd|th)|morning|afternoon|evening|night|spring|summer|autumn|winter|fall|Christmas|New\s+Year|recently|lately|soon|shortly|future|point|stage|date|time|moment|course|long)\b",
    re.IGNORECASE,
)
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
        first = min((match.start(f"{form}__{key}") for key in said if key in _NAMED), default=match.start())
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
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        begin = max(done, anchor.start() - _BEFORE)
        while begin > done and text[begin - 1].isalnum():
            begin -= 1
        match = _GRAMMAR.search(text, begin)
        while match is not None and match.start() <= anchor.start():
            yield match
            done = match.end()
            if done > anchor.start():
                break
            match = _GRAMMAR.search(text, done)
        done = max(done, anchor.end())


def _read(form: str, said: dict[str, str]) -> When:
    rel = _SHIFTS[said["rel"].split()[-1].replace("past", "last")] if "rel" in said else None
    if form in _FIXED:
        return When(0, 0, Unit.FROM_TODAY, shift=_FIXED[form])
    if form in _SHIFTED:
        return When(0, 0, Unit.FROM_THERE, shift=_SHIFTED[form], there=True)
    if "w1" in said:
        end = _WEEKDAYS.index(said["w2"][:3]) if "w2" in said else None
        there = said.get("rel", "") in ("the following", "the previous")
        return When(
            0, 0, Unit.WEEKDAY, weekday=_WEEKDAYS.index(said["w1"][:3]), end_weekday=end, shift=rel, there=there
        )
    if "feast" in said:
        feast = next(day for name, day in _FEASTS.items() if re.fullmatch(name, said["feast"]))
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
    return _MONTHS.index(word[:3]) + 1


def _distance(form: str, said: dict[str, str]) -> When:
    """ "three days later", "two weeks ago", "in a month's time"."""
    if said["n"].split()[-1] in _VAGUE:
        return When(0, 0, Unit.OPEN)
    number = int(said["n"]) if said["n"].isdigit() else _NUMBERS[said["n"]]
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
