"""What was worked out and holds until the graph changes."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

from service.queries import Reader
from service.queries.revision import revision

T = TypeVar("T")

_MOST = 256


class Remembered:
    """The answers asked for last, of the graph as it is now; one event loop."""

    def __init__(self) -> None:
        self._revision = -1
        self._answers: OrderedDict[tuple[Hashable, Hashable], Any] = OrderedDict()

    async def get(self, reader: Reader, make: Callable[[], Awaitable[T]], what: Hashable, asked: Hashable) -> T:
        """An answer, made only where the graph has changed since, or it was not asked for.

        One made while the graph changes is of before or after it, and forgotten with the next question.

        Args:
            reader: what reads the graph.
            make: makes the answer.
            what: the sort of answer, the function that makes it for instance.
            asked: all that the answer depends on beside the graph.
        """
        now = await revision(reader)
        key = (what, asked)
        if now != self._revision:
            self._revision = now
            self._answers.clear()
        elif key in self._answers:
            self._answers.move_to_end(key)
            known: T = self._answers[key]
            return known
        answer = await make()
        if now == self._revision:
            self._answers[key] = answer
            if len(self._answers) > _MOST:
                self._answers.popitem(last=False)
        return answer
