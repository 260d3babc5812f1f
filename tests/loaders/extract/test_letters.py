"""Who writes to whom."""

from collections.abc import Callable

import pytest

from schema.reading import Reading
from tests.loaders.extract.conftest import Told

SENT = {("message", "held", "Mudavadi attended", "Valtonen attended")}
VALTONEN = "Finnish Foreign Minister Elina Valtonen"
MUDAVADI = "Kenyan Foreign Minister Musalia Mudavadi"


@pytest.mark.parametrize(
    "text",
    [
        f"{VALTONEN} cabled her condolences to {MUDAVADI} on Tuesday.",
        f"{VALTONEN} wired {MUDAVADI} on Tuesday.",
        f"{VALTONEN} extended a message of congratulations to {MUDAVADI}.",
        f"{VALTONEN} sent {MUDAVADI} a letter on fishing rights.",
        f"In a letter of June 2nd to {MUDAVADI}, {VALTONEN} complained of the delay.",
        f"A letter from {VALTONEN} was handed to {MUDAVADI} on Tuesday.",
        f"When {MUDAVADI} was confirmed in office, {VALTONEN} wired her congratulations on June 9.",
    ],
)
def test_letters(told: Callable[..., Told], text: str) -> None:
    assert told(text) == SENT


def test_an_answer_and_what_it_answers(told: Callable[..., Told]) -> None:
    assert told(f"{VALTONEN} answered the letter of {MUDAVADI} on Tuesday.") == SENT


def test_good_wishes_are_no_letter(told: Callable[..., Told]) -> None:
    assert told(f"{VALTONEN} offered her condolences. {MUDAVADI} was grateful for the greetings.") == set()


def test_letters_both_ways(read: Callable[..., Reading]) -> None:
    text = f"{VALTONEN} wrote to {MUDAVADI} on June 2. Mudavadi answered her in writing on June 5."
    assert [contact.date for contact in read(text).contacts] == ["2025-06-02", "2025-06-05"]
