"""Whether a contact took place, is going to, might, or will not: read from tense, modality, negation and governors."""

from spacy.tokens import Token

from loaders.extract import frames
from loaders.extract.circumstances import (
    attributed,
    future,
    governor,
    next_is,
    on_a_day,
    on_condition,
    planned_past,
    since,
)
from loaders.extract.grammar import (
    MODALS,
    auxiliaries,
    is_verb,
    negated,
    to_before,
    words_after,
    words_before,
)
from loaders.extract.verdicts import (
    CLAIMS,
    DENIAL,
    Verdict,
    called_untrue,
    could_only,
    did_not_come_about,
    fate_of,
    objection,
)
from schema.vocabulary import Status

SPEECH = frozenset(
    "say tell announce report confirm add note write state post claim reveal disclose declare explain stress indicate "
    "inform learn know understand specify clarify insist underline emphasise emphasize maintain recall".split()
)
_PROPOSAL = frozenset("propose suggest offer urge float demand insist recommend argue ask request".split())
_PROPOSALS = frozenset("proposal suggestion offer idea request demand call appeal".split())
_WILLING = frozenset("ready willing prepared want agree agreed wish desire eager keen".split())
_MAYBE = frozenset("probably possibly perhaps maybe conceivably".split())
_GLADLY = frozenset("gladly happily willingly readily rather".split())
_GLAD = frozenset("glad happy pleased delighted content honoured honored".split())
"""Before "to meet" they tell of a meeting in the past, of willingness otherwise."""


def of_verb(verb: Token, headline: bool, depth: int = 0) -> Verdict:
    """The status of the contact that the verb tells of.

    Args:
        verb: the frame's verb, or the light verb that carries its noun.
        headline: whether it stands in a headline, where the present is past and "to meet" is future.
        depth: how many governors were already climbed.
    """
    verdict = _own(verb, headline, depth)
    if depth < 3:
        verdict = _under(verb, verdict)
    if not headline and _asked(verb):
        return Verdict(Status.POSSIBLE, sure=False, general=True)
    return verdict


def _after_all(verb: Token) -> bool:
    """ "will not be meeting on Thursday after all": what had been planned."""
    near = [token.lower_ for token in words_after(verb, 14)]
    return any(near[at : at + 2] == ["after", "all"] for at in range(len(near)))


def _asked(verb: Token) -> bool:
    """Whether the sentence only asks: "Has he any plan to meet the minister?"."""
    sentence = verb.sent
    if sentence.text.strip()[-1:] != "?":
        return False
    opening = next((t for t in sentence if t.is_alpha and t.lower_ not in ("question", "q", "and", "but", "so")), None)
    return opening is not None and opening.i < verb.i and opening.lemma_ in ("have", "be", "do")


def _own(verb: Token, headline: bool, depth: int) -> Verdict:
    auxes = auxiliaries(verb)
    lower = [aux.lower_ for aux in auxes]
    denied = negated(verb)
    if verb.tag_ == "VB" and [t.lower_ for t in words_before(verb, 3)] in (["was", "do", "not"], ["was", "do", "n't"]):
        return Verdict(Status.DENIED, general=True)  # "What she did not do was meet him"
    modal = next((word for word in lower if word in MODALS), None)
    near = {t.lower_ for t in words_before(verb, 4)}
    if (modal in ("will", "would", "'ll") and near & _MAYBE) or (modal in ("would", "'d") and near & _GLADLY):
        return Verdict(Status.POSSIBLE)
    if verb.dep_ == "conj" and not auxes and verb.tag_ in ("VB", "VBP") and is_verb(verb.head) and depth < 3:
        return of_verb(verb.head, headline, depth + 1)
    if any(token.lower_ == "without" for token in words_before(verb, 3)):
        return Verdict(Status.DENIED, sure=False, general=True)
    if modal == "should" and "have" in lower and not denied:
        return Verdict(Status.CANCELLED, sure=False)
    if verb.tag_ == "VBG" and (willing := objection(verb)) is not None:
        return willing
    if to := to_before(verb):
        if "have" in lower and (gone := did_not_come_about(verb, to)) is not None:
            return gone
        return _infinitive(verb, to, headline, depth)
    if denied and any(
        t.lower_ == "as" and next_is(t, ("planned", "scheduled", "expected")) for t in words_after(verb, 12)
    ):
        return Verdict(Status.CANCELLED)
    if modal in ("will", "shall", "'ll") and not denied and on_condition(verb):
        return Verdict(Status.POSSIBLE, sure=False)
    if modal in ("will", "shall", "wo") and denied and _after_all(verb):
        return Verdict(Status.CANCELLED)
    if modal in ("will", "shall", "'ll", "wo"):
        return Verdict(Status.DENIED if denied else Status.EXPECTED)
    if modal in ("would", "'d", "should", "must"):
        if denied:
            return Verdict(Status.DECLINED, refuser=verb)
        if any(t.lower_ in ("should", "if", "were") for t in verb.sent[:3] if t.i < verb.i):
            return Verdict(Status.POSSIBLE, sure=False)
        if modal in ("should", "must"):
            return Verdict(Status.POSSIBLE, sure=False)
        reported = verb.dep_ in ("ccomp", "conj", "advcl", "relcl") or verb.head.lemma_ in SPEECH
        return Verdict(Status.EXPECTED if reported and "have" not in lower else Status.POSSIBLE, sure=False)
    if modal == "could" and not denied and could_only(verb):
        return Verdict(Status.HELD, sure=False)
    if modal in ("may", "might", "could", "can", "ca"):
        return Verdict(Status.POSSIBLE, general=denied)
    if denied:
        perfect = "have" in [aux.lemma_ for aux in auxes]
        if perfect and since(verb):
            return Verdict(Status.HELD, sure=False)
        said = verb.dep_ == "ccomp" and verb.head.lemma_ in SPEECH
        said = said or (("did" in lower or verb.tag_ == "VBG") and not perfect and attributed(verb, SPEECH))
        return Verdict(Status.DENIED, general=not said, sure=False)
    if verb.tag_ in ("VBD", "VBN") or any(
        aux.lower_ in ("has", "had", "have", "did", "was", "were", "been") for aux in auxes
    ):
        progressive = verb.tag_ == "VBG" and "been" not in lower and any(w in ("was", "were") for w in lower)
        if any(aux.lower_ in ("are", "is") for aux in auxes) and verb.tag_ == "VBN":
            return Verdict(Status.HELD if headline else Status.EXPECTED, sure=False)
        moving = verb.lemma_ in frames.TRAVEL and verb.dep_ in ("ccomp", "conj")
        return Verdict(Status.EXPECTED if progressive and (moving or planned_past(verb)) else Status.HELD)
    if verb.tag_ == "VBG":
        if any(aux.lower_ in ("is", "are", "'s", "'re", "am") for aux in auxes):
            return Verdict(Status.EXPECTED if future(verb) or verb.lemma_ in frames.TRAVEL else Status.ONGOING)
        return _gerund(verb, headline, depth)
    if headline:
        return Verdict(Status.EXPECTED if future(verb) else Status.HELD)
    if verb.tag_ in ("VBZ", "VBP", "VB"):
        if future(verb) or verb.dep_ == "advcl" or on_a_day(verb):
            return Verdict(Status.EXPECTED, sure=False)
        if verb.lemma_ in frames.SURE_TRAVEL and verb.tag_ == "VBZ" and verb.dep_ == "ROOT":
            return Verdict(Status.EXPECTED, sure=False)
        above = governor(verb)
        if above is not None and depth < 3 and verb.dep_ in ("relcl", "conj", "advcl", "ccomp"):
            upper = of_verb(above, headline, depth + 1)
            if upper.status in (Status.EXPECTED, Status.POSSIBLE):
                return Verdict(upper.status, sure=False)
        if verb.head.lemma_ in _PROPOSAL:
            return Verdict(Status.POSSIBLE)
        return Verdict(Status.HELD, sure=False, general=True)
    return Verdict(Status.HELD, sure=False)


def _gerund(verb: Token, headline: bool, depth: int) -> Verdict:
    """ "after meeting Wang", "before flying to Doha", "agreed on meeting again", "refused to, meeting instead"."""
    for token in words_before(verb, 3):
        if token.lower_ in frames.BEFORE or token.lower_ in ("ahead", "prior"):
            above = governor(verb)
            if token.lower_ == "before" and above is not None and depth < 3:
                return Verdict(of_verb(above, headline, depth + 1).status, sure=False)
            return Verdict(Status.EXPECTED, sure=False)
        if token.lower_ in frames.AFTER or token.lower_ in ("while", "when", "by", "in"):
            break
        if is_verb(token) and token.lemma_ in frames.GOVERNOR_STATUS and token.lemma_ != "be":
            return Verdict(frames.GOVERNOR_STATUS[token.lemma_])
    above = governor(verb)
    if above is not None and depth < 3 and not any(t.lower_ in frames.AFTER for t in words_before(verb, 2)):
        return of_verb(above, headline, depth + 1)
    return Verdict(Status.HELD)


def _infinitive(verb: Token, to: Token, headline: bool, depth: int) -> Verdict:
    """ "is to meet", "agreed to meet", "refused to meet", "stopped in Rome to meet"."""
    word = next(
        (t for t in words_before(to, 4) if t.pos_ not in ("ADV", "PART") and t.lower_ not in ("not", ",")), None
    )
    nearest = word
    if word is not None and word.lower_ == "used":
        return Verdict(Status.HELD, sure=False, general=True)
    if any(t.lower_ == "whether" for t in words_before(to, 1)):
        return Verdict(Status.POSSIBLE, sure=False)
    if any(t.lower_ == "yet" for t in words_before(to, 1)) and word is not None and word.lemma_ == "have":
        return Verdict(Status.DENIED, sure=False, general=True)
    if word is not None and word.lower_ in ("today", "tomorrow"):
        word = None
    if word is not None and word.lower_ in ("have", "need") and negated(word):
        return Verdict(Status.POSSIBLE, sure=False, general=True)
    if word is not None and word.lower_ in _GLAD:
        over = any(t.lower_ in ("was", "were", "been") for t in words_before(word, 3))
        return Verdict(Status.HELD if over else Status.POSSIBLE, sure=False)
    candidates = [
        t for t in (word, verb.head if verb.dep_ in ("xcomp", "acl", "advcl", "ccomp", "relcl") else None) if t
    ]
    for candidate in candidates:
        lemma = candidate.lemma_.lower()
        if lemma not in frames.GOVERNOR_STATUS and candidate.lower_ not in frames.GOVERNOR_STATUS:
            continue
        status = frames.GOVERNOR_STATUS.get(candidate.lower_, frames.GOVERNOR_STATUS.get(lemma, Status.EXPECTED))
        if lemma == "be" and candidate is not nearest:
            continue
        if status is Status.HELD and depth < 3 and is_verb(candidate):
            return Verdict(of_verb(candidate, headline, depth + 1).status, sure=False)
        return _governed(candidate, status)
    if nearest is not None and nearest.pos_ in ("NOUN", "PROPN") and nearest.lemma_ in ("plan", "date", "intention"):
        return _governed(nearest, Status.EXPECTED)
    above = governor(verb)
    if headline and (above is None or above.i > verb.i or above.dep_ == "ROOT"):
        return Verdict(Status.EXPECTED)
    if above is None or depth >= 3:
        return Verdict(Status.EXPECTED, sure=False)
    if above.lemma_ in SPEECH | _PROPOSAL:
        return Verdict(Status.EXPECTED, sure=False)
    return Verdict(of_verb(above, headline, depth + 1).status, sure=False)


def _governed(word: Token, status: Status) -> Verdict:
    """The infinitive's status by its governor, the governor's own negation and modality included."""
    if word.pos_ == "NOUN" and (fate := fate_of(word)) is not None:
        return fate
    lower_before = {t.lower_ for t in words_before(word, 4)}
    denied = negated(word) or (word.pos_ == "NOUN" and bool(lower_before & {"no", "without"}))
    holder = word if is_verb(word) else word.head
    if not is_verb(word) and is_verb(holder) and negated(holder):
        denied = True
    if status is Status.DECLINED:
        if word.lemma_ == "fail":
            return Verdict(Status.DECLINED, sure=False, refuser=word)
        return Verdict(Status.DECLINED, refuser=word)
    if denied:
        if word.lower_ in _WILLING:
            return Verdict(Status.DECLINED, refuser=word)
        return Verdict(Status.DENIED)
    if status is Status.EXPECTED:
        auxes = {a.lower_ for a in auxiliaries(word)} | {t.lower_ for t in words_before(word, 3)}
        if auxes & {"could", "might", "may"}:
            return Verdict(Status.POSSIBLE)
        if word.lemma_ in ("hope", "look", "about"):
            return Verdict(Status.POSSIBLE if word.lemma_ == "hope" else Status.EXPECTED)
    return Verdict(status)


def _under(verb: Token, verdict: Verdict) -> Verdict:
    """What the clauses above do to the status: denial, proposal, condition, question."""
    asked = any(token.lower_ == "whether" for token in words_before(verb, 7)) and not any(
        token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ == "VERB" for token in words_before(verb, 3)
    )
    if asked and verdict.status in (Status.HELD, Status.EXPECTED, Status.ONGOING):
        return Verdict(Status.POSSIBLE, sure=False)
    mark = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i), None)
    first = next(iter(words_before(verb, 1)), None)
    if mark in ("if", "unless", "whether", "should") or (first is not None and first.lower_ in ("if", "whether")):
        if verdict.status in (Status.HELD, Status.EXPECTED, Status.ONGOING):
            return Verdict(Status.POSSIBLE, sure=False, general=verdict.general)
        return verdict
    clause = verb
    for _ in range(3):
        if clause.dep_ not in ("ccomp", "xcomp", "acl", "conj", "relcl", "pcomp"):
            break
        head = clause.head
        if clause.dep_ == "relcl" and head.lemma_ not in CLAIMS:
            break
        if clause.dep_ in ("ccomp", "acl", "pcomp", "relcl") or (clause.dep_ == "xcomp" and clause is verb):
            if head.pos_ == "NOUN" and head.lemma_ in _PROPOSALS and (fate := fate_of(head)) is not None:
                return fate
            if head.pos_ == "NOUN" and head.lemma_ in CLAIMS and called_untrue(head):
                return Verdict(Status.DENIED)
            if head.lemma_ in DENIAL:
                return Verdict(Status.DENIED)
            if head.lemma_ in _PROPOSAL and verdict.status in (Status.HELD, Status.EXPECTED) and clause.dep_ == "ccomp":
                past = (
                    verb.tag_ in ("VBD", "VBN")
                    and verb.lower_ != verb.lemma_
                    and "should" not in (helpers := [a.lower_ for a in auxiliaries(verb)])
                    and helpers != ["be"]
                )
                if not past:
                    return Verdict(Status.POSSIBLE)
            if head.lemma_ == "rule" and any(c.lower_ == "out" for c in head.children):
                return Verdict(Status.POSSIBLE) if negated(head) else Verdict(Status.DENIED, refuser=head)
            if head.lemma_ in ("confirm", "say") and negated(head) and verdict.status in (Status.HELD, Status.EXPECTED):
                return Verdict(Status.POSSIBLE, sure=False)
        clause = head
    return verdict
