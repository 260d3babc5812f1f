"""Where every fact comes from: articles, and what each claims."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from schema.graphql.answers import Info
from schema.graphql.fields import resolved
from schema.graphql.parties import Party
from schema.graphql.scalars import IsoDate
from schema.vocabulary import Attendance, Kind, Precision, Status

if TYPE_CHECKING:
    from schema.graphql.meetings import Meeting

LazyMeeting = Annotated["Meeting", strawberry.lazy("schema.graphql.meetings")]


@strawberry.type(
    description='One version of one source text. Example: `{ publisher: "The Clarion", published: "2025-02-16" }`.'
)
class Article:
    as_of: strawberry.Private[str | None]
    id: strawberry.ID = strawberry.field(description='Stable id of this version. Example: `"aq7xk2mz4n5ab"`.')
    title: str = strawberry.field(description='Headline. Example: `"Lavrov and Rubio speak by phone"`.')
    url: str | None = strawberry.field(description='Address. Example: `"https://clarion.example/lavrov-rubio"`.')
    publisher: str | None = strawberry.field(description='Publisher. Example: `"The Clarion"`.')
    published: IsoDate | None = strawberry.field(
        description='Day of publication; null where the source gives none. Example: `"2025-02-16"`.'
    )
    language: str = strawberry.field(description='Language of the text. Example: `"en"`.')

    @resolved('The text that the offsets of claims count in. Example: `"MOSCOW — Foreign …"`.')
    async def text(self, info: Info) -> str:
        return await info.context.answers.text(self)

    @resolved("What this article claims, in the order of the text. Example: `claims { quote }`.")
    async def claims(self, info: Info) -> list["Claim"]:
        return await info.context.answers.claims_in(self)


@strawberry.type(
    description="One side of a claim as the article names it. "
    'Example: `{ name: "Sergei Lavrov", title: "Foreign Minister", of: "Russia" }`.'
)
class Mention:
    id: strawberry.ID = strawberry.field(description='Stable id. Example: `"nq7xk2mz4n5ab"`.')
    name: str = strawberry.field(description='The fullest name the article gives. Example: `"Sergei Lavrov"`.')
    surface: str = strawberry.field(description='The words between the offsets. Example: `"Mr Lavrov"`.')
    title: str | None = strawberry.field(description='Title of the office named. Example: `"Foreign Minister"`.')
    of: str | None = strawberry.field(description='Whose office it is, as named. Example: `"Russia"`.')
    attendance: Attendance | None = strawberry.field(description="Part in the contact. Example: `ATTENDED`.")
    begin: int = strawberry.field(description="Offset of the first character in the article's text. Example: `120`.")
    end: int = strawberry.field(description="Offset after the last character. Example: `129`.")
    party: Party | None = strawberry.field(description="Who is meant. Example: `party { id name }`.")


@strawberry.type(
    description="What one article says of one contact, in its own words or as it quotes somebody. "
    'Example: `{ quote: "Lavrov spoke with Rubio on Saturday", status: HELD, by: null }`.'
)
class Claim:
    as_of: strawberry.Private[str | None]
    meeting_id: strawberry.Private[str]
    id: strawberry.ID = strawberry.field(description='Stable id. Example: `"cq7xk2mz4n5ab"`.')
    quote: str = strawberry.field(
        description='The evidence, verbatim. Example: `"Lavrov spoke with Rubio by telephone on Saturday."`.'
    )
    begin: int = strawberry.field(description="Offset of the quote in the article's text. Example: `120`.")
    end: int = strawberry.field(description="Offset after the quote's last character. Example: `169`.")
    kind: Kind = strawberry.field(description="How they were in contact. Example: `CALL`.")
    status: Status | None = strawberry.field(
        description="Whether it took place; null where a quoted claim says nothing of it. Example: `HELD`."
    )
    date: IsoDate | None = strawberry.field(description='When, as this claim has it. Example: `"2025-02-15"`.')
    date_end: IsoDate | None = strawberry.field(description='Last day of a longer contact. Example: `"2025-02-17"`.')
    precision: Precision | None = strawberry.field(description="How exact `date` is. Example: `DAY`.")
    venue: str | None = strawberry.field(description='Where, as this claim has it. Example: `"Riyadh"`.')
    topics: list[str] = strawberry.field(description='About what, as this claim has it. Example: `["Ukraine"]`.')
    by_name: str | None = strawberry.field(
        name="by",
        description='Who is quoted; null for the article\'s own words. Example: `"Russian Foreign Ministry"`.',
    )
    reported: IsoDate | None = strawberry.field(description='Day of the report. Example: `"2025-02-16"`.')
    confidence: float = strawberry.field(description="How sure the rule is, from 0 to 1. Example: `0.9`.")
    rule: str = strawberry.field(description='Name of the rule that found it. Example: `"call-verb"`.')
    quoted: Party | None = strawberry.field(description="The person or polity quoted. Example: `quoted { id name }`.")
    article: Article = strawberry.field(
        description="The article it stands in. Example: `article { title url publisher published }`."
    )

    @resolved("The meeting it is about. Example: `meeting { id title }`.")
    async def meeting(self, info: Info) -> LazyMeeting:
        return await info.context.answers.meeting_claimed(self)

    @resolved(
        "The sides as the article names them; a claim of somebody quoted has none and shares those of the article's "
        "own claim. Example: `mentions { name title of }`."
    )
    async def mentions(self, info: Info) -> list[Mention]:
        return await info.context.answers.mentions(self)
