"""Offices in running text: "Russian Foreign Minister", "the secretary of state", "his envoy to the Middle East".

An office is read outwards from its head noun: to the left over what qualifies it (deputy, foreign, Kremlin) and whose
it is (Russian, Ukraine's, his), to the right over its field and its place ("of Foreign Affairs", "to India").
"""

from loaders.extract.columns import Columns, TermSpan
from loaders.extract.complements import Complements
from loaders.extract.heads import Heads
from loaders.extract.names import NameSpan
from loaders.extract.office import OWNERS, Office
from loaders.extract.wording import Wording
from loaders.world import Titles, Word, World

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NEVER_FIRST = frozenset({"own", "said", "same", "some", "other", "another", "all", "more", "many"})
_HEADS_BEFORE_HEADS = frozenset({"chief", "deputy", "assistant", "president", "director", "minister", "member", "head"})
_OF_REGIONS = frozenset({"chief minister", "first minister", "governor", "premier", "mayor"})
_PLURAL_FIELDS = frozenset({"affairs", "relations", "operations", "sanctions", "arms", "sports", "rights", "forces"})


class OfficeReader:
    """Reads the offices of one text."""

    def __init__(self, cols: Columns, world: World, names: list[NameSpan]) -> None:
        """Keep what the reading looks at."""
        self._cols = cols
        self._titles: Titles = world.titles
        self._named: list[NameSpan | None] = [None] * (len(cols) + 1)
        for name in names:
            for index in range(name.start, name.end):
                self._named[index] = name
        self._complements = Complements(cols, world.titles, self._named)
        self._heads = Heads(cols, world.titles, self._named)
        self._wording = Wording(cols, world, self._named)

    def read(self) -> list[Office]:
        """All offices, in order, without overlap."""
        found: list[Office] = []
        index = len(self._cols) - 1
        while index >= 0:
            if self._heads.is_head(index):
                office = self._office(index)
                if not office.idle:
                    found.append(office)
                index = min(index, office.start)
            index -= 1
        kept: list[Office] = []
        for office in reversed(found):
            if kept and office.start < kept[-1].end:
                if not self._heads.named_next(office.end):
                    continue
                self._cut(kept[-1], office)
            kept.append(office)
        return kept

    def _cut(self, office: Office, inner: Office) -> None:
        """End an office before the one that begins inside it and has its own name: "adviser to President X"."""
        cols = self._cols
        end = inner.start
        named = self._named[inner.end]
        if named is not None and cols.low[end - 1] in ("to", "of", "for", "the") and not office.polities:
            office.owner = named.start
        while end > office.head + 1 and (
            cols.low[end - 1] in self._titles.adjuncts or cols.low[end - 1] in ("of", "for", "the", "and", ",")
        ):
            end -= 1
        office.end = max(end, office.head + 1)
        office.title = self._wording.title(office)

    def _office(self, index: int) -> Office:
        cols, titles = self._cols, self._titles
        low = cols.low[index]
        end = self._heads.head_end(index)
        relation = titles.relations.get(low, "counterpart" if low == "number" else "")
        office = Office(index, end, index, "", relation=relation, capitalised=cols.capital[index])
        office.plural = (low in titles.plurals and low not in titles.heads) or (bool(relation) and low.endswith("s"))
        office.start = self._left(index, office)
        if office.start < index and cols.capital[index - 1] and cols.low[index - 1] in titles.bodies:
            office.capitalised = True
        self._determiner(office)
        if not relation:
            office.end = self._complements.right(end, office)
        elif (
            cols.low[end : end + 1] in (["from"], ["in"])
            and end + 1 < len(cols)
            and (term := cols.term_at[end + 1]) is not None
        ):
            office.polities, office.end = [term.term.polity.name], term.end
        elif cols.low[end : end + 1] == ["as"]:
            while end < min(index + 6, cols.sentence_end[index]) and cols.text[end] != ",":
                end += 1
            office.end = end if cols.low[end : end + 1] == [","] else office.end
        office.title = self._wording.title(office)
        self._wording.association(office)
        return office

    def _left(self, index: int, office: Office) -> int:
        """Extend over qualifiers and possessors; fills ``polities``, ``owner`` and ``body``."""
        cols, titles = self._cols, self._titles
        limit = cols.sentence_start[index]
        place = index
        while place > limit:
            before = place - 1
            word = cols.low[before]
            name = self._named[before]
            span = cols.term_at[before]
            if name is not None and self._qualifying_name(name, place, index):
                place = name.start
                continue
            if name is not None:
                if place == index and name.holders and before == name.end - 1:
                    office.owner = before
                if self._is_regions(name, place, index):
                    office.body = cols.slice(name.start, name.end)
                    return name.lead
                return place
            if span is not None:
                if span.end != place or (span.term.word is Word.PEOPLE and not cols.capital[before]):
                    return place
                place = self._take_term(span, office)
            elif cols.joined(before) and before > limit and self._named[before - 1] is None:
                place = before if cols.term_at[before - 1] is not None else before - 1
            elif cols.possessive(before):
                return self._possessor(before, office)
            elif word in ("and", "&", ",") and self._coordinates(before, place, office):
                place = before
            elif word in titles.dropped and word not in titles.rank:
                if place == index and word in _NEVER_FIRST:
                    return place
                office.number = _NUMBERS.get(word, office.number)
                office.idle = office.idle or word == "only"
                place = before
            elif cols.low[index] in ("king", "queen") or self._adverb(before, limit):
                return place
            elif self._qualifies(before, index):
                office.former = office.former or word in ("former", "ex", "then", "onetime", "one-time")
                place = before
            else:
                return place
        return place

    def _qualifying_name(self, name: NameSpan, place: int, index: int) -> bool:
        """A run that is no person's name: "Uhuru Party leader", "External Relations Minister"."""
        cols, titles = self._cols, self._titles
        if name.other and place < index and cols.low[place] in titles.associations:
            return True
        unknown = name.length == 1 and not name.person and not name.holders and not name.address
        before = name.start - 1
        inside = before >= cols.sentence_start[index] and (
            cols.low[before] in titles.field or cols.low[before] in titles.rank
        )
        return unknown and inside and cols.capital[index]

    def _is_regions(self, name: NameSpan, place: int, index: int) -> bool:
        """ "Khyber Pakhtunkhwa Chief Minister X": a region that the list of polities does not have."""
        cols = self._cols
        if " ".join(cols.low[place : index + 1]) not in _OF_REGIONS or not cols.capital[index]:
            return False
        unknown = not (name.holders or name.address or name.person >= 0.5)
        return unknown and name.end == place and self._named[index + 1] is not None

    def _adverb(self, index: int, limit: int) -> bool:
        """ "and then President X" against "the then president"."""
        low = self._cols.low
        return low[index] == "then" and index > limit and low[index - 1] in ("and", ",", "but")

    def _qualifies(self, index: int, head: int) -> bool:
        cols, titles = self._cols, self._titles
        word, tag = cols.low[index], cols.tag[index]
        if word in titles.modifiers or word in titles.bodies or cols.text[index] in titles.short:
            return tag not in ("MD", "DT", "PRP") and not (word == "top" and tag == "VB")
        if word in titles.heads:
            return word in _HEADS_BEFORE_HEADS or (
                word in ("secretary", "general", "leader") and not cols.capital[head]
            )
        if word in cols.function or word in cols.calendar or not cols.text[index][0].isalpha():
            return False
        if cols.capital[index]:
            inside = index > cols.sentence_start[index] or tag == "NNP" or cols.low[index + 1] in titles.associations
            return inside and tag in ("JJ", "NN", "NNP", "NNPS", "NNS")
        if cols.capital[head]:
            return False
        return tag in ("JJ", "NN", "NNP") or (tag == "NNS" and word in _PLURAL_FIELDS)

    def _take_term(self, span: TermSpan, office: Office) -> int:
        """A polity's term in front: whose office it is, or for an envoy named after a country, where to."""
        cols = self._cols
        polity, word = span.term.polity, span.term.word
        if cols.joined(span.end) and not cols.capital[span.end + 1]:
            return span.start
        pointed = word in (Word.NAME, Word.CAPITAL) and polity.kind == "country" and polity.name != "United States"
        if pointed and cols.low[office.head] in self._titles.topical and not office.polities:
            return span.start
        if polity.name not in office.polities and (word is not Word.SEAT or not office.polities):
            office.polities.insert(0, polity.name)
        office.definite = True
        return span.start

    def _coordinates(self, conjunction: int, place: int, office: Office) -> bool:
        """Whether a conjunction joins two owners ("Russian and American leaders") or two fields ("defence and home").

        Owners need a plural head.
        """
        cols, titles = self._cols, self._titles
        left, right = cols.term_at[conjunction - 1], cols.term_at[place]
        if left is not None and right is not None:
            pair = {left.term.word, right.term.word}
            return (len(pair) == 1 or pair <= {Word.ADJECTIVE, Word.NAME}) and office.plural
        fields = cols.low[conjunction - 1] in titles.field and cols.low[place] in titles.field
        return fields and cols.low[conjunction] != "," and self._named[conjunction - 1] is None

    def _possessor(self, mark: int, office: Office) -> int:
        """What stands before "'s": a polity, a person, or a body whose polity stands before it in turn."""
        cols, titles = self._cols, self._titles
        office.definite = True
        before = mark - 1
        span, name = cols.term_at[before], self._named[before]
        if span is not None:
            return self._possessing_terms(span, office)
        if name is not None and self._is_region(name):
            office.body = cols.slice(name.start, name.end)
            return name.lead
        if name is not None:
            office.owner = before
            return name.lead
        noun = cols.low[before]
        if noun in titles.anaphors and cols.capital[before] and cols.low[before - 1] == "the" and before - 1 >= 0:
            office.anaphor = noun
            return mark + 1
        if noun in titles.anaphors and not cols.capital[before] and cols.low[before - 1] in ("the", "that", "this"):
            office.anaphor = noun
            return before if noun in ("ministry", "presidency", "council", "military", "army") else mark + 1
        if noun in titles.heads and not cols.capital[before] and cols.low[before - 1] == "the":
            office.anaphor = noun
            return mark + 1
        start = before
        while start > cols.sentence_start[mark] and self._in_body(start - 1):
            start -= 1
        party = self._named[start - 1] if start > cols.sentence_start[mark] else None
        if noun in titles.associations and party is not None and party.other and cols.capital[before]:
            office.body = cols.slice(party.start, before + 1)
            return mark + 1
        span = cols.term_at[start - 1] if start > cols.sentence_start[mark] else None
        if span is not None and span.term.word in (Word.ADJECTIVE, Word.NAME):
            office.polities.insert(0, span.term.polity.name)
            return span.start
        if cols.capital[before]:
            if not office.polities:
                office.body = cols.slice(start, before + 1)
            return start
        return start if noun in titles.bodies or noun in titles.field else mark + 1

    def _is_region(self, name: NameSpan) -> bool:
        """ "Zanzibar's president": a place of one word that the list of polities does not have, nobody's surname."""
        cols = self._cols
        if name.length > 1 or name.holders or name.address or cols.ent[name.start] not in ("GPE", "LOC"):
            return False
        word = cols.folded[name.start]
        return not any(
            other is not None and other.length > 1 and word in cols.folded[other.start : other.end]
            for other in self._named
        )

    def _possessing_terms(self, span: TermSpan, office: Office) -> int:
        cols = self._cols
        if not office.polities or span.term.word is not Word.SEAT:
            office.polities.insert(0, span.term.polity.name)
        start = span.start
        while office.plural and start >= 2 and cols.low[start - 1] in ("and", ",", "&"):
            other = cols.term_at[start - 3 if cols.possessive(start - 2) else start - 2]
            if other is None:
                break
            office.polities.insert(0, other.term.polity.name)
            start = other.start
        return start

    def _in_body(self, index: int) -> bool:
        cols, titles = self._cols, self._titles
        low = cols.low[index]
        if low in titles.bodies or low in titles.modifiers or low in titles.heads or cols.joined(index):
            return True
        return (
            cols.capital[index]
            and cols.term_at[index] is None
            and cols.low[index] not in cols.function
            and self._named[index] is None
        )

    def _determiner(self, office: Office) -> None:
        cols = self._cols
        before = office.start - 1
        if before < cols.sentence_start[office.head]:
            return
        word = cols.low[before]
        office.definite = office.definite or word in ("the", "both") or word in OWNERS
        if word == "both":
            office.number = 2
        if word in OWNERS and office.owner is None:
            office.owner = before
