"""Whether loading slows down as the graph grows: articles a second with few and with many articles loaded already.

The two graphs are loaded into in turn, a batch each, so that a machine that is busy otherwise slows down both. Building
the large one takes a quarter of an hour.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from loaders import store
from loaders.ledger.entries import entries
from loaders.ledger.writing import add_entries
from schema.database import Database, open_database
from schema.settings import Settings
from tests.bench.stories import Stream
from tests.neo4j.server import neo4j_server

SIZES = (1_000, 100_000)
"""Articles loaded already; others with the environment's ``SIZES``."""
WARMING = 640
"""Articles loaded before anything is timed: the smaller graph's server has done less so far."""
MEASURED = 1_920
"""Articles whose loading is timed."""
LOADED = datetime(2025, 6, 1, tzinfo=UTC)
_BATCH = 32
_AT_ONCE = 500


def run() -> None:
    """Builds a graph of each size, then goes on loading; no article is read, their claims are made up."""
    _compare("embedded", _embedded)
    if missing := [tool for tool in ("java", "mvn") if not shutil.which(tool)]:
        print(f"\nNeo4j is left out: {', '.join(missing)} is missing")
        return
    _compare("Neo4j", _neo4j)


def _compare(engine: str, opened: Callable[[], AbstractContextManager[Database]]) -> None:
    sizes = [int(size) for size in os.environ.get("SIZES", "").split()] or SIZES
    print(f"\nLoading {MEASURED:,} articles into graphs that hold some already ({engine})")
    with ExitStack() as stack:
        graphs = []
        for size in sizes:
            database, stream = stack.enter_context(opened()), Stream()
            begin = perf_counter()
            build(database, stream, size)
            print(f"  {size:9,} loaded in {perf_counter() - begin:7,.0f} s", flush=True)
            graphs.append((database, stream))
        for _ in range(WARMING // _BATCH):
            for database, stream in graphs:
                load(database, stream)
        taken: list[list[float]] = [[] for _ in sizes]
        for _ in range(MEASURED // _BATCH):
            for seconds, (database, stream) in zip(taken, graphs, strict=True):
                seconds.append(load(database, stream))
    for size, seconds in zip(sizes, taken, strict=True):
        rate, ratio = MEASURED / sum(seconds), sum(taken[0]) / sum(seconds)
        middle = median(taken[0]) / median(seconds)
        print(f"  {size:9,}: {rate:6,.0f} articles/s  × {ratio:.2f}, of the median batch × {middle:.2f}", flush=True)


@contextmanager
def _embedded() -> Iterator[Database]:
    with TemporaryDirectory() as folder:
        settings = Settings.model_validate({"database": None, "data": Path(folder), "heap": "2g"})
        with open_database(settings) as database:
            yield database


@contextmanager
def _neo4j() -> Iterator[Database]:
    with neo4j_server() as (address, password), TemporaryDirectory() as data:
        settings = Settings.model_validate({"database": address, "database_password": password, "data": data})
        with open_database(settings) as database:
            yield database


def build(database: Database, stream: Stream, size: int) -> None:
    """Load that many articles, quickly: their rows first, then the projection from them all."""
    for start in range(0, size, _AT_ONCE):
        rows = [entries(one, LOADED) for one in stream.take(min(_AT_ONCE, size - start))]
        database.write(partial(add_entries, entries=rows))
    store.rebuild(database)


def load(database: Database, stream: Stream) -> float:
    """Seconds that it takes to load the next batch, as ``diplograph load`` makes them."""
    batch = stream.take(_BATCH)
    begin = perf_counter()
    store.add(database, batch, LOADED)
    return perf_counter() - begin
