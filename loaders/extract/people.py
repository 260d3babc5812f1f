"""Which names are people, and which names are one person."""

from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from loaders.extract.columns import Columns
from loaders.extract.links import Link
from loaders.extract.names import NUMERALS, NameSpan
from loaders.world import Holder, fold, role

_INITIALS = 2
"""A word of so many capitals may be somebody's initials."""


@dataclass(slots=True, eq=False)
class Person:
    """One human being of the article."""

    name: str
    words: tuple[str, ...]
    spans: list[NameSpan] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    holders: tuple[Holder, ...] = ()
    title: str | None = None
    of: str | None = None
    polity: str | None = None
    introduced: str | None = None
    """The polity with which the text introduces the person without an office: "Chile's X", "Y (Peru)"."""
    female: bool | None = None

    @property
    def role(self) -> str:
        """What the person's office comes to."""
        return role(self.title) if self.title else ""


def accept(cols: Columns, names: list[NameSpan], links: list[Link], speech: frozenset[str]) -> list[NameSpan]:
    """The runs that are people: by an office, a form of address, the list of holders, or good witness.

    ``speech`` are verbs of saying, whose subject is a person.
    """
    linked = {link.name.start for link in links}
    alone = {cols.folded[name.start] for name in names if name.length == 1}
    sure = {name.start for name in names if _is_person(cols, name, linked, alone, speech)}
    by_lead = {name.lead: name for name in names}
    for name in names:
        if (
            name.start in sure
            or name.other
            or name.length == 1
            or cols.low[name.end : name.end + 1] not in ([","], ["and"])
        ):
            continue
        beside = (by_lead.get(name.end + step) for step in (1, 2))
        if any(other is not None and other.start in sure for other in beside):
            sure.add(name.start)
    return [name for name in names if name.start in sure]


def _is_person(cols: Columns, name: NameSpan, linked: set[int], alone: set[str], speech: frozenset[str]) -> bool:
    single = sum(cols.text[i][0].isalpha() for i in range(name.start, name.end)) == 1
    if name.start in linked:
        return not (single and cols.text[name.start].isupper() and len(cols.text[name.start]) > 2)
    if (name.address and cols.capital[name.start]) or (name.holders and (not single or name.person)):
        return True
    if single or name.other:
        return False
    if name.person >= 0.5 or _speaks(cols, name, speech):
        return True
    if cols.folded[name.end - 1] in alone and cols.ent[name.end - 1] not in ("GPE", "LOC"):
        return True
    return _owned(cols, name) and not any(cols.ent[i] in ("GPE", "LOC", "FAC") for i in range(name.start, name.end))


def _speaks(cols: Columns, name: NameSpan, speech: frozenset[str]) -> bool:
    after, before = name.end, name.lead - 1
    if after < len(cols) and cols.low[after] in speech:
        return True
    return before >= 1 and cols.low[before] in speech and cols.text[before - 1] in ('"', "”", ",", "''")


def _owned(cols: Columns, name: NameSpan) -> bool:
    """ "Iraq's Fuad Hussein"."""
    before = name.lead - 1
    return before >= 1 and cols.possessive(before) and cols.term_at[before - 1] is not None


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, folded, without hyphens and particles of one syllable that spellings leave out."""
    cut = fold(text).replace("-", " ").replace("–", " ").replace(".", " ").replace("'", "")
    words = tuple(word for word in cut.split() if word not in ("al", "el", "bin", "ibn", "ben", "bint"))
    return words or tuple(cut.split())


def in_lower_case(name: str) -> str:
    """The name without words in capitals beside others that are not: "Nasser BOURITA" is Nasser Bourita."""
    words = name.split()
    if all(word.isupper() and word not in NUMERALS for word in words):
        return name
    loud = [word.isupper() and len(word) > _INITIALS and word not in NUMERALS and "." not in word for word in words]
    return " ".join(word.title() if so else word for word, so in zip(words, loud, strict=True))


def same_name(one: tuple[str, ...], two: tuple[str, ...], *, patronymic: bool = False) -> bool:
    """Whether two names of two words or more can be one person's in one text: spelling, order, middle names.

    With a ``patronymic`` ("bin") in either, the first words must agree: a father's name is no name of the son.
    """
    if one == two or (len(one) > 1 and len(two) > 1 and "".join(one) == "".join(two)):
        return True
    short, long = sorted((one, two), key=len)
    if len(short) < 2:
        return False
    if patronymic and short[0] != long[0]:
        return False
    if set(short) <= set(long) and (short[-1] == long[-1] or short[0] == long[0]):
        return True
    if (
        len(short) == len(long)
        and JaroWinkler.similarity(short[-1], long[-1]) > 0.93
        and JaroWinkler.similarity(short[0], long[0]) > 0.9
    ):
        return True
    initial = len(short[0]) == 1 and short[0][0] == long[0][0]
    return initial and short[-1] == long[-1]


def _has_patronymic(text: str) -> bool:
    return any(word in text.lower() for word in (" bin ", " ibn ", " bint "))


def gather(cols: Columns, names: list[NameSpan]) -> tuple[list[Person], list[NameSpan]]:
    """People by their full names; what is left are names of one word, to be resolved to them."""
    people: list[Person] = []
    single: list[NameSpan] = []
    for name in names:
        text = cols.slice(name.start, name.end)
        words = name_words(text)
        if len(words) < 2:
            single.append(name)
            continue
        bin_in = _has_patronymic(text)
        person = next(
            (one for one in people if same_name(one.words, words, patronymic=bin_in or _has_patronymic(one.name))), None
        )
        if person is None:
            person = Person(in_lower_case(text), words)
            people.append(person)
        elif len(words) > len(person.words):
            person.name, person.words = in_lower_case(text), words
        person.spans.append(name)
        person.holders = person.holders or name.holders
    return people, single


class Surnames:
    """Which person a part of a name means."""

    def __init__(self, people: list[Person]) -> None:
        """Index every word of every name; the last and the first weigh more than those between."""
        self._index: dict[str, list[tuple[int, int, Person]]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Take a person in."""
        last = len(person.words) - 1
        for place, word in enumerate(person.words):
            weight = 0 if place == last else 1 if place == 0 else 2
            if len(word) > 1:
                self._index.setdefault(word, []).append((weight, -len(person.spans), person))

    def find(self, words: tuple[str, ...]) -> Person | None:
        """The person with this part of a name; of several, the one whose last word it is, then the most named."""
        found = self._index.get(words[-1])
        if not found:
            return None
        fitting = [entry for entry in found if all(word in entry[2].words for word in words)]
        return min(fitting, key=lambda entry: entry[:2])[2] if fitting else None

    def __contains__(self, word: str) -> bool:
        """Whether the word is part of somebody's name."""
        return word in self._index
