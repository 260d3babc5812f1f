"""Offices in running text: "Russian Foreign Minister", "the secretary of state", "his envoy to the Middle East".

An office is read outwards from its head noun: to the left over what qualifies it (deputy, foreign, Kremlin) and whose
it is (Russian, Ukraine's, his), to the right over its field and its place ("of Foreign Affairs", "to India").
"""

from dataclasses import dataclass, field

from loaders.extract.columns import Columns, TermSpan
from loaders.extract.names import NameSpan
from loaders.world import Titles, Word, World

_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "whose"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NEVER_FIRST = frozenset({"own", "said", "same", "some", "other", "another", "all", "more", "many"})
_HEADS_BEFORE_HEADS = frozenset({"chief", "deputy", "assistant", "president", "director", "minister", "member", "head"})
_PLURAL_FIELDS = frozenset({"affairs", "relations", "operations", "sanctions", "arms", "sports", "rights", "forces"})


@dataclass(slots=True, eq=False)
class Office:
    """One office phrase; ``start`` is after a determiner, before the words that say whose it is."""

    start: int
    end: int
    head: int
    title: str
    polities: list[str] = field(default_factory=list)
    """Whose it is, as far as the phrase itself says; several for a plural."""
    owner: int | None = None
    """Token of the pronoun ("his") or of the name ("Trump's") whose polity's it is."""
    plural: bool = False
    relation: str = ""
    """"counterpart", "predecessor" or "successor" of somebody."""
    definite: bool = False
    """Has "the", a possessor or a demonym."""
    former: bool = False
    capitalised: bool = False
    number: int | None = None
    """"the two presidents"."""
    body: str | None = None
    """A body that is no polity of the list: "Taqaddum Party", "Angolan presidency"."""
    anaphor: str | None = None
    """The noun where the owner is one named before: "the organisation's", "the ministry's"."""
    idle: bool = False
    """Not meant as an office: "the only European leader there"."""


class OfficeReader:
    """Reads the offices of one text."""

    def __init__(self, cols: Columns, world: World, names: list[NameSpan]) -> None:
        """Keep what the reading looks at."""
        self._cols = cols
        self._world = world
        self._titles: Titles = world.titles
        self._named: list[NameSpan | None] = [None] * (len(cols) + 1)
        for name in names:
            for index in range(name.start, name.end):
                self._named[index] = name

    def read(self) -> list[Office]:
        """All offices, in order, without overlap."""
        found: list[Office] = []
        index = len(self._cols) - 1
        while index >= 0:
            if self._is_head(index):
                office = self._office(index)
                if not office.idle:
                    found.append(office)
                index = min(index, office.start)
            index -= 1
        kept: list[Office] = []
        for office in reversed(found):
            if kept and office.start < kept[-1].end:
                if not self._named_next(office.end):
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
        while end > office.head + 1 and (cols.low[end - 1] in self._titles.adjuncts or cols.low[end - 1] in ("of", "for", "the", "and", ",")):
            end -= 1
        office.end = max(end, office.head + 1)
        office.title = self._title(office)

    def _named_next(self, index: int) -> bool:
        while index < len(self._cols) and self._named[index] is None and self._cols.low[index] in self._titles.honorifics:
            index += 1
        name = self._named[index] if index < len(self._cols) else None
        return name is not None and name.lead <= index <= name.start

    # The head

    def _is_head(self, index: int) -> bool:
        cols, titles = self._cols, self._titles
        low, tag = cols.low[index], cols.tag[index]
        before = cols.low[index - 1] if index else ""
        if self._named[index] is not None:
            return False
        if cols.text[index] in titles.short or low in titles.relations:
            return True
        if low == "number":
            return before == "opposite"
        if low == "prince":
            return before == "crown"
        if low == "chef":
            return cols.low[index + 1 : index + 3] == ["de", "cabinet"]
        if low == "amir":
            following = cols.low[index + 1] if index + 1 < len(cols) else ""
            return following in titles.honorifics or before in ("the", "'s") or cols.term_at[index - 1] is not None
        if low not in titles.heads and low not in titles.plurals:
            return False
        if low in ("head", "heads"):
            return not tag.startswith("VB") or (index > 0 and cols.tag[index - 1] in ("DT", "PRP$", "POS", "JJ", "NN", "NNP"))
        if low in ("charge", "charges", "rules", "councillors", "councilors"):
            return False
        if low in ("leads", "whips", "aides", "whip", "chair", "chairs", "premier"):
            return tag not in ("VB", "VBZ", "VBP", "JJ")
        if low in ("representative", "executive"):
            return tag != "JJ" or cols.capital[index]
        return True

    def _office(self, index: int) -> Office:
        cols, titles = self._cols, self._titles
        low = cols.low[index]
        end = self._head_end(index)
        relation = titles.relations.get(low, "counterpart" if low == "number" else "")
        office = Office(index, end, index, "", relation=relation, capitalised=cols.capital[index])
        office.plural = (low in titles.plurals and low not in titles.heads) or (bool(relation) and low.endswith("s"))
        office.start = self._left(index, office)
        self._determiner(office)
        if not relation:
            office.end = self._right(end, office)
        office.title = self._title(office)
        self._association(office)
        return office

    def _head_end(self, index: int) -> int:
        """After "general", "-in-chief", "-elect", "de cabinet" that belong to the head."""
        cols = self._cols
        end = index + 1
        following = cols.low[end : end + 4]
        if cols.low[index] in ("secretary", "director", "consul", "attorney", "governor", "prosecutor", "inspector", "secretaries", "comptroller"):
            if following[:1] == ["general"]:
                return end + 1
            if following[:2] == ["-", "general"]:
                return end + 2
        if following[:4] == ["-", "in", "-", "chief"]:
            return end + 4
        if cols.low[index] == "chef":
            return end + 2
        if following[:1] == ["-"] and following[1:2] in (["elect"], ["designate"]):
            return end + 2
        return end

    # To the left

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
            if name is not None:
                if place == index and name.holders and before == name.end - 1:
                    office.owner = before
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
            elif cols.low[index] in ("king", "queen"):
                return place
            elif self._qualifies(before, index):
                office.former = office.former or word in ("former", "ex", "then", "onetime", "one-time")
                place = before
            else:
                return place
        return place

    def _qualifies(self, index: int, head: int) -> bool:
        cols, titles = self._cols, self._titles
        word, tag = cols.low[index], cols.tag[index]
        if word in titles.modifiers or word in titles.bodies or cols.text[index] in titles.short:
            return tag not in ("MD", "DT", "PRP") and not (word == "top" and tag == "VB")
        if word in titles.heads:
            return word in _HEADS_BEFORE_HEADS or (word in ("secretary", "general", "leader") and not cols.capital[head])
        if word in cols.function or word in cols.calendar or not cols.text[index][0].isalpha():
            return False
        if cols.capital[index]:
            return tag in ("JJ", "NN", "NNP", "NNPS", "NNS") and (index > cols.sentence_start[index] or tag == "NNP")
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
        """Whether a conjunction joins two owners ("Russian and American leaders") or two fields ("defence and home")."""
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
        if name is not None:
            office.owner = before
            return name.lead
        noun = cols.low[before]
        if noun in titles.anaphors and not cols.capital[before] and cols.low[before - 1] in ("the", "that", "this"):
            office.anaphor = noun
            return before if noun in ("ministry", "presidency", "council", "military", "army") else mark + 1
        start = before
        while start > cols.sentence_start[mark] and self._in_body(start - 1):
            start -= 1
        span = cols.term_at[start - 1] if start > cols.sentence_start[mark] else None
        if span is not None and span.term.word in (Word.ADJECTIVE, Word.NAME):
            office.polities.insert(0, span.term.polity.name)
            return start
        if cols.capital[before]:
            if not office.polities:
                office.body = cols.slice(start, before + 1)
            return start
        return start if noun in titles.bodies or noun in titles.field else mark + 1

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
        if cols.low[index] in titles.bodies or cols.low[index] in titles.modifiers:
            return True
        return cols.capital[index] and cols.term_at[index] is None and cols.low[index] not in cols.function and self._named[index] is None

    def _determiner(self, office: Office) -> None:
        cols = self._cols
        before = office.start - 1
        if before < cols.sentence_start[office.head]:
            return
        word = cols.low[before]
        office.definite = office.definite or word in ("the", "both") or word in _OWNERS
        if word == "both":
            office.number = 2
        if word in _OWNERS and office.owner is None:
            office.owner = before

    # To the right

    def _right(self, end: int, office: Office) -> int:
        """Extend over "of State", "of Foreign Affairs of Ukraine", "to India", "for Human Rights"."""
        cols = self._cols
        head = cols.low[office.head]
        for _ in range(4):
            if end + 1 >= cols.sentence_end[office.head]:
                break
            link = cols.low[end]
            if link not in ("of", "for") and head not in self._titles.adjuncts.get(link, ()):
                break
            after = self._complement(end + 1, link, office)
            if after == end + 1:
                break
            end = after
        return end

    def _complement(self, start: int, link: str, office: Office) -> int:
        """The end of what follows the preposition, or ``start`` where that is no part of the office."""
        cols, titles = self._cols, self._titles
        limit = cols.sentence_end[office.head]
        place = start
        while place < limit and cols.low[place] in ("the", "his", "her", "its", "both", "two", "three"):
            place += 1
        if place >= limit:
            return start
        named = self._named[place]
        if cols.term_at[place] is not None and named is None:
            return self._polity_complement(place, link, office, start)
        if named is not None and link in ("to", "in", "of"):
            if link == "in" or (link == "of" and cols.low[office.head] in ("mayor", "governor", "archbishop", "patriarch")):
                return self._town(named, link, office)
            if not named.other:
                if link == "to" and not office.polities and place == start:
                    office.owner = named.start
                return start
        best = self._run(place, start, limit, link)
        if best == start and place > start and cols.low[place - 1] == "the" and cols.capital[place] and cols.term_at[place] is None:
            run = place
            while run < limit and cols.capital[run] and cols.term_at[run] is None:
                run += 1
            if run < limit and cols.text[run] in ",.;)":
                best = run
        appended = cols.term_at[best] if start < best < limit else None
        if appended is not None and self._is_body(best - 1) and appended.term.polity.kind != "country":
            office.polities.append(appended.term.polity.name)
            return appended.end
        if best > place + 1 and link == "of" and not office.polities and cols.capital[place] and self._is_body(best - 1):
            office.body = cols.slice(place, best)
        return best

    def _is_body(self, index: int) -> bool:
        low = self._cols.low[index]
        return low in self._titles.bodies and (low not in self._titles.field or low in self._titles.associations)

    def _run(self, place: int, start: int, limit: int, link: str) -> int:
        """The end of the run of words from ``place`` that can name a field or a body."""
        cols, titles = self._cols, self._titles
        run, best = place, start
        while run < limit:
            word, name, span = cols.low[run], self._named[run], cols.term_at[run]
            if name is not None:
                if name.other and name.person < 0.5:
                    run += 1
                elif name.end < limit and cols.capital[name.end] and cols.low[name.end] in titles.bodies:
                    run = name.end
                else:
                    break
            elif span is not None:
                if span.term.word is not Word.ADJECTIVE or run == place or not self._bodily(span.end):
                    break
                run = span.end
            elif self._bodily(run) or word in titles.places or (word in titles.heads and link in ("to", "of") and run > start):
                run += 1
                best = run
            elif cols.capital[run] and cols.text[run][0].isalpha() and word not in cols.calendar and word not in cols.function:
                run += 1
            elif cols.tag[run] in ("NN", "NNS", "JJ", "VBG") and word not in cols.function and word not in titles.dropped:
                run += 1
                if link in ("of", "for", "on"):
                    best = run
            elif best > start and run > place and run + 1 < limit and (word in ("and", "&", "of", "the", "'s", "'") or cols.joined(run)):
                following = run + 1
                while following < limit and cols.low[following] in ("the", "of"):
                    following += 1
                if following >= limit or not self._goes_on(run, following, best):
                    break
                run = following
            else:
                break
        return best

    def _goes_on(self, joint: int, following: int, best: int) -> bool:
        """Whether the run goes on after "and", "of" or "'s"."""
        cols, titles = self._cols, self._titles
        if cols.low[following] in titles.heads:
            return False
        if cols.joined(joint) and best == joint:
            return True
        nearby = cols.term_at[following]
        return self._bodily(following) or cols.low[joint] == "'s" or (nearby is not None and self._bodily(nearby.end)) or (
            self._named[following] is not None and cols.low[joint] == "and" and self._bodily(following + 1)
        )

    def _bodily(self, index: int) -> bool:
        """A word of a body's or a field's name: "Supreme", "National", "Council", "Affairs"."""
        if index >= len(self._cols):
            return False
        low, titles = self._cols.low[index], self._titles
        return low in titles.bodies or low in titles.field or low in titles.rank

    def _town(self, named: NameSpan, link: str, office: Office) -> int:
        """"mayor of Kherson", "consul general in Osaka Xue Jian": the first word is the town's."""
        cols = self._cols
        end = named.end if link == "of" or named.length == 1 else named.start + 1
        if link == "of":
            office.body = cols.slice(named.start, end)
        elif end < named.end:
            self._named[named.start] = None
            named.start = named.lead = end
        return end

    def _polity_complement(self, place: int, link: str, office: Office, start: int) -> int:
        """"of Ukraine", "of South Korea, Japan and China", "to India", "of the Syrian Transitional Government"."""
        cols, titles = self._cols, self._titles
        span = cols.term_at[place]
        if span is None:
            return start
        polity, end = span.term.polity, span.end
        limit = cols.sentence_end[place]
        if span.term.word is Word.ADJECTIVE and polity.name != cols.slice(place, end):
            return self._adjective_body(span, link, office, start)
        pointed = link in ("to", "on", "at", "in") or (link == "for" and cols.low[office.head] in titles.topical)
        if pointed:
            return end
        if polity.name not in office.polities:
            if office.plural:
                office.polities.append(polity.name)
            elif not (office.polities and link == "for"):
                office.polities.insert(0, polity.name)
        while office.plural and end + 1 < limit and cols.low[end] in (",", "and", "&"):
            following = end + 1
            while following < limit and cols.low[following] in ("and", "the"):
                following += 1
            other = cols.term_at[following] if following < limit else None
            if other is None or other.term.word is Word.ADJECTIVE:
                break
            office.polities.append(other.term.polity.name)
            end = other.end
        if not office.plural and end < limit and cols.possessive(end):
            after = self._run(end + 1, end + 1, limit, link)
            return after if after > end + 1 else end
        return end

    def _adjective_body(self, span: TermSpan, link: str, office: Office, start: int) -> int:
        """"of the Angolan presidency", "of the Syrian Transitional Government"."""
        cols = self._cols
        after = self._run(span.end, span.end, cols.sentence_end[span.start], link)
        if after == span.end:
            return start
        if not office.polities:
            office.polities = [span.term.polity.name]
            last = cols.low[after - 1]
            if link == "of" and last not in ("government", "ministry", "affairs", "state", "army", "military", "forces", "republic"):
                office.body = cols.slice(span.start, after)
        return after

    # What it comes to

    def _association(self, office: Office) -> None:
        """"Iraqi Turkmen Front head": the office is the association's, not a country's."""
        cols = self._cols
        last = office.head - 1
        if last <= office.start or not cols.capital[last] or cols.low[last] not in self._titles.associations or cols.term_at[last] is not None:
            return
        office.body = cols.slice(office.start, office.head)
        office.title = cols.slice(office.head, office.end)

    def _title(self, office: Office) -> str:
        """The office's words without determiner, demonym and the polity or body it is of."""
        cols, titles = self._cols, self._titles
        words: list[str] = []
        index = office.start
        while index < office.end:
            span = cols.term_at[index]
            if index < office.head:
                if span is not None:
                    pointed = span.term.word in (Word.NAME, Word.CAPITAL) and span.term.polity.name not in office.polities
                    if pointed or (span.term.word is Word.SEAT and cols.low[span.end - 1] != "house"):
                        words.append(cols.slice(span.start, span.end))
                    index = span.end
                    continue
                low = cols.low[index]
                if low in titles.dropped or low in _OWNERS or low in (",", "the") or cols.possessive(index) or self._named[index] is not None:
                    index += 1
                    continue
            if span is None and cols.text[index] in titles.short:
                words.append(titles.short[cols.text[index]])
            elif cols.joined(index) and words and index + 1 < office.end:
                words[-1] += cols.text[index] + cols.text[index + 1]
                index += 1
            else:
                words.append(cols.text[index])
            index += 1
        text = " ".join(words).replace(" 's", "'s").strip(" -,&")
        return self._without_owner(text, office)

    def _without_owner(self, text: str, office: Office) -> str:
        for link in (" of the ", " of ", " for the ", " for "):
            head, found, tail = text.rpartition(link)
            if not found or " of " in tail:
                continue
            if tail == office.body and (tail.split()[-1].lower() in self._titles.associations or office.polities or link == " of "):
                if office.polities or tail.split()[-1].lower() in self._titles.associations or " " not in tail:
                    text = head
                continue
            named = self._world.polities.get(tail)
            if named is not None and named.name in office.polities:
                text = head
        if text.endswith((" of the paramilitary", " of the rebel")):
            text = text.rsplit(" of the ", 1)[0]
        for word in ("and ", "& ", "of "):
            text = text.removeprefix(word)
        return text.strip()
