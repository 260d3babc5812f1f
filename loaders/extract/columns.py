"""The parsed text as plain lists, one item a token: what the readers of names and offices look at."""

from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc

from loaders.world import Term, World, fold

HYPHENS = frozenset("-–—‑/")


@dataclass(slots=True)
class TermSpan:
    """A term of a polity where it stands in the text."""

    start: int
    end: int
    term: Term


@dataclass(slots=True)
class Columns:
    """One list for each property of the tokens, and the terms of polities found among them."""

    doc: Doc
    text: list[str]
    low: list[str]
    """Lower case, straight apostrophe."""
    folded: list[str]
    tag: list[str]
    ent: list[str]
    glued: list[bool]
    """No space between this token and the next."""
    capital: list[bool]
    sentence_start: list[int]
    """For each token, the first token of its sentence."""
    sentence_end: list[int]
    """For each token, the index after the last of its sentence."""
    calendar: frozenset[str]
    function: frozenset[str]
    terms: list[TermSpan] = field(default_factory=list)
    term_at: list[TermSpan | None] = field(default_factory=list)

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.text)

    def possessive(self, index: int) -> bool:
        """Whether the token is a possessive "'s" or the bare apostrophe after a plural."""
        return (
            index < len(self.low)
            and self.low[index] in ("'s", "'")
            and self.tag[index] in ("POS", "VBZ", "''", "NNS", "NNP")
        )

    def joined(self, index: int) -> bool:
        """Whether the token is a hyphen or slash with no space on either side."""
        return (
            0 < index < len(self.text) - 1
            and self.text[index] in HYPHENS
            and self.glued[index - 1]
            and self.glued[index]
        )

    def slice(self, start: int, end: int) -> str:
        """The text of the tokens as it is written."""
        return self.doc[start:end].text


def columns(doc: Doc, world: World) -> Columns:
    """Read the tokens of ``doc`` into lists and find the terms of polities in them."""
    text = [token.text for token in doc]
    low = [word.lower().replace("’", "'") for word in text]
    for index, (word, following) in enumerate(pairwise(text)):
        if word == "HE" and following[0].isupper() and not following.isupper():
            low[index] = "h.e."  # His or Her Excellency, as Gulf agencies write it, no pronoun
    starts: list[int] = []
    ends: list[int] = []
    for sentence in doc.sents:
        starts += [sentence.start] * len(sentence)
        ends += [sentence.end] * len(sentence)
    cols = Columns(
        doc,
        text,
        low,
        [fold(word) for word in text],
        [token.tag_ for token in doc],
        [token.ent_type_ for token in doc],
        [not token.whitespace_ for token in doc],
        [word[:1].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper()) for word in text],
        starts,
        ends,
        world.words.calendar,
        world.words.function,
    )
    _find_terms(cols, world)
    return cols


def _find_terms(cols: Columns, world: World) -> None:
    cols.term_at = [None] * len(cols)
    index = 0
    plain = [word.replace("’", "'") for word in cols.text]
    while index < len(cols):
        found = None
        if cols.capital[index] or cols.low[index] == "the":
            found = world.polities.exact.longest(plain, index)
            if found is None and cols.capital[index]:
                found = world.polities.terms.longest(cols.low, index)
        if found is None:
            index += 1
            continue
        end, term = found
        span = TermSpan(index, end, term)
        cols.terms.append(span)
        for place in range(index, end):
            cols.term_at[place] = span
        index = end
