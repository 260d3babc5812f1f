"""The extractor as a whole: what goes in, what comes out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from loaders.extract import Extractor, as_gold
from schema.errors import SettingsError
from schema.reading import Place, Reading, Source
from schema.vocabulary import Kind
from tests.loaders.extract.parsing import MODEL

TEXT = (
    "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Entebbe on Tuesday.\n\n"
    "Ruto will fly to Kigali on Sunday."
)


def test_name_says_rules_and_model(extractor: Extractor) -> None:
    assert extractor.name.startswith("diplograph-")
    assert f"/{MODEL}-3." in extractor.name


def test_missing_model_says_how_to_get_one() -> None:
    with pytest.raises(SettingsError, match=r"xx_missing_model.*pip install.*DIPLOGRAPH_MODEL"):
        Extractor("xx_missing_model")


def test_offsets_point_into_the_text(read: Callable[..., Reading]) -> None:
    reading = read(TEXT)
    text = reading.source.text
    first = reading.contacts[0]
    assert text[first.evidence.begin : first.evidence.end] == TEXT.split("\n")[0]
    assert all("Museveni" in text[span.begin : span.end] for span in reading.people[1].mentions)
    for contact in reading.contacts:
        for side in contact.sides:
            assert 0 <= side.span.begin < side.span.end <= len(text)


def test_keys_are_readable(read: Callable[..., Reading]) -> None:
    reading = read(TEXT)
    assert [person.key for person in reading.people] == ["william-ruto", "yoweri-museveni"]
    assert reading.contacts[0].key == "2025-06-10-ruto-museveni-meeting"


def test_reading_is_the_same_each_time(extractor: Extractor) -> None:
    source = Source("a", TEXT, published="2025-06-12")
    assert extractor.read(source) == extractor.read(source)


def test_many_come_in_order(extractor: Extractor) -> None:
    sources = [Source(str(number), f"{TEXT}\n\nNote {number}.", published="2025-06-12") for number in range(40)]
    readings = list(extractor.read_all(iter(sources)))
    assert [reading.source.id for reading in readings] == [source.id for source in sources]
    assert readings[7] == extractor.read(sources[7])


def test_several_processes_read_the_same(extractor: Extractor) -> None:
    sources = [Source(str(number), f"{TEXT}\n\nNote {number}.", published="2025-06-12") for number in range(20)]
    assert list(extractor.read_all(iter(sources), processes=2)) == list(extractor.read_all(iter(sources)))


def test_sources_are_taken_in_as_needed(extractor: Extractor) -> None:
    taken = 0

    def endless() -> Iterator[Source]:
        nonlocal taken
        while True:
            taken += 1
            yield Source(str(taken), TEXT, published="2025-06-12")

    readings = extractor.read_all(endless())
    for _ in range(3):
        next(readings)
    assert taken < 100


def test_article_without_a_date_says_so(read: Callable[..., Reading]) -> None:
    reading = read(TEXT, published=None)
    assert any("no date of publication" in note for note in reading.notes)
    assert reading.contacts[0].date is None


def test_text_without_contacts(extractor: Extractor) -> None:
    assert extractor.read(Source("empty", "")).contacts == ()
    assert extractor.read(Source("quiet", "Rain fell on the coast.\n\nIt was cold.")).contacts == ()


def test_annotated_form(read: Callable[..., Reading]) -> None:
    gold: Any = as_gold(read(TEXT))
    assert gold["id"] == "test"
    meeting, visit = gold["contacts"]
    assert meeting["kind"] == "meeting"
    assert meeting["venue"] == {"name": "Entebbe", "country": "Uganda"}
    assert meeting["participants"] == [
        {"person": "william-ruto", "attendance": "attended"},
        {"person": "yoweri-museveni", "attendance": "attended"},
    ]
    assert visit["participants"][1] == {"party": "Rwanda", "attendance": "expected"}
    assert gold["people"][0]["office"] == {"title": "President", "of": "Kenya"}


def test_no_sentence_ends_with_a_form_of_address(read: Callable[..., Reading]) -> None:
    reading = read(
        "On Monday Lt. Gen. Yusuf Saleh (ret.) met Amb. Jane Doyle and Brig. Gen. (ret.) Ofer Katzir in Juba."
    )
    evidence = reading.contacts[0].evidence
    assert reading.source.text[evidence.begin : evidence.end].endswith("Katzir in Juba.")


def test_lists_of_ones_own_are_known_in_every_process(tmp_path: Path) -> None:
    polities, holders = tmp_path / "polities.tsv", tmp_path / "holders.tsv"
    polities.write_text("name\tadjectives\nRuritania\tRuritanian\n", "utf-8")
    holders.write_text("name\taliases\ttitle\tof\nRudolf Elphberg\tElphberg\tChancellor\tRuritania\n", "utf-8")
    reader = Extractor(MODEL, polities, holders)
    assert "/lists-" in reader.name
    source = Source("a", "Chancellor Elphberg met the Ruritanian foreign minister, Fritz Tarlenheim, on Monday.")
    (reading,) = reader.read_all([source], processes=2)
    assert [person.office and person.office.of for person in reading.people] == ["Ruritania", "Ruritania"]


def test_lists_of_a_user_reach_speakers_and_places(tmp_path: Path) -> None:
    table = tmp_path / "polities.tsv"
    table.write_text("name\tkind\tiso\tadjectives\nZembla\tcountry\tXZ\tZemblan\n", "utf-8")
    text = (
        "Zemblan Foreign Minister Oleg Gusev met Latvian Foreign Minister Baiba Braze in Zembla on Monday. "
        "The Zemblan Foreign Ministry said that they had discussed ferries."
    )
    (contact,) = Extractor(MODEL, polities=table).read(Source("test", text, published="2025-02-19")).contacts
    assert contact.venue == Place("Zembla", "Zembla")
    assert [account.by for account in contact.accounts] == ["Zemblan Foreign Ministry"]


def test_sessions_of_a_body_on_the_list_of_a_user(tmp_path: Path) -> None:
    table = tmp_path / "bodies.tsv"
    table.write_text("name\tkind\taliases\nTern Pact\torganisation\t\n", "utf-8")
    text = "Kenya's president, Peter Otieno, will host the leaders of the Tern Pact in Nairobi on Friday."
    (contact,) = Extractor(MODEL, polities=table).read(Source("test", text, published="2025-02-19")).contacts
    assert contact.kind is Kind.SUMMIT


@pytest.mark.parametrize(
    "text",
    [
        "It was a meeting that Ruto",
        "They looked at trade.\n\non Tuesday to meet Peter Otieno, Minister of Foreign Affairs and Expatriates of the",
        "Okello said that he would not object to contacts.\n\nSuch contacts do exist. The head of the Border Service,",
        "On the other side sat Vice-President Peter Otieno and Paul Okello, who",
        "He would ring Peter Otieno to find out whether the two could be brought to Istanbul together with Ukraine's",
    ],
)
def test_text_that_breaks_off_is_read(extractor: Extractor, text: str) -> None:
    assert extractor.read(Source("teaser", text, published="2025-06-12")).source.text == text
