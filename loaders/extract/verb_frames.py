"""The table of contact verbs: by themselves ("met") or with the words that make them one ("paid a call on").

The words are English lemmas, those that have to follow are surface forms.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extract.grammar import words_after
from schema.vocabulary import Kind


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
    named: bool = False
    """Several sides suffice only where each is named for itself: "they" only go on about a contact told before."""
    needs: tuple[str, ...] = ()
    """One of these words has to follow in the clause."""
    within: int = 12
    """How many words after the verb it may stand."""
    bars: tuple[str, ...] = ()
    """Right after the verb, these words make it another meaning."""
    people: bool = False
    """Both sides have to be people: states "see" much."""


def _of(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_WITH_AND_TO = ("with", "to")
_FACING = ("with", "across", "opposite", "from", "between")
_TABLE = _of("room down again face together across opposite table alongside")
_MATTERS = _of("issue issues case cases matter concern concerns question fate subject dispute")
HOURS = _of("hour hours minutes minute half-hour")
MEALS = _of("lunch dinner breakfast tea supper coffee luncheon banquet")
_FAREWELL = _of("farewell goodbye goodbyes adieu hello")
_TRIFLES = _of("coffee drink drinks tea cuppa meal meals table kava wine whisky")
_SCREEN = _of("video videolink videoconference screen")
_DAYS = _of("monday tuesday wednesday thursday friday saturday sunday night weekend")
_LINE = (*HOURS, *_of("time day evening afternoon morning together"), *_DAYS)
_PHONE = _of("phone telephone line")

VERBS: dict[str, tuple[VerbFrame, ...]] = {
    "meet": (VerbFrame(Kind.MEETING, takes=True, bars=("deadline", "demands", "need", "needs", "target")),),
    "sit": (
        VerbFrame(Kind.MEETING, _FACING, needs=_TABLE),
        VerbFrame(Kind.MEETING, alone=False, bars=("on", "in"), people=True),
    ),
    "seat": (VerbFrame(Kind.MEETING, _FACING, needs=_TABLE, people=True),),
    "come": (VerbFrame(Kind.MEETING, needs=("together", "face")),),
    "huddle": (VerbFrame(Kind.MEETING),),
    "confer": (VerbFrame(Kind.MEETING),),
    "consult": (VerbFrame(Kind.CONVERSATION, takes=True, people=True),),
    "converse": (VerbFrame(Kind.CONVERSATION),),
    "gather": (VerbFrame(Kind.MEETING),),
    "convene": (VerbFrame(Kind.MEETING),),
    "assemble": (VerbFrame(Kind.MEETING),),
    "dine": (VerbFrame(Kind.MEETING),),
    "seek": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, needs=("out",), within=1, people=True),),
    "roll": (VerbFrame(Kind.VISIT, ("for",), alone=False, needs=("carpet",), within=5),),
    "lunch": (VerbFrame(Kind.MEETING),),
    "breakfast": (VerbFrame(Kind.MEETING),),
    "negotiate": (VerbFrame(Kind.TALKS),),
    "speak": (VerbFrame(Kind.CONVERSATION, _WITH_AND_TO, bars=("out", "for", "up", "of")),),
    "talk": (VerbFrame(Kind.CONVERSATION, _WITH_AND_TO, bars=("up", "down", "of")),),
    "chat": (VerbFrame(Kind.CONVERSATION, _WITH_AND_TO),),
    "discuss": (VerbFrame(Kind.CONVERSATION, named=True),),
    "call": (
        VerbFrame(Kind.CALL, (), takes=True, alone=False, bars=("for", "it", "on", "upon", "off", "out", "in")),
        VerbFrame(Kind.MEETING, ("on", "upon"), alone=False, needs=("on", "upon"), within=1),
    ),
    "phone": (VerbFrame(Kind.CALL, takes=True, alone=False),),
    "telephone": (VerbFrame(Kind.CALL, takes=True, alone=False),),
    "ring": (VerbFrame(Kind.CALL, takes=True, alone=False, bars=("out", "hollow", "in")),),
    "dial": (VerbFrame(Kind.CALL, takes=True, alone=False),),
    "reach": (VerbFrame(Kind.CALL, takes=True, alone=False, needs=_PHONE, people=True),),
    "receive": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True),),
    "host": (VerbFrame(Kind.MEETING, (), takes=True, alone=False),),
    "entertain": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True),),
    "fete": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True),),
    "welcome": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True, bars=("the", "a")),),
    "see": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True, bars=("off", "as", "that", "how")),),
    "visit": (VerbFrame(Kind.VISIT, (), takes=True, alone=False),),
    "face": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True, needs=("across", "table")),),
    "spend": (VerbFrame(Kind.MEETING, needs=_LINE),),
    "take": (
        VerbFrame(Kind.MEETING, ("with", "across", "opposite", "from"), needs=("seats", "seat", "places"), people=True),
        VerbFrame(Kind.MEETING, (), takes=True, alone=False, needs=("aside",), people=True),
        VerbFrame(Kind.MEETING, ("of", "from"), alone=False, needs=("leave",), within=2, people=True),
    ),
    "bid": (VerbFrame(Kind.MEETING, ("to",), takes=True, alone=False, needs=_FAREWELL, people=True),),
    "say": (VerbFrame(Kind.MEETING, ("to",), alone=False, needs=_FAREWELL, within=3, people=True),),
    "pull": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, needs=("aside",), people=True),),
    "compare": (VerbFrame(Kind.MEETING, needs=("notes",), alone=False),),
    "play": (VerbFrame(Kind.MEETING, ("to",), alone=False, needs=("host",)),),
    "have": (
        VerbFrame(Kind.CONVERSATION, takes=True, alone=False, needs=("phone", "line"), people=True),
        VerbFrame(
            Kind.MEETING,
            (),
            takes=True,
            alone=False,
            needs=(*MEALS, "himself", "herself", "themselves", "guest", "guests"),
            within=14,
            people=True,
        ),
        VerbFrame(Kind.MEETING, alone=False, needs=(*HOURS, *_TRIFLES), people=True),
    ),
    "share": (VerbFrame(Kind.MEETING, needs=(*_TRIFLES, *MEALS), within=3, people=True),),
    "get": (
        VerbFrame(Kind.CONVERSATION, takes=True, alone=False, needs=_PHONE, people=True),
        VerbFrame(Kind.MEETING, needs=("together",), within=2),
    ),
    "give": (
        VerbFrame(Kind.CALL, (), takes=True, alone=False, needs=("ring", "call", "bell"), people=True),
        VerbFrame(
            Kind.MEETING,
            ("to",),
            takes=True,
            alone=False,
            needs=(*HOURS, "audience", "hearing", "appointment"),
            within=8,
            people=True,
        ),
        VerbFrame(Kind.MEETING, ("for", "of"), alone=False, needs=(*MEALS, "reception"), within=5, people=True),
    ),
    "grant": (
        VerbFrame(
            Kind.MEETING,
            ("to",),
            takes=True,
            alone=False,
            needs=(*HOURS, "audience", "hearing", "meeting", "appointment"),
            people=True,
        ),
    ),
    "pay": (
        VerbFrame(Kind.MEETING, ("on", "upon"), alone=False, needs=("call", "calls"), within=5, people=True),
        VerbFrame(Kind.MEETING, ("to",), alone=False, needs=("respects",), within=3, people=True),
    ),
    "find": (VerbFrame(Kind.MEETING, ("for",), alone=False, needs=("time",), within=2, people=True),),
    "make": (VerbFrame(Kind.MEETING, ("for",), alone=False, needs=("time",), within=2, people=True),),
    "shake": (VerbFrame(Kind.MEETING, needs=("hands", "hand"), within=2, people=True),),
    "run": (VerbFrame(Kind.MEETING, ("into",), alone=False, needs=("into",), within=1, people=True),),
    "bump": (VerbFrame(Kind.MEETING, ("into",), alone=False, needs=("into",), within=1, people=True),),
    "drop": (VerbFrame(Kind.MEETING, ("on",), alone=False, needs=("in", "by"), within=1, people=True),),
    "look": (VerbFrame(Kind.MEETING, ("on",), alone=False, needs=("in",), within=1, people=True),),
    "catch": (VerbFrame(Kind.MEETING, needs=("up",), within=1, people=True),),
    "walk": (VerbFrame(Kind.MEETING, needs=("together", "with"), within=3, people=True),),
    "stroll": (VerbFrame(Kind.MEETING, needs=("together", "with"), within=3, people=True),),
    "break": (VerbFrame(Kind.MEETING, needs=("bread", "fast"), within=3, people=True),),
    "emerge": (VerbFrame(Kind.MEETING, alone=False, needs=HOURS, within=6, people=True),),
    "exchange": (VerbFrame(Kind.CONVERSATION, needs=("views", "words", "pleasantries", "notes"), people=True),),
    "connect": (VerbFrame(Kind.VIDEO_CALL, needs=_SCREEN),),
    "link": (VerbFrame(Kind.VIDEO_CALL, needs=_SCREEN),),
    "brief": (VerbFrame(Kind.CONVERSATION, (), takes=True, alone=False, people=True),),
    "debrief": (VerbFrame(Kind.CONVERSATION, (), takes=True, alone=False, people=True),),
    "inform": (VerbFrame(Kind.CONVERSATION, (), takes=True, alone=False, people=True),),
    "contact": (VerbFrame(Kind.CONVERSATION, (), takes=True, alone=False, people=True),),
    "go": (
        VerbFrame(Kind.CONVERSATION, needs=("over",), within=1, named=True),
        VerbFrame(Kind.TALKS, alone=True, named=True, needs=("table",), within=5),
    ),
    "return": (VerbFrame(Kind.TALKS, alone=True, named=True, needs=("table",), within=5),),
    "review": (VerbFrame(Kind.CONVERSATION, named=True, people=True),),
    "touch": (VerbFrame(Kind.CONVERSATION, needs=("base",), within=1, people=True),),
    "shut": (VerbFrame(Kind.MEETING, needs=("themselves",), people=True),),
    "wine": (VerbFrame(Kind.MEETING, (), takes=True, alone=False, people=True),),
    "thrash": (VerbFrame(Kind.TALKS, needs=("out", "over"), named=True),),
    "hammer": (VerbFrame(Kind.TALKS, needs=("out",), named=True),),
    "wrangle": (VerbFrame(Kind.TALKS, needs=HOURS),),
    "bargain": (VerbFrame(Kind.TALKS),),
    "closet": (VerbFrame(Kind.MEETING, needs=("themselves", "with", "together"), people=True),),
    "lock": (VerbFrame(Kind.MEETING, needs=("themselves",), people=True),),
    "put": (VerbFrame(Kind.MEETING, needs=("heads",), people=True),),
    "raise": (VerbFrame(Kind.CONVERSATION, alone=False, needs=_MATTERS, people=True),),
    "resume": (VerbFrame(Kind.TALKS),),
    "reconvene": (VerbFrame(Kind.TALKS),),
    "haggle": (VerbFrame(Kind.TALKS),),
    "parley": (VerbFrame(Kind.TALKS),),
}

SURE_FORMS = {"bade": "bid", "rang": "ring", "phoned": "phone", "telephoned": "telephone", "met": "meet"}
"""Forms that are verbs whatever the tagger makes of them between two names, with their lemmas."""


def lemma_of(verb: Token) -> str:
    """The verb's lemma, of a sure form its own."""
    return SURE_FORMS.get(verb.lower_, verb.lemma_.lower())


def frame_of(verb: Token) -> VerbFrame | None:
    """The first of the verb's frames whose words follow it."""
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    for frame in VERBS.get(lemma_of(verb), ()):
        if following in frame.bars:
            continue
        if not frame.needs or any(token.lower_ in frame.needs for token in words_after(verb, frame.within)):
            return frame
    return None
