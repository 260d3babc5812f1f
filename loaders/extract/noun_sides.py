"""Who takes part in the contact that a noun means: named with it, or around the verb that carries it."""

from spacy.tokens import Doc, Token

from loaders.extract import frames, naming, sides, subjects
from loaders.extract.building import entities, spokesperson
from loaders.extract.grammar import (
    children,
    governor,
    is_verb,
    passive,
    phrase_start,
    words_after,
    words_before,
)
from loaders.extract.lookup import sites
from loaders.extract.scene import Form, Mention, Scene
from schema.vocabulary import Kind


def sides_of_noun(
    scene: Scene, noun: Token, frame: frames.NounFrame, carrier: Token | None
) -> tuple[list[Mention], list[list[Mention]]]:
    """Who the noun names on its first side (or on all), and the groups after "with"."""
    own = _joint(scene, noun, frame)
    partner = (
        ("with", "on")
        if noun.lemma_ == "call" and "courtesy" in [t.lower_ for t in words_before(noun, 2)]
        else frame.partner
    )
    on_line = noun.lemma_ in ("phone", "telephone", "line")
    groups = [g for _, g in sides.after(scene, noun, partner) if on_line or not _places(scene, g)]
    groups = groups or _in_honour(scene, noun)
    if len(entities(own)) < 2:
        owners = [] if _anothers(scene, carrier) else subjects.possessors(scene, noun)
        above = carrier if carrier is not None else verb_above(noun)
        if any(t.tag_ == "PRP$" for t in children(noun, "poss")) and noun.dep_ == "dobj" and above is not None:
            owners = (subjects.subject(scene, above, guess=False) if not passive(above) else []) or owners
        own = [*owners, *own] if owners else own
    verb = carrier if carrier is not None else verb_above(noun)
    if not own and (named := _before(scene, noun)) is not None:
        own = [named]
    if carrier is None and (relative := _relative_carrier(noun)) is not None and not own:
        own = [m for m in subjects.subject(scene, relative) if not spokesperson(m)]
        groups = groups or [g for _, g in sides.after(scene, relative, partner) if not _places(scene, g)]
    if carrier is None and noun.dep_ in ("nsubj", "nsubjpass"):
        verb = None
    if len(entities(own)) < 2 and verb is not None:
        own, groups = _from_verb(scene, noun, verb, carrier, own, groups, partner)
    if len(entities([*own, *(m for g in groups for m in g)])) < 2 and (inside := _inside(scene, noun)):
        groups = [*groups, inside]
    if verb is not None and len(entities(own)) < 2 and not groups and frame.kind is not Kind.SUMMIT:
        own, groups = _visited(scene, noun, verb, own)
    if carrier is not None and own and not passive(carrier):
        own = _by_name(scene, carrier, own)
    known = entities(own)
    apart = ([m for m in group if m.entities and not entities([m]) <= known] for group in groups)
    return [m for m in own if m.entities], [group for group in apart if group]


def _in_honour(scene: Scene, noun: Token) -> list[list[Mention]]:
    """ "a luncheon in honour of A", "a dinner in A's honour": the guest."""
    for token in words_after(noun, 12):
        if token.lower_ not in ("honour", "honor"):
            continue
        group = [m for _, g in sides.after(scene, token, ("of",), 2)[:1] for m in g] or subjects.possessors(
            scene, token
        )
        return [group] if any(naming.people_first(m) for m in group) else []
    return []


def _visited(scene: Scene, noun: Token, verb: Token, own: list[Mention]) -> tuple[list[Mention], list[list[Mention]]]:
    """ "will lead a delegation to Havana for talks", "was in Tunis for consultations": the country of the place."""
    if verb.lemma_ not in frames.TRAVEL | {"be", "lead", "head", "send", "dispatch"} or verb.i > noun.i:
        return own, []
    start = phrase_start(noun)
    if start == 0 or noun.doc[start - 1].lower_ != "for":
        return own, []
    guests = own or [m for m in subjects.subject(scene, verb) if not spokesperson(m)]
    for token in noun.doc[verb.i : start]:
        if token.lower_ not in ("to", "in") or token.i + 1 >= start:
            continue
        mention = scene.at(token.i + 1)
        place = mention.entities[0].polity if mention is not None else _country(noun.doc, token.i + 1, start)
        if guests and place is not None and not any(e.polity == place for m in guests for e in m.entities):
            host = naming.party(scene, place)
            return guests, [[Mention(token.i + 1, token.i + 2, token.i + 1, (host,), Form.METONYM)]]
    return own, []


def _country(doc: Doc, start: int, end: int) -> str | None:
    """The country of the town whose name begins at the token."""
    found = sites(doc).find([token.text for token in doc[start:end]]) if doc[start].pos_ == "PROPN" else None
    return found[1].country if found is not None else None


def _places(scene: Scene, group: list[Mention]) -> bool:
    return all(naming.is_place(scene, mention) for mention in group)


def _anothers(scene: Scene, carrier: Token | None) -> bool:
    """ "Shareholders hold their annual meeting": "their" means a subject of whom nobody is known."""
    subject = next(iter(children(carrier, "nsubj")), None) if carrier is not None else None
    return (
        subject is not None
        and subject.pos_ == "NOUN"
        and scene.at(subject) is None
        and subject.lemma_ not in naming.TEAM
        and not naming.named_by(scene, subject)
    )


def _before(scene: Scene, noun: Token) -> Mention | None:
    """The person named right before the noun, as headlines do: "over Guterres phone call with"."""
    for token in words_before(noun, 3):
        mention = scene.at(token)
        if mention is not None:
            return mention if naming.people_first(mention) and not naming.possessive(scene, mention) else None
        if token.pos_ not in ("NOUN", "ADJ"):
            return None
    return None


def hosts_of(scene: Scene, noun: Token) -> list[Mention]:
    """Who hosts it, in a clause on the noun: "the leaders' meeting which he hosts in May"."""
    return [m for c in children(noun, "relcl") if c.lemma_ in ("host", "chair") for m in subjects.subject(scene, c)]


def _relative_carrier(noun: Token) -> Token | None:
    """The light verb of a clause on the noun: "a meeting that A and B might hold", "talks they held"."""
    for child in children(noun, "relcl", "acl"):
        for verb in (child, *children(child, "xcomp")):
            if verb.lemma_ in ("hold", "have", "conduct", "attend") and is_verb(verb) and not passive(verb):
                return verb
    return None


def _by_name(scene: Scene, carrier: Token, own: list[Mention]) -> list[Mention]:
    """ "the ministers held the second A-B meeting": the subject's people stand for their countries."""
    if any(naming.people_first(mention) for mention in own):
        return own
    people = [m for m in subjects.subject(scene, carrier) if naming.people_first(m) and not spokesperson(m)]
    named = {entity.polity for mention in people for entity in mention.entities}
    parties = {entity.polity for mention in own for entity in mention.entities}
    return (
        own
        if not people or not named <= parties
        else [*people, *(m for m in own if not all(e.polity in named for e in m.entities))]
    )


def _inside(scene: Scene, noun: Token) -> list[Mention]:
    """Who speaks in it: "a call in which A told B", "a meeting at which A and B agreed"."""
    after = list(words_after(noun, 6))
    which = next((t for t in after if t.lower_ == "which"), None)
    if which is None or which.i == 0 or noun.doc[which.i - 1].lower_ not in ("in", "at", "during"):
        return []
    verb = next((t for t in words_after(which, 12) if t.tag_ in ("VBD", "VBZ", "VBP") and t.pos_ == "VERB"), None)
    if verb is None:
        return []
    found = [*subjects.subject(scene, verb), *sides.objects(scene, verb)]
    return [m for m in found if any(e.is_person for e in m.entities)]


def _joint(scene: Scene, noun: Token, frame: frames.NounFrame) -> list[Mention]:
    """The sides named together: "the A-B call", "talks between A and B", "a meeting of A and B"."""
    joint = sides.hyphenated(scene, noun)
    if joint:
        return joint
    for preposition, group in sides.after(scene, noun, frame.between, 14):
        near = preposition.i - noun.i <= 2
        several = len(entities(group)) > 1 and (near or preposition.lower_ == "between")
        if several or (near and not all(naming.is_place(scene, m) for m in group)):
            return group
        break
    return []


def _from_verb(
    scene: Scene,
    noun: Token,
    verb: Token,
    carrier: Token | None,
    own: list[Mention],
    groups: list[list[Mention]],
    partner: tuple[str, ...],
) -> tuple[list[Mention], list[list[Mention]]]:
    """The sides that stand around the noun's verb: its subject, its "by", its "with" and "between"."""
    if carrier is not None and not groups:
        groups = [g for _, g in sides.after(scene, carrier, partner) if not all(naming.is_place(scene, m) for m in g)]
        if not groups and (whom := sides.preposed(scene, carrier)):
            groups = [whom]
        if not groups and carrier.lemma_ in ("receive", "get", "take"):
            groups = [g for _, g in sides.after(scene, noun, ("from",))]
    if own and (groups or carrier is None):
        return own, groups
    if carrier is not None and passive(carrier):
        agents = sides.agents(scene, carrier)
        between = [m for _, g in sides.after(scene, carrier, ("between",)) for m in g]
        return own or agents or between, groups
    preposition, _ = governor(noun)
    aside = preposition is not None and preposition.lower_ in ("in", "during", "by", "over", "on", "for", "at")
    if carrier is None and ((not groups and not aside) or (verb.lemma_ in frames.THIRD_PARTY and passive(verb))):
        return own, groups
    doers = [m for m in subjects.subject(scene, verb) if not spokesperson(m)]
    if carrier is None and not groups and preposition is not None and preposition.lower_ == "at":
        return (doers if len(entities(doers)) > 1 else own), groups
    if carrier is None and not groups:
        told = [m for m in sides.objects(scene, verb) if any(e.is_person for e in m.entities)]
        told = [] if verb.lemma_ == "say" else told
        if preposition is not None and preposition.lower_ == "for" and verb.lemma_ != "join":
            told = []
        groups = [told] if told and not passive(verb) else []
        if not groups and len(entities(doers)) < 2:
            return own, groups
    return [*own, *(m for m in doers if not entities([m]) & entities(own))], groups


def speakers_side(scene: Scene, noun: Token) -> list[Mention]:
    """ "No talks with A are planned, B's spokesman said": the other side is the country of whoever speaks."""
    for token in noun.sent:
        if token.lemma_ not in ("say", "tell", "announce", "add", "state", "deny") or not is_verb(token):
            continue
        for mention in subjects.subject(scene, token):
            for entity in mention.entities:
                if entity.polity is not None:
                    whose = naming.party(scene, entity.polity)
                    return [Mention(mention.start, mention.end, mention.root, (whose,), Form.METONYM)]
    return []


def verb_above(noun: Token) -> Token | None:
    _, above = governor(noun)
    for _ in range(4):
        if above is None or is_verb(above) or above.head.i == above.i:
            break
        above = above.head
    return above if above is not None and is_verb(above) else None
