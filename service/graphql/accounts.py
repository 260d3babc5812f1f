"""Differing accounts side by side: a meeting's claims by who speaks, and the values on which they differ."""

from collections.abc import Callable, Sequence

from schema.graphql.claims import Claim
from schema.graphql.meetings import Account, ClaimedValue, Disagreement

_VALUES: dict[str, Callable[[Claim], str | None]] = {
    "status": lambda claim: claim.status.name if claim.status else None,
    "date": lambda claim: f"{claim.date}/{claim.date_end}" if claim.date_end else claim.date,
    "venue": lambda claim: claim.venue,
    "topics": lambda claim: ", ".join(claim.topics) or None,
}
"""What a claim gives for each field that a meeting's ``disagreements`` may name."""


def group(claims: Sequence[Claim]) -> list[Account]:
    """One account for everybody quoted and for each publisher in its own words (or article of none), the quoted first.

    Within either, the account with the earliest claim comes first; claims come in the order given.
    """
    accounts: dict[tuple[bool, str], Account] = {}
    for claim in claims:
        own_words = claim.by_name is None
        speaker = claim.by_name or claim.article.publisher or claim.article.title
        known = claim.quoted.id if claim.quoted else speaker
        account = accounts.setdefault(
            (own_words, known), Account(by=speaker, own_words=own_words, party=claim.quoted, topics=[], claims=[])
        )
        account.claims.append(claim)
        account.topics.extend(topic for topic in claim.topics if topic not in account.topics)
    return sorted(accounts.values(), key=lambda account: account.own_words)


def differing(fields: Sequence[str], claims: Sequence[Claim]) -> list[Disagreement]:
    """For each field on which the meeting's claims differ, the values that they give."""
    disagreements = []
    for field in fields:
        values: dict[str, list[Claim]] = {}
        for claim in claims:
            value = _VALUES[field](claim)
            if value is not None:
                values.setdefault(value, []).append(claim)
        disagreements.append(
            Disagreement(field=field, values=[ClaimedValue(value=value, claims=by) for value, by in values.items()])
        )
    return disagreements
