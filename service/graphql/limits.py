"""What a query may weigh: one measure of depth, aliases and cost, taken before anything else looks at the query.

Each fragment is measured once, however often it is spread; a rule that followed every spread would take time
exponential in the number of fragments (735 characters of nested spreads held one for 12 seconds).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_list_type,
    is_non_null_type,
)
from strawberry.extensions import ValidationCache

from schema.graphql.arguments import DEFAULT_PAGE, LARGEST_PAGE

MAX_BODY = 100_000
"""Bytes of a request."""

MAX_TOKENS = 2_000
"""Tokens of a query; the playground's introspection query has some 300."""

MAX_DEPTH = 16
"""Fields inside fields; the usual introspection query has 14."""

MAX_ALIASES = 50

MAX_COST = 50_000
"""Values that an answer may hold: some 200 ms on the event loop."""

MAX_SPREAD = 60
"""Selections inside selections, fragments included."""

_LIST_LENGTH = 5
"""Elements that a list without ``first`` is reckoned at."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a selection amounts to when it is carried out."""

    depth: int = 0
    aliases: int = 0
    cost: int = 0

    def beside(self, other: "Weight") -> "Weight":
        """Both, next to each other in one selection."""
        return Weight(max(self.depth, other.depth), self.aliases + other.aliases, self.cost + other.cost)

    def inside(self, aliased: bool, times: int) -> "Weight":
        """As the selection of a field that gives so many elements."""
        return Weight(self.depth + 1, self.aliases + aliased, 1 + times * self.cost)


def weigh(schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any]) -> Weight:
    """The weight of the document's heaviest operation.

    Raises:
        GraphQLError: selections are nested deeper than ``MAX_SPREAD``.
    """
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


class Limits(ValidationCache):
    """Refuses what weighs too much; what passes is validated, once for equal queries."""

    def on_validate(self) -> Iterator[None]:
        context = self.execution_context
        assert context.graphql_document is not None  # noqa: S101 it is parsed before it is validated
        try:
            error = refusal(weigh(context.schema._schema, context.graphql_document, context.variables or {}))
        except GraphQLError as too_deep:
            error = too_deep
        if error is None:
            yield from super().on_validate()
        else:
            context.pre_execution_errors = [error]
            yield


def _refuse(message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": "QUERY_TOO_LARGE"})


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
        for node in selection.selections if selection else ():
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
        definition = getattr(parent, "fields", {}).get(node.name.value)
        inner = self.selection(node.selection_set, get_named_type(definition.type) if definition else None, nested)
        times = 1
        if definition is not None:
            unwrapped = definition.type.of_type if is_non_null_type(definition.type) else definition.type
            if "first" in definition.args:
                times = self.first(node)
            elif is_list_type(unwrapped) and not (parent and parent.name.endswith("Connection")):
                times = _LIST_LENGTH
        return inner.inside(node.alias is not None, times)

    def first(self, node: FieldNode) -> int:
        value = next((argument.value for argument in node.arguments or () if argument.name.value == "first"), None)
        asked: object = DEFAULT_PAGE
        if isinstance(value, IntValueNode):
            asked = int(value.value)
        elif isinstance(value, VariableNode):
            name = value.name.value
            asked = self.variables.get(name, self.defaults.get(name, DEFAULT_PAGE))
        return min(max(asked, 1), LARGEST_PAGE) if isinstance(asked, int) else LARGEST_PAGE
