"""Contacts told without a word for one: by a scene in which two people of two countries are."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told

VALTONEN = "Finnish Foreign Minister Elina Valtonen"
MUDAVADI = "Kenyan Foreign Minister Musalia Mudavadi"
SIDES = ("Mudavadi attended", "Valtonen attended")


@pytest.mark.parametrize(
    "text",
    [
        f"{VALTONEN} withdrew to the library with {MUDAVADI} on Tuesday.",
        f"{VALTONEN} and {MUDAVADI} lingered over a bowl of soup on Tuesday.",
        f"{VALTONEN} had {MUDAVADI} to her bungalow on Tuesday.",
        f"On Tuesday {MUDAVADI} was shown into the study by {VALTONEN}.",
        f"{MUDAVADI} went up to {VALTONEN}'s suite on Tuesday.",
        f"{MUDAVADI} had a coffee with {VALTONEN} on Tuesday.",
        f"{MUDAVADI} sat with {VALTONEN} on Tuesday.",
        f"{VALTONEN} gave a lunch in honour of {MUDAVADI} on Tuesday.",
    ],
)
def test_company(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "held", *SIDES)}


@pytest.mark.parametrize(
    "text",
    [
        f"{VALTONEN} clashed with {MUDAVADI} over the table of tariffs.",
        f"{VALTONEN} has a garden on the lake near that of {MUDAVADI}.",
        f"{VALTONEN} had {MUDAVADI} in mind when she wrote at her residence.",
        f"{VALTONEN} left an offer on the table, and {MUDAVADI} took it up.",
    ],
)
def test_no_company(told: Callable[..., Told], text: str) -> None:
    assert told(text) == set()
