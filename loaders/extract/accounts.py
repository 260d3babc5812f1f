"""Who is quoted for a contact: what it was about, that it took place, when it will, and who comes."""

from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extract.clauses import word_set
from loaders.extract.scene import Event, Scene, Zone
from loaders.extract.speakers import Speaker, speaker
from loaders.extract.topics import topics_in
from schema.reading import Account, Span
from schema.vocabulary import Status

_DENYING = word_set("deny dismiss refute reject exclude")
_SAYING = word_set(
    "say tell announce report confirm add note write state post reveal disclose declare explain stress deny dismiss claim"
    " recount remark acknowledge comment reaffirm reiterate emphasize emphasise quote insist repeat counter publish argue"
    " indicate warn hint cite suggest recall describe underline admit inform concede maintain clarify refute"
)
_TO_PUBLIC = word_set(
    "reporter reporters journalist journalists press media agency newspaper broadcaster television tv news parliament"
    " lawmakers conference briefing interview correspondents outlet channel radio forum audience senators congress"
    " deputies council assembly writers anchor host viewers magazine"
)
"""Whom one tells things that count as a quotation; what one side tells the other is part of the contact."""

_ADDRESSING = word_set("tell inform assure warn ask urge remind thank brief")
_STATEMENT = word_set("statement readout communique communiqué account release summary transcript")
_ISSUING = word_set("issue release publish post put circulate carry")
_REACH = 2
"""Sentences after a contact in which a statement is still on it, if nothing else is told of."""


@dataclass(frozen=True, slots=True)
class _Act:
    """One quotation: who, by which word, and the sentence."""

    speaker: Speaker
    verb: Token
    sentence: int
    denies: bool


def attribute(scene: Scene, events: list[Event]) -> None:
    """Set the accounts of the merged events: each speaker once per contact, in the order of the text."""
    tellings = _tellings(scene, events)
    told: list[tuple[int, Event]] = []
    """Sentence and contact, as told so far."""
    for number, sentence in enumerate(scene.doc.sents):
        here = tellings.get(number, [])
        if scene.zones[number] is Zone.BODY:
            for act in _acts(scene, sentence, number, here):
                for event in _about(scene, act, here, told):
                    _add(scene, event, act)
        told.extend((number, event) for event, _ in here)


def _tellings(scene: Scene, events: list[Event]) -> dict[int, list[tuple[Event, int]]]:
    """For each sentence the contacts told in it, with the trigger of the telling."""
    found: dict[int, list[tuple[Event, int]]] = {}
    for event in events:
        for trigger in dict.fromkeys((event.trigger, *(telling.trigger for telling in event.tellings))):
            found.setdefault(scene.sentence(trigger), []).append((event, trigger))
    for pairs in found.values():
        pairs.sort(key=lambda pair: pair[1])
    return found


def _acts(scene: Scene, sentence: Words, number: int, here: list[tuple[Event, int]]) -> list[_Act]:
    """The quotations of a sentence, the outermost speakers only."""
    framed = {
        index
        for event, _ in here
        for telling in (event, *event.tellings)
        for index in (telling.trigger, *telling.words)
    }
    acts: list[_Act] = []
    for token in sentence:
        if token.i in framed:
            continue
        found = _quoted(scene, token)
        if found is None or any(act.speaker.by == found.by for act in acts):
            continue
        if any(act.verb in token.ancestors and act.verb.pos_ == "VERB" for act in acts):
            continue
        acts = [act for act in acts if not (token in act.verb.ancestors and token.pos_ == "VERB")]
        acts.append(_Act(found, token, number, token.lemma_ in _DENYING))
    return acts


def _quoted(scene: Scene, token: Token) -> Speaker | None:
    if token.pos_ in ("VERB", "AUX") and token.lemma_ in _SAYING:
        return None if _within_contact(scene, token) else _subject(scene, token)
    following = scene.doc[token.i + 1] if token.i + 1 < len(scene.doc) else None
    if token.lower_ == "according" and following is not None and following.lower_ == "to":
        return _object(scene, following)
    if token.lower_ in _STATEMENT and token.pos_ in ("NOUN", "PROPN"):
        return _statement(scene, token)
    return None


def _within_contact(scene: Scene, verb: Token) -> bool:
    """ "told him that", "warned Wang against": said by one side to the other, not to the public."""
    if verb.lemma_ not in _ADDRESSING:
        return False
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i:
            return not any(word.lower_ in _TO_PUBLIC or word.lemma_.lower() in _TO_PUBLIC for word in child.subtree)
    return False


def _subject(scene: Scene, verb: Token) -> Speaker | None:
    beside = _beside(verb)
    for child in verb.children:
        if child.dep_ == "nsubj":
            if child.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
                return speaker(scene, verb.head, verb)
            if child.lower_ in ("it", "this", "which", "that"):
                return _it(scene, child)
            if beside is not None and beside.i != child.i and any(t.text == "," for t in scene.doc[child.i : beside.i]):
                return speaker(scene, beside, verb) or speaker(scene, child, verb)
            return speaker(scene, child, verb)
        if child.dep_ == "agent":
            return _object(scene, child)
    if beside is not None:
        return speaker(scene, beside, verb)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return _subject(scene, verb.head)
    return None


def _beside(verb: Token) -> Token | None:
    """The noun right before the verb, abbreviations in brackets and adverbs skipped: "the Ministry (MEA) said"."""
    doc = verb.doc
    index = verb.i - 1
    while index > verb.sent.start and (doc[index].pos_ in ("ADV", "AUX") or doc[index].text == ")"):
        if doc[index].text == ")":
            while index > verb.sent.start and doc[index].text != "(":
                index -= 1
        index -= 1
    token = doc[index]
    if index < verb.sent.start or token.pos_ not in ("NOUN", "PROPN") or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    while (
        token.dep_ in ("pobj", "compound", "nmod", "appos", "flat")
        and token.head.i != token.i
        and token.head.i >= verb.sent.start
    ):
        if token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.pos_ in ("NOUN", "PROPN"):
            token = token.head.head
        elif token.dep_ != "pobj" and token.head.i < token.i and token.head.pos_ in ("NOUN", "PROPN"):
            token = token.head
        else:
            break
        if any(t.text == "," for t in doc[token.i : index]):
            return doc[index]
    return token


def _it(scene: Scene, pronoun: Token) -> Speaker | None:
    """ "it said": the body or outlet that was quoted last."""
    number = scene.sentence(pronoun)
    sentences = list(scene.doc.sents)
    for earlier in range(number, max(-1, number - 3), -1):
        for token in reversed(list(sentences[earlier])):
            if (
                token.i >= pronoun.i
                or token.pos_ not in ("NOUN", "PROPN")
                or token.dep_ not in ("nsubj", "pobj", "agent", "poss")
            ):
                continue
            found = speaker(scene, token, token.head)
            if found is not None and not found.person:
                return found
    return None


def _object(scene: Scene, preposition: Token) -> Speaker | None:
    target = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if target is None and preposition.i + 1 < len(scene.doc):
        target = scene.doc[preposition.i + 1]
        while target.pos_ in ("DET", "ADJ") and target.i + 1 < len(scene.doc):
            target = scene.doc[target.i + 1]
    return speaker(scene, target) if target is not None else None


def _statement(scene: Scene, noun: Token) -> Speaker | None:
    """ "a statement by the ministry", "the ministry's readout", "the ministry issued a statement"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return speaker(scene, child)
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return _object(scene, child)
        if child.dep_ == "acl" and child.lemma_ in _ISSUING:
            agent = next((c for c in child.children if c.dep_ == "agent"), None)
            if agent is not None:
                return _object(scene, agent)
    if noun.dep_ == "dobj" and noun.head.lemma_ in _ISSUING:
        return _subject(scene, noun.head)
    return None


def _about(scene: Scene, act: _Act, here: list[tuple[Event, int]], told: list[tuple[int, Event]]) -> list[Event]:
    """The contacts that a quotation is about: those in what is said, else the nearest in the sentence, else the last."""
    under = [event for event, trigger in here if _covers(act, scene.doc[trigger])]
    if under:
        return list(dict.fromkeys(under))
    if here:
        nearest = min((trigger for _, trigger in here), key=lambda trigger: abs(trigger - act.verb.i))
        return list(dict.fromkeys(event for event, trigger in here if trigger == nearest))
    if not told or act.sentence - told[-1][0] > _REACH:
        return []
    last = [event for number, event in told if number == told[-1][0]]
    concerned = [event for event in last if _concerned(act.speaker, event)]
    return concerned[-1:]


def _covers(act: _Act, trigger: Token) -> bool:
    """Whether the trigger stands in what the verb of saying governs, its subject apart."""
    for token in (trigger, *trigger.ancestors):
        if token.i == act.verb.i:
            return False
        if token.head.i == act.verb.i and token.dep_ in ("ccomp", "xcomp", "dobj", "advcl", "parataxis", "conj", "dep"):
            return True
    return False


def _concerned(who: Speaker, event: Event) -> bool:
    """Whether the speaker takes part in the contact, or speaks for a side of it."""
    for side in event.sides:
        if who.entity is not None and side.entity is who.entity:
            return True
        if who.polity is not None and side.entity.polity == who.polity:
            return True
    return False


def _add(scene: Scene, event: Event, act: _Act) -> None:
    who = act.speaker
    if any(account.by == who.by for account in event.accounts) or _own(scene, who):
        return
    doc = scene.doc
    sentence = act.verb.sent
    status = Status.DENIED if act.denies and event.status is not Status.DENIED else None
    last = doc[sentence.end - 1]
    event.accounts.append(
        Account(
            who.by,
            Span(doc[sentence.start].idx, last.idx + len(last.text.rstrip())),
            topics_in(doc, sentence.start, sentence.end),
            status,
            who.entity.key if who.person and who.entity is not None else None,
        )
    )


def _own(scene: Scene, who: Speaker) -> bool:
    """A ministry's own readout is no account of itself."""
    publisher = (scene.source.publisher or "").casefold()
    return bool(publisher) and who.by.casefold() in publisher
