"""However long the list, the database is asked the same few questions."""

import asyncio
from datetime import UTC, datetime

import pytest

from loaders.store import add
from schema.database import AsyncReader, Database
from service.graphql import execute
from service.graphql.directories import Names
from service.queries import Reader
from tests.engines import wipe
from tests.service.stories import HELD, STORY, calendar

LOADED = datetime(2025, 3, 1, tzinfo=UTC)

PAGE = """query Page($first: Int!) { meetings(anyOf: ["Sybiha"], first: $first) { nodes {
  title start venue { name } participants { attendance party { id name } }
  claims { quote article { title url publisher published } }
} } }"""

ONE = """query One($id: ID!) { meeting(id: $id) {
  title start venue { name } ...Rest
} }
fragment Rest on Meeting { participants { attendance party { id name } } topics { name } claims { quote } }"""

EVERYTHING = """query Everything($first: Int!) { meetings(first: $first) { nodes {
  venue { name } topics { name } history { status } follows { id } followedBy { id }
  participants { party { name ... on Person { polity { name } offices { title } } } claims { id } }
  accounts { by claims { quote } } disagreements { field }
} } }"""

PEOPLE = """query People($first: Int!) { people(first: $first) { nodes {
  name polity { name meetings(first: 1) { nodes { title } } } offices { title of { name } }
  meetings(first: 2) { nodes { title } } contacts(first: 2) { nodes { person { name } latest { title } } }
} } }"""


CLAIMS = """query Claims($first: Int!) { claims(first: $first) { nodes {
  quote mentions { party { name } } meeting { title } quoted { name } article { title }
} } }"""

CHANGES = """query Changes($first: Int!) { changes(since: "2025", first: $first) { nodes {
  turns before { status } after { status } meeting { title venue { name } } claims { quote }
} } }"""

NAMES = """query Names($first: Int!) {
  offices(first: $first) { nodes { title of { name } holders { person { name polity { name } } } } }
  venues(first: $first) { nodes { name within { name } meetings(first: 2) { nodes { title } } } }
  ties(of: "Russia", counterparts: PEOPLE, first: $first) { nodes { count party { name } latest { title } } }
}"""


QUERIES = {
    "page": PAGE,
    "everything": EVERYTHING,
    "people": PEOPLE,
    "claims": CLAIMS,
    "changes": CHANGES,
    "names": NAMES,
}


@pytest.fixture(scope="module")
def busy(engine: Database) -> Database:
    """A graph with 210 meetings."""
    wipe(engine)
    add(engine, [calendar(210), HELD], LOADED)
    return engine


def calls(database: Database, query: str, first: int) -> int:
    async def count() -> int:
        async with AsyncReader(database.server) as rows:
            names = Names()
            await execute(Reader(rows, 30), '{ people(polity: "Ukraine") { nodes { id } } }', names=names)
            reader = Reader(rows, 30)
            answer = await execute(reader, query, {"first": first}, names=names)
            assert "errors" not in answer, answer
            return reader.calls

    return asyncio.run(count())


def test_two_hundred_meetings_with_all_that_is_usual_take_four_calls(busy: Database) -> None:
    assert calls(busy, PAGE, 200) <= 4


def test_one_meeting_with_all_that_is_usual_takes_one_call(busy: Database) -> None:
    async def count() -> int:
        async with AsyncReader(busy.server) as rows:
            found = await execute(Reader(rows, 30), "{ meetings(first: 1) { nodes { id } } }")
            reader = Reader(rows, 30)
            answer = await execute(reader, ONE, {"id": found["data"]["meetings"]["nodes"][0]["id"]})
            assert answer["data"]["meeting"]["claims"]
            return reader.calls

    assert asyncio.run(count()) == 1


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_the_number_of_calls_does_not_depend_on_the_size_of_the_page(busy: Database, query: str) -> None:
    assert calls(busy, query, 1) == calls(busy, query, 60)


def test_a_long_list_is_paged_without_gaps_while_articles_come_in(busy: Database) -> None:
    async def pages() -> list[str]:
        query = """query P($after: String) { meetings(anyOf: ["Sybiha"], first: 70, after: $after) {
                     nodes { start } pageInfo { hasNextPage endCursor } } }"""
        found, after, more = [], None, True
        further = [*STORY]
        async with AsyncReader(busy.server) as rows:
            names = Names()
            while more:
                answer = await execute(Reader(rows, 30), query, {"after": after}, names=names)
                page = answer["data"]["meetings"]
                found += [node["start"] for node in page["nodes"]]
                more, after = page["pageInfo"]["hasNextPage"], page["pageInfo"]["endCursor"]
                add(busy, [further.pop()], LOADED)
        return found

    found = asyncio.run(pages())
    assert len(found) == 210
    assert found == sorted(set(found), reverse=True)
