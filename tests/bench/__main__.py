"""Figures, each beside a named baseline of the same run.

``make bench`` or ``python -m tests.bench NAME…`` measures speed and memory; ``make bench GOLD=FOLDER`` or
``python -m tests.bench quality FOLDER`` measures quality on annotated articles.
"""

import sys
from pathlib import Path

from tests.bench import embedding, exporting, growing, lengthy, memory, quality, reading, starting
from tests.bench.questions import run as asking

BENCHMARKS = {
    "reading": reading.run,
    "starting": starting.run,
    "memory": memory.run,
    "exporting": exporting.run,
    "asking": asking.run,
    "paging": asking.run_sizes,
    "growing": growing.run,
    "embedding": embedding.run,
    "lengthy": lengthy.run,
}


def main() -> None:
    """Runs the benchmarks that are named, or all that need no folder."""
    names = sys.argv[1:] or list(BENCHMARKS)
    if names[0] == "quality":
        if len(names) != 2 or not Path(names[1]).is_dir():
            sys.exit("Name one folder of gold articles: python -m tests.bench quality FOLDER")
        quality.run(Path(names[1]))
        return
    if unknown := set(names) - set(BENCHMARKS):
        sys.exit(f"No benchmark {', '.join(sorted(unknown))}; there are: {', '.join(BENCHMARKS)}, quality FOLDER")
    for name in names:
        BENCHMARKS[name]()
    if not sys.argv[1:]:
        print("\nQuality is left out: it needs annotated articles, named with make bench GOLD=FOLDER")


if __name__ == "__main__":
    main()
