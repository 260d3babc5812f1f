"""Ledger rows as node properties and back. Property names are field names; None is left out, sequences are lists."""

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any

from schema.ledger import Article, Claim, Judgement, Mention, Reference
from schema.vocabulary import Attendance, Kind, Status, Verb

Properties = dict[str, Any]


def properties(row: Article | Claim | Mention | Judgement | Reference) -> Properties:
    """The row as node properties."""
    found: Properties = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if value is None:
            continue
        if isinstance(value, StrEnum):
            value = value.value
        found[field.name] = list(value) if isinstance(value, tuple) else value
    return found


def article_of(node: Mapping[str, Any]) -> Article:
    """The article whose properties these are; others among them are passed over."""
    return Article(**_known(Article, node))


def claim_of(node: Mapping[str, Any]) -> Claim:
    """The claim whose properties these are; others among them are passed over."""
    values = _known(Claim, node)
    values["kind"] = Kind(values["kind"])
    if "status" in values:
        values["status"] = Status(values["status"])
    for name in ("topics", "follows"):
        values[name] = tuple(values.get(name, ()))
    return Claim(**values)


def mention_of(node: Mapping[str, Any]) -> Mention:
    """The mention whose properties these are; others among them are passed over."""
    values = {"claim": None, **_known(Mention, node)}
    if "attendance" in values:
        values["attendance"] = Attendance(values["attendance"])
    return Mention(**values)


def reference_of(node: Mapping[str, Any]) -> Reference:
    """The line of a list of office-holders whose properties these are; others among them are passed over."""
    values = _known(Reference, node)
    values["aliases"] = tuple(values.get("aliases", ()))
    return Reference(**values)


def judgement_of(node: Mapping[str, Any]) -> Judgement:
    """The judgement whose properties these are; others among them are passed over."""
    values = _known(Judgement, node)
    values["verb"] = Verb(values["verb"])
    return Judgement(**values)


def _known(row: type, node: Mapping[str, Any]) -> Properties:
    return {field.name: node[field.name] for field in fields(row) if node.get(field.name) is not None}
