"""Who hands a letter over to whom: the letter is between sender and addressee, handing it over a meeting of its own."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import naming, sides, status, subjects
from loaders.extract.building import build, entities, spokesperson
from loaders.extract.grammar import is_verb, passive, words_after, words_before
from loaders.extract.noun_sides import verb_above
from loaders.extract.scene import Event, Mention, Scene
from schema.vocabulary import Kind

HAND = frozenset("hand deliver present bring".split())
"""Verbs for which the bearer stands before the one who takes the letter."""
_BEAR = frozenset("carry bear bring convey transmit".split())
_SENT_OUT = frozenset("go come leave arrive".split())
_LETTERS = frozenset("letter message telegram cable note missive".split())
_REPLY = frozenset("reply response answer replying responding".split())


def handed_over(scene: Scene, verb: Token, noun: Token, headline: bool, senders: list[Mention]) -> Iterator[Event]:
    """ "A handed B a letter from C": A and B met.

    Args:
        scene: the article.
        verb: the verb of handing over.
        noun: the letter.
        headline: whether the sentence is one.
        senders: whose letter it is.
    """
    if passive(verb):
        return
    carriers = [m for m in subjects.subject(scene, verb) if _person(m)]
    takers = [m for m in scene.within(verb.i + 1, noun.i) if _person(m) and not naming.possessive(scene, m)]
    takers = takers or [m for _, g in sides.after(scene, verb, ("to",), 20, past_nouns=True)[:1] for m in g]
    takers = [m for m in takers if _person(m) and not entities([m]) & entities(carriers)]
    if carriers and takers and not entities(carriers) & entities(senders):
        verdict = status.of_verb(verb, headline)
        yield build(scene, verb, (verb.i,), Kind.MEETING, verdict, [*carriers, *takers], "handed over")


def delivered(scene: Scene, verb: Token, headline: bool) -> Iterator[Event]:
    """ "received a letter from A. It was delivered by B": B met who received it."""
    carriers = [m for m in sides.agents(scene, verb) if _person(m) and not spokesperson(m)]
    letter = _letter_before(verb) if carriers else None
    if letter is None:
        return
    takers = [m for _, g in sides.after(scene, verb, ("to",), 12)[:1] for m in g if _person(m)]
    above = verb_above(letter)
    if not takers and above is not None and above.lemma_ in ("receive", "get", "accept") and not passive(above):
        takers = subjects.subject(scene, above)
    takers = (
        takers or addressees(scene, letter) or [m for _, g in sides.after(scene, letter, ("to",), 14)[:1] for m in g]
    )
    takers = [m for m in takers if _person(m) and not entities([m]) & entities(carriers)]
    if takers:
        verdict = status.of_verb(verb, headline)
        yield build(scene, verb, (verb.i,), Kind.MEETING, verdict, [*carriers, *takers], "delivered by")


def _letter_before(verb: Token) -> Token | None:
    """What "delivered" is said of: a letter in the sentence, or in the one before where it says only "it"."""
    for token in words_before(verb, 40):
        if token.lemma_ in _LETTERS:
            return token
    first = verb.sent.start
    if not first or not any(t.lower_ in ("it", "this", "which") for t in words_before(verb, 6)):
        return None
    return next((t for t in reversed(list(verb.doc[first - 1].sent)) if t.lemma_ in _LETTERS), None)


def by_note(verb: Token) -> bool:
    """ "informed him in a note", "told her by letter": they did not speak."""
    for token in words_after(verb, 14):
        if token.lemma_ in _LETTERS and {"in", "by", "through"} & {t.lower_ for t in words_before(token, 3)}:
            return True
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return False


def addressees(scene: Scene, noun: Token) -> list[Mention]:
    """ "a written message, addressed to A", "a letter intended for A"."""
    for token in words_after(noun, 6):
        if token.lower_ in ("addressed", "directed", "destined", "intended"):
            return [m for _, g in sides.after(scene, token, ("to", "for"), 3)[:1] for m in g]
    return []


def origin(scene: Scene, noun: Token) -> list[Mention]:
    """ "a letter addressed to A, from B", "a letter to A went out from B": who sent what is far from its "from"."""
    for token in words_after(noun, 28):
        if token.lower_ == "from" and not any(t.lemma_ in _SENT_OUT for t in words_before(token, 3)):
            return [m for m in sides.group_after(scene, token) if not naming.is_place(scene, m)]
        if is_verb(token) and token.lemma_ in _SENT_OUT:
            return [m for _, g in sides.after(scene, token, ("from",), 6)[:1] for m in g]
        if token.tag_ in ("VBD", "VBZ", "VBP") and token.lower_ != "addressed":
            return []
    return []


def takers_of(scene: Scene, noun: Token, senders: list[Mention]) -> list[Mention]:
    """ "received B, bearer of a message from C": the one in the sentence who belongs to neither of them."""
    near = [*words_before(noun, 6)]
    if not any(t.lower_ == "bearer" or (t.lemma_ in _BEAR and is_verb(t)) for t in near):
        return []
    home = {entity.polity for m in senders for entity in m.entities}
    people = [m for m in scene.within(noun.sent.start, noun.i) if _person(m) and not naming.possessive(scene, m)]
    found = [m for m in people if not any(e.polity in home for e in m.entities) and not spokesperson(m)]
    return found[:1] if len(people) > len(found) or len(people) > 1 else []


def replied_to(scene: Scene, noun: Token, senders: list[Mention]) -> list[Mention]:
    """ "received a cable from A in reply to his own": to whom the letter that is answered went."""
    near = list(words_before(noun, 7))
    replies = any(t.lower_ in _REPLY for t in near) and any(t.lower_ == "to" for t in near)
    if not replies or not senders:
        return []
    own = entities(senders)
    before = [m for m in scene.within(noun.sent.start, noun.i) if _person(m) and not entities([m]) & own]
    return before[-1:]


def _person(mention: Mention) -> bool:
    return bool(mention.entities) and any(entity.is_person for entity in mention.entities)
