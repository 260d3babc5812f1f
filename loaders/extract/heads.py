"""Which nouns are the heads of offices."""

from loaders.extract.columns import Columns
from loaders.extract.names import NameSpan
from loaders.extract.office import OWNERS
from loaders.world import Titles, Word


class Heads:
    """Finds the heads of one text; ``named`` is the name run at each token."""

    def __init__(self, cols: Columns, titles: Titles, named: list[NameSpan | None]) -> None:
        """Keep what the finding looks at."""
        self._cols = cols
        self._titles = titles
        self._named = named

    def is_head(self, index: int) -> bool:
        """Whether an office hangs on the token."""
        cols, titles = self._cols, self._titles
        low, tag = cols.low[index], cols.tag[index]
        before = cols.low[index - 1] if index else ""
        if self._named[index] is not None:
            return False
        if cols.text[index] in titles.short:
            return True
        if low == "number":
            return before == "opposite"
        if low in ("colleague", "colleagues"):
            return self._is_counterpart(index)
        if low in titles.relations:
            return True
        if low in ("prince", "lady"):
            return before == {"prince": "crown", "lady": "first"}[low]
        if low == "chef":
            return cols.low[index + 1 : index + 3] == ["de", "cabinet"]
        if low in ("chargé", "charge"):
            return cols.low[index + 1 : index + 2] == ["d'affaires"]
        if low == "amir":
            following = cols.low[index + 1] if index + 1 < len(cols) else ""
            return following in titles.honorifics or before in ("the", "'s") or cols.term_at[index - 1] is not None
        if low not in titles.heads and low not in titles.plurals:
            return False
        if low in ("head", "heads"):
            return not tag.startswith("VB") or (
                index > 0 and cols.tag[index - 1] in ("DT", "PRP$", "POS", "JJ", "NN", "NNP")
            )
        if low in ("charges", "rules", "councillors", "councilors"):
            return False
        if low in ("leads", "whips", "aides", "whip", "chair", "chairs", "premier"):
            return tag not in ("VB", "VBZ", "VBP", "JJ")
        if low in ("representative", "executive"):
            return tag != "JJ" or cols.capital[index]
        return True

    def _is_counterpart(self, index: int) -> bool:
        """ "his Yemeni colleague", "her colleagues X and Y", "his colleague from Sofia", not "a colleague of hers"."""
        cols = self._cols
        before = index - 1
        while before > cols.sentence_start[index] and cols.low[before] in self._titles.time:
            before -= 1
        term = cols.term_at[before]
        if term is not None and term.term.word is Word.ADJECTIVE:
            return True
        following = index + 1 < len(cols) and (self.named_next(index + 1) or cols.low[index + 1] == "from")
        return cols.low[before] in OWNERS and following

    def head_end(self, index: int) -> int:
        """After "general", "-in-chief", "-elect", "de cabinet" that belong to the head."""
        cols = self._cols
        end = index + 1
        following = cols.low[end : end + 4]
        if cols.low[index] in (
            "secretary",
            "director",
            "consul",
            "attorney",
            "governor",
            "prosecutor",
            "inspector",
            "secretaries",
            "comptroller",
        ):
            if following[:1] == ["general"]:
                return end + 1
            if following[:2] == ["-", "general"]:
                return end + 2
        if following in (["-", "in", "-", "chief"], ["-", "at", "-", "large"]):
            return end + 4
        if following[:1] == ["d'affaires"]:
            return end + 1
        if cols.low[index] == "chef":
            return end + 2
        if following[:1] == ["-"] and following[1:2] in (["elect"], ["designate"]):
            return end + 2
        return end

    # To the left

    def named_next(self, index: int) -> bool:
        """Whether a name begins at the token, with its forms of address."""
        while (
            index < len(self._cols) and self._named[index] is None and self._cols.low[index] in self._titles.honorifics
        ):
            index += 1
        name = self._named[index] if index < len(self._cols) else None
        return name is not None and name.lead <= index <= name.start

    # The head
