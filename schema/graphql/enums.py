"""The vocabulary as GraphQL enums: the same classes, with a description for every value."""

from enum import StrEnum

import strawberry

from schema.vocabulary import Attendance, Kind, Precision, Status, Subject, Verb


def _describe(cls: type[StrEnum], description: str, values: dict[str, str]) -> None:
    definition = strawberry.enum(cls, description=description).__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[value.name]


_describe(
    Kind,
    "How the sides were, or are to be, in contact. Example: `CALL`.",
    {
        "CALL": "A telephone call.",
        "VIDEO_CALL": "A call or conference by video.",
        "MESSAGE": "A letter, a note or another message.",
        "MEETING": "A meeting in one place.",
        "VISIT": "A visit of one side to the other.",
        "TALKS": "Talks or negotiations between delegations.",
        "SUMMIT": "A summit of leaders, or a conference of many states.",
        "CONVERSATION": "They spoke; the article does not say how.",
    },
)
_describe(
    Status,
    "Whether the contact took place. Example: `HELD`.",
    {
        "HELD": "It took place.",
        "ONGOING": "It was under way at the time of the report.",
        "EXPECTED": "It was announced or planned.",
        "POSSIBLE": "It was spoken of as a possibility.",
        "POSTPONED": "It was put off.",
        "CANCELLED": "It was called off.",
        "DECLINED": "One side turned it down.",
        "DENIED": "Somebody denies that it took place or was planned.",
    },
)
_describe(
    Attendance,
    "What one side's part in a contact was or is to be. Example: `ATTENDED`.",
    {
        "ATTENDED": "Took part.",
        "EXPECTED": "Is or was expected to take part.",
        "POSSIBLE": "May take part.",
        "ABSENT": "Was not there, and the source says so.",
        "DECLINED": "Turned the contact down.",
        "MEDIATOR": "Mediated between the other sides.",
    },
)
_describe(
    Precision,
    "How exactly a date is known. Example: `MONTH` for `2025-02`.",
    {
        "DAY": "To the day.",
        "MONTH": "To the month.",
        "YEAR": "To the year.",
    },
)
_describe(
    Verb,
    "What an analyst decided. Example: `SAME`.",
    {
        "SAME": "Two are one.",
        "NOT_SAME": "Two are not one.",
        "REJECT": "A claim says what its article does not.",
        "CORRECT": "A field of a claim has another value.",
        "RETRACT": "An article counts no more.",
        "UNDO": "Another judgement is taken back.",
    },
)
_describe(
    Subject,
    "What sort of thing a judgement is about. Example: `PERSON`.",
    {
        "PERSON": "People.",
        "OFFICE": "Offices.",
        "VENUE": "Venues.",
        "MEETING": "Contacts.",
    },
)


class Level(StrEnum):
    """How high the sides of a contact rank."""

    LEADERS = "leaders"
    MINISTERS = "ministers"
    ENVOYS = "envoys"
    OFFICIALS = "officials"
    UNKNOWN = "unknown"


class Counterparts(StrEnum):
    """Whom ties are counted with."""

    PEOPLE = "people"
    POLITIES = "polities"


class Turn(StrEnum):
    """What a report changed of a contact."""

    NEW = "new"
    HELD = "held"
    MOVED = "moved"
    CANCELLED = "cancelled"
    CONTRADICTED = "contradicted"
    UPDATED = "updated"


_describe(
    Level,
    "How high a contact was: the highest rank that somebody on each side has. Example: `MINISTERS`.",
    {
        "LEADERS": "Heads of state or government, monarchs and their heirs.",
        "MINISTERS": "Ministers, security advisers, and heads of organisations or services.",
        "ENVOYS": "Envoys, ambassadors, deputy ministers and negotiators.",
        "OFFICIALS": "Others with an office.",
        "UNKNOWN": "At least one side is named without a person whose office is known.",
    },
)
_describe(
    Counterparts,
    "Whom ties are counted with. Example: `POLITIES`.",
    {
        "PEOPLE": "Each person of another polity.",
        "POLITIES": "Each other country or organisation, whoever acts for it.",
    },
)
_describe(
    Turn,
    "What reports changed of a contact. Example: `MOVED`.",
    {
        "NEW": "It was not known before.",
        "HELD": "It was ahead, and took place or is under way.",
        "MOVED": "It has another date or another place.",
        "CANCELLED": "It was called off, turned down or put off.",
        "CONTRADICTED": "Somebody denies it, or accounts of it differ that agreed before.",
        "UPDATED": "More is known of it, or more sources report it.",
    },
)
