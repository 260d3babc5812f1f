"""Which countries and bodies a text speaks of before a place in it, as ones that act or as places."""

from loaders.extract.columns import Columns, TermSpan
from loaders.extract.links import Link
from loaders.extract.people import Person
from loaders.world import Term, Word, World


class Spoken:
    """The polities spoken of in one text, but for words that are parts of people's names."""

    def __init__(self, cols: Columns, known: World, mentions: list[tuple[int, int, Person]]) -> None:
        """Look at nothing yet."""
        self._cols = cols
        self._known = known
        self._mentions = mentions
        named = {index for start, end, _ in mentions for index in range(start, end)}
        self._terms = [span for span in cols.terms if span.start not in named]
        self._offices_at = [(link.office.start, link.office.end) for _, _, person in mentions for link in person.links]

    def association(self, owner: int, low: int) -> str | None:
        """The company or union that "its" at the token means, if none of the list's polities is nearer."""
        cols = self._cols
        for index in range(owner - 1, low - 1, -1):
            span = cols.term_at[index]
            if span is not None and span.term.word is not Word.ADJECTIVE and not self._is_place(span):
                return None
            if cols.low[index] not in self._known.titles.associations or not cols.tag[index].startswith("NN"):
                continue
            end = index + 1
            while end < len(cols) and cols.capital[end] and cols.term_at[end] is None:
                end += 1
            if end > index + 1:
                return cols.slice(index + 1, end)
            start = index
            while start > low and (
                cols.tag[start - 1] in ("NN", "NNS", "NNP", "JJ", "POS") or cols.possessive(start - 1)
            ):
                start -= 1
            return cols.slice(start, index + 1) if start < index else None
        return None

    def body_called(self, noun: str, before: int) -> str | None:
        """The body last named whose name has the noun: the International Monetary Fund for "the Fund"."""
        names = [span.term.polity.name for span in self._terms if span.start < before]
        return next((name for name in reversed(names) if noun in name.lower().split()), None)

    def last_term(
        self, before: int, low: int, kind: str | None, *, places: bool = False, owned: bool = False
    ) -> str | None:
        """The polity last spoken of between two tokens as one that acts, or with ``places`` as a place.

        ``kind`` is "country", "body", None for a country or an organisation, "any" for movements too. A polity that
        only says whose somebody else's office is counts only where ``owned``.
        """
        for span in reversed(self._terms):
            if span.start >= before:
                continue
            if span.start < low:
                break
            word = span.term.word
            if not _suits(span.term, kind):
                continue
            if not owned and any(start <= span.start < end for start, end in self._offices_at):
                continue
            named = word is Word.CAPITAL or (word is Word.NAME and kind != "body")
            if named and not places and self._is_place(span):
                continue
            return span.term.polity.name
        return None

    def _last_place(self, before: int, low: int) -> str | None:
        """The country last named as a place between two tokens."""
        for span in reversed(self._terms):
            if low <= span.start < before and span.term.polity.kind == "country" and self._is_place(span):
                return span.term.polity.name
        return None

    def _is_place(self, span: TermSpan) -> bool:
        """Named as where something is: "in Peru", "will visit Peru, Chile and Bolivia"."""
        cols = self._cols
        before = span.start - 1
        while before > 0 and cols.low[before] in (",", "and", "the"):
            other = cols.term_at[before - 1]
            if other is not None:
                return self._is_place(other)
            before -= 1
        return before >= 0 and cols.low[before] in self._known.words.place_before

    def back(self, link: Link, sentences: int) -> int:
        """Where the sentence so many before the office's begins."""
        low = self._cols.sentence_start[link.office.head]
        for _ in range(sentences):
            low = self._cols.sentence_start[low - 1] if low else low
        return low


def _suits(term: Term, kind: str | None) -> bool:
    if kind == "body":
        return term.polity.kind in ("organisation", "organ", "movement")
    if kind == "any":
        return True
    return term.polity.kind == "country" or (kind is None and term.polity.kind == "organisation")
