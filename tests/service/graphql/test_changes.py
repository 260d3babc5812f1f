"""Changes of the graph through GraphQL: who may make them, and what they do."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from schema.database import Database
from tests.engines import wipe
from tests.service.serving import served

TOKEN = "a token of some length"  # noqa: S105 of the tests
TEXT = (
    "Rubio calls Lavrov\n\nWASHINGTON, Feb 16 - U.S. Secretary of State Marco Rubio telephoned Russian Foreign "
    "Minister Sergey Lavrov on Saturday to discuss Ukraine, the State Department said."
)
LOAD = """mutation Load($article: ArticleInput!) {
  loadArticle(article: $article) { article isNew claims { nodes { kind date meeting { id title } } } }
}"""
PEOPLE = "{ people { nodes { id name } } }"


class Caller:
    """Asks with a token."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def answer(self, query: str, **variables: Any) -> dict[str, Any]:
        body = {"query": query, "variables": variables}
        answer: dict[str, Any] = self._client.post(
            "/graphql", json=body, headers={"Authorization": f"Bearer {TOKEN}"}
        ).json()
        return answer

    def __call__(self, query: str, **variables: Any) -> dict[str, Any]:
        answer = self.answer(query, **variables)
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    def error(self, query: str, **variables: Any) -> dict[str, Any]:
        (error,) = self.answer(query, **variables)["errors"]
        assert isinstance(error, dict)
        return error


@pytest.fixture(scope="module")
def service(engine: Database) -> Iterator[httpx.Client]:
    with served(engine, token=TOKEN) as client:
        yield client


@pytest.fixture
def call(engine: Database, service: httpx.Client) -> Caller:
    """A service with a token over an empty graph."""
    wipe(engine)
    return Caller(service)


def test_an_article_is_read_and_in_the_graph_at_once(call: Caller) -> None:
    article = {"text": TEXT, "published": "2025-02-16", "publisher": "The Clarion"}
    loaded = call(LOAD, article=article)["loadArticle"]
    claim = loaded["claims"]["nodes"][0]
    assert (loaded["isNew"], claim["kind"], claim["date"]) == (True, "CALL", "2025-02-15")
    names = {each["name"] for each in call(PEOPLE)["people"]["nodes"]}
    assert {"Marco Rubio", "Sergey Lavrov"} <= names
    again = call(LOAD, article=article)["loadArticle"]
    assert again == {**loaded, "isNew": False}


def test_a_text_needs_no_more_than_itself(call: Caller) -> None:
    loaded = call("mutation ($text: String!) { loadText(text: $text) { isNew article } }", text=TEXT)["loadText"]
    assert loaded["isNew"]


@pytest.mark.parametrize(
    ("article", "says"),
    [
        ({"text": " "}, "nothing to read"),
        ({"text": "Der Minister traf seinen Amtskollegen am Montag in Berlin zu einem Gespräch."}, "German"),
        ({"text": TEXT, "published": "yesterday"}, "no date"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "no web address"),
        ({"text": "<p>x</p>" * 20}, "HTML"),
    ],
)
def test_what_cannot_be_read_is_told_as_on_the_command_line(call: Caller, article: dict[str, str], says: str) -> None:
    error = call.error(LOAD, article=article)
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert error["message"].startswith("article: ")
    assert says in error["message"]


def test_two_people_judged_the_same_are_one_and_undone_two(call: Caller) -> None:
    call(LOAD, article={"text": TEXT, "published": "2025-02-16"})
    people = {each["name"]: each["id"] for each in call(PEOPLE)["people"]["nodes"]}
    judged = call(
        'mutation ($a: ID!, $b: ID!) { judgeSame(left: $a, right: $b, author: "ann") '
        "{ id verb subject author before after isNew } }",
        a=people["Marco Rubio"],
        b=people["Sergey Lavrov"],
    )["judgeSame"]
    assert (judged["verb"], judged["subject"], judged["author"], judged["isNew"]) == ("SAME", "PERSON", "ann", True)
    assert (len(judged["before"]), len(judged["after"])) == (2, 1)
    assert len(call(PEOPLE)["people"]["nodes"]) == len(people) - 1
    call('mutation ($id: ID!) { undo(judgement: $id, author: "ann") { after } }', id=judged["id"])
    assert {each["name"]: each["id"] for each in call(PEOPLE)["people"]["nodes"]} == people


def test_a_claim_is_corrected_and_rejected_and_an_article_retracted(call: Caller) -> None:
    article = call(LOAD, article={"text": TEXT, "published": "2025-02-16"})["loadArticle"]["article"]
    claim = call("{ claims { nodes { id } } }")["claims"]["nodes"][0]["id"]
    dates = "{ meetings { nodes { start } } }"
    correct = 'mutation ($id: ID!) { correctClaim(claim: $id, field: "date", value: "2025-02-14", author: "a") { id } }'
    call(correct, id=claim)
    assert call(dates)["meetings"]["nodes"] == [{"start": "2025-02-14"}]
    reject = call('mutation ($id: ID!) { rejectClaim(claim: $id, author: "a") { id } }', id=claim)["rejectClaim"]
    assert call(dates)["meetings"]["nodes"] == []
    call('mutation ($id: ID!) { undo(judgement: $id, author: "a") { id } }', id=reject["id"])
    assert call(dates)["meetings"]["nodes"] == [{"start": "2025-02-14"}]
    call('mutation ($id: String!) { retractArticle(article: $id, author: "a") { id } }', id=article)
    assert call(dates)["meetings"]["nodes"] == []


def test_what_follows_a_change_in_one_document_is_told_of_the_changed_graph(call: Caller) -> None:
    call(LOAD, article={"text": TEXT, "published": "2025-02-16"})
    claim = call("{ claims { nodes { id } } }")["claims"]["nodes"][0]["id"]
    article = {"text": TEXT.replace("telephoned", "will telephone").replace("on Saturday", "on Monday"), "id": "2"}
    changed = call(
        "mutation ($claim: ID!, $article: ArticleInput!) {"
        '  rejectClaim(claim: $claim, author: "a") { after }'
        "  loadArticle(article: $article) { claims { nodes { meeting { id sources } } } }"
        "}",
        claim=claim,
        article=article,
    )
    assert changed["rejectClaim"]["after"] == []
    assert changed["loadArticle"]["claims"]["nodes"][0]["meeting"]["sources"] == 1


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('mutation { undo(judgement: "jnothing", author: "a") { id } }', "NOT_FOUND"),
        ('mutation { judgeSame(left: "p1", right: "p2", author: "a") { id } }', "NOT_FOUND"),
        ('mutation { rejectClaim(claim: "c1", author: " ") { id } }', "BAD_QUERY"),
    ],
)
def test_what_cannot_be_judged_is_told(call: Caller, query: str, code: str) -> None:
    assert call.error(query)["extensions"]["code"] == code


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ({}, "Authorization"),
        ({"Authorization": "Bearer another token altogether"}, "not the token"),
        ({"Authorization": f"Basic {TOKEN}"}, "Authorization"),
        ({"Authorization": f"Bearer {TOKEN[:-1]}"}, "not the token"),
    ],
)
def test_nobody_changes_anything_without_the_token(
    call: Caller, service: httpx.Client, headers: dict[str, str], says: str
) -> None:
    body = {"query": LOAD, "variables": {"article": {"text": TEXT}}}
    (error,) = service.post("/graphql", json=body, headers=headers).json()["errors"]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert says in error["message"]
    assert TOKEN not in error["message"]
    assert call(PEOPLE)["people"]["nodes"] == []


def test_without_a_token_set_nothing_is_changed_over_http(client: httpx.Client) -> None:
    body = {"query": LOAD, "variables": {"article": {"text": TEXT}}}
    (error,) = client.post("/graphql", json=body, headers={"Authorization": "Bearer x"}).json()["errors"]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert "DIPLOGRAPH_TOKEN" in error["message"]


def test_a_change_does_not_come_by_get(call: Caller, service: httpx.Client) -> None:
    response = service.get(
        "/graphql",
        params={"query": 'mutation { loadText(text: "x") { isNew } }'},
        headers={"Authorization": f"Bearer {TOKEN}"},
    )
    assert response.status_code == 400
    assert call(PEOPLE)["people"]["nodes"] == []


def test_a_long_article_is_let_in_with_the_token_alone(call: Caller, service: httpx.Client) -> None:
    article = {"text": TEXT + " " * 150_000 + "It rained."}
    assert service.post("/graphql", json={"query": LOAD, "variables": {"article": article}}).status_code == 413
    assert call(LOAD, article=article)["loadArticle"]["isNew"]
