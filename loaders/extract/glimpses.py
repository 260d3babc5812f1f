"""Contacts that no word for a contact tells of: who came into whose room, who did something with whom, to whose face.

Writers have no end of words for what two people do when they meet. What such sentences share is that people of two
countries are the sides of one verb, and that it says or implies that they were in one place or on one line. A contact
is read from that only where nothing else in the article tells of these sides together, and it is trusted less.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extract import naming, sides, status, subjects
from loaders.extract.building import add, build, entities, spokesperson
from loaders.extract.clauses import word_set
from loaders.extract.grammar import is_verb, words_after, words_before
from loaders.extract.scene import Event, Form, Mention, Scene, Zone
from loaders.extract.spots import spots
from schema.vocabulary import Attendance, Kind, Status

_ROOMS = word_set(
    "office door doorstep desk table suite room residence house home palace villa apartment flat quarters chamber"
    " chambers study bedside tent dacha ranch farm estate lodge yacht plane jet car limousine box bungalow sofa couch"
    " compound headquarters cabin garden fireside kitchen veranda porch"
)
_INTO = word_set("at to in into under inside round around before through on onto aboard")
_BEING_THERE = word_set(
    "be go come walk turn pitch show drop call stop fly drive arrive rush hurry knock sit stand stay dine sleep wait"
    " appear land have put stroll slip step climb pop stride ride sail get make gather lunch eat usher lead bring take"
    " admit receive welcome"
)
_APART = word_set(
    "agree do disagree clash compare replace accuse confuse contrast charge sanction cooperate collaborate deal side"
    " sympathise sympathize associate align compete end leave quit break part differ fight spar quarrel tussle"
    " struggle wrestle feud argue trade sign-off grapple cope contend comply identify credit fill surround provide"
    " supply arm threaten"
)
"""Verbs whose "with" need not mean that somebody was there."""
_UNSAID = word_set("begin start have finish continue open close follow proceed agree")
"""Verbs that do not say in what way the two were in touch."""
_JOINTLY = word_set(
    "agree sign initial adopt tour embrace hug toast pose unveil inaugurate plant witness stroll dine sail withdraw"
    " retire adjourn emerge linger laugh hand-shake cochair co-chair co-sign co-host shake kiss lunch breakfast"
)
_WITH_THEIR = {
    "raise": word_set("hands arms glasses"),
    "put": word_set("names name signatures signature hands through heads"),
    "take": word_set("stock tea coffee"),
    "join": word_set("hands"),
    "clink": word_set("glasses"),
    "clasp": word_set("hands"),
    "patch": word_set("through"),
    "be": word_set("it"),
}
"""What several do together, with a word that has to follow."""
_TELL = word_set(
    "tell assure remind reassure admit apologise apologize confide complain explain promise whisper reply allot swear"
    " confess concede grumble persuade convince coax cajole quiz grill get"
)
_IN_PUBLIC = word_set(
    "x twitter facebook instagram telegram truth social post posted tweet interview speech statement television radio"
    " rally article op-ed column parliament"
)
_FACE = ("in person", "to his face", "to her face", "face to face", "across a table", "across the table", "to his eyes")


def glimpses(scene: Scene, found: list[Event]) -> Iterator[Event]:
    """The contacts that sentences tell of without a word for one, where no other telling has the same sides.

    Args:
        scene: the article.
        found: what its words for contacts tell of.
    """
    pairs = [(event.kind, {side.entity.key for side in event.sides}) for event in found]
    told = {word for event in found for word in event.words}
    for sentence, zone in zip(scene.sentences, scene.zones, strict=True):
        if zone is not Zone.BODY:
            continue
        for verb in sentence:
            if not is_verb(verb) or verb.dep_ in ("aux", "auxpass") or verb.i in told:
                continue
            for event in _seen(scene, verb):
                both = {side.entity.key for side in event.sides}
                in_one_place = event.rule in ("glimpse room", "glimpse house")
                if any(len(both & pair) > 1 and not (in_one_place and kind.remote) for kind, pair in pairs):
                    continue
                pairs.append((event.kind, both))
                yield event


def _seen(scene: Scene, verb: Token) -> Iterator[Event]:
    own = _people(subjects.subject(scene, verb, guess=False))
    if not own:
        return
    verdict = status.of_verb(verb, headline=False)
    if verdict.general or verdict.status in (Status.DENIED, Status.DECLINED):
        return
    for kind, rule, group in _company(scene, verb, own):
        others = [m for m in _people(group) if not entities([m]) & entities(own)]
        both = [*own, *others] if group else own
        if len(_polities(both)) < 2 or (group and not others):
            continue
        event = build(scene, verb, (verb.i,), _by_what_means(verb, kind), verdict, own, f"glimpse {rule}")
        between = rule == "room" and len(_polities(own)) > 1 and not _polities(own) & _polities(others)
        for mention in others:
            add(event, mention, Attendance.MEDIATOR if between else status.ATTENDANCE[verdict.status])
        yield event
        return


def _company(scene: Scene, verb: Token, own: list[Mention]) -> Iterator[tuple[Kind, str, list[Mention]]]:
    """The other side, with the kind of contact and the way it is told; nobody where the subject has both sides."""
    lemma = verb.lemma_.lower()
    if lemma in _BEING_THERE and (host := _whose_room(scene, verb)):
        yield Kind.MEETING, "room", host
    if host := _at_home(scene, verb, own):
        yield Kind.MEETING, "house", host
    near = sides.after(scene, verb, ("with", "opposite", "beside", "alongside")) if lemma not in _APART else []
    if near and (lemma != "be" or near[0][0].i == verb.i + 1):
        yield Kind.CONVERSATION if lemma in _UNSAID else Kind.MEETING, "with", near[0][1]
    if lemma in _TELL and not _publicly(verb):
        told = sides.objects(scene, verb) or [m for _, g in sides.after(scene, verb, ("to",))[:1] for m in g]
        told = [m for m in told if m.form is not Form.GROUP]
        yield Kind.MEETING if _to_the_face(verb) else Kind.CONVERSATION, "told", told
    if _several(scene, own, "they" if _with_their(verb) else "both") and (lemma in _JOINTLY or _with_their(verb)):
        yield Kind.CONVERSATION if lemma in _UNSAID else Kind.MEETING, "jointly", []


def _whose_room(scene: Scene, verb: Token) -> list[Mention]:
    """ "went up to A's suite", "pitched up at A's door", "had their feet under A's table": whose the room is."""
    for token in words_after(verb, 14):
        if token.lemma_.lower() not in _ROOMS:
            continue
        start = token.i - 1
        while start > verb.i and scene.at(start) is None and token.doc[start].pos_ in ("ADJ", "NOUN", "NUM", "PART"):
            start -= 1
        whose = scene.at(start)
        if whose is None or whose.start <= verb.i or not naming.possessive(scene, whose):
            continue
        if any(near.lower_ in _INTO for near in token.doc[max(verb.i, whose.start - 2) : whose.start + 1]):
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


def _several(scene: Scene, own: list[Mention], pronoun: str) -> bool:
    """Whether the subject names several, or is "the two" or the pronoun; "the ministers" may be any."""
    first = own[0]
    if len(own) > 1:
        return all(mention.form is not Form.GROUP for mention in own)
    words = {token.lower_ for token in scene.doc[first.start : first.end]}
    return len(first.entities) > 1 and bool(words & {"two", "both", pronoun})


def _with_their(verb: Token) -> bool:
    near = [token.lower_ for token in words_after(verb, 4)]
    if verb.lemma_ == "be":
        return near[:2] == ["at", "it"]
    return bool(_WITH_THEIR.get(verb.lemma_.lower(), frozenset()) & set(near))


def _publicly(verb: Token) -> bool:
    return any(token.lower_ in _IN_PUBLIC for token in words_after(verb, 24))


def _to_the_face(verb: Token) -> bool:
    clause = verb.doc[verb.i : verb.sent.end].text.lower()
    return any(words in clause for words in _FACE)


def _by_what_means(verb: Token, kind: Kind) -> Kind:
    near = {token.lower_ for token in (*words_after(verb, 14), *words_before(verb, 8))}
    if near & {"video", "videolink", "screen"}:
        return Kind.VIDEO_CALL
    if near & {"phone", "telephone", "line"} or (verb.lemma_ in ("put", "patch") and "through" in near):
        return Kind.CALL
    return kind


def _polities(mentions: list[Mention]) -> set[str]:
    return {entity.polity for mention in mentions for entity in mention.entities if entity.polity}


def _people(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if naming.people_first(m) and not spokesperson(m)]
