"""A made-up stream of news, as readings: officials of many countries who meet and call, told by several papers each.

Names collide as real ones do: few family names are very common, officials come and go, papers spell a name differently
or give the surname with the office only. The same number of articles is always the same stream.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from loaders.world import world
from schema.reading import Contact, OfficeNamed, PersonNamed, Place, Reading, Side, Source, Span
from schema.vocabulary import Attendance, Kind, Status

_SEED = 20_250_215
_FIRST_DAY = date(2010, 1, 1)
_ARTICLES_A_DAY = 18
_COUNTRIES = 80
_OFFICES = (
    ("Foreign Minister", "FM", "Minister of Foreign Affairs"),
    ("President", "President", "President"),
    ("Prime Minister", "PM", "Prime Minister"),
    ("Defence Minister", "Defense Minister", "Minister of Defence"),
    ("Deputy Foreign Minister", "Deputy FM", "Deputy Minister of Foreign Affairs"),
    ("special envoy", "Special Envoy", "envoy"),
    ("Ambassador", "ambassador", "Ambassador"),
    ("National Security Adviser", "National Security Advisor", "national security adviser"),
)
_YEARS = (3, 7)
"""How long officials stay."""
_GIVEN = """
Ahmed Maria Ivan Wei Sergey Anna John Fatima Carlos Yuki Mohammed Elena David Aisha Pavel Laura Min-jun Ali Sofia Tomas
Hassan Ingrid Viktor Priya George Nadia Kenji Omar Julia Andrei Rania Paul Mikhail Leila Peter Nina Samuel Jelena Marco
""".split()
_FAMILY = """
Kim Wang Li Zhang Smith Khan Singh Nguyen Garcia Ivanov Mohammed Silva Petrov Müller Park Lopez Hassan Sato Kowalski
Diallo Popov Novak Rossi Jansen Haddad Kovac Hansen Okafor Mensah Tanaka Rahman Aliyev Horvat Nielsen Santos Fischer
Costa Weber Traore Yilmaz Demir Moreau Dubois Larsen Berg Virtanen Papadakis Volkov Sokolov Zelenko Markovic
Jovanovic Bauer Keller Mbeki Dlamini Abebe Tesfaye Perera Gunawan Santoso Reyes Cruz Ramos Vargas Castro Molina
Herrera Salazar Acosta Pereira Almeida Barros Teixeira Lindqvist Eriksson Holm Dahl Nygaard Korhonen Laine Tamm Kask
Berzins Ozols Kazlauskas Urbonas
""".split()
_CITIES = (
    "Geneva",
    "Riyadh",
    "Vienna",
    "New York",
    "Istanbul",
    "Doha",
    "Cairo",
    "Oslo",
    "Paris",
    "Singapore",
    "Nairobi",
)
_PAPERS = ("Northern Wire", "Clarion", "Capital Dispatch", "Orient News", "Bosphorus Post", "Pacific Ledger", "Courier")
_TOPICS = ("trade", "sanctions", "grain exports", "border talks", "prisoners", "security", "energy", "climate")
_KINDS = (Kind.CALL, Kind.CALL, Kind.MEETING, Kind.MEETING, Kind.TALKS, Kind.VISIT, Kind.SUMMIT)


@dataclass(frozen=True, slots=True)
class _Official:
    given: str
    family: str
    country: str
    office: int


@dataclass(frozen=True, slots=True)
class _Event:
    kind: Kind
    day: date
    officials: tuple[_Official, ...]
    city: str | None
    topic: str


class Stream:
    """Articles without end, day by day."""

    def __init__(self) -> None:
        """Begin at the first day."""
        self.random = Random(_SEED)  # noqa: S311 for figures, not for secrets
        known = world().polities.by_name.values()
        self.countries = [one.name for one in known if one.kind == "country"][:_COUNTRIES]
        self.busy = list(accumulate(1 / (rank + 1) for rank in range(len(self.countries))))
        self.common = list(accumulate(1 / (rank + 1) ** 0.8 for rank in range(len(_FAMILY))))
        self.posts: dict[tuple[str, int], tuple[_Official, date]] = {}
        self.articles = self._articles()

    def take(self, number: int) -> list[Reading]:
        """The next articles."""
        return [next(self.articles) for _ in range(number)]

    def _articles(self) -> Iterator[Reading]:
        day, number = _FIRST_DAY, 0
        pending: list[tuple[date, _Event, Status]] = []
        while True:
            for _ in range(_ARTICLES_A_DAY // 3):
                pending += self._told(self._event(day))
            due = [one for one in pending if one[0] <= day]
            pending = [one for one in pending if one[0] > day]
            while due:
                told = [due.pop() for _ in range(min(len(due), self.random.choice((1, 1, 2))))]
                number += 1
                yield self._article(number, day, [(event, status) for _, event, status in told])
            day += timedelta(days=1)

    def _event(self, day: date) -> _Event:
        first, second = self._country(), self._country()
        while second == first:
            second = self._country()
        level = self.random.choices(range(len(_OFFICES)), (8, 6, 4, 3, 2, 2, 1, 1))[0]
        officials = [self._holder(first, level, day), self._holder(second, level, day)]
        if self.random.random() < 0.2:
            officials.append(self._holder(first, (level + 1) % len(_OFFICES), day))
        kind = self.random.choice(_KINDS)
        city = self.random.choice(_CITIES) if not kind.remote else None
        planned = timedelta(days=self.random.choice((0, 0, 0, 2, 5, 9)))
        return _Event(kind, day + planned, tuple(dict.fromkeys(officials)), city, self.random.choice(_TOPICS))

    def _told(self, event: _Event) -> Iterator[tuple[date, _Event, Status]]:
        """When it is told, and how: perhaps before, and by some papers on the day and those after it."""
        if self.random.random() < 0.4:
            yield event.day - timedelta(days=self.random.randint(1, 4)), event, Status.EXPECTED
        status = self.random.choices((Status.HELD, Status.POSTPONED, Status.CANCELLED), (20, 1, 1))[0]
        for _ in range(self.random.choice((1, 1, 2, 3, 5))):
            yield event.day + timedelta(days=self.random.choice((0, 0, 1, 2))), event, status

    def _country(self) -> str:
        return self.random.choices(self.countries, cum_weights=self.busy)[0]

    def _holder(self, country: str, office: int, day: date) -> _Official:
        held = self.posts.get((country, office))
        if held is None or held[1] <= day:
            family = self.random.choices(_FAMILY, cum_weights=self.common)[0]
            official = _Official(self.random.choice(_GIVEN), family, country, office)
            until = day + timedelta(days=365 * self.random.randint(*_YEARS))
            held = self.posts[country, office] = official, until
        return held[0]

    def _article(self, number: int, day: date, told: list[tuple[_Event, Status]]) -> Reading:
        paper = self.random.choice(_PAPERS)
        people: dict[_Official, PersonNamed] = {}
        lines = [f"{paper} {number}"]
        contacts = []
        at = len(lines[0]) + 1
        for place, (event, status) in enumerate(told):
            line, spans = "", []
            for official in event.officials:
                if official not in people:
                    people[official] = self._named(official, Span(at + len(line), at + len(line)))
                name = people[official].name
                spans.append((official, Span(at + len(line), at + len(line) + len(name))))
                line += f"{name}, "
            line += f"{event.kind.value} {status.value} on {event.day}"
            line += "." if self.random.random() < 0.2 else f", says {paper} {number}."
            attendance = Attendance.ATTENDED if status is Status.HELD else Attendance.EXPECTED
            contacts.append(
                Contact(
                    key=f"c{place}",
                    kind=event.kind,
                    status=status,
                    sides=tuple(Side(attendance, span, person=people[who].key) for who, span in spans),
                    evidence=Span(at, at + len(line)),
                    rule="made up",
                    confidence=0.9,
                    date=event.day.isoformat(),
                    venue=Place(event.city) if event.city and self.random.random() < 0.6 else None,
                    topics=(event.topic,),
                )
            )
            lines.append(line)
            at += len(line) + 1
        source = Source(f"story-{number}", "\n".join(lines), lines[0], None, paper, day.isoformat())
        return Reading(source, "made up 1", tuple(people.values()), tuple(contacts))

    def _named(self, official: _Official, span: Span) -> PersonNamed:
        title = self.random.choice(_OFFICES[official.office])
        given = official.given if self.random.random() < 0.8 else official.given[0] + "."
        name = official.family if self.random.random() < 0.15 else f"{given} {official.family}"
        key = f"{official.given} {official.family} {official.country} {official.office}"
        return PersonNamed(key, name, (span,), OfficeNamed(title, official.country))
