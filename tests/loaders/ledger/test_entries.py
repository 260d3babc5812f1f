"""What a reading adds to the ledger."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from loaders.ledger import entries
from loaders.sources.articles import text_id
from schema.errors import InputError
from schema.reading import Account, Reading
from schema.vocabulary import Attendance, Kind, Status
from tests.loaders.articles import LAVROV, RUBIO, ZELENSKY, Told, Who, reading

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
CALL = Told(
    Kind.CALL,
    Status.HELD,
    (RUBIO, LAVROV, "Ukraine"),
    "2025-02-15",
    topics=["Ukraine"],
    accounts=[("Russian Foreign Ministry", ["sanctions"], None)],
)


def test_a_contact_gives_a_claim_in_the_articles_words_with_its_sides_and_one_for_each_account() -> None:
    found = entries(reading("a", "2025-02-16", CALL), NOW)
    own, quoted = found.claims
    assert (own.by, own.status, own.date, own.reported, own.contact) == (
        None,
        Status.HELD,
        "2025-02-15",
        "2025-02-16",
        own.id,
    )
    assert (quoted.by, quoted.status, quoted.date, quoted.topics) == (
        "Russian Foreign Ministry",
        None,
        None,
        ("sanctions",),
    )
    assert quoted.contact == own.id
    assert [(side.name, side.is_party, side.attendance) for side in found.mentions] == [
        ("Marco Rubio", False, Attendance.ATTENDED),
        ("Sergey Lavrov", False, Attendance.ATTENDED),
        ("Ukraine", True, Attendance.ATTENDED),
    ]
    assert {side.claim for side in found.mentions} == {own.id}


def test_evidence_and_mentions_are_verbatim() -> None:
    found = entries(reading("a", "2025-02-16", CALL), NOW)
    text = found.article.text
    assert all(text[claim.begin : claim.end] == claim.evidence for claim in found.claims)
    assert all(text[mention.begin : mention.end] == mention.surface for mention in found.mentions)


def test_people_who_are_no_side_are_mentioned_where_they_have_an_office_or_are_quoted() -> None:
    article = reading("a", "2025-02-16", CALL, named=[ZELENSKY, Who("Jane Doe"), Who("Tammy Bruce")])
    quoted = Account("Tammy Bruce", article.contacts[0].evidence, ("trade",), person="Tammy Bruce/None/None")
    contact = replace(article.contacts[0], accounts=(quoted,))
    found = entries(replace(article, contacts=(contact,)), NOW)
    apart = {mention.name: mention for mention in found.mentions if mention.claim is None}
    assert set(apart) == {"Volodymyr Zelensky", "Tammy Bruce"}
    assert found.claims[1].by_mention == apart["Tammy Bruce"].id


def test_ids_follow_from_the_content_and_not_from_the_time_of_loading() -> None:
    article = reading("a", "2025-02-16", CALL)
    first = entries(article, NOW)
    later = entries(article, datetime(2026, 1, 1, 7, tzinfo=timezone(timedelta(hours=7))))
    assert later.article == replace(first.article, loaded="2026-01-01T00:00:00.000000+00:00")
    assert (later.claims, later.mentions) == (first.claims, first.mentions)
    assert entries(replace(article, extractor="test 2"), NOW).article.id != first.article.id


def test_what_contradicts_itself_is_refused_with_the_reason() -> None:
    article = reading("a", "2025-02-16", CALL)
    contact = article.contacts[0]
    for broken, reason in (
        (replace(article, source=replace(article.source, published="16/2/2025")), "YYYY-MM-DD"),
        (replace(article, source=replace(article.source, published="9999-12-31")), "YYYY-MM-DD"),
        (replace(article, people=()), "names person"),
        (replace(article, contacts=(contact, contact)), "same key"),
        (replace(article, contacts=(replace(contact, follows=("c9",)),)), "follows c9"),
        (replace(article, contacts=(replace(contact, date="2025-02-30"),)), "2025-02-30"),
    ):
        with pytest.raises(InputError, match=reason):
            entries(broken, NOW)


def _published_by(publisher: str | None, url: str | None = None, *, named: bool = True) -> Reading:
    found = reading("17", "2025-02-16", CALL)
    name = "17" if named else text_id(found.source.text)
    return replace(found, source=replace(found.source, id=name, publisher=publisher, url=url))


def test_publishers_that_number_alike_have_articles_of_their_own() -> None:
    north, south = (entries(_published_by(name), NOW).article for name in ("Northern Wire", "Southern Post"))
    assert north.source != south.source
    assert north.id != south.id


@pytest.mark.parametrize(("url", "named"), [("https://news.example/1", True), (None, False)])
def test_an_address_or_a_text_is_one_article_whoever_is_named_as_its_publisher(url: str | None, named: bool) -> None:
    before, after = (entries(_published_by(name, url, named=named), NOW).article for name in (None, "Northern Wire"))
    assert before.source == after.source
    assert before.id != after.id, "the publisher is put right by loading the article again"
