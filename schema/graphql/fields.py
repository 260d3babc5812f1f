"""Typed shorthands for declaring fields and arguments."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import strawberry
from graphql import FieldNode, FragmentSpreadNode, GraphQLResolveInfo, InlineFragmentNode, SelectionSetNode

Resolver = TypeVar("Resolver", bound=Callable[..., Any])


PART = "part"
"""Where a field's metadata name the part of the object that it is, if it is one: see ``resolved``."""


def resolved(description: str, part: str | None = None) -> Callable[[Resolver], Resolver]:
    """Declares a method as a field that has to be asked for. To the type checker it stays the method it is.

    Args:
        description: what the field is.
        part: the attribute of ``parts`` in which the value is found, once ``parts.read`` names it; the method need not
            be asked then.
    """
    metadata = {PART: part} if part else None
    return cast("Callable[[Resolver], Resolver]", strawberry.field(description=description, metadata=metadata))


def told(description: str) -> Callable[[Resolver], Resolver]:
    """Declares a method that yields as a field that is subscribed to."""
    return cast("Callable[[Resolver], Resolver]", strawberry.subscription(description=description))


def argument(description: str, name: str | None = None) -> object:
    """Describes an argument, for ``Annotated``; ``name`` where Python cannot use the argument's own."""
    return strawberry.argument(description=description, name=name)


def selected(info: GraphQLResolveInfo[Any]) -> frozenset[str]:
    """Names of the fields that are selected on what the field asked for gives, whatever their aliases."""
    names: set[str] = set()
    spread: set[str] = set()
    waiting: list[SelectionSetNode | None] = [node.selection_set for node in info.field_nodes]
    while waiting:
        found = waiting.pop()
        for node in found.selections if found else ():
            if isinstance(node, FieldNode):
                names.add(node.name.value)
            elif isinstance(node, InlineFragmentNode):
                waiting.append(node.selection_set)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in spread:
                spread.add(node.name.value)
                waiting.append(info.fragments[node.name.value].selection_set)
    return frozenset(names)
