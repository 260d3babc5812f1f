"""What the tellings of one meeting come to: its status, date, place, sides, topics, and where the sources differ. Pure.

Copies of one wire text count once: tellings with nearly the same words as evidence are one *voice*.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from loaders.resolve.days import HAPPENED, OFF, PLANNED, day_range
from loaders.resolve.names import parse
from loaders.resolve.polities import polity
from loaders.resolve.tellings import Said, Side, Telling, as_copies
from loaders.resolve.titles import title
from loaders.resolve.venues import VenueRef
from loaders.world import fold as folded
from schema.ledger import UNDATED, make_id
from schema.vocabulary import Attendance, Kind, Precision, Status

T = TypeVar("T")

_SMALL_WORD = 3
"""Letters of words that say little by themselves."""

_SPECIFIC = (
    Kind.SUMMIT,
    Kind.TALKS,
    Kind.MEETING,
    Kind.VISIT,
    Kind.VIDEO_CALL,
    Kind.CALL,
    Kind.MESSAGE,
    Kind.CONVERSATION,
)
"""Which kind is taken where as many sources give one as the other."""
_DOUBTFUL = 0.5
"""A single telling less sure than this does not overturn what two sources say."""
_PRESENT = frozenset({Attendance.ATTENDED, Attendance.EXPECTED, Attendance.POSSIBLE, Attendance.DECLINED})


@dataclass(frozen=True, slots=True)
class Attending:
    """One side's part in a meeting."""

    handle: str
    """Of the person; for a party, the id of its polity."""
    is_person: bool
    camp: str
    attendance: Attendance
    place: int
    """Rank by which the articles name it, from 0."""
    claims: tuple[str, ...]
    inferred: str | None = None
    """How it is known that the person is meant, where all articles name a post only."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a meeting was about."""

    name: str
    claims: tuple[str, ...]

    @property
    def id(self) -> str:
        """Id of its node."""
        return make_id("t", folded(self.name))


@dataclass(frozen=True, slots=True)
class Folded:
    """One state of a meeting."""

    id: str
    kind: Kind
    status: Status
    start: str | None
    end: str | None
    title: str
    sources: int
    disagreements: tuple[str, ...]
    venue: VenueRef | None
    venue_claims: tuple[str, ...]
    sides: tuple[Attending, ...]
    topics: tuple[Topic, ...]
    claims: tuple[str, ...]

    @property
    def precision(self) -> Precision | None:
        """How exactly ``start`` is known."""
        return Precision.of(self.start)


def fold_tellings(tellings: Sequence[Telling], meeting: str) -> Folded:
    """Fold the tellings of one meeting, given in order of report; ``meeting`` is its id."""
    tellings = as_copies(tellings)
    status = _status(tellings)
    current = _current(tellings, status)
    start, end = _dates(current, tellings)
    place, place_claims = _venue(tellings, current)
    sides = _sides(tellings, status)
    kind = _kind(tellings)
    return Folded(
        id=meeting,
        kind=kind,
        status=status,
        start=start,
        end=end,
        title=title(kind, _speaking(tellings, sides)),
        sources=len({telling.own.voice for telling in tellings}),
        disagreements=tuple(
            name
            for name, differ in (
                ("status", _status_differs(tellings, status)),
                ("date", _date_differs(current)),
                ("venue", _venue_differs(current)),
                ("topics", _topics_differ(tellings)),
            )
            if differ
        ),
        venue=place,
        venue_claims=place_claims,
        sides=sides,
        topics=_topics(tellings),
        claims=tuple(claim.id for telling in tellings for claim in telling.claims),
    )


def _status(tellings: Sequence[Telling]) -> Status:
    """Go through the reports day by day; a later one overtakes what stood where it can know better."""
    current: Status | None = None
    voices: dict[Status, set[str]] = defaultdict(set)
    dates: set[str] = set()
    for telling in sorted(tellings, key=lambda one: (one.own.reported or UNDATED, _rank(one.status), one.seed)):
        new = telling.status
        voices[new].add(telling.own.voice)
        moved = telling.exact and telling.own.date not in dates
        if current is None or (new is not current and _overtakes(telling, current, voices, moved)):
            current = new
        if telling.own.date:
            dates.add(telling.own.date)
    return current or Status.HELD


def _rank(status: Status) -> int:
    order = (Status.DENIED, Status.POSSIBLE, Status.EXPECTED, Status.POSTPONED, Status.DECLINED, Status.CANCELLED)
    return order.index(status) if status in order else len(order) + (status is Status.HELD)


def _overtakes(telling: Telling, current: Status, voices: Mapping[Status, set[str]], moved: bool) -> bool:
    new = telling.status
    if len(voices[new]) == 1 and telling.own.confidence < _DOUBTFUL and len(voices[current]) > 1:
        return False
    if current is Status.DENIED:
        return True
    if new is Status.DENIED or new is Status.POSSIBLE:
        return False
    if new in HAPPENED:
        return current is not Status.HELD
    if current in HAPPENED:
        return False
    if new in OFF:
        return current is not Status.CANCELLED or len(voices[new]) > len(voices[current])
    if current in OFF:
        return (moved and current is Status.POSTPONED) or len(voices[new] - voices[current]) > len(voices[current]) + 1
    return True


def _current(tellings: Sequence[Telling], status: Status) -> list[Telling]:
    """The tellings that speak of what stands, not of what was planned before it was moved, held or called off."""
    if status in HAPPENED:
        return [one for one in tellings if one.happened]
    if status is Status.POSTPONED:
        moved = [one for one in tellings if one.status is Status.POSTPONED]
        last = max(one.own.reported or UNDATED for one in moved)
        return [one for one in moved if (one.own.reported or UNDATED) == last]
    if status in PLANNED:
        plans = [one for one in tellings if one.status in PLANNED]
        moved = [one for one in tellings if one.status is Status.POSTPONED]
        since = max((one.own.reported or UNDATED for one in moved), default="")
        return [one for one in plans if (one.own.reported or UNDATED) >= since] or plans
    return [one for one in tellings if one.status is status]


def _dates(current: Sequence[Telling], tellings: Sequence[Telling]) -> tuple[str | None, str | None]:
    told = [one for one in current if one.own.date] or [one for one in tellings if one.own.date]
    voices: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    latest: dict[tuple[str, str | None], str] = {}
    for one in told:
        value = (one.own.date or "", one.own.date_end)
        voices[value].add(one.own.voice)
        latest[value] = max(latest.get(value, ""), one.own.reported or UNDATED)
    if not voices:
        return None, None
    support = {
        value: len(set().union(*(names for other, names in voices.items() if value[0].startswith(other[0]))))
        for value in voices
    }
    return max(voices, key=lambda value: (support[value], len(value[0]), latest[value], value[1] or "", value[0]))


def _date_differs(current: Sequence[Telling]) -> bool:
    ranges = {day_range(one.own.date, one.own.date_end) for one in current if one.own.date}
    return any(not left.touches(right) for left in ranges for right in ranges)


def _venue(tellings: Sequence[Telling], current: Sequence[Telling]) -> tuple[VenueRef | None, tuple[str, ...]]:
    told = _placed(current) or _placed(tellings)
    voices: dict[VenueRef, set[str]] = defaultdict(set)
    for telling, place in told:
        voices[place].add(telling.own.voice)
    if not voices:
        return None, ()
    keys = {place: {part.key for part in place.chain} for place in voices}
    support = {
        place: len(set().union(*(names for other, names in voices.items() if other.key in keys[place])))
        for place in voices
    }
    best = max(voices, key=lambda place: (support[place], len(place.chain), place.key))
    named = max((place for _, place in told if place == best), key=lambda place: place.name)
    return named, tuple(telling.id for telling, place in _placed(tellings) if place.key in keys[best])


def _placed(tellings: Iterable[Telling]) -> list[tuple[Telling, VenueRef]]:
    return [(one, one.own.place) for one in tellings if one.own.place is not None]


def _venue_differs(current: Sequence[Telling]) -> bool:
    chains = [{part.key for part in place.chain} for place in {place for _, place in _placed(current)}]
    return any(not (left <= right or right <= left) for left in chains for right in chains)


def _kind(tellings: Sequence[Telling]) -> Kind:
    voices = _count((telling.own.kind, telling.own) for telling in tellings)
    return max(voices, key=lambda kind: (kind is not Kind.CONVERSATION, voices[kind], -_SPECIFIC.index(kind)))


def _count(pairs: Iterable[tuple[T, Said]]) -> dict[T, int]:
    voices: dict[T, set[str]] = defaultdict(set)
    for value, claim in pairs:
        voices[value].add(claim.voice)
    return {value: len(names) for value, names in voices.items()}


def _sides(tellings: Sequence[Telling], status: Status) -> tuple[Attending, ...]:
    """Fold each side's part by itself: of what was held, what most say; of plans, what was said last."""
    told: dict[str, list[tuple[Telling, Side]]] = defaultdict(list)
    places: dict[str, tuple[int, int]] = {}
    for number, telling in enumerate(tellings):
        for place, side in enumerate(telling.sides):
            told[side.handle].append((telling, side))
            places.setdefault(side.handle, (number, place))
    parts = {handle: _part(entries, status) for handle, entries in told.items()}
    people = {
        entries[0][1].camp for handle, entries in told.items() if entries[0][1].is_person and parts[handle] in _PRESENT
    }
    kept = [
        handle
        for handle, entries in told.items()
        if entries[0][1].is_person or parts[handle] not in _PRESENT or entries[0][1].camp not in people
    ]
    return tuple(
        Attending(
            handle=handle,
            is_person=told[handle][0][1].is_person,
            camp=told[handle][0][1].camp,
            attendance=parts[handle],
            place=place,
            claims=tuple(dict.fromkeys(telling.id for telling, _ in told[handle])),
            inferred=_inferred(side for _, side in told[handle]),
        )
        for place, handle in enumerate(sorted(kept, key=places.__getitem__))
    )


def _inferred(sides: Iterable[Side]) -> str | None:
    reasons = [side.inferred for side in sides]
    known = [reason for reason in reasons if reason is not None]
    return known[0] if len(known) == len(reasons) else None


def _part(entries: Sequence[tuple[Telling, Side]], status: Status) -> Attendance:
    if status in HAPPENED:
        counted = [entry for entry in entries if entry[0].happened]
    else:
        last = max(telling.own.reported or UNDATED for telling, _ in entries)
        counted = [entry for entry in entries if (entry[0].own.reported or UNDATED) == last]
    voices = _count((side.attendance, telling.own) for telling, side in counted or entries)
    order = list(Attendance)
    return max(voices, key=lambda part: (voices[part], -order.index(part)))


def _speaking(tellings: Sequence[Telling], sides: Sequence[Attending]) -> list[tuple[str, str, bool]]:
    """Name, camp and whether a person, of those who take part, in their order; the name that most articles write."""
    names: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    parties: dict[str, str] = {}
    for telling in tellings:
        for side in telling.sides:
            if side.inferred is None:
                names[side.handle][side.name] += 1
            else:
                parties.setdefault(side.handle, side.name)
    taking = [side for side in sides if side.attendance in _PRESENT] or list(sides)
    return [
        (
            min(names[side.handle], key=lambda name: (-names[side.handle][name], -len(parse(name).parts), name)),
            side.camp,
            side.is_person,
        )
        if names[side.handle]
        else (parties[side.handle], side.camp, False)
        for side in taking
    ]


def _topics(tellings: Sequence[Telling]) -> tuple[Topic, ...]:
    claims: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for telling in tellings:
        for claim in telling.claims:
            for topic in claim.topics:
                key = folded(topic)
                names[key] = max(names.get(key, topic), topic)
                claims[key].append(claim.id)
    return tuple(Topic(names[key], tuple(dict.fromkeys(found))) for key, found in claims.items())


def _topics_differ(tellings: Sequence[Telling]) -> bool:
    """Whether two sides that are quoted have nothing in common in what they say it was about.

    To leave out what another names is no disagreement, and neither is another word for it.
    """
    accounts: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        camps = {side.name: side.camp for side in telling.sides}
        for claim in telling.quoted:
            if claim.by is not None:
                words = {word for topic in claim.topics for word in folded(topic).split() if len(word) > _SMALL_WORD}
                accounts[camps.get(claim.by) or polity(claim.by).camp] |= words
    told = [words for words in accounts.values() if words]
    return any(left.isdisjoint(right) for left, right in combinations(told, 2))


def _status_differs(tellings: Sequence[Telling], status: Status) -> bool:
    """Whether somebody denies what others tell, or some tell as held or planned what others tell as called off."""
    said = [
        (claim.status, claim.reported or UNDATED) for telling in tellings for claim in telling.claims if claim.status
    ]
    if Status.DENIED in {one for one, _ in said} and any(one in HAPPENED | PLANNED for one, _ in said):
        return True
    first_held = min((day for one, day in said if one in HAPPENED), default=None)
    if first_held is not None:
        return any(one in OFF and day >= first_held for one, day in said)
    if status in OFF:
        called_off = min(day for one, day in said if one is status)
        return any(one in PLANNED and day > called_off for one, day in said)
    return False
