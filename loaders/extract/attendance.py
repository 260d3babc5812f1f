"""Who else was there, and who stayed away: "also present were", "will skip the summit", "notably absent was"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from loaders.extract import frames, sides, status
from loaders.extract.building import add, spokesperson
from loaders.extract.grammar import children, is_verb, negated, passive, words_after, words_before
from loaders.extract.scene import Event, Mention, Scene
from loaders.extract.status import ATTENDANCE, Verdict
from schema.vocabulary import Attendance, Kind, Status

_PRESENT = frozenset("present attendance hand".split())
_MISSING = frozenset("absent missing absence".split())
_GOING = frozenset("go come travel attend appear join participate take show".split())
_CHAIR = frozenset("chair host convene open lead head moderate co-chair".split())
_INCLUDE = frozenset("include comprise consist lead head".split())
_GROUPS = frozenset("delegation team side group party mission contingent line-up lineup entourage list".split())


def joining(scene: Scene, sentence: Span, events: list[Event], headline: bool) -> Iterator[Event]:
    """The events of a sentence that only add sides to a contact told elsewhere.

    Args:
        scene: the article.
        sentence: where to look.
        events: the contacts told in this sentence, whose triggers are left alone.
        headline: whether it is a headline.
    """
    told = {word for event in events if event.sides for word in event.words}
    for token in sentence:
        if token.i in told:
            continue
        found = _read(scene, token, headline)
        if found is None:
            continue
        mentions, attendance, verdict = found
        mentions = [m for m in mentions if m.entities and not spokesperson(m)]
        if not mentions:
            continue
        event = Event(
            token.i, (token.i,), Kind.MEETING, verdict.status, verdict.tense, [], f"attendance {token.lemma_}", 0.8,
            definite=True, joins=True,
        )  # fmt: skip
        for mention in mentions:
            add(event, mention, attendance)
        yield event


def _read(scene: Scene, token: Token, headline: bool) -> tuple[list[Mention], Attendance, Verdict] | None:
    lemma = token.lemma_.lower()
    if token.lower_ in _MISSING or (token.lower_ == "left" and _next(token) == "out"):
        return _predicative(scene, token, Attendance.ABSENT)
    if token.lower_ in _PRESENT and (token.lower_ != "hand" or _previous(token) == "on"):
        return _predicative(scene, token, None)
    if token.lower_ == "without" and (without := _without(scene, token)):
        return without, Attendance.ABSENT, Verdict(Status.EXPECTED)
    if not is_verb(token):
        return None
    if lemma in frames.ABSENT or (lemma == "stay" and _next(token) in ("away", "home", "at")):
        if lemma in ("miss", "snub", "shun") and not _attends(token):
            return None
        return _subjects(scene, token), Attendance.ABSENT, status.of_verb(token, headline)
    if lemma == "sit" and _next(token) == "out":
        return _subjects(scene, token), Attendance.ABSENT, status.of_verb(token, headline)
    if lemma == "attend" and passive(token):
        return _agents(scene, token, headline)
    if lemma in _GOING and _declines(token):
        return _subjects(scene, token), Attendance.ABSENT, Verdict(Status.EXPECTED)
    if lemma in _CHAIR and token.tag_ == "VBN" and any(t.lemma_ in frames.NOUNS for t in words_before(token, 16)):
        return _agents(scene, token, headline)
    if lemma in ("accompany", "join", "flank", "represent") and passive(token):
        return _agents(scene, token, headline)
    if (
        lemma in ("attend", "participate")
        or (lemma == "take" and _next(token) == "part")
        or (lemma == "join" and _attends(token))
    ):
        verdict = status.of_verb(token, headline)
        if verdict.status is Status.DECLINED:
            return _subjects(scene, token), Attendance.DECLINED, verdict
        return _subjects(scene, token), ATTENDANCE[verdict.status], verdict
    if lemma in ("sit", "be") and (found := _on_side(scene, token)):
        verdict = status.of_verb(token, headline)
        return found, ATTENDANCE[verdict.status], verdict
    if lemma in _INCLUDE and not passive(token):
        return _members(scene, token, headline)
    if lemma == "invite" and passive(token) and negated(token):
        return _subjects(scene, token), Attendance.ABSENT, Verdict(Status.EXPECTED)
    return None


def _without(scene: Scene, word: Token) -> list[Mention]:
    """ "a meeting there without the president", "without inviting Kyiv"."""
    after = next((t for t in words_after(word, 2) if t.lemma_ not in ("invite", "the")), None)
    mention = scene.at(after) if after is not None else None
    if mention is None or sides.possessive(scene, mention) or not any(
        t.lemma_ in frames.NOUNS or t.lemma_ in ("meet", "talk", "negotiate") for t in words_before(word, 10)
    ):  # fmt: skip
        return []
    return sides.listed(scene, mention)


def _next(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _previous(token: Token) -> str:
    return token.doc[token.i - 1].lower_ if token.i else ""


def _attends(token: Token) -> bool:
    """Whether a contact noun is near as the verb's object."""
    return any(after.lemma_ in frames.NOUNS for after in words_after(token, 8))


def _declines(verb: Token) -> bool:
    """ "will not attend", "is not going", "does not intend to take part", "has no plans to attend"."""
    if verb.lemma_ in ("go", "come", "travel", "show", "appear", "join") and not (
        _attends(verb)
        or verb.tag_ in ("VBG", "VBN")
        or any(t.lower_ in ("will", "did", "would") for t in words_before(verb, 3))
    ):
        return False
    if verb.lemma_ == "take" and _next(verb) != "part":
        return False
    near = [token.lower_ for token in words_before(verb, 6)]
    return negated(verb) or ("to" in near[:2] and bool({"not", "n't"} & set(near)))


def _subjects(scene: Scene, verb: Token) -> list[Mention]:
    return sides.subject(scene, verb)


def _agents(scene: Scene, verb: Token, headline: bool) -> tuple[list[Mention], Attendance, Verdict] | None:
    found = sides.agents(scene, verb)
    verdict = status.of_verb(verb, headline)
    return (found, ATTENDANCE[verdict.status], verdict) if found else None


def _predicative(
    scene: Scene, word: Token, attendance: Attendance | None
) -> tuple[list[Mention], Attendance, Verdict] | None:
    """ "A was absent", "notably absent will be A", "also present were A; B; and C", "missing: A"."""
    verb = next((t for t in [word.head, *words_before(word, 3), *words_after(word, 4)] if t.lemma_ == "be"), None)
    if verb is not None and verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    verdict = status.of_verb(verb, False) if verb is not None else Verdict(Status.HELD, sure=False)
    found: list[Mention] = []
    later = [t for t in words_after(word, 12) if (m := scene.at(t)) is not None and m.start == t.i]
    inverted = verb is not None and verb.i > word.i or _next(word) in (":", "at", "from", "in")
    if inverted and later:
        first = scene.at(later[0])
        if attendance is None or first is None or _after_be(scene, word, first):
            found = sides.listed(scene, first) if first is not None else []
    if not found:
        found = sides.subject(scene, verb) if verb is not None else []
    if not found:
        return None
    if attendance is None:
        attendance = ATTENDANCE[verdict.status]
    return found, attendance, verdict


def _on_side(scene: Scene, verb: Token) -> list[Mention]:
    """ "On the Omani side sat A and B", "round the table with them are A, B and C"."""
    near = [token.lower_ for token in words_before(verb, 5)]
    side = near[:1] == ["side"] and bool({"on", "for"} & set(near))
    table = "table" in near and bool({"at", "around", "round"} & set(near))
    following = scene.at(verb.i + 1) or scene.at(min(verb.i + 2, len(scene.doc) - 1))
    if not (side or table) or following is None or following.start <= verb.i:
        return []
    return sides.listed(scene, following)


def _after_be(scene: Scene, word: Token, mention: Mention) -> bool:
    """Whether only a form of "be", a colon or the like stands between the word and the mention."""
    return any(scene.doc[i].lemma_ in ("be", ":") for i in range(word.i, mention.start))


def _members(scene: Scene, verb: Token, headline: bool) -> tuple[list[Mention], Attendance, Verdict] | None:
    """ "the delegation includes A, B and C"; "A leads the team"."""
    verdict = status.of_verb(verb, headline)
    if any(t.lemma_ in _GROUPS for t in children(verb, "nsubj", "nsubjpass")) or any(
        t.lemma_ in _GROUPS for t in words_before(verb, 6)
    ):
        found = sides.objects(scene, verb)
    elif any(t.lemma_ in _GROUPS for t in words_after(verb, 6)):
        found = sides.subject(scene, verb)
    else:
        return None
    return (found, ATTENDANCE[verdict.status], verdict) if found else None
