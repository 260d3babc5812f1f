"""Contacts whose sides have their own parts: guest and host of a visit, sender and receiver of a letter."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.building import build, entities, spokesperson
from loaders.extract.grammar import (
    children,
    governor,
    passive,
)
from loaders.extract.noun_sides import verb_above
from loaders.extract.scene import Event, Scene
from loaders.extract.status import Verdict
from schema.vocabulary import Kind, Status


def visit(scene: Scene, noun: Token, verdict: Verdict, words: tuple[int, ...]) -> Iterator[Event]:
    """A visit has a guest, its possessor or the subject of its verb, and a host, after "to" or "by"."""
    made = verb_above(noun)
    if made is not None and made.lemma_ == "make":
        return
    hosts = [m for _, g in sides.after(scene, noun, ("to",), 5)[:1] for m in g[:2]]
    if not hosts and noun.i and (before := scene.at(noun.i - 1)) is not None and not naming.people_first(before):
        hosts = [before]
    guests = [m for _, g in sides.after(scene, noun, ("by",), 12)[:1] for m in g] or subjects.possessors(scene, noun)
    if not guests and (verb := verb_above(noun)) is not None:
        guests = sides.agents(scene, verb) if passive(verb) else subjects.subject(scene, verb)
    guests = [m for m in guests if any(e.is_person for e in m.entities) and not spokesperson(m)]
    home = {entity.polity for mention in guests for entity in mention.entities}
    hosts = [m for m in hosts if not any(e.polity in home and not e.is_person for e in m.entities)]
    companions = [m for _, g in sides.after(scene, noun, ("with",), 10)[:1] for m in g]
    if not guests and noun.i and noun.doc[noun.i - 1].lower_ in ("the", "that", "this"):
        event = build(scene, noun, words, Kind.VISIT, verdict, [], "noun visit", 0.5)
        event.definite = True
        yield event
    if guests:
        yield build(scene, noun, words, Kind.VISIT, verdict, [*guests, *(companions or hosts)], "noun visit", 0.7)


def message(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """A letter goes from its possessor, its "from", or the subject of its verb, to whom "to" names."""
    verb = verb_above(noun)
    senders = [m for _, g in sides.after(scene, noun, ("from", "by"), 14)[:1] for m in g] or subjects.possessors(
        scene, noun
    )
    receivers = [m for _, g in sides.after(scene, noun, ("to", "for"), 14)[:1] for m in g]
    preposition, _ = governor(noun)
    if verb is not None and preposition is not None and preposition.lower_ in ("in", "by", "through", "via"):
        senders = senders or [m for m in subjects.subject(scene, verb) if not spokesperson(m)]
        receivers = receivers or [m for m in sides.objects(scene, verb) if any(e.is_person for e in m.entities)]
        receivers = receivers or [m for _, g in sides.after(scene, verb, ("to",), 20, past_nouns=True)[:1] for m in g]
    elif verb is not None:
        subject = sides.agents(scene, verb) if passive(verb) else subjects.subject(scene, verb)
        if verb.lemma_ in ("receive", "get") and not passive(verb):
            receivers = receivers or subject
        elif not senders:
            senders = subject if verb.lemma_ in frames.WRITE else []
        if not receivers and verb.lemma_ in frames.WRITE:
            receivers = [
                m for t in children(verb, "dative", "dobj") if t.i < noun.i for m in naming.named_by(scene, t)
            ] or [m for _, g in sides.after(scene, verb, ("to",))[:1] for m in g]
    senders = [m for m in senders if any(e.is_person for e in m.entities)]
    receivers = [m for m in receivers if m.entities and not entities([m]) <= entities(senders)]
    if senders and receivers:
        verdict = status.of_verb(verb, headline) if verb is not None else Verdict(Status.HELD)
        yield build(scene, noun, (noun.i,), Kind.MESSAGE, verdict, [*senders, *receivers], "noun letter", 0.8)


def guest(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """ "will be the king's guest in Amman", "as Xi's guest": a visit to the possessor."""
    hosts = subjects.possessors(scene, noun)
    verb = verb_above(noun)
    if not hosts or verb is None:
        return
    guests = [m for m in subjects.subject(scene, verb) if naming.people_first(m)]
    if guests and not entities(guests) & entities(hosts):
        yield build(
            scene, noun, (noun.i,), Kind.VISIT, status.of_verb(verb, headline), [*guests, *hosts], "noun guest", 0.75
        )


def invitation(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """ "accepted the king's invitation to Riyadh", "extended an invitation to A to visit B": a possible visit, or,
    where it is accepted, an expected one."""
    verb = verb_above(noun)
    doers = sides.doer(scene, verb) if verb is not None else []
    hosts = subjects.possessors(scene, noun) or [
        m for _, g in sides.after(scene, noun, ("from", "by"), 8)[:1] for m in g
    ]
    named = [m for _, g in sides.after(scene, noun, ("to", "for"), 8)[:1] for m in g]
    guests = [m for m in named if any(e.is_person for e in m.entities)]
    if verb is not None and verb.lemma_ in ("accept", "receive", "get", "decline", "reject", "refuse", "take"):
        guests = guests or doers
        hosts = hosts or [m for m in named if m not in guests]
    else:
        hosts = hosts or doers
    guests = [m for m in guests if any(e.is_person for e in m.entities)]
    if not guests or not hosts or entities(guests) & entities(hosts):
        return
    verdict = Verdict(Status.POSSIBLE, sure=False)
    if verb is not None and verb.lemma_ == "accept":
        verdict = Verdict(Status.EXPECTED)
    elif verb is not None and verb.lemma_ in ("decline", "reject", "refuse"):
        verdict = Verdict(Status.DECLINED, refuser=verb)
    del headline
    yield build(scene, noun, (noun.i,), Kind.VISIT, verdict, [*guests, *hosts], "noun invitation", 0.7)
