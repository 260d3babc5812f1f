"""What a connection brings along: the context of its operations, and the operations of a WebSocket.

WebSockets speak the protocol graphql-transport-ws.
"""

from collections.abc import AsyncGenerator, AsyncIterator
from datetime import timedelta
from typing import Any

from graphql import GraphQLError
from starlette.requests import HTTPConnection, Request
from starlette.websockets import WebSocket
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler

from schema.errors import Busy
from service.graphql import Context, errors
from service.permission import refusal
from service.requests import request_id
from service.state import Service

MAX_CONNECTIONS = 200
"""WebSockets that are open at once."""

MAX_OPERATIONS = 8
"""Operations of one WebSocket at once."""

INIT_TIMEOUT = timedelta(seconds=10)
"""What a client has to begin."""


async def context(connection: HTTPConnection) -> Context:
    """A context for one operation."""
    service: Service = connection.app.state.service
    refused = refusal(service.token, connection.headers.get("authorization"))
    return Context(service.reader(), service.names, service.writer, refused, service.watcher)


class Operations(BaseGraphQLTransportWSHandler[Context, None]):
    """Strawberry's handler with a context for each operation, and with the project's errors."""

    @property
    def _connection(self) -> Request | WebSocket:
        assert self.context.request is not None  # noqa: S101 the route has set it
        return self.context.request

    @property
    def _name(self) -> str:
        return request_id(self._connection.scope)

    async def handle_message(self, message: Any) -> None:
        """Act on a message; one that is none of the protocol ends the connection."""
        try:
            await super().handle_message(message)
        except TypeError:
            await self.handle_invalid_message("Failed to parse message")

    async def handle_subscribe(self, message: Any) -> None:
        """Begin an operation where there are not too many."""
        full = message["id"] not in self.operations and len(self.operations) >= MAX_OPERATIONS
        if self.connection_acknowledged and full:
            busy = Busy(f"{MAX_OPERATIONS} operations are under way on this connection: end one, or open another.")
            refused = errors.told(GraphQLError(str(busy), original_error=busy), self._name)
            await self.send_message({"id": message["id"], "type": "error", "payload": [refused.formatted]})
            return
        await super().handle_subscribe(message)

    async def run_operation(self, operation: Any) -> None:
        """Carry out one operation: what was read for another is not taken for it."""
        connection = self._connection
        self.context = await context(connection)
        self.context.request = connection
        await super().run_operation(operation)

    async def _send_result_stream(self, operation: Any, result_source: AsyncIterator[Any]) -> None:
        await super()._send_result_stream(operation, self._told(result_source))

    async def _told(self, results: AsyncIterator[Any]) -> AsyncGenerator[Any, None]:
        async for result in results:
            if result.errors:
                result.errors = [errors.told(error, self._name) for error in result.errors]
            yield result
