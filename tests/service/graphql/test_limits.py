"""What a query may weigh. The limits stand before validation, so a hostile query costs nothing."""

import pytest
from graphql import GraphQLError, build_schema, get_introspection_query, parse

from schema.graphql import sdl
from service.graphql.limits import MAX_ALIASES, MAX_COST, MAX_DEPTH, MAX_TOKENS, Weight, refusal, weigh

SCHEMA = build_schema(sdl())


def weight(query: str, **variables: object) -> Weight:
    return weigh(SCHEMA, parse(query, max_tokens=MAX_TOKENS), variables)


def spreads(fragments: int, twice: str = "...F{next} ...F{next}") -> str:
    """Each fragment spreads the next one twice: without memory, 2 to the power of their number to walk."""
    names = range(fragments)
    return (
        '{person(id:"p"){...F0}}'
        + "".join(f"fragment F{i} on Person{{{twice.format(next=i + 1)}}}" for i in names)
        + f"fragment F{fragments} on Person{{id}}"
    )


@pytest.mark.timeout(10)
def test_nested_spreads_are_counted_without_being_walked() -> None:
    query = spreads(18)
    assert len(query) <= 735
    assert weight(query).cost > 2**18
    assert "values" in str(refusal(weight(query)))


@pytest.mark.timeout(10)
def test_nested_spreads_of_aliases_are_counted_without_being_walked() -> None:
    assert weight(spreads(15, "a:id ...F{next} ...F{next}")).aliases > 2**14


def test_spreads_that_go_in_circles_are_left_to_validation() -> None:
    query = "{person{...A}} fragment A on Person{id ...B} fragment B on Person{name ...A}"
    assert refusal(weight(query)) is None


@pytest.mark.timeout(10)
def test_a_long_chain_of_fragments_is_refused() -> None:
    with pytest.raises(Exception, match="nested deeper"):
        weight(spreads(150, "...F{next}"))


def test_depth_counts_fields_inside_fields_through_fragments() -> None:
    flat = weight('{meeting(id:"m"){claims{article{id}}}}')
    spread = weight('{meeting(id:"m"){...A}} fragment A on Meeting{claims{... on Claim{article{id}}}}')
    assert flat.depth == spread.depth == 4


def test_a_query_too_deep_is_refused() -> None:
    inner = "id"
    for _ in range(MAX_DEPTH):
        inner = f"follows{{{inner}}}"
    assert "nested fields" in str(refusal(weight(f'{{meeting(id:"m"){{{inner}}}}}')))


def test_too_many_aliases_are_refused() -> None:
    aliased = " ".join(f'a{i}:person(id:"p"){{id}}' for i in range(MAX_ALIASES + 1))
    assert "aliases" in str(refusal(weight(f"{{{aliased}}}")))


def test_cost_is_what_is_asked_for_times_what_it_holds() -> None:
    few, many = (weight(f"{{meetings(first:{first}){{nodes{{id title}}}}}}").cost for first in (10, 200))
    assert many > 15 * few


def test_variables_count_with_their_values() -> None:
    query = "query Q($n: Int = 10) {meetings(first:$n){nodes{id title}}}"
    assert weight(query, n=200).cost == weight("{meetings(first:200){nodes{id title}}}").cost
    assert weight(query).cost == weight("{meetings(first:10){nodes{id title}}}").cost


def test_lists_inside_lists_multiply() -> None:
    query = "{people(first:200){nodes{meetings(first:200){nodes{id title}}}}}"
    assert weight(query).cost > MAX_COST
    assert "values" in str(refusal(weight(query)))


def test_one_and_the_same_is_asked_once() -> None:
    """The pairs of 450 times the same would be compared one by one."""
    with pytest.raises(GraphQLError, match="ask once"):
        weight("{meetings{nodes{" + "venue{id} " * 450 + "}}}")


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("query Q($a: [String!]) {meetings(anyOf: $a){nodes{id}}}", {"a": ["x"] * 101}),
        ("query Q($a: [[String!]]) {meetings(anyOf: $a){nodes{id}}}", {"a": [["x"] * 101]}),
        ("{meetings(anyOf: [" + "1 " * 101 + "]){nodes{id}}}", {}),
    ],
    ids=["variable", "list in a variable", "literal"],
)
def test_long_lists_of_arguments_are_refused(query: str, variables: dict[str, object]) -> None:
    with pytest.raises(GraphQLError, match="101 values where 100"):
        weight(query, **variables)


def test_what_the_schema_tells_of_itself_has_its_cost() -> None:
    """Forty-five times all types with their fields and the types of these would be half a second's work."""
    types = "{types{name fields{name args{name} type{fields{name args{name description}}}}}}"
    once, often = (weight("{" + " ".join(f"a{i}:__schema{types}" for i in range(times)) + "}") for times in (1, 45))
    assert refusal(once) is None
    assert "values" in str(refusal(often))


@pytest.mark.parametrize(
    "query",
    [
        get_introspection_query(),
        "{meetings(first:200){nodes{id title kind status start end precision sources venue{name country}"
        " participants{attendance party{id name}} topics{name}"
        " claims{quote begin end by status date article{title url publisher published}}}"
        " pageInfo{hasNextPage endCursor}}}",
    ],
    ids=["introspection", "a whole page of meetings"],
)
def test_what_is_usual_is_allowed(query: str) -> None:
    assert refusal(weight(query)) is None
