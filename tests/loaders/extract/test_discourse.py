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


def place(contact: Contact) -> str | None:
    return contact.venue.name if contact.venue is not None else None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Finnish President Alexander Stubb flew to Tallinn on Monday. Stubb met President Alar Karis.", "Tallinn"),
        ("In Tallinn it snowed. Finnish President Alexander Stubb met President Alar Karis.", "Tallinn"),
        ("Dar es Salaam. Finnish President Alexander Stubb met President Samia Suluhu Hassan.", "Dar es Salaam"),
        ("Our live coverage from Tartu is over. Finnish President Alexander Stubb met President Alar Karis.", "Tartu"),
        ("(Tartu) - Finnish President Alexander Stubb met President Alar Karis.", "Tartu"),
        ("TALLINN, Feb 17 (BN) - Finnish President Alexander Stubb met President Alar Karis.", "Tallinn"),
        (f"{MET} A meeting of Stubb with Prime Minister Kristen Michal was cancelled.", "Tallinn"),
        (
            "Estonian President Alar Karis was in Riga on Monday. He received Finnish President Alexander Stubb "
            "at the Radisson Hotel.",
            "Radisson Hotel, Riga",
        ),
        ("Estonian President Alar Karis may meet Finnish President Alexander Stubb.", None),
        ("Speaking in Tartu, Alar Karis said that he would meet Finnish President Alexander Stubb.", None),
        ("Alar Karis will meet Finnish President Alexander Stubb in Tartu or Riga.", None),
        ("Alar Karis met Finnish President Alexander Stubb to discuss the fighting in Mali.", None),
        ("TARTU, FEB 17 (BN) - Alar Karis will meet Finnish President Alexander Stubb.", None),
        ("Alar Karis has accepted an invitation from President Alexander Stubb to visit Finland.", "Finland"),
        ("Estonian President Alar Karis phoned Finnish President Alexander Stubb from Tallinn.", None),
        ("Alar Karis leaves for Riga tomorrow, where he will meet President Alexander Stubb on Friday.", "Riga"),
        ("Alar Karis will meet President Alexander Stubb at the Tartu Forum, he said.", "Tartu"),
        ("Alar Karis met President Alexander Stubb for the first time in Tartu.", "Tartu"),
        ("Alar Karis met President Alexander Stubb at the Tartu Convention Centre.", "Tartu Convention Centre"),
        (
            "Tartu summit live: leaders stay on\n\nThe sun shone. Estonian President Alar Karis met Finnish President"
            " Alexander Stubb.",
            "Tartu",
        ),
    ],
)
def test_place_is_that_of_the_scene(extractor: Extractor, text: str, where: str | None) -> None:
    assert place(last(extractor, text)) == where


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Since Monday Estonia has had a guest. Finnish President Alexander Stubb met Alar Karis in Tartu.",
            "2025-02-17",
        ),
        (f"{MET} It was quieter the day before. Stubb met Kristen Michal, the prime minister.", "2025-02-16"),
        (f"{MET} A meeting of Stubb with Prime Minister Kristen Michal was cancelled.", "2025-02-17"),
        (
            "18:20 - Stubb in Riga\nFinnish President Alexander Stubb arrived on Tuesday.\n\n"
            "16:05 - Karis\nEstonian President Alar Karis met Finnish Prime Minister Petteri Orpo.",
            "2025-02-19",
        ),
        ("Finnish President Alexander Stubb will receive Alar Karis in due course.", None),
        (f"{MET} Stubb has turned down a meeting with Prime Minister Kristen Michal.", None),
        (
            "President Alexander Stubb arrives in Tartu on Friday. There Stubb will meet President Alar Karis.",
            "2025-02-21",
        ),
        ("President Alexander Stubb met Alar Karis in Tartu; in June Stubb will turn 57.", "2025-02-19"),
        (
            f"{MET} The Finn thanked him for a plan drawn up at a summit held in Riga on February 8."
            " Earlier in the day, Stubb met Estonian Prime Minister Kristen Michal.",
            "2025-02-17",
        ),
        (f"{MET} In the evening he met Kristen Michal, who has been unwell since February 3.", "2025-02-17"),
        (f"{MET} And two days after that, Stubb met Kristen Michal.", "2025-02-19"),
        (f"{MET} Stubb will visit Estonian Prime Minister Kristen Michal, but no date has been set.", None),
        ("Finnish President Alexander Stubb wrapped up two days of talks with Alar Karis on Monday.", "2025-02-16"),
        (f"{MET} Stubb denied that he met Latvian President Edgars Rinkevics last night.", "2025-02-18"),
    ],
)
def test_day_is_that_of_the_story(extractor: Extractor, text: str, date: str | None) -> None:
    assert last(extractor, text).date == date
