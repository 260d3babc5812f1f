"""Which office stands with which name: before it, after it, in apposition, or in a relative clause."""

from dataclasses import dataclass

from loaders.extract.columns import Columns
from loaders.extract.names import NUMERALS, NameSpan
from loaders.extract.office import Office, joint, mention_start
from loaders.extract.relatives import of_party, relative_offices, served_by
from loaders.extract.series import Series
from loaders.world import World, role

_TWO_PEOPLE = ({"president", "foreign minister"},)
"""Roles joined by "and" that are two people's: "the President and Prime Minister X"."""
_COMMAS = (",", "(", "–", "—", "-")


@dataclass(slots=True, eq=False)
class Link:
    """An office that stands with a name; ``start`` and ``end`` enclose both."""

    office: Office
    name: NameSpan
    start: int
    end: int
    place: int = 0
    """Position among the names of one plural office."""
    polity: str | None = None
    """From "X of Japan" after the name."""


class Linker:
    """Finds the links of one text."""

    def __init__(self, cols: Columns, names: list[NameSpan], offices: list[Office], known: World) -> None:
        """Index names and offices by where they begin and end."""
        self._cols = cols
        self._known = known
        self._offices = offices
        self._names = names
        self._series = Series(cols, names, known)
        self._by_lead, self._by_end = self._series.by_lead, self._series.by_end
        self._starts = {office.start: office for office in offices}
        self._ends = {office.end for office in offices}
        self._taken: set[int] = set()
        self._direct: dict[str, set[str]] = {}
        """Last words of names that stand right behind an office, with whose office that is."""
        self._links: list[Link] = []

    def read(self) -> list[Link]:
        """The links, by where they begin."""
        cols = self._cols
        for office in self._offices:
            name = self._adjacent(office)
            if name is not None and not name.other:
                self._direct.setdefault(cols.folded[name.end - 1], set()).update(office.polities)
        previous: Office | None = None
        for office in self._offices:
            if not self._link(office):
                self._clause(office)
            if previous is not None:
                self._joined(previous, office)
            previous = office
        for office, name in relative_offices(cols, self._names, self._series, self._known):
            if name.start not in self._taken:
                self._bind(office, name, name.lead, name.end)
        self._links.sort(key=lambda link: (link.start, link.name.start))
        return self._links

    def _bind(self, office: Office, name: NameSpan, start: int, end: int) -> None:
        self._add(office, name, start, end, 0)

    def _add(self, office: Office, name: NameSpan, start: int, end: int, place: int) -> None:
        self._taken.add(name.start)
        self._links.append(Link(office, name, start, end, place, self._series.belongs(name, office.title)[0]))

    def _adjacent(self, office: Office) -> NameSpan | None:
        name = self._by_lead.get(self._skip_brackets(office.end))
        if name is None or (
            office.plural and not (office.capitalised or self._cols.low[office.head] in self._known.words.before_names)
        ):
            return None
        return name

    def _link(self, office: Office) -> bool:
        cols = self._cols
        start = mention_start(cols, office)
        name = self._adjacent(office)
        opening = self._before(office)
        if (
            name is None
            and opening >= 0
            and cols.low[opening] == "as"
            and cols.low[opening - 1] not in ("well", "such")
        ):
            return False
        if name is not None:
            self._bind(office, name, start, name.end)
            if office.plural:
                self._more(office, name)
            return True
        if cols.possessive(office.end) and office.head == office.end - 1:
            return False
        if office.plural and self._all_before(office):
            return True
        named = self._told_by_copula(office)
        if named is not None:
            self._bind(office, named, named.lead, named.end)
            return True
        before, nearby = self._previous(office), self._nearby(office)
        if before is not None and self._conflicts(office, before):
            before = None
        if nearby is not None and before is None and self._conflicts(office, nearby):
            nearby = None
        if before is not None and before.start in self._taken:
            if (
                nearby is None
                and cols.low[office.end if office.end < len(cols) else -1] in (",", ".", ";", ")", "and", "\n\n", "\n")
                and not office.plural
            ):
                self._links.append(Link(office, before, before.lead, office.end, polity=None))
                return True
            before = None
        if before is not None and nearby is not None:
            before, nearby = (before, None) if self._prefers(office, before, nearby) else (None, nearby)
        if before is not None and not office.plural:
            self._bind(office, before, before.lead, office.end)
            return True
        if nearby is not None:
            self._bind(office, nearby, start, nearby.end)
            if office.plural:
                count = len(self._links)
                self._more(office, nearby)
                if len(self._links) == count and (office.number or not office.polities):
                    self._links.pop()
                    self._taken.discard(nearby.start)
                    return False
            return True
        return False

    def _told_by_copula(self, office: Office) -> NameSpan | None:
        """ "Kenya's foreign minister is X"."""
        if office.plural or self._cols.low[office.end : office.end + 1] not in (["is"], ["was"]):
            return None
        name = self._by_lead.get(office.end + 1)
        return name if name is not None and name.start not in self._taken else None

    def _previous(self, office: Office) -> NameSpan | None:
        """ "Lavrov, the foreign minister"; "Lavrov (foreign minister)"."""
        before = self._before(office)
        if before < 0 or self._cols.low[before] not in _COMMAS:
            return None
        return self._by_end.get(before)

    def _nearby(self, office: Office) -> NameSpan | None:
        """ "the foreign minister, Sergey Lavrov,"."""
        cols = self._cols
        at = self._skip_brackets(office.end)
        if (
            at >= len(cols)
            or cols.low[at] not in (",", "–", "—", ":", "-")
            or not (
                office.definite
                or office.capitalised
                or office.former
                or office.plural
                or self._second(office)
                or self._introduces(office, at + 1)
            )
        ):
            return None
        name = self._by_lead.get(at + 1)
        if name is not None:
            return name
        if office.definite and (name := self._described(at + 1)) is not None:
            return name
        other = self._starts.get(at + 1)
        if (
            other is not None
            and office.definite
            and not office.plural
            and self._by_lead.get(self._skip_brackets(other.end)) is not None
        ):
            return self._by_lead.get(self._skip_brackets(other.end))
        return None

    def _conflicts(self, office: Office, name: NameSpan) -> bool:
        """Whether the person is known to be of another polity than the office: "Besides Xi, Japan's premier"."""
        if not office.polities or office.plural or office.former:
            return False
        owner = self._known.polities.get(office.polities[0])
        if owner is not None and owner.kind != "country":
            return False
        if name.holders:
            return not any(holder.of in office.polities for holder in name.holders)
        direct = self._direct.get(self._cols.folded[name.end - 1], set())
        return bool(direct) and not direct.intersection(office.polities) and name.length == 1

    def _described(self, start: int) -> NameSpan | None:
        """ "Peru's president, former economist Alan Quispe": the name behind up to four plain words."""
        cols = self._cols
        at = start
        if start >= len(cols):
            return None
        while at < min(start + 4, cols.sentence_end[start] - 1) and cols.tag[at] in ("JJ", "NN", "VBN", "HYPH"):
            if cols.capital[at] or cols.term_at[at] is not None or at in self._starts:
                return None
            at += 1
        return self._by_lead.get(at) if at > start else None

    def _second(self, office: Office) -> bool:
        """The second of two offices of one person: "Iran's deputy premier and oil minister, X"."""
        joint = office.start - 1
        return joint > 0 and self._cols.low[joint] in ("and", "&") and joint in self._ends

    def _introduces(self, office: Office, at: int) -> bool:
        """ "A deputy minister, X, came", not "Y, a deputy minister, X"."""
        cols = self._cols
        article = office.start - 1
        name = self._by_lead.get(at)
        if name is None or article < cols.sentence_start[office.head] or cols.low[article] not in ("a", "an"):
            return False
        closed = cols.low[name.end : name.end + 1]
        return closed in ([","], ["–"], ["—"]) and (article == 0 or self._by_end.get(article - 1) is None)

    def _prefers(self, office: Office, before: NameSpan, after: NameSpan) -> bool:
        """Whether an office between two names, each behind a comma, is the first one's."""
        if office.end + 1 in self._starts and self._by_lead.get(office.end + 1) is None:
            return True
        score = 0
        for name, sign in ((before, 1), (after, -1)):
            if office.polities and name.holders:
                score += sign * (2 if any(holder.of in office.polities for holder in name.holders) else -2)
            if self._cols.folded[name.end - 1] in self._direct:
                score -= 2 * sign
        if office.owner is not None:
            score -= 1
        if score == 0:
            opening = self._cols.low[before.lead - 1] if before.lead > self._cols.sentence_start[before.lead] else ""
            return opening not in (",", "and")
        return score > 0

    def _more(self, office: Office, first: NameSpan) -> None:
        """Further names of a plural office: "Presidents A and B", "ministers A of P, B of Q and C"."""
        for number, name in enumerate(self._series.after(first, office.title), start=1):
            self._add(office, name, name.lead, name.end, number)

    def _all_before(self, office: Office) -> bool:
        """ "A and B, the envoys of P and Q"."""
        last = self._previous(office)
        named = self._series.before(last) if last is not None else []
        if len(named) < 2 or any(name.start in self._taken for name in named):
            return False
        for number, name in enumerate(named):
            self._add(office, name, name.lead, office.end if name is last else name.end, number)
        return True

    def _before(self, office: Office) -> int:
        """Index of the token before the office and the words that open an apposition."""
        cols = self._cols
        before = office.start - 1
        first = cols.sentence_start[office.head]
        if office.owner is not None and office.owner >= office.start and before + 1 in self._ends:
            before = next(other.start for other in self._offices if other.end == before + 1) - 1
        while before > first and cols.low[before] in self._known.words.apposition:
            before -= 1
        paired = (
            cols.low[before] in ("and", "&") and cols.tag[before - 1] == "NN" and cols.low[before - 2] in ("a", "an")
        )
        if paired and before - 3 > first and cols.low[before - 3] == ",":
            before -= 3
        return before

    def _clause(self, office: Office) -> None:
        """ "X, who is the foreign minister", "X was appointed envoy", "X, a developer who serves as his envoy"."""
        cols = self._cols
        low = cols.sentence_start[office.head]
        at = self._before(office)
        verb = False
        begin = at
        while at > low and begin - at < 6 and cols.low[at] in self._known.words.copula:
            verb = verb or cols.low[at] in (
                "is",
                "was",
                "serves",
                "served",
                "as",
                "became",
                "remains",
                "appointed",
                "elected",
                "named",
                "sworn",
                "re-elected",
                "chosen",
                "confirmed",
            )
            at -= 1
        name = self._by_end.get(at + 1) or of_party(cols, self._series, self._known, at)
        if name is not None and verb and not office.plural and name.start not in self._taken:
            self._bind(office, name, name.lead, name.end)
            return
        at = self._before(office)
        owned = office.owner is not None or any(cols.possessive(i) for i in range(office.start, office.head))
        owned = owned or cols.low[office.start - 1] == "the" or cols.low[at - 2 : at] == ["in", "office"]
        if at > low and cols.low[at] == "as" and not office.plural and owned:
            name = served_by(cols, self._names, self._series, self._known, at, low)
            if name is not None and name.start not in self._taken:
                self._bind(office, name, name.lead, name.end)
            elif name is not None and (office.polities or office.owner is not None):
                self._links.append(Link(office, name, name.lead, name.end))

    def _joined(self, first: Office, second: Office) -> None:
        """ "Prime Minister and Minister of Foreign Affairs X": one person with both."""
        cols = self._cols
        if {role(first.title), role(second.title)} in _TWO_PEOPLE or (
            cols.text[first.start] in self._known.titles.short and role(first.title) == role(second.title)
        ):
            return
        if first.plural or second.plural or second.start != first.end + 1 or cols.low[first.end] not in ("and", "&"):
            return
        mine = [link for link in self._links if link.office in (first, second)]
        if len({link.name.start for link in mine}) != 1:
            return
        link = mine[0]
        whole = joint(cols, first, second)
        self._links = [other for other in self._links if other.office not in (first, second)]
        start = min(link.start, mention_start(cols, whole)) if link.name.start >= second.end else link.start
        self._links.append(Link(whole, link.name, start, max(link.end, second.end), polity=link.polity))
        self._taken.add(link.name.start)

    def _skip_brackets(self, index: int) -> int:
        """After "(EAM)" and "II"."""
        cols = self._cols
        index += index < len(cols) and cols.text[index] in NUMERALS
        if index + 2 < len(cols) and cols.text[index] == "(":
            for end in range(index + 1, min(index + 5, len(cols))):
                if cols.text[end] == ")":
                    return end + 1
        return index
