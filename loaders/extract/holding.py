"""Who is meant by an office that stands without a name: "the French president", "his envoy", "the two ministers"."""

from collections import Counter

from loaders.extract.columns import Columns
from loaders.extract.office import Office
from loaders.extract.parties import Parties
from loaders.extract.people import Person, name_words
from loaders.extract.recency import Recency
from loaders.extract.scene import Entity, Form, Mention, mention_of
from loaders.world import LEADERS, World, role
from schema.reading import OfficeNamed

_GRANTED = frozenset({"president", "prime minister", "foreign minister", "defence minister", "monarch"})
"""Roles that a plural ("the two presidents") gives to everybody it means."""

_NEXT = 60
"""Tokens after "the two ministers" within which their names follow."""


class Holding:
    """Finds the holders in one text."""

    def __init__(
        self,
        cols: Columns,
        known: World,
        day: str | None,
        entities: dict[Person, Entity],
        mentions: list[Mention],
        parties: Parties,
        recent: Recency,
    ) -> None:
        """Keep what the finding looks at; ``recent`` grows meanwhile."""
        self._cols = cols
        self._known = known
        self._day = day
        self._entities = entities
        self._people = {entity: person for person, entity in entities.items()}
        self._mentions = mentions
        self._parties = parties
        self._recent = recent

    def read(self, office: Office) -> Mention | None:
        """The mention of whoever holds the office; a person, several, or their country."""
        start = office.start
        if office.owner is not None and office.owner >= office.start:
            start = office.owner + 1 + (self._cols.possessive(office.owner + 1))
        if start >= office.end:
            return None
        polities = self._polities(office)
        sought = self._role(office)
        if office.plural:
            return self._plural_office(office, start, sought, polities)
        if not (office.definite or polities or office.capitalised):
            return None
        polity = polities[0] if polities else None
        entity = self._predicated(office) or self._holder(office, sought, polity)
        if entity is not None:
            self._grant(entity, office, polity)
            return mention_of(self._cols.doc, start, office.end, (entity,), Form.OFFICE, office.head)
        if polity is not None and not office.former:
            return mention_of(
                self._cols.doc, start, office.end, (self._parties.party(polity),), Form.METONYM, office.head
            )
        return None

    def _predicated(self, office: Office) -> Entity | None:
        """Whom "he" means in "He was secretary-general of UNASUR"."""
        cols = self._cols
        at = office.start - 1
        at -= at > 0 and cols.low[at] in ("the", "a", "an", "then")
        if at < 1 or cols.low[at] not in ("is", "was", "became") or cols.low[at - 1] not in ("he", "she"):
            return None
        return self._recent.antecedent(at - 1, female=cols.low[at - 1] == "she")

    def _singular(self, title: str) -> str:
        return " ".join(self._known.titles.plurals.get(word.lower(), word) for word in title.split())

    def _role(self, office: Office) -> str:
        if office.relation:
            roles = (self._recent.role_of(entity) for entity in self._recent.people())
            return next((found for found in roles if found), "")
        return role(self._singular(office.title) if office.plural else office.title)

    def _polities(self, office: Office) -> list[str]:
        """Whose the office is: by the phrase, its owner, or because only one place has such an office."""
        if office.polities:
            return office.polities
        if office.owner is not None:
            found = self._owner(office)
            if office.relation == "counterpart":
                return []
            return [found.polity] if found is not None and found.polity else []
        fixed = self._known.titles.fixed.get(office.title.lower())
        if fixed is None and role(office.title) == "secretary general" and office.definite and office.capitalised:
            fixed = self._home_body()
        return [fixed] if fixed else []

    def _home_body(self) -> str | None:
        """The body whose people the article names most: whose "the Secretary-General" is."""
        known = self._known.polities.by_name
        named = (person.polity for person in self._entities if person.polity in known)
        bodies = Counter(polity for polity in named if polity is not None and known[polity].kind != "country")
        return bodies.most_common(1)[0][0] if bodies else None

    def _owner(self, office: Office) -> Entity | None:
        """Whom the pronoun or the name means whose office it is."""
        at = office.owner
        if at is None:
            return None
        for mention in self._mentions:
            if mention.start <= at < mention.end:
                return mention.entities[0]
        if self._cols.low[at] not in ("his", "her"):
            return None
        return self._recent.antecedent(at, female=self._cols.low[at] == "her")

    def _fits(self, entity: Entity, sought: str, polity: str | None) -> bool:
        person = self._people[entity]
        if not sought or (polity is not None and polity not in (person.polity, person.of)):
            return False
        mine = self._recent.role_of(entity)
        if sought == mine:
            return True
        if sought == "leader":
            return mine in LEADERS
        if sought == "minister":
            return mine.endswith("minister") and mine != "prime minister"
        return sought == "envoy" and mine == "ambassador"

    def _holder(self, office: Office, sought: str, polity: str | None) -> Entity | None:
        """The person with such an office: the last named, somebody named later, or whom the list of holders knows."""
        seen = self._recent.people()
        owner = self._owner(office) if office.relation else None
        order = seen + [entity for entity in self._entities.values() if entity not in seen]
        word = self._cols.low[office.head]
        called = {e for e in seen if sought == "monarch" and word in (self._people[e].title or "").lower().split()}
        order.sort(key=lambda entity: entity not in called)
        for number, entity in enumerate(order):
            if polity is None and number >= len(seen) and not office.capitalised:
                break
            if entity is not owner and self._fits(entity, sought, polity):
                return entity
        if polity is None or not sought:
            return None
        for holder in self._known.holders.office(sought, polity, self._day):
            for entity in order:
                person = self._people[entity]
                if any(known.name == holder.name for known in person.holders):
                    return entity
                by_surname = len(person.words) == 1 and person.words[0] == name_words(holder.name)[-1]
                if by_surname and person.polity in (None, polity):
                    return entity
        return None

    def _grant(self, entity: Entity, office: Office, polity: str | None) -> None:
        """The office that an article gives somebody only by calling them so further on."""
        person = self._people[entity]
        title = self._singular(office.title) if office.plural else office.title
        of = polity or person.polity
        if office.relation or not title or of is None:
            return
        held = entity.office.title if entity.office is not None else None
        if (
            held is not None
            and not held.startswith("former")
            and not (role(held) == "leader" and role(title) in _GRANTED)
        ):
            return
        person.title, person.of = title, of
        person.polity = person.polity or of
        entity.office = OfficeNamed(title, of)
        entity.polity = person.polity

    def _plural_office(self, office: Office, start: int, sought: str, polities: list[str]) -> Mention | None:
        if len(polities) > 1:
            members = []
            for polity in polities:
                entity = self._holder(office, sought, polity)
                if entity is not None:
                    self._grant(entity, office, polity)
                members.append(entity or self._parties.party(polity))
            return mention_of(self._cols.doc, start, office.end, tuple(members), Form.GROUP, office.head)
        if polities:
            return mention_of(
                self._cols.doc, start, office.end, (self._parties.party(polities[0]),), Form.METONYM, office.head
            )
        if not office.definite and office.number is None:
            return None
        noun = self._known.titles.plurals.get(self._cols.low[office.head], "")
        group = self._recent.group(office.start, office.number or 2, sought or "any", noun)
        group = group or self._named_next(office, sought)
        if sought in _GRANTED:
            for entity in group:
                self._grant(entity, office, None)
        return mention_of(self._cols.doc, start, office.end, group, Form.GROUP, office.head) if group else None

    def _named_next(self, office: Office, sought: str) -> tuple[Entity, ...]:
        """ "The two ministers will not meet after all. A told B …": those with the office who are named next."""
        near = [
            entity
            for person, entity in self._entities.items()
            if person.spans and office.end <= person.spans[0].start < office.end + _NEXT
        ]
        fitting = [entity for entity in near if self._fits(entity, sought, None)]
        return tuple(fitting) if office.number is not None and len(fitting) == office.number else ()
