"""The same timeline as a feed, as a calendar, and for TimelineJS; and how other sites learn to embed it."""

from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import httpx
import pytest
from icalendar import Calendar

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_is_atom(client: httpx.Client) -> None:
    response = client.get("/embed/timeline.atom?person=Lavrov")
    assert response.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(response.content)  # noqa: S314 what the service itself wrote
    assert feed.findtext(f"{ATOM}title") == "Sergei Lavrov"
    assert feed.findtext(f"{ATOM}updated") == "2025-02-19T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2025-02-19T00:00:00Z", "2025-02-16T00:00:00Z"]
    title = entries[1].findtext(f"{ATOM}title") or ""
    assert title.startswith("Phone call (held): ")
    links = {link.get("rel"): link.get("href") or "" for link in entries[0].findall(f"{ATOM}link")}
    assert links["related"] == "http://gulf.example/riyadh"
    assert client.get(links["alternate"]).status_code == 200
    assert entries[0].findtext(f"{ATOM}id") == links["alternate"]


def test_hostile_text_is_text_in_every_form(client: httpx.Client) -> None:
    atom = client.get("/embed/timeline.atom?person=Zelensky")
    assert "<script" not in atom.text
    assert "javascript:" not in atom.text
    ET.fromstring(atom.content)  # noqa: S314 what the service itself wrote
    story = client.get("/embed/timeline.json?to=2026").text
    assert "<script" not in story
    assert "<img" not in story


def test_the_calendar_has_whole_days_no_more_exact_than_known(client: httpx.Client) -> None:
    response = client.get("/embed/timeline.ics")
    assert response.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(response.text)
    events = {str(event["summary"]).partition(" (")[0]: event for event in calendar.walk("VEVENT")}
    assert set(events) == {"Meeting", "Phone call"}, "what has no date is in no calendar"
    met: Any = events["Meeting"]
    assert (met["dtstart"].dt, met["dtend"].dt) == (date(2025, 2, 18), date(2025, 2, 19))
    assert met["status"] == "CONFIRMED"
    assert met["location"] == "Riyadh, Saudi Arabia"
    possible: Any = Calendar.from_ical(client.get("/embed/timeline.ics?asOf=2025-02-10").text).walk("VEVENT")[0]
    assert (possible["dtstart"].dt, possible["dtend"].dt) == (date(2025, 2, 1), date(2025, 3, 1))
    assert possible["status"] == "TENTATIVE"
    assert "February 2025" in possible["summary"]


def test_timelinejs_gets_partial_dates_and_escaped_text(client: httpx.Client) -> None:
    story = client.get("/embed/timeline.json?asOf=2025-02-16").json()
    assert story["title"]["text"]["headline"] == "Diplomatic contacts"
    call, *_ = (event for event in story["events"] if event["group"] == "Phone call")
    assert call["start_date"] == {"year": "2025", "month": "02", "day": "15"}
    early = client.get("/embed/timeline.json?asOf=2025-02-10").json()["events"][0]
    assert early["start_date"] == {"year": "2025", "month": "02"}
    assert early["display_date"] == "February 2025"


def test_oembed_gives_a_sandboxed_frame(client: httpx.Client) -> None:
    address = f"{client.base_url}/embed/timeline?person=Lavrov&theme=dark"
    answer = client.get("/oembed", params={"url": address, "maxwidth": 400, "maxheight": 300}).json()
    assert (answer["type"], answer["version"]) == ("rich", "1.0")
    assert (answer["width"], answer["height"]) == (400, 300)
    assert answer["title"] == "Sergei Lavrov"
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in answer["html"]
    assert "person=Lavrov&amp;theme=dark" in answer["html"]
    assert 'loading="lazy"' in answer["html"]


@pytest.mark.parametrize("search", ["Lavrov", "Lavrov and Rubio", "Russia", "Russia and Ukraine", "Riyadh"])
def test_pages_can_be_given_to_oembed_too(client: httpx.Client, search: str) -> None:
    page = client.get("/search", params={"q": search}, follow_redirects=True).url
    answer = client.get("/oembed", params={"url": str(page)})
    assert answer.status_code == 200, answer.text
    assert "/embed/timeline?" in answer.json()["html"]


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({}, 404),
        ({"url": "https://elsewhere.example/embed/timeline"}, 404),
        ({"url": "{base}/graphql"}, 404),
        ({"url": "{base}/person/"}, 404),
        ({"url": "{base}/embed/timeline?person=nobody"}, 404),
        ({"url": "{base}/embed/timeline?nonsense=1"}, 400),
        ({"url": "{base}/embed/timeline", "maxwidth": "wide"}, 400),
        ({"url": "{base}/embed/timeline", "format": "xml"}, 501),
        ({"url": "http://["}, 400),
    ],
)
def test_oembed_refuses_what_it_cannot_embed(client: httpx.Client, parameters: dict[str, str], status: int) -> None:
    base = str(client.base_url).rstrip("/")
    given = {name: value.replace("{base}", base) for name, value in parameters.items()}
    assert client.get("/oembed", params=given).status_code == status


def test_the_page_tells_where_its_oembed_is(client: httpx.Client) -> None:
    page = client.get("/embed/timeline?person=Lavrov").text
    (link,) = [line for line in page.splitlines() if "application/json+oembed" in line]
    address = link.partition('href="')[2].partition('"')[0].replace("&amp;", "&")
    assert client.get(address).json()["title"] == "Sergei Lavrov"
