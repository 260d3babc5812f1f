"""Who a headline names for what it says: "…, says Kremlin", "… - ministry", "Ministry: …"."""

from dataclasses import replace

from spacy.tokens import Span, Token

from loaders.extract.bodies import Speaker
from loaders.extract.clauses import word_set
from loaders.extract.quotations import Quotation
from loaders.extract.scene import Form, Scene
from loaders.extract.speakers import speaker

_MARKS = ("-", "–", "—", ":", "--")
_HEADLINE_SAYING = word_set("says say said reports confirms announces claims")
_LABELS = word_set(
    "corrected correction update updated exclusive watch live breaking analysis opinion factbox explainer recap"
    " interview urgent refile wrapup lead roundup video photos comment editorial"
)
"""What an editor sets before a headline."""
_SHORT_NAME = 4
"""Words of what a headline sets apart as its source, at most."""


def headline_quotations(scene: Scene, headline: Span, number: int) -> list[Quotation]:
    """Who a headline names for what it says: "…, says Kremlin", "… - ministry", "Ministry: …"."""
    doc = scene.doc
    words = [token for token in headline if not token.is_space]
    marks = [
        token.i
        for token in words[1:-1]
        if (token.text in _MARKS and (token.text == ":" or token.nbor(-1).whitespace_))
        or (token.text == "," and _said_next(token))
    ]
    found: list[Quotation] = []
    for mark in marks:
        for piece in (doc[words[0].i : mark], doc[mark + 1 : words[-1].i + 1]):
            named = [token for token in piece if token.lower_ not in _HEADLINE_SAYING and not token.is_punct]
            if (
                not named
                or named[0].lower_ in _LABELS
                or len(named) > _SHORT_NAME
                or any(token.pos_ in ("VERB", "AUX") for token in named)
            ):
                continue
            who = speaker(scene, named[-1], None)
            if who is not None and who.start < named[0].i:
                who = replace(who, by=doc[named[0].i : named[-1].i + 1].text, start=named[0].i)
            if (
                who is not None
                and not who.person
                and not _topic(scene, who)
                and not any(other.speaker.by == who.by for other in found)
            ):
                found.append(Quotation(who, named[-1], number))
    return found


def _topic(scene: Scene, who: Speaker) -> bool:
    """Whether the name is a country's, which before a colon says what the story is about."""
    mention = scene.at(who.start)
    return mention is not None and mention.form is Form.POLITY and who.entity in mention.entities


def _said_next(comma: Token) -> bool:
    rest = comma.doc[comma.i + 1 : comma.sent.end]
    return len(rest) <= _SHORT_NAME + 1 and any(token.lower_ in _HEADLINE_SAYING for token in rest)
