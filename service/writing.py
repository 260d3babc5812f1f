"""What changes the graph for the service: one change after another, in a thread of its own.

The embedded database belongs to one process, so the service writes through the connection that it reads through.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from schema.database import Database
from schema.errors import Busy, InputError
from schema.settings import Settings

if TYPE_CHECKING:
    from loaders.extract.extractor import Extractor

T = TypeVar("T")

MAX_WAITING = 16
"""Changes that are under way or wait for their turn."""


class Writer:
    """Changes the graph; closed, it has finished what was under way."""

    def __init__(self, database: Database, settings: Settings, changed: Callable[[], None] = lambda: None) -> None:
        """``changed`` is called on the event loop after each change."""
        self._database = database
        self._settings = settings
        self._changed = changed
        self._thread = ThreadPoolExecutor(1, "changes")
        self._waiting = 0

    async def load(self, article: Mapping[str, str]) -> tuple[str, bool]:
        """Read an article, with the keys that ``diplograph load`` takes, and add what it says; its id, and whether it
        is new.

        Raises:
            InputError: the article cannot be taken in.
            Busy: too many changes wait.
        """
        return await self.run(lambda database: self._load(database, article))

    async def run(self, change: Callable[[Database], T]) -> T:
        """What the change returns, made when its turn comes.

        Raises:
            Busy: too many changes wait.
        """
        if self._waiting >= MAX_WAITING:
            raise Busy(f"{MAX_WAITING} changes are under way already: try again in a moment.")
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, change, self._database)
        finally:
            self._waiting -= 1
            self._changed()

    async def read(self, work: Callable[[Database], T]) -> T:
        """What work that only reads returns, beside the changes and in another thread."""
        return await asyncio.to_thread(work, self._database)

    def _load(self, database: Database, article: Mapping[str, str]) -> tuple[str, bool]:
        from loaders.batch import load
        from loaders.ledger.entries import article_id
        from loaders.sources.articles import from_json
        from loaders.sources.inputs import Defaults, Found, Origin

        try:
            source = from_json(article, Defaults())
        except InputError as error:
            raise InputError(f"article: {error}") from None
        is_new = False
        for tally, set_aside in load(database, [Found(Origin("article"), source)], self._reader):
            if set_aside:
                raise InputError(f"article: {set_aside[0].reason}")
            is_new = tally.loaded > 0
        return article_id(source, self._reader.name), is_new

    @cached_property
    def _reader(self) -> "Extractor":
        """The language model, once somebody loads; used in the one thread alone."""
        from loaders.extract.extractor import Extractor

        return Extractor(self._settings.model, self._settings.polities, self._settings.holders)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown(cancel_futures=True)
