"""Phrases in running text."""

import pytest
import spacy

from loaders.world import Phrases, fold, pieces


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Erdoğan", "erdogan"), ("Łódź", "lodz"), ("Søren", "soren"), ("KALIN", "kalin"), ("Kalın", "kalin")],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    "phrase",
    ["el-Sisi", "Guinea-Bissau", "People's Republic", "Côte d'Ivoire", "N'Djamena", "St. Lucia", "U.S."],
)
def test_a_phrase_is_cut_as_the_tokenizer_cuts_the_text(phrase: str) -> None:
    tokens = [token.text for token in spacy.blank("en")(f"from {phrase} today")]
    assert tuple(tokens[1:-1]) == pieces(phrase)


def test_the_longest_phrase_wins() -> None:
    phrases: Phrases[int] = Phrases()
    phrases.add("congo", 1)
    phrases.add("congo basin forest", 2)
    assert phrases.longest(["the", "congo", "basin", "forest"], 1) == (4, 2)
    assert phrases.longest(["the", "congo", "basin"], 1) == (2, 1)
    assert phrases.longest(["the", "congo"], 0) is None
