"""Names of all shapes, and the parts of them by which people are called again."""

import pytest

from tests.loaders.extract.scenes import scene_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Belgian Prime Minister Alexander de Wilde spoke.", "Alexander de Wilde"),
        ("Commission President Ursel von der Heide spoke.", "Ursel von der Heide"),
        ("Qatar's emir, Sheikh Hamad bin Nasser Al Misnad, spoke.", "Hamad bin Nasser Al Misnad"),
        ("Egyptian President Abdel Rahman el-Naggar spoke.", "Abdel Rahman el-Naggar"),
        ("South Korean President Han Ji-woo spoke.", "Han Ji-woo"),
        ("Vietnamese Prime Minister Tran Quoc Bao spoke.", "Tran Quoc Bao"),
        ("U.S. Vice President J.B. Harlan spoke.", "J.B. Harlan"),
        ("His Excellency Dr. Samuel Kofi Addo, Ghana's president, spoke.", "Samuel Kofi Addo"),
        ("French President Jean-Marc d'Aubigny spoke.", "Jean-Marc d'Aubigny"),
        ("Brazilian President Luís Prado rested at Camp David.", "Luís Prado"),
        ("Grand Imam Sheikh Hassan at-Tahir spoke.", "Hassan at-Tahir"),
        ("Brazilian President Luís Inácio Prado dos Santos spoke.", "Luís Inácio Prado dos Santos"),
        ("Iranian Foreign Minister Karim Amir-Tehrani spoke.", "Karim Amir-Tehrani"),
        ("Acting Afghan Foreign Minister Amir Khan Zadran spoke.", "Amir Khan Zadran"),
        ("Mr Idrissa KABORÉ, President of the Republic of Guinea, spoke.", "Idrissa Kaboré"),
        ("Ms Lucía IBARRA SOLANO, Foreign Minister of Ecuador, spoke.", "Lucía Ibarra Solano"),
    ],
)
def test_a_name_is_read_in_full(text: str, name: str) -> None:
    assert [entity.name for entity in scene_of(text).entities if entity.is_person] == [name]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Chinese Premier Zhao Mingyuan", "Zhao"),
        ("Qatari Emir Sheikh Hamad bin Nasser Al Misnad", "Sheikh Hamad"),
        ("Syrian President Farid al-Khatib", "Al-Khatib"),
        ("Ethiopian Prime Minister Tesfaye Bekele", "Tesfaye"),
        ("Kenyan President Peter Otieno", "Mr Otieno"),
    ],
)
def test_a_part_of_the_name_means_the_same_person(first: str, again: str) -> None:
    scene = scene_of(f"{first} landed in Oslo on Monday. {again} stayed for a day.")
    assert len([entity for entity in scene.entities if entity.is_person]) == 1
    later = next(mention for mention in scene.mentions if mention.start > 6)
    assert scene.doc[later.start : later.end].text == again


def test_spellings_of_one_name_are_one_person() -> None:
    text = "Iranian Foreign Minister Abbas Rostami landed. In the evening Abbas Rostamí met reporters."
    assert len([entity for entity in scene_of(text).entities if entity.is_person]) == 1


def test_a_father_is_not_his_son() -> None:
    text = "King Nasser bin Hamad Al Misnad sent Crown Prince Khalid bin Nasser bin Hamad Al Misnad to Oslo."
    assert len([entity for entity in scene_of(text).entities if entity.is_person]) == 2


def test_a_hyphen_joins_two_people() -> None:
    text = "Kenyan President Peter Otieno rang Ugandan President Paul Okello. The Otieno–Okello call was short."
    scene = scene_of(text)
    pair = [scene.doc[mention.start : mention.end].text for mention in scene.mentions][-2:]
    assert pair == ["Otieno", "Okello"]


def test_a_by_name_is_the_same_person() -> None:
    text = "Musa Idris, the Sudanese commander known as Himma, spoke. Himma refused to come."
    scene = scene_of(text)
    assert [entity.name for entity in scene.entities if entity.is_person] == ["Musa Idris"]


def test_a_headline_in_title_case_names_nobody_by_itself() -> None:
    scene = scene_of("Minister Conveys Written Message To Friendly Nation\nOman's minister, Said Harthy, was there.")
    assert [entity.name for entity in scene.entities if entity.is_person] == ["Said Harthy"]
