"""The short way of carrying out queries gives what graphql-core gives."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
import strawberry

from loaders.store import add
from schema.database import AsyncReader, Database
from schema.graphql import CONFIG, Mutation, Query, Subscription
from service.graphql import SCHEMA, Context
from service.graphql.directories import Names
from service.graphql.executing import Executor
from service.queries import Reader
from tests.engines import wipe
from tests.service.graphql.test_calls import CLAIMS, EVERYTHING, PAGE, PEOPLE
from tests.service.stories import STORY

LONG = strawberry.Schema(query=Query, mutation=Mutation, subscription=Subscription, config=CONFIG)
"""The same schema as graphql-core carries it out."""

FURTHER = {
    "aliases": "{ meetings { nodes { what: title again: title venue { city: name } } edges { node { title } } } }",
    "fragments": """{ meetings { __typename nodes { ...M participants { party { __typename ...P } } } } }
        fragment M on Meeting { __typename title start ... { status } }
        fragment P on Party { name ... on Person { aliases wikidata } ... on Polity { iso } }""",
    "left out": """query L($no: Boolean = false) {
        meetings { nodes { kind @include(if: $no) venue @skip(if: $no) { name } topics @include(if: $no) { id } } }
    }""",
    "mixed": """{ meetings { nodes { topics { name } history { status } participants { claims { quote } } } }
        other: meetings(statuses: [HELD]) { nodes { venue { name } claims { quote mentions { name } } } } }""",
    "parts": "{ people(first: 5) { nodes { meetings(first: 2) { nodes { venue { name } topics { name } } } } } }",
    "found": """{ search(text: "Lavrov") {
        nodes { likeness found { __typename ... on Person { name } ... on Meeting { title } } }
    } }""",
}


@pytest.fixture(scope="module")
def graph(engine: Database) -> Database:
    """The articles of ``STORY``."""
    wipe(engine)
    add(engine, STORY, datetime(2025, 3, 1, tzinfo=UTC))
    return engine


def test_every_query_has_the_same_answer(graph: Database) -> None:
    async def compare() -> None:
        async with AsyncReader(graph.server) as rows:
            names = Names()

            async def told(schema: strawberry.Schema, query: str, variables: dict[str, Any]) -> tuple[object, object]:
                context = Context(Reader(rows, 30), names)
                result = await schema.execute(query, variable_values=variables, context_value=context)
                return result.data, [(error.message, error.path) for error in result.errors or ()]

            for query in [PAGE.replace("Sybiha", "Lavrov"), EVERYTHING, PEOPLE, CLAIMS, *FURTHER.values()]:
                variables = {"first": 20} if "$first" in query else {}
                ours, _ = answer = await told(SCHEMA, query, variables)
                assert answer == await told(LONG, query, variables), query
                assert ours, answer

    asyncio.run(compare())


@strawberry.type
class Thing:
    name: str
    size: int
    within: "Thing | None" = None


@strawberry.type
class Things:
    @strawberry.field
    def things(self) -> list[Thing | None]:
        big: Any = 2**40
        nameless: Any = None
        return [
            Thing(name="fits", size=1, within=Thing(name=nameless, size=2)),
            None,
            Thing(name="too large", size=big),
            Thing(name="fits as well", size=3),
        ]


@pytest.mark.parametrize("query", ["{ things { name } }", "{ things { name size } }", "{ things { within { name } } }"])
def test_what_does_not_fit_its_type_is_told_as_ever(query: str) -> None:
    found = [
        schema.execute_sync(query)
        for schema in (strawberry.Schema(Things, execution_context_class=Executor), strawberry.Schema(Things))
    ]
    ours, usual = [(each.data, [(error.message, error.path) for error in each.errors or ()]) for each in found]
    assert ours == usual
    assert ours[0]
    assert ours[0]["things"][3] is not None
