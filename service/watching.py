"""Which meetings articles have just been loaded about, for whoever listens, whichever process loaded them."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from schema.errors import Busy, DatabaseError, QueryTimeout
from schema.ledger import UNDATED
from service.queries import Reader, news
from service.queries.revision import revision

log = logging.getLogger(__name__)

MAX_LISTENERS = 500

SECONDS = 2.0
"""How often the graph is asked whether another process has changed it; the service's own changes are told at once."""

_WINDOW = timedelta(minutes=10)
"""How far the clocks of those who load may be apart, and how long a transaction may take."""

_BEHIND = 1_000
"""Meetings that may wait for one listener."""

Queue = asyncio.Queue[str | None]


class Watcher:
    """Looks at the graph while anybody listens; one event loop."""

    def __init__(self, reader: Callable[[], Reader]) -> None:
        self._reader = reader
        self._queues: set[Queue] = set()
        self._woken = asyncio.Event()
        self._starting = asyncio.Lock()
        self._looking: asyncio.Task[None] | None = None
        self._revision = 0
        self._seen: frozenset[str] = frozenset()

    def wake(self) -> None:
        """Look now: something has changed."""
        self._woken.set()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[AsyncIterator[str]]:
        """The ids of the meetings about which articles are loaded from now on, as they come.

        Raises:
            Busy: too many listen, or this one does not keep up.
        """
        queue: Queue = asyncio.Queue()
        async with self._starting:
            if len(self._queues) >= MAX_LISTENERS:
                raise Busy(f"{MAX_LISTENERS} subscriptions are open already: try again later.")
            if not self._queues:
                self._revision = await revision(self._reader())
                self._seen = await self._recent()
            self._queues.add(queue)
            if self._looking is None or self._looking.done():
                self._looking = asyncio.create_task(self._look())
        try:
            yield self._told(queue)
        finally:
            self._queues.discard(queue)
            if not self._queues:
                self.wake()

    async def _told(self, queue: Queue) -> AsyncIterator[str]:
        while (meeting := await queue.get()) is not None:
            yield meeting
        raise Busy(f"More than {_BEHIND:,} contacts wait for this subscription: begin it anew, and read faster.")

    async def _look(self) -> None:
        while self._queues:
            try:
                async with asyncio.timeout(SECONDS):
                    await self._woken.wait()
            except TimeoutError:
                pass
            self._woken.clear()
            try:
                await self._tell()
            except (DatabaseError, QueryTimeout) as error:
                log.warning("looking for newly loaded articles: %s", error)

    async def _tell(self) -> None:
        now = await revision(self._reader())
        if now == self._revision:
            return
        recent = await self._recent()
        fresh = sorted(recent - self._seen)
        rows = await self._reader().read(news.MEETINGS, {"articles": fresh, "as_of": UNDATED}) if fresh else []
        self._revision, self._seen = now, recent
        for queue in list(self._queues):
            if queue.qsize() + len(rows) > _BEHIND:
                self._queues.discard(queue)
                queue.put_nowait(None)
                continue
            for row in rows:
                queue.put_nowait(row["id"])

    async def _recent(self) -> frozenset[str]:
        since = (datetime.now(UTC) - _WINDOW).isoformat(timespec="microseconds")
        return frozenset(row["id"] for row in await self._reader().read(news.LOADED, {"since": since}))

    async def close(self) -> None:
        """Stop looking; whoever listens hears no more."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
