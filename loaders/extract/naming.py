"""Whom a stretch of the text names: lists, asides, possessors, and noun phrases such as "the delegation of Qatar"."""

from spacy.tokens import Token

from loaders.extract.clauses import SAYING
from loaders.extract.grammar import (
    children,
)
from loaders.extract.scene import Entity, Form, Mention, Scene

SEPARATORS = (
    ("as", "well", "as"),
    ("together", "with"),
    ("along", "with"),
    ("and", "with"),
    ("and", "then"),
    ("and", "also"),
    (",", "and"),
    (",", "as", "well", "as"),
    (",", "along", "with"),
    (",", "together", "with"),
    (";", "and"),
    (",",),
    (";",),
    ("and",),
    ("-",),
    ("–",),
    ("&",),
    ("or",),
    ("nor",),
    (",", "or"),
    ("but", "also"),
    ("plus",),
    ("alongside",),
)
_LONGEST_SEPARATOR = max(map(len, SEPARATORS))
_PLACE_PREPOSITIONS = frozenset("in to from at near into via through for outside towards toward".split())
TEAM = frozenset(
    "delegation team negotiator official representative envoy side delegate talk counterpart group mission aide "
    "leader minister president diplomat adviser advisor colleague expert lawmaker staff chief head member deputy "
    "commission committee civilian general officer technician specialist commander parliamentarian ministry "
    "government".split()
)
STAFF = frozenset(
    "aide adviser advisor official envoy representative negotiator ally staff team delegation deputy expert commission "
    "committee civilian general officer technician specialist commander parliamentarian ministry diplomat".split()
)


def people_first(mention: Mention) -> bool:
    """Whether the mention names persons rather than a polity."""
    return bool(mention.entities) and all(entity.is_person for entity in mention.entities)


def is_place(scene: Scene, mention: Mention) -> bool:
    """Whether a polity's or capital's name says where, not who: "in Moscow", "to Qatar"."""
    if mention.form not in (Form.POLITY, Form.METONYM):
        return False
    if mention.start == 0:
        return False
    before = scene.doc[mention.start - 1]
    if before.lower_ == "the" and mention.start > 1:
        before = scene.doc[mention.start - 2]
    if mention.end - mention.start > 1 and scene.doc[mention.end - 1].lemma_ in TEAM:
        return False
    return before.lower_ in _PLACE_PREPOSITIONS


def possessive(scene: Scene, mention: Mention) -> bool:
    """Whether the mention only qualifies what follows: "Trump's aide", "Russia's delegation"."""
    doc = scene.doc
    if (
        mention.form is Form.GROUP
        and doc[mention.root].dep_ in ("nsubj", "nsubjpass")
        and mention.root < mention.end - 1
    ):
        return False
    return (mention.end < len(doc) and doc[mention.end].tag_ == "POS") or (
        doc[mention.end - 1].tag_ in ("POS", "PRP$") or doc[mention.root].tag_ == "PRP$"
    )


def separator(scene: Scene, index: int) -> int:
    """Length in tokens of the list separator at the index; 0 where there is none."""
    here = tuple(token.lower_ for token in scene.doc[index : index + _LONGEST_SEPARATOR])
    for words in SEPARATORS:
        if here[: len(words)] == words:
            return max(len(words), 1)
    return 0


def listed(scene: Scene, first: Mention) -> list[Mention]:
    """The mention and those that the text lists with it: "A, B and C", "A as well as B", "A; B; and C"."""
    found = [first]
    doc = scene.doc
    sentence = doc[first.root].sent
    current = first
    while current.end < sentence.end:
        index = _past_aside(scene, current)
        width = separator(scene, index) or (separator(scene, current.end) if index != current.end else 0)
        if not width:
            break
        start = index + width
        following = starting(scene, start)
        if following is None or following.start >= sentence.end:
            break
        if new_clause(scene, first, following) or possessive(scene, following):
            break
        if doc[start - 1].lower_ == "," and says_so(scene, following):
            break
        if doc[index].lower_ == "," and width == 1 and is_place(scene, following):
            break
        if {e.key for e in following.entities} & {
            e.key for m in found for e in m.entities
        } and following.form != Form.GROUP:
            current = following
            continue
        found.append(following)
        current = following
    return without_summary(found)


def starting(scene: Scene, index: int) -> Mention | None:
    """The mention that begins at the index, a few determiners and adverbs allowed before it."""
    for step in range(4):
        if index + step >= len(scene.doc):
            return None
        mention = scene.at(index + step)
        token = scene.doc[index + step]
        if mention is not None and token.tag_ != "PRP$":
            if mention.start != index + step:
                return None
            return owned(scene, mention) or mention
        if token.pos_ not in ("DET", "ADJ", "ADV") and token.tag_ != "PRP$" and token.lower_ not in ("former", "both"):
            return None
    return None


def owned(scene: Scene, owner: Mention) -> Mention | None:
    """ "the minister's late predecessor, B": whom the possessor leads to, where he is named."""
    if not possessive(scene, owner):
        return None
    for token in scene.doc[owner.end : owner.end + 7]:
        mention = scene.at(token)
        if mention is not None and mention.start == token.i:
            return mention
        if token.pos_ not in ("NOUN", "ADJ", "PROPN", "PART", "PUNCT", "ADP", "NUM"):
            return None
    return None


def _past_aside(scene: Scene, mention: Mention) -> int:
    """Index after an aside that belongs to the mention: ", who heads the team,", "(left)", " of Ghana"."""
    doc = scene.doc
    index = mention.end
    end = doc[mention.root].sent.end
    if index < end and doc[index].lower_ == "(":
        for step in range(index, min(end, index + 8)):
            if doc[step].lower_ == ")":
                index = step + 1
                break
    if (
        index + 1 < end
        and (doc[index].lower_ in ("of", "from", "for") or (doc[index].lower_ == "in" and _colleague(scene, mention)))
        and (
            doc[index + 1].pos_ == "PROPN"
            or (doc[index + 1].lower_ == "the" and index + 2 < end and doc[index + 2].pos_ == "PROPN")
        )
    ):
        index += 2
        while index < end and (
            doc[index].pos_ == "PROPN" or (doc[index].lower_ == "of" and scene.at(index) is not None)
        ):
            index += 1
    if (
        index + 1 < end
        and doc[index].lower_ == ","
        and doc[index + 1].lower_
        in (
            "the",
            "who",
            "a",
            "an",
            "his",
            "her",
            "whose",
            "head",
            "chief",
            "secretary",
            "which",
        )
    ):
        for step in range(index + 1, min(end, index + 16)):
            if doc[step].lower_ in (",", ";"):
                inside = [m for m in scene.within(index + 1, step) if people_first(m) and not possessive(scene, m)]
                return step if not inside else index
    return index


def _colleague(scene: Scene, mention: Mention) -> bool:
    """ "his two colleagues, A in Lima and B in Quito": the town says which of them each is."""
    before = [token.lemma_ for token in scene.doc[max(0, mention.start - 2) : mention.start]]
    return before[-1:] == ["and"] or any(lemma in ("colleague", "counterpart", "peer") for lemma in before[:1])


def new_clause(scene: Scene, first: Mention, following: Mention) -> bool:
    """Whether the following mention is the subject of a verb of its own."""
    doc = scene.doc
    if following.end >= len(doc):
        return False
    root, head = doc[following.root], doc[first.root].head
    goes_on = doc[following.start - 1].lower_ == "and" or doc[following.end].lower_ in ("and", ",")
    if goes_on and _after_between(scene, first):
        return False
    if first.start and doc[first.start - 1].lower_ in ("that", "which", "whom", "when", "where", "as", "while"):
        return False
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.i >= following.end:
        return not (doc[first.root].dep_ in ("nsubj", "nsubjpass") and root.head.i == head.i)
    if root.dep_ == "conj":
        return False
    after = doc[following.end]
    later = doc[following.end + 1] if following.end + 1 < len(doc) else after
    if after.tag_ in ("VBD", "VBZ", "VBP", "MD") or (after.tag_ == "RB" and later.tag_ in ("VBD", "VBZ", "MD")):
        between = first.start > 0 and doc[first.start - 1].lower_ == "between"
        return not between and not (doc[first.root].dep_ in ("nsubj", "nsubjpass") and head.i >= following.end)
    return False


def says_so(scene: Scene, mention: Mention) -> bool:
    """ "is to see A, minister B told reporters": whether the mention is who says so."""
    if mention.end >= len(scene.doc):
        return False
    after = scene.doc[mention.end]
    return after.tag_ in ("VBD", "VBZ", "VBP", "VBN") and after.lemma_ in SAYING


def _after_between(scene: Scene, first: Mention) -> bool:
    before = first.start - 1
    if before > 0 and scene.doc[before].pos_ in ("DET", "ADJ"):
        before -= 1
    if before < 1:
        return before == 0 and scene.doc[0].lower_ == "between"
    words = (scene.doc[before - 1].lemma_, scene.doc[before].lower_)
    return words[1] == "between" or words in (("meeting", "of"), ("talk", "of"), ("summit", "of"))


def without_summary(found: list[Mention]) -> list[Mention]:
    """ "the two presidents, A and B": the group says nothing that its members do not."""
    if len(found) > 1:
        groups = [m for m in found if m.form is Form.GROUP]
        rest = {e.key for m in found if m.form is not Form.GROUP for e in m.entities}
        for group in groups:
            if {e.key for e in group.entities} <= rest or not group.entities:
                found = [m for m in found if m is not group]
    return found


def named_by(scene: Scene, token: Token, depth: int = 0) -> list[Mention]:
    """The mentions that a noun phrase names by its head token, its list included.

    Where the head itself is no mention ("the delegation of Qatar", "aides to Rubio"), those inside the phrase.
    """
    mention = scene.at(token)
    if mention is not None:
        if possessive(scene, mention):
            led = owned(scene, mention)
            return listed(scene, led) if led is not None else []
        return listed(scene, mention)
    if depth > 1:
        return []
    if token.lemma_.lower() in TEAM or token.pos_ in ("PRON", "NUM", "DET") or token.lemma_ in ("one",):
        inner: list[Mention] = []
        for child in token.children:
            if child.dep_ in ("poss", "compound", "amod", "nmod") and (m := scene.at(child)):
                inner.extend(staff(scene, token, [m]))
            elif child.dep_ == "prep" and child.lower_ in ("of", "from", "to", "for"):
                named = [m for pobj in children(child, "pobj") for m in named_by(scene, pobj, depth + 1)]
                inner.extend(staff(scene, token, named))
            elif child.dep_ in ("acl", "relcl") and child.lemma_ in ("lead", "head"):
                inner.extend(
                    m
                    for by in children(child, "agent")
                    for pobj in children(by, "pobj")
                    for m in named_by(scene, pobj, depth + 1)
                )
            elif child.dep_ in ("appos", "conj"):
                inner.extend(named_by(scene, child, depth + 1))
        persons = [m for m in inner if people_first(m)] or _led_by(scene, token)
        return persons or inner
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return []
    return [m for child in children(token, "conj", "appos") for m in named_by(scene, child, depth + 1)]


def _led_by(scene: Scene, team: Token) -> list[Mention]:
    """ "a political delegation of the movement headed by A", whatever the parser hangs the participle on."""
    if team.lemma_ not in ("delegation", "team", "mission", "group"):
        return []
    for token in team.doc[team.i + 1 : min(team.i + 10, team.sent.end - 2)]:
        if token.tag_ in ("VBD", "VBZ", "MD") and token.lower_ not in ("headed", "led"):
            return []
        if token.lower_ in ("headed", "led") and team.doc[token.i + 1].lower_ == "by":
            first = starting(scene, token.i + 2)
            return [first] if first is not None and people_first(first) else []
    return []


def staff(scene: Scene, noun: Token, heads: list[Mention]) -> list[Mention]:
    """Whom "aides to A", "B's negotiators" name: the countries of A and B, since no person is named."""
    if noun.lemma_.lower() not in STAFF:
        return heads
    found = []
    for mention in heads:
        parties = tuple(
            dict.fromkeys(party(scene, e.polity) if e.is_person and e.polity else e for e in mention.entities)
        )
        found.append(Mention(mention.start, mention.end, mention.root, parties, Form.METONYM))
    return found


def party(scene: Scene, polity: str) -> Entity:
    """The scene's entity for a country or body, made where the article has none yet."""
    known = next((entity for entity in scene.entities if not entity.is_person and entity.name == polity), None)
    if known is None:
        known = Entity(f"party-{polity}", False, polity, polity)
        scene.entities.append(known)
    return known


def begins(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return mention is not None and mention.start == index
