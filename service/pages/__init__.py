"""What people see in a browser: the latest contacts at ``/``."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import FileResponse, HTMLResponse
from starlette.staticfiles import StaticFiles

from service.pages.contacts import Asked, contacts_page
from service.requests import request_id

_STATIC = Path(__file__).with_name("static")

_NO_SCRIPT = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

router = APIRouter(include_in_schema=False)


@router.get("/")
async def contacts(
    request: Request,
    who: str = "",
    polity: str = "",
    after: str = "",
    as_of: Annotated[str, Query(alias="asOf")] = "",
) -> HTMLResponse:
    """The latest contacts, newest first."""
    service = request.app.state.service
    asked = Asked(who.strip(), polity.strip(), as_of.strip(), after)
    page, status = await contacts_page(service.reader(), service.names, request_id(request.scope), asked)
    return HTMLResponse(page, status, headers={"Content-Security-Policy": _NO_SCRIPT})


@router.get("/favicon.ico")
async def favicon() -> FileResponse:
    """The icon, for browsers that ask at the usual address."""
    return FileResponse(_STATIC / "favicon.svg", media_type="image/svg+xml")


def static() -> StaticFiles:
    """Style sheet and icon."""
    return StaticFiles(directory=_STATIC)
