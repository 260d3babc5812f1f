"""What changes the graph. Every change is a further entry in the ledger, and can be undone by one."""

from dataclasses import dataclass
from typing import Annotated, Protocol

import strawberry

from schema.graphql.answers import ClaimsWanted, Info, Page
from schema.graphql.arguments import DEFAULT_PAGE, After, First
from schema.graphql.claims import Claim
from schema.graphql.connections import Connection
from schema.graphql.fields import argument, resolved
from schema.vocabulary import Subject, Verb


@dataclass(frozen=True, slots=True)
class Given:
    """An article as it is handed in, not yet looked at."""

    text: str
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None


@strawberry.input(
    description="An article, with the keys that `diplograph load` takes. "
    'Example: `{ text: "Rubio called Lavrov on Saturday.", published: "2025-02-16", publisher: "The Clarion" }`.'
)
class ArticleInput:
    text: str = strawberry.field(description='The text. Example: `"Rubio called Lavrov on Saturday."`.')
    id: str | None = strawberry.field(
        default=None,
        description="What the publisher calls it; else its address, else its text, tells it from others. "
        'Example: `"story-4711"`.',
    )
    url: str | None = strawberry.field(
        default=None, description='Its address. Example: `"https://clarion.example/two-stories"`.'
    )
    publisher: str | None = strawberry.field(default=None, description='Who published it. Example: `"The Clarion"`.')
    published: str | None = strawberry.field(
        default=None,
        description="Day of publication, or time with its zone; without one, “today” stays open in it. "
        'Example: `"2025-02-16"`.',
    )
    title: str | None = strawberry.field(
        default=None, description='Its headline, where the text does not begin with it. Example: `"Two stories"`.'
    )


@strawberry.type(
    description="An article that is in the graph now. "
    'Example: `{ article: "aq7xk2mz4n5ab", isNew: true, claims { nodes { quote } } }`.'
)
class Loaded:
    article: strawberry.ID = strawberry.field(description='Its id. Example: `"aq7xk2mz4n5ab"`.')
    is_new: bool = strawberry.field(
        description="Whether it was loaded now; false where it was there already, and nothing has changed. "
        "Example: `true`."
    )

    @resolved("What it says. Example: `claims { nodes { quote meeting { title } } }`.")
    async def claims(self, info: Info, first: First = DEFAULT_PAGE, after: After = None) -> Connection[Claim]:
        return await info.context.answers.claims(ClaimsWanted(article=self.article), Page(first, after), None)


@strawberry.type(
    description="A judgement, and what it has changed. "
    'Example: `{ id: "jq7xk2mz4n5ab", verb: SAME, before: ["pq7xk2mz4n5ab", "pw3xk2mz4n5cd"], '
    'after: ["pq7xk2mz4n5ab"] }`.'
)
class Judged:
    id: strawberry.ID = strawberry.field(description='Its id, by which it is undone. Example: `"jq7xk2mz4n5ab"`.')
    verb: Verb = strawberry.field(description="What was decided. Example: `SAME`.")
    author: str = strawberry.field(description='Who decided. Example: `"ann"`.')
    made: str = strawberry.field(description='When, in UTC. Example: `"2025-02-20T09:30:00.000000+00:00"`.')
    subject: Subject = strawberry.field(description="What sort of thing it has an effect on. Example: `PERSON`.")
    before: list[strawberry.ID] = strawberry.field(
        description='Ids of the people, meetings or places concerned as they were. Example: `["pq7xk2mz4n5ab"]`.'
    )
    after: list[strawberry.ID] = strawberry.field(
        description='Ids of those that they are now. Example: `["pq7xk2mz4n5ab"]`.'
    )
    is_new: bool = strawberry.field(
        description="Whether it was made now; false where it stood already. Example: `true`."
    )


class Changes(Protocol):
    """Changes of the graph, where whoever asks may make them."""

    async def load(self, given: Given) -> Loaded: ...
    async def same(self, left: str, right: str, author: str) -> Judged: ...
    async def not_same(self, left: str, right: str, author: str) -> Judged: ...
    async def reject(self, claim: str, author: str) -> Judged: ...
    async def correct(self, claim: str, field: str, value: str, author: str) -> Judged: ...
    async def retract(self, article: str, author: str) -> Judged: ...
    async def undo(self, judgement: str, author: str) -> Judged: ...


Author = Annotated[str, argument('Who decides; it is written down. Example: `"ann"`.')]
Left = Annotated[
    strawberry.ID,
    argument('Id of a person, office, venue or meeting, or of a mention or claim of it. Example: `"pq7xk2mz4n5ab"`.'),
]
Right = Annotated[strawberry.ID, argument('Id of the other one. Example: `"pw3xk2mz4n5cd"`.')]
ClaimId = Annotated[strawberry.ID, argument('Id of the claim. Example: `"cq7xk2mz4n5ab"`.')]


@strawberry.type(
    description="Changes of the graph: with `Authorization: Bearer …` and the token that the service was started with "
    "(`DIPLOGRAPH_TOKEN`), or by `diplograph query`. Each is one transaction and can be made twice without harm. "
    'Example: `mutation { judgeSame(left: "pq7xk2mz4n5ab", right: "pw3xk2mz4n5cd", author: "ann") { after } }`.'
)
class Mutation:
    @resolved(
        "Read a text and add what it says. "
        'Example: `loadText(text: "Rubio called Lavrov on Saturday.", published: "2025-02-16") { article }`.'
    )
    async def load_text(
        self,
        info: Info,
        text: Annotated[str, argument('The article; its first line is its headline. Example: `"Rubio called …"`.')],
        published: Annotated[
            str | None, argument('Day of publication, or time with its zone. Example: `"2025-02-16"`.')
        ] = None,
        publisher: Annotated[str | None, argument('Who published it. Example: `"The Clarion"`.')] = None,
        url: Annotated[str | None, argument('Its address. Example: `"https://clarion.example/1"`.')] = None,
    ) -> Loaded:
        return await info.context.changes.load(Given(text, url=url, publisher=publisher, published=published))

    @resolved(
        "Read an article and add what it says; another text under the same `id` or `url` is its new version. "
        'Example: `loadArticle(article: { text: "Rubio called Lavrov.", id: "story-4711" }) { isNew }`.'
    )
    async def load_article(
        self, info: Info, article: Annotated[ArticleInput, argument('The article. Example: `{ text: "…" }`.')]
    ) -> Loaded:
        return await info.context.changes.load(
            Given(article.text, article.id, article.url, article.publisher, article.published, article.title)
        )

    @resolved(
        "Two people, offices, venues or meetings are one; offices and venues go by the name of the first. "
        'Example: `judgeSame(left: "pq7xk2mz4n5ab", right: "pw3xk2mz4n5cd", author: "ann") { id after }`.'
    )
    async def judge_same(self, info: Info, left: Left, right: Right, author: Author) -> Judged:
        return await info.context.changes.same(left, right, author)

    @resolved(
        "Two are not one, whatever articles say, until this is undone; where they are one already, name a mention or "
        'claim of each. Example: `judgeNotSame(left: "pq7xk2mz4n5ab", right: "pw3xk2mz4n5cd", author: "ann") { id }`.'
    )
    async def judge_not_same(self, info: Info, left: Left, right: Right, author: Author) -> Judged:
        return await info.context.changes.not_same(left, right, author)

    @resolved(
        "A claim says what its article does not. "
        'Example: `rejectClaim(claim: "cq7xk2mz4n5ab", author: "ann") { id before after }`.'
    )
    async def reject_claim(self, info: Info, claim: ClaimId, author: Author) -> Judged:
        return await info.context.changes.reject(claim, author)

    @resolved(
        "A field of a claim has another value. "
        'Example: `correctClaim(claim: "cq7xk2mz4n5ab", field: "date", value: "2025-02-15", author: "ann") { id }`.'
    )
    async def correct_claim(
        self,
        info: Info,
        claim: ClaimId,
        field: Annotated[
            str, argument('One of kind, status, date, date_end, venue, venue_country. Example: `"date"`.')
        ],
        value: Annotated[str, argument('The right value; empty where the claim gives none. Example: `"2025-02-15"`.')],
        author: Author,
    ) -> Judged:
        return await info.context.changes.correct(claim, field, value, author)

    @resolved(
        "An article counts no more, in all its versions. "
        'Example: `retractArticle(article: "https://clarion.example/1", author: "ann") { id }`.'
    )
    async def retract_article(
        self,
        info: Info,
        article: Annotated[str, argument('Its id, or what it was loaded as. Example: `"aq7xk2mz4n5ab"`.')],
        author: Author,
    ) -> Judged:
        return await info.context.changes.retract(article, author)

    @resolved(
        "Take back a judgement; an undoing can be taken back as well. "
        'Example: `undo(judgement: "jq7xk2mz4n5ab", author: "ann") { after }`.'
    )
    async def undo(
        self,
        info: Info,
        judgement: Annotated[strawberry.ID, argument('Its id. Example: `"jq7xk2mz4n5ab"`.')],
        author: Author,
    ) -> Judged:
        return await info.context.changes.undo(judgement, author)
