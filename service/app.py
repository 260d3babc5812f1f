"""The web application: its routes, what it opens and closes, and how errors are told."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from http import HTTPStatus

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from schema.database import AsyncReader, Database, open_database
from schema.errors import DiplographError
from schema.settings import Settings
from service import health, pages, playground
from service.downloads import route as downloads
from service.export import route as export
from service.graphql.limits import MAX_BODY, MAX_BODY_WITH_TOKEN
from service.graphql.route import graphql
from service.pages import routes
from service.permission import refusal
from service.queries import Reader
from service.requests import Requests, failure, request_id
from service.state import Service
from service.timeline import routes as timeline
from service.watching import Watcher
from service.writing import Writer


def create_app(settings: Settings, database: Database | None = None) -> FastAPI:
    """The application.

    Args:
        settings: which database to open, and how long a query may take.
        database: an open database to serve instead; it stays open when the application ends.

    Returns:
        The application; it opens the database when it is started.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            served = database or stack.enter_context(open_database(settings))
            rows = await stack.enter_async_context(AsyncReader(served.server))
            watcher = Watcher(lambda: Reader(rows, settings.query_timeout))
            stack.push_async_callback(watcher.close)
            writer = stack.enter_context(Writer(served, settings, watcher.wake))
            app.state.service = Service(
                rows, settings.query_timeout, writer=writer, watcher=watcher, token=settings.token, data=settings.data
            )
            yield

    app = FastAPI(title="diplograph", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(
        Requests, max_body=lambda given: MAX_BODY if refusal(settings.token, given) else MAX_BODY_WITH_TOKEN
    )
    app.add_exception_handler(DiplographError, _told)
    app.add_exception_handler(HTTPException, _refused)
    # First what is asked most often: routes are looked through in their order.
    app.include_router(graphql())
    app.include_router(routes.router)
    app.include_router(timeline.router)
    app.include_router(export.router)
    app.include_router(downloads.router)
    app.include_router(health.router)
    app.mount("/static/playground", playground.static(), name="playground")
    app.mount("/static", pages.static(), name="static")
    return app


async def _told(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DiplographError)  # noqa: S101 registered for nothing else
    return failure(error.http_status, str(error), error.code, request_id(request.scope))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 registered for nothing else
    status = HTTPStatus(error.status_code)
    message = f"{request.method} {request.url.path}: {status.phrase}. Contacts are at /, GraphQL is at /graphql."
    if "text/html" in request.headers.get("accept", ""):
        if status is HTTPStatus.NOT_FOUND:
            message = f"There is no page at {request.url.path[:200]}."
        return routes.problem(request, status, message, status.name)
    return failure(status, message, status.name, request_id(request.scope))
