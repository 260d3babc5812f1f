"""The whole projection in canonical form, to compare graphs with."""

import json
from collections.abc import Mapping
from typing import Any

from schema.database import Database

NODES = """
MATCH (n) WHERE n:Person OR n:Office OR n:Polity OR n:Venue OR n:Meeting OR n:Topic OR n:Candidate
RETURN labels(n) AS labels, properties(n) AS properties
"""
EDGES = """
MATCH (a)-[e]->(b)
WHERE type(e) IN ['IS', 'BY', 'HOLDS', 'OF', 'IN', 'ABOUT', 'CALLED', 'MET', 'HELD_AT', 'DISCUSSED', 'FOLLOWED',
                  'ATTENDED', 'EXPECTED_TO_ATTEND', 'MAY_ATTEND', 'ABSENT_FROM', 'DECLINED_TO_ATTEND', 'MEDIATED',
                  'AMONG']
RETURN type(e) AS type, properties(e) AS properties, labels(a) AS from_labels, properties(a) AS from_properties,
       labels(b) AS to_labels, properties(b) AS to_properties
"""
ARTICLES = """
MATCH (a:Article) WHERE a.known_from IS NOT NULL
RETURN a.id AS id, a.known_from AS known_from, a.known_until AS known_until
"""

INTERNAL = frozenset({"stamp", "pairs", "handle"})
"""Properties that the loaders keep for themselves."""

Snapshot = dict[str, list[str]]


def snapshot(database: Database, as_of: str | None = None) -> Snapshot:
    """All nodes, edges and articles of the projection, one line of text each; with ``as_of``, as a reader would filter.

    With ``as_of``, what has no report time of its own is there where an article reported by then has it, and the end of
    what stands is left out, since that is what came later. Candidates are for today.
    """
    lines: Snapshot = {"nodes": [], "edges": [], "articles": []}
    standing = set()
    for row in database.rows(ARTICLES):
        if _stands(row, as_of):
            standing.add(row["id"])
            lines["articles"].append(f"{row['id']} {_text(row, as_of)}")
    for row in database.rows(NODES):
        properties = _mapping(row["properties"])
        dated = "known_from" in properties and _label(row["labels"]) != "Candidate"
        if as_of is None or (dated and _stands(properties, as_of)):
            lines["nodes"].append(f"{_label(row['labels'])} {_text(properties, as_of)}")
    for row in database.rows(EDGES):
        properties = _mapping(row["properties"])
        ends = _mapping(row["from_properties"]), _mapping(row["to_properties"])
        if as_of is not None and "known_from" not in properties and ends[0].get("article") not in standing:
            continue
        if all(_stands(each, as_of) for each in (properties, *ends)):
            names = [
                f"{_label(row[f'{end}_labels'])} {_name(each)}" for end, each in zip(("from", "to"), ends, strict=True)
            ]
            lines["edges"].append(f"{names[0]} -{row['type']} {_text(properties, as_of)}-> {names[1]}")
    return {part: sorted(found) for part, found in lines.items()}


def _mapping(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value


def _label(labels: object) -> str:
    assert isinstance(labels, list)
    return str(labels[0])


def _stands(properties: Mapping[str, Any], as_of: str | None) -> bool:
    if as_of is None:
        return True
    return bool(properties.get("known_from", "") <= as_of < properties.get("known_until", "9999-99-99"))


def _name(properties: Mapping[str, Any]) -> str:
    return str(properties.get("key") or properties["id"])


def _text(properties: Mapping[str, Any], as_of: str | None) -> str:
    hidden = {"known_until", *INTERNAL} if as_of is not None else INTERNAL
    return json.dumps({name: value for name, value in properties.items() if name not in hidden}, sort_keys=True)
