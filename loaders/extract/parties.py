"""Countries, bodies and their ministries where the text names them as ones who act, rather than as places."""

from loaders.extract.columns import Columns, TermSpan
from loaders.extract.scene import Entity, Form, Mention
from loaders.world import Word, World


class Parties:
    """The parties of one text; ``party`` and ``body`` give one entity for each name."""

    def __init__(self, cols: Columns, known: World) -> None:
        """Start with none."""
        self._cols = cols
        self._known = known
        self._entities: dict[str, Entity] = {}

    def entities(self) -> list[Entity]:
        """All parties asked for so far."""
        return list(self._entities.values())

    def party(self, name: str) -> Entity:
        """The country or body of this short name."""
        return self._entities.setdefault(name, Entity(f"party-{name}", False, name, name))

    def body(self, name: str, polity: str | None) -> Entity:
        """A ministry or other body of a polity: "Russian Foreign Ministry"."""
        return self._entities.setdefault(name, Entity(f"party-{name}", False, name, polity))

    def read(self, covered: set[int]) -> list[Mention]:
        """The mentions of parties outside the tokens that are part of other mentions."""
        mentions = []
        for span in self._cols.terms:
            if any(index in covered for index in range(span.start, span.end)):
                continue
            mention = self._mention(span, covered)
            if mention is not None:
                mentions.append(mention)
                covered.update(range(mention.start, mention.end))
        return mentions

    def _mention(self, span: TermSpan, covered: set[int]) -> Mention | None:
        cols = self._cols
        polity, word = span.term.polity, span.term.word
        end = span.end
        if end < len(cols) and cols.joined(end) and cols.text[end + 1][:1].islower():
            return None
        before_it = self._body_before(span)
        if before_it is not None and not any(index in covered for index in range(before_it[0], end)):
            return self._make(before_it[0], end, self.body(before_it[1], polity.name), Form.METONYM)
        body = self._body(span)
        if body is not None and not any(index in covered for index in range(span.start, body[0])):
            return self._make(span.start, body[0], self.body(body[1], polity.name), Form.METONYM)
        noun = self._delegation(span)
        if (
            noun is not None
            and word in (Word.ADJECTIVE, Word.NAME, Word.SEAT, Word.CAPITAL)
            and not any(index in covered for index in range(end, noun))
        ):
            return self._make(span.start, noun, self.party(polity.name), Form.METONYM)
        before = cols.low[span.start - 1] if span.start > cols.sentence_start[span.start] else ""
        if before == "the" and span.start - 1 > cols.sentence_start[span.start]:
            before = cols.low[span.start - 2]
        if word is Word.ADJECTIVE:
            return self._make(span.start, end, self.party(polity.name), Form.METONYM) if self._shares(span) else None
        words = self._known.words
        if word is Word.NAME:
            if before in words.inside:
                return None
            return self._make(span.start, end, self.party(polity.name), Form.POLITY)
        if word is Word.CAPITAL and ((before in words.inside or before in words.towards) or self._is_place(span)):
            return None
        if word is Word.SEAT and before in words.inside:
            return None
        return self._make(span.start, end, self.party(polity.name), Form.METONYM)

    def _is_place(self, span: TermSpan) -> bool:
        """A dateline, "Moscow-based", "the Moscow summit"."""
        cols = self._cols
        end = span.end
        if span.start == cols.sentence_start[span.start] and cols.text[span.start].isupper():
            return True
        following = cols.low[end] if end < len(cols) else ""
        return following in (
            "summit",
            "airport",
            "conference",
            "talks",
            "meeting",
            "peace",
            "process",
            "agreement",
            "trip",
            "visit",
        )

    def _body(self, span: TermSpan) -> tuple[int, str] | None:
        """The end and name of a ministry after "Russian", "Russia's", "the US"."""
        cols = self._cols
        at = span.end
        if at < len(cols) and cols.possessive(at):
            at += 1
        if at >= cols.sentence_end[span.start] or span.term.word is Word.PEOPLE:
            return None
        found = self._known.titles.ministries.longest(cols.low, at)
        if found is None:
            return None
        end = found[0]
        name = cols.slice(at, end)
        if name.lower() in (
            "government",
            "army",
            "military",
            "cabinet",
            "delegation",
            "mission",
            "embassy",
            "presidency",
            "ministry",
        ):
            return None
        words = " ".join(
            word.capitalize() if word.islower() and word not in ("of", "the") else word for word in name.split()
        )
        if found[1]:
            return end, words
        return end, f"{span.term.polity.adjective or span.term.polity.name} {words}"

    def _body_before(self, span: TermSpan) -> tuple[int, str] | None:
        """The beginning and name of a ministry before "of Qatar"."""
        cols = self._cols
        link = span.start - 1
        if link > 0 and cols.low[link] == "the":
            link -= 1
        if link <= 0 or cols.low[link] != "of" or span.term.word is not Word.NAME:
            return None
        for start in range(max(link - 5, cols.sentence_start[link]), link):
            found = self._known.titles.ministries.longest(cols.low, start)
            if found is not None and found[0] == link and cols.capital[start]:
                return start, f"{span.term.polity.adjective or span.term.polity.name} {cols.slice(start, link)}"
        return None

    def _delegation(self, span: TermSpan) -> int | None:
        """After "Russian negotiators", "senior Ukrainian officials", "the US side", "Israel's delegation"."""
        cols = self._cols
        at = span.end
        if at < len(cols) and cols.possessive(at):
            at += 1
        elif span.term.word is Word.CAPITAL:
            return None
        steps = 0
        limit = cols.sentence_end[span.start]
        while at < limit and steps < 3 and (cols.low[at] in self._known.words.qualifiers or cols.joined(at)):
            at += 1
            steps += 1
        if (
            at < limit
            and cols.low[at] in self._known.titles.delegations
            and cols.tag[at] in ("NN", "NNS", "NNP", "NNPS")
        ):
            return at + 1
        return None

    def _shares(self, span: TermSpan) -> bool:
        """Whether the demonym stands in a list before one such noun: "Chilean, Peruvian and Bolivian experts"."""
        cols = self._cols
        at = span.end
        while at + 1 < len(cols) and cols.low[at] in ("and", ",", "&"):
            at += 1 + (cols.low[at + 1] == "and")
            following = cols.term_at[at]
            if following is None or following.term.word is not Word.ADJECTIVE:
                return False
            if self._delegation(following) is not None:
                return True
            at = following.end
        return False

    def _make(self, start: int, end: int, entity: Entity, form: Form) -> Mention:
        return Mention(start, end, self._cols.doc[start:end].root.i, (entity,), form)
