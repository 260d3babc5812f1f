"""Dates and places that the text leaves to be understood from what it told before.

News tells on within a day: "they also met the speaker", "the two sat for an hour" happened on the day, and as a rule in
the place, told last. What is planned, doubtful or denied gets nothing that way, unless an hour of the day is named.
"""

import re

from loaders.extract.clauses import word_set
from loaders.extract.dates import days_told, entry, left_open, today
from loaders.extract.formats import DELEGATIONS
from loaders.extract.scene import Event, Scene, Tense, Zone
from loaders.extract.whereabouts import first, settle_town, settle_venue, town
from schema.reading import Place
from schema.vocabulary import Status

_AHEAD = (Status.EXPECTED, Status.POSSIBLE)
_UNDATED = (Status.POSSIBLE, Status.DENIED, Status.DECLINED)
_HAPPENED = (Status.HELD, Status.ONGOING)
_HOUR = re.compile(
    r"\b(?:at (?:noon|midday|midnight|dawn|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|o['’]clock|GMT|local)|\d{1,2}[:.]\d\d)"
    r"|(?:in|for|on|of) the (?:morning|afternoon|evening|day)(?:['’]s)?|the (?:morning|afternoon|evening)['’]s"
    r"|later in the day|hours? before)\b|^\W*(?:First|Then|Afterwards|Later)\b"
)
"""An hour or a part of the day: what it belongs to is on a day told before."""

_ANOTHER_TIME = word_set("earlier previous previously last once before ago repeatedly recently often since never")
_KIN_REACH = 2
"""Sentences back in which a contact of the same sides gives its day to one that is to come or was dropped."""

_DAY = len("2025-02-15")
_REACH = 8
"""Sentences back in which the day of something without one is looked for."""


def complete(scene: Scene, contacts: list[Event]) -> None:
    """Set the dates and venues of the merged contacts that the text leaves to be understood."""
    order = sorted(contacts, key=first)
    for contact in order:
        _best_venue(contact)
    for contact in order:
        if contact.date is None:
            day = _day(scene, contact, order)
            if day is not None:
                contact.date, contact.supplied = day, True
    for contact in order:
        if contact.venue is None and not contact.kind.remote:
            contact.venue = settle_venue(scene, contact, order)
    for contact in order:
        settle_town(scene, contact, order)
    for contact in order:
        if contact.rule == DELEGATIONS and contact.follows:
            alone = contact.follows[0]
            contact.date, contact.date_end, contact.venue = alone.date, alone.date_end, alone.venue


def _triggers(contact: Event) -> list[int]:
    return [contact.trigger, *(telling.trigger for telling in contact.tellings)]


def _best_venue(contact: Event) -> None:
    """The most exact of the places that the tellings give: a building before a city before a country."""
    venues = [event.venue for event in (contact, *contact.tellings) if event.venue is not None]
    if contact.venue is None or contact.kind.remote:
        return
    for venue in venues:
        same = contact.venue.name == contact.venue.country or town(venue).name == town(contact.venue).name
        if _exactness(venue) > _exactness(contact.venue) and venue.country in (contact.venue.country, None) and same:
            contact.venue = venue


def _exactness(venue: Place) -> int:
    if venue.name == venue.country:
        return 0
    return 2 if "," in venue.name else 1


def _day(scene: Scene, contact: Event, order: list[Event]) -> str | None:
    """The day of what happened without one, or is to happen at an hour of a day told before."""
    triggers = _triggers(contact)
    body = [index for index in triggers if scene.zone(index) is not Zone.HEADLINE] or triggers
    trigger = min(body)
    number = scene.sentence(trigger)
    sentence = scene.doc[trigger].sent
    happened = contact.status in _HAPPENED
    if not happened and not _HOUR.search(sentence.text):
        return (
            _beside(scene, contact, order, number)
            or _with_kin(scene, contact, order, number)
            or _on_the_trip(scene, contact, number)
        )
    if happened and (_at_another_time(scene, trigger) or left_open(scene, contact)):
        return None
    if happened and (spoken := _spoken_there(scene, trigger, number)) is not None:
        return spoken
    tenses = (Tense.PAST,) if happened else (Tense.FUTURE,) if contact.status in _AHEAD else (Tense.PAST, Tense.FUTURE)
    for tense in tenses:
        day = next(days_told(scene, number, _REACH, None, tense, story_only=True), None)
        if day is not None:
            return day.isoformat()
    told = _contact_day(contact, order, scene, number)
    if told is not None:
        return told
    for tense in tenses:
        day = next(days_told(scene, number, _REACH, None, tense), None)
        if day is not None:
            return day.isoformat()
    now = today(scene)
    return now.isoformat() if now is not None and happened else None


def _spoken_there(scene: Scene, trigger: int, number: int) -> str | None:
    """The day of the words before: "Braze said on Monday that … She was speaking after talks with Haavisto"."""
    token = scene.doc[trigger]
    verbs = [above for above in token.ancestors if above.lemma_ == "speak"]
    occasion = any(above.lower_ in ("after", "before", "during", "following", "at") for above in token.ancestors)
    if not verbs or not occasion or number == 0:
        return None
    day = next(days_told(scene, number - 1, 1, None, Tense.PAST), None)
    return day.isoformat() if day is not None else None


def _beside(scene: Scene, contact: Event, order: list[Event], number: int) -> str | None:
    """The day of another contact in the sentence that this one comes before or after."""
    sentence = scene.doc[contact.trigger].sent
    if not any(token.lower_ in ("before", "after", "then", "followed") for token in sentence):
        return None
    for other in order:
        if other is contact or other.date is None or len(other.date) != _DAY or other.status is not contact.status:
            continue
        if any(scene.sentence(trigger) == number for trigger in _triggers(other)):
            return other.date
    return None


def _with_kin(scene: Scene, contact: Event, order: list[Event], number: int) -> str | None:
    """The day of a contact of one of the same sides that was told just before.

    What is to come takes it from what is to come, unless it is one more of a kind; what was put off or dropped takes it
    from either.
    """
    if contact.status in _UNDATED or contact.other or left_open(scene, contact):
        return None
    keys = {side.entity.key for side in contact.sides}
    for other in reversed(order):
        distance = number - scene.sentence(first(other))
        if other is contact or not 0 <= distance <= _KIN_REACH or other.date is None or len(other.date) != _DAY:
            continue
        if contact.status is Status.EXPECTED and other.status is not Status.EXPECTED:
            continue
        if any(side.entity.key in keys for side in other.sides):
            return other.date
    return None


def _on_the_trip(scene: Scene, contact: Event, number: int) -> str | None:
    """The day to come that the sentence before names, in the same paragraph: "He arrives on Monday. He will see …"."""
    if contact.status is not Status.EXPECTED or contact.other or left_open(scene, contact):
        return None
    before = scene.sentences[number - 1] if number else None
    if before is None or "\n" in before.text:
        return None
    day = next(days_told(scene, number, 1, None, Tense.FUTURE, story_only=True), None)
    return day.isoformat() if day is not None else None


def _contact_day(contact: Event, order: list[Event], scene: Scene, number: int) -> str | None:
    """The day of the contact told last before this one."""
    before = [
        other
        for other in order
        if other is not contact
        and other.date is not None
        and len(other.date) == _DAY
        and entry(scene, number) <= scene.sentence(first(other)) <= number
        and (other.status in _HAPPENED) == (contact.status in _HAPPENED)
    ]
    return before[-1].date if before else None


def _at_another_time(scene: Scene, trigger: int) -> bool:
    """Words near the event set it apart from what is told: "their previous call", "had once met"."""
    doc = scene.doc
    sentence = doc[trigger].sent
    return any(token.lower_ in _ANOTHER_TIME for token in doc[max(sentence.start, trigger - 4) : trigger + 3])
