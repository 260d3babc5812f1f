"""Whether two tellings are of one contact."""

from loaders.extract.scene import Entity, Event, EventSide, Scene, Zone
from schema.vocabulary import Attendance, Kind, Status

OVERRIDES = (Status.POSTPONED, Status.CANCELLED, Status.DECLINED, Status.DENIED)
AHEAD = (Status.EXPECTED, Status.POSSIBLE)
PAST = (Status.HELD, Status.ONGOING)
AWAY = (Attendance.ABSENT, Attendance.DECLINED)


def members(event: Event) -> set[Entity]:
    return {side.entity for side in event.sides}


def kinds_agree(a: Kind, b: Kind) -> bool:
    """Whether two tellings' kinds may mean one contact."""
    if a is b:
        return True
    if Kind.MESSAGE in (a, b) or {a, b} == {Kind.VISIT, Kind.SUMMIT}:
        return False
    if a.remote is None or b.remote is None:
        return Kind.SUMMIT not in (a, b)
    return a.remote == b.remote


def dates_agree(a: str | None, b: str | None) -> bool:
    """Whether two dates may be one: one is unknown, or a less exact form of the other."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def statuses_agree(a: Event, b: Event) -> bool:
    if a.status is b.status or {a.status, b.status} <= set(PAST) or {a.status, b.status} <= set(AHEAD):
        return True
    one, other = a.status in OVERRIDES, b.status in OVERRIDES
    if one and other:
        return members(a) == members(b)
    if one or other:
        open_one = b if one else a
        return open_one.status in AHEAD
    return bool(a.date and b.date and a.date == b.date and len(a.date) == 10)


def _another_composition(scene: Scene, a: Event, b: Event) -> bool:
    """Whether the later telling has sides from a country more or less: two who meet, and a meeting of three."""
    one, other = (
        {s.entity.polity for s in event.sides if s.attendance not in (*AWAY, Attendance.MEDIATOR)} for event in (a, b)
    )
    if vague(b):
        return False
    if len(members(a)) < len(members(b)) and _goes_on(scene, b):
        return True
    if len(one) == len(other) or min(len(one), len(other)) < 2:
        return False
    if (a.date and a.date == b.date) or scene.zone(a.trigger) is Zone.HEADLINE or a.kind.remote:
        return False
    return not any(token.lower_ in ("also", "too") for token in scene.doc[max(0, b.trigger - 5) : b.trigger])


def _goes_on(scene: Scene, event: Event) -> bool:
    """ "The two then had lunch with B": what follows the contact just told is another one."""
    sentence = scene.doc[event.trigger].sent
    before = scene.doc[max(sentence.start, event.words[0] - 4) : event.trigger]
    return any(token.lower_ in ("then", "afterwards", "subsequently") for token in before)


def _same_sender(a: Event, b: Event) -> bool:
    """Whether two letters between the same people go the same way."""
    one, other = a.sides[0].entity, b.sides[0].entity
    return one is other or (one.is_person != other.is_person and one.polity == other.polity)


def vague(event: Event) -> bool:
    """Whether the telling leaves open when it is: "expects nothing from the talks with B"."""
    return event.definite and not event.sure


def _without_refuser(a: Event, b: Event) -> bool:
    """Whether b is what the others plan without the one who refused a."""
    if a.status is not Status.DECLINED or b.status not in AHEAD:
        return False
    refusers = {side.entity for side in a.sides if side.attendance is Attendance.DECLINED}
    return bool(refusers) and not any(
        side.entity in refusers or side.entity.polity in {r.polity for r in refusers} for side in b.sides
    )


def sides_agree(a: Event, b: Event) -> bool:
    """Whether all sides of the shorter list stand in the longer one.

    A country stands for its people where the two tellings have the same kind and name as many sides.
    """
    small, large = sorted((a.sides, b.sides), key=len)
    if len(small) < 2:
        return False
    rest = list(large)
    left: list[EventSide] = []
    for side in small:
        hit = next((other for other in rest if other.entity is side.entity), None)
        if hit is None:
            left.append(side)
        else:
            rest.remove(hit)
    if not left:
        return True
    if not (
        a.kind is b.kind or Kind.CONVERSATION in (a.kind, b.kind) or {a.kind, b.kind} == {Kind.VISIT, Kind.MEETING}
    ):
        return False
    polities = [{side.entity.polity for side in event.sides if side.attendance not in AWAY} for event in (a, b)]
    return all(any(_stands_for(side, other) for other in rest) for side in left) and polities[0] == polities[1]


def _stands_for(a: EventSide, b: EventSide) -> bool:
    if a.entity.is_person and b.entity.is_person:
        return False
    return a.entity.polity is not None and a.entity.polity == b.entity.polity


def _number(event: Event) -> int:
    """How many take part, those who stand between them apart."""
    return sum(side.attendance is not Attendance.MEDIATOR for side in event.sides)


def same(scene: Scene, a: Event, b: Event) -> bool:
    """Whether two tellings are of one contact: by sides, kind, status, date and venue."""
    if not kinds_agree(a.kind, b.kind):
        return False
    if a.kind is b.kind is Kind.SUMMIT and min(len(a.sides), len(b.sides)) < 2:
        if b.other:
            return a.date is not None and a.date == b.date
        named = bool(a.body & b.body) or not (a.body and b.body)
        if len(a.sides) > 1 and b.body and not a.body:
            return False
        return named and dates_agree(a.date, b.date) and (statuses_agree(a, b) or b.definite or not a.sides)
    if not statuses_agree(a, b) and not vague(b):
        return False
    if (a.status in PAST) != (b.status in PAST) and len(a.sides) != len(b.sides) and not vague(b):
        return False
    if _another_composition(scene, a, b):
        return False
    if (a.apart or b.apart) and len(a.sides) != len(b.sides):
        return False
    if a.kind is b.kind is Kind.MESSAGE and not _same_sender(a, b):
        return False
    if Kind.CONVERSATION in (a.kind, b.kind) and a.kind is not b.kind and _number(a) != _number(b):
        return False
    if _without_refuser(a, b) or _without_refuser(b, a):
        return False
    if not sides_agree(a, b):
        return False
    if not dates_agree(a.date, b.date):
        return False
    if a.venue and b.venue and a.venue.country and b.venue.country and a.venue.country != b.venue.country:
        return False
    if Kind.SUMMIT in (a.kind, b.kind) and a.kind is not b.kind and _number(a) != _number(b):
        return False
    return abs(len(a.sides) - len(b.sides)) < 2 or a.date == b.date or a.date is None or b.date is None
