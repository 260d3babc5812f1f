"""A load from end to end: inputs are read, and enter the graph in batches, each in one transaction."""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Protocol

from loaders.ledger.entries import article_id
from loaders.projection.add import add
from loaders.sources.inputs import Found, SetAside, Tally
from schema.database import Database
from schema.reading import Reading, Source

KNOWN = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS id"

_BATCH = 32
"""Articles that enter the graph together: enough for the database to work in bulk, few enough to see progress."""

_UNDER_WAY = 2_000
"""More articles than are on their way from the inputs to the graph at any time."""


class Reader(Protocol):
    """Reads what articles say."""

    name: str
    """Tells one version of the reader from another, which reads the same article anew."""

    def read(self, source: Source) -> Reading:
        """All that one article says."""
        ...

    def read_all(self, sources: Iterable[Source], processes: int = 1) -> Iterator[Reading]:
        """The same for several, in their order; sources are taken in as needed."""
        ...


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
        readings = [item for item in batch if not isinstance(item, SetAside)]
        set_aside = [item for item in batch if isinstance(item, SetAside)]
        if readings:
            add(database, readings, datetime.now(UTC))
        tally.loaded += len(readings)
        tally.undated += sum(reading.source.published is None for reading in readings)
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


def read_inputs(inputs: Iterable[Found | SetAside], reader: Reader, processes: int = 1) -> Iterator[Reading | SetAside]:
    """What the inputs say, in their order, and which were set aside.

    An article on which the reader fails is set aside too, and takes none of the others with it.
    """
    feed = _Feed(inputs)
    while True:
        try:
            for reading in reader.read_all(feed, processes):
                feed.pending.popleft()
                yield from feed.take_set_aside()
                yield reading
            break
        except Exception:
            if feed.broken:
                raise
        while feed.pending:
            yield _read_alone(feed.pending.popleft(), reader)
    yield from feed.take_set_aside()


class _Feed:
    """Hands articles to the reader and remembers those that it has not given back."""

    def __init__(self, inputs: Iterable[Found | SetAside]) -> None:
        self._inputs = iter(inputs)
        self._set_aside: deque[SetAside] = deque()
        self.pending: deque[Found] = deque()
        self.broken = False
        """Whether the inputs themselves failed, rather than the reader."""

    def __iter__(self) -> Iterator[Source]:
        try:
            for item in self._inputs:
                if isinstance(item, SetAside):
                    self._set_aside.append(item)
                else:
                    self.pending.append(item)
                    yield item.source
        except Exception:
            self.broken = True
            raise

    def take_set_aside(self) -> Iterator[SetAside]:
        while self._set_aside:
            yield self._set_aside.popleft()


def _read_alone(found: Found, reader: Reader) -> Reading | SetAside:
    try:
        return reader.read(found.source)
    except Exception as error:
        return SetAside(found.origin, f"could not be read ({type(error).__name__}: {error}): please report it")
