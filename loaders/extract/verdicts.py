"""What is read of whether a contact took place, and what settles it: the fate of a plan, a denial, an objection."""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from loaders.extract import frames
from loaders.extract.circumstances import governor, particle_status
from loaders.extract.grammar import is_verb, words_after, words_before
from loaders.extract.scene import Tense
from schema.vocabulary import Attendance, Status

ATTENDANCE = {
    Status.HELD: Attendance.ATTENDED,
    Status.ONGOING: Attendance.ATTENDED,
    Status.EXPECTED: Attendance.EXPECTED,
    Status.POSSIBLE: Attendance.POSSIBLE,
    Status.POSTPONED: Attendance.EXPECTED,
    Status.CANCELLED: Attendance.EXPECTED,
    Status.DENIED: Attendance.POSSIBLE,
    Status.DECLINED: Attendance.POSSIBLE,
}
"""What a side's attendance is where nothing else is said of it."""
_TENSE = {
    Status.HELD: Tense.PAST,
    Status.ONGOING: Tense.PRESENT,
    Status.DENIED: Tense.FUTURE,
}
DENIAL = frozenset("deny dismiss refute exclude".split())
DISBELIEF = DENIAL | frozenset("reject ridicule mock rubbish rebut contest dispute contradict debunk scotch".split())
CLAIMS = frozenset("report rumour rumor claim suggestion speculation allegation story assertion".split())
UNTRUE = frozenset("untrue false baseless unfounded fake wrong incorrect invention invented fiction nonsense".split())
_LATER = frozenset("moved postponed delayed rescheduled deferred shifted now another later".split())
_OBJECTION = frozenset("against objection objections opposed averse mind object".split())
"""Before "meeting B" and denied, they say that one side is willing."""
_NONE = frozenset("no not n't nothing without never nor hardly".split())


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status read, the tense its dates point in, and whether the words say so outright."""

    status: Status
    sure: bool = True
    refuser: Token | None = None
    """The verb whose subject is the side that refused."""
    general: bool = False
    """A remark about no contact in particular: "they often meet", "if they meet"."""

    @property
    def tense(self) -> Tense:
        """The direction of the contact's relative dates."""
        return _TENSE.get(self.status, Tense.FUTURE)


def objection(verb: Token) -> Verdict | None:
    """ "had nothing against meeting", "is not opposed to meeting", "objects to meeting"."""
    if not {t.lower_ for t in words_before(verb, 2)} & _OBJECTION:
        return None
    none = any(t.lower_ in _NONE for t in words_before(verb, 6))
    return Verdict(Status.POSSIBLE, sure=False) if none else Verdict(Status.DECLINED, sure=False)


def could_only(verb: Token) -> bool:
    """ "could speak to him only by telephone": that much took place."""
    after = [token.lower_ for token in words_after(verb, 7)]
    return any(first == "only" and then in ("by", "over", "for", "through", "via") for first, then in pairwise(after))


def did_not_come_about(verb: Token, to: Token) -> Verdict | None:
    """ "was to have met": it did not come about, and another time may be told in the next sentence."""
    before = next(iter(words_before(to, 1)), None)
    if before is None or before.lower_ not in ("was", "were", "due", "supposed", "scheduled"):
        return None
    end = verb.sent.end
    following = verb.doc[end].sent.end if end < len(verb.doc) else end
    later = {token.lower_ for token in verb.doc[verb.i : following]}
    return Verdict(Status.POSTPONED if later & _LATER else Status.CANCELLED)


def fate_of(noun: Token) -> Verdict | None:
    """What became of a "proposal", "plan" or "offer" to meet: turned down, accepted, dropped."""
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "pobj", "nsubj") else None
    if verb is not None and not is_verb(verb):
        verb = verb.head if is_verb(verb.head) and particle_status(verb.head) else None
    if verb is None:
        return None
    status = particle_status(verb) or frames.OBJECT_STATUS.get(verb.lemma_)
    if status is Status.DECLINED:
        return Verdict(status, refuser=verb)
    return Verdict(status) if status in (Status.CANCELLED, Status.POSTPONED, Status.DENIED) else None


def called_untrue(claim: Token) -> bool:
    """Whether a report or rumour is denied: "dismissed reports that", "called untrue a report that"."""
    above = governor(claim)
    if [t.lower_ for t in claim.sent if t.lower_ in ("no", "such")] == ["no", "such"]:
        return True
    return above is not None and (
        above.lemma_ in DISBELIEF or any(token.lower_ in UNTRUE for token in words_after(above, 6))
    )
