"""Puts right the tags of contact verbs that the model took for nouns or adjectives between two names."""

from spacy.tokens import Doc, Span, Token

from loaders.extract.frames import TRAVEL, WIRE
from loaders.extract.verb_frames import VERBS

_IRREGULAR = {
    "met": "meet",
    "rang": "ring",
    "spoke": "speak",
    "saw": "see",
    "held": "hold",
    "flew": "fly",
    "went": "go",
    "gave": "give",
    "sat": "sit",
    "wrote": "write",
    "sent": "send",
}
_CLAUSES = frozenset("relcl advcl ccomp".split())
"""Arcs on which a verb hangs: so the parser took for one what the tagger did not."""
_AFTER = frozenset("with to in at by on for the a his her their together separately again briefly".split())


def _forms() -> dict[str, tuple[str, str]]:
    """Lemma and tag by form."""
    found = {form: (lemma, "VBD") for form, lemma in _IRREGULAR.items()}
    past = set(_IRREGULAR.values())
    for lemma in (*VERBS, *TRAVEL, *WIRE, "hold", "write", "chair", "attend"):
        if lemma not in past and not lemma.endswith("ut"):
            found.setdefault(_past(lemma), (lemma, "VBD"))
        found.setdefault(lemma + ("es" if lemma.endswith(("ch", "sh")) else "s"), (lemma, "VBZ"))
    return found


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return f"{lemma}{lemma[-1]}ed" if lemma in ("chat", "confer", "drop", "hurry") else lemma + "ed"


_FORMS = _forms()


def mend(doc: Doc) -> None:
    """Sets tag, part of speech and lemma of "Otieno informed Okello" where the model reads an adjective.

    The present ("heads to Cairo") is taken for a verb only where its sentence has no other verb.
    """
    for token in doc:
        if _surname(token):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
            continue
        known = _FORMS.get(token.lower_)
        if known is None:
            continue
        if token.tag_.startswith("VB"):
            if known[1] == "VBD" and token.lower_ != "saw":
                token.lemma_ = known[0]
            continue
        if not _between_names(token):
            continue
        if known[1] == "VBZ" and (token.tag_ != "NNS" or (token.dep_ not in _CLAUSES and _finite(token.sent))):
            continue
        token.lemma_, token.tag_ = known
        token.pos_ = "VERB"


def _surname(token: Token) -> bool:
    """Whether a capitalised word behind a name is read as a verb: "Prime Minister Modi", outside title case."""
    if not token.tag_.startswith("VB") or not token.text.istitle() or token.lower_ in _FORMS or token.is_sent_start:
        return False
    if token.i == 0 or token.doc[token.i - 1].pos_ != "PROPN":
        return False
    words = [other for other in token.sent if other.is_alpha and len(other) > 3]
    return sum(other.text.istitle() for other in words) * 3 < len(words) * 2


def _between_names(token: Token) -> bool:
    doc = token.doc
    if token.i == 0 or token.i + 1 >= len(doc) or token.is_sent_start or token.text != token.lower_:
        return False
    before, after = doc[token.i - 1], doc[token.i + 1]
    named = before.text[:1].isupper() and before.is_alpha and before.pos_ not in ("DET", "ADP", "SCONJ", "CCONJ")
    return named and (after.text[:1].isupper() or after.lower_ in _AFTER)


def _finite(sentence: Span) -> bool:
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB") for token in sentence)
