"""The changes that the schema offers, made where they are permitted."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import strawberry

from schema.errors import Forbidden
from schema.graphql.mutation import Given, Judged, Loaded
from service.writing import Writer

if TYPE_CHECKING:
    from loaders.judge import Judged as Made


class GraphChanges:
    """Changes of the graph for one request."""

    def __init__(self, writer: Writer | None, refusal: str | None, done: Callable[[], None]) -> None:
        """``refusal`` says why nothing may be changed, or is None; ``done`` is called after each change."""
        self._writer = writer
        self._refusal = refusal
        self._done = done

    async def load(self, given: Given) -> Loaded:
        """An article is read and added.

        Raises:
            Forbidden: nothing may be changed.
            InputError: the article cannot be taken in.
        """
        fields = {name: value for name, value in asdict(given).items() if value is not None}
        article, is_new = await self._permitted().load(fields)
        self._done()
        return Loaded(article=strawberry.ID(article), is_new=is_new)

    async def same(self, left: str, right: str, author: str) -> Judged:
        """Two are one."""
        from loaders.judge import same

        return await self._judge(same, left, right, author=author)

    async def not_same(self, left: str, right: str, author: str) -> Judged:
        """Two are not one."""
        from loaders.judge import not_same

        return await self._judge(not_same, left, right, author=author)

    async def reject(self, claim: str, author: str) -> Judged:
        """A claim is wrong."""
        from loaders.judge import reject

        return await self._judge(reject, claim, author=author)

    async def correct(self, claim: str, field: str, value: str, author: str) -> Judged:
        """A claim's field has another value."""
        from loaders.judge import correct

        return await self._judge(correct, claim, field, value, author=author)

    async def retract(self, article: str, author: str) -> Judged:
        """An article counts no more."""
        from loaders.judge import retract

        return await self._judge(retract, article, author=author)

    async def undo(self, judgement: str, author: str) -> Judged:
        """A judgement is taken back."""
        from loaders.judge import undo

        return await self._judge(undo, judgement, author=author)

    async def _judge(self, decide: "Callable[..., Made]", *arguments: str, **named: Any) -> Judged:
        writer = self._permitted()
        made = await writer.run(lambda database: decide(database, *arguments, made=datetime.now(UTC), **named))
        self._done()
        return Judged(
            id=strawberry.ID(made.judgement.id),
            verb=made.judgement.verb,
            author=made.judgement.author,
            made=made.judgement.made,
            subject=made.subject,
            before=[strawberry.ID(each) for each in made.before],
            after=[strawberry.ID(each) for each in made.after],
            is_new=made.is_new,
        )

    def _permitted(self) -> Writer:
        if self._refusal is not None or self._writer is None:
            raise Forbidden(self._refusal or "Nothing can be changed from here.")
        return self._writer
