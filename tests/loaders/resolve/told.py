"""Tellings for tests, without a database: everybody is who they are named."""

from collections.abc import Sequence
from datetime import UTC, datetime

from loaders.ledger import entries
from loaders.ledger.versions import Interval, Version, standing
from loaders.resolve.people import traits
from loaders.resolve.polities import polity
from loaders.resolve.tellings import Said, Side, Telling, claim_seeds, voice
from loaders.resolve.venues import venue
from schema.ledger import Claim, Entries, Mention
from schema.reading import Reading
from schema.vocabulary import Attendance

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)


def tellings(readings: Sequence[Reading]) -> list[Telling]:
    """The tellings of these articles, those of versions that never stood left out."""
    loaded = {entry.article.id: entry for entry in (entries(reading, NOW) for reading in readings)}
    versions: dict[str, list[Version]] = {}
    for entry in loaded.values():
        article = entry.article
        versions.setdefault(article.source, []).append(
            Version(article.id, article.sha256, article.published, article.loaded)
        )
    known = {name: interval for found in versions.values() for name, interval in standing(found).items()}
    return [
        telling
        for entry in loaded.values()
        if entry.article.id in known
        for telling in _told(entry, known[entry.article.id])
    ]


def _told(entry: Entries, known: Interval) -> list[Telling]:
    seeds = claim_seeds(entry.article.source, entry.claims, entry.mentions)
    return [
        Telling(
            own=_said(own),
            quoted=tuple(_said(one) for one in entry.claims if one.contact == own.id and one is not own),
            sides=tuple(_side(mention) for mention in entry.mentions if mention.claim == own.id),
            seed=seeds[own.id],
            source=entry.article.source,
            known=known,
        )
        for own in entry.claims
        if own.contact == own.id
    ]


def _said(claim: Claim) -> Said:
    return Said(
        id=claim.id,
        kind=claim.kind,
        voice=voice(claim.evidence),
        confidence=claim.confidence,
        status=claim.status,
        date=claim.date,
        date_end=claim.date_end,
        place=venue(claim.venue, claim.venue_country) if claim.venue else None,
        topics=claim.topics,
        by=claim.by,
        reported=claim.reported,
    )


def _side(mention: Mention) -> Side:
    attendance = mention.attendance or Attendance.ATTENDED
    if mention.is_party:
        ref = polity(mention.name)
        return Side(ref.id, False, ref.camp, attendance, ref.name)
    camp = traits(mention.name, mention.title, mention.of).polity
    return Side(f"f {mention.name}", True, camp.key if camp else mention.name, attendance, mention.name)
