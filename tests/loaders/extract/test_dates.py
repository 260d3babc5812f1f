"""When an event took or takes place. The day of writing is Wednesday, 19 February 2025."""

import pytest

from loaders.extract.dates import date_event, open_dates
from schema.vocabulary import Status
from tests.loaders.extract.scenes import event_of, scene_of

HELD, EXPECTED, POSSIBLE = Status.HELD, Status.EXPECTED, Status.POSSIBLE


def dated(
    text: str, trigger: str, *more: str, status: Status = HELD, published: str | None = "2025-02-19"
) -> str | None:
    scene = scene_of(text, published)
    event = event_of(scene, trigger, *more, status=status)
    date_event(scene, event)
    return event.date


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("on Monday", "2025-02-17"),
        ("on Wednesday", "2025-02-19"),
        ("on Friday night", "2025-02-14"),
        ("last Thursday", "2025-02-13"),
        ("today", "2025-02-19"),
        ("this morning", "2025-02-19"),
        ("yesterday", "2025-02-18"),
        ("last night", "2025-02-18"),
        ("the day before yesterday", "2025-02-17"),
        ("three days ago", "2025-02-16"),
        ("on 5 February", "2025-02-05"),
        ("on Feb 5", "2025-02-05"),
        ("on the 5th", "2025-02-05"),
        ("on the 30th of last month", "2025-01-30"),
        ("on Sep 5", "2024-09-05"),
        ("on 05.02.2025", "2025-02-05"),
        ("on February 5", "2025-02-05"),
        ("on the 5th of December", "2024-12-05"),
        ("on December 5, 2023", "2023-12-05"),
        ("on 5th December, 2023", "2023-12-05"),
        ("on Thursday, 6 February", "2025-02-06"),
        ("on 2024-03-09", "2024-03-09"),
        ("in January", "2025-01"),
        ("in March", "2024-03"),
        ("in March 2023", "2023-03"),
        ("in May last year", "2024-05"),
        ("last October", "2024-10"),
        ("late in January", "2025-01"),
        ("in early December", "2024-12"),
        ("last month", "2025-01"),
        ("earlier this month", "2025-02"),
        ("last week", "2025-02"),
        ("at the weekend", "2025-02"),
        ("two weeks ago", "2025-02"),
        ("last year", "2024"),
        ("ten years ago today", "2015-02-19"),
        ("in 2019", "2019"),
        ("in December of last year", "2024-12"),
        ("this past Friday", "2025-02-14"),
        ("on New Year’s Day", "2025-01-01"),
        ("face to face in Skagen on 8 May last year", "2024-05-08"),
        ("on the sidelines of the Nordic Council in Helsinki in October", "2024-10"),
    ],
)
def test_past(when: str, date: str) -> None:
    assert dated(f"Minister Aino Virtanen met her Danish counterpart in Oslo {when}.", "met") == date


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("on Monday", "2025-02-24"),
        ("on Wednesday", "2025-02-19"),
        ("next Tuesday", "2025-02-25"),
        ("tomorrow", "2025-02-20"),
        ("on 3 March", "2025-03-03"),
        ("on December 9", "2025-12-09"),
        ("in April", "2025-04"),
        ("in January", "2026-01"),
        ("next month", "2025-03"),
        ("this week", "2025-02"),
        ("before the end of the year", "2025"),
        ("before this month is over", "2025-02"),
        ("by the month's end", "2025-02"),
        ("early in the new year", "2026"),
        ("early next year", "2026"),
        ("in the course of next year", "2026"),
        ("before Christmas", "2025"),
        ("on the eve of the March 12 conference", "2025-03-11"),
    ],
)
def test_future(when: str, date: str) -> None:
    text = f"Minister Aino Virtanen will meet her Danish counterpart {when}."
    assert dated(text, "meet", status=EXPECTED) == date


@pytest.mark.parametrize(
    "when",
    [
        "recently",
        "at the turn of the year",
        "in the autumn",
        "in the coming days",
        "soon",
        "in the near future",
        "two days before the summit",
    ],
)
def test_left_open(when: str) -> None:
    assert dated(f"Virtanen spoke with the Danish minister {when}.", "spoke") is None


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Virtanen had been due to meet the Danish minister on Monday.", "meet", "2025-02-17"),
        ("Virtanen and the Danish minister were to have met on Monday.", "met", "2025-02-17"),
        ("Virtanen is due to meet the Danish minister on Monday.", "meet", "2025-02-24"),
    ],
)
def test_day_of_a_plan_that_is_looked_back_on(text: str, trigger: str, date: str) -> None:
    assert dated(text, trigger, status=EXPECTED) == date


def test_season_of_a_thing_is_no_time() -> None:
    text = "Virtanen flew in on 3 February. She handed the minister a letter on the spring floods."
    assert dated(text, "handed") is None


def test_week_across_two_months_is_the_year() -> None:
    assert dated("The two met last week.", "met", published="2025-09-03") == "2025-08"
    assert dated("The two met last week.", "met", published="2025-10-08") == "2025"


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("from 14 to 16 May", "2025-05-14", "2025-05-16"),
        ("on May 14-16", "2025-05-14", "2025-05-16"),
        ("from April 29 to May 2", "2025-04-29", "2025-05-02"),
        ("on March 31 and April 1", "2025-03-31", "2025-04-01"),
        ("from Sunday to Tuesday", "2025-02-23", "2025-02-25"),
    ],
)
def test_range(when: str, first: str, last: str) -> None:
    scene = scene_of(f"Virtanen will visit Denmark {when}.")
    event = event_of(scene, "visit", status=EXPECTED)
    date_event(scene, event)
    assert (event.date, event.date_end) == (first, last)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("He flew in on 3 February. The next day he met King Felipe.", "2025-02-04"),
        ("He flew in on 3 February. Three days later he met King Felipe.", "2025-02-06"),
        ("He flew home on Monday. He had met King Felipe the day before.", "2025-02-16"),
        ("He flew in on 3 February. Later that day he met King Felipe.", "2025-02-03"),
        ("He will be back on 3 March. Earlier in the day he met King Felipe.", "2025-02-19"),
    ],
)
def test_counted_from_the_date_told_before(text: str, date: str) -> None:
    assert dated(text, "met") == date


@pytest.mark.parametrize(
    ("text", "trigger", "status", "date"),
    [
        ("Virtanen said on Monday that she would meet the Danish minister on Friday.", "meet", EXPECTED, "2025-02-21"),
        ("Virtanen said on Monday that she would meet the Danish minister.", "meet", EXPECTED, None),
        (
            "Virtanen will meet the Danish minister on Friday, her office announced on Monday.",
            "meet",
            EXPECTED,
            "2025-02-21",
        ),
        ("The ministry on Monday said the two had met on Saturday.", "met", HELD, "2025-02-15"),
        ("Virtanen told reporters in Oslo on Monday that she had met the Danish minister.", "met", HELD, None),
    ],
)
def test_day_of_speaking_is_not_the_day_of_meeting(text: str, trigger: str, status: Status, date: str | None) -> None:
    assert dated(text, trigger, status=status) == date


@pytest.mark.parametrize(
    ("text", "trigger", "status", "date"),
    [
        ("Virtanen met the Danish minister on Monday and will visit Latvia on Thursday.", "met", HELD, "2025-02-17"),
        (
            "Virtanen met the Danish minister on Monday and will visit Latvia on Thursday.",
            "visit",
            EXPECTED,
            "2025-02-20",
        ),
        ("On Monday Virtanen flew to Oslo and met the Danish minister.", "met", HELD, "2025-02-17"),
        ("A meeting of the ministers planned for Friday is uncertain.", "meeting", POSSIBLE, "2025-02-21"),
        ("The talks, which are to be held in Oslo on 2 March, come late.", "talks", EXPECTED, "2025-03-02"),
        ("Monday's meeting in Oslo lasted an hour.", "meeting", HELD, "2025-02-17"),
        ("They went over the agenda for Friday at a meeting last week.", "meeting", HELD, "2025-02"),
        ("They met on Monday and agreed to prepare a summit.", "summit", EXPECTED, None),
        ("The two have not met since June 2021.", "met", HELD, "2021-06"),
        ("Virtanen met Ilves, a former aide freed and flown home by Norway in January.", "met", HELD, None),
    ],
)
def test_date_of_the_nearest_event(text: str, trigger: str, status: Status, date: str | None) -> None:
    assert dated(text, trigger, status=status) == date


@pytest.mark.parametrize(
    "text",
    [
        "The visit, planned for Friday, was postponed to March 10.",
        "The visit of the minister was moved from Friday to March 10.",
    ],
)
def test_postponed_to(text: str) -> None:
    assert dated(text, "visit", status=Status.POSTPONED) == "2025-03-10"


def test_postponed_takes_the_new_date() -> None:
    text = "Virtanen has put off until March 12 his visit to Latvia that was set for Friday."
    assert dated(text, "visit", status=Status.POSTPONED) == "2025-03-12"


def test_dateline_dates_nothing() -> None:
    assert (
        dated("OSLO, Feb 17 (Agency) - Virtanen will meet the Danish minister on Friday.", "meet", status=EXPECTED)
        == "2025-02-21"
    )


def test_without_a_day_of_publication_relative_dates_stay_open() -> None:
    text = "Virtanen met the Danish minister on Monday. They had last met on 4 May 2023."
    scene = scene_of(text, None)
    monday, may = event_of(scene, "met"), event_of(scene, "met", nth=1)
    date_event(scene, monday)
    date_event(scene, may)
    assert (monday.date, may.date) == (None, "2023-05-04")
    assert open_dates(scene) == ["Monday"]


def test_dateline_with_a_year_stands_for_the_day_of_publication() -> None:
    text = "OSLO, 19th February, 2025 (AGN) -- Minister Virtanen today met the Danish minister."
    assert dated(text, "met", published=None) == "2025-02-19"
