"""The ledger's rows. They are only ever added: what was once claimed or decided stays on record.

Every id is short, deterministic and derived from content, so that loading the same thing twice adds nothing.
"""

import hashlib
from base64 import b32encode
from dataclasses import dataclass

from schema.vocabulary import Attendance, Kind, Precision, Status, Verb

UNDATED = "9999-12-31"
"""Stands for the report day of an article that has none: later than any day that a question can ask about."""

OPEN = "9999-99-99"
"""``known_until`` of what still stands: later than every report day, also ``UNDATED``."""


def make_id(prefix: str, *parts: object) -> str:
    """A short stable id: a letter that says what it names, and 60 bits of a hash of the parts."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=10).digest()
    return f"{prefix}{b32encode(digest).decode().lower()[:12]}"


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one source text, read by one extractor."""

    id: str
    source: str
    """What its versions have in common: its address, else the publisher's id for it, else the text's hash."""
    title: str
    text: str
    sha256: str
    loaded: str
    """ISO time in UTC with microseconds."""
    extractor: str
    language: str = "en"
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    given: str | None = None
    """The id that it came in with."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One person or party as an article names it: a side of a claim, or somebody named with an office only."""

    id: str
    article: str
    claim: str | None
    name: str
    """The fullest name the article gives to whom it means here."""
    surface: str
    """Verbatim between ``begin`` and ``end``."""
    is_party: bool
    begin: int
    end: int
    title: str | None = None
    of: str | None = None
    """The polity or body of the office."""
    attendance: Attendance | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says of one contact, in its own words or as it quotes somebody.

    A contact that an article tells of gives one claim in the article's own words (``by`` is None) and one for each
    account quoted; they share ``contact``. A quoted claim leaves None what it does not say for itself.
    """

    id: str
    article: str
    contact: str
    """Id of the claim in the article's own words on the same contact."""
    kind: Kind
    evidence: str
    begin: int
    end: int
    rule: str
    confidence: float
    extractor: str
    status: Status | None = None
    date: str | None = None
    date_end: str | None = None
    venue: str | None = None
    venue_country: str | None = None
    topics: tuple[str, ...] = ()
    by: str | None = None
    by_mention: str | None = None
    """The mention of the person who is quoted."""
    follows: tuple[str, ...] = ()
    """Ids of claims of the same article on earlier contacts that this one followed."""
    reported: str | None = None
    """The article's ``published``."""

    @property
    def precision(self) -> Precision | None:
        """How exactly ``date`` is known."""
        return Precision.of(self.date)


@dataclass(frozen=True, slots=True)
class Judgement:
    """An analyst's decision. Undone by another judgement, never changed."""

    id: str
    verb: Verb
    subject: str
    """The id of a person, office, venue, meeting, claim, article source, or (for UNDO) judgement."""
    author: str
    made: str
    """ISO time in UTC."""
    object: str | None = None
    """The other id of SAME and NOT_SAME."""
    field: str | None = None
    """The field that CORRECT sets; for SAME of offices the title that both go by, that of the subject."""
    value: str | None = None
    """The value that CORRECT sets; for SAME of offices the polity of both."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One line of a list of office-holders: a person, and an office that they held for a time."""

    id: str
    name: str
    title: str
    of: str
    """The polity or body of the office."""
    aliases: tuple[str, ...] = ()
    since: str | None = None
    """ISO date, partial allowed."""
    until: str | None = None
    """ISO date, partial allowed; None is "still", or not known."""
    wikidata: str | None = None
    """``Q`` and a number."""


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One edition of a list of office-holders. Of the editions of one source the one loaded last counts."""

    source: str
    """What its editions have in common."""
    loaded: str
    """ISO time in UTC with microseconds."""
    references: tuple[Reference, ...]

    @property
    def digest(self) -> str:
        """The same for editions with the same lines, in whatever order."""
        return make_id("d", *sorted({one.id for one in self.references}))

    @property
    def id(self) -> str:
        """Names the edition."""
        return make_id("l", self.source, self.loaded, self.digest)


@dataclass(frozen=True, slots=True)
class Entries:
    """The rows that one article adds to the ledger, all or none of them."""

    article: Article
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
