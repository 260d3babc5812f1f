"""Trips to several countries in a row: "will leave for Lima, Quito and Bogotá" is a visit to each."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import sides, status, subjects
from loaders.extract.building import build, spokesperson
from loaders.extract.buildings import Spot
from loaders.extract.grammar import is_verb, passive
from loaders.extract.naming import party
from loaders.extract.noun_sides import verb_above
from loaders.extract.places import as_place
from loaders.extract.scene import Event, Form, Mention, Scene
from loaders.extract.spots import spots
from loaders.extract.verdicts import Verdict
from schema.vocabulary import Kind, Status

TOURS = frozenset("tour swing journey trip visit".split())
"""Nouns after which the stops of a tour may follow."""
_TO = frozenset("to of in through for across around between".split())
_BETWEEN = frozenset(", and then by before or & on followed finally later".split())
_REACH = 9


def stops(scene: Scene, anchor: Token) -> list[Spot]:
    """The places, in two countries or more, that follow the anchor in one list."""
    found: list[Spot] = []
    for spot in spots(scene, anchor.sent):
        if spot.country is None or spot.start <= anchor.i:
            continue
        between = scene.doc[(found[-1].end if found else anchor.i + 1) : spot.start]
        straight = anchor.lemma_ in ("visit", "tour") and all(t.pos_ in ("DET", "ADV", "ADJ") for t in between)
        if not found and (len(between) > _REACH or not (straight or any(t.lower_ in _TO for t in between))):
            break
        if not found and any(is_verb(t) and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in between):
            break
        if found and not all(t.lower_ in _BETWEEN or t.lower_ == "to" for t in between):
            break
        found.append(spot)
    return found if len({spot.country for spot in found}) > 1 else []


def toured(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """ "is on a tour of Kenya, Uganda and Rwanda", "her trip to Lima and Quito"."""
    places = stops(scene, noun)
    if not places:
        return
    verb = verb_above(noun)
    guests = [m for _, g in sides.after(scene, noun, ("by",), 12)[:1] for m in g] or subjects.possessors(scene, noun)
    if not guests and verb is not None:
        guests = sides.agents(scene, verb) if passive(verb) else subjects.subject(scene, verb)
    if verb is None:
        return
    verdict = status.of_verb(verb, headline)
    if verb.lemma_ == "be" and verb.tag_ == "VBZ":
        verdict = Verdict(Status.ONGOING)
    if not verdict.general:
        yield from each_visit(scene, noun, verdict, guests, places)


def each_visit(
    scene: Scene, anchor: Token, verdict: Verdict, guests: list[Mention], places: list[Spot]
) -> Iterator[Event]:
    """One visit of the guests to each of the places that is not in their own country; singers and teams tour too."""
    guests = [m for m in guests if any(e.is_person and e.polity for e in m.entities) and not spokesperson(m)]
    home = {entity.polity for m in guests for entity in m.entities}
    for spot in places if guests else []:
        if spot.country is None or spot.country in home:
            continue
        host = Mention(spot.start, spot.end, spot.start, (party(scene, spot.country),), Form.METONYM)
        words = (anchor.i, spot.start)
        event = build(scene, scene.doc[spot.start], words, Kind.VISIT, verdict, [*guests, host], "tour", sure=True)
        event.venue = as_place(spot)
        yield event
