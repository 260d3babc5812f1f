"""Common words that matter to reading names."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of lower-case words; see ``words.toml`` for what each is."""

    function: frozenset[str]
    calendar: frozenset[str]
    particles: frozenset[str]
    leading: frozenset[str]
    names: frozenset[str]
    month_names: frozenset[str]
    speech: frozenset[str]
    noting: frozenset[str]
    outlets: frozenset[str]
    sites: frozenset[str]
    serving: frozenset[str]
    copula: frozenset[str]
    apposition: frozenset[str]
    before_names: frozenset[str]
    listing: frozenset[str]
    sending: frozenset[str]
    organs: frozenset[str]
    place_before: frozenset[str]
    inside: frozenset[str]
    towards: frozenset[str]
    crowds: frozenset[str]
    styles: frozenset[str]
    qualifiers: frozenset[str]
    states: frozenset[str]
    pairs: frozenset[str]


def load_words() -> Words:
    """Read ``words.toml``."""
    table = tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))
    return Words(**{name: frozenset(words.split()) for name, words in table.items()})
