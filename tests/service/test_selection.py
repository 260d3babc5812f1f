"""Selections of meetings: what an address names, and the rows that come of it."""

import asyncio
from typing import Any
from urllib.parse import parse_qsl

import pytest

from loaders.store import add
from schema.database import AsyncReader, Database
from schema.errors import NotFound, QueryError
from schema.graphql.answers import MeetingsWanted
from schema.vocabulary import Kind, Status
from service.selection import BATCH, EVERYTHING, MeetingRow, Part, Selection, address, read, stream
from service.state import Service
from tests.engines import wipe
from tests.service.conftest import LOADED
from tests.service.stories import STORY, calendar


def rows(engine: Database, chosen: Selection, parts: frozenset[Part] = EVERYTHING) -> list[MeetingRow]:
    async def gather() -> list[MeetingRow]:
        async with AsyncReader(engine.server) as reader:
            service = Service(reader, 10.0)
            return [row async for row in stream(service, chosen, parts)]

    return asyncio.run(gather())


@pytest.fixture(scope="module")
def story(engine: Database) -> Database:
    wipe(engine)
    add(engine, STORY, LOADED)
    return engine


def selected(**parameters: Any) -> Selection:
    return read(
        [
            (name, value)
            for name, values in parameters.items()
            for value in (values if isinstance(values, list) else [values])
        ]
    )


def test_an_address_is_read_and_written_in_one_order() -> None:
    chosen = read(
        parse_qsl(
            "status=HELD&kind=talks&kind=call&person=Rubio&person=Lavrov&from=2025&to=2025-03&minSources=2"
            "&asOf=2025-02-20&venue=Riyadh&text=ending+the+war&publisher=&polity=RU&any=Kellogg&office=envoy"
        )
    )
    assert chosen.as_of == "2025-02-20"
    assert chosen.wanted.kinds == (Kind.TALKS, Kind.CALL)
    assert chosen.wanted.all_of == ("Rubio", "Lavrov")
    assert chosen.wanted.publisher is None
    written = address(chosen)
    assert written == (
        "person=Lavrov&person=Rubio&any=Kellogg&office=envoy&polity=RU&kind=call&kind=talks&status=held&venue=Riyadh"
        "&text=ending+the+war&from=2025&to=2025-03&minSources=2&asOf=2025-02-20"
    )
    assert address(read(parse_qsl(written))) == written
    assert address(Selection()) == ""


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("who", "Lavrov", "'who' is no parameter. There are: person, any"),
        ("kind", "dinner", "kind: 'dinner' is none of call, video_call"),
        ("status", "maybe", "status: 'maybe' is none of held"),
        ("from", "soon", "from: 'soon' is no date"),
        ("asOf", "2025-02", "asOf: 2025-02 is not a full day"),
        ("minSources", "two", "minSources: 'two' is no whole number"),
        ("minSources", "-1", "minSources: '-1' is no whole number"),
        ("venue", ["Riyadh", "Jeddah"], "venue: give it once"),
    ],
)
def test_what_cannot_be_read_says_what_can(name: str, value: Any, says: str) -> None:
    with pytest.raises(QueryError) as error:
        selected(**{name: value})
    assert says in str(error.value)


def test_rows_carry_all_that_an_export_needs(story: Database) -> None:
    talks, call = rows(story, selected(person=["Lavrov", "Rubio"]))
    assert (talks.kind, talks.status, talks.start, talks.sources) == (Kind.MEETING, Status.HELD, "2025-02-18", 3)
    assert talks.venue is not None
    assert (talks.venue.name, talks.venue.country) == ("Riyadh", "Saudi Arabia")
    assert talks.venue.lat is not None
    rubio = next(party for party in talks.parties if party.name == "Marco Rubio")
    assert (rubio.kind, rubio.polity, rubio.iso, rubio.edge) == ("person", "United States", "US", "ATTENDED")
    assert rubio.office == "Secretary of State"
    assert [claim.publisher for claim in talks.claims] == ["Baltic Courier", "The Sunday Clarion", "Gulf Daily"]
    assert call.topics == ("Ukraine", "trade")
    assert {claim.by for claim in call.claims} == {None, "Russian Foreign Ministry", "State Department"}


def test_only_the_parts_asked_for_are_read(story: Database) -> None:
    talks, _ = rows(story, selected(person="Lavrov"), frozenset({Part.VENUE}))
    assert talks.venue is not None
    assert (talks.parties, talks.topics, talks.claims) == ((), (), ())


@pytest.mark.parametrize(
    ("parameters", "starts"),
    [
        ({}, ["2025-02-18", "2025-02-15", None]),
        ({"any": ["Kellogg", "Wang Yi"]}, ["2025-02-18", None]),
        ({"any": ["Hungary"]}, [None]),
        ({"pair": ["Lavrov", "United States"]}, ["2025-02-18", "2025-02-15"]),
        ({"pair": ["Lavrov", "Kellogg"]}, []),
        ({"person": ["Lavrov", "Kellogg"]}, ["2025-02-18"]),
        ({"office": "Special Envoy"}, ["2025-02-18"]),
        ({"office": ["foreign minister", "president"]}, [None]),
        ({"polity": ["Russia", "US"]}, ["2025-02-18", "2025-02-15"]),
        ({"venue": "Saudi Arabia"}, ["2025-02-18"]),
        ({"topic": "trade"}, ["2025-02-15"]),
        ({"text": "seized VILLAS"}, ["2025-02-15"]),
        ({"text": "villas hours"}, []),
        ({"publisher": "Baltic Courier"}, ["2025-02-18"]),
        ({"publisher": "Baltic Courier", "reportedFrom": "2025-02-11"}, []),
        ({"reportedFrom": "2025-02-17", "reportedTo": "2025-02"}, ["2025-02-18"]),
        ({"reportedTo": "2025-02-16"}, ["2025-02-18", "2025-02-15"]),
        ({"minSources": "2"}, ["2025-02-18"]),
        ({"from": "2025-02-16"}, ["2025-02-18"]),
        ({"to": "2025-02-16"}, ["2025-02-15"]),
        ({"person": "Lavrov", "asOf": "2025-02-12"}, ["2025-02"]),
    ],
)
def test_each_parameter_chooses(story: Database, parameters: dict[str, Any], starts: list[str | None]) -> None:
    assert [row.start for row in rows(story, selected(**parameters), frozenset())] == starts


def test_an_unknown_name_is_told_before_the_first_row(story: Database) -> None:
    with pytest.raises(NotFound, match="No person is called 'Blinkin', nor any polity"):
        rows(story, selected(person="Blinkin"))
    with pytest.raises(NotFound, match=r"No article is by the publisher 'Gulf'.*Gulf Daily"):
        rows(story, selected(publisher="Gulf"))


def test_batches_add_up(database: Database) -> None:
    add(database, [calendar(BATCH + 5)], LOADED)
    whole = rows(database, Selection(MeetingsWanted()), frozenset())
    assert len(whole) == len({row.id for row in whole}) == BATCH + 5
    assert sorted((row.start or "" for row in whole), reverse=True) == [row.start for row in whole]
    assert rows(database, Selection(MeetingsWanted(all_of=("Sybiha",))), frozenset()) == whole
