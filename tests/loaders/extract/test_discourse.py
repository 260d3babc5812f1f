"""Dates and places that the text leaves to be understood. The day of writing is Wednesday, 19 February 2025."""

import pytest

from loaders.extract.extractor import Extractor
from schema.reading import Contact, Source
from tests.loaders.extract.parsing import MODEL

MET = "Finnish President Alexander Stubb met Estonian President Alar Karis in Tallinn on Monday."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(MODEL)


def last(extractor: Extractor, text: str) -> Contact:
    return extractor.read(Source("test", text, published="2025-02-19")).contacts[-1]


def test_what_else_happened_was_on_the_same_day_in_the_same_town(extractor: Extractor) -> None:
    contact = last(extractor, f"{MET} Stubb also met Estonian Prime Minister Kristen Michal.")
    assert contact.date == "2025-02-17"
    assert contact.venue is not None
    assert contact.venue.name == "Tallinn"


def test_background_gives_no_day_to_the_story(extractor: Extractor) -> None:
    text = f"{MET}\n\nOfficials had prepared the talks on 3 February.\n\nStubb also met Prime Minister Kristen Michal."
    assert last(extractor, text).date == "2025-02-17"


@pytest.mark.parametrize(
    "more",
    [
        "Stubb and Michal had met earlier.",
        "Stubb may meet Latvian President Edgars Rinkevics.",
        "Stubb will meet Latvian President Edgars Rinkevics.",
    ],
)
def test_another_time_stays_open(extractor: Extractor, more: str) -> None:
    assert last(extractor, f"{MET} {more}").date in (None, "2025-02-17")


def test_hour_of_the_day_is_on_the_day_told_before(extractor: Extractor) -> None:
    text = (
        "Finnish President Alexander Stubb will fly to Tallinn on Friday. "
        "At 3 pm Stubb will meet Estonian President Alar Karis."
    )
    assert last(extractor, text).date == "2025-02-21"
