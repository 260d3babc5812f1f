"""Typed shorthands for declaring fields and arguments."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import strawberry

Resolver = TypeVar("Resolver", bound=Callable[..., Any])


def resolved(description: str) -> Callable[[Resolver], Resolver]:
    """Declares a method as a field that has to be asked for. To the type checker it stays the method it is."""
    return cast("Callable[[Resolver], Resolver]", strawberry.field(description=description))


def told(description: str) -> Callable[[Resolver], Resolver]:
    """Declares a method that yields as a field that is subscribed to."""
    return cast("Callable[[Resolver], Resolver]", strawberry.subscription(description=description))


def argument(description: str, name: str | None = None) -> object:
    """Describes an argument, for ``Annotated``; ``name`` where Python cannot use the argument's own."""
    return strawberry.argument(description=description, name=name)
