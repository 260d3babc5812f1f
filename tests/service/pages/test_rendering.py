"""Which addresses pages link to."""

import pytest

from service.pages.rendering import web_address


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
