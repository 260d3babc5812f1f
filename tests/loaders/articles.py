"""Readings for tests, written down in a line or two each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from schema.reading import Account, Contact, OfficeNamed, PersonNamed, Place, Reading, Side, Source, Span
from schema.vocabulary import Attendance, Kind, Status

_ATTENDANCE = {
    Status.HELD: Attendance.ATTENDED,
    Status.ONGOING: Attendance.ATTENDED,
    Status.EXPECTED: Attendance.EXPECTED,
    Status.POSTPONED: Attendance.EXPECTED,
    Status.CANCELLED: Attendance.EXPECTED,
    Status.POSSIBLE: Attendance.POSSIBLE,
    Status.DECLINED: Attendance.POSSIBLE,
    Status.DENIED: Attendance.POSSIBLE,
}


@dataclass(frozen=True)
class Who:
    """A person as an article names them; without ``of`` and ``title`` by name alone."""

    name: str
    title: str | None = None
    of: str | None = None

    @property
    def key(self) -> str:
        return f"{self.name}/{self.title}/{self.of}"


@dataclass(frozen=True)
class Post:
    """A side that an article names by its post only."""

    name: str
    party: str


@dataclass(frozen=True)
class Told:
    """A contact as an article tells it. Sides are people, or parties by name; ``parts`` gives other attendances."""

    kind: Kind
    status: Status
    sides: Sequence[Who | Post | str]
    date: str | None = None
    venue: str | None = None
    country: str | None = None
    topics: Sequence[str] = ()
    accounts: Sequence[tuple[str, Sequence[str], Status | None]] = ()
    parts: dict[str, Attendance] = field(default_factory=dict)
    evidence: str | None = None
    confidence: float = 0.9
    follows: Sequence[int] = ()


def reading(
    source: str,
    published: str | None,
    *told: Told,
    named: Sequence[Who] = (),
    edition: str = "",
    extractor: str = "test 1",
) -> Reading:
    """A reading of an article that tells of these contacts and names these people; ``edition`` changes its text."""
    lines = [f"{source} {edition}".strip()]
    people: dict[str, PersonNamed] = {}
    contacts = []
    at = len(lines[0]) + 1
    for number, one in enumerate(told):
        names = [side if isinstance(side, str) else side.name for side in one.sides]
        sentence = one.evidence or " ".join(f"{word} {source}" for word in str(one).split())
        if not all(name in sentence for name in names):
            sentence += " | " + ", ".join(names)
        line = Span(at, at + len(sentence))
        sides = []
        for side, name in zip(one.sides, names, strict=True):
            begin = at + sentence.index(name)
            span = Span(begin, begin + len(name))
            attendance = one.parts.get(name, _ATTENDANCE[one.status])
            if isinstance(side, Who):
                people[side.key] = _person(side, span)
                sides.append(Side(attendance, span, person=side.key))
            else:
                sides.append(Side(attendance, span, party=side if isinstance(side, str) else side.party))
        lines.append(sentence)
        at += len(sentence) + 1
        evidence = Span(line.begin, line.begin + len(one.evidence)) if one.evidence else line
        contacts.append(
            Contact(
                key=f"c{number}",
                kind=one.kind,
                status=one.status,
                sides=tuple(sides),
                evidence=evidence,
                rule="test",
                confidence=one.confidence,
                date=one.date,
                venue=Place(one.venue, one.country) if one.venue else None,
                topics=tuple(one.topics),
                accounts=tuple(
                    Account(by, line, tuple(topics), status, by if by in people else None)
                    for by, topics, status in one.accounts
                ),
                follows=tuple(f"c{earlier}" for earlier in one.follows),
            )
        )
    for who in named:
        people.setdefault(who.key, _person(who, Span(at, at + len(who.name))))
        lines.append(who.key)
        at += len(who.key) + 1
    text = "\n".join(lines)
    return Reading(
        Source(source, text, title=lines[0], published=published), extractor, tuple(people.values()), tuple(contacts)
    )


def _person(who: Who, span: Span) -> PersonNamed:
    office = OfficeNamed(who.title, who.of) if who.title and who.of else None
    return PersonNamed(who.key, who.name, (span,), office)


RUBIO = Who("Marco Rubio", "Secretary of State", "United States")
LAVROV = Who("Sergey Lavrov", "Foreign Minister", "Russia")
TRUMP = Who("Donald Trump", "President", "United States")
PUTIN = Who("Vladimir Putin", "President", "Russia")
WITKOFF = Who("Steve Witkoff", "special envoy", "United States")
WALTZ = Who("Mike Waltz", "National Security Adviser", "United States")
ZELENSKY = Who("Volodymyr Zelensky", "President", "Ukraine")
USHAKOV = Who("Yuri Ushakov", "presidential aide", "Russia")
