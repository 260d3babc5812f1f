"""The state of things: what is loaded, from whom, read and kept by what, and what waits. Fit to be shown to anybody."""

from importlib.metadata import version
from pathlib import Path
from typing import Any

from loaders.projection.rebuild import is_unfinished
from loaders.sources.aside import listed
from schema.database import Database
from schema.database.connection import Engine
from schema.database.migrations import VERSION, read_steps
from schema.ledger import UNDATED
from schema.vocabulary import Subject
from service.pages.asking import Asked
from service.pages.page import Link, Page, Share
from service.queries import developments, revision
from service.queries import status as queries

MOST = 100
"""Publishers on the page; the other forms have all."""

_COUNTED = ("articles", "claims", "meetings", "people", "polities", "venues")


async def status(asked: Asked) -> Page:
    """What the service serves, as of now."""

    async def read(query: str) -> list[dict[str, Any]]:
        return await asked.reader.read(query, {"as_of": UNDATED, "undated": UNDATED})

    counts = {what: (await read(developments.COUNTS[what]))[0]["count"] for what in _COUNTED}
    (versions,), (judgements,) = await read(queries.VERSIONS), await read(queries.JUDGEMENTS)
    publishers, readers = await read(queries.PUBLISHERS), await read(queries.READERS)
    waiting = {row["subject"]: row["count"] for row in await read(queries.WAITING)}
    database = asked.service.writer
    kept = await database.read(_kept) if database else {}
    facts = {
        "version": version("diplograph"),
        **kept,
        "revision": await revision.revision(asked.reader),
        "counts": {**counts, "versions": versions["count"]},
        "newest_article": max((row["last"] for row in publishers if row["last"]), default=None),
        "newest_load": max((row["loaded"] for row in readers), default=None),
        "set_aside": _set_aside(asked.service.data),
        "judgements": {"made": judgements["count"], "standing": judgements["standing"] or 0},
        "waiting": {each.value: waiting.get(each.value, 0) for each in Subject},
        "readers": readers,
        "publishers": publishers,
    }
    return Page(
        "status.html",
        title="What is loaded",
        description=(
            f"{counts['meetings']:,} contacts out of {counts['articles']:,} articles by {len(publishers):,} "
            "publishers, when they were loaded, and by what they were read."
        ),
        facts=facts,
        address="/status",
        table=publishers,
        share=Share(
            (
                Link("JSON", "/status.json", "what this page shows", "application/json"),
                Link("CSV", "/status.csv", "the publishers, one a line", "text/csv"),
            )
        ),
        view={"MOST": MOST},
    )


def _kept(database: Database) -> dict[str, Any]:
    """By what the graph is kept, and in which form."""
    found = database.rows(VERSION)
    step = int(str(found[0]["version"])) if found else 0
    names = {each.version: each.name for each in read_steps()}
    return {
        "engine": _engine(database),
        "schema": {"step": step, "name": names.get(step)},
        "whole": not is_unfinished(database),
    }


def _engine(database: Database) -> dict[str, str]:
    if database.engine is Engine.EMBEDDED:
        return {"name": "ArcadeDB, embedded", "version": version("arcadedb-embedded")}
    (component, *_) = database.rows(queries.COMPONENTS)
    versions = component["versions"]
    return {"name": "Neo4j", "version": str(versions[0]) if isinstance(versions, list) else str(versions)}


def _set_aside(folder: Path | None) -> dict[str, Any] | None:
    """How many inputs loads set aside; None where the service does not know where they are listed."""
    if folder is None:
        return None
    inputs, day = listed(folder)
    return {"inputs": inputs, "last": day}
