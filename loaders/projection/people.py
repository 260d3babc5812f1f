"""Persons in the graph: profiles with what they are counted by, the blocks they fall into, and what changes in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch, save
from loaders.resolve.names import block_keys, parse
from loaders.resolve.people import Item, Person, Traits, join, linkable, traits
from schema.vocabulary import Verb

NEIGHBOURS = """
UNWIND $ids AS id MATCH (k:Key {id: id})<-[:KEYED]-(f:Profile)
RETURN DISTINCT f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.first AS first
"""
HOUSEHOLD = """
UNWIND $ids AS id MATCH (:Profile {id: id})-[:BELONGS]->(:Person)<-[:BELONGS]-(f:Profile)
RETURN DISTINCT f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.first AS first
"""
JUDGED = """
UNWIND $ids AS id MATCH (:Profile {id: id})<-[:ON]-(j:Judgement)-[:ON]->(f:Profile) WHERE j.undone IS NULL
RETURN DISTINCT j.id AS judgement, j.verb AS verb, j.subject AS subject, j.object AS object, j.made AS made,
       f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.first AS first
"""
JUDGED_ALONE = """
UNWIND $ids AS id MATCH (f:Profile {id: id})<-[:ON]-(j:Judgement) WHERE j.undone IS NULL
RETURN DISTINCT j.id AS judgement, j.verb AS verb, j.subject AS subject, j.object AS object, j.made AS made
"""
UNITS = """
UNWIND $ids AS id MATCH (n:Mention {seed: id}) MATCH (a:Article {id: n.article}) WHERE a.known_from IS NOT NULL
RETURN id AS seed, n.profile AS profile, min(a.known_from) AS day
"""
EARLIEST_OF_THE_REST = """
UNWIND $rows AS row MATCH (n:Mention {profile: row.profile}) WHERE NOT n.seed IN row.seeds
MATCH (a:Article {id: n.article}) WHERE a.known_from IS NOT NULL
RETURN row.profile AS profile, min(a.known_from + '|' + n.seed) AS first
"""
BELONGING = """
UNWIND $ids AS id MATCH (f:Profile {id: id})-[b:BELONGS]->(p:Person)
RETURN f.id AS profile, b.seed AS seed, p.handle AS handle
"""
PERSONS = "UNWIND $ids AS id MATCH (p:Person {handle: id}) RETURN properties(p) AS person"
HELD_OFFICES = """
UNWIND $ids AS id MATCH (p:Person {handle: id})-[h:HOLDS]->(o:Office)
RETURN p.handle AS handle, o.id AS office, h.known_from AS known_from
"""
NAMED_AS = """
UNWIND $ids AS id MATCH (n:Mention {profile: id})-[:IS]->(:Person)
RETURN id AS profile, n.id AS mention, n.seed AS seed, n.claim AS claim
"""
CLAIMS_OF_PERSONS = """
UNWIND $ids AS id MATCH (p:Person {handle: id})<-[:IS]-(n:Mention) WHERE n.claim IS NOT NULL
RETURN DISTINCT n.claim AS claim
"""
FORGET_BELONGING = "UNWIND $rows AS id MATCH (f:Profile {id: id})-[b:BELONGS]->() DELETE b"
FORGET_WHO = "UNWIND $rows AS id MATCH (n:Mention {id: id})-[e:IS]->(:Person) DELETE e"
FORGET_QUOTED = "UNWIND $rows AS id MATCH (n:Mention {id: id})<-[:QUOTES]-(c:Claim)-[e:BY]->(:Person) DELETE e"
FORGET_OFFICES = (
    "UNWIND $rows AS row MATCH (p:Person {handle: row.handle})-[h:HOLDS]->(:Office {id: row.office}) DELETE h"
)
FREE_IDS = "UNWIND $rows AS row MATCH (p:Person {handle: row.handle}) SET p.id = 'was ' + row.handle"
SAVE_PERSONS = "UNWIND $rows AS row MERGE (p:Person {handle: row.handle}) SET p = row"
DELETE_PERSONS = "UNWIND $rows AS handle MATCH (p:Person {handle: handle}) DETACH DELETE p"
BELONGS = """
UNWIND $rows AS row MATCH (f:Profile {id: row.profile}) MATCH (p:Person {handle: row.handle})
CREATE (f)-[:BELONGS {seed: row.seed}]->(p)
"""
MENTION_IS_PERSON = """
UNWIND $rows AS row MATCH (n:Mention {id: row.mention}) MATCH (p:Person {handle: row.handle}) CREATE (n)-[:IS]->(p)
"""
CLAIM_BY_PERSON = """
UNWIND $rows AS row MATCH (n:Mention {id: row.mention})<-[:QUOTES]-(c:Claim) MATCH (p:Person {handle: row.handle})
CREATE (c)-[:BY]->(p)
"""
HOLDS = """
UNWIND $rows AS row MATCH (p:Person {handle: row.handle}) MATCH (o:Office {id: row.office})
CREATE (p)-[:HOLDS {known_from: row.known_from}]->(o)
"""


@dataclass(slots=True)
class Profile:
    """A distinct name + title + polity, with how many sources have it and its earliest mention."""

    id: str
    name: str
    title: str | None
    of: str | None
    count: int
    first: str
    """Report day and seed of the earliest mention, ``day|seed``."""

    @property
    def traits(self) -> Traits:
        return traits(self.name, self.title, self.of)

    @property
    def keys(self) -> tuple[str, ...]:
        """By which it finds the profiles that may be of the same person."""
        return block_keys(self.traits.name)


def profile_of(row: Row) -> Profile:
    """The profile in a row."""
    return Profile(row["id"], row["name"], row["title"], row["of"], row["count"] or 0, row["first"] or "")


@dataclass(slots=True)
class Block:
    """Profiles that are looked at together, and the judgements on them."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    judgements: dict[str, Row] = field(default_factory=dict)
    partners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Profiles that a SAME judgement joins."""


@dataclass(slots=True)
class Moved:
    """What the change of persons has changed for others."""

    claims: set[str] = field(default_factory=set)
    """Claims whose sides are other persons now, or act for another camp."""
    gone: list[str] = field(default_factory=list)
    """Handles of persons to delete once nothing hangs on them."""


def resolve_people(
    transaction: ManagedTransaction, touched: Iterable[Profile], named_now: Sequence[tuple[str, str, str]]
) -> Moved:
    """Decide anew who is who in all blocks with a touched profile, and write what changed.

    ``named_now`` are (mention, seed, profile) of mentions that stand from now on. A touched profile with no source left
    is decided about no more, but those it may have kept apart are.
    """
    block = _block(transaction, touched)
    alive = {name: profile for name, profile in block.profiles.items() if profile.count > 0}
    items, owner = _items(transaction, alive, block)
    persons = _persons(items, owner, alive, block)
    now: dict[str, dict[str | None, str]] = defaultdict(dict)
    for person in persons:
        for item in person.items:
            profile, seed = owner[item.id]
            now[profile][seed] = person.handle
    return _write(transaction, block, now, persons, named_now)


def delete_persons(transaction: ManagedTransaction, gone: Sequence[str]) -> None:
    """Delete the persons with these handles, on whom nothing hangs any more."""
    if gone:
        transaction.run(DELETE_PERSONS, rows=list(gone)).consume()


def _block(transaction: ManagedTransaction, touched: Iterable[Profile]) -> Block:
    """Follow from the touched profiles all that may be the same, was the same, or was judged so."""
    block = Block()
    frontier = {profile.id: profile for profile in touched}
    while frontier:
        block.profiles |= frontier
        keys: dict[str, list[Profile]] = defaultdict(list)
        for profile in frontier.values():
            for key in profile.keys:
                keys[key].append(profile)
        found: dict[str, Profile] = {}
        for row in fetch(transaction, NEIGHBOURS, keys):
            profile = profile_of(row)
            if profile.id not in block.profiles and any(
                linkable(profile.traits, other.traits) for key in profile.keys for other in keys.get(key, ())
            ):
                found[profile.id] = profile
        for row in fetch(transaction, HOUSEHOLD, frontier):
            found[row["id"]] = profile_of(row)
        for row in fetch(transaction, JUDGED_ALONE, frontier):
            block.judgements[row["judgement"]] = row
        for row in fetch(transaction, JUDGED, frontier):
            block.judgements[row["judgement"]] = row
            if row["verb"] == Verb.SAME:
                found[row["id"]] = profile_of(row)
        frontier = {name: profile for name, profile in found.items() if name not in block.profiles}
    return block


def _items(
    transaction: ManagedTransaction, alive: Mapping[str, Profile], block: Block
) -> tuple[list[Item], dict[str, tuple[str, str | None]]]:
    """What is joined: whole profiles, and apart from them the mentions of sources that judgements speak of."""
    named = {row[end] for row in block.judgements.values() for end in ("subject", "object") if row[end]}
    units = [row for row in fetch(transaction, UNITS, named) if row["profile"] in alive]
    taken: dict[str, list[str]] = defaultdict(list)
    owner: dict[str, tuple[str, str | None]] = {}
    items = []
    for row in units:
        profile = alive[row["profile"]]
        taken[profile.id].append(row["seed"])
        owner[row["seed"]] = (profile.id, row["seed"])
        items.append(Item(row["seed"], profile.name, profile.title, profile.of, 1, row["day"], row["seed"]))
    rest = {}
    if taken:
        rows = [{"profile": name, "seeds": sorted(seeds)} for name, seeds in sorted(taken.items())]
        rest = {row["profile"]: row["first"] for row in transaction.run(EARLIEST_OF_THE_REST, rows=rows).data()}
    for profile in alive.values():
        count = profile.count - len(taken[profile.id]) if profile.id in taken else profile.count
        first = rest.get(profile.id, "") if profile.id in taken else profile.first
        if count > 0 and first:
            day, seed = first.split("|")
            owner[profile.id] = (profile.id, None)
            items.append(Item(profile.id, profile.name, profile.title, profile.of, count, day, seed))
    return items, owner


def _persons(
    items: Sequence[Item],
    owner: Mapping[str, tuple[str, str | None]],
    alive: Mapping[str, Profile],
    block: Block,
) -> list[Person]:
    """Join each component of what may be the same by itself."""
    group = {name: name for name in alive}

    def root(name: str) -> str:
        while group[name] != name:
            group[name] = group[group[name]]
            name = group[name]
        return name

    by_key: dict[str, list[Profile]] = defaultdict(list)
    for profile in alive.values():
        for key in profile.keys:
            by_key[key].append(profile)
    for sharing in by_key.values():
        for place, left in enumerate(sharing):
            for right in sharing[place + 1 :]:
                if root(left.id) != root(right.id) and linkable(left.traits, right.traits):
                    group[root(left.id)] = root(right.id)
    judgements = sorted(block.judgements.values(), key=lambda row: (row["made"], row["judgement"]))
    same = [(row["subject"], row["object"]) for row in judgements if row["verb"] == Verb.SAME]
    not_same = [(row["subject"], row["object"]) for row in judgements if row["verb"] == Verb.NOT_SAME]
    for left_seed, right_seed in same:
        if left_seed in owner and right_seed in owner:
            group[root(owner[left_seed][0])] = root(owner[right_seed][0])
    components: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        components[root(owner[item.id][0])].append(item)
    return [person for component in components.values() for person in join(component, same, not_same)[0]]


def _write(
    transaction: ManagedTransaction,
    block: Block,
    now: Mapping[str, Mapping[str | None, str]],
    persons: Sequence[Person],
    named_now: Sequence[tuple[str, str, str]],
) -> Moved:
    moved = Moved()
    before: dict[str, dict[str | None, str]] = defaultdict(dict)
    for row in fetch(transaction, BELONGING, block.profiles):
        before[row["profile"]][row["seed"]] = row["handle"]
    handles = {handle for seeds in before.values() for handle in seeds.values()}
    old = {row["person"]["handle"]: row["person"] for row in fetch(transaction, PERSONS, handles)}
    new = {person.handle: _properties(person) for person in persons}
    moved.gone = sorted(old.keys() - new.keys())
    changed = {handle: row for handle, row in new.items() if old.get(handle) != row}
    moving = [row for handle, row in sorted(changed.items()) if handle in old and old[handle]["id"] != row["id"]]
    leaving = [{"handle": handle} for handle in moved.gone]
    save(transaction, FREE_IDS, [{"handle": row["handle"]} for row in moving] + leaving)
    save(transaction, SAVE_PERSONS, [row for _, row in sorted(changed.items())])
    other_camp = [
        handle for handle, row in changed.items() if handle in old and old[handle].get("camp") != row.get("camp")
    ]
    moved.claims |= {row["claim"] for row in fetch(transaction, CLAIMS_OF_PERSONS, other_camp)}

    other = sorted(name for name in block.profiles if dict(before[name]) != dict(now.get(name, {})))
    if other:
        transaction.run(FORGET_BELONGING, rows=other).consume()
    save(
        transaction,
        BELONGS,
        [
            {"profile": name, "seed": seed, "handle": handle}
            for name in other
            for seed, handle in sorted(now.get(name, {}).items(), key=lambda entry: entry[0] or "")
        ],
    )
    rows = fetch(transaction, NAMED_AS, other)
    moved.claims |= {row["claim"] for row in rows if row["claim"] is not None}
    mentions = [(row["mention"], row["seed"], row["profile"]) for row in rows]
    if mentions:
        transaction.run(FORGET_QUOTED, rows=sorted(mention for mention, _, _ in mentions)).consume()
        transaction.run(FORGET_WHO, rows=sorted(mention for mention, _, _ in mentions)).consume()
    anew = set(mentions) | set(named_now)
    links = [
        {"mention": mention, "handle": now[profile].get(seed) or now[profile][None]}
        for mention, seed, profile in sorted(anew)
    ]
    save(transaction, MENTION_IS_PERSON, links)
    save(transaction, CLAIM_BY_PERSON, links)
    _write_offices(transaction, persons, old)
    return moved


def _properties(person: Person) -> dict[str, Any]:
    camp = person.camp
    row: dict[str, Any] = {
        "handle": person.handle,
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "slug": slug(person.name),
        "known_from": person.known_from,
    }
    if camp is not None:
        row |= {"polity": camp.id, "camp": camp.key}
    return row


def slug(name: str) -> str:
    """A name for addresses: ``sergey-lavrov``. Two people may share one."""
    return "-".join(part.folded for part in parse(name).parts) or "unnamed"


def _write_offices(transaction: ManagedTransaction, persons: Sequence[Person], old: Iterable[str]) -> None:
    wanted = {
        (person.handle, office.id): (office, known_from)
        for person in persons
        for office, known_from in person.offices.items()
    }
    there = {(row["handle"], row["office"]): row["known_from"] for row in fetch(transaction, HELD_OFFICES, old)}
    stale = [pair for pair, day in there.items() if pair not in wanted or wanted[pair][1] != day]
    save(transaction, FORGET_OFFICES, [{"handle": handle, "office": office} for handle, office in sorted(stale)])
    fresh = sorted(pair for pair in wanted if pair not in there or pair in stale)
    save(
        transaction,
        HOLDS,
        [{"handle": pair[0], "office": pair[1], "known_from": wanted[pair][1]} for pair in fresh],
    )
