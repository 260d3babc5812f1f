"""Several names in a row, each perhaps with the place it belongs to: "X of Peru, Y (Chile) and Z for Bolivia"."""

from loaders.extract.columns import Columns
from loaders.extract.names import NameSpan
from loaders.world import Word, World, role

_JOINTS = frozenset({",", "and", "&", "as", "well", "'", "‘", "ʻ"})
_INSIDE = frozenset({"and", "of", "de", "del", "la", "los", "y", "-", "–", "&"})
"""Words without a capital inside the name of a region."""

_OF_STATES = frozenset({"president", "deputy president", "prime minister", "deputy prime minister", "monarch"})
"""Roles that no party has: "Vice-President X of the Centre Party"."""


class Series:
    """Finds the neighbours of names in one text."""

    def __init__(self, cols: Columns, names: list[NameSpan], known: World) -> None:
        """Index names by where they begin and end."""
        self._cols = cols
        self._known = known
        self.by_lead: dict[int, NameSpan] = {}
        self.by_end: dict[int, NameSpan] = {}
        for name in names:
            self.by_lead.setdefault(name.start, name)
            self.by_lead[name.lead] = name
            self.by_end[name.end] = name
        for name in names:
            self.by_end.setdefault(self.belongs(name)[1], name)

    def after(self, first: NameSpan, title: str) -> list[NameSpan]:
        """The names that follow in the list that ``first`` opens."""
        found: list[NameSpan] = []
        name = first
        while len(found) < 12:
            begin = at = self.belongs(name, title)[1]
            while at < len(self._cols) and self._cols.low[at] in _JOINTS:
                at += 1
            following = self.by_lead.get(at)
            if following is None or at == begin:
                break
            found.append(following)
            name = following
        return found

    def before(self, last: NameSpan) -> list[NameSpan]:
        """The names of the list that ``last`` closes, with it, in order."""
        found = [last]
        while True:
            at = found[0].lead
            if at > 1 and self._cols.possessive(at - 1) and (term := self._cols.term_at[at - 2]) is not None:
                at = term.start
            while at > 0 and self._cols.low[at - 1] in (",", "and", "&"):
                at -= 1
            earlier = self.by_end.get(at) if at < found[0].lead else None
            if earlier is None:
                return found
            found.insert(0, earlier)

    def belongs(self, name: NameSpan, title: str = "") -> tuple[str | None, int]:
        """Whose the named one is by the words behind, and where these end.

        "Wang Yi of China", "X (Japan)", "Y for Pristina"; behind the title of a governor or mayor also a region that no
        list has.
        """
        cols = self._cols
        at = name.end
        if at + 1 >= len(cols) or cols.low[at] not in ("of", "(", "for"):
            return None, at
        index = at + 2 if cols.low[at + 1] == "the" else at + 1
        span = cols.term_at[index] if index < len(cols) else None
        bracket = cols.low[at] == "("
        if bracket and (span is None or span.end >= len(cols) or cols.low[span.end] != ")"):
            return self._region(at) if role(title) == "governor" else (None, at)
        if span is None:
            return None, at
        word = span.term.word
        if bracket and word is Word.CAPITAL and role(title) == "governor":
            return cols.slice(span.start, span.end), span.end + 1
        of_people = word is Word.PEOPLE and index != at + 2
        plain = word is Word.ADJECTIVE and not self._known.polities.exact.get(cols.slice(span.start, span.end))
        town = cols.low[at] == "of" and word in (Word.CAPITAL, Word.SEAT)
        if of_people or plain or town:
            return None, at
        if span.term.polity.kind == "movement" and role(title) in _OF_STATES:
            return None, span.end + bracket
        return span.term.polity.name, span.end + bracket

    def _region(self, opening: int) -> tuple[str | None, int]:
        cols = self._cols
        end = opening + 1
        while end < min(len(cols), opening + 7) and (cols.capital[end] or cols.low[end] in _INSIDE):
            end += 1
        if end == opening + 1 or end >= len(cols) or cols.text[end] != ")":
            return None, opening
        return cols.slice(opening + 1, end), end + 1
