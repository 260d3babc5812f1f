"""Who is quoted for a contact: what it was about, that it took place, when it will, and who comes."""

import re
from dataclasses import replace

from spacy.tokens import Span as Words

from loaders.extract.bearing import Telling, answered_by, borne_on, find_tellings
from loaders.extract.bodies import Speaker, is_body
from loaders.extract.headline_sources import headline_quotations
from loaders.extract.lookup import adjective
from loaders.extract.quotations import Quotation, Quoted
from loaders.extract.saying import continues
from loaders.extract.scene import Event, Scene, Zone
from loaders.extract.topics import topics_in
from schema.reading import Account, Span
from schema.vocabulary import Status

_SHORT = {"mfa": "foreign ministry", "mofa": "foreign ministry", "ministry": "ministry", "presidency": "presidency"}
"""What a headline calls a body that the text names in full."""

_PRESIDENT = re.compile(r"(?i)^(?!.*\bvice\b).*\bpresident$")
_ITEM = re.compile(r"\s*(?:[-–—•*▪●·»]|\(?\d{1,2}[.)])\s")


def attribute(scene: Scene, events: list[Event]) -> None:
    """Set the accounts of the merged events: each speaker once per contact, in the order of the text."""
    tellings = find_tellings(scene, events)
    quoted = Quoted(scene)
    told: list[Telling] = []
    """What was told so far."""
    answered: dict[int, Event] = {}
    """The contact that a body's statement was about, by the sentence that tells of the statement."""
    heading: Quotation | None = None
    """Who is quoted for the list that follows: "According to the ministry, he met:"."""
    for number, sentence in enumerate(scene.sentences):
        here = tellings.get(number, [])
        if number and continues(sentence):
            here = [*tellings.get(number - 1, []), *here]
        if scene.zones[number] is Zone.HEADLINE:
            for act in headline_quotations(scene, sentence, number):
                for event in _in_headline(scene, sentence, here, events):
                    _add(scene, event, act)
        if scene.zones[number] is Zone.BODY:
            framed = {index for telling in here for index in telling.words}
            acts = quoted.read(sentence, number, framed)
            opens = _opens_list(scene, number)
            for act in acts:
                about = borne_on(scene, act, here, [] if opens else told, sentence) or answered_by(act, told, answered)
                for event in about:
                    for single in _each(scene, act, event):
                        _add(scene, event, single)
                    told.append(Telling(event, act.verb.i, frozenset((event.trigger, *event.words)), number))
                    if not act.speaker.person:
                        answered[number] = event
            if heading is not None and _in_list(scene, sentence):
                for telling in here:
                    _add(scene, telling.event, heading)
            elif here or sentence.text.strip():
                heading = acts[-1] if acts and sentence.text.rstrip().endswith(":") else None
        told.extend(here)
    for event in events:
        event.accounts = _once_each(scene, event.accounts)


def _in_headline(scene: Scene, headline: Words, here: list[Telling], events: list[Event]) -> list[Event]:
    """The contacts told in the headline, or the first one of most of those whom it names."""
    if here:
        return list(dict.fromkeys(telling.event for telling in here))
    named = {entity.key for mention in scene.within(headline.start, headline.end) for entity in mention.entities}
    shared = {id(event): len(named & {side.entity.key for side in event.sides}) for event in events}
    most = max(shared.values(), default=0)
    return [event for event in events if most > 1 and shared[id(event)] == most][:1]


def _in_list(scene: Scene, sentence: Words) -> bool:
    line = scene.source.text.rfind("\n", 0, sentence.start_char) + 1
    return _ITEM.match(scene.source.text, line) is not None


def _opens_list(scene: Scene, number: int) -> bool:
    """Whether the sentence ends with a colon and a list follows."""
    following = next((s for s in scene.sentences[number + 1 : number + 4] if s.text.strip()), None)
    ends = scene.sentences[number].text.rstrip().endswith(":")
    return ends and following is not None and _in_list(scene, following)


def _once_each(scene: Scene, accounts: list[Account]) -> list[Account]:
    """Without a second name of the same body: "MFA" in the headline, "her office" beside "the Latvian presidency"."""
    full = [account.by.casefold().split() for account in accounts]
    presidents = {
        f"{entity.name}'s office": f"{adjective(scene.doc, entity.office.of)} presidency".casefold().split()
        for entity in scene.entities
        if entity.office is not None and _PRESIDENT.search(entity.office.title)
    }
    kept = []
    for account in accounts:
        words = account.by.casefold().split()
        meant = _SHORT.get(account.by.casefold())
        longer = any(meant is not None and set(meant.split()) <= set(other) and other != words for other in full)
        if not longer and presidents.get(account.by) not in full:
            kept.append(account)
    return kept


def _add(scene: Scene, event: Event, act: Quotation) -> None:
    who = act.speaker
    if act.verb.lemma_ in ("offer", "propose") and event.status is Status.HELD:
        return
    if _own(scene, who) or (who.person and _proposes(act, event)):
        return
    doc = scene.doc
    sentence = act.verb.sent
    topics = topics_in(doc, sentence.start, sentence.end)
    by = _spelled_out(scene, who.by)
    for place, account in enumerate(event.accounts):
        if account.by == by:
            event.accounts[place] = replace(account, topics=tuple(dict.fromkeys((*account.topics, *topics))))
            return
    status = Status.DENIED if act.denies and event.status is not Status.DENIED else None
    last = doc[sentence.end - 1]
    event.accounts.append(
        Account(
            by,
            Span(doc[sentence.start].idx, last.idx + len(last.text.rstrip())),
            topics,
            status,
            who.entity.key if who.person and who.entity is not None else None,
        )
    )


def _each(scene: Scene, act: Quotation, event: Event) -> list[Quotation]:
    """ "both foreign ministries": one for each country that takes part."""
    head = scene.doc[act.speaker.end - 1]
    if head.tag_ != "NNS" or not is_body(head) or act.speaker.outlet:
        return [act]
    kind = " ".join(t.text for t in head.lefts if t.dep_ in ("amod", "compound") and t.lower_ not in ("both", "two"))
    countries = dict.fromkeys(side.entity.polity for side in event.sides if side.entity.polity)
    names = [
        " ".join(filter(None, (adjective(scene.doc, country), kind, head.lemma_.lower()))) for country in countries
    ]
    return [
        replace(act, speaker=replace(act.speaker, by=name, entity=None, polity=country))
        for name, country in zip(names, countries, strict=True)
    ] or [act]


def _spelled_out(scene: Scene, by: str) -> str:
    """The name behind an abbreviation that the text introduces: "Ministry of External Affairs (MEA)"."""
    short = by.removesuffix("s").removesuffix(" official").removesuffix(" source")
    if not (short.isupper() and short.isalpha() and len(short) > 1):
        return by
    initials = r"\W+(?:(?:of|and|for|the|de|on)\W+)*".join(rf"{letter}[\w’'-]+" for letter in short)
    match = re.search(rf"\b({initials}) \({short}\)", scene.source.text)
    return match.group(1) if match else by


def _proposes(act: Quotation, event: Event) -> bool:
    """Whether somebody floats a contact of their own, which makes it possible and is no report of it."""
    return (
        act.verb.lemma_ == "suggest"
        and event.status is Status.POSSIBLE
        and any(side.entity is act.speaker.entity for side in event.sides)
    )


def _own(scene: Scene, who: Speaker) -> bool:
    """A ministry's own readout is no account of itself."""
    publisher = (scene.source.publisher or "").casefold()
    return bool(publisher) and who.by.casefold() in publisher
