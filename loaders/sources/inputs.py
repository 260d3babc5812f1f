"""The values between the inputs and the load: what was found where, what was set aside and why, and how many."""

from dataclasses import dataclass

from schema.reading import Source

MAX_CHARACTERS = 1_000_000
"""Longest text of one article, in characters: far beyond any article, and as much as one parse takes at once."""

MAX_BYTES = 8 * MAX_CHARACTERS
"""Longest file or line that is read at all: room for a text of that length in which each character is escaped."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an input came from."""

    path: str
    """As it was given or found; ``-`` for standard input."""
    line: int | None = None
    """The line in a file that holds one article a line, counted from 1."""

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Found:
    """One article, ready to be read."""

    origin: Origin
    source: Source


@dataclass(frozen=True, slots=True)
class SetAside:
    """One input that was not loaded."""

    origin: Origin
    reason: str
    """For people: what is wrong and what to do about it."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What to assume of an article that does not say so itself."""

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    """For a single article only."""


@dataclass(slots=True)
class Tally:
    """What has become of the inputs so far."""

    loaded: int = 0
    unchanged: int = 0
    """Articles that were in the graph already."""
    set_aside: int = 0
    undated: int = 0
    """Of those loaded: articles with no day of publication, whose relative dates stay open."""

    @property
    def done(self) -> int:
        """How many inputs that makes."""
        return self.loaded + self.unchanged + self.set_aside
