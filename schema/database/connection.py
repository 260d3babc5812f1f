"""The one way to the database, whichever engine it is: synchronous for loaders, asynchronous for the service."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from neo4j import AsyncGraphDatabase, AsyncManagedTransaction, GraphDatabase, ManagedTransaction, unit_of_work
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from schema.errors import DatabaseError, DatabaseUnreachable, QueryTimeout

T = TypeVar("T")
Row = dict[str, object]


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
    def retry_seconds(self) -> float:
        """How long a transaction is tried again after errors that pass, such as a restart."""

    def lost(self) -> DatabaseError:
        """What to tell when it does not answer."""

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

    def read(self, work: Callable[[ManagedTransaction], T]) -> T:
        """What ``work`` returns, run in one reading transaction."""
        with _explained(self.server), self._driver.session(database=self.server.endpoint.database) as session:
            return session.execute_read(work)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """What ``work`` returns, run in one transaction that is committed as a whole or not at all."""
        with _explained(self.server), self._driver.session(database=self.server.endpoint.database) as session:
            return session.execute_write(work)

    def define(self, cypher: str) -> None:
        """Run a statement that changes constraints or indexes, which has a transaction of its own."""
        with _explained(self.server), self._driver.session(database=self.server.endpoint.database) as session:
            session.run(cypher).consume()

    def close(self) -> None:
        """End the connections, and the database where it is a child of this process."""
        self._driver.close()
        self.server.close()

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
        """The rows that a query returns within ``timeout`` seconds.

        Raises:
            QueryTimeout: it took longer.
        """

        @unit_of_work(timeout=timeout)
        async def work(transaction: AsyncManagedTransaction) -> list[Row]:
            return await (await transaction.run(cypher, parameters)).data()

        with _explained(self.server):
            async with self._driver.session(database=self.server.endpoint.database) as session:
                return await session.execute_read(work)

    async def close(self) -> None:
        """End the connections; the database itself is closed by its :class:`Database`."""
        await self._driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


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
    try:
        yield
    except AuthError:
        raise DatabaseUnreachable(
            f"{server.endpoint.uri} refuses user {server.endpoint.user!r} with the password given. Set "
            "DIPLOGRAPH_DATABASE_USER and DIPLOGRAPH_DATABASE_PASSWORD."
        ) from None
    except (ServiceUnavailable, SessionExpired) as error:
        raise server.lost() from error
    except ClientError as error:
        code = error.code or ""
        if "TransactionTimedOut" in code:
            raise QueryTimeout(
                "The query took longer than it may. Ask for less, or raise DIPLOGRAPH_QUERY_TIMEOUT."
            ) from error
        if code.endswith("DatabaseNotFound"):
            raise DatabaseUnreachable(
                f"{server.endpoint.uri} has no database {server.endpoint.database!r}. Set DIPLOGRAPH_DATABASE_NAME."
            ) from error
        raise DatabaseError(f"The database refused a query: {error.message} ({code})") from error
    except (Neo4jError, DriverError) as error:
        raise DatabaseError(f"The database failed: {error}") from error
