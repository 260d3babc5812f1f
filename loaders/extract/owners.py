"""Who or what owns an office: "his", "Trump's", "its", "the organisation's"."""

from loaders.extract.columns import Columns
from loaders.extract.links import Link
from loaders.extract.people import Person
from loaders.extract.surroundings import Surroundings
from loaders.world import Holder, World, role
from schema.reading import Source

_NAMED_BEFORE = frozenset({"ministry", "military", "army", "presidency", "embassy", "delegation"})
"""Nouns for bodies that a text has mostly named with their country before."""


class Owners:
    """Finds the owners in one text; ``titles`` holds each link's title and grows meanwhile."""

    def __init__(
        self,
        cols: Columns,
        known: World,
        source: Source,
        mentions: list[tuple[int, int, Person]],
        titles: dict[Link, str],
        around: Surroundings,
    ) -> None:
        """Keep what the finding looks at."""
        self._cols = cols
        self._known = known
        self._day = source.published
        self._mentions = mentions
        self._title = titles
        self._around = around

    def of_holder(self, holders: tuple[Holder, ...]) -> str | None:
        """Whose the office is that these entries of the list give for the day."""
        now = [holder for holder in holders if holder.at(self._day)]
        return (now or list(holders))[0].of if holders else None

    def owner(self, link: Link, person: Person) -> Person | None:
        """Who "his", "her" or "Trump's" is: the last person before, the sentence's first rather than its last."""
        owner = link.office.owner
        cols = self._cols
        if owner is None:
            return None
        first = cols.sentence_start[owner]
        previous = cols.sentence_start[first - 1] if first else first
        female = {"his": False, "him": False, "her": True}.get(cols.low[owner])
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
            if female is not None and other.female is not None and other.female != female:
                continue
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
        if female and (woman := self._woman(person, link.start, self._around.back(link, 3))) is not None:
            return woman
        if cols.low[owner] == "whose":
            return latest
        return subject or opening or before or latest

    def _woman(self, person: Person, before: int, back: int) -> Person | None:
        """Whom "her" can only mean: a woman for certain, the last one."""
        found = (
            other for start, _, other in reversed(self._mentions) if back <= start < before and other is not person
        )
        return next((other for other in found if other.female), None)

    def from_owner(self, link: Link, person: Person) -> str | None:
        """The polity of the owner, where the office has one."""
        owner = link.office.owner
        if owner is None:
            return self._anaphor(link)
        if self._cols.low[owner] in ("my", "our"):
            return self._around.home
        if self._cols.low[owner] == "its":
            body = self._around.association(owner, self._around.back(link, 1))
            if body is not None:
                return body
        if self._cols.low[owner] in ("its", "their"):
            return self._around.last_term(
                link.office.start, self._around.back(link, 2), "any" if self._cols.low[owner] == "its" else None
            )
        found = self.owner(link, person)
        if found is None:
            return None
        of = found.polity or self.of_holder(found.holders)
        if of is None and self._cols.low[owner] in ("his", "her"):
            return self._around.last_term(link.office.start, self._around.back(link, 2), None)
        return of

    def _anaphor(self, link: Link) -> str | None:
        """ "the organisation's", "the ministry's", "the president's": the body, country or person last spoken of."""
        titles = self._known.titles
        first = self._title[link].split()[0] if self._title[link] else ""
        noun = link.office.anaphor or (first if first in _NAMED_BEFORE else None)
        if noun is None:
            return None
        if noun in titles.heads:
            return self._of_holder_before(link, role(noun))
        if self._cols.capital[link.office.start - 2] and titles.anaphors.get(noun) == "body":
            return self._around.body_called(noun, link.office.start)
        before = self._body_before(link, noun)
        if before is not None or noun in _NAMED_BEFORE:
            return before
        kind = "body" if titles.anaphors.get(noun) == "body" else "country"
        return self._around.last_term(link.office.start, self._around.back(link, 3), kind, owned=True)

    def _of_holder_before(self, link: Link, sought: str) -> str | None:
        """The polity of the last person before with an office of this role."""
        for start, _, person in reversed(self._mentions):
            if start < link.office.start and any(role(self._title[other]) == sought for other in person.links):
                return person.polity
        return None

    def _body_before(self, link: Link, noun: str) -> str | None:
        """The polity in front of the last such noun: "China's embassy" for a later "embassy spokesman"."""
        cols = self._cols
        for index in range(link.office.start - 1, 0, -1):
            if cols.low[index] == noun:
                for place in range(index - 1, max(index - 5, -1), -1):
                    term = cols.term_at[place]
                    if term is not None:
                        return term.term.polity.name
        return None

    def opposite(self, link: Link, person: Person) -> str | None:
        """The other polity spoken of: that of "his opposite number" is never his own."""
        owner = self.owner(link, person)
        own = owner.polity if owner is not None else None
        back = self._around.back(link, 3)
        for span in reversed(self._cols.terms):
            polity = span.term.polity
            if back <= span.start < link.start and polity.kind == "country" and polity.name != own:
                return polity.name
        return None
