"""What a pronoun's verb says of the contact told just before."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told

PLAN = "Finnish Foreign Minister Elina Valtonen was to meet Kenyan Foreign Minister Musalia Mudavadi in Oslo on Friday."


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("cancelled", "It was called off on Tuesday."),
        ("cancelled", "That has been scrapped."),
        ("postponed", "It has been put off."),
        ("postponed", "That has been moved to July."),
        ("expected", "The budget was scrapped."),
        ("expected", "It would be cancelled only in an emergency."),
    ],
)
def test_a_pronoun_means_the_contact(told: Callable[..., Told], status: str, text: str) -> None:
    assert {contact[:2] for contact in told(f"{PLAN} {text}")} == {("meeting", status)}


def test_who_calls_it_off(told: Callable[..., Told]) -> None:
    assert told(f"{PLAN} Mudavadi called it off on Tuesday.") == {
        ("meeting", "cancelled", "Mudavadi declined", "Valtonen expected")
    }


def test_what_was_to_have_been(told: Callable[..., Told]) -> None:
    text = "Finnish Foreign Minister Elina Valtonen was to have met Kenyan Foreign Minister Musalia Mudavadi."
    assert {contact[1] for contact in told(text)} == {"cancelled"}
    assert {contact[1] for contact in told(f"{text} Another date has not been found.")} == {"postponed"}


def test_a_report_called_untrue(told: Callable[..., Told]) -> None:
    text = "had met Kosovo Prime Minister Albin Kurti in Vienna. "
    denied = {("meeting", "denied", "Kurti possible", "Vučić possible")}
    assert (
        told(f'A paper wrote that Serbian President Aleksandar Vučić {text} "Freely invented," his office said.')
        == denied
    )
    held = told(f'Serbian President Aleksandar Vučić {text} "That is wrong," he said of the census.')
    assert {contact[1] for contact in held} == {"held"}


def test_one_of_many_says_no(told: Callable[..., Told]) -> None:
    text = (
        "The foreign ministers Elina Valtonen of Finland, Maria Malmer Stenergard of Sweden and Espen Barth Eide of "
        "Norway will meet in Turku. Eide said no."
    )
    assert told(text) == {("meeting", "expected", "Eide declined", "Stenergard expected", "Valtonen expected")}
    assert {contact[1] for contact in told(f"{PLAN} Nobody said no.")} == {"expected"}


@pytest.mark.parametrize(
    "text",
    [
        "President Donald Trump expects Prime Minister Keir Starmer to sign the deal in London.",
        "Ukrainian President Volodymyr Zelensky raised the flag in Kherson with General Oleksandr Syrskyi.",
        "Ethiopia and Eritrea resumed fighting on Tuesday.",
        "India and Pakistan exchanged fire on Tuesday.",
        "President Nicolás Maduro called off the parade for Alexander Lukashenko.",
        "French President Emmanuel Macron put pressure on Prime Minister François Bayrou.",
    ],
)
def test_the_same_words_of_other_things(told: Callable[..., Told], text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize("accepted", ["She accepted the invitation gladly.", "She took up the invitation."])
def test_an_invitation_taken_up(told: Callable[..., Told], accepted: str) -> None:
    text = "Kenyan President William Ruto invited Finnish Foreign Minister Elina Valtonen to visit Kenya."
    assert {contact[:2] for contact in told(f"{text} {accepted}")} == {("visit", "expected")}


def test_could_only_is_what_took_place(told: Callable[..., Told]) -> None:
    text = "Finnish Foreign Minister Elina Valtonen could speak to Kenyan President William Ruto only by telephone."
    assert {contact[:2] for contact in told(text)} == {("call", "held")}
