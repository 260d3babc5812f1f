"""Which version of an article stood when."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.ledger.versions import Interval, Version, standing
from schema.ledger import OPEN, UNDATED

versions = st.lists(
    st.builds(
        Version,
        st.integers(0, 10**6).map(str),
        st.sampled_from("xyz"),
        st.sampled_from(["2025-02-10", "2025-02-11", "2025-02-12", None]),
        st.sampled_from(["2025-03-01", "2025-03-02"]),
    ),
    max_size=6,
    unique_by=lambda version: version.id,
)


def test_each_text_stands_until_the_next_is_published() -> None:
    found = standing([Version("b", "y", "2025-02-12", "1"), Version("a", "x", "2025-02-10", "2")])
    assert found == {"a": Interval("2025-02-10", "2025-02-12"), "b": Interval("2025-02-12", OPEN)}


def test_the_same_text_loaded_later_corrects_the_earlier_away() -> None:
    found = standing([Version("a", "x", "2025-02-10", "1"), Version("b", "x", "2025-02-11", "2")])
    assert found == {"b": Interval("2025-02-11", OPEN)}


def test_of_two_texts_of_one_day_the_one_loaded_last_stands() -> None:
    found = standing([Version("a", "x", "2025-02-10", "2"), Version("b", "y", "2025-02-10", "1")])
    assert found == {"a": Interval("2025-02-10", OPEN)}


def test_a_text_without_a_day_stands_today_and_the_dated_one_on_every_earlier_day() -> None:
    found = standing([Version("a", "x", None, "1"), Version("b", "y", "2025-02-10", "2")])
    assert found == {"a": Interval(UNDATED, OPEN), "b": Interval("2025-02-10", UNDATED)}


@given(versions, st.randoms(use_true_random=False))
def test_on_every_day_since_the_first_exactly_one_stands_whatever_the_order(
    found: list[Version], random: object
) -> None:
    intervals = standing(found)
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert standing(shuffled) == intervals
    for day in ("2025-02-10", "2025-02-11", "2025-02-12", UNDATED):
        begun = [one for one in intervals.values() if one.known_from <= day]
        assert sum(one.at(day) for one in intervals.values()) == bool(begun)
