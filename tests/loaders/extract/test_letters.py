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
        f"In reply to a cable of greetings from {MUDAVADI}, {VALTONEN} sent a cable of thanks on Tuesday.",
        f"{VALTONEN} wrote on Tuesday to {MUDAVADI}.",
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


@pytest.mark.parametrize(
    "text",
    [
        f"{MUDAVADI} received at the palace a message from {VALTONEN}. It was delivered by Ambassador Jari Lehto.",
        f"{MUDAVADI} granted an audience to Ambassador Jari Lehto of Finland, bearer of a message from {VALTONEN}.",
        f"{MUDAVADI} received Ambassador Jari Lehto of Finland, who was carrying a letter from {VALTONEN}.",
        f"Ambassador Jari Lehto of Finland called on {MUDAVADI} and handed him a letter from {VALTONEN}.",
    ],
)
def test_a_letter_handed_over_is_a_meeting_too(told: Callable[..., Told], text: str) -> None:
    assert told(text) == SENT | {("meeting", "held", "Lehto attended", "Mudavadi attended")}


def test_a_letter_to_two_that_went_out(told: Callable[..., Told]) -> None:
    text = f"One letter, addressed to both {MUDAVADI} and Peruvian President Ana Quispe, went out from {VALTONEN}."
    assert told(text) == {("message", "held", "Mudavadi attended", "Quispe attended", "Valtonen attended")}


def test_a_cable_in_reply_to_another(told: Callable[..., Told], read: Callable[..., Reading]) -> None:
    text = f"{MUDAVADI} received a cable from {VALTONEN} in reply to his own cable of condolences."
    assert told(text) == SENT
    assert len(read(text).contacts) == 2


def test_who_is_informed_in_a_note_is_not_spoken_with(told: Callable[..., Told]) -> None:
    assert told(f"{VALTONEN} informed {MUDAVADI} in a note that she would not come.") == SENT


@pytest.mark.parametrize(
    "answer",
    [
        "An answer arrived by return of post.",
        "The reply came within a week, he says.",
    ],
)
def test_answer(read: Callable[..., Reading], answer: str) -> None:
    text = f"Last May Bolivian President Luis Arce wrote to Kenyan President William Ruto. {answer}"
    first, back = read(text).contacts
    assert [side.person for side in back.sides] == [side.person for side in reversed(first.sides)]


def test_invites_in_a_letter(told: Callable[..., Told]) -> None:
    text = (
        "Foreign Minister Celinda Sosa carried a letter in which Bolivian President Luis Arce invites Kenyan President "
        "William Ruto to La Paz."
    )
    assert ("message", "held", "Arce attended", "Ruto attended") in told(text)
