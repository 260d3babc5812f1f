"""A reading in the form of the annotated articles: one JSON object with verbatim mentions and evidence."""

from schema.reading import Account, Contact, PersonNamed, Reading, Side, Span


def as_gold(reading: Reading) -> dict[str, object]:
    """The reading as JSON values: id, people, contacts with their participants, accounts and evidence."""
    text = reading.source.text
    return {
        "id": reading.source.id,
        "url": reading.source.url,
        "publisher": reading.source.publisher,
        "published": reading.source.published,
        "title": reading.source.title,
        "people": [_person(text, person) for person in reading.people],
        "contacts": [_contact(text, contact) for contact in reading.contacts],
    }


def _quote(text: str, span: Span) -> str:
    return text[span.begin : span.end]


def _person(text: str, person: PersonNamed) -> dict[str, object]:
    office = person.office
    return {
        "key": person.key,
        "name": person.name,
        "mentions": list(dict.fromkeys(_quote(text, span) for span in person.mentions)),
        "office": {"title": office.title, "of": office.of} if office else None,
    }


def _contact(text: str, contact: Contact) -> dict[str, object]:
    venue = contact.venue
    return {
        "key": contact.key,
        "kind": contact.kind.value,
        "status": contact.status.value,
        "date": contact.date,
        "date_end": contact.date_end,
        "precision": contact.precision.value if contact.precision else None,
        "venue": {"name": venue.name, "country": venue.country} if venue else None,
        "participants": [_participant(side) for side in contact.sides],
        "topics": list(contact.topics),
        "accounts": [_account(account) for account in contact.accounts],
        "evidence": _quote(text, contact.evidence),
        "rule": contact.rule,
        "confidence": contact.confidence,
    }


def _participant(side: Side) -> dict[str, object]:
    who = {"person": side.person} if side.person else {"party": side.party}
    return {**who, "attendance": side.attendance.value}


def _account(account: Account) -> dict[str, object]:
    return {"by": account.by, "topics": list(account.topics)}
