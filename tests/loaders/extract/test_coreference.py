"""Offices alone, pronouns, groups and parties."""

import pytest

from loaders.extract.scene import Form, Scene
from tests.loaders.extract.scenes import scene_of

_CALL = "Kenyan President Peter Otieno rang Ugandan President Ann Okello on Monday. "


def meant(scene: Scene, words: str) -> list[str]:
    """The names of those whom the last mention with these words means."""
    found = [mention for mention in scene.mentions if scene.doc[mention.start : mention.end].text == words]
    return [entity.name for entity in found[-1].entities] if found else []


@pytest.mark.parametrize(
    ("sentence", "words", "names"),
    [
        ("The Ugandan president thanked him.", "Ugandan president", ["Ann Okello"]),
        ("The Kenyan leader will travel.", "Kenyan leader", ["Peter Otieno"]),
        ("The two presidents will meet in May.", "two presidents", ["Peter Otieno", "Ann Okello"]),
        ("Both leaders were content.", "Both leaders", ["Peter Otieno", "Ann Okello"]),
        ("The two will meet in May.", "The two", ["Peter Otieno", "Ann Okello"]),
        ("They will meet in May.", "They", ["Peter Otieno", "Ann Okello"]),
        ("He called it useful.", "He", ["Peter Otieno"]),
        ("The Kenyan said that it was useful.", "Kenyan", ["Peter Otieno"]),
        ("The French president was not told.", "French president", ["France"]),
    ],
)
def test_who_is_meant_after_a_call(sentence: str, words: str, names: list[str]) -> None:
    assert meant(scene_of(_CALL + sentence), words) == names


_TWO_CALLS = (
    "Kenyan President Peter Otieno rang Ugandan President Paul Okello on Monday. The two agreed on a date. "
    "Kenya's trade minister, Lucas Mwangi, met Uganda's foreign minister, Ruth Namuli, a day later. "
)


@pytest.mark.parametrize(
    ("sentence", "words", "names"),
    [
        ("The two will meet in May.", "The two", ["Lucas Mwangi", "Ruth Namuli"]),
        ("The two will meet in May, Mwangi said.", "The two", ["Lucas Mwangi", "Ruth Namuli"]),
        (
            "Omani Foreign Minister Salim Nasser had brought the two together.",
            "the two",
            ["Lucas Mwangi", "Ruth Namuli"],
        ),
        (
            "Omani Foreign Minister Salim Nasser rang Otieno and Okello and thanked both.",
            "both",
            ["Peter Otieno", "Paul Okello"],
        ),
        ("Otieno saw Okello in March, when they met in Kampala.", "they", ["Peter Otieno", "Paul Okello"]),
        (
            "Otieno will be in Rome in May. Okello has been invited. The pair may meet.",
            "The pair",
            ["Peter Otieno", "Paul Okello"],
        ),
    ],
)
def test_two_are_those_told_of_last(sentence: str, words: str, names: list[str]) -> None:
    assert sorted(meant(scene_of(_TWO_CALLS + sentence), words)) == sorted(names)


def test_three_are_those_told_of_as_three() -> None:
    text = (
        "Presidents Peter Otieno of Kenya, Paul Okello of Uganda and Ruth Namuli of Rwanda met in Nairobi. "
        "Lucas Mwangi of Malawi met Salim Nasser of Oman. Otieno dined with Mwangi. The three will meet again."
    )
    assert meant(scene_of(text), "The three") == ["Peter Otieno", "Paul Okello", "Ruth Namuli"]


def test_an_office_alone_is_somebody_whom_the_list_knows() -> None:
    text = "France's president flew to Rome. In the evening Emmanuel Macron met the pope."
    assert meant(scene_of(text, published="2024-05-01"), "France's president") == ["Emmanuel Macron"]


def test_him_is_not_the_clauses_own_subject() -> None:
    text = "Kenyan President Peter Otieno met Ugandan President Paul Okello. Otieno told him everything."
    assert meant(scene_of(text), "him") == ["Paul Okello"]


def test_a_form_of_address_alone() -> None:
    text = "His Royal Highness Prince Salim bin Nawaf landed in Tunis. In the evening His Royal Highness met reporters."
    assert meant(scene_of(text), "His Royal Highness") == ["Salim bin Nawaf"]


def test_reporters_are_not_the_leaders() -> None:
    assert meant(scene_of(_CALL + "Aides told reporters that they could leave."), "they") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Russian negotiators arrived in Doha.", "Russian negotiators", "Russia"),
        ("A senior Ukrainian security official was there.", "senior Ukrainian security official", "Ukraine"),
        ("The Kremlin has agreed to talks.", "Kremlin", "Russia"),
        ("Talks between Hanoi and Vientiane will begin.", "Hanoi", "Vietnam"),
        ("The Qataris mediated between them.", "Qataris", "Qatar"),
        ("The Foreign Ministry of Peru confirmed it.", "Foreign Ministry of Peru", "Peruvian Foreign Ministry"),
        ("Peru's foreign ministry confirmed it.", "Peru's foreign ministry", "Peruvian Foreign Ministry"),
    ],
)
def test_a_party_by_another_word(text: str, words: str, name: str) -> None:
    scene = scene_of(text)
    assert meant(scene, words) == [name]
    assert all(mention.form is Form.METONYM for mention in scene.mentions if name in [e.name for e in mention.entities])


@pytest.mark.parametrize(
    "text",
    [
        "The delegates met in Moscow.",
        "The minister flew to Hanoi.",
        "The Kyiv-based institute closed.",
        "A French-brokered truce holds.",
    ],
)
def test_a_place_or_a_compound_is_no_party(text: str) -> None:
    assert [mention for mention in scene_of(text).mentions if not mention.entities[0].is_person] == []


def test_a_persons_own_country_is_no_party_beside() -> None:
    scene = scene_of("Ukraine's Oleh Bondar met President Ivan Petrov of Bulgaria.")
    assert [[entity.name for entity in mention.entities] for mention in scene.mentions] == [
        ["Oleh Bondar"],
        ["Ivan Petrov"],
    ]


def test_governments_are_countries_and_not_the_one_who_says_so() -> None:
    text = (
        "Peruvian Foreign Minister Rosa Vilca rang Chilean Foreign Minister Eva Rojas. "
        "Brazilian President Caio Prado said that the two governments would talk."
    )
    assert meant(scene_of(text), "the two governments") == ["Peru", "Chile"]


def test_the_two_in_an_item_of_a_list_of_meetings() -> None:
    text = (
        "Meetings in Oslo\nIn Oslo on Monday Peruvian Foreign Minister Rosa Vilca met in turn:\n\n"
        "• Eva Rojas, Chile's foreign minister, on mines. The two will meet again.\n"
        "• Juan Pardo, Bolivia's foreign minister. The two discussed water."
    )
    assert meant(scene_of(text), "The two") == ["Rosa Vilca", "Juan Pardo"]


def test_he_is_whom_the_sentence_before_is_about() -> None:
    text = (
        "Peruvian President Alan Quispe has been touring the region since Chilean President Juan Rojas received the "
        "Peruvian leader in May. Two days later he flew to Quito."
    )
    assert meant(scene_of(text), "he") == ["Alan Quispe"]


def test_she_is_a_woman() -> None:
    text = "Peruvian spokeswoman Rosa Vilca met Chilean spokesman Juan Rojas. She thanked him."
    scene = scene_of(text)
    assert (meant(scene, "She"), meant(scene, "him")) == (["Rosa Vilca"], ["Juan Rojas"])


def test_the_sultan_is_not_the_emir() -> None:
    scene = scene_of("Sultan Faisal bin Qais received Emir Salim Al Sabah. The Sultan and the Emir spoke of trade.")
    assert (meant(scene, "Sultan"), meant(scene, "Emir")) == (["Faisal bin Qais"], ["Salim Al Sabah"])


def test_he_was_something() -> None:
    scene = scene_of("Juan Pardo rang him first. He was secretary-general of UNASUR then.")
    assert meant(scene, "secretary-general of UNASUR") == ["Juan Pardo"]
    assert [entity.office.title for entity in scene.entities if entity.office] == ["secretary-general"]


def test_both_ministers_after_their_common_office() -> None:
    text = (
        "Ghana's Kwame Boadu and Togo's Koffi Ayeva, the two foreign ministers, met. Both ministers praised the talks."
    )
    assert meant(scene_of(text), "Both ministers") == ["Kwame Boadu", "Koffi Ayeva"]


def test_a_country_in_brackets_is_no_party_beside() -> None:
    scene = scene_of("Latvian minister Anna Berzina met Mart Saar (Estonia) in Riga.")
    assert all(entity.is_person for mention in scene.mentions for entity in mention.entities)


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "Kenyan President Peter Otieno flew to Kampala. Ugandan President Paul Okello received him at noon, and "
            "later he met the speaker.",
            "he",
            ["Peter Otieno"],
        ),
        (
            "Kenyan President Peter Otieno rang Ugandan President Paul Okello. It was minister Lucas Mwangi who made "
            "the trip, in May, when he spoke to reporters.",
            "he",
            ["Lucas Mwangi"],
        ),
        (
            "Kenya's trade minister, Chris Mwangi, saw Uganda's Sam Okello. She praised him. Mwangi then sat down with "
            "Zambia's John Phiri. The talk with Phiri was about trade, she wrote.",
            "she",
            ["Chris Mwangi"],
        ),
        (
            "Kenyan President Ann Otieno and premier Lucas Mwangi gave a lunch. Ugandan President Paul Okello had come "
            "by train. The Kenyan asked the guest to stay.",
            "guest",
            ["Paul Okello"],
        ),
        (
            "Kenyan President Peter Otieno said that Uganda's Paul Okello had told him that he would come.",
            "he",
            ["Paul Okello"],
        ),
        (
            "Kenyan President Ann Otieno saw Ugandan President Paul Okello. Otieno told her guest that she was glad.",
            "guest",
            ["Paul Okello"],
        ),
    ],
)
def test_who_is_told_of_on(text: str, words: str, names: list[str]) -> None:
    assert meant(scene_of(text), words) == names
