"""Who is named in an article, and with which office; every sentence is invented."""

import pytest

from loaders.extract.scene import Scene
from tests.loaders.extract.scenes import scene_of


def offices(scene: Scene) -> dict[str, tuple[str, str] | None]:
    """Each person's office as title and whose it is."""
    return {
        entity.name: (entity.office.title, entity.office.of) if entity.office else None
        for entity in scene.entities
        if entity.is_person
    }


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("In Goma Rwandan Foreign Minister Jean Habimana left.", "Jean Habimana", ("Foreign Minister", "Rwanda")),
        ("Jean Habimana, Rwanda's top diplomat, left Kigali.", "Jean Habimana", ("top diplomat", "Rwanda")),
        ("Jean Habimana, the foreign minister of Rwanda, left.", "Jean Habimana", ("foreign minister", "Rwanda")),
        ("Rwanda's foreign minister, Jean Habimana, left.", "Jean Habimana", ("foreign minister", "Rwanda")),
        ("Minister of Foreign Affairs of Rwanda Jean Habimana left.",
         "Jean Habimana", ("Minister of Foreign Affairs", "Rwanda")),
        ("The Rwandan FM Jean Habimana left.", "Jean Habimana", ("Foreign Minister", "Rwanda")),
        ("President Amadou Keba of Gambia left.", "Amadou Keba", ("President", "Gambia")),
        ("The mayor of Kisumu, Peter Otieno, left.", "Peter Otieno", ("mayor", "Kisumu")),
        ("The leader of the Uhuru Party, Peter Otieno, left.", "Peter Otieno", ("leader", "Uhuru Party")),
        ("Uhuru Party leader Peter Otieno met the Kenyan president.", "Peter Otieno", ("leader", "Uhuru Party")),
        ("Kremlin spokesman Pavel Orlov declined to comment.", "Pavel Orlov", ("Kremlin spokesman", "Russia")),
        ("State Department spokeswoman Jane Doyle declined to comment.",
         "Jane Doyle", ("State Department spokeswoman", "United States")),
        ("The secretary of state, Jane Doyle, flew to Oslo.", "Jane Doyle", ("secretary of state", "United States")),
        ("Taoiseach Aoife Brennan flew to Oslo.", "Aoife Brennan", ("Taoiseach", "Ireland")),
        ("Chinese Consul General in Durban Li Baoguo was there.", "Li Baoguo", ("Consul General in Durban", "China")),
        ("Former Peruvian president Alan Quispe was there.", "Alan Quispe", ("Former president", "Peru")),
        ("UN envoy for Sudan Paul Meyer landed in Juba.", "Paul Meyer", ("envoy for Sudan", "United Nations")),
        ("Ali Hassan, who heads the Omani delegation, was there.", "Ali Hassan", ("head of the delegation", "Oman")),
        ("Iran's deputy prime minister and oil minister, Reza Karimi, spoke.",
         "Reza Karimi", ("deputy prime minister and oil minister", "Iran")),
        ("The spokeswoman of the Kenyan presidency, Ruth Mwangi, spoke.",
         "Ruth Mwangi", ("spokeswoman", "Kenyan presidency")),
        ("Gen. (ret.) Ofer Katzir, Israel's national security adviser, spoke.",
         "Ofer Katzir", ("national security adviser", "Israel")),
    ],
)  # fmt: skip
def test_an_office_that_stands_with_a_name(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office


def test_a_counterpart_has_the_office_of_the_one_before() -> None:
    found = offices(scene_of("Togolese President Koffi Ayeva called his Ghanaian counterpart, Kwame Boadu, on Monday."))
    assert found["Kwame Boadu"] == ("President", "Ghana")


def test_the_counterpart_of_a_secretary_of_state_is_a_foreign_minister() -> None:
    text = "U.S. Secretary of State Jane Doyle met her Norwegian counterpart, Nils Berg, on Monday."
    assert offices(scene_of(text))["Nils Berg"] == ("Foreign Minister", "Norway")


def test_several_counterparts() -> None:
    text = "Peruvian Foreign Minister Rosa Vilca met her counterparts, Juan Pardo of Bolivia and Eva Rojas of Chile."
    found = offices(scene_of(text))
    assert found["Juan Pardo"] == ("Foreign Minister", "Bolivia")
    assert found["Eva Rojas"] == ("Foreign Minister", "Chile")


def test_one_office_for_several_names() -> None:
    text = "The foreign ministers of Peru and Chile, Rosa Vilca and Eva Rojas, met in Arica."
    found = offices(scene_of(text))
    assert (found["Rosa Vilca"], found["Eva Rojas"]) == (("foreign minister", "Peru"), ("foreign minister", "Chile"))


def test_a_list_of_offices_and_names_is_read_in_pairs() -> None:
    text = (
        "Round the table sat the Danish premier, Mette Holm, the Polish president, Jan Nowak, and the king's envoy, "
        "Lars Friis."
    )
    found = offices(scene_of(text))
    assert (found["Mette Holm"], found["Jan Nowak"]) == (("premier", "Denmark"), ("president", "Poland"))


def test_names_before_their_offices_are_read_in_pairs() -> None:
    text = (
        "Mette Holm, the Danish premier, will be joined by Jan Nowak, the Polish president, and Lars Friis, an envoy."
    )
    found = offices(scene_of(text))
    assert (found["Mette Holm"], found["Jan Nowak"]) == (("premier", "Denmark"), ("president", "Poland"))


def test_the_next_office_of_a_list_is_of_the_same_country() -> None:
    text = "Danish Foreign Minister Mette Holm and Defence Minister Lars Friis flew to Paris and met Ann Roux."
    assert offices(scene_of(text))["Lars Friis"] == ("Defence Minister", "Denmark")


def test_the_countrys_own_press_leaves_the_country_out() -> None:
    text = "Lima summit\nLIMA, May 3 (Andina) - President Alan Quispe received Chilean Interior Minister Eva Rojas."
    assert offices(scene_of(text))["Alan Quispe"] == ("President", "Peru")


def test_whose_a_well_known_person_is() -> None:
    found = offices(scene_of("President Zelensky thanked Prime Minister Narendra Modi.", published="2025-03-01"))
    assert found == {"Zelensky": ("President", "Ukraine"), "Narendra Modi": ("Prime Minister", "India")}


def test_no_office_that_the_text_does_not_give() -> None:
    assert offices(scene_of("Emmanuel Macron and Italy's Giorgia Meloni met.")) == {
        "Emmanuel Macron": None,
        "Giorgia Meloni": None,
    }


def test_an_office_given_only_further_on() -> None:
    text = "Emmanuel Macron flew to Rome on Friday. The French president stayed for dinner."
    assert offices(scene_of(text))["Emmanuel Macron"] == ("president", "France")


def test_a_body_named_before_owns_the_office() -> None:
    text = "The African Union met on Monday. The organisation's secretary-general, Paul Mensah, opened the session."
    assert offices(scene_of(text))["Paul Mensah"] == ("secretary-general", "African Union")


def test_predecessor() -> None:
    text = "Zambian President John Phiri praised his predecessor, Mary Banda, on Monday."
    assert offices(scene_of(text))["Mary Banda"] == ("former President", "Zambia")


@pytest.mark.parametrize(
    "text",
    [
        "They met at the Kennedy Center in Washington on Monday.",
        "The Jakarta Tribune reported on Tuesday that talks had failed.",
        "They signed the Treaty of Waitangi at Mehrabad International Airport.",
    ],
)
def test_places_papers_and_treaties_are_no_people(text: str) -> None:
    assert offices(scene_of(text)) == {}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Peruvian Foreign Minister Rosa Vilca landed. In Luanda she will call on President Caio Neto.",
            "Caio Neto",
            ("President", "Angola"),
        ),
        (
            "On the Omani side sat Defence Minister Said Harthy. Jordanian envoy Samir Kabariti came too.",
            "Said Harthy",
            ("Defence Minister", "Oman"),
        ),
        (
            "Fiji's premier was in London, and Suva is sending Trade Minister Jone Vula to Rome.",
            "Jone Vula",
            ("Trade Minister", "Fiji"),
        ),
        (
            "Former Kenyan premier Joash Odera will fly to Oslo as the African Union's mediator, an aide said.",
            "Joash Odera",
            ("mediator", "African Union"),
        ),
        (
            "The envoys, Alan Pike of Britain, Kari Moe of Norway and Susan Teller of Canada, met in Oslo.",
            "Kari Moe",
            ("envoy", "Norway"),
        ),
        (
            "Iran's embassy protested on Monday. A day later embassy spokesman Reza Karimi apologised.",
            "Reza Karimi",
            ("embassy spokesman", "Iran"),
        ),
        ("Peru's president, former economist Alan Quispe, flew to Oslo.", "Alan Quispe", ("president", "Peru")),
    ],
)
def test_whose_an_office_is_by_what_stands_around(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office
