"""The database: one driver, two engines (a Neo4j server, or ArcadeDB in a child process)."""

from collections.abc import Iterator
from contextlib import contextmanager

from schema.database.connection import AsyncReader, Database, Engine, Row
from schema.database.embedded import Embedded
from schema.database.migrations import migrate
from schema.database.remote import Remote
from schema.settings import Settings

__all__ = ["AsyncReader", "Database", "Engine", "Row", "migrate", "open_database"]


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database that the settings name, brought to the newest schema: a server by address, else the embedded one.

    Raises:
        DatabaseError: one of its subclasses, each saying what to do.
    """
    server = Remote(settings) if settings.database else Embedded(settings)
    with Database(server) as database:
        migrate(database)
        yield database
