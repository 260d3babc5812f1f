"""One contact told several times, and several contacts told alike."""

from collections.abc import Callable

from schema.reading import Place, Reading
from tests.loaders.extract.conftest import Told

MEETING = "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Entebbe on Tuesday. "
HELD = ("meeting", "held", "Museveni attended", "Ruto attended")


def test_headline_lead_and_background_are_one(told: Callable[..., Told]) -> None:
    text = MEETING + "The two presidents met for two hours. Ruto and Museveni talked at the state lodge."
    assert told(text, title="Ruto meets Museveni in Entebbe") == {HELD}


def test_definite_noun_brings_the_venue(read: Callable[..., Reading]) -> None:
    text = (
        "Kenyan President William Ruto met Ugandan President Yoweri Museveni on Tuesday. "
        "The meeting was held in Entebbe."
    )
    (contact,) = read(text).contacts
    assert contact.venue == Place("Entebbe", "Uganda")


def test_announced_and_then_called_off(told: Callable[..., Told]) -> None:
    text = (
        "Kenyan President William Ruto was to meet Ugandan President Yoweri Museveni on Sunday. "
        "The meeting was called off a few hours before."
    )
    assert told(text) == {("meeting", "cancelled", "Museveni expected", "Ruto expected")}


def test_another_date_is_another_contact(read: Callable[..., Reading]) -> None:
    text = MEETING + "Ruto and Museveni last met in Nairobi in March 2024."
    assert [contact.date for contact in read(text).contacts] == ["2025-06-10", "2024-03"]


def test_previous_round_has_the_same_sides(read: Callable[..., Reading]) -> None:
    text = (
        "Armenia and Azerbaijan held talks in Abu Dhabi on Tuesday. The previous round was held in Tirana in May 2025."
    )
    assert [contact.date for contact in read(text).contacts] == ["2025-06-10", "2025-05"]


def test_call_and_meeting_of_the_same_people_are_two(told: Callable[..., Told]) -> None:
    text = MEETING + "Ruto rang Museveni on Wednesday."
    assert told(text) == {HELD, ("call", "held", "Museveni attended", "Ruto attended")}


def test_held_and_planned_are_two(told: Callable[..., Told]) -> None:
    text = MEETING + "Ruto and Museveni will meet again in Nairobi next month."
    assert told(text) == {HELD, ("meeting", "expected", "Museveni expected", "Ruto expected")}


def test_trip_is_part_of_its_meeting(told: Callable[..., Told]) -> None:
    text = (
        "Kenyan President William Ruto flew to Uganda on Tuesday. He met Ugandan President Yoweri Museveni in Entebbe."
    )
    assert told(text) == {HELD}


def test_earlier_contact_that_this_one_followed(read: Callable[..., Reading]) -> None:
    text = (
        "Finnish Foreign Minister Elina Valtonen rang Kenyan Foreign Minister Musalia Mudavadi on Tuesday. "
        "That call followed an earlier conversation between Finnish President Alexander Stubb and Kenyan President "
        "William Ruto."
    )
    call, conversation = read(text).contacts
    assert call.follows == (conversation.key,)
