"""Contacts told as a list: a line that ends in a colon ("he met, one after the other:") and a line for each."""

import re

from loaders.extract import naming, sides, subjects
from loaders.extract.building import build, entities
from loaders.extract.grammar import is_verb, words_after
from loaders.extract.scene import Event, Mention, Scene
from loaders.extract.status import of_verb
from loaders.extract.verb_frames import frame_of

_BULLET = re.compile(r"\s*(?:[•▪●*–—-]|\d{1,2}[.)])\s*")


def listed_events(scene: Scene) -> list[Event]:
    """One event for each person whose line follows a colon after a contact verb with a subject and no partner."""
    found: list[Event] = []
    for number, sentence in enumerate(scene.sentences):
        if sentence.text.rstrip()[-1:] != ":":
            continue
        verb, frame = next(((t, frame) for t in sentence if is_verb(t) and (frame := frame_of(t))), (None, None))
        if verb is None or frame is None:
            continue
        if any(t.lower_ == "with" and sides.group_after(scene, t) for t in words_after(verb, 20)):
            continue
        own = subjects.subject(scene, verb)
        if not own or len(entities(own)) != 1:
            continue
        verdict = of_verb(verb, headline=False)
        for item in scene.sentences[number + 1 :]:
            named = _item(scene, item.start, item.end)
            if named is None:
                if (
                    _BULLET.match(item.text) is None
                    and item.start > sentence.end
                    and "\n" in scene.doc[item.start - 1].text
                ):
                    break
                continue
            if entities([named]) & entities(own):
                continue
            event = build(scene, scene.doc[named.root], (verb.i,), frame.kind, verdict, [*own, named], "list item")
            found.append(event)
    return found


def _item(scene: Scene, start: int, end: int) -> Mention | None:
    """The person a list's line begins with."""
    match = _BULLET.match(scene.doc[start:end].text)
    if match is None or not match.group().strip():
        return None
    for token in scene.doc[start : min(end, start + 6)]:
        mention = scene.at(token)
        if mention is not None:
            return mention if naming.people_first(mention) and mention.start == token.i else None
    return None
