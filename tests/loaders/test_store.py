"""What a user sees of the graph after loading articles and making judgements."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from loaders import store
from schema.database import Database
from schema.errors import NotFound, QueryError
from schema.ledger import UNDATED, Judgement
from schema.reading import Reading
from schema.vocabulary import Attendance, Kind, Status, Verb
from tests.loaders.articles import LAVROV, PUTIN, RUBIO, TRUMP, WALTZ, WITKOFF, ZELENSKY, Told, Who, reading
from tests.loaders.snapshot import snapshot

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
MEETINGS = """
MATCH (m:Meeting) WHERE m.known_from <= $as_of AND m.known_until > $as_of
RETURN m.id AS id, m.kind AS kind, m.status AS status, m.start AS start, m.title AS title, m.sources AS sources,
       m.disagreements AS disagreements, m.precision AS precision
ORDER BY m.start, m.id
"""
HISTORY = "MATCH (m:Meeting {id: $id}) RETURN m.known_from AS since, m.status AS status ORDER BY since"
SIDES = """
MATCH (p)-[e]->(m:Meeting {id: $id}) WHERE (p:Person OR p:Polity) AND e.known_from <= $as_of AND e.known_until > $as_of
RETURN p.name AS name, type(e) AS part ORDER BY e.place
"""
PEOPLE = "MATCH (p:Person) RETURN p.id AS id, p.name AS name, p.aliases AS aliases ORDER BY name"


def load(database: Database, *readings: Reading) -> store.LoadOutcome:
    return store.add(database, readings, NOW)


def meetings(database: Database, as_of: str = UNDATED) -> list[dict[str, object]]:
    return database.rows(MEETINGS, as_of=as_of)


def history(database: Database, meeting: object) -> list[tuple[object, object]]:
    return [(row["since"], row["status"]) for row in database.rows(HISTORY, id=meeting)]


def sides(database: Database, meeting: object, as_of: str = UNDATED) -> dict[object, object]:
    return {row["name"]: row["part"] for row in database.rows(SIDES, id=meeting, as_of=as_of)}


def people(database: Database) -> list[object]:
    return [row["name"] for row in database.rows(PEOPLE)]


def decide(database: Database, verb: Verb, subject: object, minutes: int = 0, **more: str) -> Judgement:
    made = NOW + timedelta(minutes=minutes)
    return store.judge(database, store.judgement(verb, str(subject), author="ann", made=made, **more))


def call(status: Status, date: str | None, *who: Who | str, kind: Kind = Kind.CALL) -> Told:
    return Told(kind, status, who or (RUBIO, LAVROV), date)


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


def test_an_article_without_a_day_is_in_todays_answers_and_in_no_earlier_one(database: Database) -> None:
    load(database, reading("a", None, call(Status.HELD, "2025-02-15")))
    assert len(meetings(database)) == 1
    assert meetings(database, "2026-01-01") == []


def test_an_edited_article_replaces_its_older_version_and_keeps_the_meetings_id(database: Database) -> None:
    load(database, reading("a", "2025-02-13", call(Status.EXPECTED, "2025-02-15")))
    (before,) = meetings(database)
    outcome = load(database, reading("a", "2025-02-14", call(Status.EXPECTED, "2025-02-16"), edition="corrected"))
    assert outcome.new_versions == ("a",)
    (found,) = meetings(database)
    assert (found["id"], found["start"], found["sources"]) == (before["id"], "2025-02-16", 1)
    assert meetings(database, "2025-02-13")[0]["start"] == "2025-02-15"


def test_a_later_extractor_replaces_what_an_earlier_one_read(database: Database) -> None:
    first = reading("a", "2025-02-15", call(Status.HELD, "2025-02-15", TRUMP, PUTIN))
    load(database, first)
    (before,) = meetings(database)
    contacts = tuple(replace(contact, kind=Kind.VIDEO_CALL) for contact in first.contacts)
    store.add(database, [replace(first, extractor="test 2", contacts=contacts)], NOW + timedelta(days=1))
    (found,) = meetings(database)
    assert (found["id"], found["kind"], found["sources"]) == (before["id"], "video_call", 1)


def test_loading_again_changes_nothing(database: Database) -> None:
    article = reading("a", "2025-02-15", call(Status.HELD, "2025-02-15"))
    load(database, article)
    before, revision = snapshot(database), store.revision(database)
    outcome = store.add(database, [article, article], NOW + timedelta(days=3))
    assert outcome.unchanged == ("a", "a")
    assert (snapshot(database), store.revision(database)) == (before, revision)


def test_a_broken_reading_is_set_aside_and_the_others_go_in(database: Database) -> None:
    outcome = load(
        database,
        reading("a", "15 February", call(Status.HELD, None)),
        reading("b", "2025-02-15", call(Status.HELD, None)),
    )
    assert [name for name, _ in outcome.set_aside] == ["a"]
    assert "YYYY-MM-DD" in str(outcome.set_aside[0][1])
    assert outcome.new == ("b",)
    assert len(meetings(database)) == 1


def test_spellings_of_one_name_are_one_person_and_one_family_name_is_not(database: Database) -> None:
    load(
        database,
        reading("a", "2025-02-15", call(Status.HELD, None, ZELENSKY, Who("Sergei Lavrov", "FM", "Russia"))),
        reading("b", "2025-02-16", call(Status.HELD, None, Who("Volodymyr Zelenskyy", "President", "Ukraine"), LAVROV)),
        reading("c", "2025-02-17", named=[Who("Zelenskiy", "President", "Ukraine")]),
        reading("d", "2025-02-18", named=[ZELENSKY, LAVROV, Who("Olena Zelenska", "First Lady", "Ukraine")]),
    )
    assert people(database) == ["Olena Zelenska", "Sergey Lavrov", "Volodymyr Zelensky"]
    assert len(meetings(database)) == 1


def test_undoing_a_wrong_merge(database: Database) -> None:
    smith = Who("John Smith", "Foreign Minister", "Jamaica")
    load(
        database,
        reading("a", "2025-02-15", call(Status.HELD, "2025-02-15", smith, LAVROV)),
        reading("b", "2001-03-01", call(Status.HELD, "2001-03-01", smith, LAVROV)),
    )
    merged = snapshot(database)
    assert people(database) == ["John Smith", "Sergey Lavrov"]
    first, second = [
        str(row["id"])
        for row in database.rows("MATCH (n:Mention {name: 'John Smith'}) RETURN n.id AS id ORDER BY n.article")
    ]
    parted = decide(database, Verb.NOT_SAME, first, object=second)
    assert people(database) == ["John Smith", "John Smith", "Sergey Lavrov"]
    decide(database, Verb.SAME, first, 1, object=second)
    assert people(database) == ["John Smith", "John Smith", "Sergey Lavrov"], "a NOT_SAME is undone, not overridden"
    store.undo(database, parted.id, author="ann", made=NOW + timedelta(minutes=2))
    assert snapshot(database) == merged


def test_it_is_explained_why_somebody_is_one_person(database: Database) -> None:
    load(
        database,
        reading("a", "2025-02-15", named=[Who("George H. W. Bush", "President", "United States")]),
        reading("b", "2025-02-16", named=[Who("George W. Bush", "President", "United States")]),
        reading(
            "c", "2025-02-17", named=[Who("Geo. W. Bush", "President", "US"), Who("George Bush", "President", "US")]
        ),
    )
    (younger,) = [row["id"] for row in database.rows(PEOPLE) if row["name"] == "George W. Bush"]
    told = {(one.left.name, one.right.name, one.joined): one.reason for one in store.explain(database, str(younger))}
    assert "fits as well" in told["George W. Bush", "George Bush", False]


def test_people_judged_the_same_become_one_and_the_id_that_was_merged_away_still_leads_there(
    database: Database,
) -> None:
    load(
        database,
        reading("a", "2025-02-15", named=[Who("Abu Mohammad al-Jolani", "leader", "Syria")]),
        reading("b", "2025-02-16", named=[Who("Ahmed al-Sharaa", "President", "Syria")]),
    )
    ids = [row["id"] for row in database.rows(PEOPLE)]
    decide(database, Verb.SAME, ids[0], object=str(ids[1]))
    (person,) = database.rows(PEOPLE)
    assert person["aliases"] == ["Abu Mohammad al-Jolani", "Ahmed al-Sharaa"]
    for name in ids:
        redirected = database.rows("MATCH (:Mention {seed: $id})-[:IS]->(p:Person) RETURN DISTINCT p.id AS id", id=name)
        assert redirected == [{"id": person["id"]}]


def test_meetings_can_be_joined_and_parted_by_judgement(database: Database) -> None:
    load(
        database,
        reading("a", "2025-02-15", call(Status.HELD, "2025-02-14")),
        reading("b", "2025-02-15", call(Status.HELD, "2025-02-15")),
    )
    before = snapshot(database)
    first, second = (row["id"] for row in meetings(database))
    joined = decide(database, Verb.SAME, first, object=str(second))
    (found,) = meetings(database)
    assert (found["sources"], found["disagreements"]) == (2, ["date"])
    decide(database, Verb.NOT_SAME, first, 1, object=str(second))
    assert len(meetings(database)) == 2
    store.undo(database, joined.id, author="ann", made=NOW + timedelta(minutes=2))
    assert snapshot(database) == before


def test_places_judged_the_same_are_one_until_that_is_undone(database: Database) -> None:
    def talks(source: str, place: str) -> Reading:
        return reading(source, "2025-07-24", Told(Kind.TALKS, Status.HELD, (RUBIO, LAVROV), "2025-07-23", place))

    load(database, talks("a", "Dolmabahçe, Istanbul"), talks("b", "Ciragan Palace, Istanbul"))
    (before,) = meetings(database)
    assert before["disagreements"] == ["venue"]
    whole = snapshot(database)
    places = [str(row["id"]) for row in database.rows("MATCH (c:Claim) RETURN c.place AS id ORDER BY id")]
    joined = decide(database, Verb.SAME, places[0], object=places[1])
    assert meetings(database)[0]["disagreements"] == []
    load(database, talks("c", "Ciragan Palace, Istanbul"))
    sites = database.rows("MATCH (v:Venue {kind: 'site'}) RETURN v.id AS id, v.name AS name")
    assert sites == [{"id": places[0], "name": "Dolmabahçe"}]
    judged = snapshot(database)
    store.rebuild(database)
    assert snapshot(database) == judged
    store.retract(database, "c", author="ann", made=NOW)
    store.undo(database, joined.id, author="ann", made=NOW + timedelta(minutes=1))
    assert snapshot(database) == whole


def test_a_claim_can_be_corrected_and_rejected_and_an_article_retracted(database: Database) -> None:
    load(
        database,
        reading("a", "2025-02-15", call(Status.HELD, "2025-02-15")),
        reading("b", "2025-02-16", call(Status.HELD, "2025-02-15")),
    )
    whole = snapshot(database)
    claims = database.rows(
        "MATCH (a:Article)-[:REPORTS]->(c:Claim) RETURN a.source AS source, c.id AS id ORDER BY source"
    )
    decide(database, Verb.CORRECT, claims[0]["id"], 0, field="date", value="2025-02-14")
    assert [row["start"] for row in meetings(database)] == ["2025-02-14", "2025-02-15"]
    decide(database, Verb.REJECT, claims[0]["id"], 1)
    assert [row["start"] for row in meetings(database)] == ["2025-02-15"]
    store.retract(database, "b", author="ann", made=NOW + timedelta(minutes=2))
    assert meetings(database) == []
    judgements = database.rows("MATCH (j:Judgement) RETURN j.id AS id ORDER BY j.made")
    for number, row in enumerate(judgements):
        store.undo(database, str(row["id"]), author="bob", made=NOW + timedelta(minutes=10 + number))
    assert snapshot(database) == whole


def test_judgements_that_cannot_be_carried_out_say_why(database: Database) -> None:
    load(database, reading("a", "2025-02-15", call(Status.HELD, "2025-02-15")))
    claim = database.rows("MATCH (c:Claim) RETURN c.id AS id")[0]["id"]
    with pytest.raises(NotFound, match="pnothing"):
        decide(database, Verb.SAME, "pnothing", object="pother")
    with pytest.raises(QueryError, match="held, ongoing"):
        decide(database, Verb.CORRECT, claim, field="status", value="hold")
    with pytest.raises(QueryError, match="YYYY-MM-DD"):
        decide(database, Verb.CORRECT, claim, field="date", value="yesterday")
    with pytest.raises(QueryError, match="second"):
        decide(database, Verb.SAME, claim)


def test_a_rebuild_that_was_cut_short_is_completed_by_the_next_load(database: Database) -> None:
    load(
        database,
        reading("a", "2025-02-13", call(Status.EXPECTED, "2025-02-15")),
        reading("b", "2025-02-15", call(Status.HELD, "2025-02-15")),
    )
    whole = snapshot(database)

    class Killed(Exception):
        pass

    def die(*_: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        store.rebuild(database, progress=die)
    load(database, reading("a", "2025-02-13", call(Status.EXPECTED, "2025-02-15")))
    assert snapshot(database) == whole


def test_several_may_load_at_once(database: Database) -> None:
    articles = [reading(f"s{day}", f"2025-02-{day}", call(Status.HELD, f"2025-02-{day}")) for day in range(10, 22)]
    with ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(lambda one: store.add(database, [one], NOW), [*articles, *articles]))
    assert sum(len(outcome.new) for outcome in outcomes) == len(articles)
    together = snapshot(database)
    store.rebuild(database)
    assert snapshot(database) == together
