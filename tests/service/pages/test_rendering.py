"""Which addresses pages link to, and what stands where there is no mark-up."""

import pytest

from service.pages.rendering import line, web_address


@pytest.mark.parametrize("address", ["https://clarion.example/a?b=c#d", "http://gulf.example/1"])
def test_addresses_of_the_web_are_links(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "ftp://x.example/y",
        "//evil.example",
        "https:",
        "http://[",
        "/local",
    ],
)
def test_other_addresses_are_not(address: str | None) -> None:
    assert web_address(address) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Marco Rubio", "Marco Rubio"),
        ("two\n  lines\x00 of it", "two lines of it"),
        ("\u202ekcab ot front\u202c", "kcab ot front"),
        ("word " * 100, "word word word word…"),
        ("x" * 10_000, "x" * 23 + "…"),
    ],
)
def test_a_line_is_short_and_turns_nothing_around(text: str, told: str) -> None:
    assert line(text, 24) == told
