"""Runs of capitalised words that may be a person's name, before it is known whose.

The statistical recogniser is only one witness. Names of office-holders, the shape of the run (particles, hyphens,
initials), and the words around it decide as much.
"""

from dataclasses import dataclass

from loaders.extract.columns import Columns
from loaders.world import Holder, Titles, Word, World

_PARTICLES = frozenset(
    ["al", "el", "ul", "ur", "as", "ash", "an", "at", "ibn", "bin", "bint", "ben", "ould", "abu", "abou", "umm", "von", "van", "der", "den", "ter", "ten", "zu", "zum", "af", "av", "de", "del", "della", "degli", "di", "da", "dos", "das", "do", "du", "la", "le", "los", "las", "y", "e"]
)
_ALONE = frozenset(["al", "el", "ibn", "bin", "bint", "ben", "ould", "abu", "von", "van", "de", "del", "della", "di", "da", "dos", "du"])
"""Particles with which a name can begin in lower case."""


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
    """The words around it, or the recogniser, say that it is a place, body or thing."""
    address: str = ""
    """The form of address next to the name: "mr", "sheikh", "prince"."""

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.end - self.start


def find_names(cols: Columns, world: World, headline_end: int) -> list[NameSpan]:
    """The name runs of the text, in order, without overlap.

    ``headline_end`` is the index after the headline's last token: a headline in title case has no runs but those of
    known office-holders.
    """
    titles = world.titles
    title_case = _in_title_case(cols, headline_end)
    names: list[NameSpan] = []
    index = 0
    while index < len(cols):
        if not cols.capital[index] and cols.low[index] not in _ALONE:
            index += 1
            continue
        end = _run(cols, index, titles)
        held = world.holders.names.longest(cols.folded, index)
        if (
            held is not None
            and cols.capital[held[0] - 1]
            and held[0] >= end
            and (held[0] - index > 1 or not _opens(cols, index))
        ):
            end = held[0]
            if end < len(cols) and not cols.capital[end] and cols.low[end] in _ALONE:
                end = max(end, _run(cols, end, titles))
            span = NameSpan(index, index, end, held[1], 1.0)
        elif end == index or (title_case and index < headline_end):
            index += 1
            continue
        else:
            span = NameSpan(index, index, end)
            _strip(cols, span, titles)
            if span.start >= span.end:
                index = end
                continue
            inner = world.holders.names.longest(cols.folded, span.start)
            if inner is not None and inner[0] == span.end:
                span.holders = inner[1]
        _address(cols, span, titles)
        _witness(cols, span, titles)
        names.append(span)
        index = span.end
    return names


def _in_title_case(cols: Columns, end: int) -> bool:
    words = [i for i in range(end) if cols.text[i].isalpha() and len(cols.text[i]) > 3]
    return len(words) > 3 and sum(cols.capital[i] for i in words) > 0.8 * len(words)


def _opens(cols: Columns, index: int) -> bool:
    """A word that would have its capital anyhow, as the sentence's first, and is a common word."""
    return cols.low[index] in cols.function and index == cols.sentence_start[index]


def _run(cols: Columns, start: int, titles: Titles) -> int:
    """Where the run of name words from ``start`` ends."""
    index = start
    limit = cols.sentence_end[start]
    while index < limit:
        if _name_word(cols, index, titles, first=index == start):
            index += 1
        elif (
            index > start
            and cols.joined(index)
            and index + 1 < limit
            and cols.text[index] != "/"
            and cols.text[index + 1].isalpha()
        ):
            if cols.term_at[index + 1] is not None or (
                not cols.capital[index + 1] and cols.low[index + 1] not in _PARTICLES and len(cols.text[index + 1]) > 6
            ):
                break
            index += 2
        elif cols.low[index] in _PARTICLES and not cols.capital[index]:
            after = index + 1
            while after < limit and (cols.joined(after) or (cols.low[after] in _PARTICLES and after - index < 4)):
                after += 1
            if index == start and cols.low[index] not in _ALONE:
                break
            if after < limit and _name_word(cols, after, titles, first=False):
                index = after + 1
            else:
                break
        else:
            break
    return index


def _name_word(cols: Columns, index: int, titles: Titles, *, first: bool) -> bool:
    text, low = cols.text[index], cols.low[index]
    if not cols.capital[index] or not (
        text[0].isalpha() and (text[-1].isalpha() or (text[-1] == "." and len(text) <= 4))
    ):
        return False
    if low in cols.calendar or low in titles.no_names or text in titles.short:
        return low in ("king", "bishop", "prince") and not first
    if low in cols.function:
        return (
            low in ("he", "may", "an", "will", "so", "see", "do")
            and index > cols.sentence_start[index]
            and cols.text[index - 1] not in ('"', "“", "‘", "'", ":")
        )
    span = cols.term_at[index]
    if span is not None:
        if span.end - span.start > 1 or span.term.word not in (Word.NAME, Word.CAPITAL):
            return False
        inside = cols.ent[index] == "PERSON" and text[1:].islower()
        after = index + 1
        if first:
            return (
                inside
                and after < len(cols)
                and cols.capital[after]
                and cols.ent[after] == "PERSON"
                and cols.term_at[after] is None
            )
        return inside
    return not (len(text) > 1 and text.isupper() and len(text) > 3 and not first and text.isalpha())


def _strip(cols: Columns, span: NameSpan, titles: Titles) -> None:
    """Take common words that only open the sentence, and forms of address, off the front."""
    while span.start < span.end and (
        (span.start == cols.sentence_start[span.start] and cols.low[span.start] in cols.function)
        or cols.low[span.start] in titles.honorifics
    ):
        if cols.low[span.start] in titles.honorifics and span.start + 1 < span.end:
            span.address = cols.low[span.start]
        span.start += 1
    span.lead = span.start
    first = span.start
    if first < span.end and first == cols.sentence_start[first] and span.end - first > 1:
        tag, low = cols.tag[first], cols.low[first]
        if (tag in ("RB", "IN", "CC", "DT", "PRP", "MD", "WRB", "WDT", "UH") and cols.ent[first] != "PERSON") or (
            low.endswith(("ing", "ly")) and cols.ent[first] != "PERSON" and len(low) > 5
        ):
            span.start = span.lead = first + 1


def _address(cols: Columns, span: NameSpan, titles: Titles) -> None:
    """Extend ``lead`` over the forms of address before the name."""
    lead = span.start
    while (
        lead > cols.sentence_start[span.start]
        and cols.low[lead - 1] in titles.honorifics
        and (cols.capital[lead - 1] or cols.low[lead - 1] in ("retired",))
    ):
        lead -= 1
        if not span.address:
            span.address = cols.low[lead]
    span.lead = lead


def _witness(cols: Columns, span: NameSpan, titles: Titles) -> None:
    """Note what speaks for a person and what against."""
    if not span.person:
        span.person = sum(cols.ent[i] == "PERSON" for i in range(span.start, span.end)) / span.length
    after = span.end
    if after < cols.sentence_end[span.start]:
        low = cols.low[after]
        if cols.capital[after] and (low in titles.things or low in titles.bodies) and low not in titles.heads:
            span.other = True
        if not cols.capital[after] and low in (
            "palace",
            "airport",
            "province",
            "district",
            "river",
            "island",
            "islands",
            "region",
            "hotel",
            "refinery",
            "peninsula",
            "strait",
            "border",
            "newspaper",
            "channel",
            "broadcaster",
            "crossing",
        ):
            span.other = True
    before = span.lead - 1
    if before >= cols.sentence_start[span.start]:
        if (
            cols.low[before] == "the"
            and span.length > 1
            and not span.holders
            and not cols.joined(after - 2 if span.length > 2 else after)
        ):
            span.other = True
        if cols.low[before] in ("newspaper", "agency", "daily", "broadcaster", "channel", "magazine"):
            span.other = True
        if (
            cols.low[before] in ("of", "&")
            and cols.capital[before - 1]
            and cols.low[before - 1] in titles.bodies | titles.things
        ):
            span.other = True
    if span.holders or span.address:
        span.other = False
