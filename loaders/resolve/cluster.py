"""Which tellings are one meeting, from one day of report to the next. Pure.

The articles are gone through in the order they were reported, as a reader would have followed them; so what stands on a
day depends on what was reported by then alone, and going on from what stood on a day gives what beginning at the first
day does. Each telling joins the meeting it fits best, or begins one:

- an article that tells two contacts apart is believed: its tellings never join one another;
- two contacts held on different days are two; one planned for a day is the one held a little earlier or later;
- one postponed waits for its new date, and joins what is then planned or held;
- a telling without a day joins the meeting nearest in time.

What an analyst judged goes before all of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta

from loaders.resolve.days import LATE, OFF, SLIP, Days
from loaders.resolve.related import compatible, related
from loaders.resolve.tellings import Telling
from schema.vocabulary import Status

_STALE = 14
"""Days after which a plan whose day has passed is no longer what a report of postponing speaks of."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A meeting as it was decided before: ids of its tellings, from one day of report until another."""

    meeting: str
    """Its id."""
    members: frozenset[str]
    known_from: str
    known_until: str

    def on(self, day: str) -> bool:
        """Whether it stood at the end of the day."""
        return self.known_from <= day < self.known_until


@dataclass(frozen=True, slots=True)
class Past:
    """What was decided before and still counts: all about other tellings than these, and what stood before the day."""

    stood: Sequence[Stood]
    anew: frozenset[str]
    """Ids of the tellings that are decided about anew."""
    since: str


Day = tuple[str, list[tuple[Telling, ...]]]
"""A day on which something changed, and the meetings that stood then, each as its tellings."""


def unfold(
    tellings: Iterable[Telling],
    same: Iterable[tuple[str, str]] = (),
    not_same: Iterable[tuple[str, str]] = (),
    past: Past | None = None,
) -> list[Day]:
    """The meetings that stood on each day on which something changed, since the first or since the past.

    ``same`` and ``not_same`` are pairs of seeds that an analyst judged; a NOT_SAME is never overridden. With a past,
    the tellings are all those that stood together with any of them.
    """
    ordered = sorted(tellings, key=_specific_first)
    since = past.since if past else ""
    begin: dict[str, list[Telling]] = defaultdict(list)
    for telling in ordered:
        begin[telling.known.known_from].append(telling)
    days = {*begin, *(telling.known.known_until for telling in ordered)}
    meetings = _Meetings(same, not_same)
    if past is not None:
        by_id = {telling.id: telling for telling in ordered}
        for one in past.stood:
            days |= {one.known_from, one.known_until}
            if one.known_from < since <= one.known_until:
                meetings.place([by_id[name] for name in sorted(one.members) if name in by_id])
    found: list[Day] = []
    for day in sorted(day for day in days if day >= since):
        meetings.drop(day)
        for telling in begin[day]:
            if past is None or telling.id in past.anew:
                meetings.add(telling)
                continue
            together = next(
                (one.members for one in past.stood if telling.id in one.members and one.on(day)), frozenset()
            )
            there = [one for one in begin[day] if one.id in together and one.id not in past.anew]
            meetings.place(there or [telling], together)
        found.append((day, meetings.standing()))
    return found


def disturbed(days: Iterable[Day], past: Past, changed: Set[str]) -> dict[str, str]:
    """The tellings whose meeting is another one than before, each with the first day of that.

    A meeting of which one of the ``changed`` tells is another one, though it be made up of the same.
    """
    found: dict[str, str] = {}
    for day, meetings in days:
        now = {frozenset(one.id for one in members) for members in meetings}
        before = {one.members for one in past.stood if one.on(day)}
        for members in now | before:
            if members & changed or (members in now) is not (members in before):
                for name in members:
                    found.setdefault(name, day)
    return found


def _specific_first(telling: Telling) -> tuple[object, ...]:
    rank = 0 if telling.happened else 2 if telling.status is Status.POSTPONED else 1
    return not telling.exact, rank, telling.days is None, -len(telling.sides), telling.seed


class _Meeting:
    """Tellings that are one meeting, as far as known."""

    def __init__(self) -> None:
        self.members: list[Telling] = []
        self.order: tuple[str, str] = "", ""
        """That of its earliest telling."""
        self.left: set[str] = set()
        """Seeds of those that it lost today: the next version of an article finds what the last one told of."""
        self.sources: set[str] = set()
        self.shapes: dict[tuple[object, ...], Telling] = {}
        self.held: list[Days] = []
        self.planned: list[Days] = []

    def change(self, members: list[Telling]) -> None:
        """Let it be these tellings from now on."""
        self.members = members
        self.order = min((one.order for one in members), default=self.order)
        self.sources = {one.source for one in members}
        self.shapes = {one.shape: one for one in members}
        self.held = [one.days for one in self.shapes.values() if one.happened and one.exact and one.days]
        self.planned = [one.days for one in self.shapes.values() if not one.happened and one.exact and one.days]

    @property
    def postponed(self) -> bool:
        return any(one.status is Status.POSTPONED for one in self.members)

    def fit(self, telling: Telling) -> float | None:
        """How well the telling fits, None where it cannot be this meeting."""
        if telling.source in self.sources:
            return None
        kin = self.shapes.values()
        if telling.seed not in self.left and not any(related(telling, one) for one in kin):
            return None
        if not all(compatible(one.family, telling.family) for one in kin):
            return None
        idea = telling.is_idea or all(one.is_idea for one in kin)
        if idea and not any(one.camps == telling.camps for one in kin):
            return None
        when = _when(self, telling)
        if when is None:
            return None
        return when + 0.5 * any(one.own.kind is telling.own.kind for one in kin) + self.likeness(telling)

    def likeness(self, telling: Telling) -> float:
        """How far the sides and the place agree, between -0.3 and 1.3."""
        ours = {side.handle for one in self.members for side in one.sides}
        theirs = {side.handle for side in telling.sides}
        shared = 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 0.0
        place = telling.own.place
        places = [one.own.place for one in self.members if one.own.place is not None]
        if place is None or not places:
            return shared
        agree = any(place in other.chain or other in place.chain for other in places)
        return shared + (0.3 if agree else -0.3)


def _when(meeting: _Meeting, telling: Telling) -> float | None:
    """How well the times agree: 3 for the same day, less for what may have slipped or is not told."""
    held, planned = meeting.held, meeting.planned
    if telling.status is Status.POSTPONED:
        return _when_postponed(telling, held, planned)
    if not telling.exact or telling.days is None:
        return _when_open(telling, held, planned, meeting.postponed)
    days = telling.days
    if any(days.touches(one) for one in held or planned):
        return 3.0
    if held:
        if telling.happened or telling.status is Status.DENIED:
            return None
        slipped = any(_slipped(days, one) and not _told_later(telling, one) for one in held)
        return 1.5 if slipped else None
    if not planned:
        return 1.0
    if telling.happened:
        if any(_slipped(one, days) for one in planned):
            return 1.5
    elif any(days.gap(one) <= 1 for one in planned):
        return 1.5
    if (
        meeting.postponed
        and telling.status not in OFF
        and any(0 < (days.first - one.last).days <= LATE for one in planned)
    ):
        return 1.0
    return None


def _slipped(planned: Days, held: Days) -> bool:
    return -SLIP[0] <= (held.first - planned.first).days <= SLIP[1]


def _told_later(telling: Telling, held: Days) -> bool:
    """Whether this plan was reported after the other was held, for a later day: then it is another one."""
    reported, days = telling.reported, telling.days
    return reported is not None and days is not None and reported > held.last and days.first > held.last


def _when_postponed(telling: Telling, held: Sequence[Days], planned: Sequence[Days]) -> float | None:
    if held:
        return None
    if not planned:
        return 1.0
    reported = telling.reported
    fresh = [one for one in planned if reported is None or one.last >= reported - timedelta(days=_STALE)]
    if not fresh:
        return None
    gap = min(telling.days.gap(one) for one in fresh) if telling.exact and telling.days else 1
    return 2.0 if gap == 0 else 1.5 - gap / 100 if gap <= LATE else None


def _when_open(telling: Telling, held: Sequence[Days], planned: Sequence[Days], postponed: bool) -> float | None:
    if not held and not planned:
        return 0.8
    window = telling.window
    if window is None:
        return None
    near = Days(telling.reported, telling.reported) if telling.reported else window
    after = timedelta(days=LATE if postponed else SLIP[1])
    spans = held or [Days(one.first - timedelta(days=SLIP[0]), one.last + after) for one in planned]
    gaps = [near.gap(one) for one in spans if one.touches(window)]
    return 1.0 - min(gaps) / 1000 if gaps else None


class _Meetings:
    """The meetings of a block while the articles are gone through."""

    def __init__(self, same: Iterable[tuple[str, str]], not_same: Iterable[tuple[str, str]]) -> None:
        self.meetings: list[_Meeting] = []
        self.same = _both_ways(same)
        self.not_same = _both_ways(not_same)

    def drop(self, day: str) -> None:
        """Take out what stood until this day."""
        for meeting in self.meetings:
            ended = [one for one in meeting.members if one.known.known_until <= day]
            meeting.left = {one.seed for one in ended}
            if ended:
                meeting.change([one for one in meeting.members if one.known.known_until > day])
        self.meetings = [meeting for meeting in self.meetings if meeting.members]

    def place(self, tellings: Sequence[Telling], together: frozenset[str] = frozenset()) -> None:
        """Make these tellings one meeting, with those of ``together`` that are there."""
        members = {one.id: one for one in tellings}
        for meeting in self.meetings:
            taken = {one.id: one for one in meeting.members if one.id in together}
            if taken:
                members |= taken
                meeting.change([one for one in meeting.members if one.id not in taken])
        self.meetings = [meeting for meeting in self.meetings if meeting.members]
        self.begin().change(list(members.values()))

    def begin(self) -> _Meeting:
        self.meetings.append(_Meeting())
        return self.meetings[-1]

    def add(self, telling: Telling) -> None:
        """Let the telling join the meeting it fits best, or begin one.

        Where it was judged the same as others, their meetings become one with the meeting it fits best.
        """
        open_ = sorted(
            (meeting for meeting in self.meetings if not self.barred(meeting, telling)), key=lambda one: one.order
        )
        fits = [(-fit, place) for place, one in enumerate(open_) if (fit := one.fit(telling)) is not None]
        best = [open_[place] for _, place in sorted(fits)]
        judged = [one for one in open_ if not self.same[telling.seed].isdisjoint(part.seed for part in one.members)]
        joined = [*judged, *best[:1]] or [self.begin()]
        meeting = joined[0]
        for other in joined[1:]:
            if other is not meeting and not self.apart(meeting, other):
                self.absorb(meeting, other)
        if telling.status is Status.POSTPONED and telling.exact:
            self.reunite(meeting, telling, best)
        meeting.change([*meeting.members, telling])

    def absorb(self, meeting: _Meeting, other: _Meeting) -> None:
        meeting.left |= other.left
        meeting.change(meeting.members + other.members)
        self.meetings.remove(other)

    def reunite(self, meeting: _Meeting, telling: Telling, fitting: Sequence[_Meeting]) -> None:
        """A report that names the new date of a contact joins what was planned before with what is planned now."""
        new = telling.days
        if new is None or not any(new.touches(one) for one in meeting.planned):
            return
        for other in fitting:
            earlier = other.planned and all(one.last < new.first for one in other.planned)
            there = other is not meeting and other in self.meetings
            if there and earlier and not meeting.sources & other.sources:
                if not self.apart(meeting, other):
                    self.absorb(meeting, other)
                return

    def barred(self, meeting: _Meeting, telling: Telling) -> bool:
        return any(one.seed in self.not_same[telling.seed] for one in meeting.members)

    def apart(self, left: _Meeting, right: _Meeting) -> bool:
        return any(self.barred(left, one) for one in right.members)

    def standing(self) -> list[tuple[Telling, ...]]:
        """The meetings that have tellings, each in order of report."""
        found = [meeting.members for meeting in self.meetings if meeting.members]
        return [tuple(sorted(members, key=lambda one: one.order)) for members in found]


def _both_ways(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        found[left].add(right)
        found[right].add(left)
    return found
