"""Who does what a verb says, and whose a noun is: from the parse first, else from the order of the words."""

from spacy.tokens import Token

from loaders.extract import naming
from loaders.extract.clauses import SAYING
from loaders.extract.grammar import (
    children,
    is_verb,
    passive,
    words_before,
)
from loaders.extract.naming import (
    is_place,
    listed,
    named_by,
    party,
    people_first,
    possessive,
    separator,
    without_summary,
)
from loaders.extract.scene import Form, Mention, Scene

_CONTROL = frozenset(
    "invite ask urge persuade send dispatch tell press allow order want instruct direct task "
    "authorise authorize mandate".split()
)


def subject(scene: Scene, verb: Token, guess: bool = True) -> list[Mention]:
    """Who does what the verb says, looked for through conjoined, infinitive and relative clauses.

    Args:
        scene: the article.
        verb: the verb, or an adjective with a copula.
        guess: whether to take the nearest mention to the left where the parse gives none.
    """
    if staffed := _their_staff(scene, verb):
        return staffed
    if beside := _adjacent(scene, verb):
        return beside
    found = _subject(scene, verb, 0)
    if found and _somebody_else(scene, verb):
        return []
    if found is None:
        return _left_of(scene, verb) if guess else []
    return found


def _their_staff(scene: Scene, verb: Token) -> list[Mention]:
    """ "their army chiefs would sit down", "the two leaders' deputies met": the countries of those whose they are."""
    told = children(verb.head, "dobj") if is_verb(verb.head) and verb.head.lemma_ in _CONTROL else []
    for noun in (*children(verb, "nsubj", "nsubjpass"), *told):
        lemma = noun.lower_.rstrip("s") if noun.tag_ == "NNPS" else noun.lemma_
        if not noun.tag_.endswith("S") or scene.at(noun) is not None or lemma not in naming.TEAM:
            continue
        for owner in children(noun, "poss"):
            whose = scene.at(owner)
            if whose is None or len(whose.entities) < 2:
                continue
            polities = dict.fromkeys(entity.polity for entity in whose.entities if entity.polity)
            parties = tuple(party(scene, polity) for polity in polities)
            if len(parties) > 1:
                return [Mention(whose.start, noun.i + 1, noun.i, parties, Form.GROUP)]
    return []


def _somebody_else(scene: Scene, verb: Token) -> bool:
    """Whether a noun that names nobody known stands right before the finite verb: "the others join"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or not verb.i or scene.at(verb.i - 1) is not None:
        return False
    before = verb.doc[verb.i - 1]
    subject_like = before.dep_ in ("nsubj", "dep", "ROOT", "conj")
    return before.tag_ in ("NN", "NNS") and subject_like and before.lemma_ not in naming.TEAM


def _adjacent(scene: Scene, verb: Token) -> list[Mention]:
    """The mention that ends right before the verb with its auxiliaries and adverbs."""
    for token in words_before(verb, 6):
        mention = scene.at(token)
        if mention is not None:
            if mention.end != token.i + 1 or possessive(scene, mention) or is_place(scene, mention):
                return []
            if _says_so_before(scene, mention):
                return []
            return [] if _oblique(scene, mention) or _listed_oblique(scene, mention) else backwards(scene, [mention])
        if token.lower_ == "," and _apposed(scene, token.i):
            continue
        if (token.pos_ not in ("AUX", "ADV", "PART") and token.tag_ != "MD") or token.lower_ in ("here", "there"):
            return []
    return []


def _says_so_before(scene: Scene, mention: Mention) -> bool:
    """ "A, said the ministry, met B": whether the mention is who says so, told in passing."""
    before = [token for token in scene.doc[max(0, mention.start - 3) : mention.start] if token.pos_ != "DET"]
    return len(before) > 1 and before[-1].lemma_ in SAYING and before[-2].lower_ == ","


def _apposed(scene: Scene, comma: int) -> bool:
    """Whether the comma closes an apposition that is part of the mention before it: "his colleague, A, met"."""
    mention = scene.at(comma - 1) if comma else None
    if mention is None or mention.end != comma:
        return False
    words = [token.lower_ for token in scene.doc[mention.start : mention.end]]
    return "," in words or scene.doc[mention.start - 1].lower_ == "," if mention.start else "," in words


def _listed_oblique(scene: Scene, mention: Mention) -> bool:
    """Whether the mention is the end of a list after a preposition: "the call between A and B took place"."""
    previous = scene.within(max(0, mention.start - 12), mention.start)
    first = mention
    for before in reversed(previous):
        width = separator(scene, before.end)
        if not width or before.end + width < first.start - 2:
            break
        if first is mention and scene.doc[mention.start - 1].lower_ == ",":
            break
        first = before
    return first is not mention and _oblique(scene, first)


def _subject(scene: Scene, verb: Token, depth: int) -> list[Mention] | None:
    """None where the parse says nothing; an empty list where the subject is nobody."""
    for token in children(verb, "nsubj", "nsubjpass", "csubj"):
        if token.i > verb.i + 6:
            continue
        if token.tag_ in ("WP", "WDT") or token.lower_ in ("who", "which", "that"):
            return antecedent(scene, verb, token)
        found = named_by(scene, token)
        if token.i < verb.i:
            found = [mention for mention in found if mention.start < verb.i]
        if found:
            return backwards(scene, found)
        if token.dep_ != "csubj" and token.lower_ not in ("it", "there"):
            return []
    if children(verb, "expl"):
        return []
    head = verb.head
    if depth > 3 or head.i == verb.i:
        return None
    if verb.dep_ == "relcl":
        return antecedent(scene, verb, verb)
    if verb.dep_ not in ("xcomp", "ccomp", "advcl", "conj", "acl", "pcomp", "dep", "parataxis"):
        return None
    if is_verb(head):
        if head.lemma_ in _CONTROL and verb.dep_ in ("xcomp", "ccomp", "advcl") and not passive(head):
            controlled = [m for token in children(head, "dobj") for m in named_by(scene, token)]
            if controlled or children(head, "dobj"):
                return controlled or _own_party(scene, _subject(scene, head, depth + 1) or [])
        upper = _subject(scene, head, depth + 1)
        return upper if upper and not (passive(head) and head.lemma_ in ("say", "report", "know")) else None
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
        while index > 0 and (
            (doc[index].pos_ in ("DET", "ADJ") and scene.at(index) is None) or doc[index].tag_ == "PRP$"
        ):
            index -= 1
        before = next(
            (m for back in (0, 1, 2) if index - back >= 0 and (m := scene.at(index - back)) is not None), None
        )
        if before is None or before is first or before.end + separator(scene, before.end) < index + 1:
            break
        if not separator(scene, before.end) or possessive(scene, before) or _oblique(scene, before):
            break
        if doc[before.end].lower_ == ";" and separator(scene, before.end) == 1:
            break
        inside = before.start <= doc[before.root].head.i < before.end
        if (doc[before.root].dep_ in ("dobj", "pobj", "attr") and not inside) or is_place(scene, before):
            break
        found = [before, *found]
        first = before
    return without_summary(found)


def antecedent(scene: Scene, verb: Token, pronoun: Token) -> list[Mention]:
    """Whom a relative pronoun means: the mention it stands on."""
    if verb.dep_ in ("relcl", "acl") and (mention := scene.at(verb.head)) is not None:
        return [mention]
    clause = verb
    while clause.dep_ == "conj" and is_verb(clause.head):
        clause = clause.head
    if clause.dep_ == "relcl" and clause.head.lemma_ in naming.STAFF:
        return named_by(scene, clause.head)
    for token in words_before(pronoun, 25):
        mention = scene.at(token)
        if mention is not None and not possessive(scene, mention):
            return [mention]
    return []


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
        if mention is not None or (
            token.pos_ not in ("ADJ", "NOUN", "NUM", "PROPN") and token.tag_ not in ("VBN", "HYPH")
        ):
            break
        del step
    return []
