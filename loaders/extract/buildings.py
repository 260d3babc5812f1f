"""Buildings in which contacts take place, with the town they stand in: "the Amber Palace in Riga", "at the airport"."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from loaders.extract.clauses import word_set
from loaders.extract.lookup import sites
from loaders.extract.scene import Scene
from loaders.world.places import Gazetteer, Site


@dataclass(frozen=True, slots=True)
class Spot:
    """One place as the sentence names it."""

    start: int
    end: int
    """Token indices, half-open, the preposition not included."""
    preposition: str
    """In lower case; empty where the name stands without one."""
    name: str
    country: str | None
    city: str | None = None
    """Where a building stands, if that is known."""
    building: bool = False
    whole_country: bool = False


BUILDINGS = word_set(
    "palace hotel residence house guesthouse complex headquarters hq ministry embassy consulate airport airfield"
    " airbase base library villa castle mansion resort retreat chancellery chancery hall club estate compound"
    " parliament museum monastery abbey university school camp barracks mosque cathedral basilica pavilion lodge"
    " dacha ranch fort fortress courthouse chapel temple shrine vineyard winery clubhouse mission office"
    " secretariat presidency bridge inn restaurant café cafe crossing checkpoint yacht frigate theatre theater"
    " farm pier centre center tower park arena stadium pagoda citadel"
)
_NEEDS_NAME = word_set(
    "ministry presidency parliament secretariat bridge inn restaurant café cafe crossing checkpoint yacht theatre"
    " theater farm pier hotel house residence office hall school university club villa castle mission camp mosque"
    " base resort museum centre center tower park arena stadium pagoda citadel"
)
"""Buildings that are no venue without a name: "at a hotel"."""

_IN = word_set("in at inside near outside aboard within on")
_TO = word_set("to into for towards toward")
_STEPS = word_set("the nearby downtown central southern northern eastern western historic ancient coastal neighbouring")
_KINDS = word_set("city capital town resort port village island region province state district suburb republic kingdom")
PARTS = word_set(
    "courtyard grounds gardens garden steps lobby doors sidelines margins fringes premises heart centre center"
)
"""Of a building, or around an occasion: "in the courtyard of the palace", "on the sidelines of the conference"."""

_PHRASE = ("PROPN", "NOUN", "ADJ", "NUM", "PART")
LONGEST = 6
"""Words of the longest name of a place that is looked for."""


def is_building(name: str) -> bool:
    """Whether the name ends as those of buildings do, or is one: "State House", "Palace of Nations"."""
    words = name.lower().split()
    return bool(words) and (words[-1] in BUILDINGS or words[0] in BUILDINGS)


def leads_to_building(doc: Doc, index: int, end: int) -> bool:
    """ "Dolmabahçe palace", "Argyle International Airport": the noun gives the place, not the first name."""
    for token in doc[index : min(end, index + 4)]:
        if token.lower_ in BUILDINGS and token.pos_ in ("NOUN", "PROPN"):
            return token.i == index or doc[index].text[0].isupper() or doc[index].pos_ in ("ADJ", "NOUN", "PROPN")
        if token.pos_ not in ("PROPN", "NOUN", "ADJ") and token.tag_ not in ("HYPH", "POS"):
            return False
    return False


def preposition_of(doc: Doc, index: int, begin: int) -> str:
    """The preposition before a name of a place, in lower case; articles and parts of places are looked through."""
    at = index - 1
    while at >= begin and (doc[at].lower_ in _STEPS or doc[at].tag_ == "HYPH"):
        at -= 1
    if at < begin:
        return ""
    word = doc[at].lower_
    if word == "of" and at > begin and doc[at - 1].lower_ in PARTS:
        return "in"
    if word == "of" and at > begin and doc[at - 1].lower_ in _KINDS:
        start = at - 1
        while start > begin and doc[start - 1].pos_ in _PHRASE:
            start -= 1
        return preposition_of(doc, start, begin)
    if word in ("and", ",", "or") and at > begin and doc[at - 1].text[0].isupper():
        return ""
    return word if doc[at].pos_ in ("ADP", "SCONJ", "PART") or word in ("in", "at", "to") else ""


def building_at(scene: Scene, known: Gazetteer, token: Token, begin: int, end: int) -> Spot | None:
    """ "the Diriyah Palace in Riyadh", "his residence in Doha", "at the Foreign Ministry"."""
    doc = scene.doc
    start = token.i
    while start > begin and _continues(doc[start - 1]):
        start -= 1
    preposition = preposition_of(doc, start, begin)
    if doc[start].pos_ in ("DET", "PRON"):
        start += 1
    if (preposition not in _IN and preposition not in _TO) or start > token.i:
        return None
    named = any(word.text[0].isupper() for word in doc[start : token.i + 1])
    stop = _name_end(scene, token, end)
    if stop < end and doc[stop].tag_ == "POS":
        return None
    if not named:
        earlier = _named_before(scene, known, token) if doc[start - 1].lower_ == "the" else None
        if earlier is not None:
            return replace(earlier, start=start, end=stop, preposition=preposition)
        if token.lower_ in _NEEDS_NAME or start == token.i or doc[start - 1].lower_ in ("a", "an", "some"):
            return None
    name = " ".join(doc[start:stop].text.split())
    site = known.get(name)
    of_town = doc[stop].lower_ == "of" if stop < end else False
    if start == token.i and stop == token.i + 1 and token.lower_ in _NEEDS_NAME and site is None and not of_town:
        return None
    city, country = (site.city, site.country) if site is not None else (None, None)
    place = _city_after(known, doc, stop, end) or _city_before(known, doc, start, token.i)
    if place is not None:
        if place[0].city:
            name = place[0].name
        city, country, stop = place[0].city or place[0].name, place[0].country or country, max(stop, place[1])
    return Spot(start, stop, preposition, name, country, city, building=True)


def _name_end(scene: Scene, token: Token, end: int) -> int:
    """Past the name after the noun: "Hotel Oro Verde", "Hall of the People", "Palace of Nations"."""
    doc = scene.doc
    stop = token.i + 1
    if not token.text[0].isupper():
        return stop
    at = stop
    while at < end and doc[at].lower_ in ("of", "the"):
        at += 1
    towards_town = stop < at < end and sites(doc).get(doc[at].text) is not None
    if towards_town or at > stop + 2 or (at == stop + 1 and doc[stop].lower_ == "the"):
        return stop
    while at < end and doc[at].pos_ == "PROPN" and doc[at].text[0].isupper() and not _in_person(scene, at):
        at += 1
        stop = at
    return stop


def _in_person(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return mention is not None and any(entity.is_person for entity in mention.entities)


def _named_before(scene: Scene, known: Gazetteer, token: Token) -> Spot | None:
    """The building with a name that "the airport", "the palace" means: the last one of the kind before."""
    doc = scene.doc
    for index in range(token.i - 1, -1, -1):
        other = doc[index]
        if other.lower_ == token.lower_ and other.text != token.text:
            spot = building_at(scene, known, other, other.sent.start, other.sent.end)
            if spot is not None:
                return spot
    return None


def _continues(token: Token) -> bool:
    if token.pos_ in _PHRASE or token.tag_ in ("HYPH", "POS"):
        return True
    return token.pos_ in ("DET", "PRON") and token.lower_ in ("the", "a", "an", "his", "her", "its", "their")


def _city_after(known: Gazetteer, doc: Doc, stop: int, end: int) -> tuple[Site, int] | None:
    """ "in Ankara", ", Luanda" right after a building."""
    at = stop
    if at < end and doc[at].lower_ in ("in", ",", "near", "outside", "at", "of"):
        at += 1
    else:
        return None
    while at < end and doc[at].lower_ in _STEPS | {"city", "of"}:
        at += 1
    match = known.find([token.text for token in doc[at : min(end, at + LONGEST)]])
    if match is None and doc[stop].lower_ == "in":
        return _unlisted_town(doc, at, end)
    if match is None or (match[1].is_country and doc[stop].text == ","):
        return None
    length, site = match
    if site.city:
        return site, at + length
    return Site(site.name if site.is_country else doc[at : at + length].text, site.country), at + length


def _unlisted_town(doc: Doc, start: int, end: int) -> tuple[Site, int] | None:
    """A town that no list has, by its name alone: "the castle in Zenda"."""
    stop = start
    while (
        stop < end and doc[stop].pos_ == "PROPN" and doc[stop].ent_type_ in ("GPE", "LOC", "FAC", "PERSON", "ORG", "")
    ):
        stop += 1
    return (Site(doc[start:stop].text, None), stop) if 0 < stop - start < 3 else None


def _city_before(known: Gazetteer, doc: Doc, start: int, noun: int) -> tuple[Site, int] | None:
    """ "Berlin's Chancellery", "the Geneva headquarters"."""
    match = known.find([token.text for token in doc[start:noun]])
    if match is None or match[1].city or (match[1].is_country and doc[start + match[0]].tag_ != "POS"):
        return None
    return Site(match[1].name, match[1].country), 0
