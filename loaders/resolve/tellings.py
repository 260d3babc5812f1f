"""A telling: one contact as one article tells it, with its sides resolved, ready to be compared with others. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from zlib import crc32

from loaders.ledger.versions import Interval
from loaders.resolve.days import HAPPENED, Days, day_range, is_exact, window
from loaders.resolve.groups import Groups
from loaders.resolve.names import parse
from loaders.resolve.venues import VenueRef
from schema.ledger import UNDATED, Claim, Mention, make_id
from schema.vocabulary import Attendance, Kind, Status


class Family(StrEnum):
    """Kinds that can be one contact."""

    REMOTE = "remote"
    IN_PERSON = "in person"
    MESSAGE = "message"
    OPEN = "open"
    """A conversation, remote or in person."""


_FAMILIES = {Kind.MESSAGE: Family.MESSAGE, Kind.CONVERSATION: Family.OPEN}


def family(kind: Kind) -> Family:
    """The family of a kind."""
    return _FAMILIES.get(kind) or (Family.REMOTE if kind.remote else Family.IN_PERSON)


@dataclass(frozen=True, slots=True)
class Said:
    """What folding needs of one claim."""

    id: str
    kind: Kind
    voice: str
    """Marks of its words, of which copies share one, see ``voice``."""
    confidence: float
    status: Status | None = None
    date: str | None = None
    date_end: str | None = None
    place: VenueRef | None = None
    topics: tuple[str, ...] = ()
    by: str | None = None
    reported: str | None = None


def voice(evidence: str) -> str:
    """Four marks of a text, of which copies that differ by a few words share one (MinHash in bands).

    Of two texts that have 9 in 10 of their pairs of words in common one mark at least is the same with probability
    0.99, at 5 in 10 with 0.4, at 3 in 10 with 0.1.
    """
    words = re.findall(r"\w+", evidence.casefold())
    pairs = {crc32(f"{first} {second}".encode()) for first, second in pairwise(words)} or {crc32(evidence.encode())}
    least = [min((factor * pair + shift) % _PRIME for pair in pairs) for factor, shift in _PERMUTATIONS]
    bands = (least[start : start + _BAND] for start in range(0, len(least), _BAND))
    return " ".join(make_id("w", number, *band) for number, band in enumerate(bands))


_PRIME = 4_294_967_311
_BAND = 3
_PERMUTATIONS = tuple((pow(48_271, number, _PRIME), pow(69_621, number, _PRIME)) for number in range(1, 13))


def as_copies(tellings: Sequence["Telling"]) -> list["Telling"]:
    """The same tellings, those that are copies of one another with one voice."""
    voices = sorted({claim.voice for telling in tellings for claim in telling.claims})
    groups = Groups({mark for one in voices for mark in one.split()})
    for one in voices:
        first, *others = one.split()
        for mark in others:
            groups.join(mark, first)
    label: dict[str, str] = {}
    shared = {one: label.setdefault(groups.root(one.split()[0]), one) for one in voices}
    if len(label) == len(voices):
        return list(tellings)
    return [
        replace(
            telling,
            own=replace(telling.own, voice=shared[telling.own.voice]),
            quoted=tuple(replace(claim, voice=shared[claim.voice]) for claim in telling.quoted),
        )
        for telling in tellings
    ]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a telling, resolved."""

    handle: str
    """Of the person; for a party, the id of its polity."""
    is_person: bool
    camp: str
    """Key of the country or body it acts for; the handle where none is known."""
    attendance: Attendance
    name: str
    """As the article has it; where a person is named by a post only, the party's."""
    inferred: str | None = None
    """How it is known who holds the post by which alone the article names the person."""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One contact as one article tells it: the claim in its own words, those quoted, and the sides."""

    own: Said
    quoted: tuple[Said, ...]
    sides: tuple[Side, ...]
    seed: str
    """Id of the meeting that would begin with it; the same in all versions of the article."""
    source: str
    """The article's source: what it tells apart is never joined."""
    known: Interval
    days: Days | None = field(init=False)
    """When it took or takes place, as far as told."""
    exact: bool = field(init=False)
    """Whether the day is told."""
    window: Days | None = field(init=False)
    """When another telling of the same contact can have it, None where nothing is known of the time."""
    family: Family = field(init=False)
    """The family of its kind."""
    pair: tuple[str, str] = field(init=False)
    """The two camps, sorted."""
    camps: frozenset[str] = field(init=False)
    """All camps that take part."""
    people: Mapping[str, frozenset[str]] = field(init=False)
    """Handles of the people of each camp."""
    shape: tuple[object, ...] = field(init=False)
    """All that ``related`` looks at but the seed: tellings of one shape are compared once."""

    def __post_init__(self) -> None:
        """Derive what is compared."""
        set_ = object.__setattr__
        own = self.own
        set_(self, "days", day_range(own.date, own.date_end) if own.date else None)
        set_(self, "exact", is_exact(own.date))
        set_(self, "family", family(own.kind))
        set_(self, "window", window(self.status, own.date, own.date_end, self.reported))
        camps = _camps(self.sides)
        set_(self, "pair", tuple(sorted([*list(camps)[:2], "", ""][:2])))
        people = {camp: frozenset(handles) for camp, handles in camps.items()}
        set_(self, "people", people)
        set_(self, "camps", frozenset(camps))
        shape = (
            self.pair,
            self.camps,
            tuple(sorted(people.items())),
            self.window,
            self.happened,
            self.exact,
            self.days,
            self.own.kind,
        )
        set_(self, "shape", shape)

    @property
    def id(self) -> str:
        """Id of the claim in the article's own words."""
        return self.own.id

    @property
    def claims(self) -> tuple[Said, ...]:
        """The claim in the article's own words, then those quoted."""
        return self.own, *self.quoted

    @property
    def status(self) -> Status:
        """What the article itself says."""
        return self.own.status or Status.HELD

    @property
    def happened(self) -> bool:
        """Whether the article says that it took place."""
        return self.status in HAPPENED

    @property
    def is_idea(self) -> bool:
        """Whether it is no more than that the sides are to meet some day: then who they are is all there is to it."""
        return not self.happened and self.days is None

    @property
    def reported(self) -> date | None:
        """Day of the report."""
        return date.fromisoformat(self.own.reported) if self.own.reported else None

    @property
    def order(self) -> tuple[str, str]:
        """By which the earliest is found."""
        return self.own.reported or UNDATED, self.seed


def claim_seeds(source: str, claims: Sequence[Claim], mentions: Sequence[Mention]) -> dict[str, str]:
    """Ids of the meetings that would begin with each own-words claim of one article.

    They follow from who is in contact and how, and from the place among such contacts in the article, so that an
    edited article or a better extractor keeps them. Quoted claims have that of their contact.
    """
    names: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.claim is not None:
            parsed = parse(mention.name)
            names.setdefault(mention.claim, []).append(" ".join(part.sound for part in parsed.parts))
    seeds: dict[str, str] = {}
    counts: dict[tuple[object, ...], int] = {}
    for claim in claims:
        if claim.contact == claim.id:
            signature = (family(claim.kind), *sorted(names.get(claim.id, [])))
            counts[signature] = counts.get(signature, 0) + 1
            seeds[claim.id] = make_id("m", source, *signature, counts[signature])
    return seeds | {claim.id: seeds[claim.contact] for claim in claims}


_CORE = frozenset({Attendance.ATTENDED, Attendance.EXPECTED, Attendance.POSSIBLE, Attendance.DECLINED})


def _camps(sides: Sequence[Side]) -> dict[str, list[str]]:
    """The camps in the order the article names them, each with the people named for it.

    Go-betweens and people who stay away count only where there are no two camps without them. Where all are of one
    camp, each person is one.
    """
    for wanted in (_CORE, _CORE | {Attendance.MEDIATOR}, frozenset(Attendance)):
        taken = [side for side in sides if side.attendance in wanted]
        camps: dict[str, list[str]] = {}
        for side in taken:
            camps.setdefault(side.camp, [])
            if side.is_person:
                camps[side.camp].append(side.handle)
        if len(camps) > 1:
            return camps
        if len({side.handle for side in taken}) > 1:
            return {side.handle: [side.handle] for side in taken}
    return camps
