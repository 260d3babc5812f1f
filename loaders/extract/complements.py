"""What stands to the right of an office's head: its field, its body, its place."""

from loaders.extract.columns import Columns, TermSpan
from loaders.extract.names import NameSpan
from loaders.extract.office import Office
from loaders.world import Titles, Word

_ORGANS = frozenset(
    {"government", "ministry", "ministers", "affairs", "state", "army", "military", "forces", "republic"}
)
"""Last words of bodies in whose stead the country is named: "of the Syrian Transitional Government"."""


_OF_TOWNS = frozenset("mayor governor archbishop bishop patriarch sultan emir king commander commissioner".split())
"""Heads that belong to a place which the list of polities need not have."""


class Complements:
    """Reads the complements of one text's offices; ``named`` is the name run at each token."""

    def __init__(self, cols: Columns, titles: Titles, named: list[NameSpan | None]) -> None:
        """Keep what the reading looks at."""
        self._cols = cols
        self._titles = titles
        self._named = named

    def right(self, end: int, office: Office) -> int:
        """Extend over "of State", "of Foreign Affairs of Ukraine", "to India", "for Human Rights"."""
        cols = self._cols
        head = cols.low[office.head]
        for _ in range(4):
            if end + 1 >= cols.sentence_end[office.head]:
                break
            link = cols.low[end]
            if link not in ("of", "for") and head not in self._titles.adjuncts.get(link, ()):
                break
            after = self._complement(end + 1, link, office)
            if after == end + 1:
                break
            end = after
        return end

    def _complement(self, start: int, link: str, office: Office) -> int:
        """The end of what follows the preposition, or ``start`` where that is no part of the office."""
        cols = self._cols
        limit = cols.sentence_end[office.head]
        place = start
        while place < limit and cols.low[place] in ("the", "his", "her", "its", "this", "our", "both", "two", "three"):
            place += 1
        place += place + 1 < limit and cols.low[place] in self._titles.brotherly
        if place >= limit:
            return start
        named = self._named[place]
        if cols.term_at[place] is not None and named is None:
            return self._polity_complement(place, link, office, start)
        if named is not None and link in ("to", "in", "of") and not self._names_field(place):
            if link == "in" or (link == "of" and cols.low[office.head] in _OF_TOWNS):
                return self._town(named, link, office)
            if link == "of" and named.length == 1 and cols.text[place].isupper() and len(cols.text[place]) > 2:
                office.body = cols.text[place]
                return named.end
            if not named.other:
                if link == "to" and not office.polities and place == start:
                    office.owner = named.start
                return start
        best = self._run(place, start, limit, link)
        if (
            best == start
            and place > start
            and cols.low[place - 1] == "the"
            and cols.capital[place]
            and cols.term_at[place] is None
        ):
            run = place
            while run < limit and cols.capital[run] and cols.term_at[run] is None:
                run += 1
            if run < limit and cols.text[run] in ",.;)":
                best = run
                if run == place + 1 and cols.text[place].isupper() and link == "of" and not office.polities:
                    office.body = cols.text[place]
        appended = cols.term_at[best] if start < best < limit else None
        if appended is not None and self._is_body(best - 1) and appended.term.polity.kind != "country":
            office.polities.append(appended.term.polity.name)
            return appended.end
        if (
            best > place + 1
            and link == "of"
            and not office.polities
            and cols.capital[place]
            and self._is_body(best - 1)
        ):
            office.body = cols.slice(place, best)
        return best

    def _is_body(self, index: int) -> bool:
        low = self._cols.low[index]
        return low in self._titles.bodies and (low not in self._titles.field or low in self._titles.associations)

    def _run(self, place: int, start: int, limit: int, link: str) -> int:
        """The end of the run of words from ``place`` that can name a field or a body."""
        cols, titles = self._cols, self._titles
        run, best = place, start
        while run < limit:
            word, name, span = cols.low[run], self._named[run], cols.term_at[run]
            if word in titles.honorifics and self._addresses(run):
                break
            if name is not None:
                if name.other and name.person < 0.5:
                    run += 1
                elif (name.length == 1 and word in titles.places) or self._names_field(run):
                    run += 1
                    best = run
                elif name.end < limit and cols.capital[name.end] and cols.low[name.end] in titles.bodies:
                    run = name.end
                else:
                    break
            elif span is not None:
                if span.term.word is not Word.ADJECTIVE or run == place or not self._bodily(span.end):
                    break
                run = span.end
            elif (
                self._bodily(run)
                or word in titles.places
                or (word in titles.heads and link in ("to", "of") and run > start)
            ):
                run += 1
                best = run
            elif (
                cols.capital[run]
                and cols.text[run][0].isalpha()
                and word not in cols.calendar
                and word not in cols.function
            ):
                run += 1
            elif (
                cols.tag[run] in ("NN", "NNS", "JJ", "VBG") and word not in cols.function and word not in titles.dropped
            ):
                run += 1
                if link in ("of", "for", "on"):
                    best = run
            elif (
                best > start
                and run > place
                and run + 1 < limit
                and (word in ("and", "&", "of", "the", "'s", "'") or cols.joined(run))
            ):
                following = run + 1
                while following < limit and cols.low[following] in ("the", "of"):
                    following += 1
                if following >= limit or not self._goes_on(run, following, best):
                    break
                run = following
            else:
                break
        return best

    def _names_field(self, index: int) -> bool:
        """ "Minister of Power and Energy": a word for a field that might be a name, beside one that is not."""
        name = self._named[index]
        if name is None or name.length > 1 or name.person or name.holders or name.address:
            return False
        joined = self._cols.low[index + 1 : index + 2] in (["and"], ["&"], [","])
        return joined and index + 2 < len(self._cols) and self._cols.low[index + 2] in self._titles.field

    def _addresses(self, index: int) -> bool:
        """Whether the token begins the forms of address of the name behind it: "head of state General X"."""
        following = next((name for name in self._named[index : index + 4] if name is not None), None)
        return following is not None and following.lead <= index < following.start

    def _goes_on(self, joint: int, following: int, best: int) -> bool:
        """Whether the run goes on after "and", "of" or "'s"."""
        cols, titles = self._cols, self._titles
        if cols.low[following] in titles.heads:
            return False
        if cols.joined(joint) and best == joint:
            return True
        nearby = cols.term_at[following]
        return (
            self._bodily(following)
            or cols.low[joint] == "'s"
            or (cols.low[joint] == "of" and cols.low[following] in titles.places)
            or (nearby is not None and self._bodily(nearby.end))
            or (self._named[following] is not None and cols.low[joint] == "and" and self._bodily(following + 1))
        )

    def _bodily(self, index: int) -> bool:
        """A word of a body's or a field's name: "Supreme", "National", "Council", "Affairs"."""
        if index >= len(self._cols):
            return False
        low, titles = self._cols.low[index], self._titles
        return low in titles.bodies or low in titles.field or low in titles.rank

    def _town(self, named: NameSpan, link: str, office: Office) -> int:
        """ "mayor of Kherson", "consul general in Osaka Xue Jian": the first word is the town's."""
        cols = self._cols
        end = named.end if link == "of" or named.length == 1 else named.start + 1
        if link == "of" and cols.low[office.head] not in ("commander", "commissioner"):
            office.body = cols.slice(named.start, end)
        elif end < named.end:
            self._named[named.start] = None
            named.start = named.lead = end
        return end

    def _polity_complement(self, place: int, link: str, office: Office, start: int) -> int:
        """ "of Ukraine", "of South Korea, Japan and China", "to India", "of the Syrian Transitional Government"."""
        cols, titles = self._cols, self._titles
        span = cols.term_at[place]
        if span is None:
            return start
        polity, end = span.term.polity, span.end
        limit = cols.sentence_end[place]
        if span.term.word is Word.ADJECTIVE and polity.name != cols.slice(place, end):
            return self._adjective_body(span, link, office, start)
        pointed = link in ("to", "on", "at", "in") or (link == "for" and cols.low[office.head] in titles.topical)
        if pointed:
            return self._pointed(end, limit)
        if office.body is not None and link == "of" and not self._is_association(office.body):
            office.body = None
        if polity.name not in office.polities:
            if office.plural:
                office.polities.append(polity.name)
            elif not (office.polities and link == "for"):
                office.polities.insert(0, polity.name)
        while office.plural and end + 1 < limit and cols.low[end] in (",", "and", "&"):
            following = end + 1
            while following < limit and cols.low[following] in ("and", "the"):
                following += 1
            other = cols.term_at[following] if following < limit else None
            if other is None or other.term.word is Word.ADJECTIVE:
                break
            office.polities.append(other.term.polity.name)
            end = other.end
        if not office.plural and end < limit and cols.possessive(end):
            after = self._run(end + 1, end + 1, limit, link)
            return after if after > end + 1 else end
        return self._nested(end, limit) if not office.plural else end

    def _is_association(self, body: str) -> bool:
        return body.split()[-1].lower() in self._titles.associations

    def _nested(self, end: int, limit: int) -> int:
        """After the office of which it is one: "the personal envoy of the UN chief", unless that has its own name."""
        after = end
        while after < limit and (self._bodily(after) or self._cols.joined(after)):
            after += 1
        if after >= limit or self._cols.low[after] not in self._titles.heads:
            return after if after > end and self._is_body(after - 1) else end
        after += 1
        return end if after < limit and self._named[after] is not None else after

    def _pointed(self, end: int, limit: int) -> int:
        """After what an envoy's country goes on with: "for the Belgrade–Pristina dialogue"."""
        cols = self._cols
        while end < limit:
            if cols.joined(end):
                span = cols.term_at[end + 1]
                end = span.end if span is not None else end + 2
            elif cols.low[end] in self._titles.matters:
                end += 1
            else:
                break
        return end

    def _adjective_body(self, span: TermSpan, link: str, office: Office, start: int) -> int:
        """ "of the Angolan presidency", "of the Syrian Transitional Government"."""
        cols = self._cols
        after = self._run(span.end, span.end, cols.sentence_end[span.start], link)
        if after == span.end:
            return start
        pointed = link in ("for", "on", "to") and cols.low[office.head] in self._titles.topical
        if not office.polities and not pointed:
            office.polities = [span.term.polity.name]
            last = cols.low[after - 1]
            if link == "of" and last not in _ORGANS:
                office.body = cols.slice(span.start, after)
        return after
