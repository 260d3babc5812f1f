"""The graph's constraints and indexes, by version.

A graph carries the version it was brought to in ``(:Schema {id: 'schema', version})``. Steps are only ever added, and
each is idempotent: one that was cut short is run again as a whole at the next start.
"""

from dataclasses import dataclass

from neo4j import ManagedTransaction

from schema.database.connection import Database
from schema.errors import SchemaTooNew

VERSION = "MATCH (s:Schema {id: 'schema'}) RETURN s.version AS version"
SET_VERSION = "MERGE (s:Schema {id: 'schema'}) SET s.version = $version"


@dataclass(frozen=True, slots=True)
class Step:
    """What brings a graph to ``version`` from the one before it."""

    version: int
    name: str
    statements: tuple[str, ...]


def _unique(label: str, name: str) -> str:
    return f"CREATE CONSTRAINT {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{name} IS UNIQUE"


def _index(label: str, name: str) -> str:
    return f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


STEPS = (
    Step(
        1,
        "constraints and indexes",
        (
            *(
                _unique(label, "id")
                for label in (
                    "Schema",
                    "Article",
                    "Claim",
                    "Mention",
                    "Judgement",
                    "Person",
                    "Office",
                    "Polity",
                    "Venue",
                    "Topic",
                    "Profile",
                    "Key",
                )
            ),
            _unique("Meeting", "key"),
            *(_index("Meeting", name) for name in ("id", "start", "known_from", "status", "kind")),
            *(_index("Article", name) for name in ("source", "published", "sha256")),
            *(_index("Claim", name) for name in ("seed", "contact", "article", "date", "reported")),
            *(_index("Mention", name) for name in ("seed", "article")),
            *(_index("Person", name) for name in ("name", "slug")),
            _index("Venue", "name"),
            *(_index("Judgement", name) for name in ("subject", "object")),
        ),
    ),
)


def migrate(database: Database, steps: tuple[Step, ...] = STEPS) -> list[str]:
    """Bring the graph to the newest version; the names of the steps that were needed.

    Raises:
        SchemaTooNew: a newer diplograph wrote the graph; this one would not understand what it reads.
    """
    found = database.rows(VERSION)
    version = int(str(found[0]["version"])) if found else 0
    newest = steps[-1].version
    if version > newest:
        raise SchemaTooNew(
            f"The graph has version {version}, this diplograph knows {newest}. Install the diplograph that wrote "
            "it, or a newer one (`pip install --upgrade diplograph`), or load into another data folder."
        )
    due = [step for step in steps if step.version > version]
    for step in due:
        for statement in step.statements:
            database.define(statement)
        database.write(_set_version(step.version))
    return [step.name for step in due]


def _set_version(version: int):  # type: ignore[no-untyped-def]
    def work(transaction: ManagedTransaction) -> None:
        transaction.run(SET_VERSION, version=version).consume()

    return work
