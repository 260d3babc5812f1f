"""What is loaded and judged in tests of the graph, and what a user then sees of it."""

from datetime import UTC, datetime, timedelta

from loaders import store
from schema.database import Database
from schema.ledger import UNDATED, Judgement
from schema.reading import Reading
from schema.vocabulary import Kind, Status, Verb
from tests.loaders.articles import LAVROV, RUBIO, Told, Who

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
