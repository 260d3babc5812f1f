"""What a query may weigh: one measure of depth, aliases and cost, taken before anything else looks at the query.

Each fragment is measured once, however often it is spread; a rule that followed every spread would take time
exponential in the number of fragments (735 characters of nested spreads held one for 12 seconds).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SchemaMetaFieldDef,
    SelectionSetNode,
    TypeMetaFieldDef,
    ValueNode,
    VariableNode,
    get_named_type,
    is_list_type,
    is_non_null_type,
)
from strawberry.extensions import ValidationCache

from schema.graphql.arguments import DEFAULT_PAGE, LARGEST_PAGE

MAX_BODY = 100_000
"""Bytes of a request."""

MAX_BODY_WITH_TOKEN = 8_000_000
"""Bytes of a request that may load an article."""

MAX_TOKENS = 2_000
"""Tokens of a query; the playground's introspection query has some 300."""

MAX_DEPTH = 16
"""Fields inside fields; the usual introspection query has 14."""

MAX_ALIASES = 50

MAX_COST = 50_000
"""Values that an answer may hold: some 200 ms on the event loop."""

MAX_SPREAD = 60
"""Selections inside selections, fragments included."""

MAX_REPEATS = 20
"""Times that one selection may ask for the same; whether they agree is looked at pair by pair."""

MAX_LIST = 100
"""Values that an argument may list."""

_LIST_LENGTH = 5
"""Elements that a list without ``first`` is reckoned at."""

_CEILING = 10**9
"""What a query comes to is counted no further than this."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a selection amounts to when it is carried out."""

    depth: int = 0
    aliases: int = 0
    cost: int = 0

    def beside(self, other: "Weight") -> "Weight":
        """Both, next to each other in one selection."""
        return Weight(max(self.depth, other.depth), self.aliases + other.aliases, self.cost + other.cost)

    def inside(self, aliased: bool, times: float) -> "Weight":
        """As the selection of a field that gives so many elements."""
        cost = 1 + round(times * min(self.cost, _CEILING))
        return Weight(self.depth + 1, self.aliases + aliased, min(cost, _CEILING))


def weigh(schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any]) -> Weight:
    """The weight of the document's heaviest operation.

    Raises:
        GraphQLError: selections are nested deeper than ``MAX_SPREAD``, or the same is asked for more than
            ``MAX_REPEATS`` times, or a list has more than ``MAX_LIST`` values.
    """
    _check_lists(variables)
    scale = _Scale(schema, document, variables)
    heaviest = Weight()
    for operation in document.definitions:
        if isinstance(operation, OperationDefinitionNode):
            weight = scale.selection(operation.selection_set, schema.get_root_type(operation.operation), 0)
            heaviest = max(heaviest, weight, key=lambda each: each.cost)
            heaviest = Weight(max(heaviest.depth, weight.depth), max(heaviest.aliases, weight.aliases), heaviest.cost)
    return heaviest


def refusal(weight: Weight) -> GraphQLError | None:
    """Why a query of this weight is not carried out, or None where it is."""
    for what, found, allowed, remedy in (
        ("nested fields", weight.depth, MAX_DEPTH, "ask for the inner fields in a second query"),
        ("aliases", weight.aliases, MAX_ALIASES, "ask in several queries"),
        ("values", weight.cost, MAX_COST, "ask for fewer elements (`first`) or fewer fields, and page with `after`"),
    ):
        if found > allowed:
            return _refuse(f"This query comes to {found:,} {what} where {allowed:,} are allowed: {remedy}.")
    return None


_WEIGHED: dict[tuple[str | None, frozenset[tuple[str, int | None]]], Weight] = {}
"""Weights found before, of queries as they are written and the numbers in their variables."""

_MOST_WEIGHED = 1_000


class Limits(ValidationCache):
    """Refuses what weighs too much; what passes is validated, once for equal queries."""

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        assert context.graphql_document is not None  # noqa: S101 it is parsed before it is validated
        try:
            error = refusal(self._weight(context.schema._schema, context.graphql_document, context.variables or {}))
        except GraphQLError as refused:
            error = refused
        if error is None:
            yield from super().on_validate()
        else:
            context.pre_execution_errors = [error]
            yield

    def _weight(self, schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any]) -> Weight:
        """The document's weight, kept by its text and by what a variable may say of a page's size."""
        _check_lists(variables)  # of which the weight kept says nothing
        sizes = frozenset((name, value if isinstance(value, int) else None) for name, value in variables.items())
        key = self.execution_context.query, sizes
        if key not in _WEIGHED:
            weight = weigh(schema, document, variables)
            if len(_WEIGHED) >= _MOST_WEIGHED:
                _WEIGHED.clear()
            _WEIGHED[key] = weight
        return _WEIGHED[key]


def _refuse(message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": "QUERY_TOO_LARGE"})


def _check_lists(value: object) -> None:
    values = [value]
    while values:
        each = values.pop()
        if isinstance(each, ListValueNode):
            each = each.values
        elif isinstance(each, ObjectValueNode):
            each = [field.value for field in each.fields]
        if isinstance(each, Mapping):
            values += each.values()
        elif isinstance(each, list | tuple):
            if len(each) > MAX_LIST:
                raise _refuse(
                    f"A list in the arguments has {len(each):,} values where {MAX_LIST} are allowed: ask in several "
                    "queries."
                )
            values += each


@cache
def _introspected(schema: GraphQLSchema) -> Mapping[str, float]:
    """How long the lists are that a schema gives of itself, on average."""
    types = schema.type_map.values()
    with_fields = [each for each in types if isinstance(each, GraphQLObjectType | GraphQLInterfaceType)]
    fields = [each for type_ in with_fields for each in type_.fields.values()]
    return {
        "types": len(types),
        "directives": len(schema.directives),
        "fields": len(fields) / len(with_fields),
        "args": sum(len(each.args) for each in fields) / len(fields),
        "inputFields": sum(len(each.fields) for each in types if isinstance(each, GraphQLInputObjectType)) / len(types),
        "enumValues": sum(len(each.values) for each in types if isinstance(each, GraphQLEnumType)) / len(types),
        "interfaces": sum(len(each.interfaces) for each in with_fields) / len(types),
    }


@dataclass(slots=True)
class _Scale:
    schema: GraphQLSchema
    document: DocumentNode
    variables: Mapping[str, Any]
    fragments: dict[str, FragmentDefinitionNode] = field(init=False)
    weighed: dict[str, Weight] = field(default_factory=dict)
    defaults: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fragments = {
            node.name.value: node for node in self.document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        for node in self.document.definitions:
            if isinstance(node, OperationDefinitionNode):
                for variable in node.variable_definitions or ():
                    if isinstance(variable.default_value, IntValueNode):
                        self.defaults[variable.variable.name.value] = int(variable.default_value.value)

    def selection(self, selection: SelectionSetNode | None, parent: GraphQLNamedType | None, nested: int) -> Weight:
        if nested > MAX_SPREAD:
            raise _refuse(f"Selections and fragments are nested deeper than {MAX_SPREAD}: ask in several queries.")
        weight = Weight()
        nodes = selection.selections if selection else ()
        names = Counter((node.alias or node.name).value for node in nodes if isinstance(node, FieldNode))
        for name, times in names.most_common(1):
            if times > MAX_REPEATS:
                raise _refuse(f"One selection asks for {name} {times} times: ask once.")
        for node in nodes:
            if isinstance(node, FieldNode):
                weight = weight.beside(self.field(node, parent, nested + 1))
            elif isinstance(node, FragmentSpreadNode):
                weight = weight.beside(self.fragment(node.name.value, nested + 1))
            elif isinstance(node, InlineFragmentNode):
                on = self.schema.get_type(node.type_condition.name.value) if node.type_condition else parent
                weight = weight.beside(self.selection(node.selection_set, on, nested + 1))
        return weight

    def fragment(self, name: str, nested: int) -> Weight:
        if name not in self.weighed and name in self.fragments:
            self.weighed[name] = Weight()  # what a cycle finds; validation reports it
            node = self.fragments[name]
            on = self.schema.get_type(node.type_condition.name.value)
            self.weighed[name] = self.selection(node.selection_set, on, nested)
        return self.weighed.get(name, Weight())

    def field(self, node: FieldNode, parent: GraphQLNamedType | None, nested: int) -> Weight:
        definition = self.definition(node.name.value, parent)
        inner = self.selection(node.selection_set, get_named_type(definition.type) if definition else None, nested)
        for argument in node.arguments or ():
            _check_lists(argument.value)
        return inner.inside(node.alias is not None, self.times(node, definition, parent) if definition else 1)

    def definition(self, name: str, parent: GraphQLNamedType | None) -> GraphQLField | None:
        if parent is self.schema.query_type:
            about_itself = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}
            if name in about_itself:
                return about_itself[name]
        definition: GraphQLField | None = getattr(parent, "fields", {}).get(name)
        return definition

    def times(self, node: FieldNode, definition: GraphQLField, parent: GraphQLNamedType | None) -> float:
        if "first" in definition.args:
            return self.first(node)
        unwrapped = definition.type.of_type if is_non_null_type(definition.type) else definition.type
        if not parent or parent.name.endswith("Connection") or not is_list_type(unwrapped):
            return 1
        if parent.name.startswith("__"):
            return _introspected(self.schema).get(node.name.value, 1)
        return _LIST_LENGTH

    def first(self, node: FieldNode) -> int:
        value: ValueNode | None = next(
            (argument.value for argument in node.arguments or () if argument.name.value == "first"), None
        )
        asked: object = DEFAULT_PAGE
        if isinstance(value, IntValueNode):
            asked = int(value.value)
        elif isinstance(value, VariableNode):
            name = value.name.value
            asked = self.variables.get(name, self.defaults.get(name, DEFAULT_PAGE))
        return min(max(asked, 1), LARGEST_PAGE) if isinstance(asked, int) else LARGEST_PAGE
