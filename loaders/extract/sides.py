"""Who stands on which side of a verb or a noun: subjects, objects, lists, "with", "between", possessors, hyphens.

Each function answers with mentions of the scene. Arcs of the parse come first; where they give nothing, the order of
the words does, since the parser errs most with long titles and lists.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from loaders.extract import frames
from loaders.extract.grammar import children, is_verb, passive, words_after, words_before
from loaders.extract.naming import (
    STAFF,
    TEAM,
    listed,
    named_by,
    owned,
    people_first,
    possessive,
    says_so,
    separator,
    staff,
    starting,
)
from loaders.extract.scene import Mention, Scene
from loaders.extract.subjects import antecedent, holder, subject

_COMPLEX = frozenset("according owing due thanks prior contrary".split())
"""With "to" after them, they name nobody's partner: "according to A"."""


def objects(scene: Scene, verb: Token) -> list[Mention]:
    """The verb's direct objects, in the passive its subject."""
    found = [m for token in children(verb, "dobj", "dative") for m in named_by(scene, token) if not says_so(scene, m)]
    if found and verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].pos_ == "ADP":
        early = _past_circumstances(scene, verb)
        found = early if early and early[0].start < found[0].start else found
    if found:
        first = found[0]
        for before in reversed(scene.within(verb.i + 1, first.start)):
            if (
                not separator(scene, before.end)
                or starting(scene, before.end + separator(scene, before.end)) is not first
            ):
                break
            found = [before, *found]
            first = before
        return found
    for token in words_after(verb, 6):
        mention = scene.at(token)
        if mention is not None:
            if possessive(scene, mention):
                led = owned(scene, mention)
                return listed(scene, led) if led is not None else []
            return listed(scene, mention)
        if token.pos_ not in ("DET", "ADJ", "ADV", "NUM") and token.lower_ not in ("'s", "both", "here", "today"):
            return _past_circumstances(scene, verb) if token.pos_ == "ADP" else []
    return []


def _past_circumstances(scene: Scene, verb: Token) -> list[Mention]:
    """ "received on Tuesday morning at the palace the foreign minister of Mali": an object after time and place."""
    for token in words_after(verb, 18):
        mention = scene.at(token)
        if mention is not None and people_first(mention) and not possessive(scene, mention):
            before = scene.doc[mention.start - 1]
            before = scene.doc[mention.start - 2] if before.lower_ == "the" else before
            return [] if before.pos_ in ("ADP", "CCONJ", "PUNCT", "VERB") else listed(scene, mention)
        if token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ", "PART") or token.lower_ in (",", ";", ":", "with", "by"):
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
        if token.lower_ not in wanted or token.doc[token.i - 1].lower_ in _COMPLEX:
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
                if (led := owned(scene, mention)) is not None:
                    return listed(scene, led)
                after = scene.doc[mention.end : mention.end + 2]
                following = next((later for later in after if later.tag_ != "POS"), None)
                if following is None:
                    return []
                if following.lemma_.lower() in TEAM or scene.at(following):
                    inner = scene.at(following)
                    return listed(scene, inner) if inner is not None else [mention]
                for later in words_after(following, 3):
                    if later.lemma_.lower() in TEAM:
                        return [mention]
                continue
            return listed(scene, mention)
        if token.lower_ == "," and token.i + 1 < len(token.doc) and scene.at(token.i + 1) is not None:
            continue
        if token.lower_ == "that":
            return []
        if token.lower_ == "to" and token.doc[token.i - 1].lemma_.lower() in STAFF:
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
                return antecedent(scene, verb, token)
        if token.lower_ in (";", ":"):
            break
    return []


def relative_object(scene: Scene, verb: Token, subject: list[Mention]) -> list[Mention]:
    """ "B, whom A met", "the minister A received": what the verb's clause stands on, unless that is its subject."""
    if verb.dep_ != "relcl":
        return []
    met = scene.at(verb.head)
    if met is None or met in subject or not people_first(met) or met.end > verb.i:
        return []
    between = verb.doc[met.end : verb.i]
    whom = any(token.lower_ == "whom" for token in between) and not any(
        token.lower_ == "whom" and token.doc[token.i - 1].pos_ == "ADP" for token in between
    )
    return [met] if whom or any(child.dep_ == "nsubj" and child.i > met.end - 1 for child in verb.children) else []
