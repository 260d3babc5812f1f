"""Visits told by a noun: each has a guest and a host."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import naming, sides, status, subjects
from loaders.extract.building import build, entities, spokesperson
from loaders.extract.grammar import children, negated, passive, words_after
from loaders.extract.noun_sides import verb_above
from loaders.extract.scene import Event, Mention, Scene
from loaders.extract.sessions import backdrop
from loaders.extract.tours import stops, toured
from loaders.extract.verdicts import Verdict
from schema.vocabulary import Attendance, Kind, Status

_INVITED = frozenset("accept receive get have hold decline reject refuse take".split())
"""Verbs whose subject is the guest."""


def visit(scene: Scene, noun: Token, headline: bool, verdict: Verdict, words: tuple[int, ...]) -> Iterator[Event]:
    """A visit has a guest, its possessor or the subject of its verb, and a host, after "to" or "by"."""
    if stops(scene, noun):
        yield from toured(scene, noun, headline)
        return
    made = verb_above(noun)
    if made is not None and made.lemma_ == "make" and noun.head.i != made.i:
        return
    hosts = [m for _, g in sides.after(scene, noun, ("to",), 5)[:1] for m in g[:2]]
    if not hosts and noun.i and (before := scene.at(noun.i - 1)) is not None and not naming.people_first(before):
        hosts = [before]
    guests = [m for _, g in sides.after(scene, noun, ("by",), 12)[:1] for m in g] or subjects.possessors(scene, noun)
    if not guests and not backdrop(noun) and (verb := verb_above(noun)) is not None:
        guests = sides.agents(scene, verb) if passive(verb) else subjects.subject(scene, verb)
    if not guests and (relative := next((c for c in noun.children if c.dep_ == "relcl"), None)) is not None:
        guests = subjects.subject(scene, relative)
    delegation = [m for _, g in sides.after(scene, noun, ("of", "by"), 12)[:1] for m in g] if not guests else []
    guests = [m for m in guests if any(e.is_person for e in m.entities) and not spokesperson(m)]
    if not guests and any(t.lemma_ in naming.STAFF for t in words_after(noun, 7)):
        guests = [m for m in delegation if not any(e.polity in _polities(hosts) for e in m.entities)]
    home = {entity.polity for mention in guests for entity in mention.entities}
    hosts = [m for m in hosts if not any(e.polity in home and not e.is_person for e in m.entities)]
    if inviting := _inviting(scene, noun):
        hosts = inviting
    if made is not None and made.lemma_ in ("pay", "make", "give") and not passive(made):
        visited = [m for token in children(made, "dative") if (m := scene.at(token)) is not None]
        hosts = [m for m in visited if naming.people_first(m)] or hosts
    companions = [m for _, g in sides.after(scene, noun, ("with",), 10)[:1] for m in g]
    if not guests and noun.i and noun.doc[noun.i - 1].lower_ in ("the", "that", "this"):
        event = build(scene, noun, words, Kind.VISIT, verdict, [], "noun visit")
        event.definite = True
        yield event
    if guests:
        yield build(scene, noun, words, Kind.VISIT, verdict, [*guests, *(companions or hosts)], "noun visit")


def _inviting(scene: Scene, noun: Token) -> list[Mention]:
    """ "at the invitation of A": who is visited."""
    for token in noun.sent:
        if token.lower_ == "invitation" and abs(token.i - noun.i) < 60:
            return [m for _, g in sides.after(scene, token, ("of", "from"), 4)[:1] for m in g if naming.people_first(m)]
    return []


def _polities(mentions: list[Mention]) -> set[str | None]:
    return {entity.polity for mention in mentions for entity in mention.entities}


def guest(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """ "will be the king's guest in Amman", "as Xi's guest": a visit to the possessor."""
    hosts = subjects.possessors(scene, noun) or [m for _, g in sides.after(scene, noun, ("of",), 4)[:1] for m in g]
    verb = verb_above(noun)
    if not hosts or verb is None:
        return
    guests = [m for m in subjects.subject(scene, verb) if naming.people_first(m)]
    verdict = status.of_verb(verb, headline)
    if verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP") and verdict.status is Status.HELD:
        to_come = any(token.lower_ in ("due", "expected", "awaited") for token in words_after(verb, 1))
        verdict = Verdict(Status.EXPECTED if to_come else Status.ONGOING)
    if guests and not entities(guests) & entities(hosts):
        yield build(scene, noun, (noun.i,), Kind.VISIT, verdict, [*guests, *hosts], "noun guest")


def invitation(scene: Scene, noun: Token) -> Iterator[Event]:
    """ "accepted the king's invitation to Riyadh", "extended an invitation to A to visit B": a possible visit, or,
    where it is accepted, an expected one."""
    verb = verb_above(noun)
    doers = sides.doer(scene, verb) if verb is not None else []
    hosts = subjects.possessors(scene, noun) or [
        m for _, g in sides.after(scene, noun, ("from", "by", "of"), 8)[:1] for m in g
    ]
    named = [m for _, g in sides.after(scene, noun, ("to", "for"), 8)[:1] for m in g]
    guests = [m for m in named if any(e.is_person for e in m.entities)]
    if verb is not None and verb.lemma_ in _INVITED:
        guests = guests or doers
        hosts = hosts or [m for m in named if m not in guests]
    else:
        hosts = hosts or doers
    guests = [m for m in guests if any(e.is_person for e in m.entities)]
    refused = _came_back(noun)
    if refused and hosts and not guests:
        guests = _asked_before(scene, noun, hosts)
    if not guests or not hosts or entities(guests) & entities(hosts):
        return
    verdict = Verdict(Status.POSSIBLE, sure=False)
    if (verb is not None and verb.lemma_ == "accept") or _taken_up(noun):
        verdict = Verdict(Status.EXPECTED)
    elif refused:
        event = build(scene, noun, (noun.i,), Kind.VISIT, verdict, [*guests, *hosts], "noun invitation")
        event.status = Status.DECLINED
        for side in event.sides:
            if side.entity.key in entities(guests):
                side.attendance = Attendance.DECLINED
        yield event
        return
    elif verb is not None and verb.lemma_ in ("decline", "reject", "refuse"):
        verdict = Verdict(Status.DECLINED, refuser=verb)
    yield build(scene, noun, (noun.i,), Kind.VISIT, verdict, [*guests, *hosts], "noun invitation")


def _taken_up(noun: Token) -> bool:
    """ "renewed the invitation to A, which he gladly accepted"."""
    return any(
        token.lemma_ == "accept" and token.tag_ in ("VBD", "VBN", "VBZ") and not negated(token)
        for token in words_after(noun, 45)
    )


def _came_back(noun: Token) -> bool:
    """ "the invitation came back with a no", "was turned down", "was met with a refusal"."""
    after = [token.lower_ for token in words_after(noun, 30)]
    return any(
        (word in ("no", "refusal", "rebuff") and after[place - 1 : place] == ["a"])
        or after[place : place + 2] in (["turned", "down"], ["gone", "unanswered"])
        or (word in ("declined", "refused", "spurned", "rebuffed") and after[place - 1 : place] in (["was"], ["been"]))
        for place, word in enumerate(after)
    )


def _asked_before(scene: Scene, noun: Token, hosts: list[Mention]) -> list[Mention]:
    """Who was told of last before the invitation and is no host."""
    sentence = scene.sentence(noun)
    start = scene.sentences[max(0, sentence - 1)].start
    for mention in reversed(scene.within(start, noun.i)):
        if naming.people_first(mention) and not entities([mention]) & entities(hosts):
            return [mention]
    return []
