"""Phrases of one or more words, found in running text by a dictionary of their first words."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ə": "a", "’": "'"}
)
_PIECE = re.compile(r"'s\b|(?<=\w)[-–](?=\w)|(?:(?!(?<=\w)[-–](?=\w)|'s\b)[^\s,()])+|,")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case without accents, with a straight apostrophe: ``fold("Erdoğan") == "erdogan"``."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def pieces(phrase: str) -> tuple[str, ...]:
    """Cut a phrase into the tokens that spaCy's English tokenizer makes of it: ``el-Sisi`` is three."""
    return tuple(_PIECE.findall(phrase.replace("’", "'")))


class Phrases(Generic[T]):
    """A set of phrases, each with a value; ``longest`` finds the longest that begins at a token."""

    def __init__(self) -> None:
        """Start empty."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, phrase: str, value: T, *, override: bool = True) -> None:
        """Take the phrase in; one that is there already gets the new value if ``override``."""
        words = pieces(phrase)
        self.add_words(words, value, override=override)

    def add_words(self, words: tuple[str, ...], value: T, *, override: bool = True) -> None:
        """Like ``add``, for a phrase that is cut into tokens."""
        if not words:
            return
        entries = self._by_first.setdefault(words[0], [])
        for place, (rest, _) in enumerate(entries):
            if rest == words[1:]:
                if override:
                    entries[place] = (rest, value)
                return
        entries.append((words[1:], value))
        entries.sort(key=lambda entry: -len(entry[0]))

    def longest(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """The end (half-open) and the value of the longest phrase that begins at index ``at`` of ``words``.

        None where no phrase begins there, or ``at`` is past their end.
        """
        for rest, value in self._by_first.get(words[at], ()) if at < len(words) else ():
            end = at + 1 + len(rest)
            if not rest or tuple(words[at + 1 : end]) == rest:
                return end, value
        return None

    def get(self, phrase: str) -> T | None:
        """The value of exactly this phrase."""
        words = pieces(phrase)
        for rest, value in self._by_first.get(words[0], ()) if words else ():
            if rest == words[1:]:
                return value
        return None
