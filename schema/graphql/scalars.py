"""The scalar for dates that may be partial."""

import re
from datetime import date
from typing import NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

IsoDate = NewType("IsoDate", str)
"""ISO text: a day, a month or a year."""

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parse_date(value: object) -> IsoDate:
    """A day, month or year of the calendar, as written.

    Raises:
        GraphQLError: the value is none of them; the message says what to write.
    """
    text = value if isinstance(value, str) else ""
    if match := _FORM.fullmatch(text):
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            date(year, month, day)
        except ValueError:
            pass
        else:
            return IsoDate(text)
    raise GraphQLError(
        f"{value!r} is no date. Write a day (2025-02-15), a month (2025-02) or a year (2025).",
        extensions={"code": "BAD_QUERY"},
    )


SCALARS: dict[object, ScalarDefinition] = {
    IsoDate: strawberry.scalar(
        name="Date",
        description=(
            "A date of the calendar as ISO text, no more exact than it is known: a day, a month or a year. "
            'Example: `"2025-02-15"`, `"2025-02"`, `"2025"`.'
        ),
        serialize=str,
        parse_value=parse_date,
    )
}
"""What the schema's configuration needs to know of the scalar."""
