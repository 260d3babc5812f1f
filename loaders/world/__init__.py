"""What the extractor knows of the world: polities, offices and their holders, as data files with lookups.

``world()`` reads the files at its first call and keeps them. A user adds to them with files of the same form.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.world.holders import Holder, Holders, load_holders
from loaders.world.phrases import Phrases, fold, pieces
from loaders.world.polities import Polities, Polity, Term, Word, load_polities
from loaders.world.titles import LEADERS, Titles, load_titles, role
from loaders.world.words import Words, load_words

__all__ = [
    "LEADERS",
    "Holder",
    "Holders",
    "Phrases",
    "Polities",
    "Polity",
    "Term",
    "Titles",
    "Word",
    "Words",
    "World",
    "fold",
    "pieces",
    "role",
    "world",
]


@dataclass(frozen=True, slots=True)
class World:
    """Everything that is known beforehand."""

    polities: Polities
    titles: Titles
    holders: Holders
    words: Words


@lru_cache(maxsize=4)
def world(polities: Path | None = None, holders: Path | None = None) -> World:
    """The world's data, with a user's own polities and office-holders added to it.

    Raises:
        SettingsError: a user's file cannot be read.
    """
    return World(load_polities(polities), load_titles(), load_holders(holders), load_words())
