"""Whether a contact took place."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told

RUTO, MUSEVENI = "Kenyan President William Ruto", "Ugandan President Yoweri Museveni"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("held", "met"),
        ("held", "has met"),
        ("held", "had met"),
        ("ongoing", "is meeting"),
        ("expected", "will meet"),
        ("expected", "is to meet"),
        ("expected", "is due to meet"),
        ("expected", "is set to meet"),
        ("expected", "is scheduled to meet"),
        ("expected", "plans to meet"),
        ("expected", "has agreed to meet"),
        ("cancelled", "was to have met"),
        ("expected", "had been expected to meet"),
        ("possible", "may meet"),
        ("possible", "might meet"),
        ("possible", "could meet"),
        ("possible", "would probably meet"),
        ("possible", "offered to meet"),
        ("possible", "is ready to meet"),
        ("possible", "is considering meeting"),
        ("possible", "proposed a meeting with"),
        ("possible", "did not rule out a meeting with"),
        ("postponed", "postponed a meeting with"),
        ("postponed", "put off a meeting with"),
        ("cancelled", "cancelled a meeting with"),
        ("cancelled", "called off a meeting with"),
        ("possible", "would gladly meet"),
        ("possible", "had nothing against meeting"),
        ("possible", "is not opposed to meeting"),
        ("possible", "has offered Kampala for a meeting with"),
        ("possible", "is happy to meet"),
        ("held", "was happy to meet"),
        ("cancelled", "should have met"),
    ],
)
def test_status_of_a_verb(told: Callable[..., Told], status: str, words: str) -> None:
    contacts = told(f"{RUTO} {words} {MUSEVENI} in Entebbe.")
    assert {contact[:2] for contact in contacts} == {("meeting", status)}


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("held", "took place on Tuesday"),
        ("held", "lasted two hours"),
        ("expected", "will take place on Sunday"),
        ("expected", "is planned for Sunday"),
        ("possible", "may take place in August"),
        ("possible", "has been proposed"),
        ("postponed", "was postponed"),
        ("postponed", "has been put off"),
        ("postponed", "was scheduled for Monday but was put off"),
        ("cancelled", "was called off"),
        ("cancelled", "did not take place"),
        ("ongoing", "is under way"),
    ],
)
def test_status_of_a_noun(told: Callable[..., Told], status: str, words: str) -> None:
    contacts = told(f"A meeting between {RUTO} and {MUSEVENI} {words}.")
    assert {contact[:2] for contact in contacts} == {("meeting", status)}


@pytest.mark.parametrize(
    "text",
    [
        f"{RUTO} refused to meet {MUSEVENI}.",
        f"{RUTO} declined to meet {MUSEVENI}.",
        f"{RUTO} rejected a meeting with {MUSEVENI}.",
        f"{RUTO} ruled out a meeting with {MUSEVENI}.",
        f"{RUTO} turned down a proposal to meet {MUSEVENI}.",
        f"A meeting of {RUTO} and {MUSEVENI} did not take place, because Ruto would not enter the room.",
    ],
)
def test_refusal_names_who_refused(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "declined", "Museveni possible", "Ruto declined")}


@pytest.mark.parametrize(
    "text",
    [
        f"The foreign ministry denied that {RUTO} had met {MUSEVENI}.",
        f"The foreign ministry denied reports that {RUTO} would meet {MUSEVENI}.",
        f"The foreign ministry said {RUTO} had no plans to meet {MUSEVENI}.",
    ],
)
def test_denial(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "denied", "Museveni possible", "Ruto possible")}


def test_headline_present_is_past_and_its_infinitive_future(told: Callable[..., Told]) -> None:
    body = "Nothing more was known on Thursday."
    assert told(body, title="Ruto and Museveni hold phone call, Kenya says") == {
        ("call", "held", "Museveni attended", "Ruto attended")
    }
    assert told(body, title="Kenya's Ruto to meet Uganda's Museveni on trade") == {
        ("meeting", "expected", "Museveni expected", "Ruto expected")
    }


def test_after_presupposes_a_contact_and_before_expects_one(told: Callable[..., Told]) -> None:
    assert told(f"After meeting {MUSEVENI}, {RUTO} flew home.") == {
        ("meeting", "held", "Museveni attended", "Ruto attended")
    }
    assert told(f"Ahead of a meeting with {MUSEVENI} on Monday, {RUTO} said ties were strong.") == {
        ("meeting", "expected", "Museveni expected", "Ruto expected")
    }


def test_condition_is_no_contact_held(told: Callable[..., Told]) -> None:
    assert told(f"If {RUTO} met {MUSEVENI}, prices would fall.") == {
        ("meeting", "possible", "Museveni possible", "Ruto possible")
    }


def test_purpose_follows_its_verb(told: Callable[..., Told]) -> None:
    assert told(f"{RUTO} stopped in Entebbe on Monday to see {MUSEVENI}.") == {
        ("meeting", "held", "Museveni attended", "Ruto attended")
    }
    assert told(f"{RUTO} will continue to Entebbe on Monday to see {MUSEVENI}.") == {
        ("meeting", "expected", "Museveni expected", "Ruto expected")
    }


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("expected", "RUTO arrives in Entebbe on Thursday for talks with MUSEVENI."),
        ("expected", "RUTO is due in Entebbe for talks with MUSEVENI."),
        ("possible", "RUTO hopes to call on MUSEVENI in July."),
        ("cancelled", "The session of RUTO and MUSEVENI planned for Friday in Entebbe is off."),
        ("denied", "There was no handshake, let alone a meeting, between RUTO and MUSEVENI."),
        ("declined", "RUTO brushed aside a suggestion that he meet MUSEVENI."),
        ("expected", "A meeting between RUTO and MUSEVENI has been pencilled in for Friday."),
        ("possible", "RUTO is hoping for a call with MUSEVENI in the coming days."),
        ("possible", "RUTO said he was open to a meeting with MUSEVENI."),
        ("possible", "There is talk of a meeting between RUTO and MUSEVENI."),
        ("possible", "Diplomats are working on a meeting between RUTO and MUSEVENI."),
        ("possible", "RUTO has not decided whether to meet MUSEVENI."),
        ("possible", "RUTO will meet MUSEVENI only if the ceasefire holds."),
        ("possible", "RUTO had put forward a meeting with MUSEVENI."),
        ("postponed", "RUTO has put back his meeting with MUSEVENI to March."),
        ("postponed", "The meeting between RUTO and MUSEVENI, which was due on Friday, has been pushed to next week."),
        ("postponed", "A meeting between RUTO and MUSEVENI, planned for Friday, will now take place on Monday."),
        ("cancelled", "The meeting between RUTO and MUSEVENI was taken off the programme on Wednesday."),
        ("cancelled", "RUTO was supposed to be received by MUSEVENI on Monday, but that was called off."),
        ("declined", "RUTO has turned down the offer of a telephone call with MUSEVENI."),
        ("declined", "RUTO has no wish to talk to MUSEVENI."),
        ("denied", "There was no meeting between RUTO and MUSEVENI, the presidency said."),
        ("denied", "The ministry ridiculed a report that RUTO had spoken to MUSEVENI by phone."),
        ("held", "A meeting of RUTO and MUSEVENI that had been set for Friday was moved to Saturday, and took place."),
        ("ongoing", "Talks between RUTO and MUSEVENI entered a third day on Wednesday."),
    ],
)
def test_other_ways_to_say_it(told: Callable[..., Told], status: str, text: str) -> None:
    contacts = told(text.replace("RUTO", RUTO).replace("MUSEVENI", MUSEVENI))
    assert {contact[1] for contact in contacts} == {status}


def test_who_cancels_declines(told: Callable[..., Told]) -> None:
    assert told(f"{RUTO} cancelled a meeting with {MUSEVENI}.") == {
        ("meeting", "cancelled", "Museveni expected", "Ruto declined")
    }


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("RUTO and MUSEVENI have yet to speak.", set()),
        ("RUTO and MUSEVENI used to meet often.", set()),
        ("RUTO would not confirm that he is to meet MUSEVENI.", {"possible"}),
        ("A meeting of RUTO and MUSEVENI is under consideration.", {"possible"}),
        ("RUTO has ruled out talking to MUSEVENI.", {"declined"}),
        ("There are no plans for a meeting between RUTO and MUSEVENI.", {"denied"}),
        ("What RUTO did not do was speak to MUSEVENI.", set()),
        ('"No such meeting took place," a spokesman said of reports that RUTO had met MUSEVENI.', {"denied"}),
        ("RUTO's meeting with MUSEVENI has slipped to July.", {"postponed"}),
        ("RUTO did not meet MUSEVENI because, the Kenyan presidency said, there was no time.", {"denied"}),
        ("RUTO and MUSEVENI have not sat down together since Arusha in September 2023.", {"held"}),
        ("A session that RUTO was to have had with MUSEVENI next week has been put off.", {"postponed"}),
        ("The Kenyan prime minister proposed that a meeting of RUTO and MUSEVENI be held in Arusha.", {"possible"}),
        ("Uganda has refused to let RUTO into the country.", {"declined"}),
        ("RUTO was denied entry to Uganda on Tuesday.", {"declined"}),
        ("Uganda barred RUTO from entering on Tuesday.", {"declined"}),
        ("The talks between Kenya and Uganda drag on in Entebbe.", {"ongoing"}),
        ("Should Museveni come to Nairobi, RUTO would meet MUSEVENI.", {"possible"}),
    ],
)
def test_not_yet_and_should(told: Callable[..., Told], text: str, statuses: set[str]) -> None:
    contacts = told(text.replace("RUTO", RUTO).replace("MUSEVENI", MUSEVENI))
    assert {contact[1] for contact in contacts} == statuses


def test_who_stayed_away_brought_it_to_nothing(told: Callable[..., Told]) -> None:
    assert told(f"{RUTO} and {MUSEVENI} had agreed to meet in Entebbe last week, but Museveni stayed away.") == {
        ("meeting", "cancelled", "Museveni absent", "Ruto expected")
    }


def test_a_call_given_a_quality_was_held(told: Callable[..., Told]) -> None:
    text = f"{RUTO} called a phone conversation he had with {MUSEVENI} on Tuesday productive."
    assert {contact[:2] for contact in told(text)} == {("call", "held")}
