"""Meetings: contacts of any kind, folded from the claims about them."""

from dataclasses import dataclass

import strawberry

from schema.graphql.answers import Info, MeetingsWanted, Page
from schema.graphql.arguments import DEFAULT_PAGE, After, First, From, Kinds, Statuses, To
from schema.graphql.claims import Claim
from schema.graphql.connections import Connection
from schema.graphql.fields import resolved
from schema.graphql.parties import Party
from schema.graphql.scalars import IsoDate
from schema.vocabulary import Attendance, Kind, Precision, Status


@strawberry.type(description='Where a contact took or takes place. Example: `{ name: "Riyadh", kind: "city" }`.')
class Venue:
    as_of: strawberry.Private[str | None]
    id: strawberry.ID = strawberry.field(description='Stable id. Example: `"vq7xk2mz4n5ab"`.')
    name: str = strawberry.field(description='Name. Example: `"Riyadh"`.')
    kind: str | None = strawberry.field(
        description='Site, city, country, or a place of which no more is known. Example: `"city"`.'
    )
    country: str | None = strawberry.field(description='The country it is in. Example: `"Saudi Arabia"`.')
    lat: float | None = strawberry.field(description="Latitude in degrees. Example: `24.69`.")
    lon: float | None = strawberry.field(description="Longitude in degrees. Example: `46.72`.")

    @resolved("The place it lies in; null for a country. Example: `within { name }`, Saudi Arabia for Riyadh.")
    async def within(self, info: Info) -> "Venue | None":
        return await info.context.answers.venue_around(self)

    @resolved(
        "What met there and in all that lies in it, the newest first. "
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
    ) -> Connection["Meeting"]:
        wanted = MeetingsWanted(kinds=tuple(kinds or ()), statuses=tuple(statuses or ()), begin=begin, until=until)
        return await info.context.answers.meetings_at(self, wanted, Page(first, after))


@strawberry.type(description='What a contact was about. Example: `{ name: "sanctions" }`.')
class Topic:
    id: strawberry.ID = strawberry.field(description='Stable id. Example: `"tq7xk2mz4n5ab"`.')
    name: str = strawberry.field(description='Name. Example: `"sanctions"`.')


@strawberry.type(
    description="A party and its part in a contact. "
    'Example: `{ party: { name: "Sergei Lavrov" }, attendance: ATTENDED }`.'
)
class Participant:
    as_of: strawberry.Private[str | None]
    meeting_key: strawberry.Private[str]
    claim_ids: strawberry.Private[frozenset[str]]
    party: Party = strawberry.field(description="The person or polity. Example: `party { id name }`.")
    attendance: Attendance = strawberry.field(description="Its part. Example: `ABSENT`.")
    inferred: str | None = strawberry.field(
        description="How it is known that the person is meant, where all articles name a post only; null where one "
        'names the party. Example: `"“French foreign minister”: by the list of office-holders, since 2024-09-21"`.'
    )

    @resolved("The claims that give it this part. Example: `claims { quote article { url } }`.")
    async def claims(self, info: Info) -> list[Claim]:
        return await info.context.answers.claims_of_part(self)


@strawberry.type(
    description="What one source of accounts says of a contact: somebody quoted, or an outlet in its own words. "
    'Example: `{ by: "Russian Foreign Ministry", topics: ["sanctions"] }`.'
)
class Account:
    by: str = strawberry.field(
        description='Who is quoted, or the publisher in its own words. Example: `"Russian Foreign Ministry"`.'
    )
    party: Party | None = strawberry.field(
        description="The person or polity quoted, where it is one in the graph. Example: `party { id name }`."
    )
    own_words: bool = strawberry.field(
        description="Whether the publisher speaks, rather than somebody quoted. Example: `false`."
    )
    topics: list[str] = strawberry.field(
        description='What the contact was about, by this account. Example: `["sanctions", "embassies"]`.'
    )
    claims: list[Claim] = strawberry.field(
        description="The claims that make up this account, each with quote and article. "
        "Example: `claims { quote article { url } }`."
    )


@strawberry.type(description='One value of a field on which claims differ. Example: `{ value: "2025-02-15" }`.')
class ClaimedValue:
    value: str = strawberry.field(
        description='The value as claimed; a longer time as ISO 8601 has it. Example: `"2025-02-15/2025-02-17"`.'
    )
    claims: list[Claim] = strawberry.field(description="The claims that give it. Example: `claims { by quote }`.")


@strawberry.type(description='A field on which the claims on a contact differ. Example: `{ field: "date" }`.')
class Disagreement:
    field: str = strawberry.field(description='The field. Example: `"date"`.')
    values: list[ClaimedValue] = strawberry.field(
        description="What is claimed, and by which claims. Example: `values { value claims { by } }`."
    )


@strawberry.type(
    description="What was known of a contact over a span of report days. "
    'Example: `{ knownFrom: "2025-02-10", knownUntil: "2025-02-16", status: EXPECTED }`.'
)
class MeetingState:
    known_from: IsoDate | None = strawberry.field(
        description='First report day on which this stood; null where the reports are undated. Example: `"2025-02-10"`.'
    )
    known_until: IsoDate | None = strawberry.field(
        description='Report day that changed it; null where it still stands. Example: `"2025-02-16"`.'
    )
    kind: Kind = strawberry.field(description="How they were, or were to be, in contact. Example: `MEETING`.")
    status: Status = strawberry.field(description="Whether it took place, as known then. Example: `EXPECTED`.")
    start: IsoDate | None = strawberry.field(description='When, as known then. Example: `"2025-02"`.')
    end: IsoDate | None = strawberry.field(description='Last day, as known then. Example: `"2025-02-18"`.')
    precision: Precision | None = strawberry.field(description="How exact `start` is. Example: `MONTH`.")
    title: str = strawberry.field(description='Title, as known then. Example: `"Lavrov – Rubio meeting"`.')
    sources: int = strawberry.field(description="Independent articles by then. Example: `2`.")


@dataclass(frozen=True, slots=True)
class Parts:
    """What hangs on a meeting, as far as it has been read."""

    read: frozenset[str] = frozenset()
    """Names of the parts that are there."""
    participants: tuple[Participant, ...] = ()
    venue: Venue | None = None
    topics: tuple[Topic, ...] = ()
    claims: tuple[Claim, ...] = ()


@strawberry.type(
    description="One contact of any kind: a call, a visit, talks, a summit, held or not. "
    'Example: `{ title: "Call: Rubio, Lavrov", status: HELD, start: "2025-02-15" }`.'
)
class Meeting:
    as_of: strawberry.Private[str | None]
    key: strawberry.Private[str]
    disagreeing: strawberry.Private[tuple[str, ...]]
    parts: strawberry.Private[Parts] = Parts()
    id: strawberry.ID = strawberry.field(
        description='Stable id; one that was merged away leads here. Example: `"mq7xk2mz4n5ab"`.'
    )
    title: str = strawberry.field(description='A short title. Example: `"Call: Rubio, Lavrov"`.')
    kind: Kind = strawberry.field(description="How they were in contact. Example: `CALL`.")
    status: Status = strawberry.field(description="Whether it took place. Example: `HELD`.")
    start: IsoDate | None = strawberry.field(
        description='When, or when it began, no more exact than known. Example: `"2025-02-15"`.'
    )
    end: IsoDate | None = strawberry.field(description='Last day of a longer contact. Example: `"2025-02-18"`.')
    precision: Precision | None = strawberry.field(description="How exact `start` is. Example: `DAY`.")
    sources: int = strawberry.field(
        description="How many independent articles report it; copies of one wire text count once. Example: `2`."
    )

    @resolved(
        "Who has what part in it, absentees included. Example: `participants { attendance party { name } }`.",
        part="participants",
    )
    async def participants(self, info: Info) -> list[Participant]:
        return await info.context.answers.participants(self)

    @resolved("Where; null where unknown, or for a call. Example: `venue { name country }`.", part="venue")
    async def venue(self, info: Info) -> Venue | None:
        return await info.context.answers.venue(self)

    @resolved("What it was about, over all accounts. Example: `topics { name }`.", part="topics")
    async def topics(self, info: Info) -> list[Topic]:
        return await info.context.answers.topics(self)

    @resolved(
        "Every claim it rests on, the earliest report first. Example: `claims { quote article { url } }`.",
        part="claims",
    )
    async def claims(self, info: Info) -> list[Claim]:
        return await info.context.answers.claims_about(self)

    @resolved(
        "The claims grouped by who is quoted, so that differing accounts stand side by side. "
        "Example: `accounts { by topics claims { quote } }`."
    )
    async def accounts(self, info: Info) -> list[Account]:
        return await info.context.answers.accounts(self)

    @resolved(
        "The fields on which the claims differ, with the values claimed. "
        "Example: `disagreements { field values { value claims { by } } }`."
    )
    async def disagreements(self, info: Info) -> list[Disagreement]:
        return await info.context.answers.disagreements(self)

    @resolved(
        "What was known of it and when, by report day, the earliest first. "
        "Example: `history { knownFrom status start }`."
    )
    async def history(self, info: Info) -> list[MeetingState]:
        return await info.context.answers.history(self)

    @resolved("Earlier contacts that this one followed. Example: `follows { title start }`.")
    async def follows(self, info: Info) -> list["Meeting"]:
        return await info.context.answers.follows(self)

    @resolved("Later contacts that followed this one. Example: `followedBy { title start }`.")
    async def followed_by(self, info: Info) -> list["Meeting"]:
        return await info.context.answers.followed_by(self)
