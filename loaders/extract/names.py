"""Runs of capitalised words that may be a person's name, before it is known whose.

The statistical recogniser is only one witness. Names of office-holders, the shape of the run (particles, hyphens,
initials), and the words around it decide as much.
"""

from dataclasses import dataclass

from loaders.extract.columns import Columns
from loaders.world import Holder, Word, World

_NO_OPENING = frozenset({"RB", "IN", "CC", "DT", "PRP", "MD", "WRB", "WDT", "UH"})
"""Tags of words that open a sentence and are no name."""
_GENERALS = frozenset(
    {"secretary", "director", "consul", "attorney", "governor", "prosecutor", "inspector", "solicitor"}
)
"""Heads after which "general" is the office's and no rank."""
_QUOTES = frozenset({'"', "“", "‘", "'", ":"})


NUMERALS = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "XIV", "XVI"})
"""No name begins with them: "Minister of Foreign Affairs II X"."""
_ALSO_WORDS = ("as", "an", "at")
"""Particles only before a hyphen: "Ahmed at-Tayyib", yet "met Lula at Camp David"."""


@dataclass(slots=True, eq=False)
class NameSpan:
    """A run of tokens that may be a name; ``lead`` is where its forms of address begin, ``start`` the name itself."""

    lead: int
    start: int
    end: int
    holders: tuple[Holder, ...] = ()
    person: float = 0.0
    """Share of its tokens that the statistical recogniser takes for a person."""
    other: bool = False
    """The words around it say that it is a place, body or thing."""
    address: str = ""
    """The form of address next to the name, without its point: "mr", "sheikh", "prince"."""

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.end - self.start


def find_names(cols: Columns, world: World, headline_end: int) -> list[NameSpan]:
    """The name runs of the text, in order, without overlap.

    ``headline_end`` is the index after the headline's last token: a headline in title case has no runs but those of
    known office-holders.
    """
    return _Finder(cols, world).find(headline_end)


class _Finder:
    def __init__(self, cols: Columns, world: World) -> None:
        self._cols = cols
        self._holders = world.holders
        self._titles = world.titles
        self._words = world.words

    def find(self, headline_end: int) -> list[NameSpan]:
        cols = self._cols
        title_case = self._in_title_case(headline_end)
        names: list[NameSpan] = []
        index = 0
        while index < len(cols):
            span = None
            if cols.capital[index] or cols.low[index] in self._words.leading:
                span = self._at(index, known_only=title_case and index < headline_end)
            if span is None:
                index += 1
                continue
            if span.start < span.end:
                self._address(span)
                self._witness(span)
                names.append(span)
            index = span.end
        return names

    def _at(self, index: int, *, known_only: bool) -> NameSpan | None:
        """The run or known name that begins at the token; empty where the run has only forms of address."""
        cols = self._cols
        end = self._run(index)
        held = self._holders.names.longest(cols.folded, index)
        if (
            held is not None
            and cols.capital[held[0] - 1]
            and held[0] >= end
            and (held[0] - index > 1 or not self._opens(index))
        ):
            stop = held[0]
            if stop < len(cols) and not cols.capital[stop] and cols.low[stop] in self._words.leading:
                stop = self._run(stop)
            return NameSpan(index, index, stop, held[1], 1.0)
        if end == index or known_only:
            return None
        span = NameSpan(index, index, end)
        self._strip(span)
        inner = self._holders.names.longest(cols.folded, span.start) if span.start < span.end else None
        if inner is not None and inner[0] == span.end:
            span.holders = inner[1]
        return span

    def _in_title_case(self, end: int) -> bool:
        words = [i for i in range(end) if self._cols.text[i].isalpha() and len(self._cols.text[i]) > 3]
        return len(words) > 3 and sum(self._cols.capital[i] for i in words) > 0.8 * len(words)

    def _opens(self, index: int) -> bool:
        """A common word that would have its capital anyhow, as the sentence's first."""
        return self._cols.low[index] in self._words.function and index == self._cols.sentence_start[index]

    def _run(self, start: int) -> int:
        """Where the run of name words from ``start`` ends."""
        cols, particles = self._cols, self._words.particles
        index = start
        limit = cols.sentence_end[start]
        while index < limit:
            if index > start and self._addresses(index) and not self._addresses(index - 1):
                break
            if self._name_word(index, first=index == start):
                index += 1
            elif index > start and cols.joined(index) and cols.text[index] != "/" and cols.text[index + 1].isalpha():
                following = cols.text[index + 1]
                short = len(following) <= 6 or following.lower() in particles
                if cols.term_at[index + 1] is not None or not (cols.capital[index + 1] or short):
                    break
                index += 2
            elif cols.low[index] in particles and not cols.capital[index]:
                if index == start and cols.low[index] not in self._words.leading:
                    break
                if cols.low[index] in _ALSO_WORDS and not (index + 1 < limit and cols.joined(index + 1)):
                    break
                after = index + 1
                while after < limit and (cols.joined(after) or (cols.low[after] in particles and after - index < 4)):
                    after += 1
                if after >= limit or not self._name_word(after, first=False):
                    break
                index = after + 1
            else:
                break
        return index

    def _addresses(self, index: int) -> bool:
        """An abbreviated form of address, which is never inside a name: "in Windhoek H.E. Mr X"."""
        low = self._cols.low[index]
        return low in self._titles.honorifics and (low.endswith(".") or low in ("mr", "mrs", "ms", "dr"))

    def _name_word(self, index: int, *, first: bool) -> bool:
        cols, titles = self._cols, self._titles
        text, low = cols.text[index], cols.low[index]
        if not cols.capital[index] or not (text[-1].isalpha() or (text[-1] == "." and len(text) <= 4)):
            return False
        if (low == "amir" and self._is_emir(index)) or (text == "X." and cols.low[index - 1] == "on"):
            return False
        if first and self._first_name(index):
            return True
        if first and text in NUMERALS:
            return False
        if low in ("ministers", "presidents", "ambassadors"):
            return False
        if low in self._words.calendar or low in titles.no_names or text in titles.short:
            return low in ("king", "bishop", "prince") and not first
        if low in self._words.function:
            inside = index > cols.sentence_start[index] and cols.text[index - 1] not in _QUOTES
            return low in self._words.names and inside
        span = cols.term_at[index]
        if span is not None:
            if span.end - span.start > 1 or span.term.word not in (Word.NAME, Word.CAPITAL):
                return False
            person = cols.ent[index] == "PERSON" and text[1:].islower()
            if not first or not person:
                return person
            after = index + 1
            return (
                after < len(cols)
                and cols.capital[after]
                and cols.ent[after] == "PERSON"
                and cols.term_at[after] is None
            )
        return first or not (text.isupper() and len(text) > 3 and text.isalpha()) or self._shouted(index)

    def _shouted(self, index: int) -> bool:
        """ "Mr Nasser BOURITA", "Ana Maria LOPES PINTO": French and Spanish offices write surnames in capitals."""
        cols = self._cols
        before = index - 1
        if cols.text[before].isupper() and len(cols.text[before]) > 3:
            return self._shouted(before)
        given = cols.text[before].istitle() and cols.capital[before] and cols.low[before] not in self._titles.no_names
        after = cols.text[index + 1] if index + 1 < len(cols) else "."
        return given and cols.low[before] not in cols.calendar and not after.istitle()

    def _first_name(self, index: int) -> bool:
        """ "Jan Nowak", "June Harper" against "Jan 5", "June"; "Park Ji-won" against "Park Hotel", "Hyde Park"."""
        cols = self._cols
        park = cols.low[index] == "park" and (index == 0 or not cols.capital[index - 1] or self._is_style(index - 1))
        if not (park or cols.low[index] in self._words.month_names) or index + 1 >= cols.sentence_end[index]:
            return False
        if index and cols.text[index - 1].isdigit() and cols.sentence_start[index] != index:
            return False  # "on 12 June Antonio Tajani hosts"
        following = cols.low[index + 1]
        known = (
            following in self._words.calendar or following in self._words.function or following in self._titles.no_names
        )
        return cols.capital[index + 1] and cols.term_at[index + 1] is None and not known

    def _is_style(self, index: int) -> bool:
        low = self._cols.low[index]
        return low in self._titles.honorifics or low in self._titles.heads or not self._cols.text[index].isalpha()

    def _is_emir(self, index: int) -> bool:
        """ "Amir Sheikh Meshal", "Kuwait's Amir" against "Amir Khan"."""
        cols = self._cols
        following = cols.low[index + 1] if index + 1 < len(cols) else ""
        before = cols.low[index - 1] if index else ""
        return following in self._titles.honorifics or before in ("the", "'s")

    def _strip(self, span: NameSpan) -> None:
        """Take common words that only open the sentence, and forms of address, off the front."""
        cols, titles = self._cols, self._titles
        while span.start < span.end and (self._opens(span.start) or cols.low[span.start] in titles.honorifics):
            if cols.low[span.start] in titles.honorifics and span.start + 1 < span.end:
                span.address = cols.low[span.start].rstrip(".")
            span.start += 1
        while span.length > 2 and self._region(span.start):
            span.start += 1
        first = span.start
        if (
            first < span.end
            and (first == cols.sentence_start[first] or not cols.text[first - 1][-1].isalnum())
            and span.end - first > 1
            and (cols.ent[first] != "PERSON" or cols.tag[first] == "VBZ")
        ):
            low = cols.low[first]
            common = cols.tag[first] in _NO_OPENING or (low.endswith(("ing", "ly")) and len(low) > 5)
            common = common or (cols.tag[first] == "VBZ" and low in self._words.noting)
            if common and low not in self._words.particles:
                span.start = first + 1
        span.lead = span.start

    def _region(self, index: int) -> bool:
        """ "Senior Adviser for Africa X": the part of the world that an office is for, not the name's first word."""
        cols = self._cols
        before = cols.low[index - 1] if index > cols.sentence_start[index] else ""
        return cols.low[index] in self._titles.places and (
            before in ("for", "on") or (before in self._titles.places and cols.capital[index - 1])
        )

    def _address(self, span: NameSpan) -> None:
        """Extend ``lead`` over the forms of address before the name: "His Highness Sheikh", "Lt. Gen. (ret.)"."""
        cols, titles = self._cols, self._titles
        lead = span.start
        first = cols.sentence_start[span.start]
        while lead > first:
            before = lead - 1
            if cols.text[before] == "." and before > first and f"{cols.low[before - 1]}." in titles.honorifics:
                before -= 1
            elif cols.text[before] == ")" and (opening := self._retired(before, first)) is not None:
                lead = opening
                continue
            low = cols.low[before]
            senior = low == "senior" and cols.low[before + 1] == "general"
            if (low not in titles.honorifics and f"{low}." not in titles.honorifics and not senior) or not (
                cols.capital[before] or low == "retired"
            ):
                break
            if low == "general" and before > first and (cols.joined(before - 1) or cols.low[before - 1] in _GENERALS):
                break
            lead = before
            span.address = span.address or low.rstrip(".")
        span.lead = lead

    def _retired(self, closing: int, first: int) -> int | None:
        """Where "(ret.)" opens that closes at the token."""
        cols = self._cols
        for opening in range(closing - 1, max(closing - 4, first) - 1, -1):
            if cols.text[opening] == "(":
                return opening if cols.low[opening + 1].startswith("ret") else None
        return None

    def _witness(self, span: NameSpan) -> None:
        """Note what speaks for a person and what against."""
        cols, titles = self._cols, self._titles
        if not span.person:
            span.person = sum(cols.ent[i] == "PERSON" for i in range(span.start, span.end)) / span.length
        if span.holders or span.address:
            return
        after, before = span.end, span.lead - 1
        if after < cols.sentence_end[span.start]:
            low = cols.low[after]
            thing = low in titles.things or low in titles.bodies
            span.other = low not in titles.heads if cols.capital[after] and thing else low in self._words.sites
        if before >= cols.sentence_start[span.start]:
            low = cols.low[before]
            paired = any(cols.joined(i) for i in range(span.start, span.end))
            article = low == "the" and span.length > 1 and not paired
            named_after = (
                low in ("of", "&")
                and cols.capital[before - 1]
                and cols.low[before - 1] in titles.bodies | titles.things
            )
            span.other = span.other or article or low in self._words.outlets or named_after
