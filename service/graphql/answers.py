"""The answers to the schema's questions, read from the graph; one of these per request."""

import re
from typing import Any

from schema.errors import NotFound, QueryError
from schema.graphql.answers import ClaimsWanted, MeetingsWanted, Page
from schema.graphql.claims import Article, Claim, Mention
from schema.graphql.connections import Connection
from schema.graphql.meetings import Account, Disagreement, Meeting, MeetingState, Participant, Topic, Venue
from schema.graphql.parties import Contact, OfficeHeld, Party, Person, Polity
from schema.ledger import UNDATED
from service import finding
from service.graphql import accounts, cursors, listings, shapes
from service.graphql.batches import Batches
from service.graphql.directories import Names
from service.graphql.meanings import Meanings
from service.queries import Reader, claims, meetings, people

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _day(as_of: str | None) -> str:
    """The day to ask the graph for.

    Raises:
        QueryError: it is a month or a year.
    """
    if as_of is not None and not _DAY.fullmatch(as_of):
        raise QueryError(f"asOf: {as_of} is not a full day. Write one such as 2025-02-16.")
    return as_of or UNDATED


class GraphAnswers:
    """Answers from the graph that ``reader`` reads."""

    def __init__(self, reader: Reader, names: Names) -> None:
        self._reader = reader
        self._batches = Batches(reader)
        self._meanings = Meanings(reader, names)
        self._of_parties = listings.MeetingsOfParties(reader, self._meanings)

    async def person(self, person_id: str | None, name: str | None, as_of: str | None) -> Person:
        """The person of that id or name.

        Raises:
            QueryError: neither is given, or both.
            NotFound: nobody has that id or name, or nobody had been reported on by that day.
            Ambiguous: several are called that.
        """
        day = _day(as_of)
        if (person_id is None) == (name is None):
            raise QueryError("person: give either an id or a name.")
        asked = person_id or name or ""
        (meant,) = await self._meanings.people([asked])
        rows = await self._reader.read(people.PERSON, {"id": meant, "as_of": day})
        if not rows:
            raise NotFound(f"No report by {as_of} names {asked!r}. Ask for a later day.")
        return shapes.person(rows[0]["person"], as_of)

    async def people(
        self, search: str | None, polity: str | None, office: str | None, page: Page, as_of: str | None
    ) -> Connection[Person]:
        """People by name, or by likeness to what is searched for."""
        parameters: dict[str, Any] = {
            "as_of": _day(as_of),
            "polities": await self._meanings.polity(polity) if polity else None,
            "offices": await self._meanings.office(office) if office else None,
        }
        first = cursors.check_first(page.first)
        if search is not None:
            return await self._search(search, parameters, page, as_of)
        after = cursors.decode(page.after, "people", as_of, (str, str)) if page.after is not None else (None, None)
        parameters |= {"after_name": after[0], "after_id": after[1], "limit": first + 1}
        rows = [row["person"] for row in await self._reader.read(people.PEOPLE, parameters)]
        return cursors.connect(
            [shapes.person(row, as_of) for row in rows],
            [cursors.encode("people", as_of, (row["name"], row["id"])) for row in rows],
            first,
            page.after,
        )

    async def _search(
        self, search: str, parameters: dict[str, Any], page: Page, as_of: str | None
    ) -> Connection[Person]:
        alike = [(-likeness, person_id) for likeness, person_id in await self._meanings.search_people(search)]
        if page.after is not None:
            last = cursors.decode(page.after, "people found", as_of, (float, str))
            alike = [key for key in alike if key > last]
        ids = [person_id for _, person_id in alike]
        found = await self._reader.read(people.PEOPLE_AMONG, {**parameters, "ids": ids})
        rows = {row["person"]["id"]: row["person"] for row in found}
        shown = [key for key in alike if key[1] in rows]
        return cursors.connect(
            [shapes.person(rows[person_id], as_of) for _, person_id in shown],
            [cursors.encode("people found", as_of, key) for key in shown],
            page.first,
            page.after,
        )

    async def meeting(self, meeting_id: str, as_of: str | None) -> Meeting:
        """The meeting of that id, or the one it was merged into.

        Raises:
            NotFound: no meeting has that id, or none had been reported by that day.
        """
        day = _day(as_of)
        if found := await self._batches.meetings.load((meeting_id, as_of)):
            return found[0]
        rows = await self._reader.read(meetings.MEETING_MERGED, {"id": meeting_id, "as_of": day})
        if rows:
            return shapes.meeting(rows[0]["meeting"], as_of)
        when = f" by {as_of}" if as_of else ""
        raise NotFound(f"No meeting has the id {meeting_id!r}{when}. Ids are in the answers to `meetings`.")

    async def meetings(self, wanted: MeetingsWanted, page: Page, as_of: str | None) -> Connection[Meeting]:
        """The newest meetings that fit."""
        _day(as_of)
        return await listings.wanted_meetings(self._reader, self._meanings, wanted, page, as_of)

    async def claims(self, wanted: ClaimsWanted, page: Page, as_of: str | None) -> Connection[Claim]:
        """The claims reported last that fit."""
        day = _day(as_of)
        after = cursors.decode(page.after, "claims", as_of, (str, str)) if page.after is not None else (None, None)
        by_ids = await self._meanings.quoted(wanted.by) if wanted.by else []
        parameters = {
            "as_of": day,
            "meeting": (await self.meeting(wanted.meeting, as_of)).id if wanted.meeting else None,
            "article": wanted.article,
            "by": wanted.by,
            "by_ids": by_ids,
            "kinds": list(wanted.kinds) or None,
            "statuses": list(wanted.statuses) or None,
            "from": wanted.reported_from,
            "to": finding.upper(wanted.reported_to),
            "after_reported": after[0],
            "after_id": after[1],
            "limit": cursors.check_first(page.first) + 1,
        }
        rows = await self._reader.read(claims.CLAIMS, parameters)
        if wanted.by and not rows and not by_ids:
            raise (await self._meanings.directories()).polities.not_found(wanted.by)
        return cursors.connect(
            [shapes.claim(row, as_of) for row in rows],
            [cursors.encode("claims", as_of, (row["claim"].get("reported") or "", row["claim"]["id"])) for row in rows],
            page.first,
            page.after,
        )

    async def articles(
        self, publisher: str | None, begin: str | None, until: str | None, page: Page, as_of: str | None
    ) -> Connection[Article]:
        """The articles published last that fit, each in its current version."""
        day = _day(as_of)
        after = cursors.decode(page.after, "articles", as_of, (str, str)) if page.after is not None else (None, None)
        parameters = {
            "as_of": day,
            "publisher": publisher,
            "from": begin,
            "to": finding.upper(until),
            "after_published": after[0],
            "after_id": after[1],
            "limit": cursors.check_first(page.first) + 1,
        }
        rows = [row["article"] for row in await self._reader.read(claims.ARTICLES, parameters)]
        return cursors.connect(
            [shapes.article(row, as_of) for row in rows],
            [cursors.encode("articles", as_of, (row.get("published") or "", row["id"])) for row in rows],
            page.first,
            page.after,
        )

    async def offices(self, person: Person) -> list[OfficeHeld]:
        """The offices a person holds or held."""
        return await self._batches.offices.load((person.id, person.as_of))

    async def polity_of(self, person: Person) -> Polity | None:
        """The polity a person acts for."""
        if person.polity_id is None:
            return None
        return next(iter(await self._batches.polities.load((person.polity_id, person.as_of))), None)

    async def polity_above(self, polity: Polity) -> Polity | None:
        """The polity that this one is a body of."""
        return next(iter(await self._batches.polities_above.load((polity.id, polity.as_of))), None)

    async def meetings_of(self, party: Party, wanted: MeetingsWanted, page: Page) -> Connection[Meeting]:
        """The newest meetings of a person or a polity."""
        return await self._of_parties.of(party, wanted, page)

    async def contacts(self, person: Person, page: Page) -> Connection[Contact]:
        """A person's counterparts, the most frequent first."""
        first = cursors.check_first(page.first)
        everybody = await self._batches.contacts.load((person.id, person.as_of))
        keyed = [((-each.count, -each.ahead, str(each.person.id)), each) for each in everybody]
        keyed.sort(key=lambda pair: pair[0])
        if page.after is not None:
            last = cursors.decode(page.after, "contacts", person.as_of, (int, int, str))
            keyed = [pair for pair in keyed if pair[0] > last]
        shown = keyed[: first + 1]
        return cursors.connect(
            [each for _, each in shown],
            [cursors.encode("contacts", person.as_of, key) for key, _ in shown],
            first,
            page.after,
        )

    async def participants(self, meeting: Meeting) -> list[Participant]:
        """Who has what part in a meeting, in the order in which the articles name them."""
        return await self._batches.participants.load((meeting.key, meeting.as_of))

    async def claims_of_part(self, participant: Participant) -> list[Claim]:
        """The claims from which a participant's part in a meeting follows."""
        about = await self._batches.claims_about.load((participant.meeting_key, participant.as_of))
        return [claim for claim in about if claim.id in participant.claim_ids]

    async def venue(self, meeting: Meeting) -> Venue | None:
        """Where a meeting took or takes place."""
        return next(iter(await self._batches.venues.load((meeting.key, meeting.as_of))), None)

    async def topics(self, meeting: Meeting) -> list[Topic]:
        """What a meeting was about."""
        return await self._batches.topics.load((meeting.key, meeting.as_of))

    async def claims_about(self, meeting: Meeting) -> list[Claim]:
        """The claims a meeting rests on, by report."""
        return await self._batches.claims_about.load((meeting.key, meeting.as_of))

    async def accounts(self, meeting: Meeting) -> list[Account]:
        """A meeting's claims by who speaks."""
        return accounts.group(await self.claims_about(meeting))

    async def disagreements(self, meeting: Meeting) -> list[Disagreement]:
        """The fields on which a meeting's claims differ."""
        if not meeting.disagreeing:
            return []
        return accounts.differing(meeting.disagreeing, await self.claims_about(meeting))

    async def history(self, meeting: Meeting) -> list[MeetingState]:
        """What was known of a meeting and when."""
        return await self._batches.histories.load((meeting.id, meeting.as_of))

    async def follows(self, meeting: Meeting) -> list[Meeting]:
        """Earlier meetings that a meeting followed."""
        return await self._batches.followed.load((meeting.key, meeting.as_of))

    async def followed_by(self, meeting: Meeting) -> list[Meeting]:
        """Later meetings that followed a meeting."""
        return await self._batches.followers.load((meeting.key, meeting.as_of))

    async def meeting_claimed(self, claim: Claim) -> Meeting:
        """The meeting a claim is about."""
        return (await self._batches.meetings.load((claim.meeting_id, claim.as_of)))[0]

    async def mentions(self, claim: Claim) -> list[Mention]:
        """The sides of a claim as its article names them."""
        return await self._batches.mentions.load((claim.id, claim.as_of))

    async def text(self, article: Article) -> str:
        """An article's text."""
        return (await self._batches.texts.load((article.id, article.as_of)))[0]

    async def claims_in(self, article: Article) -> list[Claim]:
        """The claims of an article, in the order of its text."""
        return await self._batches.claims_in.load((article.id, article.as_of))
