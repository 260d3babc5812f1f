"""Whether the service runs, and whether it can answer."""

from fastapi import APIRouter, Request

router = APIRouter(prefix="/health", include_in_schema=False)

_PROBE = "RETURN 1 AS one"


@router.get("/live")
async def live() -> dict[str, str]:
    """The process answers; nothing else is asked. One that does not should be started again."""
    return {"status": "live"}


@router.get("/ready")
async def ready(request: Request) -> dict[str, str]:
    """The database answers too. While it does not, the status is 503 and requests should go elsewhere."""
    await request.app.state.service.reader().read(_PROBE, {})
    return {"status": "ready"}
