"""Joins the tellings of one contact: headline, lead and background, "the call", and who else came to it."""

from itertools import pairwise

from spacy.tokens import Token

from loaders.extract.absorbing import absorb, carry, change, refer
from loaders.extract.fates import FATE
from loaders.extract.formats import DELEGATIONS
from loaders.extract.grammar import phrase_start
from loaders.extract.joined import join, join_next
from loaders.extract.references import counterpart, meant, noun_fits, reported, speaks_for, with_protagonist
from loaders.extract.sameness import AHEAD, AWAY, OVERRIDES, PAST, dates_agree, members, same, statuses_agree
from loaders.extract.scene import Event, Scene
from loaders.extract.told import Told
from schema.vocabulary import Attendance, Kind, Status


def merge(scene: Scene, events: list[Event]) -> list[Event]:
    """One event for each contact, in the order of the text.

    A telling without sides goes to the latest contact that it can mean; one that says who came, to the contact told
    in its sentence or before. What finds no contact is left out.
    """
    told = Told(scene)
    waiting: list[Event] = []
    for event in sorted(events, key=lambda event: (scene.sentence(event.trigger), event.joins, event.trigger)):
        if event.joins:
            if not join(told, event):
                waiting.append(event)
        elif event.rule == FATE:
            _befall(told, event)
        elif len(event.sides) > 1 or event.kind is Kind.SUMMIT:
            _tell(told, event)
        elif event.definite:
            _back(told, event)
    for event in waiting:
        join_next(told, event)
    _link(told)
    contacts = _without_trips([contact for contact in told.contacts if contact.sides])
    for contact in contacts:
        tidy(contact)
    return [contact for contact in contacts if len(contact.sides) > 1 or _somebody_there(contact)]


def _somebody_there(contact: Event) -> bool:
    """Whether of a summit at least one who comes is known."""
    return contact.kind is Kind.SUMMIT and any(side.attendance not in AWAY for side in contact.sides)


def _tell(told: Told, event: Event) -> None:
    if event.rule == DELEGATIONS:
        _second_format(told, event)
        return
    target = (
        _latent(told, event)
        or _named_summit(told, event)
        or next((c for c in reversed(told.contacts) if same(told.scene, c, event)), None)
    )
    if target is not None and _one_sentence_apart(told, target, event):
        target = None
    if target is None:
        told.contacts.append(event)
        told.note(event, event)
        return
    absorb(told.scene, target, event)
    tidy(target)
    told.note(event, target)


def _second_format(told: Told, event: Event) -> None:
    """ "followed by delegation-level talks": another contact of the same day and place."""
    first = told.means.get(event.follows[0])
    event.follows = [] if first is None else [first]
    if first is not None:
        first.kind = Kind.MEETING if first.kind is Kind.TALKS else first.kind
    told.contacts.append(event)
    told.note(event, event)


def _link(told: Told) -> None:
    """ "The meeting came after an earlier call between A and B": one contact was the sequel of another."""
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


def _latent(told: Told, event: Event) -> Event | None:
    """A summit named in the same sentence whose sides this telling gives."""
    if event.kind not in (Kind.MEETING, Kind.TALKS):
        return None
    number = told.scene.sentence(event.trigger)
    for contact in told.recent():
        there = [side for side in contact.sides if side.attendance not in AWAY]
        if contact.kind is Kind.SUMMIT and len(there) < 2 and told.scene.sentence(told.spoken[contact]) == number:
            return contact if contact.status is event.status or contact.status in OVERRIDES or not there else None
    return None


def _named_summit(told: Told, event: Event) -> Event | None:
    """ "will host A and B for a summit": the contact of the same sentence that the noun calls a summit."""
    if event.kind is not Kind.SUMMIT or len(event.sides) > 1 or event.body:
        return None
    number = told.scene.sentence(event.trigger)
    for contact in told.recent():
        if told.scene.sentence(told.spoken[contact]) != number:
            return None
        many = contact.kind in (Kind.MEETING, Kind.TALKS) and len(contact.sides) > 2
        if many and contact.status is event.status and members(event) <= members(contact):
            return contact
    return None


def _one_sentence_apart(told: Told, target: Event, event: Event) -> bool:
    """ "A and B met and agreed to hold a summit": one sentence with a past and a future contact tells of two."""
    if told.scene.sentence(told.spoken[target]) != told.scene.sentence(event.trigger):
        return False
    if event.rule.startswith("noun") and _sequel(told.scene.doc[told.spoken[target]]):
        return True
    return (target.status in PAST) != (event.status in PAST) and target.status not in OVERRIDES


def _sequel(earlier: Token) -> bool:
    """Whether the contact told first in the sentence stands after "after": what follows is another one."""
    start = phrase_start(earlier)
    return start > earlier.sent.start and earlier.doc[start - 1].lower_ in ("after", "following", "before")


def _back(told: Told, event: Event) -> None:
    """A definite telling without its sides: of a contact told, of another one of the same sides, or of the
    protagonist with the one side it names."""
    later = next((contact for contact in told.recent() if noun_fits(event.kind, contact.kind)), None)
    if event.other and (earlier := counterpart(event, told)) is not None:
        told.contacts.append(earlier)
        told.note(earlier, earlier)
        if later is not None and later is not earlier:
            later.follows.append(earlier)
        return
    target = meant(event, told)
    if event.sides and not event.other and (target is None or event.sides[0].entity not in members(target)):
        if (filled := with_protagonist(event, told.contacts)) is not None:
            _tell(told, filled)
    elif target is not None:
        refer(target, event)
        told.note(event, target)


def _befall(told: Told, event: Event) -> None:
    """ "It was put off": holds for the contact ahead that was told last, in this sentence or the one before."""
    number = told.scene.sentence(event.trigger)
    for contact in told.recent():
        if number - told.scene.sentence(told.spoken[contact]) > (0 if event.other else 1 + bool(event.sides)):
            return
        if event.status is Status.DENIED and not reported(told.scene, contact):
            continue
        if event.status is not Status.DENIED and contact.status not in (*AHEAD, Status.CANCELLED):
            continue
        if event.kind is Kind.VISIT and contact.kind is not Kind.VISIT:
            continue
        if contact.status is event.status and not (event.date and event.status is Status.POSTPONED):
            continue
        refusers = [s for s in contact.sides if any(speaks_for(r, s.entity) for r in members(event))]
        if event.status is Status.DECLINED and event.sides and not refusers:
            continue
        if event.status is not Status.DECLINED or len(contact.sides) < 3:
            change(contact, event.status)
        for side in refusers:
            side.attendance = Attendance.DECLINED
        if event.date and event.status is Status.POSTPONED:
            contact.date, contact.date_end = event.date, event.date_end
        carry(contact, event)
        told.note(event, contact)
        return


def tidy(event: Event) -> None:
    """Leaves out a party beside its own people: Russia beside the Russian minister. They mediate where it does."""
    between = {
        side.entity.polity
        for side in event.sides
        if not side.entity.is_person and side.attendance is Attendance.MEDIATOR
    }
    for side in event.sides:
        if side.entity.is_person and side.entity.polity in between and side.attendance not in AWAY:
            side.attendance = Attendance.MEDIATOR
    polities = {side.entity.polity for side in event.sides if side.entity.is_person}
    event.sides = [side for side in event.sides if side.entity.is_person or side.entity.polity not in polities]


def _without_trips(contacts: list[Event]) -> list[Event]:
    """Leaves out a visit whose point is a meeting told of beside it."""
    kept = []
    for contact in contacts:
        if contact.kind is Kind.VISIT and any(
            other is not contact
            and other.kind is not Kind.VISIT
            and other.kind.remote is False
            and _trip_of(contact, other)
            for other in contacts
        ):
            continue
        kept.append(contact)
    return kept


def _trip_of(visit: Event, meeting: Event) -> bool:
    if not statuses_agree(visit, meeting) or not dates_agree(visit.date, meeting.date):
        return False
    guests = {side.entity.key for side in visit.sides if side.entity.is_person}
    hosts = {side.entity.polity for side in visit.sides if not side.entity.is_person}
    if visit.status in PAST:
        hosts |= {side.entity.polity for side in visit.sides[1:]} - {visit.sides[0].entity.polity}
    there = {side.entity.key for side in meeting.sides}
    polities = {side.entity.polity for side in meeting.sides}
    if meeting.venue is not None and meeting.venue.country:
        polities.add(meeting.venue.country)
    if not hosts:
        return len(guests & there) > 1
    return bool(guests & there) and bool(hosts & polities)
