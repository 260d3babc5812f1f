"""Who is quoted in a sentence, and by which word: verbs of saying, "according to", statements and readouts."""

from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from loaders.extract.bodies import Speaker, body_phrase, is_body
from loaders.extract.clauses import word_set
from loaders.extract.lookup import adjective, lists
from loaders.extract.outlets import outlet, set_apart_outlet
from loaders.extract.saying import (
    BARE_OBJECT,
    CALLED_UNTRUE,
    ISSUING,
    QUOTING,
    at_end,
    beside,
    closes,
    denies,
    finite,
    has_content,
    judged,
    line_from,
    set_apart,
    stands_alone,
    within,
    within_contact,
)
from loaders.extract.scene import Form, Scene
from loaders.extract.speakers import speaker
from loaders.extract.spokespeople import is_spokesperson
from loaders.extract.verdicts import CLAIMS
from loaders.extract.voices import Voice

_WORDS = word_set("words telling account version reading rendering")
"""After "in" or "by" they quote whom they belong to: "in the words of the ministry", "by Cairo's account"."""

_LEARNING = word_set("learned learnt understands heard")
_NAMING = word_set("give name cite list")
"""With "as" they quote: "the agency gave Riga as the place"."""

_PARTICULARS = word_set("date place venue time day account version details")

_PUTTING_OFF = word_set("cancel postpone scrap delay refuse decline withdraw pull call put reject skip")
"""With a reason given, they say that a contact will not be: "cancelled the trip, citing the strikes"."""

_OFFERING = word_set("offer propose")
"""With a thing offered they say that a contact may be: "has offered his capital for the talks"."""


_STATEMENT = word_set(
    "statement readout communique communiqué account version release summary transcript post report message"
    " note bulletin handout announcement declaration"
)
_HANDING = word_set("deliver convey hand send carry bring give pass receive take bear")
"""Verbs whose object, a message or note, is a contact and no source."""

_JOINT = word_set("statement communique communiqué")
"""What several issue together, and which is quoted under its own name."""


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
        self._voice = Voice(scene)

    def read(self, sentence: Span, number: int, framed: set[int]) -> list[Quotation]:
        """The quotations of the next sentence, outermost speakers only; ``framed`` tokens tell of contacts."""
        found: list[Quotation] = []
        for token in sentence:
            if token.i in framed:
                continue
            who = self._at(token)
            if who is None or any(other.speaker.by == who.by for other in found):
                continue
            inner = any(within(token, other.verb) and other.verb.lemma_ in QUOTING for other in found)
            if inner and not who.outlet and not stands_alone(token, who, sentence):
                continue
            if token.lemma_ in _OFFERING and found:
                continue
            found = [
                other
                for other in found
                if not (within(other.verb, token) and token.lemma_ in QUOTING and other.verb.lemma_ in QUOTING)
            ]
            found.append(Quotation(who, token, number, denies(token), at_end(token, who, sentence)))
            if who.outlet:
                self._outlet = who
            if not who.person:
                self._last = who
        self._voice.hear(sentence, number, [act.speaker for act in found])
        aside = {act.verb.head.i for act in found if act.verb.dep_ == "parataxis"}
        found = [act for act in found if act.verb.i not in aside]
        if any(act.whole and act.verb.lower_ in ("according", "per") for act in found):
            # "He explained that …, according to the ministry": what he told the other side.
            found = [act for act in found if not act.speaker.person or act.verb.lower_ in ("according", "per")]
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
                token.lemma_ in QUOTING
                and finite(token)
                and not within_contact(self._scene, token)
                and has_content(token)
            ):
                return self._subject(token)
            return self._by_phrase(token)
        if token.tag_ == "NNS" and token.lower_[:-1] in QUOTING and closes(token):
            return self._by_order(token)
        if token.lower_ in _STATEMENT and token.pos_ in ("NOUN", "PROPN"):
            return self._statement(token)
        return None

    def _by_phrase(self, verb: Token) -> Speaker | None:
        """ "has learned that", "let it be known", "as the ministry put it", "spoke of", "what the ministry called"."""
        below = {child.lower_ for child in verb.children}
        if verb.lemma_ == "reject" and any(c.dep_ == "dobj" and c.lemma_ in CLAIMS for c in verb.children):
            return self._subject(verb)
        if "it" in below and (verb.lemma_ == "put" or ("as" in below and verb.lemma_ in ("tell", "have", "see"))):
            return self._subject(verb)
        if not finite(verb):
            return None
        if verb.lemma_ == "call" and ("what" in below or below & CALLED_UNTRUE or judged(verb)):
            return self._subject(verb)
        if verb.lemma_ in ("let", "make") and any(token.lower_ in ("known", "understood") for token in verb.subtree):
            return self._subject(verb)
        if verb.lower_ in _LEARNING or (verb.lemma_ == "have" and "it" in below):
            found = self._subject(verb)
            return found if found is not None and found.outlet else None
        if verb.lemma_ in ("use", "echo") and any(c.dep_ == "dobj" and c.lemma_ == "word" for c in verb.children):
            return self._subject(verb)
        if verb.lemma_ == "speak" and "of" in below and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return self._subject(verb)
        if verb.lemma_ in _NAMING and ("as" in below or below & _PARTICULARS):
            found = self._subject(verb)
            return found if found is not None and not found.person else None
        if verb.lemma_ in _OFFERING and any(child.dep_ == "dobj" for child in verb.children):
            found = self._subject(verb)
            return found if found is not None and found.person else None
        return None

    def _by_order(self, verb: Token) -> Speaker | None:
        """Who stands between a comma and the verb, which a small model takes for a noun now and then."""
        words = set_apart(verb)
        if words is None:
            return None
        found = self._speaker(self._scene.doc[words[1] - 1], verb)
        if found is not None and found.start >= words[0]:
            owner = lists(self._scene.doc).polities.get(self._scene.doc[words[0]].text)
            if owner is not None and found.polity is None and not found.outlet and not found.person:
                return replace(found, by=f"{adjective(self._scene.doc, owner.name)} {found.by}", polity=owner.name)
            return found
        return set_apart_outlet(self._scene.doc, *words)

    def _subject(self, verb: Token) -> Speaker | None:
        """Who says it: the subject, who is quoted as saying, the noun right before, the subject of the verb above."""
        quoting = verb.lemma_ in ("quote", "cite")
        passive = any(child.dep_ in ("agent", "nsubjpass") for child in verb.children)
        sayers = [child for child in verb.children if child.dep_ == "nsubj" or (quoting and child.dep_ == "nsubjpass")]
        if quoting and not passive:
            sayers = [child for child in verb.children if child.dep_ == "dobj"] + sayers
        if len(sayers) > 1 and any(t.text == "," for t in verb.doc[sayers[0].i : sayers[1].i]):
            sayers = sayers[::-1]
        before = beside(verb)
        if before is not None and (not sayers or any(t.text == "," for t in verb.doc[sayers[-1].i : before.i])):
            sayers.insert(0, before)
        for sayer in sayers:
            relative = sayer.lower_ in ("which", "that", "who") and verb.dep_ == "relcl"
            found = self._speaker(verb.head if relative else sayer, verb)
            if found is not None:
                return found
        if not sayers and (named := self._set_off(verb)) is not None:
            return named
        agent = next((child for child in verb.children if child.dep_ == "agent"), None)
        if agent is not None and verb.lemma_ in BARE_OBJECT:
            return self._object(agent)
        above = verb.head
        if quoting and verb.dep_ == "advcl" and above.lemma_ in _PUTTING_OFF:
            return self._subject(above)
        if verb.lower_ == "saying" and (source := line_from(verb)) is not None:
            return self._speaker(source, None)
        if verb.lower_ == "confirming" and verb.dep_ == "advcl" and above.lemma_ not in QUOTING:
            return None
        if not sayers and verb.dep_ in ("conj", "advcl") and above.pos_ == "VERB":
            return None if any(child.dep_ == "mark" for child in verb.children) else self._subject(above)
        return None

    def _set_off(self, verb: Token) -> Speaker | None:
        """ "…, the president's adviser, A, said."."""
        if verb.i < 2 or verb.doc[verb.i - 1].text != "," or verb.tag_ not in ("VBD", "VBZ", "VBP"):
            return None
        mention = self._scene.at(verb.i - 2)
        if mention is None or mention.form is not Form.NAME or not mention.entities[0].is_person:
            return None
        return speaker(self._scene, verb.doc[mention.root], verb) if verb.doc[mention.start - 1].pos_ != "ADP" else None

    def _speaker(self, token: Token, verb: Token | None) -> Speaker | None:
        lower = token.lower_
        if lower in ("it", "this", "that", "which"):
            return self._last
        if lower in ("he", "she") and (goes_on := self._voice.goes_on(token, verb)) is not None:
            return goes_on
        if is_spokesperson(token) and [child.lower_ for child in token.children] == ["the"]:
            return self._voice.spokesperson
        if token.lemma_.lower() in _STATEMENT and not any(c.dep_ in ("poss", "acl", "prep") for c in token.children):
            return self._statement(token) or self._last
        if (
            lower in ("newspaper", "paper", "daily", "agency", "broadcaster", "outlet", "channel")
            and token.pos_ == "NOUN"
        ):
            found = speaker(self._scene, token, verb)
            return found or self._outlet
        return speaker(self._scene, token, verb)

    def _object(self, preposition: Token, named: bool = False) -> Speaker | None:
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
        if found is None and (named or preposition.head.lower_ == "according"):
            return outlet(target, named=True)
        return found

    def _statement(self, noun: Token) -> Speaker | None:
        """ "a statement by the ministry", "the ministry's readout", "the ministry issued a statement"."""
        if noun.dep_ == "dobj" and noun.head.lemma_ in _HANDING:
            return None
        if noun.lower_ in _JOINT and noun.dep_ != "dobj" and any(child.lower_ == "joint" for child in noun.children):
            return Speaker(f"joint {noun.lower_}", noun.i - 1, noun.i + 1)
        for child in noun.children:
            if child.dep_ == "poss" and child.lower_ in ("its", "their") and noun.lower_ in _WORDS:
                return self._outlet if child.lower_ == "its" else None
            if child.dep_ == "poss":
                return self._speaker(child, None)
            if child.dep_ == "compound" and is_body(child) and (body := body_phrase(self._scene, child)) is not None:
                return body
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
                return self._object(child, named=noun.lower_ == "report")
            if child.lower_ == "of" and noun.lower_ in _WORDS:
                return self._object(child)
            if child.dep_ == "prep" and child.lower_ in ("in", "on") and noun.lower_ in ("report", "statement"):
                found = self._object(child, named=noun.lower_ == "report")
                if found is not None and found.entity is not None and not (found.entity.office or found.entity.polity):
                    found = outlet(self._scene.doc[found.end - 1], named=True)
                if found is not None and found.outlet:
                    return found
            if child.dep_ == "acl" and child.lemma_ in ISSUING:
                agent = next((c for c in child.children if c.dep_ == "agent"), None)
                if agent is not None:
                    return self._object(agent)
        if noun.dep_ == "dobj" and noun.head.lemma_ in ISSUING:
            if not finite(noun.head):
                return None
            return self._subject(noun.head)
        for people in noun.children:
            if people.dep_ in ("amod", "compound", "nmod") and people.text[0].isupper():
                mention = self._scene.at(people)
                known = mention.entities[0].polity if mention is not None and len(mention.entities) == 1 else None
                polity = lists(self._scene.doc).polities.get(known or people.text)
                if polity is not None:
                    return Speaker(polity.name, people.i, noun.i + 1, None, polity=polity.name)
        following = noun.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else None
        if following is not None and following.lower_ in ("by", "from", "in", "on"):
            found = self._object(following)
            return found if found is not None and (found.outlet or following.lower_ in ("by", "from")) else None
        return None
