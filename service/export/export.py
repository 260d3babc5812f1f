"""One export from its question to its bytes: read in batches, put down on disk, written in order, at flat memory."""

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TypeVar

import anyio.to_thread
from starlette.concurrency import iterate_in_threadpool

from service import selection
from service.export.gexf import Gexf
from service.export.graphml import GraphMl
from service.export.nodelink import NodeLink
from service.export.options import Options
from service.export.setting import Above, Polity, Setting
from service.export.shape import Graph, Writer
from service.export.spool import spool
from service.export.tables import Tables
from service.export.views import made
from service.selection import MeetingRow
from service.state import Service

T = TypeVar("T")

WRITERS: dict[str, type[Writer]] = {"gexf": Gexf, "graphml": GraphMl, "csv.zip": Tables, "json": NodeLink}
"""By the ending of the file's name."""

_BATCH = 200
_LICENCE = "Read out of news articles; quotations remain under the terms of their publishers."


def about(title: str, query: str, as_of: str | None) -> dict[str, str]:
    """What an export says of itself, the same for the same question."""
    program = f"diplograph {version('diplograph')}"
    known = f"as known on {as_of}" if as_of else "as known when it was made (without asOf, a later export may differ)"
    return {
        "query": query,
        "as_of": as_of or "",
        "generator": program,
        "licence": _LICENCE,
        "citation": f"{title}, {known}; query: {query or 'all meetings'}. Read out of news articles by {program}.",
    }


@dataclass(slots=True)
class Export:
    """One file. After ``bytes`` has given all, ``manifest`` tells what it was."""

    service: Service
    options: Options
    ending: str
    site: str = ""
    """Where the pages are; addresses in the file begin with it."""
    counts: dict[str, int] = field(default_factory=dict)

    def about(self) -> dict[str, str]:
        """What the file says of itself."""
        told = about(made(self.options.view).title, self.options.address, self.options.selection.as_of)
        return {"view": self.options.view.value, **told}

    async def bytes(self) -> AsyncIterator[bytes]:
        """The file in chunks.

        Raises:
            QueryError: a name in the question has no meaning in the graph, before the first chunk.
        """
        kind = made(self.options.view)
        rows = selection.stream(self.service, self.options.selection, kind.parts)
        first = await anext(rows, None)
        writer = WRITERS[self.ending]()
        graph = Graph(kind.title, kind.node_columns, kind.edge_columns, self.about())
        for chunk in writer.head(graph):
            yield chunk
        with spool(kind.tables) as database:
            making = kind(Setting(self.options, await self._above(), self.site), database)
            batch: list[MeetingRow] = [first] if first else []
            async for row in rows:
                batch.append(row)
                if len(batch) == _BATCH:
                    await anyio.to_thread.run_sync(making.add, batch)
                    batch = []
            await anyio.to_thread.run_sync(making.add, batch)
            await anyio.to_thread.run_sync(making.settle)
            nodes, edges = self._counted("nodes", making.nodes()), self._counted("edges", making.edges())
            async for chunk in iterate_in_threadpool(writer.nodes(nodes)):
                yield chunk
            async for chunk in iterate_in_threadpool(writer.edges(edges)):
                yield chunk
            self.counts["meetings"] = making.meetings
        for chunk in writer.tail(dict(self.counts)):
            yield chunk

    def _counted(self, name: str, items: Iterator[T]) -> Iterator[T]:
        self.counts[name] = 0
        for item in items:
            self.counts[name] += 1
            yield item

    async def _above(self) -> Above:
        polities = (await self.service.names.directories(self.service.reader())).polities.entries
        known: dict[str, Polity] = {}

        def above(polity: str) -> Polity | None:
            if polity not in known and polity in polities:
                top = polities[polity]
                while top.of in polities:
                    top = polities[top.of]
                known[polity] = Polity(top.id, top.name, next(iter(top.also), None))
            return known.get(polity)

        return above


async def written(export: Export, write: Callable[[bytes], object]) -> bytes:
    """Write the file's bytes; the manifest, as JSON, that tells exactly which file it is."""
    digest = hashlib.sha256()
    size = 0
    async for chunk in export.bytes():
        write(chunk)
        digest.update(chunk)
        size += len(chunk)
    told = {**export.about(), **export.counts, "format": export.ending, "bytes": size, "sha256": digest.hexdigest()}
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()
