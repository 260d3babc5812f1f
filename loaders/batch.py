"""A load from end to end: inputs are read, and enter the graph in batches, each in one transaction."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice

from loaders.ledger.entries import article_id, source_key
from loaders.reading import Read, Reader, read_inputs
from loaders.sources.inputs import Found, SetAside, Tally
from loaders.store import LoadOutcome, add
from schema.database import Database

KNOWN = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS id"

_BATCH = 32
"""Articles that enter the graph together: enough for the database to work in bulk, few enough to see progress."""

_UNDER_WAY = 2_000
"""More articles than are on their way from the inputs to the graph at any time."""


def load(
    database: Database, inputs: Iterable[Found | SetAside], reader: Reader, processes: int = 1
) -> Iterator[tuple[Tally, list[SetAside]]]:
    """Adds what the inputs say to the graph, a batch at a time.

    What is in the graph already is not read again, so that an interrupted load is taken up where it ended.

    Args:
        database: the graph.
        inputs: from ``loaders.sources``.
        reader: the extractor.
        processes: how many processes read at once.

    Yields:
        After each batch the tally so far (one object, which goes on counting), and what the batch set aside.
    """
    tally = Tally()
    items = read_inputs(_unknown(database, inputs, reader.name, tally), reader, processes)
    while batch := list(islice(items, _BATCH)):
        read = [item for item in batch if isinstance(item, Read)]
        set_aside = [item for item in batch if isinstance(item, SetAside)]
        outcome = add(database, [item.reading for item in read], datetime.now(UTC)) if read else LoadOutcome()
        origins = {item.reading.source.id: item.origin for item in read}
        set_aside += [SetAside(origins[source], str(error)) for source, error in outcome.set_aside]
        dated = {source_key(item.reading.source) for item in read if item.reading.source.published}
        loaded = outcome.new + outcome.new_versions
        tally.loaded += len(loaded)
        tally.undated += sum(source not in dated for source in loaded)
        tally.unchanged += len(outcome.unchanged)
        tally.set_aside += len(set_aside)
        yield tally, set_aside
    yield tally, []


def _unknown(
    database: Database, inputs: Iterable[Found | SetAside], extractor: str, tally: Tally
) -> Iterator[Found | SetAside]:
    """The inputs that this load has to read: not in the graph, and not given twice."""
    items = iter(inputs)
    under_way: deque[str] = deque(maxlen=_UNDER_WAY)
    while batch := list(islice(items, _BATCH)):
        ids = [article_id(item.source, extractor) if isinstance(item, Found) else "" for item in batch]
        known = {row["id"] for row in database.rows(KNOWN, ids=ids)}
        for name, item in zip(ids, batch, strict=True):
            if name in known or (name and name in under_way):
                tally.unchanged += 1
                continue
            under_way.append(name)
            yield item
