"""Whether the service runs, and whether it can answer."""

from fastapi import APIRouter, Request

from schema.errors import DatabaseUnreachable, QueryTimeout

router = APIRouter(prefix="/health", include_in_schema=False)

_PROBE = "RETURN 1 AS one"
_SECONDS = 3.0


@router.get("/live")
async def live() -> dict[str, str]:
    """The process answers; nothing else is asked. One that does not should be started again."""
    return {"status": "live"}


@router.get("/ready")
async def ready(request: Request) -> dict[str, str]:
    """The database answers too. While it does not, the status is 503 and requests should go elsewhere."""
    try:
        await request.app.state.service.rows.rows(_PROBE, _SECONDS)
    except QueryTimeout:
        raise DatabaseUnreachable(f"The database did not answer within {_SECONDS:g} seconds.") from None
    return {"status": "ready"}
