"""How far a contact that was read can be trusted.

Confidence starts from how the contact is told, by a verb or a noun, and loses by what makes readings go wrong. Measured
on annotated articles that were not looked at while the rules were written, of the claims at 0.9 nineteen in twenty told
of a contact and had its status right, of those at 0.7 to 0.9 eight in ten, of those below six in ten; ``make bench
GOLD=folder`` prints such a table.
"""

from loaders.extract.scene import Event, EventSide, Form, Scene, Zone
from schema.vocabulary import Kind, Status

_BY_VERB, _BY_NOUN, _BY_OTHER = 0.9, 0.75, 0.75
"""Told by "met", by "a meeting", by what only implies it: "flew to", "wrote to"."""

_BY_GLIMPSE = 0.6
"""Told by no word for a contact."""

_INFERRED = 0.05
"""Where the words do not say sides and status outright."""

_GATHERING = 0.1
"""For what has many forms and many who may be meant: talks, summits, trips, unspecified contact."""
_GATHERINGS = frozenset({Kind.TALKS, Kind.SUMMIT, Kind.VISIT, Kind.CONVERSATION})

_AHEAD = 0.05
"""For what is still to come or may be."""

_OUTSIDE = 0.05
"""Where a side is not named in the contact's own sentence, but meant by a pronoun, an office, or from before."""

_MORE = 0.05
"""For more than two sides."""

_HEADLINE = 0.25
"""Where a headline alone tells of it."""

_NAMED = 0.05
"""More where every side is named in full, with its office or without."""

_MOST = 0.9


def confidence(scene: Scene, event: Event) -> float:
    """The share of claims like this one that tell of a contact and have its status right, from 0 to 1."""
    family = event.rule.split()[0]
    value = {"verb": _BY_VERB, "noun": _BY_NOUN, "glimpse": _BY_GLIMPSE, "company": _BY_GLIMPSE}.get(family, _BY_OTHER)
    value -= _INFERRED * (not event.sure and family in ("verb", "noun"))
    value -= _GATHERING * (event.kind in _GATHERINGS)
    value -= _AHEAD * (event.status in (Status.EXPECTED, Status.POSSIBLE))
    value -= _MORE * (len(event.sides) > 2)
    value -= _HEADLINE * (scene.zone(event.trigger) is Zone.HEADLINE)
    if all(side.mention.form is Form.NAME for side in event.sides):
        value += _NAMED
    elif not all(_named_here(scene, event, side) for side in event.sides):
        value -= _OUTSIDE
    return round(min(value, _MOST), 2)


def _named_here(scene: Scene, event: Event, side: EventSide) -> bool:
    named = side.mention.form in (Form.NAME, Form.SURNAME, Form.POLITY, Form.METONYM)
    return named and scene.sentence(side.mention.start) == scene.sentence(event.trigger)
