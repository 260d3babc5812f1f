"""Whether a phrase of time or place belongs to an event's words or to something else in the sentence.

The parse is asked first: what the phrase hangs on, and how that stands to the event. The order of the words corrects it
where a small model errs most: phrases after a verb of saying, and phrases at the head of a sentence.
"""

from spacy.tokens import Doc, Token

from loaders.extract.scene import Event
from schema.vocabulary import Status


def word_set(text: str) -> frozenset[str]:
    """The words of the text, for tables of words."""
    return frozenset(text.split())


SAYING = word_set(
    "say tell announce report confirm add note write state post claim reveal disclose declare explain stress"
    " indicate inform quote repeat insist warn deny reply answer ask recall acknowledge admit comment recount"
    " remark publish urge demand accuse argue brief vow pledge reiterate emphasize emphasise underline"
    " mention hint signal predict"
)
"""Verbs whose time and place are those of speaking."""

DECIDING = word_set(
    "agree decide plan offer propose accept refuse reject decline invite promise suggest consider appoint"
    " schedule approve arrange cancel postpone order instruct"
)
"""Verbs of settling something: the day on which it was settled is not the day of what was settled."""

SCHEDULING = word_set(
    "plan schedule set hold open begin start slate expect happen arrange announce take convene fix pencil agree"
    " chair host due broker mediate organise organize close end last run go"
)
"""Verbs that say of a contact, from a clause on its noun, when or where it is: "a meeting planned for Monday"."""

_SETTLED = (DECIDING | word_set("turn snub scrap drop abandon skip boycott request seek")) - SCHEDULING
"""In a clause on the contact's noun, they have a day of their own: "talks that A proposed on Monday"."""

_STRETCHES = word_set(
    "course half beginning start end middle quarter part rest close day week month morning evening night"
)
"""Before "of" and a time they belong to the time: "in the course of next year"."""

_BREAKS = word_set("which who whom where when while because although though but after before")
_PLACES = ("GPE", "LOC", "FAC")
_ASIDE = word_set("margins sidelines fringes face")
"""What leads from a phrase to what happened there: "on the sidelines of the summit in", "face to face in"."""

_AFTERWARDS = word_set("later then afterwards afterward subsequently before earlier separately")
_RIGHT_AFTER = 8
"""Tokens around the other side of a verb's further contact within which its own date and place stand."""

_JOINED = 6
"""Tokens before such a phrase in which "and" stands: "and in Riga, two days later, by B"."""

_DOUBTED = 34
"""Most that the order of the words can give against the parse."""

_FRONTED = 40
"""Strength of a phrase that opens the sentence, or that follows at a distance within the clause."""


def bond(event: Event, doc: Doc, start: int, end: int) -> int:
    """How strongly the phrase ``[start, end)`` belongs to the event, from 0 (not at all) to 100 (on its own words)."""
    words = {event.trigger, *event.words}
    root = _root(doc, start, end)
    if doc[event.trigger].sent.start != root.sent.start or _in_another_part(doc, words, start, end):
        return 0
    owner = _owner(root)
    if owner.i in words or _of_side(event, owner) or _right_after(doc, event, start):
        return 100
    if _elsewhere(doc, owner, words, start, end):
        return 0
    if said(doc, start, words):
        return 0
    verb = verb_of(event, doc)
    subject = doc[event.trigger].dep_ in ("nsubj", "nsubjpass")
    held = event.status is Status.HELD
    by_parse = _by_parse(owner, verb, words, start, subject, held)
    speaks = owner.pos_ == "VERB" and owner.lemma_ in SAYING and verb is not None and owner in verb.ancestors
    by_order = 0 if speaks and _fronted(doc, start) else _by_order(doc, event, start, end)
    if by_parse == 0 and _elsewhere_by_parse(owner, verb, words, start):
        return min(by_order, _DOUBTED)
    return max(by_parse, by_order)


def with_own_side(event: Event, doc: Doc, start: int, end: int) -> bool:
    """Whether the phrase stands with the side of a verb's further contact: "rang A and, on Monday in Riga, met B"."""
    if event.trigger in event.words:
        return False
    side = next((s.mention for s in event.sides if s.mention.start <= event.trigger < s.mention.end), None)
    if side is None or start >= side.end:
        return 0 <= start - event.trigger < _RIGHT_AFTER
    before = doc[max(doc[start].sent.start, start - _JOINED) : start]
    return (
        end <= side.start
        and side.start - end < _RIGHT_AFTER
        and any(token.lower_ in ("and", ";", "then") for token in before)
    )


def _in_another_part(doc: Doc, words: set[int], start: int, end: int) -> bool:
    """Whether a semicolon with a verb of its own beyond it parts the phrase from all of the event's words."""
    for mark in (token.i for token in doc[start].sent if token.text == ";"):
        if max(words) < mark < start or end <= mark < min(words):
            beyond = doc[mark + 1 : doc[start].sent.end] if mark < start else doc[doc[start].sent.start : mark]
            if any(token.pos_ in ("VERB", "AUX") for token in beyond):
                return True
    return False


def _elsewhere_by_parse(owner: Token, verb: Token | None, words: set[int], start: int) -> bool:
    """Whether the parse gives the phrase to a noun apart from the event, or to a verb that stands before it."""
    if owner.pos_ in ("NOUN", "PROPN"):
        return not any(above.i in words for above in owner.ancestors)
    if owner.dep_ == "relcl" and owner.head.i < start and verb is not None and owner not in verb.ancestors:
        return True
    first = min(words)
    return owner.pos_ == "VERB" and verb is not None and owner.i < first and start < first and verb.dep_ == "conj"


def said(doc: Doc, start: int, words: set[int]) -> bool:
    """Whether the phrase says when or where somebody spoke: "told reporters on Monday", "on Monday announced"."""
    sentence = doc[start].sent
    if start > sentence.start and doc[start - 1].lower_ == "for":
        return False
    for index in range(start - 1, max(sentence.start - 1, start - 9), -1):
        token = doc[index]
        if index in words:
            return False
        if token.lower_ == "that" or token.text in (",", ";", ":", "”", '"') or token.dep_ == "mark":
            return False
        if token.pos_ in ("VERB", "AUX"):
            return token.lemma_ in SAYING or (token.tag_ == "VBG" and token.lemma_ in ("speak", "talk", "appear"))
    return False


def verb_of(event: Event, doc: Doc) -> Token | None:
    """The verb that carries the event: its trigger, its light verb, or the nearest verb above its noun."""
    trigger = doc[event.trigger]
    if trigger.pos_ in ("VERB", "AUX"):
        return trigger
    for index in event.words:
        if doc[index].pos_ in ("VERB", "AUX"):
            return doc[index]
    return verb_above(trigger)


def verb_above(token: Token) -> Token | None:
    """The nearest verb that governs the token."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return above
    return None


def _root(doc: Doc, start: int, end: int) -> Token:
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head.i == token.i:
            return token
    return doc[start]


def _owner(root: Token) -> Token:
    """What the phrase hangs on; prepositions, its own words, and other places and occasions are skipped."""
    token = root.head
    for _ in range(6):
        through = token.pos_ in ("ADP", "SCONJ", "PART") or token.ent_type_ in _PLACES or token.lower_ in _ASIDE
        through = through or (token.lower_ == "time" and token.dep_ == "pobj" and token.head.lower_ == "for")
        if token.head.i == token.i or not through or (token.pos_ == "VERB" and token.lower_ not in _ASIDE):
            break
        token = token.head
    return token


def _of_side(event: Event, token: Token) -> bool:
    """Whether the token names a side after the event's words: "rang A on Sunday" dates the call, not A."""
    return any(
        side.mention.start <= token.i < side.mention.end and event.trigger < side.mention.start for side in event.sides
    )


def _right_after(doc: Doc, event: Event, start: int) -> bool:
    """Whether nothing but a preposition stands between the event's noun and the phrase: "a call last night"."""
    last = max(event.trigger, *event.words)
    between = doc[last + 1 : start]
    return (
        last < start
        and doc[last].pos_ in ("NOUN", "PROPN")
        and len(between) < 2
        and all(token.lower_ in ("on", "in", "at") for token in between)
    )


def _elsewhere(doc: Doc, owner: Token, words: set[int], start: int, end: int) -> bool:
    """Whether the phrase plainly belongs to another noun: "Monday's parade", "the agenda for Monday"."""
    if end < len(doc) and doc[end].tag_ == "POS":
        return not any(above.i in words for above in [owner, *owner.ancestors][:2])
    if (
        start > 1
        and doc[start - 1].lower_ in ("for", "of")
        and doc[start - 2].pos_ == "NOUN"
        and start - 2 not in words
    ):
        return doc[start - 2].lemma_ not in SCHEDULING | _STRETCHES
    return (
        owner.pos_ in ("NOUN", "PROPN")
        and start > 0
        and doc[start - 1].lower_ in ("for", "of")
        and doc[start - 1].head.i == owner.i
        and not any(above.i in words for above in owner.ancestors)
    )


def _by_parse(owner: Token, verb: Token | None, words: set[int], start: int, subject: bool, held: bool) -> int:
    through = 0
    """Verbs passed on the way up from the phrase."""
    first_verb: Token | None = owner if owner.pos_ in ("VERB", "AUX") else None
    for above in [owner, *owner.ancestors]:
        if above.i in words:
            if through == 0:
                return 90
            if first_verb is not None and first_verb.dep_ in ("relcl", "acl") and first_verb.lemma_ in _SETTLED:
                return 0
            direct = first_verb is not None and first_verb.head.i in words and first_verb.dep_ != "conj"
            return 85 if direct and through == 1 else 25
        if above.pos_ in ("VERB", "AUX"):
            through += 1
            first_verb = first_verb or above
            if verb is not None and above.i == verb.i:
                break
    if verb is None or first_verb is None:
        return 0
    if verb.i in words:
        return _above(first_verb, verb, start, held)
    if first_verb.i == verb.i:
        if subject and verb.lemma_ in SCHEDULING:
            return 75
        return 0 if verb.lemma_ in SAYING or (verb.lemma_ in DECIDING and not held) else 70
    return min(_above(first_verb, verb, start, held), 55)


def _above(owner: Token, verb: Token, start: int, held: bool) -> int:
    """The phrase hangs on a verb above the event's verb."""
    below = verb
    for _ in range(5):
        head = below.head
        if head.i == below.i:
            return 0
        if head.i == owner.i:
            if head.lemma_ in SAYING or (head.lemma_ in DECIDING and not held):
                return 0
            if below.dep_ == "conj":
                if start < head.i:
                    return 60
                return 45 if start < below.i and not _later(head, below) else 0
            if below.dep_ in ("xcomp", "advcl", "ccomp", "pcomp", "prep"):
                return 65 if below.dep_ == "xcomp" else 50
            return 0 if below.dep_ in ("relcl", "acl") else 35
        if head.lemma_ in SAYING or (head.lemma_ in DECIDING and not held):
            return 0
        below = head
    return 0


def _later(first: Token, second: Token) -> bool:
    """Whether the second of two joined verbs is set apart: "met A and later saw B"."""
    return any(token.lower_ in _AFTERWARDS for token in first.doc[first.i : second.i + 1])


def _by_order(doc: Doc, event: Event, start: int, end: int) -> int:
    """Strength by distance alone: nothing between the phrase and the event's words that opens another clause."""
    words = {event.trigger, *event.words}
    nearest = min(words, key=lambda index: min(abs(index - start), abs(index - end)))
    after = end > nearest
    low, high = (nearest + 1, start) if after else (end, nearest)
    on_noun = after and doc[event.trigger].pos_ in ("NOUN", "PROPN")
    scheduled = False
    for token in doc[low:high]:
        if token.i in words or token.lower_ in _ASIDE:
            continue
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
            if not on_noun or token.lemma_ not in SCHEDULING:
                return _FRONTED if not after and event.status is Status.HELD and _fronted(doc, start) else 0
            scheduled = True
        elif token.lower_ in _BREAKS and not (on_noun and token.lower_ == "which"):
            return 0
    return max(58 - (high - low), 50 if scheduled else _FRONTED if after or _fronted(doc, start) else 20)


def _fronted(doc: Doc, start: int) -> bool:
    """Whether the phrase opens its sentence: "On Friday, …"."""
    return start - doc[start].sent.start <= 3
