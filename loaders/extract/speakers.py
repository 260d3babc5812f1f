"""Who is quoted: the name under which a speaker counts, be it a body, a principal, an outlet or an unnamed official."""

import re

from spacy.tokens import Doc, Token

from loaders.extract.bodies import Speaker, body_phrase, is_body, phrase
from loaders.extract.lookup import lists, sites
from loaders.extract.officials import INDEFINITE, OFFICIALS, has_side, unnamed, without_possessive
from loaders.extract.outlets import of_media, outlet
from loaders.extract.scene import Entity, Form, Mention, Scene
from loaders.extract.spokespeople import (
    before_spokesperson,
    for_body,
    is_spokesperson,
    of_body_before,
    spokesperson_body,
    staff_body,
)
from loaders.world.polities import Word

_SEATS = ("State House", "Government House", "Royal Court", "Presidential Palace", "Royal Palace")


def speaker(scene: Scene, token: Token, verb: Token | None = None) -> Speaker | None:
    """The speaker that a noun phrase with this head is; None where the text gives no side or name."""
    if (named := _named_beside(scene, token)) is not None:
        return named
    mention = scene.at(token)
    if is_spokesperson(token) and (mention is None or not mention.entities[0].is_person):
        return (
            for_body(scene, token)
            or before_spokesperson(scene.doc, token.sent.start, token)
            or of_body_before(scene, token)
        )
    if token.lower_ == "side" and verb is not None and verb.lemma_ in ("say", "note", "stress", "express", "reaffirm"):
        return None
    if any(child.lower_ in ("neither", "no", "none", "either") for child in token.children):
        return None
    if mention is not None and mention.end > mention.start:
        found = _of_mention(scene, mention, token)
        if found is not None:
            return found
        if mention.form is Form.PRONOUN or (mention.form is Form.GROUP and token.lemma_.lower() not in OFFICIALS):
            return None
    return _of_noun(scene, token, verb)


def _of_mention(scene: Scene, mention: Mention, token: Token) -> Speaker | None:
    if len(mention.entities) != 1:
        return None
    entity = mention.entities[0]
    doc = scene.doc
    surface = doc[mention.start : mention.end].text
    if mention.form is Form.OFFICE and {word.lower_ for word in doc[max(0, mention.start - 1) : mention.start + 1]} & (
        INDEFINITE
    ):
        return unnamed(scene, mention.start, mention.end, entity)
    if entity.is_person:
        body = spokesperson_body(scene, mention, entity) or staff_body(scene, mention, entity)
        if body is not None:
            return Speaker(body, mention.start, mention.end, entity, polity=entity.polity)
        return Speaker(entity.name, mention.start, mention.end, entity, person=True, polity=entity.polity)
    if mention.form is Form.OFFICE or (token.lemma_.lower() in OFFICIALS and not is_body(token)):
        return unnamed(scene, mention.start, mention.end, entity)
    extended = body_phrase(scene, token)
    if extended is not None:
        return extended
    if _one_of(doc, mention, entity):
        whose = _last_of(scene, mention, entity)
        if whose is not None:
            return Speaker(whose.name, mention.start, mention.end, whose, person=True, polity=whose.polity)
    if mention.form is Form.METONYM and entity.name == entity.polity:
        by = re.sub(r"^(?:the|The)\s+", "", surface)
        return Speaker(without_possessive(by), mention.start, mention.end, entity, polity=entity.polity)
    return Speaker(entity.name, mention.start, mention.end, entity, polity=entity.polity)


def _one_of(doc: Doc, mention: Mention, entity: Entity) -> bool:
    """ "the Ukrainian": one person by their country, not the country."""
    word = doc[mention.end - 1]
    article = doc[mention.start].lower_ == "the" or (mention.start > 0 and doc[mention.start - 1].lower_ == "the")
    term = lists(doc).polities.terms.get(word.lower_) if article and word.tag_ not in ("NNS", "NNPS") else None
    return term is not None and term.word in (Word.ADJECTIVE, Word.PEOPLE) and term.polity.name == entity.polity


def _last_of(scene: Scene, mention: Mention, entity: Entity) -> Entity | None:
    """The person of the country whom the text named last."""
    for other in reversed(scene.within(0, mention.start)):
        whose = other.entities[0]
        if len(other.entities) == 1 and whose.is_person and whose.polity == entity.polity:
            return whose
    return None


def _of_noun(scene: Scene, token: Token, verb: Token | None) -> Speaker | None:
    found = (outlet(token, verb) if of_media(token) else None) or body_phrase(scene, token) or _seat(token)
    if found is not None:
        return found
    if is_spokesperson(token):
        return for_body(scene, token)
    start, end = phrase(token)
    for word in scene.doc[start:end]:
        if is_spokesperson(word):
            return before_spokesperson(scene.doc, start, word) or for_body(scene, word)
    if token.lemma_.lower() in OFFICIALS or token.lower_ in OFFICIALS:
        return unnamed(scene, start, end, None) if has_side(scene, token) else None
    return outlet(token, verb)


def _named_beside(scene: Scene, token: Token) -> Speaker | None:
    """ "Its delegate in Spain, A, says": the noun only says who A is."""
    if token.lemma_.lower() not in OFFICIALS or is_body(token):
        return None
    doc = scene.doc
    for index in range(token.i + 1, min(token.i + 6, token.sent.end - 1)):
        if doc[index].pos_ in ("VERB", "AUX", "CCONJ", "SCONJ"):
            return None
        if doc[index].text == ",":
            mention = scene.at(index + 1)
            alone = mention is not None and len(mention.entities) == 1 and mention.entities[0].is_person
            set_off = mention is not None and mention.end < len(doc) and doc[mention.end].text == ","
            return _of_mention(scene, mention, token) if mention is not None and alone and set_off else None
    return None


def _seat(token: Token) -> Speaker | None:
    """ "State House" and other seats of a presidency by their names."""
    start, end = phrase(token)
    start += token.doc[start].pos_ == "DET"
    name = token.doc[start:end].text
    site = sites(token.doc).get(name) if token.text[0].isupper() else None
    if name in _SEATS or (site is not None and site.city is not None):
        return Speaker(name, start, end, None, polity=site.country if site is not None else None)
    return None
