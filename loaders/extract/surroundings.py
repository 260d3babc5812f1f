"""What the text around an office is about, for an office that does not say whose it is."""

from collections import Counter

from loaders.extract.columns import Columns
from loaders.extract.dateline import dateline
from loaders.extract.links import Link
from loaders.extract.people import Person
from loaders.extract.spoken import Spoken
from loaders.world import Term, Word, World, pieces, role
from schema.reading import Source

_BODY_ROLES = frozenset({"secretary general", "foreign policy chief"})
_STATE_ROLES = frozenset(
    {"leader", "lawmaker", "governor", "speaker", "president", "prime minister", "monarch", "crown prince", "minister"}
    | {"foreign minister", "defence minister"}
)
_SEATS_OF_BODIES = frozenset({"Brussels"})
"""Capitals from which more is filed about a body than about the country."""
_AFTER_CITY = ("-", "–", "—", "--", "(", ",", ":", ".")
"""What follows the city of filing at a story's beginning."""


class Surroundings(Spoken):
    """The polities spoken of in one text, and the one whose own press it seems to be.

    ``of`` holds, for each link, whose its office is, as far as is known; it may grow meanwhile.
    """

    def __init__(
        self,
        cols: Columns,
        known: World,
        source: Source,
        of: dict[Link, str | None],
        mentions: list[tuple[int, int, Person]],
    ) -> None:
        """Look at nothing yet."""
        super().__init__(cols, known, mentions)
        self._source = source
        self._of = of
        self._firm: set[Link] = set()
        self.home: str | None = None
        """The polity whose own press the text seems to be; known after ``settle_home``."""
        self._sure_of_home = False
        self._guessed = False

    def settle_home(self, votes: Counter[str]) -> None:
        """Decide whose press it is: by ``votes`` of known people named without country, publisher and dateline.

        Else it is the polity that the offices known so far are of most, the first named of equals.
        """
        self._firm = {link for link, of in self._of.items() if of is not None}
        for term in self._publisher():
            votes[term.polity.name] += 5
        filed = self._filed_at()
        if filed is not None:
            votes[filed] += 2
        if votes:
            (self.home, most), *_ = votes.most_common(1)
            self._sure_of_home = most > 0.6 * votes.total()
            return
        self._guessed = True
        for link, polity in self._of.items():
            if polity is not None and not link.office.relation:
                votes[polity] += 2 if votes else 4
        for span in self._terms:
            follows = self._cols.low[span.end] if span.end < len(self._cols) else ""
            if span.term.polity.kind == "country" and follows not in self._known.titles.relations:
                votes[span.term.polity.name] += 1
        self.home = votes.most_common(1)[0][0] if votes else None

    def _publisher(self) -> list[Term]:
        words = list(pieces(self._source.publisher or ""))
        low = [word.lower() for word in words]
        polities = self._known.polities
        found = (polities.exact.longest(words, i) or polities.terms.longest(low, i) for i in range(len(words)))
        return [hit[1] for hit in found if hit is not None]

    def _filed_at(self) -> str | None:
        """The country of the capital in which the story was filed."""
        cols = self._cols
        line = dateline(cols.doc.text)
        if line is not None:
            city = self._known.polities.get(line.places[0]) if line.places else None
            return city.name if city is not None and line.places[0] not in _SEATS_OF_BODIES else None
        at = cols.sentence_end[0] if "\n" in cols.doc.text.strip() else 0
        while at < len(cols) and not cols.text[at].strip():
            at += 1
        span = cols.term_at[at] if at < len(cols) else None
        if span is None or span.term.word not in (Word.CAPITAL, Word.SEAT) or span.end >= len(cols):
            return None
        return span.term.polity.name if cols.low[span.end] in _AFTER_CITY else None

    def owner(self, link: Link, title: str) -> str | None:
        """Whose the office of this title probably is."""
        cols = self._cols
        sought = role(title)
        body = sought in _BODY_ROLES
        kind = "body" if body else "country" if sought in _STATE_ROLES else None
        told = self._sender(link) or self._side(link)
        if not body:
            told = self._coordinated(link, sought) or told
        if told is not None:
            return told
        if sought == "ambassador" and " to " not in title:
            return self._guest(link)
        first, back = cols.sentence_start[link.office.head], self.back(link, 2)
        near = self.last_term(link.start, first, kind)
        opening = self._place_of(link, first)
        if opening is not None and (near is None or near == self.home) and not body:
            return opening
        if link.office.anaphor is not None:
            return self.last_term(first, back, kind) or self.home
        if sought.endswith("spokesperson") and (near is None or self._sure_of_home):
            return self.home
        single = self._company(link, kind)
        if link.office.former and not self._sure_of_home:
            return near or single
        own = link.office.capitalised and not body
        if own and self._sure_of_home:
            return near if near is not None and near == single else self.home
        place = self.last_term(link.start, first, kind, places=True)
        far = None if own else self.last_term(link.start, back, kind)
        if not link.office.capitalised:
            far = far or self.last_term(link.start, back, kind, places=True)
        elif own and self._guessed:
            far = self._last_place(link.start, back)
        return near or single or place or far or self.home

    def spoken(self, link: Link) -> list[str]:
        """The countries spoken of near the office, the nearest before it first, then those of the next sentence."""
        end = self._cols.sentence_end[link.office.head]
        end = self._cols.sentence_end[end] if end < len(self._cols) else end
        back = self.back(link, 3)
        found = [
            (span.start, span.term.polity.name)
            for span in self._terms
            if back <= span.start < end and span.term.polity.kind == "country"
        ]
        found += [(start, of.polity) for start, _, of in self._mentions if back <= start < end and of.polity]
        before = sorted((at for at in found if at[0] < link.start), reverse=True)
        return [name for _, name in (*before, *sorted(at for at in found if at[0] >= link.start))]

    def _guest(self, link: Link) -> str | None:
        """The country last spoken of that is not the text's own: an envoy at home is another's."""
        for span in reversed(self._terms):
            if span.start < link.start and span.term.polity.kind == "country" and span.term.polity.name != self.home:
                return span.term.polity.name
        return None

    def _place_of(self, link: Link, first: int) -> str | None:
        """The country where the sentence or the clause begins: "In Luanda he will call on President X", "to Luanda,
        where he met President X"."""
        cols = self._cols
        at = first
        for index in range(link.start - 1, max(link.start - 8, first), -1):
            if cols.low[index] == "where":
                at = max(index - 8, first)
                break
        for index in range(at, first + 1 if at == first else link.start):
            span = cols.term_at[index + 1] if index + 1 < len(cols) and cols.low[index] in ("in", "to") else None
            if span is not None and span.term.polity.kind == "country":
                return span.term.polity.name
        return None

    def _company(self, link: Link, kind: str | None) -> str | None:
        """The one polity of those in the sentence who are named without saying whose they are."""
        first, last = self._cols.sentence_start[link.office.head], self._cols.sentence_end[link.office.head]
        marked = {other.name for other in self._of if first <= other.start < last and other.office.polities}
        found = {
            person.polity
            for start, _, person in self._mentions
            if first <= start < last
            and not (start > link.start and self._facing(link, start))
            and link not in person.links
            and person.polity
            and (kind is None or self._is_kind(person.polity, kind))
            and not any(other.name in marked for other in person.links)
        }
        return found.pop() if len(found) == 1 else None

    def _facing(self, link: Link, start: int) -> bool:
        """Whether whoever is named at the token stands on the other side of a contact: "X spoke with Y"."""
        return any(self._cols.low[index] in ("with", "met", "meet", "meets") for index in range(link.end, start))

    def _is_kind(self, name: str, kind: str) -> bool:
        polity = self._known.polities.get(name)
        return polity is not None and (polity.kind == "country") == (kind == "country")

    def _coordinated(self, link: Link, sought: str) -> str | None:
        """The polity of an office before in the same list: "Russian Foreign Minister A and Defence Minister B"."""
        chain = sorted(self._of, key=lambda other: (other.start, other.place))
        for other in reversed(chain[: chain.index(link)]):
            gap = range(other.end, link.start)
            if len(gap) > 4 or not all(self._cols.low[i] in self._known.words.listing for i in gap):
                return None
            if role(other.office.title) == sought and sought in _STATE_ROLES:
                return None
            if other in self._firm:
                return self._of[other]
            link = other
        return None

    def _side(self, link: Link) -> str | None:
        """ "On the Turkish side sat Defence Minister X", "For Iraq, Interior Minister Y took part"."""
        cols = self._cols
        first = cols.sentence_start[link.office.head]
        for span in reversed(self._terms):
            if not first <= span.start < link.start or span.term.polity.kind != "country":
                continue
            named = cols.low[span.end] if span.end < len(cols) else ""
            before = cols.low[span.start - 1 : span.start] if span.start > first else []
            opens = before == ["for"] and span.start - 1 == first
            if opens or named in ("side", "team", "delegation", "by"):
                return span.term.polity.name
        return None

    def _sender(self, link: Link) -> str | None:
        """ "Moscow is sending Deputy Prime Minister X", "Kenya was represented by Foreign Minister Y"."""
        cols = self._cols
        verb = link.start - 1
        if verb > 0 and cols.low[verb] in ("the", "its", "by"):
            verb -= 1
        if verb <= 0 or cols.low[verb] not in self._known.words.sending:
            return None
        for index in range(verb - 1, max(verb - 7, cols.sentence_start[verb]) - 1, -1):
            span = cols.term_at[index]
            if span is not None:
                return span.term.polity.name
        return None
