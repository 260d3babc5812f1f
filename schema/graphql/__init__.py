"""The GraphQL schema: what can be asked, type by type, and its exported form ``schema.graphql``.

The types say what there is and ask ``info.context.answers`` for it; the service answers.
``python -m schema.graphql`` prints the exported form.
"""

from pathlib import Path

import strawberry
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig

import schema.graphql.enums  # noqa: F401
from schema.graphql.query import Query
from schema.graphql.scalars import SCALARS

EXPORTED = Path(__file__).with_name("schema.graphql")
"""The exported schema, committed."""


def make_schema(extensions: "list[type[SchemaExtension]]") -> strawberry.Schema:
    """The executable schema with the given extensions, made anew for each request."""
    return strawberry.Schema(query=Query, extensions=extensions, config=StrawberryConfig(scalar_map=SCALARS))


def sdl() -> str:
    """The schema in the schema definition language."""
    return make_schema([]).as_str() + "\n"
