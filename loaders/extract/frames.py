"""The table of contact nouns: the words that mean a contact, what kind of contact, and where its sides stand.

The words are English lemmas. Which verbs carry a noun ("hold a call"), and what other words say of its status, stands
here too, so that a construction is added in one place. Verbs that tell of a contact by themselves are in
``verb_frames``.
"""

from dataclasses import dataclass

from schema.vocabulary import Kind, Status


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A noun that means a contact."""

    kind: Kind
    between: tuple[str, ...] = ("between", "of", "among", "amongst", "involving", "bringing")
    """Prepositions before all the sides."""
    partner: tuple[str, ...] = ("with",)
    """Prepositions before the side that meets the subject or possessor."""
    strict: bool = False
    """The word has other meanings: without sides of its own or a light verb it is no contact."""


TRAVEL = frozenset(
    "travel fly head journey go come arrive send dispatch land return cross continue proceed move stop touch "
    "hurry rush leave depart set".split()
)
"""Verbs that tell of a visit where a country or city not the traveller's own follows after "to" or "in"."""
SURE_TRAVEL = frozenset("travel fly head journey".split())

NOUNS: dict[str, NounFrame] = {
    "call": NounFrame(Kind.CALL, partner=("with", "to", "from"), strict=True),
    "phonecall": NounFrame(Kind.CALL, partner=("with", "to", "from")),
    "teleconference": NounFrame(Kind.CALL),
    "videoconference": NounFrame(Kind.VIDEO_CALL),
    "videocall": NounFrame(Kind.VIDEO_CALL),
    "conversation": NounFrame(Kind.CONVERSATION),
    "exchange": NounFrame(Kind.CONVERSATION, strict=True, between=("between",)),
    "discussion": NounFrame(Kind.CONVERSATION, strict=True),
    "talk": NounFrame(Kind.TALKS),
    "negotiation": NounFrame(Kind.TALKS),
    "consultation": NounFrame(Kind.TALKS, strict=True),
    "dialogue": NounFrame(Kind.TALKS, strict=True),
    "round": NounFrame(Kind.TALKS, strict=True),
    "meeting": NounFrame(Kind.MEETING),
    "encounter": NounFrame(Kind.MEETING),
    "huddle": NounFrame(Kind.MEETING),
    "appointment": NounFrame(Kind.MEETING, between=("between",), strict=True),
    "audience": NounFrame(Kind.MEETING, strict=True),
    "bilateral": NounFrame(Kind.MEETING),
    "trilateral": NounFrame(Kind.MEETING),
    "tête-à-tête": NounFrame(Kind.MEETING),
    "summit": NounFrame(Kind.SUMMIT),
    "session": NounFrame(Kind.MEETING, strict=True),
    "conference": NounFrame(Kind.SUMMIT, strict=True),
    "gathering": NounFrame(Kind.SUMMIT, strict=True),
    "forum": NounFrame(Kind.SUMMIT, strict=True),
    "lunch": NounFrame(Kind.MEETING, strict=True),
    "dinner": NounFrame(Kind.MEETING, strict=True),
    "breakfast": NounFrame(Kind.MEETING, strict=True),
    "tea": NounFrame(Kind.MEETING, strict=True),
    **{
        noun: NounFrame(Kind.MEETING, strict=True)
        for noun in "luncheon supper banquet coffee iftar rendezvous confab powwow parley tryst quadrilateral".split()
    },
    **{noun: NounFrame(Kind.CONVERSATION, strict=True) for noun in "chat chinwag natter".split()},
    "visit": NounFrame(Kind.VISIT, partner=("with", "to", "by"), between=()),
    "trip": NounFrame(Kind.VISIT, partner=("to", "by"), between=()),
    "letter": NounFrame(Kind.MESSAGE, partner=("to", "from", "for", "addressed"), between=(), strict=True),
    "message": NounFrame(Kind.MESSAGE, partner=("to", "from", "for", "addressed"), between=(), strict=True),
    "telegram": NounFrame(Kind.MESSAGE, partner=("to", "from", "for", "addressed"), between=(), strict=True),
    "cable": NounFrame(Kind.MESSAGE, partner=("to", "from", "for", "addressed"), between=(), strict=True),
    **{
        noun: NounFrame(Kind.MESSAGE, partner=("to", "from", "for"), between=(), strict=True)
        for noun in "note missive card reply greeting congratulation condolence felicitation".split()
    },
    "contact": NounFrame(Kind.CONVERSATION, strict=True),
    "ring": NounFrame(Kind.CALL, partner=("with", "to", "from"), between=(), strict=True),
    "word": NounFrame(Kind.CONVERSATION, strict=True, between=("between",)),
    **{
        number: NounFrame(Kind.TALKS, strict=True, between=())
        for number in ("first", "second", "third", "last", "previous", "earlier")
    },
    "guest": NounFrame(Kind.VISIT, partner=(), between=(), strict=True),
    "phone": NounFrame(Kind.CALL, partner=("with", "to"), strict=True),
    "telephone": NounFrame(Kind.CALL, partner=("with", "to"), strict=True),
    "line": NounFrame(Kind.CALL, partner=("with", "to"), strict=True),
    "alone": NounFrame(Kind.MEETING, strict=True, between=("between",)),
    "time": NounFrame(Kind.MEETING, strict=True, between=("between",)),
    "invitation": NounFrame(Kind.VISIT, partner=("to", "from"), between=(), strict=True),
}

COMPOUNDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "one": (("one", "-", "on", "-", "one"), ("one", "-", "to", "-", "one")),
    "face": (("face", "-", "to", "-", "face"),),
    "tête": (("tête", "-", "à", "-", "tête"),),
    "tete": (("tete", "-", "a", "-", "tete"),),
    "sit": (("sit", "-", "down"),),
    "heart": (("heart", "-", "to", "-", "heart"),),
    "get": (("get", "-", "together"),),
    "pow": (("pow", "-", "wow"),),
}
"""Compounds that mean a meeting, as the tokenizer cuts them, by their first word."""

MEANS = frozenset(
    "phone telephone line alone time word contact letter message note card reply greeting congratulation condolence "
    "first second third last previous earlier".split()
)
"""Contact nouns that also say by what means; another verb's "with" may reach past them."""

NOT_CONTACT_MODIFIERS = frozenset(
    "press news roll wake-up rallying curtain court cabinet parliamentary emergency-services shareholder shareholders "
    "party annual-general board investor earnings peace-deal mountain emergency-call security-council".split()
)
"""Before a contact noun, these make it something else: a press conference, a roll call, a cabinet meeting."""

CONTESTS = frozenset(
    "final semifinal semi-final quarterfinal quarter-final match cup tournament league championship qualifier "
    "playoff fixture".split()
)
"""Where people without an office meet in these, it is sport."""


LIGHT = frozenset(
    "hold have conduct place make open begin start continue resume finish conclude complete end wrap host chair attend "
    "co-chair lead join enter use address wind take participate pay give get receive convene stage go sit exchange "
    "put throw lay".split()
)
"""Verbs that say little more than that the contact of their object takes place; their subject is a side."""

THIRD_PARTY = frozenset(
    "mediate broker facilitate arrange organise organize host propose offer suggest announce confirm report deny "
    "discuss mention describe say welcome condemn criticise criticize praise urge support dismiss rule".split()
)
"""Verbs whose subject need not take part in the contact that is their object."""

MEDIATE = frozenset("mediate broker facilitate moderate shuttle".split())

GO_BETWEEN = frozenset("mediator go-between intermediary facilitator broker moderator".split())

WIRE = frozenset("wire cable telegraph email fax text".split())
"""Verbs of writing that may do without the receiver or the letter."""
WRITE = WIRE | frozenset(
    "write send deliver hand pass convey address give bring submit present carry dispatch extend transmit".split()
)

ATTEND = frozenset("attend join participate take".split())
ABSENT = frozenset("skip miss boycott shun snub duck dodge".split())
"""Verbs whose subject stays away from what is their object."""

OBJECT_STATUS: dict[str, Status] = {
    **dict.fromkeys(
        "discuss mention propose suggest offer float seek request want demand consider weigh urge envisage "
        "contemplate mull explore advocate need favour favor support invite ask push press raise appeal call study "
        "examine entertain moot pursue broach pitch hope".split(),
        Status.POSSIBLE,
    ),
    **dict.fromkeys(
        "plan schedule announce agree arrange confirm prepare expect await set fix accept anticipate promise organise "
        "organize intend finalise finalize eye pencil slate book secure diarise diarize foresee timetable".split(),
        Status.EXPECTED,
    ),
    **dict.fromkeys("postpone delay defer shelve suspend reschedule adjourn freeze mothball".split(), Status.POSTPONED),
    **dict.fromkeys(
        "cancel scrap drop abandon axe abort nix strike ditch scratch withdraw rescind revoke scupper torpedo".split(),
        Status.CANCELLED,
    ),
    **dict.fromkeys("refuse reject decline snub spurn rebuff boycott".split(), Status.DECLINED),
    **dict.fromkeys("deny".split(), Status.DENIED),
}
"""What a verb says of the contact that is its object, or its subject in the passive."""

PARTICLE_STATUS: dict[tuple[str, str], Status] = {
    ("put", "off"): Status.POSTPONED,
    ("push", "back"): Status.POSTPONED,
    ("put", "back"): Status.POSTPONED,
    ("put", "hold"): Status.POSTPONED,
    ("put", "ice"): Status.POSTPONED,
    ("put", "shelf"): Status.POSTPONED,
    ("push", "to"): Status.POSTPONED,
    ("shift", "to"): Status.POSTPONED,
    ("slip", "to"): Status.POSTPONED,
    ("slip", "into"): Status.POSTPONED,
    ("hold", "off"): Status.POSTPONED,
    ("move", "to"): Status.POSTPONED,
    ("call", "off"): Status.CANCELLED,
    ("fall", "through"): Status.CANCELLED,
    ("fall", "apart"): Status.CANCELLED,
    ("take", "off"): Status.CANCELLED,
    ("strike", "off"): Status.CANCELLED,
    ("strike", "out"): Status.CANCELLED,
    ("cross", "off"): Status.CANCELLED,
    ("turn", "down"): Status.DECLINED,
    ("back", "out"): Status.DECLINED,
    ("brush", "aside"): Status.DECLINED,
    ("brush", "off"): Status.DECLINED,
    ("shrug", "off"): Status.DECLINED,
    ("wave", "away"): Status.DECLINED,
    ("wave", "aside"): Status.DECLINED,
    ("rule", "out"): Status.DENIED,
    ("play", "down"): Status.DENIED,
    ("call", "for"): Status.POSSIBLE,
    ("put", "forward"): Status.POSSIBLE,
    ("hope", "for"): Status.POSSIBLE,
    ("hop", "for"): Status.POSSIBLE,  # "hoping" and "hoped", to a small model
    ("ask", "for"): Status.POSSIBLE,
    ("push", "for"): Status.POSSIBLE,
    ("press", "for"): Status.POSSIBLE,
    ("angle", "for"): Status.POSSIBLE,
    ("appeal", "for"): Status.POSSIBLE,
    ("wait", "for"): Status.POSSIBLE,
    ("work", "on"): Status.POSSIBLE,
    ("come", "up"): Status.POSSIBLE,
    ("bring", "up"): Status.POSSIBLE,
    ("balk", "at"): Status.DECLINED,
    ("pull", "out"): Status.DECLINED,
    ("withdraw", "from"): Status.DECLINED,
}

GOVERNOR_STATUS: dict[str, Status] = {
    **dict.fromkeys(
        "be plan intend expect expected schedule scheduled set due agree prepare arrange promise pledge vow slate "
        "slated going poised likely accept decide bound confirm about ready-set undertake programme look suppose "
        "supposed mean meant book foresee announce instruct direct task decision".split(),
        Status.EXPECTED,
    ),
    **dict.fromkeys(
        "want wish seek ask offer propose invite suggest urge consider ready willing prepared open free like love "
        "request press call able try persuade threaten encourage aim possible premature unlikely proposal invitation "
        "eager keen hope hopes hoped hoping readiness willingness possibility chance opportunity desire effort "
        "argue".split(),
        Status.POSSIBLE,
    ),
    **dict.fromkeys("refuse decline reject unwilling refusal fail reluctant".split(), Status.DECLINED),
    **dict.fromkeys("manage continue begin start get".split(), Status.HELD),
}
"""What stands before "to meet": a verb, an adjective or a noun that governs the infinitive."""

NOUN_MODIFIER_STATUS: dict[str, Status] = {
    **dict.fromkeys(
        "planned scheduled upcoming forthcoming coming expected imminent future next".split(), Status.EXPECTED
    ),
    **dict.fromkeys("possible potential proposed eventual prospective hypothetical any".split(), Status.POSSIBLE),
    **dict.fromkeys("postponed delayed".split(), Status.POSTPONED),
    **dict.fromkeys("cancelled canceled aborted scrapped".split(), Status.CANCELLED),
    **dict.fromkeys("last previous earlier recent past latest preceding".split(), Status.HELD),
}

OTHER = frozenset("previous last first second third fourth fifth sixth earlier another new next latest final".split())
"""Before a contact noun without sides: a contact of the same sides, other than the one told last."""

BEFORE = frozenset("before until till".split())
AFTER = frozenset("after following since during at upon".split())
