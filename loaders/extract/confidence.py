"""How far a contact that was read can be trusted.

Confidence starts from how the contact is told and loses by what makes readings go wrong, by as much as such claims went
wrong more often than others in annotated articles. A claim is right where it tells of a contact and has its status and
its date right. Of the claims at 0.9 in those articles, by which the rules were written, nineteen in twenty were right,
of those at 0.7 to 0.9 more than eight in ten, of those at 0.5 to 0.7 two in three, of those below one in two; ``make
bench GOLD=folder`` prints such a table for others.
"""

from loaders.extract.sameness import AWAY
from loaders.extract.scene import Event, EventSide, Form, Scene, Zone
from schema.vocabulary import Kind, Status

_PLAIN = 0.99
_MOST, _LEAST = 0.9, 0.1

_TOLD_BY = {"verb": 0.0, "noun": 0.04, "travel": 0.1, "glimpse": 0.3, "company": 0.2}
"""Told by "a meeting" and not by "met", by a trip, by a scene alone."""
_BY_OTHER = 0.08
"""Told by what only implies it: "wrote to", "was in Riga"."""

_INFERRED = 0.06
"""Where the words do not say sides and status outright."""

_OF_KIND = {Kind.SUMMIT: 0.2, Kind.CONVERSATION: 0.25, Kind.TALKS: 0.12, Kind.VISIT: 0.06, Kind.MESSAGE: 0.06}
"""For what has many forms and many who may be meant."""

_OF_STATUS = {
    Status.POSSIBLE: 0.2,
    Status.DECLINED: 0.2,
    Status.ONGOING: 0.2,
    Status.CANCELLED: 0.08,
    Status.POSTPONED: 0.08,
    Status.DENIED: 0.03,
}
"""For what may be and what came to nothing."""

_THIRD, _MANY = 0.03, 0.08
"""For three sides, for more."""

_HEADLINE = 0.35
"""Where a headline alone tells of it."""

_OUTSIDE = 0.08
"""Where a side is not named in the contact's own sentence, but meant by a pronoun, an office, or from before."""

_SUPPLIED, _UNDATED = 0.1, 0.12
"""Where the day is that of the story, where none is told."""

_PARTY = 0.08
"""Where a country or body stands for its people."""

_AWAY = 0.05
"""Where somebody stays away or refuses."""


def confidence(scene: Scene, event: Event) -> float:
    """The share of claims like this one that tell of a contact and have its status and date right, from 0 to 1."""
    family = event.rule.split()[0]
    value = _PLAIN - _TOLD_BY.get(family, _BY_OTHER)
    value -= _INFERRED * (not event.sure and family in ("verb", "noun"))
    value -= _OF_KIND.get(event.kind, 0.0) + _OF_STATUS.get(event.status, 0.0)
    value -= _MANY if len(event.sides) > 3 else _THIRD * (len(event.sides) == 3)
    value -= _HEADLINE * (scene.zone(event.trigger) is Zone.HEADLINE)
    value -= _OUTSIDE * (not all(_named_here(scene, event, side) for side in event.sides))
    value -= _UNDATED if event.date is None else _SUPPLIED * event.supplied
    value -= _PARTY * any(not side.entity.is_person for side in event.sides)
    value -= _AWAY * any(side.attendance in AWAY for side in event.sides)
    return round(max(_LEAST, min(value, _MOST)), 2)


def _named_here(scene: Scene, event: Event, side: EventSide) -> bool:
    named = side.mention.form in (Form.NAME, Form.SURNAME, Form.POLITY, Form.METONYM)
    return named and scene.sentence(side.mention.start) == scene.sentence(event.trigger)
