"""Places that a sentence names: cities, countries, buildings, "the Saudi capital", "here"."""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from loaders.extract.clauses import word_set
from loaders.extract.dateline import dateline
from loaders.extract.scene import Scene
from loaders.world import world
from loaders.world.places import Gazetteer, Site, gazetteer


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
    " farm pier"
)
_NEEDS_NAME = word_set(
    "ministry presidency parliament secretariat bridge inn restaurant café cafe crossing checkpoint yacht theatre"
    " theater farm pier hotel house residence office hall school university club villa castle mission camp mosque"
    " base resort museum"
)
"""Buildings that are no venue without a name: "at a hotel"."""

_IN = word_set("in at inside near outside aboard within on")
_TO = word_set("to into for towards toward")
_STEPS = word_set("the nearby downtown central southern northern eastern western historic ancient coastal neighbouring")
_NO_PLACES = word_set(
    "parliament congress senate cabinet government state council assembly commission union court party islam"
    " ramadan english french russian arabic spanish chinese facebook telegram instagram twitter x god lent easter"
    " christmas"
)
"""Words with a capital after "in" that are no places."""

_KINDS = word_set("city capital town resort port village island region province state district suburb republic kingdom")
PARTS = word_set(
    "courtyard grounds gardens garden steps lobby doors sidelines margins fringes premises heart centre center"
)
"""Of a building, or around an occasion: "in the courtyard of the palace", "on the sidelines of the conference"."""

_PHRASE = ("PROPN", "NOUN", "ADJ", "NUM", "PART")
_LONGEST = 6
_KEPT = "diplograph.spots"
_CONTACT = word_set(
    "meeting meetings summit talks talk call negotiations negotiation session round conference trip visit"
    " encounter gathering dialogue consultations meet trilateral bilateral"
)


def spots(scene: Scene, sentence: Span) -> list[Spot]:
    """The places in the sentence, in order. Datelines are none. They are kept with the document."""
    kept: dict[int, list[Spot]] = scene.doc.user_data.setdefault(_KEPT, {})
    if sentence.start not in kept:
        kept[sentence.start] = _spots(scene, sentence, sentence.end)
    return kept[sentence.start]


def _spots(scene: Scene, sentence: Span, stop: int) -> list[Spot]:
    doc = scene.doc
    known = gazetteer()
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
        return _building(scene, known, token, begin, end)
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
    words = [other.text for other in doc[index : min(end, index + _LONGEST)]]
    match = known.find(words)
    if _is_somebody(scene, index):
        return None
    if match is None:
        return _unknown(scene, index, begin, end)
    length, site = match
    stop = index + length
    if _leads_to_building(doc, stop, end) or (
        stop < end and doc[stop].tag_ == "POS" and not site.is_country and not site.city
    ):
        return None
    name = site.name if site.is_country else _surface(doc, index, stop)
    country = site.country
    following = _country_after(known, doc, stop, end)
    if following is not None:
        stop, country = following
    return Spot(
        index, stop, _preposition(doc, index, begin), name, country, site.city, bool(site.city), site.is_country
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
    preposition = _preposition(doc, index, begin)
    if preposition not in ("in", "at", "near", "to") or _leads_to_building(doc, stop, end):
        return None
    following = _country_after(gazetteer(), doc, stop, end)
    name = doc[index:stop].text
    return (
        Spot(index, following[0], preposition, name, following[1])
        if following
        else Spot(index, stop, preposition, name, None)
    )


def _is_somebody(scene: Scene, index: int) -> bool:
    """Whether the word is part of a person's name or of a people: "Paris Hilton"; a capital may be a metonym."""
    mention = scene.at(index)
    return mention is not None and any(entity.is_person for entity in mention.entities)


def _surface(doc: Doc, start: int, end: int) -> str:
    text: str = doc[start:end].text
    return text.title() if text.isupper() and len(text) > 4 else text


def _leads_to_building(doc: Doc, index: int, end: int) -> bool:
    """ "Dolmabahçe palace", "Argyle International Airport": the noun gives the place, not the first name."""
    for token in doc[index : min(end, index + 4)]:
        if token.lower_ in BUILDINGS and token.pos_ in ("NOUN", "PROPN"):
            return token.i == index or doc[index].text[0].isupper() or doc[index].pos_ in ("ADJ", "NOUN", "PROPN")
        if token.pos_ not in ("PROPN", "NOUN", "ADJ") and token.tag_ not in ("HYPH", "POS"):
            return False
    return False


def _country_after(known: Gazetteer, doc: Doc, index: int, end: int) -> tuple[int, str] | None:
    """ ", South Korea" after "Gyeongju"."""
    if index + 1 >= end or doc[index].text != ",":
        return None
    match = known.find([token.text for token in doc[index + 1 : min(end, index + 1 + _LONGEST)]])
    if match is None or not match[1].is_country or match[1].country is None:
        return None
    return index + 1 + match[0], match[1].country


def _preposition(doc: Doc, index: int, begin: int) -> str:
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
        return _preposition(doc, start, begin)
    if word in ("and", ",", "or") and at > begin and doc[at - 1].text[0].isupper():
        return ""
    return word if doc[at].pos_ in ("ADP", "SCONJ", "PART") or word in ("in", "at", "to") else ""


def _building(scene: Scene, known: Gazetteer, token: Token, begin: int, end: int) -> Spot | None:
    """ "the Diriyah Palace in Riyadh", "his residence in Doha", "at the Foreign Ministry"."""
    doc = scene.doc
    start = token.i
    while start > begin and _continues(doc[start - 1]):
        start -= 1
    preposition = _preposition(doc, start, begin)
    if doc[start].pos_ in ("DET", "PRON"):
        start += 1
    if (preposition not in _IN and preposition not in _TO) or start > token.i:
        return None
    named = any(word.text[0].isupper() for word in doc[start : token.i + 1])
    stop = token.i + 1
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
    if start == token.i and token.lower_ in _NEEDS_NAME and site is None:
        return None
    city, country = (site.city, site.country) if site is not None else (None, None)
    place = _city_after(known, doc, stop, end) or _city_before(known, doc, start, token.i)
    if place is not None:
        if place[0].city:
            name = place[0].name
        city, country, stop = place[0].city or place[0].name, place[0].country or country, max(stop, place[1])
    return Spot(start, stop, preposition, name, country, city, building=True)


def _named_before(scene: Scene, known: Gazetteer, token: Token) -> Spot | None:
    """The building with a name that "the airport", "the palace" means: the last one of the kind before."""
    doc = scene.doc
    for index in range(token.i - 1, -1, -1):
        other = doc[index]
        if other.lower_ == token.lower_ and other.text != token.text:
            spot = _building(scene, known, other, other.sent.start, other.sent.end)
            if spot is not None:
                return spot
    return None


def _there(scene: Scene, index: int) -> Spot | None:
    """The place named last before, in this sentence or in the two before it."""
    number = scene.sentence(index)
    sentences = list(scene.doc.sents)
    for earlier in range(number, max(-1, number - 3), -1):
        before = [
            spot
            for spot in _spots(scene, sentences[earlier], min(index, sentences[earlier].end))
            if spot.end <= index and spot.preposition
        ]
        if before:
            return replace(before[-1], start=index, end=index + 1, preposition="in")
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
    match = known.find([token.text for token in doc[at : min(end, at + _LONGEST)]])
    if match is None or (match[1].is_country and doc[stop].text == ","):
        return None
    length, site = match
    if site.city:
        return site, at + length
    return Site(site.name if site.is_country else doc[at : at + length].text, site.country), at + length


def _city_before(known: Gazetteer, doc: Doc, start: int, noun: int) -> tuple[Site, int] | None:
    """ "Berlin's Chancellery", "the Geneva headquarters"."""
    match = known.find([token.text for token in doc[start:noun]])
    if match is None or match[1].city or (match[1].is_country and doc[start + match[0]].tag_ != "POS"):
        return None
    return Site(match[1].name, match[1].country), 0


def _capital(scene: Scene, known: Gazetteer, token: Token, begin: int) -> Spot | None:
    """ "in the Saudi capital", "in the capital of Chad", "in the national capital"."""
    doc = scene.doc
    polities = world().polities
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
        match = known.find([other.text for other in doc[stop + 1 : stop + 1 + _LONGEST]])
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
        match = known.find([other.text for other in doc[stop + 1 : stop + 1 + _LONGEST]])
        if match is not None and not match[1].is_country:
            city, stop = doc[stop + 1 : stop + 1 + match[0]].text, stop + 1 + match[0]
    if city is None:
        return None
    return Spot(start, stop, _preposition(doc, start, begin), city, country)


def _kingdom(scene: Scene, index: int, begin: int) -> Spot | None:
    """ "in the Kingdom": the one that the text names in full or, of its countries, the one that goes by that word."""
    full = re.search(
        r"Kingdom of (Saudi Arabia|Morocco|Bahrain|Thailand|Cambodia|Bhutan|Lesotho|Eswatini|Tonga)", scene.source.text
    )
    name = full.group(1) if full else next((n for n in ("Saudi Arabia", "Jordan", "Morocco") if _about(scene, n)), None)
    return (
        Spot(index, index + 1, _preposition(scene.doc, index, begin), name, name, whole_country=True) if name else None
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
