"""What a service does after its start, before anybody asks."""

from service.graphql import execute
from service.playground.examples import EXAMPLES
from service.queries import Reader
from service.state import Service

_SECONDS = 120.0
"""What one query may take."""


async def warm(service: Service) -> None:
    """Ask what is usually asked, so that a Neo4j has planned it: that takes it up to seconds, once for each query."""
    for example in EXAMPLES:
        await execute(Reader(service.rows, _SECONDS), example.query, example.variables, names=service.names)
