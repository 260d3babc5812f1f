"""Adds those who come or stay away to the contact they are spoken of with."""

from loaders.extract.sameness import AHEAD, AWAY, OVERRIDES, PAST
from loaders.extract.scene import Event, EventSide, Scene
from loaders.extract.told import Told
from loaders.extract.verdicts import ATTENDANCE
from schema.vocabulary import Attendance, Kind, Status

_FOCUS = 5
"""Within so many sentences a gathering of many stays what "will not attend" is about, a meeting half as long."""


def join(told: Told, event: Event) -> bool:
    """Adds who comes or stays away to the contact meant; false where none was told yet."""
    scene = told.scene
    number = scene.sentence(event.trigger)
    here = [
        e
        for e in told.means
        if scene.sentence(e.trigger) == number
        and (told.means[e].kind.remote is event.kind.remote or event.rule == "attendance chair")
        and not _contradicts(event, told.means[e])
        and not _part_of_name(scene, e)
    ]
    if here:
        nearest = min(here, key=lambda e: (not 0 < e.trigger - event.trigger < 10, abs(e.trigger - event.trigger)))
        _attend(told.means[nearest], event)
        return True
    best: tuple[int, Event] | None = None
    for contact in told.recent():
        if not _open_to(contact.kind, event.kind):
            continue
        many = contact.kind is Kind.SUMMIT or contact.kind is Kind.TALKS or len(contact.sides) > 2
        distance = number - scene.sentence(told.spoken[contact])
        if distance > _FOCUS + 3 * many or not _attendable(contact, event):
            continue
        if distance == 0 and _contradicts(event, contact):
            continue
        if event.sides[0].attendance in AWAY and not many and contact.status in PAST and event.status not in PAST:
            continue
        cost = distance - 3 * many
        if best is None or cost < best[0]:
            best = (cost, contact)
    if best is None:
        return False
    _attend(best[1], event)
    told.spoken[best[1]] = event.trigger
    return True


def _part_of_name(scene: Scene, event: Event) -> bool:
    """Whether the noun stands in the name of another contact: "the East Asia Summit foreign ministers' meeting"."""
    token = scene.doc[event.trigger]
    return token.dep_ in ("compound", "nmod") or (token.dep_ == "poss" and token.head.i > token.i)


def _open_to(contact: Kind, joined: Kind) -> bool:
    """Whether one may join such a contact: who was "on the line" takes part in a call or a conversation."""
    if joined.remote:
        return (contact.remote is True and contact is not Kind.MESSAGE) or contact is Kind.CONVERSATION
    return contact in (Kind.SUMMIT, Kind.TALKS, Kind.MEETING, Kind.VIDEO_CALL)


def _contradicts(event: Event, contact: Event) -> bool:
    """Whether those said to stay away are sides of the contact told in the same sentence: then another is meant."""
    if event.sides[0].attendance not in AWAY or contact.status in OVERRIDES:
        return False
    if event.status in PAST and contact.status in AHEAD and len(contact.sides) == 2:
        return False
    there = {side.entity for side in contact.sides if side.attendance not in AWAY}
    return any(side.entity in there for side in event.sides)


def _attendable(contact: Event, event: Event) -> bool:
    """Whether the tense of "attended" or "will attend" fits the contact."""
    if not contact.sides or event.rule == "attendance send":
        return True
    if event.sides[0].attendance in AWAY:
        return contact.status not in PAST or event.status in (*PAST, Status.EXPECTED)
    return (contact.status in PAST) == (event.status in PAST)


def join_next(told: Told, event: Event) -> None:
    """What was said of who comes before any contact was told holds for one told soon after."""
    scene = told.scene
    number = scene.sentence(event.trigger)
    for contact in told.contacts:
        if (
            contact.trigger > event.trigger
            and scene.sentence(contact.trigger) - number < 3
            and contact.kind.remote is False
        ):
            _attend(contact, event)
            return


def _attend(target: Event, event: Event) -> None:
    if not target.sides and (event.sides[0].attendance not in AWAY or event.status in AHEAD):
        target.status = event.status
    target.tellings.append(event)
    if event.kind.remote and target.kind is Kind.CONVERSATION:
        target.kind = event.kind
    chairs = event.rule == "attendance chair" and event.sides[0].attendance not in AWAY
    between = chairs and target.kind in (Kind.MEETING, Kind.TALKS) and _between(target, event)
    for side in event.sides:
        attendance = side.attendance
        if between:
            attendance = Attendance.MEDIATOR
        elif attendance in (Attendance.ATTENDED, Attendance.EXPECTED):
            attendance = ATTENDANCE[target.status]
        known = next((s for s in target.sides if s.entity is side.entity), None)
        if known is not None and attendance is Attendance.ABSENT and event.status in PAST:
            _came_to_nothing(target)
        if known is None:
            target.sides.append(EventSide(side.entity, attendance, side.mention))
        elif attendance in (*AWAY, Attendance.MEDIATOR) and known.attendance is not Attendance.DECLINED:
            known.attendance = attendance


def _between(target: Event, event: Event) -> bool:
    """Whether those who chair belong to neither of the contact's two sides."""
    sides = {side.entity.polity for side in target.sides if side.attendance not in AWAY}
    return len(sides) == 2 and not sides & {side.entity.polity for side in event.sides}


def _came_to_nothing(target: Event) -> None:
    """ "The two had agreed to meet, but B stayed away"."""
    if target.status in AHEAD and len(target.sides) == 2:
        target.status = Status.CANCELLED
        for side in target.sides:
            side.attendance = ATTENDANCE[Status.CANCELLED]
