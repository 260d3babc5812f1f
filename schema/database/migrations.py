"""The graph's constraints and indexes, by version.

A graph carries the version it was brought to in ``(:Schema {id: 'schema', version})``. The steps are the files of the
folder ``steps``, named ``<version>-<what it does>.cypher``. Once released, a step is not changed any more: what is new
goes into the next. Each statement can be run again, so a step that was cut short is run as a whole at the next start.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from neo4j import ManagedTransaction

from schema.database.connection import Database
from schema.errors import SchemaTooNew

FOLDER = Path(__file__).parent / "steps"

VERSION = "MATCH (s:Schema {id: 'schema'}) RETURN s.version AS version"

# Never back: of two processes that bring one server up to date, the slower may be the older.
SET_VERSION = """
MERGE (s:Schema {id: 'schema'})
SET s.version = CASE WHEN coalesce(s.version, 0) < $version THEN $version ELSE s.version END
"""


@dataclass(frozen=True, slots=True)
class Step:
    """What brings a graph to ``version`` from the one before it."""

    version: int
    name: str
    statements: tuple[str, ...]


def read_steps(folder: Path = FOLDER) -> list[Step]:
    """The steps in a folder, in order."""
    return [_read_step(path) for path in sorted(folder.glob("*.cypher"))]


def _read_step(path: Path) -> Step:
    version, _, name = path.stem.partition("-")
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("//"))
    statements = (statement.strip() for statement in "\n".join(lines).split(";"))
    return Step(int(version), name.replace("-", " "), tuple(statement for statement in statements if statement))


def migrate(database: Database, steps: list[Step] | None = None) -> list[str]:
    """Bring the graph to the newest version; the names of the steps that were needed.

    Raises:
        SchemaTooNew: a newer diplograph wrote the graph; this one would not understand what it reads.
    """
    known = read_steps() if steps is None else steps
    found = database.rows(VERSION)
    version = int(str(found[0]["version"])) if found else 0
    newest = known[-1].version
    if version > newest:
        raise SchemaTooNew(
            f"The graph has version {version}, this diplograph knows {newest}. Install the diplograph that wrote "
            "it, or a newer one (`pip install --upgrade diplograph`), or load into another data folder."
        )
    due = [step for step in known if step.version > version]
    for step in due:
        for statement in step.statements:
            database.write(partial(_run, statement=statement))
        database.write(partial(_run, statement=SET_VERSION, version=step.version))
    return [step.name for step in due]


def _run(transaction: ManagedTransaction, statement: str, **parameters: object) -> None:
    transaction.run(statement, parameters).consume()
