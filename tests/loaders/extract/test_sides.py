"""Who takes part, and how."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told


def test_passive(told: Callable[..., Told]) -> None:
    text = (
        "Gabriela Sommerfeld, Ecuador's foreign minister, was received by Peruvian President Dina Boluarte on Monday."
    )
    assert told(text) == {("meeting", "held", "Boluarte attended", "Sommerfeld attended")}


def test_counterpart(told: Callable[..., Told]) -> None:
    text = "Dutch Foreign Minister Caspar Veldkamp met his Belgian counterpart, Maxime Prévot, on Tuesday."
    assert told(text) == {("meeting", "held", "Prévot attended", "Veldkamp attended")}


def test_plural_subject(told: Callable[..., Told]) -> None:
    text = "The Dutch and Belgian foreign ministers, Caspar Veldkamp and Maxime Prévot, met in The Hague on Tuesday."
    assert told(text) == {("meeting", "held", "Prévot attended", "Veldkamp attended")}


def test_with_whom(told: Callable[..., Told]) -> None:
    text = (
        "Dutch Foreign Minister Caspar Veldkamp stood next to Maxime Prévot, the Belgian foreign minister, "
        "with whom he had spent two hours."
    )
    assert told(text) == {("meeting", "held", "Prévot attended", "Veldkamp attended")}


def test_with_makes_one_contact_and_separately_two(told: Callable[..., Told]) -> None:
    text = (
        "Spanish Prime Minister Pedro Sánchez {} Algerian President Abdelmadjid Tebboune "
        "and Moroccan Prime Minister Aziz Akhannouch on Wednesday."
    )
    assert told(text.format("held a call with")) == {
        ("call", "held", "Akhannouch attended", "Sánchez attended", "Tebboune attended")
    }
    assert told(text.format("spoke separately by phone with")) == {
        ("call", "held", "Akhannouch attended", "Sánchez attended"),
        ("call", "held", "Sánchez attended", "Tebboune attended"),
    }


def test_one_after_the_other(told: Callable[..., Told]) -> None:
    text = (
        "Spanish Prime Minister Pedro Sánchez saw Algerian President Abdelmadjid Tebboune for an hour, "
        "and then Moroccan Prime Minister Aziz Akhannouch for half an hour."
    )
    assert told(text) == {
        ("meeting", "held", "Akhannouch attended", "Sánchez attended"),
        ("meeting", "held", "Sánchez attended", "Tebboune attended"),
    }


def test_host_country_of_others_mediates_only_where_it_says_so(told: Callable[..., Told]) -> None:
    assert told("Qatar mediated talks between Rwanda and Burundi in Doha on Monday.") == {
        ("talks", "held", "Burundi attended", "Qatar mediator", "Rwanda attended")
    }
    assert told("Talks between Rwanda and Burundi brokered by Qatar took place on Monday.") == {
        ("talks", "held", "Burundi attended", "Qatar mediator", "Rwanda attended")
    }
    assert told("Talks between Rwanda and Burundi took place in Qatar on Monday.") == {
        ("talks", "held", "Burundi attended", "Rwanda attended")
    }


def test_brought_together(told: Callable[..., Told]) -> None:
    text = (
        "Brazilian President Luiz Inácio Lula da Silva brought Guyanese President Irfaan Ali "
        "and Surinamese President Chan Santokhi together in Brasília on Monday."
    )
    assert told(text) == {("meeting", "held", "Ali attended", "Santokhi attended", "Silva mediator")}


def test_delegation(told: Callable[..., Told]) -> None:
    text = (
        "Armenia and Azerbaijan will hold talks in Abu Dhabi next month. The Armenian delegation will include "
        "Foreign Minister Ararat Mirzoyan. Notably absent will be Azerbaijani Foreign Minister Jeyhun Bayramov."
    )
    assert told(text) == {("talks", "expected", "Bayramov absent", "Mirzoyan expected")}


def test_who_was_there_too(told: Callable[..., Told]) -> None:
    text = (
        "Omani Foreign Minister Badr Albusaidi received Kuwaiti Foreign Minister Abdullah Al-Yahya in Muscat. "
        "Also present was Khalid bin Hashil, Oman's ambassador to Kuwait."
    )
    assert told(text) == {("meeting", "held", "Al-Yahya attended", "Albusaidi attended", "Hashil attended")}


def test_who_stays_away(told: Callable[..., Told]) -> None:
    text = (
        "Brazilian President Luiz Inácio Lula da Silva, Colombian President Gustavo Petro and Bolivian President "
        "Luis Arce will hold a summit in Lima on Friday. Argentine President Javier Milei will not attend."
    )
    assert told(text) == {
        ("summit", "expected", "Arce expected", "Milei absent", "Petro expected", "Silva expected"),
    }


def test_spokespeople_take_no_part(told: Callable[..., Told]) -> None:
    text = (
        "After a call between Indian Prime Minister Narendra Modi and Sri Lankan President Anura Dissanayake, "
        "Foreign Ministry spokesman Randhir Jaiswal told reporters that trade had come up."
    )
    assert told(text) == {("call", "held", "Dissanayake attended", "Modi attended")}


def test_invitation_is_a_possible_visit_of_the_guest(told: Callable[..., Told]) -> None:
    text = "Malaysian Prime Minister Anwar Ibrahim invited Vietnamese President Luong Cuong to visit Kuala Lumpur."
    assert told(text) == {("visit", "possible", "Cuong possible", "Ibrahim possible")}


@pytest.mark.parametrize(
    "text",
    [
        "US envoy Tom Barrack sat between Syrian Foreign Minister Asaad al-Shibani and Israeli minister Ron Dermer.",
        "Syrian Foreign Minister Asaad al-Shibani met Israeli minister Ron Dermer in Paris. US envoy Tom Barrack sat "
        "between them.",
        "Syrian Foreign Minister Asaad al-Shibani met Israeli minister Ron Dermer under the eyes of envoy Tom Barrack.",
    ],
)
def test_who_sits_between(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "held", "Barrack mediator", "Dermer attended", "al-Shibani attended")}


def test_who_joins_a_call(told: Callable[..., Told]) -> None:
    text = (
        "Iranian Foreign Minister Abbas Araqchi spoke on Tuesday with Kaja Kallas. Germany's Johann Wadephul was also"
    )
    assert told(f"{text} on the line.") == {
        ("call", "held", "Araqchi attended", "Kallas attended", "Wadephul attended")
    }


def test_who_joins_a_meeting(told: Callable[..., Told]) -> None:
    text = "French President Emmanuel Macron met German Chancellor Friedrich Merz. Kaja Kallas attended the meeting."
    assert told(text) == {("meeting", "held", "Kallas attended", "Macron attended", "Merz attended")}


@pytest.mark.parametrize(
    "subject",
    [
        "The experts of Chile and Bolivia",
        "The border commissions of Chile and Bolivia",
        "Chilean and Bolivian experts",
    ],
)
def test_countries_of_unnamed_people(told: Callable[..., Told], subject: str) -> None:
    assert told(f"{subject} are to sit down again in July.") == {
        ("talks", "expected", "Bolivia expected", "Chile expected")
    }


def test_who_speaks_of_no_talks(told: Callable[..., Told]) -> None:
    text = "No talks with the United States are on the agenda, Iranian foreign ministry spokesman Esmaeil Baghaei said."
    assert told(text) == {("talks", "denied", "Iran possible", "United States possible")}


@pytest.mark.parametrize(
    "text",
    [
        "In handball, Iceland meet Denmark in Malmö on Thursday.",
        "Nigeria meets Tanzania in Fes on June 23.",
        "Kenyan President William Ruto spoke in parliament. Shareholders hold their annual meeting in June.",
    ],
)
def test_games_and_companies(told: Callable[..., Told], text: str) -> None:
    assert told(text) == set()


NORDIC = "Finnish Foreign Minister Elina Valtonen met Swedish Foreign Minister Maria Malmer Stenergard in Turku."


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "Norway's Espen Barth Eide was represented by State Secretary Andreas Kravik.",
            ("Eide absent", "Kravik attended"),
        ),
        ("Norway's Espen Barth Eide was to have joined them but remained in Oslo.", ("Eide absent",)),
        ("Norway's Espen Barth Eide was asked to join and said no.", ("Eide declined",)),
        (
            "Espen Barth Eide came for Norway and Lars Løkke Rasmussen for Denmark.",
            ("Eide attended", "Rasmussen attended"),
        ),
    ],
)
def test_who_else(told: Callable[..., Told], text: str, others: tuple[str, ...]) -> None:
    both = ("Stenergard attended", "Valtonen attended")
    assert told(f"{NORDIC} {text}") == {("meeting", "held", *sorted((*others, *both)))}


def test_some_of_a_body(told: Callable[..., Told]) -> None:
    text = "The leaders of the Pacific Islands Forum gathered in Suva on Monday, among them Fiji's Sitiveni Rabuka, "
    assert told(f"{text}Tonga's Aisake Eke and Samoa's Naomi Mataafa.") == {
        ("summit", "held", "Eke attended", "Mataafa attended", "Rabuka attended")
    }


def test_who_carries_papers(told: Callable[..., Told]) -> None:
    text = "Libyan and Tunisian officials negotiated, with Algerian diplomats carrying papers from one to the other."
    assert told(text) == {("talks", "held", "Algeria mediator", "Libya attended", "Tunisia attended")}


def test_a_delegation_travels(told: Callable[..., Told]) -> None:
    assert told("A delegation of the African Union will travel to Bamako next week.") == {
        ("visit", "expected", "African Union expected", "Mali expected")
    }


@pytest.mark.parametrize("staff", ["their army chiefs", "their deputies"])
def test_staff_of_two_leaders(told: Callable[..., Told], staff: str) -> None:
    text = "Nigerian President Bola Tinubu rang Niger's leader, Abdourahamane Tiani. The two agreed that"
    assert ("Niger expected", "Nigeria expected") in {
        contact[2:] for contact in told(f"{text} {staff} would sit down in Maradi in July.")
    }


def test_staff_of_those_told_of(told: Callable[..., Told]) -> None:
    text = (
        "The foreign ministers of Chile and Bolivia met in Arica on Tuesday. The experts are to sit down again in July."
    )
    assert {contact[1:] for contact in told(text)} == {
        ("held", "Bolivia attended", "Chile attended"),
        ("expected", "Bolivia expected", "Chile expected"),
    }


def test_one_guest_two_hosts(told: Callable[..., Told]) -> None:
    text = (
        "Saudi minister Waleed Elkhereiji was received in Tunis on June 3 by President Kais Saied and in Algiers, two "
        "days later, by President Abdelmadjid Tebboune."
    )
    assert told(text) == {
        ("meeting", "held", "Elkhereiji attended", "Saied attended"),
        ("meeting", "held", "Elkhereiji attended", "Tebboune attended"),
    }


def test_who_speaks_in_a_quotation(told: Callable[..., Told]) -> None:
    text = '"I met Foreign Minister Fuad Hussein in Amman," Jordanian Foreign Minister Ayman Safadi said on Tuesday.'
    assert told(text) == {("meeting", "held", "Hussein attended", "Safadi attended")}


def test_who_mediates_beside(told: Callable[..., Told]) -> None:
    text = (
        "Afghan and Pakistani officials are to hold a third round of talks next week, with Turkey and Qatar mediating."
    )
    assert told(text) == {
        ("talks", "expected", "Afghanistan expected", "Pakistan expected", "Qatar mediator", "Turkey mediator")
    }


def test_at_whose_invitation(told: Callable[..., Told]) -> None:
    text = "Kazakhstan's Kassym-Jomart Tokayev will pay a state visit to Mongolia at the invitation of President"
    assert told(f"{text} Ukhnaagiin Khurelsukh.") == {("visit", "expected", "Khurelsukh expected", "Tokayev expected")}


def test_the_subject_behind_an_apposition(told: Callable[..., Told]) -> None:
    text = (
        "Peruvian President Dina Boluarte spoke in Lima. Tahiti's president, Moetai Brotherson, has denied a report "
        "that he rang Christian Tein."
    )
    assert told(text) == {("call", "denied", "Brotherson possible", "Tein possible")}


@pytest.mark.parametrize(
    "text",
    [
        "Malaysia's Anwar Ibrahim chaired talks between Thailand's Phumtham Wechayachai and Cambodia's Hun Manet.",
        "The prime minister, Anwar Ibrahim of Malaysia, shuttled between Thailand's Phumtham Wechayachai and "
        "Cambodia's Hun Manet.",
    ],
)
def test_who_chairs_or_shuttles(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "held", "Ibrahim mediator", "Manet attended", "Wechayachai attended")}


def test_who_hands_over_a_letter(told: Callable[..., Told]) -> None:
    text = (
        "Prime Minister Mostafa Madbouly, on behalf of Egyptian President Abdel Fattah al-Sisi, handed a letter to "
        "Sudanese leader Abdel Fattah al-Burhan on Tuesday."
    )
    assert told(text) == {
        ("message", "held", "al-Burhan attended", "al-Sisi attended"),
        ("meeting", "held", "Madbouly attended", "al-Burhan attended"),
    }


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("With Valtonen was Norway's foreign minister, Espen Barth Eide.", "Eide attended"),
        ("Norway's foreign minister, Espen Barth Eide, did not turn up.", "Eide absent"),
        ("Norway's foreign minister, Espen Barth Eide, had not been invited.", "Eide absent"),
        ("Norway's foreign minister, Espen Barth Eide, was kept out.", "Eide absent"),
        ("Norwegian Foreign Minister Espen Barth Eide's chair stayed empty.", "Eide absent"),
        ("There was no sign of Norway's foreign minister, Espen Barth Eide.", "Eide absent"),
        ("Norway's foreign minister, Espen Barth Eide, refused to come.", "Eide declined"),
        ("Norway's foreign minister, Espen Barth Eide, acted as mediator.", "Eide mediator"),
        ("It was mediated by Norway's foreign minister, Espen Barth Eide.", "Eide mediator"),
        ("Norway's foreign minister, Espen Barth Eide, had brought them together.", "Eide mediator"),
        ("Norway's foreign minister, Espen Barth Eide, came along.", "Eide attended"),
        ("Norway's foreign minister, Espen Barth Eide, dialled in from Oslo.", "Eide attended"),
        ("Norway's foreign minister, Espen Barth Eide, was among those at the table.", "Eide attended"),
        ("Sitting in was Norway's foreign minister, Espen Barth Eide.", "Eide attended"),
        ("Bo Berg, an aide, was not in the room; Norway's Espen Barth Eide was.", "Eide attended"),
    ],
)
def test_one_more(told: Callable[..., Told], text: str, other: str) -> None:
    both = ("Stenergard attended", "Valtonen attended")
    assert told(f"{NORDIC} {text}") == {("meeting", "held", *sorted((other, *both)))}


@pytest.mark.parametrize("says", ["told reporters", "wrote on X", "announced on Sunday", "said"])
def test_who_says_so_is_no_guest(told: Callable[..., Told], says: str) -> None:
    text = f"Kenyan President William Ruto will host Irfaan Ali of Guyana, Kenyan minister Musalia Mudavadi {says}."
    assert told(text) == {("meeting", "expected", "Ali expected", "Ruto expected")}


def test_who_led_for_a_country_stands_between_nobody(told: Callable[..., Told]) -> None:
    text = (
        "US envoy Keith Kellogg led for Washington on Tuesday at talks that brought together Thailand's Phumtham "
        "Wechayachai and Cambodia's Hun Manet."
    )
    assert told(text) == {("meeting", "held", "Kellogg attended", "Manet attended", "Wechayachai attended")}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Norway's foreign minister, Espen Barth Eide, has also confirmed.", "Eide expected"),
        ("Also expected at the table is Norway's foreign minister, Espen Barth Eide.", "Eide expected"),
        ("Norway's foreign minister, Espen Barth Eide, is coming as a guest.", "Eide expected"),
        ("Norway's foreign minister, Espen Barth Eide, might join the Swedish team.", "Eide possible"),
        ("Aides said more would attend, among them Norway's foreign minister, Espen Barth Eide.", "Eide expected"),
        ("Mia Mottley of Barbados will come along, and so will Norway's Espen Barth Eide.", "Eide expected"),
    ],
)
def test_who_is_to_come_too(told: Callable[..., Told], text: str, other: str) -> None:
    plan = (
        "Finnish Foreign Minister Elina Valtonen and Swedish Foreign Minister Maria Malmer Stenergard will meet in "
        "Vaasa on Friday."
    )
    found = told(f"{plan} {text}")
    assert len(found) == 1
    assert {"Stenergard expected", "Valtonen expected", other} <= set(next(iter(found)))


def test_whose_chair_another_takes(told: Callable[..., Told]) -> None:
    text = f"{NORDIC} The chair of Norway's Espen Barth Eide was taken by his deputy, Andreas Kravik."
    assert told(text) == {
        ("meeting", "held", "Eide absent", "Kravik attended", "Stenergard attended", "Valtonen attended")
    }


def test_who_will_not_be_at_a_summit(told: Callable[..., Told]) -> None:
    text = (
        "Ugandan President Yoweri Museveni will not be at Saturday's African Union summit in Nairobi. Foreign Minister "
        "Jeje Odongo will head the Ugandan delegation."
    )
    assert told(text) == {("summit", "expected", "Museveni absent", "Odongo expected")}


def test_who_does_not_go_into_a_thing_is_not_away(told: Callable[..., Told]) -> None:
    text = f"{NORDIC} Norway's foreign minister, Espen Barth Eide, did not go into the request."
    assert told(text) == {("meeting", "held", "Stenergard attended", "Valtonen attended")}


def test_who_calls_a_trip_off_refuses(told: Callable[..., Told]) -> None:
    text = (
        "Finnish Foreign Minister Elina Valtonen was to arrive in Oslo on Friday for talks with Norway's Espen Barth "
        "Eide. Helsinki has cancelled the trip."
    )
    assert told(text) == {("meeting", "cancelled", "Eide expected", "Valtonen declined")}


def test_mediation_by_a_demonym(told: Callable[..., Told]) -> None:
    text = "Rwanda's Paul Kagame and Burundi's Évariste Ndayishimiye met in Luanda under Angolan mediation."
    assert told(text) == {("meeting", "held", "Angola mediator", "Kagame attended", "Ndayishimiye attended")}
