"""What the schema tells as it happens."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from schema.graphql.answers import MeetingsWanted
from schema.graphql.meetings import Meeting
from service import finding
from service.graphql import shapes
from service.graphql.directories import Names
from service.graphql.meanings import Meanings
from service.queries import Reader, meetings
from service.watching import Watcher


@dataclass(frozen=True, slots=True)
class GraphNews:
    """News of the graph for one connection."""

    watcher: Watcher
    reader: Reader
    names: Names
    renew: Callable[[], None]
    """Called before each piece of news, so that what hangs on it is read anew."""

    async def contacts(self, wanted: MeetingsWanted) -> AsyncIterator[Meeting]:
        """The meetings that fit, each when an article about it is loaded.

        Raises:
            QueryError: something in what is wanted has no meaning in the graph.
            Busy: too many listen, or this one does not keep up.
        """
        asked = await finding.criteria(Meanings(self.reader, self.names), wanted, None)
        async with self.watcher.listening() as news:
            async for meeting in news:
                parameters = {**asked.parameters, "ids": [meeting], "limit": 1}
                (row,) = await self.reader.read(meetings.AMONG, parameters)
                for found in row["meetings"]:
                    self.renew()
                    yield shapes.meeting(found, None)
