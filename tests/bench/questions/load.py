"""So many clients that ask one after another, and how long they wait."""

import asyncio
from collections.abc import Awaitable, Callable
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

Ask = Callable[[], Awaitable[object]]


class Waited(NamedTuple):
    """Milliseconds."""

    p50: float
    p95: float


async def waited(clients: list[Ask], seconds: float) -> Waited:
    """How long the clients waited for an answer, all asking at once for so many seconds; they ask twice before."""
    taken: list[float] = []

    async def one(ask: Ask) -> None:
        await ask()
        await ask()
        end = perf_counter() + seconds
        while perf_counter() < end:
            begin = perf_counter()
            await ask()
            taken.append(1000 * (perf_counter() - begin))

    await asyncio.gather(*map(one, clients))
    return Waited(median(taken), quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0])


class Connection:
    """A connection over which one request follows the other, with next to nothing of its own to do."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> "Connection":
        """To a server on this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=1 << 22))

    async def post(self, body: bytes) -> bytes:
        """The body of the response to ``POST /graphql``."""
        head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        self._writer.write(head.encode() + b"\r\n\r\n" + body)
        answer = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        length = int(answer.split(b"content-length:")[1].split(b"\r\n")[0])
        return await self._reader.readexactly(length)

    async def close(self) -> None:
        """End it."""
        self._writer.close()
        await self._writer.wait_closed()
