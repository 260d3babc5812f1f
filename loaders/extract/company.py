"""Contacts told by no word that means one: who did something in a room with somebody, or over a line.

"A withdrew to the library with B", "A had B to his bungalow", "A and B lingered over a bowl of kava": the verbs are
without number, the scenes few. Both sides have to be people of different countries, which keeps precision.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from loaders.extract import naming, sides, status, subjects
from loaders.extract.building import build, entities, spokesperson
from loaders.extract.grammar import auxiliaries, is_verb, passive, words_after, words_before
from loaders.extract.scene import Event, Form, Mention, Scene
from loaders.extract.turns import further
from loaders.extract.verb_frames import HOURS, MEALS
from schema.vocabulary import Kind, Status

_ROOM = frozenset(
    "table sofa couch armchair fireside fireplace office library study lounge garden terrace veranda bungalow home "
    "residence villa suite hotel door doorstep palace lodge tent cabin mansion ranch farm estate salon parlour cup "
    "glass bowl drink aperitif nightcap meal walk stroll boat barbecue".split()
)
_LINE = frozenset("phone telephone line blower receiver handset".split())
_SCREEN = frozenset("video videolink screen zoom".split())
_SCENES = _ROOM | _LINE | _SCREEN | frozenset(MEALS + HOURS)
_OVER = frozenset("on over by down".split())
_TOGETHER = ("with", "opposite", "alongside", "across")
_RECEIVE = frozenset(
    "have take show lead usher walk bring get keep join find treat sit entertain host drive escort detain".split()
)
"""Verbs whose object is the other side, where a scene follows."""
_GO = frozenset("go come turn pitch drop call arrive show head drive walk climb travel fly".split())
"""Verbs that tell of a contact where the scene is somebody's: "went up to B's suite"."""
_AT = frozenset("in at over to into for round around across through by on behind via from".split())
_NO_COMPANY = frozenset(
    "be say tell agree disagree clash compare replace accuse confuse contrast charge sanction share cooperate "
    "collaborate work deal side sympathise sympathize associate align compete begin start end rise stand join "
    "leave".split()
)
_COURT = frozenset("court task issue aim".split())


def in_company(scene: Scene, sentence: Span, events: list[Event], headline: bool) -> Iterator[Event]:
    """The contacts that the sentence tells of without a word for one.

    Args:
        scene: the article.
        sentence: where to look.
        events: what its words for contacts tell of; their sides and verbs are left alone.
        headline: whether it is a headline.
    """
    told = {word for event in events for word in event.words}
    pairs = [{side.entity.key for side in event.sides} for event in events]
    for verb in sentence:
        if (
            not is_verb(verb)
            or verb.pos_ == "AUX"
            or (verb.tag_ == "VBG" and not auxiliaries(verb))
            or verb.i in told
            or verb.lemma_.lower() in _NO_COMPANY
        ):
            continue
        kind = _scene_after(scene, verb)
        if kind is None:
            continue
        own, others = _company(scene, verb)
        both = entities([*own, *others])
        if len(_polities([*own, *others])) < 2 or any(len(both & pair) > 1 for pair in pairs):
            continue
        verdict = status.of_verb(verb, headline)
        if verdict.general or verdict.status in (Status.DENIED, Status.DECLINED):
            continue
        yield build(scene, verb, (verb.i,), kind, verdict, [*own, *others], "company")
        for group in further(scene, others[-1]) if others else []:
            if len(_polities([*own, *group])) > 1 and not entities(group) & both:
                anchor = scene.doc[group[0].root]
                yield build(scene, anchor, (verb.i,), kind, verdict, [*own, *group], "company")


def _scene_after(scene: Scene, verb: Token) -> Kind | None:
    """The kind of contact that the place, the meal or the line in the verb's clause makes it."""
    for token in words_after(verb, 18):
        if token.lower_ in (";", ":") or token.lower_ in _COURT:
            return None
        own = token.dep_ in ("aux", "auxpass") and token.head.i == verb.i
        if token.tag_ in ("VBD", "VBZ", "MD") and token.dep_ != "relcl" and not own:
            return None
        low = token.lemma_.lower()
        if scene.at(token) is not None or low not in _SCENES:
            continue
        if low in _LINE:
            if any(t.lower_ in _OVER for t in token.doc[max(verb.i + 1, token.i - 2) : token.i]):
                return Kind.CALL
        elif low in _SCREEN:
            return Kind.VIDEO_CALL
        elif low in HOURS:
            if any(t.lower_ == "with" for t in words_after(token, 1)):
                return Kind.MEETING
        elif low == "table" and not {"at", "around", "round", "across"} & {t.lower_ for t in words_before(token, 3)}:
            continue
        elif token.head.i == verb.i or any(t.lower_ in _AT for t in token.doc[max(verb.i + 1, token.i - 9) : token.i]):
            return Kind.MEETING
    return None


def _company(scene: Scene, verb: Token) -> tuple[list[Mention], list[Mention]]:
    """The people who did it, and the people with, to or at whose place they did it."""
    lemma = verb.lemma_.lower()
    if passive(verb) and auxiliaries(verb):
        own, others = subjects.subject(scene, verb, guess=False), sides.agents(scene, verb)
        others = others or [m for _, g in sides.after(scene, verb, _TOGETHER)[:1] for m in g]
    else:
        own = subjects.subject(scene, verb, guess=False)
        others = [m for _, g in sides.after(scene, verb, _TOGETHER)[:1] for m in g]
        if not others and lemma in _RECEIVE:
            others = sides.objects(scene, verb)
    own, others = (
        [m for m in group if naming.people_first(m) and not spokesperson(m) and not naming.possessive(scene, m)]
        for group in (own, others)
    )
    if not others and lemma in _GO and not passive(verb):
        others = _at_home(scene, verb)
    if not own or (not others and (len(entities(own)) < 2 or any(m.form is Form.PRONOUN for m in own))):
        return [], []
    return own, [m for m in others if not entities([m]) <= entities(own)]


def _at_home(scene: Scene, verb: Token) -> list[Mention]:
    """Whose the place is to which somebody went."""
    for token in words_after(verb, 14):
        if token.lemma_.lower() in _ROOM:
            found = subjects.possessors(scene, token) or [
                m for _, g in sides.after(scene, token, ("of",), 3) for m in g
            ]
            return [m for m in found if naming.people_first(m)]
    return []


def _polities(mentions: list[Mention]) -> set[str]:
    return {entity.polity for mention in mentions for entity in mention.entities if entity.polity}
