"""Who speaks for others: the body or principal behind a spokesperson, named or not."""

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from loaders.extract.bodies import Speaker, body_phrase, by_place, is_body, last_body
from loaders.extract.lookup import adjective, lists
from loaders.extract.officials import without_possessive
from loaders.extract.scene import Entity, Form, Mention, Scene

_SPOKESPERSON = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|men)|press (?:secretary|officer|attaché)"
    r"|(?:media|communications?|press|information) (?:officer|advis[eo]r|director|chief|head|aide))\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r",\s(?:who|an?|the|head|director|chief)\b[^,]{0,60}?"
    r"\b((?:[A-Z][\w.]+(?:['’]s)?\s+){1,3}(?:[Mm]inistry|[Dd]epartment|[Pp]residency))"
)
_PART_OF = re.compile(
    r"(?i)\b(?:department|bureau|directorate|division|section|desk)\b.*?\bof the ((?:\w+ )*ministry)$"
)
_PRINCIPALS = ("president", "prime minister", "chief adviser", "chancellor", "king", "emir", "sultan", "premier")
_NOUNS = {"presidential": "presidency", "governmental": "government", "parliamentary": "parliament"}
"""The bodies behind the adjectives of "presidential spokesman"."""

_NEAR = 2
"""Sentences back in which a spokesperson of no named body finds whom they speak for."""
_KREMLIN = {"Russia": "Kremlin", "United States": "White House", "France": "Élysée"}
"""Seats that stand for the presidency's spokespeople."""


def is_spokesperson(token: Token) -> bool:
    """Whether the word is one for somebody who speaks for others."""
    return _SPOKESPERSON.match(token.lower_) is not None


def spokesperson_body(scene: Scene, mention: Mention, entity: Entity) -> str | None:
    """ "Kremlin spokesman Dmitry Peskov", "Mao Ning, the ministry's spokeswoman" speak for a body."""
    first = _first_naming(scene, mention, entity)
    doc = scene.doc
    start, stop = first.start, min(first.end + 7, doc[first.start].sent.end)
    start = max(doc[start].sent.start, start - (6 if start > 0 and doc[start - 1].text == "," else 4))
    for token in doc[start:stop]:
        noun = _spokes(token)
        if noun is not None:
            found = for_body(scene, noun, entity) or before_spokesperson(doc, start, token)
            if found is not None and found.by.lower() in _NOUNS:
                principal = _principal_before(scene, first, entity.polity)
                return _office_of(scene, principal) if principal is not None else _NOUNS[found.by.lower()]
            if found is not None:
                return _in_full(scene, found.by, entity)
        if token.lemma_ == "speak" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "for":
            target = next((child for child in doc[token.i + 1].children if child.dep_ == "pobj"), None)
            found = _spoken_for(scene, target) if target is not None else None
            if found is not None and found.entity is entity:
                principal = _principal_before(scene, first, entity.polity)
                found = replace(found, by=_office_of(scene, principal)) if principal is not None else None
            if found is not None:
                return found.by
    office = entity.office
    match = _SPOKESPERSON.search(office.title) if office is not None else None
    if office is None or match is None:
        return None
    body = re.sub(
        r"(?i)\b(?:chief|deputy|senior|main|then)\s*$", "", office.title[: match.start()].strip(" ,'’s")
    ).strip()
    if not body:
        before = last_body(scene, scene.doc[first.start])
        if before is not None and before.polity == office.of:
            return before.by
        principal = _principal_before(scene, mention, office.of)
        return _office_of(scene, principal) if principal is not None else _KREMLIN.get(office.of, office.of)
    body = _NOUNS.get(body.lower(), body)
    return (
        body
        if office.of.lower() in body.lower() or body.lower() in ("kremlin", "pentagon")
        else f"{adjective(doc, office.of)} {body}"
    )


def _principal_before(scene: Scene, mention: Mention, country: str | None) -> Entity | None:
    """The president or prime minister, of the country if given, told shortly before a spokesperson of no named body."""
    found: tuple[Entity, int] | None = None
    for other in reversed(scene.within(0, mention.start)):
        number = scene.sentence(other.start)
        if scene.sentence(mention.start) - number > _NEAR or (found is not None and number < found[1]):
            break
        whose = other.entities[0]
        title = whose.office.title.casefold() if whose.office is not None else ""
        if len(other.entities) == 1 and country in (None, whose.polity) and title in _PRINCIPALS:
            found = whose, number
    return found[0] if found is not None else None


def _spokes(token: Token) -> Token | None:
    """The noun of "spokeswoman", "press secretary" that begins at the token."""
    doc = token.doc
    match = _SPOKESPERSON.match(doc[token.i : token.i + 2].text)
    if match is None:
        return None
    return token if match.end() <= len(token) else doc[token.i + 1]


def _in_full(scene: Scene, body: str, spokesperson: Entity) -> str:
    """ "Chinese Foreign Ministry" where the text has "Foreign Ministry" beside a Chinese spokesperson."""
    words = body.split()
    plain = words[-1].casefold() in ("ministry", "presidency", "government", "office", "army")
    if (
        not plain
        or spokesperson.polity is None
        or len(words) > 2
        or lists(scene.doc).polities.get(words[0]) is not None
    ):
        return body
    return f"{adjective(scene.doc, spokesperson.polity)} {body}"


def _first_naming(scene: Scene, mention: Mention, entity: Entity) -> Mention:
    """Where the text names the person in full."""
    return next((other for other in scene.mentions if entity in other.entities and other.form is Form.NAME), mention)


def before_spokesperson(doc: Doc, start: int, token: Token) -> Speaker | None:
    """ "Foreign Ministry spokeswoman": the names right before the noun."""
    begin = token.i
    while (
        begin > start
        and (doc[begin - 1].text[0].isupper() or doc[begin - 1].tag_ == "POS")
        and doc[begin - 1].pos_ not in ("DET", "ADP", "SCONJ", "CCONJ", "ADV")
    ):
        begin -= 1
    if begin == token.i or not doc[begin].text[0].isupper():
        return None
    return Speaker(without_possessive(doc[begin : token.i].text), begin, token.i)


def of_body_before(scene: Scene, token: Token) -> Speaker | None:
    """ "the government spokesman in Riga", "an army spokesman": the noun for the body right before."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is None or not is_body(before):
        return None
    country = by_place(scene.doc, token.i + 1)
    if country is not None:
        return Speaker(f"{adjective(scene.doc, country)} {before.lower_}", before.i, token.i + 1, polity=country)
    return body_phrase(scene, before)


def staff_body(scene: Scene, mention: Mention, entity: Entity) -> str | None:
    """Somebody without an office who works for a ministry speaks for it: "who runs a department of the ministry"."""
    if entity.office is not None:
        return _staffed(scene, entity)
    first = _first_naming(scene, mention, entity)
    match = _STAFF.match(scene.doc[first.end : min(first.end + 16, scene.doc[first.start].sent.end)].text)
    return match.group(1) if match else None


def _staffed(scene: Scene, official: Entity) -> str | None:
    """The ministry of somebody whose office is only a part of it: "head of the Americas department of the Ministry"."""
    title, of = (official.office.title, official.office.of) if official.office is not None else ("", "")
    match = _PART_OF.search(title)
    if match is None:
        return None
    body = match.group(1)
    return body if of in body else f"{adjective(scene.doc, of)} {body}"


def for_body(scene: Scene, token: Token, spoken_by: Entity | None = None) -> Speaker | None:
    """ "a spokesman for the bloc", "the ministry's spokeswoman", "Tinubu's spokesman", "its spokesman"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "of"):
            target = next((c for c in child.children if c.dep_ == "pobj"), None)
            if target is not None and _is(scene, target, spoken_by):
                return body_phrase(scene, target)
            if target is not None:
                return _spoken_for(scene, target)
    owner = next((child for child in token.children if child.dep_ == "poss" and child.i < token.i), None)
    if owner is None:
        owner = _possessor_before(token)
    if owner is not None and not _is(scene, owner, spoken_by):
        return _spoken_for(scene, owner)
    return None


def _possessor_before(token: Token) -> Token | None:
    """What stands before "'s spokesman" where the parse hangs it elsewhere."""
    doc = token.doc
    index = token.i - 1
    while index > token.sent.start and doc[index].pos_ in ("ADJ", "NOUN") and token.i - index < 3:
        index -= 1
    if index > token.sent.start and doc[index].tag_ == "POS":
        return doc[index - 1]
    return doc[index] if doc[index].tag_ == "PRP$" else None


def _spoken_for(scene: Scene, owner: Token) -> Speaker | None:
    """The body behind "the ministry", "its", "his", "Tinubu", "Moscow"."""
    body = body_phrase(scene, owner) if is_body(owner) else None
    if body is not None:
        return body
    if owner.lower_ in ("its", "their"):
        return last_body(scene, owner)
    mention = scene.at(owner)
    if mention is None or len(mention.entities) != 1:
        return None
    whose = mention.entities[0]
    if whose.is_person:
        president = whose.office is not None and whose.office.title.casefold() == "president"
        by_name = mention.form in (Form.NAME, Form.SURNAME) and not president
        by = f"{whose.name}'s office" if by_name else _office_of(scene, whose)
        return Speaker(by, mention.start, mention.end, whose, polity=whose.polity)
    surface = without_possessive(scene.doc[mention.start : mention.end].text)
    return Speaker(re.sub(r"^[Tt]he\s+", "", surface), mention.start, mention.end, whose, polity=whose.polity)


def _office_of(scene: Scene, principal: Entity) -> str:
    """ "Kremlin" for Russia's president, "Nigerian presidency", "Slovak prime minister's office"."""
    title = principal.office.title if principal.office is not None else ""
    of = principal.office.of if principal.office is not None else ""
    if title.casefold() == "president" and of:
        return _KREMLIN.get(of, f"{adjective(scene.doc, of)} presidency")
    if title.casefold() == "prime minister" and of:
        return f"{adjective(scene.doc, of)} prime minister's office"
    if title.casefold() in _PRINCIPALS:
        return f"{title}'s office"
    return f"{principal.name}'s office"


def _is(scene: Scene, token: Token, entity: Entity | None) -> bool:
    mention = scene.at(token)
    return entity is not None and mention is not None and entity in mention.entities
