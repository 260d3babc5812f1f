"""Pages of graphs that are empty, merged, withdrawn or too full."""

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest

from loaders import judge
from loaders.store import add
from schema.database import Database
from schema.reading import Contact, PersonNamed, Reading, Side, Source, Span
from schema.vocabulary import Attendance, Kind, Status
from tests.loaders.articles import Told, Who
from tests.loaders.articles import reading as told_by
from tests.service.pages.reading import words_of
from tests.service.serving import served
from tests.service.stories import CALL, EXTRACTOR, HELD, STORY, calendar

DAY = datetime(2025, 3, 1, tzinfo=UTC)
LONG = "Maria " + "de la " * 60 + "Cruz"


def crowd(number: int) -> Reading:
    """An article that tells of one summit of so many delegations and somebody of a very long name."""
    names = [f"Delegation {place:03}" for place in range(number)]
    text = f"A crowded summit\n{LONG}, " + ", ".join(names) + " met."
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in (LONG, *names)}
    sides = (
        Side(Attendance.ATTENDED, spans[LONG], person=LONG),
        *(Side(Attendance.ATTENDED, spans[name], party=name) for name in names),
    )
    whole = Span(len("A crowded summit\n"), len(text))
    source = Source("crowd", text, "A crowded summit", None, "The Wire", "2025-02-20")
    summit = Contact("s", Kind.SUMMIT, Status.HELD, sides, whole, "by-hand", 0.9, date="2025-02-20")
    return Reading(source, EXTRACTOR, (PersonNamed(LONG, LONG, (spans[LONG],)),), (summit,))


@pytest.mark.parametrize("address", ["/", "/meetings", "/search?q=Lavrov", "/embed/timeline", "/index.json"])
def test_an_empty_graph_has_pages(database: Database, address: str) -> None:
    with served(database) as client:
        assert client.get(address).status_code == 200
        assert client.get("/embed/timeline.atom").status_code == 200
        assert client.get("/embed/timeline.ics").status_code == 200


def test_five_hundred_participants_and_a_very_long_name_fit(database: Database) -> None:
    add(database, [crowd(500)], DAY)
    with served(database) as client:
        listing = client.get("/embed/timeline").text
        assert "and 493 others" in words_of(listing)
        meeting = client.get("/list.json").json()["meetings"][0]
        assert len(meeting["parties"]) == 501
        page = words_of(client.get(f"/meeting/{meeting['id']}").text)
        assert "Who 501" in page
        assert "Delegation 499" in page
        assert client.get("/search", params={"q": LONG}).status_code == 303


@pytest.fixture
def story(database: Database) -> Iterator[tuple[Database, httpx.Client]]:
    add(database, STORY, DAY)
    with served(database) as client:
        yield database, client


def test_the_id_of_somebody_merged_leads_to_who_it_is_now(story: tuple[Database, httpx.Client]) -> None:
    database, client = story
    ids = [client.get("/search", params={"q": name}).headers["location"] for name in ("Kellogg", "Rubio")]
    left, right = (each.removeprefix("/person/") for each in ids)
    judge.same(database, left, right, author="analyst", made=DAY)
    answers = [client.get(each) for each in ids]
    moved = [answer for answer in answers if answer.status_code == 301]
    assert len(moved) == 1
    assert client.get(moved[0].headers["location"]).status_code == 200
    data = client.get(f"{moved[0].url.path}.json")
    assert data.headers["location"].endswith(".json")


def test_what_was_withdrawn_is_gone(story: tuple[Database, httpx.Client]) -> None:
    database, client = story
    meeting = client.get("/list.json", params={"kind": "conversation"}).json()["meetings"][0]
    article = meeting["claims"][0]["article"]
    person = client.get("/search", params={"q": "Wang Yi"}).headers["location"]
    judge.retract(database, article, author="analyst", made=DAY)
    for address in (f"/meeting/{meeting['id']}", f"/article/{article}", person):
        assert client.get(address).status_code == 410, address
        assert client.get(f"{address}.json").json()["errors"][0]["extensions"]["code"] == "GONE"


def test_sums_are_of_all_that_is_loaded_by_now(database: Database) -> None:
    with served(database) as client:
        for article, kinds, held in ((CALL, {"call": 1, "meeting": 1}, 1), (calendar(2), {"call": 1, "meeting": 1}, 1)):
            add(database, [article], DAY)
            pair = client.get("/search", params={"q": "Lavrov and Rubio"}).headers["location"]
            shown = client.get(f"{pair}.json").json()
            assert (shown["kinds"], sum(year["count"] for year in shown["years"])) == (kinds, held)
        add(database, [HELD], DAY)
        shown = client.get(f"{pair}.json").json()
        assert [year["count"] for year in shown["years"]] == [2]
        both = client.get("/search", params={"q": "Russia and United States"}).headers["location"]
        assert client.get(f"{both}.json").json()["levels"][0]["count"] == 2


HOSTILE_NAME = "\u202e<script>alert('n')</script> " + "A" * 10_000


def test_a_name_of_ten_thousand_characters_that_is_an_attack_is_but_a_name(database: Database) -> None:
    who = Who(HOSTILE_NAME, "Foreign Minister", "Ruritania")
    told = (
        Told(Kind.CALL, Status.HELD, (who, "France"), "2025-02-03", topics=(HOSTILE_NAME,)),
        Told(Kind.VISIT, Status.EXPECTED, (who, "France"), "2025-02-20", HOSTILE_NAME, "France"),
    )
    add(database, [told_by("evil", "2025-02-04", *told)], DAY)
    with served(database) as client:
        visit, call = client.get("/list.json").json()["meetings"]
        person = next(party["id"] for party in call["parties"] if party["kind"] == "person")
        for address in (
            "/",
            "/meetings",
            f"/meetings?person={person}",
            "/calendar?month=2025-02&asOf=2025-02-05",
            "/map",
            "/status",
            "/search?q=scrip",
            f"/embed/timeline?person={person}",
            f"/person/{person}",
            f"/meeting/{call['id']}",
            f"/meeting/{visit['id']}",
            f"/venue/{visit['venue']['id']}",
            f"/article/{call['claims'][0]['article']}",
        ):
            page = client.get(address)
            assert page.status_code == 200, address
            assert "<script>" not in page.text, address
            title = page.text.partition("<title>")[2].partition("</title>")[0]
            assert len(title) < 300, address
            assert "\u202e" not in page.text.partition("</head>")[0], address
