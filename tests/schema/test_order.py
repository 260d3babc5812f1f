"""The order of lists: what an index keeps in text."""

import pytest

from schema.ledger import OPEN
from schema.order import ahead, ahead_ranges, due, first_rank, last_rank, rank, runs_on
from schema.vocabulary import Status

STARTS = ["2025-02-28", "2025-02-15", "2025-02", "2025-01-31", "2025", "2024-12-31", "1999-01-01", None]


def test_ranks_sort_the_newest_first_and_the_undated_last() -> None:
    shuffled = STARTS[::3] + STARTS[1::3] + STARTS[2::3]
    assert sorted(shuffled, key=lambda start: rank(start, "m")) == STARTS
    assert rank("2025-02-15", "ma") < rank("2025-02-15", "mb")


@pytest.mark.parametrize("until", ["2025-02-20", "2025-02", "2025", "2024"])
def test_a_date_bounds_the_ranks_of_what_began_by_then(until: str) -> None:
    began = [start for start in STARTS if start is None or start <= until + "~"]
    assert [start for start in STARTS if rank(start, "m") > first_rank(until)] == began


def test_a_year_bounds_the_ranks_of_what_began_in_it_or_later() -> None:
    assert [start for start in STARTS if rank(start, "m") < last_rank("2025-02-20")] == STARTS[:5]


def test_only_what_ends_in_a_later_year_runs_on() -> None:
    assert runs_on("2024-12-30", "2025-01-02") == "2025-01-02"
    assert runs_on("2025-01-30", "2025-02-02") is None
    assert runs_on("2025-01-30", None) is None


def test_only_what_is_still_expected_is_due() -> None:
    assert due(Status.EXPECTED, OPEN, "2025-02-15", "m") == rank("2025-02-15", "m")
    assert due(Status.EXPECTED, "2025-02-10", "2025-02-15", "m") is None
    assert due(Status.HELD, OPEN, "2025-02-15", "m") is None


@pytest.mark.parametrize("day", ["2025-01-15", "2025-01-31", "2025-03-01", "2024-12-31", "2020-06-15"])
@pytest.mark.parametrize("known_from", ["2020-01-10", "2024-12-02", "2025-01-31", "2025-02-01"])
@pytest.mark.parametrize("start", STARTS)
def test_what_was_known_by_a_day_ranks_below_its_month_or_stands_in_a_range_ahead(
    start: str | None, known_from: str, day: str
) -> None:
    if known_from > day:
        return
    place = ahead(start, known_from, "m")
    in_range = place is not None and any(above < place <= to for above, to in ahead_ranges(day))
    assert (rank(start, "m") > first_rank(day[:7])) is not in_range
