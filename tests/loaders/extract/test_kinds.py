"""The kind of a contact as those make it who take part."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Finnish Deputy Foreign Minister Aino Salo and Kenyan Deputy Foreign Minister Paul Otieno held foreign "
            "office consultations in Nairobi on Tuesday.",
            "talks",
        ),
        (
            "Finnish Deputy Foreign Minister Aino Salo and Kenyan Deputy Foreign Minister Paul Otieno chaired the "
            "ninth meeting of the Finnish-Kenyan consultation mechanism on Tuesday.",
            "talks",
        ),
        (
            "Finnish Foreign Minister Aino Salo and Kenyan Foreign Minister Paul Otieno conferred on Tuesday in a "
            "three-way call with Ugandan Foreign Minister Paul Okello.",
            "call",
        ),
        ("Emmanuel Macron, Giorgia Meloni and Donald Tusk put their heads together in Warsaw on Tuesday.", "summit"),
    ],
)
def test_kind(told: Callable[..., Told], text: str, kind: str) -> None:
    assert {contact[0] for contact in told(text)} == {kind}


def test_an_excellency_is_no_pronoun(told: Callable[..., Told]) -> None:
    text = "HH the Emir Sheikh Tamim received Kenyan President William Ruto. HE Finnish Foreign Minister Elina Valtonen"
    assert ("call", "held", "Mudavadi attended", "Valtonen attended") in told(
        f"{text} held a telephone call with HE Minister of Foreign Affairs of Kenya Musalia Mudavadi on Tuesday."
    )


def test_brought_together_somewhere(told: Callable[..., Told]) -> None:
    text = "Qatari Prime Minister Omar Thani brought together in Doha yesterday Kenyan President William Ruto and "
    assert told(text + "Ugandan President Yoweri Museveni.") == {
        ("meeting", "held", "Museveni attended", "Ruto attended", "Thani mediator")
    }
