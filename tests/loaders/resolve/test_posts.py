"""Which words mean the one holder of a post, and who that is on a day."""

import pytest

from loaders.resolve.polities import polity
from loaders.resolve.posts import Named, Term, held, incumbent, meant, terms_of
from schema.ledger import UNDATED

FRANCE = "foreign minister of france"


@pytest.mark.parametrize(
    ("surface", "party", "post"),
    [
        ("French foreign minister", "France", FRANCE),
        ("Moscow's top diplomat", "Russia", "foreign minister of russia"),
        ("Minister of Foreign Affairs of the Russian Federation", "Russia", "foreign minister of russia"),
        ("Russian FM", "Russia", "foreign minister of russia"),
        ("two foreign ministers of Germany and Poland", "Germany", "foreign minister of germany"),
        ("U.S. Secretary of State", "United States", "foreign minister of united states"),
        ("UK foreign secretary", "United Kingdom", "foreign minister of united kingdom"),
        ("UN secretary-general", "United Nations", "secretary general of united nations"),
        ("Japanese finance minister", "Japan", "finance minister of japan"),
    ],
)
def test_a_side_named_by_a_post_that_one_person_holds(surface: str, party: str, post: str) -> None:
    assert meant(surface, party) == post


@pytest.mark.parametrize(
    ("surface", "party"),
    [
        ("France", "France"),
        ("former French president", "France"),
        ("French president's office", "France"),
        ("president of the French senate", "France"),
        ("Pakistani deputy foreign minister", "Pakistan"),
        ("France's ambassador", "France"),
        ("Russian officials", "Russia"),
        ("India's foreign secretary", "India"),
        ("Kremlin spokesman", "Russia"),
    ],
)
def test_parties_and_posts_that_several_hold_mean_nobody(surface: str, party: str) -> None:
    assert meant(surface, party) is None


def test_a_person_holds_the_posts_of_the_title_unless_it_is_a_former_one() -> None:
    assert held("Minister for Europe and Foreign Affairs", "France") == (FRANCE,)
    assert held("Deputy Prime Minister and Foreign Minister", "Slovakia") == ("foreign minister of slovakia",)
    assert held("former Foreign Minister", "France") == held("Assistant to the President", "United States") == ()


def test_the_lists_say_who_held_the_post_on_the_day_of_the_contact() -> None:
    terms = terms_of(FRANCE, polity("France"), [])
    assert named_at("2025-03-12", "2025-03-13", terms) == "Jean-Noël Barrot"
    assert named_at(None, "2025-03-13", terms) == "Jean-Noël Barrot"
    assert named_at(None, "2023-03-13", terms) == "Catherine Colonna"
    assert named_at("2025", "2025-03-13", terms) is None
    assert named_at(None, UNDATED, terms) is None


def test_reports_of_the_last_months_say_it_where_the_lists_do_not_and_two_who_rival_are_nobody() -> None:
    jane = Named("Jane Doe", "Interior Minister", "Jamaica", "2025-02-10", "n1")
    surname = Named("Doe", "Minister of the Interior", "Jamaica", "2025-03-01", "n2")
    other = Named("Ann Roe", "Interior Minister", "Jamaica", "2025-03-02", "n3")
    found = incumbent(None, "2025-03-05", [], [jane, surname])
    assert found is not None
    assert (found.name, found.support, found.reason) == ("Jane Doe", "n2", "named so in a report of 2025-03-01")
    assert named_at(None, "2025-03-05", [], jane, surname, other) is None
    assert named_at(None, "2025-03-01", [], jane, surname, other) == "Jane Doe"
    assert named_at("2019-03-01", "2025-03-05", [], jane) is None


def test_somebody_the_list_does_not_know_rivals_whom_it_has() -> None:
    term = Term("Jane Doe", "Interior Minister", "Jamaica", "2020", None)
    before = Term("Ann Roe", "Interior Minister", "Jamaica", "2016", "2020")
    successor = Named("Paul Poe", "Interior Minister", "Jamaica", "2025-03-02", "n1")
    earlier = Named("Ann Roe", "Interior Minister", "Jamaica", "2025-03-02", "n2")
    assert named_at(None, "2025-03-05", [term, before], earlier) == "Jane Doe"
    assert named_at(None, "2025-03-05", [term, before], successor) is None


def named_at(date: str | None, reported: str, terms: list[Term], *named: Named) -> str | None:
    found = incumbent(date, reported, terms, named)
    return found.name if found else None
