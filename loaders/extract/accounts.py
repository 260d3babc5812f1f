"""Who is quoted for a contact: what it was about, that it took place, when it will, and who comes."""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extract.clauses import word_set
from loaders.extract.quotations import Quotation, Quoted
from loaders.extract.scene import Event, Scene, Zone
from loaders.extract.speakers import Speaker
from loaders.extract.topics import topics_in
from schema.reading import Account, Span
from schema.vocabulary import Status

_REACH = 4
"""Sentences after a contact in which one of its sides is still quoted on it."""

_ABOUT_IT = word_set(
    "meeting talks call conversation visit trip summit session dialogue negotiations encounter discussion discussions"
    " discuss discussed agree agreed raise raised exchange exchanged spoke spoken met two both they them sides each"
    " conversation invitation letter attend join round agenda"
)
"""Words that tie a statement to the contact told before it."""


def attribute(scene: Scene, events: list[Event]) -> None:
    """Set the accounts of the merged events: each speaker once per contact, in the order of the text."""
    tellings = _tellings(scene, events)
    quoted = Quoted(scene)
    told: list[tuple[int, Event]] = []
    """Sentence and contact, as told so far."""
    for number, sentence in enumerate(scene.doc.sents):
        here = tellings.get(number, [])
        if scene.zones[number] is Zone.BODY:
            framed = {
                index
                for event, _ in here
                for telling in (event, *event.tellings)
                for index in (telling.trigger, *telling.words)
            }
            for act in quoted.read(sentence, number, framed):
                for event in _about(scene, act, here, told, sentence):
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


def _about(
    scene: Scene, act: Quotation, here: list[tuple[Event, int]], told: list[tuple[int, Event]], sentence: Words
) -> list[Event]:
    """The contacts that a quotation is about: those in what is said, else the nearest in the sentence, else the last."""
    under = [event for event, trigger in here if act.whole or _covers(act, scene.doc[trigger])]
    if under:
        return list(dict.fromkeys(under))
    if here:
        nearest = min((trigger for _, trigger in here), key=lambda trigger: abs(trigger - act.verb.i))
        close = list(dict.fromkeys(event for event, trigger in here if trigger == nearest))
        if act.verb.pos_ == "VERB" and (act.verb.dep_ == "relcl" or any(t.dep_ == "relcl" for t in act.verb.ancestors)):
            return [event for event in close if _concerned(act.speaker, event)]
        return close
    recent: list[Event] = []
    for number, event in reversed(told):
        if act.sentence - number > _REACH:
            break
        if event not in recent:
            recent.append(event)
    concerned = [event for event in recent if _concerned(act.speaker, event)]
    if concerned and (_speaks_of_it(scene, sentence, concerned[0], act) or act.sentence - told[-1][0] <= 1):
        return concerned[:1] if _speaks_of_it(scene, sentence, concerned[0], act) else []
    return []


def _speaks_of_it(scene: Scene, sentence: Words, event: Event, act: Quotation) -> bool:
    """Whether what is said can be about the contact: a word for it, or another of its sides, is in it."""
    if any(token.lower_ in _ABOUT_IT for token in sentence):
        return True
    if act.speaker.person and any(token.lower_ == "had" and token.dep_ == "aux" for token in sentence):
        return True
    others = {side.entity.key for side in event.sides} - ({act.speaker.entity.key} if act.speaker.entity else set())
    return any(
        entity.key in others for mention in scene.within(sentence.start, sentence.end) for entity in mention.entities
    )


def _covers(act: Quotation, trigger: Token) -> bool:
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


def _add(scene: Scene, event: Event, act: Quotation) -> None:
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
