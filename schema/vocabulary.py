"""The closed vocabularies of the graph: kinds and statuses of contacts, attendance, precision of dates.

The values are the words used in files and in the graph; the members' names are those of the GraphQL enums.
"""

from enum import StrEnum


class Kind(StrEnum):
    """How two or more sides were, or are to be, in contact."""

    CALL = "call"
    VIDEO_CALL = "video_call"
    MESSAGE = "message"
    MEETING = "meeting"
    VISIT = "visit"
    TALKS = "talks"
    SUMMIT = "summit"
    CONVERSATION = "conversation"
    """The article does not say how they spoke."""

    @property
    def remote(self) -> bool | None:
        """True where the sides are apart, False where they share a place, None where the kind leaves it open."""
        if self is Kind.CONVERSATION:
            return None
        return self in (Kind.CALL, Kind.VIDEO_CALL, Kind.MESSAGE)


class Status(StrEnum):
    """Whether the contact took place, as a source has it."""

    HELD = "held"
    ONGOING = "ongoing"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    DENIED = "denied"


class Attendance(StrEnum):
    """What one side's part in a contact was or is to be."""

    ATTENDED = "attended"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    ABSENT = "absent"
    DECLINED = "declined"
    MEDIATOR = "mediator"

    @property
    def edge(self) -> str:
        """The type of the edge from a person or polity to the meeting."""
        return _EDGES[self]


_EDGES = {
    Attendance.ATTENDED: "ATTENDED",
    Attendance.EXPECTED: "EXPECTED_TO_ATTEND",
    Attendance.POSSIBLE: "MAY_ATTEND",
    Attendance.ABSENT: "ABSENT_FROM",
    Attendance.DECLINED: "DECLINED_TO_ATTEND",
    Attendance.MEDIATOR: "MEDIATED",
}


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"

    @classmethod
    def of(cls, date: str | None) -> "Precision | None":
        """The precision of an ISO date that may be partial: ``2025-02`` is a month."""
        return {10: cls.DAY, 7: cls.MONTH, 4: cls.YEAR}[len(date)] if date else None


class Verb(StrEnum):
    """What an analyst decided."""

    SAME = "same"
    NOT_SAME = "not_same"
    REJECT = "reject"
    CORRECT = "correct"
    RETRACT = "retract"
    UNDO = "undo"


class Subject(StrEnum):
    """What can be judged the same or not the same."""

    PERSON = "person"
    OFFICE = "office"
    VENUE = "venue"
    MEETING = "meeting"
