"""The service over HTTP: how it takes requests, and how it tells what is wrong."""

import logging
import socket
from pathlib import Path

import httpx
import pytest

from schema.database import Database, open_database
from schema.settings import read_settings
from service.cli.serve import listen
from tests.engines import EMBEDDED, settings_for
from tests.service.conftest import Ask
from tests.service.serving import served

ATTACK = (
    '{person(name:"Lavrov"){...F0}}'
    + "".join(f"fragment F{i} on Person{{...F{i + 1} ...F{i + 1}}}" for i in range(18))
    + "fragment F18 on Person{id}"
)


def test_a_query_may_come_by_post_and_by_get(client: httpx.Client) -> None:
    query = "{ meetings(first: 1) { nodes { start } } }"
    posted = client.post("/graphql", json={"query": query}).json()
    assert posted == {"data": {"meetings": {"nodes": [{"start": "2025-02-18"}]}}}
    assert client.get("/graphql", params={"query": query}).json() == posted


def test_no_part_of_an_answer_is_held_back_until_the_part_before_is_acknowledged() -> None:
    with (
        listen(read_settings(host="127.0.0.1", port=0)) as listening,
        socket.create_connection(listening.getsockname()),
        listening.accept()[0] as connection,
    ):
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"query": 7}', "application/json", 400),
        (b"query=x", "application/x-www-form-urlencoded", 400),
        (b"\xff\xfe", "application/json", 400),
        (b'[{"query": "{__typename}"}, {"query": "{__typename}"}]', "application/json", 400),
        (b'{"query": "{__typename}", "variables": 7}', "application/json", 400),
        (b'{"query": "{__typename}", "variables": ' + b"[" * 40_000, "application/json", 400),
        (b'{"query": "{__typename}", "variables": {"n": ' + b"1" * 5_000 + b"}}", "application/json", 400),
    ],
)
def test_what_is_no_request_is_told_as_an_error(
    client: httpx.Client, body: bytes, content_type: str, status: int
) -> None:
    response = client.post("/graphql", content=body, headers={"Content-Type": content_type})
    assert response.status_code == status
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "BAD_REQUEST"
    assert error["extensions"]["requestId"] == response.headers["X-Request-ID"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ nobody }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ meetings(first: 999) { nodes { id } } }", "BAD_QUERY"),
        ('{ person(name: "Nobody At All") { id } }', "NOT_FOUND"),
        ("{ people(first: 200) { nodes { meetings(first: 200) { nodes { id } } } } }", "QUERY_TOO_LARGE"),
        (ATTACK, "QUERY_TOO_LARGE"),
        ("{" * 900, "GRAPHQL_PARSE_FAILED"),
        ("{meetings" * 400, "GRAPHQL_PARSE_FAILED"),
        ("{" + " id" * 3000 + "}", "GRAPHQL_PARSE_FAILED"),
    ],
    ids=lambda value: value[:24],
)
@pytest.mark.timeout(20)
def test_every_error_has_a_code_and_the_request_s_id(client: httpx.Client, query: str, code: str) -> None:
    response = client.post("/graphql", json={"query": query}, headers={"X-Request-ID": "asked-by-me.1"})
    assert response.headers["X-Request-ID"] == "asked-by-me.1"
    (error,) = response.json()["errors"]
    assert error["extensions"] == {"code": code, "requestId": "asked-by-me.1"}


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "<script>"])
def test_an_id_that_cannot_be_used_is_replaced(client: httpx.Client, given: str) -> None:
    answer = client.get("/health/live", headers={"X-Request-ID": given}).headers["X-Request-ID"]
    assert answer
    assert answer != given


def test_a_body_too_large_is_refused_whether_it_says_so_or_not(client: httpx.Client) -> None:
    big = b'{"query": "' + b" " * 200_000 + b'"}'
    headers = {"Content-Type": "application/json"}
    for content in (big, iter([big[:60_000], big[60_000:]])):
        response = client.post("/graphql", content=content, headers=headers)
        assert response.status_code == 413
        assert response.json()["errors"][0]["extensions"]["code"] == "REQUEST_TOO_LARGE"


def test_the_inside_is_not_told_but_logged(engine: Database, caplog: pytest.LogCaptureFixture) -> None:
    """A row that this service cannot make sense of stands for whatever nobody thought of."""
    key = engine.rows("MATCH (m:Meeting {kind: 'call'}) RETURN m.key AS key")[0]["key"]
    change = "MATCH (m:Meeting {key: $key}) SET m.kind = $kind"
    engine.write(lambda transaction: transaction.run(change, key=key, kind="secret-kind").consume())
    try:
        with caplog.at_level(logging.ERROR), served(engine) as client:
            response = client.post("/graphql", json={"query": "{ meetings { nodes { kind } } }"})
    finally:
        engine.write(lambda transaction: transaction.run(change, key=key, kind="call").consume())
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "INTERNAL"
    assert "secret-kind" not in response.text
    assert "Traceback" not in response.text
    assert response.headers["X-Request-ID"] in caplog.text
    assert "secret-kind" in caplog.text


def test_every_request_is_logged_with_its_id(engine: Database, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="service"), served(engine) as client:
        request_id = client.get("/health/live").headers["X-Request-ID"]
    assert f"request {request_id}: GET /health/live 200" in caplog.text


def test_live_and_ready_answer(client: httpx.Client) -> None:
    assert client.get("/health/live").json() == {"status": "live"}
    assert client.get("/health/ready").json() == {"status": "ready"}


def test_live_but_not_ready_while_the_database_does_not_answer(tmp_path: Path) -> None:
    with (
        open_database(settings_for(EMBEDDED, tmp_path)) as database,
        served(database) as client,
    ):
        database.close()
        assert client.get("/health/live").status_code == 200
        response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["errors"][0]["extensions"]["code"].startswith("DATABASE")


@pytest.mark.parametrize("address", ["/favicon.ico", "/static/favicon.svg", "/static/style.css", "/graphql/schema"])
def test_what_browsers_and_pages_ask_for_is_there(client: httpx.Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(("method", "address", "status"), [("GET", "/nothing", 404), ("PUT", "/graphql", 405)])
def test_what_is_not_there_is_told_as_an_error(client: httpx.Client, method: str, address: str, status: int) -> None:
    response = client.request(method, address)
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["requestId"] == response.headers["X-Request-ID"]


@pytest.mark.parametrize("address", ["/", "/graphql", "/health/live", "/static/style.css"])
def test_browsers_are_kept_strict(client: httpx.Client, address: str) -> None:
    headers = client.get(address, headers={"Accept": "text/html"}).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy.pop("default-src") == "'none'"
    if address == "/graphql":
        assert policy.pop("style-src") == "'self' 'unsafe-inline'"  # the editor styles what it draws
    assert not [words for words in policy.values() if "unsafe" in words or "http" in words or "*" in words]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_introspection_is_allowed(ask: Ask) -> None:
    assert ask("{ __schema { queryType { name } } }") == {"__schema": {"queryType": {"name": "Query"}}}
