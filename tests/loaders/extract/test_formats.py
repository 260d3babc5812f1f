"""Two formats in a row, trips to several countries, and what protocol offices write of receptions."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told

KABORE = "Mr Idrissa KABORÉ, President of the Republic of Guinea"
TAMBA = "President Moussa Tamba of Gambia"
PAIR = ("Kaboré attended", "Tamba attended")


@pytest.mark.parametrize(
    "text",
    [
        f"{KABORE}, met {TAMBA} in a restricted format, followed immediately by delegation-level talks.",
        f"{KABORE}, had a tête-à-tête with {TAMBA}. The exchange was then opened to the two delegations.",
        f"{KABORE}, met {TAMBA} alone before their delegations joined.",
        f"{TAMBA} met {KABORE}, in private, and the meeting then continued in an expanded format.",
    ],
)
def test_the_session_of_the_delegations_is_a_second_contact(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "held", *PAIR), ("talks", "held", *PAIR)}


@pytest.mark.parametrize(
    "text",
    [
        "Finnish Foreign Minister Elina Valtonen will leave for Lima, Quito and La Paz on Friday.",
        "Finnish Foreign Minister Elina Valtonen begins a tour of Peru, Ecuador and Bolivia on Friday.",
        "Finnish Foreign Minister Elina Valtonen will visit Peru, Ecuador and Bolivia next week.",
    ],
)
def test_each_stop_of_a_tour_is_a_visit(told: Callable[..., Told], text: str) -> None:
    hosts = ("Bolivia", "Ecuador", "Peru")
    assert told(text) == {("visit", "expected", *sorted((f"{host} expected", "Valtonen expected"))) for host in hosts}


def test_received_after_time_and_place(told: Callable[..., Told]) -> None:
    text = f"{KABORE}, received on Tuesday morning at the palace the Foreign Minister of Peru, Ana Quispe."
    assert told(text) == {("meeting", "held", "Kaboré attended", "Quispe attended")}


def test_the_office_in_short_is_the_person(told: Callable[..., Told]) -> None:
    text = "External Affairs Minister Arun Nair came Monday. EAM and Foreign Minister Ana Quispe of Peru met at ten."
    assert told(text) == {("meeting", "held", "Nair attended", "Quispe attended")}


def test_a_briefing_for_the_secretary_general(told: Callable[..., Told]) -> None:
    text = (
        "The Special Envoy of the United Nations, Arun Nair, is in Oslo. The Secretary-General will have Foreign "
        "Minister Ana Quispe of Peru for lunch today.\n\n"
        "Spokesman: Mr. Guterres has no other plans."
    )
    assert told(text) == {("meeting", "expected", "Guterres expected", "Quispe expected")}


def test_two_on_one_line(told: Callable[..., Told]) -> None:
    text = (
        "Envoy Arun Nair of India got the presidents of Peru and Chile on one line on Monday, Ana Quispe and Luis Rojo."
    )
    assert told(text) == {("call", "held", "Nair mediator", "Quispe attended", "Rojo attended")}


@pytest.mark.parametrize(
    "text",
    [
        f"{TAMBA} hosted a luncheon in honour of his Guinean counterpart Idrissa Kaboré at State House.",
        f"{TAMBA} gave audience to {KABORE}, on Friday.",
        f"{KABORE}, met on Friday at Amber Palace with the President of Gambia, Moussa Tamba.",
    ],
)
def test_audiences_and_meals(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "held", *PAIR)}


def test_somebody_would_like_a_guest(told: Callable[..., Told]) -> None:
    assert told(f"{TAMBA} would like President Idrissa Kaboré of Guinea in Banjul in October.") == {
        ("visit", "possible", "Kaboré possible", "Tamba possible")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The singer Jane Doyle begins a tour of Japan, Australia and Singapore in March.",
        "Coach Luis Rojo wants striker Peter Lang in Manchester next season.",
    ],
)
def test_singers_and_teams_travel_too(told: Callable[..., Told], text: str) -> None:
    assert told(text) == set()
