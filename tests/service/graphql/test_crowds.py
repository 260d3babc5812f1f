"""Meetings of so many people that no two of them have an edge: who met whom is found through the meeting."""

from datetime import UTC, datetime
from itertools import islice, product

from loaders.store import add
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.loaders.articles import Told, Who, reading
from tests.service.serving import served

PEOPLE = [
    Who(f"Ada {first}o{last}i", "envoy", ("Peru", "Kenya")[number % 2])
    for number, (first, last) in enumerate(islice(product("BDFGKLMNPR", "bdfgkl"), 60))
]
EDGES = "MATCH (:Person)-[e:MET|AMONG]->() RETURN type(e) AS type, count(*) AS count"
PATH = '{ path(from: "%s", to: "%s") { length links { meetings { kind } } } }'


def test_a_chain_leads_through_a_meeting_of_many(database: Database) -> None:
    add(
        database,
        [reading("a", "2025-02-20", Told(Kind.SUMMIT, Status.HELD, PEOPLE, "2025-02-20"))],
        datetime(2025, 3, 1, tzinfo=UTC),
    )
    assert [(row["type"], row["count"]) for row in database.rows(EDGES)] == [("AMONG", 60)]
    with served(database) as client:
        query = PATH % (PEOPLE[0].name, PEOPLE[1].name)
        found = client.post("/graphql", json={"query": query}).json()["data"]["path"]
        assert found == {"length": 1, "links": [{"meetings": [{"kind": "SUMMIT"}]}]}
        query = PATH % (PEOPLE[0].name, PEOPLE[2].name)
        assert client.post("/graphql", json={"query": query}).json()["data"]["path"]["length"] == 2
