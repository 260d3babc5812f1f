"""Whether memory stays flat however many articles are read."""

import resource
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import cycle, islice
from multiprocessing import get_context

from loaders.extract import Extractor
from loaders.samples import samples
from schema.reading import Source
from schema.settings import read_settings

AFTER = (0, 500, 1000, 2000)
"""Articles read when the peak is taken; 0 is the loaded model."""


def run() -> None:
    """Reads the samples over and over, each made distinct, in a process of its own, whose peak nothing else raises."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        peaks = pool.submit(_peaks).result()
    print(f"\nPeak memory of a process that reads {AFTER[-1]:,} articles one after another")
    for number, peak in peaks.items():
        print(f"  after {number:5,} {peak / 2**20:30,.0f} MB  × {peak / peaks[AFTER[1]]:.2f}")


def _peaks() -> dict[int, int]:
    """Bytes by the number of articles read."""
    extractor = Extractor(read_settings().model)
    found = {0: _peak()}
    for number, _ in enumerate(extractor.read_all(_articles(AFTER[-1])), start=1):
        if number in AFTER:
            found[number] = _peak()
    return found


def _articles(number: int) -> Iterator[Source]:
    for at, source in enumerate(islice(cycle(samples()), number)):
        yield replace(source, id=str(at), text=f"{source.text}\n\nThis was dispatch {at} of the day.")


def _peak() -> int:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024
