"""The queue of pairs: looked at by anybody, judged by who has the token, with keys in a browser."""

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest
from playwright.sync_api import Browser, expect

from loaders import store
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.engines import wipe
from tests.loaders.articles import Told, Who, reading
from tests.service.pages.reading import words_of
from tests.service.serving import served
from tests.service.visiting import visit

TOKEN = "a token for tests"  # noqa: S105 of no other service
MADE = "MATCH (j:Judgement) RETURN j.verb AS verb, j.author AS author, j.undone AS undone ORDER BY j.made"


@pytest.fixture
def bushes(engine: Database) -> Database:
    """Two presidents, and a name that may be either's: two pairs to judge."""
    wipe(engine)
    names = ["George H. W. Bush", "George W. Bush", "George Bush"]
    store.add(
        engine,
        [
            reading(
                f"a{place}",
                f"2005-02-1{place}",
                Told(Kind.CALL, Status.HELD, (Who(name, "President", "United States"), "Japan"), f"2005-02-1{place}"),
            )
            for place, name in enumerate(names)
        ],
        datetime(2025, 6, 1, tzinfo=UTC),
    )
    return engine


@pytest.fixture
def open_to_changes(bushes: Database) -> Iterator[httpx.Client]:
    with served(bushes, token=TOKEN) as client:
        yield client


def given(client: httpx.Client, decision: str) -> dict[str, str]:
    """What the form of the first pair sends."""
    pair = client.get("/review.json").json()["pairs"][0]
    sides = {"pair": pair["id"], "left": pair["left"]["id"], "right": pair["right"]["id"]}
    return {**sides, "decision": decision, "author": "ann", "token": TOKEN}


def waiting(client: httpx.Client) -> int:
    return int(client.get("/review.json").json()["waiting"]["person"])


def test_a_pair_shows_both_sides_with_what_they_rest_on(open_to_changes: httpx.Client) -> None:
    words = words_of(open_to_changes.get("/review").text)
    assert "Is this one person?" in words
    assert "George Bush" in words
    assert "read as call, held" in words
    rows = open_to_changes.get("/review.csv").text.splitlines()
    assert len(rows) == 1 + waiting(open_to_changes) == 3


def test_a_judgement_is_made_and_taken_back(open_to_changes: httpx.Client, bushes: Database) -> None:
    answer = open_to_changes.post("/review?subject=person", data=given(open_to_changes, "not_same"))
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/review?subject=person&made=j")
    assert waiting(open_to_changes) == 0
    made = answer.headers["Location"].partition("made=")[2]
    assert made in open_to_changes.get(answer.headers["Location"]).text
    open_to_changes.post("/review", data={"decision": "undo", "made": made, "author": "ann", "token": TOKEN})
    assert waiting(open_to_changes) == 2
    assert [(row["verb"], row["author"]) for row in bushes.rows(MADE)] == [("not_same", "ann"), ("undo", "ann")]


def test_what_is_left_for_later_makes_room_for_the_next(open_to_changes: httpx.Client) -> None:
    first = given(open_to_changes, "later")
    answer = open_to_changes.post("/review", data=first)
    shown = open_to_changes.get(answer.headers["Location"]).text
    assert f'name="pair" value="{first["pair"]}"' not in shown
    assert waiting(open_to_changes) == 2


@pytest.mark.parametrize(
    ("changed", "status", "told"),
    [
        ({"token": ""}, 403, "Changes need the token"),
        ({"token": "another token for it"}, 403, "not the token"),
        ({"decision": "burn"}, 400, "is no decision"),
        ({"author": " "}, 400, "author"),
        ({"left": "pnobodynobody"}, 404, "pnobodynobody"),
    ],
)
def test_what_cannot_be_judged_is_told_and_changes_nothing(
    open_to_changes: httpx.Client, bushes: Database, changed: dict[str, str], status: int, told: str
) -> None:
    answer = open_to_changes.post("/review", data={**given(open_to_changes, "same"), **changed})
    assert answer.status_code == status
    assert told in words_of(answer.text)
    assert TOKEN not in answer.text
    assert bushes.rows(MADE) == []


def test_without_a_token_one_can_look_alone(bushes: Database) -> None:
    with served(bushes) as client:
        page = client.get("/review").text
        assert "DIPLOGRAPH_TOKEN" in words_of(page)
        assert 'value="same"' not in page
        assert client.post("/review", data=given(client, "same")).status_code == 403
    assert bushes.rows(MADE) == []


def test_keys_judge_and_take_back(browser: Browser, open_to_changes: httpx.Client) -> None:
    for seen in visit(browser, str(open_to_changes.base_url)):
        page = seen.page
        page.goto("/review")
        page.get_by_label("Your name").fill("ann")
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("heading", level=1).click()
        page.keyboard.press("n")
        expect(page.get_by_role("status")).to_have_text("Judged.")
        expect(page.get_by_label("Token").last).to_have_value(TOKEN)
        assert waiting(open_to_changes) == 0
        page.keyboard.press("u")
        expect(page.get_by_role("status")).to_have_count(0)
        expect(page.get_by_label("Token")).to_have_value(TOKEN)
        assert waiting(open_to_changes) == 2
        page.keyboard.press(" ")
        page.wait_for_url("**/review?later=*")
        assert seen.complaints == []
