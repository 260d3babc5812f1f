"""What became of an invitation, and what was called off before anybody is named."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told

KABORE = "President Idrissa Kaboré of Guinea"
TAMBA = "President Moussa Tamba of Gambia"


def test_an_invitation_taken_up_in_the_same_breath(told: Callable[..., Told]) -> None:
    text = f"{TAMBA} renewed his invitation to {KABORE} to visit Banjul on 24 September, which he gladly accepted."
    assert told(text) == {("visit", "expected", "Kaboré expected", "Tamba expected")}


@pytest.mark.parametrize(
    "answer", ["came back with a no", "went up to Conakry in May and was turned down", "was declined by the palace"]
)
def test_an_invitation_refused(told: Callable[..., Told], answer: str) -> None:
    text = f"{KABORE} has been asked. The invitation of {TAMBA} to Banjul {answer}."
    assert told(text) == {("visit", "declined", "Kaboré declined", "Tamba possible")}


def test_not_after_all(told: Callable[..., Told]) -> None:
    text = (
        "The two foreign ministers will not be seeing each other next Thursday after all. Peruvian Foreign Minister "
        "Ana Quispe is in Lima and Chilean Foreign Minister Luis Rojo in Santiago."
    )
    assert told(text) == {("meeting", "cancelled", "Quispe expected", "Rojo expected")}


def test_somebody_represents_another_at_a_session(told: Callable[..., Told]) -> None:
    text = (
        f"{KABORE} is ill. Prime Minister Ana Camara of Guinea will represent the Head of State at the summit in Accra."
    )
    assert told(text) == {("summit", "expected", "Camara expected")}


def test_ministers_told_to_meet(told: Callable[..., Told]) -> None:
    text = f"{KABORE} and {TAMBA} spoke by phone. They instructed their ministers of fisheries to convene in June."
    assert ("meeting", "expected", "Gambia expected", "Guinea expected") in told(text)


def test_condolences_of_another_are_no_letter(told: Callable[..., Told]) -> None:
    text = f"Ambassador Ana Quispe of Peru conveyed to {TAMBA} the condolences of the Sovereign."
    assert told(text) == set()
