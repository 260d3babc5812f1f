"""What the service reads from the graph: one module a subject, each with its Cypher. Nothing here writes.

Every question carries ``$as_of``: a day, or ``UNDATED`` where nobody asked for one, which is later than every report.
``Reader`` is what runs them.
"""

from collections.abc import Mapping
from typing import Any

from schema.database import AsyncReader

Record = dict[str, Any]
"""One row of an answer, by the names after RETURN."""


class Reader:
    """Runs the queries of one request, each within the time limit, and counts them."""

    def __init__(self, rows: AsyncReader, seconds: float) -> None:
        """``seconds`` is what one query may take."""
        self.calls = 0
        self._rows = rows
        self._seconds = seconds

    async def read(self, query: str, parameters: Mapping[str, Any]) -> list[Record]:
        """The rows that the query gives.

        Raises:
            DatabaseError: the database does not answer, or not in time.
        """
        self.calls += 1
        return await self._rows.rows(query, self._seconds, **parameters)
