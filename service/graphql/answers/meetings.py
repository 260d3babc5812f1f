"""Meetings and what hangs on each."""

from collections.abc import Sequence

from schema.errors import NotFound
from schema.graphql.answers import MeetingsWanted, Page
from schema.graphql.claims import Claim
from schema.graphql.connections import Connection
from schema.graphql.meetings import Account, Disagreement, Meeting, MeetingState, Participant, Parts, Topic, Venue
from service.graphql import accounts, shapes
from service.graphql.answers.base import Base, day
from service.queries import hanging, meetings

_NOTHING: frozenset[str] = frozenset()


class MeetingAnswers(Base):
    """Answers about meetings."""

    async def meeting(self, meeting_id: str, as_of: str | None, selected: frozenset[str] = _NOTHING) -> Meeting:
        """The meeting of that id, or the one it was merged into, with those of its parts that are selected.

        Raises:
            NotFound: no meeting has that id, or none had been reported by that day.
        """
        asked = day(as_of)
        if wanted := selected & hanging.ALL:
            for row in await self._reader.read(hanging.OF_IDS[wanted], {"ids": [meeting_id], "as_of": asked}):
                for found, *parts in row["rows"]:
                    return shapes.meeting(found, as_of, shapes.parts([found["key"], *parts], wanted, as_of))
        elif there := await self._batches.meetings.load((meeting_id, as_of)):
            return there[0]
        rows = await self._reader.read(meetings.MEETINGS_MERGED, {"keys": [meeting_id], "as_of": asked})
        if rows:
            return shapes.meeting(rows[0]["meeting"], as_of)
        when = f" by {as_of}" if as_of else ""
        raise NotFound(f"No meeting has the id {meeting_id!r}{when}. Ids are in the answers to `meetings`.")

    async def meetings(self, wanted: MeetingsWanted, page: Page, as_of: str | None) -> Connection[Meeting]:
        """The newest meetings that fit."""
        day(as_of)
        return await self._listings.wanted(wanted, page, as_of)

    async def read_parts(self, of: Sequence[Meeting], wanted: frozenset[str]) -> None:
        """Have these parts of these meetings, of one day, at hand."""
        found = await self._batches.parts.load((tuple(meeting.key for meeting in of), of[0].as_of, wanted))
        for meeting, parts in zip(of, found, strict=True):
            meeting.parts = parts

    async def _parts(self, meeting: Meeting, part: str) -> Parts:
        if part in meeting.parts.read:
            return meeting.parts
        return (await self._batches.parts.load(((meeting.key,), meeting.as_of, frozenset({part}))))[0]

    async def participants(self, meeting: Meeting) -> list[Participant]:
        """Who has what part in a meeting, in the order in which the articles name them."""
        return [*(await self._parts(meeting, "participants")).participants]

    async def claims_of_part(self, participant: Participant) -> list[Claim]:
        """The claims from which a participant's part in a meeting follows."""
        asked = (participant.meeting_key,), participant.as_of, frozenset({"claims"})
        (about,) = await self._batches.parts.load(asked)
        return [claim for claim in about.claims if claim.id in participant.claim_ids]

    async def venue(self, meeting: Meeting) -> Venue | None:
        """Where a meeting took or takes place."""
        return (await self._parts(meeting, "venue")).venue

    async def topics(self, meeting: Meeting) -> list[Topic]:
        """What a meeting was about."""
        return [*(await self._parts(meeting, "topics")).topics]

    async def claims_about(self, meeting: Meeting) -> list[Claim]:
        """The claims a meeting rests on, by report."""
        return [*(await self._parts(meeting, "claims")).claims]

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
