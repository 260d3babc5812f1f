"""What analysts' decisions change, what they are told of it, and which decisions are refused."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from loaders import judge, store
from schema.database import Database
from schema.errors import NotFound, QueryError
from schema.reading import Reading
from schema.vocabulary import Kind, Status, Subject
from tests.loaders.articles import LAVROV, RUBIO, Told, Who, reading
from tests.loaders.snapshot import snapshot

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
JOLANI = Who("Abu Mohammad al-Jolani", "leader", "Syria")
SHARAA = Who("Ahmed al-Sharaa", "President", "Syria")
SMITH = Who("John Smith", "Foreign Minister", "Jamaica")
PEOPLE = "MATCH (p:Person) RETURN p.id AS id, p.name AS name ORDER BY name, id"
OFFICES = "MATCH (o:Office) RETURN o.id AS id, o.title AS title ORDER BY title"
HELD = """
MATCH (p:Person)-[:HOLDS]->(o:Office) RETURN DISTINCT p.name AS name, o.title AS title ORDER BY name, title
"""
CLAIMS = """
MATCH (a:Article)-[:REPORTS]->(c:Claim) WHERE c.id = c.contact RETURN a.source AS source, c.id AS id, c.seed AS seed
"""


def decide(what: Callable[..., judge.Judged], database: Database, *ids: object, minutes: int = 0) -> judge.Judged:
    return what(database, *map(str, ids), author="ann", made=NOW + timedelta(minutes=minutes))


def load(database: Database, *readings: Reading) -> None:
    store.add(database, readings, NOW)


def call(source: str, day: str, *who: Who, date: str | None = None) -> Reading:
    return reading(source, day, Told(Kind.CALL, Status.HELD, who or (RUBIO, LAVROV), date or day))


def ids(database: Database, cypher: str) -> list[Any]:
    return [row["id"] for row in database.rows(cypher)]


def test_two_people_become_one_and_either_id_can_be_judged_again(database: Database) -> None:
    load(database, reading("a", "2025-02-15", named=[JOLANI]), reading("b", "2025-02-16", named=[SHARAA]))
    before = snapshot(database)
    first, second = ids(database, PEOPLE)
    judged = decide(judge.same, database, second, first)
    assert (judged.subject, set(judged.before), judged.after) == (Subject.PERSON, {first, second}, (first,))
    again = decide(judge.same, database, first, second, minutes=1)
    assert (again.is_new, again.judgement) == (False, judged.judgement)
    with pytest.raises(QueryError, match=f"judged the same by ann on 2025-06-01 .{judged.judgement.id}.: undo that"):
        decide(judge.not_same, database, second, first, minutes=2)
    undone = decide(judge.undo, database, judged.judgement.id, minutes=3)
    assert (undone.before, set(undone.after)) == ((first,), {first, second})
    assert snapshot(database) == before
    with pytest.raises(QueryError, match=f"undone already by ann .*{undone.judgement.id}"):
        decide(judge.undo, database, judged.judgement.id, minutes=4)
    assert decide(judge.undo, database, undone.judgement.id, minutes=5).after == (first,)


def test_a_negative_judgement_stands_against_a_later_positive_one_which_is_refused(database: Database) -> None:
    load(database, call("a", "2025-02-15", SMITH, LAVROV), call("b", "2001-03-01", SMITH, LAVROV))
    one, other = ids(database, "MATCH (n:Mention {name: 'John Smith'}) RETURN n.id AS id ORDER BY n.article")
    parted = decide(judge.not_same, database, one, other)
    assert (len(parted.before), len(parted.after)) == (1, 2)
    whole = snapshot(database)
    with pytest.raises(QueryError, match=f"not to be the same by ann on .*{parted.judgement.id}.: undo that first"):
        decide(judge.same, database, other, one, minutes=1)
    assert snapshot(database) == whole
    assert len(database.rows("MATCH (j:Judgement) RETURN j.id AS id")) == 1
    load(database, call("c", "2025-02-17", SMITH, LAVROV))
    assert len([name for name in database.rows(PEOPLE) if name["name"] == "John Smith"]) == 2


def test_meetings_are_joined_and_parted(database: Database) -> None:
    load(database, call("a", "2025-02-15", date="2025-02-14"), call("b", "2025-02-15", date="2025-02-15"))
    meetings = sorted(ids(database, "MATCH (m:Meeting) RETURN DISTINCT m.id AS id"))
    joined = decide(judge.same, database, *meetings)
    assert (joined.subject, joined.before) == (Subject.MEETING, tuple(meetings))
    assert len(joined.after) == 1
    decide(judge.undo, database, joined.judgement.id, minutes=1)
    decide(judge.not_same, database, *meetings, minutes=2)
    with pytest.raises(QueryError, match="not to be the same by ann"):
        decide(judge.same, database, *meetings, minutes=3)


def test_two_offices_become_one_under_the_name_of_the_first(database: Database) -> None:
    chief = Who("Li Wei", "Chief of the Bureau", "China")
    head = Who("Li Wei", "Head of the Bureau", "China")
    load(database, reading("a", "2025-02-15", named=[chief]), reading("b", "2025-02-16", named=[head]))
    before = snapshot(database)
    first, second = ids(database, OFFICES)
    judged = decide(judge.same, database, second, first)
    assert (judged.subject, set(judged.before), judged.after) == (Subject.OFFICE, {first, second}, (second,))
    assert database.rows(HELD) == [{"name": "Li Wei", "title": "Head of the Bureau"}]
    load(database, reading("c", "2025-02-17", named=[Who("Wu Bo", "Chief of the Bureau", "China")]))
    assert ids(database, OFFICES) == [second]
    store.retract(database, "b", author="ann", made=NOW)
    assert ids(database, OFFICES) == [second]
    whole = snapshot(database)
    store.rebuild(database)
    assert snapshot(database) == whole
    with pytest.raises(QueryError, match="judged the same by ann"):
        decide(judge.not_same, database, first, second, minutes=1)
    third = decide(judge.retract, database, "c", minutes=2)
    retracted = database.rows("MATCH (j:Judgement {subject: 'b'}) RETURN j.id AS id")[0]["id"]
    decide(judge.undo, database, retracted, minutes=3)
    decide(judge.undo, database, judged.judgement.id, minutes=4)
    assert third.is_new
    assert snapshot(database) == before


def test_a_chain_of_offices_goes_by_the_name_that_was_given_last(database: Database) -> None:
    titles = ["Chief of the Bureau", "Head of the Bureau", "Master of the Bureau"]
    load(
        database,
        *(
            reading(title, "2025-02-15", named=[Who(f"Li {place}", title, "China")])
            for place, title in enumerate(titles)
        ),
    )
    before = snapshot(database)
    chief, head, master = ids(database, OFFICES)
    one = decide(judge.same, database, chief, head)
    two = decide(judge.same, database, master, head, minutes=1)
    assert ids(database, OFFICES) == [master]
    decide(judge.undo, database, one.judgement.id, minutes=2)
    assert set(ids(database, OFFICES)) == {chief, master}
    decide(judge.undo, database, two.judgement.id, minutes=3)
    assert snapshot(database) == before


def test_claims_are_rejected_and_corrected_and_articles_retracted(database: Database) -> None:
    load(database, call("a", "2025-02-15"), call("b", "2025-02-15"))
    claims = {str(row["source"]): str(row["id"]) for row in database.rows(CLAIMS)}
    (meeting,) = ids(database, "MATCH (m:Meeting) RETURN m.id AS id")
    corrected = decide(judge.correct, database, claims["a"], "date", "2025-02-13")
    assert corrected.before == (meeting,)
    assert len(corrected.after) == 2
    assert not decide(judge.correct, database, claims["a"], "date", "2025-02-13", minutes=1).is_new
    assert decide(judge.correct, database, claims["a"], "date", "2025-02-12", minutes=2).is_new
    assert decide(judge.correct, database, claims["a"], "date", "2025-02-13", minutes=3).is_new
    rejected = decide(judge.reject, database, claims["a"], minutes=4)
    assert (len(rejected.before), rejected.after) == (1, ())
    assert not decide(judge.reject, database, claims["a"], minutes=5).is_new
    retracted = decide(judge.retract, database, "b", minutes=6)
    assert (len(retracted.before), retracted.after) == (1, ())
    assert decide(judge.undo, database, retracted.judgement.id, minutes=7).after == retracted.before


@pytest.mark.parametrize(
    ("what", "arguments", "told"),
    [
        (judge.same, ("pnothing", "pother"), "pnothing"),
        (judge.reject, ("cnothing",), "No claim has the id 'cnothing'"),
        (judge.correct, ("cnothing", "date", "2025"), "No claim"),
        (judge.retract, ("https://nowhere.example/",), "No article has the source or id 'https://nowhere.example/'"),
        (judge.undo, ("jnothing",), "No judgement has the id 'jnothing'"),
    ],
)
def test_an_id_that_nothing_has_is_named(
    database: Database, what: Callable[..., judge.Judged], arguments: tuple[str, ...], told: str
) -> None:
    with pytest.raises(NotFound, match=told):
        decide(what, database, *arguments)


def test_what_cannot_be_carried_out_says_why(database: Database) -> None:
    load(database, call("a", "2025-02-15"))
    (claim,) = ids(database, CLAIMS)
    person = ids(database, PEOPLE)[0]
    with pytest.raises(QueryError, match="not of one sort"):
        decide(judge.same, database, claim, person)
    with pytest.raises(QueryError, match="one mention or claim"):
        decide(judge.not_same, database, person, person)
    with pytest.raises(QueryError, match="kind, status, date"):
        decide(judge.correct, database, claim, "evidence", "none")
    with pytest.raises(QueryError, match="needs an author"):
        judge.reject(database, claim, author=" ", made=NOW)
