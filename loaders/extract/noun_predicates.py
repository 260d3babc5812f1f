"""What the verb says of the contact noun that is its subject or object: held, called off, under consideration."""

from spacy.tokens import Token

from loaders.extract import frames
from loaders.extract.circumstances import particle_status
from loaders.extract.grammar import auxiliaries, children, is_verb, negated, passive, words_after, words_before
from loaders.extract.status import of_verb
from loaders.extract.verdicts import Verdict
from schema.vocabulary import Status

_UNDER_WAY = frozenset("way underway ongoing progress".split())
LASTING = frozenset("talk summit negotiation round session".split())
"""Nouns of what lasts: begun, it is under way."""
HAPPEN = frozenset("take happen occur materialise materialize go".split())
"""Verbs that say of their subject that it came about."""
ORDINALS = frozenset("second third fourth fifth sixth seventh".split())
_GO_ON = frozenset("continue drag proceed go".split())
START = frozenset("begin start open resume kick continue".split())


def took_place(verb: Token) -> bool:
    """ "took place on Saturday", "was moved to Saturday and took place": whatever was planned, it was held."""
    return any(
        other.lemma_ in ("take", "happen", "occur") and other.tag_ == "VBD" and not negated(other)
        for other in (verb, *verb.conjuncts)
    )


def predicated(noun: Token, verb: Token, headline: bool) -> Verdict:
    """The status of the contact that the noun, subject or object of the verb, means."""
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
    if subject and verb.lemma_ in START and own.status is Status.HELD and noun.lemma_ in LASTING and not headline:
        return Verdict(Status.ONGOING, sure=False)
    if status is not None and (not subject or passive(verb) or particle):
        return stated(noun, verb, status, own)
    if subject and verb.lemma_ in HAPPEN and negated(verb) and own.status is not Status.POSSIBLE:
        return _did_not_happen(verb)
    if subject and verb.lemma_ in HAPPEN and any(t.lower_ in ("no", "any") for t in words_before(noun, 4)):
        return Verdict(Status.DENIED, general=any(aux.lemma_ == "have" for aux in auxiliaries(verb)))
    if subject and verb.lemma_ == "have" and any(t.lower_ in ("date", "day") for t in words_after(verb, 4)):
        return Verdict(Status.EXPECTED)
    if verb.lemma_ == "be" and _there_is_no(verb, noun):
        return Verdict(Status.DENIED, general=any(aux.lemma_ == "have" for aux in auxiliaries(verb)))
    if (
        subject
        and verb.lemma_ == "enter"
        and noun.lemma_ in LASTING
        and any(t.lower_ in ORDINALS for t in words_after(verb, 3))
    ):
        return Verdict(Status.ONGOING)
    if subject and verb.lemma_ in ("be", "get") and any(t.lower_ in _UNDER_WAY for t in words_after(verb, 3)):
        return Verdict(Status.ONGOING)
    if subject and verb.lemma_ == "be" and _is_off(verb):
        return Verdict(Status.POSTPONED if _for_now(verb) else Status.CANCELLED)
    if subject and verb.lemma_ in _GO_ON and verb.tag_ in ("VBZ", "VBP") and noun.lemma_ in LASTING and not headline:
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
            if took_place(other):
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


def stated(noun: Token, verb: Token, status: Status, own: Verdict) -> Verdict:
    """What a verb such as "propose", "plan" or "postpone" says of the noun that is its object.

    Args:
        noun: the contact's noun.
        verb: the verb.
        status: what the verb says as such.
        own: how the verb itself stands in its clause.
    """
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
