"""What a telling without sides of its own refers back to: "the call", "the previous round", "the deputies"."""

import re
from collections import Counter

from loaders.extract.naming import party
from loaders.extract.sameness import AHEAD, AWAY, OVERRIDES, PAST, dates_agree, members
from loaders.extract.scene import Entity, Event, EventSide, Scene
from loaders.extract.told import Told
from loaders.extract.verbs import STAFF_ALONE
from loaders.extract.verdicts import ATTENDANCE
from schema.vocabulary import Attendance, Kind

_REPORT = re.compile(r"\b(report\w*|rumou?rs?|wrote|writes|claim\w*|alleg\w+|asserted|speculat\w+)\b", re.I)


def meant(event: Event, told: Told) -> Event | None:
    """The contact spoken of last that a definite noun can refer to."""
    for contact in told.recent():
        if not noun_fits(event.kind, contact.kind):
            continue
        if not dates_agree(contact.date, event.date) and event.status not in OVERRIDES:
            continue
        if any(side.entity not in members(contact) for side in event.sides):
            continue
        if event.status in (*AHEAD, *OVERRIDES) and contact.status in PAST:
            continue
        return contact
    return None


def counterpart(event: Event, told: Told) -> Event | None:
    """ "The previous round was held in May": a contact of the same sides as the one before it, at another time."""
    staff = event.rule == STAFF_ALONE
    if event.date is None and not staff:
        return None
    fitting = [c for c in told.recent() if noun_fits(event.kind, c.kind)]
    alike = [c for c in fitting if event.kind is Kind.TALKS and (c.kind is Kind.TALKS or len(c.sides) != 2)]
    model = next(iter(alike or fitting), None)
    if model is None or (model.date and dates_agree(model.date, event.date) and model.status is event.status):
        return None
    if staff:
        there = _countries(told.scene, model)
        event.sides = [EventSide(s.entity, _attendance_like(s, event), s.mention) for s in there]
        event.definite = event.sure = False
        return event if len(event.sides) > 1 else None
    there = [s for s in model.sides if s.attendance not in AWAY]
    if len(there) < 2 or not members(event) <= {side.entity for side in there}:
        return None
    if model.kind is Kind.TALKS or len(there) > 2:
        there = _by_party(told.scene, there)
    event.sides = [EventSide(s.entity, _attendance_like(s, event), s.mention) for s in there]
    event.kind = model.kind
    event.definite = event.sure = False
    return event


def _countries(scene: Scene, model: Event) -> list[EventSide]:
    """The countries and bodies of all who took part."""
    found: dict[str, EventSide] = {}
    for side in model.sides:
        if side.entity.polity is not None and side.attendance not in (*AWAY, Attendance.MEDIATOR):
            whose = party(scene, side.entity.polity)
            found.setdefault(whose.name, EventSide(whose, side.attendance, side.mention))
    return list(found.values())


def _by_party(scene: Scene, there: list[EventSide]) -> list[EventSide]:
    """The countries of the people, since others may have come another time; two people stay themselves."""
    polities = list(dict.fromkeys(s.entity.polity for s in there if s.attendance is not Attendance.MEDIATOR))
    if len(there) < 3 or len(polities) < 2 or None in polities:
        return there
    found = []
    for polity in polities:
        side = next(s for s in there if s.entity.polity == polity)
        party = next((e for e in scene.entities if not e.is_person and e.name == polity), None)
        found.append(EventSide(party, side.attendance, side.mention) if party is not None else side)
    return found


def _attendance_like(side: EventSide, event: Event) -> Attendance:
    return side.attendance if side.attendance is Attendance.MEDIATOR else ATTENDANCE[event.status]


def with_protagonist(event: Event, contacts: list[Event]) -> Event | None:
    """ "A meeting with B was called off": the other side is whom the article's contacts so far have in common."""
    if event.kind not in (Kind.CALL, Kind.VIDEO_CALL, Kind.MEETING, Kind.CONVERSATION) or len(contacts) < 2:
        return None
    counts = Counter(side.entity for contact in contacts for side in contact.sides if side.entity.is_person)
    if not counts:
        return None
    first, number = counts.most_common(1)[0]
    if number < 2 or number * 2 < len(contacts) or first in members(event):
        return None
    if not event.sides[0].entity.is_person or event.sides[0].entity.polity == first.polity:
        return None
    model = next(s for c in contacts for s in c.sides if s.entity is first)
    event.sides.insert(0, EventSide(first, ATTENDANCE[event.status], model.mention))
    event.definite = event.sure = False
    return event


def noun_fits(noun: Kind, contact: Kind) -> bool:
    """ "the call" means a call or a conversation, "the talks" anything but a message."""
    if noun is contact:
        return True
    if noun is Kind.VISIT:
        return contact in (Kind.MEETING, Kind.TALKS)
    if noun is Kind.CALL:
        return contact in (Kind.CONVERSATION, Kind.VIDEO_CALL)
    if noun is Kind.CONVERSATION or noun is Kind.TALKS:
        return contact not in (Kind.MESSAGE, Kind.VISIT)
    if noun is Kind.MEETING:
        return contact in (Kind.TALKS, Kind.SUMMIT, Kind.CONVERSATION)
    return noun is Kind.SUMMIT and contact in (Kind.MEETING, Kind.TALKS)


def reported(scene: Scene, contact: Event) -> bool:
    """Whether the article has the contact only from somebody's report, which may be denied."""
    return _REPORT.search(scene.doc[contact.trigger].sent.text) is not None


def speaks_for(refuser: Entity, side: Entity) -> bool:
    return refuser is side or (refuser.polity is not None and refuser.polity == side.polity)
