"""Who was spoken of last: the memory from which pronouns and words for several people are resolved."""

from loaders.extract.columns import Columns
from loaders.extract.people import Person
from loaders.extract.scene import Entity, Mention
from loaders.world import LEADERS, role

_BULLETS = frozenset("•-*–—·▪◦")
_REACH = 4
"""How many sentences back a pronoun may reach."""


class Recency:
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

    def remember(self, mention: Mention) -> None:
        """Take a mention in; they come in the order of the text."""
        alone = len(mention.entities) == 1
        root = self._cols.doc[mention.root]
        if root.dep_ == "appos" and mention.start <= root.head.i < mention.end:
            root = root.head
        subject = 0
        if alone and root.dep_ in ("nsubj", "nsubjpass"):
            subject = 6 if root.head.dep_ in ("ROOT", "conj") else 3
        self._ends[mention.start] = mention.end
        for entity in mention.entities:
            if entity.is_person:
                self._past.append((mention.start, entity, subject))
        if not alone:
            self._groups.append((mention.start, mention.entities))

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
        scores: dict[Entity, float] = {}
        for at, entity, subject in reversed(self._past):
            distance = here - self.sentence(at)
            if distance > _REACH or len(scores) > 5:
                break
            person = self._people[entity]
            if entity in own or not _of_gender(person, female=female):
                continue
            rank = list(scores).index(entity) if entity in scores else len(scores)
            score = -3.0 * distance + subject - rank - 4 * (person.role == "spokesperson" and distance > 0)
            scores[entity] = max(score, scores.get(entity, score))
        return max(scores, key=lambda entity: scores[entity]) if scores else None

    def _own_subject(self, index: int) -> int | None:
        """The subject of the verb of which "him" is the object: somebody else."""
        token = self._cols.doc[index]
        if self._cols.low[index] not in ("him", "her") or token.dep_ not in ("dobj", "dative", "pobj"):
            return None
        governor = token.head if token.head.pos_ == "VERB" else token.head.head
        for _ in range(3):
            subject = next((child.i for child in governor.children if child.dep_ == "nsubj"), None)
            if subject is not None or governor.dep_ not in ("xcomp", "acomp"):
                return subject
            governor = governor.head
        return None

    def group(self, index: int, number: int | None, kind: str, noun: str = "") -> tuple[Entity, ...]:
        """Several people or parties that a plural word at the token can mean, or nobody.

        The last group of that number first; without a ``number`` also all people of the nearest sentence that has
        two or more; then the last named.
        """
        here = self.sentence(index)
        for at, members in reversed(self._groups):
            if here - self.sentence(at) > _REACH:
                break
            if number in (None, len(members)) and all(self._of_kind(entity, kind, noun) for entity in members):
                return members
            if number is None:
                break
        chosen: list[Entity] = []
        last = here
        for at, entity, _ in reversed(self._past):
            sentence = self.sentence(at)
            if here - sentence > _REACH or (number is None and len(chosen) > 1 and sentence != last):
                break
            if entity not in chosen and self._of_kind(entity, kind, noun):
                chosen.append(entity)
                last = sentence
            if len(chosen) == number:
                break
        if number is not None and len(chosen) != number and kind != "any":
            chosen = [entity for entity in self.people() if self._of_kind(entity, kind, noun)]
        if len(chosen) < 2 or (number is not None and len(chosen) != number):
            return ()
        return tuple(reversed(chosen))

    def listed_pair(self, index: int) -> tuple[Entity, ...]:
        """Under "X met in turn:", in an item of the list, X and the item's first person."""
        cols = self._cols
        line = index
        while line > 0 and "\n" not in cols.text[line - 1]:
            line -= 1
        if cols.text[line] not in _BULLETS:
            return ()
        colon = next((i for i in range(line - 1, 0, -1) if cols.text[i] == ":" and "\n" in cols.text[i + 1]), None)
        if colon is None:
            return ()
        before = [
            (at, subject, entity)
            for at, entity, subject in self._past
            if at < colon and self.sentence(at) == self.sentence(colon)
        ]
        here = [entity for at, entity, _ in self._past if line <= at < index]
        leader = max(before, key=lambda found: (found[1] > 0, found[0]))[2] if before else None
        return (leader, here[0]) if leader is not None and here and here[0] is not leader else ()

    def states(self, index: int, number: int) -> tuple[str, ...]:
        """The polities last spoken of, as many; whoever says so in the sentence itself is left out."""
        cols = self._cols
        here = self.sentence(index)
        said_by = [at for at, _, subject in self._past if subject and self.sentence(at) == here]
        spoken = [
            (span.start, span.term.polity.name)
            for span in cols.terms
            if span.start < index and not any(at <= span.start < self._ends[at] for at in said_by)
        ]
        spoken += [
            (at, entity.polity) for at, entity, _ in self._past if entity.polity is not None and at not in said_by
        ]
        found: list[str] = []
        for at, polity in sorted(spoken, reverse=True):
            if here - self.sentence(at) > _REACH or len(found) == number:
                break
            if polity not in found:
                found.append(polity)
        return tuple(reversed(found)) if len(found) == number else ()

    def _of_kind(self, entity: Entity, kind: str, noun: str) -> bool:
        if not entity.is_person:
            return kind == "any"
        mine = self.role_of(entity)
        if kind == "any":
            return mine != "spokesperson"
        if kind == "leader":
            return mine in LEADERS
        if kind == "minister":
            return mine.endswith("minister") and mine != "prime minister"
        if kind == "chief":
            title = self._people[entity].title or ""
            return bool(noun) and noun in title.lower().split()
        return kind in mine


def _of_gender(person: Person, *, female: bool) -> bool:
    """Whether "he" or "she" can mean the person; the list of holders marks the women."""
    if person.female is None:
        return not (female and person.holders)
    return person.female == female
