"""Profiles in the graph: which mentions are counted in them, and by how many sources."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from neo4j import ManagedTransaction

from loaders.ledger.versions import Interval
from loaders.projection.articles import Standing
from loaders.projection.blocks import Profile, profile_of
from loaders.projection.cypher import Row, fetch, save

PROFILES = """
UNWIND $ids AS id MATCH (f:Profile {id: id})
RETURN f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.unnamed AS unnamed,
       f.first AS first
"""
SAVE_PROFILES = """
UNWIND $rows AS row MERGE (f:Profile {id: row.id})
SET f.name = row.name, f.title = row.title, f.of = row.of, f.count = row.count, f.unnamed = row.unnamed,
    f.first = row.first
"""
KEY_PROFILES = """
UNWIND $rows AS row MERGE (k:Key {id: row.key})
WITH k, row MATCH (f:Profile {id: row.id}) CREATE (f)-[:KEYED]->(k)
"""
EARLIEST = """
UNWIND $ids AS id MATCH (n:Mention {profile: id}) MATCH (a:Article {id: n.article}) WHERE a.known_from IS NOT NULL
RETURN id AS profile, min(a.known_from + '|' + n.seed) AS first
"""
DELETE_PROFILES = "UNWIND $rows AS id MATCH (f:Profile {id: id}) DETACH DELETE f"

Units = dict[str, tuple[str, str, bool]]
"""Of one source: profile to the day and the seed of its earliest mention, and whether it is named in any."""


@dataclass(slots=True)
class Counted:
    """What counting has changed."""

    touched: dict[str, Profile] = field(default_factory=dict)
    named: list[tuple[str, str, str]] = field(default_factory=list)
    """(mention, seed, profile) of mentions that stand from now on."""


def count_profiles(
    transaction: ManagedTransaction, standings: Iterable[Standing], mentions: Mapping[str, Sequence[tuple[Row, Row]]]
) -> Counted:
    """Bring the profiles of these articles to what their mentions now come to.

    ``standings`` are all versions of the touched sources, ``mentions`` all mentions of those that stood before or stand
    now, as they were and as they are.
    """
    before: dict[str, Units] = defaultdict(dict)
    after: dict[str, Units] = defaultdict(dict)
    counted = Counted()
    rows_of: dict[str, Row] = {}
    for one in standings:
        for was, is_ in mentions.get(one.id, ()):
            for row, units, interval in ((was, before, one.before), (is_, after, one.after)):
                if row["profile"] is not None and interval is not None:
                    rows_of[row["profile"]] = row
                    _take(units[one.source], row, interval)
            moved = one.before is None or was["profile"] != is_["profile"]
            if is_["profile"] is not None and one.after is not None and moved:
                counted.named.append((is_["id"], is_["seed"], is_["profile"]))
    stored = {row["id"]: profile_of(row) for row in fetch(transaction, PROFILES, rows_of)}
    known = set(stored)
    counted.touched = {profile: stored[profile] for _, _, profile in counted.named if profile in stored}
    anew: set[str] = set()
    for source in sorted(before.keys() | after.keys()):
        for profile in sorted(before[source].keys() | after[source].keys()):
            old, new = before[source].get(profile), after[source].get(profile)
            if old == new:
                continue
            row = rows_of[profile]
            name = row.get("full") or row["name"]
            entry = stored.setdefault(profile, Profile(profile, name, row["title"], row["of"], 0, 0, ""))
            entry.count += (new is not None and new[2]) - (old is not None and old[2])
            entry.unnamed += (new is not None and not new[2]) - (old is not None and not old[2])
            if old is not None and entry.first == "|".join(old[:2]):
                anew.add(profile)
            elif new is not None:
                entry.first = min("|".join(new[:2]), entry.first or "|".join(new[:2]))
            counted.touched[profile] = entry
    fresh = sorted(counted.touched.keys() - known)
    save(transaction, SAVE_PROFILES, [_row(counted.touched[name]) for name in fresh])
    save(
        transaction,
        KEY_PROFILES,
        [{"id": name, "key": key} for name in fresh for key in counted.touched[name].keys],
    )
    firsts = {row["profile"]: row["first"] for row in fetch(transaction, EARLIEST, anew)}
    for profile in anew:
        counted.touched[profile].first = firsts.get(profile, "")
    save(transaction, SAVE_PROFILES, [_row(entry) for name, entry in sorted(counted.touched.items()) if name in known])
    return counted


def delete_profiles(transaction: ManagedTransaction, profiles: Iterable[Profile]) -> None:
    """Delete those that no source has any more."""
    empty = sorted(profile.id for profile in profiles if not profile.count and not profile.unnamed)
    if empty:
        transaction.run(DELETE_PROFILES, rows=empty).consume()


def touched_by(transaction: ManagedTransaction, profiles: Iterable[str]) -> list[Profile]:
    """The profiles with these ids."""
    return [profile_of(row) for row in fetch(transaction, PROFILES, profiles)]


def _take(units: Units, row: Row, interval: Interval) -> None:
    found = interval.known_from, row["seed"], not row["is_party"]
    other = units.get(row["profile"], found)
    units[row["profile"]] = (*min(found[:2], other[:2]), found[2] or other[2])


def _row(profile: Profile) -> Row:
    return {
        "id": profile.id,
        "name": profile.name,
        "title": profile.title,
        "of": profile.of,
        "count": profile.count,
        "unnamed": profile.unnamed,
        "first": profile.first,
    }
