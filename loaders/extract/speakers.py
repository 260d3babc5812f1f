"""Who is quoted: the name under which a speaker counts, be it a body, a principal, an outlet or an unnamed official."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from loaders.extract.clauses import word_set
from loaders.extract.scene import Entity, Form, Mention, Scene

_SPOKESPERSON = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men)|press (?:secretary|officer|attaché)|media (?:officer|adviser|advisor)|who speaks for)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r",\s(?:who|an?|the|head|director|chief)\b[^,]{0,60}?\b((?:[A-Z][\w.]+(?:['’]s)?\s+){1,3}(?:[Mm]inistry|[Dd]epartment|[Pp]residency))"
)
_BODIES = word_set(
    "ministry department office presidency government embassy administration council chancellery secretariat commission"
    " parliament directorate delegation mission court party army military treasury pentagon authority agency service"
    " cabinet palace bloc union committee bureau foundation organisation organization movement command"
)
_OFFICIALS = word_set(
    "official officials diplomat diplomats adviser advisor aide negotiator negotiators lawmaker minister source sources"
    " envoy representative officer member delegate mediator ambassador side representatives authorities"
)
_VAGUE = word_set("source sources diplomat diplomats people person persons insider insiders analyst expert observers")
_OUTLET = word_set(
    "agency broadcaster newspaper daily television tv news times post channel radio magazine weekly journal outlet website"
    " tribune herald gazette press guardian network service portal station wire mail telegraph courier monitor"
)
_REPORTING = word_set("report reveal disclose write")
_NO_MEDIA = word_set("energy atomic intelligence security space aid refugee press-service secret border customs postal")
"""Before "agency" or "service", these make a body of the state."""

_ADJUNCT = ("amod", "compound", "nmod", "poss", "nummod")
_KREMLIN = {"Russia": "Kremlin", "United States": "White House", "France": "Élysée"}
"""Seats that stand for the presidency's spokespeople."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody quoted."""

    by: str
    start: int
    end: int
    """Token indices of the phrase that names them, half-open."""
    entity: Entity | None = None
    """The person or party, where the scene has them."""
    person: bool = False
    """A principal who goes by name."""
    polity: str | None = None
    outlet: bool = False


def speaker(scene: Scene, token: Token, verb: Token | None = None) -> Speaker | None:
    """The speaker that a noun phrase with this head is; None where the text gives no side or name."""
    mention = scene.at(token)
    if mention is not None and mention.end > mention.start:
        found = _of_mention(scene, mention, token)
        if found is not None:
            return found
        if mention.form in (Form.GROUP, Form.PRONOUN):
            return None
    return _of_noun(scene, token, verb)


def _of_mention(scene: Scene, mention: Mention, token: Token) -> Speaker | None:
    if len(mention.entities) != 1:
        return None
    entity = mention.entities[0]
    doc = scene.doc
    surface = doc[mention.start : mention.end].text
    if entity.is_person:
        body = _spokesperson_body(scene, mention, entity) or _staff_body(scene, mention, entity)
        if body is not None:
            return Speaker(body, mention.start, mention.end, entity, polity=entity.polity)
        return Speaker(entity.name, mention.start, mention.end, entity, person=True, polity=entity.polity)
    if mention.form is Form.OFFICE or (token.lemma_.lower() in _OFFICIALS and not _is_body(token)):
        return _unnamed(doc, mention.start, mention.end, entity)
    extended = _body_phrase(scene, token)
    if extended is not None:
        return extended
    if mention.form is Form.METONYM and entity.name == entity.polity:
        by = re.sub(r"^(?:the|The)\s+", "", surface)
        return Speaker(_without_possessive(by), mention.start, mention.end, entity, polity=entity.polity)
    return Speaker(entity.name, mention.start, mention.end, entity, polity=entity.polity)


def _spokesperson_body(scene: Scene, mention: Mention, entity: Entity) -> str | None:
    """ "Kremlin spokesman Dmitry Peskov" speaks for the Kremlin."""
    title = entity.office.title if entity.office is not None else ""
    around = _apposition(scene, mention, entity)
    match = _SPOKESPERSON.search(title) or _SPOKESPERSON.search(around)
    if match is None:
        return None
    of = entity.office.of if entity.office is not None else entity.polity
    body = title[: match.start()].strip(" ,'’s") if _SPOKESPERSON.search(title) else ""
    body = re.sub(r"(?i)\b(?:chief|deputy|senior|presidential|main|then)\s*$", "", body).strip()
    if body and of and of.lower() not in body.lower():
        return (
            f"{of} {body}"
            if body.lower() in ("foreign ministry", "defence ministry", "defense ministry", "government")
            else body
        )
    if body:
        return body
    named = _named_body(around)
    if named is not None:
        return named
    if of is None:
        return None
    return _KREMLIN.get(of, of) if re.search(r"(?i)president|his|her", around) else of


def _staff_body(scene: Scene, mention: Mention, entity: Entity) -> str | None:
    """Somebody without an office who works for a ministry speaks for it: "who runs a department of the ministry"."""
    if entity.office is not None:
        return None
    match = _STAFF.search(_apposition(scene, mention, entity))
    return match.group(1) if match else None


def _apposition(scene: Scene, mention: Mention, entity: Entity) -> str:
    """What the text says of the person where it names them first in full."""
    doc = scene.doc
    for other in scene.mentions:
        if entity in other.entities and other.form is Form.NAME:
            sentence = doc[other.start].sent
            text: str = doc[max(sentence.start, other.start - 6) : min(sentence.end, other.end + 10)].text
            return text
    text = doc[mention.start : mention.end].text
    return text


def _named_body(text: str) -> str | None:
    match = re.search(
        r"(?:(?:[A-Z][\w.]+(?:'s|’s)?\s+){1,3}(?:[Mm]inistry|[Dd]epartment|[Pp]residency|[Gg]overnment|[Oo]ffice)|Kremlin|White House"
        r"|Pentagon|Élysée|Elysee)",
        text,
    )
    return match.group() if match else None


def _of_noun(scene: Scene, token: Token, verb: Token | None) -> Speaker | None:
    found = _outlet(scene, token, verb) if _media(token) else _body_phrase(scene, token)
    if found is not None:
        return found
    if _SPOKESPERSON.match(token.lower_):
        return _for_body(scene, token)
    if any(child.lower_ in ("neither", "no", "none", "either", "both") for child in token.children):
        return None
    start, end = _phrase(token)
    if token.lemma_.lower() in _OFFICIALS or token.lower_ in _OFFICIALS:
        return _unnamed(scene.doc, start, end, None) if _has_side(scene, token) else None
    return _outlet(scene, token, verb)


def _is_body(token: Token) -> bool:
    return token.lemma_.lower() in _BODIES


def _phrase(token: Token) -> tuple[int, int]:
    start = token.i
    for child in token.lefts:
        if child.dep_ in (*_ADJUNCT, "det") or child.pos_ in ("ADJ", "PROPN", "NOUN"):
            start = min(start, child.left_edge.i)
    return start, token.i + 1


def _body_phrase(scene: Scene, token: Token) -> Speaker | None:
    """ "the Russian Foreign Ministry", "his office", "the ministry", "the foreign ministry in Seoul"."""
    if not _is_body(token):
        return None
    doc = scene.doc
    start, end = _phrase(token)
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of" and doc[token.i + 2].pos_ in ("PROPN", "DET"):
        tail = doc[token.i + 1 : token.right_edge.i + 1]
        stop = next((t.i for t in tail if t.text in (",", "(") or t.pos_ == "VERB"), tail.end)
        if stop - token.i < 8:
            end = stop
    owner = doc[start]
    if owner.lower_ in ("the", "a", "an"):
        start += 1
    words = doc[start:end]
    if owner.dep_ == "poss" and owner.pos_ == "PRON":
        mention = scene.at(owner)
        rest = doc[owner.i + 1 : end].text
        if mention is None or len(mention.entities) != 1:
            return None
        whose = mention.entities[0]
        if token.lemma_ in ("office", "service", "team", "party") or not whose.polity:
            return Speaker(f"{whose.name}'s {rest}", owner.i, end, whose, polity=whose.polity)
        return Speaker(f"{whose.polity} {rest}", owner.i, end, None, polity=whose.polity)
    polity = _polity_in(scene, start, end)
    if len(words) == 1 and not words.text[0].isupper():
        return _last_body(scene, token)
    if polity is None and not any(word.text[0].isupper() for word in words):
        return _last_body(scene, token)
    text = " ".join(words.text.split())
    return Speaker(text, start, end, None, polity=polity)


def _polity_in(scene: Scene, start: int, end: int) -> str | None:
    for index in range(start, end):
        mention = scene.at(index)
        if mention is not None and len(mention.entities) == 1 and mention.entities[0].polity:
            return mention.entities[0].polity
    return None


def _last_body(scene: Scene, token: Token) -> Speaker | None:
    """The body that "the ministry" means: the one last named with that noun."""
    doc = scene.doc
    noun = token.lemma_.lower()
    sentence = scene.sentence(token)
    for index in range(token.i - 1, -1, -1):
        other = doc[index]
        if other.lemma_.lower() != noun or sentence - scene.sentence(index) > 12:
            continue
        start, end = _phrase(other)
        start += doc[start].lower_ in ("the", "a", "an")
        polity = _polity_in(scene, start, end)
        if polity is None and not doc[start].text[0].isupper():
            continue
        return Speaker(" ".join(doc[start:end].text.split()), token.i, token.i + 1, None, polity=polity)
    return None


def _for_body(scene: Scene, token: Token) -> Speaker | None:
    """ "a spokesman for the bloc", "the ministry's spokeswoman", "a Kremlin spokesman"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "of"):
            target = next((c for c in child.children if c.dep_ == "pobj"), None)
            if target is not None:
                return speaker(scene, target)
        if child.dep_ in ("poss", "compound", "nmod") and child.i < token.i:
            owner = _body_phrase(scene, child) if _is_body(child) else None
            if owner is not None:
                return owner
            mention = scene.at(child)
            if mention is not None and len(mention.entities) == 1:
                whose = mention.entities[0]
                if whose.is_person:
                    if (
                        mention.form in (Form.PRONOUN, Form.OFFICE)
                        and whose.office
                        and not _KREMLIN.get(whose.polity or "")
                    ):
                        by = f"{whose.office.of} {whose.office.title}'s office"
                        return Speaker(by, child.i, token.i + 1, whose, polity=whose.polity)
                    seat = _KREMLIN.get(whose.polity or "")
                    by = (
                        seat
                        if seat and whose.office and "President" in whose.office.title
                        else f"{whose.name}'s office"
                    )
                    return Speaker(by, child.i, token.i + 1, whose, polity=whose.polity)
                surface = _without_possessive(scene.doc[mention.start : mention.end].text)
                return Speaker(re.sub(r"^[Tt]he\s+", "", surface), child.i, token.i + 1, whose, polity=whose.polity)
    return None


def _has_side(scene: Scene, token: Token) -> bool:
    if token.lower_ in _VAGUE:
        return any(
            child.dep_ == "prep" and child.lower_ in ("in", "at", "from") and _names_body(scene, child)
            for child in token.children
        )
    start, end = _phrase(token)
    if any(word.text[0].isupper() for word in scene.doc[start:end]):
        return True
    return any(
        child.dep_ == "prep" and child.lower_ in ("in", "of", "from", "at") and _names_body(scene, child)
        for child in token.children
    )


def _names_body(scene: Scene, preposition: Token) -> bool:
    target = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return target is not None and _is_body(target)


def _unnamed(doc: Doc, start: int, end: int, entity: Entity | None) -> Speaker | None:
    """ "a senior Ukrainian official" without the article."""
    if doc[end - 1].lower_ in ("side", "authorities") or (doc[end - 1].lower_ in _VAGUE and entity is None):
        pass
    while start < end - 1 and doc[start].pos_ in ("DET", "NUM"):
        start += 1
    stop = end
    if stop + 1 < len(doc) and doc[stop].lower_ in ("in", "of", "from") and doc[end - 1].lower_ in _OFFICIALS:
        target = next((t for t in doc[stop + 1 : stop + 6] if t.lemma_.lower() in _BODIES), None)
        if target is not None:
            stop = target.i + 1
    text = " ".join(doc[start:stop].text.split())
    if not text:
        return None
    return Speaker(_without_possessive(text), start, stop, None, polity=entity.polity if entity else None)


def _media(token: Token) -> bool:
    """Whether the phrase speaks of a news outlet: "state news agency", "the daily"."""
    start, end = _phrase(token)
    return any(word.lemma_.lower() in _OUTLET for word in token.doc[start:end]) and not any(
        word.lower_ in _NO_MEDIA for word in token.doc[start:end]
    )


def _outlet(scene: Scene, token: Token, verb: Token | None) -> Speaker | None:
    """A news outlet under its own name: "Politico", "state news agency SANA", "the Wall Street Journal"."""
    doc = scene.doc
    start, end = _phrase(token)
    if end < len(doc) and doc[end].pos_ == "NUM":
        end += 1
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and _media(token):
            begin, stop = _phrase(child)
            return Speaker(doc[begin:stop].text, start, stop, None, outlet=True)
    if token.pos_ != "PROPN":
        return None
    reporting = verb is not None and verb.lemma_ in _REPORTING
    abbreviation = end - start == 1 and token.text.isupper() and len(token.text) > 2
    if not (_media(token) or reporting or abbreviation):
        return None
    first = start
    for index in range(start, end):
        lower = doc[index].lower_
        if doc[index].pos_ in ("DET", "ADJ") and not doc[index].text[0].isupper() or doc[index].tag_ == "POS":
            first = index + 1
        elif doc[index].pos_ in ("NOUN", "DET") and not doc[index].text[0].isupper():
            first = index + 1
        elif lower in _OUTLET and index + 1 < end and doc[index].text[0].islower():
            first = index + 1
    return Speaker(doc[first:end].text, start, end, None, outlet=True) if first < end else None


def _without_possessive(text: str) -> str:
    return re.sub(r"(?:'s|’s)$", "", text.strip())
