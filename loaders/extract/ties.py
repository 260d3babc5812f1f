"""What ties the words of somebody quoted to a contact told before: names, nouns for it, and the tense."""

import datetime as dt

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extract.clauses import word_set
from loaders.extract.dates import today
from loaders.extract.frames import NOUNS
from loaders.extract.quotations import Quotation
from loaders.extract.references import noun_fits
from loaders.extract.scene import Event, Scene
from schema.vocabulary import Status

_BACKGROUND = 31
"""Days after which a contact is no longer what the story is about."""
_THAT = word_set("it this that so same")
"""As objects of "deny" or "confirm" they mean what was told before."""
_AHEAD = word_set("will would shall could might may should")
_DEFINITE = word_set("the this that both these those")
_TALKED = word_set("speak talk discuss meet agree raise touch exchange")
_ABOUT_IT = word_set(
    "meeting talks call conversation visit trip summit session dialogue negotiations encounter discussion"
    " discussions discuss discussed agree agreed raise raised exchange exchanged spoke spoken met two both they"
    " them sides each invitation letter attend join round agenda date decided ready willing"
)
"""Words that tie a statement to the contact told before it."""


def refers(token: Token, event: Event) -> bool:
    """ "the meeting", "their call": a definite noun that can mean the contact."""
    frame = NOUNS.get(token.lemma_.lower())
    if frame is None or token.pos_ != "NOUN" or not noun_fits(frame.kind, event.kind):
        return False
    return any(child.lower_ in _DEFINITE or child.tag_ == "PRP$" for child in token.children)


def in_tense(sentence: Words, event: Event) -> int:
    """1 where the words look back on a contact that is over, or ahead to one that is not; -1 where they look away."""
    ahead = any(token.lower_ in _AHEAD for token in sentence)
    back = any(
        token.lower_ in ("had", "were", "was")
        or token.tag_ == "VBN"
        or (token.tag_ == "VBD" and token.lemma_ in _TALKED)
        for token in sentence
    )
    over = event.status in (Status.HELD, Status.ONGOING)
    if not (ahead or back):
        return 0
    return 1 if ahead is not over else -1


def long_past(scene: Scene, event: Event) -> bool:
    """Whether the contact is background: over for a month and more on the day of writing."""
    now = today(scene)
    if now is None or event.date is None:
        return False
    return event.date < (now - dt.timedelta(days=_BACKGROUND)).isoformat()


def count_ties(scene: Scene, sentence: Words, event: Event, act: Quotation) -> int:
    """How much ties what is said to the contact: a word for it, and each of its other sides that is in it."""
    others = {side.entity.key for side in event.sides} - ({act.speaker.entity.key} if act.speaker.entity else set())
    named = {entity.key for mention in scene.within(sentence.start, sentence.end) for entity in mention.entities}
    ties = len(others & named) + any(token.lower_ in _ABOUT_IT for token in sentence)
    ties += any(child.dep_ == "dobj" and child.lower_ in _THAT for child in act.verb.children)
    if act.speaker.person and any(token.lower_ == "had" and token.dep_ == "aux" for token in sentence):
        ties += 1
    return ties
