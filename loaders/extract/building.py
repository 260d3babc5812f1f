"""Makes events out of sides and a verdict: one contact for each other side named "separately"."""

import re

from spacy.tokens import Token

from loaders.extract import sides
from loaders.extract.scene import Entity, Event, EventSide, Mention, Scene
from loaders.extract.verdicts import ATTENDANCE, Verdict
from schema.vocabulary import Attendance, Kind, Status

_SEPARATE = re.compile(
    r"\b(separate(ly)?|one after the other|in turn|one by one|one at a time|individually"
    r"|each of (them|the|his|her)|each (guest|visitor))\b",
    re.I,
)
_ANOTHER = frozenset("then afterwards afterward later separately separate subsequently before after earlier".split())
_SPOKESPERSON = re.compile(r"spokes|press secretary|press officer|media officer", re.I)


def entities(mentions: list[Mention]) -> set[str]:
    """Keys of everybody whom the mentions name."""
    return {entity.key for mention in mentions for entity in mention.entities}


def spokesperson(mention: Mention) -> bool:
    """Whether the mention names somebody who speaks of contacts and takes no part in them."""
    return bool(mention.entities) and all(
        entity.office is not None and _SPOKESPERSON.search(entity.office.title) is not None
        for entity in mention.entities
    )


def separately(token: Token) -> bool:
    """Whether the clause says that each other side is met on its own."""
    sentence = token.sent
    around = token.doc[max(sentence.start, token.i - 12) : min(sentence.end, token.i + 30)]
    return _SEPARATE.search(around.text) is not None


def split(scene: Scene, groups: list[list[Mention]], separate: bool) -> list[list[Mention]]:
    """The other sides, one list for each contact.

    Args:
        scene: the article.
        groups: for each "with", whom it names.
        separate: whether each of them is met alone.
    """
    flat = [mention for group in groups for mention in group]
    if not flat:
        return [[]]
    firsts = {id(group[0]) for group in groups[1:]}
    doc = scene.doc
    parts = [[flat[0]]]
    for mention in flat[1:]:
        between = doc[parts[-1][-1].end : mention.start]
        words = {token.lower_ for token in between} | {doc[mention.start].lower_}
        dated = id(mention) in firsts and any(t.ent_type_ == "DATE" or t.lower_ in ("in", "at") for t in between)
        if separate or dated or (_ANOTHER & words and not words & {"former", "then-"}):
            parts.append([mention])
        else:
            parts[-1].append(mention)
    if separate:
        parts = [[_only(mention, entity)] for part in parts for mention in part for entity in mention.entities]
    return parts


def _only(mention: Mention, entity: Entity) -> Mention:
    if len(mention.entities) == 1:
        return mention
    return Mention(mention.start, mention.end, mention.root, (entity,), mention.form)


def build(
    scene: Scene,
    trigger: Token,
    words: tuple[int, ...],
    kind: Kind,
    verdict: Verdict,
    mentions: list[Mention],
    rule: str,
    *,
    sure: bool = False,
) -> Event:
    """An event with the mentions as its sides, each attending as the status has it.

    ``sure`` where the words say sides and status outright.
    """
    event = Event(trigger.i, words, kind, verdict.status, verdict.tense, [], rule, sure)
    for mention in mentions:
        add(event, mention, ATTENDANCE[verdict.status])
    if verdict.refuser is not None and verdict.status in (Status.DECLINED, Status.DENIED, Status.CANCELLED):
        _refuse(scene, event, verdict)
    return event


def add(event: Event, mention: Mention, attendance: Attendance) -> None:
    """Adds whom the mention names to the event's sides, once each."""
    known = {side.entity.key: side for side in event.sides}
    for entity in mention.entities:
        if entity.key not in known:
            side = EventSide(entity, attendance, mention)
            event.sides.append(side)
            known[entity.key] = side


def _refuse(scene: Scene, event: Event, verdict: Verdict) -> None:
    """Who refused is the subject of the refusing verb, or of its "by"."""
    if verdict.refuser is None:
        return
    refusers = entities(sides.doer(scene, verdict.refuser))
    for side in event.sides:
        same = side.entity.key in refusers or any(
            side.entity.polity is not None and side.entity.polity == entity.polity and not entity.is_person
            for mention in sides.doer(scene, verdict.refuser)
            for entity in mention.entities
        )
        if same:
            side.attendance = Attendance.DECLINED
            event.status = Status.DECLINED if event.status is Status.DENIED else event.status
