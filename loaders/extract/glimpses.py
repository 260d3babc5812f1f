"""Contacts that no word for a contact tells of: who came into whose room, who did something with whom, to whose face.

Writers have no end of words for what two people do when they meet. What such sentences share is that people of two
countries are the sides of one verb, and that it says or implies that they were in one place or on one line. A contact
is read from that only where nothing else in the article tells of these sides together, and it is trusted less.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract import glimpse_words as words
from loaders.extract.building import add, build, entities, spokesperson
from loaders.extract.grammar import auxiliaries, children, is_verb, passive, words_after, words_before
from loaders.extract.lookup import lists
from loaders.extract.scene import Event, Form, Mention, Scene, Zone
from loaders.extract.spots import spots
from loaders.extract.verdicts import ATTENDANCE
from schema.vocabulary import Attendance, Kind, Status


def glimpses(scene: Scene, found: list[Event]) -> Iterator[Event]:
    """The contacts that sentences tell of without a word for one, where no other telling has the same sides.

    Args:
        scene: the article.
        found: what its words for contacts tell of.
    """
    pairs = [(event.kind, {side.entity.key for side in event.sides}) for event in found]
    told = {word for event in found if not event.joins for word in event.words}
    for sentence, zone in zip(scene.sentences, scene.zones, strict=True):
        if zone is not Zone.BODY:
            continue
        for verb in sentence:
            if not is_verb(verb) or verb.dep_ in ("aux", "auxpass") or verb.i in told:
                continue
            for event in _seen(scene, verb):
                both = {side.entity.key for side in event.sides}
                in_one_place = event.rule in ("glimpse room", "glimpse house")
                again = event.rule == "glimpse jointly" and any(t.lower_ == "again" for t in words_after(verb, 5))
                if not again and any(
                    len(both & pair) > 1 and not (in_one_place and kind.remote) for kind, pair in pairs
                ):
                    continue
                pairs.append((event.kind, both))
                yield event


def _seen(scene: Scene, verb: Token) -> Iterator[Event]:
    own = _people(subjects.subject(scene, verb, guess=False))
    if not own and verb.lemma_ in words.BEING_THERE and _whose_room(scene, verb):
        own = _people(subjects.subject(scene, verb))
    if not own:
        return
    verdict = status.of_verb(verb, headline=False)
    if verdict.general or verdict.status in (Status.DENIED, Status.DECLINED):
        return
    for kind, rule, group in _company(scene, verb, own):
        others = [m for m in _people(group) if not entities([m]) & entities(own)]
        both = [*own, *others] if group else own
        if len(_polities(both)) < 2 or (group and not others) or not _in_office(scene, both):
            continue
        event = build(scene, verb, (verb.i,), _by_what_means(verb, kind), verdict, own, f"glimpse {rule}")
        between = rule == "room" and len(_polities(own)) > 1 and not _polities(own) & _polities(others)
        for mention in others:
            add(event, mention, Attendance.MEDIATOR if between else ATTENDANCE[verdict.status])
        yield event
        return


def _company(scene: Scene, verb: Token, own: list[Mention]) -> Iterator[tuple[Kind, str, list[Mention]]]:
    """The other side, with the kind of contact and the way it is told; nobody where the subject has both sides."""
    lemma = verb.lemma_.lower()
    if lemma in words.BEING_THERE and (host := _whose_room(scene, verb)):
        yield Kind.MEETING, "room", host
    if host := _at_home(scene, verb, own):
        yield Kind.MEETING, "house", host
    near = sides.after(scene, verb, ("with", "opposite", "beside", "alongside")) if lemma not in words.APART else []
    near = near or _next_to(scene, verb)
    near = [(word, group) for word, group in near if word.head.lemma_ not in words.RELATIONS]
    if near and (_at_once(verb, near[0][0]) or near[0][0].lower_ != "with" or (lemma == "be" and _on_the_line(verb))):
        yield Kind.CONVERSATION if lemma in words.UNSAID else Kind.MEETING, "with", near[0][1]
    if (found := _shifted(scene, verb)) or (not _publicly(verb) and (found := _handled(scene, verb))):
        yield Kind.MEETING, "object", found
    led = lemma == "get" and any(token.tag_ == "TO" for token in words_after(verb, 14))
    if (led or lemma in words.TELL or _there_to_say(verb)) and not _publicly(verb):
        told = sides.objects(scene, verb) or [m for _, g in sides.after(scene, verb, ("to",))[:1] for m in g]
        told = [m for m in told if m.form is not Form.GROUP]
        together = _to_the_face(verb) or (not led and lemma not in words.TELL and lemma != "put")
        yield Kind.MEETING if together else Kind.CONVERSATION, "told", told
    mutual = (
        _with_their(verb)
        or _side_by_side(verb)
        or (lemma not in words.FROM_AFAR and (_each_other(verb) or _on_the_line(verb)))
    )
    if _several(scene, own, "they" if mutual else "both") and (mutual or lemma in words.JOINTLY):
        yield Kind.CONVERSATION if lemma in words.UNSAID and not mutual else Kind.MEETING, "jointly", []


def _whose_room(scene: Scene, verb: Token) -> list[Mention]:
    """ "went up to A's suite", "pitched up at A's door", "had their feet under A's table": whose the room is."""
    for token in words_after(verb, 14):
        if token.lemma_.lower() not in words.ROOMS:
            continue
        start = token.i - 1
        while start > verb.i and scene.at(start) is None and token.doc[start].pos_ in ("ADJ", "NOUN", "NUM", "PART"):
            start -= 1
        whose = scene.at(start)
        if whose is None or whose.start <= verb.i or not naming.possessive(scene, whose):
            continue
        if any(near.lower_ in words.INTO for near in token.doc[max(verb.i, whose.start - 2) : whose.start + 1]):
            return [whose]
    return []


def _at_home(scene: Scene, verb: Token, own: list[Mention]) -> list[Mention]:
    """ "A sat in the palace of B's country as B spoke": the one of that country who does something meanwhile."""
    doc, sentence = scene.doc, verb.sent
    near = range(verb.i + 1, min(sentence.end, verb.i + 12))
    homes = {spot.country for spot in spots(scene, sentence) if spot.building and spot.start in near}
    homes |= {
        entity.polity
        for mention in scene.within(near.start, near.stop)
        if mention.form is Form.METONYM and doc[mention.end - 1].lower_ in ("office", "house", "palace", "kremlin")
        for entity in mention.entities
    }
    homes -= {entity.polity for mention in own for entity in mention.entities}
    for token in doc[verb.i + 1 : sentence.end]:
        if token.dep_ == "nsubj" and token.head.dep_ in ("advcl", "relcl"):
            host = [m for m in naming.named_by(scene, token) if any(e.polity in homes for e in m.entities)]
            if host:
                return host
    return []


def _shifted(scene: Scene, verb: Token) -> list[Mention]:
    """ "received at his office on Sunday the minister of B's country": the object after where and when."""
    if verb.lemma_ not in words.RECEIVE or passive(verb) or verb.doc[verb.i + 1 : verb.i + 2].text not in words.SETTING:
        return []
    for mention in scene.within(verb.i + 2, min(verb.sent.end, verb.i + 24)):
        before = scene.doc[mention.start - 1]
        before = scene.doc[before.i - 1] if before.pos_ == "DET" else before
        if any(token.i < mention.start and scene.at(token) is None for token in children(verb, "dobj")):
            return []
        if naming.people_first(mention) and mention.form is not Form.PRONOUN and not naming.possessive(scene, mention):
            return naming.listed(scene, mention) if before.pos_ not in ("ADP", "VERB", "CCONJ") else []
    return []


def _handled(scene: Scene, verb: Token) -> list[Mention]:
    """ "had A over in Accra", "cornered him at the summit", "got a handshake from A in Rome": where both were."""
    lemma = verb.lemma_.lower()
    near = lemma in words.HANDS_ON or (
        lemma == "have" and any(t.lower_ in ("over", "round", "front") for t in words_after(verb, 9))
    )
    if lemma in words.FROM_AFAR or not (near or _placed(scene, verb)):
        return []
    if passive(verb):
        return sides.agents(scene, verb) if auxiliaries(verb) else []
    if verb.lemma_ in ("get", "receive", "have") and (giver := sides.after(scene, verb, ("from",), 10)):
        return giver[0][1]
    if lemma == "get":
        return []
    met = [m for token in children(verb, "dobj", "dative") if (m := scene.at(token)) is not None]
    return [m for m in met if m.form is not Form.GROUP and not naming.possessive(scene, m)]


def _placed(scene: Scene, verb: Token) -> bool:
    """Whether the clause says in which town or building it was."""
    near = range(max(verb.sent.start, verb.i - 14), min(verb.sent.end, verb.i + 24))
    return any(spot.start in near and spot.preposition in words.SETTING for spot in spots(scene, verb.sent))


def _several(scene: Scene, own: list[Mention], pronoun: str) -> bool:
    """Whether the subject names several, or is "the two" or the pronoun; "the ministers" may be any."""
    first = own[0]
    if len(own) > 1:
        return all(mention.form is not Form.GROUP for mention in own)
    named = {token.lower_ for token in scene.doc[first.start : first.end]}
    return len(first.entities) > 1 and bool(named & {"two", "both", pronoun})


def _at_once(verb: Token, preposition: Token) -> bool:
    """ "stayed on alone with A", not "took issue with A", "lost patience with A", "was linked with A"."""
    between = verb.doc[verb.i + 1 : preposition.i]
    if passive(verb) and auxiliaries(verb):
        return False
    if verb.lemma_ == "be" and len(between):
        return False
    if verb.lemma_.lower() in words.JOINTLY:
        return True
    return not any(token.dep_ in ("dobj", "attr", "acomp", "oprd") and not token.ent_type_ for token in between)


def _next_to(scene: Scene, verb: Token) -> list[tuple[Token, list[Mention]]]:
    """ "stood next to A at the wreath-laying"."""
    for token in words_after(verb, 9):
        if token.lower_ == "to" and token.doc[token.i - 1].lower_ in ("next", "close") and token.i > verb.i + 1:
            return [(token, group)] if (group := sides.group_after(scene, token)) else []
    return []


def _there_to_say(verb: Token) -> bool:
    """ "went to Rome and asked A for patience", "put the question to A"."""
    lemma = verb.lemma_.lower()
    if lemma == "put":
        return any(token.lower_ in words.POINTS for token in words_after(verb, 3))
    travelled = verb.head.lemma_ in frames.TRAVEL or verb.head.lemma_ in ("sit", "be")
    return lemma in words.SAY and verb.dep_ == "conj" and travelled and not passive(verb)


def _side_by_side(verb: Token) -> bool:
    """ "opened the bridge side by side", "appeared together", "co-chaired the session"."""
    after = [token.lower_ for token in words_after(verb, 14)]
    if verb.lower_ == "co" and after[:1] == ["-"]:
        return True
    return any(tuple(after[i : i + 3]) in words.BESIDE for i in range(len(after))) or (
        "together" in after[:6] and verb.lemma_ not in words.FROM_AFAR
    )


def _each_other(verb: Token) -> bool:
    near = [token.lower_ for token in words_after(verb, 5)]
    return ("each" in near and "other" in near) or ("one" in near and "another" in near)


def _on_the_line(verb: Token) -> bool:
    """ "were on the horn", "burned up the phone lines"."""
    return any(token.lower_ in words.LINES for token in words_after(verb, 6))


def _with_their(verb: Token) -> bool:
    near = [token.lower_ for token in words_after(verb, 4)]
    if verb.lemma_ in ("be", "go"):
        return near[:2] == ["at", "it"]
    return bool(words.WITH_THEIR.get(verb.lemma_.lower(), frozenset()) & set(near))


def _publicly(verb: Token) -> bool:
    return any(token.lower_ in words.IN_PUBLIC for token in words_after(verb, 24))


def _to_the_face(verb: Token) -> bool:
    clause = verb.doc[verb.i : verb.sent.end].text.lower()
    return any(phrase in clause for phrase in words.FACE)


def _by_what_means(verb: Token, kind: Kind) -> Kind:
    near = {token.lower_ for token in (*words_after(verb, 14), *words_before(verb, 8))}
    if near & {"video", "videolink", "screen", "zoom"}:
        return Kind.VIDEO_CALL
    if near & words.LINES or (verb.lemma_ in ("put", "patch") and "through" in near):
        return Kind.CALL
    return kind


def _in_office(scene: Scene, mentions: list[Mention]) -> bool:
    """Whether one of them holds an office, by the article or the list: players embrace too."""
    people = [entity for mention in mentions for entity in mention.entities]
    return any(entity.office is not None or lists(scene.doc).holders.person(entity.name) for entity in people)


def _polities(mentions: list[Mention]) -> set[str]:
    return {entity.polity for mention in mentions for entity in mention.entities if entity.polity}


def _people(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if naming.people_first(m) and not spokesperson(m)]
