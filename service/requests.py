"""What every request gets, whatever its route: an id, a limit on its body, and headers that keep browsers strict."""

import logging
import re
import secrets
import time
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)

_GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class _TooLarge(Exception):
    """The body is larger than allowed."""


class Requests:
    """ASGI middleware. ``scope["state"]["request_id"]`` is the id: the client's ``X-Request-ID`` where it is usable."""

    def __init__(self, app: ASGIApp, max_body: Callable[[str | None], int]) -> None:
        """``max_body`` gives the bytes that a body may have, by the request's ``Authorization``."""
        self._app = app
        self._max_body = max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if _GIVEN_ID.fullmatch(given) else secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = request_id
        if scope["type"] == "websocket":
            log.info("request %s: WebSocket %s", request_id, scope["path"])
            await self._app(scope, receive, send)
            return
        max_body = self._max_body(headers.get("authorization"))
        started = time.monotonic()
        status = 0
        received = 0

        async def receive_limited() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > max_body:
                raise _TooLarge
            return message

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                marked = MutableHeaders(scope=message)
                marked["X-Request-ID"] = request_id
                for name, value in _HEADERS.items():
                    marked.setdefault(name, value)
            await send(message)

        try:
            length = headers.get("content-length", "")
            if length.isdecimal() and int(length) > max_body:
                raise _TooLarge
            await self._app(scope, receive_limited, send_marked)
        except _TooLarge:
            message = f"A request may have {max_body:,} bytes. Ask in several queries."
            await failure(413, message, "REQUEST_TOO_LARGE", request_id)(scope, receive, send_marked)
        except Exception:
            log.exception("request %s: %s %s failed", request_id, scope["method"], scope["path"])
            if not status:
                message = f"Something went wrong in diplograph; its log tells what under request {request_id}."
                await failure(500, message, "INTERNAL", request_id)(scope, receive, send_marked)
        finally:
            log.info(
                "request %s: %s %s %d in %.0f ms",
                request_id,
                scope["method"],
                scope["path"],
                status,
                1000 * (time.monotonic() - started),
            )


def failure(status: int, message: str, code: str, request_id: str) -> JSONResponse:
    """A refusal, in the form in which GraphQL tells errors."""
    extensions = {"code": code, "requestId": request_id}
    return JSONResponse({"errors": [{"message": message, "extensions": extensions}]}, status_code=status)


def request_id(scope: Scope) -> str:
    """The id of a request that came through the middleware."""
    return str(scope["state"]["request_id"])
