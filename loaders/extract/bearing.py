"""Which of the contacts told a quotation bears on."""

from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extract.bodies import Speaker
from loaders.extract.clauses import word_set
from loaders.extract.quotations import Quotation
from loaders.extract.scene import Event, Scene
from loaders.extract.ties import count_ties, in_tense, long_past, refers

_REACH = 4
"""Sentences after a contact in which one of its sides is still quoted on it."""

_NEXT = 2
"""Sentences after a contact in which somebody who is no side of it is quoted on it."""


_OCCASION = word_set("during at on after before following ahead in since")
"""Prepositions before what gives a contact its time or place."""


_OCCASIONS = word_set("occasions stops meetings calls conversations visits sessions talks encounters capitals")


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a contact is told."""

    event: Event
    trigger: int
    words: frozenset[int]
    sentence: int


def find_tellings(scene: Scene, events: list[Event]) -> dict[int, list[Telling]]:
    """For each sentence the contacts told in it, in order."""
    found: dict[int, list[Telling]] = {}
    for event in events:
        for part in (event, *event.tellings):
            number = scene.sentence(part.trigger)
            words = frozenset((part.trigger, *part.words))
            telling = Telling(event, part.trigger, words, number)
            if telling not in found.setdefault(number, []):
                found[number].append(telling)
    for tellings in found.values():
        tellings.sort(key=lambda telling: telling.trigger)
    return found


def borne_on(scene: Scene, act: Quotation, here: list[Telling], told: list[Telling], sentence: Words) -> list[Event]:
    """The contacts that a quotation is about: in what is said, else nearest in the sentence, else told last."""
    about = _about(scene, act, here, told, sentence)
    return _both(act, _twin_of_own(act.speaker, about, told), told)


def _about(scene: Scene, act: Quotation, here: list[Telling], told: list[Telling], sentence: Words) -> list[Event]:
    if here and all(_of_the_sort(scene.doc[telling.trigger]) for telling in here):
        return []
    inside = [telling for telling in here if _said_in(act, scene.doc[telling.trigger])]
    if inside and act.speaker.person:
        return []
    here = _beside(act, here)
    under = [
        telling
        for telling in here
        if act.whole or _covers(act, scene.doc[telling.trigger]) or _on_occasion(scene, act, telling)
    ]
    if under:
        return _own_of(act.speaker, list(dict.fromkeys(_foreground(scene, under))))
    if any(_aside(act, telling) for telling in here):
        return []
    here = [telling for telling in here if not _of_speaker(scene, act, telling)]
    if here:
        nearest = min(here, key=lambda telling: min(abs(index - act.verb.i) for index in telling.words))
        close = list(dict.fromkeys(t.event for t in here if t.words & nearest.words))
        aside = any(token.dep_ == "relcl" for token in (act.verb, *act.verb.ancestors))
        if act.verb.pos_ == "VERB" and aside and not act.speaker.outlet:
            return [event for event in close if _concerned(act.speaker, event)]
        return _own_of(act.speaker, close)
    return _told_lately(scene, act, told, sentence)


def _said_in(act: Quotation, trigger: Token) -> bool:
    """ "reported on it in a call with B", "said during the talks": the contact is where it was said."""
    above = trigger.head
    return above.dep_ == "prep" and above.lower_ in ("in", "during") and above.head.i == act.verb.i


def _beside(act: Quotation, here: list[Telling]) -> list[Telling]:
    """Of what the sentence tells, that which no semicolon parts from the verb of saying, if it has one."""
    marks = [token.i for token in act.verb.sent if token.text == ";"]
    if not marks or act.whole:
        return here
    part = sum(mark < act.verb.i for mark in marks)
    return [telling for telling in here if sum(mark < telling.trigger for mark in marks) == part] or here


def _aside(act: Quotation, telling: Telling) -> bool:
    """ "met B, who confirmed the loan": what B does besides, told in a clause on B with a thing for its object."""
    verb = act.verb
    told = any(child.dep_ in ("ccomp", "prep", "dative") for child in verb.children)
    if verb.dep_ != "relcl" or told or verb.lemma_ not in ("confirm", "announce", "pledge"):
        return False
    return verb.head.i in range(act.speaker.start, act.speaker.end) and telling.trigger < act.speaker.start


def _of_speaker(scene: Scene, act: Quotation, telling: Telling) -> bool:
    """ "A, who received B in Riga, said that …": the contact only tells who the speaker is."""
    below = scene.doc[telling.trigger]
    while below.dep_ not in ("relcl", "acl") and below.head.i != below.i:
        below = below.head
    return below.dep_ == "relcl" and act.speaker.start <= below.head.i < below.i < act.verb.i


def _both(act: Quotation, events: list[Event], told: list[Telling]) -> list[Event]:
    """ "spoke of frank talks at both stops": the contact, and the one told before it that shares a side."""
    pairs = any(
        token.lower_ == "both" and any(next_.lower_ in _OCCASIONS for next_ in token.doc[token.i + 1 : token.i + 3])
        for token in act.verb.sent
    )
    if not pairs or len(events) != 1:
        return events
    mine = {side.entity.key for side in events[0].sides}
    others = (t.event for t in reversed(told) if t.event is not events[0])
    before = next((event for event in others if mine & {side.entity.key for side in event.sides}), None)
    return [*events, before] if before is not None else events


def _twin_of_own(who: Speaker, events: list[Event], told: list[Telling]) -> list[Event]:
    """ "B confirmed the call" after "A called B and C": the call in which B took part, told by the same words."""
    if not who.person or any(side.entity is who.entity for event in events for side in event.sides):
        return events
    for event in events:
        own = [e for e in _with_twins(event, told)[1:] if any(side.entity is who.entity for side in e.sides)]
        if own:
            return own
    return events


def _own_of(who: Speaker, events: list[Event]) -> list[Event]:
    """Of several contacts of a sentence, those in which the speaker's side takes part, if there are any."""
    concerned = [event for event in events if any(side.entity is who.entity for side in event.sides)]
    concerned = concerned or [event for event in events if _concerned(who, event)]
    return concerned if concerned and who.polity is not None else events


def _foreground(scene: Scene, tellings: list[Telling]) -> list[Event]:
    """The contacts told, without one that only gives another its occasion: "will meet during the summit"."""
    found = [
        telling.event
        for telling in tellings
        if not any(_occasion_of(scene, telling, other) for other in tellings if other.event is not telling.event)
    ]
    return found or [telling.event for telling in tellings]


def _occasion_of(scene: Scene, telling: Telling, other: Telling) -> bool:
    """Whether the telling's noun hangs by a preposition of time or place below the other's words."""
    token = scene.doc[telling.trigger]
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    below = token
    for above in token.ancestors:
        if above.i in other.words:
            return below.dep_ == "prep" and below.lower_ in _OCCASION
        below = above if above.pos_ != "ADP" or above.lower_ in _OCCASION else below
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def _told_lately(scene: Scene, act: Quotation, told: list[Telling], sentence: Words) -> list[Event]:
    """The contact among those told in the sentences before that the speaker and the words fit best."""
    best: tuple[float, Event] | None = None
    seen: set[int] = set()
    for telling in reversed(told):
        distance = act.sentence - telling.sentence
        event = telling.event
        if distance > _REACH or id(event) in seen:
            continue
        seen.add(id(event))
        ties = count_ties(scene, sentence, event, act)
        definite = any(refers(token, event) for token in sentence)
        takes_part = any(side.entity is act.speaker.entity for side in event.sides)
        concerned = takes_part or _concerned(act.speaker, event)
        beside = _same_line(scene, telling.trigger, act.verb.i)
        follows = distance <= 1 and beside
        if act.speaker.person:
            fits = (concerned and definite) or (takes_part and (ties > 0 or follows))
        elif concerned:
            fits = ties > 0 or follows
        else:
            fits = distance <= _NEXT and ties >= (1 if beside and act.speaker.outlet else 2)
        if not fits:
            continue
        score = (
            ties + takes_part + 2 * concerned - distance / 2 - 2 * long_past(scene, event) + in_tense(sentence, event)
        )
        if best is None or score > best[0]:
            best = score, event
    return _with_twins(best[1], told) if best is not None else []


def answered_by(act: Quotation, told: list[Telling], answered: dict[int, Event]) -> list[Event]:
    """The contact just told, where one side's body issues a statement; the other side's follows on the first's."""
    if act.verb.pos_ not in ("NOUN", "PROPN") or act.speaker.person or not told:
        return []
    last = told[-1]
    said = max((number for number, event in answered.items() if event is last.event), default=last.sentence)
    near = act.sentence - max(said, last.sentence) <= _REACH
    return [last.event] if near and _concerned(act.speaker, last.event) else []


def _with_twins(event: Event, told: list[Telling]) -> list[Event]:
    """The contact, and those told by the same words: "called A and, separately, B"."""
    words = next((telling.words for telling in reversed(told) if telling.event is event), frozenset())
    twins = [t.event for t in told if t.event is not event and t.event.trigger in t.words and t.words & words]
    return [event, *dict.fromkeys(twins)]


def _on_occasion(scene: Scene, act: Quotation, telling: Telling) -> bool:
    """ "told the agency after receiving the envoy": one side speaks on the occasion of the contact."""
    if not act.speaker.person or not _concerned(act.speaker, telling.event):
        return False
    token = scene.doc[telling.trigger]
    for above in token.ancestors:
        if above.lower_ in ("after", "following", "before", "upon", "during") and above.head.i == act.verb.i:
            return True
        if above.dep_ in ("relcl", "ccomp"):
            return False
    return False


def _same_line(scene: Scene, first: int, second: int) -> bool:
    return "\n" not in scene.source.text[scene.doc[first].idx : scene.doc[second].idx]


def _covers(act: Quotation, trigger: Token) -> bool:
    """Whether the trigger stands in what the verb of saying governs, its subject apart."""
    for token in (trigger, *trigger.ancestors):
        if token.i == act.verb.i:
            return False
        if token.head.i == act.verb.i and token.dep_ in ("ccomp", "xcomp", "dobj", "advcl", "parataxis", "conj", "dep"):
            return True
    return False


def _of_the_sort(trigger: Token) -> bool:
    """ "invited to such talks": any of that sort, not the contact told."""
    before = trigger.nbor(-1) if trigger.i else None
    return trigger.tag_ == "NNS" and before is not None and before.lower_ == "such"


def _concerned(who: Speaker, event: Event) -> bool:
    """Whether the speaker takes part in the contact, or speaks for a side of it."""
    for side in event.sides:
        if who.entity is not None and side.entity is who.entity:
            return True
        if who.polity is not None and side.entity.polity == who.polity:
            return True
    return False
