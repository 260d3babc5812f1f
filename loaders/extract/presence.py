"""Who comes, by verb: "took part as well", "was joined by", "sat next to", "mediated", "leads the delegation"."""

from spacy.tokens import Token

from loaders.extract import frames, naming, sides, status, subjects
from loaders.extract.absence import EXPECTED, Found, attends, following
from loaders.extract.grammar import children, passive, words_after, words_before
from loaders.extract.scene import Form, Mention, Scene
from loaders.extract.verdicts import ATTENDANCE, Verdict
from schema.vocabulary import Attendance, Status

MISSING = frozenset("absent missing absence".split())
CHAIRING = frozenset("chair host convene open lead head moderate co-chair".split())
ACCOMPANYING = frozenset("accompany join flank represent attend".split())
INCLUDING = frozenset("include comprise lead head".split())
_PRESENCE = frozenset("presence participation attendance".split())
_GROUPS = frozenset("delegation team side group party mission contingent line-up lineup entourage list".split())


def presence(scene: Scene, verb: Token, headline: bool) -> Found | None:
    """Who the verb says was there, comes, or is sent; as what its status says."""
    lemma = verb.lemma_.lower()
    found: list[Mention] = []
    if lemma in CHAIRING and verb.tag_ == "VBN" and _of_contact(scene, verb):
        found = sides.agents(scene, verb)
    elif lemma == "represent" and not passive(verb) and _at_contact(verb):
        found = [m for m in subjects_of(scene, verb) if naming.people_first(m)]
    elif lemma == "preside" or (lemma in ("chair", "host") and _without_object(verb)):
        found = subjects_of(scene, verb)
    elif lemma in ("announce", "confirm") and any(t.lower_ in _PRESENCE for t in words_after(verb, 4)):
        return subjects_of(scene, verb), Attendance.EXPECTED, EXPECTED
    elif lemma in ACCOMPANYING and passive(verb):
        found = sides.agents(scene, verb)
        if lemma == "attend":
            groups = [group for _, group in sides.after(scene, verb, ("by",), 90, past_nouns=True)]
            found = [mention for group in groups for mention in group] or found
        if found and lemma in ("accompany", "join"):
            found = [*subjects_of(scene, verb), *found]
    elif lemma in frames.ATTEND and (
        lemma in ("attend", "participate")
        or (lemma == "take" and following(verb) == "part")
        or (lemma == "join" and (attends(verb) or following(verb) in ("them", "him", "her", "in")))
    ):
        found = [m for m in subjects_of(scene, verb) if m.form is not Form.METONYM or m.end - m.start > 1]
    elif _comes(verb):
        found = [*subjects_of(scene, verb), *_for_others(scene, verb)]
    elif lemma == "be" and (due := next((t for t in words_after(verb, 2) if t.lower_ == "due"), None)) is not None:
        found = subjects_of(scene, verb) if following(due) in (".", ",", ";", "too", "as", "there") else []
        return (found, Attendance.EXPECTED, EXPECTED) if found else None
    elif lemma in ("sit", "stand") and _between(verb):
        return subjects_of(scene, verb), Attendance.MEDIATOR, status.of_verb(verb, headline)
    elif lemma in ("sit", "be", "stand"):
        found = _on_side(scene, verb) or _beside(scene, verb)
    elif (
        lemma == "have"
        and any(t.lower_ in ("him", "her", "them") and _previous(t) == "with" for t in words_after(verb, 14))
    ) or (lemma == "bring" and not any(t.lower_ in ("together", "table", "up") for t in words_after(verb, 14))):
        found = [m for m in sides.objects(scene, verb) if naming.people_first(m)]
        if lemma == "bring":
            bringing = [m for m in subjects_of(scene, verb) if naming.people_first(m)]
            found = [*bringing, *found] if bringing and found else []
    elif lemma == "send" and _instead(verb):
        found = [m for m in sides.objects(scene, verb) if naming.people_first(m)]
        return found, Attendance.EXPECTED, EXPECTED
    elif lemma in INCLUDING and not passive(verb):
        found = _members(scene, verb)
    if not found:
        return None
    verdict = status.of_verb(verb, headline)
    if verdict.status is Status.DECLINED:
        return found, Attendance.DECLINED, verdict
    if verdict.status is Status.CANCELLED and lemma in INCLUDING:
        return found, Attendance.EXPECTED, EXPECTED
    if verdict.status is Status.CANCELLED:
        return found, Attendance.ABSENT, Verdict(Status.HELD)
    if verdict.status is Status.DENIED:
        return found, Attendance.ABSENT, EXPECTED
    return found, ATTENDANCE[verdict.status], verdict


def _at_contact(verb: Token) -> bool:
    """ "will represent the head of state at the summit"."""
    return any(
        token.lemma_.lower() in frames.NOUNS and {"at", "in"} & {t.lower_ for t in words_before(token, 4)}
        for token in words_after(verb, 14)
    )


def between_them(scene: Scene, verb: Token, headline: bool) -> Found | None:
    """ "A mediated", "it was mediated by A", "B acted as go-between", "C had brought them together"."""
    lemma = verb.lemma_.lower()
    near = [token.lower_ for token in words_after(verb, 6)]
    found: list[Mention] = []
    if lemma in ("mediate", "broker"):
        if passive(verb):
            found = sides.agents(scene, verb)
        elif not near or near[0] in (".", ",", "in", "at", "there", "between", "it", "and"):
            found = subjects_of(scene, verb)
    elif _go_between(verb) or (lemma == "bring" and near[:2] in (["them", "together"], ["both", "together"])):
        found = subjects_of(scene, verb)
    if not found:
        return None
    return found, Attendance.MEDIATOR, status.of_verb(verb, headline)


def _go_between(verb: Token) -> bool:
    """ "acted as mediator", "serves as go-between"."""
    near = list(words_after(verb, 5))
    named = any(token.lemma_ in frames.GO_BETWEEN or token.lower_ == "go" for token in near)
    return verb.lemma_.lower() in ("act", "serve") and named


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
    if any(t.lower_ in MISSING for t in verb.sent):
        return True
    before = list(words_before(verb, 8))
    return any(t.lower_ in ("here", "there", "coming") for t in before) and any(
        t.lower_ in ("not", "n't") for t in before
    )


def _comes(verb: Token) -> bool:
    """ "will sit in", "makes the trip", "is to go in his stead"."""
    near = [token.lower_ for token in words_after(verb, 4)]
    if verb.lemma_ == "sit" and near[:1] == ["in"] and not {"stead", "place"} & set(near):
        return len(near) < 2 or near[1] in (".", ",", "on", "too", "as")
    if verb.lemma_ == "make":
        return bool({"trip", "journey"} & set(near[:3]))
    if verb.lemma_ == "come" and verb.tag_ == "VBG" and near[:1] in (["as"], ["too"], ["."], [","], ["along"]):
        return True
    if verb.lemma_ == "come" and near[:1] == ["for"]:
        return any(t.pos_ == "PROPN" for t in words_after(verb, 3))
    if verb.lemma_ == "take":
        return near[:1] in (["his"], ["her"], ["its"], ["the"]) and near[1:2] in (["seat"], ["chair"], ["place"])
    return verb.lemma_ in ("go", "come", "sit") and bool({"stead", "place"} & set(near)) and "in" in near[:2]


def _for_others(scene: Scene, verb: Token) -> list[Mention]:
    """ "A is to come for Thailand and B for Cambodia": those after the first."""
    rest = scene.within(verb.i, verb.sent.end)
    return [m for m in rest if naming.people_first(m) and m.end < len(scene.doc) and scene.doc[m.end].lower_ == "for"]


def _of_contact(scene: Scene, participle: Token) -> bool:
    """Whether "led by", "chaired by" is said of a contact or of one side's team."""
    if any(t.lemma_.lower() in frames.NOUNS or t.lemma_ in _GROUPS for t in words_before(participle, 16)):
        return True
    before = next(iter(words_before(participle, 2)), None)
    mention = scene.at(before.i - 1) if before is not None and before.lemma_ == "be" and before.i else None
    return mention is not None and mention.form is Form.METONYM


def subjects_of(scene: Scene, verb: Token) -> list[Mention]:
    """The verb's subject where the words give it; nobody is guessed."""
    return subjects.subject(scene, verb, guess=False)


def _on_side(scene: Scene, verb: Token) -> list[Mention]:
    """ "On the Omani side sat A and B", "round the table with them are A, B and C"."""
    near = [token.lower_ for token in words_before(verb, 5)]
    side = near[:1] == ["side"] and bool({"on", "for", "at", "by"} & set(near))
    table = "table" in near and bool({"at", "around", "round"} & set(near))
    following = scene.at(verb.i + 1) or scene.at(min(verb.i + 2, len(scene.doc) - 1))
    if not (side or table) or following is None or following.start <= verb.i:
        return []
    listed = naming.listed(scene, following)
    rest = [m for m in scene.within(listed[-1].end, verb.sent.end) if naming.people_first(m)]
    other = scene.doc[listed[-1].end : rest[0].start] if rest else ()
    return [*listed, *rest] if side and any(token.lower_ == "on" for token in other) else listed


def _beside(scene: Scene, verb: Token) -> list[Mention]:
    """ "B sat next to A", "will sit at A's side"."""
    near = [token.lower_ for token in words_after(verb, 5)]
    if verb.lemma_ == "be" or not ({"next", "beside", "alongside"} & set(near[:2]) or "side" in near):
        return []
    return [m for m in subjects_of(scene, verb) if naming.people_first(m)]


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
        return subjects_of(scene, verb)
    return []


def _previous(token: Token) -> str:
    return token.doc[token.i - 1].lower_ if token.i else ""
