"""The one way to the database, whichever engine it is: synchronous for loaders, asynchronous for the service.

What the engines do differently is met here and in the two classes of :class:`Server`, so that nobody else needs to
know which one answers:

- ArcadeDB takes no notice of a transaction's time limit. The limit is therefore kept on this side as well, and the
  query that overran it is ended by ``TERMINATE TRANSACTIONS``, which both engines have.
- ArcadeDB's ``MERGE`` takes no lock. Of two that create the same node at once, one fails on the uniqueness constraint,
  with an error that Neo4j gives for real duplicates only. As one process owns the embedded database, its writes take
  turns, and no such conflict arises; Neo4j's go in parallel.
- ArcadeDB lets a reading transaction write, and stores lists that hold lists, nothing or values of several types.
  Neo4j refuses both, and the tests run on both.
- Neither promises the order of a node's properties and labels, or of rows without ``ORDER BY``.
- Both read what is committed at the moment, also within one query: what one row shows may be of an earlier commit
  than what the next one shows.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from types import TracebackType
from typing import Any, Protocol, Self, TypeAlias, TypeVar

from neo4j import (
    READ_ACCESS,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncResult,
    AsyncSession,
    GraphDatabase,
    ManagedTransaction,
    Query,
    Session,
    unit_of_work,
)
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from schema.errors import DatabaseError, DatabaseUnreachable, QueryTimeout

T = TypeVar("T")
Row = dict[str, object]
Work: TypeAlias = Callable[[ManagedTransaction], T]

LOST = (ServiceUnavailable, SessionExpired)
"""What the driver raises when nobody answers, or nobody any more."""

RECOVERIES = 3
"""How often one transaction is tried again after the database has recovered from its death."""

RECOVERY_SECONDS = 60.0
"""How long to wait for it each time."""

GRACE_SECONDS = 0.5
"""How much later than the engine this side gives up a query."""

TERMINATE_SECONDS = 5.0
"""How long ending a query may take before the database counts as not answering."""

RUNNING = """
SHOW TRANSACTIONS YIELD transactionId, currentQuery, elapsedTime
WHERE currentQuery = $query AND elapsedTime.milliseconds >= $milliseconds
RETURN transactionId AS id
"""

OVERRAN = "The query took longer than it may. Ask for less, or raise DIPLOGRAPH_QUERY_TIMEOUT."

TERMINATE = "TERMINATE TRANSACTIONS $ids"


class Engine(StrEnum):
    """Which engine answers."""

    EMBEDDED = "embedded"
    NEO4J = "neo4j"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a database answers, and to whom."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None = None


class Server(Protocol):
    """A database that runs somewhere."""

    @property
    def engine(self) -> Engine: ...

    @property
    def endpoint(self) -> Endpoint: ...

    @property
    def writing(self) -> AbstractContextManager[object]:
        """Held by each writing transaction."""

    @property
    def retry_seconds(self) -> float:
        """For how long the driver tries a transaction again after an error that may pass; it may wait longer once."""

    def recovered(self, seconds: float) -> bool:
        """Whether it answers again after the connection was lost; waits for that at most so long."""

    def attempts(self) -> Callable[[], None]:
        """What a transaction calls at each attempt: it raises when another cannot help."""

    def check(self) -> None:
        """Raise a ``DatabaseError`` when it is known to be gone for good."""

    def lost(self) -> DatabaseError:
        """What to tell when it does not answer."""

    def failed(self, said: str) -> DatabaseError:
        """What to tell when it could not do what was asked, and gave this reason."""

    def close(self) -> None: ...


class Database:
    """Reads and writes in transactions that are tried again when an error may pass.

    Functions given to ``read`` and ``write`` may therefore run more than once, also after a commit whose confirmation
    was lost: they have no side effects, and what they write is idempotent. Safe to use from several threads.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        self._driver = GraphDatabase.driver(server.endpoint.uri, **_options(server))
        try:
            with _explained(server):
                self._driver.verify_connectivity()
        except BaseException:
            self.close()
            raise

    @property
    def engine(self) -> Engine:
        """Which engine answers; for tests and messages, never for a different query."""
        return self.server.engine

    def rows(self, cypher: str, /, **parameters: object) -> list[Row]:
        """The rows that a reading query returns; nodes come as dicts of their properties."""
        return self.read(lambda transaction: transaction.run(cypher, parameters).data())

    def read(self, work: Work[T]) -> T:
        """What ``work`` returns, run in one reading transaction."""
        return self._run(Session.execute_read, work)

    def write(self, work: Work[T]) -> T:
        """What ``work`` returns, run in one transaction that is committed as a whole or not at all."""
        with self.server.writing:
            return self._run(Session.execute_write, work)

    def close(self) -> None:
        """End the connections, and the database where it is a child of this process."""
        self._driver.close()
        self.server.close()

    def _run(self, execute: Callable[[Session, Work[T]], T], work: Work[T]) -> T:
        check = self.server.attempts()

        def attempt(transaction: ManagedTransaction) -> T:
            check()
            return work(transaction)

        recoveries = count()
        with _explained(self.server):
            while True:
                try:
                    with self._driver.session(database=self.server.endpoint.database) as session:
                        return execute(session, attempt)
                except LOST:
                    if next(recoveries) == RECOVERIES or not self.server.recovered(RECOVERY_SECONDS):
                        raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncReader:
    """Reading queries for the service, each with its time limit. One event loop, any number of tasks."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._driver = AsyncGraphDatabase.driver(server.endpoint.uri, **_options(server))

    async def rows(self, cypher: str, timeout: float, /, **parameters: object) -> list[Row]:
        """The rows that a query returns within ``timeout`` seconds; it returns no nodes, but maps of their properties.

        Raises:
            QueryTimeout: it took longer.
        """
        with _explained(self.server):
            try:
                async with asyncio.timeout(timeout + GRACE_SECONDS):
                    return await self._read(cypher, parameters, timeout)
            except TimeoutError:
                await self._terminate(cypher, timeout)
                raise QueryTimeout(OVERRAN) from None

    async def _read(self, cypher: str, parameters: dict[str, object], timeout: float) -> list[Row]:
        check = self.server.attempts()
        try:
            # A transaction that commits by itself takes one exchange with the database, any other takes three.
            async with self._session() as session:
                return await _rows(await session.run(Query(cypher, timeout=timeout), parameters))
        except (Neo4jError, DriverError) as error:
            if not error.is_retryable():
                raise

        @unit_of_work(timeout=timeout)
        async def work(transaction: AsyncManagedTransaction) -> list[Row]:
            check()
            return await _rows(await transaction.run(cypher, parameters))

        recoveries = count()
        while True:
            try:
                async with self._session() as session:
                    return await session.execute_read(work)
            except LOST:
                if next(recoveries) == RECOVERIES or not await asyncio.to_thread(self.server.recovered, timeout):
                    raise

    def _session(self) -> AsyncSession:
        return self._driver.session(database=self.server.endpoint.database, default_access_mode=READ_ACCESS)

    async def _terminate(self, cypher: str, timeout: float) -> None:
        """End the query where it still runs; all that run for longer than this one was given have overrun theirs."""
        try:
            async with asyncio.timeout(TERMINATE_SECONDS):
                overrun: dict[str, object] = {"query": cypher, "milliseconds": int(timeout * 1000)}
                ids = [row["id"] for row in await self._read(RUNNING, overrun, TERMINATE_SECONDS)]
                if ids:
                    await self._read(TERMINATE, {"ids": ids}, TERMINATE_SECONDS)
        except TimeoutError:
            raise self.server.lost() from None

    async def close(self) -> None:
        """End the connections; the database itself is closed by its :class:`Database`."""
        await self._driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


async def _rows(result: AsyncResult) -> list[Row]:
    """All of them; ``AsyncResult.data`` would take each value apart in search of nodes."""
    keys = result.keys()
    return [dict(zip(keys, record.values(), strict=True)) async for record in result]


def _options(server: Server) -> dict[str, Any]:
    return {
        "auth": (server.endpoint.user, server.endpoint.password),
        "max_transaction_retry_time": server.retry_seconds,
        "connection_acquisition_timeout": 30.0,
        "user_agent": "diplograph",
        # Neo4j would have each query that names a label nobody has written yet logged as a warning.
        "notifications_min_severity": "OFF",
    }


@contextmanager
def _explained(server: Server) -> Iterator[None]:
    """Turn what the driver raises into the project's errors, which say what to do."""
    server.check()
    try:
        yield
    except AuthError:
        raise DatabaseUnreachable(
            f"{server.endpoint.uri} refuses user {server.endpoint.user!r} with the password given. Set "
            "DIPLOGRAPH_DATABASE_USER and DIPLOGRAPH_DATABASE_PASSWORD."
        ) from None
    except LOST as error:
        raise server.lost() from error
    except ClientError as error:
        code = error.code or ""
        if "TransactionTimedOut" in code:
            raise QueryTimeout(OVERRAN) from error
        if code.endswith("DatabaseNotFound"):
            raise DatabaseUnreachable(
                f"{server.endpoint.uri} has no database {server.endpoint.database!r}. Set DIPLOGRAPH_DATABASE_NAME."
            ) from error
        raise server.failed(f"The database refused a query: {error.message} ({code})") from error
    except (Neo4jError, DriverError) as error:
        raise server.failed(f"The database failed: {error}") from error
