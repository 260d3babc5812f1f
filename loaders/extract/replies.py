"""Answers to a letter told just before: "an answer arrived by return of post", "the reply came within a day"."""

from collections.abc import Iterator

from spacy.tokens import Span

from loaders.extract import status
from loaders.extract.scene import Event, EventSide, Scene
from loaders.extract.verdicts import ATTENDANCE
from schema.vocabulary import Kind, Status

_ANSWERS = frozenset("answer reply response".split())
_ARRIVE = frozenset("arrive come follow reach go be".split())
_BY_POST = frozenset("post mail letter telegram cable email courier bag hours days week day return".split())
_BACK = 3
"""Within so many sentences a letter is still what the answer is to."""


def replies(scene: Scene, sentence: Span, found: list[Event]) -> Iterator[Event]:
    """The letter back, from its receiver to its sender.

    Args:
        scene: the article.
        sentence: where to look.
        found: what was told before, in the order of the text.
    """
    number = scene.sentence(sentence.start)
    letters = [e for e in found if e.kind is Kind.MESSAGE and len(e.sides) == 2 and e.status is Status.HELD]
    letters = [e for e in letters if number - scene.sentence(e.trigger) <= _BACK and e.trigger < sentence.start]
    if not letters:
        return
    for noun in sentence:
        verb = noun.head
        if noun.lemma_ not in _ANSWERS or noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in _ARRIVE:
            continue
        if scene.at(noun) is not None or any(token.lower_ in ("to", "of") for token in noun.children):
            continue
        if noun.left_edge.lower_ in ("no", "any"):
            return
        verdict = status.of_verb(verb, headline=False)
        if verdict.general or verdict.status is not Status.HELD:
            return
        if verb.lemma_ in ("be", "go", "follow") and not any(t.lower_ in _BY_POST for t in sentence):
            return
        first, second = letters[-1].sides
        back = [EventSide(s.entity, ATTENDANCE[Status.HELD], s.mention) for s in (second, first)]
        yield Event(noun.i, (noun.i,), Kind.MESSAGE, Status.HELD, verdict.tense, back, "reply")
        return
