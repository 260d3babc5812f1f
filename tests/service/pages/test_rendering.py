"""How values are put into words."""

import pytest

from service.pages.rendering import interval, web_address, when


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-02-05", None, "5 February 2025"),
        ("2025-02", None, "February 2025"),
        ("2025", None, "2025"),
        (None, None, "Date not known"),
        ("2025-02-15", "2025-02-15", "15 February 2025"),
        ("2025-02-15", "2025-02-18", "15–18 February 2025"),
        ("2025-02-27", "2025-03-01", "27 February 2025 – 1 March 2025"),
        ("2025-02", "2025-03-01", "February 2025 – 1 March 2025"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is(start: str | None, end: str | None, words: str) -> None:
    assert when(start, end) == words


def test_an_interval_reads_like_its_two_dates() -> None:
    assert interval("2025-02-15/2025-02-18") == "15–18 February 2025"


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
