"""What a further telling adds to the contact it is of: sides, status, kind, day, place, topics."""

from loaders.extract.sameness import AHEAD, AWAY, OVERRIDES, PAST, vague
from loaders.extract.scene import Event, EventSide, Scene, Zone
from loaders.extract.verdicts import ATTENDANCE
from schema.vocabulary import Attendance, Kind, Status

_RANK = {
    Kind.CONVERSATION: 0,
    Kind.VISIT: 1,
    Kind.MEETING: 2,
    Kind.TALKS: 3,
    Kind.SUMMIT: 3,
    Kind.CALL: 4,
    Kind.VIDEO_CALL: 5,
    Kind.MESSAGE: 5,
}


def absorb(scene: Scene, target: Event, event: Event) -> None:
    """Adds what a second telling says to the first one."""
    headline = scene.zone(target.trigger) is Zone.HEADLINE
    if not target.sides and target.status not in OVERRIDES:
        target.status = event.status
    if event.status in OVERRIDES and target.status not in OVERRIDES:
        change(target, event.status)
    elif vague(event):
        pass
    elif (
        (target.status in AHEAD and event.status in PAST)
        or (target.status, event.status) == AHEAD[::-1]
        or (
            headline
            and event.status is not target.status
            and target.status not in OVERRIDES
            and event.status in (*AHEAD, *PAST)
        )
    ):
        change(target, event.status)
    if _RANK[event.kind] > _RANK[target.kind] and not (vague(event) and target.kind is Kind.MEETING):
        target.kind = event.kind
    for side in event.sides:
        known = next((s for s in target.sides if s.entity is side.entity), None)
        if known is None:
            target.sides.append(EventSide(side.entity, _attendance(target, side), side.mention))
        elif side.attendance in (*AWAY, Attendance.MEDIATOR):
            known.attendance = side.attendance
    target.body |= event.body
    if event.date and (target.date is None or len(event.date) > len(target.date)):
        target.date, target.date_end = event.date, event.date_end
    elif event.date == target.date and event.date_end:
        target.date_end = target.date_end or event.date_end
    carry(target, event)
    if headline and (event.sure or not target.sure):
        target.trigger, target.words, target.rule = event.trigger, event.words, event.rule
        target.sure = event.sure


def _attendance(target: Event, side: EventSide) -> Attendance:
    if side.attendance in (*AWAY, Attendance.MEDIATOR):
        return side.attendance
    return ATTENDANCE[target.status]


def change(target: Event, status: Status) -> None:
    """Gives the contact another status, and those who attended as the old one had it the attendance of the new."""
    before = ATTENDANCE[target.status]
    target.status = status
    for side in target.sides:
        if side.attendance is before:
            side.attendance = ATTENDANCE[status]


def carry(target: Event, event: Event) -> None:
    """Keeps the telling with the contact, and adds its topics, accounts and a more exact place."""
    target.tellings.append(event)
    target.topics = (*target.topics, *(topic for topic in event.topics if topic not in target.topics))
    if event.venue and (target.venue is None or (target.venue.country == target.venue.name != event.venue.name)):
        target.venue = event.venue
    target.accounts.extend(event.accounts)


def refer(target: Event, event: Event) -> None:
    """What is said of "the call" holds for the call."""
    there = [side for side in target.sides if side.attendance is not Attendance.MEDIATOR]
    if event.kind is Kind.TALKS and target.kind is Kind.MEETING and len(there) > 3:
        target.kind = Kind.TALKS
    put_off = event.status is Status.POSTPONED and target.status is Status.CANCELLED
    if put_off or (event.status in OVERRIDES and target.status in (*AHEAD, event.status)):
        change(target, event.status)
        if event.date and event.status is Status.POSTPONED:
            target.date, target.date_end = event.date, event.date_end
    if event.date and target.date is None:
        target.date, target.date_end = event.date, event.date_end
    carry(target, event)
