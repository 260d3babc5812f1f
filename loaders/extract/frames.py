"""The one table of contact frames: the words that tell of a contact, what kind of contact, and where its sides stand.

The words are English lemmas. Which verbs carry a noun ("hold a call"), and what other words say of its status, stands
here too, so that a construction is added in one place.
"""

from dataclasses import dataclass

from schema.vocabulary import Kind, Status


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """A verb whose subject is one side of a contact."""

    kind: Kind
    partner: tuple[str, ...] = ("with",)
    """Prepositions before the other side."""
    takes: bool = False
    """The other side may be the direct object."""
    alone: bool = True
    """A subject that names several sides suffices: "the two met"."""
    needs: tuple[str, ...] = ()
    """One of these words has to follow in the clause."""
    bars: tuple[str, ...] = ()
    """Right after the verb, these words make it another meaning."""
    people: bool = False
    """Both sides have to be people: states "see" much."""


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


_WITH_AND_TO = ("with", "to")
_TABLE = ("down", "again", "face", "together", "across", "opposite", "table", "alongside")
_MATTERS = (
    "issue",
    "issues",
    "case",
    "cases",
    "matter",
    "concern",
    "concerns",
    "question",
    "fate",
    "subject",
    "dispute",
)
_HOURS = ("hour", "hours", "minutes", "minute")
_SCREEN = ("video", "videolink", "videoconference", "screen")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "night", "weekend")
_LINE = ("hour", "hours", "minutes", "time", "day", "evening", "afternoon", "morning", "together", *_DAYS)

VERBS: dict[str, VerbFrame] = {
    "meet": VerbFrame(Kind.MEETING, takes=True, bars=("deadline", "demands", "need", "needs", "target")),
    "sit": VerbFrame(Kind.MEETING, ("with", "across", "opposite", "from", "between"), needs=_TABLE),
    "seat": VerbFrame(Kind.MEETING, ("with", "across", "opposite", "from", "between"), needs=_TABLE, people=True),
    "come": VerbFrame(Kind.MEETING, needs=("together", "face")),
    "huddle": VerbFrame(Kind.MEETING),
    "confer": VerbFrame(Kind.MEETING),
    "consult": VerbFrame(Kind.CONVERSATION, takes=True, people=True),
    "converse": VerbFrame(Kind.CONVERSATION),
    "gather": VerbFrame(Kind.MEETING),
    "convene": VerbFrame(Kind.MEETING),
    "assemble": VerbFrame(Kind.MEETING),
    "dine": VerbFrame(Kind.MEETING),
    "lunch": VerbFrame(Kind.MEETING),
    "breakfast": VerbFrame(Kind.MEETING),
    "negotiate": VerbFrame(Kind.TALKS),
    "speak": VerbFrame(Kind.CONVERSATION, _WITH_AND_TO, bars=("out", "for", "up", "of")),
    "talk": VerbFrame(Kind.CONVERSATION, _WITH_AND_TO, bars=("up", "down", "of")),
    "chat": VerbFrame(Kind.CONVERSATION, _WITH_AND_TO),
    "discuss": VerbFrame(Kind.CONVERSATION, alone=False),
    "call": VerbFrame(Kind.CALL, (), takes=True, alone=False, bars=("for", "it", "on", "upon", "off", "out", "in")),
    "phone": VerbFrame(Kind.CALL, takes=True, alone=False),
    "telephone": VerbFrame(Kind.CALL, takes=True, alone=False),
    "ring": VerbFrame(Kind.CALL, takes=True, alone=False, bars=("out", "hollow", "in")),
    "dial": VerbFrame(Kind.CALL, takes=True, alone=False),
    "receive": VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True),
    "host": VerbFrame(Kind.MEETING, (), takes=True, alone=False),
    "welcome": VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True, bars=("the", "a")),
    "see": VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True, bars=("off", "as", "that", "how")),
    "visit": VerbFrame(Kind.VISIT, (), takes=True, alone=False),
    "face": VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True, needs=("across", "table")),
    "spend": VerbFrame(Kind.MEETING, needs=_LINE),
    "take": VerbFrame(
        Kind.MEETING, ("with", "across", "opposite", "from"), needs=("seats", "seat", "places"), people=True
    ),
    "compare": VerbFrame(Kind.MEETING, needs=("notes",), alone=False),
    "play": VerbFrame(Kind.MEETING, ("to",), alone=False, needs=("host",)),
    "have": VerbFrame(Kind.MEETING, alone=False, needs=_HOURS, people=True),
    "get": VerbFrame(Kind.CONVERSATION, takes=True, alone=False, needs=("phone", "line", "telephone"), people=True),
    "exchange": VerbFrame(Kind.CONVERSATION, needs=("views", "words", "pleasantries", "notes"), people=True),
    "connect": VerbFrame(Kind.VIDEO_CALL, needs=_SCREEN),
    "link": VerbFrame(Kind.VIDEO_CALL, needs=_SCREEN),
    "shut": VerbFrame(Kind.MEETING, needs=("themselves",), people=True),
    "closet": VerbFrame(Kind.MEETING, needs=("themselves", "with", "together"), people=True),
    "lock": VerbFrame(Kind.MEETING, needs=("themselves",), people=True),
    "put": VerbFrame(Kind.MEETING, needs=("heads",), people=True),
    "raise": VerbFrame(Kind.CONVERSATION, alone=False, needs=_MATTERS, people=True),
    "resume": VerbFrame(Kind.TALKS),
    "reconvene": VerbFrame(Kind.TALKS),
    "haggle": VerbFrame(Kind.TALKS),
    "parley": VerbFrame(Kind.TALKS),
}

SURE_FORMS = {"rang": "ring", "phoned": "phone", "telephoned": "telephone", "met": "meet"}
"""Forms that are verbs whatever the tagger makes of them between two names, with their lemmas."""

TRAVEL = frozenset(
    "travel fly head journey go come arrive send dispatch land return cross continue proceed move stop touch "
    "hurry rush".split()
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
    "visit": NounFrame(Kind.VISIT, partner=("with", "to", "by"), between=()),
    "trip": NounFrame(Kind.VISIT, partner=("to", "by"), between=()),
    "letter": NounFrame(Kind.MESSAGE, partner=("to", "from", "for", "addressed"), between=(), strict=True),
    "message": NounFrame(Kind.MESSAGE, partner=("to", "from", "for", "addressed"), between=(), strict=True),
    "telegram": NounFrame(Kind.MESSAGE, partner=("to", "from", "for", "addressed"), between=(), strict=True),
    "cable": NounFrame(Kind.MESSAGE, partner=("to", "from", "for", "addressed"), between=(), strict=True),
    **{
        noun: NounFrame(Kind.MESSAGE, partner=("to", "from", "for"), between=(), strict=True)
        for noun in ("note", "missive", "greeting", "congratulation", "condolence", "felicitation")
    },
    "contact": NounFrame(Kind.CONVERSATION, strict=True),
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
}
"""Compounds that mean a meeting, as the tokenizer cuts them, by their first word."""

MEANS = frozenset(
    "phone telephone line alone time word contact letter message note greeting congratulation condolence first second "
    "third last previous earlier".split()
)
"""Contact nouns that also say by what means; another verb's "with" may reach past them."""

NOT_CONTACT_MODIFIERS = frozenset(
    "press news roll wake-up rallying curtain court cabinet parliamentary emergency-services shareholder shareholders "
    "party annual-general board investor earnings peace-deal mountain emergency-call security-council".split()
)
"""Before a contact noun, these make it something else: a press conference, a roll call, a cabinet meeting."""

CONTESTS = frozenset(
    "final semifinal semi-final quarterfinal quarter-final match cup tournament league championship".split()
)
"""Where people without an office meet in these, it is sport."""


LIGHT = frozenset(
    "hold have conduct place make open begin start continue resume finish conclude complete end wrap host chair attend "
    "co-chair lead join enter use address take participate pay give get receive convene stage go sit exchange "
    "put".split()
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
ABSENT = frozenset("skip miss boycott shun snub".split())
"""Verbs whose subject stays away from what is their object."""

OBJECT_STATUS: dict[str, Status] = {
    **dict.fromkeys(
        "discuss mention propose suggest offer float seek request want demand consider weigh urge envisage "
        "contemplate mull explore "
        "advocate need favour favor support request demand invite ask push press raise appeal call study examine "
        "entertain moot pursue broach pitch hope".split(),
        Status.POSSIBLE,
    ),
    **dict.fromkeys(
        "plan schedule announce agree arrange confirm prepare expect await set fix accept anticipate promise organise "
        "organize intend finalise finalize eye pencil slate book diarise diarize foresee timetable".split(),
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
    ("hope", "for"): Status.POSSIBLE,
    ("hop", "for"): Status.POSSIBLE,
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
        "supposed mean meant book foresee plan announce".split(),
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
