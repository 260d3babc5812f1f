"""The GraphQL schema: what can be asked, type by type, and its exported form ``schema.graphql``.

The types say what there is and ask ``info.context.answers`` for it; the service answers.
``python -m schema.graphql`` prints the exported form.
"""

from pathlib import Path

import strawberry
from strawberry.schema.config import StrawberryConfig

import schema.graphql.enums  # noqa: F401
from schema.graphql.mutation import Mutation
from schema.graphql.query import Query
from schema.graphql.scalars import SCALARS
from schema.graphql.subscription import Subscription

__all__ = ["CONFIG", "EXPORTED", "RELEASED", "Mutation", "Query", "Subscription", "sdl"]

CONFIG = StrawberryConfig(scalar_map=SCALARS)
"""How the types become a schema."""

EXPORTED = Path(__file__).with_name("schema.graphql")
"""The exported schema, committed."""

RELEASED = EXPORTED.with_name("released.graphql")
"""The exported schema of the last release, with whose clients this one has to get on."""


def sdl() -> str:
    """The schema in the schema definition language."""
    whole = strawberry.Schema(query=Query, mutation=Mutation, subscription=Subscription, config=CONFIG)
    return whole.as_str() + "\n"
