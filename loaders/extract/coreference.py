"""Who is meant by an office alone, a pronoun, or a word for several people."""

from loaders.extract.columns import Columns
from loaders.extract.offices import Office
from loaders.extract.parties import Parties
from loaders.extract.people import Person
from loaders.extract.scene import Entity, Form, Mention
from loaders.world import LEADERS, World, role
from schema.reading import OfficeNamed

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_GRANTED = frozenset({"president", "prime minister", "foreign minister", "defence minister", "monarch"})
_REACH = 4
"""How many sentences back a pronoun may reach."""


class _Reader:
    def __init__(
        self,
        cols: Columns,
        known: World,
        day: str | None,
        entities: dict[Person, Entity],
        mentions: list[Mention],
        offices: list[Office],
        covered: set[int],
        parties: Parties,
    ) -> None:
        self._cols = cols
        self._known = known
        self._day = day
        self._entities = entities
        self._people = {entity: person for person, entity in entities.items()}
        self._mentions = sorted(mentions, key=lambda mention: mention.start)
        self._offices = {office.start: office for office in offices}
        self._covered = covered
        self._parties = parties
        self._order = {start: number for number, start in enumerate(sorted(set(cols.sentence_start)))}
        self._history: list[tuple[int, Entity, bool]] = []
        """Token, person and whether it is a subject, as read so far."""
        self._last_group: tuple[Entity, ...] = ()
        self._group_at = -1

    def read(self) -> list[Mention]:
        cols = self._cols
        new: list[Mention] = []
        place = 0
        index = 0
        while index < len(cols):
            while place < len(self._mentions) and self._mentions[place].start <= index:
                self._remember(self._mentions[place])
                place += 1
            if index in self._covered:
                index += 1
                continue
            mention = self._at(index)
            if mention is not None and not any(i in self._covered for i in range(mention.start, mention.end)):
                new.append(mention)
                self._covered.update(range(mention.start, mention.end))
                self._remember(mention)
                index = mention.end
                continue
            index += 1
        return new

    def _remember(self, mention: Mention) -> None:
        subject = self._cols.doc[mention.root].dep_ in ("nsubj", "nsubjpass")
        for entity in mention.entities:
            if entity.is_person:
                self._history.append((mention.start, entity, subject))
        if len(mention.entities) > 1:
            self._last_group = mention.entities
            self._group_at = mention.start

    def _sentence(self, index: int) -> int:
        return self._order[self._cols.sentence_start[index]]

    def _at(self, index: int) -> Mention | None:
        cols = self._cols
        office = self._offices.get(index)
        if office is not None:
            return self._office(office)
        low = cols.low[index]
        if low in _HE or low in _SHE:
            return self._singular(index, female=low in _SHE)
        if low in _THEY:
            group = self._group(index, 2, "any")
            return self._make(index, index + 1, group, Form.GROUP) if group else None
        return self._group_words(index)

    # Offices

    def _office(self, office: Office) -> Mention | None:
        start = office.start
        if office.owner is not None and office.owner >= office.start:
            start = office.owner + 1 + (self._cols.possessive(office.owner + 1))
        polities = self._polities(office)
        sought = self._role(office)
        if office.plural:
            return self._plural_office(office, start, sought, polities)
        if not (office.definite or polities or office.capitalised):
            return None
        polity = polities[0] if polities else None
        entity = self._holder(office, sought, polity)
        if entity is not None:
            self._grant(entity, office, polity)
            return self._make(start, office.end, (entity,), Form.OFFICE, office.head)
        if polity is not None and not office.former:
            return self._make(start, office.end, (self._parties.party(polity),), Form.METONYM, office.head)
        return None

    def _role(self, office: Office) -> str:
        if office.relation:
            for _, entity, _ in reversed(self._history):
                person = self._people.get(entity)
                if person is not None and person.role:
                    return person.role
            return ""
        title = office.title
        if office.plural:
            title = " ".join(self._known.titles.plurals.get(word.lower(), word) for word in title.split())
        return role(title)

    def _polities(self, office: Office) -> list[str]:
        if office.polities:
            return office.polities
        if office.body is not None and self._known.polities.get(office.body) is None and not office.definite:
            return []
        if office.owner is not None:
            cols = self._cols
            owner = next(
                (mention for mention in self._mentions if mention.start <= (office.owner or 0) < mention.end), None
            )
            if owner is not None and owner.entities[0].polity:
                return [owner.entities[0].polity]
            if cols.low[office.owner] in ("his", "her"):
                found = self._antecedent(office.owner, female=cols.low[office.owner] == "her")
                if found is not None and found.polity:
                    return [found.polity]
            return []
        fixed = self._known.titles.fixed.get(office.title.lower())
        return [fixed] if fixed else []

    def _fits(self, person: Person, sought: str, polity: str | None) -> bool:
        if polity is not None and polity not in (person.polity, person.of):
            return False
        mine = person.role
        if not mine:
            mine = next((role(holder.title) for holder in person.holders if holder.at(self._day)), "")
        if not sought:
            return False
        if sought == mine:
            return True
        if sought == "leader":
            return mine in LEADERS
        if sought == "minister":
            return (mine.endswith("minister") and mine != "prime minister") or mine == "minister"
        if sought == "envoy":
            return mine in ("envoy", "ambassador")
        if sought == "chief":
            return False
        return False

    def _holder(self, office: Office, sought: str, polity: str | None) -> Entity | None:
        seen: list[Entity] = []
        for _, entity, _ in reversed(self._history):
            if entity not in seen:
                seen.append(entity)
        order = seen + [entity for entity in self._entities.values() if entity not in seen]
        for number, entity in enumerate(order):
            person = self._people[entity]
            if polity is None and number >= len(seen) and not office.capitalised:
                break
            if self._fits(person, sought, polity) and not (office.relation and number == 0 and polity is None):
                return entity
        if polity is None or not sought:
            return None
        for holder in self._known.holders.office(sought, polity, self._day):
            for entity in order:
                if any(known.name == holder.name for known in self._people[entity].holders):
                    return entity
        return None

    def _grant(self, entity: Entity, office: Office, polity: str | None) -> None:
        """The office that an article gives somebody only by calling them so further on."""
        person = self._people.get(entity)
        if person is None or office.relation or not office.title:
            return
        if entity.office is not None and not (role(entity.office.title) == "leader" and office.plural is False) and not entity.office.title.startswith("former"):
            return
        title = office.title
        if office.plural:
            title = " ".join(self._known.titles.plurals.get(word.lower(), word) for word in title.split())
        of = polity or person.polity
        if of is not None and role(title) != "leader" or entity.office is None:
            self._bestow(entity, person, title, of)

    def _bestow(self, entity: Entity, person: Person, title: str, of: str | None) -> None:
        if of is None:
            return
        person.title, person.of = title, of
        person.polity = person.polity or of
        entity.office = OfficeNamed(title, of)
        entity.polity = person.polity

    def _plural_office(self, office: Office, start: int, sought: str, polities: list[str]) -> Mention | None:
        if polities and len(polities) > 1:
            members = []
            for polity in polities:
                entity = self._holder(office, sought, polity)
                if entity is not None:
                    self._grant(entity, office, polity)
                members.append(entity or self._parties.party(polity))
            return self._make(start, office.end, tuple(members), Form.GROUP, office.head)
        if polities:
            if self._cols.low[office.head] in self._known.titles.delegations or sought:
                return self._make(start, office.end, (self._parties.party(polities[0]),), Form.METONYM, office.head)
            return None
        if not office.definite and office.number is None:
            return None
        kind = {"president": "president", "prime minister": "prime minister"}.get(sought, sought)
        group = self._group(office.start, office.number or 2, kind or "any")
        if sought in _GRANTED:
            for entity in group:
                self._grant(entity, office, None)
        return self._make(start, office.end, group, Form.GROUP, office.head) if group else None

    # Pronouns and groups

    def _antecedent(self, index: int, *, female: bool) -> Entity | None:
        cols = self._cols
        here = self._sentence(index)
        governor = cols.doc[index].head
        barred = None
        if cols.low[index] in ("him", "her") and cols.doc[index].dep_ in ("dobj", "dative", "pobj"):
            for child in governor.children if governor.pos_ == "VERB" else governor.head.children:
                if child.dep_ == "nsubj":
                    barred = child.i
        best: tuple[int, Entity] | None = None
        seen: set[Entity] = set()
        for at, entity, subject in reversed(self._history):
            distance = here - self._sentence(at)
            if distance > _REACH:
                break
            if entity in seen or (barred is not None and at <= barred < at + 8 and self._covers(at, barred)):
                continue
            person = self._people[entity]
            if person.female is not None and person.female != female:
                continue
            if person.female is None and female and not self._maybe_female(person):
                continue
            score = 10 - 3 * distance + (4 if subject else 0) - len(seen)
            seen.add(entity)
            if best is None or score > best[0]:
                best = (score, entity)
            if len(seen) > 5:
                break
        return best[1] if best else None

    def _maybe_female(self, person: Person) -> bool:
        return not person.holders

    def _covers(self, start: int, index: int) -> bool:
        for mention in reversed(self._mentions):
            if mention.start == start:
                return mention.start <= index < mention.end
        return False

    def _singular(self, index: int, *, female: bool) -> Mention | None:
        entity = self._antecedent(index, female=female)
        if entity is None:
            return None
        return self._make(index, index + 1, (entity,), Form.PRONOUN)

    def _group_words(self, index: int) -> Mention | None:
        cols, titles = self._cols, self._known.titles
        low = cols.low[index]
        if low not in ("the", "both", "all") and low not in _NUMBERS:
            return None
        at = index
        number = 2 if low == "both" else _NUMBERS.get(low)
        at += 1
        while at < cols.sentence_end[index] and at < index + 4:
            word = cols.low[at]
            if word in _NUMBERS:
                number = _NUMBERS[word]
            elif word in ("pair", "duo", "trio"):
                number = 3 if word == "trio" else 2
                return self._grouped(index, at + 1, number, "any", at)
            elif word in titles.groups:
                if number is None and word not in (
                    "sides",
                    "leaders",
                    "ministers",
                    "presidents",
                    "negotiators",
                    "delegations",
                    "parties",
                    "interlocutors",
                ):
                    return None
                return self._grouped(index, at + 1, number or 2, titles.groups[word], at)
            elif word not in ("other", "same", "latter", "foreign", "last", "defence", "defense"):
                break
            at += 1
        if number is not None and (low in ("the", "both", "all")) and at > index and (low != "all"):
            if (
                at < len(cols)
                and cols.tag[at] in ("NN", "NNS", "NNP", "JJ", "CD", "NNPS")
                and cols.low[at] not in ("had", "have")
            ):
                return None
            return self._grouped(index, at, number, "any", at - 1)
        return None

    def _grouped(self, start: int, end: int, number: int, kind: str, root: int) -> Mention | None:
        group = self._group(start, number, kind)
        return self._make(start, end, group, Form.GROUP, root) if group else None

    def _group(self, index: int, number: int, kind: str) -> tuple[Entity, ...]:
        """The last people, as many, whom the words can mean: those of the last group, else by recency."""
        here = self._sentence(index)
        if len(self._last_group) == number and self._group_at >= 0 and here - self._sentence(self._group_at) <= _REACH:
            if all(self._of_kind(entity, kind) for entity in self._last_group):
                return self._last_group
        chosen: list[Entity] = []
        for at, entity, _ in reversed(self._history):
            if here - self._sentence(at) > _REACH:
                break
            if entity not in chosen and self._of_kind(entity, kind):
                chosen.append(entity)
            if len(chosen) == number:
                break
        if len(chosen) < 2 or len(chosen) != number:
            return ()
        return tuple(reversed(chosen))

    def _of_kind(self, entity: Entity, kind: str) -> bool:
        if not entity.is_person:
            return kind == "any"
        mine = self._people[entity].role
        if kind == "any":
            return mine != "spokesperson"
        if not mine:
            mine = next((role(holder.title) for holder in self._people[entity].holders if holder.at(self._day)), "")
        if kind == "leader":
            return mine in LEADERS
        if kind == "minister":
            return "minister" in mine and mine != "prime minister"
        return kind in mine

    def _make(self, start: int, end: int, entities: tuple[Entity, ...], form: Form, root: int | None = None) -> Mention:
        return Mention(start, end, self._cols.doc[start:end].root.i if root is None else root, entities, form)


def refer(
    cols: Columns,
    known: World,
    day: str | None,
    entities: dict[Person, Entity],
    mentions: list[Mention],
    offices: list[Office],
    covered: set[int],
    parties: Parties,
) -> list[Mention]:
    """The mentions without a name. ``covered`` are the tokens of mentions found already; it grows.

    Somebody whom the text calls by an office only here is given that office.
    """
    return _Reader(cols, known, day, entities, mentions, offices, covered, parties).read()
