"""Whose office it is: the polity of every person who stands with an office, and the title by which to call it.

Where the phrase itself does not say ("Foreign Minister Cho Hyun", "the secretary general"), the order of evidence is:
titles that exist in one place only, the owner ("his", "Trump's"), the list of office-holders, and what the
sentence, the sentences before it and the article as a whole are about.
"""

from collections import Counter

from loaders.extract.collective import in_order, share, singular
from loaders.extract.columns import Columns
from loaders.extract.links import Link
from loaders.extract.office import Office, foreign_of
from loaders.extract.owners import Owners
from loaders.extract.people import Person
from loaders.extract.surroundings import Surroundings
from loaders.world import Word, World, role
from schema.reading import Source

_CLERGY = frozenset({"cardinal", "archbishop", "bishop", "monsignor", "msgr"})
_RANKS = frozenset({"ambassador", "archbishop", "senator", "member"})
"""Titles that a person keeps beside the office that is meant."""


def settle(cols: Columns, people: list[Person], offices: list[Office], known: World, source: Source) -> None:
    """Give every person a title, whose it is, and a polity, as far as text and list of holders tell."""
    _Judge(cols, people, offices, known, source).run()


class _Judge:
    def __init__(
        self, cols: Columns, people: list[Person], offices: list[Office], known: World, source: Source
    ) -> None:
        self._cols = cols
        self._offices = offices
        self._people = people
        self._known = known
        self._day = source.published
        self._of: dict[Link, str | None] = {}
        self._title: dict[Link, str] = {}
        spans = [(span.start, span.end, person) for person in people for span in person.spans]
        self._mentions = sorted(spans, key=lambda item: item[0])
        self._headline_end = cols.sentence_end[0] if "\n" in cols.doc.text.strip() else 0
        self._around = Surroundings(cols, known, source, self._of, self._mentions)
        self._owners = Owners(cols, known, source, self._mentions, self._title, self._around)

    def run(self) -> None:
        pairs = sorted(
            ((link, person) for person in self._people for link in person.links), key=lambda pair: pair[0].start
        )
        votes: Counter[str] = Counter()
        for link, person in pairs:
            title = link.office.title
            self._title[link] = singular(title, self._known) if link.office.plural else title
            self._of[link] = self._explicit(link, person)
        for person in self._people:
            self._beside(person)
        share(self._cols, self._people, self._offices, self._known, self._day)
        for link, person in pairs:
            if link.office.owner is not None and self._of[link] is None:
                self._of[link] = self._listed(link, person, same=True)
            if self._of[link] is None and not link.office.relation and link.office.owner is None:
                self._of[link] = self._clerical(link) or self._fixed(link)
                if self._of[link] is None:
                    self._of[link] = self._listed(link, person)
                    held = self._of[link]
                    if link.office.capitalised and held is not None:
                        votes[held] += 3
            self._place(person, self._of[link])
        self._around.settle_home(votes)
        for link, person in pairs:
            if link.office.relation:
                self._related(link)
            elif self._title[link].lower().split()[-1:] == ["deputy"]:
                owner = self._owners.owner(link, person)
                title, _ = self._known_office(owner) if owner is not None else ("", None)
                self._title[link] = f"{self._title[link]} {title}".strip()
            elif self._title[link] == "spokesperson" and link.office.owner is not None:
                self._title[link] = self._mouthpiece(link, person)
            if self._of[link] is None:
                of = person.polity or self._owners.of_holder(person.holders)
                if link.office.relation == "counterpart":
                    of = of or self._owners.opposite(link, person)
                else:
                    of = self._owners.from_owner(link, person) or of
                if of is None and not link.office.relation:
                    in_order(link, self._of, self._around.spoken(link), self._around.home)
                self._of[link] = self._of[link] or of or self._around.owner(link, self._title[link])
            self._place(person, self._of[link])
        for person in self._people:
            self._choose(person)

    def _explicit(self, link: Link, person: Person) -> str | None:
        office = link.office
        if office.body is not None and role(office.body) == "secretary general":
            return "United Nations"
        if link.polity is not None and (office.plural or not office.polities):
            return link.polity
        if office.polities:
            if office.plural and len(office.polities) > 1:
                for polity in office.polities:
                    if any(holder.of == polity for holder in person.holders):
                        return polity
                return office.polities[min(link.place, len(office.polities) - 1)]
            if office.body is not None and office.body.split()[0] != "the":
                return office.body
            return office.polities[0]
        if office.body is not None and office.body.lower().split()[-1] not in self._known.words.organs:
            return office.body
        return None

    def _clerical(self, link: Link) -> str | None:
        """A cardinal's or an archbishop's office without a place is the Holy See's."""
        return "Vatican" if link.name.address in _CLERGY and role(self._title[link]) != "" else None

    def _fixed(self, link: Link) -> str | None:
        title = self._title[link].lower()
        deputy = role(title).startswith("deputy")
        for words, polity in self._known.titles.fixed.items():
            if title == words or (
                title.endswith(" " + words) and (deputy or title.split()[0] in self._known.titles.time)
            ):
                return polity
        for words, polity in self._known.titles.inside.items():
            if f" {words} " in f" {title} ":
                return polity
        return None

    def _listed(self, link: Link, person: Person, *, same: bool = False) -> str | None:
        """By the list of holders: the ``same`` office first, then any that the person holds at the time."""
        sought = role(self._title[link])
        held = tuple(holder for holder in person.holders if role(holder.title) == sought)
        return self._owners.of_holder(held if same else held or person.holders)

    def _mouthpiece(self, link: Link, person: Person) -> str:
        """ "X, who speaks for him": the president's where that is one."""
        owner = self._owners.owner(link, person)
        title = self._known_office(owner)[0] if owner is not None else ""
        return "presidential spokesperson" if role(title) == "president" else "spokesperson"

    def _beside(self, person: Person) -> None:
        """ "Ukraine's Volodymyr Zelenskyy", "Wang Yi of China", "Lammy (Britain)"."""
        cols = self._cols
        for span in person.spans:
            before = span.lead - 1
            if before >= 1 and cols.possessive(before):
                term = cols.term_at[before - 1]
                if term is not None and term.term.word in (Word.NAME, Word.CAPITAL, Word.SEAT):
                    person.introduced = person.introduced or term.term.polity.name
                    self._place(person, term.term.polity.name)
            elif span.end + 2 < len(cols) and cols.low[span.end] in ("(", "for"):
                at = span.end + 1 + (cols.low[span.end + 1] == "the")
                term = cols.term_at[at]
                closed = term is not None and (
                    cols.low[span.end] == "for" or cols.low[term.end : term.end + 1] == [")"]
                )
                if term is not None and closed and term.term.word is Word.NAME:
                    person.introduced = person.introduced or term.term.polity.name
                    self._place(person, term.term.polity.name)
            elif span.end + 2 < len(cols) and cols.low[span.end] == "of":
                at = span.end + 1 + (cols.low[span.end + 1] == "the")
                term = cols.term_at[at]
                if term is not None and term.term.word in (Word.NAME, Word.PEOPLE):
                    person.introduced = person.introduced or term.term.polity.name
                    self._place(person, term.term.polity.name)

    def _place(self, person: Person, polity: str | None) -> None:
        if person.polity is None and polity is not None and self._known.polities.get(polity) is not None:
            person.polity = polity

    def _related(self, link: Link) -> None:
        """Titles of counterparts, predecessors and successors."""
        person = next(other for other in self._people if link in other.links)
        source = self._beside_counterpart(link) or self._in_turn(link)
        if source is None and link.office.owner is not None:
            source = self._owners.owner(link, person)
        first = self._cols.sentence_start[link.office.head]
        if source is None:
            told = [other for start, _, other in self._mentions if first <= start < link.office.head]
            told = [other for other in told if other is not person]
            titled = [other for other in told if any(self._title.get(one) for one in other.links)]
            source = next(iter([*reversed(titled), *told]), None)
        title, of = self._known_office(source) if source is not None else ("", None)
        if not title and link.office.relation == "counterpart":
            title = self._office_before(link)
        if source is None and not title:
            earlier = [other for start, _, other in self._mentions if start < first and other is not person]
            title, of = self._known_office(earlier[-1]) if earlier else ("", None)
        for word in ("former ", "then ", "acting "):
            title = title.removeprefix(word)
        if link.office.relation == "counterpart":
            mine = self._of[link]
            self._title[link] = foreign_of(title) if mine is None or mine != of else title
        else:
            self._title[link] = f"former {title}" if title and link.office.relation == "predecessor" else title
            self._of[link] = of

    def _beside_counterpart(self, link: Link) -> Person | None:
        """Whose counterpart it is in "a meeting of X and his Kenyan colleague, Y": the one joined with him."""
        owner = link.office.owner
        if (
            owner is None
            or self._cols.low[owner] not in ("his", "her")
            or self._cols.low[owner - 1] not in ("and", "with")
        ):
            return None
        return next((person for _, end, person in self._mentions if end == owner - 1), None)

    def _in_turn(self, link: Link) -> Person | None:
        """Whose counterpart each of several is: of as many who stand before with their offices, the same in order."""
        number = sum(other.office.head == link.office.head for other in self._of)
        first = self._cols.sentence_start[link.office.head]
        told = dict.fromkeys(
            person for start, _, person in self._mentions if first <= start < link.office.start and person.links
        )
        return list(told)[link.place] if number > 1 and len(told) == number else None

    def _office_before(self, link: Link) -> str:
        """The title last spoken of in the sentence: "The ministers of A and B called their C colleague X".

        For a mere "ministers" the fuller title by which they were called before.
        """
        first = self._cols.sentence_start[link.office.head]
        before = [one for one in self._offices if one.start < link.office.start and not one.relation]
        here = [one for one in before if one.start >= first]
        if not here:
            return ""
        title = singular(here[0].title, self._known)
        fuller = (singular(one.title, self._known) for one in reversed(before) if one.plural)
        if role(title) == "minister":
            title = next((full for full in fuller if full.lower().endswith(f" {title.lower()}")), title)
        return title

    def _known_office(self, person: Person) -> tuple[str, str | None]:
        for link in person.links:
            if not link.office.relation and not link.office.former and self._title[link]:
                return self._title[link], self._of[link] or person.polity
        for link in person.links:
            if self._title[link]:
                return self._title[link], self._of[link] or person.polity
        if person.title:
            return person.title, person.of
        now = [holder for holder in person.holders if holder.at(self._day)]
        return (now[0].title, now[0].of) if now else ("", person.polity)

    def _choose(self, person: Person) -> None:
        """Of several offices the first, but not a former one or a mere "leader" if the text gives another."""
        best: tuple[int, int, Link] | None = None
        for number, link in enumerate(person.links):
            title = self._title[link]
            if not title:
                continue
            sought = role(title)
            weight = 6 * (title.lower().startswith("former") or link.office.former)
            weight += link.office.head == link.office.end - 1 and title.lower() in _RANKS and not link.office.polities
            weight += 2 * (title.lower() == "boss")
            weight += 2 * (sought == "leader" and link.office.body is None and "party" not in title.lower())
            weight += link.start < self._headline_end
            if best is None or (weight, number) < best[:2]:
                best = (weight, number, link)
        if best is None:
            if person.polity is None:
                person.polity = self._owners.of_holder(person.holders)
            first = person.name.split()[0]
            if first in ("King", "Queen", "Pope", "Emperor") and person.polity is not None:
                person.title, person.of = first, person.polity
            return
        link = best[2]
        person.title, person.of = self._title[link], self._of[link]
        if person.of is not None and not link.office.former and self._known.polities.get(person.of) is not None:
            person.polity = person.of
        elif link.office.polities and person.polity is None:
            person.polity = link.office.polities[0]
