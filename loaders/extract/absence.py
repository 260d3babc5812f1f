"""Who stays away: "will skip the summit", "was not invited", "turned down the invitation", "remains shut out"."""

from spacy.tokens import Token

from loaders.extract import frames, naming, status, subjects
from loaders.extract.grammar import auxiliaries, negated, passive, to_before, words_after, words_before
from loaders.extract.scene import Mention, Scene
from loaders.extract.verdicts import Verdict
from schema.vocabulary import Attendance, Status

Found = tuple[list[Mention], Attendance, Verdict]
"""Who comes or stays away, how, and what the words say of the contact."""

GOING = frozenset("go come travel attend appear join participate take show".split())
_OTHERWISE = frozenset("into on beyond further ahead through up out down back close well so far".split())
"""What follows "go" and "come" where nobody moves: "did not go into the request"."""
_SKIPPING = frozenset({"skip", "boycott"})
_MISS = ["it", "a", "miss"]
EXPECTED = Verdict(Status.EXPECTED)


def absence(scene: Scene, verb: Token, headline: bool) -> Found | None:
    """ "will skip the summit", "stays away", "is not going", "was not invited"."""
    attendance = _refusal(verb) or _missing(verb)
    if attendance is None:
        return None
    found = subjects.subject(scene, verb, guess=False)
    lemma = verb.lemma_.lower()
    if lemma in ("stay", "sit", "skip", "boycott", *frames.ABSENT) or (lemma in ("ask", "invite") and _says_no(verb)):
        return found, attendance, status.of_verb(verb, headline)
    return found, attendance, Verdict(Status.HELD) if _past(verb) else EXPECTED


def _past(verb: Token) -> bool:
    """Whether it was so then: what "has not been invited" says is still to come."""
    words = {token.lower_ for token in auxiliaries(verb)}
    return bool(words & {"was", "were", "had", "did"}) or (verb.tag_ == "VBD" and not words)


def _refusal(verb: Token) -> Attendance | None:
    """ "turned down the invitation", "refuses to come", "was asked and said no"."""
    lemma = verb.lemma_.lower()
    if _turned_down(verb) or (lemma in ("ask", "invite") and passive(verb) and _says_no(verb)):
        return Attendance.DECLINED
    if lemma in ("refuse", "decline") and not passive(verb):
        goes = next((t for t in words_after(verb, 3) if t.lemma_ in GOING), None)
        return Attendance.DECLINED if goes is not None and to_before(goes) is not None else None
    return None


def _missing(verb: Token) -> Attendance | None:
    """ "stays away", "cried off", "will not turn up", "was left out", "had received no invitation"."""
    lemma, after = verb.lemma_.lower(), following(verb)
    if [token.lower_ for token in words_after(verb, 2)] == ["in", "person"]:
        return None
    away = (lemma == "stay" and after in ("away", "home", "at")) or (lemma == "sit" and after == "out")
    off = (lemma == "cry" and after == "off") or (lemma == "give" and [t.lower_ for t in words_after(verb, 3)] == _MISS)
    if away or off or (lemma in frames.ABSENT and (attends(verb) or (lemma in _SKIPPING and not _else(verb)))):
        return Attendance.ABSENT
    if lemma == "be" and negated(verb) and after in ("at", "in") and attends(verb):
        return Attendance.ABSENT
    if (lemma in GOING or (lemma == "turn" and after == "up")) and _declines(verb):
        return Attendance.ABSENT
    if lemma in ("shut", "exclude", "bar", "ban", "uninvite", "keep", "leave") and _shut_out(verb):
        return Attendance.ABSENT
    if lemma == "make" and negated(verb) and any(t.lower_ in ("journey", "trip") for t in words_after(verb, 3)):
        return Attendance.ABSENT
    if lemma in ("receive", "get") and _no_invitation(verb):
        return Attendance.ABSENT
    if lemma == "invite" or (lemma == "ask" and after in (".", ",", "along")):
        return Attendance.ABSENT if passive(verb) and negated(verb) else None
    return None


def _else(verb: Token) -> bool:
    """Whether what is skipped is no contact: "skips the military parade"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return thing is not None and thing.pos_ == "NOUN" and thing.lemma_ not in {*frames.NOUNS, "event", "occasion"}


def _no_invitation(verb: Token) -> bool:
    """ "had received no invitation", "did not get an invitation"."""
    after = [token.lower_ for token in words_after(verb, 6)]
    return "invitation" in after[:3] and "such" not in after and ("no" in after or negated(verb))


def _shut_out(verb: Token) -> bool:
    """ "remains shut out", "was barred from the summit"."""
    return verb.tag_ == "VBN" and (verb.lemma_ not in ("shut", "keep", "leave") or following(verb) in ("out", "off"))


def _says_no(verb: Token) -> bool:
    """ "was asked to join and has said no", "was invited but declined"."""
    after = list(words_after(verb, 14))
    words = [token.lower_ for token in after]
    refused = any(t.lemma_ in ("decline", "refuse") for t in after)
    return refused or any(words[i : i + 2] == ["said", "no"] for i in range(len(words)))


def _turned_down(verb: Token) -> bool:
    """ "turned down an invitation", "declined the invitation"."""
    after = list(words_after(verb, 7))
    if not any(token.lemma_ == "invitation" for token in after) or passive(verb):
        return False
    return verb.lemma_ in ("decline", "reject", "refuse") or (verb.lemma_ == "turn" and after[0].lower_ == "down")


def _declines(verb: Token) -> bool:
    """ "will not attend", "is not going", "does not intend to take part", "has no plans to attend"."""
    if verb.lemma_ in ("go", "come", "travel", "show", "appear", "join", "turn") and not (
        attends(verb)
        or verb.tag_ in ("VBG", "VBN")
        or any(t.lower_ in ("will", "did", "would") for t in words_before(verb, 3))
    ):
        return False
    if verb.lemma_ == "take" and following(verb) != "part":
        return False
    if verb.lemma_ in ("go", "come") and following(verb) in _OTHERWISE:
        return False
    near = [token.lower_ for token in words_before(verb, 6)]
    return negated(verb) or ("to" in near[:2] and bool({"not", "n't", "no"} & set(near)))


def without(scene: Scene, word: Token) -> list[Mention]:
    """ "a meeting there without the president", "without inviting Kyiv"."""
    after = next((t for t in words_after(word, 2) if t.lemma_ not in ("invite", "the")), None)
    mention = scene.at(after) if after is not None else None
    if (
        mention is None
        or naming.possessive(scene, mention)
        or not any(
            t.lemma_ in frames.NOUNS or t.lemma_ in ("meet", "talk", "negotiate") for t in words_before(word, 10)
        )
    ):
        return []
    return naming.listed(scene, mention)


def attends(token: Token) -> bool:
    """Whether a contact noun is near as the verb's object."""
    return any(after.lemma_ in frames.NOUNS for after in words_after(token, 8))


def following(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
