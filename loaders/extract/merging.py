"""Joins the tellings of one contact: headline, lead and background, "the call", and who else came to it."""

from collections import Counter
from itertools import pairwise

from spacy.tokens import Token

from loaders.extract.grammar import phrase_start
from loaders.extract.scene import Entity, Event, EventSide, Scene, Zone
from loaders.extract.status import ATTENDANCE
from schema.vocabulary import Attendance, Kind, Status

_OVERRIDES = (Status.POSTPONED, Status.CANCELLED, Status.DECLINED, Status.DENIED)
_AHEAD = (Status.EXPECTED, Status.POSSIBLE)
_PAST = (Status.HELD, Status.ONGOING)
_AWAY = (Attendance.ABSENT, Attendance.DECLINED)
_RANK = {Kind.CONVERSATION: 0, Kind.VISIT: 1, Kind.MEETING: 2, Kind.TALKS: 3, Kind.SUMMIT: 3, Kind.CALL: 4,
         Kind.VIDEO_CALL: 5, Kind.MESSAGE: 5}  # fmt: skip


def merge(scene: Scene, events: list[Event]) -> list[Event]:
    """One event for each contact, in the order of the text.

    A telling without sides goes to the latest contact that it can mean; one that says who came, to the contact told
    in its sentence or before. What finds no contact is left out.
    """
    told = _Told(scene)
    waiting: list[Event] = []
    for event in sorted(events, key=lambda event: (scene.sentence(event.trigger), event.joins, event.trigger)):
        if event.joins:
            if not _join(told, event):
                waiting.append(event)
        elif len(event.sides) > 1 or event.kind is Kind.SUMMIT:
            _tell(told, event)
        elif event.definite:
            _back(told, event)
    for event in waiting:
        _join_next(told, event)
    _link(told)
    contacts = _without_trips([contact for contact in told.contacts if contact.sides])
    for contact in contacts:
        tidy(contact)
    return [contact for contact in contacts if len(contact.sides) > 1 or contact.kind is Kind.SUMMIT]


class _Told:
    """The contacts told so far, and where each was spoken of last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.contacts: list[Event] = []
        self.spoken: dict[Event, int] = {}
        self.means: dict[Event, Event] = {}

    def note(self, event: Event, contact: Event) -> None:
        """The event speaks of the contact."""
        self.spoken[contact] = event.trigger
        self.means[event] = contact

    def recent(self) -> list[Event]:
        """The contacts, the one spoken of last first."""
        return sorted(self.contacts, key=lambda contact: -self.spoken[contact])


def _tell(told: _Told, event: Event) -> None:
    target = _latent(told, event) or next((c for c in reversed(told.contacts) if same(told.scene, c, event)), None)
    if target is not None and _one_sentence_apart(told, target, event):
        target = None
    if target is None:
        told.contacts.append(event)
        told.note(event, event)
        return
    _absorb(told.scene, target, event)
    tidy(target)
    told.note(event, target)


def _link(told: _Told) -> None:
    """ "The call followed an earlier conversation between A and B": one contact was the sequel of another."""
    doc = told.scene.doc
    triggers = sorted(((event.trigger, contact) for event, contact in told.means.items()), key=lambda pair: pair[0])
    for (first, later), (second, earlier) in pairwise(triggers):
        between = doc[first + 1 : second]
        if later is earlier or told.scene.sentence(first) != told.scene.sentence(second) or len(between) > 12:
            continue
        if (
            any(token.lemma_ == "follow" or token.lower_ == "sequel" for token in between)
            and earlier not in later.follows
        ):
            later.follows.append(earlier)


def _latent(told: _Told, event: Event) -> Event | None:
    """A summit named in the same sentence whose sides this telling gives."""
    if event.kind not in (Kind.MEETING, Kind.TALKS):
        return None
    number = told.scene.sentence(event.trigger)
    for contact in told.recent():
        there = [side for side in contact.sides if side.attendance not in _AWAY]
        if contact.kind is Kind.SUMMIT and len(there) < 2 and told.scene.sentence(told.spoken[contact]) == number:
            return contact if contact.status is event.status or contact.status in _OVERRIDES or not there else None
    return None


def _one_sentence_apart(told: _Told, target: Event, event: Event) -> bool:
    """ "A and B met and agreed to hold a summit": one sentence with a past and a future contact tells of two."""
    if told.scene.sentence(told.spoken[target]) != told.scene.sentence(event.trigger):
        return False
    if event.rule.startswith("noun") and _sequel(told.scene.doc[told.spoken[target]]):
        return True
    return (target.status in _PAST) != (event.status in _PAST) and target.status not in _OVERRIDES


def _sequel(earlier: Token) -> bool:
    """Whether the contact told first in the sentence stands after "after": what follows is another one."""
    start = phrase_start(earlier)
    return start > earlier.sent.start and earlier.doc[start - 1].lower_ in ("after", "following", "before")


def _back(told: _Told, event: Event) -> None:
    """A definite telling without its sides: of a contact told, of another one of the same sides, or of the
    protagonist with the one side it names."""
    later = next((contact for contact in told.recent() if _noun_fits(event.kind, contact.kind)), None)
    if event.other and (earlier := _counterpart(event, told)) is not None:
        told.contacts.append(earlier)
        told.note(earlier, earlier)
        if later is not None and later is not earlier:
            later.follows.append(earlier)
        return
    target = _meant(event, told)
    if event.sides and not event.other and (target is None or event.sides[0].entity not in _entities(target)):
        if (filled := _with_protagonist(event, told.contacts)) is not None:
            _tell(told, filled)
    elif target is not None:
        _refer(target, event)
        told.note(event, target)


def _entities(event: Event) -> set[Entity]:
    return {side.entity for side in event.sides}


def _counterpart(event: Event, told: _Told) -> Event | None:
    """ "The previous round was held in May": a contact of the same sides as the one before it, at another time."""
    if event.date is None:
        return None
    fitting = [c for c in told.recent() if _noun_fits(event.kind, c.kind)]
    alike = [c for c in fitting if event.kind is Kind.TALKS and (c.kind is Kind.TALKS or len(c.sides) != 2)]
    model = next(iter(alike or fitting), None)
    if model is None or (model.date and dates_agree(model.date, event.date) and model.status is event.status):
        return None
    there = [s for s in model.sides if s.attendance not in _AWAY]
    if len(there) < 2 or not _entities(event) <= {side.entity for side in there}:
        return None
    if model.kind is Kind.TALKS or len(there) > 2:
        there = _by_party(told.scene, there)
    event.sides = [EventSide(s.entity, _attendance_like(s, event), s.mention) for s in there]
    event.kind = model.kind
    event.definite = False
    event.confidence = 0.6
    return event


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


def _with_protagonist(event: Event, contacts: list[Event]) -> Event | None:
    """ "A meeting with B was called off": the other side is whom the article's contacts so far have in common."""
    if event.kind not in (Kind.CALL, Kind.VIDEO_CALL, Kind.MEETING, Kind.CONVERSATION) or len(contacts) < 2:
        return None
    counts = Counter(side.entity for contact in contacts for side in contact.sides if side.entity.is_person)
    if not counts:
        return None
    first, number = counts.most_common(1)[0]
    if number < 2 or number * 2 < len(contacts) or first in _entities(event):
        return None
    if not event.sides[0].entity.is_person or event.sides[0].entity.polity == first.polity:
        return None
    model = next(s for c in contacts for s in c.sides if s.entity is first)
    event.sides.insert(0, EventSide(first, ATTENDANCE[event.status], model.mention))
    event.definite = False
    event.confidence = 0.6
    return event


def tidy(event: Event) -> None:
    """Leaves out a party beside its own people: Russia beside the Russian minister. They mediate where it does."""
    between = {
        side.entity.polity
        for side in event.sides
        if not side.entity.is_person and side.attendance is Attendance.MEDIATOR
    }
    for side in event.sides:
        if side.entity.is_person and side.entity.polity in between and side.attendance not in _AWAY:
            side.attendance = Attendance.MEDIATOR
    polities = {side.entity.polity for side in event.sides if side.entity.is_person}
    event.sides = [side for side in event.sides if side.entity.is_person or side.entity.polity not in polities]


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


def _statuses_agree(a: Event, b: Event) -> bool:
    if a.status is b.status or {a.status, b.status} <= set(_PAST) or {a.status, b.status} <= set(_AHEAD):
        return True
    one, other = a.status in _OVERRIDES, b.status in _OVERRIDES
    if one and other:
        return _entities(a) == _entities(b)
    if one or other:
        open_one = b if one else a
        return open_one.status in _AHEAD
    return bool(a.date and b.date and a.date == b.date and len(a.date) == 10)


def _another_composition(scene: Scene, a: Event, b: Event) -> bool:
    """Whether the later telling has sides from a country more or less: two who meet, and a meeting of three."""
    one, other = (
        {s.entity.polity for s in event.sides if s.attendance not in (*_AWAY, Attendance.MEDIATOR)} for event in (a, b)
    )
    if len(one) == len(other) or min(len(one), len(other)) < 2 or _vague(b):
        return False
    if (a.date and a.date == b.date) or scene.zone(a.trigger) is Zone.HEADLINE or a.kind.remote:
        return False
    return not any(token.lower_ in ("also", "too") for token in scene.doc[max(0, b.trigger - 5) : b.trigger])


def _vague(event: Event) -> bool:
    """Whether the telling leaves open when it is: "expects nothing from the talks with B"."""
    return event.definite and event.confidence < 0.8


def _without_refuser(a: Event, b: Event) -> bool:
    """Whether b is what the others plan without the one who refused a."""
    if a.status is not Status.DECLINED or b.status not in _AHEAD:
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
    polities = [{side.entity.polity for side in event.sides if side.attendance not in _AWAY} for event in (a, b)]
    return all(any(_stands_for(side, other) for other in rest) for side in left) and polities[0] == polities[1]


def _stands_for(a: EventSide, b: EventSide) -> bool:
    if a.entity.is_person and b.entity.is_person:
        return False
    return a.entity.polity is not None and a.entity.polity == b.entity.polity


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
        return named and dates_agree(a.date, b.date) and (_statuses_agree(a, b) or b.definite or not a.sides)
    if not _statuses_agree(a, b) and not _vague(b):
        return False
    if (a.status in _PAST) != (b.status in _PAST) and len(a.sides) != len(b.sides) and not _vague(b):
        return False
    if _another_composition(scene, a, b):
        return False
    if Kind.CONVERSATION in (a.kind, b.kind) and a.kind is not b.kind and len(a.sides) != len(b.sides):
        return False
    if _without_refuser(a, b) or _without_refuser(b, a):
        return False
    if not sides_agree(a, b):
        return False
    if not dates_agree(a.date, b.date):
        return False
    if a.venue and b.venue and a.venue.country and b.venue.country and a.venue.country != b.venue.country:
        return False
    if Kind.SUMMIT in (a.kind, b.kind) and a.kind is not b.kind and len(a.sides) != len(b.sides):
        return False
    return abs(len(a.sides) - len(b.sides)) < 2 or a.date == b.date or a.date is None or b.date is None


def _absorb(scene: Scene, target: Event, event: Event) -> None:
    """Adds what a second telling says to the first one."""
    headline = scene.zone(target.trigger) is Zone.HEADLINE
    if not target.sides and target.status not in _OVERRIDES:
        target.status = event.status
    if event.status in _OVERRIDES and target.status not in _OVERRIDES:
        _change(target, event.status)
    elif _vague(event):
        pass
    elif target.status in _AHEAD and event.status in _PAST or (target.status, event.status) == _AHEAD[::-1]:
        _change(target, event.status)
    elif (
        headline
        and event.status is not target.status
        and target.status not in _OVERRIDES
        and event.status in (*_AHEAD, *_PAST)
    ):
        _change(target, event.status)
    if _RANK[event.kind] > _RANK[target.kind] and not (_vague(event) and target.kind is Kind.MEETING):
        target.kind = event.kind
    for side in event.sides:
        known = next((s for s in target.sides if s.entity is side.entity), None)
        if known is None:
            target.sides.append(EventSide(side.entity, _attendance(target, side), side.mention))
        elif side.attendance in (*_AWAY, Attendance.MEDIATOR):
            known.attendance = side.attendance
    target.body |= event.body
    if event.date and (target.date is None or len(event.date) > len(target.date)):
        target.date, target.date_end = event.date, event.date_end
    elif event.date == target.date and event.date_end:
        target.date_end = target.date_end or event.date_end
    _carry(target, event)
    if headline and event.confidence >= target.confidence - 0.1:
        target.trigger, target.words, target.rule = event.trigger, event.words, event.rule
    target.confidence = min(0.97, max(target.confidence, event.confidence) + 0.05)


def _attendance(target: Event, side: EventSide) -> Attendance:
    if side.attendance in (*_AWAY, Attendance.MEDIATOR):
        return side.attendance
    return ATTENDANCE[target.status]


def _change(target: Event, status: Status) -> None:
    before = ATTENDANCE[target.status]
    target.status = status
    for side in target.sides:
        if side.attendance is before:
            side.attendance = ATTENDANCE[status]


def _carry(target: Event, event: Event) -> None:
    target.tellings.append(event)
    target.topics = (*target.topics, *(topic for topic in event.topics if topic not in target.topics))
    if event.venue and (target.venue is None or (target.venue.country == target.venue.name != event.venue.name)):
        target.venue = event.venue
    target.accounts.extend(event.accounts)


def _meant(event: Event, told: _Told) -> Event | None:
    """The contact spoken of last that a definite noun can refer to."""
    for contact in told.recent():
        if not _noun_fits(event.kind, contact.kind):
            continue
        if not dates_agree(contact.date, event.date) and event.status not in _OVERRIDES:
            continue
        if any(side.entity not in _entities(contact) for side in event.sides):
            continue
        if event.status in _AHEAD and contact.status in _PAST:
            continue
        return contact
    return None


def _noun_fits(noun: Kind, contact: Kind) -> bool:
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


def _refer(target: Event, event: Event) -> None:
    """What is said of "the call" holds for the call."""
    there = [side for side in target.sides if side.attendance is not Attendance.MEDIATOR]
    if event.kind is Kind.TALKS and target.kind is Kind.MEETING and len(there) > 3:
        target.kind = Kind.TALKS
    if event.status in _OVERRIDES and target.status in _AHEAD:
        _change(target, event.status)
        if event.date and event.status is Status.POSTPONED:
            target.date, target.date_end = event.date, event.date_end
    if event.date and target.date is None:
        target.date, target.date_end = event.date, event.date_end
    _carry(target, event)


_FOCUS = 5
"""Within so many sentences a gathering of many stays what "will not attend" is about, a meeting half as long."""


def _join(told: _Told, event: Event) -> bool:
    """Adds who comes or stays away to the contact meant; false where none was told yet."""
    scene = told.scene
    number = scene.sentence(event.trigger)
    here = [
        e
        for e in told.means
        if scene.sentence(e.trigger) == number
        and (told.means[e].kind.remote is False or event.rule == "attendance chair")
        and not _contradicts(event, told.means[e])
    ]
    if here:
        nearest = min(here, key=lambda e: (not 0 < e.trigger - event.trigger < 10, abs(e.trigger - event.trigger)))
        _attend(told.means[nearest], event)
        return True
    best: tuple[int, Event] | None = None
    for contact in told.recent():
        if contact.kind not in (Kind.SUMMIT, Kind.TALKS, Kind.MEETING):
            continue
        many = contact.kind is Kind.SUMMIT or contact.kind is Kind.TALKS or len(contact.sides) > 2
        distance = number - scene.sentence(told.spoken[contact])
        if distance > _FOCUS + 3 * many or not _attendable(contact, event):
            continue
        if distance == 0 and _contradicts(event, contact):
            continue
        if event.sides[0].attendance in _AWAY and not many and contact.status in _PAST:
            continue
        cost = distance - 3 * many
        if best is None or cost < best[0]:
            best = (cost, contact)
    if best is None:
        return False
    _attend(best[1], event)
    told.spoken[best[1]] = event.trigger
    return True


def _contradicts(event: Event, contact: Event) -> bool:
    """Whether those said to stay away are sides of the contact told in the same sentence: then another is meant."""
    if event.sides[0].attendance not in _AWAY or contact.status in _OVERRIDES:
        return False
    there = {side.entity for side in contact.sides if side.attendance not in _AWAY}
    return any(side.entity in there for side in event.sides)


def _attendable(contact: Event, event: Event) -> bool:
    """Whether the tense of "attended" or "will attend" fits the contact."""
    if not contact.sides:
        return True
    if event.sides[0].attendance in _AWAY:
        return contact.status not in _PAST or event.status in (*_PAST, Status.EXPECTED)
    return (contact.status in _PAST) == (event.status in _PAST)


def _join_next(told: _Told, event: Event) -> None:
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
    if not target.sides and event.sides[0].attendance not in _AWAY:
        target.status = event.status
    target.tellings.append(event)
    between = event.rule == "attendance chair" and target.kind in (Kind.MEETING, Kind.TALKS) and _between(target, event)
    for side in event.sides:
        attendance = side.attendance
        if between:
            attendance = Attendance.MEDIATOR
        elif attendance in (Attendance.ATTENDED, Attendance.EXPECTED):
            attendance = ATTENDANCE[target.status]
        known = next((s for s in target.sides if s.entity is side.entity), None)
        if known is None:
            target.sides.append(EventSide(side.entity, attendance, side.mention))
        elif attendance in (*_AWAY, Attendance.MEDIATOR):
            known.attendance = attendance


def _between(target: Event, event: Event) -> bool:
    """Whether those who chair belong to neither of the contact's two sides."""
    sides = {side.entity.polity for side in target.sides if side.attendance not in _AWAY}
    return len(sides) == 2 and not sides & {side.entity.polity for side in event.sides}


def _without_trips(contacts: list[Event]) -> list[Event]:
    """Leaves out a visit whose point is a meeting told of beside it."""
    kept = []
    for contact in contacts:
        if contact.kind is Kind.VISIT and any(
            other is not contact and other.kind is not Kind.VISIT and other.kind.remote is False
            and _trip_of(contact, other) for other in contacts
        ):  # fmt: skip
            continue
        kept.append(contact)
    return kept


def _trip_of(visit: Event, meeting: Event) -> bool:
    if not _statuses_agree(visit, meeting) or not dates_agree(visit.date, meeting.date):
        return False
    guests = {side.entity.key for side in visit.sides if side.entity.is_person}
    hosts = {side.entity.polity for side in visit.sides if not side.entity.is_person}
    there = {side.entity.key for side in meeting.sides}
    polities = {side.entity.polity for side in meeting.sides}
    if meeting.venue is not None and meeting.venue.country:
        polities.add(meeting.venue.country)
    if not hosts:
        return len(guests & there) > 1
    return bool(guests & there) and bool(hosts & polities)
