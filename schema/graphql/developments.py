"""What changed, what was promised, what there is, and what an analyst should look at."""

from typing import Annotated

import strawberry

from schema.graphql.answers import Info, Page
from schema.graphql.arguments import DEFAULT_PAGE, After, AsOf, First
from schema.graphql.claims import Claim
from schema.graphql.connections import Connection
from schema.graphql.enums import Turn
from schema.graphql.fields import argument, resolved
from schema.graphql.meetings import Meeting, MeetingState
from schema.graphql.offices import Found
from schema.graphql.scalars import IsoDate
from schema.vocabulary import Subject


@strawberry.type(
    description='What the reports of one day changed of a contact. Example: `{ day: "2025-02-19", turns: [HELD] }`.'
)
class Change:
    day: IsoDate | None = strawberry.field(
        description='Day of the reports; null where they are undated. Example: `"2025-02-19"`.'
    )
    turns: list[Turn] = strawberry.field(description="What changed, the weightiest first. Example: `[HELD, MOVED]`.")
    before: MeetingState | None = strawberry.field(
        description="What was known before; null where it is new. Example: `before { status start }`."
    )
    after: MeetingState = strawberry.field(description="What was known then. Example: `after { status start }`.")
    meeting: Meeting = strawberry.field(
        description="The contact as it stands on the day asked for. Example: `meeting { id title participants { … } }`."
    )

    state_id: strawberry.Private[str]
    state_key: strawberry.Private[str]
    as_of: strawberry.Private[str | None]

    @resolved("The claims reported on that day. Example: `claims { quote article { title } }`.")
    async def claims(self, info: Info) -> list[Claim]:
        return await info.context.answers.claims_of_change(self)


@strawberry.type(
    description="What there is in the graph; each number is counted only when asked for. Example: `{ articles: 1200 }`."
)
class Stats:
    as_of: strawberry.Private[str | None]

    @resolved("Articles in the version that stands. Example: `1200`.")
    async def articles(self, info: Info) -> int:
        return await info.context.answers.stat("articles", self.as_of)

    @resolved("Claims in the ledger, of all versions. Example: `5400`.")
    async def claims(self, info: Info) -> int:
        return await info.context.answers.stat("claims", self.as_of)

    @resolved("Meetings that stand. Example: `2100`.")
    async def meetings(self, info: Info) -> int:
        return await info.context.answers.stat("meetings", self.as_of)

    @resolved("People. Example: `640`.")
    async def people(self, info: Info) -> int:
        return await info.context.answers.stat("people", self.as_of)

    @resolved("Countries, organisations and their bodies. Example: `130`.")
    async def polities(self, info: Info) -> int:
        return await info.context.answers.stat("polities", self.as_of)

    @resolved("Venues. Example: `210`.")
    async def venues(self, info: Info) -> int:
        return await info.context.answers.stat("venues", self.as_of)

    @resolved("Pairs that an analyst should look at. Example: `12`.")
    async def candidates(self, info: Info) -> int:
        return await info.context.answers.stat("candidates", self.as_of)

    @resolved('Day of the first dated report; null where there is none. Example: `"2024-06-24"`.')
    async def first_report(self, info: Info) -> IsoDate | None:
        return await info.context.answers.report_day(False, self.as_of)

    @resolved('Day of the last dated report; null where there is none. Example: `"2025-11-21"`.')
    async def last_report(self, info: Info) -> IsoDate | None:
        return await info.context.answers.report_day(True, self.as_of)


@strawberry.type(
    description="Two that may be one and were not joined, or were joined on thin grounds. "
    'Example: `{ subject: PERSON, score: 0.7, reasons: ["…"] }`.'
)
class Candidate:
    id: strawberry.ID = strawberry.field(description='Stable id of the pair. Example: `"qq7xk2mz4n5ab"`.')
    subject: Subject = strawberry.field(description="What the two are. Example: `PERSON`.")
    left_id: strawberry.ID = strawberry.field(description='Id of the one, for a judgement. Example: `"pq7xk2mz4n5ab"`.')
    right_id: strawberry.ID = strawberry.field(
        description='Id of the other, for a judgement. Example: `"pb7xk2mz4n5ab"`.'
    )
    left: Found | None = strawberry.field(
        description="The one, as it stands. Example: `left { ... on Person { name } }`."
    )
    right: Found | None = strawberry.field(
        description="The other, as it stands; the same where the two were joined. "
        "Example: `right { ... on Person { name } }`."
    )
    joined: bool = strawberry.field(description="Whether the two count as one so far. Example: `false`.")
    score: float = strawberry.field(description="How much speaks for their being one, from 0 to 1. Example: `0.7`.")
    reasons: list[str] = strawberry.field(
        description='What speaks for and against it; what decided stands last. Example: `["the same polity"]`.'
    )


@strawberry.type
class DevelopmentQuery:
    """The part of the questions that is about what is new and what is open."""

    @resolved(
        "What changed since a day or an article: contacts that are new, took place, moved, were called off or are "
        'contradicted; the earliest report first. Example: `changes(since: "2025-02-16") { nodes { turns '
        "meeting { title } } }`."
    )
    async def changes(
        self,
        info: Info,
        since: Annotated[
            IsoDate | None, argument('Only what was reported on or after this day. Example: `"2025-02-16"`.')
        ] = None,
        article: Annotated[
            strawberry.ID | None,
            argument('Only what was reported on or after the day of this article. Example: `"aq7xk2mz4n5ab"`.'),
        ] = None,
        turns: Annotated[
            list[Turn] | None, argument("Only changes of one of these kinds. Example: `[CANCELLED, CONTRADICTED]`.")
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Change]:
        return await info.context.answers.changes(since, article, tuple(turns or ()), Page(first, after), as_of)

    @resolved(
        "Contacts that were expected by a day that has passed, with no account that they took place; the latest first. "
        'Example: `promises(of: ["Putin"], by: "2025-03-01") { nodes { title start claims { quote } } }`.'
    )
    async def promises(
        self,
        info: Info,
        of: Annotated[
            list[str] | None,
            argument('Only those in which each of these has a part: names or ids. Example: `["Putin"]`.'),
        ] = None,
        by: Annotated[
            IsoDate | None,
            argument(
                'The day before which they were to take place; by default `asOf`, or today. Example: `"2025-03"`.'
            ),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Meeting]:
        return await info.context.answers.promises(tuple(of or ()), by, Page(first, after), as_of)

    @resolved("What there is in the graph. Example: `stats { articles meetings lastReport }`.")
    async def stats(self, info: Info, as_of: AsOf = None) -> Stats:  # noqa: ARG002 a resolver
        return Stats(as_of=as_of)

    @resolved(
        "Pairs that may be one, the likeliest first, for an analyst to judge. "
        "Example: `reviewQueue(subject: PERSON) { nodes { score reasons left { ... on Person { name } } } }`."
    )
    async def review_queue(
        self,
        info: Info,
        subject: Annotated[Subject | None, argument("Only pairs of these. Example: `PERSON`.")] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        as_of: AsOf = None,
    ) -> Connection[Candidate]:
        return await info.context.answers.review_queue(subject, Page(first, after), as_of)
