"""Carrying out a query, with what needs no resolver put into the answer at once.

graphql-core asks for each field of each object anew who answers it, with what arguments, and whether one has to wait:
some 20 µs a field, where a list of 200 meetings has thousands. Which fields an object's attributes answer is the same
for all objects of a list, so it is found out once, and their values are then only copied. Whatever is out of the
ordinary, such as a value that does not fit its type, is left to graphql-core, which tells it as the specification has
it. What hangs on the meetings of a list is read for all of them before.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLAbstractType,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLLeafType,
    GraphQLObjectType,
    GraphQLOutputType,
    InlineFragmentNode,
    SelectionNode,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types.field import StrawberryField

from schema.graphql.fields import PART

Copy = Callable[[Any], Any]
"""From a value to what stands in the answer for it."""

_AS_THEY_ARE = {"String": str, "ID": str, "Date": str, "Boolean": bool}
"""Scalars, and the type of their values that stand in the answer as they are."""

_DEFINITION = "strawberry-definition"
"""Where a type or field of the schema keeps the one that it was made of."""


class _NotPlain(Exception):
    """A field has to be resolved, or a value does not fit its type."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """Objects whose selected fields are all plain, once the parts of them that are selected are there."""

    copy: Copy
    parts: frozenset[str]


_KEPT: dict[tuple[Any, ...], tuple[tuple[FieldNode, ...], _Plain | None]] = {}
"""What was found out, by the type and the ids of the nodes that select; they are kept so that no others get their ids.

Documents are kept as well, by ``ParserCache``, so that the next request with the same text has the same nodes.
"""

_MOST_KEPT = 1_000


class Executor(StrawberryGraphQLCoreExecutionContext):
    """graphql-core's executor with a short way for plain fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._here: dict[tuple[Any, int], tuple[Any, _Plain | None]] = {}

    def complete_list_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, *context: Any
    ) -> Any:
        """The list of what stands for each element."""

        def usual() -> Any:
            return super(Executor, self).complete_list_value(
                return_type, field_details_list, info, path, result, *context
            )

        plain = self._plain(get_nullable_type(return_type.of_type), field_details_list)
        if plain is None or not isinstance(result, list | tuple):
            return usual()
        item = _required(plain.copy) if is_non_null_type(return_type.of_type) else _optional(plain.copy)
        return self._copied(plain, result, lambda: [item(each) for each in result], usual)

    def complete_object_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, *context: Any
    ) -> Any:
        """What stands for the object."""

        def usual() -> Any:
            return super(Executor, self).complete_object_value(
                return_type, field_details_list, info, path, result, *context
            )

        plain = self._plain(return_type, field_details_list)
        if plain is None:
            return usual()
        return self._copied(plain, [result], lambda: plain.copy(result), usual)

    def _copied(self, plain: _Plain, sources: Iterable[Any], copy: Callable[[], Any], usual: Callable[[], Any]) -> Any:
        wanted = plain.parts
        if wanted and (lacking := [each for each in sources if each is not None and not wanted <= each.parts.read]):
            return self._copied_later(plain, lacking, copy, usual)
        try:
            return copy()
        except (_NotPlain, AttributeError, GraphQLError):
            return usual()

    async def _copied_later(
        self, plain: _Plain, lacking: list[Any], copy: Callable[[], Any], usual: Callable[[], Any]
    ) -> Any:
        await self.context_value.answers.read_parts(lacking, plain.parts)
        try:
            return copy()
        except (_NotPlain, AttributeError, GraphQLError):
            value = usual()
            return await value if self.is_awaitable(value) else value

    def _plain(self, kind: Any, details: Any) -> _Plain | None:
        """How objects of a type are copied with these fields; None where something in them has to be resolved."""
        key = kind, id(details)
        if key not in self._here:
            self._here[key] = details, self._looked_up(kind, details)
        return self._here[key][1]

    def _looked_up(self, kind: Any, details: Any) -> _Plain | None:
        nodes = tuple(each.node for each in details)
        key = kind, *map(id, nodes)
        if key not in _KEPT:
            try:
                some = is_object_type(kind)
                found = self._object(kind, details) if some else _Plain(self._value(kind, details), frozenset())
            except _NotPlain:
                found = None
            if self._depends(nodes):
                return found
            if len(_KEPT) >= _MOST_KEPT:
                _KEPT.clear()
            _KEPT[key] = nodes, found
        return _KEPT[key][1]

    def _depends(self, nodes: Iterable[SelectionNode]) -> bool:
        """Whether a directive in these nodes may select other fields another time."""
        waiting, spread = [*nodes], set[str]()
        while waiting:
            node = waiting.pop()
            if node.directives:
                return True
            if isinstance(node, FragmentSpreadNode):
                if node.name.value not in spread:
                    spread.add(node.name.value)
                    waiting += self.fragment_definitions[node.name.value].selection_set.selections
            elif isinstance(node, FieldNode | InlineFragmentNode) and node.selection_set:
                waiting += node.selection_set.selections
        return False

    def _object(self, kind: GraphQLObjectType, details: Any) -> _Plain:
        fields, later, _ = self.collect_subfields(kind, details)
        if later:
            raise _NotPlain
        parts: set[str] = set()
        copied: list[tuple[str, Copy, Copy]] = []
        for name, inner in fields.items():
            field_name = inner[0].node.name.value
            if field_name == "__typename":
                copied.append((name, lambda _: kind.name, str))
                continue
            field = kind.fields[field_name]
            attribute, part = _attribute(field)
            if part:
                parts.add(part)
            copied.append((name, attrgetter(attribute), self._value(field.type, inner)))

        def copy(source: Any) -> dict[str, Any]:
            return {name: value(get(source)) for name, get, value in copied}

        return _Plain(copy, frozenset(parts))

    def _value(self, kind: GraphQLOutputType, details: Any) -> Copy:
        if is_non_null_type(kind):
            return _required(self._some(kind.of_type, details))
        return _optional(self._some(kind, details))

    def _some(self, kind: Any, details: Any) -> Copy:
        """For values that are not null."""
        if is_leaf_type(kind):
            return _leaf(kind)
        if is_list_type(kind):
            item = self._value(kind.of_type, details)
            return lambda values: [item(each) for each in values]
        if is_abstract_type(kind):
            return self._abstract(kind, details)
        plain = self._object(kind, details)
        if plain.parts:
            raise _NotPlain
        return plain.copy

    def _abstract(self, kind: GraphQLAbstractType, details: Any) -> Copy:
        copies: dict[type, Copy] = {
            each.extensions[_DEFINITION].origin: self._some(each, details)
            for each in self.schema.get_possible_types(kind)
        }

        def copy(source: Any) -> Any:
            if found := copies.get(type(source)):
                return found(source)
            raise _NotPlain

        return copy


def _attribute(field: GraphQLField) -> tuple[str, str | None]:
    """The attribute in which a field's value is found, and the part of the object that it is."""
    definition = field.extensions.get(_DEFINITION)
    if isinstance(definition, StrawberryField):
        if part := definition.metadata.get(PART):
            return f"parts.{part}", part
        if definition.is_basic_field:
            return definition.python_name, None
    raise _NotPlain


def _required(copy: Copy) -> Copy:
    def required(value: Any) -> Any:
        if value is None:
            raise _NotPlain
        return copy(value)

    return required


def _optional(copy: Copy) -> Copy:
    return lambda value: None if value is None else copy(value)


def _leaf(kind: GraphQLLeafType) -> Copy:
    if isinstance(kind, GraphQLEnumType):
        names: dict[Any, Any] = {}

        def name(value: Any) -> Any:
            if value not in names:
                names[value] = kind.coerce_output_value(value)
            return names[value]

        return name
    expected = _AS_THEY_ARE.get(kind.name)
    if expected is None:
        return kind.coerce_output_value

    def same(value: Any) -> Any:
        return value if type(value) is expected else kind.coerce_output_value(value)

    return same
