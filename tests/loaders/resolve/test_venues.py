"""Places."""

import pytest

from loaders.resolve.venues import venue


def test_a_hall_lies_in_a_city_in_a_country() -> None:
    found = venue("Kuala Lumpur Convention Centre, Kuala Lumpur")
    assert [(place.name, place.kind) for place in found.chain] == [
        ("Kuala Lumpur Convention Centre", "site"),
        ("Kuala Lumpur", "city"),
        ("Malaysia", "country"),
    ]
    assert found.country == "Malaysia"


def test_spellings_of_a_city_are_one_with_its_coordinates() -> None:
    assert venue("Kyiv") == venue("Kiev") == venue("Kyiv", "Ukraine")
    assert (venue("Riyadh").lat, venue("Riyadh").lon) == (24.68773, 46.72185)
    assert venue("Sharm El Sheikh", "Egypt") == venue("Sharm el-Sheikh", "Egypt")


def test_a_name_that_several_cities_have_is_none_of_them_until_the_country_is_given() -> None:
    assert (venue("San Jose").kind, venue("San Jose").country, venue("San Jose").lat) == ("place", None, None)
    assert venue("San José", "Costa Rica").kind == "city"


def test_a_country_is_a_place_too_and_a_capital_is_a_city() -> None:
    assert venue("Saudi Arabia").kind == "country"
    assert venue("Georgia", "Georgia").kind == "country"
    assert venue("Washington").kind == "city"


def test_what_is_not_known_is_a_place_as_written() -> None:
    found = venue("Rose Manor", "United Kingdom")
    assert (found.name, found.kind, found.country) == ("Rose Manor", "place", "United Kingdom")


@pytest.mark.parametrize(
    ("names", "chain"),
    [
        (["Riyadh", "the Saudi capital", "capital of Saudi Arabia", "Riyadh, Riyadh"], ["Riyadh", "Saudi Arabia"]),
        (["Moscow", "Russia's capital", "Moscow, Russia, Russia"], ["Moscow", "Russia"]),
        (["the Kremlin", "Kremlin, Moscow"], ["Kremlin", "Moscow", "Russia"]),
        (["Grand Kremlin Palace", "Grand Kremlin Palace, Moscow"], ["Grand Kremlin Palace", "Moscow", "Russia"]),
        (["White House", "White House, Washington, D.C."], ["White House", "Washington", "United States"]),
        (["Anchorage, Alaska", "Anchorage"], ["Anchorage", "United States"]),
    ],
)
def test_the_names_of_one_place(names: list[str], chain: list[str]) -> None:
    for name in names:
        assert [place.name for place in venue(name).chain] == chain
    assert len({venue(name) for name in names}) == 1
