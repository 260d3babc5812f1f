"""The addresses ``/meetings.json``, ``/meetings.ndjson`` and ``/meetings.csv``."""

from collections.abc import AsyncIterator
from hashlib import blake2b
from importlib.metadata import version

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from schema.errors import NotFound
from service import selection
from service.downloads.formats import FORMATS, Format
from service.queries.revision import revision
from service.state import Service

router = APIRouter(include_in_schema=False)

_CHUNK = 1 << 15
"""Characters that are sent together, once the first meeting is out."""


@router.get("/meetings.{ending:str}")
async def meetings(request: Request, ending: str) -> Response:
    """All meetings that the parameters select, the newest first.

    A transfer that does not end as HTTP has it is not complete: the database failed meanwhile.
    """
    if ending not in FORMATS:
        raise NotFound(f"/meetings.{ending[:80]}: there is no such form. There are {', '.join(FORMATS)}.")
    written = FORMATS[ending]
    asked = selection.read(request.query_params.multi_items())
    service: Service = request.app.state.service
    tag = _tag(await revision(service.reader()), ending, selection.address(asked))
    headers = {
        "ETag": tag,
        "Cache-Control": "no-cache",
        "Content-Disposition": f'{"attachment" if ending != "json" else "inline"}; filename="meetings.{ending}"',
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    chunks = _chunks(written, service, asked)
    first = await anext(chunks)
    return StreamingResponse(_then(first, chunks), headers=headers, media_type=written.media_type)


async def _chunks(written: Format, service: Service, asked: selection.Selection) -> AsyncIterator[str]:
    """The text in pieces: the first one once there is a meeting, or it is known that there is none."""
    waiting, length, first = [written.head()], 0, True
    async for row in selection.stream(service, asked):
        waiting.append(written.meeting(row, first))
        length += len(waiting[-1])
        if first or length > _CHUNK:
            yield "".join(waiting)
            waiting, length, first = [], 0, False
    waiting.append(written.tail())
    yield "".join(waiting)


async def _then(first: str, rest: AsyncIterator[str]) -> AsyncIterator[str]:
    yield first
    async for chunk in rest:
        yield chunk


def _tag(revision: int, ending: str, address: str) -> str:
    asked = blake2b(f"{version('diplograph')} {ending}?{address}".encode(), digest_size=8).hexdigest()
    return f'W/"{revision}-{asked}"'
