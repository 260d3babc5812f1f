"""The two engines that the contract tests run on, and how they are emptied."""

import os
from pathlib import Path

from schema.database import Database
from schema.settings import Settings

EMBEDDED = "embedded"
NEO4J = "neo4j"

ADDRESS = "DIPLOGRAPH_TEST_NEO4J"
PASSWORD = "DIPLOGRAPH_TEST_NEO4J_PASSWORD"  # noqa: S105 the name of a variable

WIPE = "MATCH (n) WHERE NOT n:Schema DETACH DELETE n"


def engines() -> list[str]:
    """Those that can be tested here: the embedded one always, Neo4j where its variables are set."""
    return [EMBEDDED, NEO4J] if os.environ.get(ADDRESS) else [EMBEDDED]


def settings_for(engine: str, folder: Path) -> Settings:
    """Settings that open the engine; the embedded one with its data in the folder."""
    if engine == EMBEDDED:
        return Settings.model_validate({"database": None, "data": folder, "heap": "512m"})
    return Settings.model_validate(
        {"database": os.environ[ADDRESS], "database_password": os.environ.get(PASSWORD), "data": folder}
    )


def wipe(database: Database) -> None:
    """Remove all that is in the graph; its schema stays."""
    database.write(lambda transaction: transaction.run(WIPE).consume())
