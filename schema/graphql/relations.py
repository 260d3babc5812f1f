"""Who is in contact with whom: ties, chains of contacts, timelines, and all that passed between two polities."""

from typing import Annotated

import strawberry

from schema.graphql.answers import Info, Page, Window
from schema.graphql.arguments import DEFAULT_PAGE, After, AsOf, First, From, Kinds, To
from schema.graphql.connections import Connection
from schema.graphql.enums import Counterparts, Level
from schema.graphql.fields import argument, resolved
from schema.graphql.meetings import Meeting
from schema.graphql.parties import Party, Person, Polity
from schema.graphql.scalars import IsoDate


@strawberry.type(
    description="A counterpart and how much there was between the two. "
    'Example: `{ party: { name: "Marco Rubio" }, count: 3, last: "2025-02-18" }`.'
)
class Tie:
    party: Party = strawberry.field(description="The counterpart. Example: `party { id name }`.")
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
    latest: Meeting = strawberry.field(
        description="The contact with the latest date, ahead or past. Example: `latest { title start status }`."
    )


@strawberry.type(
    description="Two people in a chain who were in contact. "
    'Example: `{ from: { name: "Sergei Lavrov" }, to: { name: "Marco Rubio" } }`.'
)
class Link:
    begin: Person = strawberry.field(name="from", description="The one nearer the beginning. Example: `from { name }`.")
    end: Person = strawberry.field(name="to", description="The one nearer the end. Example: `to { name }`.")
    meetings: list[Meeting] = strawberry.field(
        description="Their latest contacts that took place, at most five. "
        "Example: `meetings { title start claims { quote } }`."
    )


@strawberry.type(
    description="A shortest chain of contacts that took place from one person to another. "
    "Example: `{ length: 2, people: [{ name: … }] }`."
)
class Chain:
    length: int = strawberry.field(description="Contacts from one end to the other. Example: `2`.")
    people: list[Person] = strawberry.field(description="Everybody on it, both ends included. Example: `{ name }`.")
    links: list[Link] = strawberry.field(
        description="Each two in a row with what joins them. Example: `links { from { name } meetings { title } }`."
    )


@strawberry.type(
    description="What one party did, or two did with each other, as the timelines on other pages show it. "
    'Example: `timeline(of: ["Lavrov", "Rubio"]) { meetings { nodes { title start } } }`.'
)
class Timeline:
    parties: list[Party] = strawberry.field(description="Whose it is: one or two. Example: `parties { id name }`.")
    address: str = strawberry.field(
        description="The parameters by which pages, feeds and exports give the same. "
        'Example: `"pair=p123…&pair=p456…"`.'
    )
    meetings: Connection[Meeting] = strawberry.field(
        description="The contacts, the newest first. Example: `meetings { nodes { title start status } }`."
    )


@strawberry.type(description="How many contacts were at one level. Example: `{ level: MINISTERS, count: 4 }`.")
class AtLevel:
    level: Level = strawberry.field(description="The level. Example: `MINISTERS`.")
    count: int = strawberry.field(description="Contacts at it that took place. Example: `4`.")
    last: Meeting = strawberry.field(description="The last of them. Example: `last { title start }`.")


@strawberry.type(
    description="Somebody with a part in the contacts of two polities. "
    'Example: `{ person: { name: "Marco Rubio" }, count: 3 }`.'
)
class Figure:
    person: Person = strawberry.field(description="Who. Example: `person { name polity { name } }`.")
    level: Level = strawberry.field(description="The rank of the offices held. Example: `MINISTERS`.")
    count: int = strawberry.field(description="Contacts attended. Example: `3`.")
    last: Meeting = strawberry.field(description="The last of them. Example: `last { title start }`.")


@strawberry.type(description="A time without a contact that took place. Example: `{ days: 1240 }`.")
class Gap:
    days: int = strawberry.field(description="Days from one to the other. Example: `1240`.")
    before: Meeting = strawberry.field(description="The last contact before it. Example: `before { title start }`.")
    after: Meeting = strawberry.field(
        description="The first contact after it: the first since the date of `before`. Example: `after { start }`."
    )


@strawberry.type(
    description="Journeys of one side to the other. "
    'Example: `{ guest: { name: "United States" }, host: { name: "Russia" }, count: 2 }`.'
)
class Travel:
    guest: Polity = strawberry.field(description="Who travelled. Example: `guest { name }`.")
    host: Polity = strawberry.field(description="To whose country. Example: `host { name }`.")
    count: int = strawberry.field(description="Contacts held in the host's country. Example: `2`.")
    last: Meeting = strawberry.field(description="The last of them. Example: `last { title venue { name } }`.")


@strawberry.type(
    description="All that passed between two polities. "
    'Example: `between(one: "Russia", other: "US") { count longestGap { days } }`.'
)
class Between:
    polities: list[Polity] = strawberry.field(description="The two. Example: `polities { name }`.")
    count: int = strawberry.field(description="Contacts that took place. Example: `12`.")
    ahead: int = strawberry.field(
        description="Contacts that are expected, possible or put off, and not known to have taken place. Example: `1`."
    )
    first: Meeting | None = strawberry.field(
        description="The first contact with a date that took place. Example: `first { title start }`."
    )
    last: Meeting | None = strawberry.field(
        description="The last contact with a date that took place. Example: `last { title start }`."
    )
    longest_gap: Gap | None = strawberry.field(
        description="The longest time between two contacts dated to the day; null where there are not two. "
        "Example: `longestGap { days before { start } after { start } }`."
    )
    levels: list[AtLevel] = strawberry.field(
        description="How high the contacts were, the highest first. Example: `levels { level count }`."
    )
    people: list[Figure] = strawberry.field(
        description="Who attended, the most often first, at most 50. Example: `people { person { name } count }`."
    )
    travels: list[Travel] = strawberry.field(
        description="Who travelled to whom, where the place is in one of the two countries. "
        "Example: `travels { guest { name } host { name } count }`."
    )
    meetings: Connection[Meeting] = strawberry.field(
        description="The contacts of every status, the newest first. Example: `meetings { nodes { title start } }`."
    )
    complete: bool = strawberry.field(
        description="False where there were more contacts than are looked at, which are the latest 2,000; narrow the "
        "time with `from` and `to` then. Example: `true`."
    )


_OF = "A person or a polity, by name or id. Example: `"


@strawberry.type
class RelationQuery:
    """The part of the questions that is about relations."""

    @resolved(
        "The counterparts of a person or a polity, the most frequent first, with the first and the last contact. "
        'Example: `ties(of: "Lavrov", from: "2025") { nodes { party { name } count first last } }`.'
    )
    async def ties(
        self,
        info: Info,
        of: Annotated[str, argument(_OF + '"Lavrov"`.')],
        counterparts: Annotated[
            Counterparts | None,
            argument("Count people or polities; by default the same as what is asked about. Example: `POLITIES`."),
        ] = None,
        kinds: Kinds = None,
        begin: From = None,
        until: To = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Tie]:
        window = Window(tuple(kinds or ()), begin, until)
        return await info.context.answers.ties(of, counterparts, window, Page(first, after), as_of)

    @resolved(
        "A shortest chain of contacts that took place between two people; null where there is none so short. "
        'Example: `path(from: "Kellogg", to: "Wang Yi") { length people { name } links { meetings { title } } }`.'
    )
    async def path(
        self,
        info: Info,
        begin: Annotated[str, argument('Where it begins: name or id of a person. Example: `"Kellogg"`.', name="from")],
        end: Annotated[str, argument('Where it ends: name or id of a person. Example: `"Wang Yi"`.', name="to")],
        since: Annotated[
            IsoDate | None, argument('Only contacts on or after this day, month or year. Example: `"2025-01"`.')
        ] = None,
        until: Annotated[
            IsoDate | None, argument('Only contacts by the end of this day, month or year. Example: `"2025"`.')
        ] = None,
        longest: Annotated[int, argument("The most contacts in the chain, from 1 to 6. Example: `4`.")] = 6,
        as_of: AsOf = None,
    ) -> Chain | None:
        return await info.context.answers.path(begin, end, Window((), since, until), longest, as_of)

    @resolved(
        "The contacts of one party, or of two with each other, as the timelines on other pages show them. "
        'Example: `timeline(of: ["Lavrov", "Rubio"]) { address meetings { nodes { title start status } } }`.'
    )
    async def timeline(
        self,
        info: Info,
        of: Annotated[
            list[str], argument('One or two people or polities, by name or id. Example: `["Lavrov", "Rubio"]`.')
        ],
        kinds: Kinds = None,
        begin: From = None,
        until: To = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Timeline:
        window = Window(tuple(kinds or ()), begin, until)
        return await info.context.answers.timeline(tuple(of), window, Page(first, after), as_of)

    @resolved(
        "All that passed between two polities: how often, who, at what level, the longest gap, who travelled to whom. "
        'Example: `between(one: "Russia", other: "US") { count levels { level count } longestGap { days } }`.'
    )
    async def between(
        self,
        info: Info,
        one: Annotated[str, argument('A polity: name, ISO code or id. Example: `"Russia"`.')],
        other: Annotated[str, argument('Another one: name, ISO code or id. Example: `"United States"`.')],
        kinds: Kinds = None,
        begin: From = None,
        until: To = None,
        as_of: AsOf = None,
    ) -> Between:
        return await info.context.answers.between(one, other, Window(tuple(kinds or ()), begin, until), as_of)
