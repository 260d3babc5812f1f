"""The values between an input and the load: what was found where, and what was set aside and why."""

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
