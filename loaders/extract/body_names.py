"""How far the name of a body reaches, and which names bodies of many countries have."""

import re

from spacy.tokens import Token

GENERIC = re.compile(
    r"(?:(?:Foreign|Defen[cs]e|Interior|Finance|Presidential|President['’]s) )?(?:Ministry|Office|Presidency|Palace)"
)
"""Names that bodies of many countries have: the country of the dateline is meant where the text gives none."""


_NAME = 9
"""Tokens of a body's name after its noun, at most."""


def name_end(token: Token) -> int:
    """Past the name after the noun: "Ministry of Foreign Affairs and Trade"."""
    doc = token.doc
    end = at = token.i + 1
    if at + 1 >= len(doc) or doc[at].lower_ != "of":
        return end
    while at < min(len(doc), token.i + _NAME):
        if doc[at].text[0].isupper() and doc[at].pos_ != "VERB":
            end = at + 1
        elif doc[at].lower_ not in ("of", "and", "the", "&", "for", "'s", "’s"):
            break
        at += 1
    return end
