"""Who is meant by a name."""

import pytest

from schema.errors import Ambiguous, NotFound
from service.graphql.names import Directory, Named

LAVROV = "paaaaaaaaaaa2"
RUBIO = "pbbbbbbbbbbb2"
ZELENSKY = "pccccccccccc2"
BLINKEN = "pddddddddddd2"
BLINKEN_THE_OTHER = "peeeeeeeeeee2"

PEOPLE = Directory(
    "person",
    [
        Named(LAVROV, "Sergei Lavrov", ("Sergey Lavrov", "Sergey Viktorovich Lavrov")),
        Named(RUBIO, "Marco Rubio"),
        Named(ZELENSKY, "Volodymyr Zelenskyy", ("Volodymyr Zelensky",)),
        Named(BLINKEN, "Antony Blinken"),
        Named(BLINKEN_THE_OTHER, "Donald Blinken"),
    ],
)
POLITIES = Directory("polity", [Named("grus", "Russia", ("RU",)), Named("gmid", "Russian Foreign Ministry")])
VENUES = Directory("venue", [Named("vist", "Istanbul"), Named("vcir", "Çırağan Palace"), Named("vzur", "Zürich")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sergei Lavrov", LAVROV),
        ("sergey lavrov", LAVROV),
        ("Lavrov", LAVROV),
        ("lavrov, sergei", LAVROV),
        ("Zelensky", ZELENSKY),
        (RUBIO, RUBIO),
    ],
)
def test_a_person_is_meant_by_name_alias_part_of_it_or_id(text: str, found: str) -> None:
    assert PEOPLE.meant(text) == found


def test_codes_and_whole_names_go_before_parts_of_names() -> None:
    assert (POLITIES.meant("Russia"), POLITIES.meant("ru")) == ("grus", "grus")


@pytest.mark.parametrize(("text", "found"), [("zurich", "vzur"), ("ZÜRICH", "vzur"), ("Çırağan", "vcir")])
def test_letter_case_and_accents_do_not_matter(text: str, found: str) -> None:
    assert VENUES.meant(text) == found


def test_a_name_that_fits_several_lists_them_with_their_ids() -> None:
    with pytest.raises(Ambiguous) as error:
        PEOPLE.meant("Blinken")
    assert f"Antony Blinken ({BLINKEN})" in str(error.value)
    assert f"Donald Blinken ({BLINKEN_THE_OTHER})" in str(error.value)


def test_an_unknown_name_lists_what_is_alike() -> None:
    with pytest.raises(NotFound, match=r"Lavrof.*Sergei Lavrov \(" + LAVROV):
        PEOPLE.meant("Sergej Lavrof")


@pytest.mark.parametrize("text", ["Xqwzk", "", "…", "\u202e"])
def test_a_name_that_nothing_is_like_says_so(text: str) -> None:
    with pytest.raises(NotFound, match="Nothing is alike"):
        PEOPLE.meant(text)


@pytest.mark.timeout(10)
def test_a_name_of_any_length_is_answered_shortly() -> None:
    with pytest.raises(NotFound) as error:
        PEOPLE.meant("Lavrov " * 20_000)
    assert len(str(error.value)) < 1000


def test_an_id_without_an_entry_is_told_from_a_name() -> None:
    assert PEOPLE.meant("pzzzzzzzzzzz2") is None


def test_a_search_ranks_by_likeness() -> None:
    found = PEOPLE.search("Zelenski")
    assert found[0][1] == ZELENSKY
    assert found == sorted(found, key=lambda each: (-each[0], each[1]))
