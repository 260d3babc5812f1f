"""The kind of a contact once all its sides are known: two leaders who "hold talks" meet, three hold a summit."""

import re

from loaders.extract.dates import today
from loaders.extract.formats import DELEGATIONS
from loaders.extract.grammar import phrase_start
from loaders.extract.lookup import lists
from loaders.extract.scene import Entity, Event, Form, Scene
from schema.vocabulary import Attendance, Kind, Status

_LEADER = re.compile(
    r"^(?!.*\b(vice|deputy|former|ex-|adviser|advisor|aide|council|commission|office|assembly|parliament|senate)\b).*"
    r"\b(president|prime minister|premier|chancellor|king|emir|sultan|crown prince|leader|taoiseach|head of state)\b",
    re.I,
)
_DAY = len("2025-02-15")
_LED = re.compile(r"\b(leaders|presidents|prime ministers|premiers|heads of (state|government))\b", re.I)
_NEGOTIATE = re.compile(
    r"\b(rounds?|negotiat\w+|delegations?|teams?|commissions?|trade talks|peace talks|indirect|proximity|experts?|"
    r"technical)\b",
    re.I,
)
_FORMAT = re.compile(
    r"\b(consultations?|dialogue|meeting|session|round) of the\b.{0,60}"
    r"\b(mechanism|commission|committee|delegations)\b"
    r"|\b(consultation|coordination|security) mechanism\b|\bdelegation-level\b|\bwith their (wider )?delegations\b"
    r"|\bmeeting of (the )?(\w+ and \w+|two|both) delegations\b",
    re.I,
)
_CONSULTED = re.compile(
    r"\b(foreign office|political|bilateral|strategic|economic|security|joint|border|\d+th) "
    r"(consultations?|dialogue)\b",
    re.I,
)
"""Formats in which delegations sit, whoever heads them."""


def settle_kind(scene: Scene, event: Event) -> None:
    """Sets the kind by who takes part: see the guide's rule on meetings, talks and summits."""
    if event.status is Status.ONGOING and _over(scene, event):
        event.status = Status.HELD
    there = [s for s in event.sides if s.attendance not in (Attendance.MEDIATOR, Attendance.ABSENT)]
    people = [s.entity for s in there if s.entity.is_person]
    leaders = [p for p in people if _leads(scene, p)]
    groups = {id(s.mention): s.mention for s in there if not s.entity.is_person and s.mention.form is Form.GROUP}
    led = sum(len(m.entities) for m in groups.values() if _LED.search(scene.doc[m.start : m.end].text))
    if event.kind is Kind.CONVERSATION and event.venue is not None:
        event.kind = Kind.MEETING
    if event.kind is Kind.TALKS and event.rule != DELEGATIONS:
        if (
            len(people) == len(there)
            and len(people) == 2
            and not (_negotiated(scene, event) or _in_format(scene, event))
        ):
            event.kind = Kind.MEETING
        elif len(leaders) > 2 and len(leaders) == len(there):
            event.kind = Kind.SUMMIT
    elif event.kind is Kind.SUMMIT:
        if len(there) == 2 and len(people) == 2 and not _of_body(scene, event):
            event.kind = Kind.MEETING
    elif event.kind is Kind.MEETING:
        if len(leaders) + led > 2 and len(leaders) + led == len(there):
            event.kind = Kind.SUMMIT
        elif len(there) > 1 and (_in_format(scene, event) or (not people and _negotiated(scene, event))):
            event.kind = Kind.TALKS


def _leads(scene: Scene, person: Entity) -> bool:
    """Whether the person leads a country, as the text says or the list of office-holders has it."""
    if person.office is not None:
        return _LEADER.match(person.office.title) is not None
    day = scene.source.published
    known = lists(scene.doc).holders.person(person.name)
    return any(_LEADER.match(holder.title) and holder.at(day) for holder in known)


def _in_format(scene: Scene, event: Event) -> bool:
    """Whether the words around the telling name a format of delegations."""
    for trigger in (event.trigger, *(telling.trigger for telling in event.tellings if telling.sides)):
        sentence = scene.doc[trigger].sent
        if _FORMAT.search(scene.doc[max(sentence.start, trigger - 8) : min(sentence.end, trigger + 12)].text):
            return True
        if event.kind is Kind.TALKS and _CONSULTED.search(sentence.text):
            return True
    return False


def _over(scene: Scene, event: Event) -> bool:
    """Whether what "began" did so in a month before the article's own."""
    now, day = today(scene), event.date
    return now is not None and day is not None and len(day) < _DAY and day < now.isoformat()[: len(day)]


def _negotiated(scene: Scene, event: Event) -> bool:
    """Whether the sentence that tells of it, or one that joined it, speaks of rounds, delegations or negotiators."""
    triggers = {event.trigger, *(telling.trigger for telling in event.tellings if telling.kind is Kind.TALKS)}
    return any(_NEGOTIATE.search(scene.doc[trigger].sent.text) for trigger in triggers)


def _of_body(scene: Scene, event: Event) -> bool:
    """Whether the summit is a body's own: "the G20 summit", "the summit of the European Political Community"."""
    if event.body:
        return True
    noun = scene.doc[event.trigger]
    start = phrase_start(noun)
    around = scene.doc[start : min(noun.sent.end, noun.i + 6)]
    return any((token.is_upper and len(token) > 1) or token.ent_type_ == "ORG" for token in around if token.i != noun.i)
