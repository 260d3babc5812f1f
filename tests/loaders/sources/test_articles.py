import json

import pytest

from loaders.sources.articles import from_json, from_text, parse_day, parse_json
from loaders.sources.inputs import MAX_CHARACTERS, Defaults
from schema.errors import InputError
from schema.ledger import UNDATED

BODY = "Marco Rubio met Sergey Lavrov in Riyadh on Tuesday, the State Department said."
NONE = Defaults()


def test_the_headline_of_a_text_is_its_first_line_with_anything_on_it() -> None:
    source = from_text(f"\n  \nRubio meets Lavrov \n\n{BODY}", NONE)
    assert source.title == "Rubio meets Lavrov"
    assert source.text == f"\n  \nRubio meets Lavrov \n\n{BODY}"


def test_a_title_is_put_before_the_text_with_a_blank_line() -> None:
    source = from_json({"title": "Rubio meets Lavrov", "text": BODY}, NONE)
    assert source.text == f"Rubio meets Lavrov\n\n{BODY}"
    assert source.title == "Rubio meets Lavrov"


@pytest.mark.parametrize("first", ["Rubio meets Lavrov", "Rubio  meets Lavrov ", "\nRubio meets\u00a0Lavrov"])
def test_a_title_that_the_text_begins_with_is_not_repeated(first: str) -> None:
    text = f"{first}\n{BODY}"
    assert from_json({"title": "Rubio meets\nLavrov", "text": text}, NONE).text == text


def test_only_line_ends_are_changed() -> None:
    body = f"Rubio meets Lavrov\r\n\r\n\t{BODY}\rHe  said:\u2028“No.”\u00a0 \x00\x1b[31m\u202e\u200b \r\n"
    assert from_text(body, NONE).text == body.replace("\r\n", "\n").replace("\r", "\n")


def test_half_a_surrogate_pair_is_replaced_and_offsets_stay() -> None:
    source = from_json(parse_json('{"id": "x\\ud800", "text": "A \\udfff ' + BODY + '"}'), NONE)
    assert source.text == f"A \ufffd {BODY}"
    assert source.id == "x\ufffd"
    source.text.encode()


def test_six_keys_are_read_and_nothing_else() -> None:
    article = {
        "id": 17,
        "url": "https://wire.example/17",
        "publisher": "Northern Wire",
        "published": "2025-02-18",
        "title": "Rubio meets Lavrov",
        "text": BODY,
    }
    beside = {"people": [{"name": "Somebody Else"}], "contacts": "nonsense", "language": 5, "author": {"x": [1]}}
    assert from_json(article | beside, NONE) == from_json(article, NONE)
    assert from_json(article, NONE).id == "17"


def test_without_an_id_the_address_names_the_article_and_without_one_its_text() -> None:
    assert from_json({"text": BODY, "url": "https://wire.example/1"}, NONE).id == "https://wire.example/1"
    assert from_text(BODY, Defaults(url="https://wire.example/2")).id == "https://wire.example/2"
    assert from_text(BODY, NONE).id == from_json({"text": BODY, "id": None}, NONE).id != from_text(BODY + ".", NONE).id


def test_what_is_given_beside_an_article_fills_only_gaps() -> None:
    defaults = Defaults(published="2025-01-01", publisher="Given", url="https://given.example/")
    own = from_json(
        {"text": BODY, "published": "2025-02-18", "publisher": "Own", "url": "https://own.example/"}, defaults
    )
    assert (own.published, own.publisher, own.url) == ("2025-02-18", "Own", "https://own.example/")
    gaps = from_json({"text": BODY, "published": None, "publisher": " "}, defaults)
    assert (gaps.published, gaps.publisher, gaps.url) == ("2025-01-01", "Given", "https://given.example/")


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2025-02-15", "2025-02-15"),
        (" 2025-02-15\n", "2025-02-15"),
        ("2025-02-15T10:00:00Z", "2025-02-15"),
        ("2025-02-15T23:30:00.123+09:00", "2025-02-15"),
        ("2025-02-15 10:00", "2025-02-15"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_day_or_time_gives_its_day(given: str, day: str) -> None:
    assert parse_day(given) == day


@pytest.mark.parametrize(
    "given",
    [
        "2025-02-30",
        "2025-02",
        "15.02.2025",
        "today",
        "20250215",
        "2025-W07-6",
        "0000-01-01",
        "2025-02-15Tea",
        "٢٠٢٥-٠٢-١٥",
        UNDATED,
    ],
)
def test_an_impossible_day_is_refused(given: str) -> None:
    with pytest.raises(InputError, match=r"YYYY-MM-DD|leave it out"):
        parse_day(given)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({}, 'has no "text"'),
        ({"title": "Rubio meets Lavrov"}, 'has no "text"'),
        ({"text": None}, 'has no "text"'),
        ({"text": " \n"}, 'empty "text"'),
        ({"text": 5}, '"text" is 5 where a string is needed'),
        ({"text": ["a", "b"]}, '"text" is .* where a string is needed'),
        ({"text": BODY, "published": 20250215}, '"published" is 20250215'),
        ({"text": BODY, "published": "yesterday"}, '"published" "yesterday" is no date'),
        ({"text": BODY, "id": True}, '"id" is true'),
        ({"text": BODY, "id": "x" * 5000}, '"id" is longer than'),
        ({"text": BODY, "url": "javascript:alert(1)"}, "no web address"),
        ({"text": BODY, "url": "https://wire.example/\x1b[31m"}, "no web address"),
        ({"text": BODY, "url": "http://[wire"}, "no web address"),
        ([{"text": BODY}], "holds a list"),
        ("just a string", 'holds "just a string" where a JSON object'),
        (None, "holds null"),
        ({"text": "x " * MAX_CHARACTERS}, "2,000,000 characters.*split it"),
        ({"text": f"<!DOCTYPE html>\n<html><body>{BODY}"}, "is HTML"),
        ({"text": "\n".join(f"<b>{BODY}</b></p>" for _ in range(10))}, "is HTML"),
    ],
)
def test_an_article_of_the_wrong_form_is_refused_with_the_reason(value: object, says: str) -> None:
    with pytest.raises(InputError, match=says):
        from_json(value, NONE)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"text": ', "line 1|column 10"),
        ('{"text": 1}\n{"text": 2}', "more than one"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": ' + "1" * 10_000 + "}", "number too long"),
    ],
)
def test_json_that_cannot_be_parsed_is_refused_with_the_reason(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        parse_json(text)


def test_a_message_shows_nothing_that_acts_on_a_terminal() -> None:
    with pytest.raises(InputError) as caught:
        from_json({"text": BODY, "published": "\x1b]0;\u202e" + "x" * 500}, NONE)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 200


def test_a_text_without_line_breaks_has_a_title_of_bearable_length() -> None:
    source = from_text(f"{BODY} " * 50, NONE)
    assert source.title.endswith("…")
    assert len(source.title) <= 301
    assert source.text == f"{BODY} " * 50


def test_annotations_survive_no_round_trip() -> None:
    article = {"text": BODY, "contacts": [{"kind": "call"}]}
    assert "call" not in repr(from_json(json.loads(json.dumps(article)), NONE))
