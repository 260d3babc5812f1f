"""Whose office it is: the polity of every person who stands with an office, and the title by which to call it."""

from collections import Counter

from loaders.extract.columns import Columns
from loaders.extract.offices import Office
from loaders.extract.people import Link, Person
from loaders.world import Holder, Word, World, role

_PLACE_BEFORE = frozenset({"in", "to", "from", "near", "at", "outside", "across", "into", "for", "via", "through"})


def settle(cols: Columns, people: list[Person], offices: list[Office], known: World, day: str | None) -> None:
    """Give every person a title, whose it is, and a polity, as far as text and list of holders tell."""
    judge = _Judge(cols, people, known, day)
    judge.run()


class _Judge:
    def __init__(self, cols: Columns, people: list[Person], known: World, day: str | None) -> None:
        self._cols = cols
        self._people = people
        self._known = known
        self._day = day
        self._of: dict[Link, str | None] = {}
        self._title: dict[Link, str] = {}
        spans = [(span.start, span.end, person) for person in people for span in person.spans]
        self._mentions = sorted(spans, key=lambda item: item[0])

    def run(self) -> None:
        links = sorted(
            ((link, person) for person in self._people for link in person.links), key=lambda pair: pair[0].start
        )
        for link, person in links:
            self._title[link] = self._title_of(link)
            self._of[link] = self._explicit(link, person)
        for person in self._people:
            self._beside(person)
        for link, person in links:
            if self._of[link] is None:
                self._of[link] = self._from_owner(link) or self._from_lists(link, person)
            self._polity(person, self._of[link])
        home = self._home()
        for link, person in links:
            if link.office.counterpart:
                self._title[link] = self._of_counterpart(link)
            if self._of[link] is None:
                self._of[link] = person.polity or self._nearby(link) or home
        for person in self._people:
            self._choose(person)

    def _title_of(self, link: Link) -> str:
        title = link.office.title
        if link.office.plural:
            words = title.split()
            for place, word in enumerate(words):
                single = self._known.titles.plurals.get(word.lower())
                if single:
                    words[place] = single.capitalize() if word[0].isupper() else single
            title = " ".join(words)
        return title

    def _explicit(self, link: Link, person: Person) -> str | None:
        office = link.office
        if link.polity is not None:
            return link.polity
        if office.polities:
            if office.plural and len(office.polities) > 1:
                for polity in office.polities:
                    if any(holder.of == polity for holder in person.holders):
                        return polity
                return office.polities[min(link.place, len(office.polities) - 1)]
            return office.polities[0]
        if office.body is not None and role(office.title) not in ("foreign minister", "president", "prime minister"):
            fixed = self._known.titles.fixed.get(office.title.lower())
            return fixed or self._body(office.body, link) or None
        return None

    def _body(self, body: str, link: Link) -> str | None:
        """A body's own name, unless it is an organ of a state that holds offices in the state's name."""
        low = body.lower()
        general = (
            "office",
            "ministry",
            "department",
            "staff",
            "council",
            "committee",
            "agency",
            "service",
            "government",
            "house",
            "senate",
            "assembly",
            "parliament",
            "court",
            "commission",
            "duma",
            "presidency",
            "bank",
            "forces",
            "guard",
            "guards",
            "corps",
            "directorate",
            "bureau",
            "administration",
            "party",
        )
        if low.split()[-1] in general and not low.endswith(" party"):
            return None
        return body.removeprefix("the ")

    def _beside(self, person: Person) -> None:
        """ "Ukraine's Volodymyr Zelenskyy", "Wang Yi of China"."""
        cols = self._cols
        for span in person.spans:
            before = span.lead - 1
            if before >= 1 and cols.possessive(before):
                term = cols.term_at[before - 1]
                if term is not None and term.term.word in (Word.NAME, Word.CAPITAL, Word.SEAT):
                    self._polity(person, term.term.polity.name)
            elif span.end + 1 < len(cols) and cols.low[span.end] == "of":
                term = cols.term_at[span.end + 1]
                if term is not None and term.term.word is Word.NAME:
                    self._polity(person, term.term.polity.name)

    def _polity(self, person: Person, polity: str | None) -> None:
        if person.polity is None and polity is not None:
            person.polity = polity

    def _from_owner(self, link: Link) -> str | None:
        """ "his foreign minister", "Trump's envoy"."""
        owner = link.office.owner
        if owner is None:
            return None
        cols = self._cols
        if cols.low[owner] in ("their", "its"):
            return None
        for start, end, person in reversed(self._mentions):
            inside = start <= owner < end
            if inside or (end <= owner and start < link.office.start and cols.low[owner] in ("his", "her")):
                if person in (pair for pair in self._people if link in pair.links):
                    continue
                polity = person.polity or self._of_holder(person.holders)
                if polity is not None:
                    return polity
                if inside:
                    return None
        return None

    def _of_holder(self, holders: tuple[Holder, ...]) -> str | None:
        now = [holder for holder in holders if holder.at(self._day)]
        return (now or list(holders))[0].of if holders else None

    def _from_lists(self, link: Link, person: Person) -> str | None:
        title = self._title[link].lower()
        sought = role(title)
        held = [holder for holder in person.holders if role(holder.title) == sought]
        if held:
            return self._of_holder(tuple(held))
        for words, polity in self._known.titles.fixed.items():
            if title == words or (title.endswith(" " + words) and role(words) == sought and "deputy" not in sought):
                return polity
        return self._of_holder(person.holders)

    def _of_counterpart(self, link: Link) -> str:
        """The title of the one whose counterpart it is: the last person before with an office."""
        best = ""
        for start, _, person in self._mentions:
            if start >= link.name.start:
                break
            if link in person.links:
                continue
            for other in person.links:
                if other.start < link.start and not other.office.counterpart:
                    best = self._title[other]
            if not person.links and person.title:
                best = person.title
        for word in ("former ", "then "):
            best = best.removeprefix(word)
        return best

    def _nearby(self, link: Link) -> str | None:
        """The polity that the sentence, or the one before, speaks of where the office is named without."""
        cols = self._cols
        first = cols.sentence_start[link.office.head]
        for index in range(link.start - 1, first - 1, -1):
            term = cols.term_at[index]
            if term is not None and term.term.polity.kind in ("country", "organisation"):
                place = term.term.word is Word.CAPITAL or (
                    term.term.word is Word.NAME and cols.low[term.start - 1] == "in"
                )
                if not place or cols.low[term.start - 1] not in _PLACE_BEFORE:
                    return term.term.polity.name
        earlier = [
            person
            for start, _, person in self._mentions
            if start < link.start and person.polity and cols.sentence_start[start] == first
        ]
        if earlier:
            return earlier[-1].polity
        later = [
            person
            for start, _, person in self._mentions
            if start > link.end and person.polity and cols.sentence_start[start] == first
        ]
        if later:
            return later[0].polity
        return None

    def _home(self) -> str | None:
        """The polity that the article is most about, by its offices; the first named of equals."""
        count: Counter[str] = Counter()
        for polity in self._of.values():
            if polity is not None:
                count[polity] += 2
        for term in self._cols.terms:
            if term.term.polity.kind == "country":
                count[term.term.polity.name] += 1
        return count.most_common(1)[0][0] if count else None

    def _choose(self, person: Person) -> None:
        """Of several offices the one that the text gives in full, not a former one if it gives another."""
        best: tuple[int, int, Link] | None = None
        for number, link in enumerate(person.links):
            title = self._title[link]
            if not title:
                continue
            sought = role(title)
            weight = 2 * link.office.former + (sought in ("leader", "") and not link.office.former)
            if best is None or (weight, number) < best[:2]:
                best = (weight, number, link)
        if best is None:
            if person.polity is None:
                person.polity = self._of_holder(person.holders)
            return
        link = best[2]
        person.title = self._title[link]
        person.of = self._of[link]
        person.polity = person.polity or person.of
        if person.of is not None and not link.office.former:
            person.polity = person.of
