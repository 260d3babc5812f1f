"""Each example of the playground is answered by the sample articles."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import httpx
import pytest

from loaders.extract.extractor import Extractor
from loaders.samples import samples
from loaders.store import add
from schema.database import Database
from schema.reading import Reading
from schema.settings import read_settings
from service.playground.examples import EXAMPLES, Example
from tests.engines import wipe
from tests.service.conftest import LOADED, Ask
from tests.service.serving import served


@cache
def readings() -> list[Reading]:
    settings = read_settings()
    return list(Extractor(settings.model, None, None).read_all(samples()))


@pytest.fixture(scope="module")
def client(engine: Database) -> Iterator[httpx.Client]:
    """The service over the sample articles."""
    wipe(engine)
    add(engine, readings(), LOADED)
    with served(engine) as client:
        yield client


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_an_example_is_answered(ask: Ask, example: Example) -> None:
    (answer,) = ask(example.query, **example.variables).values()
    assert said(answer), answer


def said(value: Any) -> bool:
    """Whether there is anything in it besides empty lists."""
    if isinstance(value, dict):
        return any(said(each) for name, each in value.items() if name != "pageInfo")
    return any(map(said, value)) if isinstance(value, list) else value is not None


def test_the_examples_are_many_and_told_apart() -> None:
    assert len({example.title for example in EXAMPLES}) == len(EXAMPLES) >= 10
