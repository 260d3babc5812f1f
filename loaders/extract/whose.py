"""Whose office it is: the polity of every person who stands with an office, and the title by which to call it.

Where the phrase itself does not say ("Foreign Minister Cho Hyun", "the secretary general"), the order of evidence is:
titles that exist in one place only, the owner ("his", "Trump's"), the list of office-holders, and what the sentence, the
sentences before it and the article as a whole are about.
"""

from collections import Counter

from loaders.extract.columns import Columns
from loaders.extract.dateline import dateline
from loaders.extract.links import Link, foreign_of
from loaders.extract.people import Person
from loaders.world import Holder, Polity, Term, Word, World, pieces, role
from schema.reading import Source

_PLACE_BEFORE = frozenset(
    {"in", "to", "from", "near", "at", "outside", "across", "into", "for", "via", "through", "against", "with"}
)
_ORGANS = frozenset(
    "office ministry department staff council committee agency service government house senate assembly parliament court "
    "commission duma presidency bank forces guard guards corps directorate bureau administration state affairs "
    "organization organisation institute councillors knesset majlis cabinet".split()
)
_LISTING = frozenset({",", ";", "and", "&", "as", "well", "the", "with", "alongside", "also", "his", "its"})
_SENDING = frozenset(
    "send sends sending sent dispatch dispatched dispatching dispatches appointed named nominated represented led "
    "headed deputised".split()
)
_BODY_ROLES = frozenset({"secretary general", "foreign policy chief"})
_STATE_ROLES = frozenset(
    {"leader", "lawmaker", "governor", "speaker", "president", "prime minister", "monarch", "crown prince", "foreign minister", "defence minister", "minister"}
)


def settle(cols: Columns, people: list[Person], known: World, source: Source) -> None:
    """Give every person a title, whose it is, and a polity, as far as text and list of holders tell."""
    _Judge(cols, people, known, source).run()


class _Judge:
    def __init__(self, cols: Columns, people: list[Person], known: World, source: Source) -> None:
        self._cols = cols
        self._people = people
        self._known = known
        self._day = source.published
        self._source = source
        self._of: dict[Link, str | None] = {}
        self._title: dict[Link, str] = {}
        spans = [(span.start, span.end, person) for person in people for span in person.spans]
        self._mentions = sorted(spans, key=lambda item: item[0])
        self._headline_end = cols.sentence_end[0] if "\n" in cols.doc.text.strip() else 0
        self._strong = False
        self._firm: set[Link] = set()
        self._offices_at = [(link.office.start, link.office.end) for person in people for link in person.links]

    def run(self) -> None:
        pairs = sorted(
            ((link, person) for person in self._people for link in person.links), key=lambda pair: pair[0].start
        )
        votes: Counter[str] = Counter()
        for link, person in pairs:
            self._title[link] = self._single(link)
            self._of[link] = self._explicit(link, person)
        for person in self._people:
            self._beside(person)
        for link, person in pairs:
            if link.office.owner is not None and self._of[link] is None:
                self._of[link] = self._listed(link, person, same=True)
            if self._of[link] is None and not link.office.relation and link.office.owner is None:
                self._of[link] = self._fixed(link)
                if self._of[link] is None:
                    self._of[link] = self._listed(link, person)
                    if link.office.capitalised:
                        votes[self._of[link] or ""] += 3
            self._place(person, self._of[link])
        self._firm = {link for link, _ in pairs if self._of[link] is not None}
        home = self._home(votes)
        for link, person in pairs:
            if link.office.relation:
                self._related(link)
            elif self._title[link].lower() == "deputy":
                owner = self._owner(link, person)
                title, _ = self._known_office(owner) if owner is not None else ("", None)
                self._title[link] = f"deputy {title}".strip()
            if self._of[link] is None:
                of = self._from_owner(link, person) or person.polity or self._of_holder(person.holders)
                self._of[link] = of or self._around(link, home)
            self._place(person, self._of[link])
        for person in self._people:
            self._choose(person)

    def _single(self, link: Link) -> str:
        """The title of one of several: "foreign ministers" is "foreign minister"."""
        if not link.office.plural:
            return link.office.title
        words = link.office.title.split()
        for place, word in enumerate(words):
            single = self._known.titles.plurals.get(word.lower())
            if single:
                words[place] = single.capitalize() if word[0].isupper() else single
        return " ".join(words)

    def _explicit(self, link: Link, person: Person) -> str | None:
        office = link.office
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
        if office.body is not None and office.body.lower().split()[-1] not in _ORGANS:
            return office.body
        return None

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
        return self._of_holder(held if same else held or person.holders)

    def _of_holder(self, holders: tuple[Holder, ...]) -> str | None:
        now = [holder for holder in holders if holder.at(self._day)]
        return (now or list(holders))[0].of if holders else None

    def _beside(self, person: Person) -> None:
        """ "Ukraine's Volodymyr Zelenskyy", "Wang Yi of China"."""
        cols = self._cols
        for span in person.spans:
            before = span.lead - 1
            if before >= 1 and cols.possessive(before):
                term = cols.term_at[before - 1]
                if term is not None and term.term.word in (Word.NAME, Word.CAPITAL, Word.SEAT):
                    self._place(person, term.term.polity.name)
            elif span.end + 2 < len(cols) and cols.low[span.end] == "of":
                at = span.end + 1 + (cols.low[span.end + 1] == "the")
                term = cols.term_at[at]
                if term is not None and term.term.word in (Word.NAME, Word.PEOPLE):
                    self._place(person, term.term.polity.name)

    def _place(self, person: Person, polity: str | None) -> None:
        if person.polity is None and polity is not None and self._known.polities.get(polity) is not None:
            person.polity = polity

    def _owner(self, link: Link, person: Person) -> Person | None:
        """Who "his", "her" or "Trump's" is: the last person before, the sentence's first rather than its last."""
        owner = link.office.owner
        cols = self._cols
        if owner is None:
            return None
        first = cols.sentence_start[owner]
        previous = cols.sentence_start[first - 1] if first else first
        opening: Person | None = None
        latest: Person | None = None
        subject: Person | None = None
        before: Person | None = None
        for start, end, other in self._mentions:
            if start > owner:
                break
            if other is person or start >= link.office.head:
                continue
            if start <= owner < end:
                return other
            if start >= first and opening is None:
                opening = other
            leads = any(cols.doc[i].dep_ in ("nsubj", "nsubjpass") for i in range(start, end))
            if start >= first and leads:
                subject = other
            if previous <= start < first and (before is None or leads):
                before = other
            latest = other
        if cols.low[owner] in ("their", "its"):
            return None
        return subject or opening or before or latest

    def _from_owner(self, link: Link, person: Person) -> str | None:
        owner = link.office.owner
        if owner is None:
            return self._anaphor(link)
        if self._cols.low[owner] in ("its", "their"):
            return self._last_term(link.office.start, self._back(link, 2), None)
        found = self._owner(link, person)
        if found is None:
            return None
        of = found.polity or self._of_holder(found.holders)
        if of is None and self._cols.low[owner] in ("his", "her"):
            return self._last_term(link.office.start, self._back(link, 2), None)
        return of

    def _anaphor(self, link: Link) -> str | None:
        """ "the organisation's", "the ministry's": the body or country last spoken of."""
        noun = link.office.anaphor
        if noun is None:
            return None
        cols = self._cols
        for index in range(link.office.start - 2, 0, -1):
            if cols.low[index] == noun:
                for place in range(index - 1, max(index - 5, -1), -1):
                    term = cols.term_at[place]
                    if term is not None:
                        return term.term.polity.name
        if noun in ("ministry", "military", "army", "presidency"):
            return None
        kind = "body" if self._known.titles.anaphors.get(noun) == "body" else "country"
        return self._last_term(link.office.start, self._back(link, 3), kind, owned=True)

    def _related(self, link: Link) -> None:
        """Titles of counterparts, predecessors and successors."""
        source: Person | None = None
        person = next(other for other in self._people if link in other.links)
        owner = self._owner(link, person) if link.office.owner is not None else None
        first = self._cols.sentence_start[link.office.head]
        for start, _, other in self._mentions:
            if start >= link.office.head:
                break
            if (
                other is not person
                and start >= first
                and (any(self._title.get(one) for one in other.links) or source is None)
            ):
                source = other
        source = owner or source
        if source is None:
            earlier = [other for start, _, other in self._mentions if start < first and other is not person]
            source = earlier[-1] if earlier else None
        title, of = self._known_office(source) if source is not None else ("", None)
        for word in ("former ", "then ", "acting "):
            title = title.removeprefix(word)
        if link.office.relation == "counterpart":
            mine = self._of[link]
            self._title[link] = foreign_of(title) if mine is None or mine != of else title
        else:
            self._title[link] = f"former {title}" if title and link.office.relation == "predecessor" else title
            self._of[link] = of

    def _known_office(self, person: Person) -> tuple[str, str | None]:
        for link in person.links:
            if not link.office.relation and not link.office.former and self._title[link]:
                return self._title[link], self._of[link] or person.polity
        for link in person.links:
            if self._title[link]:
                return self._title[link], self._of[link] or person.polity
        now = [holder for holder in person.holders if holder.at(self._day)]
        return (now[0].title, now[0].of) if now else ("", person.polity)

    def _around(self, link: Link, home: str | None) -> str | None:
        """What the text around is about, where nothing else tells."""
        cols = self._cols
        sought = role(self._title[link])
        kind = "body" if sought in _BODY_ROLES else "country" if sought in _STATE_ROLES else None
        listed = self._coordinated(link) if kind != "body" else None
        told = listed or self._sender(link)
        if told is not None:
            return told
        first = cols.sentence_start[link.office.head]
        near = self._last_term(link.start, first, kind)
        if sought.endswith("spokesperson") and near is None:
            return home
        single = self._company(link)
        if link.office.capitalised and kind != "body" and self._strong:
            return near if near is not None and near == single else home
        place = self._last_term(link.start, first, kind, places=True)
        far = None if link.office.capitalised and kind != "body" else self._last_term(link.start, self._back(link, 2), kind)
        if far is None and place is None and not link.office.capitalised:
            far = self._last_term(link.start, self._back(link, 2), kind, places=True)
        return near or single or place or far or home

    def _company(self, link: Link) -> str | None:
        """The one polity of those in the sentence who are named without saying whose they are."""
        first, last = self._cols.sentence_start[link.office.head], self._cols.sentence_end[link.office.head]
        marked = {other.name for other in self._of if first <= other.start < last and other.office.polities}
        found = {
            person.polity
            for start, _, person in self._mentions
            if first <= start < last
            and link not in person.links
            and person.polity
            and not any(other.name in marked for other in person.links)
        }
        return found.pop() if len(found) == 1 else None

    def _coordinated(self, link: Link) -> str | None:
        """The polity of an office in the same list: "Russian Foreign Minister A and Defence Minister B"."""
        chain = sorted(self._of, key=lambda other: (other.start, other.place))
        at = chain.index(link)
        sought = role(self._title[link])
        for other in reversed(chain[:at]):
            gap = range(other.end, link.start)
            if len(gap) > 4 or not all(self._cols.low[i] in _LISTING for i in gap):
                break
            if role(self._title[other]) == sought and sought in _STATE_ROLES:
                break
            if self._of[other] is not None and other in self._firm:
                return self._of[other]
            link = other
        return None

    def _sender(self, link: Link) -> str | None:
        """ "Moscow is sending Deputy Prime Minister X", "Kenya was represented by Foreign Minister Y"."""
        cols = self._cols
        verb = link.start - 1
        if verb > 0 and cols.low[verb] in ("the", "its", "by"):
            verb -= 1
        if verb <= 0 or cols.low[verb] not in _SENDING:
            return None
        for index in range(verb - 1, max(verb - 7, cols.sentence_start[verb]) - 1, -1):
            span = cols.term_at[index]
            if span is not None:
                return span.term.polity.name
        return None

    def _last_term(self, before: int, low: int, kind: str | None, *, places: bool = False, owned: bool = False) -> str | None:
        """The polity last spoken of between two tokens as one that acts, or with ``places`` as a place.

        A polity that only says whose somebody else's office is counts only where ``owned``.
        """
        cols = self._cols
        for term in reversed(cols.terms):
            if term.start >= before:
                continue
            if term.start < low:
                break
            if not self._suits(term.term, kind):
                continue
            if not owned and any(start <= term.start < end for start, end in self._offices_at):
                continue
            named = term.term.word in (Word.CAPITAL, Word.NAME) and not (kind == "body" and term.term.word is Word.NAME)
            if named and not places and term.start > 0 and cols.low[term.start - 1] in _PLACE_BEFORE:
                continue
            return term.term.polity.name
        return None

    def _back(self, link: Link, sentences: int) -> int:
        """Where the sentence so many before the office's begins."""
        low = self._cols.sentence_start[link.office.head]
        for _ in range(sentences):
            low = self._cols.sentence_start[low - 1] if low else low
        return low

    def _suits(self, term: Term, kind: str | None) -> bool:
        polity: Polity = term.polity
        if kind == "body":
            return polity.kind in ("organisation", "organ", "movement")
        if kind == "country":
            return polity.kind == "country"
        return polity.kind in ("country", "organisation")

    def _home(self, votes: Counter[str]) -> str | None:
        """The polity whose own press this seems to be, else the one that the article's offices name most."""
        for term in _terms_of(self._source.publisher or "", self._known):
            votes[term.polity.name] += 3
        line = dateline(self._cols.doc.text)
        for place in line.places[:1] if line is not None else ():
            city = self._known.polities.get(place)
            if city is not None:
                votes[city.name] += 2
        opening = self._headline_end
        while opening < len(self._cols) and not self._cols.text[opening].strip():
            opening += 1
        term_there = self._cols.term_at[opening] if opening < len(self._cols) else None
        if line is None and term_there is not None and term_there.term.word in (Word.CAPITAL, Word.SEAT):
            after = self._cols.low[term_there.end] if term_there.end < len(self._cols) else ""
            if after in ("-", "–", "—", "--", "(", ",", ":", "."):
                votes[term_there.term.polity.name] += 2
        votes.pop("", None)
        self._strong = bool(votes) and votes.most_common(1)[0][1] > 0.6 * votes.total()
        if votes:
            return votes.most_common(1)[0][0]
        count: Counter[str] = Counter()
        for number, polity in enumerate(self._of.values()):
            if polity is not None:
                count[polity] += 4 if number == 0 else 2
        for span in self._cols.terms:
            follows = self._cols.low[span.end] if span.end < len(self._cols) else ""
            if span.term.polity.kind == "country" and follows not in self._known.titles.relations:
                count[span.term.polity.name] += 1
        return count.most_common(1)[0][0] if count else None

    def _choose(self, person: Person) -> None:
        """Of several offices the first, but not a former one or a mere "leader" if the text gives another."""
        best: tuple[int, int, Link] | None = None
        for number, link in enumerate(person.links):
            title = self._title[link]
            if not title:
                continue
            sought = role(title)
            weight = 6 * (title.startswith("former") or link.office.former) + 2 * (sought == "leader")
            weight += link.start < self._headline_end
            if best is None or (weight, number) < best[:2]:
                best = (weight, number, link)
        if best is None:
            if person.polity is None:
                person.polity = self._of_holder(person.holders)
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


def _terms_of(text: str, known: World) -> list[Term]:
    words = list(pieces(text))
    low = [word.lower() for word in words]
    found = []
    for index in range(len(words)):
        hit = known.polities.exact.longest(words, index) or known.polities.terms.longest(low, index)
        if hit is not None:
            found.append(hit[1])
    return found
