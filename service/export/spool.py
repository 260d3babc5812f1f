"""Where what was read waits until it is written: a temporary file that SQLite sorts, so that memory stays flat.

A graph file has its nodes before its edges, and in each all that belongs together, while meetings come by date. What a
meeting says is therefore put down as it comes and read back in the order of the file.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

CACHE_KIB = 4096


@contextmanager
def spool(tables: str) -> Iterator[sqlite3.Connection]:
    """A database of these tables in a file without a name, gone with the ``with``. One thread at a time may use it."""
    with closing(sqlite3.connect("", check_same_thread=False, isolation_level=None)) as database:
        database.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        database.execute("PRAGMA temp_store = FILE")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA journal_mode = OFF")
        database.executescript(tables)
        yield database


def put(database: sqlite3.Connection, statement: str, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows in one transaction."""
    database.execute("BEGIN")
    database.executemany(statement, rows)
    database.execute("COMMIT")


def runs(rows: Iterable[tuple[Any, ...]], width: int) -> Iterator[list[tuple[Any, ...]]]:
    """Neighbouring rows that are alike in their first ``width`` columns."""
    run: list[tuple[Any, ...]] = []
    for row in rows:
        if run and row[:width] != run[0][:width]:
            yield run
            run = []
        run.append(row)
    if run:
        yield run
