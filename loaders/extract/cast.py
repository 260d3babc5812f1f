"""The cast of one article: everybody and every party it names, and where."""

from spacy.tokens import Doc

from loaders.extract.columns import Columns, columns
from loaders.extract.coreference import refer
from loaders.extract.links import Link, Linker
from loaders.extract.lookup import keep
from loaders.extract.names import NameSpan, find_names
from loaders.extract.office import Office
from loaders.extract.offices import OfficeReader
from loaders.extract.parties import Parties
from loaders.extract.people import Person, Surnames, accept, gather, name_words
from loaders.extract.scene import Entity, Form, Mention, Scene
from loaders.extract.whose import settle
from loaders.extract.zones import zones
from loaders.world import Word, World, world
from schema.reading import OfficeNamed, Source


def read_scene(source: Source, doc: Doc, known: World | None = None) -> Scene:
    """Find who is named in the parsed article.

    ``doc`` is the parse of ``source.text`` with sentences that never cross a line break; ``known`` is the world's data
    with a user's additions, by default without.
    """
    known = known or world()
    keep(doc, known)
    cols = columns(doc, known)
    headline_end = cols.sentence_end[0] if "\n" in doc.text.strip() else 0
    names = find_names(cols, known, headline_end)
    offices = OfficeReader(cols, known, names).read()
    links = Linker(cols, names, offices, known).read()
    people, mentioned = _people(cols, names, links, known)
    settle(cols, people, offices, known, source)
    return _scene(source, doc, cols, known, people, mentioned, offices, links)


def _people(
    cols: Columns, names: list[NameSpan], links: list[Link], known: World
) -> tuple[list[Person], dict[int, tuple[NameSpan, Person]]]:
    """The people, and for each first token of a name the name and whose it is."""
    pairs = [span for span in names if _is_pair(cols, span, known) and not any(link.name is span for link in links)]
    accepted = [span for span in accept(cols, names, links, known.words.speech) if span not in pairs]
    people, single = gather(cols, accepted)
    surnames = Surnames(people)
    mentioned: dict[int, tuple[NameSpan, Person]] = {}
    for person in people:
        for span in person.spans:
            mentioned[span.start] = (span, person)
    for span in single:
        words = name_words(cols.slice(span.start, span.end))
        found = surnames.find(words) or _known_as(cols, span, mentioned) or _same_holder(people, span)
        if found is None:
            found = Person(cols.slice(span.start, span.end), words, holders=span.holders)
            people.append(found)
            surnames.add(found)
        found.spans.append(span)
        mentioned[span.start] = (span, found)
    for pair in pairs:
        for part, whose in _split(cols, pair, people, surnames):
            whose.spans.append(part)
            mentioned[part.start] = (part, whose)
    taken = {index for span, _ in mentioned.values() for index in range(span.start, span.end)}
    for span in names:
        if span.start in mentioned or span in pairs:
            continue
        words = name_words(cols.slice(span.start, span.end))
        found = surnames.find(words) if words else None
        if found is not None and not span.other:
            mentioned[span.start] = (span, found)
            taken.update(range(span.start, span.end))
            found.spans.append(span)
    for index in range(len(cols)):
        if (
            index in taken
            or not cols.capital[index]
            or cols.term_at[index] is not None
            or cols.folded[index] not in surnames
        ):
            continue
        if cols.low[index] in cols.function or cols.low[index] in known.titles.no_names:
            continue
        found = surnames.find((cols.folded[index],))
        if found is not None:
            span = NameSpan(index, index, index + 1)
            mentioned[index] = (span, found)
            found.spans.append(span)
    for link in links:
        named = mentioned.get(link.name.start)
        if named is not None:
            named[1].links.append(link)
    for person in people:
        person.spans.sort(key=lambda span: span.start)
        person.female = _female(person, known)
        if not person.holders:
            person.holders = tuple(known.holders.person(person.name))
    return people, mentioned


def _with_polity(cols: Columns, begin: int, end: int) -> tuple[int, int]:
    """Take in whose they are: "Ukraine's Volodymyr Zelenskyy", "President Vladimir Putin of Russia", "X (Peru)"."""
    if begin >= 2 and cols.possessive(begin - 1) and begin - 1 > cols.sentence_start[begin]:
        term = cols.term_at[begin - 2]
        if term is not None:
            begin = term.start
    if end + 1 < len(cols) and cols.low[end] == "of":
        at = end + 2 if cols.low[end + 1] == "the" else end + 1
        term = cols.term_at[at] if at < len(cols) else None
        if term is not None and term.term.word is Word.NAME:
            end = term.end
    elif end + 2 < len(cols) and cols.low[end] == "(":
        term = cols.term_at[end + 1]
        if term is not None and term.term.word is Word.NAME and cols.low[term.end : term.end + 1] == [")"]:
            end = term.end + 1
    return begin, end


def _is_pair(cols: Columns, span: NameSpan, known: World) -> bool:
    """ "Rubio–Lavrov", "Modi-Xi-Putin": single words with hyphens between, which may be surnames of several people."""
    if span.length < 3 or span.length % 2 == 0 or span.address or span.holders:
        return False
    inner = range(span.start, span.end)
    if cols.low[span.start] in known.words.particles:
        return False
    return all(cols.joined(i) if (i - span.start) % 2 else cols.capital[i] for i in inner)


def _split(cols: Columns, pair: NameSpan, people: list[Person], surnames: Surnames) -> list[tuple[NameSpan, Person]]:
    """The people of a pair if its words are parts of different known people's names, else one person of that name."""
    parts = [NameSpan(i, i, i + 1) for i in range(pair.start, pair.end, 2)]
    found = [surnames.find((cols.folded[part.start],)) for part in parts]
    known = [person for person in found if person is not None]
    if len(known) == len(parts) and len(set(map(id, known))) == len(parts):
        return list(zip(parts, known, strict=True))
    if known and len(set(map(id, known))) == 1 and len(known) == len(parts):
        return [(pair, known[0])]
    if pair.person >= 0.5 and not pair.other and not known:
        words = name_words(cols.slice(pair.start, pair.end))
        person = Person(cols.slice(pair.start, pair.end), words)
        people.append(person)
        surnames.add(person)
        return [(pair, person)]
    return [(part, person) for part, person in zip(parts, found, strict=True) if person is not None]


def _known_as(cols: Columns, span: NameSpan, mentioned: dict[int, tuple[NameSpan, Person]]) -> Person | None:
    """ "Dagalo, the commander known as Hemedti": another name of the last person before."""
    before = span.lead - 1
    known_as = before >= 1 and cols.low[before - 1 : before + 1] == ["known", "as"]
    if not known_as and cols.low[before] != "nicknamed":
        return None
    first = cols.sentence_start[before]
    earlier = [start for start in mentioned if first <= start < before]
    return mentioned[max(earlier)][1] if earlier else None


def _same_holder(people: list[Person], span: NameSpan) -> Person | None:
    """Somebody named otherwise before whom the list of holders knows by this name too."""
    names = {holder.name for holder in span.holders}
    return next((person for person in people if any(holder.name in names for holder in person.holders)), None)


def _female(person: Person, known: World) -> bool | None:
    if any(span.address in known.titles.female for span in person.spans):
        return True
    if any(span.address in known.titles.male for span in person.spans):
        return False
    titles = " ".join(link.office.title.lower() for link in person.links)
    if "woman" in titles or "queen" in titles:
        return True
    if "spokesman" in titles or "chairman" in titles:
        return False
    if person.holders:
        return person.holders[0].female
    return None


def _scene(
    source: Source,
    doc: Doc,
    cols: Columns,
    known: World,
    people: list[Person],
    mentioned: dict[int, tuple[NameSpan, Person]],
    offices: list[Office],
    links: list[Link],
) -> Scene:
    entities: dict[Person, Entity] = {}
    for number, person in enumerate(sorted(people, key=lambda person: person.spans[0].start)):
        office = OfficeNamed(person.title, person.of) if person.title and person.of else None
        entities[person] = Entity(f"person-{number}", True, person.name, person.polity, office)
    mentions: list[Mention] = []
    covered: set[int] = set()
    beside: dict[int, tuple[int, int]] = {}
    for link in links:
        low, high = beside.get(link.name.start, (link.start, link.end))
        beside[link.name.start] = (min(low, link.start), max(high, link.end))
    for start, (span, person) in sorted(mentioned.items()):
        reach = beside.get(start)
        begin, end = (min(reach[0], span.lead), max(reach[1], span.end)) if reach else (span.lead, span.end)
        begin, end = _with_polity(cols, begin, end)
        while begin in covered and begin < span.start:
            begin += 1
        form = (
            Form.NAME
            if len(name_words(cols.slice(span.start, span.end))) > 1 or reach is not None or len(person.words) == 1
            else Form.SURNAME
        )
        mentions.append(Mention(begin, end, doc[span.start : span.end].root.i, (entities[person],), form))
        covered.update(range(begin, end))
    parties = Parties(cols, known)
    mentions += refer(cols, known, source.published, entities, mentions, offices, covered, parties)
    mentions += parties.read(covered)
    everybody = [*entities.values(), *parties.entities()]
    return Scene(source, doc, zones(doc, source.title), everybody, mentions)
