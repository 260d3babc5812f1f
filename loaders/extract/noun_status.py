"""Whether the contact that a noun means took place: from its modifiers, its verb, its preposition and its clauses."""

from spacy.tokens import Token

from loaders.extract import frames
from loaders.extract.circumstances import particle_status
from loaders.extract.grammar import (
    auxiliaries,
    children,
    governor,
    is_verb,
    negated,
    passive,
    phrase_start,
    whole,
    words_after,
    words_before,
)
from loaders.extract.noun_predicates import HAPPEN, LASTING, ORDINALS, START, predicated, stated, took_place
from loaders.extract.status import of_verb
from loaders.extract.verdicts import CLAIMS, Verdict, called_untrue, fate_of
from schema.vocabulary import Status

_BOUND = frozenset("due off bound expected headed".split())
_WISHES = frozenset(
    "possibility prospect idea chance proposal offer likelihood request talk hope speculation question suggestion "
    "appeal plea demand bid willingness readiness desire wish".split()
)
"""Nouns before "of a meeting" that say it is only thought of."""


def of_noun(noun: Token, headline: bool, carrier: Token | None = None) -> Verdict:
    """The status of the contact that the noun means.

    Args:
        noun: the frame's noun.
        headline: whether it stands in a headline.
        carrier: the verb that carries the noun as its light verb, where there is one.
    """
    preposition, above = governor(noun)
    if carrier is None and (leaning := _leaning(preposition, above)) is not None:
        return leaning
    modifiers = _modifiers(noun)
    if modifiers in (Status.POSTPONED, Status.CANCELLED, Status.DENIED) and carrier is None:
        return Verdict(modifiers)
    verdict = None
    if carrier is not None:
        verdict = _carried(noun, carrier, headline)
    elif above is not None and is_verb(above):
        if preposition is None:
            verdict = predicated(noun, above, headline)
        else:
            verdict = _placed(noun, preposition, above, headline)
    elif preposition is not None:
        verdict = _placed(noun, preposition, above, headline)
    if any(word.lemma_ in CLAIMS and called_untrue(word) for word in noun.ancestors):
        return Verdict(Status.DENIED)
    relative = None if above is not None and preposition is None and took_place(above) else _relative(noun, headline)
    if _continues(noun):
        verdict = Verdict(Status.ONGOING)
    if relative is not None and (
        verdict is None
        or not verdict.sure
        or verdict.status in (Status.HELD, Status.EXPECTED)
        or (relative.status is Status.HELD and verdict.status is Status.POSSIBLE)
    ):
        verdict = relative
    if modifiers is Status.HELD and verdict is not None and verdict.status is Status.DECLINED:
        return Verdict(Status.HELD)
    if modifiers in (Status.POSTPONED, Status.CANCELLED):
        modifiers = None
    if modifiers is not None and verdict is None:
        return Verdict(modifiers, sure=False)
    open_still = verdict is not None and verdict.status in (Status.HELD, Status.EXPECTED)
    if modifiers is not None and verdict is not None and open_still:
        return verdict if verdict.sure and modifiers is Status.HELD else Verdict(modifiers)
    return verdict or Verdict(Status.HELD, sure=False)


def _leaning(preposition: Token | None, above: Token | None) -> Verdict | None:
    """What a noun or adjective makes of the contact: "the offer of a call", "talk of a summit", "open to a meeting"."""
    if preposition is None or above is None or preposition.lower_ not in ("of", "for", "to", "about"):
        return None
    if above.pos_ == "ADJ" and (status := frames.GOVERNOR_STATUS.get(above.lower_)) is not None:
        refused = negated(above.head) and status is Status.POSSIBLE
        return Verdict(Status.DECLINED, refuser=above.head) if refused else Verdict(status)
    if above.pos_ != "NOUN" or above.lemma_.lower() not in _WISHES or (above.tag_ == "NNS" and above.lemma_ == "talk"):
        return None
    fate = fate_of(above)
    if fate is not None:
        return fate
    if above.head.lemma_ == "accept" and not negated(above.head):
        return Verdict(Status.EXPECTED)
    if any(token.lower_ == "no" for token in words_before(above, 3)):
        return Verdict(Status.DENIED)
    return Verdict(Status.POSSIBLE)


def _continues(noun: Token) -> bool:
    """ "for a third day of talks", "the second day of the negotiations": they go on."""
    counted = whole(noun)
    before = [token.lower_ for token in words_before(counted, 3)]
    return counted.lemma_ == "day" and bool(ORDINALS & set(before)) and "for" in before


def _modifiers(noun: Token) -> Status | None:
    start = phrase_start(noun)
    for index in range(noun.i - 1, start - 1, -1):
        status = frames.NOUN_MODIFIER_STATUS.get(noun.doc[index].lower_)
        if status is not None:
            return status
    before = [token.lower_ for token in words_before(noun.doc[start], 2)]
    if before == ["alone", "let"]:
        return Status.DENIED
    if any(token.pos_ == "NOUN" and token.lemma_ in _WISHES for token in words_before(noun.doc[start], 4)):
        return Status.POSSIBLE
    if any(
        token.lower_ in ("preparation", "preparations", "plans", "plan", "arrangements", "date")
        for token in words_before(noun.doc[start], 4)
    ):
        none = any(token.lower_ == "no" for token in words_before(noun.doc[start], 5))
        return Status.DENIED if none else Status.EXPECTED
    return None


def _carried(noun: Token, carrier: Token, headline: bool) -> Verdict:
    verdict = of_verb(carrier, headline)
    if carrier.lemma_ in START and verdict.status is Status.HELD and noun.lemma_ in LASTING:
        return Verdict(Status.ONGOING, sure=False)
    return verdict


def _placed(noun: Token, preposition: Token, above: Token | None, headline: bool) -> Verdict:
    """The noun stands after a preposition: "after the call", "ahead of the talks", "agreed on a meeting"."""
    word = preposition.lower_
    left = [token.lower_ for token in words_before(preposition, 2)]
    verb = above if above is not None and is_verb(above) else None
    particle = particle_status(verb) if verb is not None else None
    if verb is not None and particle is not None and particle is not Status.POSSIBLE:
        return stated(noun, verb, particle, of_verb(verb, headline))
    if word in frames.BEFORE or (word in ("of", "to") and left[:1] and left[0] in ("ahead", "advance", "prior", "eve")):
        return Verdict(Status.EXPECTED, sure=False)
    if word == "for" and above is not None and above.lower_ in _BOUND:
        return Verdict(Status.EXPECTED)
    if verb is not None and frames.PARTICLE_STATUS.get((verb.lemma_, word)) is Status.POSSIBLE:
        return Verdict(Status.POSSIBLE)
    if (
        word in ("for", "as")
        and verb is not None
        and verb.lemma_ in ("offer", "propose", "suggest", "volunteer", "tout")
    ):
        return Verdict(Status.POSSIBLE)
    if word == "for" and verb is not None:
        if verb.lemma_ in ("prepare", "schedule", "plan", "set", "ready") or _bound(verb):
            return Verdict(Status.EXPECTED)
        return of_verb(verb, headline)
    if word in ("on", "about", "over", "to") and verb is not None and verb.lemma_ in ("agree", "decide"):
        return Verdict(Status.EXPECTED)
    if word == "to" and verb is not None and verb.lemma_ in ("invite", "agree"):
        return Verdict(Status.POSSIBLE if verb.lemma_ == "invite" else Status.EXPECTED)
    if word in ("after", "following", "since", "upon"):
        return Verdict(Status.HELD, sure=False)
    if verb is not None:
        own = of_verb(verb, headline)
        if own.status in (Status.EXPECTED, Status.POSSIBLE):
            return Verdict(own.status, sure=False)
        if own.status in (Status.CANCELLED, Status.POSTPONED):
            return own
    return Verdict(Status.HELD, sure=False)


def _bound(verb: Token) -> bool:
    """ "is due in Cairo for talks", "is off to Paris", "is expected here"."""
    return verb.lemma_ == "be" and any(t.lower_ in _BOUND for t in words_after(verb, 2))


def _relative(noun: Token, headline: bool) -> Verdict | None:
    """A clause on the noun itself: "a meeting planned for Monday", "which is to take place next week"."""
    for child in children(noun, "acl", "relcl"):
        if not is_verb(child) or child.i < noun.i:
            continue
        particle = particle_status(child)
        status = particle or frames.OBJECT_STATUS.get(child.lemma_)
        own = of_verb(child, headline)
        if status is not None and (child.tag_ == "VBN" or passive(child)):
            return stated(noun, child, status, own)
        if child.tag_ == "VBN" and not auxiliaries(child):
            return None
        if own.status in (Status.EXPECTED, Status.POSSIBLE):
            return own
        if child.lemma_ in HAPPEN | START and child.tag_ in ("VBZ", "VBP") and not auxiliaries(child):
            return Verdict(Status.EXPECTED)
        if child.lemma_ in frames.LIGHT and own.sure:
            return own
    return None
