"""Who stands on which side of a verb or a noun: subjects, objects, lists, "with", "between", possessors, hyphens.

Each function answers with mentions of the scene. Arcs of the parse come first; where they give nothing, the order of
the words does, since the parser errs most with long titles and lists.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from loaders.extract import frames
from loaders.extract.grammar import children, is_verb, passive, words_after, words_before
from loaders.extract.scene import Entity, Form, Mention, Scene

SEPARATORS = (
    ("as", "well", "as"), ("together", "with"), ("along", "with"), ("and", "with"), ("and", "then"), ("and", "also"),
    (",", "and"), (",", "as", "well", "as"), (",", "along", "with"), (",", "together", "with"), (";", "and"),
    (",",), (";",), ("and",), ("-",), ("–",), ("&",), ("or",), ("nor",), (",", "or"), ("but", "also"), ("plus",), ("alongside",),
)  # fmt: skip
_PLACE_PREPOSITIONS = frozenset("in to from at near into via through for outside towards toward".split())
_TEAM = frozenset(
    "delegation team negotiator official representative envoy side delegate talk counterpart group mission aide "
    "leader minister president diplomat adviser advisor colleague expert lawmaker staff chief head member".split()
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
    if mention.end - mention.start > 1 and scene.doc[mention.end - 1].lemma_ in _TEAM:
        return False
    return before.lower_ in _PLACE_PREPOSITIONS


def possessive(scene: Scene, mention: Mention) -> bool:
    """Whether the mention only qualifies what follows: "Trump's aide", "Russia's delegation"."""
    doc = scene.doc
    return (mention.end < len(doc) and doc[mention.end].tag_ == "POS") or (
        doc[mention.end - 1].tag_ in ("POS", "PRP$") or doc[mention.root].tag_ == "PRP$"
    )


def separator(scene: Scene, index: int) -> int:
    """Length in tokens of the list separator at the index; 0 where there is none."""
    for words in SEPARATORS:
        if tuple(t.lower_ for t in scene.doc[index : index + len(words)]) == words:
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
        following = _starting(scene, start)
        if following is None or following.start >= sentence.end:
            break
        if _new_clause(scene, first, following) or possessive(scene, following):
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
    return _without_summary(found)


def _starting(scene: Scene, index: int) -> Mention | None:
    """The mention that begins at the index, a few determiners and adverbs allowed before it."""
    for step in range(4):
        if index + step >= len(scene.doc):
            return None
        mention = scene.at(index + step)
        token = scene.doc[index + step]
        if mention is not None and token.tag_ != "PRP$":
            if mention.start != index + step:
                return None
            return _owned(scene, mention) or mention
        if token.pos_ not in ("DET", "ADJ", "ADV") and token.tag_ != "PRP$" and token.lower_ not in ("former", "both"):
            return None
    return None


def _owned(scene: Scene, owner: Mention) -> Mention | None:
    """ "the minister's late predecessor, B": whom the possessor leads to, where he is named."""
    if not possessive(scene, owner):
        return None
    for token in scene.doc[owner.end : owner.end + 7]:
        mention = scene.at(token)
        if mention is not None and mention.start == token.i:
            return mention
        if token.pos_ not in ("NOUN", "ADJ", "PROPN", "PART", "PUNCT", "ADP"):
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
        and doc[index].lower_ in ("of", "from", "for")
        and (doc[index + 1].pos_ == "PROPN" or (doc[index + 1].lower_ == "the" and doc[index + 2].pos_ == "PROPN"))
    ):
        index += 2
        while index < end and (
            doc[index].pos_ == "PROPN" or (doc[index].lower_ == "of" and scene.at(index) is not None)
        ):
            index += 1
    if index + 1 < end and doc[index].lower_ == "," and doc[index + 1].lower_ in (
        "the", "who", "a", "an", "his", "her", "whose", "head", "chief", "secretary", "which",
    ):  # fmt: skip
        for step in range(index + 1, min(end, index + 16)):
            if doc[step].lower_ in (",", ";"):
                inside = [m for m in scene.within(index + 1, step) if people_first(m) and not possessive(scene, m)]
                return step if not inside else index
    return index


def _new_clause(scene: Scene, first: Mention, following: Mention) -> bool:
    """Whether the following mention is the subject of a verb of its own."""
    doc = scene.doc
    if following.end >= len(doc):
        return False
    root, head = doc[following.root], doc[first.root].head
    if doc[following.start - 1].lower_ == "and" and _after_between(scene, first):
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


def _after_between(scene: Scene, first: Mention) -> bool:
    before = first.start - 1
    if before > 0 and scene.doc[before].pos_ in ("DET", "ADJ"):
        before -= 1
    return before >= 0 and scene.doc[before].lower_ == "between"


def _without_summary(found: list[Mention]) -> list[Mention]:
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
            owned = _owned(scene, mention)
            return listed(scene, owned) if owned is not None else []
        return listed(scene, mention)
    if depth > 1:
        return []
    if token.lemma_.lower() in _TEAM or token.pos_ in ("PRON", "NUM", "DET") or token.lemma_ in ("one",):
        inner: list[Mention] = []
        for child in token.children:
            if child.dep_ in ("poss", "compound", "amod", "nmod") and (m := scene.at(child)):
                inner.extend(staff(scene, token, [m]))
            elif child.dep_ == "prep" and child.lower_ in ("of", "from", "to", "for"):
                named = [m for pobj in children(child, "pobj") for m in named_by(scene, pobj, depth + 1)]
                inner.extend(staff(scene, token, named))
            elif child.dep_ in ("acl", "relcl") and child.lemma_ in ("lead", "head"):
                inner.extend(
                    m for by in children(child, "agent") for pobj in children(by, "pobj")
                    for m in named_by(scene, pobj, depth + 1)
                )  # fmt: skip
            elif child.dep_ in ("appos", "conj"):
                inner.extend(named_by(scene, child, depth + 1))
        persons = [m for m in inner if people_first(m)]
        return persons or inner
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return []
    return [m for child in children(token, "conj", "appos") for m in named_by(scene, child, depth + 1)]


_STAFF = frozenset("aide adviser advisor official envoy representative negotiator ally staff team delegation".split())


def staff(scene: Scene, noun: Token, heads: list[Mention]) -> list[Mention]:
    """Whom "aides to A", "B's negotiators" name: the countries of A and B, since no person is named."""
    if noun.lemma_.lower() not in _STAFF:
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


_CONTROL = frozenset("invite ask urge persuade send dispatch tell press allow order want".split())


def subject(scene: Scene, verb: Token, guess: bool = True) -> list[Mention]:
    """Who does what the verb says, looked for through conjoined, infinitive and relative clauses.

    Args:
        scene: the article.
        verb: the verb, or an adjective with a copula.
        guess: whether to take the nearest mention to the left where the parse gives none.
    """
    found = _adjacent(scene, verb) or _subject(scene, verb, 0)
    if found is None:
        return _left_of(scene, verb) if guess else []
    return found


def _adjacent(scene: Scene, verb: Token) -> list[Mention]:
    """The mention that ends right before the verb with its auxiliaries and adverbs."""
    for token in words_before(verb, 6):
        mention = scene.at(token)
        if mention is not None:
            if mention.end != token.i + 1 or possessive(scene, mention) or is_place(scene, mention):
                return []
            return [] if _oblique(scene, mention) or _listed_oblique(scene, mention) else backwards(scene, [mention])
        if token.pos_ not in ("AUX", "ADV", "PART") and token.tag_ != "MD" or token.lower_ in ("here", "there"):
            return []
    return []


def _listed_oblique(scene: Scene, mention: Mention) -> bool:
    """Whether the mention is the end of a list after a preposition: "the call between A and B took place"."""
    previous = [m for m in scene.within(max(0, mention.start - 12), mention.start)]
    first = mention
    for before in reversed(previous):
        width = separator(scene, before.end)
        if not width or before.end + width < first.start - 2:
            break
        first = before
    return first is not mention and _oblique(scene, first)


def _subject(scene: Scene, verb: Token, depth: int) -> list[Mention] | None:
    """None where the parse says nothing; an empty list where the subject is nobody."""
    for token in children(verb, "nsubj", "nsubjpass", "csubj"):
        if token.i > verb.i + 6:
            continue
        if token.tag_ in ("WP", "WDT") or token.lower_ in ("who", "which", "that"):
            return _antecedent(scene, verb, token)
        if found := named_by(scene, token):
            return backwards(scene, found)
        if token.dep_ != "csubj" and token.lower_ not in ("it", "there"):
            return []
    head = verb.head
    if depth > 3 or head.i == verb.i:
        return None
    if verb.dep_ == "relcl":
        return _antecedent(scene, verb, verb)
    if verb.dep_ not in ("xcomp", "ccomp", "advcl", "conj", "acl", "pcomp", "dep", "parataxis"):
        return None
    if is_verb(head):
        if head.lemma_ in _CONTROL and verb.dep_ in ("xcomp", "ccomp", "advcl") and not passive(head):
            controlled = [m for token in children(head, "dobj") for m in named_by(scene, token)]
            if controlled or children(head, "dobj"):
                return controlled or _own_party(scene, _subject(scene, head, depth + 1) or [])
        found = _subject(scene, head, depth + 1)
        return found if found and not (passive(head) and head.lemma_ in ("say", "report", "know")) else None
    if head.dep_ in ("prep", "mark") or head.pos_ in ("ADP", "SCONJ", "ADJ", "ADV"):
        above = head.head
        return _subject(scene, above, depth + 1) if is_verb(above) else named_by(scene, above) or None
    if head.pos_ in ("NOUN", "PROPN", "PRON"):
        if verb.dep_ == "acl" and (mention := scene.at(head)) is not None:
            return listed(scene, mention)
        return holder(scene, head) or None
    return None


def _own_party(scene: Scene, senders: list[Mention]) -> list[Mention]:
    """The party of who sends unnamed aides: "the president is sending two envoys to open talks"."""
    for mention in senders:
        for entity in mention.entities:
            if entity.polity is not None:
                return [Mention(mention.start, mention.end, mention.root, (party(scene, entity.polity),), Form.METONYM)]
    return []


def backwards(scene: Scene, found: list[Mention]) -> list[Mention]:
    """The list with those that stand before it: the parser often takes only the last of "A and B met" for subject."""
    doc = scene.doc
    first = min(found, key=lambda mention: mention.start)
    for _ in range(4):
        index = first.start - 1
        while index > 0 and doc[index].pos_ in ("DET", "ADJ") and scene.at(index) is None:
            index -= 1
        before = next(
            (m for back in (0, 1, 2) if index - back >= 0 and (m := scene.at(index - back)) is not None), None
        )
        if before is None or before is first or before.end + separator(scene, before.end) < index + 1:
            break
        if not separator(scene, before.end) or possessive(scene, before) or _oblique(scene, before):
            break
        if doc[before.root].dep_ in ("dobj", "pobj", "attr", "poss") or is_place(scene, before):
            break
        found = [before, *found]
        first = before
    return _without_summary(found)


def _antecedent(scene: Scene, verb: Token, pronoun: Token) -> list[Mention]:
    """Whom a relative pronoun means: the mention it stands on."""
    if verb.dep_ in ("relcl", "acl") and (mention := scene.at(verb.head)) is not None:
        return listed_back(scene, mention)
    for token in words_before(pronoun, 25):
        mention = scene.at(token)
        if mention is not None and not possessive(scene, mention):
            return [mention]
    return []


def listed_back(scene: Scene, mention: Mention) -> list[Mention]:
    """The mention alone, or its whole group where it is one."""
    del scene
    return [mention]


def _left_of(scene: Scene, verb: Token) -> list[Mention]:
    """The mention, with its list, that stands nearest to the left of the verb in the same clause."""
    sentence = verb.sent
    last: Mention | None = None
    crossed = False
    for token in words_before(verb, 40):
        mention = scene.at(token)
        if mention is None:
            if token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ not in ("aux", "auxpass"):
                crossed = True
            continue
        if crossed and people_first(mention) is False:
            continue
        if possessive(scene, mention) or is_place(scene, mention) or _oblique(scene, mention):
            continue
        last = mention
        break
    if last is None:
        return []
    start = last
    for mention in reversed(scene.within(sentence.start, last.start)):
        if last in listed(scene, mention):
            start = mention
        elif mention.end < start.start - 12:
            break
    return listed(scene, start)


def _oblique(scene: Scene, mention: Mention) -> bool:
    """Whether the mention stands after a preposition, so that it is no subject."""
    if mention.start == 0:
        return False
    before = scene.doc[mention.start - 1]
    if before.lower_ in ("the", "his", "her", "their") and mention.start > 1:
        before = scene.doc[mention.start - 2]
    return before.pos_ == "ADP" and before.lower_ not in ("and",)


def holder(scene: Scene, noun: Token) -> list[Mention]:
    """Whose the noun is: its possessor, or the subject of the verb it depends on."""
    found = possessors(scene, noun)
    if found:
        return found
    head = noun.head
    for _ in range(4):
        if head.i == noun.i:
            return []
        if is_verb(head):
            return subject(scene, head)
        if head.head.i == head.i:
            return []
        head = head.head
    return []


def possessors(scene: Scene, noun: Token) -> list[Mention]:
    """The mentions that own the noun: "Rubio's call", "their meeting", "Trump and Putin's summit"."""
    for child in noun.children:
        if child.dep_ == "poss" and (mention := scene.at(child)) is not None:
            first = mention
            for other in reversed(scene.within(noun.sent.start, mention.start)):
                if mention in listed(scene, other) or (
                    separator(scene, other.end) and other.end + separator(scene, other.end) == mention.start
                ):
                    first = other
                    break
            return [first, mention] if first is not mention else [mention]
    for step, token in enumerate(words_before(noun, 5)):
        mention = scene.at(token)
        if token.tag_ == "POS":
            owner = scene.at(token) or scene.at(token.i - 1)
            return [owner] if owner is not None else []
        if token.tag_ == "PRP$":
            return [mention] if mention is not None else []
        if (
            mention is not None
            or token.pos_ not in ("ADJ", "NOUN", "NUM", "PROPN")
            and token.tag_ not in ("VBN", "HYPH")
        ):
            break
        del step
    return []


def objects(scene: Scene, verb: Token) -> list[Mention]:
    """The verb's direct objects, in the passive its subject."""
    found = [m for token in children(verb, "dobj", "dative") for m in named_by(scene, token)]
    if found:
        first = found[0]
        for before in reversed(scene.within(verb.i + 1, first.start)):
            if (
                not separator(scene, before.end)
                or _starting(scene, before.end + separator(scene, before.end)) is not first
            ):
                break
            found = [before, *found]
            first = before
        return found
    for token in words_after(verb, 6):
        mention = scene.at(token)
        if mention is not None:
            if possessive(scene, mention):
                owned = _owned(scene, mention)
                return listed(scene, owned) if owned is not None else []
            return listed(scene, mention)
        if token.pos_ not in ("DET", "ADJ", "ADV", "NUM") and token.lower_ not in ("'s", "both", "here", "today"):
            return []
    return []


def after(
    scene: Scene, anchor: Token, prepositions: Iterable[str], reach: int = 28, past_nouns: bool = False
) -> list[tuple[Token, list[Mention]]]:
    """The groups of mentions that stand after one of the prepositions, to the right of the anchor in its clause.

    Another contact's noun ends the reach, since what follows belongs to it, unless ``past_nouns``. Returns each
    preposition with whom it names, in the order of the text.
    """
    wanted = frozenset(prepositions)
    found: list[tuple[Token, list[Mention]]] = []
    skip_to = -1
    for token in words_after(anchor, reach):
        if token.i < skip_to:
            continue
        if token.lower_ in (";", ":") and not found:
            break
        if token.tag_ == "VBG" and token.doc[token.i - 1].lower_ in ("after", "before", "while", "when"):
            break
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and _clause_verb(anchor, token):
            break
        if (
            token.pos_ == "NOUN"
            and token.lemma_ in frames.NOUNS
            and token.lemma_ not in frames.MEANS
            and not past_nouns
        ):
            break
        if token.lower_ not in wanted:
            continue
        if (
            token.lower_ in ("to", "from", "for")
            and token.tag_ == "TO"
            and token.i + 1 < len(token.doc)
            and token.doc[token.i + 1].tag_ == "VB"
        ):
            continue
        group = group_after(scene, token)
        if group:
            found.append((token, group))
            skip_to = max(m.end for m in group)
    return found


def _clause_verb(anchor: Token, token: Token) -> bool:
    """Whether a finite verb to the right opens another clause, and so ends the reach of the anchor."""
    if token.dep_ in ("aux", "auxpass") and token.head.i == anchor.i:
        return False
    if token.dep_ in ("relcl", "advcl") and token.head.i > anchor.i:
        return False
    up = anchor
    for _ in range(4):
        if up.i == token.i or (token.dep_ in ("aux", "auxpass") and token.head.i == up.i):
            return False
        if up.head.i == up.i:
            break
        up = up.head
    return True


def group_after(scene: Scene, preposition: Token) -> list[Mention]:
    """Whom the preposition names: the mention after it, with its list."""
    for token in words_after(preposition, 9):
        mention = scene.at(token)
        if mention is not None:
            if possessive(scene, mention):
                if (owned := _owned(scene, mention)) is not None:
                    return listed(scene, owned)
                following = scene.doc[mention.end + 1 if scene.doc[mention.end].tag_ == "POS" else mention.end]
                if following.lemma_.lower() in _TEAM or scene.at(following):
                    inner = scene.at(following)
                    return listed(scene, inner) if inner is not None else [mention]
                for later in words_after(following, 3):
                    if later.lemma_.lower() in _TEAM:
                        return [mention]
                continue
            return listed(scene, mention)
        if token.lower_ == "," and token.i + 1 < len(token.doc) and scene.at(token.i + 1) is not None:
            continue
        if token.lower_ == "to" and token.doc[token.i - 1].lemma_.lower() in _STAFF:
            inner = scene.at(token.i + 1) if token.i + 1 < len(token.doc) else None
            return staff(scene, token.doc[token.i - 1], listed(scene, inner)) if inner is not None else []
        if token.pos_ in ("VERB", "PUNCT", "ADP") and token.lower_ not in (
            "of",
            "from",
            "-",
            "by",
            "'",
            '"',
            "led",
            "headed",
        ):
            return []
        if token.pos_ == "VERB" and token.lemma_ not in ("lead", "head"):
            return []
    return []


def hyphenated(scene: Scene, noun: Token) -> list[Mention]:
    """The sides joined by hyphens before a noun: "the Smith-Jones call", "US–India trade talks"."""
    doc = scene.doc
    index = noun.i - 1
    start = noun.sent.start
    steps = 0
    while (
        index > start
        and steps < 4
        and scene.at(index) is None
        and doc[index].pos_ in ("NOUN", "ADJ", "NUM", "PROPN", "PUNCT")
    ):
        index -= 1
        steps += 1
    found: list[Mention] = []
    while index >= start:
        mention = scene.at(index)
        if mention is None:
            break
        found.append(mention)
        index = mention.start - 1
        if index > start and doc[index].lower_ in ("-", "–", "—", "/", "‑"):
            index -= 1
            continue
        break
    return found[::-1] if len(found) > 1 else []


def agents(scene: Scene, verb: Token) -> list[Mention]:
    """Who did it, in the passive: after "by"."""
    for by in children(verb, "agent"):
        for token in children(by, "pobj"):
            if found := named_by(scene, token):
                return found
    return [m for _, group in after(scene, verb, ("by",), past_nouns=True)[:1] for m in group] if passive(verb) else []


def doer(scene: Scene, verb: Token) -> list[Mention]:
    """Who does what the verb or noun says, in either voice."""
    if not is_verb(verb):
        return holder(scene, verb)
    return agents(scene, verb) if passive(verb) else subject(scene, verb)


def preposed(scene: Scene, verb: Token) -> list[Mention]:
    """The antecedent of "with whom", "to whom", "by whom" before the verb."""
    for token in words_before(verb, 8):
        if token.lower_ in ("whom", "which") and token.i > verb.sent.start:
            before = scene.doc[token.i - 1]
            if before.lower_ in ("with", "to", "by"):
                return _antecedent(scene, verb, token)
        if token.lower_ in (";", ":"):
            break
    return []


def further(scene: Scene, last: Mention) -> list[list[Mention]]:
    """Those who follow in their turn: "saw A for an hour, and then B", "rang A on Monday and B a day later"."""
    doc = scene.doc
    found: list[list[Mention]] = []
    index, end = last.end, doc[last.root].sent.end
    for token in doc[index : min(end, index + 14)]:
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB", "VBG") or token.lower_ in (";", ":", "who", "which"):
            break
        if token.lower_ in ("then", "afterwards", "later", "subsequently", "and", "before"):
            start = token.i + 1
            while (
                start < end
                and not _begins(scene, start)
                and doc[start].lower_
                in (
                    "then",
                    ",",
                    "with",
                    "afterwards",
                    "later",
                    "separately",
                    "that",
                )
            ):
                start += 1
            mention = scene.at(start) if start < end else None
            if mention is None or mention.start != start or mention.start < index:
                continue
            between = doc[last.end : start + 1]
            turn = any(t.lower_ in ("then", "afterwards", "later", "subsequently", "separately") for t in between)
            dated = any(t.ent_type_ in ("DATE", "TIME") for t in between)
            if (turn or dated) and people_first(mention) and not _new_clause(scene, last, mention):
                found.append(listed(scene, mention))
                break
    return found


def _begins(scene: Scene, index: int) -> bool:
    mention = scene.at(index)
    return mention is not None and mention.start == index
