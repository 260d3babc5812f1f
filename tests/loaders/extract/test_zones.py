"""Which sentences of a page are the story."""

import pytest

from loaders.extract.dateline import dateline
from loaders.extract.scene import Zone
from loaders.extract.zones import zones
from tests.loaders.extract.parsing import parse

LEAD = (
    "Foreign Minister Ana Brnabec flew to Lisbon on Tuesday for a day of talks with her Portuguese counterpart, "
    "the first such trip since the spring, her office said in a statement."
)
HEADLINE = "Brnabec and Rangel meet in Lisbon over fishing rights"


def zoned(text: str, title: str = HEADLINE) -> dict[str, Zone]:
    doc = parse(text)
    return {
        sentence.text.strip(): zone
        for sentence, zone in zip(doc.sents, zones(doc, title), strict=True)
        if sentence.text.strip()
    }


def test_headline_is_told_each_time_it_is_repeated() -> None:
    found = zones(parse(f"{HEADLINE}\n\n{HEADLINE}\n{LEAD}"), HEADLINE)
    assert found[-1] is Zone.BODY
    assert set(found[:-1]) == {Zone.HEADLINE}
    assert len(found) > 2


def test_first_line_without_a_full_stop_is_the_headline_of_an_untitled_text() -> None:
    assert zoned(f"{HEADLINE}\n\n{LEAD}", title="")[HEADLINE] is Zone.HEADLINE
    assert zoned(f"Home › World\n{HEADLINE}\n\n{LEAD}", title="")[HEADLINE] is Zone.HEADLINE
    assert zoned(f"{LEAD}\n\n{LEAD}", title="")[LEAD] is Zone.BODY


@pytest.mark.parametrize(
    "line",
    [
        "Photo: The two ministers on the terrace, June 3 (PA)",
        "Ana Brnabec (left) shakes hands with her host. [Photo/Agencies]",
        "Portuguese Foreign Minister Paulo Rangel and FM Ana Brnabec.",
    ],
)
def test_captions(line: str) -> None:
    assert set(zoned(f"{HEADLINE}\n{line}\n\n{LEAD}").values()) == {Zone.HEADLINE, Zone.CAPTION, Zone.BODY}


@pytest.mark.parametrize(
    "line",
    [
        "By Joana Silva",
        "12 June 2024, 18:40",
        "Published: June 12, 2024",
        "Share: Facebook | X | WhatsApp",
        "Read more: Rangel meets Spanish envoy in Vigo",
        "Subscribe to our morning newsletter.",
        "(Reporting by Joana Silva; Editing by Rui Costa)",
        "© The Tagus Post. All rights reserved.",
        "Home | World | Sport | Sign in",
        "#Portugal #fishing",
        "tips@taguspost.example",
        "We use cookies. Manage preferences",
        "Read: Costa receives Sanchez in Evora",
        "RELATED VIDEO: Macron meets Costa",
        "Follow the Lisbon Herald on Google News",
        "Home › World › Europe",
    ],
)
def test_furniture_of_the_page(line: str) -> None:
    found = zoned(f"{HEADLINE}\n\n{LEAD}\n\n{line}")
    assert found.pop(HEADLINE) is Zone.HEADLINE
    assert found.pop(LEAD) is Zone.BODY
    assert set(found.values()) == {Zone.BOILERPLATE}


def test_appeal_for_support_needs_no_heading() -> None:
    appeal = "We depend on readers like you. Your support keeps our newsroom open. Become a member today."
    found = zoned(f"{HEADLINE}\n\n{LEAD}\n\n{appeal}")
    assert [zone for text, zone in found.items() if text not in (HEADLINE, LEAD)] == [Zone.BOILERPLATE] * 3


def test_nothing_of_the_story_follows_related_articles() -> None:
    teaser = (
        "President Nausėda received the Latvian foreign minister in Vilnius, and they spoke of rail links for an hour."
    )
    assert zoned(f"{HEADLINE}\n\n{LEAD}\n\nRelated articles\n{teaser}")[teaser] is Zone.BOILERPLATE


def test_prose_after_a_link_in_the_middle_is_story_again() -> None:
    more = (
        "The two sides will sit down again in the autumn, Rangel told reporters after the session had ended in Lisbon."
    )
    found = zoned(f"{HEADLINE}\n\n{LEAD}\n\nRead also:\nWhat is the quota dispute\n\n{more}")
    assert found["What is the quota dispute"] is Zone.BOILERPLATE
    assert found[more] is Zone.BODY


def test_crosshead_is_a_headline_and_a_list_is_not() -> None:
    found = zoned(f"{HEADLINE}\n\n{LEAD}\n\nA handshake in the rain\n{LEAD}\n- Rangel will visit Zagreb in May")
    assert found["A handshake in the rain"] is Zone.HEADLINE
    assert found["- Rangel will visit Zagreb in May"] is Zone.BODY


@pytest.mark.parametrize(
    ("text", "places", "day"),
    [
        ("MOSCOW, February 15. /AGN/. The ministers met.", ("Moscow",), "February 15"),
        ("PARIS/TUNIS, Aug 20 (Agency) - The ministers met.", ("Paris", "Tunis"), "Aug 20"),
        ("NAIROBI — The ministers met.", ("Nairobi",), None),
        ("SAN JOSÉ, Costa Rica (AG) — The ministers met.", ("San José",), None),
        ("Colombo [Sri Lanka], March 3 (AG): The ministers met.", ("Colombo",), "March 3"),
        ("RABAT, 6th January, 2025 (AGN) -- The ministers met.", ("Rabat",), "6th January, 2025"),
        ("January 14, 2024 (JUBA) – The ministers met.", ("Juba",), "January 14, 2024"),
        (f"{HEADLINE}\n\nANKARA\n\nThe ministers met.", ("Ankara",), None),
    ],
)
def test_dateline(text: str, places: tuple[str, ...], day: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.places, found.day) == (places, day)


@pytest.mark.parametrize(
    "text", ["The ministers met.", "NATO will meet in May.", "LIVE\nThe ministers met.", "US envoy: talks went well."]
)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_place_of_filing_is_part_of_the_story() -> None:
    filed = "RIGA (Northern Wire) - "
    assert set(zoned(f"{HEADLINE}\n\n{filed}{LEAD}").values()) == {Zone.HEADLINE, Zone.BODY}


def test_one_line_is_the_story_even_where_it_serves_as_title() -> None:
    assert set(zoned(LEAD, title=LEAD).values()) == {Zone.BODY}
