"""Who is in contact with whom: ties, chains, timelines, and all that passed between two polities."""

import pytest

from tests.service.conftest import Ask


def test_ties_of_a_person_come_with_how_often_and_when(ask: Ask) -> None:
    ties = ask(
        '{ ties(of: "Lavrov") { totalCount nodes { party { name } count ahead first last latest { start } } } }'
    )["ties"]
    assert ties == {
        "totalCount": 1,
        "nodes": [
            {
                "party": {"name": "Marco Rubio"},
                "count": 2,
                "ahead": 0,
                "first": "2025-02-15",
                "last": "2025-02-18",
                "latest": {"start": "2025-02-18"},
            }
        ],
    }


@pytest.mark.parametrize(
    ("arguments", "ties"),
    [
        ('of: "Russia"', [("United States", 2)]),
        ('of: "US", counterparts: PEOPLE', [("Sergei Lavrov", 2)]),
        ('of: "Lavrov", counterparts: POLITIES', [("United States", 2)]),
        ('of: "Lavrov", kinds: [CALL]', [("Marco Rubio", 1)]),
        ('of: "Lavrov", from: "2025-02-16"', [("Marco Rubio", 1)]),
        ('of: "Lavrov", to: "2025-02-16"', [("Marco Rubio", 1)]),
        ('of: "Lavrov", to: "2024"', []),
        ('of: "Kellogg"', []),
        ('of: "Zelensky", counterparts: POLITIES', [("China", 1), ("Hungary", 1)]),
        ('of: "Hungary"', [("China", 1), ("Ukraine", 1)]),
        ('of: "Hungary", counterparts: PEOPLE', [("Volodymyr Zelensky", 1), ("Wang Yi", 1)]),
    ],
)
def test_ties_are_those_asked_for(ask: Ask, arguments: str, ties: list[tuple[str, int]]) -> None:
    found = ask(f"{{ ties({arguments}) {{ nodes {{ party {{ name }} count }} }} }}")["ties"]["nodes"]
    assert sorted((tie["party"]["name"], tie["count"]) for tie in found) == ties


def test_pages_of_ties_add_up(ask: Ask) -> None:
    query = """query Page($first: Int!, $after: String) { ties(of: "Hungary", first: $first, after: $after) {
                 nodes { party { name } } pageInfo { hasNextPage endCursor } } }"""
    whole = ask(query, first=50)["ties"]["nodes"]
    one = ask(query, first=1)["ties"]
    assert one["pageInfo"]["hasNextPage"]
    other = ask(query, first=1, after=one["pageInfo"]["endCursor"])["ties"]
    assert one["nodes"] + other["nodes"] == whole
    assert not other["pageInfo"]["hasNextPage"]


def test_a_chain_names_everybody_on_it_and_what_joins_them(ask: Ask) -> None:
    chain = ask(
        """{ path(from: "Rubio", to: "Lavrov") { length people { name }
             links { from { name } to { name } meetings { start claims { quote } } } } }"""
    )["path"]
    assert (chain["length"], [person["name"] for person in chain["people"]]) == (1, ["Marco Rubio", "Sergei Lavrov"])
    (link,) = chain["links"]
    assert (link["from"]["name"], link["to"]["name"]) == ("Marco Rubio", "Sergei Lavrov")
    assert [meeting["start"] for meeting in link["meetings"]] == ["2025-02-18", "2025-02-15"]
    assert link["meetings"][0]["claims"]


@pytest.mark.parametrize(
    "arguments",
    [
        'from: "Rubio", to: "Wang Yi"',
        'from: "Rubio", to: "Kellogg"',
        'from: "Rubio", to: "Lavrov", until: "2025-01"',
        'from: "Rubio", to: "Lavrov", asOf: "2025-02-12"',
    ],
)
def test_where_there_is_no_chain_there_is_none(ask: Ask, arguments: str) -> None:
    assert ask(f"{{ path({arguments}) {{ length }} }}")["path"] is None


def test_a_timeline_is_of_one_or_of_two(ask: Ask) -> None:
    query = """query T($of: [String!]!) { timeline(of: $of) {
                 parties { name } address meetings { nodes { start } } } }"""
    one = ask(query, of=["Kellogg"])["timeline"]
    assert [node["start"] for node in one["meetings"]["nodes"]] == ["2025-02-18"]
    assert one["address"].startswith("person=p")
    two = ask(query, of=["Lavrov", "US"])["timeline"]
    assert [party["name"] for party in two["parties"]] == ["Sergei Lavrov", "United States"]
    assert [node["start"] for node in two["meetings"]["nodes"]] == ["2025-02-18", "2025-02-15"]
    assert ask(query, of=["Lavrov", "Kellogg"])["timeline"]["meetings"]["nodes"] == []


def test_between_two_polities_all_is_told(ask: Ask) -> None:
    between = ask(
        """{ between(one: "Russia", other: "US") {
             polities { name } count ahead complete first { start } last { start }
             longestGap { days before { start } after { start } }
             levels { level count last { start } } people { person { name } level count }
             travels { guest { name } host { name } } meetings { nodes { start } } } }"""
    )["between"]
    assert between["polities"] == [{"name": "Russia"}, {"name": "United States"}]
    assert (between["count"], between["ahead"], between["complete"]) == (2, 0, True)
    assert (between["first"], between["last"]) == ({"start": "2025-02-15"}, {"start": "2025-02-18"})
    assert between["longestGap"] == {"days": 3, "before": {"start": "2025-02-15"}, "after": {"start": "2025-02-18"}}
    assert between["levels"] == [{"level": "MINISTERS", "count": 2, "last": {"start": "2025-02-18"}}]
    assert {(each["person"]["name"], each["level"], each["count"]) for each in between["people"]} == {
        ("Marco Rubio", "MINISTERS", 2),
        ("Sergei Lavrov", "MINISTERS", 2),
    }
    assert between["travels"] == []
    assert [node["start"] for node in between["meetings"]["nodes"]] == ["2025-02-18", "2025-02-15"]


def test_between_knows_only_what_was_known_on_the_day(ask: Ask) -> None:
    query = '{ between(one: "Russia", other: "US", asOf: "2025-02-17") { count ahead longestGap { days } } }'
    assert ask(query)["between"] == {"count": 1, "ahead": 1, "longestGap": None}
    query = '{ between(one: "Hungary", other: "Russia") { count first { id } levels { level } people { count } } }'
    assert ask(query)["between"] == {"count": 0, "first": None, "levels": [], "people": []}


@pytest.mark.parametrize(
    ("query", "code", "says"),
    [
        ('{ ties(of: "Blinkin") { nodes { count } } }', "NOT_FOUND", "nor any polity"),
        ('{ path(from: "Lavrov", to: "Lavrov") { length } }', "BAD_QUERY", "the same person"),
        ('{ path(from: "Lavrov", to: "Rubio", longest: 7) { length } }', "BAD_QUERY", "between 1 and 6"),
        ("{ timeline(of: []) { address } }", "BAD_QUERY", "one or two names"),
        ('{ between(one: "Russia", other: "RU") { count } }', "BAD_QUERY", "are one polity"),
        ('{ between(one: "Russia", other: "Atlantis") { count } }', "NOT_FOUND", "No polity is called 'Atlantis'"),
        ('{ meetings(pair: ["Lavrov"]) { nodes { id } } }', "BAD_QUERY", "give two names"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_do(complaint: Ask, query: str, code: str, says: str) -> None:
    error = complaint(query)
    assert error["extensions"]["code"] == code
    assert says in error["message"]
