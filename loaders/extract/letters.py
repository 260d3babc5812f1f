"""Letters, telegrams and greetings: from a sender to a receiver, told by a noun or by a verb of writing."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import couriers, frames, naming, sides, status, subjects
from loaders.extract.building import build, entities, spokesperson
from loaders.extract.grammar import children, governor, passive, phrase_start, words_after, words_before
from loaders.extract.noun_sides import verb_above
from loaders.extract.scene import Event, Mention, Scene
from loaders.extract.verdicts import Verdict
from schema.vocabulary import Kind, Status

_GREETING = frozenset("greeting congratulation condolence wish felicitation regard".split())
_LETTER = frozenset("letter message telegram cable note missive".split())
_PAPER = frozenset("letter telegram cable".split())
"""What even a country sends in no other sense."""
_SENT = frozenset("go reach arrive come be".split())
"""Verbs whose subject is the letter."""
_ANSWER = frozenset("answer reply respond".split())
_IN_WRITING = (("in", "writing"), ("by", "letter"), ("by", "telegram"), ("by", "cable"))


def message(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """A letter goes from its possessor, its "from", or the subject of its verb, to whom "to" names.

    Greetings are one only where somebody sends them: "conveyed his condolences to A".
    """
    verb = _writing(noun) or verb_above(noun)
    if noun.lemma_ in _GREETING and (verb is None or verb.lemma_ not in frames.WRITE or _anothers(noun, verb)):
        return
    senders = _named(scene, noun, ("from", "by")) or subjects.possessors(scene, noun)
    receivers = _named(scene, noun, ("to", "for")) or couriers.addressees(scene, noun)
    senders = senders or (couriers.origin(scene, noun) if receivers or _received(verb) else [])
    if noun.lemma_ in _LETTER:
        receivers = receivers or couriers.replied_to(scene, noun, senders) or couriers.takers_of(scene, noun, senders)
    preposition, _ = governor(noun)
    if verb is None and preposition is not None and preposition.i == noun.sent.start:
        verb = next((t for t in noun.sent if t.i > noun.i and t.tag_ in ("VBD", "VBZ") and t.dep_ != "relcl"), None)
    if verb is not None and preposition is not None and preposition.lower_ in ("in", "by", "through", "via"):
        senders = senders or [m for m in subjects.subject(scene, verb) if not spokesperson(m)]
        receivers = receivers or [m for m in sides.objects(scene, verb) if _people([m])]
        receivers = receivers or [m for _, g in sides.after(scene, verb, ("to",), 20, past_nouns=True)[:1] for m in g]
    elif verb is not None and verb.lemma_ in ("exchange", "swap"):
        both = [m for m in subjects.subject(scene, verb) if not spokesperson(m)]
        senders, receivers = both[:1], both[1:] or _named(scene, noun, ("with",))
    elif verb is not None and verb.lemma_ in _ANSWER:
        senders = senders or _named(scene, noun, ("of",)) or _writer(scene, noun)
        receivers = receivers or [m for m in subjects.subject(scene, verb) if not spokesperson(m)]
    elif verb is not None:
        subject = sides.agents(scene, verb) if passive(verb) else subjects.subject(scene, verb)
        if verb.lemma_ in ("receive", "get") and not passive(verb):
            receivers = receivers or subject
        elif not senders or noun.lemma_ in _GREETING:
            senders = subject if verb.lemma_ in frames.WRITE else []
        if not receivers and verb.lemma_ in frames.WRITE:
            receivers = [
                m for t in children(verb, "dative", "dobj") if t.i < noun.i for m in naming.named_by(scene, t)
            ] or [m for _, g in sides.after(scene, verb, ("to",))[:1] for m in g]
        if not receivers and verb.lemma_ == "reach":
            receivers = sides.objects(scene, verb)
        if not senders and verb.lemma_ in _SENT:
            senders = [m for _, g in sides.after(scene, verb, ("from",), 20)[:1] for m in g]
        if not receivers and verb.lemma_ in _SENT:
            receivers = [m for _, g in sides.after(scene, verb, ("to", "for"), 20, past_nouns=True)[:1] for m in g]
        if not receivers and verb.lemma_ in frames.WIRE:
            receivers = _earlier(scene, verb, senders)
    receivers = receivers or _wrote_first(scene, noun)
    if noun.lemma_ in _LETTER and (writer := _writer(scene, noun)) and (reader := _read_by(scene, noun)):
        senders, receivers = writer, reader
    if not senders and receivers and verb is not None and verb.lemma_ in _SENT:
        senders = _busy_before(scene, noun)
    verdict = status.of_verb(verb, headline) if verb is not None else Verdict(Status.HELD)
    if any(token.lower_ == "no" for token in scene.doc[phrase_start(noun) : noun.i]):
        verdict = Verdict(Status.DENIED, sure=False)
    if verb is not None and verb.lemma_ in couriers.HAND and noun.lemma_ in _LETTER:
        senders = _on_behalf(scene, verb) or senders
        yield from couriers.handed_over(scene, verb, noun, headline, senders)
    if verb is not None and verb.lemma_ in _ANSWER:
        verdict = Verdict(Status.HELD)
    yield from _sent(scene, noun, verdict, senders, receivers, "noun letter", among_states=noun.lemma_ in _PAPER)


def _wrote_first(scene: Scene, noun: Token) -> list[Mention]:
    """ "sent a cable in reply to A's": who wrote first."""
    for token in noun.sent:
        if token.lower_ in ("reply", "response", "answer") and [t.lower_ for t in words_before(token, 1)] == ["in"]:
            earlier = next((t for t in words_after(token, 14) if t.lemma_ in _LETTER | _GREETING), None)
            if earlier is None or earlier.i == noun.i:
                return []
            return subjects.possessors(scene, earlier) or _named(scene, earlier, ("from", "of", "by"))
    return []


def _anothers(noun: Token, verb: Token) -> bool:
    """ "conveyed the condolences of the Sovereign": said to somebody's face on behalf of another."""
    near = list(words_after(noun, 3))
    return (
        verb.lemma_ in ("convey", "pass", "extend", "bring")
        and len(near) > 2
        and near[0].lower_ == "of"
        and near[2].text[:1].isupper()
    )


def _received(verb: Token | None) -> bool:
    return verb is not None and verb.lemma_ in ("receive", "get") and not passive(verb)


def _writing(noun: Token) -> Token | None:
    """The verb of a clause on the letter: "a letter that A had sent to B"."""
    for child in noun.children:
        told = child.dep_ == "relcl" or (child.dep_ == "acl" and children(child, "agent"))
        if told and child.lemma_ in frames.WRITE | {"receive", "get"}:
            return child
    return None


def written(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """ "wrote to A", "cabled A", "answered A's letter", "thanked her in writing"."""
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    verdict = status.of_verb(verb, headline)
    lemma = verb.lemma_.lower()
    if lemma == "write" or (lemma in frames.WIRE and following == "to"):
        if following not in ("to", "back") and not _dated_to(verb):
            return
        groups = [group for _, group in sides.after(scene, verb, ("to",), 8)]
        receivers = groups[0] if groups else []
        if receivers and (more := _also_to(scene, receivers[-1])):
            if any(token.lower_ in ("each", "separately", "separate") for token in verb.sent):
                own = subjects.subject(scene, verb)
                yield from _sent(scene, scene.doc[more[0].root], verdict, own, more, "wrote to", sure=True)
            else:
                receivers = [*receivers, *more]
        if following == "back" and not receivers:
            receivers = _earlier(scene, verb, subjects.subject(scene, verb))
        yield from _sent(scene, verb, verdict, subjects.subject(scene, verb), receivers, "wrote to", sure=True)
    elif lemma in frames.WIRE:
        receivers = [m for m in sides.objects(scene, verb) if _people([m])]
        yield from _sent(scene, verb, verdict, subjects.subject(scene, verb), receivers, "wired", sure=True)
    elif lemma in _ANSWER:
        letter = next((t for t in words_after(verb, 6) if t.lemma_ in _LETTER), None)
        if letter is not None:
            receivers = _named(scene, letter, ("from", "by")) or subjects.possessors(scene, letter)
            receivers = receivers or _named(scene, letter, ("of",)) or _writer(scene, letter)
        elif _by_letter(verb):
            receivers = [m for m in sides.objects(scene, verb) if _people([m])] or _earlier(
                scene, verb, subjects.subject(scene, verb)
            )
        else:
            return
        yield from _sent(scene, verb, verdict, subjects.subject(scene, verb), receivers, "answered", sure=False)
    elif lemma in couriers.HAND and passive(verb):
        yield from couriers.delivered(scene, verb, headline)
    elif lemma in ("thank", "congratulate", "greet", "assure", "tell") and _by_letter(verb):
        own = subjects.subject(scene, verb)
        receivers = [m for m in sides.objects(scene, verb) if _people([m])] or _earlier(scene, verb, own)
        yield from _sent(scene, verb, verdict, own, receivers, "in writing", sure=False)


def _dated_to(verb: Token) -> bool:
    """ "wrote on Saturday to", "wrote again last week to": only the time stands before the receiver."""
    for token in words_after(verb, 6):
        if token.lower_ == "to":
            return True
        if token.pos_ in ("ADV", "DET") or token.lower_ in ("on", "in", "last", "earlier", "this"):
            continue
        if token.ent_type_ not in ("DATE", "TIME"):
            return False
    return False


def _also_to(scene: Scene, last: Mention) -> list[Mention]:
    """ "wrote to A and to B": the second receiver."""
    near = [token.lower_ for token in scene.doc[last.end : last.end + 3] if token.lower_ != ","]
    if near[:2] != ["and", "to"]:
        return []
    to = next(token for token in scene.doc[last.end : last.end + 3] if token.lower_ == "to")
    return sides.group_after(scene, to)


def _by_letter(verb: Token) -> bool:
    near = [token.lower_ for token in words_after(verb, 8)]
    return any(tuple(near[i : i + 2]) in _IN_WRITING for i in range(len(near) - 1))


def _on_behalf(scene: Scene, verb: Token) -> list[Mention]:
    """ "on behalf of A": whose letter it is that somebody hands over."""
    for token in verb.sent:
        if token.lower_ == "behalf":
            return [m for _, g in sides.after(scene, token, ("of",), 3)[:1] for m in g]
    return []


def _named(scene: Scene, noun: Token, prepositions: tuple[str, ...]) -> list[Mention]:
    return [m for _, group in sides.after(scene, noun, prepositions, 24)[:1] for m in group]


def _writer(scene: Scene, letter: Token) -> list[Mention]:
    """ "the letter of May 6 in which A had told him": who speaks in it."""
    which = next((t for t in words_after(letter, 8) if t.lower_ == "which"), None)
    if which is None or which.doc[which.i - 1].lower_ != "in":
        return []
    first = next((m for t in words_after(which, 3) if (m := scene.at(t)) is not None), None)
    return [first] if first is not None else []


def _read_by(scene: Scene, letter: Token) -> list[Mention]:
    """ "a letter in which A invites B": whom the writer speaks to in it."""
    for child in children(letter, "relcl"):
        return [m for m in sides.objects(scene, child) if _people([m])]
    return []


def _busy_before(scene: Scene, letter: Token) -> list[Mention]:
    """ "He had B to lunch, and by the evening a letter was off to C": who did something in the clause before."""
    for token in letter.sent:
        if token.i >= letter.i:
            return []
        if token.dep_ == "nsubj" and (mention := scene.at(token)) is not None and naming.people_first(mention):
            return [mention]
    return []


def _earlier(scene: Scene, verb: Token, senders: list[Mention]) -> list[Mention]:
    """The last other person told of before, in the sentence or the one before it."""
    own = entities(senders)
    first = verb.sent.start
    start = verb.doc[first - 1].sent.start if first else first
    for mention in reversed(scene.within(start, verb.i)):
        if naming.people_first(mention) and not entities([mention]) & own and not spokesperson(mention):
            return [mention]
    return []


def _people(mentions: list[Mention]) -> bool:
    return any(entity.is_person for mention in mentions for entity in mention.entities)


def _sent(
    scene: Scene,
    trigger: Token,
    verdict: Verdict,
    senders: list[Mention],
    receivers: list[Mention],
    rule: str,
    *,
    sure: bool = True,
    among_states: bool = False,
) -> Iterator[Event]:
    senders = [m for m in senders if any(e.is_person or not naming.is_place(scene, m) for e in m.entities)]
    if not _people([*senders, *receivers]) and not among_states:
        return
    receivers = [m for m in receivers if m.entities and not entities([m]) <= entities(senders)]
    if senders and receivers:
        yield build(scene, trigger, (trigger.i,), Kind.MESSAGE, verdict, [*senders, *receivers], rule, sure=sure)
