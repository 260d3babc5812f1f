"""Who is meant by a word for several people: "the two", "both sides", "the three leaders", "each of his guests"."""

from loaders.extract.columns import Columns
from loaders.extract.parties import Parties
from loaders.extract.recency import Recency
from loaders.extract.scene import Entity, Form, Mention, mention_of
from loaders.world import World

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_STAFF = frozenset(
    "officials experts negotiators delegations teams representatives envoys diplomats technicians generals officers "
    "commanders delegates lawmakers aides".split()
)
_GUESTS = frozenset("guest guests visitor visitors".split())
_SIDES = frozenset({"sides", "parties", "powers"})
"""Words for two countries rather than for the two people told of last."""


class Groups:
    """Finds the groups in one text."""

    def __init__(self, cols: Columns, known: World, parties: Parties, recent: Recency) -> None:
        """Keep what the finding looks at; ``recent`` grows meanwhile."""
        self._cols = cols
        self._known = known
        self._parties = parties
        self._recent = recent

    def read(self, index: int) -> Mention | None:
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
                return self.grouped(index, at + 1, 3 if word == "trio" else 2, "any", at)
            elif word in titles.groups:
                if number is None and word not in self._known.words.pairs:
                    return None
                states = word in self._known.words.states or (word in _SIDES and self._staff_before(index))
                return self.grouped(index, at + 1, number or 2, titles.groups[word], at, states=states)
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
        return self.grouped(index, at, number, "any", at - 1)

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
        return mention_of(self._cols.doc, start, end, group, Form.GROUP, end - 1) if group else None

    def _goes_on(self, at: int) -> bool:
        """Whether a noun or "of" follows "all three", which then means something else."""
        return at < len(self._cols) and (self._cols.low[at] == "of" or self._cols.tag[at].startswith(("NN", "JJ")))

    def grouped(
        self, start: int, end: int, number: int | None, kind: str, root: int, *, states: bool = False
    ) -> Mention | None:
        group = self._recent.listed_pair(start) if number == 2 and kind == "any" and not states else ()
        sides = states or self._cols.low[end - 1] in _SIDES
        group = group or self._recent.group(start, number, kind, sides=sides)
        if states and (any(e.is_person for e in group) or (not group and self._cols.low[start] not in _NUMBERS)):
            group = tuple(self._parties.party(name) for name in self._recent.states(start, number or 2))
        return mention_of(self._cols.doc, start, end, group, Form.GROUP, root) if group else None
