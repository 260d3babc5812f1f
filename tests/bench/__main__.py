"""Speed, each figure beside a named baseline of the same run: ``make bench``, or ``python -m tests.bench NAME…``."""

import sys

from tests.bench import reading, starting

BENCHMARKS = {"reading": reading.run, "starting": starting.run}


def main() -> None:
    """Runs the benchmarks that are named, or all."""
    names = sys.argv[1:] or list(BENCHMARKS)
    if unknown := set(names) - set(BENCHMARKS):
        sys.exit(f"No benchmark {', '.join(sorted(unknown))}; there are: {', '.join(BENCHMARKS)}")
    for name in names:
        BENCHMARKS[name]()


if __name__ == "__main__":
    main()
