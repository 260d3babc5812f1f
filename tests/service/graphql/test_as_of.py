"""Answers from what was reported by a day."""

import pytest

from tests.service.conftest import Ask

SEEN = """query Seen($day: Date!) { meetings(asOf: $day) { nodes {
  status start
  participants { attendance party { name } }
  claims { article { publisher } }
  history { knownFrom knownUntil }
  follows { kind }
} } }"""


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        ("2025-02-09", []),
        ("2025-02-10", [("POSSIBLE", "2025-02")]),
        ("2025-02-15", [("POSSIBLE", "2025-02")]),
        ("2025-02-16", [("EXPECTED", "2025-02-18"), ("HELD", "2025-02-15")]),
        ("2025-02-19", [("HELD", "2025-02-18"), ("HELD", "2025-02-15")]),
        ("2030-01-01", [("HELD", "2025-02-18"), ("HELD", "2025-02-15")]),
    ],
)
def test_a_day_sees_what_had_been_reported(ask: Ask, day: str, seen: list[tuple[str, str]]) -> None:
    nodes = ask(SEEN, day=day)["meetings"]["nodes"]
    assert [(node["status"], node["start"]) for node in nodes] == seen


def test_everything_below_is_as_of_the_same_day(ask: Ask) -> None:
    expected, _ = ask(SEEN, day="2025-02-17")["meetings"]["nodes"]
    parts = {each["party"]["name"]: each["attendance"] for each in expected["participants"]}
    assert parts == {"Marco Rubio": "EXPECTED", "Sergei Lavrov": "EXPECTED", "Keith Kellogg": "ABSENT"}
    assert {claim["article"]["publisher"] for claim in expected["claims"]} == {"Baltic Courier", "The Sunday Clarion"}
    assert expected["history"] == [
        {"knownFrom": "2025-02-10", "knownUntil": "2025-02-16"},
        {"knownFrom": "2025-02-16", "knownUntil": None},
    ]
    assert expected["follows"] == [{"kind": "CALL"}]


def test_an_undated_report_is_in_no_day_s_answer(ask: Ask) -> None:
    today = ask("{ meetings { nodes { start } } articles { nodes { published } } }")
    past = ask(
        '{ meetings(asOf: "9999-12-30") { nodes { start } } articles(asOf: "9999-12-30") { nodes { published } } }'
    )
    assert len(today["meetings"]["nodes"]) == len(past["meetings"]["nodes"]) + 1
    assert len(today["articles"]["nodes"]) == len(past["articles"]["nodes"]) + 1


def test_people_claims_and_articles_are_as_of_the_day(ask: Ask) -> None:
    seen = ask(
        """{ people(asOf: "2025-02-10") { nodes { name meetings { nodes { status } } } }
             claims(asOf: "2025-02-10") { nodes { status } }
             articles(asOf: "2025-02-10") { nodes { publisher claims { status } } } }"""
    )
    assert [(each["name"], each["meetings"]["nodes"]) for each in seen["people"]["nodes"]] == [
        ("Marco Rubio", [{"status": "POSSIBLE"}]),
        ("Sergei Lavrov", [{"status": "POSSIBLE"}]),
    ]
    assert seen["claims"]["nodes"] == [{"status": "POSSIBLE"}]
    assert seen["articles"]["nodes"] == [{"publisher": "Baltic Courier", "claims": [{"status": "POSSIBLE"}]}]


def test_a_meeting_has_the_same_id_on_every_day(ask: Ask) -> None:
    by_day = {
        ask('query D($d: Date) { meetings(asOf: $d, venue: "Saudi Arabia") { nodes { id } } }', d=day)["meetings"][
            "nodes"
        ][0]["id"]
        for day in ("2025-02-10", "2025-02-16", None)
    }
    assert len(by_day) == 1


def test_a_cursor_of_one_day_is_none_of_another(ask: Ask, complaint: Ask) -> None:
    query = "query P($d: Date, $a: String) { meetings(first: 1, asOf: $d, after: $a) { pageInfo { endCursor } } }"
    cursor = ask(query, d="2025-02-16")["meetings"]["pageInfo"]["endCursor"]
    assert ask(query, d="2025-02-16", a=cursor)
    assert "belongs to asOf 2025-02-16" in complaint(query, a=cursor)["message"]
