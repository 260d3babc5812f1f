"""What became of a contact told just before, where only a pronoun means it: "it was put off", "she sent it back"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from loaders.extract import frames, sides
from loaders.extract.building import add
from loaders.extract.circumstances import particle_status
from loaders.extract.grammar import auxiliaries, children, is_verb, negated, passive, words_after, words_before
from loaders.extract.scene import Event, Scene, Tense
from loaders.extract.verdicts import UNTRUE
from schema.vocabulary import Attendance, Kind, Status

FATE = "fate"
"""Name of the rule, by which merging knows such an event; ``other`` where its subject does not refer back."""

_PRONOUNS = frozenset("it that this which they both these those one none".split())
_BACK = _PRONOUNS | frozenset({"the", "he", "she"})
_OBJECTS = frozenset("it that them one this".split())
_CHANGES = frozenset("move shift change reschedule bring".split())


def fates(scene: Scene, sentence: Span) -> Iterator[Event]:
    """The events of a sentence that change the status of a contact which a pronoun stands for."""
    if (word := next((t for t in sentence if t.lower_ in UNTRUE), None)) is not None:
        yield Event(word.i, (word.i,), Kind.MEETING, Status.DENIED, Tense.FUTURE, [], FATE, definite=True)
    for verb in sentence:
        if not is_verb(verb) or verb.dep_ in ("aux", "auxpass"):
            continue
        status = _passive_fate(verb) or _active_fate(verb)
        if status is None and _accepts_invitation(verb):
            yield Event(verb.i, (verb.i,), Kind.VISIT, Status.EXPECTED, Tense.FUTURE, [], FATE, definite=True)
        if status is None:
            continue
        event = Event(verb.i, (verb.i,), Kind.MEETING, status, Tense.FUTURE, [], FATE, definite=True)
        event.other = _passive_fate(verb) is not None and _of_another(verb)
        if status is Status.DECLINED or (status is Status.CANCELLED and not _passive_fate(verb)):
            for mention in sides.doer(scene, verb):
                add(event, mention, Attendance.DECLINED)
        yield event


def _of_another(verb: Token) -> bool:
    """Whether a verb without a subject of its own goes on about something that its sentence names first."""
    subject = next(iter(children(verb, "nsubjpass", "nsubj") or children(verb.head, "nsubjpass", "nsubj")), None)
    return subject is None or subject.left_edge.lower_ not in _BACK


def _passive_fate(verb: Token) -> Status | None:
    """ "it was cancelled", "that has been moved to noon", "but was put off"."""
    if not passive(verb) or negated(verb) or any(a.lower_ in ("be", "would") for a in auxiliaries(verb)):
        return None
    subject = next(iter(children(verb, "nsubjpass", "nsubj")), None)
    if subject is not None and subject.lower_ not in _PRONOUNS:
        return None
    if subject is None and not (verb.dep_ == "conj" and verb.i > 1):
        return None
    if verb.lemma_ in _CHANGES and any(t.lower_ in ("to", "back") for t in words_after(verb, 2)):
        return Status.POSTPONED
    status = particle_status(verb) or frames.OBJECT_STATUS.get(verb.lemma_)
    return status if status in (Status.POSTPONED, Status.CANCELLED, Status.DECLINED) else None


def _active_fate(verb: Token) -> Status | None:
    """ "called it off", "turned it down", "sent it back", "would not hear of it", "said no"."""
    if passive(verb) and auxiliaries(verb):
        return None
    if any(t.lower_ in ("nor", "nobody", "anybody", "neither") for t in words_before(verb, 4)):
        return None
    after = [token.lower_ for token in words_after(verb, 4)]
    if verb.lemma_ == "hear" and negated(verb) and after[:2] == ["of", "it"]:
        return Status.DECLINED
    if verb.lemma_ in ("say", "tell") and "no" in after[:2] and _ends(verb, after.index("no")):
        return Status.DECLINED
    if after[:1] and after[0] in _OBJECTS:
        if verb.lemma_ in ("send", "give") and "back" in after[1:2]:
            return Status.DECLINED
        status = particle_status(verb) or frames.OBJECT_STATUS.get(verb.lemma_)
        if negated(verb):
            return None
        return status if status in (Status.POSTPONED, Status.CANCELLED, Status.DECLINED) else None
    if _the_contact(verb) and not negated(verb) and frames.OBJECT_STATUS.get(verb.lemma_) is Status.CANCELLED:
        return Status.CANCELLED
    return None


def _the_contact(verb: Token) -> bool:
    """ "cancelled the trip", "scrapped the meeting": the one told of before."""
    thing = next(iter(children(verb, "dobj")), None)
    return thing is not None and thing.lemma_ in frames.NOUNS and [t.lower_ for t in thing.lefts] == ["the"]


def _accepts_invitation(verb: Token) -> bool:
    """ "accepted the invitation with pleasure", "the invitation, which he gladly accepted"."""
    if verb.lemma_ not in ("accept", "take") or negated(verb) or any(a.tag_ == "MD" for a in auxiliaries(verb)):
        return False
    taken = [t.lower_ for t in words_after(verb, 4)]
    if "invitation" in taken:
        return verb.lemma_ == "accept" or "up" in taken
    head = verb.head
    invited = verb.dep_ == "relcl" and any(t.lower_ == "invitation" for t in words_before(verb, 30))
    return verb.lemma_ == "accept" and invited and (head.lower_ == "invitation" or verb.tag_ == "VBD")


def _ends(verb: Token, step: int) -> bool:
    """Whether a mark follows "no", so that it is the whole answer."""
    at = verb.i + 2 + step
    return at >= len(verb.doc) or verb.doc[at].is_punct or verb.doc[at].lower_ in ("and", "to", "but")
