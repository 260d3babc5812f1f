"""Who is meant by an office alone, a pronoun, or a word for several people."""

from loaders.extract.columns import Columns
from loaders.extract.groups import Groups
from loaders.extract.holding import Holding
from loaders.extract.memory import SAYING
from loaders.extract.office import Office
from loaders.extract.parties import Parties
from loaders.extract.people import Person
from loaders.extract.recency import Recency
from loaders.extract.scene import Entity, Form, Mention, mention_of
from loaders.world import Word, World

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_ME = frozenset({"i", "me"})
_GUEST = frozenset({"guest", "visitor"})


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
        self._people = {entity: person for person, entity in entities.items()}
        self._mentions = sorted(mentions, key=lambda mention: mention.start)
        self._offices = {office.start: office for office in offices}
        self._covered = covered
        self._recent = Recency(cols, self._people, day)
        self._holding = Holding(cols, known, day, entities, self._mentions, parties, self._recent)
        self._groups = Groups(cols, known, parties, self._recent)

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
            return self._holding.read(office)
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
            return mention_of(self._cols.doc, index, index + 1, (entity,), Form.PRONOUN)
        if low in _ME:
            speaker = self._speaker(index)
            return mention_of(self._cols.doc, index, index + 1, (speaker,), Form.PRONOUN) if speaker else None
        if low in _THEY:
            first = self._cols.sentence_start[index]
            if any(self._cols.low[i] in self._known.words.crowds for i in range(first, index)):
                return None
            return self._groups.grouped(index, index + 1, None, "any", index)
        if low in _GUEST and (visitor := self._guest(index)) is not None:
            return mention_of(self._cols.doc, index, index + 1, (visitor,), Form.OFFICE)
        following = self._offices.get(index + 1)
        if following is not None and following.plural and low == "the":
            return None
        if low == "the":
            native = self._native(index)
            if native is not None:
                return native
        return self._groups.read(index)

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
                    return mention_of(self._cols.doc, index, end, (entity,), Form.OFFICE)
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
                return mention_of(self._cols.doc, index + 1, span.end, (entity,), Form.OFFICE)
        return None


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
