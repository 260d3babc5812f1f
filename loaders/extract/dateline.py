"""The dateline of a report: where and on what day it was filed."""

import re
from dataclasses import dataclass

from loaders.world.places import gazetteer

_MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:{_NUMBER}\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+{_NUMBER}(?:,?\s+\d{{4}})?)"
_CAPITALS = r"[A-ZÀ-Þ][A-Z'’.À-Þ-]*[A-Z.À-Þ](?:[ -][A-ZÀ-Þ][A-Z'’.À-Þ-]+)*"
_TITLED = rf"(?!{_MONTH}\b)[A-Z][\w'’-]+(?:[ -](?:[a-z]{{1,3}}[ -])?[A-Z][\w'’-]+){{0,3}}"
_REGION = rf"(?:,\s+{_TITLED})?(?:\s*\[[^\]]+\])?"
_AGENCY = r"(?:,?\s*[(/]?[A-Z][\w. ]{1,28}[)/]?)?"
_BREAK = r"(?:\s*(?:-{2,3}|[–—-])\s+|:\s+|/\.?\s+|\.\s*[–—-]+\s*)"

_BY_CAPITALS = re.compile(
    rf"(?P<places>{_CAPITALS}(?:\s*[/&]\s*{_CAPITALS})*){_REGION}[\s,.(–—-]*(?:[A-Z][\w']+(?:,?\s+\d+,\s+\d{{4}}),\s*)?"
    rf"(?:\w+day,?\s+)?(?P<day>{_DAY})?[\s,./()]*{_AGENCY}[\s.,]*{_BREAK}"
)
"""PARIS/GENEVA, Aug 20 (Agency) - …; MOSCOW, February 15. /AGENCY/ …; LUANDA — …"""
_BY_DAY = re.compile(
    rf"(?P<places>{_TITLED}(?:\s*/\s*{_TITLED})?){_REGION},?\s+(?:[A-Z][\w']+\s+\d+,\s+\d{{4}},\s+)?(?:\w+day,?\s+)?"
    rf"(?P<day>{_DAY}){_AGENCY}(?:{_BREAK}|\s*$)"
)
"""New Delhi [India], August 18 (AG): …; Rabat, Rajab 9, 1446, January 9, 2025, AG -- …"""
_DAY_FIRST = re.compile(rf"(?P<day>{_DAY})\s*[(,]\s*(?P<places>{_CAPITALS})\)?{_BREAK}")
"""January 14, 2024 (PORT LOUIS) – …"""
_ALONE = re.compile(rf"(?P<places>{_CAPITALS})(?P<day>)\s*$")
_BY_STOP = re.compile(rf"\(?(?P<places>{_TITLED})\)?(?P<day>)(?:\.\s+|{_BREAK})(?=[A-Z“\"])")
"""Nairobi. …; (Lomé) – …: only where the place is known for a city."""
_NOT_A_PLACE = re.compile(
    r"(?i)(?:live|breaking|updated?|exclusive|opinion|analysis|video|watch|ends?|photos?|advertisement|corrected|read"
    r"|related|comment|editorial|factbox|explainer|interview)\b"
)
_SEARCHED = 14
"""Lines from the top among which a dateline is looked for."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed: "GENEVA, Feb. 3 (Agency) -"."""

    start: int
    end: int
    """Character offsets in the article's text, half-open, separator included."""
    places: tuple[str, ...]
    """As written but not in capitals: "Geneva"."""
    day: str | None
    """The date as written, for the date rules to read."""


def dateline(text: str) -> Dateline | None:
    """The dateline of the story, looked for at the beginning of its first lines; None where it has none."""
    offset = 0
    for line in text.split("\n", _SEARCHED)[:_SEARCHED]:
        indent = len(line) - len(line.lstrip())
        for form in (_BY_CAPITALS, _BY_DAY, _DAY_FIRST, _ALONE):
            match = form.match(line, indent)
            if match is None:
                continue
            names = tuple(_from_capitals(place.strip()) for place in re.split(r"[/&]", match["places"]))
            if len(names[0]) > 2 and not _NOT_A_PLACE.match(names[0]):
                return Dateline(offset + indent, offset + match.end(), names, match["day"] or None)
        match = _BY_STOP.match(line, indent)
        site = gazetteer().get(match["places"]) if match is not None else None
        if match is not None and site is not None and not site.is_country:
            return Dateline(offset + indent, offset + match.end(), (match["places"],), None)
        offset += len(line) + 1
    return None


def _from_capitals(name: str) -> str:
    if not name.isupper():
        return name
    spelled = re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), name)
    return re.sub(r"([’'])S\b", r"\1s", spelled)
