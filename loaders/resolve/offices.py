"""Offices, whatever an article calls them: "FM" and "Minister of Foreign Affairs" are one title."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.resolve.polities import PolityRef, polity
from loaders.world import pieces, role, world
from schema.ledger import make_id


@dataclass(frozen=True, slots=True)
class OfficeRef:
    """An office in its one form."""

    title: str
    role: str
    """What it comes to, see ``loaders.world.role``; empty if unknown."""
    of: PolityRef | None

    @property
    def key(self) -> tuple[str, str]:
        """Equal for all names of the same office."""
        return self.title, self.of.key if self.of else ""

    @property
    def id(self) -> str:
        """Id of its node."""
        return make_id("o", *self.key)


_SECRETARIES = (
    "defence|war|commerce|energy|education|labor|transportation|agriculture|the treasury|the interior|homeland security"
)
_FORMS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"[‐‑–—-]", " "),
        (r"\badvisor\b", "adviser"),
        (r"\bcouncillor\b", "councilor"),
        (r"\bcounsellor\b", "counselor"),
        (r"\bdefense\b", "defence"),
        (r"\bpremier\b", "prime minister"),
        (r"\bstate secretary\b", "secretary of state"),
        (
            r"\b(minister|secretary) (of|for) (the )?([\w ,]+ and )?(foreign|external) (affairs|relations)\b.*",
            "foreign minister",
        ),
        (r"\b(foreign|external) affairs minister\b|\btop diplomat\b|\bforeign chief\b", "foreign minister"),
        (rf"\bsecretary of ({_SECRETARIES})\b", r"\1 secretary"),
        (r"\bminister (?:of|for) (?:the )?(\w+(?: and \w+)?)$", r"\1 minister"),
        (r"\bsecretary general\b", "secretary-general"),
        (r"\bspokes(man|woman)\b", "spokesperson"),
    )
)
_TIMES = re.compile(
    r"\b(acting|interim|caretaker|transitional|provisional|then|former|ex|outgoing|incoming|designate|elect|current|late)\b"
)
_ENDED = re.compile(r"\b(former|ex|late|ousted|deposed)\b")
_FOREIGN_SECRETARY_IS_MINISTER = {"United Kingdom", "Philippines"}
"""Elsewhere, as in India and Pakistan, the foreign secretary is the ministry's first official."""
_SMALL = {"of", "the", "for", "and", "to", "on", "in", "at"}


@lru_cache(maxsize=20_000)
def offices(title: str | None, of: str | None) -> tuple[OfficeRef, ...]:
    """The offices that a title names: "Deputy Prime Minister and Foreign Minister" names two.

    Words for the time ("acting", "former") are no part of an office. An office of a ministry is one of its country.
    """
    if not title:
        return ()
    body = polity(of) if of else None
    if body is not None and body.of is not None:
        body = polity(body.of)
    title = _without(title, body)
    found = (_title(part, body) for part in _parts(title))
    return tuple(OfficeRef(name, _role(name), body) for name in dict.fromkeys(found) if name)


def is_ended(title: str | None) -> bool:
    """Whether a title says that the office is held no more."""
    return title is not None and _ENDED.search(title.casefold()) is not None


def _without(title: str, body: PolityRef | None) -> str:
    """The title without the name of its polity before or after it: "Russian FM" of Russia is "FM"."""
    whole = next((one for one in re.finditer(" of ", title) if polity(title[one.end() :]) == body), None)
    title = title[: whole.start()] if whole else title
    words = list(pieces(title))
    polities = world().polities
    found = polities.exact.longest(words, 0) or polities.terms.longest([word.lower() for word in words], 0)
    if found is None or body is None or not 0 < found[0] < len(words) or polity(" ".join(words[: found[0]])) != body:
        return title
    rest = words[found[0] :]
    return " ".join(rest[1:] if rest[0] in ("'s", "'") else rest).replace(" - ", "-")


def named(title: str, of: str | None) -> OfficeRef:
    """The office with this title and polity, both in their one form already."""
    return OfficeRef(title, _role(title), polity(of) if of else None)


def _parts(title: str) -> list[str]:
    """Cut "Deputy Prime Minister and Minister of Foreign Affairs and Expatriates" before each part with a role."""
    parts: list[str] = []
    whole = " ".join(world().titles.short.get(word, word) for word in title.split())
    for piece in re.split(r"\s*(?:,|;|\band\b|&)\s*", whole):
        if parts and not (role(piece) and _has_head(piece)):
            parts[-1] += f" and {piece}"
        elif piece:
            parts.append(piece)
    return parts


def _has_head(piece: str) -> bool:
    """Whether a noun stands in it that an office can hang on: "Foreign Affairs" is none by itself."""
    heads = world().titles.heads
    return any(word in heads for word in piece.lower().replace("-", " ").split())


def _role(title: str) -> str:
    """The role of the head noun: the head of a president's office is no president."""
    head = re.split(r" (?:of the|to|for the) ", title)[0]
    return role(head) or role(title)


def _title(written: str, of: PolityRef | None) -> str:
    words = " ".join(world().titles.short.get(word, word) for word in written.split())
    plain = " ".join(words.replace("’", "'").casefold().removeprefix("the ").split())
    for pattern, form in _FORMS:
        plain = pattern.sub(form, plain)
    plain = " ".join(_TIMES.sub(" ", plain).split())
    if plain == "foreign secretary" and of is not None and of.name in _FOREIGN_SECRETARY_IS_MINISTER:
        plain = "foreign minister"
    capital = re.sub(r"(?<![\w'])\w", lambda letter: letter[0].upper(), plain)
    return " ".join(word.lower() if word.lower() in _SMALL else word for word in capital.split())
