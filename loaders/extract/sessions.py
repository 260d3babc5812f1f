"""Sessions of a body: its members are told of as one, and single people only as those who chair, come or stay away."""

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, subjects
from loaders.extract.grammar import children, governor, is_verb, phrase_start, words_after, words_before
from loaders.extract.lookup import lists
from loaders.extract.noun_sides import verb_above
from loaders.extract.scene import Form, Mention, Scene

_MEMBERS = frozenset("leaders ministers presidents heads chiefs envoys ambassadors members secretaries".split())
_COUNCILS = frozenset("council committee assembly eurogroup quartet group board".split())
_NOUNS = frozenset("meeting session talk gathering conference retreat consultation round summit".split())
_TO = frozenset("for to at".split())


def is_international(scene: Scene, mention: Mention) -> bool:
    """Whether the mention means an international body, or its members as one."""
    if len(mention.entities) != 1 or mention.entities[0].is_person:
        return False
    entity = mention.entities[0]
    polity = lists(scene.doc).polities.get(entity.polity or "")
    return polity is not None and polity.kind != "country"


def members_of_body(scene: Scene, mention: Mention) -> frozenset[str]:
    """The words that name the body in "the leaders of the Pacific Islands Forum", "the UN Security Council"."""
    words = scene.doc[mention.start : mention.end]
    if not is_international(scene, mention) or not any(t.lower_ in _MEMBERS | _COUNCILS for t in words):
        return frozenset()
    return frozenset(t.lower_ for t in words if t.pos_ == "PROPN" and t.lower_ not in _MEMBERS)


def session_of(scene: Scene, noun: Token, own: list[Mention]) -> frozenset[str] | None:
    """Whose session the noun means, as words; None where it is no session of a body.

    The body owns it ("the G20 foreign ministers' meeting") or is the subject of its verb ("the ministers of the
    alliance were in session").
    """
    if noun.lemma_.lower() not in _NOUNS:
        return None
    for mention in own:
        if words := members_of_body(scene, mention):
            return words
    above = verb_above(noun)
    if above is not None and not own and noun.dep_ in ("pobj", "dobj", "attr"):
        for mention in subjects.subject(scene, above, guess=False):
            if words := members_of_body(scene, mention):
                return words
    that = noun.doc[noun.i + 1] if noun.i + 2 < len(noun.doc) else None
    if that is not None and that.lower_ in ("that", "which"):
        holder = naming.starting(scene, noun.i + 2)
        if holder is not None and holder.end < len(noun.doc) and noun.doc[holder.end].lemma_ in ("hold", "have"):
            return members_of_body(scene, holder) or None
    return _of_unknown(scene, noun)


def _of_unknown(scene: Scene, noun: Token) -> frozenset[str] | None:
    """ "the Quint interior ministers' meeting", "a meeting of the Heads of State of the Alps"."""
    doc = noun.doc
    before = doc[min(phrase_start(noun), noun.left_edge.i) : noun.i]
    after = list(words_after(noun, 9)) if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ == "of" else []
    near = [*before, *after]
    if not any(token.lower_ in _MEMBERS for token in near):
        return None
    names = [t for t in near if t.text[:1].isupper() and not t.is_sent_start and t.lower_ not in _MEMBERS]
    if any((m := scene.at(t)) is not None and m.form in (Form.POLITY, Form.NAME, Form.SURNAME) for t in names):
        return None
    return frozenset(t.lower_ for t in names) or None


def backdrop(noun: Token) -> bool:
    """Whether others meet on the occasion only: "on the sidelines of the summit"."""
    near = [token.lower_ for token in noun.doc[max(noun.sent.start, phrase_start(noun) - 4) : noun.i]]
    return bool({"sidelines", "margins", "fringes"} & set(near))


def attending(scene: Scene, noun: Token) -> list[Mention]:
    """Who is said to be at the session beside its own noun.

    Who hosts or chairs it in a clause on it, travels to it, or does something there: "the summit in Lima, where A
    spoke", "a meeting which A chaired".
    """
    found: list[Mention] = []
    for child in children(noun, "relcl"):
        if child.lemma_ in ("host", "chair", "attend", "open", "lead", "convene"):
            found.extend(subjects.subject(scene, child))
    preposition, above = governor(noun)
    goes_to = preposition is not None and preposition.lower_ in _TO and above is not None and is_verb(above)
    if goes_to and above is not None and above.lemma_ in frames.TRAVEL | {"host", "welcome", "gather"}:
        found.extend(subjects.subject(scene, above))
    found.extend(_inside(scene, noun))
    return [m for m in found if naming.people_first(m)]


def _inside(scene: Scene, noun: Token) -> list[Mention]:
    for token in words_after(noun, 12):
        which = token.lower_ == "which" and token.doc[token.i - 1].lower_ in ("at", "in", "during")
        if token.lower_ == "where" or which:
            verb = next((t for t in words_after(token, 24) if is_verb(t) and t.tag_ in ("VBD", "VBZ", "VBP")), None)
            if verb is None:
                return []
            found = subjects.subject(scene, verb)
            inside = [m for m in found if m.start > token.i]
            given = [m for _, group in sides.after(scene, verb, ("to",), 6)[:1] for m in group]
            return [*inside, *given] if inside else []
        if token.lower_ in (";", "."):
            break
    return []


def in_session(verb: Token) -> bool:
    """Whether the verb only tells what was done at a summit: "the summit in Lima, where A and B spoke"."""
    return verb.dep_ in ("relcl", "advcl", "ccomp") and any(
        token.lower_ == "where" and any(t.lemma_ in _NOUNS for t in words_before(token, 12))
        for token in words_before(verb, 30)
    )
