"""The routes of timelines. All of them may be asked for and framed by any page; none of them asks for anything."""

import hashlib
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response

from schema.errors import NotFound
from service.pages.page import origin
from service.pages.rendering import render
from service.timeline import atom, ics, oembed, timelinejs
from service.timeline.view import Timeline, load, read_view

_STATIC = Path(__file__).with_name("static")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors *"
)

_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "max-age=300, stale-while-revalidate=3600",
}

router = APIRouter(include_in_schema=False)


@router.get("/embed/timeline")
async def timeline(request: Request) -> Response:
    """The timeline as a page."""
    shown = await _asked(request)
    page = render("embed.html", timeline=shown, base=origin(request))
    return _with_tag(request, HTMLResponse(page, headers={**_OPEN, "Content-Security-Policy": POLICY}))


@router.get("/embed/timeline.atom")
async def feed(request: Request) -> Response:
    """The same as an Atom feed."""
    body = atom.feed(await _asked(request), origin(request), str(request.url.query))
    return _with_tag(request, Response(body, media_type="application/atom+xml", headers=_OPEN))


@router.get("/embed/timeline.ics")
async def calendar(request: Request) -> Response:
    """The same as a calendar."""
    body = ics.calendar(await _asked(request), origin(request))
    return _with_tag(request, Response(body, media_type="text/calendar", headers=_OPEN))


@router.get("/embed/timeline.json")
async def knight(request: Request) -> Response:
    """The same as TimelineJS reads it."""
    return _with_tag(request, JSONResponse(timelinejs.story(await _asked(request), origin(request)), headers=_OPEN))


@router.get("/oembed")
async def embed(
    request: Request, url: str = "", maxwidth: str = "", maxheight: str = "", form: str = ""
) -> JSONResponse:
    """What a page needs to know to embed a timeline, by the oEmbed specification."""
    view = oembed.asked(url, origin(request), maxwidth, maxheight, request.query_params.get("format", form))
    shown = await load(request.app.state.service, view.view)
    return JSONResponse(oembed.answer(view, shown.title, origin(request)), headers=_OPEN)


@router.get("/embed/{name}")
async def asset(name: str) -> FileResponse:
    """The scripts and style sheets."""
    if name not in _ASSETS:
        raise NotFound(f"/embed/{name[:80]}: there is no such file. There are {', '.join(sorted(_ASSETS))}.")
    return FileResponse(_STATIC / name, headers=_OPEN)


_ASSETS = frozenset(path.name for path in _STATIC.iterdir())


async def _asked(request: Request) -> Timeline:
    return await load(request.app.state.service, read_view(request.query_params.multi_items()))


def _with_tag(request: Request, response: Response) -> Response:
    """The response with an ETag, or 304 where the client has it."""
    tag = f'"{hashlib.blake2b(response.body, digest_size=12).hexdigest()}"'
    response.headers["ETag"] = tag
    if tag in request.headers.get("if-none-match", ""):
        kept = {
            name: value for name, value in response.headers.items() if name not in ("content-length", "content-type")
        }
        return Response(status_code=304, headers=kept)
    return response
