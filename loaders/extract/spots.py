"""Places that a sentence names: cities, countries, buildings, "the Saudi capital", "here"."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from loaders.extract.buildings import BUILDINGS, LONGEST, Spot, building_at, leads_to_building, preposition_of
from loaders.extract.clauses import word_set
from loaders.extract.dateline import dateline
from loaders.extract.frames import NOUNS
from loaders.extract.lookup import lists, sites
from loaders.extract.scene import Scene
from loaders.world.places import Gazetteer

_NO_PLACES = word_set(
    "parliament congress senate cabinet government state council assembly commission union court party islam"
    " ramadan english french russian arabic spanish chinese facebook telegram instagram twitter x god lent easter"
    " christmas"
)
"""Words with a capital after "in" that are no places."""

_KEPT = "diplograph.spots"


def spots(scene: Scene, sentence: Span) -> list[Spot]:
    """The places in the sentence, in order. Datelines are none. They are kept with the document."""
    kept: dict[int, list[Spot]] = scene.doc.user_data.setdefault(_KEPT, {})
    if sentence.start not in kept:
        kept[sentence.start] = _spots(scene, sentence, sentence.end)
    return kept[sentence.start]


def _spots(scene: Scene, sentence: Span, stop: int) -> list[Spot]:
    doc = scene.doc
    known = sites(doc)
    line = dateline(scene.source.text)
    begin = sentence.start
    if line is not None and line.start <= doc[begin].idx < line.end:
        while begin < sentence.end and doc[begin].idx < line.end:
            begin += 1
    found: list[Spot] = []
    index = begin
    while index < stop:
        spot = _at(scene, known, index, begin, sentence.end)
        if spot is None:
            index += 1
        else:
            found.append(spot)
            index = max(spot.end, index + 1)
    return found


def _at(scene: Scene, known: Gazetteer, index: int, begin: int, end: int) -> Spot | None:
    doc = scene.doc
    token = doc[index]
    if token.lower_ in BUILDINGS and token.pos_ in ("NOUN", "PROPN"):
        if index + 1 < end and doc[index + 1].lower_ in BUILDINGS and doc[index + 1].text[0].isupper():
            return None
        return building_at(scene, known, token, begin, end)
    if token.lower_ == "capital" and token.pos_ in ("NOUN", "ADJ"):
        return _capital(scene, known, token, begin)
    if (
        token.text == "Kingdom"
        and doc[index - 1].lower_ == "the"
        and (index + 1 == end or doc[index + 1].lower_ != "of")
    ):
        return _kingdom(scene, index, begin)
    if token.lower_ == "there" and token.dep_ != "expl" and token.pos_ == "ADV":
        return _there(scene, index)
    if token.lower_ == "here" and index > begin and doc[index - 1].lower_ not in ("from", "over"):
        return _here(scene, known, index)
    if token.lower_ == "there" and token.dep_ == "expl" and index + 1 < end and doc[index + 1].text in (",", "that"):
        return _there(scene, index)
    if not token.text[0].isupper() and not token.text[0].isdigit():
        return None
    if preposition_of(doc, index, begin) == "aboard":
        return _vessel(scene, index, end)
    words = [other.text for other in doc[index : min(end, index + LONGEST)]]
    match = known.find(words)
    if match is not None and match[0] == 1 and token.lower_ in NOUNS:
        return None
    if _is_somebody(scene, index):
        return None
    if match is None:
        return _unknown(scene, index, begin, end)
    length, site = match
    if length == 1 and token.text.isupper() and len(token.text) > 1 and not site.is_country and not site.city:
        return None
    stop = index + length
    if leads_to_building(doc, stop, end) or (
        stop < end and doc[stop].tag_ == "POS" and not site.is_country and not site.city
    ):
        return None
    name = site.name if site.is_country else _surface(doc, index, stop)
    country = site.country
    following = None if site.is_country else _country_after(known, doc, stop, end)
    if following is not None:
        stop, country = following
    return Spot(
        index, stop, preposition_of(doc, index, begin), name, country, site.city, bool(site.city), site.is_country
    )


def _unknown(scene: Scene, index: int, begin: int, end: int) -> Spot | None:
    """A place that no list has: a name after "in", "at" or "near" that the model takes for a place."""
    doc = scene.doc
    token = doc[index]
    if token.pos_ != "PROPN" or scene.at(index) is not None or token.ent_type_ not in ("GPE", "LOC", "FAC", ""):
        return None
    if token.lower_ in _NO_PLACES or token.text.isupper():
        return None
    stop = index + 1
    while stop < end and doc[stop].pos_ == "PROPN" and doc[stop].ent_type_ == token.ent_type_:
        stop += 1
    if any(word.lower_ in BUILDINGS for word in doc[index:stop]):
        return None
    preposition = preposition_of(doc, index, begin)
    if preposition not in ("in", "at", "near", "to") or leads_to_building(doc, stop, end):
        return None
    following = _country_after(sites(doc), doc, stop, end)
    name = doc[index:stop].text
    return (
        Spot(index, following[0], preposition, name, following[1])
        if following
        else Spot(index, stop, preposition, name, None)
    )


def _vessel(scene: Scene, index: int, end: int) -> Spot | None:
    """ "aboard the USS Quincy"."""
    doc = scene.doc
    stop = index
    while stop < end and (doc[stop].pos_ in ("PROPN", "NUM") or doc[stop].text[0].isupper()):
        stop += 1
    return Spot(index, stop, "aboard", doc[index:stop].text, None, building=True) if stop > index else None


def _is_somebody(scene: Scene, index: int) -> bool:
    """Whether the word is part of a person's name or of a people: "Paris Hilton"; a capital may be a metonym."""
    mention = scene.at(index)
    return mention is not None and any(entity.is_person for entity in mention.entities)


def _surface(doc: Doc, start: int, end: int) -> str:
    text: str = doc[start:end].text
    return text.title() if text.isupper() and len(text) > 4 else text


def _country_after(known: Gazetteer, doc: Doc, index: int, end: int) -> tuple[int, str] | None:
    """ ", South Korea" after "Gyeongju"."""
    if index + 1 >= end or doc[index].text != ",":
        return None
    match = known.find([token.text for token in doc[index + 1 : min(end, index + 1 + LONGEST)]])
    if match is None or not match[1].is_country or match[1].country is None:
        return None
    return index + 1 + match[0], match[1].country


def _there(scene: Scene, index: int) -> Spot | None:
    """The place named last before, in this sentence or in the two before it."""
    number = scene.sentence(index)
    sentences = scene.sentences
    for earlier in range(number, max(-1, number - 3), -1):
        before = [
            spot
            for spot in _spots(scene, sentences[earlier], min(index, sentences[earlier].end))
            if spot.end <= index and spot.preposition
        ]
        if before:
            return replace(before[-1], start=index, end=index + 1, preposition="in")
    return None


def _capital(scene: Scene, known: Gazetteer, token: Token, begin: int) -> Spot | None:
    """ "in the Saudi capital", "in the capital of Chad", "in the national capital"."""
    doc = scene.doc
    polities = lists(doc).polities
    start = token.i
    country = None
    for length in (1, 2, 3):
        if token.i - length < begin:
            break
        phrase = doc[token.i - length : token.i].text.removesuffix("’s").removesuffix("'s").strip()
        term = polities.terms.get(phrase.lower()) if phrase[:1].isupper() else None
        if term is None and phrase[:1].isupper():
            term = polities.exact.get(phrase)
        if term is not None and term.polity.iso:
            country, start = term.polity.name, token.i - length
    stop = token.i + 1
    if country is None and stop + 1 < len(doc) and doc[stop].lower_ == "of":
        match = known.find([other.text for other in doc[stop + 1 : stop + 1 + LONGEST]])
        if match is not None and match[1].is_country:
            country, stop = match[1].name, stop + 1 + match[0]
    if country is None:
        line = dateline(scene.source.text)
        site = known.get(line.places[0]) if line is not None else None
        if site is None or site.country is None or doc[token.i - 1].lower_ not in ("the", "national"):
            return None
        country, start = site.country, token.i - (doc[token.i - 1].lower_ == "national")
    city = known.capital(country)
    if stop + 1 < len(doc) and doc[stop].text == "," and doc[stop + 1].text[0].isupper():
        match = known.find([other.text for other in doc[stop + 1 : stop + 1 + LONGEST]])
        if match is not None and not match[1].is_country:
            city, stop = doc[stop + 1 : stop + 1 + match[0]].text, stop + 1 + match[0]
    if city is None:
        return None
    return Spot(start, stop, preposition_of(doc, start, begin), city, country)


def _kingdom(scene: Scene, index: int, begin: int) -> Spot | None:
    """ "in the Kingdom": the one that the text names in full or, of its countries, the one that goes by that word."""
    full = re.search(
        r"Kingdom of (Saudi Arabia|Morocco|Bahrain|Thailand|Cambodia|Bhutan|Lesotho|Eswatini|Tonga)", scene.source.text
    )
    name = full.group(1) if full else next((n for n in ("Saudi Arabia", "Jordan", "Morocco") if _about(scene, n)), None)
    return (
        Spot(index, index + 1, preposition_of(scene.doc, index, begin), name, name, whole_country=True)
        if name
        else None
    )


def _about(scene: Scene, country: str) -> bool:
    return any(entity.polity == country for entity in scene.entities)


def _here(scene: Scene, known: Gazetteer, index: int) -> Spot | None:
    """The place where the report was filed."""
    line = dateline(scene.source.text)
    if line is None:
        return None
    site = known.get(line.places[0])
    name = line.places[0] if site is None or not site.is_country else site.name
    return Spot(index, index + 1, "in", name, site.country if site else None)
