"""Contacts told by a noun: "a call between A and B", "held talks with", "the A-B summit", "his visit to C"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import frames, naming, noun_status, subjects
from loaders.extract.building import add, build, entities, separately, split
from loaders.extract.circumstances import before_it_began, particle_status
from loaders.extract.grammar import children, governor, is_verb, passive, phrase_start, whole, words_after, words_before
from loaders.extract.journeys import guest, invitation, visit
from loaders.extract.letters import message
from loaders.extract.mediation import mediators
from loaders.extract.noun_frames import body, frame_of, in_title, is_means, kind_of, of_body
from loaders.extract.noun_sides import hosts_of, sides_of_noun, speakers_side, verb_above
from loaders.extract.scene import Event, Form, Mention, Scene
from loaders.extract.sessions import attending, backdrop, is_international, session_of
from loaders.extract.turns import further
from loaders.extract.verdicts import ATTENDANCE, Verdict
from schema.vocabulary import Attendance, Kind, Status

_PRESIDE = frozenset("open chair host close lead moderate convene".split())
_NEED = frozenset("need importance necessity value role benefit spirit language".split())
"""What is spoken of with a word such as "dialogue" where none takes place."""
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. jun. "
    "jul. aug. sept. sep. oct. nov. dec.".split()
)
_DEFINITE = frozenset("the their this that these those its his her both".split())


def noun_events(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """The events that the noun tells of, or one without sides that refers back to a contact told already."""
    frame = frame_of(noun)
    if frame is None or scene.at(noun) is not None or in_title(noun) or is_means(noun):
        return
    if frame.strict and (thought := governor(noun)[1]) is not None and thought.lemma_ in _NEED:
        return
    words_in_phrase = [scene.doc[i].lower_ for i in range(phrase_start(whole(noun)), noun.i)]
    kind = kind_of(noun, frame.kind, words_in_phrase)
    carrier = _carrier(noun)
    verdict = noun_status.of_noun(noun, headline, carrier)
    if (
        carrier is not None
        and carrier.lemma_ in frames.ATTEND
        and not _takes_call(noun, carrier)
        and verdict.status in (Status.DENIED, Status.DECLINED)
    ):
        past = any(token.lower_ in ("did", "had", "has", "have") for token in words_before(carrier, 4))
        missed = Verdict(Status.HELD if past else Status.EXPECTED, sure=False)
        event = build(scene, noun, (noun.i,), kind, missed, [], "noun attended")
        event.definite, event.body = True, body(noun) if kind is Kind.SUMMIT else frozenset()
        yield event
        return
    if verdict.status in (Status.HELD, Status.ONGOING) and before_it_began(noun):
        verdict = Verdict(Status.CANCELLED)
    words = (carrier.i, noun.i) if carrier is not None else (noun.i,)
    rule = f"noun {noun.lemma_.lower()}"
    if noun.lemma_ == "guest":
        yield from guest(scene, noun, headline)
        return
    if noun.lemma_ == "invitation":
        yield from invitation(scene, noun)
        return
    if kind is Kind.VISIT:
        yield from visit(scene, noun, headline, verdict, words)
        return
    if kind is Kind.MESSAGE:
        yield from message(scene, noun, headline)
        return
    if verdict.general and verdict.status is Status.DENIED:
        return
    own, groups = sides_of_noun(scene, noun, frame, carrier)
    if not own and not groups and (koreas := _both_koreas(scene, noun)):
        own = koreas
    if groups and kind is not Kind.SUMMIT:
        told = entities([m for g in groups for m in g])
        groups = [*groups, *(g for g in further(scene, groups[-1][-1]) if not entities(g) & told)]
    if kind is Kind.MEETING and noun.lemma_ == "session" and of_body(noun):
        kind = Kind.SUMMIT
    if kind is Kind.MEETING and {"leaders", "heads"} & set(words_in_phrase) and not own[1:]:
        kind = Kind.SUMMIT
        own = [m for m in own if naming.people_first(m)] or hosts_of(scene, noun)
    session = session_of(scene, noun, own) if kind in (Kind.MEETING, Kind.TALKS, Kind.SUMMIT) and not groups else None
    if session is not None:
        kind = Kind.SUMMIT
    if kind is Kind.SUMMIT and backdrop(noun):
        return
    if kind is Kind.SUMMIT:
        own = [m for m in own if naming.people_first(m) or m.start < noun.i or not of_body(noun)]
        if not groups and (session is not None or len(own) == 1):
            own = [
                m for m in own if not is_international(scene, m) and not (session is not None and m.form is Form.GROUP)
            ]
        own = [*own, *(m for m in attending(scene, noun) if not entities([m]) <= entities(own))]
    others = [m for group in groups for m in group]
    number = len(entities([*own, *others]))
    definite = bool(words_in_phrase) and (
        words_in_phrase[0] in _DEFINITE or "'s" in words_in_phrase or "’s" in words_in_phrase
    )
    definite = definite or bool({"previous", "earlier"} & {*words_in_phrase, noun.lower_})
    whose = session or (body(noun) if kind is Kind.SUMMIT else frozenset())
    dates = _dates(noun) if number < 2 and noun.tag_ == "NNS" else []
    if len(dates) > 1:
        for date in dates:
            event = build(scene, date, words, kind, verdict, [], rule)
            mediators(scene, event)
            event.definite = event.other = True
            yield event
        return
    attends = carrier is not None and carrier.lemma_ in frames.ATTEND and definite and not groups
    if noun.lemma_ in ("line", "phone") and not groups and (above := verb_above(noun)) is not None:
        own = own or subjects.subject(scene, above)
        number = len(entities(own))
        also = any(t.lower_ in ("also", "too") for t in noun.sent)
        attends, carrier = above.lemma_ in ("be", "come") and (number == 1 or also), above
    attends = attends and not (carrier is not None and passive(carrier) and number > 1)
    if attends and carrier is not None and number and not (kind is Kind.SUMMIT and whose):
        yield _attended(scene, noun, carrier, kind, verdict, own)
        return
    if number == 1 and verdict.status is Status.DENIED:
        own = [*own, *speakers_side(scene, noun)]
        number = len(entities([*own, *others]))
    if number < 2:
        if (frame.strict and not definite and not whose and not others) or (
            kind is Kind.SUMMIT and noun.lemma_ != "summit" and not whose
        ):
            return
        event = build(scene, noun, words, kind, verdict, [], rule)
        event.definite = True
        event.body = whose
        event.other = any(word in frames.OTHER for word in words_in_phrase) and not _predicate(noun)
        for mention in (*own, *others):
            add(event, mention, ATTENDANCE[verdict.status])
        yield event
        between = build(scene, noun, (noun.i,), kind, verdict, [], "attendance mediator")
        mediators(scene, between)
        if between.sides:
            between.definite = between.joins = True
            yield between
        return
    if carrier is not None and carrier.lemma_ in _PRESIDE and _one_polity([*own, *others]):
        event = build(scene, noun, words, kind, verdict, [], rule)
        event.definite, event.body = True, whose
        yield event
        chair = build(scene, carrier, (carrier.i,), kind, verdict, [*own, *others], f"attendance {carrier.lemma_}")
        mediators(scene, chair)
        chair.definite = chair.joins = True
        if any(side.attendance is Attendance.MEDIATOR for side in chair.sides):
            for side in chair.sides:
                side.attendance = Attendance.MEDIATOR
        yield chair
        return
    dates = _dates(noun) if noun.tag_ == "NNS" and not groups else []
    if len(dates) > 1:
        for date in dates:
            event = build(scene, date, words, kind, verdict, own, rule)
            mediators(scene, event)
            yield event
        return
    apart = separately(noun)
    for group in split(scene, groups, apart):
        event = build(scene, noun, words, kind, verdict, [*own, *group], rule, sure=verdict.sure)
        event.body, event.definite, event.apart = whose, definite, apart
        mediators(scene, event)
        if carrier is not None and carrier.lemma_ in _PRESIDE:
            _presided(scene, event, carrier)
        yield event


def _takes_call(noun: Token, carrier: Token) -> bool:
    """ "took a call from A": not part in it."""
    return carrier.lemma_ == "take" and noun.dep_ == "dobj"


def _both_koreas(scene: Scene, noun: Token) -> list[Mention]:
    """ "inter-Korean talks": the one people named for two countries."""
    before = [token.lower_ for token in scene.doc[phrase_start(noun) : noun.i]]
    if not any(before[i : i + 3] == ["inter", "-", "korean"] for i in range(len(before))):
        return []
    both = tuple(naming.party(scene, name) for name in ("North Korea", "South Korea"))
    return [Mention(noun.i, noun.i + 1, noun.i, both, Form.GROUP)]


def _presided(scene: Scene, event: Event, carrier: Token) -> None:
    """ "A chaired talks between B and C": who presides and belongs to neither side stands between them."""
    polities = {side.entity.polity for side in event.sides}
    if passive(carrier) or len(polities) < 2 or carrier.lemma_ not in ("chair", "moderate", "lead"):
        return
    for mention in subjects.subject(scene, carrier):
        if not any(entity.polity in polities for entity in mention.entities):
            add(event, mention, Attendance.MEDIATOR)


def _attended(scene: Scene, noun: Token, carrier: Token, kind: Kind, verdict: Verdict, own: list[Mention]) -> Event:
    """ "A attended the meeting", "A and B joined the call": sides of a contact told elsewhere."""
    event = build(scene, noun, (carrier.i, noun.i), kind, verdict, own, f"attendance {carrier.lemma_}")
    event.definite = event.joins = True
    return event


def _predicate(noun: Token) -> bool:
    """ "It was their third call": the contact just told, not another one."""
    verb = noun.head
    return noun.dep_ == "attr" and any(
        t.lower_ in ("it", "this", "that", "which", "what") for t in children(verb, "nsubj")
    )


def _one_polity(mentions: list[Mention]) -> bool:
    return len({entity.polity for mention in mentions for entity in mention.entities}) == 1


def _dates(noun: Token) -> list[Token]:
    """The dates of several contacts told as one: "the two rounds, on May 16 in A and on June 2 in B"."""
    if not any(t.lower_ in ("two", "three", "both", "first") for t in words_before(noun, 4)):
        return []
    return [
        token
        for token in words_after(noun, 24)
        if (token.lower_ in _MONTHS and noun.doc[token.i - 1].lower_ in ("on", "from")) or _day_before(token)
    ]


def _day_before(token: Token) -> bool:
    """ "on 16 May": the month after its day."""
    doc = token.doc
    return token.lower_ in _MONTHS and token.i > 1 and doc[token.i - 1].like_num and doc[token.i - 2].lower_ == "on"


def _carrier(noun: Token) -> Token | None:
    """The light verb that carries the noun: "held talks", "take part in the summit"."""
    preposition, above = governor(noun)
    if noun.dep_ == "nsubj":
        return None
    if above is None or not is_verb(above) or above.lemma_ not in frames.LIGHT:
        start = phrase_start(noun)
        before = noun.doc[start - 1] if start > noun.sent.start else None
        light = before is not None and before.lemma_ in frames.LIGHT and before.pos_ in ("VERB", "AUX", "NOUN")
        return before if light and preposition is None else None
    if preposition is None:
        return None if particle_status(above) else above
    if preposition.lower_ == "through" and above.lemma_ == "put":
        return above
    if preposition.lower_ in ("in", "into", "at") and above.lemma_ in frames.ATTEND | {"sit", "enter"}:
        return above
    return None
