"""Who else was there, and who was missing: "also present were", "took part as well", "notably absent was"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.absence import EXPECTED, GOING, Found, absence, following, without
from loaders.extract.building import add, spokesperson
from loaders.extract.coming import TURNED, VERBS, coming
from loaders.extract.grammar import is_verb, negated, passive, words_after, words_before
from loaders.extract.presence import (
    ACCOMPANYING,
    CHAIRING,
    INCLUDING,
    MISSING,
    between_them,
    presence,
    subjects_of,
)
from loaders.extract.scene import Event, Mention, Scene
from loaders.extract.verdicts import ATTENDANCE, Verdict
from schema.vocabulary import Attendance, Kind, Status

_TRIGGERS = (
    MISSING
    | GOING
    | CHAIRING
    | ACCOMPANYING
    | INCLUDING
    | VERBS
    | TURNED
    | frames.ATTEND
    | frames.ABSENT
    | frozenset(
        "turn decline reject refuse besides due with left leave present hand screen attendance room without stay sit "
        "make invite be stand bring send not have there here hall chamber ask among preside shut exclude bar "
        "ban uninvite announce confirm receive get cry give keep mediate act serve chair seat sign "
        "nobody whether".split()
    )
)


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
        if token.i in told or not (token.lemma_.lower() in _TRIGGERS or token.lower_ in _TRIGGERS):
            continue
        found = _read(scene, token, headline)
        if found is not None:
            yield from _joins(token, found)
        if token.lemma_ in ("fill", "take", "occupy") and passive(token) and sides.agents(scene, token):
            for seat in (child for child in token.children if child.lemma_ in ("chair", "seat", "place")):
                left = subjects.possessors(scene, seat) or [
                    m for _, g in sides.after(scene, seat, ("of",), 4) for m in g
                ]
                yield from _joins(token, (left, Attendance.ABSENT, status.of_verb(token, headline)))
        if token.lemma_ == "represent" and passive(token) and sides.agents(scene, token):
            left = [m for m in subjects_of(scene, token) if naming.people_first(m)]
            yield from _joins(token, (left, Attendance.ABSENT, status.of_verb(token, headline)))


def _joins(token: Token, found: Found) -> Iterator[Event]:
    mentions, attendance, verdict = found
    mentions = [m for m in mentions if m.entities and not spokesperson(m)]
    if not mentions:
        return
    event = Event(
        token.i,
        (token.i,),
        Kind.MEETING,
        verdict.status,
        verdict.tense,
        [],
        f"attendance {token.lemma_.lower()}",
        definite=True,
        joins=True,
    )
    for mention in mentions:
        add(event, mention, attendance)
    yield event


def _read(scene: Scene, token: Token, headline: bool) -> Found | None:
    if token.lower_ in MISSING or (token.lower_ == "left" and following(token) == "out"):
        return _predicative(scene, token, Attendance.ABSENT)
    if _present(token):
        return _predicative(scene, token, None)
    if token.lower_ == "without" and (left := without(scene, token)):
        return left, Attendance.ABSENT, EXPECTED
    if token.lower_ == "not" and token.i and token.doc[token.i - 1].lower_ in ("but", "and"):
        left_out = sides.group_after(scene, token)
        return (left_out, Attendance.ABSENT, EXPECTED) if left_out and naming.people_first(left_out[0]) else None
    if token.lower_ == "among" and following(token) in ("them", "those") and (some := _some_of_them(scene, token)):
        verdict = _of_the_many(token)
        return some, ATTENDANCE[verdict.status], verdict
    if token.lower_ in ("chair", "seat", "sign", "nobody") and (left := _conspicuous(scene, token)):
        return left, Attendance.ABSENT, Verdict(Status.HELD) if _was(token) else EXPECTED
    if token.lower_ == "whether" and (some := _open(scene, token)):
        return some, Attendance.POSSIBLE, Verdict(Status.POSSIBLE)
    if token.lower_ == "with" and (inverted := _inverted(scene, token)):
        return inverted, Attendance.ATTENDED, Verdict(Status.HELD)
    if token.lower_ == "besides" and (also := sides.group_after(scene, token)):
        return also, Attendance.EXPECTED, EXPECTED
    if token.lower_ == "with" and (beside := _at_the_side(scene, token)):
        return beside, Attendance.ATTENDED, Verdict(Status.HELD)
    if (more := coming(scene, token, headline)) is not None or not is_verb(token):
        return more
    return absence(scene, token, headline) or between_them(scene, token, headline) or presence(scene, token, headline)


def _was(token: Token) -> bool:
    return any(t.tag_ == "VBD" for t in token.sent)


def _conspicuous(scene: Scene, noun: Token) -> list[Mention]:
    """ "A's chair stayed empty", "there was no sign of A", "there is no seat for A", "nobody had asked A"."""
    after = list(words_after(noun, 6))
    if noun.lower_ == "nobody":
        asked = next((t for t in after if t.lemma_ in ("ask", "invite")), None)
        return [m for m in sides.objects(scene, asked) if naming.people_first(m)] if asked is not None else []
    if any(t.lower_ == "empty" for t in after):
        return subjects.possessors(scene, noun)
    if noun.i and noun.doc[noun.i - 1].lower_ == "no":
        return [m for _, g in sides.after(scene, noun, ("of", "for"), 4)[:1] for m in g]
    return []


def _open(scene: Scene, whether: Token) -> list[Mention]:
    """ "Whether A will come is open"."""
    verb = next((t for t in words_after(whether, 12) if t.lemma_ in GOING and is_verb(t)), None)
    return [m for m in subjects_of(scene, verb) if naming.people_first(m)] if verb is not None else []


def _inverted(scene: Scene, word: Token) -> list[Mention]:
    """ "With A was B": who came with somebody told of."""
    if not word.is_sent_start:
        return []
    first = sides.group_after(scene, word)
    be = scene.doc[first[-1].end] if first and first[-1].end < len(scene.doc) else None
    if be is None or be.lemma_ not in ("be", "come"):
        return []
    following = naming.starting(scene, be.i + 1)
    return naming.listed(scene, following) if following is not None and naming.people_first(following) else []


def _some_of_them(scene: Scene, among: Token) -> list[Mention]:
    """ "among them A, B and C", "among those in the hall: A and B": who some of many are."""
    rest = scene.within(among.i, among.sent.end)
    first = next((m for m in rest if naming.people_first(m) and m.root != among.i + 1), None)
    if first is None or first.start > among.i + 8 or naming.possessive(scene, first):
        return []
    return [m for m in naming.listed(scene, first) if naming.people_first(m)]


def _of_the_many(among: Token) -> Verdict:
    """Whether the many, of whom these are some, came or are to come: "have said that they will attend, among them"."""
    verb = next((t for t in words_before(among, 9) if is_verb(t) and t.pos_ == "VERB"), None)
    ahead = verb is not None and status.of_verb(verb, False).status in (Status.EXPECTED, Status.POSSIBLE)
    return EXPECTED if ahead else Verdict(Status.HELD)


def _at_the_side(scene: Scene, word: Token) -> list[Mention]:
    """ "with A next to him", "with A and B at her side"."""
    found = sides.group_after(scene, word)
    if not found:
        return []
    end = found[-1].end
    after = [token.lower_ for token in scene.doc[end : end + 5] if token.lower_ != ","]
    if after[:1] == ["on"] and "side" in after:
        rest = scene.within(word.i, word.sent.end)
        return [mention for mention in rest if naming.people_first(mention) and not naming.possessive(scene, mention)]
    return (
        found
        if after[:2] == ["next", "to"] or after[:1] == ["beside"] or ("at" in after[:1] and "side" in after)
        else []
    )


def _present(token: Token) -> bool:
    """ "present", "on hand", "in attendance", "in the room", "at the table"."""
    before = [t.lower_ for t in words_before(token, 2)]
    if token.lower_ == "present":
        inverted = token.i == token.sent.start or before[:1] == ["also"]
        return before[:1] not in (["the"], ["at"], ["a"]) and (inverted or token.head.lemma_ == "be")
    if token.lower_ == "hand":
        return before[:1] == ["on"]
    if token.lower_ == "screen":
        return before == ["the", "on"]
    if token.lower_ == "chair":
        return before == ["the", "in"]
    if token.lower_ == "attendance":
        return before[:1] == ["in"]
    if token.lower_ in ("there", "here"):
        return token.i > 0 and token.doc[token.i - 1].lemma_ == "be" and token.tag_ == "RB"
    return token.lower_ in ("room", "hall", "chamber") and before == ["the", "in"]


def _predicative(scene: Scene, word: Token, attendance: Attendance | None) -> Found | None:
    """ "A was absent", "notably absent will be A", "also present were A; B; and C", "missing: A"."""
    verb = next((t for t in [word.head, *words_before(word, 4), *words_after(word, 4)] if t.lemma_ == "be"), None)
    if verb is not None and verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    verdict = status.of_verb(verb, False) if verb is not None else Verdict(Status.HELD, sure=False)
    if verb is not None and negated(verb) and attendance is None:
        attendance = Attendance.ABSENT
    found: list[Mention] = []
    later = next((m for t in words_after(word, 12) if (m := scene.at(t)) is not None and m.start == t.i), None)
    if later is not None and any(scene.doc[i].lemma_ in ("be", ":") for i in range(word.i, later.start)):
        found = naming.listed(scene, later)
    if not found and verb is not None:
        found = subjects_of(scene, verb)
    if attendance is None:
        found = [mention for mention in found if naming.people_first(mention)]
    if not found:
        return None
    return found, attendance or ATTENDANCE[verdict.status], verdict
