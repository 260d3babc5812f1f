"""Meetings as they can be asked for."""

import pytest

from tests.service.conftest import Ask


def starts(ask: Ask, arguments: str) -> list[str | None]:
    nodes = ask(f"{{ meetings({arguments}) {{ nodes {{ start }} }} }}")["meetings"]["nodes"]
    return [node["start"] for node in nodes]


def test_the_newest_come_first_and_those_without_a_date_last(ask: Ask) -> None:
    nodes = ask("{ meetings { nodes { start precision kind status } } }")["meetings"]["nodes"]
    assert nodes == [
        {"start": "2025-02-18", "precision": "DAY", "kind": "MEETING", "status": "HELD"},
        {"start": "2025-02-15", "precision": "DAY", "kind": "CALL", "status": "HELD"},
        {"start": None, "precision": None, "kind": "CONVERSATION", "status": "HELD"},
    ]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ('anyOf: ["Lavrov", "Zelensky"]', ["2025-02-18", "2025-02-15", None]),
        ('anyOf: ["Zelensky"]', [None]),
        ('allOf: ["Lavrov", "Rubio"]', ["2025-02-18", "2025-02-15"]),
        ('allOf: ["Lavrov", "Kellogg"]', ["2025-02-18"]),
        ('allOf: ["Lavrov", "Zelensky"]', []),
        ('anyOf: ["Kellogg", "Zelensky"], allOf: ["Rubio"]', ["2025-02-18"]),
        ('polities: ["Russia"]', ["2025-02-18", "2025-02-15"]),
        ('polities: ["RU", "United States"]', ["2025-02-18", "2025-02-15"]),
        ('polities: ["Hungary"]', [None]),
        ('polities: ["Hungary", "Russia"]', []),
        ("kinds: [CALL]", ["2025-02-15"]),
        ("kinds: [CALL, CONVERSATION], statuses: [HELD]", ["2025-02-15", None]),
        ("statuses: [EXPECTED]", []),
        ('venue: "Riyadh"', ["2025-02-18"]),
        ('venue: "Saudi Arabia"', ["2025-02-18"]),
        ('topic: "trade"', ["2025-02-15"]),
        ('from: "2025-02-16"', ["2025-02-18"]),
        ('from: "2025-02-18", to: "2025-02-18"', ["2025-02-18"]),
        ('to: "2025-02-17"', ["2025-02-15"]),
        ('from: "2025-02", to: "2025-02"', ["2025-02-18", "2025-02-15"]),
        ('from: "2025", to: "2025"', ["2025-02-18", "2025-02-15"]),
        ('from: "2025-03"', []),
    ],
)
def test_meetings_are_found_by_who_how_when_where_and_about_what(
    ask: Ask, arguments: str, found: list[str | None]
) -> None:
    assert starts(ask, arguments) == found


def test_a_meeting_tells_who_took_part_and_who_was_absent(ask: Ask) -> None:
    (meeting,) = ask(
        """{ meetings(venue: "Riyadh") { nodes {
             sources venue { name country } topics { name }
             participants { attendance party { __typename name } claims { quote } } } } }"""
    )["meetings"]["nodes"]
    parts = {each["party"]["name"]: each["attendance"] for each in meeting["participants"]}
    assert parts == {"Marco Rubio": "ATTENDED", "Sergei Lavrov": "ATTENDED", "Keith Kellogg": "ABSENT"}
    assert all(each["claims"] for each in meeting["participants"])
    assert meeting["venue"] == {"name": "Riyadh", "country": "Saudi Arabia"}
    assert meeting["topics"] == [{"name": "Ukraine"}]
    assert meeting["sources"] == 3


def test_a_polity_is_a_participant_where_nobody_is_named_for_it(ask: Ask) -> None:
    (meeting,) = ask('{ meetings(polities: ["Hungary"]) { nodes { participants { party { __typename name } } } } }')[
        "meetings"
    ]["nodes"]
    assert {"__typename": "Polity", "name": "Hungary"} in [each["party"] for each in meeting["participants"]]


def test_two_accounts_of_one_call_stand_side_by_side(ask: Ask) -> None:
    (call,) = ask(
        """{ meetings(kinds: [CALL]) { nodes {
             accounts { by ownWords topics claims { quote begin end article { url publisher published text } } }
             disagreements { field values { value claims { by } } } } } }"""
    )["meetings"]["nodes"]
    topics = {account["by"]: account["topics"] for account in call["accounts"] if not account["ownWords"]}
    assert topics == {"Russian Foreign Ministry": ["trade"], "State Department": ["Ukraine"]}
    for account in call["accounts"]:
        for claim in account["claims"]:
            assert claim["article"]["text"][claim["begin"] : claim["end"]] == claim["quote"]
            assert claim["article"]["publisher"] == "The Sunday Clarion"
    (disagreement,) = call["disagreements"]
    assert disagreement["field"] == "topics"
    assert {"value": "trade", "claims": [{"by": "Russian Foreign Ministry"}]} in disagreement["values"]


def test_a_meeting_keeps_what_was_known_of_it_when(ask: Ask) -> None:
    (talks,) = ask(
        '{ meetings(venue: "Riyadh") { nodes { history { knownFrom knownUntil status start precision } } } }'
    )["meetings"]["nodes"]
    assert talks["history"] == [
        {
            "knownFrom": "2025-02-10",
            "knownUntil": "2025-02-16",
            "status": "POSSIBLE",
            "start": "2025-02",
            "precision": "MONTH",
        },
        {
            "knownFrom": "2025-02-16",
            "knownUntil": "2025-02-19",
            "status": "EXPECTED",
            "start": "2025-02-18",
            "precision": "DAY",
        },
        {"knownFrom": "2025-02-19", "knownUntil": None, "status": "HELD", "start": "2025-02-18", "precision": "DAY"},
    ]


def test_a_meeting_leads_to_the_one_it_followed_and_back(ask: Ask) -> None:
    talks, call, _ = ask("{ meetings { nodes { follows { kind } followedBy { kind } } } }")["meetings"]["nodes"]
    assert talks == {"follows": [{"kind": "CALL"}], "followedBy": []}
    assert call == {"follows": [], "followedBy": [{"kind": "MEETING"}]}


def test_pages_add_up_to_the_list(ask: Ask) -> None:
    query = """query Page($after: String) { meetings(first: 1, after: $after) {
                 edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
    found, after = [], None
    for number in range(3):
        page = ask(query, after=after)["meetings"]
        (edge,) = page["edges"]
        info = page["pageInfo"]
        assert info["startCursor"] == info["endCursor"] == edge["cursor"]
        assert (info["hasNextPage"], info["hasPreviousPage"]) == (number < 2, number > 0)
        found.append(edge["node"]["id"])
        after = info["endCursor"]
    assert found == [node["id"] for node in ask("{ meetings { nodes { id } } }")["meetings"]["nodes"]]
    assert ask(query, after=after)["meetings"]["edges"] == []


def test_a_meeting_is_found_by_its_id(ask: Ask) -> None:
    for node in ask("{ meetings { nodes { id start } } }")["meetings"]["nodes"]:
        assert ask("query M($id: ID!) { meeting(id: $id) { id start } }", id=node["id"])["meeting"] == node


@pytest.mark.parametrize(
    ("query", "code", "says"),
    [
        ('{ meetings(anyOf: ["Blinkin"]) { nodes { id } } }', "NOT_FOUND", "No person is called 'Blinkin'"),
        ('{ meetings(anyOf: ["Lavrow"]) { nodes { id } } }', "NOT_FOUND", "Alike: Sergei Lavrov (p"),
        ('{ meetings(polities: ["Russland"]) { nodes { id } } }', "NOT_FOUND", "Russia (g"),
        ('{ meetings(venue: "Riad") { nodes { id } } }', "NOT_FOUND", "No venue"),
        ('{ meetings(topic: "fishing") { nodes { id } } }', "NOT_FOUND", "No topic"),
        ('{ meetings(from: "2025-02-30") { nodes { id } } }', "BAD_QUERY", "'2025-02-30' is no date"),
        ('{ meetings(to: "soon") { nodes { id } } }', "BAD_QUERY", "Write a day (2025-02-15)"),
        ("{ meetings(from: 2025) { nodes { id } } }", "BAD_QUERY", "2025 is no date"),
        ('{ meetings(asOf: "2025-02") { nodes { id } } }', "BAD_QUERY", "not a full day"),
        ("{ meetings(first: 201) { nodes { id } } }", "BAD_QUERY", "between 1 and 200"),
        ('{ meetings(after: "x") { nodes { id } } }', "BAD_QUERY", "no cursor of meetings"),
        ('{ meeting(id: "maaaaaaaaaaaa") { id } }', "NOT_FOUND", "No meeting has the id"),
        ("{ meetings(kinds: [DINNER]) { nodes { id } } }", "GRAPHQL_VALIDATION_FAILED", "DINNER"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_do(complaint: Ask, query: str, code: str, says: str) -> None:
    error = complaint(query)
    assert error["extensions"]["code"] == code
    assert says in error["message"]
