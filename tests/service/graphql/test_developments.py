"""What changed, what was promised, what there is, and what should be looked at."""

import pytest

from tests.service.conftest import Ask

CHANGES = """query C($since: Date, $first: Int = 20, $after: String, $turns: [Turn!], $asOf: Date) {
  changes(since: $since, first: $first, after: $after, turns: $turns, asOf: $asOf) {
    nodes { day turns before { status } after { status start } meeting { start } claims { article { publisher } } }
    pageInfo { hasNextPage endCursor } } }"""


def test_changes_tell_what_each_day_changed(ask: Ask) -> None:
    changes = ask(CHANGES, since="2025-02-01", asOf="2025-02-28")["changes"]["nodes"]
    told = [(each["day"], each["turns"], each["after"]["status"], each["after"]["start"]) for each in changes]
    assert told[0] == ("2025-02-10", ["NEW"], "POSSIBLE", "2025-02")
    assert ("2025-02-16", ["CONTRADICTED", "NEW"], "HELD", "2025-02-15") in told
    assert told[-1][:3] == ("2025-02-19", ["HELD"], "HELD")
    assert [claim["article"]["publisher"] for claim in changes[-1]["claims"]] == ["Gulf Daily"]
    assert changes[-1]["before"] == {"status": "EXPECTED"}
    assert changes[-1]["meeting"] == {"start": "2025-02-18"}


def test_changes_since_a_day_or_an_article_are_those_from_that_day_on(ask: Ask) -> None:
    since = ask(CHANGES, since="2025-02-19", asOf="2025-03-01")["changes"]["nodes"]
    assert [each["day"] for each in since] == ["2025-02-19"]
    (article,) = ask('{ articles(publisher: "Gulf Daily") { nodes { id } } }')["articles"]["nodes"]
    query = 'query C($id: ID!) { changes(article: $id, asOf: "2025-03-01") { nodes { day } } }'
    assert ask(query, id=article["id"])["changes"]["nodes"] == [{"day": "2025-02-19"}]


def test_changes_of_one_kind_and_pages_of_them_add_up(ask: Ask) -> None:
    whole = ask(CHANGES, since="2025")["changes"]["nodes"]
    held = ask(CHANGES, since="2025", turns=["HELD"])["changes"]["nodes"]
    assert held == [each for each in whole if "HELD" in each["turns"]] != []
    found, after, more = [], None, True
    while more:
        page = ask(CHANGES, since="2025", first=1, after=after)["changes"]
        found += page["nodes"]
        more, after = page["pageInfo"]["hasNextPage"], page["pageInfo"]["endCursor"]
    assert found == whole


@pytest.mark.parametrize(
    ("arguments", "starts"),
    [
        ("", []),
        ('asOf: "2025-02-17"', []),
        ('asOf: "2025-02-17", by: "2025-02-19"', ["2025-02-18"]),
        ('asOf: "2025-02-17", by: "2025-02-18"', []),
        ('of: ["Lavrov", "US"], asOf: "2025-02-17", by: "2025-03"', ["2025-02-18"]),
        ('of: ["Zelensky"], asOf: "2025-02-17", by: "2025-03"', []),
    ],
)
def test_promises_are_what_was_expected_by_a_day_that_has_passed(ask: Ask, arguments: str, starts: list[str]) -> None:
    query = f"{{ promises({arguments}) {{ nodes {{ start }} }} }}" if arguments else "{ promises { nodes { start } } }"
    assert [node["start"] for node in ask(query)["promises"]["nodes"]] == starts


def test_stats_count_what_there_is(ask: Ask) -> None:
    stats = ask("{ stats { articles claims meetings people polities venues candidates firstReport lastReport } }")
    assert stats["stats"] == {
        "articles": 4,
        "claims": 8,
        "meetings": 3,
        "people": 6,
        "polities": stats["stats"]["polities"],
        "venues": 2,
        "candidates": stats["stats"]["candidates"],
        "firstReport": "2025-02-10",
        "lastReport": "2025-02-19",
    }
    then = ask('{ stats(asOf: "2025-02-12") { articles claims meetings lastReport } }')["stats"]
    assert then == {"articles": 1, "claims": 1, "meetings": 1, "lastReport": "2025-02-10"}


def test_the_review_queue_is_read_by_score(ask: Ask) -> None:
    queue = ask("{ reviewQueue { totalCount nodes { subject score reasons joined left { __typename } } } }")[
        "reviewQueue"
    ]
    scores = [node["score"] for node in queue["nodes"]]
    assert scores == sorted(scores, reverse=True)
    assert queue["totalCount"] == len(scores)
    assert ask("{ reviewQueue(subject: VENUE) { nodes { subject } } }")["reviewQueue"]["nodes"] == [
        {"subject": node["subject"]} for node in queue["nodes"] if node["subject"] == "VENUE"
    ]


@pytest.mark.parametrize(
    ("query", "code", "says"),
    [
        ("{ changes { nodes { day } } }", "BAD_QUERY", "either `since` or `article`"),
        ('{ changes(article: "aaaaaaaaaaaaa") { nodes { day } } }', "NOT_FOUND", "No article has the id"),
        ('{ changes(since: "2025", after: "x") { nodes { day } } }', "BAD_QUERY", "no cursor of changes"),
        ('{ promises(of: ["Blinkin"]) { nodes { id } } }', "NOT_FOUND", "No person is called 'Blinkin'"),
        ("{ reviewQueue(first: 201) { nodes { id } } }", "BAD_QUERY", "between 1 and 200"),
        ('{ stats(asOf: "2025") { articles } }', "BAD_QUERY", "not a full day"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_do(complaint: Ask, query: str, code: str, says: str) -> None:
    error = complaint(query)
    assert error["extensions"]["code"] == code
    assert says in error["message"]
