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
        f"{MUDAVADI} and {VALTONEN} sat in the same room on Tuesday.",
        f"{MUDAVADI} sought out {VALTONEN} in a corridor on Tuesday.",
        f"A trilateral on Tuesday brought {MUDAVADI} face to face with {VALTONEN}.",
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
        f"{VALTONEN} took issue with {MUDAVADI} on Tuesday.",
        f"{VALTONEN} has lost patience with {MUDAVADI}.",
        f"{VALTONEN} was linked with {MUDAVADI} in a report on Tuesday.",
        f"{VALTONEN} played down her rift with {MUDAVADI}.",
        f"{VALTONEN} left an offer on the table, and {MUDAVADI} took it up.",
    ],
)
def test_no_company(told: Callable[..., Told], text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{MUDAVADI} got a ring from {VALTONEN} on Tuesday.", ("call", "held", *SIDES)),
        (f"By telephone, {MUDAVADI} and {VALTONEN} went over the list on Tuesday.", ("call", "held", *SIDES)),
        (f"{MUDAVADI} was in touch with {VALTONEN} on Tuesday.", ("conversation", "held", *SIDES)),
        (
            f"Friday's lunch brings together {MUDAVADI} and {VALTONEN}.",
            ("meeting", "expected", "Mudavadi expected", "Valtonen expected"),
        ),
        (f"{MUDAVADI} leaves for Finland on July 6.", ("visit", "expected", "Finland expected", "Mudavadi expected")),
    ],
)
def test_other_words(told: Callable[..., Told], text: str, wanted: tuple[str, ...]) -> None:
    assert told(text) == {wanted}
