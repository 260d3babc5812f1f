"""Offices and places whose names are alike wait for an analyst's judgement, and are not joined by themselves."""

from datetime import UTC, datetime

from loaders import judge, store
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.engines import wipe
from tests.loaders.articles import LAVROV, Told, Who, reading
from tests.loaders.snapshot import snapshot

NOW = datetime(2025, 6, 1, tzinfo=UTC)
WAITING = """
MATCH (q:Candidate) WHERE q.subject IN ['office', 'venue'] MATCH (x {id: q.left}) MATCH (y {id: q.right})
RETURN q.subject AS subject, coalesce(x.title, x.name) AS one, coalesce(y.title, y.name) AS other, q.left AS left,
       q.right AS right
"""


def waiting(database: Database) -> set[tuple[str, frozenset[str]]]:
    return {(str(row["subject"]), frozenset((str(row["one"]), str(row["other"])))) for row in database.rows(WAITING)}


def test_offices_and_places_that_may_be_one_are_asked_about_until_judged(engine: Database) -> None:
    wipe(engine)
    rubio, other = Who("Marco Rubio", "Secretary of State", "United States"), Who("Rubio", "Foreign Minister", "US")
    deputy = Who("Ann Roe", "Deputy Secretary of State", "United States")
    for source, venue, who in (("a", "Diriyah Palace", rubio), ("b", "Old Diriyah Palace", other), ("c", None, deputy)):
        told = Told(Kind.MEETING, Status.HELD, (who, LAVROV), None, venue, "Saudi Arabia" if venue else None)
        store.add(engine, [reading(source, f"2025-0{ord(source) - 94}-10", told)], NOW)
    offices = ("office", frozenset({"Secretary of State", "Foreign Minister"}))
    places = ("venue", frozenset({"Diriyah Palace", "Old Diriyah Palace"}))
    assert waiting(engine) == {offices, places}
    before = snapshot(engine)
    store.rebuild(engine)
    assert snapshot(engine) == before
    rows = {str(row["subject"]): row for row in engine.rows(WAITING)}
    apart = judge.not_same(
        engine, str(rows["office"]["left"]), str(rows["office"]["right"]), author="ann", made=NOW
    ).judgement
    assert waiting(engine) == {places}
    judge.same(engine, str(rows["venue"]["left"]), str(rows["venue"]["right"]), author="ann", made=NOW)
    assert waiting(engine) == set()
    judge.undo(engine, apart.id, author="ann", made=NOW)
    assert waiting(engine) == {offices}
