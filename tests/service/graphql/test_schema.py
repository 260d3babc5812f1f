"""The exported schema is the one that runs, breaks no client of the last release, and says of everything what it is."""

import re
from collections.abc import Iterator
from importlib.metadata import version

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLNamedType,
    build_schema,
    find_breaking_changes,
    is_introspection_type,
    is_specified_scalar_type,
)

from schema.graphql import EXPORTED, RELEASED, sdl

SCHEMA = build_schema(sdl())
TYPES = [
    type_
    for type_ in SCHEMA.type_map.values()
    if not is_introspection_type(type_) and not is_specified_scalar_type(type_)
]


def test_the_exported_schema_is_the_one_that_runs() -> None:
    assert EXPORTED.read_text(encoding="utf-8") == sdl(), (
        "run `python -m schema.graphql > schema/graphql/schema.graphql`"
    )


def breaking_part(release: str) -> list[str]:
    """The numbers of a version that have to grow where something breaks: 1.x to 2.x, and 0.1.x to 0.2.x."""
    major, minor, *_ = release.split(".")
    return [major, minor] if major == "0" else [major]


def test_queries_written_for_the_last_release_still_work() -> None:
    released = RELEASED.read_text(encoding="utf-8")
    release = re.match(r"# The schema of diplograph (\S+), as released", released)
    assert release, "write it with `python -m schema.graphql release`"
    if breaking_part(release[1]) == breaking_part(version("diplograph")):
        broken = [change.description for change in find_breaking_changes(build_schema(released), SCHEMA)]
        assert broken == [], "deprecate it instead, or raise the version"


def described(type_: GraphQLNamedType) -> Iterator[tuple[str, str | None]]:
    yield type_.name, type_.description
    for field_name, field in getattr(type_, "fields", {}).items():
        yield f"{type_.name}.{field_name}", field.description
        for name, argument in getattr(field, "args", {}).items():
            yield f"{type_.name}.{field_name}({name})", argument.description


@pytest.mark.parametrize("type_", TYPES, ids=lambda type_: type_.name)
def test_every_type_field_and_argument_is_described_with_an_example(type_: GraphQLNamedType) -> None:
    assert [place for place, text in described(type_) if not text or "Example: " not in text] == []


@pytest.mark.parametrize(
    "type_", [type_ for type_ in TYPES if isinstance(type_, GraphQLEnumType)], ids=lambda type_: type_.name
)
def test_every_value_of_an_enum_is_described(type_: GraphQLEnumType) -> None:
    assert [name for name, value in type_.values.items() if not value.description] == []
