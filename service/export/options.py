"""What can be asked of an export besides which meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from schema.errors import QueryError
from schema.vocabulary import Attendance
from service import selection
from service.selection import Selection

Word = TypeVar("Word", bound=StrEnum)


class View(StrEnum):
    """Which graph is made of the meetings."""

    PEOPLE = "people"
    EVENTS = "events"
    POLITIES = "polities"


class Split(StrEnum):
    """What else parallel edges are told apart by."""

    NONE = "none"
    KIND = "kind"


TOOK_PART = frozenset({Attendance.ATTENDED, Attendance.MEDIATOR})
PARAMETERS = ("include", "split", "file")
"""Those that only exports have. ``file`` is what a download is to be called."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is exported."""

    view: View
    selection: Selection
    include: frozenset[Attendance]
    """Those whose part in a meeting is one of these count."""
    split: Split = Split.NONE

    @property
    def address(self) -> str:
        """The options as the query of an address, in one order."""
        own = []
        if self.include != default_include(self.view):
            own.append(("include", ",".join(part for part in Attendance if part in self.include)))
        if self.split is not Split.NONE:
            own.append(("split", self.split.value))
        return "&".join(part for part in (selection.address(self.selection), urlencode(own, safe=",")) if part)


def default_include(view: View) -> frozenset[Attendance]:
    """Ties are of those who took part; the graph of events has everybody, with what part."""
    return frozenset(Attendance) if view is View.EVENTS else TOOK_PART


def read(view: View, parameters: Iterable[tuple[str, str]]) -> Options:
    """The options that the parameters of an address name.

    Raises:
        QueryError: one of them cannot be used; the message says what can.
    """
    rest: list[tuple[str, str]] = []
    include: set[Attendance] = set()
    split = Split.NONE
    for name, value in parameters:
        if name == "include":
            include |= {_one_of(Attendance, name, word) for word in value.split(",") if word.strip()}
        elif name == "split":
            split = _one_of(Split, name, value)
        elif name != "file":
            rest.append((name, value))
    if split is Split.KIND and view is View.EVENTS:
        raise QueryError("split: the edges of events are one for each part in a meeting; leave it out.")
    return Options(view, selection.read(rest), frozenset(include) or default_include(view), split)


def _one_of(words: type[Word], name: str, value: str) -> Word:
    try:
        return words(value.strip().lower())
    except ValueError:
        raise QueryError(f"{name}: {value[:80]!r} is none of {', '.join(words)}.") from None
