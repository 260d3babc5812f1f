"""The parsed text as plain lists, one item a token: what the readers of names and offices look at."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from loaders.world import Term, World, fold

HYPHENS = frozenset("-–—‑/")
_FUNCTION = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "he", "she", "it", "they", "we", "you", "i", "who", "whom", "whose", "which", "what", "and", "or", "but", "nor", "so", "yet", "for", "of", "in", "on", "at", "to", "from", "by", "with", "without", "into", "onto", "over", "under", "after", "before", "since", "until", "during", "while", "when", "where", "as", "if", "though", "although", "because", "unless", "than", "then", "there", "here", "not", "no", "yes", "both", "either", "neither", "all", "some", "any", "each", "every", "many", "much", "more", "most", "few", "several", "other", "another", "such", "only", "just", "also", "even", "still", "again", "once", "twice", "never", "ever", "now", "today", "tomorrow", "yesterday", "meanwhile", "earlier", "later", "however", "therefore", "moreover", "instead", "besides", "despite", "amid", "among", "between", "against", "about", "around", "across", "along", "alongside", "through", "within", "towards", "toward", "upon", "per", "via", "near", "like", "unlike", "according", "following", "ahead", "asked", "speaking", "speak", "writing", "told", "said", "says", "is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "let", "next", "last", "first", "second", "third", "fourth", "fifth", "new", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "how", "why", "separately", "finally", "previously", "recently", "currently", "formerly", "elsewhere", "nevertheless", "nonetheless", "perhaps", "maybe", "indeed", "thus", "hence", "once", "neither", "neither", "former", "photo", "image", "watch", "read", "update", "live", "opinion", "analysis", "exclusive", "breaking", "file", "caption", "editing", "reporting", "additional", "related", "correction", "corrected", "updated"]
)
_CALENDAR = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "jan.", "feb", "feb.", "mar", "mar.", "apr", "apr.", "jun", "jun.", "jul", "jul.", "aug", "aug.", "sep", "sep.", "sept", "sept.", "oct", "oct.", "nov", "nov.", "dec", "dec.", "easter", "christmas", "ramadan", "spring", "summer", "autumn", "winter", "gmt", "utc", "bst", "am", "pm"]
)


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
    calendar: frozenset[str] = _CALENDAR
    function: frozenset[str] = _FUNCTION
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
    starts: list[int] = []
    ends: list[int] = []
    for sentence in doc.sents:
        count = sentence.end - sentence.start
        starts += [sentence.start] * count
        ends += [sentence.end] * count
    cols = Columns(
        doc,
        text,
        low,
        [fold(word) for word in text],
        [token.tag_ for token in doc],
        [token.ent_type_ for token in doc],
        [not token.whitespace_ for token in doc],
        [word[:1].isupper() for word in text],
        starts,
        ends,
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
