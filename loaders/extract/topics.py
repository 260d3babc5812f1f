"""What a contact was, or is to be, about: the objects of "discuss" and "talks on", cut to short noun phrases."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from loaders.extract.clauses import word_set
from loaders.extract.scene import Event, Scene
from loaders.extract.times import times

_OBJECTS = word_set(
    "discuss raise address tackle review cover explore consider debate examine broach weigh touch emphasize"
    " emphasise stress highlight underline reaffirm reiterate mention"
)
"""Verbs whose object is a topic."""

_SUBJECTS = word_set("dominate feature figure top")
"""Verbs whose subject is a topic, as it is where something "comes up" or is on the agenda."""

_OCCASION = ("during", "in", "at", "over")
"""Prepositions by which a contact is the occasion of what its sides do: "exchanged views during a meeting"."""

_AGENDA = word_set("agenda table menu list")

_PREPOSITIONS = {
    "on": word_set(
        "talk speak focus center centre dwell touch concentrate agree confer consult exchange view views note"
        " notes meeting call talks discussion discussions conversation negotiation negotiations consultations"
        " summit session dialogue letter message cooperation insist elaborate negotiate revolve update brief"
        " progress headway"
    ),
    "about": word_set(
        "talk speak conversation talks discussion discussions concern concerns ask argue negotiate chat call view views"
        " exchange"
    ),
    "over": word_set("talks negotiation negotiations discussions meeting negotiate consult"),
    "regarding": frozenset(),
    "concerning": frozenset(),
    "with": word_set("deal"),
    "of": word_set("speak discussion topic subject issue question"),
    "around": word_set("revolve center centre"),
}
_CARRIED = word_set("situation issue question matter topic subject development developments prospect possibility range")
_RESOLVE = word_set("commitment resolve readiness willingness desire determination intention efforts ways way")
"""What is resolved upon is the topic: "a commitment to ending the war"."""
_AMONG_THEM = word_set("particularly especially notably including chiefly mainly primarily")
_DROPPED = word_set(
    "the a an this that these those his her its their our such other various several some many all any same"
)
_INNER = word_set("in of between against for with around from to")
_LONGEST = 7
"""Words of a topic."""

_EMPTY = word_set(
    "way ways issue issues eve need needs fact number minister president leader counterpart it that this them him"
    " her day sidelines phone telephone monday tuesday wednesday thursday friday saturday sunday agenda side"
    " behalf condition table line arrival part margins fringes call occasion calendar morning afternoon evening"
    " night summit country countries"
)


def topics_of(scene: Scene, event: Event) -> tuple[str, ...]:
    """The topics that the event's own sentence gives, each once, in the order of the text."""
    doc = scene.doc
    sentence = doc[event.trigger].sent
    words = {event.trigger, *event.words}
    reach = {token.i for index in words for token in doc[index].subtree}
    trigger = doc[event.trigger]
    if trigger.dep_ in ("nsubj", "nsubjpass") or (trigger.dep_ == "dobj" and trigger.head.lemma_ in _SUBJECTS):
        reach |= {token.i for token in (trigger.head, *trigger.head.children)}
    if trigger.dep_ == "pobj" and trigger.head.lower_ in _OCCASION:
        reach |= {token.i for token in trigger.head.head.subtree}
    if trigger.dep_ == "advcl" and _came_up(trigger.head):
        reach.add(trigger.head.i)
    return tuple(
        dict.fromkeys(
            topic for head, topic in _found(doc, sentence.start, sentence.end) if head in reach or head in words
        )
    )


def topics_in(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The topics spoken of between two tokens, each once."""
    return tuple(dict.fromkeys(topic for _, topic in _found(doc, start, end)))


def _found(doc: Doc, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Index of the word that makes the phrase a topic, and the topic."""
    dated = [(when.start, when.end) for when in times(doc[start:end])] if end > start else []
    for token in doc[start:end]:
        for root in _topic_roots(token):
            if any(a <= root.i < b for a, b in dated):
                continue
            for part in (root, *root.conjuncts, *_singled_out(root)):
                phrase = _phrase(part)
                if phrase and not any(a <= part.i < b for a, b in dated):
                    yield token.i, phrase


def _topic_roots(token: Token) -> Iterator[Token]:
    if token.pos_ in ("VERB", "AUX") and (token.lemma_ in _SUBJECTS or _came_up(token)):
        for child in token.children:
            if child.dep_ in ("nsubj", "attr") and child.lower_ not in _AGENDA:
                yield child
        return
    if token.lemma_ == "agree":
        for clause in token.children:
            if clause.dep_ == "xcomp":
                yield from (child for child in clause.children if child.dep_ == "dobj")
        return
    if token.pos_ == "VERB" and token.lemma_ in _OBJECTS:
        for child in token.children:
            if child.dep_ in ("dobj", "nsubjpass"):
                yield child
        return
    if token.lower_ in _PREPOSITIONS and token.dep_ in ("prep", "pcomp", "acl"):
        heads = _PREPOSITIONS[token.lower_]
        if not heads or token.head.lemma_.lower() in heads or token.head.lower_ in heads:
            for child in token.children:
                if child.dep_ == "pobj":
                    yield child


def _came_up(verb: Token) -> bool:
    """ "came up", "was on the table", "high on the agenda were"."""
    if verb.lemma_ == "come":
        return any(child.dep_ == "prt" and child.lower_ == "up" for child in verb.children)
    if verb.lemma_ != "be":
        return False
    return any(token.lower_ in _AGENDA and token.head.lower_ == "on" for token in verb.subtree)


def _singled_out(root: Token) -> Iterator[Token]:
    """ "economic matters, particularly sanctions relief"."""
    for child in root.children:
        if child.dep_ == "appos" and any(token.lower_ in _AMONG_THEM for token in child.lefts):
            yield child


def _resolved_upon(root: Token) -> Token | None:
    """ "resolve to seek means of reopening the border": what the innermost verb is done to."""
    for clause in root.rights:
        verb = (
            clause if clause.dep_ in ("acl", "relcl") else next((c for c in clause.children if c.dep_ == "pcomp"), None)
        )
        if verb is not None and verb.pos_ == "VERB":
            done_to = next((child for child in verb.rights if child.dep_ == "dobj"), None)
            if done_to is not None:
                return (_resolved_upon(done_to) if done_to.lower_ in _RESOLVE else None) or done_to
    return None


def _phrase(root: Token) -> str | None:
    """The noun phrase, articles off, with one prepositional phrase after it at most."""
    if root.lemma_.lower() in _RESOLVE and (target := _resolved_upon(root)) is not None:
        return _phrase(target)
    if root.pos_ not in ("NOUN", "PROPN") or root.lower_ in _EMPTY or root.ent_type_ == "PERSON":
        return None
    left = root.left_edge.i
    doc = root.doc
    while left < root.i and (doc[left].lower_ in _DROPPED or doc[left].pos_ in ("DET", "PUNCT", "ADV", "SPACE")):
        left += 1
    end = root.i + 1
    inner = next((c for c in root.children if c.i == end and c.dep_ == "prep" and c.lower_ in _INNER), None)
    target = next((c for c in inner.children if c.dep_ == "pobj"), None) if inner is not None else None
    if target is not None and target.i - left < _LONGEST and target.pos_ in ("NOUN", "PROPN"):
        if root.lemma_.lower() in _CARRIED and inner is not None and inner.lower_ == "of":
            return _phrase(target)
        end = target.i + 1
    if end - left > _LONGEST:
        left = end - _LONGEST
    text = " ".join(doc[left:end].text.split()).strip(" \"'“”’,")
    return text or None
