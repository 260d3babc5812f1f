"""Countries, international bodies and bodies of a country, whatever an article calls them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.world import Word, fold, pieces, world
from schema.ledger import make_id


@dataclass(frozen=True, slots=True)
class PolityRef:
    """A polity in its one form."""

    key: str
    """Equal for all names of the same polity."""
    name: str
    kind: str
    """``country``, the kinds of ``loaders.world`` (organisation, organ, group, court, movement), or ``body``."""
    iso: str | None = None
    of: str | None = None
    """Name of the country that a ministry or palace is a body of; None for all else."""

    @property
    def id(self) -> str:
        """Id of its node."""
        return make_id("g", self.key)

    @property
    def camp(self) -> str:
        """Key of the country it speaks for; its own for what belongs to no country."""
        return fold(self.of) if self.of else self.key

    @property
    def is_known(self) -> bool:
        """Whether a table knows it, or the country it is a body of."""
        return self.kind != "body" or self.of is not None

    @property
    def is_country(self) -> bool:
        """Whether two different ones cannot have the same person in office."""
        return self.kind == "country" or self.of is not None


_MINISTRIES = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"\bministry of (foreign|external) affairs\b", "foreign ministry"),
        (r"\b(foreign|external) affairs ministry\b|\bforeign office\b", "foreign ministry"),
        (r"\bdepartment of (\w+)\b", r"\1 department"),
        (r"\bministry (?:of|for) (?:the )?(\w+)\b", r"\1 ministry"),
        (r"\bdefense\b", "defence"),
        (r"\boffice of the president\b|\bpresident's office\b", "presidency"),
        (r"\bpresidential (office|administration)\b", "presidency"),
        (r"\boffice of the prime minister\b", "prime minister's office"),
    )
)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
_UNNAMED = re.compile(r"^(senior|top|high-level|unnamed|a|an|two|several|other)\s+", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def polity(name: str) -> PolityRef:
    """The polity that the name means; one that no table knows is a body by itself.

    A capital or a people stands for its country ("Moscow", "Russians"), a seat for a body of it ("the Kremlin"), and
    "Russian Foreign Ministry" is a body of Russia, while "Russian officials" are Russia.
    """
    plain = _ARTICLE.sub("", " ".join(name.replace("’", "'").split()))
    return _named(plain) or _body_of(_UNNAMED.sub("", plain)) or PolityRef(plain, plain, "body")


def _named(name: str) -> PolityRef | None:
    polities = world().polities
    known = polities.by_name.get(name)
    if known is not None:
        return PolityRef(fold(known.name), known.name, known.kind, known.iso)
    term = polities.exact.get(name) or polities.terms.get(name.lower())
    if term is None:
        return None
    if term.word is Word.SEAT:
        return _body(fold(name), term.polity.name)
    return PolityRef(fold(term.polity.name), term.polity.name, term.polity.kind, term.polity.iso)


def _body_of(name: str) -> PolityRef | None:
    """A ministry or another body that is named together with its polity, or that only one country has."""
    titles = world().titles
    low = name.lower()
    country = titles.ministries.get(low)
    if country:
        return _body(low, country)
    words = pieces(name)
    lower = tuple(word.lower() for word in words)
    found = world().polities.exact.longest(words, 0) or world().polities.terms.longest(lower, 0)
    if found is not None and found[0] < len(words):
        end, term = found
        rest = [word for word in lower[end:] if word not in ("'s", "-")]
        return _part(rest, term.polity.name)
    for split in _OF.finditer(name):
        body, whole = name[: split.start()].lower(), _named(name[split.end() :])
        if whole is not None and titles.ministries.get(body) is not None:
            return _part(body.split(), whole.name)
    return None


def _part(rest: list[str], country: str) -> PolityRef | None:
    titles = world().titles
    if rest and rest[-1] in titles.delegations and titles.ministries.get(" ".join(rest)) in (None, ""):
        whole = _named(country)
        if " ".join(rest) not in ("presidency", "embassy", "cabinet", "mission"):
            return whole
    if titles.ministries.get(" ".join(rest)) is not None or (rest and rest[-1] in titles.bodies | {"ministry"}):
        return _body(" ".join(rest), country)
    return None


def _body(words: str, country: str) -> PolityRef:
    whole = _named(country)
    words = fold(words)
    if whole is None or whole.kind != "country":
        return PolityRef(f"{fold(country)} {words}", f"{country} {_title(words)}", "body")
    for pattern, form in _MINISTRIES:
        words = pattern.sub(form, words)
    return PolityRef(f"{whole.key}/{words}", f"{_title(words)} ({whole.name})", "body", of=whole.name)


def _title(words: str) -> str:
    return " ".join(
        word if word in ("of", "the", "for", "and") else word[:1].upper() + word[1:] for word in words.split()
    )
