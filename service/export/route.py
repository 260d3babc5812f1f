"""``/export/…``: the graphs over HTTP."""

from collections.abc import AsyncIterator
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from schema.errors import NotFound
from service.export.export import WRITERS, Export, written
from service.export.options import View, read

router = APIRouter(prefix="/export", include_in_schema=False)

GEPHI_LITE = "https://lite.gephi.org"


@router.get("/{name}")
async def file(request: Request, name: str) -> Response:
    """A graph of the meetings that the parameters select, streamed; with ``.manifest`` after its name, what it is."""
    name, manifest, _ = name.partition(".manifest")
    view, ending = _named(name)
    options = read(view, request.query_params.multi_items())
    export = Export(request.app.state.service, options, ending, str(request.base_url).rstrip("/"))
    if manifest:
        return Response(await written(export, len), media_type="application/json")
    chunks = export.bytes()
    first = await anext(chunks)
    called = quote(request.query_params.get("file") or name, safe="")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{called}",
        # Gephi Lite alone, and no other site, may read what is behind this door.
        "Access-Control-Allow-Origin": GEPHI_LITE,
    }
    return StreamingResponse(_then(first, chunks), headers=headers, media_type=WRITERS[ending].media_type)


def open_in_gephi_lite(base: str, view: View, query: str) -> str:
    """The address that opens the export in Gephi Lite.

    Gephi Lite takes what follows the last dot of an address for the format, so the query ends in a file's name.

    Args:
        base: where this service is, such as ``https://contacts.example``.
        view: which graph.
        query: the parameters of the address, as ``service.selection.address`` writes them.
    """
    asked = f"?{query}&file={view}.gexf" if query else ""
    return f"{GEPHI_LITE}/?{urlencode({'file': f'{base}/export/{view}.gexf{asked}'})}"


def _named(name: str) -> tuple[View, str]:
    """The view and the format that a file's name asks for.

    Raises:
        NotFound: there is no such view or format.
    """
    view, _, ending = name.partition(".")
    if view not in set(View) or ending not in WRITERS:
        raise NotFound(
            f"{name[:80]!r} is no export. There are {', '.join(View)} with the endings {', '.join(WRITERS)}."
        )
    return View(view), ending


async def _then(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for chunk in rest:
        yield chunk
