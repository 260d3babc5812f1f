"""Who is meant by an office alone, a pronoun, or a word for several people."""

from loaders.extract.columns import Columns
from loaders.extract.office import Office
from loaders.extract.parties import Parties
from loaders.extract.people import Person
from loaders.extract.recency import SAYING, Recency
from loaders.extract.scene import Entity, Form, Mention
from loaders.world import LEADERS, Word, World, role
from schema.reading import OfficeNamed

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_ME = frozenset({"i", "me"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_STAFF = frozenset(
    "officials experts negotiators delegations teams representatives envoys diplomats technicians generals officers "
    "commanders delegates lawmakers aides".split()
)
_GUEST = frozenset({"guest", "visitor"})
_GUESTS = frozenset("guest guests visitor visitors".split())
_SIDES = frozenset({"sides", "parties", "powers"})
"""Words for two countries rather than for the two people told of last."""
_GRANTED = frozenset({"president", "prime minister", "foreign minister", "defence minister", "monarch"})
"""Roles that a plural ("the two presidents") gives to everybody it means."""


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
        self._recent = Recency(cols, self._people, day)

    def read(self) -> list[Mention]:
        new: list[Mention] = []
        place, index = 0, 0
        while index < len(self._cols):
            while place < len(self._mentions) and self._mentions[place].start <= index:
                self._recent.remember(self._mentions[place])
                place += 1
            mention = None if index in self._covered else self._at(index)
            if mention is None or any(i in self._covered for i in range(mention.start, mention.end)):
                index += 1
                continue
            new.append(mention)
            self._covered.update(range(mention.start, mention.end))
            self._recent.remember(mention)
            index = mention.end
        return new

    def _at(self, index: int) -> Mention | None:
        office = self._offices.get(index)
        if office is not None:
            return self._office(office)
        low = self._cols.low[index]
        if (
            low in ("his", "her", "their")
            and self._cols.low[index + 1 : index + 2]
            and self._cols.low[index + 1] in self._known.words.styles | {"royal"}
        ):
            return self._styled(index)
        if low in _HE or low in _SHE:
            entity = self._recent.antecedent(index, female=low in _SHE)
            if entity is None:
                return None
            person = self._people[entity]
            if person.female is None and not person.holders:
                person.female = low in _SHE
            return self._make(index, index + 1, (entity,), Form.PRONOUN)
        if low in _ME:
            speaker = self._speaker(index)
            return self._make(index, index + 1, (speaker,), Form.PRONOUN) if speaker else None
        if low in _THEY:
            first = self._cols.sentence_start[index]
            if any(self._cols.low[i] in self._known.words.crowds for i in range(first, index)):
                return None
            return self._grouped(index, index + 1, None, "any", index)
        if low in _GUEST and (visitor := self._guest(index)) is not None:
            return self._make(index, index + 1, (visitor,), Form.OFFICE)
        following = self._offices.get(index + 1)
        if following is not None and following.plural and low == "the":
            return None
        if low == "the":
            native = self._native(index)
            if native is not None:
                return native
        return self._group_words(index)

    def _speaker(self, index: int) -> Entity | None:
        """Whom "I" means in a quotation: who says so in the same sentence."""
        doc, cols = self._cols.doc, self._cols
        for at in range(cols.sentence_start[index], cols.sentence_end[index]):
            if doc[at].lemma_ not in SAYING:
                continue
            said_by = next((child.i for child in doc[at].children if child.dep_ == "nsubj"), None)
            if said_by is None or said_by == index:
                continue
            if cols.low[said_by] in ("he", "she"):
                return self._recent.antecedent(said_by, female=cols.low[said_by] == "she")
            for mention in self._mentions:
                if mention.start <= said_by < mention.end and mention.entities[0].is_person:
                    return mention.entities[0]
        return None

    def _guest(self, index: int) -> Entity | None:
        """ "the guest", "her guest", "the president's guest": whoever is received."""
        cols = self._cols
        token = cols.doc[index]
        acts = token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")
        if index == 0 or not (acts or (token.dep_ == "pobj" and token.head.lower_ in ("with", "to", "by"))):
            return None
        before = cols.low[index - 1]
        if before == "the":
            return self._recent.guest(None)
        owner = index - 1 if before in ("his", "her") else index - 2 if cols.possessive(index - 1) else None
        if owner is None or owner < 0:
            return None
        host = next((m.entities[0] for m in self._mentions if m.start <= owner < m.end), None)
        if host is None and before in ("his", "her"):
            host = self._recent.antecedent(owner, female=before == "her")
        return self._recent.guest(host) if host is not None and host.is_person else None

    def _styled(self, index: int) -> Mention | None:
        """ "His Royal Highness" with no name: the last person whom the text introduced so."""
        cols = self._cols
        end = index + 1
        while end < len(cols) and (cols.low[end] in self._known.words.styles or cols.low[end] in ("royal", "the")):
            end += 1
        words = cols.low[index:end]
        for entity in self._recent.people():
            for span in self._people[entity].spans:
                if span.lead < index and words == cols.low[span.lead : span.lead + len(words)]:
                    return self._make(index, end, (entity,), Form.OFFICE)
        return None

    def _native(self, index: int) -> Mention | None:
        """ "the American said": the last person of that country."""
        cols = self._cols
        span = cols.term_at[index + 1] if index + 1 < len(cols) else None
        if span is None or span.term.word is not Word.ADJECTIVE or span.end >= len(cols):
            return None
        if cols.tag[span.end] not in ("VBD", "VBZ", "MD", "VBN", "IN", ",", ".", "RB", "WP", "TO", "CC"):
            return None
        for entity in self._recent.people():
            if entity.polity == span.term.polity.name:
                return self._make(index + 1, span.end, (entity,), Form.OFFICE)
        return None

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
        entity = self._predicated(office) or self._holder(office, sought, polity)
        if entity is not None:
            self._grant(entity, office, polity)
            return self._make(start, office.end, (entity,), Form.OFFICE, office.head)
        if polity is not None and not office.former:
            return self._make(start, office.end, (self._parties.party(polity),), Form.METONYM, office.head)
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
        return [fixed] if fixed else []

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
                if any(known.name == holder.name for known in self._people[entity].holders):
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
            return self._make(start, office.end, tuple(members), Form.GROUP, office.head)
        if polities:
            return self._make(start, office.end, (self._parties.party(polities[0]),), Form.METONYM, office.head)
        if not office.definite and office.number is None:
            return None
        noun = self._known.titles.plurals.get(self._cols.low[office.head], "")
        group = self._recent.group(office.start, office.number or 2, sought or "any", noun)
        if sought in _GRANTED:
            for entity in group:
                self._grant(entity, office, None)
        return self._make(start, office.end, group, Form.GROUP, office.head) if group else None

    # Groups

    def _group_words(self, index: int) -> Mention | None:
        """ "the two", "both sides", "the pair", "the three leaders"."""
        cols, titles = self._cols, self._known.titles
        low = cols.low[index]
        number = 2 if low == "both" else _NUMBERS.get(low)
        if low == "each":
            return self._each(index)
        if low not in ("the", "both", "all") and number is None:
            return None
        at = index + 1
        while at < cols.sentence_end[index] and at < index + 4:
            word = cols.low[at]
            if word in _NUMBERS:
                number = _NUMBERS[word]
            elif word in ("pair", "duo", "trio"):
                return self._grouped(index, at + 1, 3 if word == "trio" else 2, "any", at)
            elif word in titles.groups:
                if number is None and word not in self._known.words.pairs:
                    return None
                states = word in self._known.words.states or (word in _SIDES and self._staff_before(index))
                return self._grouped(index, at + 1, number or 2, titles.groups[word], at, states=states)
            elif word not in ("other", "same", "foreign", "defence", "defense"):
                break
            at += 1
        if number is None or low in _NUMBERS or (low == "all" and (at != index + 2 or self._goes_on(at))):
            return None
        if (
            at < len(cols)
            and cols.tag[at] in ("NN", "NNS", "NNP", "JJ", "CD", "NNPS")
            and cols.low[at] not in ("had", "have")
        ):
            return None
        return self._grouped(index, at, number, "any", at - 1)

    def _staff_before(self, index: int) -> bool:
        """Whether unnamed people of the two are meant: "experts from both sides"."""
        cols = self._cols
        return index > 1 and cols.low[index - 1] in ("from", "of", "for") and cols.low[index - 2] in _STAFF

    def _each(self, index: int) -> Mention | None:
        """ "each guest", "each of his visitors", "each of them": the last group without who receives them."""
        cols = self._cols
        at = index + 1
        owner: Entity | None = None
        if cols.low[at : at + 1] == ["of"]:
            at += 1
            if cols.low[at : at + 1] == ["them"]:
                return self._members(index, at + 1, None)
            if cols.low[at : at + 1] in (["his"], ["her"]):
                owner = self._recent.antecedent(at, female=cols.low[at] == "her")
            at += 1
        while at < len(cols) and cols.low[at] in ("two", "three", "four", "other", "foreign"):
            at += 1
        if cols.low[at : at + 1] and cols.low[at] in _GUESTS:
            return self._members(index, at + 1, owner)
        return None

    def _members(self, start: int, end: int, owner: Entity | None) -> Mention | None:
        group = self._recent.guests(start, owner)
        return self._make(start, end, group, Form.GROUP, end - 1) if group else None

    def _goes_on(self, at: int) -> bool:
        """Whether a noun or "of" follows "all three", which then means something else."""
        return at < len(self._cols) and (self._cols.low[at] == "of" or self._cols.tag[at].startswith(("NN", "JJ")))

    def _grouped(
        self, start: int, end: int, number: int | None, kind: str, root: int, *, states: bool = False
    ) -> Mention | None:
        group = self._recent.listed_pair(start) if number == 2 and kind == "any" and not states else ()
        sides = states or self._cols.low[end - 1] in _SIDES
        group = group or self._recent.group(start, number, kind, sides=sides)
        if states and (any(e.is_person for e in group) or (not group and self._cols.low[start] not in _NUMBERS)):
            group = tuple(self._parties.party(name) for name in self._recent.states(start, number or 2))
        return self._make(start, end, group, Form.GROUP, root) if group else None

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
