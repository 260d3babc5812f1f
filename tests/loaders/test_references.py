"""What lists of office-holders change: who is who, Person.wikidata and the terms of office."""

from datetime import UTC, datetime, timedelta

from loaders import store
from loaders.sources.people import reference
from schema.database import Database
from schema.ledger import Reference
from tests.loaders.articles import Who, reading
from tests.loaders.snapshot import snapshot

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
PEOPLE = "MATCH (p:Person) RETURN p.name AS name, p.wikidata AS wikidata, p.aliases AS aliases ORDER BY name"
HELD = """
MATCH (p:Person)-[h:HOLDS]->(o:Office)
RETURN p.name AS name, o.title AS title, h.since AS since, h.until AS until ORDER BY name, title, since
"""
NDIAYE = Who("Ousmane Ndiaye", "President", "Senegal")
LION = Who("The Lion", "leader", "Senegal")


def row(name: str, office: str, polity: str, **more: object) -> Reference:
    return reference({"name": name, "office": office, "polity": polity, **more})


PRESIDENT = row("Ousmane Ndiaye", "President of Senegal", "Senegal", aliases=["The Lion"], wikidata="Q1234567")


def names(database: Database) -> list[object]:
    return [found["name"] for found in database.rows(PEOPLE)]


def test_a_list_joins_names_of_one_person_until_a_newer_edition_says_otherwise(database: Database) -> None:
    store.add(database, [reading("a", "2025-02-15", named=[NDIAYE]), reading("b", "2025-02-16", named=[LION])], NOW)
    before = snapshot(database)
    assert len(names(database)) == 2
    assert store.add_people(database, "mine", [PRESIDENT], NOW)
    (person,) = database.rows(PEOPLE)
    assert person == {
        "name": "Ousmane Ndiaye",
        "wikidata": "Q1234567",
        "aliases": ["Ousmane Ndiaye", "The Lion"],
    }
    listed = snapshot(database)
    assert not store.add_people(database, "mine", [PRESIDENT], NOW + timedelta(days=1))
    store.rebuild(database)
    assert snapshot(database) == listed
    assert store.add_people(database, "mine", [], NOW + timedelta(days=2))
    assert snapshot(database) == before
    assert store.add_people(database, "mine", [PRESIDENT], NOW + timedelta(days=3))
    assert snapshot(database) == listed


def test_a_list_that_was_there_first_is_used_for_what_is_loaded_later(database: Database) -> None:
    store.add_people(database, "mine", [PRESIDENT], NOW)
    store.add(database, [reading("a", "2025-02-15", named=[NDIAYE])], NOW)
    store.add(database, [reading("b", "2025-02-16", named=[LION])], NOW)
    assert names(database) == ["Ousmane Ndiaye"]
    person = database.rows("MATCH (p:Person) RETURN p.id AS id")[0]["id"]
    reasons = [one.reason for one in store.explain(database, str(person))]
    assert reasons == ["both are Ousmane Ndiaye by the list of office-holders"]


def test_two_people_of_a_list_are_two_and_a_judgement_goes_before_the_list(database: Database) -> None:
    elder = Who("George Herbert Lund", "President", "Denmark")
    younger = Who("George Lund", "President", "Denmark")
    store.add(database, [reading("a", "1990-02-15", named=[elder]), reading("b", "2025-02-16", named=[younger])], NOW)
    assert len(names(database)) == 1
    rows = [
        row("George Herbert Lund", "President", "Denmark", wikidata="Q1", until="1993-01-20"),
        row("George Lund", "President", "Denmark", wikidata="Q2", since="2001-01-20"),
    ]
    store.add_people(database, "mine", rows, NOW)
    assert [(one["name"], one["wikidata"]) for one in database.rows(PEOPLE)] == [
        ("George Herbert Lund", "Q1"),
        ("George Lund", "Q2"),
    ]
    assert [(one["until"], one["since"]) for one in database.rows(HELD)] == [("1993-01-20", None), (None, "2001-01-20")]


def test_each_term_of_an_office_is_told(database: Database) -> None:
    store.add(database, [reading("a", "2025-02-15", named=[NDIAYE])], NOW)
    whole = snapshot(database)
    terms = [("2012-04-02", "2019"), ("2024-04-02", None)]
    store.add_people(
        database,
        "mine",
        [row("Ousmane Ndiaye", "President", "Senegal", since=since, until=until) for since, until in terms],
        NOW,
    )
    assert [(one["since"], one["until"]) for one in database.rows(HELD)] == terms
    store.add_people(database, "mine", [], NOW + timedelta(days=1))
    assert snapshot(database) == whole


def test_an_older_edition_that_comes_in_late_counts_no_more(database: Database) -> None:
    store.add(database, [reading("a", "2025-02-15", named=[NDIAYE])], NOW)
    store.add_people(database, "mine", [PRESIDENT], NOW)
    store.add_people(database, "mine", [], NOW - timedelta(days=1))
    assert [one["wikidata"] for one in database.rows(PEOPLE)] == ["Q1234567"]


def test_an_alias_of_two_people_of_the_list_means_neither(database: Database) -> None:
    store.add(database, [reading("a", "2025-02-15", named=[LION])], NOW)
    other = row("Amadou Fall", "Prime Minister", "Senegal", aliases="The Lion", wikidata="Q7654321")
    store.add_people(database, "mine", [PRESIDENT, other], NOW)
    assert [one["wikidata"] for one in database.rows(PEOPLE)] == [None]
