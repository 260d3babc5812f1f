"""Errors as GraphQL answers them: with a code for machines and the request's id, and nothing of the inside."""

import logging
from typing import Any

from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.types import ExecutionResult

from schema.errors import DiplographError

log = logging.getLogger(__name__)


def response(result: ExecutionResult, request_id: str) -> dict[str, Any]:
    """The result as the specification has it; ``errors`` stands first where there are any."""
    answer: dict[str, Any] = {}
    if result.errors:
        answer["errors"] = [_formatted(error, request_id) for error in result.errors]
    answer["data"] = result.data
    return answer


def failure(message: str, code: str, request_id: str) -> dict[str, Any]:
    """The response to a request that is no GraphQL."""
    return {"errors": [{"message": message, "extensions": {"code": code, "requestId": request_id}}]}


def told(error: GraphQLError, request_id: str) -> GraphQLError:
    """The error as it may be told, where something else puts it into the answer."""
    code, message = _told(error, request_id)
    extensions = {"code": code, "requestId": request_id}
    return GraphQLError(message, nodes=error.nodes, path=error.path, extensions=extensions)


def _formatted(error: GraphQLError, request_id: str) -> dict[str, Any]:
    code, message = _told(error, request_id)
    formatted: dict[str, Any] = {"message": message}
    if error.locations:
        formatted["locations"] = [place.formatted for place in error.locations]
    if error.path:
        formatted["path"] = error.path
    formatted["extensions"] = {"code": code, "requestId": request_id}
    return formatted


def _told(error: GraphQLError, request_id: str) -> tuple[str, str]:
    original = error.original_error
    if isinstance(original, DiplographError):
        if original.http_status >= 500:
            log.error("request %s: %s: %s", request_id, original.code, original)
        return original.code, str(original)
    if isinstance(original, RecursionError):
        return "QUERY_TOO_LARGE", "This query is nested too deeply: ask in several queries."
    if isinstance(error, GraphQLSyntaxError):
        return "GRAPHQL_PARSE_FAILED", error.message
    # An error without a path comes from reading the query, and a ValueError there from a value in it.
    if original is None or (error.path is None and isinstance(original, ValueError | GraphQLError)):
        return (error.extensions or {}).get("code", "GRAPHQL_VALIDATION_FAILED"), error.message
    log.error("request %s: %s failed", request_id, error.path, exc_info=original)
    return "INTERNAL", f"Something went wrong in diplograph; its log tells what under request {request_id}."
