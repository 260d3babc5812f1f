"""Verbs that the model takes for other words."""

import pytest

from loaders.extract.tagging import mend
from tests.loaders.extract.parsing import parse


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Otieno informed Okello of the decision.", "informed", "inform"),
        ("Otieno heads to Kampala on Tuesday.", "heads", "head"),
        ("Mwangi rang Okello this morning.", "rang", "ring"),
    ],
)
def test_a_verb_between_names(text: str, word: str, lemma: str) -> None:
    doc = parse(text)
    mend(doc)
    token = next(token for token in doc if token.text == word)
    assert (token.tag_[:2], token.lemma_) == ("VB", lemma)


def test_a_noun_stays_a_noun() -> None:
    doc = parse("Kenya and Uganda will resume Nairobi talks with Rwanda on Tuesday.")
    mend(doc)
    assert [token.tag_ for token in doc if token.text == "talks"] == ["NNS"]
