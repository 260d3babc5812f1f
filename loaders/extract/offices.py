"""Offices in running text: "Russian Foreign Minister", "the secretary of state", "his envoy to the Middle East".

An office is read outwards from its head noun: to the left over what qualifies it (deputy, foreign, Kremlin) and whose
it is (Russian, Ukraine's, his), to the right over its field and its place ("of Foreign Affairs", "to India").
"""

from dataclasses import dataclass, field

from loaders.extract.columns import Columns
from loaders.extract.names import NameSpan
from loaders.world import Polity, Titles, Word, World

_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "whose"})
_TOPIC_HEADS = frozenset(
    {
        "envoy",
        "representative",
        "negotiator",
        "ambassador",
        "mediator",
        "czar",
        "tsar",
        "coordinator",
        "adviser",
        "advisor",
        "expert",
    }
)
_LINKS = frozenset({"of", "for", "to", "on", "in", "at"})
_ADJUNCT_HEADS = {
    "to": frozenset(
        {
            "envoy",
            "ambassador",
            "adviser",
            "advisor",
            "representative",
            "aide",
            "emissary",
            "counselor",
            "counsellor",
            "commissioner",
            "cabinet",
            "consul",
            "assistant",
            "observer",
            "nuncio",
            "coordinator",
        }
    ),
    "on": frozenset(
        {"adviser", "advisor", "envoy", "representative", "rapporteur", "negotiator", "coordinator", "aide"}
    ),
    "in": frozenset({"ambassador", "consul", "general", "representative", "envoy", "affaires", "coordinator"}),
    "at": frozenset({"adviser", "advisor", "ambassador", "representative", "counselor", "counsellor"}),
}
_RELATIONS = {
    "counterpart": "counterpart",
    "counterparts": "counterpart",
    "predecessor": "predecessor",
    "predecessors": "predecessor",
    "successor": "successor",
}
ANAPHORS = {
    **dict.fromkeys(("organisation", "organization", "bloc", "alliance", "agency", "union", "body", "watchdog", "group"), "body"),
    **dict.fromkeys(("country", "kingdom", "republic", "nation", "ministry", "emirate", "sultanate", "government", "state", "island", "department", "military", "army", "presidency", "council"), "country"),
}
_PLACES = frozenset(
    ["middle", "east", "great", "lakes", "horn", "africa", "sahel", "balkans", "western", "eastern", "central", "asia", "gulf", "europe", "belgrade", "pristina"]
)


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
    """Has "the", a possessor or a demonym, or stands capitalised without an article."""
    former: bool = False
    capitalised: bool = False
    number: int | None = None
    """"the two presidents"."""
    body: str | None = None
    """A body that is no polity of the list: "Taqaddum Party"."""
    anaphor: str | None = None
    """The noun where the owner is one named before: "the organisation's", "the country's", "the ministry's"."""


class OfficeReader:
    """Reads the offices of one text."""

    def __init__(self, cols: Columns, world: World, names: list[NameSpan]) -> None:
        """Keep what the reading looks at."""
        self._cols = cols
        self._titles: Titles = world.titles
        self._world = world
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
                if office is not None:
                    found.append(office)
                    index = min(index, office.start)
            index -= 1
        found.reverse()
        kept: list[Office] = []
        for office in found:
            if kept and office.start < kept[-1].end:
                if not self._named_next(office.end):
                    continue
                self._cut(kept[-1], office.start)
            kept.append(office)
        return kept

    def _cut(self, office: Office, end: int) -> None:
        """End an office before the one that begins inside it and has its own name."""
        cols = self._cols
        while end > office.head + 1 and (cols.low[end - 1] in _LINKS or cols.low[end - 1] in ("the", "and", ",")):
            end -= 1
        office.end = max(end, office.head + 1)
        office.title = self._title(office)

    def _named_next(self, index: int) -> bool:
        name = self._named[index] if index < len(self._cols) else None
        while name is None and index < len(self._cols) and self._cols.low[index] in self._titles.honorifics:
            index += 1
            name = self._named[index]
        return name is not None and (name.lead <= index <= name.start)

    def _is_head(self, index: int) -> bool:
        cols, titles = self._cols, self._titles
        low = cols.low[index]
        if self._named[index] is not None:
            return False
        if cols.text[index] in titles.short:
            return True
        if low in _RELATIONS:
            return True
        if low == "amir":
            nearby = cols.low[index + 1] if index + 1 < len(cols) else ""
            before = cols.low[index - 1] if index else ""
            return nearby in self._titles.honorifics or before in ("the", "'s") or cols.term_at[index - 1] is not None
        if low == "number" and index >= 1 and cols.low[index - 1] == "opposite":
            return True
        if low == "prince" and index >= 1 and cols.low[index - 1] == "crown":
            return True
        if low == "chef":
            return cols.low[index + 1 : index + 3] == ["de", "cabinet"]
        if low not in titles.heads and low not in titles.plurals:
            return False
        if low in ("king", "queen") and index + 1 < len(cols) and self._named[index + 1] is not None:
            return True
        if low == "head" or low == "heads":
            return cols.tag[index] not in ("VB", "VBZ", "VBP") or (
                index > 0 and cols.tag[index - 1] in ("DT", "PRP$", "POS", "JJ", "NN", "NNP")
            )
        if low in (
            "leads",
            "rules",
            "whips",
            "aides",
            "charge",
            "charges",
            "whip",
            "chair",
            "premier",
            "first",
            "chairs",
        ):
            return cols.tag[index] not in ("VB", "VBZ", "VBP", "JJ") and low not in ("charge", "charges")
        if low in ("representative", "executive", "general"):
            return cols.tag[index] != "JJ" or cols.capital[index]
        return True

    def _office(self, index: int) -> Office | None:
        cols = self._cols
        low = cols.low[index]
        end = self._head_end(index)
        start = index
        office = Office(index, end, index, "", relation=_RELATIONS.get(low, "counterpart" if low == "number" else ""))
        office.plural = low in self._titles.plurals and low not in self._titles.heads
        office.plural = office.plural or low in ("counterparts", "predecessors", "successors")
        start = self._left(index, office)
        office.start = start
        self._determiner(office)
        if not office.relation:
            office.end = self._right(end, office)
        office.capitalised = cols.capital[index]
        if office.title == "-":
            return None
        office.title = self._title(office)
        return office

    def _head_end(self, index: int) -> int:
        """After "general", "-in-chief", "of staff", "-elect" that belong to the head."""
        cols = self._cols
        end = index + 1
        low = cols.low[index]
        if low in (
            "secretary",
            "director",
            "consul",
            "attorney",
            "governor",
            "prosecutor",
            "governors",
            "secretaries",
            "comptroller",
            "inspector",
            "ministers",
        ):
            if end < len(cols) and cols.low[end] == "general":
                return end + 1
            if end + 1 < len(cols) and cols.joined(end) and cols.low[end + 1] == "general":
                return end + 2
        if low == "commander" and cols.low[end : end + 4] in (["-", "in", "-", "chief"],):
            return end + 4
        if low == "chef" and cols.low[end : end + 2] == ["de", "cabinet"]:
            return end + 2
        if end + 1 < len(cols) and cols.joined(end) and cols.low[end + 1] in ("elect", "designate"):
            return end + 2
        return end

    def _left(self, index: int, office: Office) -> int:
        """Extend over qualifiers and possessors; fills ``polities``, ``owner`` and ``body``."""
        cols, titles = self._cols, self._titles
        low_limit = cols.sentence_start[index]
        head = cols.low[index]
        place = index
        while place > low_limit:
            before = place - 1
            word = cols.low[before]
            if self._named[before] is not None:
                name = self._named[before]
                if (
                    place < index + 1
                    and name is not None
                    and name.holders
                    and before == name.end - 1
                    and not office.polities
                ):
                    office.owner = before
                return place
            span = cols.term_at[before]
            if span is not None and span.end == place:
                if (
                    span.term.word is Word.PEOPLE
                    and span.term.polity.kind == "country"
                    and span.term.word is not Word.ADJECTIVE
                    and not cols.capital[before]
                ):
                    return place
                place = self._take_term(span.start, span.end, span.term.polity, span.term.word, head, office)
                continue
            if cols.joined(before) and before - 1 >= low_limit and self._named[before - 1] is None:
                inner = cols.term_at[before - 1]
                if inner is not None:
                    place = before
                    continue
                place = before - 1
                continue
            if cols.possessive(before):
                return self._possessor(before, office)
            if word in ("and", "&", ",") and self._coordinates(before, place, office):
                place = before
                continue
            if (
                word in titles.dropped
                and not (word in ("western", "main") and place == index)
                and word not in titles.rank
            ):
                self._number(word, office)
                if place == index and word in (
                    "own",
                    "said",
                    "same",
                    "some",
                    "other",
                    "another",
                    "all",
                    "more",
                    "many",
                    "only",
                ):
                    return place
                place = before
                continue
            if not self._qualifies(before, index):
                return place
            if word in ("former", "ex", "then", "onetime", "one-time"):
                office.former = True
            place = before
        return place

    def _number(self, word: str, office: Office) -> None:
        numbers = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
        if word in numbers:
            office.number = numbers[word]

    def _qualifies(self, index: int, head: int) -> bool:
        cols, titles = self._cols, self._titles
        word, tag = cols.low[index], cols.tag[index]
        if word in titles.modifiers or word in titles.bodies or cols.text[index] in titles.short:
            if word in ("said", "de", "facto") and word not in ("de", "facto"):
                return False
            return not (word == "top" and tag == "VB") and tag not in ("MD", "DT", "PRP")
        if word in titles.heads:
            return (
                (word
                in (
                    "chief",
                    "deputy",
                    "assistant",
                    "member",
                    "president",
                    "director",
                    "minister",
                    "secretary",
                    "general",
                    "leader",
                    "head",
                    "state",
                )
                and not cols.capital[head])
                or (word in ("chief", "deputy", "assistant", "president", "director", "minister"))
            )
        if word in cols.function or word in cols.calendar or not cols.text[index][0].isalpha():
            return False
        if tag in ("JJ", "NN", "NNP", "NNPS", "NNS") and tag != "JJS":
            if cols.capital[index]:
                return index > cols.sentence_start[index] or tag == "NNP"
            return tag != "NNS" or word in ("affairs", "relations", "operations", "sanctions", "arms", "sports")
        return False

    def _take_term(self, start: int, end: int, polity: Polity, word: Word, head: str, office: Office) -> int:
        """A polity's term in front: whose office it is, or for an envoy named after a country, where to."""
        cols = self._cols
        topical = (
            word in (Word.NAME, Word.CAPITAL)
            and head in _TOPIC_HEADS
            and polity.kind == "country"
            and not polity.name == "United States"
        )
        seat = word is Word.SEAT
        joined = cols.joined(end)
        if topical and not office.polities:
            return start
        if joined and not cols.capital[end + 1]:
            return start
        if not seat or not office.polities:
            if polity.name not in office.polities:
                office.polities.insert(0, polity.name)
        office.definite = True
        return start

    def _coordinates(self, conjunction: int, place: int, office: Office) -> bool:
        """ "Russian and American leaders", "defence and interior ministers", "prime and foreign minister"."""
        cols, titles = self._cols, self._titles
        left, right = cols.term_at[conjunction - 1], cols.term_at[place]
        if left is not None and right is not None:
            same = left.term.word is right.term.word or {left.term.word, right.term.word} <= {Word.ADJECTIVE, Word.NAME}
            return same and (office.plural or left.term.polity != right.term.polity)
        if cols.low[conjunction] == ",":
            return False
        return (
            cols.low[conjunction - 1] in titles.field
            and cols.low[place] in titles.field
            and self._named[conjunction - 1] is None
        )

    def _possessor(self, mark: int, office: Office) -> int:
        """What stands before "'s": a polity, a person, or a body whose polity stands before it in turn."""
        cols, titles = self._cols, self._titles
        office.definite = True
        before = mark - 1
        span = cols.term_at[before]
        if span is not None:
            if not office.polities or span.term.word is not Word.SEAT:
                office.polities.insert(0, span.term.polity.name)
            start = span.start
            while start >= 2 and cols.low[start - 1] in ("and", ",", "&") and office.plural:
                other = cols.term_at[start - 2 if not cols.possessive(start - 2) else start - 3]
                if other is None:
                    break
                office.polities.insert(0, other.term.polity.name)
                start = other.start
            return start
        if self._named[before] is not None:
            office.owner = before
            name = self._named[before]
            return name.lead if name is not None else before
        noun = ANAPHORS.get(cols.low[before])
        if noun is not None and not cols.capital[before] and cols.low[before - 1] in ("the", "that", "this"):
            office.anaphor = cols.low[before]
            return before if cols.low[before] in titles.field or cols.low[before] in ("ministry", "presidency", "council") else mark + 1
        start = before
        while start > cols.sentence_start[mark] and (
            cols.low[start - 1] in titles.bodies
            or cols.low[start - 1] in titles.modifiers
            or (
                cols.capital[start - 1]
                and cols.term_at[start - 1] is None
                and cols.low[start - 1] not in cols.function
                and self._named[start - 1] is None
            )
        ):
            start -= 1
        span = cols.term_at[start - 1] if start > cols.sentence_start[mark] else None
        if span is not None and span.term.word in (Word.ADJECTIVE, Word.NAME):
            office.polities.insert(0, span.term.polity.name)
            return start
        if cols.capital[before] or cols.low[before] in titles.bodies or cols.low[before] in titles.field:
            body = cols.slice(start, before + 1)
            if not office.polities and cols.capital[before] and cols.low[before] not in ("ministry",):
                office.body = body
            return start
        return mark + 1

    def _determiner(self, office: Office) -> None:
        cols = self._cols
        before = office.start - 1
        if before < cols.sentence_start[office.head]:
            return
        word = cols.low[before]
        if word in ("the", "both") or word in _OWNERS:
            office.definite = True
            if word == "both":
                office.number = 2
            if word in _OWNERS and office.owner is None:
                office.owner = before
        if cols.low[office.start] == "his" or cols.low[office.start] in _OWNERS:
            office.owner = office.start

    def _right(self, end: int, office: Office) -> int:
        """Extend over "of State", "of Foreign Affairs of Ukraine", "to India", "for Human Rights"."""
        cols = self._cols
        head = cols.low[office.head]
        for _ in range(4):
            if end + 1 >= cols.sentence_end[office.head] or cols.low[end] not in _LINKS:
                break
            link = cols.low[end]
            if (
                link in _ADJUNCT_HEADS
                and head not in _ADJUNCT_HEADS[link]
                and not (link == "to" and cols.low[end - 1] == "cabinet")
            ):
                break
            after = self._complement(end + 1, link, office)
            if after == end + 1:
                break
            end = after
        return end

    def _complement(self, start: int, link: str, office: Office) -> int:
        cols, titles = self._cols, self._titles
        limit = cols.sentence_end[office.head]
        place = start
        while place < limit and cols.low[place] in ("the", "his", "her", "its", "both", "two", "three"):
            place += 1
        if place >= limit:
            return start
        span = cols.term_at[place]
        if span is not None and self._named[place] is None:
            return self._polity_complement(place, link, office, start)
        named = self._named[place]
        if named is not None:
            if link == "to":
                return start
            if link == "in" or (link == "of" and cols.low[office.head] in ("mayor", "governor", "archbishop", "patriarch", "bishop")):
                return self._town(named, link, office)
        run = place
        best = start
        while run < limit:
            word, tag = cols.low[run], cols.tag[run]
            if cols.term_at[run] is not None and run > place:
                break
            if self._named[run] is not None:
                name = self._named[run]
                follows = name.end if name is not None else run + 1
                if name is not None and name.other and name.person < 0.5:
                    run += 1
                    continue
                if (
                    follows < limit
                    and cols.capital[follows]
                    and cols.low[follows] in titles.bodies
                    and cols.term_at[follows] is None
                ):
                    run = follows
                    continue
                break
            known = (
                word in titles.field
                or word in titles.bodies
                or word in titles.rank
                or word in ("state", "tourism", "expatriates")
                or (word in titles.heads and link in ("to", "of") and run > start)
            )
            if known or word in _PLACES:
                run += 1
                best = run
                continue
            if (
                cols.capital[run]
                and cols.text[run][0].isalpha()
                and word not in cols.calendar
                and word not in cols.function
            ):
                run += 1
                if word in titles.things or word in ("expatriates", "council", "union"):
                    best = run
                continue
            if (
                not cols.capital[run]
                and tag in ("NN", "NNS", "JJ", "VBG")
                and word not in cols.function
                and word not in titles.dropped
            ):
                run += 1
                if not cols.capital[run - 1] and link in ("of", "for", "on"):
                    best = run
                continue
            if (
                (word in ("and", "&", "of", "the", "'s", "'") or cols.joined(run))
                and run > place
                and run + 1 < limit
                and best > start
            ):
                following = run + 1
                while following < limit and cols.low[following] in ("the", "of"):
                    following += 1
                nearby = cols.low[following]
                if (
                    nearby in titles.field
                    or nearby in titles.bodies
                    or (cols.joined(run) and best == run)
                    or (word == "'s" and nearby not in titles.heads)
                ):
                    run = following
                    continue
                break
            break
        if (
            best == start
            and run > place
            and cols.low[place - 1] == "the"
            and cols.capital[place]
            and (run >= limit or cols.text[run] in ",.;)")
        ):
            best = run
        if (
            best > start
            and link == "of"
            and not office.polities
            and cols.capital[best - 1]
            and cols.low[best - 1] in titles.bodies
            and cols.low[best - 1] not in titles.field
        ):
            office.body = cols.slice(place, best)
        return best

    def _town(self, named: NameSpan, link: str, office: Office) -> int:
        """"mayor of Kherson", "consul general in Osaka Xue Jian": the first word is the town's."""
        cols = self._cols
        end = named.start + 1
        if link == "of":
            end = named.end
            office.body = cols.slice(named.start, end)
        if end < named.end:
            for index in range(named.start, end):
                self._named[index] = None
            named.start = named.lead = end
        return end

    def _polity_complement(self, place: int, link: str, office: Office, start: int) -> int:
        """ "of Ukraine", "of South Korea, Japan and China", "to India", "of the Syrian Transitional Government"."""
        cols, titles = self._cols, self._titles
        span = cols.term_at[place]
        if span is None:
            return start
        end = span.end
        if span.term.word is Word.ADJECTIVE and span.term.polity.name != cols.slice(place, end):
            after = end
            while after < cols.sentence_end[place] and (
                cols.low[after] in titles.bodies
                or cols.low[after] in titles.field
                or (cols.capital[after] and self._named[after] is None and cols.term_at[after] is None)
            ):
                after += 1
            if after == end:
                return start
            if link == "of" or not office.polities:
                office.polities = office.polities or [span.term.polity.name]
            return after
        if link in ("to", "on", "at") or (link == "in" and cols.low[office.head] in _TOPIC_HEADS | {"consul"}):
            return end
        if link == "for" and cols.low[office.head] in _TOPIC_HEADS:
            return end
        if not (office.polities and span.term.polity.kind == "country" and link == "for"):
            if span.term.polity.name not in office.polities:
                office.polities = (
                    [*office.polities, span.term.polity.name]
                    if office.plural
                    else [span.term.polity.name] + office.polities
                )
        if office.plural:
            while end + 1 < cols.sentence_end[place] and cols.low[end] in (",", "and", "&"):
                following = end + 1
                while following < cols.sentence_end[place] and cols.low[following] in ("and", "the"):
                    following += 1
                other = cols.term_at[following] if following < len(cols) else None
                if other is None or other.term.word is Word.ADJECTIVE:
                    break
                office.polities.append(other.term.polity.name)
                end = other.end
        elif end < cols.sentence_end[place] and cols.possessive(end):
            after = end + 1
            while after < cols.sentence_end[place] and (
                cols.low[after] in titles.bodies or cols.low[after] in titles.field
            ):
                after += 1
            return after if after > end + 1 else end
        return end

    def _bodily(self, index: int) -> bool:
        """A word of a body's name: "Supreme", "National", "Council"."""
        low, titles = self._cols.low[index], self._titles
        return low in titles.bodies or low in titles.field or low in titles.rank or low in titles.things

    def _title(self, office: Office) -> str:
        """The office's words without determiner, demonym and the polity it is of."""
        cols, titles = self._cols, self._titles
        words: list[str] = []
        index = office.start
        while index < office.end:
            span = cols.term_at[index]
            if span is not None and index < office.head:
                topical = span.term.word in (Word.NAME, Word.CAPITAL) and span.term.polity.name not in office.polities
                if (span.term.word is Word.SEAT and cols.low[span.end - 1] != "house") or topical:
                    words.append(cols.slice(span.start, span.end))
                index = span.end
                continue
            if index < office.head and (
                cols.low[index] in titles.dropped
                or cols.low[index] in _OWNERS
                or cols.possessive(index)
                or self._named[index] is not None
                or (cols.low[index] in (",", "the"))
            ):
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
        for polity in office.polities:
            for link in (" of the ", " of ", " for the ", " for "):
                known = self._world.polities
                head, found, tail = text.rpartition(link)
                if found:
                    named = known.get(tail)
                    if named is not None and named.name == polity:
                        text = head
        for word in ("and ", "& ", "of "):
            text = text.removeprefix(word)
        return text.strip()
