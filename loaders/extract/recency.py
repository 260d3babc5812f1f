"""Who was spoken of last: the memory from which pronouns and words for several people are resolved."""

from collections import Counter
from itertools import pairwise

from loaders.extract.columns import Columns
from loaders.extract.people import Person
from loaders.extract.scene import Entity, Form, Mention
from loaders.world import LEADERS, role

_BULLETS = frozenset("•-*–—·▪◦")
SAYING = frozenset({"say", "tell", "write", "add", "recall", "announce", "declare", "state", "post", "note"})
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
        self._pronouns: set[int] = set()
        """Where "him" or "her" means somebody: of whom the text tells on, "A received him, and later he met B"."""

    def remember(self, mention: Mention) -> None:
        """Take a mention in; they come in the order of the text."""
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
            if acts and at in self._pronouns and "and" in self._cols.low[at:index]:
                score += 7 * (distance == 0)
            elif distance == 0 and says and not subject:
                score -= 4
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
            if subject is not None or governor.dep_ not in ("xcomp", "acomp", "conj"):
                return subject
            governor = governor.head
        return None

    def group(
        self, index: int, number: int | None, kind: str, noun: str = "", *, sides: bool = False
    ) -> tuple[Entity, ...]:
        """Several people or parties that a plural word at the token can mean, or nobody.

        The last group of that number first; without a ``number`` also all people of the nearest sentence that has
        two or more; then the last named.
        """
        here = self.sentence(index)
        reach = _REACH if number else 0
        if number in (2, None) and not sides and (two := self._two(index, kind, noun, reach)):
            return two
        for at, members in reversed(self._groups):
            if here - self.sentence(at) > _REACH and (number or 2) < 3:
                break
            if number in (None, len(members)) and all(self._of_kind(entity, kind, noun) for entity in members):
                return members
            if number is None:
                break
        if number is not None and number > 2 and (named := self._named_together(number, kind, noun)):
            return named
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

    def _two(self, index: int, kind: str, noun: str, reach: int) -> tuple[Entity, ...]:
        """The two of whom the nearest sentences tell: a pair named as one, the only two, or one each of two sentences.

        Whoever acts on the two in their own sentence is neither of them: "A, who had brought the two together".
        """
        here = self.sentence(index)
        gathered: list[Entity] = []
        barred = self._acting_on(index)
        for sentence in range(here, here - reach - 1, -1):
            for at, members in reversed(self._groups):
                if self.sentence(at) != sentence or len(members) != 2 or barred & set(members):
                    continue
                if all(self._of_kind(entity, kind, noun) for entity in members):
                    return members
            told = [
                (at, entity)
                for at, entity, _ in self._past
                if self.sentence(at) == sentence and entity not in barred and self._of_kind(entity, kind, noun)
            ]
            quiet = [found for found in told if not self._speaks(found[0])]
            for some in (told, quiet):
                if len(pair := tuple(dict.fromkeys(entity for _, entity in some))) == 2:
                    return pair
            if pair := self._coordinated(quiet):
                return pair
            gathered.extend(entity for _, entity in quiet if entity not in gathered)
            if len(gathered) == 2:
                return tuple(reversed(gathered))
        return ()

    def _acting_on(self, index: int) -> set[Entity]:
        """The subject of the verb of which the token is an object."""
        token = self._cols.doc[index]
        while token.dep_ in ("det", "nummod", "poss", "amod", "predet", "preconj", "pobj", "prep", "conj", "agent"):
            token = token.head
        if token.pos_ != "VERB" and token.dep_ not in ("dobj", "dative"):
            return set()
        verb = token if token.pos_ == "VERB" else token.head
        for _ in range(3):
            acting = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < index]
            if acting and acting[0].tag_ not in ("WP", "WDT"):
                inside = {word.i for word in acting[0].subtree}
                return {entity for at, entity, _ in self._past if any(i in inside for i in range(at, self._ends[at]))}
            if verb.dep_ == "relcl":
                return {entity for at, entity, _ in self._past if at <= verb.head.i < self._ends[at]}
            if verb.dep_ not in ("xcomp", "acomp", "conj"):
                break
            verb = verb.head
        return set()

    def _coordinated(self, told: list[tuple[int, Entity]]) -> tuple[Entity, ...]:
        """The last two who are joined by "and" alone."""
        low = self._cols.low
        ends = {self._ends[at] for at, _ in told}
        for (first, one), (second, other) in reversed(list(pairwise(told))):
            end = self._ends[first]
            if one is other or not end <= second <= end + 3 or low[end : end + 1] not in (["and"], ["&"]):
                continue
            if not (low[first - 1 : first] == [","] and first - 1 in ends):
                return one, other
        return ()

    def _named_together(self, number: int, kind: str, noun: str) -> tuple[Entity, ...]:
        """The last so many people whom the text names in one list."""
        doc = self._cols.doc
        run: list[Entity] = []
        last = -1
        for at, entity, _ in reversed(self._past):
            if not self._of_kind(entity, kind, noun) or entity in run:
                continue
            gap = doc[self._ends[at] : last] if last >= 0 else doc[0:0]
            joined = len(gap) < 6 and any(token.lower_ in (",", ";", "and") for token in gap)
            if run and not (joined and not any(token.pos_ in ("VERB", "AUX") for token in gap)):
                if len(run) == number:
                    break
                run = []
            run.append(entity)
            last = at
        return tuple(reversed(run)) if len(run) == number else ()

    def _speaks(self, at: int) -> bool:
        """Whether the person named at the token is who says what the sentence tells."""
        token = self._cols.doc[at : self._ends[at]].root
        return token.dep_ == "nsubj" and token.head.lemma_ in SAYING

    def guests(self, index: int, owner: Entity | None) -> tuple[Entity, ...]:
        """The last group without whom the clause has for its subject, or who is the ``owner``."""
        host = self._acting_on(index) | ({owner} if owner is not None else set())
        told = [members for _, members in reversed(self._groups)]
        for members in (*told, tuple(reversed(self.people()[:3]))):
            rest = tuple(entity for entity in members if entity.is_person and entity not in host)
            if len(rest) > 1:
                return rest
        return ()

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
        return next((entity for entity in people if entity.polity != host.polity), None)

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
        verb = cols.doc[index].head.head if cols.doc[index].dep_ in ("det", "nummod") else cols.doc[index].head
        acting = {child.i for child in verb.children if child.dep_ == "nsubj" and child.i < index}
        spoken = [
            (span.start, span.term.polity.name)
            for span in cols.terms
            if span.start < index and not any(at <= span.start < self._ends[at] for at in said_by)
            if not acting.intersection(range(span.start, span.end))
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
