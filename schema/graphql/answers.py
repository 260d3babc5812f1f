"""What the fields of the schema ask for. The service answers; this room only says what can be asked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import strawberry

from schema.graphql.arguments import DEFAULT_PAGE
from schema.vocabulary import Kind, Status, Subject

if TYPE_CHECKING:
    from schema.graphql.claims import Article, Claim, Mention
    from schema.graphql.connections import Connection
    from schema.graphql.developments import Candidate, Change
    from schema.graphql.enums import Counterparts, Turn
    from schema.graphql.meetings import Account, Disagreement, Meeting, MeetingState, Participant, Topic, Venue
    from schema.graphql.mutation import Changes
    from schema.graphql.offices import Hit, Holder, Office
    from schema.graphql.parties import Contact, OfficeHeld, Party, Person, Polity
    from schema.graphql.relations import Between, Chain, Tie, Timeline
    from schema.graphql.scalars import IsoDate
    from schema.graphql.subscription import News


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted."""

    first: int = DEFAULT_PAGE
    after: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingsWanted:
    """Which meetings are wanted; what is empty or None leaves all. Names do as well as ids."""

    any_of: tuple[str, ...] = ()
    """People or polities of whom at least one has a part."""
    all_of: tuple[str, ...] = ()
    """People or polities of whom each has a part."""
    pair: tuple[str, ...] = ()
    """Two people or polities that were, or are to be, in contact with each other: absentees and mediators are not."""
    offices: tuple[str, ...] = ()
    """Titles or roles; a holder of each has a part."""
    polities: tuple[str, ...] = ()
    """Polities of which each has a part, itself or through somebody who acts for it."""
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    begin: str | None = None
    until: str | None = None
    venue: str | None = None
    """A venue; what lies in it counts too."""
    topic: str | None = None
    text: str | None = None
    """Words that all stand in the title or in a quote."""
    publisher: str | None = None
    reported_from: str | None = None
    reported_to: str | None = None
    min_sources: int | None = None
    """The least number of independent articles."""
    ended_before: str | None = None
    """Which by their date were over before this day, month or year."""


@dataclass(frozen=True, slots=True)
class ClaimsWanted:
    """Which claims are wanted; what is empty or None leaves all."""

    meeting: str | None = None
    article: str | None = None
    by: str | None = None
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    reported_from: str | None = None
    reported_to: str | None = None


@dataclass(frozen=True, slots=True)
class PeopleWanted:
    """Which people are wanted; what is None leaves all."""

    search: str | None = None
    polity: str | None = None
    office: str | None = None
    at: str | None = None
    """A day, month or year in which the office was held."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which contacts count; what is empty or None leaves all."""

    kinds: tuple[Kind, ...] = ()
    begin: str | None = None
    until: str | None = None


class Answers(Protocol):
    """Answers to the fields of the schema. ``as_of`` is the day asked for, or None for today."""

    async def person(self, person_id: str | None, name: str | None, as_of: str | None) -> "Person": ...
    async def people(self, wanted: PeopleWanted, page: Page, as_of: str | None) -> "Connection[Person]": ...
    async def meeting(self, meeting_id: str, as_of: str | None, selected: frozenset[str]) -> "Meeting": ...
    async def meetings(self, wanted: MeetingsWanted, page: Page, as_of: str | None) -> "Connection[Meeting]": ...
    async def claims(self, wanted: ClaimsWanted, page: Page, as_of: str | None) -> "Connection[Claim]": ...
    async def articles(
        self, publisher: str | None, begin: str | None, until: str | None, page: Page, as_of: str | None
    ) -> "Connection[Article]": ...

    async def ties(
        self, of: str, counterparts: "Counterparts | None", window: Window, page: Page, as_of: str | None
    ) -> "Connection[Tie]": ...
    async def path(self, begin: str, end: str, window: Window, longest: int, as_of: str | None) -> "Chain | None": ...
    async def timeline(self, of: tuple[str, ...], window: Window, page: Page, as_of: str | None) -> "Timeline": ...
    async def between(self, one: str, other: str, window: Window, as_of: str | None) -> "Between": ...

    async def offices_listed(
        self, search: str | None, polity: str | None, page: Page, as_of: str | None
    ) -> "Connection[Office]": ...
    async def venues_listed(
        self, search: str | None, within: str | None, page: Page, as_of: str | None
    ) -> "Connection[Venue]": ...
    async def search(self, text: str, page: Page, as_of: str | None) -> "Connection[Hit]": ...
    async def holders(self, office: "Office") -> "list[Holder]": ...
    async def meetings_at(self, venue: "Venue", wanted: MeetingsWanted, page: Page) -> "Connection[Meeting]": ...
    async def venue_around(self, venue: "Venue") -> "Venue | None": ...

    async def changes(
        self, since: str | None, article: str | None, turns: "tuple[Turn, ...]", page: Page, as_of: str | None
    ) -> "Connection[Change]": ...
    async def claims_of_change(self, change: "Change") -> "list[Claim]": ...
    async def promises(
        self, of: tuple[str, ...], by: str | None, page: Page, as_of: str | None
    ) -> "Connection[Meeting]": ...
    async def stat(self, what: str, as_of: str | None) -> int: ...
    async def report_day(self, last: bool, as_of: str | None) -> "IsoDate | None": ...
    async def review_queue(
        self, subject: "Subject | None", page: Page, as_of: str | None
    ) -> "Connection[Candidate]": ...

    async def rivals(self, person: "Person") -> "list[Person]": ...
    async def claims_naming(self, party: "Party", page: Page) -> "Connection[Claim]": ...
    async def offices(self, person: "Person") -> "list[OfficeHeld]": ...
    async def meetings_of(self, party: "Party", wanted: MeetingsWanted, page: Page) -> "Connection[Meeting]": ...
    async def contacts(self, person: "Person", page: Page) -> "Connection[Contact]": ...
    async def polity_of(self, person: "Person") -> "Polity | None": ...
    async def polity_above(self, polity: "Polity") -> "Polity | None": ...

    async def participants(self, meeting: "Meeting") -> "list[Participant]": ...
    async def claims_of_part(self, participant: "Participant") -> "list[Claim]": ...
    async def venue(self, meeting: "Meeting") -> "Venue | None": ...
    async def topics(self, meeting: "Meeting") -> "list[Topic]": ...
    async def claims_about(self, meeting: "Meeting") -> "list[Claim]": ...
    async def accounts(self, meeting: "Meeting") -> "list[Account]": ...
    async def disagreements(self, meeting: "Meeting") -> "list[Disagreement]": ...
    async def history(self, meeting: "Meeting") -> "list[MeetingState]": ...
    async def follows(self, meeting: "Meeting") -> "list[Meeting]": ...
    async def followed_by(self, meeting: "Meeting") -> "list[Meeting]": ...

    async def meeting_claimed(self, claim: "Claim") -> "Meeting": ...
    async def mentions(self, claim: "Claim") -> "list[Mention]": ...
    async def text(self, article: "Article") -> str: ...
    async def claims_in(self, article: "Article") -> "list[Claim]": ...


class Context(Protocol):
    """What every resolver finds in its ``info``."""

    @property
    def answers(self) -> Answers: ...
    @property
    def changes(self) -> "Changes": ...
    @property
    def news(self) -> "News": ...


Info = strawberry.Info[Context, None]
