"""Cursors name a place in one list on one day."""

from base64 import urlsafe_b64encode

import pytest

from schema.errors import QueryError
from service.graphql.cursors import check_first, decode, encode


@pytest.mark.parametrize("key", [("2025-02-15", "mabc"), ("", "m"), ("Łódź – 東京", "p")])
def test_a_cursor_gives_back_its_key(key: tuple[str, str]) -> None:
    assert decode(encode("meetings", None, key), "meetings", None, (str, str)) == key


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "Incorrect padding",
        "é",
        "\u202e",
        urlsafe_b64encode(b"7").decode(),
        urlsafe_b64encode(b'["meetings"]').decode(),
        urlsafe_b64encode(b'["meetings",null,1,"m"]').decode(),
        urlsafe_b64encode(b'{"a":1}').decode(),
        urlsafe_b64encode(b'["meetings",null,["2025"],"m"]').decode(),
        encode("people", None, ("Marco Rubio", "p")),
    ],
)
def test_what_is_no_cursor_of_this_list_says_what_to_pass(cursor: str) -> None:
    with pytest.raises(QueryError, match=r"no cursor of meetings.*endCursor"):
        decode(cursor, "meetings", None, (str, str))


def test_a_cursor_of_another_day_says_so() -> None:
    cursor = encode("meetings", "2025-02-16", ("2025-02-15", "m"))
    with pytest.raises(QueryError, match=r"asOf 2025-02-16.*asOf today"):
        decode(cursor, "meetings", None, (str, str))


@pytest.mark.parametrize("first", [0, -1, 201])
def test_a_page_has_from_1_to_200_elements(first: int) -> None:
    with pytest.raises(QueryError, match="between 1 and 200"):
        check_first(first)
