"""Two formats in a row: a talk between two alone, "followed by delegation-level talks", is a contact of its own."""

import re

from spacy.tokens import Span

from loaders.extract import naming, sides
from loaders.extract.scene import Event, EventSide, Scene
from loaders.extract.verdicts import ATTENDANCE
from schema.vocabulary import Kind

DELEGATIONS = "delegations joined"
"""Name of the rule: a second contact of the same sides, whatever it has in common with the first."""

_WIDE = r"(delegation[- ]level|plenary|expanded|extended|enlarged|broader|wider|larger|full|formal|working)"
_TALKS = r"(talks|meeting|session|negotiations|consultations|discussions|format|round|lunch)"
_FOLLOWED = re.compile(
    rf"\b(followed|succeeded)\b[^,;.]{{0,40}}\bby\b[^,;.]{{0,30}}?(\b{_WIDE}\b[^,;.]{{0,40}}?\b{_TALKS}"
    r"|\b(talks|meeting|session|negotiations|consultations)\b[^,;.]{0,30}\bdelegations)"
    rf"|\b(before|then|later|afterwards|continued)\b[^;.]{{0,60}}\b{_WIDE} (format|composition|circle|{_TALKS})"
    r"|\b(before|until|then|later|afterwards) (their|the two|both|the)( two)? (delegations|teams|aides|ministers)"
    r" (joined|came|filed|entered|sat down|(were|was) (let|called|brought|shown|admitted|ushered|invited))"
    r"|\bjoined by (their|the two|both) (delegations|teams|ministers|aides|advisers)"
    r"|\b(opened|extended|widened|enlarged|expanded) to (include )?(the|both|their)( two)? delegations",
    re.I,
)
_REACH = 4
"""Sentences within which "the meeting" that was followed by another stands."""
_ALONE = (Kind.MEETING, Kind.CONVERSATION, Kind.TALKS)


def second_format(scene: Scene, sentence: Span, told: list[Event], here: list[Event]) -> Event | None:
    """The session of the delegations that follows the meeting told in the sentence or in the one before.

    Args:
        scene: the article.
        sentence: where the second format may be told.
        told: the events of the sentences before, in order.
        here: those of the sentence.
    """
    match = _FOLLOWED.search(sentence.text)
    if match is None:
        return None
    span = scene.doc.char_span(
        sentence.start_char + match.start(), sentence.start_char + match.end(), alignment_mode="expand"
    )
    if span is None:
        return None
    number = scene.sentence(sentence.start)
    reach = _REACH if any(e.definite and not e.sides and e.trigger < span.start for e in here) else 1
    near = [e for e in told if number - scene.sentence(e.trigger) <= reach]
    near += [e for e in here if e.trigger < span.start]
    first = next((e for e in reversed(near) if e.kind in _ALONE and len(e.sides) > 1 and not e.joins), None)
    if first is None:
        return None
    trigger = span[-1]
    event = Event(trigger.i, tuple(range(span.start, span.end)), Kind.TALKS, first.status, first.tense, [], DELEGATIONS)
    event.sides = [EventSide(side.entity, side.attendance, side.mention) for side in first.sides]
    known = {side.entity for side in event.sides}
    for _, group in sides.after(scene, trigger, ("with",), 20)[:1]:
        for mention in group:
            if naming.people_first(mention) and not naming.possessive(scene, mention):
                event.sides += [
                    EventSide(e, ATTENDANCE[first.status], mention) for e in mention.entities if e not in known
                ]
    event.follows = [first]
    return event
