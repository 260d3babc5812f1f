"""Prints measured figures: the median of several runs, and its ratio to the baseline's."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter


def compare(title: str, baseline: str, runs: Mapping[str, Callable[[], object]], times: int = 5) -> None:
    """Runs each in turn, several times over, so that a machine that slows down slows all of them.

    Args:
        title: what is measured.
        baseline: the name in ``runs`` that the others are held against.
        runs: what to time, by name; each is run once more before anything is timed.
        times: how many timed runs each gets.
    """
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(times):
        for name, run in runs.items():
            begin = perf_counter()
            run()
            taken[name].append(perf_counter() - begin)
    print(f"\n{title} (median of {times}, least to most)")
    for name, seconds in taken.items():
        ratio = median(seconds) / median(taken[baseline])
        print(f"  {name:44} {median(seconds):8.2f} s  ({min(seconds):.2f}-{max(seconds):.2f})  × {ratio:.2f}")
