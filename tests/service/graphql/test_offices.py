"""Offices with their holders, venues with what met there, and the search over all names."""

import pytest

from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        ('polity: "US"', [("Secretary of State", "Marco Rubio"), ("Special Envoy", "Keith Kellogg")]),
        ('search: "president", polity: "Ukraine"', [("President", "Volodymyr Zelensky")]),
        ('search: "Special Envoy"', [("Special Envoy", "Keith Kellogg")]),
        ('search: "envoy", asOf: "2025-02-12"', []),
    ],
)
def test_offices_come_with_their_holders(ask: Ask, arguments: str, titles: list[tuple[str, str]]) -> None:
    offices = ask(f"{{ offices({arguments}) {{ nodes {{ title of {{ name }} holders {{ person {{ name }} }} }} }} }}")
    found = [(office["title"], office["holders"][0]["person"]["name"]) for office in offices["offices"]["nodes"]]
    assert found == titles


def test_pages_of_offices_add_up(ask: Ask) -> None:
    query = """query P($first: Int!, $after: String) { offices(first: $first, after: $after) {
                 totalCount nodes { id title } pageInfo { hasNextPage endCursor } } }"""
    whole = ask(query, first=50)["offices"]
    assert whole["totalCount"] == len(whole["nodes"]) > 3
    found, after, more = [], None, True
    while more:
        page = ask(query, first=3, after=after)["offices"]
        found += page["nodes"]
        more, after = page["pageInfo"]["hasNextPage"], page["pageInfo"]["endCursor"]
    assert found == whole["nodes"]


def test_people_are_found_by_when_they_held_an_office(ask: Ask) -> None:
    query = '{ people(office: "Foreign Minister", polity: "Russia", at: "2024-06") { totalCount nodes { name } } }'
    assert ask(query)["people"] == {"totalCount": 1, "nodes": [{"name": "Sergei Lavrov"}]}


def test_venues_come_with_what_met_there_and_in_them(ask: Ask) -> None:
    query = """{ venues { nodes { name within { name } meetings(first: 5) { nodes { start } } } } }"""
    assert ask(query)["venues"]["nodes"] == [
        {"name": "Riyadh", "within": {"name": "Saudi Arabia"}, "meetings": {"nodes": [{"start": "2025-02-18"}]}},
        {"name": "Saudi Arabia", "within": None, "meetings": {"nodes": [{"start": "2025-02-18"}]}},
    ]
    names = ask('{ venues(within: "Saudi Arabia", search: "Riyadh") { nodes { name } } }')["venues"]["nodes"]
    assert names == [{"name": "Riyadh"}]
    early = ask('{ venues(asOf: "2025-02-12") { nodes { name } } }')["venues"]["nodes"]
    assert early == [{"name": "Saudi Arabia"}]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Lavrof", ("Person", "Sergei Lavrov")),
        ("Riyadh", ("Venue", "Riyadh")),
        ("russia", ("Polity", "Russia")),
        ("special envoy", ("Office", "Special Envoy")),
        ("seized villas", ("Meeting", "2025-02-15")),
    ],
)
def test_one_search_finds_all_that_has_a_name_and_what_was_said(ask: Ask, text: str, first: tuple[str, str]) -> None:
    query = """query S($text: String!) { search(text: $text) { nodes { likeness found { __typename
                 ... on Person { name } ... on Polity { name } ... on Venue { name } ... on Office { title }
                 ... on Meeting { start } } } } }"""
    hits = ask(query, text=text)["search"]["nodes"]
    found = hits[0]["found"]
    assert (found.pop("__typename"), *found.values()) == first
    assert [hit["likeness"] for hit in hits] == sorted((hit["likeness"] for hit in hits), reverse=True)


def test_a_search_for_nothing_finds_nothing(ask: Ask) -> None:
    assert ask('{ search(text: "…") { nodes { likeness } } }')["search"]["nodes"] == []


def test_a_party_leads_to_the_claims_that_name_it(ask: Ask) -> None:
    claims = ask('{ person(name: "Kellogg") { claims { nodes { quote article { publisher } } } } }')["person"]["claims"]
    assert [claim["article"]["publisher"] for claim in claims["nodes"]] == ["Gulf Daily", "The Sunday Clarion"]


def test_total_counts_are_given_where_asked_for(ask: Ask) -> None:
    assert ask("{ meetings(first: 1) { totalCount nodes { id } } }")["meetings"]["totalCount"] == 3
    assert ask('{ meetings(allOf: ["Lavrov"], first: 1) { totalCount } }')["meetings"]["totalCount"] == 2
    assert ask('{ meetings(from: "2025-02-16") { totalCount } }')["meetings"]["totalCount"] == 1
    assert ask("{ claims(first: 1) { totalCount } }")["claims"]["totalCount"] == 8
    assert ask('{ claims(by: "Russian Foreign Ministry") { totalCount } }')["claims"]["totalCount"] == 1
    assert ask("{ articles(first: 1) { totalCount } }")["articles"]["totalCount"] == 4
    assert ask('{ people(search: "Lavrov") { totalCount } }')["people"]["totalCount"] == 1
