"""The extractor as users have it, loaded once for the whole run, and its answer in a form that tests compare."""

from collections.abc import Callable

import pytest

from loaders.extract import Extractor
from schema.reading import Reading, Source
from tests.loaders.extract.parsing import MODEL

Told = set[tuple[str, ...]]
"""For each contact its kind, its status and its sides in order: ("call", "held", "Arce attended", "Ruto attended")."""


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(MODEL)


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Callable[..., Reading]:
    """Reads a body under a headline that tells of nothing; 12 June 2025 was a Thursday."""

    def read_text(text: str, title: str = "A day of diplomacy", published: str | None = "2025-06-12") -> Reading:
        return extractor.read(Source("test", f"{title}\n\n{text}", title, None, None, published))

    return read_text


@pytest.fixture(scope="session")
def told(read: Callable[..., Reading]) -> Callable[..., Told]:
    """The contacts of a text, people by surname."""

    def told_by(text: str, **article: str) -> Told:
        return contacts_of(read(text, **article))

    return told_by


def contacts_of(reading: Reading) -> Told:
    """The reading's contacts in short."""
    names = {person.key: person.name.split()[-1] for person in reading.people}
    return {
        (
            contact.kind.value,
            contact.status.value,
            *sorted(
                f"{names[side.person] if side.person else side.party} {side.attendance.value}" for side in contact.sides
            ),
        )
        for contact in reading.contacts
    }
