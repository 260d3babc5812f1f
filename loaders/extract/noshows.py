"""Meetings that one side did not come to: "stood him up", "did not show up for the talks with B", "waited in vain"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import naming, sides, subjects
from loaders.extract.building import build, entities
from loaders.extract.grammar import negated, passive, words_after
from loaders.extract.scene import Event, Mention, Scene
from loaders.extract.verdicts import Verdict
from schema.vocabulary import Attendance, Kind, Status

_COME = frozenset("show turn".split())
_AFTER = ("with", "for")


def noshow(scene: Scene, verb: Token) -> Iterator[Event]:
    """The meeting that did not come about since one side, the subject, stayed away; nothing for another verb."""
    after = [token.lower_ for token in words_after(verb, 14)]
    lemma = verb.lemma_.lower()
    if lemma == "stand" and "up" in after[:4] and not passive(verb):
        away, there = subjects.subject(scene, verb, guess=False), _left(scene, verb)
    elif lemma == "stand" and after[:1] == ["up"] and passive(verb):
        away, there = sides.agents(scene, verb), subjects.subject(scene, verb, guess=False)
    elif lemma in _COME and after[:1] == ["up"] and negated(verb):
        away = subjects.subject(scene, verb, guess=False)
        there = [m for _, g in sides.after(scene, verb, _AFTER, past_nouns=True) for m in g]
    elif lemma == "wait" and ("vain" in after or "nothing" in after):
        there = subjects.subject(scene, verb, guess=False)
        away = [m for _, g in sides.after(scene, verb, ("for", "on"))[:1] for m in g]
    else:
        return
    away, there = _people(away), [m for m in _people(there) if not entities([m]) & entities(away)]
    if not away or not there:
        return
    event = build(scene, verb, (verb.i,), Kind.MEETING, Verdict(Status.CANCELLED), [*away, *there], "verb stayed away")
    absent = entities(away)
    for side in event.sides:
        if side.entity.key in absent:
            side.attendance = Attendance.ABSENT
    yield event


def _left(scene: Scene, verb: Token) -> list[Mention]:
    """Whom somebody stood up, before or after the particle."""
    found = sides.objects(scene, verb)
    if found:
        return found
    up = next(token for token in words_after(verb, 4) if token.lower_ == "up")
    mention = naming.starting(scene, up.i + 1)
    return naming.listed(scene, mention) if mention is not None else []


def _people(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if naming.people_first(m)]
