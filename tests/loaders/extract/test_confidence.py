"""How far what was read can be trusted: the plainer it is told, the more."""

from collections.abc import Callable

import pytest

from schema.reading import Reading

RUTO, MUSEVENI = "Kenyan President William Ruto", "Ugandan President Yoweri Museveni"


def trust(read: Callable[..., Reading], text: str) -> float:
    return read(text).contacts[-1].confidence


def test_people_named_who_met_are_told_as_plainly_as_can_be(read: Callable[..., Reading]) -> None:
    assert trust(read, f"{RUTO} met {MUSEVENI} on Tuesday.") == 0.9


@pytest.mark.parametrize(
    "text",
    [
        f"The meeting of {RUTO} with {MUSEVENI} lasted an hour.",
        f"{RUTO} flew to Uganda on Tuesday.",
        f"{RUTO} visited {MUSEVENI}.",
        f"{RUTO} hopes for a call with {MUSEVENI}.",
        f"{RUTO} and {MUSEVENI} met Rwandan President Paul Kagame.",
    ],
)
def test_what_is_told_less_plainly_is_trusted_less(read: Callable[..., Reading], text: str) -> None:
    assert 0.3 <= trust(read, text) < 0.9


def test_headline_alone_is_trusted_less(read: Callable[..., Reading]) -> None:
    reading = read("It rained in Entebbe, and the airport was closed.", title=f"{RUTO} meets {MUSEVENI}")
    assert reading.contacts[0].confidence <= 0.7


def test_day_of_the_story_is_trusted_less_than_one_told(read: Callable[..., Reading]) -> None:
    told = trust(read, f"{RUTO} met {MUSEVENI} on Tuesday.")
    assert told > trust(read, f"{RUTO} met {MUSEVENI}.") > 0.5
