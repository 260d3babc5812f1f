"""Which people or countries a word for several means, out of those spoken of last."""

from itertools import pairwise

from loaders.extract.memory import REACH, SAYING, Memory
from loaders.extract.scene import Entity
from loaders.world import LEADERS

_BULLETS = frozenset("•-*–—·▪◦")


class Recency(Memory):
    """Whom words for several people mean."""

    def group(
        self, index: int, number: int | None, kind: str, noun: str = "", *, sides: bool = False
    ) -> tuple[Entity, ...]:
        """Several people or parties that a plural word at the token can mean, or nobody.

        The last group of that number first; without a ``number`` also all people of the nearest sentence that has
        two or more; then the last named.
        """
        here = self.sentence(index)
        reach = REACH if number else 0
        if number in (2, None) and not sides and (two := self._two(index, kind, noun, reach)):
            return two
        for at, members in reversed(self._groups):
            if here - self.sentence(at) > REACH and (number or 2) < 3:
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
            if here - sentence > REACH or (number is None and len(chosen) > 1 and sentence != last):
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
            if here - self.sentence(at) > REACH or len(found) == number:
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
