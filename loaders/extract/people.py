"""Joining names and offices: which office stands with which name, and which names are one person."""

from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from loaders.extract.columns import Columns
from loaders.extract.names import NameSpan
from loaders.extract.offices import Office
from loaders.world import Holder, Titles, Word, fold, role

_SPEECH = frozenset(
    ["said", "says", "told", "tells", "added", "adds", "wrote", "writes", "stressed", "announced", "warned", "stated", "noted", "insisted", "argued"]
)


@dataclass(slots=True, eq=False)
class Link:
    """An office that stands with a name; ``of`` once it is known whose office it is."""

    office: Office
    name: NameSpan
    start: int
    end: int
    place: int = 0
    """Position among the names of one plural office."""
    polity: str | None = None
    """From "X of Japan" after the name."""


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
    female: bool | None = None

    @property
    def role(self) -> str:
        """What the person's office comes to."""
        return role(self.title) if self.title else ""


def link_offices(cols: Columns, names: list[NameSpan], offices: list[Office], titles: Titles) -> list[Link]:
    """Each office with the name beside it: before it, after it, or in apposition."""
    by_lead: dict[int, NameSpan] = {}
    by_end: dict[int, NameSpan] = {}
    for name in names:
        by_lead[name.lead] = name
        by_lead.setdefault(name.start, name)
        by_end[name.end] = name
    starts = {office.start: office for office in offices}
    taken: set[int] = set()
    links: list[Link] = []

    def bind(office: Office, name: NameSpan, start: int, end: int) -> None:
        taken.add(name.start)
        links.append(Link(office, name, start, end, polity=_polity_after(cols, name)))

    for office in offices:
        start = _mention_start(cols, office)
        after = _skip_brackets(cols, office.end)
        name = by_lead.get(after)
        if (
            name is not None
            and (after == office.end or name.lead >= after)
            and not (office.plural and not _plural_before_name(cols, office))
        ):
            bind(office, name, start, name.end)
            if office.plural:
                _more(cols, office, name, by_lead, links, taken)
            continue
        before = _before(cols, office)
        comma = cols.low[before] if before >= 0 else ""
        previous = by_end.get(before) if comma in (",", "(", "–", "—", "-") else None
        nearby = (
            by_lead.get(office.end + 1)
            if office.end < len(cols) and cols.low[office.end] in (",", "–", "—", ":")
            else None
        )
        if nearby is not None and not (office.definite or office.capitalised):
            nearby = None
        if previous is not None and previous.start in taken:
            previous = None
        if previous is not None and nearby is not None and (office.owner is not None or office.end + 1 in starts):
            previous = None
        if previous is not None and not office.plural:
            bind(office, previous, previous.lead, office.end)
            continue
        if nearby is not None:
            bind(office, nearby, start, nearby.end)
            if office.plural:
                _more(cols, office, nearby, by_lead, links, taken)
            continue
        clause = _relative(cols, office, by_end)
        if clause is not None and clause.start not in taken:
            bind(office, clause, clause.lead, clause.end)
    return links


def _plural_before_name(cols: Columns, office: Office) -> bool:
    return office.capitalised or cols.low[office.head] in (
        "ministers",
        "presidents",
        "leaders",
        "envoys",
        "counterparts",
        "premiers",
        "kings",
        "chancellors",
        "negotiators",
        "diplomats",
        "advisers",
        "aides",
        "senators",
    )


def _more(
    cols: Columns, office: Office, first: NameSpan, by_lead: dict[int, NameSpan], links: list[Link], taken: set[int]
) -> None:
    """Further names of a plural office: "Presidents A and B", "ministers A of P, B of Q and C"."""
    place = first
    number = 0
    while number < 12:
        at = place.end
        if links[-1].polity is not None:
            span = cols.term_at[at + 1] or cols.term_at[at + 2]
            at = span.end if span is not None else at
        while at < len(cols) and cols.low[at] in (",", "and", "&", "as", "well"):
            at += 1
        following = by_lead.get(at)
        if following is None or at == place.end:
            return
        number += 1
        taken.add(following.start)
        links.append(Link(office, following, following.lead, following.end, number, _polity_after(cols, following)))
        place = following


def _polity_after(cols: Columns, name: NameSpan) -> str | None:
    """ "Wang Yi of China", "(Japan)"."""
    at = name.end
    if at + 1 >= len(cols) or cols.low[at] not in ("of", "("):
        return None
    index = at + 2 if cols.low[at + 1] == "the" else at + 1
    span = cols.term_at[index] if index < len(cols) else None
    if (
        span is None
        or span.term.word not in (Word.NAME, Word.ADJECTIVE)
        or (
            span.term.word is Word.ADJECTIVE
            and cols.low[at] == "of"
            and span.term.polity.name != cols.slice(span.start, span.end)
        )
    ):
        return None
    if cols.low[at] == "(" and (span.end >= len(cols) or cols.low[span.end] != ")"):
        return None
    return span.term.polity.name


def _mention_start(cols: Columns, office: Office) -> int:
    """Where the mention of the office's holder begins: after a possessor that is a person of its own."""
    if office.owner is not None and office.owner >= office.start:
        after = office.owner + 1
        return after + 1 if after < office.head and cols.possessive(after) else after
    return office.start


def _before(cols: Columns, office: Office) -> int:
    """Index of the token before the office and its determiner or apposition's opening words."""
    before = office.start - 1
    while before > cols.sentence_start[office.head] and cols.low[before] in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "currently",
        "also",
        "both",
        "now",
        "then",
    ):
        before -= 1
    return before


def _relative(cols: Columns, office: Office, by_end: dict[int, NameSpan]) -> NameSpan | None:
    """ "X, who is the foreign minister", "X is Y's envoy", "X was appointed foreign minister", "X, who serves as"."""
    at = _before(cols, office)
    low = cols.sentence_start[office.head]
    verb = False
    steps = 0
    while (
        at > low
        and steps < 5
        and cols.low[at]
        in (
            "who",
            "is",
            "was",
            "serves",
            "served",
            "as",
            "acts",
            "acting",
            "became",
            "remains",
            "appointed",
            "named",
            "has",
            "been",
            "currently",
            "also",
            ",",
            "now",
        )
    ):
        verb = verb or cols.low[at] in ("is", "was", "serves", "served", "as", "became", "remains", "appointed")
        at -= 1
        steps += 1
    name = by_end.get(at + 1)
    if name is None or not verb or office.plural:
        return None
    return name


def _skip_brackets(cols: Columns, index: int) -> int:
    """After "(EAM)"."""
    if index + 2 < len(cols) and cols.text[index] == "(":
        for end in range(index + 1, min(index + 5, len(cols))):
            if cols.text[end] == ")":
                return end + 1
    return index


def accept(cols: Columns, names: list[NameSpan], links: list[Link]) -> list[NameSpan]:
    """The runs that are people: by an office, a form of address, the list of holders, or good witness."""
    linked = {link.name.start for link in links}
    sure = set()
    for name in names:
        alone = sum(cols.text[i][0].isalpha() for i in range(name.start, name.end)) == 1
        upper = alone and cols.text[name.start].isupper() and len(cols.text[name.start]) > 2
        if name.start in linked:
            if not upper:
                sure.add(name.start)
        elif (name.address and cols.capital[name.start]) or (name.holders and (not alone or name.person)) or (not alone and not name.other and (name.person >= 0.5 or _speaks(cols, name))) or (
            not alone
            and not name.other
            and not any(cols.ent[i] in ("GPE", "LOC", "FAC") for i in range(name.start, name.end))
            and _owned(cols, name)
        ):
            sure.add(name.start)
    by_lead = {name.lead: name for name in names}
    for name in names:
        if name.start in sure or name.other:
            continue
        alone = name.length == 1
        for step in (1, 2):
            other = by_lead.get(name.end + step)
            if other is not None and other.start in sure and not alone and cols.low[name.end] in (",", "and"):
                sure.add(name.start)
                break
    return [name for name in names if name.start in sure]


def _speaks(cols: Columns, name: NameSpan) -> bool:
    after, before = name.end, name.lead - 1
    return (after < len(cols) and cols.low[after] in _SPEECH) or (
        before >= 1 and cols.low[before] in _SPEECH and cols.text[before - 1] in ('"', "”", ",", "''")
    )


def _owned(cols: Columns, name: NameSpan) -> bool:
    """ "Iraq's Fuad Hussein"."""
    before = name.lead - 1
    return before >= 1 and cols.possessive(before) and cols.term_at[before - 1] is not None


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, folded, without hyphens and particles of one syllable that spellings leave out."""
    cut = fold(text).replace("-", " ").replace("–", " ").replace(".", " ").replace("'", "")
    words = tuple(word for word in cut.split() if word not in ("al", "el", "bin", "ibn", "ben", "bint"))
    return words or tuple(cut.split())


def same_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names of two words or more can be one person's in one text: spelling, order, middle names."""
    if one == two or (len(one) > 1 and len(two) > 1 and "".join(one) == "".join(two)):
        return True
    short, long = sorted((one, two), key=len)
    if len(short) < 2:
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
        person = next((known for known in people if same_name(known.words, words)), None)
        if person is None:
            person = Person(text, words)
            people.append(person)
        elif len(words) > len(person.words):
            person.name, person.words = text, words
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
