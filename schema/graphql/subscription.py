"""What is told as it happens."""

from collections.abc import AsyncIterator
from typing import Annotated, Protocol

import strawberry

from schema.graphql.answers import Info, MeetingsWanted
from schema.graphql.arguments import From, Kinds, Statuses, To
from schema.graphql.fields import argument, told
from schema.graphql.meetings import Meeting


class News(Protocol):
    """What is told as it happens."""

    def contacts(self, wanted: MeetingsWanted) -> AsyncIterator[Meeting]: ...


@strawberry.type(
    description="What is told as it happens, over a WebSocket with the protocol graphql-transport-ws. "
    'Example: `subscription { contactLoaded(anyOf: ["Lavrov"]) { title status } }`.'
)
class Subscription:
    @told(
        "Each contact of which an article tells that has just been loaded, as it stands then: a new one, or one of "
        "which more is known. Articles that other processes load are noticed within seconds. "
        'Example: `contactLoaded(anyOf: ["Lavrov"]) { title status start }`.'
    )
    async def contact_loaded(
        self,
        info: Info,
        any_of: Annotated[
            list[str] | None,
            argument(
                "Only contacts in which at least one of these people or polities has a part: names or ids. "
                'Example: `["Lavrov"]`.'
            ),
        ] = None,
        all_of: Annotated[
            list[str] | None,
            argument(
                "Only contacts in which each of these people or polities has a part: names or ids. "
                'Example: `["Lavrov", "Rubio"]`.'
            ),
        ] = None,
        polities: Annotated[
            list[str] | None,
            argument(
                "Only contacts in which each of these polities has a part, itself or through somebody: names, ISO "
                'codes or ids. Example: `["Russia", "United States"]`.'
            ),
        ] = None,
        kinds: Kinds = None,
        statuses: Statuses = None,
        begin: From = None,
        until: To = None,
        venue: Annotated[
            str | None, argument('Only contacts at this venue or in it: name or id. Example: `"Riyadh"`.')
        ] = None,
        topic: Annotated[
            str | None, argument('Only contacts on this topic: name or id. Example: `"sanctions"`.')
        ] = None,
    ) -> AsyncIterator[Meeting]:
        wanted = MeetingsWanted(
            any_of=tuple(any_of or ()),
            all_of=tuple(all_of or ()),
            polities=tuple(polities or ()),
            kinds=tuple(kinds or ()),
            statuses=tuple(statuses or ()),
            begin=begin,
            until=until,
            venue=venue,
            topic=topic,
        )
        async for meeting in info.context.news.contacts(wanted):
            yield meeting
