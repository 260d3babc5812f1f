"""Sides that articles name by a post only: who is taken to be meant, how it is shown, and how it is undone."""

from datetime import UTC, datetime, timedelta

from loaders import judge, store
from loaders.sources.people import reference
from loaders.why import why
from schema.database import Database
from schema.reading import Reading
from schema.vocabulary import Kind, Status
from tests.engines import wipe
from tests.loaders.articles import LAVROV, Post, Told, Who, reading
from tests.loaders.snapshot import snapshot

NOW = datetime(2025, 6, 1, tzinfo=UTC)
FRENCH = Post("French foreign minister", "France")
JAMAICAN = Post("Jamaica's interior minister", "Jamaica")
SIDES = """
MATCH (m:Meeting {known_until: '9999-99-99'})<-[e:ATTENDED]-(x)
RETURN x.name AS name, x.id AS id, e.inferred AS inferred, m.title AS title ORDER BY name
"""
BY_POST = "MATCH (n:Mention {is_party: true}) RETURN n.id AS id, n.inferred AS inferred, n.support AS support"


def call(source: str, day: str | None, *sides: Who | Post | str, date: str | None = "2025-03-12") -> Reading:
    return reading(source, day, Told(Kind.CALL, Status.HELD, sides, date))


def sides(database: Database) -> dict[str, str | None]:
    return {str(row["name"]): row["inferred"] for row in database.rows(SIDES)}  # type: ignore[misc]


def test_a_minister_named_by_the_post_is_whom_the_list_shows_and_one_with_whom_articles_name(engine: Database) -> None:
    wipe(engine)
    store.add(engine, [call("a", "2025-03-12", FRENCH, LAVROV)], NOW)
    assert sides(engine) == {
        "Jean-Noël Barrot": "“French foreign minister”: by the list of office-holders, since 2024-09-21",
        "Sergey Lavrov": None,
    }
    assert {row["title"] for row in engine.rows(SIDES)} == {"France–Lavrov call"}
    barrot = Who("Jean-Noel Barrot", "Minister for Europe and Foreign Affairs", "France")
    store.add(engine, [call("b", "2025-03-13", barrot, LAVROV)], NOW)
    assert sides(engine) == {"Jean-Noel Barrot": None, "Sergey Lavrov": None}
    assert {row["title"] for row in engine.rows(SIDES)} == {"Barrot–Lavrov call"}


def test_a_list_of_the_users_own_goes_before_the_one_that_is_shipped(engine: Database) -> None:
    wipe(engine)
    store.add(engine, [call("a", "2025-03-12", FRENCH, LAVROV)], NOW)
    row = reference({"name": "Jane Doe", "office": "Foreign Minister", "polity": "France", "since": "2025-03-01"})
    store.add_people(engine, "mine", [row], NOW)
    assert "Jane Doe" in sides(engine)
    store.add_people(engine, "mine", [], NOW + timedelta(days=1))
    assert "Jean-Noël Barrot" in sides(engine)


def test_reports_show_who_holds_the_post_with_the_mention_that_says_so_until_two_rival(engine: Database) -> None:
    wipe(engine)
    doe = Who("Jane Doe", "Interior Minister", "Jamaica")
    store.add(engine, [call("a", "2025-03-12", JAMAICAN, LAVROV)], NOW)
    assert "Jamaica" in sides(engine)
    store.add(engine, [reading("b", "2025-03-10", named=[doe]), reading("c", "2025-04-01", named=[doe])], NOW)
    assert "Jane Doe" in sides(engine)
    (mention,) = engine.rows(BY_POST)
    assert mention["inferred"] == "named so in a report of 2025-03-10"
    told = why(engine, str(mention["id"]))
    assert "is taken for Jane Doe, named so in a report of 2025-03-10" in told.notes[0]
    assert str(mention["support"]) in told.notes[0]
    rival = Who("Ann Roe", "Interior Minister", "Jamaica")
    store.add(engine, [reading("d", "2025-03-11", named=[rival])], NOW)
    assert "Jamaica" in sides(engine)
    store.retract(engine, "d", author="ann", made=NOW)
    assert "Jane Doe" in sides(engine)


def test_not_the_same_undoes_what_was_inferred_and_same_says_who_it_is(engine: Database) -> None:
    wipe(engine)
    store.add(engine, [call("a", "2025-03-12", FRENCH, LAVROV)], NOW)
    before = snapshot(engine)
    (mention,) = engine.rows(BY_POST)
    barrot = next(str(row["id"]) for row in engine.rows(SIDES) if row["name"] == "Jean-Noël Barrot")
    apart = judge.not_same(engine, str(mention["id"]), barrot, author="ann", made=NOW)
    assert sides(engine) == {"France": None, "Sergey Lavrov": None}
    store.rebuild(engine)
    assert sides(engine) == {"France": None, "Sergey Lavrov": None}
    judge.undo(engine, apart.judgement.id, author="ann", made=NOW)
    assert snapshot(engine) == before
    store.add(engine, [reading("b", "2025-05-01", named=[Who("Ann Roe", "Foreign Minister", "France")])], NOW)
    (row,) = engine.rows("MATCH (n:Mention {name: 'Ann Roe'}) RETURN n.id AS id")
    judge.same(engine, str(mention["id"]), str(row["id"]), author="ann", made=NOW)
    assert sides(engine) == {"Ann Roe": "“French foreign minister”: as an analyst judged", "Sergey Lavrov": None}


def test_a_former_holder_holds_the_office_no_more_from_the_report_that_says_so(engine: Database) -> None:
    wipe(engine)
    for source, day, title in (
        ("a", "2025-02-10", "Interior Minister"),
        ("b", "2025-04-01", "former Interior Minister"),
    ):
        store.add(engine, [reading(source, day, named=[Who("Jane Doe", title, "Jamaica")])], NOW)
    held = "MATCH (:Person)-[h:HOLDS]->(:Office) RETURN properties(h) AS held ORDER BY h.known_from"
    assert [row["held"] for row in engine.rows(held)] == [
        {"known_from": "2025-02-10", "known_until": "2025-04-01"},
        {"known_from": "2025-04-01", "known_until": "9999-99-99", "until": "2025-04-01"},
    ]
