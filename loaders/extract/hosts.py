"""Sides that stand elsewhere: the country visited, and the people of "the ministers of A and B"."""

from loaders.extract.naming import party
from loaders.extract.scene import Event, EventSide, Form, Mention, Scene
from loaders.extract.verdicts import ATTENDANCE
from schema.vocabulary import Kind

_HOLDERS = frozenset("minister president premier leader diplomat chancellor chief".split())


def settle_host(scene: Scene, event: Event) -> None:
    """Adds the country visited to a visit of guests alone, unless it is their own."""
    if event.kind is not Kind.VISIT or event.venue is None or event.venue.country is None:
        return
    guests = [side.entity for side in event.sides]
    alone = len(guests) == 1 and guests[0].polity is not None
    if (any(not guest.is_person for guest in guests) and not alone) or len({guest.polity for guest in guests}) > 1:
        return
    country = event.venue.country
    if any(guest.polity == country for guest in guests):
        return
    host = party(scene, country)
    place = Mention(event.trigger, event.trigger + 1, event.trigger, (host,), Form.POLITY)
    event.sides.append(EventSide(host, ATTENDANCE[event.status], place))


_REACH = 90
"""Tokens after "the ministers of A and B" within which their names follow."""


def settle_people(scene: Scene, event: Event) -> None:
    """Puts the people for their countries where a group of office-holders is named one by one soon after."""
    groups = {id(s.mention): s.mention for s in event.sides if s.mention.form is Form.GROUP and not s.entity.is_person}
    for mention in groups.values():
        words = scene.doc[mention.start : mention.end]
        if len(mention.entities) < 2 or not any(token.lemma_.lower() in _HOLDERS for token in words):
            continue
        wanted = {entity.polity for entity in mention.entities}
        people: dict[str | None, EventSide] = {}
        for later in scene.within(mention.end, mention.end + _REACH):
            entity = later.entities[0] if len(later.entities) == 1 else None
            if entity is not None and entity.is_person and entity.polity in wanted and later.form is Form.NAME:
                people.setdefault(entity.polity, EventSide(entity, ATTENDANCE[event.status], later))
        if not people and (named := _in_apposition(scene, mention)):
            for polity, later in zip((e.polity for e in mention.entities), named, strict=False):
                later.entities[0].polity = polity
                people[polity] = EventSide(later.entities[0], ATTENDANCE[event.status], later)
        if set(people) == wanted:
            rest = [side for side in event.sides if side.mention is not mention]
            event.sides = [*rest, *people.values()]


def _in_apposition(scene: Scene, group: Mention) -> list[Mention]:
    """ "got the presidents of A and B on the line, X and Y": as many names without a country, further on in it."""
    later = [m for m in scene.within(group.end, scene.doc[group.root].sent.end) if m.form is Form.NAME]
    people = [m for m in later if len(m.entities) == 1 and m.entities[0].is_person and m.entities[0].polity is None]
    return people if len(people) == len(later) == len(group.entities) else []
