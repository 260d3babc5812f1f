"""People, their offices and their counterparts."""

import pytest

from schema.database import Database
from tests.service.conftest import Ask


def test_a_person_has_names_an_office_and_a_polity(ask: Ask) -> None:
    person = ask('{ person(name: "lavrov") { name aliases polity { name iso } offices { title role of { name } } } }')
    assert person["person"]["name"] == "Sergei Lavrov"
    assert person["person"]["polity"] == {"name": "Russia", "iso": "RU"}
    (office,) = person["person"]["offices"]
    assert (office["title"], office["of"]) == ("Foreign Minister", {"name": "Russia"})


def test_a_person_is_found_by_id(ask: Ask) -> None:
    for node in ask("{ people { nodes { id name } } }")["people"]["nodes"]:
        assert ask("query P($id: ID!) { person(id: $id) { id name } }", id=node["id"])["person"] == node


def test_an_id_that_another_mention_would_give_leads_to_the_person(ask: Ask, engine: Database) -> None:
    rows = engine.rows("MATCH (n:Mention)-[:IS]->(p:Person) WHERE n.seed <> p.id RETURN n.seed AS seed, p.id AS id")
    assert rows
    for row in rows:
        assert ask("query P($id: ID!) { person(id: $id) { id } }", id=row["seed"])["person"]["id"] == row["id"]


def test_counterparts_come_with_how_often_and_when(ask: Ask) -> None:
    contacts = ask(
        '{ person(name: "Lavrov") { contacts { nodes { person { name } count ahead first last latest { start } } } } }'
    )["person"]["contacts"]["nodes"]
    assert contacts == [
        {
            "person": {"name": "Marco Rubio"},
            "count": 2,
            "ahead": 0,
            "first": "2025-02-15",
            "last": "2025-02-18",
            "latest": {"start": "2025-02-18"},
        }
    ]


def test_colleagues_are_no_counterparts(ask: Ask) -> None:
    contacts = ask('{ person(name: "Kellogg") { contacts { nodes { person { name } } } } }')["person"]["contacts"]
    assert contacts["nodes"] == []


def test_what_is_ahead_counts_apart_from_what_took_place(ask: Ask) -> None:
    contacts = ask(
        """{ person(name: "Lavrov", asOf: "2025-02-17") {
             contacts { nodes { person { name } count ahead last latest { start status } } } } }"""
    )["person"]["contacts"]["nodes"]
    assert contacts == [
        {
            "person": {"name": "Marco Rubio"},
            "count": 1,
            "ahead": 1,
            "last": "2025-02-15",
            "latest": {"start": "2025-02-18", "status": "EXPECTED"},
        }
    ]


def test_a_person_and_a_polity_have_their_meetings(ask: Ask) -> None:
    person = ask('{ person(name: "Lavrov") { meetings(kinds: [CALL]) { nodes { start } } } }')["person"]
    assert person["meetings"]["nodes"] == [{"start": "2025-02-15"}]
    polity = ask('{ person(name: "Lavrov") { polity { meetings(first: 1) { nodes { start } } } } }')["person"]["polity"]
    assert polity["meetings"]["nodes"] == [{"start": "2025-02-18"}]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ('search: "Lavrof"', ["Sergei Lavrov"]),
        ('search: "zelenskiy", first: 1', ["Volodymyr Zelensky"]),
        ('polity: "Russia"', ["Sergei Lavrov"]),
        ('polity: "US"', ["Keith Kellogg", "Marco Rubio"]),
        ('office: "Foreign Minister", polity: "Russia"', ["Sergei Lavrov"]),
        ('search: "Rubio", polity: "Russia"', []),
        ('search: "…"', []),
    ],
)
def test_people_are_found_by_likeness_polity_and_office(ask: Ask, arguments: str, names: list[str]) -> None:
    nodes = ask(f"{{ people({arguments}) {{ nodes {{ name }} }} }}")["people"]["nodes"]
    assert [node["name"] for node in nodes if node["name"] != "Vladimir Putin"] == names


def test_pages_of_people_add_up_to_the_list(ask: Ask) -> None:
    for argument in ("", 'search: "e",'):
        query = f"""query Page($first: Int!, $after: String) {{ people({argument} first: $first, after: $after) {{
                      nodes {{ name }} pageInfo {{ hasNextPage endCursor }} }} }}"""
        everybody = ask(query, first=50)["people"]["nodes"]
        found, after, more = [], None, True
        while more:
            page = ask(query, first=2, after=after)["people"]
            found += page["nodes"]
            more, after = page["pageInfo"]["hasNextPage"], page["pageInfo"]["endCursor"]
        assert found == everybody


@pytest.mark.parametrize(
    ("query", "code", "says"),
    [
        ('{ person(name: "Blinkin") { id } }', "NOT_FOUND", "No person"),
        ('{ person(id: "paaaaaaaaaaaa") { id } }', "NOT_FOUND", "No person"),
        ("{ person { id } }", "BAD_QUERY", "either an id or a name"),
        ('{ person(id: "p", name: "Lavrov") { id } }', "BAD_QUERY", "either an id or a name"),
        ('{ person(name: "Lavrov", asOf: "2025-01-01") { id } }', "NOT_FOUND", "No report by 2025-01-01"),
        ('{ people(office: "Beekeeper") { nodes { id } } }', "NOT_FOUND", "No office"),
        ('{ person(name: "Lavrov") { contacts(first: 0) { nodes { ahead } } } }', "BAD_QUERY", "between 1 and 200"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_do(complaint: Ask, query: str, code: str, says: str) -> None:
    error = complaint(query)
    assert error["extensions"]["code"] == code
    assert says in error["message"]
