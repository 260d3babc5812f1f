"""What the running service has at hand: made in the lifespan, found by routes at ``app.state.service``."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr

from schema.database import AsyncReader
from service.graphql.directories import Names
from service.queries import Reader
from service.remembering import Remembered
from service.watching import Watcher
from service.writing import Writer


@dataclass(frozen=True, slots=True)
class Service:
    """The connection to the graph and what is remembered between requests."""

    rows: AsyncReader
    query_seconds: float
    names: Names = field(default_factory=Names)
    remembered: Remembered = field(default_factory=Remembered)
    writer: Writer | None = None
    watcher: Watcher | None = None
    token: SecretStr | None = None
    """What whoever changes the graph over HTTP has to know; None where nobody may."""
    data: Path | None = None
    """The folder in which loads list what they set aside."""

    def reader(self) -> Reader:
        """A reader for one request."""
        return Reader(self.rows, self.query_seconds)
