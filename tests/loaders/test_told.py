"""What a meeting comes to from what articles tell of it."""

from schema.database import Database
from schema.vocabulary import Attendance, Kind, Status
from tests.loaders.articles import LAVROV, PUTIN, RUBIO, TRUMP, WALTZ, WITKOFF, Told, reading
from tests.loaders.shown import call, history, load, meetings, sides


def test_announced_then_held_is_one_meeting_with_its_history(database: Database) -> None:
    load(database, reading("a", "2025-02-13", call(Status.EXPECTED, "2025-02-15")))
    load(database, reading("b", "2025-02-15", call(Status.HELD, "2025-02-15")))
    (found,) = meetings(database)
    assert (found["title"], found["status"], found["sources"]) == ("Rubio–Lavrov call", "held", 2)
    assert history(database, found["id"]) == [("2025-02-13", "expected"), ("2025-02-15", "held")]
    assert sides(database, found["id"]) == {"Marco Rubio": "ATTENDED", "Sergey Lavrov": "ATTENDED"}
    assert sides(database, found["id"], "2025-02-14") == {
        "Marco Rubio": "EXPECTED_TO_ATTEND",
        "Sergey Lavrov": "EXPECTED_TO_ATTEND",
    }
    assert meetings(database, "2025-02-12") == []


def test_postponed_then_held_on_the_new_date_is_one_meeting(database: Database) -> None:
    summit = {"kind": Kind.MEETING}
    load(
        database,
        reading("a", "2025-08-01", call(Status.EXPECTED, "2025-08-10", TRUMP, PUTIN, **summit)),
        reading("b", "2025-08-09", call(Status.POSTPONED, "2025-08-20", TRUMP, PUTIN, **summit)),
        reading("c", "2025-08-15", call(Status.EXPECTED, "2025-08-21", TRUMP, PUTIN, **summit)),
        reading("d", "2025-08-21", call(Status.HELD, "2025-08-21", TRUMP, PUTIN, **summit)),
    )
    (found,) = meetings(database)
    assert (found["status"], found["start"]) == ("held", "2025-08-21")
    assert [status for _, status in history(database, found["id"])] == ["expected", "postponed", "expected", "held"]
    (then,) = meetings(database, "2025-08-10")
    assert (then["id"], then["start"]) == (found["id"], "2025-08-20")


def test_two_calls_in_one_week_are_two_and_a_meeting_on_the_day_of_a_call_is_another(database: Database) -> None:
    load(
        database,
        reading("a", "2025-02-12", call(Status.HELD, "2025-02-12", TRUMP, PUTIN)),
        reading("b", "2025-02-14", call(Status.HELD, "2025-02-14", TRUMP, PUTIN)),
        reading("c", "2025-02-14", call(Status.HELD, "2025-02-14", TRUMP, PUTIN, kind=Kind.MEETING)),
        reading("d", "2025-02-15", call(Status.HELD, "2025-02-14", TRUMP, PUTIN)),
    )
    assert [(row["kind"], row["start"], row["sources"]) for row in meetings(database)] in (
        [("call", "2025-02-12", 1), ("call", "2025-02-14", 2), ("meeting", "2025-02-14", 1)],
        [("call", "2025-02-12", 1), ("meeting", "2025-02-14", 1), ("call", "2025-02-14", 2)],
    )


def test_the_accounts_of_two_capitals_stand_side_by_side(database: Database) -> None:
    accounts = [("Russian Foreign Ministry", ["sanctions"], None), ("State Department", ["ending the war"], None)]
    load(
        database,
        reading("a", "2025-02-15", Told(Kind.CALL, Status.HELD, (RUBIO, LAVROV), "2025-02-15", accounts=accounts)),
    )
    (found,) = meetings(database)
    assert found["disagreements"] == ["topics"]
    rows = database.rows(
        "MATCH (g:Polity)<-[:BY]-(c:Claim)-[:ABOUT]->(:Meeting {id: $id}) MATCH (g)-[:OF]->(w:Polity) "
        "RETURN w.name AS country, c.topics AS topics ORDER BY country",
        id=found["id"],
    )
    assert rows == [
        {"country": "Russia", "topics": ["sanctions"]},
        {"country": "United States", "topics": ["ending the war"]},
    ]


def test_cancelled_stays_cancelled_when_an_old_plan_is_printed_again(database: Database) -> None:
    load(
        database,
        reading("a", "2025-10-16", call(Status.EXPECTED, "2025-10-30", TRUMP, PUTIN, kind=Kind.MEETING)),
        reading("b", "2025-10-21", call(Status.CANCELLED, "2025-10-30", TRUMP, PUTIN, kind=Kind.MEETING)),
        reading("c", "2025-10-22", call(Status.EXPECTED, "2025-10-30", TRUMP, PUTIN, kind=Kind.MEETING)),
    )
    (found,) = meetings(database)
    assert (found["status"], found["disagreements"]) == ("cancelled", ["status"])


def test_a_denial_is_a_disagreement_and_overwrites_nothing(database: Database) -> None:
    load(
        database,
        reading("a", "2024-11-10", call(Status.HELD, "2024-11-07", TRUMP, PUTIN)),
        reading("b", "2024-11-11", call(Status.DENIED, "2024-11-07", TRUMP, PUTIN)),
    )
    (found,) = meetings(database)
    assert (found["status"], found["disagreements"]) == ("held", ["status"])


def test_sources_that_differ_on_day_or_place_are_named_as_differing(database: Database) -> None:
    load(
        database,
        reading(
            "a", "2025-02-19", Told(Kind.TALKS, Status.HELD, (RUBIO, LAVROV), "2025-02-18", "Riyadh", "Saudi Arabia")
        ),
        reading("b", "2025-02-20", Told(Kind.TALKS, Status.HELD, (RUBIO, LAVROV), "2025-02", "Jeddah", "Saudi Arabia")),
        reading("c", "2025-02-21", Told(Kind.TALKS, Status.HELD, (RUBIO, LAVROV), "2025-02", "Saudi Arabia", None)),
    )
    (found,) = meetings(database)
    assert (found["start"], found["precision"], found["disagreements"]) == ("2025-02-18", "day", ["venue"])


def test_copies_of_one_wire_text_are_one_source(database: Database) -> None:
    wire = Told(
        Kind.CALL, Status.HELD, (RUBIO, LAVROV), "2025-02-15", evidence="Marco Rubio called Sergey Lavrov on Saturday."
    )
    load(database, reading("a", "2025-02-15", wire), reading("b", "2025-02-16", wire))
    (found,) = meetings(database)
    assert found["sources"] == 1


def test_a_party_gives_way_to_the_people_who_come_for_it_and_a_person_who_did_not_come_stays_expected(
    database: Database,
) -> None:
    expected = Told(
        Kind.TALKS,
        Status.EXPECTED,
        (RUBIO, WALTZ, WITKOFF, "Russia", "Ukraine"),
        "2025-02",
        parts={"Ukraine": Attendance.ABSENT},
    )
    load(
        database,
        reading("a", "2025-02-16", expected),
        reading("b", "2025-02-18", Told(Kind.TALKS, Status.HELD, (RUBIO, WALTZ, LAVROV), "2025-02-18")),
    )
    (found,) = meetings(database)
    assert sides(database, found["id"]) == {
        "Marco Rubio": "ATTENDED",
        "Mike Waltz": "ATTENDED",
        "Steve Witkoff": "EXPECTED_TO_ATTEND",
        "Ukraine": "ABSENT_FROM",
        "Sergey Lavrov": "ATTENDED",
    }
