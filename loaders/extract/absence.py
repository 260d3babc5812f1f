"""Who stays away: "will skip the summit", "was not invited", "turned down the invitation", "remains shut out"."""

from spacy.tokens import Token

from loaders.extract import frames, naming, status, subjects
from loaders.extract.grammar import negated, passive, words_after, words_before
from loaders.extract.scene import Mention, Scene
from loaders.extract.status import Verdict
from schema.vocabulary import Attendance, Status

Found = tuple[list[Mention], Attendance, Verdict]
"""Who comes or stays away, how, and what the words say of the contact."""

GOING = frozenset("go come travel attend appear join participate take show".split())
EXPECTED = Verdict(Status.EXPECTED)


def absence(scene: Scene, verb: Token, headline: bool) -> Found | None:
    """ "will skip the summit", "stays away", "is not going", "was not invited"."""
    lemma, after = verb.lemma_.lower(), following(verb)
    away = (lemma == "stay" and after in ("away", "home", "at")) or (lemma == "sit" and after == "out")
    if away or (lemma in frames.ABSENT and (lemma in ("skip", "boycott") or attends(verb))):
        return subjects.subject(scene, verb, guess=False), Attendance.ABSENT, status.of_verb(verb, headline)
    if lemma in GOING and _declines(verb):
        return subjects.subject(scene, verb, guess=False), Attendance.ABSENT, EXPECTED
    if lemma in ("shut", "exclude", "bar", "ban", "uninvite") and _shut_out(verb):
        return subjects.subject(scene, verb, guess=False), Attendance.ABSENT, EXPECTED
    if _turned_down(verb):
        return subjects.subject(scene, verb, guess=False), Attendance.DECLINED, EXPECTED
    if lemma in ("ask", "invite") and passive(verb) and _says_no(verb):
        return subjects.subject(scene, verb, guess=False), Attendance.DECLINED, status.of_verb(verb, headline)
    if lemma == "make" and negated(verb) and any(t.lower_ in ("journey", "trip") for t in words_after(verb, 3)):
        return subjects.subject(scene, verb, guess=False), Attendance.ABSENT, EXPECTED
    if lemma in ("receive", "get") and _no_invitation(verb):
        return subjects.subject(scene, verb, guess=False), Attendance.ABSENT, EXPECTED
    if lemma == "invite" and passive(verb) and negated(verb):
        return subjects.subject(scene, verb, guess=False), Attendance.ABSENT, EXPECTED
    return None


def _no_invitation(verb: Token) -> bool:
    """ "had received no invitation", "did not get an invitation"."""
    after = [token.lower_ for token in words_after(verb, 6)]
    return "invitation" in after[:3] and "such" not in after and ("no" in after or negated(verb))


def _shut_out(verb: Token) -> bool:
    """ "remains shut out", "was barred from the summit"."""
    return verb.tag_ == "VBN" and (verb.lemma_ != "shut" or following(verb) == "out")


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
    if verb.lemma_ in ("go", "come", "travel", "show", "appear", "join") and not (
        attends(verb)
        or verb.tag_ in ("VBG", "VBN")
        or any(t.lower_ in ("will", "did", "would") for t in words_before(verb, 3))
    ):
        return False
    if verb.lemma_ == "take" and following(verb) != "part":
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
