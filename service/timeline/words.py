"""What timelines say, in each of their languages, and dates in words that are no more exact than the date is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from schema.errors import QueryError

DEFAULT = "en"

_TABLE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    lang: str
    """Code of the language, as HTML has it."""
    locale: Locale
    table: Mapping[str, str | Mapping[str, str]]

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self.locale.text_direction

    def __getitem__(self, key: str) -> str:
        """The word for a kind, a status, or another key of the table."""
        word = self.table[key]
        if not isinstance(word, str):
            raise TypeError(f"{key!r} depends on a number: use count()")
        return word

    def count(self, key: str, number: int) -> str:
        """The form that goes with a number: "1 source", "2 sources"."""
        forms = self.table[key]
        if isinstance(forms, str):
            raise TypeError(f"{key!r} depends on no number")
        form = forms.get(self.locale.plural_form(number), forms["other"])
        return form.format(n=f"{number:,}" if self.lang == DEFAULT else number)

    def when(self, start: str | None, end: str | None = None) -> str:
        """A date in words: "15 February 2025", "February 2025", "15–18 February 2025"."""
        if start is None:
            return self["undated"]
        if end is None or end == start:
            return self._day(start)
        if len(start) == len(end) == len("2025-02-15"):
            return str(format_interval(_first(start), _first(end), "yMMMMd", locale=self.locale))
        return f"{self._day(start)} – {self._day(end)}"

    def briefly(self, day: str) -> str:
        """A date for a narrow column: "15 Feb 2025", "Feb 2025"."""
        if len(day) == len("2025-02-15"):
            return format_date(_first(day), "medium", locale=self.locale)
        return format_skeleton("yMMM" if len(day) > len("2025") else "y", _first(day), locale=self.locale)

    def weekday(self, day: str) -> str:
        """The day of the week of a full date: "Tuesday"."""
        return format_date(_first(day), "EEEE", locale=self.locale)

    def interval(self, dates: str) -> str:
        """A date, or an ISO 8601 interval of two, in words."""
        return self.when(*dates.split("/"))

    def _day(self, day: str) -> str:
        if len(day) == len("2025-02-15"):
            return format_date(_first(day), "long", locale=self.locale)
        return format_skeleton("yMMMM" if len(day) > len("2025") else "y", _first(day), locale=self.locale)


def words(lang: str = DEFAULT) -> Words:
    """The words of a language; a region after it ("de-AT") is looked over.

    Raises:
        QueryError: there is no table for it.
    """
    code = lang.replace("_", "-").partition("-")[0].lower()
    table = _tables().get(code)
    if table is None:
        raise QueryError(f"lang: there is no timeline in {lang[:20]!r}. It can be {', '.join(sorted(_tables()))}.")
    return Words(code, Locale.parse(str(table["locale"])), table)


@cache
def _tables() -> dict[str, dict[str, str | dict[str, str]]]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


def _first(day: str) -> date:
    return date(*[*map(int, day.split("-")), 1, 1][:3])
