"""Of which country or body somebody's office is, and whose it is of several; every sentence is invented."""

import pytest

from tests.loaders.extract.scenes import offices, scene_of


def test_the_leaders_sister_is_not_the_leader() -> None:
    assert offices(scene_of("In Pyongyang Ms Park Ji-won, the leader's sister, spoke."))["Park Ji-won"] is None


def test_an_ambassador_received_at_home_is_another_countrys() -> None:
    text = "LIMA, May 3 (Andina) - A Chilean trawler sank. The ministry summoned Ambassador Eva Rojas on Monday."
    assert offices(scene_of(text))["Eva Rojas"] == ("Ambassador", "Chile")


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


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Russian President Vladimir Putin spoke in Sochi. Former prime minister Tony Blair followed.",
            "Tony Blair",
            ("Former prime minister", "United Kingdom"),
        ),
        (
            "Putin recalled a warning to then-president George W. Bush in the Kremlin.",
            "George W. Bush",
            ("then-president", "United States"),
        ),
        (
            "Turkey's Hakan Fidan saw off Secretary of Foreign Affairs Maria Theresa Lazaro.",
            "Maria Theresa Lazaro",
            ("Secretary of Foreign Affairs", "Philippines"),
        ),
        (
            "The prime ministers of Hungary and Slovakia sat down at last. “It was good,” Viktor Orbán said.",
            "Viktor Orbán",
            ("prime minister", "Hungary"),
        ),
        (
            "The foreign ministers' dinner is on Friday. Japan's Takeshi Iwaya has confirmed.",
            "Takeshi Iwaya",
            ("foreign minister", "Japan"),
        ),
    ],
)
def test_a_known_office_holder_keeps_to_his_country(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office


def test_a_former_office_of_an_unknown_person_is_not_that_of_the_country_told_of() -> None:
    text = "Russian President Vladimir Putin opened the forum. On Tuesday former prime minister Arno Lind followed him."
    assert offices(scene_of(text))["Arno Lind"] is None


def test_a_body_named_before_owns_the_office() -> None:
    text = "The African Union met on Monday. The organisation's secretary-general, Paul Mensah, opened the session."
    assert offices(scene_of(text))["Paul Mensah"] == ("secretary-general", "African Union")


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
        (
            "Zambian President John Phiri flew to Lima, where he met Trade Minister Rosa Vilca.",
            "Rosa Vilca",
            ("Trade Minister", "Peru"),
        ),
        (
            "Kenyan president Ann Mwangi proposed a meeting of Joash Odera and his Ugandan colleague, Sam Okello.",
            "Sam Okello",
            ("president", "Uganda"),
        ),
        (
            "The foreign ministers of Kenya and Peru met Mali's president Issa Keba. A call of the ministers with "
            "their counterpart from Angola, Caio Neto, was put off.",
            "Caio Neto",
            ("Foreign Minister", "Angola"),
        ),
        (
            "Defence Minister Ann Mwangi and Foreign Minister Joash Odera of Kenya await their Peruvian counterparts, "
            "Rosa Vilca and Alan Quispe.",
            "Rosa Vilca",
            ("Defence Minister", "Peru"),
        ),
    ],
)
def test_whose_an_office_is_by_what_stands_around(text: str, name: str, office: tuple[str, str]) -> None:
    assert offices(scene_of(text))[name] == office
