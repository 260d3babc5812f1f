"""Offices with their holders, venues with what met there, and one search over all that has a name."""

from typing import Annotated, Union

import strawberry

from schema.graphql.answers import Info, Page
from schema.graphql.arguments import DEFAULT_PAGE, After, AsOf, First
from schema.graphql.connections import Connection
from schema.graphql.fields import argument, resolved
from schema.graphql.meetings import Meeting, Venue
from schema.graphql.parties import Person, Polity
from schema.graphql.scalars import IsoDate


@strawberry.type(
    description="Somebody who holds or held an office. "
    'Example: `{ person: { name: "Sergei Lavrov" }, since: "2004-03-09" }`.'
)
class Holder:
    person: Person = strawberry.field(description="Who. Example: `person { id name }`.")
    since: IsoDate | None = strawberry.field(description='Since when, where known. Example: `"2004-03-09"`.')
    until: IsoDate | None = strawberry.field(description='Until when, where known. Example: `"2025-01-20"`.')
    known_from: IsoDate | None = strawberry.field(
        description='Day of the first report that says so; null where it is undated. Example: `"2025-02-16"`.'
    )


@strawberry.type(description='A post of a polity. Example: `{ title: "Foreign Minister", of: { name: "Russia" } }`.')
class Office:
    as_of: strawberry.Private[str | None]
    id: strawberry.ID = strawberry.field(description='Stable id. Example: `"oq7xk2mz4n5ab"`.')
    title: str = strawberry.field(description='The title. Example: `"Foreign Minister"`.')
    role: str | None = strawberry.field(
        description='The role, the same for the like offices of all countries. Example: `"foreign minister"`.'
    )
    of: Polity | None = strawberry.field(description="The polity or body whose office it is. Example: `of { name }`.")

    @resolved(
        "Who holds and held it, as the sources have it, the latest first. "
        "Example: `holders { person { name } since until }`."
    )
    async def holders(self, info: Info) -> list[Holder]:
        return await info.context.answers.holders(self)


Found = Annotated[
    Union[Person, Polity, Office, Venue, Meeting],  # noqa: UP007 a union to be named
    strawberry.union("Found", description="Whatever has a name. Example: `found { ... on Person { name } }`."),
]


@strawberry.type(description="Something that a search found. Example: `{ likeness: 100, found: { … } }`.")
class Hit:
    likeness: float = strawberry.field(
        description="How well its name fits, of 100; meetings that only a quote leads to have 50. Example: `90`."
    )
    found: Found = strawberry.field(description="What. Example: `found { __typename ... on Venue { name } }`.")


@strawberry.type
class OfficeQuery:
    """The part of the questions that is about offices, venues and names."""

    @resolved(
        "Offices with their holders over time, by title. "
        'Example: `offices(polity: "Russia") { nodes { title holders { person { name } since } } }`.'
    )
    async def offices(
        self,
        info: Info,
        search: Annotated[
            str | None, argument('Only those of this title or role, in full or in part. Example: `"foreign minister"`.')
        ] = None,
        polity: Annotated[
            str | None, argument('Only those of this polity and its bodies: name, ISO code or id. Example: `"Russia"`.')
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Office]:
        return await info.context.answers.offices_listed(search, polity, Page(first, after), as_of)

    @resolved(
        "Venues and what met there, by name. "
        'Example: `venues(within: "Saudi Arabia") { nodes { name meetings(first: 3) { nodes { title start } } } }`.'
    )
    async def venues(
        self,
        info: Info,
        search: Annotated[
            str | None, argument('Only those of this name, in full or by whole words. Example: `"Palace"`.')
        ] = None,
        within: Annotated[
            str | None, argument('Only this venue and what lies in it: name or id. Example: `"Saudi Arabia"`.')
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Venue]:
        return await info.context.answers.venues_listed(search, within, Page(first, after), as_of)

    @resolved(
        "One search over people, offices, polities and venues by name, and meetings by title and quotes; the best fit "
        'first. Example: `search(text: "Riyadh") { nodes { likeness found { __typename ... on Venue { id name } } } }`.'
    )
    async def search(
        self,
        info: Info,
        text: Annotated[str, argument('A name, in part or misspelt, or words of a quote. Example: `"Lavrof"`.')],
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Hit]:
        return await info.context.answers.search(text, Page(first, after), as_of)
