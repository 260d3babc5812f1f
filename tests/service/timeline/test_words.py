"""What timelines say, in each of their languages."""

import tomllib
from pathlib import Path

import pytest

from schema.errors import QueryError
from schema.vocabulary import Kind, Status
from service.timeline import words as module
from service.timeline.words import words

TABLES = tomllib.loads(Path(module.__file__).with_name("words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2025-02-05", None, "5 February 2025"),
        ("2025-02", None, "February 2025"),
        ("2025", None, "2025"),
        (None, None, "Date not known"),
        ("2025-02-15", "2025-02-15", "15 February 2025"),
        ("2025-02-15", "2025-02-18", "15–18 Feb 2025"),
        ("2025-02-27", "2025-03-01", "27 Feb – 1 Mar 2025"),
        ("2025-02", "2025-03-01", "February 2025 – 1 March 2025"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is(start: str | None, end: str | None, said: str) -> None:
    assert words().when(start, end).replace("\u2009", " ") == said


def test_an_interval_reads_like_its_two_dates() -> None:
    assert words().interval("2025-02-15/2025-02-18") == words().when("2025-02-15", "2025-02-18")


@pytest.mark.parametrize("lang", TABLES)
def test_every_language_has_every_word(lang: str) -> None:
    assert TABLES[lang].keys() == TABLES["en"].keys()
    said = words(lang)
    assert all(said[each] for each in (*Kind, *Status))
    for number in (0, 1, 2, 3, 7, 11, 25, 101):
        assert said.count("sources", number)


def test_numbers_take_their_plural() -> None:
    assert words().count("sources", 1) == "1 source"
    assert words().count("contacts", 12345) == "12,345 contacts"
    assert words("ru").count("sources", 3) == "3 источника"
    assert words("ru").count("sources", 5) == "5 источников"


def test_a_region_is_looked_over_and_direction_is_known() -> None:
    assert words("de-AT").lang == "de"
    assert words("ar").direction == "rtl"
    assert words("uk").direction == "ltr"


def test_a_language_without_table_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"ar, de, en"):
        words("tlh")
