"""Words by which `glimpses` tells what two people did together from what one did to the other from afar."""

from loaders.extract.clauses import word_set

ROOMS = word_set(
    "office door doorstep desk table suite room residence house home palace villa apartment flat quarters chamber"
    " chambers study bedside tent dacha ranch farm estate lodge yacht plane jet car limousine box bungalow sofa"
    " couch compound headquarters cabin garden fireside kitchen veranda porch"
)
INTO = word_set("at to in into under inside round around before through on onto aboard")
BEING_THERE = word_set(
    "be go come walk turn pitch show drop call stop fly drive arrive rush hurry knock sit stand stay dine sleep"
    " wait appear land have put stroll slip step climb pop stride ride sail get make gather lunch eat usher lead"
    " bring take admit receive welcome"
)
APART = word_set(
    "agree do disagree clash compare replace accuse confuse contrast charge sanction cooperate collaborate deal"
    " side sympathise sympathize associate align compete end leave quit break part differ fight spar quarrel"
    " tussle struggle wrestle feud argue trade grapple cope contend comply identify credit fill surround"
    " provide supply arm threaten fall inherit lose win bet stand work live lie strike count rest remain stick"
    " coincide concur join study"
)
"""Verbs whose "with" need not mean that somebody was there."""
RELATIONS = word_set(
    "bet dispute quarrel row feud issue problem relationship relation ties tie difference differences war conflict"
    " border friendship alliance rivalry bond history grudge patience sympathy contrast standoff clash spat trade"
    " rift link links peace solidarity comparison birthday name surname accent contract"
)
"""Nouns whose "with" says how two stand to each other."""
UNSAID = word_set("begin start have finish continue open close follow proceed agree")
"""Verbs that do not say in what way the two were in touch."""
JOINTLY = word_set(
    "agree sign initial adopt tour embrace hug toast pose unveil inaugurate plant witness stroll dine sail"
    " withdraw retire adjourn emerge linger laugh cochair co-chair co-sign co-host shake kiss lunch"
    " breakfast"
)
WITH_THEIR = {
    "raise": word_set("hands arms glasses"),
    "put": word_set("names name signatures signature hands through heads"),
    "take": word_set("stock tea coffee"),
    "join": word_set("hands"),
    "clink": word_set("glasses"),
    "clasp": word_set("hands"),
    "patch": word_set("through"),
    "be": word_set("it"),
    "cross": word_set("paths swords"),
    "bury": word_set("hatchet"),
    "compare": word_set("notes"),
}
"""What several do together, with a word that has to follow."""
BESIDE = {("side", "by", "side"), ("arm", "in", "arm"), ("hand", "in", "hand"), ("shoulder", "to", "shoulder")}
POINTS = word_set("question case point it proposal offer idea matter")
SAY = word_set("ask tell warn urge press thank implore beg inform offer plead")
LINES = word_set("phone telephone phones line lines horn blower hotline zoom")
TELL = word_set(
    "tell assure remind reassure admit apologise apologize confide complain explain promise whisper reply allot"
    " swear confess concede grumble persuade convince coax cajole quiz grill"
)
RECEIVE = word_set("receive host welcome meet greet see")
HANDS_ON = word_set(
    "corner buttonhole collar waylay grab embrace hug kiss escort drive usher drag seat feed fete toast chaperone"
    " accost intercept sidle nab walk"
)
SETTING = word_set("in at on inside outside near aboard")
FROM_AFAR = word_set(
    "accuse blame praise criticise criticize condemn slam hail mock attack defend urge describe name"
    " nominate appoint succeed replace defeat beat sue sanction mention quote cite compare congratulate thank"
    " support back endorse ask be become say tell want warn wish know like love hate fear follow elect oust depose"
    " topple arrest detain jail kill murder bomb hit target charge indict try convict sentence represent recall"
    " expel ban bar threaten insult ridicule lambast blast denounce lambaste rebuke admonish chide scold applaud"
    " commend salute honour honor remember mourn miss snub ignore await expect believe trust suspect doubt need"
    " order instruct direct task send dispatch demand pressure press lobby outmanoeuvre outmaneuver unseat sack"
    " fire dismiss vote choose pick tip hire help aid assist save protect spare free release extradite deport"
    " persuade contact phone call ring telephone write text email brief inform notify challenge dare predict"
    " consider see regard view label brand cast paint portray leave lead head chair announce unveil"
    " declare include exclude involve concern affect anger irk please surprise shock alarm embarrass upset"
    " anticipate paraphrase echo contradict outrank precede answer remind promise assure put place rank rate"
    " reassure reply respond retort swear"
)
"""Verbs that do something to people who need not be there."""
IN_PUBLIC = word_set(
    "x twitter facebook instagram telegram truth social post posted tweet interview speech statement television"
    " radio rally article op-ed column parliament address televised broadcast newspaper newspapers media press"
    " podcast reporters journalists publicly video podium supporters tweeted"
)
FACE = ("in person", "to his face", "to her face", "face to face", "across a table", "across the table", "to his eyes")
