"""Who is who in the graph, and what judgements change in it."""

from datetime import timedelta

import pytest

from loaders import store
from schema.database import Database
from schema.errors import NotFound, QueryError
from schema.reading import Reading
from schema.vocabulary import Kind, Status, Verb
from tests.loaders.articles import LAVROV, RUBIO, ZELENSKY, Told, Who, reading
from tests.loaders.shown import NOW, PEOPLE, call, decide, load, meetings, people
from tests.loaders.snapshot import snapshot


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
