"""What reading one article yields: the people named in it and the contacts it tells of.

These are plain values between the extractor and the ledger. Offsets count characters of ``Source.text``; the text
between them is verbatim.
"""

from dataclasses import dataclass

from schema.vocabulary import Attendance, Kind, Precision, Status


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it came in, before anything was read out of it."""

    id: str
    """The publisher's or the file's id; the address or the text's hash where there is none."""
    text: str
    """The headline is its first line."""
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    """The day of publication, ``YYYY-MM-DD``; None leaves the article's relative dates open."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of characters of the article's text."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class OfficeNamed:
    """An office as the article names it: "Foreign Minister" of "Russia"."""

    title: str
    of: str


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """A person the article names, under the fullest name it gives."""

    key: str
    """Distinguishes people within the article only."""
    name: str
    mentions: tuple[Span, ...]
    office: OfficeNamed | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contact: a person of the article, or a party (a country or body with no person named for it)."""

    attendance: Attendance
    span: Span
    person: str | None = None
    """The key of a ``PersonNamed``."""
    party: str | None = None
    """Short name of the country or body; set exactly where ``person`` is not."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody quoted for what the contact was about, for its taking place, its date or its attendance."""

    by: str
    """The body ("Russian Foreign Ministry"), the principal's name, or the outlet."""
    evidence: Span
    topics: tuple[str, ...] = ()
    status: Status | None = None
    """Set where this account's status differs from the contact's."""
    person: str | None = None
    """The key of a ``PersonNamed`` where a person is quoted."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a contact took or takes place, as precise as the article has it."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact as one article tells it."""

    key: str
    """Distinguishes contacts within the article only."""
    kind: Kind
    status: Status
    sides: tuple[Side, ...]
    evidence: Span
    rule: str
    """Name of the rule that found it."""
    confidence: float
    """Between 0 and 1."""
    date: str | None = None
    """ISO, partial where that is all the article gives: ``2025-02``."""
    date_end: str | None = None
    venue: Place | None = None
    topics: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    follows: tuple[str, ...] = ()
    """Keys of earlier contacts in the same article that this one followed."""

    @property
    def precision(self) -> Precision | None:
        """How exactly ``date`` is known."""
        return Precision.of(self.date)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article."""

    source: Source
    extractor: str
    """Name and version of the extractor and of its language model."""
    people: tuple[PersonNamed, ...] = ()
    contacts: tuple[Contact, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader should know of this reading, such as relative dates left open."""
    boilerplate: tuple[Span, ...] = ()
    """Parts of the page that were taken for no part of the story (links to others, share buttons, appeals): no contact
    is read out of them."""
