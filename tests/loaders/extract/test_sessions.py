"""Sessions of a body: who of its members is said to be there."""

from collections.abc import Callable

import pytest

from tests.loaders.extract.conftest import Told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Kenyan Foreign Minister Peter Otieno chaired the G20 foreign ministers' meeting in Nairobi in May.",
            ("summit", "held", "Otieno attended"),
        ),
        (
            "Kenya's foreign minister is Peter Otieno. Ugandan Foreign Minister Paul Okello skipped the G20 foreign "
            "ministers' meeting which Otieno chaired in Nairobi in May.",
            ("summit", "held", "Okello absent", "Otieno attended"),
        ),
        (
            "Kenya's president, Peter Otieno, will host the leaders of the G20 in Nairobi on Friday. Ugandan President "
            "Paul Okello has confirmed his participation.",
            ("summit", "expected", "Okello expected", "Otieno expected"),
        ),
        (
            "Kenyan President Peter Otieno flew to Lima in May for Mercosur's summit, where Uganda's Paul "
            "Okello spoke.",
            ("summit", "held", "Okello attended", "Otieno attended"),
        ),
        (
            "NATO's foreign ministers met in Oslo on Tuesday. The secretary general, Mark Rutte, chaired, and Norway's "
            "Espen Barth Eide was the host. Denmark had received no invitation.",
            ("summit", "held", "Denmark absent", "Rutte attended"),
        ),
        (
            "The foreign ministers of the African Union have been in emergency session since Tuesday. Kenya's Peter "
            "Otieno is in the chair.",
            ("summit", "held", "Otieno attended"),
        ),
    ],
)
def test_who_is_there(told: Callable[..., Told], text: str, wanted: tuple[str, ...]) -> None:
    assert told(text) == {wanted}


def test_a_summit_is_no_contact_where_it_is_only_the_occasion(told: Callable[..., Told]) -> None:
    people = "Kenya's president is Peter Otieno, Uganda's is Paul Okello. "
    text = "Otieno and Okello met on the sidelines of the G20 summit in Rome on Tuesday."
    assert told(people + text) == {("meeting", "held", "Okello attended", "Otieno attended")}
