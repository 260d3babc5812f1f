"""Where an event took or takes place."""

import pytest

from loaders.extract.places import place_event
from schema.reading import Place
from schema.vocabulary import Kind, Status
from tests.loaders.extract.scenes import event_of, scene_of


def placed(
    text: str, trigger: str, *more: str, kind: Kind = Kind.MEETING, status: Status = Status.HELD
) -> Place | None:
    scene = scene_of(text)
    event = event_of(scene, trigger, *more, kind=kind, status=status)
    place_event(scene, event)
    return event.venue


@pytest.mark.parametrize(
    ("where", "venue"),
    [
        ("in Lusaka", Place("Lusaka", "Zambia")),
        ("in Bariloche, Argentina", Place("Bariloche", "Argentina")),
        ("at the Old Bridge Inn in Kaunas", Place("Old Bridge Inn, Kaunas", "Lithuania")),
        ("in the Amber Palace of Kaunas", Place("Amber Palace, Kaunas", "Lithuania")),
        ("in Slovenia", Place("Slovenia", "Slovenia")),
        ("in the Kenyan capital", Place("Nairobi", "Kenya")),
        ("in the capital of Chad", Place("N'Djamena", "Chad")),
        ("at the Kremlin", Place("Kremlin, Moscow", "Russia")),
        ("at the Amber Palace in Riga", Place("Amber Palace, Riga", "Latvia")),
        ("at Hotel Amber in Riga", Place("Hotel Amber, Riga", "Latvia")),
        ("at the Hall of the Guilds in Riga", Place("Hall of the Guilds, Riga", "Latvia")),
        ("in the courtyard of the Amber Palace in Riga", Place("Amber Palace, Riga", "Latvia")),
        ("at the presidential palace in Lima", Place("presidential palace, Lima", "Peru")),
        ("on the sidelines of the conference in Rio de Janeiro", Place("Rio de Janeiro", "Brazil")),
        ("at the Amber Castle in Balzkirchen", Place("Amber Castle, Balzkirchen", None)),
        ("at the Castle of Sintra", Place("Castle, Sintra", "Portugal")),
        ("aboard the USS Quincy", Place("USS Quincy", None)),
        ("on the sidelines of the UN General Assembly", Place("UN General Assembly, New York", "United States")),
    ],
)
def test_place_after_a_preposition(where: str, venue: Place) -> None:
    assert placed(f"Foreign Minister Aino Virtanen met her Danish counterpart {where} on Monday.", "met") == venue


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "venue"),
    [
        ("Virtanen will pay a visit to Latvia in March.", "visit", Kind.VISIT, Place("Latvia", "Latvia")),
        ("Virtanen visited Riga on Monday.", "visited", Kind.VISIT, Place("Riga", "Latvia")),
        ("Virtanen flew to Riga to meet the Latvian president.", "meet", Kind.MEETING, Place("Riga", "Latvia")),
        ("The Istanbul talks ended late.", "talks", Kind.TALKS, Place("Istanbul", "Turkey")),
        (
            "She came from Riga, where President Rinkevics received her.",
            "received",
            Kind.MEETING,
            Place("Riga", "Latvia"),
        ),
    ],
)
def test_destination_and_other_constructions(text: str, trigger: str, kind: Kind, venue: Place) -> None:
    assert placed(text, trigger, kind=kind) == venue


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Virtanen told reporters in Riga that she had met the Danish minister.", "met"),
        ("Virtanen met the Danish minister for talks about the war in Sudan.", "met"),
        ("The Sudan talks ended late.", "talks"),
        ("OSLO, Feb 17 (Agency) - Virtanen met the Danish minister.", "met"),
        ("Virtanen met the Danish minister in a hotel.", "met"),
    ],
)
def test_no_venue(text: str, trigger: str) -> None:
    assert placed(text, trigger) is None


def test_call_has_no_venue() -> None:
    assert placed("Virtanen spoke by phone from Riga with the minister in Oslo.", "spoke", kind=Kind.CALL) is None


def test_here_is_where_the_report_was_filed_and_there_the_place_named_last() -> None:
    assert placed("NAIROBI, Feb 17 (Agency) - The two ministers met here on Monday.", "met") == Place(
        "Nairobi", "Kenya"
    )
    assert placed("She is on her way to Riga. She will meet the Latvian president there.", "meet") == Place(
        "Riga", "Latvia"
    )


def test_building_named_before_is_meant_by_its_noun() -> None:
    text = "Ministers arrived at the Hewanorra Airport in St. Lucia. They met at the airport."
    venue = placed(text, "met")
    assert venue is not None
    assert venue.name.startswith("Hewanorra Airport")
