"""Running Cypher on many rows at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from neo4j import ManagedTransaction

Row = dict[str, Any]
_AT_ONCE = 5_000
"""Rows sent with one statement."""


def fetch(transaction: ManagedTransaction, cypher: str, ids: Iterable[str]) -> list[Row]:
    """The rows that a statement returns for ``$ids``, asked for in their order; nothing is asked for no ids."""
    ordered = sorted(set(ids))
    if not ordered:
        return []
    return [dict(record.items()) for record in transaction.run(cypher, ids=ordered)]  # type: ignore[no-untyped-call]


def save(transaction: ManagedTransaction, cypher: str, rows: Sequence[Row]) -> None:
    """Run a writing statement with ``$rows``, in the order given; nothing is run for no rows."""
    for start in range(0, len(rows), _AT_ONCE):
        transaction.run(cypher, rows=rows[start : start + _AT_ONCE]).consume()
