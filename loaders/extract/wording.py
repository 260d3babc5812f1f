"""What an office is called: its words without determiner, demonym and whose it is."""

from loaders.extract.columns import Columns
from loaders.extract.names import NameSpan
from loaders.extract.office import OWNERS, Office
from loaders.world import Word, World


class Wording:
    """Words the offices of one text; ``named`` is the name run at each token."""

    def __init__(self, cols: Columns, world: World, named: list[NameSpan | None]) -> None:
        """Keep what the wording looks at."""
        self._cols = cols
        self._world = world
        self._titles = world.titles
        self._named = named

    def association(self, office: Office) -> None:
        """ "Iraqi Turkmen Front head": the office is the association's, not a country's."""
        cols = self._cols
        last = office.head - 1
        if (
            last <= office.start
            or not cols.capital[last]
            or cols.low[last] not in self._titles.associations
            or cols.term_at[last] is not None
        ):
            return
        office.body = cols.slice(office.start, office.head)
        office.title = cols.slice(office.head, office.end)

    def title(self, office: Office) -> str:
        """The office's words without determiner, demonym and the polity or body it is of."""
        cols, titles = self._cols, self._titles
        words: list[str] = []
        index = office.start
        while index < office.end:
            span = cols.term_at[index]
            if cols.joined(index + 1) and f"{cols.low[index]}-{cols.low[index + 2]}" in titles.dropped:
                index += 3
                continue
            if index < office.head:
                if span is not None:
                    pointed = (
                        span.term.word in (Word.NAME, Word.CAPITAL) and span.term.polity.name not in office.polities
                    )
                    if pointed or (span.term.word is Word.SEAT and cols.low[span.end - 1] != "house"):
                        words.append(cols.slice(span.start, span.end))
                    index = span.end
                    continue
                low = cols.low[index]
                if (
                    low in titles.dropped
                    or low in OWNERS
                    or low in (",", "the")
                    or cols.possessive(index)
                    or self._named[index] is not None
                ):
                    index += 1
                    continue
            if span is not None and span.term.polity.name in office.polities and cols.possessive(span.end):
                words.append("the")
                index = span.end + 1
                continue
            inside = span is not None and span.term.word is Word.NAME and office.head < index and span.end < office.end
            if (
                span is not None
                and inside
                and cols.low[office.end - 1] in titles.bodies
                and cols.low[index - 1] == "the"
            ):
                index = span.end
                continue
            if cols.low[index] in titles.brotherly:
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

    def _is_whole(self, text: str, link: str, office: Office) -> bool:
        """Whether all after the first such link is a name of the polity: "of the Republic of Angola"."""
        named = self._world.polities.get(text.partition(link)[2])
        return named is not None and named.name in office.polities

    def _without_owner(self, text: str, office: Office) -> str:
        for link in (" of the ", " of ", " for the ", " for "):
            head, found, tail = text.partition(link) if self._is_whole(text, link, office) else text.rpartition(link)
            if not found or (" of " in tail and self._world.polities.get(tail) is None):
                continue
            if tail == office.body and (
                tail.split()[-1].lower() in self._titles.associations
                or office.polities
                or link == " of "
                or tail.isupper()
            ):
                if office.polities or tail.split()[-1].lower() in self._titles.associations or " " not in tail:
                    text = head
                continue
            named = self._world.polities.get(tail)
            if named is not None and named.name in office.polities:
                text = head
        if office.plural and office.polities:
            for link in (" of the ", " of "):
                head, found, tail = text.partition(link)
                owner = self._world.polities.get(tail.split(",")[0].split(" and ")[0]) if found else None
                if owner is not None and owner.name in office.polities:
                    text = head
        if text.endswith((" of the paramilitary", " of the rebel")):
            text = text.rsplit(" of the ", 1)[0]
        for word in ("and ", "& ", "of "):
            text = text.removeprefix(word)
        return text.strip()
