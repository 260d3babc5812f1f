"""The places of contacts that the text leaves to be understood: those of the scene in which they are told."""

import datetime as dt
import re

from loaders.extract.buildings import Spot, is_building
from loaders.extract.clauses import said, verb_above, word_set
from loaders.extract.dateline import dateline
from loaders.extract.lookup import sites
from loaders.extract.places import as_place, gone_to, is_topic
from loaders.extract.scene import Event, Scene, Tense, Zone
from loaders.extract.spots import spots
from schema.reading import Place
from schema.vocabulary import Kind, Status

_DOUBTFUL = (Status.POSSIBLE, Status.DENIED, Status.DECLINED)
_IN = word_set("in at inside near outside aboard within")
_REPORTING = word_set("live coverage reporting reports correspondent reporter")
_RUNNING = re.compile(r"\b(?:live|as it happened|liveblog|rolling)\b", re.IGNORECASE)
_GATHERINGS = word_set("summit talks conference forum meeting")
_REACH = 3
"""Sentences before a contact in which somebody's being or arriving somewhere gives it its place."""

_STAY = 3
"""Days for which somebody who met two of the hosts, or the same people, is taken to have stayed in the place."""

_DAY = len("2025-02-15")


def settle_venue(scene: Scene, contact: Event, order: list[Event]) -> Place | None:
    """The place that a reader supplies for a contact told without one; None for what is only talked of.

    In this order: that of another contact of the same day with a side in common, where somebody was told to be or to
    arrive shortly before, that of another contact of that day, and where the report was filed.

    Args:
        scene: the article.
        contact: in person, without a venue.
        order: all contacts of the article in the order of the text, with the dates they have.
    """
    doubtful = contact.status in _DOUBTFUL
    if doubtful and contact.date is None:
        return _told_before(scene, contact, order, 0)
    found = _of_another(contact, order, related=True, days=0)
    if found is not None or contact.kind is Kind.CONVERSATION:
        return found
    if doubtful:
        return _told_before(scene, contact, order, 0)
    if contact.status is Status.EXPECTED:
        return _told_before(scene, contact, order, 1)
    return (
        _of_another(contact, order, related=True, days=_STAY)
        or _told_before(scene, contact, order, _REACH)
        or _of_another(contact, order, related=False, days=0)
        or _filed(scene)
    )


def settle_town(scene: Scene, contact: Event, order: list[Event]) -> None:
    """Adds the town to a building that the text names without one."""
    venue = contact.venue
    if venue is None or venue.country is not None or "," in venue.name or not is_building(venue.name):
        return
    others = [other for other in order if other is not contact and other.venue != venue]
    filed = _filed(scene)
    at_home = filed is not None and any(side.entity.polity == filed.country for side in contact.sides)
    place = filed if at_home else settle_venue(scene, contact, others)
    if place is not None and place.country not in (None, place.name) and not is_building(place.name):
        contact.venue = Place(f"{venue.name}, {place.name}", place.country)


def first(contact: Event) -> int:
    """The token that tells of the contact first."""
    return min(contact.trigger, *(telling.trigger for telling in contact.tellings), contact.trigger)


def _of_another(contact: Event, order: list[Event], related: bool, days: int) -> Place | None:
    """The town of another contact within so many days: of the nearest told before, else of the nearest told after."""
    here = first(contact)
    others = [other for other in order if other is not contact and other.venue is not None and not other.kind.remote]
    before = [other for other in others if first(other) <= here]
    for other in [*reversed(before), *(other for other in others if first(other) > here)]:
        if other.venue is None or other.venue.name == other.venue.country or not _near(contact, other, days):
            continue
        if not related or _related(contact, other, other.venue, strict=days > 0):
            return town(other.venue)
    return None


def _near(contact: Event, other: Event, days: int) -> bool:
    """Whether the two are as many days apart at most, or one has no date and both are over or both still to come."""
    if contact.date is None or other.date is None:
        return (contact.date is other.date or days > 0) and (contact.tense is Tense.PAST) == (other.tense is Tense.PAST)
    if len(contact.date) < _DAY or len(other.date) < _DAY:
        return contact.date == other.date
    end = other.date_end or other.date
    begin = dt.date.fromisoformat(other.date) - dt.timedelta(days=days)
    return begin.isoformat() <= contact.date <= (dt.date.fromisoformat(end) + dt.timedelta(days=days)).isoformat()


def _related(contact: Event, other: Event, venue: Place, strict: bool) -> bool:
    """Whether a side is common to both or at home in the place; both, or a contact without a date, if strict."""
    keys = {side.entity.key for side in contact.sides}
    polities = {side.entity.polity for side in contact.sides}
    shared = any(side.entity.key in keys for side in other.sides)
    at_home = venue.country in polities
    return (shared and (at_home or contact.date is None)) if strict else (shared or at_home)


def _told_before(scene: Scene, contact: Event, order: list[Event], reach: int) -> Place | None:
    """Where somebody was, or went, by the sentence itself or the few before it."""
    own = {index for event in order if event is not contact for index in (event.trigger, *event.words)}
    number = scene.sentence(first(contact))
    sentences = scene.sentences
    for index in range(number, max(-1, number - reach - 1), -1):
        if scene.zones[index] is not Zone.BODY:
            continue
        for spot in reversed(spots(scene, sentences[index])):
            broad = spot.whole_country and not (reach == 0 and gone_to(scene.doc, spot))
            if spot.preposition and spot.country and not broad and _is_scene(scene, spot, own):
                return town(as_place(spot))
    return None


def _is_scene(scene: Scene, spot: Spot, elsewhere: set[int]) -> bool:
    """Whether the spot says where somebody is or goes, apart from another contact and from who speaks."""
    doc = scene.doc
    if said(doc, spot.start, set()) or doc[min(spot.end, len(doc) - 1)].lower_ == "or":
        return False
    root = doc[spot.start : spot.end].root
    if spot.preposition not in _IN and not gone_to(doc, spot):
        return False
    verb = verb_above(root)
    if verb is not None and any(child.lower_ in ("before", "until") for child in verb.children if child.i < verb.i):
        return False
    if verb is not None and verb.dep_ == "relcl" and not gone_to(doc, spot) and _is_person(scene, verb.head.i):
        return False
    return verb is None or verb.i not in elsewhere


def _is_person(scene: Scene, index: int) -> bool:
    """ "A, who was born in Lima": that tells of A and not of where A is."""
    mention = scene.at(index)
    return mention is not None and all(entity.is_person for entity in mention.entities)


def _filed(scene: Scene) -> Place | None:
    """The place of the dateline, or with which the story opens: "In Lima, …", "our live coverage from Lima"."""
    line = dateline(scene.source.text)
    site = sites(scene.doc).get(line.places[0]) if line is not None else None
    if line is not None:
        return Place(line.places[0], site.country) if site is not None else None
    begin = next((s for s, zone in zip(scene.sentences, scene.zones, strict=True) if zone is Zone.BODY), None)
    if begin is None:
        return None
    if (place := _in_title(scene)) is not None:
        return place
    reporting = any(token.lower_ in _REPORTING for token in begin)
    for spot in spots(scene, begin):
        opens = spot.preposition in _IN and spot.start - begin.start <= 2
        if (opens or (reporting and spot.preposition == "from")) and spot.country and not spot.whole_country:
            return town(as_place(spot))
    return None


def _in_title(scene: Scene) -> Place | None:
    """The town of a running report's title: "Riga summit live: …", "… as leaders gather in Riga – live"."""
    title = scene.sentences[0]
    if scene.zones[0] is not Zone.HEADLINE or not _RUNNING.search(title.text):
        return None
    towns = [spot for spot in spots(scene, title) if spot.country and not spot.whole_country and not is_topic(spot)]
    for spot in sorted(towns, key=lambda spot: spot.preposition not in _IN):
        if spot.preposition in _IN or scene.doc[min(spot.end, len(scene.doc) - 1)].lower_ in _GATHERINGS:
            return town(as_place(spot))
    return None


def town(venue: Place) -> Place:
    """The town alone: that the building was the same is not said."""
    return Place(venue.name.rsplit(", ", 1)[-1], venue.country)
