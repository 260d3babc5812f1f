from collections.abc import Iterable, Iterator

import pytest

from loaders.reading import Read, read_inputs
from loaders.sources.inputs import Found, Origin, SetAside
from schema.reading import Reading, Source


class Careful:
    """Reads three articles at a time, and none with "bad" in it."""

    name = "careful 1"

    def read(self, source: Source) -> Reading:
        if "bad" in source.text:
            raise ZeroDivisionError("a fault of the reader")
        return Reading(source, self.name)

    def read_all(self, sources: Iterable[Source], processes: int = 1) -> Iterator[Reading]:
        batch: list[Source] = []
        for source in sources:
            batch.append(source)
            if len(batch) == 3 * processes:
                yield from map(self.read, batch)
                batch = []
        yield from map(self.read, batch)


def found(*texts: str) -> list[Found | SetAside]:
    return [
        SetAside(Origin(str(number)), "not English")
        if text == "aside"
        else Found(Origin(str(number)), Source(text, text))
        for number, text in enumerate(texts)
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_an_article_that_the_reader_fails_on_takes_no_other_with_it(processes: int) -> None:
    texts = ("one", "aside", "two", "bad", "three", "bad", "four", "five", "six", "bad", "seven")
    items = list(read_inputs(found(*texts), Careful(), processes))
    assert [item.reading.source.text for item in items if isinstance(item, Read)] == [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
    ]
    reasons = {item.origin.path: item.reason for item in items if isinstance(item, SetAside)}
    assert sorted(reasons) == ["1", "3", "5", "9"]
    assert "a fault of the reader" in reasons["3"]
    assert "report it" in reasons["3"]


def test_nothing_but_set_aside_inputs() -> None:
    assert list(read_inputs(found("aside", "aside"), Careful())) == found("aside", "aside")
    assert list(read_inputs([], Careful())) == []


def test_inputs_that_fail_are_not_taken_for_a_fault_of_the_reader() -> None:
    def inputs() -> Iterator[Found | SetAside]:
        yield from found("one", "two")
        raise KeyError("the inputs")

    with pytest.raises(KeyError):
        list(read_inputs(inputs(), Careful()))
