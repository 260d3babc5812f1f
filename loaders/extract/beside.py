"""Which name stands beside an office, before or after it, and to which of two names it belongs."""

from loaders.extract.columns import Columns
from loaders.extract.names import NUMERALS, NameSpan
from loaders.extract.office import Office
from loaders.extract.series import Series
from loaders.world import World

_COMMAS = (",", "(", "–", "—", "-")


class Beside:
    """Looks around the offices of one text."""

    def __init__(self, cols: Columns, offices: list[Office], series: Series, known: World) -> None:
        """Index the offices by where they begin and end."""
        self._cols = cols
        self._known = known
        self._offices = offices
        self._by_lead, self._by_end = series.by_lead, series.by_end
        self._starts = {office.start: office for office in offices}
        self.ends = {office.end for office in offices}
        self._direct: dict[str, set[str]] = {}
        """Last words of names that stand right behind an office, with whose office that is."""
        for office in offices:
            name = self.adjacent(office)
            if name is not None and not name.other:
                self._direct.setdefault(cols.folded[name.end - 1], set()).update(office.polities)

    def adjacent(self, office: Office) -> NameSpan | None:
        """ "Foreign Minister Sergey Lavrov"."""
        name = self._by_lead.get(self._skip_brackets(office.end))
        if name is None or (
            office.plural and not (office.capitalised or self._cols.low[office.head] in self._known.words.before_names)
        ):
            return None
        return name

    def previous(self, office: Office) -> NameSpan | None:
        """ "Lavrov, the foreign minister"; "Lavrov (foreign minister)"."""
        before = self.before(office)
        if before < 0 or self._cols.low[before] not in _COMMAS:
            return None
        return self._by_end.get(before)

    def nearby(self, office: Office) -> NameSpan | None:
        """ "the foreign minister, Sergey Lavrov,"."""
        cols = self._cols
        at = self._skip_brackets(office.end)
        if (
            at >= len(cols)
            or cols.low[at] not in (",", "–", "—", ":", "-")
            or not (
                office.definite
                or office.capitalised
                or office.former
                or office.plural
                or self._second(office)
                or self._introduces(office, at + 1)
            )
        ):
            return None
        name = self._by_lead.get(at + 1)
        if name is not None:
            return name
        if office.definite and (name := self._described(at + 1)) is not None:
            return name
        other = self._starts.get(at + 1)
        if (
            other is not None
            and office.definite
            and not office.plural
            and self._by_lead.get(self._skip_brackets(other.end)) is not None
        ):
            return self._by_lead.get(self._skip_brackets(other.end))
        return None

    def conflicts(self, office: Office, name: NameSpan) -> bool:
        """Whether the person is known to be of another polity than the office: "Besides Xi, Japan's premier"."""
        if not office.polities or office.plural or office.former:
            return False
        owner = self._known.polities.get(office.polities[0])
        if owner is not None and owner.kind != "country":
            return False
        if name.holders:
            return not any(holder.of in office.polities for holder in name.holders)
        direct = self._direct.get(self._cols.folded[name.end - 1], set())
        return bool(direct) and not direct.intersection(office.polities) and name.length == 1

    def _described(self, start: int) -> NameSpan | None:
        """ "Peru's president, former economist Alan Quispe": the name behind up to four plain words."""
        cols = self._cols
        at = start
        if start >= len(cols):
            return None
        while at < min(start + 4, cols.sentence_end[start] - 1) and cols.tag[at] in ("JJ", "NN", "VBN", "HYPH"):
            if cols.capital[at] or cols.term_at[at] is not None or at in self._starts:
                return None
            at += 1
        return self._by_lead.get(at) if at > start else None

    def _second(self, office: Office) -> bool:
        """The second of two offices of one person: "Iran's deputy premier and oil minister, X"."""
        joint = office.start - 1
        return joint > 0 and self._cols.low[joint] in ("and", "&") and joint in self.ends

    def _introduces(self, office: Office, at: int) -> bool:
        """ "A deputy minister, X, came", not "Y, a deputy minister, X"."""
        cols = self._cols
        article = office.start - 1
        name = self._by_lead.get(at)
        if name is None or article < cols.sentence_start[office.head] or cols.low[article] not in ("a", "an"):
            return False
        closed = cols.low[name.end : name.end + 1]
        return closed in ([","], ["–"], ["—"]) and (article == 0 or self._by_end.get(article - 1) is None)

    def prefers(self, office: Office, before: NameSpan, after: NameSpan) -> bool:
        """Whether an office between two names, each behind a comma, is the first one's."""
        if office.end + 1 in self._starts and self._by_lead.get(office.end + 1) is None:
            return True
        score = 0
        for name, sign in ((before, 1), (after, -1)):
            if office.polities and name.holders:
                score += sign * (2 if any(holder.of in office.polities for holder in name.holders) else -2)
            if self._cols.folded[name.end - 1] in self._direct:
                score -= 2 * sign
        if office.owner is not None:
            score -= 1
        if score == 0:
            opening = self._cols.low[before.lead - 1] if before.lead > self._cols.sentence_start[before.lead] else ""
            return opening not in (",", "and")
        return score > 0

    def before(self, office: Office) -> int:
        """Index of the token before the office and the words that open an apposition."""
        cols = self._cols
        before = office.start - 1
        first = cols.sentence_start[office.head]
        if office.owner is not None and office.owner >= office.start and before + 1 in self.ends:
            before = next(other.start for other in self._offices if other.end == before + 1) - 1
        while before > first and cols.low[before] in self._known.words.apposition:
            before -= 1
        paired = (
            cols.low[before] in ("and", "&") and cols.tag[before - 1] == "NN" and cols.low[before - 2] in ("a", "an")
        )
        if paired and before - 3 > first and cols.low[before - 3] == ",":
            before -= 3
        return before

    def _skip_brackets(self, index: int) -> int:
        """After "(EAM)" and "II"."""
        cols = self._cols
        index += index < len(cols) and cols.text[index] in NUMERALS
        if index + 2 < len(cols) and cols.text[index] == "(":
            for end in range(index + 1, min(index + 5, len(cols))):
                if cols.text[end] == ")":
                    return end + 1
        return index
