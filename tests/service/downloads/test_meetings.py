"""``/meetings.csv``, ``.json`` and ``.ndjson``: all meetings of a selection as one stream."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from loaders.store import add
from schema.database import Database
from schema.vocabulary import Kind, Status
from service.downloads.formats import Table
from service.selection import MeetingRow, RowClaim, RowParty
from tests.engines import wipe
from tests.service.serving import served
from tests.service.stories import HELD, HOSTILE_TEXT, calendar


def lines(client: httpx.Client, **parameters: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in client.get("/meetings.ndjson", params=parameters).text.splitlines()]


def table(client: httpx.Client, **parameters: Any) -> list[dict[str, str]]:
    text = client.get("/meetings.csv", params=parameters).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_three_forms_hold_the_same_meetings(client: httpx.Client) -> None:
    document = client.get("/meetings.json").json()["meetings"]
    assert document == lines(client)
    assert [row["id"] for row in table(client)] == [meeting["id"] for meeting in document]
    assert len(document) == 3


def test_a_meeting_has_its_parties_its_venue_and_its_claims_with_their_articles(client: httpx.Client) -> None:
    (talks,) = lines(client, venue="Riyadh")
    assert (talks["start"], talks["status"], talks["venue"]["country"]) == ("2025-02-18", "held", "Saudi Arabia")
    assert {each["name"]: each["attendance"] for each in talks["participants"]} == {
        "Marco Rubio": "attended",
        "Sergei Lavrov": "attended",
        "Keith Kellogg": "absent",
    }
    assert "http://gulf.example/riyadh" in {claim["article"]["url"] for claim in talks["claims"]}


def test_who_did_not_attend_is_marked_in_the_table(client: httpx.Client) -> None:
    (talks,) = table(client, venue="Riyadh")
    assert "Keith Kellogg (absent)" in talks["participants"].split("; ")
    assert talks["country"] == "Saudi Arabia"


def test_the_filters_are_those_of_all_addresses(client: httpx.Client) -> None:
    assert [row["kind"] for row in table(client, person="Lavrov", kind="call")] == ["call"]
    assert table(client, person="Lavrov", to="2019") == []


@pytest.mark.parametrize("ending", ["json", "ndjson", "csv"])
def test_nothing_selected_is_an_empty_list(client: httpx.Client, ending: str) -> None:
    response = client.get(f"/meetings.{ending}", params={"to": "1999"})
    assert response.status_code == 200
    empty = {
        "json": response.text.strip().endswith("]}"),
        "ndjson": response.text == "",
        "csv": "id,title" in response.text,
    }
    assert empty[ending]


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/meetings.csv?persn=Lavrov", 400, "persn"),
        ("/meetings.json?person=Nobody", 404, "Nobody"),
        ("/meetings.ndjson?from=yesterday", 400, "yesterday"),
        ("/meetings.xlsx", 404, "csv"),
    ],
)
def test_what_cannot_be_answered_is_told_before_anything_is_sent(
    client: httpx.Client, address: str, status: int, says: str
) -> None:
    response = client.get(address)
    assert response.status_code == status
    (error,) = response.json()["errors"]
    assert says in error["message"]
    assert error["extensions"]["requestId"] == response.headers["X-Request-ID"]


@pytest.mark.parametrize(
    ("ending", "media_type", "disposition"),
    [
        ("json", "application/json", 'inline; filename="meetings.json"'),
        ("ndjson", "application/x-ndjson", 'attachment; filename="meetings.ndjson"'),
        ("csv", "text/csv; charset=utf-8; header=present", 'attachment; filename="meetings.csv"'),
    ],
)
def test_browsers_and_programs_are_told_what_it_is(
    client: httpx.Client, ending: str, media_type: str, disposition: str
) -> None:
    headers = client.get(f"/meetings.{ending}").headers
    assert headers["Content-Type"] == media_type
    assert headers["Content-Disposition"] == disposition


def test_what_has_not_changed_is_not_sent_again(client: httpx.Client) -> None:
    tag = client.get("/meetings.csv").headers["ETag"]
    assert client.get("/meetings.csv", headers={"If-None-Match": tag}).status_code == 304
    for other in ("/meetings.csv?kind=call", "/meetings.json"):
        assert client.get(other, headers={"If-None-Match": tag}).status_code == 200


def test_text_is_kept_as_it_is(client: httpx.Client) -> None:
    (hostile,) = lines(client, person="Zelensky")
    assert hostile["topics"] == [HOSTILE_TEXT]
    assert table(client, person="Zelensky")[0]["topics"] == HOSTILE_TEXT


def test_no_cell_is_a_formula_and_none_is_cut_off_by_a_spreadsheet() -> None:
    row = MeetingRow(
        id="m1",
        kind=Kind.CALL,
        status=Status.HELD,
        start=None,
        end=None,
        precision=None,
        title='=HYPERLINK("http://evil.example")',
        sources=1,
        disagreements=(),
        known_from=None,
        parties=(RowParty("p1", "@SUM(A1)", "person", None, None, None, None, "ATTENDED", None),),
        topics=("-2+3",),
        claims=(RowClaim("c1", "+" * 40_000, None, None, None, None, None, (), "a1", None, "\tx", None, None, "en"),),
    )
    (cells,) = csv.reader(io.StringIO(Table().meeting(row, True)))
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert max(map(len, cells)) < 32_767


@pytest.fixture(scope="module")
def busy(engine: Database) -> Iterator[httpx.Client]:
    """A service over a graph with more meetings than are read at once."""
    wipe(engine)
    add(engine, [calendar(450), HELD], datetime(2025, 3, 1, tzinfo=UTC))
    with served(engine) as client:
        yield client


def test_a_long_list_comes_whole_and_in_order(busy: httpx.Client) -> None:
    starts = [meeting["start"] for meeting in lines(busy)]
    assert len(starts) == 451
    assert starts == sorted(starts, reverse=True)


def test_a_client_may_leave_in_the_middle(busy: httpx.Client) -> None:
    for _ in range(3):
        with busy.stream("GET", "/meetings.ndjson") as response:
            assert next(response.iter_lines())
    assert busy.get("/health/ready").status_code == 200
    assert len(lines(busy)) == 451
