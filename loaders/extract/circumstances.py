"""What stands around a verb and bears on whether the contact took place: conditions, words of the future, particles."""

from itertools import pairwise

from spacy.tokens import Token

from loaders.extract import frames
from loaders.extract.grammar import children, is_verb, words_after
from loaders.extract.verb_frames import SURE_FORMS
from schema.vocabulary import Status

_FUTURE_WORDS = frozenset("tomorrow next upcoming later tonight soon".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CONDITIONS = {("only", "if"), ("provided", "that"), ("on", "condition")}


def on_condition(verb: Token) -> bool:
    """ "will meet him only if", "will talk, provided that", "will come unless"."""
    if any(m.lower_ in ("if", "unless") for c in children(verb, "advcl") for m in children(c, "mark") if c.i > verb.i):
        return True
    after = [token.lower_ for token in words_after(verb, 20)]
    return "unless" in after or any(pair in _CONDITIONS for pair in pairwise(after))


def before_it_began(noun: Token) -> bool:
    """ "broke off the talks before they began": they did not take place."""
    near = [token for token in words_after(noun, 16) if token.pos_ != "ADV"]
    return any(
        first.lower_ == "before"
        and second.lower_ in ("they", "it", "these")
        and any(t.lemma_ in ("begin", "start", "open") for t in words_after(second, 3))
        for first, second in pairwise(near)
    )


def next_is(token: Token, words: tuple[str, ...]) -> bool:
    """Whether one of the words follows the token."""
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in words


def since(verb: Token) -> bool:
    """ "have not met since June" tells of a contact in June."""
    return any(
        token.lower_ == "since" and any(after.ent_type_ == "DATE" for after in words_after(token, 5))
        for token in words_after(verb, 8)
    )


def attributed(verb: Token, speech: frozenset[str]) -> bool:
    """Whether the sentence says who says so, by one of the verbs of speech, or when it is not to be."""
    return any(
        (token.lemma_ in speech and is_verb(token)) or token.lower_ in ("contrary", "month", "week", "tomorrow")
        for token in verb.sent
        if token.i != verb.i
    )


def planned_past(verb: Token) -> bool:
    """ "was travelling to Riga tomorrow": told in the past, and still to come."""
    return any(token.lower_ in _FUTURE_WORDS for token in words_after(verb, 12))


def future(verb: Token) -> bool:
    """Whether a word of the future follows: "tomorrow", "next week"."""
    return any(token.lower_ in _FUTURE_WORDS for token in words_after(verb, 14))


def on_a_day(verb: Token) -> bool:
    """ "arrives on Thursday": what the present tells of a day is to come."""
    if verb.lower_ in SURE_FORMS or verb.tag_ == "VB":
        return False
    if any(
        token.lower_ == "on" and token.i + 1 < len(token.doc) and _day(token.doc[token.i + 1])
        for token in words_after(verb, 10)
    ):
        return True
    start = verb.sent.start
    opening = verb.doc[start : min(start + 3, verb.i)]
    return any(token.lower_ in _WEEKDAYS for token in opening) and not any(
        token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in verb.doc[start : verb.i]
    )


def _day(token: Token) -> bool:
    """ "Thursday", "July 6", "6 July"."""
    return token.lower_ in _WEEKDAYS or (
        token.ent_type_ == "DATE" and any(t.like_num for t in token.doc[token.i :][:2])
    )


def governor(token: Token) -> Token | None:
    """The nearest verb that governs the token."""
    head = token.head
    for _ in range(5):
        if head.i == token.i:
            return None
        if is_verb(head):
            return head
        if head.head.i == head.i:
            return None
        head = head.head
    return None


def particle_status(verb: Token) -> Status | None:
    """What a verb with its particle says of its object: "put off", "call off", "rule out"."""
    for token in words_after(verb, 5):
        status = frames.PARTICLE_STATUS.get((verb.lemma_, token.lower_))
        if status is not None and (token.i - verb.i <= 2 or token.dep_ == "prt" or token.head.i == verb.i):
            return status
    return None
