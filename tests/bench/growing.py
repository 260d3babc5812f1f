"""Whether loading slows down as the graph grows: articles a second with few and with many articles loaded already."""

import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from loaders import store
from loaders.ledger.entries import entries
from loaders.ledger.writing import add_entries
from schema.database import Database, open_database
from schema.settings import Settings
from tests.bench.stories import Stream

SIZES = (1_000, 100_000)
"""Articles loaded already."""
MEASURED = 960
"""Articles whose loading is timed."""
LOADED = datetime(2025, 6, 1, tzinfo=UTC)
_BATCH = 32
_AT_ONCE = 500


def run() -> None:
    """Builds a graph of each size, then goes on loading; no article is read, their claims are made up."""
    rates: dict[int, float] = {}
    print(f"\nLoading {MEASURED:,} articles into graphs that hold some already")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings.model_validate({"database": None, "data": Path(folder), "heap": "2g"})
            with open_database(settings) as database:
                stream = Stream()
                begin = perf_counter()
                build(database, stream, size)
                built = perf_counter() - begin
                seconds = load(database, stream, MEASURED)
        rates[size] = MEASURED / seconds
        ratio = rates[size] / rates[SIZES[0]]
        print(f"  {size:9,} loaded in {built:7,.0f} s; then {rates[size]:6,.0f} articles/s  × {ratio:.2f}", flush=True)


def build(database: Database, stream: Stream, size: int) -> None:
    """Load that many articles, quickly: their rows first, then the projection from them all."""
    for start in range(0, size, _AT_ONCE):
        rows = [entries(one, LOADED) for one in stream.take(min(_AT_ONCE, size - start))]
        database.write(partial(add_entries, entries=rows))
    store.rebuild(database)


def load(database: Database, stream: Stream, number: int) -> float:
    """Seconds that it takes to load so many articles, in batches as ``diplograph load`` makes them."""
    batches = [stream.take(_BATCH) for _ in range(number // _BATCH)]
    begin = perf_counter()
    for batch in batches:
        store.add(database, batch, LOADED)
    return perf_counter() - begin
