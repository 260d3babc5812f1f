"""Small questions to the parse that sides and status both ask.

The parser is a small model and errs, so that each question looks at the words nearby as well as at the arcs.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

MODALS = frozenset("will shall would may might could can must should 'll wo ca 'd".split())


def children(token: Token, *deps: str) -> list[Token]:
    """The token's dependents by one of the relations."""
    return [child for child in token.children if child.dep_ in deps]


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb form, auxiliaries included, or stands as an infinitive."""
    return token.tag_.startswith(("VB", "MD")) or (
        token.dep_ in ("xcomp", "advcl", "ccomp") and token.i > 0 and token.doc[token.i - 1].tag_ == "TO"
    )


def words_before(token: Token, count: int) -> Iterator[Token]:
    """Up to ``count`` tokens of the same sentence to the left, nearest first."""
    start = token.sent.start
    for index in range(token.i - 1, max(start, token.i - count) - 1, -1):
        yield token.doc[index]


def words_after(token: Token, count: int) -> Iterator[Token]:
    """Up to ``count`` tokens of the same sentence to the right."""
    for index in range(token.i + 1, min(token.sent.end, token.i + 1 + count)):
        yield token.doc[index]


def to_before(verb: Token) -> Token | None:
    """The "to" that makes the verb an infinitive, with adverbs between them allowed."""
    for token in words_before(verb, 4):
        if token.lower_ == "to" and token.tag_ in ("TO", "IN"):
            return token
        if token.pos_ not in ("ADV", "PART", "AUX") and token.lower_ not in (
            "have",
            "be",
            "been",
            "co",
            "-",
            "jointly",
            "“",
            '"',
            "‘",
        ):
            return None
    return None


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb in their order, taken from the words before it where the parse gives none."""
    found = children(verb, "aux", "auxpass")
    if found:
        return found
    near = []
    for token in words_before(verb, 4):
        if token.pos_ == "AUX" or token.lower_ in MODALS:
            near.append(token)
        elif token.pos_ not in ("ADV", "PART"):
            break
    return near[::-1]


def negated(verb: Token) -> bool:
    """Whether the verb, or its auxiliary, carries a negation."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "n't"):
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and child.left_edge.lower_ in ("neither", "nobody", "none"):
            return True
    return any(token.lower_ in ("not", "n't", "never") for token in words_before(verb, 2))


def passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, a bare participle after a noun included."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    auxes = auxiliaries(verb)
    if auxes:
        return auxes[-1].lemma_ == "be"
    if verb.dep_ == "acl" and verb.sent.root.pos_ in ("NOUN", "PROPN") and verb.doc[verb.i - 1].lower_ == ",":
        # "The minister, A, met B": the parser takes the sentence's only verb for a participle.
        return False
    return verb.dep_ in ("acl", "advcl", "conj", "ROOT", "amod") and not any(c.dep_ == "dobj" for c in verb.children)


_PARTITIVES = frozenset(
    "round series number string set day hour bout marathon host couple pair part half kind sort week".split()
)


def whole(noun: Token) -> Token:
    """The noun that the given one is counted by: "round" of "the third round of talks"; else itself."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ in _PARTITIVES:
        return above.head
    return noun


def governor(noun: Token) -> tuple[Token | None, Token | None]:
    """The preposition the noun hangs on, if any, and the verb or noun above it. Conjuncts look through to the first."""
    token = noun
    for _ in range(6):
        if (counted := whole(token)) is not token:
            token = counted
            continue
        if (
            token.dep_ in ("conj", "appos", "nmod", "compound")
            and token.head.i != token.i
            and token.head.pos_
            in (
                "NOUN",
                "PROPN",
            )
        ):
            token = token.head
            continue
        break
    head = token.head
    if head.i == token.i:
        return None, None
    if head.pos_ in ("ADP", "SCONJ") or head.dep_ in ("prep", "agent"):
        above = head.head
        for _ in range(3):
            if above.dep_ in ("prep", "pcomp") and above.pos_ in ("ADP", "SCONJ", "ADV"):
                above = above.head
        return head, above if above.i != head.i else None
    return None, head


def phrase_start(noun: Token) -> int:
    """Index of the first word of the noun's phrase, by tag: determiners, adjectives, nouns, possessors, numbers."""
    index = noun.i
    doc: Doc = noun.doc
    start = noun.sent.start
    while index > start and (
        doc[index - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")
        or doc[index - 1].tag_ in ("HYPH", "POS", "VBN", "VBG", "AFX", "``", "''")
        or (
            doc[index - 1].lower_ in ("-", "–", "to")
            and doc[index - 2 if index > 1 else 0].lower_ in ("-", "one", "face")
        )
    ):
        index -= 1
        if doc[index].pos_ == "DET" or doc[index].tag_ == "PRP$":
            break
    return index
