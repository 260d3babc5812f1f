"""What offices come to, whatever they are called."""

import pytest

from loaders.world import role


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Secretary of State", "foreign minister"),
        ("Minister for External Affairs", "foreign minister"),
        ("top diplomat", "foreign minister"),
        ("Deputy Foreign Minister", "deputy foreign minister"),
        ("Premier", "prime minister"),
        ("Taoiseach", "prime minister"),
        ("Vice President", "deputy president"),
        ("Foreign Ministry spokeswoman", "spokesperson"),
        ("media officer", "spokesperson"),
        ("special envoy to the Sahel", "envoy"),
        ("National Security Advisor", "security adviser"),
        ("Crown Prince", "crown prince"),
        ("Secretary-General", "secretary general"),
        ("gardener", ""),
    ],
)
def test_role(title: str, expected: str) -> None:
    assert role(title) == expected
