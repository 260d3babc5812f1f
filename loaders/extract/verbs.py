"""Contacts told by a verb: "met", "spoke by phone with", "was received by", "flew to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.building import SURE, UNSURE, build, entities, separately, split
from loaders.extract.grammar import auxiliaries, children, is_verb, passive, words_after, words_before
from loaders.extract.letters import written
from loaders.extract.mediation import MEETS_BETWEEN, brought_together, mediators
from loaders.extract.nouns import body
from loaders.extract.scene import Event, Form, Mention, Scene
from loaders.extract.status import Verdict
from loaders.world import world
from schema.vocabulary import Kind, Status

_WHEN = frozenset("later earlier ago last yesterday today".split())
STAFF_ALONE = "unnamed staff"
"""Name of the rule: the sides are the countries of those told of before."""
_HOSTED = frozenset("receive host welcome".split())


def verb_events(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """The events that the verb tells of; none where it is no frame or names too few sides."""
    lemma = frames.SURE_FORMS.get(verb.lower_, verb.lemma_.lower())
    frame = frames.VERBS.get(lemma)
    if lemma == "have" and _on_the_line(verb):
        frame = frames.VERBS["get"]
    if lemma in ("sit", "stand", "seat") and (between := list(brought_together(scene, verb, headline))):
        yield from between
    elif frame is not None:
        yield from _framed(scene, verb, frame, headline)
    elif lemma == "be":
        yield from _stayed(scene, verb, headline)
    elif lemma in ("expect", "await"):
        yield from _awaited(scene, verb)
    elif lemma in frames.TRAVEL and lemma not in ("send", "dispatch"):
        yield from _travel(scene, verb, headline)
    elif lemma in MEETS_BETWEEN:
        yield from brought_together(scene, verb, headline)
    elif lemma == "invite":
        yield from _invited(scene, verb, headline)
    else:
        yield from written(scene, verb, headline)


def _framed(scene: Scene, verb: Token, frame: frames.VerbFrame, headline: bool) -> Iterator[Event]:
    doc = scene.doc
    lemma = frames.SURE_FORMS.get(verb.lower_, verb.lemma_.lower())
    following = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else ""
    kind, partner, takes = frame.kind, frame.partner, frame.takes
    if lemma == "call" and following in ("on", "upon"):
        kind, partner, takes = Kind.MEETING, ("on", "upon"), False
    elif following in frame.bars or (frame.needs and not any(t.lower_ in frame.needs for t in words_after(verb, 12))):
        return
    if lemma == "call" and takes and (_naming(scene, verb) or status.particle_status(verb) is not None):
        return
    verdict = status.of_verb(verb, headline)
    if lemma in _HOSTED and passive(verb) and auxiliaries(verb) and not sides.agents(scene, verb):
        yield from _received(scene, verb, verdict)
        return
    own, groups = _verb_sides(scene, verb, partner, takes)
    if groups:
        told = entities([m for g in groups for m in g])
        groups = [*groups, *(g for g in sides.further(scene, groups[-1][-1]) if not entities(g) & told)]
    known = entities(own)
    groups = [g for g in ([m for m in group if m.entities and not entities([m]) <= known] for group in groups) if g]
    others = [mention for group in groups for mention in group]
    if frame.alone and not others and not known and (staff := _unnamed_staff(verb)) is not None:
        event = build(scene, staff, (staff.i, verb.i), Kind.TALKS, verdict, [], STAFF_ALONE, 0.6)
        event.definite = event.other = True
        yield event
        return
    if frame.alone and not others and len(known) == 1 and _members_of_body(scene, own[0]):
        event = build(scene, verb, (verb.i,), Kind.SUMMIT, verdict, [], f"verb {lemma}", 0.6)
        event.body = frozenset(t.lower_ for t in doc[own[0].start : own[0].end] if t.pos_ == "PROPN")
        yield event
        return
    if not own or not (others or ((frame.alone or _each_other(verb)) and len(known) > 1)):
        return
    if lemma in ("resume", "reconvene") and children(verb, "dobj"):
        return
    if lemma == "meet" and _contest(verb, [*own, *others]):
        return
    if frame.people and not (_has_person(own) and (not others or _has_person(others))):
        return
    if lemma == "call" and kind is Kind.MEETING and (not _has_person(others) or _urging(scene, others)):
        return
    if verdict.general and (verdict.status is Status.DENIED or not verdict.sure) and not _dated(verb):
        return
    if verdict.general and verdict.status is Status.DENIED:
        return
    if kind in (Kind.CONVERSATION, Kind.MEETING):
        kind = _spoken(verb, kind)
    if lemma == "visit":
        kind = Kind.VISIT
    if lemma == "host" and len(entities(others)) > 1 and not _has_person(own):
        own = []
    for number, group in enumerate(split(scene, groups, separately(verb))):
        anchor = doc[group[0].root] if number else verb
        confidence = SURE if verdict.sure else UNSURE
        event = build(scene, anchor, (verb.i,), kind, verdict, [*own, *group], f"verb {lemma}", confidence)
        mediators(scene, event)
        yield event


def _verb_sides(
    scene: Scene, verb: Token, partner: tuple[str, ...], takes: bool
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
    groups = [group for _, group in sides.after(scene, verb, partner) if _apart(scene, group)] if partner else []
    if not groups and partner and (before := sides.preposed(scene, verb)):
        groups = [before]
    if takes:
        target = sides.objects(scene, verb)
        if target and not groups:
            groups = [target]
        elif target and not entities(target) <= {k for g in groups for k in entities(g)}:
            groups = [target, *groups]
    return own, groups


def _unnamed_staff(verb: Token) -> Token | None:
    """ "The deputies negotiated", "the commissions are to sit again": people of the sides told of before."""
    clause = verb
    while clause.dep_ in ("xcomp", "conj") and is_verb(clause.head):
        clause = clause.head
    subject = next(iter(children(clause, "nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ != "NNS" or subject.lemma_ not in naming.STAFF:
        return None
    return subject if subject.left_edge.lower_ in ("the", "both") else None


def _members_of_body(scene: Scene, mention: Mention) -> bool:
    """ "The leaders of the Pacific Islands Forum", "ASEAN foreign ministers": a session of the body."""
    words = {token.lower_ for token in scene.doc[mention.start : mention.end]}
    named = mention.entities[0].polity or ""
    polity = world().polities.get(named)
    return (
        bool(words & {"leaders", "ministers", "presidents", "heads"})
        and polity is not None
        and polity.kind != "country"
    )


def _on_the_line(verb: Token) -> bool:
    """ "had A on the line", "has B on the phone"."""
    return any(t.lower_ in ("line", "phone") and t.doc[t.i - 2].lower_ == "on" for t in words_after(verb, 14))


def _each_other(verb: Token) -> bool:
    """ "see each other", "received one another": the sides are all in the subject."""
    return [t.lower_ for t in words_after(verb, 2)] in (["each", "other"], ["one", "another"])


def _apart(scene: Scene, group: list[Mention]) -> bool:
    return not all(naming.is_place(scene, mention) for mention in group)


def _has_person(mentions: list[Mention]) -> bool:
    return any(entity.is_person for mention in mentions for entity in mention.entities) or any(
        mention.form.value in ("group", "metonym") and mention.end - mention.start > 1 for mention in mentions
    )


def _contest(verb: Token, mentions: list[Mention]) -> bool:
    """Whether players meet: a final, a match, and nobody who holds an office, or "France meet Spain on Sunday"."""
    if verb.tag_ in ("VBP", "VBZ", "VB") and verb.i + 1 < len(verb.doc) and not auxiliaries(verb):
        names = [m for m in mentions if m.form is Form.POLITY]
        if len(names) == len(mentions) > 1 and any(m.start in (verb.i + 1, verb.i + 2) for m in mentions):
            return True
    if any(entity.office is not None or not entity.is_person for mention in mentions for entity in mention.entities):
        return False
    return any(token.lemma_.lower() in frames.CONTESTS for token in verb.sent)


def _naming(scene: Scene, verb: Token) -> bool:
    """ "called him a killer", "what he called": giving a name, not telephoning."""
    if any((m := scene.at(t)) is None or not naming.people_first(m) for t in children(verb, "oprd", "attr", "ccomp")):
        return True
    found = sides.objects(scene, verb)
    if not found or not _has_person(found):
        return True
    end = found[-1].end
    return end < len(scene.doc) and scene.doc[end].lower_ in ("a", "an", "the", '"', "“", "“")


def _urging(scene: Scene, others: list[Mention]) -> bool:
    """ "called on him to resign" urges, "called on him on Tuesday" visits."""
    end = others[-1].end
    return end < len(scene.doc) and scene.doc[end].lower_ == "to"


def _dated(verb: Token) -> bool:
    return any(token.ent_type_ in ("DATE", "TIME") or token.lower_ in _WHEN for token in words_after(verb, 14))


def _spoken(verb: Token, kind: Kind) -> Kind:
    near = {token.lower_ for token in words_after(verb, 14)} | {token.lower_ for token in words_before(verb, 4)}
    if near & {"video", "videoconference", "videolink", "virtually"}:
        return Kind.VIDEO_CALL
    if near & {"phone", "telephone"} or (verb.lemma_ in ("spend", "get", "have") and "line" in near):
        return Kind.CALL
    return kind


def _travel(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """A trip to another country, where it is a visit: "will fly to Cairo", "arrived in Tokyo on a visit".

    Where the text has only a place, the host is left open for the venue to say.
    """
    preposition = next((t for t in words_after(verb, 4) if t.lower_ in ("to", "in", "for")), None)
    if preposition is None or not _destination(scene, preposition):
        return
    travellers = [m for m in subjects.subject(scene, verb) if _travels(scene, m)]
    if not travellers:
        return
    verdict = status.of_verb(verb, headline)
    near = {token.lower_ for token in words_after(verb, 14)}
    if verb.lemma_ not in frames.SURE_TRAVEL and not near & {"visit", "trip"} and verdict.status is Status.HELD:
        return
    if (summit := _gathering(verb)) is not None:
        yield _goes_to(scene, verb, summit, verdict, travellers)
        return
    hosts = [
        m for _, g in sides.after(scene, verb, (preposition.lower_,), 5)[:1] for m in g[:1] if not _has_person([m])
    ]
    yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, [*travellers, *hosts], "travel", 0.6)


def _travels(scene: Scene, mention: Mention) -> bool:
    """People, and a body's or country's delegation or team."""
    around = scene.doc[max(0, mention.start - 4) : mention.end]
    return _has_person([mention]) or any(t.lemma_.lower() in ("delegation", "team", "mission") for t in around)


def _received(scene: Scene, verb: Token, verdict: Verdict) -> Iterator[Event]:
    """ "with A to be received in Oslo": a visit whose host the place says."""
    preposition = next((t for t in words_after(verb, 2) if t.lower_ == "in"), None)
    guests = [m for m in subjects.subject(scene, verb) if any(e.is_person for e in m.entities)]
    if guests and preposition is not None and _destination(scene, preposition):
        yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, guests, "received in", 0.65)


def _stayed(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """ "was in Lagos last month", a visit; "was with the president in Abuja", a meeting."""
    doc = scene.doc
    following = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if following is None or verb.tag_ not in ("VBD", "VB") or not {"in", "with", "at"} & {following.lower_}:
        return
    own = [m for m in subjects.subject(scene, verb) if any(e.is_person for e in m.entities)]
    if not own:
        return
    verdict = status.of_verb(verb, headline)
    if following.lower_ in ("in", "at"):
        groups = [g for _, g in sides.after(scene, verb, ("with",), 12)[:1] if naming.people_first(g[0])]
        if groups and not entities(groups[0]) & entities(own):
            yield build(scene, verb, (verb.i,), Kind.MEETING, verdict, [*own, *groups[0]], "was with", 0.7)
            return
    if not _dated(verb):
        return
    if following.lower_ == "with":
        others = sides.group_after(scene, following)
        if _has_person(others) and scene.at(following.i + 1) is not None and not entities(others) & entities(own):
            yield build(scene, verb, (verb.i,), Kind.MEETING, verdict, [*own, *others], "was with", 0.7)
    elif _destination(scene, following) and (summit := _gathering(verb)) is not None:
        yield _goes_to(scene, verb, summit, verdict, own)
    elif _destination(scene, following):
        yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, own, "was in", 0.6)


def _awaited(scene: Scene, verb: Token) -> Iterator[Event]:
    """ "expects him at the palace on Monday": the host waits for a guest at a place of his own."""
    if passive(verb):
        return
    own, guests = subjects.subject(scene, verb), sides.objects(scene, verb)
    guests = [m for m in guests if _has_person([m])]
    if not guests or not _has_person(own) or entities(own) & entities(guests):
        return
    near = [token.lower_ for token in scene.doc[guests[-1].end : guests[-1].end + 2] if token.lower_ != ","]
    if near[:1] and near[0] in ("in", "at", "on", "here"):
        verdict = Verdict(Status.EXPECTED)
        yield build(scene, verb, (verb.i,), Kind.MEETING, verdict, [*own, *guests], f"verb {verb.lemma_}", 0.75)


def _gathering(verb: Token) -> Token | None:
    """The summit that the trip is for."""
    for token in words_after(verb, 14):
        frame = frames.NOUNS.get(token.lemma_.lower())
        if frame is not None:
            return token if frame.kind is Kind.SUMMIT else None
    return None


def _goes_to(scene: Scene, verb: Token, summit: Token, verdict: Verdict, travellers: list[Mention]) -> Event:
    event = build(scene, verb, (verb.i,), Kind.SUMMIT, verdict, travellers, "goes to summit", 0.7)
    event.body, event.definite = body(summit), True
    return event


def _destination(scene: Scene, preposition: Token) -> bool:
    """Whether the preposition is followed by a place: a proper noun that names no person."""
    following = next((t for t in words_after(preposition, 2) if t.pos_ != "DET"), None)
    if following is None or following.pos_ != "PROPN" or following.ent_type_ in ("DATE", "TIME", "PERSON"):
        return False
    mention = scene.at(following)
    return mention is None or not naming.people_first(mention)


def _invited(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """An invitation to visit is a possible visit of the guest."""
    text = {t.lower_ for t in words_after(verb, 20)}
    if passive(verb):
        hosts, guests = sides.agents(scene, verb), subjects.subject(scene, verb)
    else:
        hosts, guests = subjects.subject(scene, verb), sides.objects(scene, verb)
    guests = [m for m in guests if _has_person([m])]
    if not guests or not (text & {"visit", "to"}):
        return
    if not hosts or entities(hosts) & entities(guests):
        return
    own = status.of_verb(verb, headline)
    verdict = Verdict(Status.POSSIBLE if own.status is not Status.DENIED else Status.DENIED, sure=False)
    if (summit := _gathering(verb)) is not None:
        event = build(scene, verb, (verb.i,), Kind.SUMMIT, verdict, [*guests, *hosts], "invited to summit", 0.6)
        event.body = body(summit)
        yield event
        return
    yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, [*guests, *hosts], "invited", 0.7)
