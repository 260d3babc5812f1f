"""Inputs to readings: each article is read, and one that cannot be takes none of the others with it."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from loaders.sources.inputs import Found, Origin, SetAside
from schema.reading import Reading, Source


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


@dataclass(frozen=True, slots=True)
class Read:
    """What one input says."""

    origin: Origin
    reading: Reading


def read_inputs(inputs: Iterable[Found | SetAside], reader: Reader, processes: int = 1) -> Iterator[Read | SetAside]:
    """What the inputs say, in their order; what was set aside comes as soon as it is known.

    An article on which the reader fails is set aside too, and takes none of the others with it.
    """
    feed = _Feed(inputs)
    while True:
        try:
            for reading in reader.read_all(feed, processes):
                yield from feed.take_set_aside()
                yield Read(feed.pending.popleft().origin, reading)
            break
        except Exception:
            if feed.broken or not feed.pending:
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


def _read_alone(found: Found, reader: Reader) -> Read | SetAside:
    try:
        return Read(found.origin, reader.read(found.source))
    except Exception as error:
        return SetAside(found.origin, f"could not be read ({type(error).__name__}: {error}): please report it")
