"""A reading becomes the rows that it adds to the ledger. Pure: the same reading gives the same rows."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime

from loaders.sources.articles import text_id
from schema.errors import InputError
from schema.ledger import Article, Claim, Entries, Mention, make_id
from schema.reading import Account, Contact, PersonNamed, Reading, Side, Source, Span

_LONGEST = 500
"""Characters of a name that are kept: a database's index takes some 8,000 bytes, and nobody is called by more."""


def article_id(source: Source, extractor: str) -> str:
    """The id of the article row for this text with these particulars, read by this extractor."""
    particulars = (source.publisher, source.url, source.published)
    return make_id("a", source_key(source), _digest(source), *particulars, extractor)


def source_key(source: Source) -> str:
    """What the versions of one article have in common: its address, or else its id.

    Publishers number their articles without regard to each other, so an id counts within its publisher. One that
    was made from the text is the same whoever publishes it.
    """
    if source.url:
        return source.url
    if source.publisher and source.id != text_id(source.text):
        return f"{source.publisher}: {source.id}"
    return source.id


def entries(reading: Reading, loaded: datetime) -> Entries:
    """The rows of one reading, loaded at that time (with a time zone).

    A contact gives one claim in the article's own words, with its sides as mentions, and one claim for each account
    quoted. People who are no side get a mention of their own where the article names them with an office or quotes
    them. Ids follow from the content, never from ``loaded``.

    Raises:
        InputError: the day of publication is no day, or a contact names a person or contact that the reading lacks.
    """
    source = reading.source
    published = _day(reading)
    article = Article(
        id=article_id(source, reading.extractor),
        source=source_key(source),
        title=source.title,
        text=source.text,
        sha256=_digest(source),
        loaded=loaded.astimezone(UTC).isoformat(timespec="microseconds"),
        extractor=reading.extractor,
        url=source.url,
        publisher=source.publisher,
        published=published,
        given=source.id,
    )
    return _Writer(reading, article).entries()


def _digest(source: Source) -> str:
    return hashlib.sha256(source.text.encode()).hexdigest()


def _day(reading: Reading) -> str | None:
    published = reading.source.published
    if published is not None and not (len(published) == 10 and is_date(published)):
        raise InputError(
            f"{reading.source.id}: published is {published!r}; write the day as YYYY-MM-DD or leave it out"
        )
    return published


def is_date(written: str) -> bool:
    """Whether it is an ISO date of the years 1000 to 2999; it may be partial: ``2025-02-15``, ``2025-02``, ``2025``."""
    try:
        date.fromisoformat(written + "-01-01"[: 10 - len(written)])
    except ValueError:
        return False
    return len(written) in (4, 7, 10) and "1000" <= written < "3000"


class _Writer:
    """Makes the rows of one article, keeping track of who has been mentioned already."""

    def __init__(self, reading: Reading, article: Article) -> None:
        self.reading = reading
        self.article = article
        self.people: Mapping[str, PersonNamed] = {person.key: person for person in reading.people}
        self.places = {key: place for place, key in enumerate(self.people)}
        self.sides: list[Mention] = []
        self.taking_part: set[str] = set()
        self.apart: dict[str, Mention] = {}

    def entries(self) -> Entries:
        ids = {contact.key: make_id("c", self.article.id, place) for place, contact in enumerate(self.reading.contacts)}
        if len(ids) < len(self.reading.contacts):
            raise InputError(f"{self.article.source}: two contacts have the same key; each needs its own")
        claims: list[Claim] = []
        for contact in self.reading.contacts:
            claims += self.contact(contact, ids)
        for key, person in self.people.items():
            if person.office is not None and key not in self.taking_part:
                self.mention_apart(key)
        return Entries(self.article, tuple(claims), (*self.sides, *self.apart.values()))

    def contact(self, contact: Contact, ids: Mapping[str, str]) -> list[Claim]:
        claim = ids[contact.key]
        mentions: dict[str, Mention] = {}
        for place, side in enumerate(contact.sides):
            mention = self.side(claim, place, side)
            self.sides.append(mention)
            if side.person is not None:
                self.taking_part.add(side.person)
                mentions.setdefault(side.person, mention)
        unknown = [key for key in contact.follows if key not in ids]
        if unknown:
            raise InputError(f"{self.article.source}: contact {contact.key} follows {unknown[0]}, which is not there")
        for written in (contact.date, contact.date_end):
            if written is not None and not is_date(written):
                raise InputError(
                    f"{self.article.source}: contact {contact.key} has the date {written!r}, which is none"
                )
        own = Claim(
            id=claim,
            article=self.article.id,
            contact=claim,
            kind=contact.kind,
            evidence=self.text(contact.evidence),
            begin=contact.evidence.begin,
            end=contact.evidence.end,
            rule=contact.rule,
            confidence=contact.confidence,
            extractor=self.article.extractor,
            status=contact.status,
            date=contact.date,
            date_end=contact.date_end,
            venue=contact.venue.name[:_LONGEST] if contact.venue else None,
            venue_country=contact.venue.country if contact.venue else None,
            topics=contact.topics,
            follows=tuple(ids[key] for key in contact.follows),
            reported=self.article.published,
        )
        return [own, *(self.account(own, place, told, mentions) for place, told in enumerate(contact.accounts))]

    def account(self, own: Claim, place: int, account: Account, sides: Mapping[str, Mention]) -> Claim:
        quoted = None
        if account.person is not None:
            quoted = sides.get(account.person) or self.mention_apart(account.person)
        return Claim(
            id=make_id("c", own.id, "account", place),
            article=own.article,
            contact=own.id,
            kind=own.kind,
            evidence=self.text(account.evidence),
            begin=account.evidence.begin,
            end=account.evidence.end,
            rule=own.rule,
            confidence=own.confidence,
            extractor=own.extractor,
            status=account.status,
            topics=account.topics,
            by=account.by,
            by_mention=quoted.id if quoted else None,
            reported=own.reported,
        )

    def side(self, claim: str, place: int, side: Side) -> Mention:
        person = self.person(side.person) if side.person is not None else None
        office = person.office if person else None
        return Mention(
            id=make_id("n", claim, place),
            article=self.article.id,
            claim=claim,
            name=(person.name if person else side.party or "")[:_LONGEST],
            surface=self.text(side.span),
            is_party=person is None,
            begin=side.span.begin,
            end=side.span.end,
            title=office.title[:_LONGEST] if office else None,
            of=office.of[:_LONGEST] if office else None,
            attendance=side.attendance,
        )

    def mention_apart(self, key: str) -> Mention:
        person = self.person(key)
        office = person.office
        span = person.mentions[0] if person.mentions else Span(0, 0)
        return self.apart.setdefault(
            key,
            Mention(
                id=make_id("n", self.article.id, "apart", self.places[key]),
                article=self.article.id,
                claim=None,
                name=person.name[:_LONGEST],
                surface=self.text(span),
                is_party=False,
                begin=span.begin,
                end=span.end,
                title=office.title[:_LONGEST] if office else None,
                of=office.of[:_LONGEST] if office else None,
            ),
        )

    def person(self, key: str) -> PersonNamed:
        try:
            return self.people[key]
        except KeyError:
            raise InputError(f"{self.article.source}: a contact names person {key}, who is not there") from None

    def text(self, span: Span) -> str:
        return self.article.text[span.begin : span.end]
