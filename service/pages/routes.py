"""The routes of the pages. Each page has its JSON and its CSV at the same address with ``.json`` and ``.csv``."""

import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response

from schema.errors import DiplographError
from service.pages import (
    STATIC,
    articles,
    calendar,
    index,
    lists,
    meetings,
    people,
    places,
    polities,
    review,
    search,
    status,
    venues,
)
from service.pages.asking import Asked, Moved
from service.pages.page import Page, answer, origin
from service.requests import failure, request_id

log = logging.getLogger(__name__)

FORMS = ("json", "csv")

Maker = Callable[..., Awaitable[Page]]
"""Makes a page for what is asked, with the parts of the path as further arguments."""

router = APIRouter(include_in_schema=False)


def route(path: str, make: Maker, name: str | None = None) -> None:
    """Serve a page at a path, and in its other forms at the path with ``.json`` and ``.csv``.

    Args:
        path: the path, with the arguments of ``make`` in braces.
        make: makes the page.
        name: what the path of the other forms is called, where it is not the path of the page.
    """
    for form in (*FORMS, "html"):
        address = path if form == "html" else f"{name or path}.{form}"
        router.add_api_route(address, _serve(make, form), methods=["GET"], response_model=None)


def _serve(make: Maker, form: str) -> Callable[[Request], Awaitable[Response]]:
    async def serve(request: Request) -> Response:
        asked = Asked(request)
        asked.form = form
        try:
            page = await make(asked, **request.path_params)
        except Moved as moved:
            path, _, query = moved.address.partition("?")
            extension = "" if form == "html" else f".{form}"
            address = f"{path}{extension}" + (f"?{query}" if query else "")
            return RedirectResponse(address, 301 if moved.for_good else 303)
        except DiplographError as error:
            if form != "html":
                return failure(error.http_status, str(error), error.code, request_id(request.scope))
            return problem(request, error.http_status, str(error), error.code)
        return answer(page, form, origin(request))

    return serve


def problem(request: Request, status: int, message: str, code: str) -> Response:
    """The page that says what is wrong, and what to do."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("request %s: %s: %s", request_id(request.scope), code, message)
    page = Page(
        "problem.html",
        title=_TITLES.get(status, "That cannot be shown"),
        description=message,
        facts={"message": message, "asked": request.query_params.get("q", "")},
        view={"request_id": request_id(request.scope)},
        status=status,
    )
    return answer(page, "html", origin(request))


_TITLES = {404: "Not found", 410: "Withdrawn", 503: "The database does not answer", 504: "That took too long"}


async def suggest(request: Request) -> JSONResponse:
    """Names that begin like what somebody is typing."""
    return JSONResponse(await search.suggestions(Asked(request)))


async def favicon(_: Request) -> FileResponse:
    """The icon, for browsers that ask at the usual address."""
    return FileResponse(STATIC / "favicon.svg", media_type="image/svg+xml")


route("/", index.front, "/index")
route("/search", search.search)
route("/meetings", lists.meetings, "/list")
route("/person/{person}", people.person)
route("/pair/{one}/{other}", people.pair)
route("/polity/{polity}", polities.polity)
route("/polity/{one}/{other}", polities.two)
route("/meeting/{meeting}", meetings.meeting)
route("/venue/{venue}", venues.venue)
route("/article/{article}", articles.article)
route("/map", places.places)
route("/calendar", calendar.calendar)
route("/review", review.review)
route("/status", status.status)
router.add_api_route("/review", review.decide, methods=["POST"], response_model=None)
router.add_api_route("/calendar.ics", calendar.subscription, response_model=None)
router.add_api_route("/suggest", suggest, response_model=None)
router.add_api_route("/favicon.ico", favicon, response_model=None)
