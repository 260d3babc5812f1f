"""Visits told by a verb: who travels where, is received, stays, is awaited or invited."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.building import build, entities
from loaders.extract.grammar import negated, passive, words_after, words_before
from loaders.extract.lookup import sites
from loaders.extract.noun_frames import body
from loaders.extract.scene import Event, Mention, Scene
from loaders.extract.tours import each_visit, stops
from loaders.extract.verdicts import Verdict
from schema.vocabulary import Attendance, Kind, Status

INVITE = frozenset("invite ask urge beg implore".split())
"""Verbs by which one is asked to come; all but the first need the coming to be told."""
_ENTRY = frozenset("entry access admission admittance landing visa visas permission".split())
_ENTERING = frozenset("entering visiting landing coming travelling traveling".split())
_IN_TOUCH = (["in", "touch", "with"], ["in", "contact", "with"], ["in", "communication", "with"])
_WHEN = frozenset("later earlier ago last yesterday today".split())


def travel(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """A trip to another country, where it is a visit: "will fly to Cairo", "arrived in Tokyo on a visit".

    Where the text has only a place, the host is left open for the venue to say.
    """
    preposition = next((t for t in words_after(verb, 4) if t.lower_ in ("to", "in", "for")), None)
    if preposition is None or not _destination(scene, preposition):
        return
    if verb.lemma_ == "return" and any(t.lower_ in ("before", "then", "and") for t in words_before(verb, 3)):
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
    if len(places := stops(scene, verb)) > 1:
        yield from each_visit(scene, verb, verdict, travellers, places)
        return
    hosts = [m for _, g in sides.after(scene, verb, (preposition.lower_,), 5)[:1] for m in g[:1] if not has_person([m])]
    yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, [*travellers, *hosts], "travel")


def _travels(scene: Scene, mention: Mention) -> bool:
    """People, and a body's or country's delegation or team."""
    around = scene.doc[max(0, mention.start - 4) : mention.end]
    return has_person([mention]) or any(t.lemma_.lower() in ("delegation", "team", "mission") for t in around)


def received(scene: Scene, verb: Token, verdict: Verdict) -> Iterator[Event]:
    """ "with A to be received in Oslo": a visit whose host the place says."""
    preposition = next((t for t in words_after(verb, 2) if t.lower_ == "in"), None)
    guests = [m for m in subjects.subject(scene, verb) if any(e.is_person for e in m.entities)]
    if guests and preposition is not None and _destination(scene, preposition):
        yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, guests, "received in")


def stayed(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """ "was in Lagos last month", a visit; "was with the president in Abuja", a meeting."""
    doc = scene.doc
    following = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if following is None or verb.tag_ not in ("VBD", "VB", "VBN") or not {"in", "with", "at"} & {following.lower_}:
        return
    own = [m for m in subjects.subject(scene, verb) if any(e.is_person for e in m.entities)]
    if not own:
        return
    verdict = status.of_verb(verb, headline)
    if [t.lower_ for t in words_after(verb, 3)] in _IN_TOUCH:
        groups = [g for _, g in sides.after(scene, verb, ("with",), 6)[:1] if naming.people_first(g[0])]
        if groups and not entities(groups[0]) & entities(own):
            yield build(scene, verb, (verb.i,), Kind.CONVERSATION, verdict, [*own, *groups[0]], "was in touch")
        return
    if following.lower_ in ("in", "at"):
        groups = [g for _, g in sides.after(scene, verb, ("with",), 12)[:1] if naming.people_first(g[0])]
        if groups and not entities(groups[0]) & entities(own):
            yield build(scene, verb, (verb.i,), Kind.MEETING, verdict, [*own, *groups[0]], "was with")
            return
    if not dated(verb):
        return
    if following.lower_ == "with":
        others = sides.group_after(scene, following)
        if has_person(others) and scene.at(following.i + 1) is not None and not entities(others) & entities(own):
            yield build(scene, verb, (verb.i,), Kind.MEETING, verdict, [*own, *others], "was with")
    elif _destination(scene, following) and (summit := _gathering(verb)) is not None:
        yield _goes_to(scene, verb, summit, verdict, own)
    elif _destination(scene, following):
        yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, own, "was in")


def due(scene: Scene, word: Token) -> Iterator[Event]:
    """ "is due in Tripoli on Monday", "is expected here next week": a visit to come."""
    doc = scene.doc
    following = doc[word.i + 1] if word.i + 1 < len(doc) else None
    verb = next((t for t in words_before(word, 3) if t.lemma_ == "be"), None)
    going = ("to", "for") if word.lower_ in ("off", "bound") else ("in", "at")
    if following is None or verb is None or following.lower_ not in going or not _destination(scene, following):
        return
    guests = [m for m in subjects.subject(scene, verb) if has_person([m]) and not naming.is_place(scene, m)]
    verdict = status.of_verb(verb, False) if verb.lower_ in ("was", "were") else Verdict(Status.EXPECTED)
    if any(t.lemma_ == "guest" for t in words_after(word, 14)):
        return
    if not guests or verdict.status is Status.DENIED or (verb.lower_ in ("was", "were") and not dated(word)):
        return
    if (summit := _gathering(word)) is not None:
        yield _goes_to(scene, word, summit, Verdict(Status.EXPECTED), guests)
        return
    hosts = [m for _, g in sides.after(scene, word, (following.lower_,), 4)[:1] for m in g[:1] if not has_person([m])]
    yield build(scene, word, (word.i,), Kind.VISIT, Verdict(Status.EXPECTED), [*guests, *hosts], "due in")


def turned_away(scene: Scene, verb: Token) -> Iterator[Event]:
    """ "denied A entry", "was refused entry by B", "would not let A in", "turned away a delegation of A"."""
    near = [token.lower_ for token in words_after(verb, 22)]
    lemma = verb.lemma_.lower()
    if lemma in ("deny", "refuse") and _ENTRY & set(near[:12]):
        hosts = sides.agents(scene, verb) if passive(verb) else subjects.subject(scene, verb)
        guests = subjects.subject(scene, verb) if passive(verb) else []
        named = [m for _, g in sides.after(scene, verb, ("to", "for"), 16, past_nouns=True)[:1] for m in g]
        if passive(verb):
            hosts = hosts or named
        else:
            guests = named or sides.objects(scene, verb)
    elif lemma in ("bar", "ban", "prevent", "stop") and "from" in near and _ENTERING & set(near):
        hosts = sides.agents(scene, verb) if passive(verb) else subjects.subject(scene, verb)
        guests = subjects.subject(scene, verb) if passive(verb) else sides.objects(scene, verb)
    elif lemma == "let" and {"in", "into", "enter", "land"} & set(near[:12]) and _refused(verb):
        hosts, guests = subjects.subject(scene, verb), sides.objects(scene, verb)
    elif lemma == "turn" and near[:1] in (["away"], ["back"]) and not passive(verb):
        hosts = subjects.subject(scene, verb)
        guests = [m for t in words_after(verb, 5) if (m := scene.at(t)) is not None][:1] or [
            m for t in words_after(verb, 6) if t.lower_ == "of" for m in sides.group_after(scene, t)
        ]
    else:
        return
    travelling = [m for m in guests if _travels(scene, m)]
    if not hosts or not travelling or entities(hosts) & entities(travelling):
        return
    verdict = Verdict(Status.DECLINED, sure=False)
    event = build(scene, verb, (verb.i,), Kind.VISIT, verdict, [*travelling, *hosts], "turned away")
    for side in event.sides:
        if side.entity.key in entities(hosts):
            side.attendance = Attendance.DECLINED
    yield event


def _refused(verb: Token) -> bool:
    """ "refuses to let", "did not let", "would not let"."""
    above = verb.head if verb.dep_ == "xcomp" else None
    return negated(verb) or (above is not None and above.lemma_ in ("refuse", "decline"))


def awaited(scene: Scene, verb: Token) -> Iterator[Event]:
    """ "expects him at the palace on Monday": the host waits for a guest at a place of his own."""
    if passive(verb):
        return
    own, guests = subjects.subject(scene, verb), sides.objects(scene, verb)
    guests = [m for m in guests if has_person([m])]
    if not guests or not has_person(own) or entities(own) & entities(guests):
        return
    near = [token.lower_ for token in scene.doc[guests[-1].end : guests[-1].end + 2] if token.lower_ != ","]
    if near[:1] and near[0] in ("in", "at", "on", "here"):
        verdict = Verdict(Status.EXPECTED)
        yield build(scene, verb, (verb.i,), Kind.MEETING, verdict, [*own, *guests], f"verb {verb.lemma_}")


def invited(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """An invitation to visit is a possible visit of the guest."""
    text = {t.lower_ for t in words_after(verb, 20)}
    if passive(verb):
        hosts, guests = sides.agents(scene, verb), subjects.subject(scene, verb)
    else:
        hosts, guests = subjects.subject(scene, verb), sides.objects(scene, verb)
    guests = [m for m in guests if has_person([m])]
    if not guests or not (text & {"visit", "to"}) or not (verb.lemma_ == "invite" or _asked_to_come(verb)):
        return
    if not hosts or entities(hosts) & entities(guests):
        return
    own = status.of_verb(verb, headline)
    verdict = Verdict(Status.POSSIBLE if own.status is not Status.DENIED else Status.DENIED, sure=False)
    if (summit := _gathering(verb)) is not None:
        event = build(scene, verb, (verb.i,), Kind.SUMMIT, verdict, [*guests, *hosts], "invited to summit")
        event.body = body(summit)
        yield event
        return
    yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, [*guests, *hosts], "invited")


def wished_for(scene: Scene, verb: Token) -> Iterator[Event]:
    """ "would like A in Quito in October", "wants B at the summit": a visit that one side would have."""
    if passive(verb):
        return
    hosts, guests = subjects.subject(scene, verb), sides.objects(scene, verb)
    if len(guests) != 1 or not has_person(guests) or not has_person(hosts) or entities(hosts) & entities(guests):
        return
    if not all(entity.polity for mention in (*hosts, *guests) for entity in mention.entities):
        return
    following = scene.doc[guests[0].end] if guests[0].end < len(scene.doc) else None
    if following is not None and following.lower_ == "in" and _destination(scene, following):
        verdict = Verdict(Status.POSSIBLE, sure=False)
        yield build(scene, verb, (verb.i,), Kind.VISIT, verdict, [*guests, *hosts], "wished for")


def _asked_to_come(verb: Token) -> bool:
    """ "asked him to come to Oslo", "urged her to visit": not to do something else."""
    for token in words_after(verb, 20):
        if token.lemma_ in ("come", "visit", "travel", "fly") and any(t.lower_ == "to" for t in words_before(token, 1)):
            return token.lemma_ == "visit" or any(t.lower_ == "to" for t in words_after(token, 1))
        if token.lower_ in (";", ":") or token.tag_ in ("VBD", "VBZ", "MD"):
            return False
    return False


def _gathering(verb: Token) -> Token | None:
    """The summit that the trip is for."""
    for token in words_after(verb, 14):
        frame = frames.NOUNS.get(token.lemma_.lower())
        if frame is not None:
            return token if frame.kind is Kind.SUMMIT else None
    return None


def _goes_to(scene: Scene, verb: Token, summit: Token, verdict: Verdict, travellers: list[Mention]) -> Event:
    event = build(scene, verb, (verb.i,), Kind.SUMMIT, verdict, travellers, "goes to summit")
    event.body, event.definite = body(summit), True
    return event


def _destination(scene: Scene, preposition: Token) -> bool:
    """Whether the preposition is followed by a place: a proper noun that names no person."""
    following = next((t for t in words_after(preposition, 2) if t.pos_ != "DET"), None)
    if following is None or following.pos_ != "PROPN" or following.ent_type_ in ("DATE", "TIME"):
        return False
    if following.ent_type_ == "PERSON" and sites(following.doc).get(following.text) is None:
        return False
    mention = scene.at(following)
    return mention is None or not naming.people_first(mention)


def dated(verb: Token) -> bool:
    return any(token.ent_type_ in ("DATE", "TIME") or token.lower_ in _WHEN for token in words_after(verb, 14))


def has_person(mentions: list[Mention]) -> bool:
    return any(entity.is_person for mention in mentions for entity in mention.entities) or any(
        mention.form.value in ("group", "metonym") and mention.end - mention.start > 1 for mention in mentions
    )
