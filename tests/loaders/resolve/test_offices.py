"""Offices and polities, whatever an article calls them."""

import pytest

from loaders.resolve.offices import offices
from loaders.resolve.polities import polity


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (("FM", "Russia"), "Foreign Minister"),
        (("Minister of Foreign Affairs", "Russian Federation"), "Foreign Minister"),
        (("acting foreign minister", "Sudan"), "Foreign Minister"),
        (("External Affairs Minister", "India"), "Foreign Minister"),
        (("Foreign Secretary", "UK"), "Foreign Minister"),
        (("Foreign Secretary", "India"), "Foreign Secretary"),
        (("State Secretary", "US"), "Secretary of State"),
        (("National Security Advisor", "US"), "National Security Adviser"),
        (("Minister of Defense", "Iran"), "Defence Minister"),
        (("Secretary General", "UN"), "Secretary-General"),
        (("PM", "UK"), "Prime Minister"),
        (("Vice-President", "US"), "Vice President"),
        (("Russian FM", "Russia"), "Foreign Minister"),
        (("Moscow's top diplomat", "Russia"), "Foreign Minister"),
        (("Minister of Foreign Affairs of the Russian Federation", "Russia"), "Foreign Minister"),
        (("Minister for Europe and Foreign Affairs", "France"), "Foreign Minister"),
        (("President of the Russian Federation", "Russia"), "President"),
        (("Prime Minister of the State of Qatar", "Qatar"), "Prime Minister"),
    ],
)
def test_one_title_for_all_its_names(written: tuple[str, str], title: str) -> None:
    (office,) = offices(*written)
    assert office.title == title


def test_a_title_may_name_two_offices() -> None:
    found = offices("Deputy Prime Minister and Minister of Foreign Affairs and Expatriates", "Jordan")
    assert [office.title for office in found] == ["Deputy Prime Minister", "Foreign Minister"]


def test_an_office_of_a_ministry_is_one_of_its_country() -> None:
    assert offices("spokeswoman", "Russian Foreign Ministry") == offices("spokesperson", "Russia")


def test_the_head_of_a_presidents_office_is_no_president() -> None:
    (office,) = offices("Head of the Office of the President", "Ukraine")
    assert office.role == "chief"


@pytest.mark.parametrize(
    "name", ["Russia", "the Russian Federation", "Moscow", "Russian officials", "Russian negotiators"]
)
def test_names_of_a_country(name: str) -> None:
    assert polity(name).name == "Russia"


@pytest.mark.parametrize(
    "name",
    [
        "Russian Foreign Ministry",
        "the Russian foreign ministry",
        "Russia's Foreign Ministry",
        "Ministry of Foreign Affairs of Russia",
        "Foreign Ministry of the Russian Federation",
    ],
)
def test_names_of_a_ministry(name: str) -> None:
    found = polity(name)
    assert (found.key, found.of, found.camp) == ("russia/foreign ministry", "Russia", "russia")


def test_a_palace_is_a_body_of_its_country_and_an_outlet_is_of_nobody() -> None:
    assert (polity("the Kremlin").of, polity("White House").of) == ("Russia", "United States")
    assert not polity("Politico").is_known
    assert polity("EU").kind == "organisation"
