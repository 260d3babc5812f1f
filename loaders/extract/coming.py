"""Further words for who comes: verbs with particles, turned sentences, "so are", "as did", "among those present"."""

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.absence import EXPECTED, Found, following
from loaders.extract.grammar import children, is_verb, negated, passive, words_after, words_before
from loaders.extract.scene import Mention, Scene
from loaders.extract.verdicts import ATTENDANCE, Verdict
from schema.vocabulary import Attendance, Status

_PARTICLES = {
    "come": frozenset({"along"}),
    "tag": frozenset({"along"}),
    "go": frozenset({"along"}),
    "listen": frozenset({"in"}),
    "sit": frozenset({"in"}),
    "dial": frozenset({"in"}),
    "phone": frozenset({"in"}),
    "call": frozenset({"in"}),
    "beam": frozenset({"in"}),
    "zoom": frozenset({"in"}),
    "patch": frozenset({"in"}),
    "look": frozenset({"in"}),
    "log": frozenset({"in", "on"}),
    "drop": frozenset({"in", "by"}),
}
"""Verbs that with one of the particles say that somebody takes part."""
_AFTER = frozenset({".", ",", ";", ")", "too", "as", "from", "by", "via", "on", "with", "and", "for", "while", "when"})
TURNED = frozenset("expected attending participating invited due seated confirmed awaited".split())
"""Words with which a turned sentence begins: "Also expected are A and B"."""
_THOSE = frozenset("those guests participants attendees delegates leaders ministers many others people dozens".split())
_TEAMS = frozenset("delegation team side party mission contingent entourage".split())
_PLACES = frozenset({"table", "side"})
VERBS = frozenset(_PARTICLES) | frozenset("confirm join be do have will bring fill take occupy".split())
"""Lemmas at which somebody more may be told of."""
_THERE = frozenset("there here room hall table present invited".split())
_THEN = (Attendance.ATTENDED, Verdict(Status.HELD))
_COMING = frozenset("attend join participate come travel go confirm fly take sit be dial".split())


def coming(scene: Scene, token: Token, headline: bool) -> Found | None:
    """Who comes by the words at the token, which is a verb, or the participle or "among" of a turned sentence."""
    if token.lower_ in TURNED and (found := _turned(scene, token)):
        return found, Attendance.EXPECTED, EXPECTED
    if not is_verb(token):
        return None
    if (same := _so_too(scene, token) or _but(scene, token)) is not None:
        return same
    if token.lemma_ in ("fill", "take", "occupy") and passive(token) and _seat(token):
        return _people(sides.agents(scene, token)), Attendance.ATTENDED, status.of_verb(token, headline)
    found = _with_particle(scene, token) or _one_of_those(scene, token) or _at_table(scene, token)
    if not found and token.lemma_ == "confirm" and _without_more(token):
        return _people(subjects.subject(scene, token, guess=False)), Attendance.EXPECTED, EXPECTED
    if not found and token.lemma_ == "join" and any(t.lower_ in _TEAMS for t in words_after(token, 5)):
        found = subjects.subject(scene, token, guess=False)
    if not (found := _people(found)):
        return None
    verdict = status.of_verb(token, headline)
    if verdict.status in (Status.CANCELLED, Status.DENIED):
        return found, Attendance.ABSENT, Verdict(Status.HELD) if verdict.status is Status.CANCELLED else EXPECTED
    return found, ATTENDANCE[verdict.status], verdict


def _people(found: list[Mention]) -> list[Mention]:
    return [mention for mention in found if naming.people_first(mention)]


def _with_particle(scene: Scene, verb: Token) -> list[Mention]:
    """ "A came along", "B listened in", "C dialled in from Rome", "sitting in were D and E"."""
    particles = _PARTICLES.get(verb.lemma_.lower())
    if particles is None or following(verb) not in particles:
        return []
    after = verb.doc[verb.i + 2] if verb.i + 2 < len(verb.doc) else None
    if after is not None and after.lemma_ == "be":
        return _behind(scene, after)
    if after is None or after.lower_ in _AFTER or "\n" in after.text:
        return subjects.subject(scene, verb, guess=False)
    return []


def _behind(scene: Scene, be: Token) -> list[Mention]:
    following_one = naming.starting(scene, be.i + 1)
    return naming.listed(scene, following_one) if following_one is not None else []


def _turned(scene: Scene, word: Token) -> list[Mention]:
    """ "Also expected at the talks on Monday are A and B"."""
    before = [token for token in words_before(word, 2) if not token.is_space]
    if before and (before[0].lower_ != "also" or len(before) > 1):
        return []
    be = next((token for token in words_after(word, 14) if token.lemma_ == "be"), None)
    if be is None or any(token.lower_ == "," for token in word.doc[word.i : be.i]):
        return []
    return _people(_behind(scene, be))


def _one_of_those(scene: Scene, verb: Token) -> list[Mention]:
    """ "A and B were among those at the table", "C was one of the guests"."""
    if verb.lemma_ != "be":
        return []
    near = [token.lower_ for token in words_after(verb, 5)]
    if near[:1] == ["also"]:
        near = near[1:]
    some = near[:1] == ["among"] or near[:2] == ["one", "of"]
    rest = list(words_after(verb, 9))
    there = any(
        token.lower_ in ("present", "table", "room", "hall", "attending", "attended", "participants", "attendees")
        for token in rest
    )
    return subjects.subject(scene, verb, guess=False) if some and there and _THOSE & set(near) else []


def _at_table(scene: Scene, verb: Token) -> list[Mention]:
    """ "A is to be at the table for the talks", "B was at his side"."""
    if verb.lemma_ not in ("be", "sit"):
        return []
    near = [token.lower_ for token in words_after(verb, 3)]
    if near[:1] not in (["at"], ["by"], ["around"], ["round"]) or near[2:3] not in (["table"], ["side"]):
        return []
    if near[2] == "side" and near[1] not in ("his", "her", "their"):
        return []
    return subjects.subject(scene, verb, guess=False)


def _without_more(verb: Token) -> bool:
    """ "A and B have confirmed": not that something is so."""
    if passive(verb) or negated(verb) or children(verb, "dobj", "ccomp"):
        return False
    return following(verb) in (".", ",", ";", "too", "as") or following(verb).startswith("\n")


def _seat(verb: Token) -> bool:
    """ "A's chair was filled by B"."""
    return any(child.lemma_ in ("chair", "seat", "place") for child in children(verb, "nsubjpass", "nsubj"))


def _but(scene: Scene, verb: Token) -> Found | None:
    """ "A was not in the room; his deputy, B, was", "C will not come, but D will"."""
    if verb.lemma_ not in ("be", "do", "have", "will") or following(verb) not in (".", ";"):
        return None
    earlier = list(words_before(verb, 24))
    if not {"not", "n't", "never"} & {token.lower_ for token in earlier}:
        return None
    if not any(token.lower_ in _THERE or token.lemma_ in _COMING for token in earlier):
        return None
    found = _people(subjects.subject(scene, verb, guess=False))
    ahead = verb.lemma_ == "will" or verb.tag_ in ("VBZ", "VBP")
    return (found, *((Attendance.EXPECTED, EXPECTED) if ahead else _THEN)) if found else None


def _so_too(scene: Scene, verb: Token) -> Found | None:
    """ "A came along, as did B", "A is there, and so are B and C", after words for coming."""
    if verb.lemma_ not in ("do", "be", "have", "will") or not verb.i:
        return None
    if verb.doc[verb.i - 1].lower_ not in ("as", "so"):
        return None
    found = _people(_behind(scene, verb))
    earlier = [token for token in words_before(verb, 30) if is_verb(token) and token.dep_ not in ("aux", "auxpass")]
    comes = [token for token in earlier if token.lemma_.lower() in _COMING]
    if not found or not comes:
        return None
    if comes[0].lemma_ == "be" and not any(
        token.lower_ in ("there", "here", "present", "among", "room", "table") for token in words_after(comes[0], 5)
    ):
        return None
    if comes[0].lemma_ in ("go", "take", "sit") and not any(
        token.lower_ in ("part", "there", "in", "along") or token.lemma_ in frames.NOUNS
        for token in words_after(comes[0], 4)
    ):
        return None
    verdict = status.of_verb(comes[0], False)
    return found, ATTENDANCE[verdict.status], verdict
