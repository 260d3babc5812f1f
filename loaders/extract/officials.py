"""Officials without a name who are quoted, where the text gives their side: "a senior Ukrainian official"."""

import re

from spacy.tokens import Doc, Token

from loaders.extract.bodies import Speaker, body_phrase, by_place, is_body, phrase, polity_in
from loaders.extract.clauses import word_set
from loaders.extract.lookup import adjective, lists, sites
from loaders.extract.scene import Entity, Scene

OFFICIALS = word_set(
    "official officials diplomat diplomats adviser advisor aide negotiator negotiators lawmaker minister source"
    " sources envoy representative officer member delegate mediator ambassador side representatives authorities"
    " collaborator confidant staffer advisers aides"
)
_VAGUE = word_set("source sources diplomat diplomats people person persons insider insiders analyst expert observers")
_OF = ("of", "to")
_THERE = ("in", "from")
INDEFINITE = word_set("a an one another some two three several")
_FORMERLY = word_set("former ex retired one-time onetime")


def has_side(scene: Scene, token: Token) -> bool:
    """Whether the text gives the country, body or principal that the official with this head noun works for."""
    if token.lower_ in _VAGUE and not any(c.dep_ == "amod" and c.text[0].isupper() for c in token.children):
        return any(
            child.dep_ == "prep" and child.lower_ in ("in", "at", "from") and _names_body(child)
            for child in token.children
        )
    if _abbreviation_after(token) is not None:
        return True
    start, end = phrase(token)
    if any(word.text[0].isupper() and not word.is_sent_start for word in scene.doc[start:end]):
        return True
    if _polity_of_words(scene.doc, start, end) is not None or by_place(scene.doc, end, _THERE) is not None:
        return True
    owner = scene.at(token.i + 2) if token.i + 2 < len(scene.doc) and scene.doc[token.i + 1].lower_ in _OF else None
    if owner is not None and len(owner.entities) == 1 and owner.entities[0].is_person:
        return True
    return any(
        child.dep_ == "prep" and child.lower_ in ("in", "of", "from", "at") and _names_body(child)
        for child in token.children
    )


def _abbreviation_after(official: Token) -> Token | None:
    """The name without a country of "officials at Minex"."""
    preposition = next((c for c in official.children if c.lower_ in ("at", "from", "with")), None)
    target = next((c for c in preposition.children if c.dep_ == "pobj"), None) if preposition is not None else None
    if (
        target is None
        or target.pos_ != "PROPN"
        or any(target.lefts)
        or sites(official.doc).get(target.text) is not None
    ):
        return None
    return target


def _names_body(preposition: Token) -> bool:
    target = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return target is not None and is_body(target)


def unnamed(scene: Scene, start: int, end: int, entity: Entity | None) -> Speaker | None:
    """ "a senior Ukrainian official" without the article; an official of a named body stands for the body."""
    doc = scene.doc
    if any(word.lower_ in _FORMERLY for word in doc[max(0, start - 2) : end]):
        return None
    employer = _abbreviation_after(doc[end - 1])
    if employer is not None:
        return Speaker(employer.text, start, employer.i + 1)
    inside = next((t for t in doc[start + 1 : end] if is_body(t) and t.head.lower_ in ("of", "at", "in", "from")), None)
    within = body_phrase(scene, inside) if inside is not None else None
    if within is not None:
        return Speaker(within.by, start, end, None, polity=within.polity)
    if end < len(doc) and doc[end].lower_ in ("in", "of", "from", "at"):
        target = next((t for t in doc[end + 1 : end + 7] if is_body(t)), None)
        found = body_phrase(scene, target) if target is not None else None
        if found is not None and found.by:
            return Speaker(found.by, start, found.end, None, polity=found.polity)
    owner = scene.at(end + 1) if end + 1 < len(doc) and doc[end].lower_ in _OF else None
    while start < end - 1 and (doc[start].pos_ in ("DET", "NUM") or doc[start].lower_ in INDEFINITE):
        start += 1
    if owner is not None and len(owner.entities) == 1 and owner.entities[0].is_person:
        whose = owner.entities[0]
        return Speaker(
            f"{doc[start:end].text} {doc[end].text} {whose.name}", start, owner.end, None, polity=whose.polity
        )
    text = " ".join(doc[start:end].text.split())
    country = by_place(doc, end, _THERE)
    if country is not None and _polity_of_words(doc, start, end) is None:
        return Speaker(f"{adjective(doc, country)} {text.lower()}", start, end, None, polity=country)
    if not any(word.text[0].isupper() for word in doc[start:end]):
        return None
    polity = entity.polity if entity is not None else polity_in(scene, start, end) or _polity_of_words(doc, start, end)
    return Speaker(without_possessive(text), start, end, None, polity=polity)


def _polity_of_words(doc: Doc, start: int, end: int) -> str | None:
    """ "Russia" for "senior Russian official"."""
    for word in doc[start:end]:
        polity = lists(doc).polities.get(word.text) if word.text[0].isupper() else None
        if polity is not None:
            return polity.name
    return None


def without_possessive(text: str) -> str:
    """The name without "'s" at its end."""
    return re.sub(r"(?:'s|’s)$", "", text.strip())
