"""Finds each telling of a contact in a scene."""

from loaders.extract.attendance import joining
from loaders.extract.company import in_company
from loaders.extract.fates import fates
from loaders.extract.formats import second_format
from loaders.extract.glimpses import glimpses
from loaders.extract.grammar import governor, is_verb
from loaders.extract.lists import listed_events
from loaders.extract.noun_frames import may_be_noun_frame
from loaders.extract.nouns import noun_events
from loaders.extract.replies import replies
from loaders.extract.scene import Event, Scene, Zone
from loaders.extract.tours import TOURS, toured
from loaders.extract.trips import due
from loaders.extract.verb_frames import SURE_FORMS
from loaders.extract.verbs import verb_events
from schema.vocabulary import Kind


def _without_carriers(scene: Scene, events: list[Event]) -> list[Event]:
    """Leaves out a verb that only leads to the contact its noun tells of: "conferred in a call with A"."""
    led = set()
    for event in events:
        preposition, above = governor(scene.doc[event.trigger])
        if (
            preposition is not None
            and above is not None
            and event.kind is not Kind.SUMMIT
            and preposition.lower_ in ("in", "over")
        ):
            there = {side.entity for side in event.sides}
            led |= {
                other
                for other in events
                if other is not event
                and other.trigger == above.i
                and other.rule.startswith("verb")
                and {side.entity for side in other.sides} <= there
            }
    return [event for event in events if event not in led]


def find_events(scene: Scene) -> list[Event]:
    """Every telling of a contact in the order of the text, with its sides, kind and status.

    Events that only refer back are definite and have no sides; those that only say who came join another.
    """
    found: list[Event] = []
    for sentence, zone in zip(scene.sentences, scene.zones, strict=True):
        if zone is Zone.BOILERPLATE:
            continue
        headline = zone in (Zone.HEADLINE, Zone.CAPTION)
        events: list[Event] = []
        for token in sentence:
            if may_be_noun_frame(token):
                events.extend(noun_events(scene, token, headline))
            elif token.lemma_ in TOURS and token.pos_ == "NOUN":
                events.extend(toured(scene, token, headline))
            if token.lower_ in ("due", "expected", "awaited", "off", "bound"):
                events.extend(due(scene, token))
            if is_verb(token) or token.pos_ == "VERB" or token.lower_ in SURE_FORMS:
                events.extend(verb_events(scene, token, headline))
        verbs = {event.trigger for event in events if len(event.words) == 1 and len(event.sides) > 1}
        carried = {w for e in events if len(e.words) > 1 for w in e.words[:-1] if len(e.sides) > 1 or w not in verbs}
        events = _without_carriers(scene, events)
        events = [event for event in events if event.joins or not (len(event.words) == 1 and event.trigger in carried)]
        events.extend(joining(scene, sentence, events, headline))
        events.extend(fates(scene, sentence))
        events.extend(replies(scene, sentence, found))
        events.extend(in_company(scene, sentence, events, headline))
        if (second := second_format(scene, sentence, found, events)) is not None:
            events = [event for event in events if event is second.follows[0] or event.trigger not in second.words]
            events.append(second)
        found.extend(sorted(events, key=lambda event: event.trigger))
    found.extend(listed_events(scene))
    found.extend(glimpses(scene, found))
    return sorted(found, key=lambda event: event.trigger)
