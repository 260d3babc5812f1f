"""Comparing names of people by their parts. Pure, and each comparison says how it came about.

Spelling differs between transliterations (Zelensky, Zelenskyy, Zelenskiy), so parts are compared by a *sound* that
these share, and only long parts may differ by a letter or two. Short parts must be the same: Kim Jong Un is not Kim
Jong Il.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from loaders.world import fold, world

_SUFFIXES = {"jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "senior": "sr"}
_NUMERALS = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"])
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(al|el)(?=[a-z]{4})", ""),
        (r"^ye", "e"),
        (r"^yu", "iu"),
        (r"ph", "f"),
        (r"ck", "k"),
        (r"q|gh", "k"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"ks", "x"),
        (r"[yj]", "i"),
        (r"ai(?=.)", "ei"),
        (r"ei$|ii$", "i"),
        (r"(.)\1+", r"\1"),
    )
)


_CYRILLIC = {
    ord(letter): sound
    for low, sound in zip(
        "абвгґдђеёєжзиіїйјклљмнњопрстћуўфхцчџшщъыьэюя",
        "a b v g g d dj e yo ye zh z i i yi y j k l lj m n nj o p r s t c u u f kh ts ch dz sh shch  y  e yu ya".split(
            " "
        ),
        strict=True,
    )
    for letter, sound in ((low, sound), (low.upper(), sound.title()))
}
"""Cyrillic letters as English writes them, in Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian."""


@dataclass(frozen=True, slots=True)
class _Lore:
    """The tables of ``names.toml``."""

    particles: frozenset[str]
    family_first: frozenset[str]
    given: Mapping[str, str]
    """Spelling to the given name it stands for."""


@lru_cache(maxsize=1)
def _lore() -> _Lore:
    table = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    given = {spelling: name for name, spellings in table["given"].items() for spelling in spellings.split()}
    return _Lore(frozenset(table["particles"].split()), frozenset(table["family_first"].split()), given)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name."""

    folded: str
    sound: str

    @property
    def is_initial(self) -> bool:
        """Whether only its first letter is given."""
        return len(self.folded) == 1


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts, without forms of address and particles."""

    parts: tuple[Part, ...]
    suffix: str
    """``jr``, ``sr``, a numeral, or empty."""
    joined: str
    """All letters in one piece, particles included."""

    @property
    def family(self) -> tuple[Part, ...]:
        """The parts that may be the family name: the last, and the first where it is one that stands first."""
        if not self.parts:
            return ()
        first, last = self.parts[0], self.parts[-1]
        if len(self.parts) > 1 and first.folded in _lore().family_first:
            return first, last
        return (last,)


class Likeness(IntEnum):
    """How two names are alike, the strongest last."""

    DIFFERENT = 0
    PARTIAL = 1
    """One has parts that the other leaves out."""
    CLOSE = 2
    """The same parts, but for some letters of long ones."""
    SAME = 3
    """The same but for spelling, accents, case, hyphens or the order of the parts."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The likeness of two names, and what it rests on."""

    likeness: Likeness
    reason: str


@lru_cache(maxsize=50_000)
def parse(name: str) -> Name:
    """Take a name apart.

    ``JD`` and ``J. D.`` are two initials; ``el-Sisi`` is ``sisi``; ``Jong-un`` is two parts.
    """
    plain = unicodedata.normalize("NFKC", name).replace("’", "'")
    words = [word for word in re.split(r"[\s,]+", re.sub(r"[‐‑–—-]", " ", plain)) if word]
    honorifics = world().titles.honorifics
    while len(words) > 1 and fold(words[0]) in honorifics:
        words = words[1:]
    suffix = ""
    if len(words) > 1 and is_suffix(words[-1]):
        last = fold(words[-1]).strip(".")
        suffix = _SUFFIXES.get(last, last)
        words = words[:-1]
    parts: list[Part] = []
    letters: list[str] = []
    for word in words:
        for piece in _pieces(word):
            letters.append(piece)
            if piece not in _lore().particles:
                parts.append(Part(piece, _sound(piece)))
    if not parts:
        parts = [Part(piece, _sound(piece)) for piece in letters]
    return Name(tuple(parts), suffix, "".join(letters))


def _pieces(word: str) -> list[str]:
    bare = re.sub(r"[^\w.]", "", word)
    if not bare.isascii():
        bare = bare.translate(_CYRILLIC)
    dotted = [piece for piece in bare.split(".") if piece]
    if all(len(piece) == 1 for piece in dotted):
        return [fold(piece) for piece in dotted]
    bare = bare.replace(".", "")
    if bare.isupper() and len(bare) == 2 and not set(bare) & set("AEIOUY"):
        return [fold(letter) for letter in bare]
    return [fold(bare)]


@lru_cache(maxsize=50_000)
def _sound(piece: str) -> str:
    """What the usual transliterations of one part have in common; short parts are kept as they are."""
    piece = _lore().given.get(piece, piece)
    if len(piece) < 4:
        return piece
    for pattern, sound in _SOUNDS:
        piece = pattern.sub(sound, piece)
    return piece


def compare(left: str, right: str) -> Comparison:
    """How alike two names are, and why; the order of the two does not matter."""
    return _compare(*sorted((left, right)))


@lru_cache(maxsize=200_000)
def _compare(left: str, right: str) -> Comparison:
    short, long = sorted((parse(left), parse(right)), key=lambda name: len(name.parts))
    if not short.parts or not long.parts:
        return Comparison(Likeness.DIFFERENT, "a name without letters")
    if short.suffix != long.suffix:
        return Comparison(Likeness.DIFFERENT, f"suffix {short.suffix or 'none'} against {long.suffix or 'none'}")
    sounds, others = [part.sound for part in short.parts], [part.sound for part in long.parts]
    if sounds == others:
        return Comparison(Likeness.SAME, "the same parts")
    if short.joined == long.joined:
        return Comparison(Likeness.SAME, "the same letters")
    if sorted(short.joined) == sorted(long.joined) and sorted(sounds) == sorted(others):
        return Comparison(Likeness.SAME, "the same parts in another order")
    if len(short.parts) == 1:
        return _single(short, long)
    return _aligned(short, long)


def _single(short: Name, long: Name) -> Comparison:
    part = short.parts[0]
    if len(long.parts) == 1:
        if _close(part, long.parts[0]):
            return Comparison(Likeness.CLOSE, f"{part.folded} is spelt like {long.parts[0].folded}")
        return Comparison(Likeness.DIFFERENT, "other names")
    if len(part.folded) > 1 and any(part.sound == family.sound for family in long.family):
        return Comparison(Likeness.PARTIAL, f"only {part.folded}")
    return Comparison(Likeness.DIFFERENT, "not the family name")


def _aligned(short: Name, long: Name) -> Comparison:
    """Lay the parts of the shorter name along those of the longer one, in order, beginning at the first part.

    A shorter name may also be the end of the longer one ("Lula da Silva").
    """
    found = _walk(short.parts, long.parts)
    if found is None:
        tail = long.parts[len(long.parts) - len(short.parts) :]
        if len(tail) < len(long.parts) and all(a.sound == b.sound for a, b in zip(short.parts, tail, strict=True)):
            return Comparison(Likeness.PARTIAL, "the end of the longer name")
        return Comparison(Likeness.DIFFERENT, "other parts")
    middle = short.parts[1:-1]
    if middle and any(part.is_initial for part in found.extra):
        return Comparison(Likeness.DIFFERENT, "other initials in the middle")
    notes = [f"{a.folded} is spelt like {b.folded}" for a, b in found.close]
    notes += [f"{a.folded} for {b.folded}" for a, b in found.initials]
    notes += [f"without {part.folded}" for part in found.extra]
    firsts, lasts = (short.parts[0], long.parts[0]), (short.parts[-1], long.parts[-1])
    if firsts[0].sound != firsts[1].sound and lasts[0].sound != lasts[1].sound:
        return Comparison(Likeness.DIFFERENT, "neither the first nor the last part is the same")
    if found.extra or found.initials:
        if len(found.close) > 1 or (found.close and found.initials) or all(part.is_initial for part in short.parts):
            return Comparison(Likeness.DIFFERENT, "; ".join(notes))
        return Comparison(Likeness.PARTIAL, "; ".join(notes))
    return Comparison(Likeness.CLOSE, "; ".join(notes))


@dataclass(frozen=True, slots=True)
class _Walk:
    close: tuple[tuple[Part, Part], ...]
    initials: tuple[tuple[Part, Part], ...]
    extra: tuple[Part, ...]


def _walk(short: tuple[Part, ...], long: tuple[Part, ...]) -> _Walk | None:
    close: list[tuple[Part, Part]] = []
    initials: list[tuple[Part, Part]] = []
    extra: list[Part] = []
    place = 0
    for at, part in enumerate(long):
        if place < len(short):
            mine = short[place]
            if mine.sound == part.sound:
                place += 1
                continue
            if (mine.is_initial or part.is_initial) and mine.folded[0] == part.folded[0]:
                initials.append((mine, part) if mine.is_initial else (part, mine))
                place += 1
                continue
            if _close(mine, part):
                close.append((mine, part))
                place += 1
                continue
        if at == 0:
            return None
        extra.append(part)
    if place < len(short):
        return None
    return _Walk(tuple(close), tuple(initials), tuple(extra))


def _close(left: Part, right: Part) -> bool:
    """Whether two long parts are one by another spelling: the same beginning, one letter apart, two in very long ones.

    A final *a* alone makes another name: Ivanov is not Ivanova.
    """
    a, b = sorted((left.sound, right.sound), key=len)
    if len(a) < 5 or a[0] != b[0] or onset(left) != onset(right) or b == a + "a":
        return False
    apart = 1 if len(a) < 8 else 2
    return DamerauLevenshtein.distance(a, b, score_cutoff=2) <= apart and JaroWinkler.similarity(a, b) >= 0.88


def onset(part: Part) -> str:
    """The first letter and the next consonant: what two spellings of one part always share."""
    rest = re.sub(r"[aeiouh]", "", part.sound[1:])
    return part.sound[:1] + rest[:1]


@lru_cache(maxsize=50_000)
def block_keys(name: str) -> tuple[str, ...]:
    """Keys of which any two names that are not ``DIFFERENT`` share one.

    The family name finds everybody of the family; the first part with the onset of each other part finds family names
    that are spelt otherwise or left out; the letters find parts in another order, or written as one.
    """
    parsed = parse(name)
    if not parsed.parts:
        return ()
    first, *rest = parsed.parts
    keys = {f"family {part.sound}" for part in parsed.family}
    keys.add("letters " + "".join(sorted(parsed.joined)))
    keys |= {f"pair {first.sound} {onset(part)}" for part in rest}
    if not rest:
        keys.add(f"single {onset(first)}")
    return tuple(sorted(keys))


_WRITTEN_AS_ONE = 8
"""Letters of a single word from which on it may be a full name: "Kimjongun"."""


@lru_cache(maxsize=50_000)
def full_name_keys(name: str) -> tuple[str, ...]:
    """Keys of which any two full names that are the ``SAME`` share one."""
    parsed = parse(name)
    letters = "letters " + "".join(sorted(parsed.joined))
    if len(parsed.parts) > 1:
        return letters, "sounds " + " ".join(sorted(part.sound for part in parsed.parts))
    return (letters,) if len(parsed.joined) >= _WRITTEN_AS_ONE else ()


def is_particle(word: str) -> bool:
    """Whether the word belongs to the part that follows it: "von", "bin", "al"."""
    return fold(word) in _lore().particles


def is_suffix(word: str) -> bool:
    """Whether the word tells generations apart: "Jr.", "III"."""
    return fold(word).strip(".") in _SUFFIXES or word in _NUMERALS


def family_first(word: str) -> bool:
    """Whether the word is a family name that stands before the given one."""
    return fold(word) in _lore().family_first
