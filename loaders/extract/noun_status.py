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
from loaders.extract.status import of_verb
from loaders.extract.verdicts import CLAIMS, Verdict, called_untrue, fate_of
from schema.vocabulary import Status

_UNDER_WAY = frozenset("way underway ongoing progress".split())
_LASTING = frozenset("talk summit negotiation round session".split())
_HAPPEN = frozenset("take happen occur materialise materialize go".split())
_ORDINALS = frozenset("second third fourth fifth sixth seventh".split())
_GO_ON = frozenset("continue drag proceed go".split())
_BOUND = frozenset("due off bound expected headed".split())
_WISHES = frozenset(
    "possibility prospect idea chance proposal offer likelihood request talk hope speculation question suggestion "
    "appeal plea demand bid willingness readiness desire wish".split()
)
"""Nouns before "of a meeting" that say it is only thought of."""
_START = frozenset("begin start open resume kick continue".split())


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
            verdict = _predicated(noun, above, headline)
        else:
            verdict = _placed(noun, preposition, above, headline)
    elif preposition is not None:
        verdict = _placed(noun, preposition, above, headline)
    if any(word.lemma_ in CLAIMS and called_untrue(word) for word in noun.ancestors):
        return Verdict(Status.DENIED)
    relative = None if above is not None and preposition is None and _took_place(above) else _relative(noun, headline)
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


def _took_place(verb: Token) -> bool:
    """ "took place on Saturday", "was moved to Saturday and took place": whatever was planned, it was held."""
    return any(
        other.lemma_ in ("take", "happen", "occur") and other.tag_ == "VBD" and not negated(other)
        for other in (verb, *verb.conjuncts)
    )


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
    return counted.lemma_ == "day" and bool(_ORDINALS & set(before)) and "for" in before


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
    if carrier.lemma_ in _START and verdict.status is Status.HELD and noun.lemma_ in _LASTING:
        return Verdict(Status.ONGOING, sure=False)
    return verdict


def _predicated(noun: Token, verb: Token, headline: bool) -> Verdict:
    """The noun is the verb's subject or object."""
    if verb.dep_ == "csubj" and verb.head.lemma_ == "be" and _is_off(verb.head):
        return Verdict(Status.CANCELLED)
    subject = noun.i < verb.i and not (passive(verb) is False and noun.dep_ in ("dobj", "pobj"))
    particle = particle_status(verb)
    status = particle or frames.OBJECT_STATUS.get(verb.lemma_)
    own = of_verb(verb, headline)
    if subject and (fate := _later_fate(verb)) is not None:
        return Verdict(fate)
    if subject and verb.lemma_ in ("take", "hold") and own.status is Status.EXPECTED and _now_instead(noun, verb):
        return Verdict(Status.POSTPONED)
    if subject and verb.lemma_ in _START and own.status is Status.HELD and noun.lemma_ in _LASTING and not headline:
        return Verdict(Status.ONGOING, sure=False)
    if status is not None and (not subject or passive(verb) or particle):
        return _stated(noun, verb, status, own)
    if subject and verb.lemma_ in _HAPPEN and negated(verb) and own.status is not Status.POSSIBLE:
        return _did_not_happen(verb)
    if subject and verb.lemma_ in _HAPPEN and any(t.lower_ in ("no", "any") for t in words_before(noun, 4)):
        return Verdict(Status.DENIED, general=any(aux.lemma_ == "have" for aux in auxiliaries(verb)))
    if subject and verb.lemma_ == "have" and any(t.lower_ in ("date", "day") for t in words_after(verb, 4)):
        return Verdict(Status.EXPECTED)
    if verb.lemma_ == "be" and _there_is_no(verb, noun):
        return Verdict(Status.DENIED, general=any(aux.lemma_ == "have" for aux in auxiliaries(verb)))
    if (
        subject
        and verb.lemma_ == "enter"
        and noun.lemma_ in _LASTING
        and any(t.lower_ in _ORDINALS for t in words_after(verb, 3))
    ):
        return Verdict(Status.ONGOING)
    if subject and verb.lemma_ in ("be", "get") and any(t.lower_ in _UNDER_WAY for t in words_after(verb, 3)):
        return Verdict(Status.ONGOING)
    if subject and verb.lemma_ == "be" and _is_off(verb):
        return Verdict(Status.POSTPONED if _for_now(verb) else Status.CANCELLED)
    if subject and verb.lemma_ in _GO_ON and verb.tag_ in ("VBZ", "VBP") and noun.lemma_ in _LASTING and not headline:
        return Verdict(Status.ONGOING)
    if subject and verb.lemma_ == "be" and _considered(verb):
        return Verdict(Status.POSSIBLE)
    if subject and verb.lemma_ in ("be", "remain") and any(t.lower_ == "interest" for t in words_after(verb, 3)):
        return Verdict(Status.DECLINED)
    if subject and verb.lemma_ == "be" and own.status is not Status.POSSIBLE and _scheduled(verb):
        no = negated(verb) or any(t.lower_ == "no" for t in words_before(noun, 4))
        return Verdict(Status.DENIED if no else Status.EXPECTED)
    if subject and verb.lemma_ in ("be", "remain") and _off_the_table(verb):
        return Verdict(Status.DECLINED)
    if subject and verb.lemma_ == "be":
        attribute = next((c for c in verb.children if c.dep_ in ("acomp", "attr", "advmod", "xcomp", "oprd")), None)
        word = attribute.lemma_.lower() if attribute is not None else ""
        if word in frames.GOVERNOR_STATUS or (attribute is not None and attribute.lower_ in frames.GOVERNOR_STATUS):
            return Verdict(frames.GOVERNOR_STATUS.get(word) or frames.GOVERNOR_STATUS[attribute.lower_])  # type: ignore[union-attr]
        if verb.tag_ in ("VBZ", "VBP") and not headline:
            return Verdict(Status.EXPECTED, sure=False)
    if own.general and own.status is Status.HELD:
        return Verdict(Status.HELD, sure=False)
    return own


def _now_instead(noun: Token, verb: Token) -> bool:
    """ "The talks, planned for Friday, will now take place on Monday"."""
    between = noun.doc[noun.i : verb.i]
    return any(t.lower_ in ("now", "instead") for t in between[-4:]) and any(
        t.lower_ in ("planned", "scheduled", "due", "set", "expected") for t in between
    )


def _there_is_no(verb: Token, noun: Token) -> bool:
    """ "There was no meeting between A and B"."""
    return bool(children(verb, "expl")) and any(token.lower_ == "no" for token in words_before(noun, 4))


def _off_the_table(verb: Token) -> bool:
    """ "is out of the question", "remains off the table"."""
    near = [token.lower_ for token in words_after(verb, 4)]
    return bool({"out", "off"} & set(near[:2])) and bool({"question", "table"} & set(near))


def _scheduled(verb: Token) -> bool:
    """ "is on the agenda", "were in the diary"."""
    near = [token.lower_ for token in words_after(verb, 4)]
    return near[:1] in (["on"], ["in"]) and bool({"agenda", "cards", "calendar", "diary", "programme"} & set(near))


def _considered(verb: Token) -> bool:
    """ "is under consideration", "are under discussion", "is in the air"."""
    near = [token.lower_ for token in words_after(verb, 3)]
    return "under" in near[:2] and bool({"consideration", "discussion", "review"} & set(near))


def _is_off(verb: Token) -> bool:
    """ "is off", "are off for now"."""
    near = list(words_after(verb, 2))
    return bool(near) and near[0].lower_ == "off" and (len(near) < 2 or near[1].pos_ not in ("DET", "NOUN", "PROPN"))


def _for_now(verb: Token) -> bool:
    """ "is off for now", "are off for the time being"."""
    near = [token.lower_ for token in words_after(verb, 6)]
    return near[1:2] == ["for"] and bool({"now", "moment", "being"} & set(near[2:5]))


def _later_fate(verb: Token) -> Status | None:
    """ "was scheduled for Monday but was put off", "was moved and took place": what the conjoined verb says."""
    for other in verb.conjuncts:
        if is_verb(other) and other.i > verb.i:
            if _took_place(other):
                return Status.HELD
            status = particle_status(other) or frames.OBJECT_STATUS.get(other.lemma_)
            if status in (Status.POSTPONED, Status.CANCELLED) and passive(other):
                return status
    return None


def _did_not_happen(verb: Token) -> Verdict:
    """ "did not take place": called off, or, where the reason is that one side "would not" or "refused", declined."""
    for token in words_after(verb, 16):
        if token.lemma_ in ("refuse", "decline", "reject", "boycott") or (
            token.lower_ == "would" and negated(token.head)
        ):
            return Verdict(Status.DECLINED, refuser=token.head if token.lower_ == "would" else token)
    return Verdict(Status.CANCELLED)


def _stated(noun: Token, verb: Token, status: Status, own: Verdict) -> Verdict:
    """A verb such as "propose", "plan" or "postpone" with the noun as its object."""
    denied = negated(verb) or own.status is Status.DENIED
    no = any(token.lower_ == "no" for token in words_before(noun, 3))
    if status is Status.DENIED:
        return Verdict(Status.POSSIBLE if denied else Status.DENIED, refuser=verb if verb.lemma_ == "rule" else None)
    if verb.lemma_ == "confirm" and not denied and _told_of(noun):
        return Verdict(Status.HELD, sure=False)
    if status is Status.EXPECTED and denied and verb.lemma_ in ("announce", "confirm"):
        return Verdict(Status.POSSIBLE, sure=False)
    if status is Status.EXPECTED and (denied or no):
        return Verdict(Status.DENIED)
    if status is Status.DECLINED:
        return Verdict(Status.DECLINED, refuser=verb)
    if status in (Status.POSTPONED, Status.CANCELLED) and own.status in (Status.POSSIBLE, Status.EXPECTED):
        return Verdict(Status.EXPECTED, sure=False)
    if status is Status.CANCELLED and not passive(verb) and noun.i > verb.i:
        return Verdict(status, refuser=verb)
    if status is Status.CANCELLED and passive(verb) and any(t.lower_ == "by" for t in words_after(verb, 2)):
        return Verdict(status, refuser=verb)
    return Verdict(status)


def _told_of(noun: Token) -> bool:
    """ "the meeting", "the call", and no more: whatever was told of it before."""
    return [child.lower_ for child in noun.children] in (["the"], ["this"], ["that"], ["both"])


def _placed(noun: Token, preposition: Token, above: Token | None, headline: bool) -> Verdict:
    """The noun stands after a preposition: "after the call", "ahead of the talks", "agreed on a meeting"."""
    word = preposition.lower_
    left = [token.lower_ for token in words_before(preposition, 2)]
    verb = above if above is not None and is_verb(above) else None
    particle = particle_status(verb) if verb is not None else None
    if verb is not None and particle is not None and particle is not Status.POSSIBLE:
        return _stated(noun, verb, particle, of_verb(verb, headline))
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
            return _stated(noun, child, status, own)
        if child.tag_ == "VBN" and not auxiliaries(child):
            return None
        if own.status in (Status.EXPECTED, Status.POSSIBLE):
            return own
        if child.lemma_ in _HAPPEN | _START and child.tag_ in ("VBZ", "VBP") and not auxiliaries(child):
            return Verdict(Status.EXPECTED)
        if child.lemma_ in frames.LIGHT and own.sure:
            return own
    return None
