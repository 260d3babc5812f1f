"""Who is quoted for a contact: what it was about, that it took place, when it will, and who comes."""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extract.clauses import word_set
from loaders.extract.scene import Event, Scene, Zone
from loaders.extract.speakers import Speaker, speaker
from loaders.extract.topics import topics_in
from schema.reading import Account, Span
from schema.vocabulary import Status

_DENYING = word_set("deny dismiss refute reject exclude")
_MORE = word_set(
    "say tell announce report confirm add note write state post reveal disclose declare explain stress deny dismiss claim"
    " recount remark acknowledge comment reaffirm reiterate emphasize emphasise quote describe call thank think insist"
    " repeat reply respond counter answer wrote publish argue voice express know speak indicate warn hint cite"
)
_STATEMENT = word_set(
    "statement readout communique communiqué account report release post summary press-release transcript"
)
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
    recent: list[Event] = []
    recent_at = -9
    paragraph = -1
    for number, sentence in enumerate(scene.doc.sents):
        if scene.zones[number] is not Zone.BODY:
            continue
        here = tellings.get(number, [])
        acts = _acts(scene, sentence, number)
        started = _paragraph(scene, sentence.start)
        if started != paragraph:
            paragraph = started
        for act in acts:
            for event in _about(scene, act, here, recent if number - recent_at <= _REACH else []):
                _add(scene, event, act)
        if here:
            recent, recent_at = [event for event, _ in here], number


def _tellings(scene: Scene, events: list[Event]) -> dict[int, list[tuple[Event, int]]]:
    """For each sentence the contacts told in it, with the trigger of the telling."""
    found: dict[int, list[tuple[Event, int]]] = {}
    for event in events:
        for trigger in dict.fromkeys((event.trigger, *(telling.trigger for telling in event.tellings))):
            found.setdefault(scene.sentence(trigger), []).append((event, trigger))
    for pairs in found.values():
        pairs.sort(key=lambda pair: pair[1])
    return found


def _paragraph(scene: Scene, index: int) -> int:
    return int(scene.source.text.count("\n", 0, scene.doc[index].idx))


def _acts(scene: Scene, sentence: object, number: int) -> list[_Act]:
    acts: list[_Act] = []
    for token in sentence:  # type: ignore[attr-defined]
        found: Speaker | None = None
        if token.pos_ in ("VERB", "AUX") and token.lemma_ in _MORE:
            found = _subject(scene, token)
        elif token.lower_ == "according" and token.i + 1 < len(scene.doc) and scene.doc[token.i + 1].lower_ == "to":
            found = _object(scene, scene.doc[token.i + 1])
        elif token.lower_ in ("statement", "readout", "communique", "communiqué", "account"):
            found = _statement(scene, token)
        if found is not None and not any(act.speaker.by == found.by for act in acts):
            acts.append(_Act(found, token, number, token.lemma_ in _DENYING))
    return acts


def _subject(scene: Scene, verb: Token) -> Speaker | None:
    for child in verb.children:
        if child.dep_ == "nsubj":
            if child.lower_ in ("it", "which", "that", "who"):
                return _relative(scene, verb, child)
            return speaker(scene, child, verb)
        if child.dep_ == "agent":
            return _object(scene, child)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return _subject(scene, verb.head)
    return None


def _relative(scene: Scene, verb: Token, pronoun: Token) -> Speaker | None:
    if pronoun.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return speaker(scene, verb.head, verb)
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


def _about(scene: Scene, act: _Act, here: list[tuple[Event, int]], recent: list[Event]) -> list[Event]:
    """The contacts that a quotation is about."""
    under = [event for event, trigger in here if _covers(act, scene.doc[trigger])]
    if under:
        return list(dict.fromkeys(under))
    if here:
        nearest = min(here, key=lambda pair: abs(pair[1] - act.verb.i))
        return [nearest[0]]
    if not recent:
        return []
    last = recent[-1]
    return [last] if _concerned(act.speaker, last) else []


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
