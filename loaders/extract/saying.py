"""What makes a verb one of quoting: that something is said, to the public, and by whom right before it."""

from spacy.tokens import Span, Token

from loaders.extract.bodies import Speaker
from loaders.extract.clauses import word_set
from loaders.extract.scene import Scene
from loaders.extract.verdicts import DISBELIEF, UNTRUE

QUOTING = word_set(
    "say tell announce report confirm add note write state post reveal disclose declare explain stress deny"
    " dismiss claim recount remark acknowledge comment reaffirm reiterate emphasize emphasise quote insist repeat"
    " counter publish argue indicate warn hint cite suggest recall describe underline admit inform concede"
    " maintain clarify refute tweet specify elaborate assert allege observe respond contend relay affirm"
    " characterise characterize summarise summarize outline complain boast joke caution"
    " ridicule rubbish rebut dispute contradict debunk blame list"
)
BARE_OBJECT = word_set(
    "announce confirm deny dismiss disclose reveal report reaffirm refute publish describe quote cite affirm recount"
    " recall ridicule rubbish rebut dispute contradict debunk blame"
    " characterise characterize summarise summarize outline list"
)
"""Verbs that quote somebody for a thing as well as for a clause: "confirmed the visit"."""
_MISPARSED = word_set("say add note claim argue write")
"""Verbs whose clause the parser now and then takes for a thing: "said the two discussed rail links"."""
ISSUING = word_set("issue release publish post put circulate carry make")
"""Verbs by which a statement comes from somebody: "a readout published by the ministry"."""
_MODALS = word_set("can could would might may must should to will shall ca wo")
_TO_PUBLIC = word_set(
    "reporter reporters journalist journalists press media agency newspaper broadcaster television tv news"
    " parliament lawmakers conference briefing interview correspondents outlet channel radio forum audience"
    " senators congress deputies council assembly writers anchor host viewers magazine desk us me station paper"
)
"""Whom one tells things that count as a quotation; what one side tells the other is part of the contact."""
_ADDRESSING = word_set("tell inform assure warn remind brief")
_APART = 8
"""Words of what stands between a comma and a verb of saying, at most."""

CALLED_UNTRUE = UNTRUE | word_set("groundless fabricated lie lies rubbish")
"""What a report is called; outside of such a phrase, "lies" may stand for where a town lies."""
_TAIL = 14
"""Tokens of a broken-off end of a sentence that says who said it."""
_JUDGED = word_set("meeting talk talks exchange conversation visit summit session discussion encounter call round")

_QUOTES = ('"', "“", "”", "``", "''", "«", "»")


def continues(sentence: Span) -> bool:
    """Whether the parser broke a sentence in two: "They met in Riga, | the ministry said."."""
    if sentence.start == 0:
        return False
    before = sentence.doc[sentence.start - 1].text
    if before in ("”", '"'):
        return sentence.text[:1].islower()
    return "\n" not in before and before not in (".", "!", "?", ":", "…", ")", "]", "*")


def finite(verb: Token) -> bool:
    """Whether something is said, not only could be, and not denied to have been said: "has published no readout"."""
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    if any(child.dep_ == "dobj" and child.left_edge.lower_ in ("no", "nothing", "little") for child in verb.children):
        return False
    modal = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ in _MODALS), None)
    if modal is None or any(token.lower_ == "only" for token in verb.doc[modal.i : verb.i + 2]):
        return True
    return verb.dep_ == "relcl" and verb.head.lower_ == "all"


def has_content(verb: Token) -> bool:
    """Whether a clause or words in quotation marks are said; for some verbs a thing is enough."""
    if verb.dep_ in ("parataxis", "ccomp") or any(
        child.dep_ in ("ccomp", "parataxis", "mark") for child in verb.children
    ):
        return True
    sentence = verb.sent
    if continues(sentence):
        return True
    if any(token.text in _QUOTES for token in sentence):
        return True
    if verb.doc[verb.i - 1].text == "," or (
        verb.i > sentence.start + 3 and any(t.text == "," for t in verb.doc[verb.i - 6 : verb.i])
    ):
        return (
            not any(child.dep_ == "dobj" for child in verb.children)
            or verb.lemma_ in BARE_OBJECT
            or verb.lemma_ == "tell"
        )
    has_object = any(child.dep_ in ("dobj", "nsubjpass") or child.lower_ == "as" for child in verb.children)
    return has_object and (verb.lemma_ in BARE_OBJECT or verb.lemma_ in _MISPARSED)


def within_contact(scene: Scene, verb: Token) -> bool:
    """ "told him that", "admitted to Wang": said by one side to the other, not to the public."""
    for child in verb.children:
        told = verb.lemma_ in _ADDRESSING and child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i
        if told and child.dep_ != "prep" and child.lower_ != "to":
            named = child.tag_ == "NNP" or not child.is_alpha
            unknown = named and _unknown(scene, child)
            public = any(word.lower_ in _TO_PUBLIC or word.lemma_.lower() in _TO_PUBLIC for word in child.subtree)
            return not (unknown or public)
        if child.lower_ == "to" and child.dep_ in ("prep", "dative"):
            target = next((c for c in child.children if c.dep_ == "pobj"), None)
            mention = scene.at(target) if target is not None else None
            if mention is not None and all(entity.is_person for entity in mention.entities):
                return True
    return False


def _unknown(scene: Scene, token: Token) -> bool:
    """Whether the name is nobody's whom the text places: an outlet's that the model takes for a person's, as a rule."""
    mention = scene.at(token)
    if mention is None:
        return True
    entity = mention.entities[0]
    placed = entity.office is not None or entity.polity is not None or not entity.is_person
    return not placed and sum(entity in other.entities for other in scene.mentions) == 1


def set_apart(verb: Token) -> tuple[int, int] | None:
    """The words between a comma and a verb of saying after it, half-open: "…, the LETA agency reports."."""
    doc = verb.doc
    index = verb.i - 1
    while index > verb.sent.start and doc[index].text not in (",", "”", '"') and verb.i - index <= _APART:
        if doc[index].pos_ == "VERB" and doc[index].text.islower():
            return None
        index -= 1
    if doc[index].text not in (",", "”", '"') or index == verb.sent.start:
        return None
    start, end = index + 1, verb.i
    while start < end and not doc[start].text[0].isalnum():
        start += 1
    while end > start and not doc[end - 1].text[0].isalnum():
        end -= 1
    return (start, end) if start < end else None


def beside(verb: Token) -> Token | None:
    """The noun right before the verb, abbreviations in brackets and adverbs skipped: "the Ministry (MEA) said"."""
    doc = verb.doc
    start = verb.sent.start
    index = verb.i - 1
    while index > start and (doc[index].pos_ in ("ADV", "AUX") or doc[index].text in (")", "*", "_")):
        if doc[index].text == ")":
            while index > start and doc[index].text != "(":
                index -= 1
        index -= 1
    token = doc[index]
    if index < start or token.pos_ not in ("NOUN", "PROPN") or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    while token.head.i != token.i and start <= token.head.i:
        above = token.head
        if token.dep_ == "pobj" and above.dep_ == "prep" and above.head.pos_ in ("NOUN", "PROPN"):
            above = above.head
        elif (
            token.dep_ not in ("compound", "nmod", "appos") or above.i > token.i or above.pos_ not in ("NOUN", "PROPN")
        ):
            break
        if any(other.text == "," for other in doc[above.i : index]):
            break
        token = above
    return token


def within(inner: Token, outer: Token) -> bool:
    """Whether what one verb says is part of what the other says: "A said that B had told him"."""
    if outer not in inner.ancestors or any(
        t.text == ";" for t in inner.doc[min(inner.i, outer.i) : max(inner.i, outer.i)]
    ):
        return False
    below = inner
    while below.head.i != outer.i:
        below = below.head
    contrasts = any(child.dep_ == "mark" and child.lower_ in ("while", "whereas") for child in below.children)
    return below.dep_ != "conj" and not contrasts


def judged(verb: Token) -> bool:
    """ "called the talks constructive": a contact is given a name or a quality."""
    return any(token.lemma_.lower() in _JUDGED for token in verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)])


def closes(word: Token) -> bool:
    """Whether nothing but marks follows in the sentence."""
    return all(token.is_punct or token.is_space for token in word.doc[word.i + 1 : word.sent.end])


def denies(token: Token) -> bool:
    """Whether the verb says that something is not so: "denied", "called false"."""
    return token.lemma_ in DISBELIEF or (
        token.lemma_ == "call" and any(c.lower_ in CALLED_UNTRUE for c in token.children)
    )


def at_end(token: Token, who: Speaker, sentence: Span) -> bool:
    """Whether speaker and verb close or open the sentence and so speak all of it: "…, the ministry said."."""
    if continues(sentence) and len(sentence) < _TAIL:
        return True
    begin, end = min(token.i, who.start), max(token.i + 1, who.end)
    after = [other for other in sentence.doc[end : sentence.end] if not other.is_punct and not other.is_space]
    before = [other for other in sentence.doc[sentence.start : begin] if not other.is_punct and not other.is_space]
    left = begin - 1
    while left > sentence.start and sentence.doc[left].pos_ in ("DET", "ADJ", "ADV"):
        left -= 1
    return len(after) < 8 and len(before) > 2 and sentence.doc[left].text in (",", "”", '"', "—", "–", ";")


def line_from(saying: Token) -> Token | None:
    """The ministry of "no more than a line from the ministry, saying that"."""
    before = saying.nbor(-2) if saying.i > saying.sent.start + 1 and saying.nbor(-1).text == "," else None
    return before if before is not None and before.dep_ == "pobj" and before.head.lower_ == "from" else None


def stands_alone(token: Token, who: Speaker, sentence: Span) -> bool:
    """Whether it quotes beside the verb above it: "A argued …, according to B", "A confirmed a report made by B"."""
    if token.lower_ == "according":
        return at_end(token, who, sentence)
    made = (child for child in token.children if child.dep_ == "acl" and child.lemma_ in ISSUING)
    return token.pos_ == "NOUN" and any(child.dep_ == "agent" for verb in made for child in verb.children)
