"""The route ``/graphql``: queries by POST and GET, and the playground for a browser that comes without a query."""

import json
from typing import Any

from cross_web import HTTPException
from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse, Response
from strawberry.fastapi import GraphQLRouter
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types import ExecutionResult

from schema.graphql import EXPORTED
from service import playground
from service.graphql import SCHEMA, Context, errors
from service.graphql.connections import INIT_TIMEOUT, MAX_CONNECTIONS, Operations, context
from service.requests import failure, request_id


class _Route(GraphQLRouter[Context, None]):
    """Strawberry's route with the project's errors and playground."""

    graphql_transport_ws_handler_class = Operations

    def __init__(self) -> None:
        super().__init__(
            SCHEMA,
            context_getter=context,
            subscription_protocols=[GRAPHQL_TRANSPORT_WS_PROTOCOL],
            connection_init_wait_timeout=INIT_TIMEOUT,
            max_subscriptions_per_connection=None,  # the handler counts, and tells it with a code
            include_in_schema=False,
        )
        self._open = 0

    async def run(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """The response; a request that is no GraphQL gets its errors in the same form as one that is."""
        if self.is_websocket_request(request):
            return await self._connect(request, *args, **kwargs)
        try:
            return await super().run(request, *args, **kwargs)
        except HTTPException as error:
            return failure(error.status_code, error.reason, "BAD_REQUEST", request_id(request.scope))

    async def _connect(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self._open >= MAX_CONNECTIONS:
            return await self.reject_websocket(request)
        self._open += 1
        try:
            return await super().run(request, *args, **kwargs)
        finally:
            self._open -= 1

    async def answer(self, request: Request) -> Response:
        """The answer to a POST, without FastAPI's looking up of what the parent's endpoint depends on."""
        own = await context(request)
        own.request = request
        response: Response = await self.run(request, context=own, root_value=None)
        return response

    def _get_stream_transport_from_headers(self, headers: Any) -> None:
        """None: over HTTP, an answer comes whole."""

    def decode_json(self, data: str | bytes) -> object:
        """The value of a JSON text.

        Raises:
            JSONDecodeError: it is none, or one that cannot be taken in.
        """
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            raise json.JSONDecodeError(str(error), "", 0) from None

    async def get_sub_response(self, request: Request) -> Response:  # noqa: ARG002 part of the interface
        """A response of the request's own, which the parent shares between requests that run at once."""
        own = Response()
        del own.headers["content-length"]  # the answer's own takes its place
        return own

    async def process_result(self, request: Request, result: ExecutionResult) -> Any:
        """The result as it is sent."""
        return errors.response(result, request_id(request.scope))

    async def render_graphql_ide(self, request: Request) -> HTMLResponse:  # noqa: ARG002 part of the interface
        """The playground."""
        return HTMLResponse(playground.page(), headers={"Content-Security-Policy": playground.POLICY})


def graphql() -> APIRouter:
    """The router with ``/graphql`` and, as text, ``/graphql/schema``."""
    router = APIRouter(include_in_schema=False)

    @router.get("/graphql/schema")
    async def schema() -> FileResponse:
        """The schema in the schema definition language."""
        return FileResponse(EXPORTED, media_type="text/plain")

    route = _Route()
    router.add_route("/graphql", route.answer, methods=["POST"])
    router.include_router(route, prefix="/graphql")
    return router
