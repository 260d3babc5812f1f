"""Meetings to which one side did not come."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told


@pytest.mark.parametrize(
    "text",
    [
        "Bolivian President Luis Arce stood up Kenyan President William Ruto in Geneva on Monday.",
        "Kenyan President William Ruto was stood up in Geneva by Bolivian President Luis Arce.",
        "Bolivian President Luis Arce did not turn up for a meeting with Kenyan President William Ruto on Monday.",
        "Kenyan President William Ruto waited in vain in Geneva for Bolivian President Luis Arce.",
    ],
)
def test_stood_up(told: Callable[..., Told], text: str) -> None:
    assert told(text) == {("meeting", "cancelled", "Arce absent", "Ruto expected")}


@pytest.mark.parametrize(
    "text",
    [
        "Bolivian President Luis Arce stood up for Kenyan President William Ruto in Geneva on Monday.",
        "Bolivian President Luis Arce turned up the heat on Kenyan President William Ruto on Monday.",
        "Bolivian President Luis Arce showed Kenyan President William Ruto up on Monday.",
    ],
)
def test_stood_up_for(told: Callable[..., Told], text: str) -> None:
    assert told(text) == set()
