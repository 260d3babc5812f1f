"""Who is quoted in a sentence, and by which word: verbs of saying, "according to", statements and readouts."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from loaders.extract.bodies import Speaker
from loaders.extract.clauses import word_set
from loaders.extract.scene import Scene
from loaders.extract.speakers import outlet, speaker

_DENYING = word_set("deny dismiss refute reject exclude")
_SAYING = word_set(
    "say tell announce report confirm add note write state post reveal disclose declare explain stress deny"
    " dismiss claim recount remark acknowledge comment reaffirm reiterate emphasize emphasise quote insist repeat"
    " counter publish argue indicate warn hint cite suggest recall describe underline admit inform concede"
    " maintain clarify refute believe tweet specify elaborate assert allege observe respond contend relay affirm"
    " characterise characterize summarise summarize outline complain boast joke caution"
)
_BARE_OBJECT = word_set(
    "announce confirm deny dismiss disclose reveal report reaffirm refute publish describe quote cite affirm recount"
    " characterise characterize summarise summarize outline"
)
"""Verbs that quote somebody for a thing as well as for a clause: "confirmed the visit"."""

_UNTRUE = word_set("untrue false baseless fake wrong incorrect unfounded groundless fabricated")
_MISPARSED = word_set("say add note claim argue write")
"""Verbs whose clause the parser now and then takes for a thing: "said the two discussed rail links"."""

_WORDS = word_set("words telling account version reading rendering")
"""After "in" or "by" they quote whom they belong to: "in the words of the ministry", "by Cairo's account"."""

_TAGGED_NOUNS = ("reports", "claims", "notes", "states")
"""Verbs that a small model takes for nouns at the end of a sentence: "…, Clarín reports."."""

_LEARNING = word_set("learned learnt understands heard")
_NAMING = word_set("give name cite list")
"""With "as" they quote: "the agency gave Riga as the place"."""

_OFFERING = word_set("offer propose")
"""With a thing offered they say that a contact may be: "has offered his capital for the talks"."""

_MODALS = word_set("can could would might may must should to will shall ca wo")
_TO_PUBLIC = word_set(
    "reporter reporters journalist journalists press media agency newspaper broadcaster television tv news"
    " parliament lawmakers conference briefing interview correspondents outlet channel radio forum audience"
    " senators congress deputies council assembly writers anchor host viewers magazine desk us me station paper"
)
"""Whom one tells things that count as a quotation; what one side tells the other is part of the contact."""

_ADDRESSING = word_set("tell inform assure warn remind brief")
_STATEMENT = word_set("statement readout communique communiqué account release summary transcript post report message")
_ISSUING = word_set("issue release publish post put circulate carry")
_TAIL = 14
"""Tokens of a broken-off end of a sentence that says who said it."""

_QUOTES = ('"', "“", "”", "``", "''", "«", "»")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: who, by which word, and the sentence's number."""

    speaker: Speaker
    verb: Token
    sentence: int
    denies: bool = False
    whole: bool = False
    """The words stand at an end of the sentence and so cover all of it: "…, according to the ministry."."""


class Quoted:
    """Reads the sentences of an article in order and keeps who was quoted last, for "it said", "the statement"."""

    def __init__(self, scene: Scene) -> None:
        """Start with nobody quoted."""
        self._scene = scene
        self._last: Speaker | None = None
        self._outlet: Speaker | None = None

    def read(self, sentence: Span, number: int, framed: set[int]) -> list[Quotation]:
        """The quotations of the next sentence, outermost speakers only; ``framed`` tokens tell of contacts."""
        found: list[Quotation] = []
        for token in sentence:
            if token.i in framed:
                continue
            who = self._at(token)
            if who is None or any(other.speaker.by == who.by for other in found):
                continue
            if not who.outlet and any(o.verb in token.ancestors and o.verb.lemma_ in _SAYING for o in found):
                continue
            found = [
                other
                for other in found
                if not (token in other.verb.ancestors and token.lemma_ in _SAYING and other.verb.lemma_ in _SAYING)
            ]
            found.append(Quotation(who, token, number, _denies(token), _at_end(token, who, sentence)))
            if who.outlet:
                self._outlet = who
            if not who.person:
                self._last = who
        return found

    def _at(self, token: Token) -> Speaker | None:
        doc = self._scene.doc
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.lower_ == "according" and following is not None and following.lower_ == "to":
            return self._object(following)
        if token.lower_ == "per" and token.dep_ == "prep":
            found = self._object(token)
            return found if found is not None and not found.outlet else None
        if token.lower_ in _WORDS and token.head.lower_ in ("in", "by", "on"):
            return self._statement(token)
        if token.pos_ in ("VERB", "AUX"):
            if (
                token.lemma_ in _SAYING
                and _finite(token)
                and not _within_contact(self._scene, token)
                and _has_content(token)
            ):
                return self._subject(token)
            return self._by_phrase(token)
        if token.lower_ in _TAGGED_NOUNS and token.pos_ == "NOUN" and (sayer := _closing(token)) is not None:
            return self._speaker(sayer, token)
        if token.lower_ in _STATEMENT and token.pos_ in ("NOUN", "PROPN"):
            return self._statement(token)
        return None

    def _by_phrase(self, verb: Token) -> Speaker | None:
        """ "has learned that", "let it be known", "as the ministry put it", "spoke of", "what the ministry called"."""
        below = {child.lower_ for child in verb.children}
        if verb.lemma_ == "put" and "it" in below:
            return self._subject(verb)
        if verb.lemma_ == "call" and ("what" in below or below & _UNTRUE):
            return self._subject(verb)
        if verb.lemma_ in ("let", "make") and any(token.lower_ == "known" for token in verb.subtree):
            return self._subject(verb)
        if (verb.lower_ in _LEARNING and _finite(verb)) or (verb.lemma_ == "have" and {"it", "as"} <= below):
            found = self._subject(verb)
            return found if found is not None and found.outlet else None
        if verb.lemma_ == "speak" and "of" in below:
            return self._subject(verb)
        if verb.lemma_ in _NAMING and "as" in below and _finite(verb):
            found = self._subject(verb)
            return found if found is not None and not found.person else None
        if verb.lemma_ in _OFFERING and any(child.dep_ == "dobj" for child in verb.children) and _finite(verb):
            found = self._subject(verb)
            return found if found is not None and found.person else None
        return None

    def _subject(self, verb: Token) -> Speaker | None:
        """Who says it: the subject, who is quoted as saying, the noun right before, the subject of the verb above."""
        quoting = verb.lemma_ in ("quote", "cite")
        passive = any(child.dep_ in ("agent", "nsubjpass") for child in verb.children)
        sayers = [child for child in verb.children if child.dep_ == "nsubj" or (quoting and child.dep_ == "nsubjpass")]
        if quoting and not passive:
            sayers = [child for child in verb.children if child.dep_ == "dobj"] + sayers
        beside = _beside(verb)
        if beside is not None and (not sayers or any(t.text == "," for t in verb.doc[sayers[-1].i : beside.i])):
            sayers.insert(0, beside)
        for sayer in sayers:
            relative = sayer.lower_ in ("which", "that", "who") and verb.dep_ == "relcl"
            found = self._speaker(verb.head if relative else sayer, verb)
            if found is not None:
                return found
        agent = next((child for child in verb.children if child.dep_ == "agent"), None)
        if agent is not None and verb.lemma_ in _BARE_OBJECT:
            return self._object(agent)
        above = verb.head
        if not sayers and verb.dep_ in ("conj", "advcl") and above.pos_ == "VERB":
            return None if any(child.dep_ == "mark" for child in verb.children) else self._subject(above)
        return None

    def _speaker(self, token: Token, verb: Token | None) -> Speaker | None:
        lower = token.lower_
        if lower in ("it", "this", "that", "which") or (
            token.lemma_.lower() in _STATEMENT and not any(c.dep_ in ("poss", "acl", "prep") for c in token.children)
        ):
            return self._last
        if (
            lower in ("newspaper", "paper", "daily", "agency", "broadcaster", "outlet", "channel")
            and token.pos_ == "NOUN"
        ):
            found = speaker(self._scene, token, verb)
            return found or self._outlet
        return speaker(self._scene, token, verb)

    def _object(self, preposition: Token) -> Speaker | None:
        doc = self._scene.doc
        target = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if target is None and preposition.i + 1 < len(doc):
            target = doc[preposition.i + 1]
            while target.pos_ in ("DET", "ADJ") and target.i + 1 < len(doc):
                target = doc[target.i + 1]
        if target is not None and target.lemma_.lower() in _STATEMENT:
            return self._statement(target) or self._last
        if target is None:
            return None
        found = self._speaker(target, None)
        if found is None and preposition.head.lower_ == "according":
            return outlet(target, named=True)
        return found

    def _statement(self, noun: Token) -> Speaker | None:
        """ "a statement by the ministry", "the ministry's readout", "the ministry issued a statement"."""
        for child in noun.children:
            if child.dep_ == "poss":
                return self._speaker(child, None)
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
                return self._object(child)
            if child.lower_ == "of" and noun.lower_ in _WORDS:
                return self._object(child)
            if child.dep_ == "prep" and child.lower_ in ("in", "on") and noun.lower_ in ("report", "statement"):
                found = self._object(child)
                if found is not None and found.outlet:
                    return found
            if child.dep_ == "acl" and child.lemma_ in _ISSUING:
                agent = next((c for c in child.children if c.dep_ == "agent"), None)
                if agent is not None:
                    return self._object(agent)
        if noun.dep_ == "dobj" and noun.head.lemma_ in _ISSUING:
            return self._subject(noun.head)
        following = noun.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else None
        if following is not None and following.lower_ in ("by", "from", "in", "on"):
            found = self._object(following)
            return found if found is not None and (found.outlet or following.lower_ in ("by", "from")) else None
        return None


def _denies(token: Token) -> bool:
    return token.lemma_ in _DENYING or (token.lemma_ == "call" and any(c.lower_ in _UNTRUE for c in token.children))


def continues(sentence: Span) -> bool:
    """Whether the parser broke a sentence in two: "They met in Riga, | the ministry said."."""
    if sentence.start == 0:
        return False
    before = sentence.doc[sentence.start - 1].text
    if before in ("”", '"'):
        return sentence.text[:1].islower()
    return "\n" not in before and before not in (".", "!", "?", ":", "…", ")", "]", "*")


def _at_end(token: Token, who: Speaker, sentence: Span) -> bool:
    if continues(sentence) and len(sentence) < _TAIL:
        return True
    begin, end = min(token.i, who.start), max(token.i + 1, who.end)
    after = [other for other in sentence.doc[end : sentence.end] if not other.is_punct and not other.is_space]
    before = [other for other in sentence.doc[sentence.start : begin] if not other.is_punct and not other.is_space]
    left = begin - 1
    while left > sentence.start and sentence.doc[left].pos_ in ("DET", "ADJ", "ADV"):
        left -= 1
    return len(after) < 8 and len(before) > 2 and sentence.doc[left].text in (",", "”", '"', "—", "–", ";")


def _finite(verb: Token) -> bool:
    """Whether something is said, not only could be, and not denied to have been said."""
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    modal = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ in _MODALS), None)
    return modal is None or any(token.lower_ == "only" for token in verb.doc[modal.i : verb.i + 2])


def _has_content(verb: Token) -> bool:
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
            or verb.lemma_ in _BARE_OBJECT
            or verb.lemma_ == "tell"
        )
    has_object = any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)
    return has_object and (verb.lemma_ in _BARE_OBJECT or verb.lemma_ in _MISPARSED)


def _within_contact(scene: Scene, verb: Token) -> bool:
    """ "told him that", "admitted to Wang": said by one side to the other, not to the public."""
    for child in verb.children:
        told = verb.lemma_ in _ADDRESSING and child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i
        if told and child.dep_ != "prep" and child.lower_ != "to":
            return not any(word.lower_ in _TO_PUBLIC or word.lemma_.lower() in _TO_PUBLIC for word in child.subtree)
        if child.lower_ == "to" and child.dep_ in ("prep", "dative") and child.i > verb.i:
            target = next((c for c in child.children if c.dep_ == "pobj"), None)
            mention = scene.at(target) if target is not None else None
            if mention is not None and all(entity.is_person for entity in mention.entities):
                return True
    return False


def _closing(word: Token) -> Token | None:
    """Who says it, where the word closes the sentence after a comma and a name."""
    doc = word.doc
    if any(not token.is_punct and not token.is_space for token in doc[word.i + 1 : word.sent.end]):
        return None
    index = word.i - 1
    while index > word.sent.start and doc[index].text in ("*", "_"):
        index -= 1
    sayer = doc[index]
    while index > word.sent.start and (doc[index].pos_ in ("PROPN", "NOUN", "ADJ", "DET") or doc[index].text in "*_"):
        index -= 1
    return sayer if sayer.pos_ in ("PROPN", "NOUN") and doc[index].text in (",", "”", '"') else None


def _beside(verb: Token) -> Token | None:
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
