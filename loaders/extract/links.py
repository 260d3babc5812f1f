"""Which office stands with which name: before it, after it, in apposition, or in a relative clause."""

from dataclasses import dataclass

from loaders.extract.beside import Beside
from loaders.extract.columns import Columns
from loaders.extract.names import NameSpan
from loaders.extract.office import Office, joint, mention_start
from loaders.extract.relatives import of_party, relative_offices, served_by
from loaders.extract.series import Series
from loaders.world import World, role

_TWO_PEOPLE = ({"president", "foreign minister"},)
"""Roles joined by "and" that are two people's: "the President and Prime Minister X"."""


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
        self._beside = Beside(cols, offices, self._series, known)
        self._taken: set[int] = set()
        self._links: list[Link] = []

    def read(self) -> list[Link]:
        """The links, by where they begin."""
        cols = self._cols
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

    def _link(self, office: Office) -> bool:
        cols = self._cols
        start = mention_start(cols, office)
        name = self._beside.adjacent(office)
        opening = self._beside.before(office)
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
        before, nearby = self._beside.previous(office), self._beside.nearby(office)
        if before is not None and self._beside.conflicts(office, before):
            before = None
        if nearby is not None and before is None and self._beside.conflicts(office, nearby):
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
            before, nearby = (before, None) if self._beside.prefers(office, before, nearby) else (None, nearby)
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

    def _more(self, office: Office, first: NameSpan) -> None:
        """Further names of a plural office: "Presidents A and B", "ministers A of P, B of Q and C"."""
        for number, name in enumerate(self._series.after(first, office.title), start=1):
            self._add(office, name, name.lead, name.end, number)

    def _all_before(self, office: Office) -> bool:
        """ "A and B, the envoys of P and Q"."""
        last = self._beside.previous(office)
        named = self._series.before(last) if last is not None else []
        if len(named) < 2 or any(name.start in self._taken for name in named):
            return False
        for number, name in enumerate(named):
            self._add(office, name, name.lead, office.end if name is last else name.end, number)
        return True

    def _clause(self, office: Office) -> None:
        """ "X, who is the foreign minister", "X was appointed envoy", "X, a developer who serves as his envoy"."""
        cols = self._cols
        low = cols.sentence_start[office.head]
        at = self._beside.before(office)
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
        at = self._beside.before(office)
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
