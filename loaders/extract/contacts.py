"""Turns the scene and its merged events into the reading: plain values with offsets and readable keys."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, groupby
from typing import TypeVar
from unicodedata import normalize

from loaders.extract.confidence import confidence
from loaders.extract.dates import open_dates
from loaders.extract.scene import Entity, Event, EventSide, Form, Scene, Zone
from schema.reading import Contact, PersonNamed, Reading, Side, Span

T = TypeVar("T")

_SHORT = 3


def to_reading(scene: Scene, events: list[Event], extractor: str) -> Reading:
    """The reading of the article."""
    keys = dict(_unique((event, contact_key(event)) for event in events))
    persons = dict(_unique((entity, slug(entity.name)) for entity in scene.entities if entity.is_person))
    contacts = tuple(_contact(scene, event, keys, persons) for event in events)
    needed = {side.entity.key for event in events for side in event.sides}
    needed |= {account.person for event in events for account in event.accounts if account.person}
    people = tuple(
        person
        for entity, key in persons.items()
        if entity.office is not None or entity.key in needed
        if (person := _person(scene, entity, key)).mentions or entity.key in needed
    )
    left_open = ", ".join(f"“{text}”" for text in open_dates(scene))
    notes = (
        (f"The article has no date of publication: its relative dates stay open ({left_open}).",) if left_open else ()
    )
    return Reading(scene.source, extractor, people, contacts, notes, tuple(_boilerplate(scene)))


def _person(scene: Scene, entity: Entity, key: str) -> PersonNamed:
    spans = tuple(
        _span(scene, mention.start, mention.end)
        for mention in scene.mentions
        if entity in mention.entities and mention.form in (Form.NAME, Form.SURNAME, Form.OFFICE)
    )
    return PersonNamed(key, entity.name, spans, entity.office)


def _contact(scene: Scene, event: Event, keys: dict[Event, str], persons: dict[Entity, str]) -> Contact:
    sentence = scene.doc[event.trigger].sent
    quoted = {entity.key: key for entity, key in persons.items()}
    return Contact(
        key=keys[event],
        kind=event.kind,
        status=event.status,
        sides=tuple(_side(scene, side, persons) for side in event.sides),
        evidence=_trimmed(scene, sentence.start, sentence.end),
        rule=event.rule,
        confidence=confidence(scene, event),
        date=event.date,
        date_end=event.date_end,
        venue=None if event.kind.remote else event.venue,
        topics=event.topics,
        accounts=tuple(
            replace(account, person=quoted[account.person]) if account.person else account for account in event.accounts
        ),
        follows=tuple(keys[earlier] for earlier in event.follows if earlier in keys and earlier is not event),
    )


def _boilerplate(scene: Scene) -> Iterator[Span]:
    """Each run of sentences that is no part of the story."""
    zoned = zip(scene.sentences, scene.zones, strict=True)
    for zone, run in groupby(zoned, key=lambda pair: pair[1]):
        sentences = [sentence for sentence, _ in run]
        if zone is Zone.BOILERPLATE:
            yield _trimmed(scene, sentences[0].start, sentences[-1].end)


def _side(scene: Scene, side: EventSide, persons: dict[Entity, str]) -> Side:
    span = _span(scene, side.mention.start, side.mention.end)
    if side.entity.is_person:
        return Side(side.attendance, span, person=persons[side.entity])
    return Side(side.attendance, span, party=side.entity.name)


def _span(scene: Scene, start: int, end: int) -> Span:
    last = scene.doc[end - 1]
    return Span(scene.doc[start].idx, last.idx + len(last))


def _trimmed(scene: Scene, start: int, end: int) -> Span:
    """The tokens' range without white space at its ends."""
    while end - start > 1 and scene.doc[end - 1].is_space:
        end -= 1
    while end - start > 1 and scene.doc[start].is_space:
        start += 1
    return _span(scene, start, end)


def contact_key(event: Event) -> str:
    """A readable name: "2025-02-15-rubio-lavrov-call"."""
    names = [slug(side.entity.name.split()[-1] if side.entity.is_person else side.entity.name) for side in event.sides]
    parts = [event.date, *names[:_SHORT], event.kind.value.replace("_", "-")]
    return "-".join(part for part in parts if part)


def slug(text: str) -> str:
    """The text in lower-case ASCII letters and digits, hyphens between words."""
    plain = normalize("NFKD", text.replace("ı", "i").replace("ł", "l").replace("ø", "o")).encode("ascii", "ignore")
    return "-".join("".join(c if c.isalnum() else " " for c in plain.decode().lower()).split())


def _unique(pairs: Iterator[tuple[T, str]]) -> Iterator[tuple[T, str]]:
    """Keys made distinct by a number where two would be the same."""
    seen: set[str] = set()
    for value, key in pairs:
        candidate = key
        for number in count(2):
            if candidate not in seen:
                break
            candidate = f"{key}-{number}"
        seen.add(candidate)
        yield value, candidate
