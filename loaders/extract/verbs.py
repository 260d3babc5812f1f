"""Contacts told by a verb: "met", "spoke by phone with", "was received by", "flew to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.building import build, entities, separately, split
from loaders.extract.circumstances import particle_status
from loaders.extract.couriers import by_note
from loaders.extract.grammar import auxiliaries, children, is_verb, passive, words_after, words_before
from loaders.extract.letters import written
from loaders.extract.mediation import MEETS_BETWEEN, brought_together, mediators
from loaders.extract.noshows import noshow
from loaders.extract.scene import Event, Form, Mention, Scene
from loaders.extract.sessions import in_session, members_of_body
from loaders.extract.tours import each_visit, stops
from loaders.extract.trips import (
    INVITE,
    awaited,
    dated,
    has_person,
    invited,
    received,
    stayed,
    travel,
    turned_away,
    wished_for,
)
from loaders.extract.turns import further
from loaders.extract.verb_frames import VerbFrame, frame_of, lemma_of
from schema.vocabulary import Kind, Status

STAFF_ALONE = "unnamed staff"
"""Name of the rule: the sides are the countries of those told of before."""
_TURNED_AWAY = frozenset("deny refuse bar ban prevent stop let turn".split())
_TURNED_AWAY = frozenset("deny refuse bar ban prevent stop let turn".split())
_HOSTED = frozenset("receive host welcome".split())


def verb_events(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """The events that the verb tells of; none where it is no frame or names too few sides."""
    lemma, frame = lemma_of(verb), frame_of(verb)
    if lemma in ("sit", "stand", "seat", "get", "have", "put", "bring") and (
        between := list(brought_together(scene, verb, headline))
    ):
        yield from between
    elif frame is not None:
        yield from _framed(scene, verb, frame, headline)
    elif lemma == "be":
        yield from stayed(scene, verb, headline)
    elif lemma in ("expect", "await"):
        yield from awaited(scene, verb)
    elif lemma in frames.TRAVEL and lemma not in ("send", "dispatch"):
        yield from travel(scene, verb, headline)
    elif lemma in MEETS_BETWEEN:
        yield from brought_together(scene, verb, headline)
    elif lemma in ("want", "like", "love"):
        yield from wished_for(scene, verb)
    elif lemma in INVITE:
        yield from invited(scene, verb, headline)
    elif lemma in _TURNED_AWAY and (events := list(turned_away(scene, verb))):
        yield from events
    elif lemma in ("stand", "show", "turn", "wait"):
        yield from noshow(scene, verb)
    else:
        yield from written(scene, verb, headline)


def _framed(scene: Scene, verb: Token, frame: VerbFrame, headline: bool) -> Iterator[Event]:
    doc = scene.doc
    lemma = lemma_of(verb)
    kind, partner, takes = frame.kind, frame.partner, frame.takes
    if lemma == "call" and takes and (_naming(scene, verb) or particle_status(verb) is not None):
        return
    verdict = status.of_verb(verb, headline)
    if kind is Kind.VISIT and not passive(verb) and (places := stops(scene, verb)):
        yield from each_visit(scene, verb, verdict, subjects.subject(scene, verb), places)
        return
    if lemma in _HOSTED and passive(verb) and auxiliaries(verb) and not sides.agents(scene, verb):
        yield from received(scene, verb, verdict)
        return
    own, groups = _verb_sides(scene, verb, partner, takes, past_nouns=bool(frame.needs))
    if groups:
        told = entities([m for g in groups for m in g])
        groups = [*groups, *(g for g in further(scene, groups[-1][-1]) if not entities(g) & told)]
    known = entities(own)
    groups = [g for g in ([m for m in group if m.entities and not entities([m]) <= known] for group in groups) if g]
    others = [mention for group in groups for mention in group]
    if frame.alone and not others and not known and (staff := _unnamed_staff(verb)) is not None:
        event = build(scene, staff, (staff.i, verb.i), Kind.TALKS, verdict, [], STAFF_ALONE)
        event.definite = event.other = True
        yield event
        return
    hosting = lemma in ("host", "gather") and bool(others)
    gathered = [m for m in (others if hosting else own) if members_of_body(scene, m)]
    if gathered and len(known) == 1 and (hosting or (frame.alone and not others)):
        hosts = own if gathered[0] in others else []
        event = build(scene, verb, (verb.i,), Kind.SUMMIT, verdict, hosts, f"verb {lemma}")
        event.body = members_of_body(scene, gathered[0])
        yield event
        return
    alone = _each_other(verb) or (frame.alone and (len(own) > 1 or not frame.named))
    if not own or not (others or (alone and len(known) > 1)):
        return
    if not others and kind is Kind.CONVERSATION and in_session(verb):
        return
    if lemma in ("resume", "reconvene") and children(verb, "dobj", "xcomp"):
        return
    if lemma in ("inform", "brief", "contact") and by_note(verb):
        return
    if kind is Kind.CONVERSATION and takes and any(m.form is Form.GROUP for m in others):
        return
    if lemma == "meet" and _contest(verb, [*own, *others]):
        return
    if frame.people and not (has_person(own) and (not others or has_person(others))):
        return
    if lemma == "call" and kind is Kind.MEETING and (not has_person(others) or _urging(scene, others)):
        return
    if verdict.general and (verdict.status is Status.DENIED or not verdict.sure) and not dated(verb):
        return
    if verdict.general and verdict.status is Status.DENIED:
        return
    if kind in (Kind.CONVERSATION, Kind.MEETING):
        kind = _spoken(verb, kind)
    if lemma == "host" and len(entities(others)) > 1 and not has_person(own):
        own = []
    apart = separately(verb)
    for number, group in enumerate(split(scene, groups, apart)):
        anchor = doc[group[0].root] if number else verb
        event = build(scene, anchor, (verb.i,), kind, verdict, [*own, *group], f"verb {lemma}", sure=verdict.sure)
        event.apart = apart
        mediators(scene, event)
        yield event


def _verb_sides(
    scene: Scene, verb: Token, partner: tuple[str, ...], takes: bool, *, past_nouns: bool
) -> tuple[list[Mention], list[list[Mention]]]:
    """The verb's subject, and the groups on the other side."""
    agents = sides.agents(scene, verb) if takes and passive(verb) else []
    if takes and passive(verb) and (agents or auxiliaries(verb)):
        if not agents and verb.lemma_ not in _HOSTED:
            return [], []
        target = subjects.subject(scene, verb)
        hosts = [g for _, g in sides.after(scene, verb, ("by",), 40) if naming.people_first(g[0])]
        if len(hosts) > 1 and target:
            return target, hosts
        return agents, [target] if target else []
    own = subjects.subject(scene, verb)
    groups = [g for _, g in sides.after(scene, verb, partner, past_nouns=past_nouns) if _apart(scene, g)]
    if not groups and partner and (before := sides.preposed(scene, verb)):
        groups = [before]
    if takes:
        target = sides.objects(scene, verb) or sides.relative_object(scene, verb, own)
        if target and not groups:
            groups = [target]
        elif target and not entities(target) <= {k for g in groups for k in entities(g)}:
            beside = groups[0] if has_person(target) and _accompanied(scene, groups[0][0]) else []
            groups = [[*target, *beside], *(groups[1:] if beside else groups)]
    return own, groups


def _accompanied(scene: Scene, first: Mention) -> bool:
    """ "met A, with B also at the table": B was at the same meeting."""
    before = [token.lower_ for token in words_before(scene.doc[first.start], 3)]
    return before[:2] == ["with", ","] or before == ["the", "with", ","]


def _unnamed_staff(verb: Token) -> Token | None:
    """ "The deputies negotiated", "the commissions are to sit again": people of the sides told of before."""
    clause = verb
    while clause.dep_ in ("xcomp", "conj") and is_verb(clause.head):
        clause = clause.head
    subject = next(iter(children(clause, "nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ != "NNS" or subject.lemma_ not in naming.STAFF:
        return None
    return subject if subject.left_edge.lower_ in ("the", "both") else None


def _each_other(verb: Token) -> bool:
    """ "see each other", "received one another": the sides are all in the subject."""
    return [t.lower_ for t in words_after(verb, 2)] in (["each", "other"], ["one", "another"])


def _apart(scene: Scene, group: list[Mention]) -> bool:
    return not all(naming.is_place(scene, mention) for mention in group)


def _contest(verb: Token, mentions: list[Mention]) -> bool:
    """Whether players meet: a final, a match, and nobody who holds an office, or "France meet Spain on Sunday"."""
    if verb.tag_ in ("VBP", "VBZ", "VB") and verb.i + 1 < len(verb.doc) and not auxiliaries(verb):
        names = [m for m in mentions if m.form is Form.POLITY]
        if len(names) == len(mentions) > 1 and any(m.start in (verb.i + 1, verb.i + 2) for m in mentions):
            return True
    people = [entity for mention in mentions for entity in mention.entities if entity.is_person]
    if not people or any(entity.office is not None for entity in people):
        return False
    return any(token.lemma_.lower() in frames.CONTESTS for token in verb.sent)


def _naming(scene: Scene, verb: Token) -> bool:
    """ "called him a killer", "what he called": giving a name, not telephoning."""
    if any((m := scene.at(t)) is None or not naming.people_first(m) for t in children(verb, "oprd", "attr", "ccomp")):
        return True
    if passive(verb) and auxiliaries(verb):
        return not has_person(sides.agents(scene, verb))
    found = sides.objects(scene, verb)
    if not found or not has_person(found):
        return True
    end = found[-1].end
    return end < len(scene.doc) and scene.doc[end].lower_ in ("a", "an", "the", '"', "“", "“")


def _urging(scene: Scene, others: list[Mention]) -> bool:
    """ "called on him to resign" urges, "called on him on Tuesday" visits."""
    end = others[-1].end
    return end < len(scene.doc) and scene.doc[end].lower_ == "to"


def _spoken(verb: Token, kind: Kind) -> Kind:
    near = {token.lower_ for token in words_after(verb, 14)} | {token.lower_ for token in words_before(verb, 4)}
    opening = [token.lower_ for token in verb.doc[verb.sent.start : min(verb.sent.start + 4, verb.i)]]
    if opening[:1] and opening[0] in ("by", "over", "on"):
        near |= set(opening)
    if near & {"video", "videoconference", "videolink", "virtually"} and not near & {"if", "perhaps", "possibly"}:
        return Kind.VIDEO_CALL
    if near & {"phone", "telephone"} or (verb.lemma_ in ("spend", "get", "have") and "line" in near):
        return Kind.CALL
    return kind
