"""The calendar of what is expected: months, promises without an account, filters, and its other forms."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from icalendar import Calendar

from loaders.store import add
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.engines import wipe
from tests.loaders.articles import LAVROV, PUTIN, RUBIO, TRUMP, Told, reading
from tests.service.pages.reading import tags_of, words_of
from tests.service.serving import served
from tests.service.stories import HOSTILE_TEXT

PLANS = [
    reading(
        "a1", "2031-04-20", Told(Kind.MEETING, Status.EXPECTED, (RUBIO, LAVROV), "2031-05-06", "Vienna", "Austria")
    ),
    reading("a2", "2031-04-21", Told(Kind.CALL, Status.POSSIBLE, (TRUMP, PUTIN), "2031-05")),
    reading("a3", "2031-04-22", Told(Kind.VISIT, Status.POSTPONED, (RUBIO, "Japan"), "2031-05-20")),
    reading("a4", "2031-04-23", Told(Kind.SUMMIT, Status.CANCELLED, (TRUMP, "China"), "2031-05-21")),
    reading("a5", "2019-01-04", Told(Kind.TALKS, Status.EXPECTED, (LAVROV, "Turkey"), "2019-01-20", HOSTILE_TEXT)),
    reading("a6", "2019-01-05", Told(Kind.CALL, Status.EXPECTED, (RUBIO, "India"), "2019-01-06")),
    reading("a7", "2019-01-07", Told(Kind.CALL, Status.HELD, (RUBIO, "India"), "2019-01-06")),
    reading("a8", "2019-01-08", Told(Kind.MEETING, Status.EXPECTED, (PUTIN, "Serbia"))),
]


@pytest.fixture(scope="module")
def plans(engine: Database) -> Iterator[httpx.Client]:
    wipe(engine)
    add(engine, PLANS, datetime(2031, 4, 30, tzinfo=UTC))
    with served(engine) as client:
        yield client


def rows(plans: httpx.Client, query: str) -> list[dict[str, Any]]:
    contacts: list[dict[str, Any]] = plans.get(f"/calendar.json?{query}").json()["contacts"]
    return contacts


def test_a_month_has_its_days_and_what_has_no_day_yet(plans: httpx.Client) -> None:
    page = plans.get("/calendar?month=2031-05").text
    words = words_of(page)
    assert "Expected contacts, May 2031" in words
    assert "4 contacts" in words
    assert re.search(r"No day named yet 1 \S+ call possible, May 2031", words)
    assert re.search(r"Tuesday 6 May 2031 \S+ meeting expected, Vienna", words)
    assert page.count("<time datetime=") == 31


def test_statuses_have_signs_and_words_of_their_own(plans: httpx.Client) -> None:
    page = plans.get("/calendar?month=2031-05").text
    found = re.findall(r'<li class="planned is-(\w+)"><svg.*?</svg>', page)
    assert {"expected", "possible", "postponed", "cancelled"} <= set(found)
    key = page.partition('class="key"')[2]
    signs = re.findall(r'<li class="planned is-(\w+)">(<svg.*?</svg>)', key)
    shapes = {name: sign for name, sign in signs if name != "possible"}
    assert len(set(shapes.values())) == len(shapes), "told apart without colour; what is possible has a broken line"
    assert "called off" in words_of(page)


def test_what_was_promised_and_never_told_of_is_marked(plans: httpx.Client) -> None:
    (promise,) = rows(plans, "month=2019-01")
    assert promise["due"]
    assert promise["meeting"]["kind"] == "talks"
    words = words_of(plans.get("/calendar?month=2019-01").text)
    assert "no account since" in words
    assert "1 contact, 1 past without an account" in words
    assert not any(each["due"] for each in rows(plans, "month=2031-05"))


def test_an_earlier_day_knows_no_more_than_its_reports(plans: httpx.Client) -> None:
    (call,) = [each for each in rows(plans, "month=2019-01&asOf=2019-01-05") if each["meeting"]["kind"] == "call"]
    assert not call["due"]
    page = plans.get("/calendar?month=2019-01&asOf=2019-01-05").text
    assert 'aria-current="date"' in page
    assert "As known on 5 January 2019" in words_of(page)
    assert 'href="/calendar?month=2019-01"' in page, "the way back to today"


def test_without_a_month_it_opens_where_something_is_next(plans: httpx.Client) -> None:
    assert plans.get("/calendar.json?asOf=2019-01-03").json()["month"] == "2019-01"
    assert plans.get("/calendar.json").json()["month"] == "2031-05"
    assert plans.get("/calendar.json?person=Lavrov&kind=talks").json()["month"] == "2019-01"


def test_an_empty_month_leads_to_the_nearest_that_are_not(plans: httpx.Client) -> None:
    page = plans.get("/calendar?month=2025-02").text
    words = words_of(page)
    assert "Nothing is announced for February 2025. The nearest is in January 2019 and in May 2031 ." in words
    assert 'rel="prev" href="/calendar?month=2025-01"' in page
    assert "meeting expected" in words.partition("No date named at all")[2]


@pytest.mark.parametrize(
    ("query", "count"),
    [("person=Rubio", 2), ("kind=summit", 1), ("status=postponed", 1), ("status=held", 0), ("venue=Vienna", 1)],
)
def test_the_filters_of_lists_hold_and_stay(plans: httpx.Client, query: str, count: int) -> None:
    assert len(rows(plans, f"month=2031-05&{query}")) == count
    page = plans.get(f"/calendar?month=2031-05&{query}").text
    later = re.findall(r'rel="next" href="([^"]*)"', page)[0]
    assert later.startswith(f"/calendar?month=2031-06&amp;{query.partition('=')[0]}=")
    assert 'aria-label="Without' in page


@pytest.mark.parametrize("query", ["month=2025", "month=May", "month=2025-13", "from=2025-01", "colour=red"])
def test_what_is_no_month_is_told(plans: httpx.Client, query: str) -> None:
    response = plans.get(f"/calendar?{query}")
    assert response.status_code == 400
    assert "QUERY_INVALID" not in words_of(response.text)


def test_the_table_has_a_line_for_each(plans: httpx.Client) -> None:
    table = list(csv.DictReader(io.StringIO(plans.get("/calendar.csv?month=2031-05").text)))
    assert [(row["kind"], row["status"], row["start"]) for row in table] == [
        ("call", "possible", "2031-05"),
        ("meeting", "expected", "2031-05-06"),
        ("visit", "postponed", "2031-05-20"),
        ("summit", "cancelled", "2031-05-21"),
    ]
    assert set(table[2]["participants"].split("; ")) == {"Marco Rubio (expected)", "Japan (expected)"}


def test_what_is_ahead_can_be_subscribed_to(plans: httpx.Client) -> None:
    response = plans.get("/calendar.ics?person=Rubio")
    assert response.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(response.text)
    assert calendar["x-wr-calname"] == "Expected contacts of Marco Rubio"
    assert {str(event["status"]) for event in calendar.walk("VEVENT")} == {"TENTATIVE", "CANCELLED"}
    month = Calendar.from_ical(plans.get("/calendar.ics?month=2019-01").text)
    assert len(month.walk("VEVENT")) == 1


def test_hostile_text_stays_text_there_too(plans: httpx.Client) -> None:
    page = plans.get("/calendar?month=2019-01").text
    assert HOSTILE_TEXT not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert not any(re.search(r"\sstyle=|\son\w+=", tag) for tag in tags_of(page))


def test_an_empty_graph_has_a_calendar(database: Database) -> None:
    with served(database) as client:
        assert "Nothing is announced for" in words_of(client.get("/calendar").text)
        assert client.get("/calendar.ics").status_code == 200
