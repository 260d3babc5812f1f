"""Who else was there, and who was missing: "also present were", "took part as well", "notably absent was"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.absence import EXPECTED, GOING, Found, absence, attends, following, without
from loaders.extract.building import add, spokesperson
from loaders.extract.grammar import children, is_verb, negated, passive, words_after, words_before
from loaders.extract.scene import Event, Form, Mention, Scene
from loaders.extract.status import ATTENDANCE, Verdict
from schema.vocabulary import Attendance, Kind, Status

_MISSING = frozenset("absent missing absence".split())
_CHAIRING = frozenset("chair host convene open lead head moderate co-chair".split())
_ACCOMPANYING = frozenset("accompany join flank represent attend".split())
_INCLUDING = frozenset("include comprise lead head".split())
_PRESENCE = frozenset("presence participation attendance".split())
_GROUPS = frozenset("delegation team side group party mission contingent line-up lineup entourage list".split())
_TRIGGERS = (
    _MISSING
    | GOING
    | _CHAIRING
    | _ACCOMPANYING
    | _INCLUDING
    | frames.ATTEND
    | frames.ABSENT
    | frozenset(
        "turn decline reject refuse besides due with left leave present hand screen attendance room without stay sit "
        "make invite be stand bring send not have there here hall chamber ask among preside shut exclude bar "
        "ban uninvite announce confirm receive get".split()
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
        if token.lemma_ == "represent" and passive(token) and sides.agents(scene, token):
            left = [m for m in _subjects(scene, token) if naming.people_first(m)]
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
    if token.lower_ in _MISSING or (token.lower_ == "left" and following(token) == "out"):
        return _predicative(scene, token, Attendance.ABSENT)
    if _present(token):
        return _predicative(scene, token, None)
    if token.lower_ == "without" and (left := without(scene, token)):
        return left, Attendance.ABSENT, EXPECTED
    if token.lower_ == "not" and token.i and token.doc[token.i - 1].lower_ in ("but", "and"):
        left_out = sides.group_after(scene, token)
        return (left_out, Attendance.ABSENT, EXPECTED) if left_out and naming.people_first(left_out[0]) else None
    if token.lower_ == "among" and following(token) in ("them", "those") and (some := _some_of_them(scene, token)):
        return some, Attendance.ATTENDED, Verdict(Status.HELD)
    if token.lower_ == "besides" and (also := sides.group_after(scene, token)):
        return also, Attendance.EXPECTED, EXPECTED
    if token.lower_ == "with" and (beside := _at_the_side(scene, token)):
        return beside, Attendance.ATTENDED, Verdict(Status.HELD)
    if not is_verb(token):
        return None
    return absence(scene, token, headline) or _presence(scene, token, headline)


def _some_of_them(scene: Scene, among: Token) -> list[Mention]:
    """ "among them A, B and C", "among those in the hall: A and B": who some of many are."""
    rest = scene.within(among.i, among.sent.end)
    first = next((m for m in rest if naming.people_first(m) and m.root != among.i + 1), None)
    if first is None or first.start > among.i + 8 or naming.possessive(scene, first):
        return []
    return [m for m in naming.listed(scene, first) if naming.people_first(m)]


def _presence(scene: Scene, verb: Token, headline: bool) -> Found | None:
    lemma = verb.lemma_.lower()
    found: list[Mention] = []
    if lemma in _CHAIRING and verb.tag_ == "VBN" and _of_contact(scene, verb):
        found = sides.agents(scene, verb)
    elif lemma == "preside" or (lemma in ("chair", "host") and _without_object(verb)):
        found = _subjects(scene, verb)
    elif lemma in ("announce", "confirm") and any(t.lower_ in _PRESENCE for t in words_after(verb, 4)):
        return _subjects(scene, verb), Attendance.EXPECTED, EXPECTED
    elif lemma in _ACCOMPANYING and passive(verb):
        found = sides.agents(scene, verb)
        if lemma == "attend":
            groups = [group for _, group in sides.after(scene, verb, ("by",), 90, past_nouns=True)]
            found = [mention for group in groups for mention in group] or found
        if found and lemma in ("accompany", "join"):
            found = [*_subjects(scene, verb), *found]
    elif lemma in frames.ATTEND and (
        lemma in ("attend", "participate")
        or (lemma == "take" and following(verb) == "part")
        or (lemma == "join" and (attends(verb) or following(verb) in ("them", "him", "her", "in")))
    ):
        found = [m for m in _subjects(scene, verb) if m.form is not Form.METONYM or m.end - m.start > 1]
    elif _comes(verb):
        found = [*_subjects(scene, verb), *_for_others(scene, verb)]
    elif lemma == "be" and (due := next((t for t in words_after(verb, 2) if t.lower_ == "due"), None)) is not None:
        found = _subjects(scene, verb) if following(due) in (".", ",", ";", "too", "as", "there") else []
        return (found, Attendance.EXPECTED, EXPECTED) if found else None
    elif lemma in ("sit", "stand") and _between(verb):
        return _subjects(scene, verb), Attendance.MEDIATOR, status.of_verb(verb, headline)
    elif lemma in ("sit", "be", "stand"):
        found = _on_side(scene, verb) or _beside(scene, verb)
    elif (
        lemma == "have"
        and any(t.lower_ in ("him", "her", "them") and _previous(t) == "with" for t in words_after(verb, 14))
    ) or (lemma == "bring" and not any(t.lower_ in ("together", "table", "up") for t in words_after(verb, 14))):
        found = [m for m in sides.objects(scene, verb) if naming.people_first(m)]
    elif lemma == "send" and _instead(verb):
        found = [m for m in sides.objects(scene, verb) if naming.people_first(m)]
        return found, Attendance.EXPECTED, EXPECTED
    elif lemma in _INCLUDING and not passive(verb):
        found = _members(scene, verb)
    if not found:
        return None
    verdict = status.of_verb(verb, headline)
    if verdict.status is Status.DECLINED:
        return found, Attendance.DECLINED, verdict
    if verdict.status is Status.CANCELLED and lemma in _INCLUDING:
        return found, Attendance.EXPECTED, EXPECTED
    if verdict.status is Status.CANCELLED:
        return found, Attendance.ABSENT, Verdict(Status.HELD)
    if verdict.status is Status.DENIED:
        return found, Attendance.ABSENT, EXPECTED
    return found, ATTENDANCE[verdict.status], verdict


def _without_object(verb: Token) -> bool:
    """ "A chairs", "B hosted it": what is chaired was told of before."""
    if passive(verb):
        return False
    after = next(iter(words_after(verb, 1)), None)
    return after is None or after.is_punct or after.lower_ in ("it", "this", "that", "and", "there")


def _instead(verb: Token) -> bool:
    """ "sends A in his stead", "is not here; he has sent A"."""
    if any(t.lower_ in ("stead", "place", "instead") for t in words_after(verb, 14)):
        return True
    if any(t.lower_ in _MISSING for t in verb.sent):
        return True
    before = list(words_before(verb, 8))
    return any(t.lower_ in ("here", "there", "coming") for t in before) and any(
        t.lower_ in ("not", "n't") for t in before
    )


def _comes(verb: Token) -> bool:
    """ "will sit in", "makes the trip", "is to go in his stead"."""
    near = [token.lower_ for token in words_after(verb, 4)]
    if verb.lemma_ == "sit" and near[:1] == ["in"] and not {"stead", "place"} & set(near):
        return near[:1] == ["in"] and (len(near) < 2 or near[1] in (".", ",", "on", "too", "as"))
    if verb.lemma_ == "make":
        return bool({"trip", "journey"} & set(near[:3]))
    if verb.lemma_ == "come" and near[:1] == ["for"]:
        return any(t.pos_ == "PROPN" for t in words_after(verb, 3))
    if verb.lemma_ == "take":
        return near[:1] in (["his"], ["her"], ["its"], ["the"]) and near[1:2] in (["seat"], ["chair"], ["place"])
    return verb.lemma_ in ("go", "come", "sit") and bool({"stead", "place"} & set(near)) and "in" in near[:2]


def _for_others(scene: Scene, verb: Token) -> list[Mention]:
    """ "A is to come for Thailand and B for Cambodia": those after the first."""
    rest = scene.within(verb.i, verb.sent.end)
    return [m for m in rest if naming.people_first(m) and m.end < len(scene.doc) and scene.doc[m.end].lower_ == "for"]


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


def _previous(token: Token) -> str:
    return token.doc[token.i - 1].lower_ if token.i else ""


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


def _of_contact(scene: Scene, participle: Token) -> bool:
    """Whether "led by", "chaired by" is said of a contact or of one side's team."""
    if any(t.lemma_ in frames.NOUNS or t.lemma_ in _GROUPS for t in words_before(participle, 16)):
        return True
    before = next(iter(words_before(participle, 2)), None)
    mention = scene.at(before.i - 1) if before is not None and before.lemma_ == "be" and before.i else None
    return mention is not None and mention.form is Form.METONYM


def _subjects(scene: Scene, verb: Token) -> list[Mention]:
    return subjects.subject(scene, verb, guess=False)


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
        found = _subjects(scene, verb)
    if attendance is None:
        found = [mention for mention in found if naming.people_first(mention)]
    if not found:
        return None
    return found, attendance or ATTENDANCE[verdict.status], verdict


def _on_side(scene: Scene, verb: Token) -> list[Mention]:
    """ "On the Omani side sat A and B", "round the table with them are A, B and C"."""
    near = [token.lower_ for token in words_before(verb, 5)]
    side = near[:1] == ["side"] and bool({"on", "for"} & set(near))
    table = "table" in near and bool({"at", "around", "round"} & set(near))
    following = scene.at(verb.i + 1) or scene.at(min(verb.i + 2, len(scene.doc) - 1))
    if not (side or table) or following is None or following.start <= verb.i:
        return []
    return naming.listed(scene, following)


def _beside(scene: Scene, verb: Token) -> list[Mention]:
    """ "B sat next to A", "will sit at A's side"."""
    near = [token.lower_ for token in words_after(verb, 5)]
    if verb.lemma_ == "be" or not ({"next", "beside", "alongside"} & set(near[:2]) or "side" in near):
        return []
    return [m for m in _subjects(scene, verb) if naming.people_first(m)]


def _between(verb: Token) -> bool:
    """ "sat between them", "sat down between us": those two were told of before."""
    near = [token.lower_ for token in words_after(verb, 4)]
    return "between" in near[:3] and bool({"them", "us", "both", "two"} & set(near))


def _members(scene: Scene, verb: Token) -> list[Mention]:
    """ "the delegation includes A, B and C"; "A leads the team"."""
    if any(t.lemma_ in _GROUPS for t in children(verb, "nsubj", "nsubjpass")) or any(
        t.lemma_ in _GROUPS for t in words_before(verb, 6)
    ):
        return sides.objects(scene, verb)
    if any(t.lemma_ in _GROUPS for t in words_after(verb, 6)):
        return _subjects(scene, verb)
    return []
