"""Offices told by a verb: "X, who chairs the council", "Y, who speaks for the ministry", "Z, who advises her"."""

from loaders.extract.columns import Columns
from loaders.extract.names import NameSpan
from loaders.extract.office import Office
from loaders.extract.series import Series
from loaders.world import Word, World

_STOPS = frozenset({"VBD", "VBZ", "MD", "VBP", "TO", "VBG"})
_KEPT = frozenset({"of", "the", "and", "for", "its", "his", "her", "their"})
"""Function words that go on inside what somebody heads."""
_PRONOUNS = frozenset({"him", "her", "it", "them"})


def relative_offices(
    cols: Columns, names: list[NameSpan], series: Series, known: World
) -> list[tuple[Office, NameSpan]]:
    """The offices of relative clauses with the names that they are of; an office for each name."""
    found: list[tuple[Office, NameSpan]] = []
    for name in names:
        at = series.belongs(name)[1]
        at += at < len(cols) and cols.low[at] == ","
        if cols.low[at : at + 1] != ["who"]:
            continue
        verb = at + 1
        while verb < cols.sentence_end[at] and cols.low[verb] in ("also", "currently", "now", "jointly", "both"):
            verb += 1
        words = known.titles.clauses.longest(cols.low, verb)
        if words is None:
            continue
        start, title = words
        if title == "adviser":
            persons = series.before(name)
            fields = _fields(cols, start)
            for number, person in enumerate(persons):
                field = fields[number] if len(fields) == len(persons) else " and ".join(fields)
                found.append((Office(at, start, verb, f"{field} adviser".strip()), person))
        else:
            office = _headed(cols, at, start, title)
            if office is not None:
                found.append((office, name))
    return found


def _headed(cols: Columns, begin: int, start: int, title: str) -> Office | None:
    end = start
    while end < cols.sentence_end[begin] and cols.text[end] not in ",;.—–" and cols.tag[end] not in _STOPS:
        if cols.low[end] in cols.function and cols.low[end] not in _KEPT and cols.term_at[end] is None:
            break
        end += 1
    if title.startswith("spokesperson") and end == start + 1 and cols.low[start] in _PRONOUNS:
        return Office(begin, end, begin, "spokesperson", owner=start)
    spans = [cols.term_at[i] for i in range(start, end)]
    of = next((span.term.polity.name for span in spans if span is not None), None)
    words = [cols.text[i] for i in range(start, end) if _is_kept(cols, i)]
    while words and words[-1] in ("of", "the", "and", "for"):
        words.pop()
    if not words or words[0].lower() in ("a", "an"):
        return None
    polities = [of] if of else []
    if words[-1] == "diplomacy":
        return Office(begin, end, begin, "top diplomat", polities)
    return Office(begin, end, begin, f"{title} {' '.join(words)}".replace("team", "delegation"), polities)


def _is_kept(cols: Columns, index: int) -> bool:
    """Not what only says whose: "Oman's", "of Kuwait"; a body that stands for its country is what somebody heads."""
    span = cols.term_at[index]
    body = span is not None and span.term.word is Word.SEAT and span.end - span.start > 1
    return body or (span is None and not cols.possessive(index))


def _fields(cols: Columns, start: int) -> list[str]:
    """What somebody advises on: after each "on", up to a joint."""
    found: list[str] = []
    index = start
    while index < cols.sentence_end[start - 1] and cols.text[index] not in ",;.":
        if cols.low[index] == "on":
            end = index + 1
            while end < cols.sentence_end[index] and cols.tag[end] in ("NN", "NNS", "JJ", "NNP"):
                end += 1
            found.append(cols.slice(index + 1, end))
            index = end
        else:
            index += 1
    return found


def of_party(cols: Columns, series: Series, known: World, last: int) -> NameSpan | None:
    """The name before "of the Centre Party" that ends at the token."""
    if cols.low[last] not in known.titles.associations:
        return None
    at = last
    while at > max(last - 6, 0) and cols.capital[at]:
        at -= 1
    at -= cols.low[at] == "the"
    return series.by_end.get(at) if cols.low[at] == "of" else None


def served_by(cols: Columns, names: list[NameSpan], series: Series, known: World, at: int, low: int) -> NameSpan | None:
    """Who it is "as" whom something is done: whom "who" stands for, else the subject before."""
    who = next((i for i in range(at - 1, max(low, at - 20), -1) if cols.low[i] == "who"), None)
    if who is not None:
        if cols.low[at - 1] not in known.words.serving and at - who < 4:
            return None
        return next((series.by_end[i] for i in range(who, max(low, who - 16), -1) if i in series.by_end), None)
    names = [name for name in names if low <= name.start < at]
    subjects = [name for name in names if cols.doc[name.start : name.end].root.dep_ in ("nsubj", "nsubjpass")]
    return subjects[-1] if subjects else None
