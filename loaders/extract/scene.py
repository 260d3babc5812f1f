"""The working values of one reading: who is named where in the parsed text, and what happens between them.

A ``Scene`` is made once per article and then only read; ``Event`` is filled in step by step (sides, status, time,
place, topics, accounts) until it becomes a ``Contact``.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum, auto

from spacy.tokens import Doc, Span, Token

from schema.reading import Account, OfficeNamed, Place, Source
from schema.vocabulary import Attendance, Kind, Status


class Zone(StrEnum):
    """What part of the page a sentence belongs to."""

    HEADLINE = auto()
    BODY = auto()
    CAPTION = auto()
    BOILERPLATE = auto()


class Form(StrEnum):
    """How a mention names whom it means."""

    NAME = auto()
    """In full, with or without an office: "Russian Foreign Minister Sergey Lavrov"."""
    SURNAME = auto()
    """By a part of the name: "Lavrov", "Mr Rubio"."""
    OFFICE = auto()
    """By office alone: "the French president", "his Chinese counterpart"."""
    PRONOUN = auto()
    POLITY = auto()
    """A country or body by its name: "Russia", "the EU"."""
    METONYM = auto()
    """A capital, palace or people for the country: "Moscow", "the Kremlin", "Russian negotiators"."""
    GROUP = auto()
    """Several at once: "the two ministers", "both sides", "they"."""


@dataclass(slots=True, eq=False)
class Entity:
    """A person, or a party (country, international body, or a body of a country such as a ministry)."""

    key: str
    is_person: bool
    name: str
    """A person's fullest name in the article; a party's short name."""
    polity: str | None = None
    """Short name of the country or international body this one belongs to; for a country itself, its own name."""
    office: OfficeNamed | None = None


@dataclass(slots=True, eq=False)
class Mention:
    """A stretch of tokens that means one entity, or several (``Form.GROUP``). Mentions do not overlap."""

    start: int
    end: int
    """Token indices, half-open; titles and offices that stand with a name are inside."""
    root: int
    """Index of the token by which the stretch hangs in the parse."""
    entities: tuple[Entity, ...]
    form: Form


def mention_of(
    doc: Doc, start: int, end: int, entities: tuple[Entity, ...], form: Form, root: int | None = None
) -> Mention:
    """The mention of these tokens; it hangs in the parse by the given token or by the root of the stretch."""
    return Mention(start, end, doc[start:end].root.i if root is None else root, entities, form)


@dataclass(slots=True)
class Scene:
    """One parsed article with everybody in it. Sentences never cross a line break."""

    source: Source
    doc: Doc
    zones: list[Zone]
    """One for each sentence of ``doc``, in order."""
    entities: list[Entity]
    mentions: list[Mention]
    """By ``start``."""
    sentences: list[Span] = field(init=False)
    """Those of ``doc``: asking the document for them anew costs time with its length."""
    _starts: list[int] = field(init=False)
    _sentences: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Index what is looked up by token."""
        self.mentions.sort(key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self.mentions]
        self.sentences = list(self.doc.sents)
        self._sentences = [sentence.start for sentence in self.sentences]

    def at(self, token: Token | int) -> Mention | None:
        """The mention that covers the token."""
        index = token if isinstance(token, int) else token.i
        place = bisect_right(self._starts, index) - 1
        if place < 0 or self.mentions[place].end <= index:
            return None
        return self.mentions[place]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in the half-open range of tokens."""
        return [mention for mention in self.mentions if start <= mention.start < end]

    def sentence(self, token: Token | int) -> int:
        """Number of the token's sentence."""
        return bisect_right(self._sentences, token if isinstance(token, int) else token.i) - 1

    def zone(self, token: Token | int) -> Zone:
        """The part of the page that the token stands in."""
        return self.zones[self.sentence(token)]


@dataclass(slots=True, eq=False)
class EventSide:
    """One side of an event, and where the text names it."""

    entity: Entity
    attendance: Attendance
    mention: Mention


class Tense(StrEnum):
    """The direction in which an event's relative dates point."""

    PAST = auto()
    PRESENT = auto()
    FUTURE = auto()


@dataclass(slots=True, eq=False)
class Event:
    """One telling of a contact in one place of the text, before tellings of the same contact are merged."""

    trigger: int
    """Index of the token that carries the frame."""
    words: tuple[int, ...]
    """Indices of all tokens of the frame's expression: "held", "phone", "call"."""
    kind: Kind
    status: Status
    tense: Tense
    sides: list[EventSide]
    rule: str
    sure: bool = False
    """Whether the words say sides and status outright, so that nothing had to be inferred."""
    definite: bool = False
    """Refers back to a contact told already: "the call", "their meeting"."""
    other: bool = False
    """Definite, yet not the contact told last: "the previous round", "the first meeting"."""
    body: frozenset[str] = frozenset()
    """Words that name the body whose session it is: "apec"; empty where none is named."""
    joins: bool = False
    """Says only who comes or stays away: "also present was", "will skip the summit"."""
    apart: bool = False
    """Told as one of several that took place separately: no telling with more sides is of the same contact."""
    date: str | None = None
    date_end: str | None = None
    supplied: bool = False
    """The text leaves the date to be understood from what it told before."""
    venue: Place | None = None
    topics: tuple[str, ...] = ()
    accounts: list[Account] = field(default_factory=list)
    follows: list["Event"] = field(default_factory=list)
    tellings: list["Event"] = field(default_factory=list)
    """The tellings merged into this one besides itself, in the order of the text."""
