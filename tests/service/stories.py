"""Articles with what is to be read out of them, made by hand for the tests of the service."""

from datetime import date, timedelta

from schema.reading import Account, Contact, OfficeNamed, PersonNamed, Place, Reading, Side, Source, Span
from schema.vocabulary import Attendance, Kind, Status

EXTRACTOR = "by hand 1"

ATTENDED, EXPECTED, ABSENT, POSSIBLE = (
    Attendance.ATTENDED,
    Attendance.EXPECTED,
    Attendance.ABSENT,
    Attendance.POSSIBLE,
)

OFFICES = {
    "Marco Rubio": OfficeNamed("Secretary of State", "United States"),
    "Sergei Lavrov": OfficeNamed("Foreign Minister", "Russia"),
    "Keith Kellogg": OfficeNamed("Special Envoy", "United States"),
    "Vladimir Putin": OfficeNamed("President", "Russia"),
    "Volodymyr Zelensky": OfficeNamed("President", "Ukraine"),
    "Andrii Sybiha": OfficeNamed("Foreign Minister", "Ukraine"),
    "Wang Yi": OfficeNamed("Foreign Minister", "China"),
}


def span(text: str, phrase: str) -> Span:
    """Where a phrase stands first in a text."""
    begin = text.index(phrase)
    return Span(begin, begin + len(phrase))


def person(text: str, name: str) -> PersonNamed:
    """Somebody with an office, under the key of the full name."""
    return PersonNamed(name, name, (span(text, name),), OFFICES[name])


def side(text: str, name: str, attendance: Attendance = ATTENDED) -> Side:
    """A side that is a person with an office, or else a party."""
    where = span(text, name)
    return Side(attendance, where, person=name) if name in OFFICES else Side(attendance, where, party=name)


def reading(source: Source, contacts: tuple[Contact, ...]) -> Reading:
    """The reading of an article in which everybody known who is named is named with an office."""
    people = tuple(person(source.text, name) for name in OFFICES if name in source.text)
    return Reading(source, EXTRACTOR, people, contacts)


_ANNOUNCED = (
    "Rubio and Lavrov may meet this month\n"
    "Marco Rubio may meet Sergei Lavrov in Saudi Arabia in February, two officials said."
)
ANNOUNCED = reading(
    Source(
        "courier-1",
        _ANNOUNCED,
        "Rubio and Lavrov may meet this month",
        "https://courier.example/may-meet",
        "Baltic Courier",
        "2025-02-10",
    ),
    (
        Contact(
            "meeting",
            Kind.MEETING,
            Status.POSSIBLE,
            (side(_ANNOUNCED, "Marco Rubio", POSSIBLE), side(_ANNOUNCED, "Sergei Lavrov", POSSIBLE)),
            span(_ANNOUNCED, "Marco Rubio may meet Sergei Lavrov in Saudi Arabia in February"),
            "by-hand",
            0.6,
            date="2025-02",
            venue=Place("Saudi Arabia", "Saudi Arabia"),
        ),
    ),
)
"""Baltic Courier, 10 February: a meeting of Rubio and Lavrov in February is possible."""

_CALL = (
    "Two stories of one call\n"
    "Marco Rubio telephoned Sergei Lavrov on Saturday. Russia's foreign ministry said that they spoke about trade "
    "barriers and seized villas. The State Department said that they spoke about the war in Ukraine. Vladimir Putin "
    "will send Sergei Lavrov to Riyadh on Tuesday to meet Marco Rubio. Keith Kellogg will not be there."
)
CALL = reading(
    Source(
        "clarion-1",
        _CALL,
        "Two stories of one call",
        "https://clarion.example/two-stories?a=1&b=2",
        "The Sunday Clarion",
        "2025-02-16",
    ),
    (
        Contact(
            "call",
            Kind.CALL,
            Status.HELD,
            (side(_CALL, "Marco Rubio"), side(_CALL, "Sergei Lavrov")),
            span(_CALL, "Marco Rubio telephoned Sergei Lavrov on Saturday."),
            "by-hand",
            0.9,
            date="2025-02-15",
            topics=("Ukraine", "trade"),
            accounts=(
                Account(
                    "Russian Foreign Ministry",
                    span(
                        _CALL, "Russia's foreign ministry said that they spoke about trade barriers and seized villas."
                    ),
                    ("trade",),
                ),
                Account(
                    "State Department",
                    span(_CALL, "The State Department said that they spoke about the war in Ukraine."),
                    ("Ukraine",),
                ),
            ),
        ),
        Contact(
            "talks",
            Kind.MEETING,
            Status.EXPECTED,
            (
                side(_CALL, "Sergei Lavrov", EXPECTED),
                side(_CALL, "Marco Rubio", EXPECTED),
                side(_CALL, "Keith Kellogg", ABSENT),
            ),
            span(_CALL, "Vladimir Putin will send Sergei Lavrov to Riyadh on Tuesday to meet Marco Rubio."),
            "by-hand",
            0.8,
            date="2025-02-18",
            venue=Place("Riyadh", "Saudi Arabia"),
            follows=("call",),
        ),
    ),
)
"""The Sunday Clarion, 16 February: a call on the 15th, told in two ways, and a meeting expected on the 18th."""

_HELD = (
    "Four hours in Riyadh\n"
    "Marco Rubio and Sergei Lavrov met in Riyadh on Tuesday for four hours and spoke about Ukraine. "
    "Keith Kellogg stayed away."
)
HELD = reading(
    Source("gulf-1", _HELD, "Four hours in Riyadh", "http://gulf.example/riyadh", "Gulf Daily", "2025-02-19"),
    (
        Contact(
            "talks",
            Kind.MEETING,
            Status.HELD,
            (
                side(_HELD, "Marco Rubio"),
                side(_HELD, "Sergei Lavrov"),
                side(_HELD, "Keith Kellogg", ABSENT),
            ),
            span(_HELD, "Marco Rubio and Sergei Lavrov met in Riyadh on Tuesday for four hours"),
            "by-hand",
            0.9,
            date="2025-02-18",
            venue=Place("Riyadh", "Saudi Arabia"),
            topics=("Ukraine",),
        ),
    ),
)
"""Gulf Daily, 19 February: the meeting of the 18th took place."""

HOSTILE_TEXT = "\u202e<script>alert('t')</script> <img src=x onerror=alert(1)>"
_HOSTILE = f"{HOSTILE_TEXT}\nVolodymyr Zelensky met Wang Yi, {HOSTILE_TEXT}. The envoy of Hungary was there."
HOSTILE = reading(
    Source("evil-1", _HOSTILE, HOSTILE_TEXT, "javascript:alert(document.domain)"),
    (
        Contact(
            "meeting",
            Kind.CONVERSATION,
            Status.HELD,
            (side(_HOSTILE, "Volodymyr Zelensky"), side(_HOSTILE, "Wang Yi"), side(_HOSTILE, "Hungary")),
            span(_HOSTILE, f"Volodymyr Zelensky met Wang Yi, {HOSTILE_TEXT}."),
            "by-hand",
            0.5,
            topics=(HOSTILE_TEXT,),
            accounts=(Account("an aide", span(_HOSTILE, f"Volodymyr Zelensky met Wang Yi, {HOSTILE_TEXT}.")),),
        ),
    ),
)
"""An article without date or publisher whose texts and address are an attack on whoever shows them."""

STORY = [ANNOUNCED, CALL, HELD, HOSTILE]


def calendar(contacts: int) -> Reading:
    """One article that tells of calls between Sybiha and Wang Yi, one every third day from January 2020."""
    text = "A busy line\nAndrii Sybiha called Wang Yi."
    days = [(date(2020, 1, 1) + timedelta(days=3 * number)).isoformat() for number in range(contacts)]
    return reading(
        Source("line-1", text, "A busy line", "https://line.example/1", "The Line", "2025-03-01"),
        tuple(
            Contact(
                f"call-{day}",
                Kind.CALL,
                Status.HELD,
                (side(text, "Andrii Sybiha"), side(text, "Wang Yi")),
                span(text, "Andrii Sybiha called Wang Yi."),
                "by-hand",
                0.9,
                date=day,
                topics=("Ukraine",),
            )
            for day in days
        ),
    )
