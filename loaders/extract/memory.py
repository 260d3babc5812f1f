"""Who was spoken of last: the memory from which pronouns are resolved."""

from collections import Counter

from loaders.extract.columns import Columns
from loaders.extract.people import Person
from loaders.extract.scene import Entity, Form, Mention
from loaders.world import role

SAYING = frozenset({"say", "tell", "write", "add", "recall", "announce", "declare", "state", "post", "note"})
REACH = 4
"""How many sentences back a pronoun may reach."""


class Memory:
    """The people and groups named so far, in the order of the text."""

    def __init__(self, cols: Columns, people: dict[Entity, Person], day: str | None) -> None:
        """Start with nobody."""
        self._cols = cols
        self._people = people
        self._day = day
        self._order = {start: number for number, start in enumerate(sorted(set(cols.sentence_start)))}
        self._past: list[tuple[int, Entity, int]] = []
        """Token, person, and how much speaks for it as a subject: 6 of the main clause, 3 of another, 0 for none."""
        self._groups: list[tuple[int, tuple[Entity, ...]]] = []
        self._ends: dict[int, int] = {}
        self._pronouns: set[int] = set()
        """Where "him" or "her" means somebody: of whom the text tells on, "A received him, and later he met B"."""

    def remember(self, mention: Mention) -> None:
        """Take a mention in; they come in the order of the text. Who only has the word in a transcript is nobody."""
        if self._labels(mention):
            return
        alone = len(mention.entities) == 1
        root = self._cols.doc[mention.root]
        if root.dep_ == "appos" and mention.start <= root.head.i < mention.end:
            root = root.head
        subject = 0
        if alone and root.dep_ in ("nsubj", "nsubjpass"):
            subject = 6 if root.head.dep_ in ("ROOT", "conj") else 3
        elif alone and self._leads(mention):
            subject = 4
        self._ends[mention.start] = mention.end
        if mention.form is Form.PRONOUN and self._cols.low[mention.start] in ("him", "her"):
            self._pronouns.add(mention.start)
        for entity in mention.entities:
            if entity.is_person:
                self._past.append((mention.start, entity, subject))
        if not alone:
            self._groups.append((mention.start, mention.entities))

    def _leads(self, mention: Mention) -> bool:
        """Whether the mention opens its sentence, or is who did it in "it was A who": a subject in the parse or not."""
        low = self._cols.low
        if mention.form is Form.NAME or mention.form is Form.SURNAME:
            first = self._cols.sentence_start[mention.start]
            while first < mention.start and not self._cols.text[first].isalnum():
                first += 1
            following = low[mention.end : mention.end + 1]
            if mention.start == first and following not in (["'s"], [","], [":"]):
                return True
        return low[mention.end : mention.end + 1] == ["who"] and low[mention.start - 1] in ("was", "is")

    def _labels(self, mention: Mention) -> bool:
        """ "Spokesman: What I can tell you is …": whose words follow."""
        cols = self._cols
        first = cols.sentence_start[mention.start] == mention.start
        return first and mention.end < len(cols) and cols.text[mention.end] == ":"

    def people(self) -> list[Entity]:
        """Everybody so far, the last named first."""
        return list(dict.fromkeys(entity for _, entity, _ in reversed(self._past)))

    def sentence(self, index: int) -> int:
        """Number of the token's sentence."""
        return self._order[self._cols.sentence_start[index]]

    def role_of(self, entity: Entity) -> str:
        """What the person's office comes to: by the article, else by the list of holders."""
        person = self._people[entity]
        return person.role or next((role(holder.title) for holder in person.holders if holder.at(self._day)), "")

    def antecedent(self, index: int, *, female: bool) -> Entity | None:
        """Whom "he" or "she" at the token means: near, a subject rather than not, never the clause's own subject."""
        here = self.sentence(index)
        barred = self._own_subject(index)
        own = {entity for at, entity, _ in self._past if barred is not None and at <= barred < self._ends[at]}
        token = self._cols.doc[index]
        says = token.dep_ == "nsubj" and token.head.lemma_ in SAYING
        acts = token.dep_ == "nsubj" and not says
        teller = self._teller(index) if acts else -1
        scores: dict[Entity, float] = {}
        for at, entity, subject in reversed(self._past):
            distance = here - self.sentence(at)
            if distance > REACH or len(scores) > 5:
                break
            person = self._people[entity]
            if entity in own or not _of_gender(person, female=female):
                continue
            rank = list(scores).index(entity) if entity in scores else len(scores)
            score = -3.0 * distance + subject - rank - 4 * (person.role == "spokesperson" and distance > 0)
            if subject and distance == 0 and at <= teller < self._ends[at]:
                score += 5
            if acts and at in self._pronouns and "and" in self._cols.low[at:index]:
                score += 7 * (distance == 0)
            elif distance == 0 and says and not subject:
                score -= 4
            scores[entity] = max(score, scores.get(entity, score))
        return max(scores, key=lambda entity: scores[entity]) if scores else None

    def _teller(self, index: int) -> int:
        """The subject of the nearest verb of saying in whose clause the pronoun acts: "A said B had told C that he"."""
        verb = self._cols.doc[index].head
        while verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.i < verb.i:
            verb = verb.head
        if verb.dep_ != "ccomp" or verb.head.lemma_ not in SAYING or verb.head.i > index:
            return -1
        return next((child.i for child in verb.head.children if child.dep_ == "nsubj"), -1)

    def _own_subject(self, index: int) -> int | None:
        """The subject of the verb of which "him" is the object: somebody else."""
        token = self._cols.doc[index]
        if self._cols.low[index] not in ("him", "her") or token.dep_ not in ("dobj", "dative", "pobj"):
            return None
        governor = token.head if token.head.pos_ == "VERB" else token.head.head
        for _ in range(3):
            subject = next((child.i for child in governor.children if child.dep_ == "nsubj"), None)
            if subject is not None or governor.dep_ not in ("xcomp", "acomp", "conj"):
                return subject
            governor = governor.head
        return None

    def guest(self, host: Entity | None) -> Entity | None:
        """Whom "the guest" or "her guest" means: of another polity than the host, else than most people named."""
        people = [entity for entity in self.people() if entity.polity is not None]
        if host is None:
            named = Counter(entity.polity for entity in people).most_common(2)
            if not named or named[0][1] == named[-1][1]:
                return None
            abroad = [entity for entity in people if entity.polity != named[0][0]]
            told = Counter(entity for _, entity, _ in self._past)
            return max(abroad, key=lambda entity: told[entity]) if abroad else None
        abroad = [entity for entity in people if entity.polity != host.polity]
        told = Counter(entity for _, entity, _ in self._past)
        return max(abroad, key=lambda entity: told[entity]) if abroad else None


def _of_gender(person: Person, *, female: bool) -> bool:
    """Whether "he" or "she" can mean the person; the list of holders marks the women."""
    if person.female is None:
        return not (female and person.holders)
    return person.female == female
