"""People named by one word whom the list of office-holders knows in full."""

from datetime import UTC, datetime

import pytest

from loaders import store
from schema.database import Database
from schema.reading import Reading
from schema.vocabulary import Kind, Status
from tests.loaders.articles import PUTIN, TRUMP, Told, Who, reading

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
PEOPLE = "MATCH (p:Person) RETURN p.name AS name, p.aliases AS aliases ORDER BY name"


def met(source: str, *who: Who) -> Reading:
    """An article of 16 May 2025 that tells of a meeting."""
    return reading(source, "2025-05-16", Told(Kind.MEETING, Status.HELD, who, "2025-05-15"))


def people(database: Database, *readings: Reading) -> dict[object, object]:
    store.add(database, readings, NOW)
    return {row["name"]: row["aliases"] for row in database.rows(PEOPLE)}


def test_one_word_is_shown_in_full(database: Database) -> None:
    found = people(database, met("a", Who("Trump", "President", "United States"), Who("Putin")))
    assert found == {"Donald Trump": ["Trump"], "Vladimir Putin": ["Putin"]}


@pytest.mark.parametrize("first", ["one word", "in full"])
def test_one_word_joins_the_name_in_full_whichever_comes_first(database: Database, first: str) -> None:
    articles = [met("a", Who("Trump"), Who("Putin")), met("b", TRUMP, PUTIN)]
    for article in articles if first == "one word" else reversed(articles):
        found = people(database, article)
    assert found == {"Donald Trump": ["Donald Trump", "Trump"], "Vladimir Putin": ["Putin", "Vladimir Putin"]}


def test_a_by_name_joins_the_name_in_full(database: Database) -> None:
    general = Who("Mohamed Hamdan Dagalo", "commander", "Rapid Support Forces")
    found = people(database, met("a", Who("Hemedti"), PUTIN), met("b", general, PUTIN))
    assert found["Mohamed Hamdan Dagalo"] == ["Hemedti", "Mohamed Hamdan Dagalo"]


def test_a_namesake_of_another_country_stays_apart(database: Database) -> None:
    found = people(database, met("a", Who("Trump", "mayor", "Canada"), PUTIN), met("b", TRUMP, PUTIN))
    assert sorted(map(str, found)) == ["Donald Trump", "Trump", "Vladimir Putin"]
