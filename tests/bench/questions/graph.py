"""A projection of any size, made up: people who meet in pairs, in cities, about topics, as articles say."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from neo4j import ManagedTransaction

from schema.database import Database, migrate
from schema.database.remote import Remote
from schema.ledger import OPEN
from schema.order import ahead, rank
from schema.settings import Settings

POLITIES, VENUES, TOPICS, PUBLISHERS = 60, 300, 100, 200
_BATCH = 5_000
_FIRST_DAY = date(2005, 1, 1)
_DAYS = 7_300

PEOPLE = """
UNWIND $rows AS row
MERGE (g:Polity {id: row.polity}) ON CREATE SET g.name = row.country, g.kind = 'country', g.iso = row.iso
CREATE (p:Person {id: row.id, handle: row.id, name: row.name, aliases: [], slug: row.id, polity: row.polity,
                  known_from: '2000-01-01'})
"""

PLACES = "UNWIND $rows AS row CREATE (v:Venue) SET v = row"

SUBJECTS = "UNWIND $rows AS row CREATE (t:Topic) SET t = row"

MEETINGS = """
UNWIND $rows AS row
MATCH (left:Person {id: row.left}) MATCH (right:Person {id: row.right})
MATCH (v:Venue {id: row.venue}) MATCH (t:Topic {id: row.topic})
CREATE (m:Meeting) SET m = row.meeting
CREATE (m)<-[:ATTENDED {known_from: row.day, known_until: $open, claims: [row.claim.id], place: 0}]-(left)
CREATE (m)<-[:ATTENDED {known_from: row.day, known_until: $open, claims: [row.claim.id], place: 1}]-(right)
CREATE (left)-[:MET {meeting: m.id, date: m.start, status: m.status, known_from: row.day, known_until: $open}]->(right)
CREATE (m)-[:HELD_AT {known_from: row.day, known_until: $open, claims: [row.claim.id]}]->(v)
CREATE (m)-[:DISCUSSED {known_from: row.day, known_until: $open, claims: [row.claim.id], place: 0}]->(t)
CREATE (a:Article) SET a = row.article
CREATE (c:Claim) SET c = row.claim
CREATE (a)-[:REPORTS]->(c)
CREATE (c)-[:ABOUT {known_from: row.day, known_until: $open}]->(m)
"""

FIRST = (
    "CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT polity_id IF NOT EXISTS FOR (n:Polity) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT venue_id IF NOT EXISTS FOR (n:Venue) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT topic_id IF NOT EXISTS FOR (n:Topic) REQUIRE n.id IS UNIQUE",
)
"""What is looked up while it is filled."""

INDEXED = "CALL db.awaitIndexes(3600)"

COUNTER = "MERGE (c:Counter {id: 'revision'}) SET c.value = coalesce(c.value, 0) + 1"


class Sides(NamedTuple):
    """Whom the questions are about."""

    person: str
    """Who meets most."""
    rare: str
    """Somebody who meets rarely."""
    polities: tuple[str, str]
    """Names of the two whose people meet most."""
    meeting: str
    """Id of one in the middle."""


@contextmanager
def filled(settings: Settings, meetings: int) -> Iterator[tuple[Database, Sides]]:
    """An empty Neo4j filled with so many meetings; its indexes come last, which takes a third of the time."""
    with Database(Remote(settings)) as database:
        for statement in FIRST:
            database.write(partial(_run, cypher=statement, rows=[]))
        sides = fill(database, meetings)
        migrate(database)
        database.rows(INDEXED)
        yield database, sides


def fill(database: Database, meetings: int) -> Sides:
    """Write so many meetings, each of two people, into an empty graph; who they are is the same each time."""
    chance = random.Random(7)  # noqa: S311 no secret
    people = [_person(number) for number in range(max(50, min(5_000, meetings // 10)))]
    _write(database, PEOPLE, iter(people))
    _write(database, PLACES, ({"id": f"v{n}", "name": f"City {n}", "kind": "city"} for n in range(VENUES)))
    _write(database, SUBJECTS, ({"id": f"t{n}", "name": f"topic {n}"} for n in range(TOPICS)))
    _write(database, MEETINGS, (_meeting(number, meetings, people, chance) for number in range(meetings)))
    database.write(lambda transaction: transaction.run(COUNTER).consume())
    return Sides("p0", people[-1]["id"], (people[0]["country"], people[1]["country"]), f"m{meetings // 2}")


def _person(number: int) -> dict[str, Any]:
    of = number % POLITIES
    return {
        "id": f"p{number}",
        "name": f"Person {number}",
        "polity": f"g{of}",
        "country": f"Polity {of}",
        "iso": f"{of:02}",
    }


def _meeting(number: int, of: int, people: list[dict[str, Any]], chance: random.Random) -> dict[str, Any]:
    day = _FIRST_DAY + timedelta(days=number * _DAYS // of)
    start, reported, name = day.isoformat(), (day + timedelta(days=1)).isoformat(), f"m{number}"
    left = int(len(people) * chance.random() ** 3)
    right = (left + 1 + int((len(people) - 1) * chance.random() ** 3)) % len(people)
    kind = chance.choice(["meeting", "visit", "talks"])
    meeting = {
        "key": f"{name}@{reported}",
        "id": name,
        "kind": kind,
        "status": "held",
        "start": start,
        "precision": "day",
        "title": f"Person {left}–Person {right} {kind}",
        "sources": 1,
        "disagreements": [],
        "known_from": reported,
        "known_until": OPEN,
        "rank": rank(start, name),
        "ahead": ahead(start, reported, name),
    }
    article = {
        "id": f"a{number}",
        "source": f"a{number}",
        "title": f"They met, part {number}",
        "publisher": f"Publisher {number % PUBLISHERS}",
        "published": reported,
        "language": "en",
        "loaded": f"{reported}T00:00:00",
        "known_from": reported,
        "known_until": OPEN,
        "rank": rank(reported, f"a{number}"),
    }
    claim = {
        "id": f"c{number}",
        "article": f"a{number}",
        "contact": f"c{number}",
        "kind": kind,
        "status": "held",
        "date": start,
        "evidence": f"Person {left} met Person {right} to speak about matter {number}.",
        "begin": 0,
        "end": 60,
        "rule": "verb meet",
        "confidence": 0.9,
        "extractor": "made up",
        "reported": reported,
        "seed": name,
        "rank": rank(reported, f"c{number}"),
    }
    return {
        "left": f"p{left}",
        "right": f"p{right}",
        "venue": f"v{chance.randrange(VENUES)}",
        "topic": f"t{int(TOPICS * chance.random() ** 2)}",
        "day": reported,
        "meeting": meeting,
        "article": article,
        "claim": claim,
    }


def _write(database: Database, cypher: str, rows: Iterator[dict[str, Any]]) -> None:
    while batch := list(islice(rows, _BATCH)):
        database.write(partial(_run, cypher=cypher, rows=batch))


def _run(transaction: ManagedTransaction, cypher: str, rows: list[dict[str, Any]]) -> None:
    transaction.run(cypher, rows=rows, open=OPEN).consume()
