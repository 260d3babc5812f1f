"""Claims, and the articles they stand in."""

import asyncio
from typing import Any

from schema.graphql.answers import ClaimsWanted, Page
from schema.graphql.claims import Article, Claim, Mention
from schema.graphql.connections import Connection
from schema.graphql.meetings import Meeting
from service import finding, windows
from service.graphql import cursors, shapes
from service.graphql.answers.base import day
from service.graphql.answers.meetings import MeetingAnswers
from service.queries import articles, claims


class ClaimAnswers(MeetingAnswers):
    """Answers about claims and articles."""

    async def claims(self, wanted: ClaimsWanted, page: Page, as_of: str | None) -> Connection[Claim]:
        """The claims reported last that fit."""
        asked, first = day(as_of), cursors.check_first(page.first)
        after = cursors.rank_after(page, "claims", as_of)
        by_ids = await self._meanings.quoted(wanted.by) if wanted.by is not None else []
        parameters = {
            "as_of": asked,
            "meeting": (await self.meeting(wanted.meeting, as_of)).id if wanted.meeting is not None else None,
            "article": wanted.article,
            "by": wanted.by,
            "by_ids": by_ids,
            "kinds": list(wanted.kinds) or None,
            "statuses": list(wanted.statuses) or None,
            "from": wanted.reported_from,
            "to": finding.upper(wanted.reported_to),
        }
        given = {"meeting": wanted.meeting, "article": wanted.article, "quoted": by_ids or None}
        head = next((name for name, value in given.items() if value is not None), None)
        if head is not None:
            limited = {**parameters, "after": after, "limit": first + 1}
            rows = await self._reader.read(claims.FROM[head], limited)
            found = windows.Rows(rows, rows[-1]["rank"] if len(rows) > first else None)
        else:
            after = max(after, finding.floor(wanted.reported_to))
            found = await windows.page(
                self._reader,
                claims.PROBE,
                claims.IN_WINDOW,
                parameters,
                after,
                first + 1,
                finding.ceiling(wanted.reported_from),
            )
        if wanted.by is not None and not found.rows and found.reached is None and not by_ids:
            raise (await self._meanings.directories()).polities.not_found(wanted.by)
        loaded = await asyncio.gather(*(self._batches.claims.load((row["id"], as_of)) for row in found.rows))
        pairs = [(claim[0], row["rank"]) for claim, row in zip(loaded, found.rows, strict=True) if claim]

        async def count() -> int:
            return await self._count(claims.COUNT_FROM.get(head or "", claims.COUNT_IN_WINDOW), parameters)

        return cursors.ranked(
            [claim for claim, _ in pairs], [rank for _, rank in pairs], found.reached, "claims", page, as_of, count
        )

    async def articles(
        self, publisher: str | None, begin: str | None, until: str | None, page: Page, as_of: str | None
    ) -> Connection[Article]:
        """The articles published last that fit, each in its current version."""
        asked, first = day(as_of), cursors.check_first(page.first)
        after = cursors.rank_after(page, "articles", as_of)
        parameters = {"as_of": asked, "publisher": publisher, "from": begin, "to": finding.upper(until)}
        if publisher is not None:
            await self._meanings.publisher(publisher)
            limited = {**parameters, "after": after, "limit": first + 1}
            rows = await self._reader.read(articles.FROM["publisher"], limited)
            found = windows.Rows(rows, rows[-1]["rank"] if len(rows) > first else None)
        else:
            after = max(after, finding.floor(until), finding.floor(as_of))
            found = await windows.page(
                self._reader, articles.PROBE, articles.IN_WINDOW, parameters, after, first + 1, finding.ceiling(begin)
            )

        async def count() -> int:
            query = articles.COUNT_FROM["publisher"] if publisher is not None else articles.COUNT_IN_WINDOW
            return await self._count(query, parameters)

        return cursors.ranked(
            [shapes.article(row, as_of) for row in found.rows],
            [row["rank"] for row in found.rows],
            found.reached,
            "articles",
            page,
            as_of,
            count,
        )

    async def _count(self, query: str, parameters: dict[str, Any]) -> int:
        async def count() -> int:
            rows = await self._reader.read(query, {**parameters, "after": "", "edge": windows.END})
            return int(rows[0]["count"]) if rows else 0

        return await self._meanings.number((query, repr(parameters)), count)

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
