"""The GraphQL service: answers to the schema's questions, limits, and the route that serves them."""

from collections.abc import Mapping
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.exceptions import MissingQueryError
from strawberry.extensions import MaxTokensLimiter, ParserCache
from strawberry.fastapi import BaseContext
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionContext, ExecutionResult
from strawberry.types.graphql import OperationType

from schema.graphql import CONFIG, Mutation, Query, Subscription
from service.graphql import errors
from service.graphql.answers import GraphAnswers
from service.graphql.changes import GraphChanges
from service.graphql.directories import Names
from service.graphql.executing import Executor
from service.graphql.limits import MAX_TOKENS, Limits
from service.graphql.news import GraphNews
from service.queries import Reader
from service.watching import Watcher
from service.writing import Writer

_CACHED = 256
"""Queries whose parsed and validated form is kept."""


_NO_QUERY = "There is no query in this document. Write one such as `{ meetings { nodes { title } } }`."


class Context(BaseContext):
    """What resolvers find in ``info.context``; made anew for each request, or each operation of a WebSocket."""

    def __init__(
        self,
        reader: Reader,
        names: Names,
        writer: Writer | None = None,
        refusal: str | None = None,
        watcher: Watcher | None = None,
    ) -> None:
        """``refusal`` says why nothing may be changed; it is None where everything may."""
        super().__init__()
        self.reader = reader
        self._names = names
        self.answers = GraphAnswers(reader, names)
        self.changes = GraphChanges(writer, refusal, self._renew)
        self.news = GraphNews(watcher or Watcher(lambda: reader), reader, names, self._renew)

    def _renew(self) -> None:
        """Forget what was read before."""
        self.answers = GraphAnswers(self.reader, self._names)


class Schema(strawberry.Schema):
    """The schema as the service runs it."""

    async def execute(self, *given: Any, **named: Any) -> ExecutionResult:
        """The one answer to a document; a subscription, which has many, is none that is allowed."""
        allowed = set(named.pop("allowed_operation_types", None) or OperationType)
        named["allowed_operation_types"] = allowed - {OperationType.SUBSCRIPTION}
        return await super().execute(*given, **named)

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Nothing: ``service.graphql.errors`` logs what is worth it, and with the request's id."""


SCHEMA = Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    config=CONFIG,
    execution_context_class=Executor,
    extensions=[
        lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
        lambda: ParserCache(maxsize=_CACHED),
        lambda: Limits(maxsize=_CACHED),
    ],
)


async def execute(
    reader: Reader,
    document: str,
    variables: Mapping[str, Any] | None = None,
    *,
    names: Names | None = None,
    writer: Writer | None = None,
    request_id: str = "local",
) -> dict[str, Any]:
    """Carry out a GraphQL document against the graph, outside of HTTP.

    Args:
        reader: what reads the graph.
        document: the query.
        variables: values of its variables.
        names: directories of names to use and keep up to date; by default they are read for this query alone.
        writer: what changes the graph; without one, only queries are carried out.
        request_id: what errors and the log name this query by.

    Returns:
        The response as the specification has it: ``data``, and ``errors`` where there are any.
    """
    try:
        result = await SCHEMA.execute(
            document,
            variable_values=dict(variables or {}),
            context_value=Context(reader, names or Names(), writer),
            allowed_operation_types=[OperationType.QUERY, *([OperationType.MUTATION] if writer else [])],
        )
    except (CannotGetOperationTypeError, InvalidOperationTypeError, MissingQueryError):
        return errors.failure(_NO_QUERY, "GRAPHQL_VALIDATION_FAILED", request_id)
    return errors.response(result, request_id)
