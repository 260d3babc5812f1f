"""Which words tell of a contact, and of which kind."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told

VALTONEN_AND_MUDAVADI = ("Mudavadi attended", "Valtonen attended")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("call", "spoke by phone with"),
        ("call", "rang"),
        ("call", "telephoned"),
        ("call", "held a phone call with"),
        ("call", "had a telephone conversation with"),
        ("video_call", "held a video call with"),
        ("conversation", "spoke with"),
        ("meeting", "met"),
        ("meeting", "met with"),
        ("meeting", "sat down with"),
        ("meeting", "held a meeting with"),
        ("meeting", "conferred in Nairobi with"),
        ("meeting", "received"),
        ("meeting", "hosted"),
        ("meeting", "called on"),
        ("meeting", "had a one-on-one with"),
        ("meeting", "spent two hours with"),
        ("meeting", "held talks with"),
        ("meeting", "played host in Nairobi to"),
        ("meeting", "had half an hour with"),
        ("meeting", "closeted herself with"),
        ("conversation", "exchanged views with"),
        ("call", "exchanged views by telephone with"),
        ("video_call", "conferred by video link with"),
        ("talks", "negotiated with"),
        ("message", "wrote to"),
        ("message", "sent a letter to"),
        ("meeting", "paid a call on"),
        ("meeting", "paid a courtesy call on"),
        ("meeting", "dropped in on"),
        ("meeting", "caught up in Nairobi with"),
        ("meeting", "ran into"),
        ("meeting", "shook hands with"),
        ("meeting", "gave a dinner for"),
        ("meeting", "found time for"),
        ("meeting", "entertained"),
        ("meeting", "emerged from an hour with"),
        ("conversation", "briefed"),
        ("conversation", "contacted"),
        ("conversation", "went over the border question with"),
    ],
)
def test_kind(told: Callable[..., Told], kind: str, words: str) -> None:
    text = f"Finnish Foreign Minister Elina Valtonen {words} Kenyan Foreign Minister Musalia Mudavadi on Tuesday."
    assert told(text) == {(kind, "held", *VALTONEN_AND_MUDAVADI)}


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("meeting", "gave", "half an hour of her time"),
        ("meeting", "granted", "an audience"),
        ("meeting", "took", "aside"),
        ("meeting", "had", "to lunch"),
        ("call", "gave", "a ring"),
        ("call", "reached", "by telephone"),
        ("message", "sent", "a letter"),
    ],
)
def test_kind_by_what_stands_behind_the_partner(told: Callable[..., Told], kind: str, before: str, after: str) -> None:
    text = (
        f"Finnish Foreign Minister Elina Valtonen {before} Kenyan Foreign Minister Musalia Mudavadi {after} on Tuesday."
    )
    assert told(text) == {(kind, "held", *VALTONEN_AND_MUDAVADI)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("call", "Mudavadi was called by Valtonen on Tuesday."),
        ("meeting", "It was Mudavadi whom Valtonen met on Tuesday."),
        ("message", "A letter that Valtonen had sent to Mudavadi on Tuesday was published."),
        ("message", "A letter from Valtonen reached Mudavadi on Tuesday."),
        ("conversation", "Valtonen and Mudavadi discussed the border on Tuesday."),
    ],
)
def test_other_orders(told: Callable[..., Told], kind: str, text: str) -> None:
    people = "Finland's foreign minister is Elina Valtonen, Kenya's is Musalia Mudavadi. "
    assert told(people + text) == {(kind, "held", *VALTONEN_AND_MUDAVADI)}


@pytest.mark.parametrize(
    "text",
    [
        "The Valtonen-Mudavadi call lasted an hour. Finnish Foreign Minister Elina Valtonen rang Kenyan Foreign "
        "Minister Musalia Mudavadi on Tuesday.",
        "A telephone call between Finnish Foreign Minister Elina Valtonen and Kenyan Foreign Minister Musalia "
        "Mudavadi lasted an hour.",
        "Finnish Foreign Minister Elina Valtonen congratulated Kenyan Foreign Minister Musalia Mudavadi by telephone.",
    ],
)
def test_call_told_by_a_noun(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("call", "held", *VALTONEN_AND_MUDAVADI)}


def test_countries_in_talks(told: Callable[..., Told]) -> None:
    assert told("Armenia-Azerbaijan talks were held in Abu Dhabi on Tuesday.") == {
        ("talks", "held", "Armenia attended", "Azerbaijan attended")
    }


def test_three_leaders_hold_a_summit(told: Callable[..., Told]) -> None:
    text = (
        "Ghanaian President John Mahama, Togolese President Faure Gnassingbé and Beninese President Patrice Talon "
        "met in Accra on Saturday."
    )
    assert told(text) == {("summit", "held", "Gnassingbé attended", "Mahama attended", "Talon attended")}


def test_visit_without_a_named_host_is_to_the_country(told: Callable[..., Told]) -> None:
    assert told("Kenyan President William Ruto paid a visit to Uganda last week.") == {
        ("visit", "held", "Ruto attended", "Uganda attended")
    }
    assert told("Kenyan President William Ruto will fly to Kampala on Sunday.") == {
        ("visit", "expected", "Ruto expected", "Uganda expected")
    }


def test_line_for_each_after_a_colon(told: Callable[..., Told]) -> None:
    text = (
        "Finnish Foreign Minister Elina Valtonen met on Monday, one after the other:\n"
        "• Musalia Mudavadi, the Kenyan foreign minister.\n"
        "• Gabriela Sommerfeld, Ecuador's foreign minister, on trade."
    )
    assert told(text) == {
        ("meeting", "held", *VALTONEN_AND_MUDAVADI),
        ("meeting", "held", "Sommerfeld attended", "Valtonen attended"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Finnish President Alexander Stubb met with protests in Budapest.",
        "Polish Prime Minister Donald Tusk called for an emergency session of parliament.",
        "Japanese Prime Minister Shigeru Ishiba met the deadline set by the opposition.",
        "Danish Prime Minister Mette Frederiksen called Norwegian Prime Minister Jonas Gahr Støre a friend of Europe.",
        "Danish Prime Minister Mette Frederiksen called on Norwegian Prime Minister Jonas Gahr Støre to act.",
        "Ukrainian President Volodymyr Zelensky responded to Hungarian Prime Minister Viktor Orban in a speech.",
        "Chilean President Gabriel Boric spoke to reporters at a press conference in Santiago.",
        "France imposed sanctions on Mali, and Mali's ambassador was recalled.",
    ],
)
def test_no_contact(told: Callable[..., Told], text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Otieno is due in Kampala on Friday.", "expected"),
        ("Otieno is expected in Kampala next week.", "expected"),
        ("Otieno leaves for Kampala on Friday.", "expected"),
        ("Otieno made a visit to Uganda last month.", "held"),
    ],
)
def test_visits(told: Callable[..., Told], text: str, status: str) -> None:
    attendance = "attended" if status == "held" else status
    wanted = {("visit", status, f"Otieno {attendance}", f"Uganda {attendance}")}
    assert told("Kenya's president is Peter Otieno. " + text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will send a delegation to Kampala on Friday for talks.",
        "Experts from both sides will sit down in Kampala on Friday to negotiate.",
    ],
)
def test_talks_of_unnamed_people(told: Callable[..., Told], text: str) -> None:
    wanted = {("talks", "expected", "Kenya expected", "Uganda expected")}
    assert told("Kenya and Uganda are neighbours. " + text) == wanted


def test_each_guest_is_met_alone(told: Callable[..., Told]) -> None:
    text = (
        "Kenyan President Peter Otieno brought together Ugandan President Paul Okello and Rwandan President Ruth "
        "Namuli in Nairobi on Tuesday. Otieno had received each of his guests separately earlier in the day."
    )
    assert told(text) == {
        ("meeting", "held", "Namuli attended", "Okello attended", "Otieno mediator"),
        ("meeting", "held", "Okello attended", "Otieno attended"),
        ("meeting", "held", "Namuli attended", "Otieno attended"),
    }
