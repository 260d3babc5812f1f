"""Those who meet: people with their offices, and polities (countries, organisations and their bodies)."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.graphql.answers import Info, MeetingsWanted, Page
from schema.graphql.arguments import DEFAULT_PAGE, After, First, From, Kinds, Statuses, To
from schema.graphql.connections import Connection
from schema.graphql.fields import resolved
from schema.graphql.scalars import IsoDate

if TYPE_CHECKING:
    from schema.graphql.claims import Claim
    from schema.graphql.meetings import Meeting

LazyClaim = Annotated["Claim", strawberry.lazy("schema.graphql.claims")]
LazyMeeting = Annotated["Meeting", strawberry.lazy("schema.graphql.meetings")]


@strawberry.interface(
    description="A person or a polity: whoever can take part in a contact or be quoted on it. "
    "Example: `party { name ... on Person { aliases } }`."
)
class Party:
    as_of: strawberry.Private[str | None]
    id: strawberry.ID = strawberry.field(description='Stable id. Example: `"pq7xk2mz4n5ab"`.')
    name: str = strawberry.field(description='The usual name. Example: `"Sergei Lavrov"`.')

    @resolved(
        "The contacts this party has a part in, newest first, whatever the part. "
        "Example: `meetings(first: 5) { nodes { title start } }`."
    )
    async def meetings(
        self,
        info: Info,
        kinds: Kinds = None,
        statuses: Statuses = None,
        begin: From = None,
        until: To = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[LazyMeeting]:
        wanted = MeetingsWanted(kinds=tuple(kinds or ()), statuses=tuple(statuses or ()), begin=begin, until=until)
        return await info.context.answers.meetings_of(self, wanted, Page(first, after))

    @resolved(
        "The claims that name this party as a side, the latest report first. "
        "Example: `claims(first: 5) { nodes { quote article { title url } } }`."
    )
    async def claims(self, info: Info, first: First = DEFAULT_PAGE, after: After = None) -> Connection[LazyClaim]:
        return await info.context.answers.claims_naming(self, Page(first, after))


@strawberry.type(
    description="A country, an international organisation, or a body of one, such as the Russian Foreign Ministry. "
    'Example: `{ name: "Russia", kind: "country", iso: "RU" }`.'
)
class Polity(Party):
    kind: str | None = strawberry.field(description='What it is. Example: `"country"`.')
    iso: str | None = strawberry.field(description='ISO 3166 code of a country. Example: `"RU"`.')

    @resolved(
        "The polity that this one is a body of; null for a country. "
        "Example: `of { name }`, Russia for the Russian Foreign Ministry."
    )
    async def of(self, info: Info) -> "Polity | None":
        return await info.context.answers.polity_above(self)


@strawberry.type(
    description='An office and the time it was held. Example: `{ title: "Foreign Minister", of: { name: "Russia" } }`.'
)
class OfficeHeld:
    id: strawberry.ID = strawberry.field(description='Stable id of the office. Example: `"oq7xk2mz4n5ab"`.')
    title: str = strawberry.field(description='The title. Example: `"Foreign Minister"`.')
    role: str | None = strawberry.field(
        description='The role, the same for the like offices of all countries. Example: `"foreign minister"`.'
    )
    of: Polity | None = strawberry.field(description="The polity or body whose office it is. Example: `of { name }`.")
    since: IsoDate | None = strawberry.field(description='Held since, where known. Example: `"2004-03"`.')
    until: IsoDate | None = strawberry.field(description='Held until, where known. Example: `"2025-01-20"`.')


@strawberry.type(
    description="A counterpart, and how often they were in contact. "
    'Example: `{ person: { name: "Marco Rubio" }, count: 3, last: "2025-02-18" }`.'
)
class Contact:
    person: "Person" = strawberry.field(description="The counterpart. Example: `person { name }`.")
    count: int = strawberry.field(description="Contacts that took place. Example: `3`.")
    ahead: int = strawberry.field(
        description="Contacts that are expected, possible or put off, and not known to have taken place. Example: `1`."
    )
    first: IsoDate | None = strawberry.field(
        description='Date of the first contact that took place. Example: `"2025-02-15"`.'
    )
    last: IsoDate | None = strawberry.field(
        description='Date of the last contact that took place. Example: `"2025-02-18"`.'
    )
    latest: LazyMeeting = strawberry.field(
        description="The contact with the latest date, ahead or past. Example: `latest { title start status }`."
    )


@strawberry.type(
    description='A human being who takes part in contacts. Example: `{ name: "Sergei Lavrov", aliases: ["Lavrov"] }`.'
)
class Person(Party):
    polity_id: strawberry.Private[str | None]
    aliases: list[str] = strawberry.field(description='Further names in the sources. Example: `["Sergey Lavrov"]`.')
    wikidata: str | None = strawberry.field(description='Item in Wikidata, where known. Example: `"Q58217"`.')

    @resolved("The polity this person mostly acts for, where known. Example: `polity { name }`.")
    async def polity(self, info: Info) -> Polity | None:
        return await info.context.answers.polity_of(self)

    @resolved(
        "Others whose names are like this one's, the most alike first, at most eight: who else may be meant. "
        "Example: `rivals { id name polity { name } }`."
    )
    async def rivals(self, info: Info) -> list["Person"]:
        return await info.context.answers.rivals(self)

    @resolved("Offices held, as the sources have them. Example: `offices { title of { name } }`.")
    async def offices(self, info: Info) -> list[OfficeHeld]:
        return await info.context.answers.offices(self)

    @resolved(
        "Counterparts: the people of other polities this person was or is to be in contact with, the most frequent "
        "first. "
        "Example: `contacts(first: 10) { nodes { person { name } count last } }`."
    )
    async def contacts(self, info: Info, first: First = DEFAULT_PAGE, after: After = None) -> Connection[Contact]:
        return await info.context.answers.contacts(self, Page(first, after))
