"""Where an event took or takes place."""

from spacy.tokens import Doc, Token

from loaders.extract.buildings import PARTS, Spot
from loaders.extract.clauses import bond, verb_of, with_own_side, word_set
from loaders.extract.scene import Event, Scene
from loaders.extract.spots import spots
from schema.reading import Place
from schema.vocabulary import Kind, Status

_OPEN = (Status.EXPECTED, Status.POSSIBLE, Status.DECLINED)
"""Of these, "in A or B" leaves the place open."""

_ENOUGH = 35
"""Strength of the bond from which on a place counts as the event's."""

_IN = word_set("in at inside near outside aboard within")
_TO = word_set("to into for towards toward")
_GOING = word_set(
    "travel fly go head come arrive return cross send invite bring depart leave journey move jet set welcome"
    " drive sail dispatch visit lure summon continue proceed stop"
)
_TOPICAL = word_set("about on over regarding concerning for against as into")
"""Prepositions before what is talked about."""

_TOPICS = word_set("Gaza Donbas Donbass Kashmir Crimea Darfur Taiwan Tibet Kosovo")
"""Before "talks", these say what about, as the names of countries do: "the Gaza summit"."""

_TIMES = word_set("on in the at tomorrow today tonight yesterday later next")
_ASIDE = 6
"""Tokens between a place and "where", at most."""
_CHOOSING = word_set("offer propose suggest choose pick name select favour favor")
_OCCASIONS = word_set("summit conference forum assembly congress session")
_TRIPS = word_set("visit trip journey tour invitation travel mission stopover")


def place_event(scene: Scene, event: Event) -> None:
    """Set ``event.venue`` from the event's own sentence, if that gives a place. Calls and messages have none."""
    if event.kind.remote or event.venue is not None:
        return
    doc = scene.doc
    sentence = doc[event.trigger].sent
    best: tuple[float, Spot] | None = None
    for spot in spots(scene, sentence):
        strength = _strength(doc, event, spot)
        if event.status in _OPEN and spot.end < sentence.end and doc[spot.end].lower_ == "or":
            continue
        if spot.preposition in _IN and with_own_side(event, doc, spot.start, spot.end):
            strength = max(strength, float(_ENOUGH)) + 40
        if strength >= _ENOUGH and (best is None or strength > best[0]):
            best = strength, spot
    if best is None:
        return
    event.venue = as_place(best[1])


def as_place(spot: Spot) -> Place:
    """The venue that the spot is: a building with its city, a city, or a country."""
    if spot.building and spot.city and spot.city not in spot.name:
        return Place(f"{spot.name}, {spot.city}", spot.country)
    return Place(spot.name, spot.country)


def is_topic(spot: Spot) -> bool:
    """Whether the name, before "talks" or "summit", says what about and not where: "the Gaza summit"."""
    return spot.name in _TOPICS


def _strength(doc: Doc, event: Event, spot: Spot) -> float:
    words = {event.trigger, *event.words}
    if _where(doc, event, spot):
        return 95
    if _of_the_next(doc, event, spot):
        return 0
    if spot.preposition in _IN:
        if _of_topic(doc, spot, words) or _of_matter(doc, event, spot):
            return 0
        strength = float(bond(event, doc, spot.start, spot.end))
        return strength + (3 * spot.building - 4 * spot.whole_country) * (strength > 0)
    if spot.preposition in _TO:
        return _destination(doc, event, spot)
    head = doc[spot.start : spot.end].root.head
    if head.i in words and spot.end <= head.i and doc[spot.end - 1].dep_ in ("compound", "nmod", "amod", "poss"):
        return 88 if spot.country and not spot.whole_country and spot.name not in _TOPICS else 0
    if _at_occasion(head, spot, words):
        return 60
    visited = head.lemma_ in ("visit", "tour") and doc[spot.start : spot.end].root.dep_ == "dobj"
    if visited and (head.i in words or (head.dep_ in ("acl", "xcomp", "relcl") and head.head.i in words)):
        return 90
    if (
        head.lemma_ in _CHOOSING
        and doc[spot.start : spot.end].root.dep_ == "dobj"
        and verb_of(event, doc) in (head, None)
    ):
        return 60
    if head.i in words and head.lemma_ == "host" and doc[spot.start : spot.end].root.dep_ == "nsubj":
        return 60
    return 0


def _at_occasion(occasion: Token, spot: Spot, words: set[int]) -> bool:
    """ "on the occasion of the Riga Summit", "at the Riga conference": what happens there happens in its town."""
    named = occasion.lower_ in _OCCASIONS and spot.end <= occasion.i and not spot.whole_country
    if not named or spot.country is None or spot.name in _TOPICS:
        return False
    below = occasion
    for above in occasion.ancestors:
        if above.i in words:
            return below.lower_ in ("at", "during", "of", "on", "in")
        if above.pos_ in ("VERB", "AUX"):
            return False
        below = above
    return False


def _where(doc: Doc, event: Event, spot: Spot) -> bool:
    """ "Doha, where he was received": the event stands in a clause on the place."""
    verb = verb_of(event, doc)
    index = _where_after(doc, spot)
    if index is None or verb is None or index > verb.i:
        return False
    parted = any(t.dep_ == "relcl" and index < t.i < verb.i for t in doc[index : verb.i])
    return not parted or doc[index].head.i == verb.i


def _where_after(doc: Doc, spot: Spot) -> int | None:
    """The "where" of a clause on the place, marks and times between them left aside: "Riga on Monday, where"."""
    for index in range(spot.end, min(spot.end + _ASIDE, doc[spot.start].sent.end)):
        token = doc[index]
        if token.lower_ == "where":
            return index
        if not token.is_punct and token.ent_type_ not in ("DATE", "TIME") and token.lower_ not in _TIMES:
            return None
    return None


def _of_the_next(doc: Doc, event: Event, spot: Spot) -> bool:
    """ "in Riga to see A, and in Tallinn, where B will receive her": the second place is that of what follows."""
    joined = spot.start > 1 and doc[spot.start - 2].lower_ in ("and", "then")
    where = _where_after(doc, spot) if joined and event.trigger < spot.start else None
    return where is not None


def _of_topic(doc: Doc, spot: Spot, words: set[int]) -> bool:
    """ "talks about the war in Sudan": the place is that of another noun."""
    token = doc[spot.start : spot.end].root.head
    for _ in range(6):
        if token.i in words or token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return False
        if token.pos_ == "ADP" and token.lower_ in _TOPICAL and token.i < spot.start - 1:
            return not any(word.lower_ in PARTS for word in doc[token.i : spot.start])
        token = token.head
    return False


def _of_matter(doc: Doc, event: Event, spot: Spot) -> bool:
    """ "to discuss the fighting in Mali": a country in which something else goes on."""
    noun = doc[spot.start : spot.end].root.head.head
    if not spot.whole_country or noun.pos_ != "NOUN" or noun.i in (event.trigger, *event.words):
        return False
    if any(side.mention.start <= noun.i < side.mention.end for side in event.sides):
        return False
    return noun.dep_ in ("dobj", "conj") and noun.lower_ not in PARTS and noun.lemma_ not in _TRIPS


def _destination(doc: Doc, event: Event, spot: Spot) -> float:
    """A place after "to" is the event's where somebody goes there for it."""
    trigger = doc[event.trigger]
    words = {event.trigger, *event.words}
    owner = _going(doc, spot)
    if owner is None:
        return 0
    if owner.lemma_.lower() in _TRIPS and owner.i in words:
        return 92
    if owner.lemma_ not in _GOING and owner.lemma_.lower() not in _TRIPS:
        return 0
    if owner.i in words:
        return 90
    verb = verb_of(event, doc)
    if (verb is not None and (verb.i == owner.i or owner in verb.ancestors)) or owner in trigger.ancestors:
        return 62 if event.kind is not Kind.VISIT else 70
    if verb is not None and verb in owner.ancestors and owner.lemma_.lower() in _TRIPS:
        return 60
    return 45 if spot.end <= trigger.i and trigger.i - spot.end < 4 else 0


def gone_to(doc: Doc, spot: Spot) -> bool:
    """Whether somebody goes to the spot: "flew to Riga", "on a trip to Riga"."""
    if spot.preposition not in _TO:
        return False
    owner = _going(doc, spot)
    return owner is not None and (owner.lemma_ in _GOING or owner.lemma_.lower() in _TRIPS)


def _going(doc: Doc, spot: Spot) -> Token | None:
    """What leads to the spot: the trip right before the preposition, whatever the parse has, or what governs it."""
    if spot.start > 1 and doc[spot.start - 2].lemma_.lower() in _TRIPS:
        return doc[spot.start - 2]
    return _above(doc[spot.start : spot.end].root)


def _above(root: Token) -> Token | None:
    token = root.head
    for _ in range(4):
        if token.pos_ not in ("ADP", "PART", "ADV", "SCONJ"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
