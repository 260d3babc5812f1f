"""Who stands between the sides of a contact."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.building import add, build, entities
from loaders.extract.grammar import (
    children,
    is_verb,
    passive,
    words_after,
    words_before,
)
from loaders.extract.lookup import adjectival
from loaders.extract.scene import Event, Form, Mention, Scene
from loaders.extract.verdicts import ATTENDANCE
from schema.vocabulary import Attendance, Kind

_MEDIATING = frozenset("mediating facilitating moderating".split())
MEETS_BETWEEN = frozenset("bring shuttle commute".split())
"""Verbs whose subject may stand between those whom it names."""


def mediators(scene: Scene, event: Event) -> None:
    """Who stands between the sides: "brokered by A", "mediated talks", "with A as go-between", "under A's auspices"."""
    sentence = scene.doc[event.trigger].sent
    for token in sentence:
        if abs(token.i - event.trigger) > 24 or _another_between(token, scene.doc[event.trigger]):
            continue
        found: list[Mention] = []
        if _carries(token):
            before = next((m for t in words_before(token, 3) if (m := scene.at(t)) is not None), None)
            found = subjects.backwards(scene, [before]) if before is not None else []
        elif token.lower_ in _MEDIATING and (beside := _beside(token)) is not None:
            found = sides.group_after(scene, beside)
        elif token.lemma_ in frames.MEDIATE and is_verb(token):
            found = sides.doer(scene, token) if _of_event(token, event) else []
        elif (_go_between(token) and {"as"} & {t.lower_ for t in words_before(token, 4)}) or (
            token.lower_ == "chair" and [t.lower_ for t in words_before(token, 2)] == ["the", "in"]
        ):
            found = _as_go_between(scene, token)
        elif token.lower_ in ("mediation", "auspices", "facilitation") or _watched(token):
            found = subjects.possessors(scene, token) or [
                m for _, g in sides.after(scene, token, ("of", "by"), 4)[:1] for m in g
            ]
            if not found and token.i and (before := scene.at(token.i - 1)) is not None:
                found = [before]
            if not found and token.i and (polity := adjectival(scene.doc, token.i - 1)) is not None:
                word = token.i - 1
                found = [Mention(word, token.i, word, (naming.party(scene, polity),), Form.METONYM)]
        for mention in found:
            known = {side.entity.key: side for side in event.sides}
            for entity in mention.entities:
                if entity.key in known:
                    known[entity.key].attendance = Attendance.MEDIATOR
            add(event, mention, Attendance.MEDIATOR)


def brought_together(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """ "brought A and B together", "sat between A and B", "shuttled between A and B", "will seat both parties at one
    table": the subject stands between them."""
    near = [token.lower_ for token in words_after(verb, 20)]
    lemma, kind = verb.lemma_.lower(), Kind.MEETING
    between = near.index("between") if "between" in near[:4] else None
    if between is not None and lemma in ("sit", "stand", "shuttle", "commute", "mediate"):
        preposition = verb.doc[verb.i + 1 + between]
        parties = sides.group_after(scene, preposition)
        kind = Kind.MEETING if lemma in ("sit", "stand") else Kind.TALKS
    elif lemma in ("bring", "get", "seat", "gather", "have") and {"together", "table"} & set(near):
        parties = sides.objects(scene, verb) or _after_together(scene, verb)
    elif (
        lemma in ("bring", "get", "have", "put") and {"line", "phone"} & set(near) and {"one", "same", "a"} & set(near)
    ):
        parties, kind = sides.objects(scene, verb), Kind.CALL
    elif lemma in ("bring", "put") and near.count("face") == 2:
        parties = [*sides.objects(scene, verb), *(m for _, g in sides.after(scene, verb, ("with",))[:1] for m in g)]
    else:
        return
    if len(entities(parties)) < 2 or any(scene.doc[m.root].tag_ == "PRP" for m in parties):
        return
    if not any(entity.is_person for mention in parties for entity in mention.entities):
        kind = kind if kind is Kind.CALL else Kind.TALKS
        parties = _spelled_out(scene, parties) or parties
    verdict = status.of_verb(verb, headline)
    event = build(scene, verb, (verb.i,), kind, verdict, parties, f"brought together {lemma}")
    if verb.dep_ == "relcl" and verb.head.lemma_ in frames.NOUNS:
        for mention in _taking_part(scene, verb.head):
            add(event, mention, ATTENDANCE[verdict.status])
    else:
        for mention in sides.doer(scene, verb):
            add(event, mention, Attendance.MEDIATOR)
    yield event


def _after_together(scene: Scene, verb: Token) -> list[Mention]:
    """ "brought together in Doha yesterday A and B": the first who are no place."""
    if [t.lower_ for t in words_after(verb, 1)] != ["together"]:
        return []
    for mention in scene.within(verb.i + 1, min(verb.sent.end, verb.i + 9)):
        if not naming.is_place(scene, mention):
            return naming.listed(scene, mention)
    return []


def _taking_part(scene: Scene, noun: Token) -> list[Mention]:
    """ "A led for Kenya at talks that brought together B and C", "D chaired a meeting …": the subject of what is done
    at the contact."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("chair", "host", "lead", "open", "attend", "join"):
        return subjects.subject(scene, noun.head, guess=False)
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("at", "in", "to"):
        return []
    verb = preposition.head
    while verb.dep_ in ("pobj", "prep") and not is_verb(verb):
        verb = verb.head
    return subjects.subject(scene, verb, guess=False) if is_verb(verb) else []


def _spelled_out(scene: Scene, parties: list[Mention]) -> list[Mention]:
    """ "civilians from A and B: C, a lawyer, and D, a judge": the people named for the parties after a colon."""
    colon = parties[-1].end
    if colon + 1 >= len(scene.doc) or scene.doc[colon].lower_ != ":":
        return []
    rest = scene.within(colon, scene.doc[colon].sent.end)
    people = [m for m in rest if naming.people_first(m) and not naming.possessive(scene, m)]
    return people if len(people) == len(entities(parties)) else []


def _beside(token: Token) -> Token | None:
    """The "with" of "with A and B mediating"."""
    return next((t for t in words_before(token, 14) if t.lower_ == "with"), None)


def _carries(token: Token) -> bool:
    """ "with A carrying papers from one to the other", "A shuttling between the rooms", "A holding the ring"."""
    if token.lower_ == "holding" and any(t.lower_ in ("ring", "hands", "coats") for t in words_after(token, 5)):
        return True
    if token.tag_ != "VBG" or token.lemma_ not in ("carry", "ferry", "relay", "pass", "take", "shuttle", "convey"):
        return False
    near = [t.lower_ for t in words_after(token, 10)]
    return "between" in near or any(near[i : i + 2] == ["from", "one"] for i in range(len(near)))


def _watched(token: Token) -> bool:
    """ "under the eyes of A"."""
    return token.lower_ in ("eyes", "eye", "gaze") and any(t.lower_ == "under" for t in words_before(token, 4))


def _of_event(verb: Token, event: Event) -> bool:
    """Whether what is mediated is the event: its noun is the verb's object or subject, or the verb its participle."""
    nouns = {event.trigger, *event.words}
    if verb.head.i in nouns and verb.dep_ in ("acl", "relcl"):
        return True
    objects = children(verb, "dobj", "nsubjpass")
    return any(token.i in nouns or any(t.i in nouns for t in token.subtree) for token in objects) or (
        verb.tag_ == "VBN" and bool(children(verb, "agent")) and not objects
    )


def _another_between(one: Token, other: Token) -> bool:
    """Whether another contact is told between the two words."""
    first, last = sorted((one.i, other.i))
    return any(
        token.lemma_ in frames.NOUNS and token.lemma_ not in frames.MEANS and token.pos_ == "NOUN"
        for token in one.doc[first + 1 : last]
    )


def _go_between(token: Token) -> bool:
    if token.lower_ == "between":
        return token.i > 1 and token.doc[token.i - 2].lower_ == "go"
    return token.lemma_ in frames.GO_BETWEEN


def _as_go_between(scene: Scene, noun: Token) -> list[Mention]:
    """ "with A and B as mediators", "A acted as go-between"."""
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    for token in words_before(noun, 30):
        if token.lower_ == "with":
            group = sides.group_after(scene, token)
            after = [t.lower_ for t in scene.doc[group[-1].end : group[-1].end + 2]] if group else []
            if {"as", "in"} & set(after):
                return group
        if is_verb(token) and token.lemma_ in ("act", "serve", "function") and following not in ("of", "for"):
            return subjects.subject(scene, token) or _whose(scene, token)
        if is_verb(token) and token.lemma_ in ("chair", "host", "open", "attend", "join") and not passive(token):
            return subjects.subject(scene, token)
    return []


def _whose(scene: Scene, verb: Token) -> list[Mention]:
    """ "A and B, whose country acted as mediator": those before "whose"."""
    for token in words_before(verb, 4):
        if token.lower_ == "whose":
            before = next((m for t in words_before(token, 3) if (m := scene.at(t)) is not None), None)
            return subjects.backwards(scene, [before]) if before is not None else []
    return []
