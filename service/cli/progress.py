"""How a load shows that it goes on: a bar with counts and rate on a terminal, plain lines elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from loaders.sources.inputs import Tally
from service.cli.console import console


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[Tally], None]]:
    """Yields what to call with the tally so far.

    Args:
        total: how many inputs there will be, where that is known.
    """
    out = console()
    began = time.monotonic()

    def line(tally: Tally) -> str:
        rate = tally.done / max(time.monotonic() - began, 1e-9)
        return f"{tally.loaded:,} loaded, {tally.unchanged:,} unchanged, {tally.set_aside:,} set aside, {rate:,.1f}/s"

    if not out.is_terminal:
        told = 0

        def tell(tally: Tally) -> None:
            nonlocal told
            if tally.done > told:
                told = tally.done
                out.print(line(tally))

        yield tell
        return
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False), TimeRemainingColumn())
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda tally: bar.update(task, completed=tally.done, description=line(tally))
