"""Who is quoted for a contact."""

import pytest

from loaders.extract.extractor import Extractor
from schema.reading import Contact, Source
from schema.vocabulary import Kind, Status
from tests.loaders.extract.parsing import MODEL

LEAD = "Finnish Foreign Minister Pekka Haavisto met Latvian Foreign Minister Baiba Braze in Riga on Monday"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(MODEL)


def contacts(extractor: Extractor, text: str, publisher: str | None = None) -> tuple[Contact, ...]:
    return extractor.read(Source("test", text, published="2025-02-19", publisher=publisher)).contacts


def quoted(extractor: Extractor, text: str, publisher: str | None = None) -> list[str]:
    return [account.by for contact in contacts(extractor, text, publisher) for account in contact.accounts]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (f"{LEAD}, the Latvian Foreign Ministry said.", "Latvian Foreign Ministry"),
        (f"{LEAD}, according to the Latvian Foreign Ministry.", "Latvian Foreign Ministry"),
        (f"{LEAD}, Latvian Foreign Ministry spokesman Janis Ozols said.", "Latvian Foreign Ministry"),
        (f"{LEAD}, the Baltic Herald reported.", "Baltic Herald"),
        (f"{LEAD}, a senior Latvian official said.", "senior Latvian official"),
        (f"{LEAD}, a spokeswoman for the Latvian presidency said.", "Latvian presidency"),
        (f"{LEAD}, her office said.", "Baiba Braze's office"),
        (f"{LEAD}, the foreign ministry in Riga said.", "Latvian foreign ministry"),
        (f"{LEAD}, an official at the Latvian Foreign Ministry said.", "Latvian Foreign Ministry"),
        (f"{LEAD}, as the Latvian Foreign Ministry put it.", "Latvian Foreign Ministry"),
        (f"{LEAD}, state news agency LETA said.", "LETA"),
        (f"The Baltic Herald has learned that {LEAD[:1]}{LEAD[1:]}.", "Baltic Herald"),
        (f"{LEAD}, a European diplomat said.", "European diplomat"),
        (f"Braze told reporters that {LEAD[:1].lower()}{LEAD[1:]}.", "Baiba Braze"),
        (f"In the words of the Latvian presidency, {LEAD}.", "Latvian presidency"),
        (f"{LEAD}. The ministry's readout has it that the two discussed ferries.", "Latvian Foreign ministry"),
        (f"{LEAD}. In Helsinki, the ministry said that the two had discussed ferries.", "Finnish ministry"),
        (f"{LEAD}, said Braze's press secretary, Janis Ozols.", "Baiba Braze's office"),
        (f"{LEAD}, said Janis Ozols, who speaks for the Latvian presidency.", "Latvian presidency"),
        (f"{LEAD}, the official LETA news agency reports.", "LETA"),
        (f"{LEAD}, *Diena* reports.", "Diena"),
        (f"{LEAD}, an aide to Braze said.", "aide to Baiba Braze"),
        (f"A spokesman for the Latvian presidency told Listín Diario that {LEAD}.", "Latvian presidency"),
        (f"Officials in Riga let it be understood that {LEAD}.", "Latvian officials"),
        (f"{LEAD}. The Latvian daily Diena denied it.", "Diena"),
        (f"{LEAD}. A note from Braze's office gives ferries as the subject.", "Braze's office"),
        (f"{LEAD}, Riga's foreign ministry said.", "Latvian foreign ministry"),
        (f"{LEAD}. A report by the Baltic Herald says that the two discussed ferries.", "Baltic Herald"),
        (f"{LEAD} and, per the Latvian readout, discussed ferries.", "Latvia"),
        (f"{LEAD}. The talks, a Latvian official told Delfi, were short.", "Latvian official"),
        (f"{LEAD}. Braze's spokeswoman called the talks useful.", "Baiba Braze's office"),
        (f"Braze and Haavisto meet in Riga - Latvian foreign ministry\n\n{LEAD}.", "Latvian foreign ministry"),
        ("UN Secretary-General António Guterres met Baiba Braze on Monday, a U.N. statement said.", "United Nations"),
        (
            f"{LEAD}. The government spokesman in Riga, Janis Ozols, said the talks were about ferries.",
            "Latvian government",
        ),
        (f"{LEAD}, the Ministry of Transport and Roads in Riga said.", "Latvian Ministry of Transport and Roads"),
        (f"{LEAD}, officials at Satmin said.", "Satmin"),
        (
            f"{LEAD}. A spokesperson for Braze rejected the suggestion that they spoke of ferries.",
            "Baiba Braze's office",
        ),
        (f"{LEAD}. Braze, her office said, spoke of ferries.", "Baiba Braze's office"),
        (
            f"{LEAD}. Haavisto explained the ferries, according to the Latvian Foreign Ministry.",
            "Latvian Foreign Ministry",
        ),
        (f"{LEAD}, a report in El Mercurio says.", "El Mercurio"),
        (f"{LEAD}. Haavisto will receive her again, the president's adviser, Jan Ozols, said.", "Jan Ozols"),
        (f"{LEAD}. As Braze tells it, they spoke of ferries.", "Baiba Braze"),
        (f"Latvian presidency: Braze to meet Haavisto\n\n{LEAD}.", "Latvian presidency"),
        (f"{LEAD}, two European diplomats said.", "European diplomats"),
        (f"{LEAD}, the Baltic news agency BNS said.", "BNS"),
        (f"{LEAD}, where, the ISPR said, they discussed ferries.", "ISPR"),
        (f"{LEAD[:80]}, whose office said that they spoke of ferries.", "Baiba Braze's office"),
        (f"RIGA, Feb 17 (BN) - {LEAD}. A handout from the Foreign Office told of the talks.", "Latvian Foreign Office"),
        (f"{LEAD}, the Chief Adviser's Press Wing said.", "Chief Adviser's Press Wing"),
        (
            f"Braze meets Haavisto - MFA\n\n{LEAD}, the Latvian foreign ministry said.",
            "Latvian foreign ministry",
        ),
        (
            f"{LEAD}. As Latvian Foreign Ministry Spokesman Jan Ozols said, the talks were short.",
            "Latvian Foreign Ministry",
        ),
        (f"{LEAD}. Latvian presidential spokesman Janis Ozols described the meeting as short.", "Latvian presidency"),
        (f"{LEAD}. According to their joint communique, they discussed ferries.", "joint communique"),
        (f"{LEAD}. Riga has cancelled the next meeting, citing the weather.", "Riga"),
        (f"{LEAD}. Braze argued for a study of it, according to the Latvian presidency.", "Latvian presidency"),
        (f"{LEAD}, confirming an announcement made by the Latvian presidency.", "Latvian presidency"),
        (f"{LEAD}. There is a line from the Latvian presidency, saying that it was short.", "Latvian presidency"),
    ],
)
def test_speaker(extractor: Extractor, text: str, by: str) -> None:
    assert quoted(extractor, text) == [by]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}, sources said.",
        f"{LEAD}, people familiar with the matter said.",
        f"{LEAD}.",
        f"{LEAD} and told her that Finland would help.",
        f"{LEAD}. The Latvian Foreign Ministry declined to comment.",
        f"{LEAD}. The Latvian Foreign Ministry did not confirm that.",
        f"{LEAD}. Neither ministry has announced a date.",
        f"{LEAD}. Haavisto admitted to Braze that the ferry was late.",
        f"{LEAD}. One former Latvian diplomat said that the talks came late.",
        f"{LEAD}, the local press reports.",
        f"{LEAD}, who confirmed the loan.",
        f"{LEAD}. The Latvian side said that its position had not changed.",
        f"{LEAD}. Then Braze reported on it in a call with Finnish President Alexander Stubb.",
        f"{LEAD}. Haavisto delivered the Finnish president's message.",
        f"Latvia: no date for Haavisto\n\n{LEAD}.",
        f"CORRECTED: Haavisto and Braze meet in Riga\n\n{LEAD}.",
    ],
)
def test_nobody_who_counts(extractor: Extractor, text: str) -> None:
    assert quoted(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            f"{LEAD}, Finnish government spokesman Ari Salo said. It had been a good meeting, he added.",
            ["Finnish government"],
        ),
        (
            f"{LEAD}; Braze said that it went well; Haavisto, her guest, added that it was late.",
            ["Baiba Braze", "Pekka Haavisto"],
        ),
        (f"{LEAD}. Braze, who received an envoy on Sunday, said that taxes would fall.", ["Baiba Braze"]),
        (
            f"{LEAD}. Latvian Prime Minister Evika Silina was sanguine: the talks had gone well, she said.",
            ["Evika Silina"],
        ),
        (
            f"{LEAD}, Braze told reporters. Estonia's Margus Tsahkna will follow. It was short, she said.",
            ["Baiba Braze"],
        ),
        (f"{LEAD}. Riga has published no readout.", []),
    ],
)
def test_who_speaks_on(extractor: Extractor, text: str, by: list[str]) -> None:
    assert quoted(extractor, text) == by


def test_who_confirms_a_contact_told_confirms_that_one(extractor: Extractor) -> None:
    text = (
        f"Braze will meet Norway's Espen Barth Eide on Friday. {LEAD}. Riga's foreign ministry confirmed the meeting."
    )
    assert [len(contact.accounts) for contact in contacts(extractor, text)] == [0, 1]


def test_the_network_x_ends_a_sentence(extractor: Extractor) -> None:
    assert quoted(extractor, f"{LEAD}, the Latvian embassy said on X. Braze called the talks good.") == [
        "Latvian embassy",
        "Baiba Braze",
    ]


def test_both_capitals_give_an_account_each_with_its_own_topics(extractor: Extractor) -> None:
    text = (
        f"{LEAD}.\n\nThe Latvian Foreign Ministry said that the two ministers discussed rail links.\n\n"
        "The Finnish Foreign Ministry said they had discussed gas pipelines."
    )
    [contact] = contacts(extractor, text)
    assert {account.by: account.topics for account in contact.accounts} == {
        "Latvian Foreign Ministry": ("rail links",),
        "Finnish Foreign Ministry": ("gas pipelines",),
    }


def test_statement_after_the_contact_belongs_to_it(extractor: Extractor) -> None:
    text = f"{LEAD}. The Latvian Foreign Ministry issued a statement. It said the two had discussed rail links."
    [contact] = contacts(extractor, text)
    assert [account.by for account in contact.accounts] == ["Latvian Foreign Ministry"]


def test_list_takes_the_account_of_its_heading(extractor: Extractor) -> None:
    text = (
        "According to the Latvian Foreign Ministry, Braze had two meetings in Riga on Monday:\n"
        "- Baiba Braze met Finnish Foreign Minister Pekka Haavisto on rail links.\n"
        "- Baiba Braze met Polish Foreign Minister Radoslaw Sikorski on the border."
    )
    found = contacts(extractor, text)
    assert len(found) > 1
    assert all("Latvian Foreign Ministry" in [account.by for account in contact.accounts] for contact in found)


def test_denial_is_kept_beside_the_contact(extractor: Extractor) -> None:
    text = f"{LEAD}, the Baltic Herald reported. The Finnish Foreign Ministry denied that the two ministers had met."
    statuses = {a.by: a.status for contact in contacts(extractor, text) for a in contact.accounts}
    assert "Finnish Foreign Ministry" in statuses
    assert all(contact.status is Status.DENIED or contact.accounts for contact in contacts(extractor, text))


def test_evidence_is_the_sentence_in_the_stored_text(extractor: Extractor) -> None:
    text = f"{LEAD}, the Latvian Foreign Ministry said."
    [contact] = contacts(extractor, text)
    [account] = contact.accounts
    assert text[account.evidence.begin : account.evidence.end] == text


def test_ministry_is_no_account_in_its_own_readout(extractor: Extractor) -> None:
    text = f"{LEAD}, the Latvian Foreign Ministry said."
    assert quoted(extractor, text, publisher="Latvian Foreign Ministry") == []


def test_abbreviation_is_spelled_out(extractor: Extractor) -> None:
    text = f"{LEAD}, the Ministry of Foreign Affairs (MFA) said. The talks were short, MFA spokesman Janis Ozols said."
    assert set(quoted(extractor, text)) == {"Ministry of Foreign Affairs"}


def test_side_is_quoted_on_the_story_and_not_on_what_was_long_before(extractor: Extractor) -> None:
    text = f"{LEAD}. It was the first meeting since Haavisto met Edgars Rinkevics in Tallinn in May 2022. "
    now, before = contacts(extractor, f"{text}Haavisto said that the two had discussed ferries.")
    assert [account.by for account in now.accounts] == ["Pekka Haavisto"]
    assert not before.accounts


def test_occasion_of_a_contact_takes_no_account_of_it(extractor: Extractor) -> None:
    text = "Finnish President Alexander Stubb will meet Estonian President Alar Karis during the NATO summit in Ankara"
    found = contacts(extractor, f"{text} in July, his office said.")
    assert [len(contact.accounts) for contact in found if contact.kind is Kind.MEETING] == [1]
    assert not [contact for contact in found if contact.kind is Kind.SUMMIT and contact.accounts]


def test_both_ministries_are_two_accounts(extractor: Extractor) -> None:
    assert quoted(extractor, f"{LEAD}, both foreign ministries said.") == [
        "Finnish foreign ministry",
        "Latvian foreign ministry",
    ]


def test_one_body_is_one_account_under_whatever_name(extractor: Extractor) -> None:
    text = "Latvian President Edgars Rinkevics met Finnish President Alexander Stubb on Monday, his office said."
    assert quoted(extractor, f"{text} The Latvian presidency said that it was short.") == ["Latvian presidency"]


def test_statement_on_both_meetings_is_an_account_of_each(extractor: Extractor) -> None:
    text = f"{LEAD}. Haavisto then met Estonian Foreign Minister Margus Tsahkna in Tallinn."
    read = quoted(extractor, f"{text} The Finnish presidency spoke of frank talks at both stops.")
    assert read == ["Finnish presidency"] * 2
