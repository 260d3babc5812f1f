"""Meetings as a timeline shows them: what stands in the graph, put into words and cut to what fits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schema.vocabulary import Attendance
from service.pages.rendering import web_address
from service.selection import MeetingRow, RowClaim, RowParty
from service.timeline.words import Words

MOST_PARTIES = 8
"""Participants that an entry names; the rest are counted. The meeting's page names all."""

MOST_TOPICS = 6

MOST_QUOTES = 3
"""Quotations of one account that an entry shows."""

_MANNERS = {Attendance.ABSENT: "away", Attendance.DECLINED: "away", Attendance.MEDIATOR: "mediator"}


@dataclass(frozen=True, slots=True)
class Party:
    """A participant."""

    id: str
    name: str
    of: str | None
    """The polity, where it is not the participant itself."""
    office: str | None
    part: str | None
    """The part in words, where it is another than that of those who meet."""
    manner: str | None
    """``away`` or ``mediator``, for those who do not meet."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence and where it stands."""

    text: str
    lang: str
    url: str | None
    """Address of the article, where it is one of the web."""
    title: str
    publisher: str | None
    published: str
    """The day of publication in words."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one speaker says."""

    by: str
    own_words: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting on a timeline."""

    id: str
    kind: str
    status: str
    start: str | None
    when: str
    month: str
    """``2025-02``; ``2025`` where only the year is known; empty without a date."""
    parties: tuple[Party, ...]
    further: int
    """Participants that are not named."""
    place: str | None
    topics: tuple[str, ...]
    sources: int
    quote: Quote | None
    """The sentence to show first."""
    quoted: str | None
    """Who is quoted in it."""
    accounts: tuple[Account, ...]
    differ: tuple[str, ...]
    """Fields on which the accounts differ, as words know them."""


def entry(row: MeetingRow, words: Words) -> Entry:
    """The entry for a meeting."""
    accounts = tuple(_accounts(row.claims, words))
    leading = _leading(row.claims)
    shown = sorted(row.parties, key=lambda party: party.attendance in _MANNERS)[:MOST_PARTIES]
    place = row.venue
    return Entry(
        id=row.id,
        kind=row.kind.value,
        status=row.status.value,
        start=row.start,
        when=words.when(row.start, row.end),
        month=(row.start or "")[:7],
        parties=tuple(_party(party, row, words) for party in shown),
        further=len(row.parties) - len(shown),
        place=", ".join(dict.fromkeys(each for each in (place.name, place.country) if each)) if place else None,
        topics=row.topics[:MOST_TOPICS],
        sources=row.sources,
        quote=_quote(leading, words) if leading else None,
        quoted=leading.by if leading else None,
        accounts=accounts if len(accounts) > 1 or row.disagreements or len(row.claims) > 1 else (),
        differ=row.disagreements,
    )


def _leading(claims: Iterable[RowClaim]) -> RowClaim | None:
    """The claim to show first: the latest report in its own words, else the latest."""
    latest = None
    for claim in claims:
        if latest is None or claim.by is None or latest.by is not None:
            latest = claim
    return latest


def _party(party: RowParty, row: MeetingRow, words: Words) -> Party:
    return Party(
        id=party.id,
        name=party.name,
        of=party.polity if party.kind == "person" else None,
        office=party.office,
        part=_part(party.attendance, row, words),
        manner=_MANNERS.get(party.attendance),
    )


def _part(attendance: Attendance, row: MeetingRow, words: Words) -> str | None:
    """The part in words; what the meeting's status says already is left out."""
    if attendance is Attendance.ATTENDED or attendance.value == row.status.value:
        return None
    if attendance in (Attendance.EXPECTED, Attendance.POSSIBLE) and len({each.edge for each in row.parties}) == 1:
        return None
    return words[f"part_{attendance.value}"]


def _accounts(claims: Iterable[RowClaim], words: Words) -> Iterator[Account]:
    """The claims by who speaks, those quoted first."""
    found: dict[tuple[bool, str], list[Quote]] = {}
    for claim in claims:
        speaker = claim.by or claim.publisher or claim.title
        quotes = found.setdefault((claim.by is None, speaker), [])
        if len(quotes) < MOST_QUOTES:
            quotes.append(_quote(claim, words))
    for (own_words, speaker), quotes in sorted(found.items(), key=lambda pair: pair[0][0]):
        yield Account(speaker, own_words, tuple(quotes))


def _quote(claim: RowClaim, words: Words) -> Quote:
    return Quote(
        text=claim.quote,
        lang=claim.language,
        url=web_address(claim.url),
        title=claim.title,
        publisher=claim.publisher,
        published=words.when(claim.published) if claim.published else words["published_undated"],
    )
