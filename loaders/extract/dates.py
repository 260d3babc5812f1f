"""When an event took or takes place."""

import datetime as dt
import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from loaders.extract.clauses import bond, said, verb_above, verb_of, with_own_side
from loaders.extract.dateline import dateline
from loaders.extract.days import resolve
from loaders.extract.durations import from_first_day
from loaders.extract.scene import Event, Scene, Tense, Zone
from loaders.extract.times import Unit, When, times
from schema.vocabulary import Status

_ENOUGH = 35
"""Strength of the bond from which on an expression of time counts as the event's."""

_PRECISE = {
    Unit.OPEN: -8,
    Unit.YEAR: -25,
    Unit.YEARS: -5,
    Unit.WEEK: -10,
    Unit.MONTHS: -8,
    Unit.FROM_THERE: -1,
    Unit.DAY: 8,
}
"""What makes an expression the likelier one of two: the more exact."""

_OFF = (Status.POSTPONED, Status.CANCELLED, Status.DECLINED, Status.DENIED)
_FORWARD = frozenset(("will", "shall", "'ll", "’ll", "would", "to"))
_MOVED = 60
"""What the new day of something put off counts more than the old one."""

_THIS_YEAR = 12
"""What "this year" counts less: it mostly says how often."""

_ONCE_PLANNED = re.compile(
    r"\b(?:had (?:\w+ )?been|was|were)\b(?: \w+)? (?:due|scheduled|expected|supposed|slated|set|planned|meant|booked)\b"
    r"|\b(?:was|were) to have\b"
)
"""A plan that the text looks back on: its day may be over."""
_SHOULD_HAVE = re.compile(r"\bshould have\b")
_PLAN = 12
"""Tokens before an event in which that stands."""

_NO_DATE = re.compile(
    r"\b(?:no (?:new |firm |exact )?(?:date|day|time)s?\b(?! for)"
    r"|dates? (?:to be|(?:is|are|has|have) (?:yet|still) to be|(?:is|are) (?:still )?(?:open|under discussion)))"
)
"""Words that leave the day of what is planned open."""

_DAYS = (Unit.DAY, Unit.WEEKDAY, Unit.FROM_TODAY, Unit.FROM_THERE)

_CLOCK = re.compile(r"\s*\W?\d{1,2}[:.h]\d\d\b")
"""An hour at the head of a line."""

_KEPT = "diplograph.bases"
_ENTRY = 40
"""Sentences of an entry of a running report, at most."""

_LOOKED_BACK = 10
"""Sentences before an event's own in which "the next day" looks for its day."""


def date_event(scene: Scene, event: Event) -> None:
    """Set ``event.date`` and ``event.date_end`` from what the event's own sentence says, if it says something."""
    best = _chosen(scene, event)
    if best is None:
        return
    resolved = resolve(best, today(scene), _told_before(scene, best, event.tense), _direction(scene, event))
    if resolved is not None:
        event.date, event.date_end = from_first_day(scene.doc, event, *resolved)


def _chosen(scene: Scene, event: Event) -> When | None:
    """The expression of the event's sentence that dates it."""
    doc = scene.doc
    best: When | None = None
    strength = float(_ENOUGH)
    for when in times(doc[event.trigger].sent):
        score: float = bond(event, doc, when.start, when.end)
        moved = event.status is Status.POSTPONED and (when.until or _now(doc, event.trigger, when.start))
        if (
            (score == 0 and not moved)
            or (when.since and not _not_since(event, doc) and not _when(doc, when, event))
            or _in_dateline(scene, when)
        ):
            continue
        score += _PRECISE.get(when.unit, 0) - _from_sides(event, when)
        if when.unit is Unit.YEARS and when.shift == 0:
            score -= _THIS_YEAR
        if when.unit is Unit.FROM_TODAY and event.status not in _OFF and _against(event.tense, when.shift or 0):
            continue
        if moved:
            score = max(score, float(_ENOUGH)) + _MOVED
        if with_own_side(event, doc, when.start, when.end):
            score = max(score, float(_ENOUGH)) + 40
        if score > strength:
            best, strength = when, score
    return best


def _now(doc: Doc, start: int, end: int) -> bool:
    """ "will now take place on Monday"."""
    return any(token.lower_ in ("now", "instead") for token in doc[start:end])


def _against(tense: Tense, shift: int) -> bool:
    """ "yesterday" dates nothing that is still to come, and "tomorrow" nothing that is over."""
    return (tense is Tense.FUTURE and shift < 0) or (tense is Tense.PAST and shift > 0)


def _from_sides(event: Event, when: When) -> float:
    """How far the nearest side after the verb is from the expression: "rang A on Monday and B a day later"."""
    after = [side.mention for side in event.sides if side.mention.start > event.trigger]
    return min((abs(when.start - mention.end) / 2 for mention in after), default=0.0)


def _not_since(event: Event, doc: Doc) -> bool:
    """ "have not met since June" tells of a meeting in June."""
    verb = verb_of(event, doc)
    return verb is not None and any(child.dep_ == "neg" for child in verb.children)


def _when(doc: Doc, when: When, event: Event) -> bool:
    """ "since Friday, when A and B met": that day, for all the "since"."""
    after = [token.lower_ for token in doc[when.end : when.end + 2]]
    return "when" in after and event.trigger > when.end


def _in_dateline(scene: Scene, when: When) -> bool:
    """The day on which the report was filed dates nothing in it."""
    line = dateline(scene.source.text)
    return line is not None and line.start <= scene.doc[when.start].idx < line.end


def today(scene: Scene) -> dt.date | None:
    """The day of writing: that of publication or, where it is unknown, the dateline's if it names the year."""
    if scene.source.published:
        return dt.date.fromisoformat(scene.source.published)
    line = dateline(scene.source.text)
    if line is None or line.day is None:
        return None
    span = scene.doc.char_span(line.start, line.end, alignment_mode="expand")
    for when in times(span) if span is not None else []:
        if when.unit is Unit.DAY and when.year:
            resolved = resolve(when, None, None, None)
            return dt.date.fromisoformat(resolved[0]) if resolved else None
    return None


def open_dates(scene: Scene) -> list[str]:
    """The expressions of time that stay open because the day of writing is unknown, as the text has them, each once."""
    if today(scene) is not None:
        return []
    found: dict[str, None] = {}
    for sentence, zone in zip(scene.sentences, scene.zones, strict=True):
        if zone is Zone.BOILERPLATE:
            continue
        for when in times(sentence):
            if when.unit is not Unit.OPEN and not when.there and resolve(when, None, None, None) is None:
                found[scene.doc[when.start : when.end].text] = None
    return list(found)


def _direction(scene: Scene, event: Event) -> Tense | None:
    """Where the tense says little of the day, the nearest is meant."""
    start = max(scene.doc[event.trigger].sent.start, event.trigger - _PLAN)
    if _SHOULD_HAVE.search(scene.doc[start : event.trigger].text):
        return Tense.PAST
    if _ONCE_PLANNED.search(scene.doc[start : event.trigger].text):
        return None
    if event.status in _OFF:
        return Tense.FUTURE if _guessed(scene.doc[event.trigger]) is Tense.FUTURE else None
    return event.tense


def _told_before(scene: Scene, when: When, tense: Tense) -> dt.date | None:
    """The day last told before an expression that counts from it; the day of writing where none was."""
    if not when.there:
        return None
    now = today(scene)
    number = scene.sentence(when.start)
    if when.unit is Unit.MONTH:
        return _year_before(scene, when, number)
    return next(days_told(scene, number, _LOOKED_BACK, when.start, tense, asides_last=when.shift == 0), now)


def _year_before(scene: Scene, when: When, number: int) -> dt.date | None:
    sentences = scene.sentences
    for index in range(number, max(-1, number - _LOOKED_BACK - 1), -1):
        for other in reversed(times(sentences[index])):
            if other.year and (index < number or other.start < when.start):
                return dt.date(other.year, 1, 1)
    return None


def left_open(scene: Scene, event: Event) -> bool:
    """Whether the event's own sentence gives no date and says so: "recently", "in due course", "has no date as yet"."""
    chosen = _chosen(scene, event)
    if chosen is None:
        return _NO_DATE.search(scene.doc[event.trigger].sent.text) is not None
    return chosen.unit is Unit.OPEN and not chosen.there


def days_told(
    scene: Scene,
    number: int,
    back: int,
    before: int | None,
    tense: Tense,
    story_only: bool = False,
    chain: int = 3,
    asides_last: bool = True,
) -> Iterator[dt.date]:
    """The days that the text names, backwards from a sentence, as far as they lie in the tense's direction.

    Args:
        scene: the article.
        number: the sentence to begin with.
        back: how many sentences before it are looked through.
        before: in the first sentence, the token before which the days have to stand; None takes all of it.
        tense: past leaves out what is told as still to come, future what is over.
        story_only: leaves out the days of what had happened before the story and of when something was said.
        chain: how many days may count each from the one before: "the day after", "two days later".
        asides_last: whether days of relative clauses come after all others.
    """
    now = today(scene)
    sentences = scene.sentences
    near = number - 1 if number and "\n" not in sentences[number - 1].text.rstrip(" ") else number
    aside: list[dt.date] = []
    """Days of relative clauses, which say of somebody what is no part of the story."""
    for index in range(number, max(-1, number - back - 1, entry(scene, number) - 1), -1):
        if scene.zones[index] is Zone.BOILERPLATE:
            continue
        for when in reversed(times(sentences[index])):
            if (index == number and before is not None and when.start >= before) or _in_dateline(scene, when):
                continue
            if not ((when.exact and when.unit is not Unit.MONTH) or when.unit in _DAYS) or (when.there and not chain):
                continue
            spoken = said(scene.doc, when.start, set())
            if story_only and (spoken or (index < near and _earlier(scene.doc[when.start]))):
                continue
            guessed = Tense.PAST if when.since else _guessed(scene.doc[when.start])
            if tense is Tense.FUTURE and guessed is Tense.PAST and when.there:
                continue
            if tense is Tense.PAST and guessed is Tense.FUTURE and not spoken and scene.zones[index] is Zone.BODY:
                continue
            there = _base(scene, when, index, back, tense, story_only, chain) if when.there else None
            resolved = resolve(when, now, there, guessed or tense)
            day = dt.date.fromisoformat(resolved[0]) if resolved is not None else None
            if day is not None and (now is None or (day <= now if tense is Tense.PAST else day >= now)):
                if when.since or (asides_last and tense is Tense.PAST and _in_relative(scene.doc[when.start])):
                    aside += [day] * (index < number or not story_only)
                else:
                    yield day
    yield from aside


def _base(
    scene: Scene, when: When, number: int, back: int, tense: Tense, story_only: bool, chain: int
) -> dt.date | None:
    """The day from which an expression counts, kept with the document: each asks for those before it."""
    kept: dict[object, dt.date | None] = scene.doc.user_data.setdefault(_KEPT, {})
    key = (when.start, back, tense, story_only, chain)
    if key not in kept:
        kept[key] = next(
            days_told(scene, number, back, when.start, tense, story_only, chain - 1, when.shift == 0), today(scene)
        )
    return kept[key]


def entry(scene: Scene, number: int) -> int:
    """The sentence that opens the entry of a running report, "14:05 - …", in which the sentence stands; 0 elsewhere."""
    sentences = scene.sentences
    for index in range(number, max(0, number - _ENTRY), -1):
        sentence = sentences[index]
        opens = "\n" in sentences[index - 1].text or sentence.text.startswith("\n")
        if opens and _CLOCK.match(sentence.text):
            return index
    return 0


def _in_relative(token: Token) -> bool:
    """Whether the expression stands in a clause on a noun: "the president, who has been confined since July"."""
    return any(above.dep_ in ("relcl", "acl") for above in token.ancestors)


def _earlier(token: Token) -> bool:
    """Whether the clause stands in the pluperfect: what had happened before."""
    verb = verb_above(token)
    return verb is not None and any(child.lower_ == "had" for child in verb.children if child.dep_ == "aux")


def _guessed(token: Token) -> Tense | None:
    """The tense of the clause that a date stands in; None where it has no finite verb."""
    verb = verb_above(token)
    if verb is None:
        return None
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in _FORWARD for child in helpers) or verb.tag_ in ("VBZ", "VBP"):
        return Tense.FUTURE
    if any(child.lower_ in ("is", "are") for child in helpers):
        return Tense.FUTURE
    return Tense.PAST if verb.tag_ in ("VBD", "VBN") else None
