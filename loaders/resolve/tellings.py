"""A telling: one contact as one article tells it, with its sides resolved, ready to be compared with others. Pure.

Contacts are compared by their *principal pair*: the two camps (countries or bodies) that the article names first, or by
all camps where they are the same. Two tellings are related where these camps meet in the same people (or one names none
for a camp), the kinds are compatible and the times touch. By their ``keys`` related tellings find each other, so that
what could be one meeting is found without looking at all the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from loaders.ledger.versions import Interval
from loaders.resolve.names import parse
from loaders.resolve.venues import VenueRef
from schema.ledger import UNDATED, Claim, Mention, make_id
from schema.vocabulary import Attendance, Kind, Status

HAPPENED = frozenset({Status.HELD, Status.ONGOING})
PLANNED = frozenset({Status.EXPECTED, Status.POSSIBLE})
OFF = frozenset({Status.POSTPONED, Status.CANCELLED, Status.DECLINED})

SLIP = (1, 3)
"""Days by which a contact may be held before or after the day it was planned for, without a word of postponing."""
LATE = 60
"""Days within which a postponed contact may still be the same one."""
RECENT = 10
"""Days before its report in which a contact without a date was held."""
SOON = 30
"""Days after its report within which a contact without a date is planned."""
_NARROW_DAYS = 7
"""Days after the first that a narrow window has at most; it lies in two weeks at most."""
_NARROW, _WIDE = "narrow ", "wide "
_MOST = 6
"""People of a camp that keys are made of; larger delegations are found by the first named."""


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
    """What tellings that are copies of one another have in common, see ``voice``."""
    confidence: float
    status: Status | None = None
    date: str | None = None
    date_end: str | None = None
    place: VenueRef | None = None
    topics: tuple[str, ...] = ()
    by: str | None = None
    reported: str | None = None


def voice(evidence: str) -> str:
    """What copies of one wire text have in common: their words, hashed."""
    return make_id("w", " ".join(evidence.casefold().split()))


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
    """As the article has it."""


@dataclass(frozen=True, slots=True)
class Days:
    """Closed range of days."""

    first: date
    last: date

    def touches(self, other: "Days") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: "Days") -> int:
        """Days between the two, 0 where they touch."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


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
        days = _days(self.own)
        set_(self, "days", days)
        set_(self, "exact", self.own.date is not None and len(self.own.date) == 10)
        set_(self, "window", _window(self, days))
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
    def family(self) -> Family:
        """The family of its kind."""
        return family(self.own.kind)

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


def day_range(written: str, end: str | None = None) -> Days:
    """All days of an ISO date that may be partial, up to the last of ``end``."""
    first, last = _bounds(written)
    if end:
        last = max(last, _bounds(end)[1])
    return Days(first, last)


def _bounds(written: str) -> tuple[date, date]:
    year, month, day = (int(part) for part in (written + "-0-0").split("-")[:3])
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


def _days(claim: Said) -> Days | None:
    return day_range(claim.date, claim.date_end) if claim.date else None


def _window(telling: "Telling", days: Days | None) -> Days | None:
    reported, status = telling.reported, telling.status
    if status is Status.POSTPONED:
        known = [day for day in (days.first if days else None, days.last if days else None, reported) if day]
        if not known:
            return None
        return Days(min(known) - timedelta(days=LATE), max(known) + timedelta(days=LATE))
    if days is not None and telling.exact:
        if telling.happened:
            return days
        return Days(days.first - timedelta(days=SLIP[0]), days.last + timedelta(days=SLIP[1]))
    if days is not None:
        first, last = days.first, days.last
        if reported is not None and telling.happened and first <= reported:
            last = min(last, reported)
        if reported is not None and status in PLANNED and last >= reported:
            first = max(first, reported - timedelta(days=SLIP[0]))
        return Days(first, last)
    if reported is None:
        return None
    before = SLIP[1] if status in PLANNED else RECENT
    after = 0 if telling.happened else SOON
    return Days(reported - timedelta(days=before), reported + timedelta(days=after))


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


class Match(StrEnum):
    """How the sides of two tellings meet."""

    PEOPLE = "people"
    PARTIES = "parties"
    """Both name parties only."""
    CAMPS = "camps"
    """The camps are the same, but where one names people the other does not."""


def match(left: Telling, right: Telling) -> Match | None:
    """How the sides meet, of the two camps named first, or of all where they are the same; None where they do not."""
    if left.pair == right.pair:
        camps: Iterable[str] = left.pair
    elif left.camps == right.camps:
        camps = left.camps
    else:
        return None
    shared = named = False
    for camp in camps:
        ours, theirs = left.people.get(camp, frozenset()), right.people.get(camp, frozenset())
        named = named or bool(ours or theirs)
        if ours and theirs:
            if not ours & theirs:
                return None
            shared = True
    if shared:
        return Match.PEOPLE
    return Match.CAMPS if named else Match.PARTIES


def compatible(left: Family, right: Family) -> bool:
    """Whether two families of kinds can be one contact."""
    return left is right or (Family.OPEN in (left, right) and Family.MESSAGE not in (left, right))


def related(left: Telling, right: Telling) -> bool:
    """Whether the two may be one meeting, judging by them alone: the edges of the graph whose components are blocks."""
    if left.seed == right.seed:
        return True
    if not compatible(left.family, right.family):
        return False
    if left.window is None or right.window is None:
        if left.window is not right.window:
            return False
    elif not left.window.touches(right.window):
        return False
    met = match(left, right)
    if met is Match.CAMPS:
        return left.exact and right.exact and left.days == right.days and left.own.kind is right.own.kind
    return met is not None


def keys(telling: Telling) -> tuple[str, ...]:
    """Keys by which the telling is found: related tellings with different seeds have one that the other seeks.

    Tellings with a narrow window are found by its weeks, and by its months from those with a wide one; so the busiest
    pair's calls of one day do not have to be looked at for those of another.
    """
    first, second = telling.pair
    families = [Family.REMOTE, Family.IN_PERSON] if telling.family is Family.OPEN else [telling.family]
    who = [
        f"{handle}|{other}|{kind}"
        for kind in families
        for camp, other in ((first, second), (second, first))
        for handle in sorted(telling.people.get(camp, ()))[:_MOST]
    ]
    if not who:
        who += [f"parties|{first}|{second}|{kind}" for kind in families]
    if len(telling.camps) > 2:
        who += [f"{make_id('all', *sorted(telling.camps))}|{kind}" for kind in families]
    weeks, months = _weeks(telling.window), _months(telling.window)
    width = _NARROW if weeks else _WIDE
    times = [*weeks, *(f"{width}{month}" for month in months)]
    found = {f"{one}|{time}" for one in who for time in times}
    if telling.exact:
        found.add(f"day|{first}|{second}|{telling.own.kind}|{telling.own.date}")
    return tuple(sorted(found))


def sought(found_by: Iterable[str]) -> set[str]:
    """The keys of those that a telling with these keys may be related to."""
    found = set()
    for key in found_by:
        what, _, time = key.rpartition("|")
        if time.startswith(_NARROW):
            found.add(f"{what}|{_WIDE}{time.removeprefix(_NARROW)}")
            continue
        found.add(key)
        if time.startswith(_WIDE):
            found.add(f"{what}|{_NARROW}{time.removeprefix(_WIDE)}")
    return found


def _weeks(window: Days | None) -> list[str]:
    """The ISO weeks of a narrow window; none of a wide one."""
    if window is None or (window.last - window.first).days > _NARROW_DAYS:
        return []
    first, last = window.first.isocalendar(), window.last.isocalendar()
    return sorted({f"{year}-W{week:02}" for year, week, _ in (first, last)})


def _months(window: Days | None) -> list[str]:
    if window is None:
        return ["open"]
    found = []
    year, month = window.first.year, window.first.month
    while (year, month) <= (window.last.year, window.last.month):
        found.append(f"{year:04}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found
