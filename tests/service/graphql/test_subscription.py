"""``contactLoaded``, with a WebSocket client."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from loaders.store import add
from schema.database import Database
from schema.reading import Reading
from service.graphql.connections import MAX_OPERATIONS
from tests.engines import wipe
from tests.service.serving import served
from tests.service.stories import CALL, HELD, HOSTILE, calendar

TOKEN = "a token of some length"  # noqa: S105 of the tests
PROTOCOL = Subprotocol("graphql-transport-ws")
HEARD = "subscription { contactLoaded { title kind status participants { party { name } } } }"


@pytest.fixture(scope="module")
def service(engine: Database) -> Iterator[httpx.Client]:
    with served(engine, token=TOKEN) as client:
        yield client


@pytest.fixture(autouse=True)
def empty(engine: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.watching.SECONDS", 0.1)
    wipe(engine)


@contextmanager
def socket(service: httpx.Client, **options: Any) -> Iterator[ClientConnection]:
    address = f"ws://{service.base_url.host}:{service.base_url.port}/graphql"
    with connect(address, subprotocols=[PROTOCOL], **options) as opened:
        send(opened, type="connection_init")
        assert receive(opened)["type"] == "connection_ack"
        yield opened


def send(opened: ClientConnection, **message: Any) -> None:
    opened.send(json.dumps(message))


def receive(opened: ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(opened.recv(timeout=20))
    return message


def listen(opened: ClientConnection, query: str, name: str = "1", **variables: Any) -> None:
    """Subscribe, and be sure that what is loaded from now on is heard: a query that came later is answered first."""
    send(opened, id=name, type="subscribe", payload={"query": query, "variables": variables})
    send(opened, id="after", type="subscribe", payload={"query": "{ stats: __typename people { nodes { id } } }"})
    assert receive(opened)["type"] == "next"
    assert receive(opened) == {"id": "after", "type": "complete"}


def load(engine: Database, *readings: Reading) -> None:
    """As another process would, which tells the service nothing."""
    add(engine, readings, datetime.now(UTC))


def heard(opened: ClientConnection) -> dict[str, Any]:
    message = receive(opened)
    assert message["type"] == "next", message
    found: dict[str, Any] = message["payload"]["data"]["contactLoaded"]
    return found


def test_what_another_process_loads_is_heard(service: httpx.Client, engine: Database) -> None:
    with socket(service) as opened:
        listen(opened, HEARD)
        load(engine, HELD)
        meeting = heard(opened)
    assert (meeting["kind"], meeting["status"]) == ("MEETING", "HELD")
    assert {each["party"]["name"] for each in meeting["participants"]} >= {"Marco Rubio", "Sergei Lavrov"}


def test_a_contact_of_which_more_is_known_is_told_again_as_it_stands_then(
    service: httpx.Client, engine: Database
) -> None:
    query = "subscription { contactLoaded(kinds: [MEETING]) { status sources } }"
    with socket(service) as opened:
        listen(opened, query)
        load(engine, CALL)
        assert heard(opened) == {"status": "EXPECTED", "sources": 1}
        load(engine, HELD)
        assert heard(opened) == {"status": "HELD", "sources": 2}


def test_what_the_service_loads_itself_is_heard(service: httpx.Client) -> None:
    text = "Rubio calls Lavrov\n\nMarco Rubio telephoned Sergey Lavrov on Saturday, the State Department said."
    change = "mutation ($text: String!) { loadText(text: $text) { isNew } }"
    with socket(service) as opened:
        listen(opened, HEARD)
        headers = {"Authorization": f"Bearer {TOKEN}"}
        service.post("/graphql", json={"query": change, "variables": {"text": text}}, headers=headers)
        assert heard(opened)["kind"] == "CALL"


def test_only_what_fits_is_told(service: httpx.Client, engine: Database) -> None:
    load(engine, calendar(1))
    query = "subscription ($who: [String!]) { contactLoaded(anyOf: $who) { title } }"
    with socket(service) as opened:
        listen(opened, query, who=["Wang Yi"])
        load(engine, HELD)
        load(engine, HOSTILE)
        assert "Wang" in heard(opened)["title"]


def test_what_was_there_before_is_not_told(service: httpx.Client, engine: Database) -> None:
    load(engine, HELD)
    with socket(service) as opened:
        listen(opened, HEARD)
        load(engine, HOSTILE)
        assert heard(opened)["kind"] == "CONVERSATION"


def test_it_can_be_ended_and_begun_again(service: httpx.Client, engine: Database) -> None:
    with socket(service) as opened:
        listen(opened, HEARD)
        send(opened, id="1", type="complete")
        listen(opened, HEARD, "2")
        load(engine, HELD)
        assert receive(opened)["id"] == "2"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ('subscription { contactLoaded(anyOf: ["Nobody At All"]) { title } }', "NOT_FOUND"),
        ("subscription { nothing { title } }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { contactLoaded { " + "title " * 30 + "} }", "QUERY_TOO_LARGE"),
        ('mutation { loadText(text: "x") { isNew } }', "FORBIDDEN"),
    ],
)
def test_what_is_wrong_is_told_as_over_http(service: httpx.Client, query: str, code: str) -> None:
    with socket(service) as opened:
        send(opened, id="1", type="subscribe", payload={"query": query})
        message = receive(opened)
    errors = message["payload"] if message["type"] == "error" else message["payload"]["errors"]
    assert errors[0]["extensions"]["code"] == code
    assert errors[0]["extensions"]["requestId"]


def test_one_connection_has_so_many_operations(service: httpx.Client) -> None:
    with socket(service) as opened:
        for number in range(MAX_OPERATIONS + 1):
            send(opened, id=str(number), type="subscribe", payload={"query": HEARD})
        message = receive(opened)
    assert (message["id"], message["type"]) == (str(MAX_OPERATIONS), "error")
    assert message["payload"][0]["extensions"]["code"] == "BUSY"


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "7", "{}", '{"type": "subscribe", "id": "1", "payload": 7}', '{"type": "subscribe"}', "[" * 50_000],
    ids=lambda text: text[:40],
)
def test_what_is_no_message_ends_the_connection_and_nothing_else(
    service: httpx.Client, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    with socket(service) as opened:
        opened.send(text)
        with pytest.raises(ConnectionClosed) as closed:
            opened.recv(timeout=20)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4400
    assert "Traceback" not in caplog.text


def test_so_many_connections_and_subscriptions_are_open_at_once(
    service: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.graphql.route.MAX_CONNECTIONS", 1)
    monkeypatch.setattr("service.watching.MAX_LISTENERS", 1)
    with socket(service) as opened:
        with pytest.raises(InvalidStatus), socket(service):
            pass
        listen(opened, HEARD)
        send(opened, id="2", type="subscribe", payload={"query": HEARD})
        message = receive(opened)
    assert message["id"] == "2"
    errors = message["payload"] if message["type"] == "error" else message["payload"]["errors"]
    assert errors[0]["extensions"]["code"] == "BUSY"


def test_pages_of_other_sites_may_not_listen(service: httpx.Client) -> None:
    with pytest.raises(InvalidStatus), socket(service, origin="https://evil.example"):
        pass


def test_the_older_protocol_is_not_spoken(service: httpx.Client) -> None:
    address = f"ws://{service.base_url.host}:{service.base_url.port}/graphql"
    with connect(address, subprotocols=[Subprotocol("graphql-ws")]) as opened, pytest.raises(ConnectionClosed):
        opened.recv(timeout=20)


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream", "multipart/mixed;subscriptionSpec=1.0"])
def test_over_http_nothing_is_subscribed_to(service: httpx.Client, accept: str) -> None:
    response = service.post("/graphql", json={"query": HEARD}, headers={"Accept": accept})
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
