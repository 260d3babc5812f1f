"""The forms in which English tells a time: one regular expression each, with what they say as named groups."""

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"a": 1, "an": 1, "a couple of": 2}
VAGUE = ("few", "several", "some")
SHIFTS = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1, "coming": 1}
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
_OVER = r"(?:['’]s\s+end|\s+(?:(?:is|was)\s+(?:out|over)|ends|(?:runs|is\s+running)\s+out|closes))"
_CONTACT = (
    r"(?:meeting|summit|talks|call|visit|session|round|trip|conference|encounter|conversation|letter|forum"
    r"|G7|G20|APEC|ASEAN)"
)
FEASTS = {
    "new year['’]s day": (1, 1),
    "new year['’]s eve": (12, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "may day": (5, 1),
}
"""Days known by a name alone: month and day."""
_FEAST = "|".join(FEASTS).replace(" ", r"\s+")
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
    rf"(?P<sign>later|earlier|beforehand|afterwards?|thereafter|after\s+that|before{_END}|after{_END})",
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
NAMED = ("m1", "d1", "w1", "y", "season", "feast")
FIXED = {"today": 0, "minus_two": -2, "minus_one": -1, "plus_two": 2, "plus_one": 1}
SHIFTED = {"same": 0, "day_after": 1, "day_before": -1}
GRAMMAR = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{re.sub('[(][?]P<', f'(?P<{name}__', form)}))" for name, form in _FORMS.items()),
    re.IGNORECASE,
)
ANCHOR = re.compile(
    rf"\b(?:{_M}|{_W}|{_Y}|today|tonight|tomorrow|yesterday|days?|weeks?|fortnights?|weekend|months?|years?|month-end|year-end|hours?|minutes?"
    r"|\d+(?:st|nd|rd|th)|morning|afternoon|evening|night|spring|summer|autumn|winter|fall|Christmas|New\s+Year|recently|lately|soon|shortly|future|point|stage|date|time|moment|course|long)\b",
    re.IGNORECASE,
)
