"""Contacts read from what people did together where no word of the text means one."""

from collections.abc import Callable

import pytest

from schema.reading import Reading
from tests.loaders.extract.conftest import Told

_BOTH = "Bolivian President Luis Arce and Kenyan President William Ruto"


@pytest.mark.parametrize(
    "text",
    [
        "Bolivian President Luis Arce knocked at Kenyan President William Ruto's door in Geneva on Tuesday.",
        "Bolivian President Luis Arce sat frowning in State House, Nairobi, while Kenyan President William Ruto spoke.",
        "Bolivian President Luis Arce strolled along the lake with Kenyan President William Ruto on Tuesday.",
        "On Tuesday Bolivian President Luis Arce admitted to Kenyan President William Ruto, across a table in Geneva, "
        "that the cargo was his.",
        "Bolivian President Luis Arce apologised to Kenyan President William Ruto in person on Tuesday.",
        f"In Geneva on Tuesday {_BOTH} put their signatures to a treaty on lithium.",
        "Bolivian President Luis Arce bade farewell to Kenyan President William Ruto in Geneva on Tuesday.",
        "Bolivian President Luis Arce took his leave of Kenyan President William Ruto in Geneva on Tuesday.",
        "Bolivian President Luis Arce received at his hotel in Geneva on Tuesday Kenyan President William Ruto.",
        "Kenyan President William Ruto was driven to the lake near Nakuru by Bolivian President Luis Arce on Tuesday.",
        "Bolivian President Luis Arce got an earful from Kenyan President William Ruto in Geneva on Tuesday.",
        "Bolivian President Luis Arce flew to Geneva on Tuesday and asked Kenyan President William Ruto for patience.",
        "Bolivian President Luis Arce stood next to Kenyan President William Ruto at the parade on Tuesday.",
        "Bolivian President Luis Arce looked in on Kenyan President William Ruto in Geneva on Tuesday.",
        f"{_BOTH} crossed paths in a corridor in Geneva on Tuesday.",
        f"{_BOTH} opened the bridge side by side on Tuesday.",
        f"{_BOTH} raised their joined hands in Geneva on Tuesday.",
    ],
)
def test_together(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "held", "Arce attended", "Ruto attended")}


def test_put_through(told: Callable[..., Told]) -> None:
    assert told(f"{_BOTH} burned up the phone lines on Tuesday.") == {
        ("call", "held", "Arce attended", "Ruto attended")
    }
    text = f"{_BOTH} had been trying for days. On Tuesday the two were put through at last."
    assert told(text) == {("call", "held", "Arce attended", "Ruto attended")}


def test_between(told: Callable[..., Told]) -> None:
    """One who has two others in his room stands between them."""
    text = f"{_BOTH} had their feet under Swiss President Alain Berset's table in Bern on Tuesday."
    assert told(text) == {("meeting", "held", "Arce attended", "Berset mediator", "Ruto attended")}


@pytest.mark.parametrize(
    "text",
    [
        "Bolivian President Luis Arce told Kenyan President William Ruto on X to mind his own business.",
        "Bolivian President Luis Arce compared himself on Tuesday with Kenyan President William Ruto.",
        "Bolivian President Luis Arce broke on Tuesday with Kenyan President William Ruto over lithium.",
        "Bolivian President Luis Arce asked Kenyan President William Ruto on Tuesday to come clean about the cargo.",
        "Bolivian President Luis Arce mocked Kenyan President William Ruto at a rally in Sucre on Tuesday.",
        "Bolivian President Luis Arce handed a file on Kenyan President William Ruto to a court in Sucre on Tuesday.",
        "Bolivian President Luis Arce told Kenyan President William Ruto in a televised address to keep out of it.",
        "Bolivian President Luis Arce lost a bet with Kenyan President William Ruto on the football.",
        "Bolivian President Luis Arce inherited the dispute with Kenyan President William Ruto.",
        "Bolivian President Luis Arce dared Kenyan President William Ruto to come and get him in Sucre.",
        "Bolivia's Marcelo Moreno and Kenya's Victor Wanyama embraced after the final in Dakar on Sunday.",
        "Gilas Pilipinas meets China on Sunday in the Asian qualifiers.",
        f"{_BOTH} accused each other of lying on Tuesday.",
        f"{_BOTH} left for home on Tuesday.",
        f"{_BOTH} welcomed the report of the agency on Tuesday.",
        "Bolivian President Luis Arce strolled along the lake with Bolivian Foreign Minister Celinda Sosa on Tuesday.",
    ],
)
def test_apart(told: Callable[..., Told], text: str) -> None:
    assert told(text) == set()


def test_is_trusted_less(read: Callable[..., Reading]) -> None:
    text = "Bolivian President Luis Arce toured the old harbour with Kenyan President William Ruto on Tuesday."
    (contact,) = read(text).contacts
    assert contact.confidence < 0.7


def test_told_otherwise(told: Callable[..., Told]) -> None:
    """What is said of two who met is said of their meeting."""
    text = f"{_BOTH} met in Geneva on Tuesday. Arce told Ruto that he would sign. The two embraced at the end."
    assert told(text) == {("meeting", "held", "Arce attended", "Ruto attended")}


def test_asked_to_come(told: Callable[..., Told]) -> None:
    text = "Bolivian President Luis Arce has asked Kenyan President William Ruto to come to La Paz in November."
    assert told(text) == {("visit", "possible", "Arce possible", "Ruto possible")}


def test_according_to(told: Callable[..., Told]) -> None:
    """Who tells of a conversation is nobody's partner in it."""
    text = f"{_BOTH} talked on the stairs on Monday, according to Mary Muthoni, a Kenyan lawmaker."
    assert told(text) == {("conversation", "held", "Arce attended", "Ruto attended")}


def test_next_in_turn(told: Callable[..., Told]) -> None:
    text = (
        "Bolivian President Luis Arce was on the line to Kenyan President William Ruto on Saturday, and before dawn on "
        "Sunday to Swiss President Alain Berset."
    )
    assert told(text) == {
        ("call", "held", "Arce attended", "Ruto attended"),
        ("call", "held", "Arce attended", "Berset attended"),
    }


def test_leave_in_an_encounter(told: Callable[..., Told]) -> None:
    """The noun that carries the verb does not take the verb's sides away."""
    text = (
        "Bolivian President Luis Arce took his leave of Kenyan President William Ruto in a short encounter on Tuesday."
    )
    assert told(text) == {("meeting", "held", "Arce attended", "Ruto attended")}


def test_before_it_began(told: Callable[..., Told]) -> None:
    text = "On May 16 North Korea broke off inter-Korean talks in Panmunjom before they began."
    assert told(text) == {("talks", "cancelled", "North Korea expected", "South Korea expected")}


def test_at_it_again(read: Callable[..., Reading]) -> None:
    text = f"In April 2024 {_BOTH} met in Geneva. In September 2024 they were at it again, in La Paz."
    assert [contact.date for contact in read(text).contacts] == ["2024-04", "2024-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto, said State House, spoke on Tuesday with Bolivian President Luis Arce.",
        "Bolivian President Luis Arce had a long talk by telephone with Kenyan President William Ruto on Tuesday.",
        "Bolivian President Luis Arce and Kenyan President William Ruto spoke by phone on Tuesday.",
    ],
)
def test_one_conversation(read: Callable[..., Reading], text: str) -> None:
    (contact,) = read(text).contacts
    assert {side.person for side in contact.sides} == {"luis-arce", "william-ruto"}


def test_pays_a_visit(told: Callable[..., Told]) -> None:
    text = "Bolivian President Luis Arce paid Kenyan President William Ruto a visit in Nairobi on Tuesday."
    assert told(text) == {("visit", "held", "Arce attended", "Ruto attended")}
