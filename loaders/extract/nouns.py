"""Contacts told by a noun: "a call between A and B", "held talks with", "the A-B summit", "his visit to C"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import frames, sides, status
from loaders.extract.building import add, build, entities, separately, split, spokesperson
from loaders.extract.grammar import children, governor, is_verb, passive, phrase_start, whole, words_after, words_before
from loaders.extract.scene import Event, Mention, Scene
from loaders.extract.status import ATTENDANCE, Verdict
from schema.vocabulary import Attendance, Kind, Status

_CHARGED = frozenset(
    "envoy representative negotiator facilitator mediator adviser advisor coordinator commissioner delegate".split()
)
_PRESIDE = frozenset("open chair host close lead moderate convene".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. jun. "
    "jul. aug. sept. sep. oct. nov. dec.".split()
)
_DEFINITE = frozenset("the their this that these those its his her both".split())
_REMOTE_ABLE = (Kind.CALL, Kind.CONVERSATION, Kind.MEETING, Kind.TALKS, Kind.SUMMIT)


def may_be_noun_frame(token: Token) -> bool:
    """Whether the token is worth a look: cheap, since it is asked of every token."""
    lemma = token.lemma_.lower()
    if lemma in frames.NOUNS or token.lower_ in frames.COMPOUNDS:
        return True
    return token.pos_ == "PROPN" and lemma.removesuffix("s") in frames.NOUNS


def noun_events(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """The events that the noun tells of, or one without sides that refers back to a contact told already."""
    frame = _frame(noun)
    if frame is None or scene.at(noun) is not None or _in_title(noun):
        return
    words_in_phrase = [scene.doc[i].lower_ for i in range(phrase_start(whole(noun)), noun.i)]
    kind = _kind(noun, frame.kind, words_in_phrase)
    carrier = _carrier(noun)
    verdict = status.of_noun(noun, headline, carrier)
    if carrier is not None and carrier.lemma_ in frames.ATTEND and verdict.status in (Status.DENIED, Status.DECLINED):
        past = any(token.lower_ in ("did", "had", "has", "have") for token in words_before(carrier, 4))
        missed = Verdict(Status.HELD if past else Status.EXPECTED, sure=False)
        event = build(scene, noun, (noun.i,), kind, missed, [], "noun attended", 0.5)
        event.definite, event.body = True, body(noun) if kind is Kind.SUMMIT else frozenset()
        yield event
        return
    words = (carrier.i, noun.i) if carrier is not None else (noun.i,)
    rule = f"noun {noun.lemma_.lower()}"
    if noun.lemma_ == "guest":
        yield from _guest(scene, noun, headline)
        return
    if noun.lemma_ == "invitation":
        yield from _invitation(scene, noun, headline)
        return
    if kind is Kind.VISIT:
        yield from _visit(scene, noun, verdict, words)
        return
    if kind is Kind.MESSAGE:
        yield from _message(scene, noun, headline)
        return
    if verdict.general and verdict.status is Status.DENIED:
        return
    own, groups = _noun_sides(scene, noun, frame, carrier)
    if kind is Kind.MEETING and noun.lemma_ == "session" and _of_body(noun):
        kind = Kind.SUMMIT
    if kind is Kind.MEETING and {"leaders", "heads"} & set(words_in_phrase) and not own[1:]:
        kind = Kind.SUMMIT
        own = [m for m in own if sides.people_first(m)] or _hosts(scene, noun)
    if kind is Kind.SUMMIT:
        own = [m for m in own if sides.people_first(m) or m.start < noun.i or not _of_body(noun)]
    others = [m for group in groups for m in group]
    number = len(entities([*own, *others]))
    definite = bool(words_in_phrase) and (
        words_in_phrase[0] in _DEFINITE or "'s" in words_in_phrase or "’s" in words_in_phrase
    )
    whose = body(noun) if kind is Kind.SUMMIT else frozenset()
    dates = _dates(noun) if number < 2 and noun.tag_ == "NNS" else []
    if len(dates) > 1:
        for date in dates:
            event = build(scene, date, words, kind, verdict, [], rule, 0.5)
            mediators(scene, event)
            event.definite = event.other = True
            yield event
        return
    if number < 2:
        if (frame.strict and not definite and not whose and not others) or (
            kind is Kind.SUMMIT and noun.lemma_ != "summit" and not whose
        ):
            return
        event = build(scene, noun, words, kind, verdict, [], rule, 0.5)
        event.definite = True
        event.body = whose
        event.other = any(word in frames.OTHER for word in words_in_phrase) and not _predicate(noun)
        for mention in (*own, *others):
            add(event, mention, ATTENDANCE[verdict.status])
        yield event
        between = build(scene, noun, (noun.i,), kind, verdict, [], "attendance mediator", 0.75)
        mediators(scene, between)
        if between.sides:
            between.definite = between.joins = True
            yield between
        return
    if definite and carrier is not None and carrier.lemma_ in _PRESIDE and _one_polity([*own, *others]):
        event = build(scene, noun, words, kind, verdict, [], rule, 0.5)
        event.definite, event.body = True, whose
        yield event
        chair = build(
            scene, carrier, (carrier.i,), kind, verdict, [*own, *others], f"attendance {carrier.lemma_}", 0.75
        )
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
            event = build(scene, date, words, kind, verdict, own, rule, 0.7)
            mediators(scene, event)
            yield event
        return
    for group in split(scene, groups, separately(noun)):
        event = build(scene, noun, words, kind, verdict, [*own, *group], rule, 0.85 if verdict.sure else 0.75)
        event.body, event.definite = whose, definite
        mediators(scene, event)
        yield event


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
        if token.lower_ in _MONTHS and noun.doc[token.i - 1].lower_ in ("on", "from") or _day_before(token)
    ]


def _day_before(token: Token) -> bool:
    """ "on 16 May": the month after its day."""
    doc = token.doc
    return token.lower_ in _MONTHS and token.i > 1 and doc[token.i - 1].like_num and doc[token.i - 2].lower_ == "on"


def _frame(noun: Token) -> frames.NounFrame | None:
    """The noun's frame, unless what stands beside it makes it something else."""
    doc = noun.doc
    lemma = noun.lemma_.lower()
    frame = frames.NOUNS.get(lemma)
    if frame is None and noun.pos_ == "PROPN" and noun.i == noun.sent.start:
        lemma = lemma.removesuffix("s")
        frame = frames.NOUNS.get(lemma)
    if frame is None and _compound(noun):
        frame = frames.NOUNS["bilateral"]
    if frame is None or noun.tag_.startswith("VB") and not (lemma == "meeting" and not children(noun, "dobj", "aux")):
        return None
    previous = doc[noun.i - 1].lower_ if noun.i else ""
    following = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
    if previous in frames.NOT_CONTACT_MODIFIERS or (lemma == "call" and following == "for"):
        return None
    if (
        lemma in ("bilateral", "trilateral")
        and noun.i + 1 < len(doc)
        and doc[noun.i + 1].pos_ in ("NOUN", "ADJ", "PROPN")
    ):
        return None
    if lemma == "round" and following != "of" and noun.tag_ not in ("NN", "NNS"):
        return None
    if noun.dep_ == "compound" and noun.head.i == noun.i + 1:
        return None
    if lemma in ("phone", "telephone", "line") and not _on_the_line(noun, previous):
        return None
    if lemma == "alone" and following != "with":
        return None
    if lemma in ("first", "second", "third", "last", "previous") and not _elliptic(noun, previous, following):
        return None
    if lemma == "time" and not (following in ("with", "alone") and _verb_above(noun) is not None):
        return None
    if lemma == "contact" and noun.tag_ == "NNS":
        return None
    if lemma == "round" and following == "of" and any(t.lemma_ in frames.NOUNS for t in words_after(noun, 5)):
        return None
    if lemma == "word" and not (previous in ("few", "brief") or following == "with"):
        return None
    return frame


def _of_body(noun: Token) -> bool:
    """Whether the noun is a body's session: "the session of the League's council"."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is None or following.lower_ != "of":
        return False
    return any(token.pos_ == "PROPN" for token in words_after(following, 3))


def body(noun: Token) -> frozenset[str]:
    """The words that name whose session it is: before the noun, or after its "of"."""
    start = phrase_start(noun)
    named = [token for token in noun.doc[start : noun.i] if _naming(token)]
    if start > noun.sent.start + 1 and noun.doc[start - 1].lower_ == "of" and _naming(noun.doc[start - 2]):
        named.extend(noun.doc[start - 2 : noun.i])
    following = list(words_after(noun, 8))
    if following and following[0].lower_ == "of":
        for token in following[1:]:
            if _naming(token):
                named.append(token)
            elif token.pos_ not in ("DET", "ADP", "ADJ", "CCONJ", "PUNCT"):
                break
    return frozenset(token.lower_ for token in named)


def _naming(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ not in ("DATE", "TIME")


def _elliptic(word: Token, previous: str, following: str) -> bool:
    """ "The first was in May", "the previous one took place": a contact named by its number alone."""
    after = word.doc[word.i + 1 :] if following != "one" else word.doc[word.i + 2 :]
    verb = after[0].lemma_ if len(after) else ""
    first = word.i - word.sent.start <= 2 or (word.i > 1 and word.doc[word.i - 2].lower_ in (";", ","))
    return previous in ("the", "a") and first and verb in ("be", "come", "take", "have")


def _compound(noun: Token) -> bool:
    """Whether a compound such as "one-on-one" begins here and is no adjective to a noun after it."""
    for words in frames.COMPOUNDS.get(noun.lower_, ()):
        end = noun.i + len(words)
        if tuple(token.lower_ for token in noun.doc[noun.i : end]) == words:
            return end >= len(noun.doc) or noun.doc[end].pos_ not in ("NOUN", "PROPN")
    return False


def _on_the_line(noun: Token, previous: str) -> bool:
    """ "told him by phone", "on the line with", "picked up the telephone to", where no verb of speaking has it."""
    before = [token.lower_ for token in words_before(noun, 3)]
    above = _verb_above(noun)
    if above is None or above.lemma_ in frames.VERBS:
        return False
    if noun.lemma_ == "line":
        return before[:2] == ["the", "on"]
    return (
        previous in ("by", "over", "on")
        or before[:2] in (["the", "by"], ["the", "over"], ["the", "on"])
        or above.lemma_ == "pick"
    )


def _in_title(noun: Token) -> bool:
    """Whether the noun only says what somebody is charged with: "the envoy for the peace talks"."""
    start = phrase_start(noun)
    if start - 2 < noun.sent.start or noun.doc[start - 1].lower_ not in ("for", "to", "in"):
        return False
    return noun.doc[start - 2].lemma_.lower() in _CHARGED


def _kind(noun: Token, kind: Kind, phrase: list[str]) -> Kind:
    near = set(phrase) | {token.lower_ for token in words_after(noun, 3)}
    if kind in _REMOTE_ABLE:
        if set(phrase) & {"video", "virtual", "online"} or "videoconference" in near:
            return Kind.VIDEO_CALL
        if set(phrase) & {"phone", "telephone", "telephonic"} or near & {"phone", "telephone"}:
            return Kind.CALL
    if noun.lemma_ == "call" and "courtesy" in phrase:
        return Kind.MEETING
    return kind


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
        return None if status.particle_status(above) else above
    if preposition.lower_ == "through" and above.lemma_ == "put":
        return above
    if preposition.lower_ in ("in", "into", "at") and above.lemma_ in frames.ATTEND | {"sit", "enter"}:
        return above
    return None


def _noun_sides(
    scene: Scene, noun: Token, frame: frames.NounFrame, carrier: Token | None
) -> tuple[list[Mention], list[list[Mention]]]:
    """Who the noun names on its first side (or on all), and the groups after "with"."""
    own = _joint(scene, noun, frame)
    partner = (
        ("with", "on")
        if noun.lemma_ == "call" and "courtesy" in [t.lower_ for t in words_before(noun, 2)]
        else frame.partner
    )
    groups = [g for _, g in sides.after(scene, noun, partner) if not all(sides.is_place(scene, m) for m in g)]
    if len(entities(own)) < 2:
        owners = sides.possessors(scene, noun)
        own = [*owners, *own] if owners else own
    verb = carrier if carrier is not None else _verb_above(noun)
    if not own and (named := _before(scene, noun)) is not None:
        own = [named]
    if carrier is None and (relative := _relative_carrier(noun)) is not None and not own:
        own = [m for m in sides.subject(scene, relative) if not spokesperson(m)]
    if carrier is None and noun.dep_ in ("nsubj", "nsubjpass"):
        verb = None
    if len(entities(own)) < 2 and verb is not None:
        own, groups = _from_verb(scene, noun, verb, carrier, own, groups, partner)
    if len(entities([*own, *(m for g in groups for m in g)])) < 2 and (inside := _inside(scene, noun)):
        groups = [*groups, inside]
    if carrier is not None and own and not passive(carrier):
        own = _by_name(scene, carrier, own)
    known = entities(own)
    apart = ([m for m in group if m.entities and not entities([m]) <= known] for group in groups)
    return [m for m in own if m.entities], [group for group in apart if group]


def _before(scene: Scene, noun: Token) -> Mention | None:
    """The person named right before the noun, as headlines do: "over Guterres phone call with"."""
    for token in words_before(noun, 3):
        mention = scene.at(token)
        if mention is not None:
            return mention if sides.people_first(mention) and not sides.possessive(scene, mention) else None
        if token.pos_ not in ("NOUN", "ADJ"):
            return None
    return None


def _hosts(scene: Scene, noun: Token) -> list[Mention]:
    """Who hosts it, in a clause on the noun: "the leaders' meeting which he hosts in May"."""
    return [m for c in children(noun, "relcl") if c.lemma_ in ("host", "chair") for m in sides.subject(scene, c)]


def _relative_carrier(noun: Token) -> Token | None:
    """The light verb of a clause on the noun: "a meeting that A and B might hold", "talks they held"."""
    for child in children(noun, "relcl"):
        if child.lemma_ in ("hold", "have", "conduct", "attend") and not passive(child):
            return child
    return None


def _by_name(scene: Scene, carrier: Token, own: list[Mention]) -> list[Mention]:
    """ "the ministers held the second A-B meeting": the subject's people stand for their countries."""
    if any(sides.people_first(mention) for mention in own):
        return own
    people = [m for m in sides.subject(scene, carrier) if sides.people_first(m) and not spokesperson(m)]
    named = {entity.polity for mention in people for entity in mention.entities}
    parties = {entity.polity for mention in own for entity in mention.entities}
    return (
        own
        if not people or not named <= parties
        else [*people, *(m for m in own if not all(e.polity in named for e in m.entities))]
    )


def _inside(scene: Scene, noun: Token) -> list[Mention]:
    """Who speaks in it: "a call in which A told B", "a meeting at which A and B agreed"."""
    after = list(words_after(noun, 6))
    which = next((t for t in after if t.lower_ == "which"), None)
    if which is None or which.i == 0 or noun.doc[which.i - 1].lower_ not in ("in", "at", "during"):
        return []
    verb = next((t for t in words_after(which, 12) if t.tag_ in ("VBD", "VBZ", "VBP") and t.pos_ == "VERB"), None)
    if verb is None:
        return []
    found = [*sides.subject(scene, verb), *sides.objects(scene, verb)]
    return [m for m in found if any(e.is_person for e in m.entities)]


def _joint(scene: Scene, noun: Token, frame: frames.NounFrame) -> list[Mention]:
    """The sides named together: "the A-B call", "talks between A and B", "a meeting of A and B"."""
    joint = sides.hyphenated(scene, noun)
    if joint:
        return joint
    for preposition, group in sides.after(scene, noun, frame.between, 14):
        near = preposition.i - noun.i <= 2
        if preposition.lower_ == "between" or near:
            if len(entities(group)) > 1 or (near and not all(sides.is_place(scene, m) for m in group)):
                return group
        break
    return []


def _from_verb(
    scene: Scene,
    noun: Token,
    verb: Token,
    carrier: Token | None,
    own: list[Mention],
    groups: list[list[Mention]],
    partner: tuple[str, ...],
) -> tuple[list[Mention], list[list[Mention]]]:
    """The sides that stand around the noun's verb: its subject, its "by", its "with" and "between"."""
    if carrier is not None and not groups:
        groups = [g for _, g in sides.after(scene, carrier, partner) if not all(sides.is_place(scene, m) for m in g)]
        if not groups and carrier.lemma_ in ("receive", "get", "take"):
            groups = [g for _, g in sides.after(scene, noun, ("from",))]
    if own and (groups or carrier is None):
        return own, groups
    if carrier is not None and passive(carrier):
        agents = sides.agents(scene, carrier)
        between = [m for _, g in sides.after(scene, carrier, ("between",)) for m in g]
        return own or agents or between, groups
    preposition, _ = governor(noun)
    aside = preposition is not None and preposition.lower_ in ("in", "during", "by", "over", "on", "for", "at")
    if carrier is None and ((not groups and not aside) or (verb.lemma_ in frames.THIRD_PARTY and passive(verb))):
        return own, groups
    subjects = [m for m in sides.subject(scene, verb) if not spokesperson(m)]
    if carrier is None and not groups and preposition is not None and preposition.lower_ == "at":
        return (subjects if len(entities(subjects)) > 1 else own), groups
    if carrier is None and not groups:
        told = [m for m in sides.objects(scene, verb) if any(e.is_person for e in m.entities)]
        if preposition is not None and preposition.lower_ == "for" and verb.lemma_ != "join":
            told = []
        groups = [told] if told and not passive(verb) else []
        if not groups and len(entities(subjects)) < 2:
            return own, groups
    return [*own, *(m for m in subjects if not entities([m]) & entities(own))], groups


def _verb_above(noun: Token) -> Token | None:
    _, above = governor(noun)
    for _ in range(4):
        if above is None or is_verb(above) or above.head.i == above.i:
            break
        above = above.head
    return above if above is not None and is_verb(above) else None


def _visit(scene: Scene, noun: Token, verdict: Verdict, words: tuple[int, ...]) -> Iterator[Event]:
    """A visit has a guest, its possessor or the subject of its verb, and a host, after "to" or "by"."""
    made = _verb_above(noun)
    if made is not None and made.lemma_ == "make":
        return
    hosts = [m for _, g in sides.after(scene, noun, ("to",), 5)[:1] for m in g[:2]]
    if not hosts and noun.i and (before := scene.at(noun.i - 1)) is not None and not sides.people_first(before):
        hosts = [before]
    guests = [m for _, g in sides.after(scene, noun, ("by",), 12)[:1] for m in g] or sides.possessors(scene, noun)
    if not guests and (verb := _verb_above(noun)) is not None:
        guests = sides.agents(scene, verb) if passive(verb) else sides.subject(scene, verb)
    guests = [m for m in guests if any(e.is_person for e in m.entities) and not spokesperson(m)]
    home = {entity.polity for mention in guests for entity in mention.entities}
    hosts = [m for m in hosts if not any(e.polity in home and not e.is_person for e in m.entities)]
    companions = [m for _, g in sides.after(scene, noun, ("with",), 10)[:1] for m in g]
    if not guests and noun.i and noun.doc[noun.i - 1].lower_ in ("the", "that", "this"):
        event = build(scene, noun, words, Kind.VISIT, verdict, [], "noun visit", 0.5)
        event.definite = True
        yield event
    if guests:
        yield build(scene, noun, words, Kind.VISIT, verdict, [*guests, *(companions or hosts)], "noun visit", 0.7)


def _message(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """A letter goes from its possessor, its "from", or the subject of its verb, to whom "to" names."""
    verb = _verb_above(noun)
    senders = [m for _, g in sides.after(scene, noun, ("from", "by"), 14)[:1] for m in g] or sides.possessors(
        scene, noun
    )
    receivers = [m for _, g in sides.after(scene, noun, ("to", "for"), 14)[:1] for m in g]
    preposition, _ = governor(noun)
    if verb is not None and preposition is not None and preposition.lower_ in ("in", "by", "through", "via"):
        senders = senders or [m for m in sides.subject(scene, verb) if not spokesperson(m)]
        receivers = receivers or [m for m in sides.objects(scene, verb) if any(e.is_person for e in m.entities)]
        receivers = receivers or [m for _, g in sides.after(scene, verb, ("to",), 20, past_nouns=True)[:1] for m in g]
    elif verb is not None:
        subject = sides.agents(scene, verb) if passive(verb) else sides.subject(scene, verb)
        if verb.lemma_ in ("receive", "get") and not passive(verb):
            receivers = receivers or subject
        elif not senders:
            senders = subject if verb.lemma_ in frames.WRITE else []
        if not receivers and verb.lemma_ in frames.WRITE:
            receivers = [
                m for t in children(verb, "dative", "dobj") if t.i < noun.i for m in sides.named_by(scene, t)
            ] or [m for _, g in sides.after(scene, verb, ("to",))[:1] for m in g]
    senders = [m for m in senders if any(e.is_person for e in m.entities)]
    receivers = [m for m in receivers if m.entities and not entities([m]) <= entities(senders)]
    if senders and receivers:
        verdict = status.of_verb(verb, headline) if verb is not None else Verdict(Status.HELD)
        yield build(scene, noun, (noun.i,), Kind.MESSAGE, verdict, [*senders, *receivers], "noun letter", 0.8)


def _guest(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """ "will be the king's guest in Amman", "as Xi's guest": a visit to the possessor."""
    hosts = sides.possessors(scene, noun)
    verb = _verb_above(noun)
    if not hosts or verb is None:
        return
    guests = [m for m in sides.subject(scene, verb) if sides.people_first(m)]
    if guests and not entities(guests) & entities(hosts):
        yield build(
            scene, noun, (noun.i,), Kind.VISIT, status.of_verb(verb, headline), [*guests, *hosts], "noun guest", 0.75
        )


def _invitation(scene: Scene, noun: Token, headline: bool) -> Iterator[Event]:
    """ "accepted the king's invitation to Riyadh", "extended an invitation to A to visit B": a possible visit, or,
    where it is accepted, an expected one."""
    verb = _verb_above(noun)
    doers = sides.doer(scene, verb) if verb is not None else []
    hosts = sides.possessors(scene, noun) or [m for _, g in sides.after(scene, noun, ("from", "by"), 8)[:1] for m in g]
    named = [m for _, g in sides.after(scene, noun, ("to", "for"), 8)[:1] for m in g]
    guests = [m for m in named if any(e.is_person for e in m.entities)]
    if verb is not None and verb.lemma_ in ("accept", "receive", "get", "decline", "reject", "refuse", "take"):
        guests = guests or doers
        hosts = hosts or [m for m in named if m not in guests]
    else:
        hosts = hosts or doers
    guests = [m for m in guests if any(e.is_person for e in m.entities)]
    if not guests or not hosts or entities(guests) & entities(hosts):
        return
    verdict = Verdict(Status.POSSIBLE, sure=False)
    if verb is not None and verb.lemma_ == "accept":
        verdict = Verdict(Status.EXPECTED)
    elif verb is not None and verb.lemma_ in ("decline", "reject", "refuse"):
        verdict = Verdict(Status.DECLINED, refuser=verb)
    del headline
    yield build(scene, noun, (noun.i,), Kind.VISIT, verdict, [*guests, *hosts], "noun invitation", 0.7)


def mediators(scene: Scene, event: Event) -> None:
    """Who stands between the sides: "brokered by A", "mediated talks", "with A as go-between", "under A's mediation"."""
    sentence = scene.doc[event.trigger].sent
    for token in sentence:
        if abs(token.i - event.trigger) > 24 or _another_between(token, scene.doc[event.trigger]):
            continue
        found: list[Mention] = []
        if token.lemma_ in frames.MEDIATE and is_verb(token):
            found = sides.doer(scene, token) if _of_event(token, event) else []
        elif _go_between(token) and {"as"} & {t.lower_ for t in words_before(token, 4)}:
            found = _as_go_between(scene, token)
        elif token.lower_ == "chair" and [t.lower_ for t in words_before(token, 2)] == ["the", "in"]:
            found = _as_go_between(scene, token)
        elif token.lower_ in ("mediation", "auspices", "facilitation"):
            found = sides.possessors(scene, token) or [
                m for _, g in sides.after(scene, token, ("of", "by"), 4)[:1] for m in g
            ]
            if not found and token.i and (before := scene.at(token.i - 1)) is not None:
                found = [before]
        for mention in found:
            known = {side.entity.key: side for side in event.sides}
            for entity in mention.entities:
                if entity.key in known:
                    known[entity.key].attendance = Attendance.MEDIATOR
            add(event, mention, Attendance.MEDIATOR)


def _of_event(verb: Token, event: Event) -> bool:
    """Whether what is mediated is the event: its noun is the verb's object or subject, or the verb its participle."""
    nouns = {event.trigger, *event.words}
    if verb.head.i in nouns and verb.dep_ in ("acl", "relcl"):
        return True
    objects = children(verb, "dobj", "nsubjpass")
    return any(token.i in nouns or any(t.i in nouns for t in token.subtree) for token in objects) or (
        verb.tag_ == "VBN" and bool(children(verb, "agent")) and not objects
    )


def _another_between(one: Token, other: Token) -> bool:
    """Whether another contact is told between the two words."""
    first, last = sorted((one.i, other.i))
    return any(
        token.lemma_ in frames.NOUNS and token.lemma_ not in frames.MEANS and token.pos_ == "NOUN"
        for token in one.doc[first + 1 : last]
    )


def _go_between(token: Token) -> bool:
    if token.lower_ == "between":
        return token.i > 1 and token.doc[token.i - 2].lower_ == "go"
    return token.lemma_ in frames.GO_BETWEEN


def _as_go_between(scene: Scene, noun: Token) -> list[Mention]:
    """ "with A and B as mediators", "A acted as go-between"."""
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    for token in words_before(noun, 30):
        if token.lower_ == "with":
            group = sides.group_after(scene, token)
            after = [t.lower_ for t in scene.doc[group[-1].end : group[-1].end + 2]] if group else []
            if {"as", "in"} & set(after):
                return group
        if is_verb(token) and token.lemma_ in ("act", "serve", "function") and following not in ("of", "for"):
            return sides.subject(scene, token) or _whose(scene, token)
        if is_verb(token) and token.lemma_ in ("chair", "host", "open", "attend", "join") and not passive(token):
            return sides.subject(scene, token)
    return []


def _whose(scene: Scene, verb: Token) -> list[Mention]:
    """ "A and B, whose country acted as mediator": those before "whose"."""
    for token in words_before(verb, 4):
        if token.lower_ == "whose":
            before = next((m for t in words_before(token, 3) if (m := scene.at(t)) is not None), None)
            return sides.backwards(scene, [before]) if before is not None else []
    return []
