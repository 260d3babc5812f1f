"""``diplograph rebuild`` and ``diplograph migrate``: upkeep of the graph."""

from schema.settings import read_settings
from service.cli.console import count, say


def rebuild() -> None:
    """Drop all that is derived (people, offices, meetings, edges) and derive it again from what was claimed.

    \b
    Example:
        diplograph rebuild
    """
    from loaders.store import rebuild as rebuild_graph
    from schema.database import open_database

    with open_database(read_settings()) as database:
        sources = rebuild_graph(database, lambda done, total: say(f"{done:,} of {total:,} articles"))
    say(f"The graph is rebuilt from {count(sources, 'article')}.")


def migrate() -> None:
    """Bring the graph's constraints and indexes up to this version. The other commands do so by themselves.

    \b
    Example:
        diplograph migrate
    """
    from schema.database import open_database
    from schema.database.migrations import read_steps

    with open_database(read_settings()):
        say(f"The graph has version {read_steps()[-1].version}, the newest one.")
