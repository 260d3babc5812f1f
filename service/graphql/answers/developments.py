"""What changed, what was promised, what there is, and what should be looked at."""

from datetime import UTC, datetime

import strawberry

from schema.errors import NotFound, QueryError
from schema.graphql.answers import MeetingsWanted, Page
from schema.graphql.claims import Claim
from schema.graphql.connections import Connection
from schema.graphql.developments import Candidate, Change
from schema.graphql.enums import Turn
from schema.graphql.meetings import Meeting
from schema.graphql.offices import Found
from schema.graphql.scalars import IsoDate
from schema.ledger import UNDATED
from schema.vocabulary import Status, Subject
from service.graphql import cursors, shapes
from service.graphql.answers.base import Base, day
from service.graphql.turns import turns as turns_of
from service.queries import Record, articles, developments, meetings, people

_WINDOW, _WIDER, _LOOKED_AT = 200, 8, 20_000
"""States in the first window, how many times as many in the next, and in all of a page."""


class DevelopmentAnswers(Base):
    """Answers about what is new and what is open."""

    async def changes(
        self, since: str | None, article: str | None, turns: tuple[Turn, ...], page: Page, as_of: str | None
    ) -> Connection[Change]:
        """What changed since a day or an article, the earliest report first.

        Raises:
            QueryError: neither is given, or both, or the article has no day.
            NotFound: there is no such article.
        """
        asked, first = day(as_of), cursors.check_first(page.first)
        begin = await self._since(since, article)
        after_id: str | None = None
        if page.after is not None:
            after_day, after_id = map(str, cursors.decode(page.after, "changes", as_of, (str, str)))
            begin, after_id = max((begin, ""), (after_day, after_id))
        found: list[Change] = []
        window, looked, more = max(_WINDOW, 4 * first), 0, True
        reached = (begin, after_id or "")
        while more and len(found) <= first and looked < _LOOKED_AT:
            (probe,) = await self._reader.read(developments.PROBE, {"since": reached[0], "window": window})
            edge = probe["edge"] or UNDATED
            more = probe["looked"] == window and edge < asked
            limit = window
            given = {"since": reached[0], "edge": edge if more else asked, "as_of": asked, "limit": limit}
            states = [
                row["meeting"]
                for row in await self._reader.read(developments.STATES, {**given, "after_id": reached[1] or None})
            ]
            more = more or len(states) == limit
            found += await self._changed(states, turns, as_of)
            looked += max(len(states), 1)
            if states:
                reached = (states[-1]["known_from"], states[-1]["id"])
            elif more:
                reached = (edge, "~")
            window *= _WIDER
        keys = [(each.day or UNDATED, str(each.state_id)) for each in found]
        connection = cursors.connect(found, [cursors.encode("changes", as_of, key) for key in keys], first, page.after)
        if more and len(found) <= first:
            connection.page_info.has_next_page = True
            connection.page_info.end_cursor = cursors.encode("changes", as_of, reached)
        return connection

    async def _since(self, since: str | None, article: str | None) -> str:
        if (since is None) == (article is None):
            raise QueryError("changes: give either `since` or `article`.")
        if since is not None:
            return since
        rows = await self._reader.read(articles.REPORTED_ON, {"id": article})
        if not rows:
            raise NotFound(f"No article has the id {article!r}. Ids are in the answers to `articles`.")
        if rows[0]["day"] is None:
            raise QueryError(f"The article {article} has no date of publication. Give a day with `since`.")
        return str(rows[0]["day"])

    async def _changed(self, states: list[Record], wanted: tuple[Turn, ...], as_of: str | None) -> list[Change]:
        rows = [{"id": state["id"], "day": state["known_from"]} for state in states]
        ended = await self._reader.read(developments.BEFORE, {"rows": rows}) if rows else []
        before = {(row["id"], row["meeting"]["known_until"]): row["meeting"] for row in ended}
        told = []
        for state in states:
            earlier = before.get((state["id"], state["known_from"]))
            found = turns_of(earlier, state)
            if not wanted or set(found) & set(wanted):
                told.append((state, earlier, found))
        now = await self._loaded(self._batches.meetings, [state["id"] for state, _, _ in told], as_of)
        return [
            Change(
                day=shapes.report_day(state["known_from"]),
                turns=found,
                before=shapes.state(earlier, as_of) if earlier else None,
                after=shapes.state(state, as_of),
                meeting=now[state["id"]][0] if state["id"] in now else shapes.meeting(state, as_of),
                state_id=state["id"],
                state_key=state["key"],
                as_of=as_of,
            )
            for state, earlier, found in told
        ]

    async def claims_of_change(self, change: Change) -> list[Claim]:
        """The claims reported on the day of a change."""
        claims = await self._batches.claims_of_state.load((change.state_key, change.as_of))
        return [claim for claim in claims if claim.reported == change.day]

    async def promises(self, of: tuple[str, ...], by: str | None, page: Page, as_of: str | None) -> Connection[Meeting]:
        """Contacts that were expected by a day that has passed."""
        day(as_of)
        due = by or as_of or datetime.now(UTC).date().isoformat()
        wanted = MeetingsWanted(all_of=of, statuses=(Status.EXPECTED,), until=due, ended_before=due)
        return await self._listings.wanted(wanted, page, as_of)

    async def stat(self, what: str, as_of: str | None) -> int:
        """How many there are."""
        given = {"as_of": day(as_of), "undated": UNDATED}

        async def count() -> int:
            return int((await self._reader.read(developments.COUNTS[what], given))[0]["count"])

        return await self._meanings.number((what, as_of), count)

    async def report_day(self, last: bool, as_of: str | None) -> IsoDate | None:
        """The day of the first or the last report."""
        query = developments.LAST_REPORT if last else developments.FIRST_REPORT
        return shapes.report_day((await self._reader.read(query, {"as_of": day(as_of)}))[0]["day"])

    async def review_queue(self, subject: Subject | None, page: Page, as_of: str | None) -> Connection[Candidate]:
        """Pairs that may be one, the likeliest first."""
        first = cursors.check_first(page.first)
        after = cursors.decode(page.after, "pairs", as_of, (float, str)) if page.after is not None else (None, None)
        given = {"as_of": day(as_of), "subject": subject.value if subject else None}
        parameters = {**given, "after_score": after[0], "after_id": after[1], "limit": first + 1}
        rows = [row["candidate"] for row in await self._reader.read(developments.CANDIDATES, parameters)]
        there = await self._judged([each for row in rows for each in (row["left"], row["right"])], as_of)

        async def count() -> int:
            return int((await self._reader.read(developments.COUNT_CANDIDATES, given))[0]["count"])

        return cursors.connect(
            [
                Candidate(
                    id=strawberry.ID(row["id"]),
                    subject=Subject(row["subject"]),
                    left_id=strawberry.ID(row["left"]),
                    right_id=strawberry.ID(row["right"]),
                    left=there.get(row["left"]),
                    right=there.get(row["right"]),
                    joined=row["joined"],
                    score=row["score"],
                    reasons=list(row["reasons"]),
                )
                for row in rows
            ],
            [cursors.encode("pairs", as_of, (float(row["score"]), row["id"])) for row in rows],
            first,
            page.after,
            count,
        )

    async def _judged(self, ids: list[str], as_of: str | None) -> dict[str, Found]:
        """What has these ids, or had them before it was merged."""
        found = await self._named(ids, as_of)
        gone = [each for each in ids if each.startswith("p") and each not in found]
        if gone:
            now = {row["id"]: row["now"] for row in await self._reader.read(people.MERGED_PEOPLE, {"ids": gone})}
            persons = await self._named([*now.values()], as_of)
            found |= {each: persons[one] for each, one in now.items() if one in persons}
        gone = [each for each in ids if each.startswith("m") and each not in found]
        if gone:
            given = {"keys": gone, "as_of": as_of or UNDATED}
            for row in await self._reader.read(meetings.MEETINGS_MERGED, given):
                found[row["key"]] = shapes.meeting(row["meeting"], as_of)
        return found
