"""Which tellings may be one meeting, judging by two of them alone, and the keys by which they find each other. Pure.

Contacts are compared by their *principal pair*: the two camps (countries or bodies) that the article names first, or by
all camps where they are the same. Two tellings are related where these camps meet in the same people (or one names none
for a camp), the kinds are compatible and the times touch. By their ``keys`` related tellings find each other, so that
what could be one meeting is found without looking at all the others.
"""

from collections.abc import Iterable
from enum import StrEnum

from loaders.resolve.days import Days
from loaders.resolve.tellings import Family, Telling
from schema.ledger import make_id

_NARROW_DAYS = 7
"""Days after the first that a narrow window has at most; it lies in two weeks at most."""
_NARROW, _WIDE = "narrow ", "wide "
_MOST = 6
"""People of a camp that keys are made of; larger delegations are found by the first named."""


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
