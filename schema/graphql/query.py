"""The questions that can be asked."""

from typing import Annotated

import strawberry

from schema.graphql.answers import ClaimsWanted, Info, MeetingsWanted, Page, PeopleWanted
from schema.graphql.arguments import DEFAULT_PAGE, After, AsOf, First, From, Kinds, Statuses, To
from schema.graphql.claims import Article, Claim
from schema.graphql.connections import Connection
from schema.graphql.developments import DevelopmentQuery
from schema.graphql.fields import argument, resolved, selected
from schema.graphql.meetings import Meeting
from schema.graphql.offices import OfficeQuery
from schema.graphql.parties import Person
from schema.graphql.relations import RelationQuery
from schema.graphql.scalars import IsoDate


@strawberry.type(
    description="The questions that can be asked. Wherever a person, polity, venue or topic is asked for, a name does "
    'as well as an id. Example: `{ meetings(anyOf: ["Lavrov"], first: 5) { nodes { title start } } }`.'
)
class Query(RelationQuery, OfficeQuery, DevelopmentQuery):
    @resolved('One person, by id or name. Example: `person(name: "Lavrov") { id name }`.')
    async def person(
        self,
        info: Info,
        id: Annotated[  # noqa: A002
            strawberry.ID | None,
            argument(
                'Id; one that was merged away leads to the person it was merged into. Example: `"pq7xk2mz4n5ab"`.'
            ),
        ] = None,
        name: Annotated[
            str | None,
            argument('Name or alias, in full or in part; one that fits several is an error. Example: `"Lavrov"`.'),
        ] = None,
        as_of: AsOf = None,
    ) -> Person | None:
        return await info.context.answers.person(id, name, as_of)

    @resolved(
        "People by name, or by how well they fit what is searched for. "
        'Example: `people(search: "lavrof") { nodes { id name } }`.'
    )
    async def people(
        self,
        info: Info,
        search: Annotated[
            str | None, argument('A name, in part or misspelt; the best fit comes first. Example: `"Zelensky"`.')
        ] = None,
        polity: Annotated[
            str | None,
            argument('Only holders of an office of this polity: name, ISO code or id. Example: `"Russia"`.'),
        ] = None,
        office: Annotated[
            str | None, argument('Only holders of this office: title, role or id. Example: `"Foreign Minister"`.')
        ] = None,
        at: Annotated[
            IsoDate | None,
            argument(
                "Only those who held the office then; terms that are not known count as without bounds. "
                'Example: `"2024-06"`.'
            ),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Person]:
        wanted = PeopleWanted(search, polity, office, at)
        return await info.context.answers.people(wanted, Page(first, after), as_of)

    @resolved('One meeting. Example: `meeting(id: "mq7xk2mz4n5ab") { title history { status } }`.')
    async def meeting(
        self,
        info: Info,
        id: Annotated[  # noqa: A002
            strawberry.ID,
            argument(
                'Id; one that was merged away leads to the meeting it was merged into. Example: `"mq7xk2mz4n5ab"`.'
            ),
        ],
        as_of: AsOf = None,
    ) -> Meeting | None:
        return await info.context.answers.meeting(id, as_of, selected(info._raw_info))

    @resolved(
        "Contacts of every kind, newest first, those without a date last. "
        'Example: `meetings(allOf: ["Lavrov", "Rubio"], from: "2025-02") { nodes { title start status } }`.'
    )
    async def meetings(
        self,
        info: Info,
        any_of: Annotated[
            list[str] | None,
            argument(
                "Only contacts in which at least one of these people or polities has a part: names or ids. "
                'Example: `["Lavrov", "China"]`.'
            ),
        ] = None,
        all_of: Annotated[
            list[str] | None,
            argument(
                "Only contacts in which each of these people or polities has a part: names or ids. "
                'Example: `["Lavrov", "Rubio"]`.'
            ),
        ] = None,
        pair: Annotated[
            list[str] | None,
            argument(
                "Only contacts that these two people or polities had, or are to have, with each other: not those from "
                'which one stays away or which one mediates. Example: `["Lavrov", "United States"]`.'
            ),
        ] = None,
        offices: Annotated[
            list[str] | None,
            argument(
                "Only contacts in which a holder of each of these offices has a part: titles, roles or ids. "
                'Example: `["foreign minister"]`.'
            ),
        ] = None,
        polities: Annotated[
            list[str] | None,
            argument(
                "Only contacts in which each of these polities has a part, itself or through somebody "
                'who acts for it: names, ISO codes or ids. Example: `["Russia", "United States"]`.'
            ),
        ] = None,
        kinds: Kinds = None,
        statuses: Statuses = None,
        begin: From = None,
        until: To = None,
        venue: Annotated[
            str | None,
            argument('Only contacts at this venue or in what lies in it: name or id. Example: `"Riyadh"`.'),
        ] = None,
        topic: Annotated[
            str | None, argument('Only contacts on this topic: name or id. Example: `"sanctions"`.')
        ] = None,
        text: Annotated[
            str | None,
            argument(
                "Only contacts with each of these words in the title or in a quote, letter case aside. Where few of "
                "very many contacts have them a page may be short though more follow: go on with `endCursor`. "
                'Example: `"prisoner exchange"`.'
            ),
        ] = None,
        reported_from: Annotated[
            IsoDate | None, argument('Only contacts reported on or after this day. Example: `"2025-02-01"`.')
        ] = None,
        reported_to: Annotated[
            IsoDate | None, argument('Only contacts reported by the end of this day or month. Example: `"2025-02"`.')
        ] = None,
        publisher: Annotated[
            str | None,
            argument(
                "Only contacts that this publisher reports, in the letter; with `reportedFrom` or `reportedTo`, "
                'reports then. Example: `"The Clarion"`.'
            ),
        ] = None,
        min_sources: Annotated[
            int | None, argument("Only contacts that at least so many independent articles report. Example: `2`.")
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Meeting]:
        wanted = MeetingsWanted(
            any_of=tuple(any_of or ()),
            all_of=tuple(all_of or ()),
            pair=tuple(pair or ()),
            offices=tuple(offices or ()),
            polities=tuple(polities or ()),
            kinds=tuple(kinds or ()),
            statuses=tuple(statuses or ()),
            begin=begin,
            until=until,
            venue=venue,
            topic=topic,
            text=text,
            publisher=publisher,
            reported_from=reported_from,
            reported_to=reported_to,
            min_sources=min_sources,
        )
        return await info.context.answers.meetings(wanted, Page(first, after), as_of)

    @resolved(
        "Claims, the latest report first. "
        'Example: `claims(by: "Russian Foreign Ministry") { nodes { quote article { url } } }`.'
    )
    async def claims(
        self,
        info: Info,
        meeting: Annotated[
            strawberry.ID | None, argument('Only claims about this meeting. Example: `"mq7xk2mz4n5ab"`.')
        ] = None,
        article: Annotated[
            strawberry.ID | None, argument('Only claims of this article. Example: `"aq7xk2mz4n5ab"`.')
        ] = None,
        by: Annotated[
            str | None,
            argument('Only claims of whoever is quoted under this name or id. Example: `"Russian Foreign Ministry"`.'),
        ] = None,
        kinds: Kinds = None,
        statuses: Statuses = None,
        reported_from: Annotated[
            IsoDate | None, argument('Only claims reported on or after this day. Example: `"2025-02-01"`.')
        ] = None,
        reported_to: Annotated[
            IsoDate | None, argument('Only claims reported by the end of this day or month. Example: `"2025-02"`.')
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Claim]:
        wanted = ClaimsWanted(
            meeting=meeting,
            article=article,
            by=by,
            kinds=tuple(kinds or ()),
            statuses=tuple(statuses or ()),
            reported_from=reported_from,
            reported_to=reported_to,
        )
        return await info.context.answers.claims(wanted, Page(first, after), as_of)

    @resolved(
        "Articles in their current version, the latest published first, those without a date last. "
        'Example: `articles(publisher: "The Clarion") { nodes { title published } }`.'
    )
    async def articles(
        self,
        info: Info,
        publisher: Annotated[
            str | None, argument('Only articles of this publisher, in the letter. Example: `"The Clarion"`.')
        ] = None,
        begin: Annotated[
            IsoDate | None,
            argument('Only articles published on or after this day. Example: `"2025-02-01"`.', name="from"),
        ] = None,
        until: Annotated[
            IsoDate | None,
            argument('Only articles published by the end of this day or month. Example: `"2025-02"`.', name="to"),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Article]:
        return await info.context.answers.articles(publisher, begin, until, Page(first, after), as_of)
