"""The blocks that profiles fall into: all that may be the same person, found by keys, and what is decided in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch
from loaders.projection.references import fitting, references_at
from loaders.resolve.candidates import Candidate
from loaders.resolve.candidates import people as candidates
from loaders.resolve.groups import Groups
from loaders.resolve.joining import Decision, join
from loaders.resolve.people import Item, Person, Traits, keys, linkable, person_seed, sought, traits
from loaders.resolve.references import Listed, fits, listed, one_person
from schema.ledger import Reference
from schema.vocabulary import Verb

NEIGHBOURS = """
UNWIND $ids AS id MATCH (k:Key {id: id})<-[:KEYED]-(f:Profile)
RETURN DISTINCT f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.unnamed AS unnamed,
       f.first AS first
"""
HOUSEHOLD = """
UNWIND $ids AS id MATCH (:Profile {id: id})-[:BELONGS]->(:Person)<-[:BELONGS]-(f:Profile)
RETURN DISTINCT f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.unnamed AS unnamed,
       f.first AS first
"""
JUDGED = """
UNWIND $ids AS id MATCH (:Profile {id: id})<-[:ON]-(j:Judgement)-[:ON]->(f:Profile) WHERE j.undone IS NULL
RETURN DISTINCT j.id AS judgement, j.verb AS verb, j.subject AS subject, j.object AS object, j.made AS made,
       f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.unnamed AS unnamed,
       f.first AS first
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
OF_PERSON = """
MATCH (p:Person {id: $id})<-[:BELONGS]-(f:Profile)
RETURN DISTINCT f.id AS id, f.name AS name, f.title AS title, f.of AS of, f.count AS count, f.unnamed AS unnamed,
       f.first AS first
"""


@dataclass(slots=True)
class Profile:
    """A distinct name + title + polity, with how many sources have it and its earliest mention."""

    id: str
    name: str
    title: str | None
    of: str | None
    count: int
    unnamed: int
    """Number of further sources that mean it where they name a post only."""
    first: str
    """Report day and seed of the earliest mention, ``day|seed``."""

    @property
    def traits(self) -> Traits:
        return traits(self.name, self.title, self.of)

    @property
    def keys(self) -> tuple[str, ...]:
        """By which it is found by the profiles that may be of the same person."""
        return keys(self.traits)

    @property
    def sought(self) -> tuple[str, ...]:
        """The keys of those."""
        return sought(self.traits)


def profile_of(row: Row) -> Profile:
    """The profile in a row."""
    return Profile(
        row["id"], row["name"], row["title"], row["of"], row["count"] or 0, row["unnamed"] or 0, row["first"] or ""
    )


@dataclass(slots=True)
class Block:
    """Profiles that are looked at together, and the judgements on them."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    judgements: dict[str, Row] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    """Rows of the lists of office-holders that fit one of the profiles."""

    @property
    def standing(self) -> dict[str, Profile]:
        """Those that some source still has."""
        return {name: profile for name, profile in self.profiles.items() if profile.count or profile.unnamed}

    def judged(self, verb: Verb) -> list[tuple[str, str]]:
        """The pairs of seeds that were judged so, in the order in which they were."""
        rows = sorted(self.judgements.values(), key=lambda row: (row["made"], row["judgement"]))
        return [(row["subject"], row["object"]) for row in rows if row["verb"] == verb]


@dataclass(slots=True)
class Decided:
    """Who is who in a block."""

    persons: list[Person]
    decisions: list[Decision]
    handles: dict[str, dict[str | None, str]]
    """Profile to the handle of its person; under their seeds, those of mentions that judgements took out of it."""
    candidates: list[Candidate]
    listed: dict[str, Listed] = field(default_factory=dict)
    """Handle to who of the lists of office-holders that person is."""


def find_block(transaction: ManagedTransaction, touched: Iterable[Profile]) -> Block:
    """Follow from the touched profiles all that may be the same, was the same, or was judged so."""
    block = Block()
    asked: set[str] = set()
    having: dict[str, dict[str, Profile]] = defaultdict(dict)
    lines: dict[str, Reference] = {}
    frontier = {profile.id: profile for profile in touched}
    while frontier:
        block.profiles |= frontier
        fresh_keys = {key for profile in frontier.values() for key in profile.sought} - asked
        asked |= fresh_keys
        for row in fetch(transaction, NEIGHBOURS, fresh_keys):
            other = profile_of(row)
            for key in other.keys:
                having[key][other.id] = other
        found: dict[str, Profile] = {}
        for profile in frontier.values():
            for key in profile.sought:
                for other in having[key].values():
                    if other.id not in block.profiles and linkable(profile.traits, other.traits):
                        found[other.id] = other
        lines |= references_at(transaction, fresh_keys)
        fresh = {
            name: reference
            for name, reference in lines.items()
            if name not in block.references and any(fits(profile.traits, reference) for profile in frontier.values())
        }
        block.references |= fresh
        found |= {row["id"]: profile_of(row) for row in fitting(transaction, fresh.values())}
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


def decide(transaction: ManagedTransaction, block: Block) -> Decided:
    """Who is who in a block; each component of what may be the same is joined by itself."""
    items, owner = _items(transaction, block)
    same, not_same = block.judged(Verb.SAME), block.judged(Verb.NOT_SAME)
    decided = Decided([], [], defaultdict(dict), [])
    known = _listed(items, block)
    for component in _components(items, owner, block, same, known):
        persons, decisions = join(component, same, not_same, known)
        decided.persons += persons
        decided.decisions += decisions
        for one in candidates(persons, decisions, not_same):
            left, right = (owner[item][0] for item in one.support)
            decided.candidates.append(replace(one, support=(left, right)))
    for person in decided.persons:
        who = one_person([known[item.id] for item in person.items if item.id in known])
        if who is not None:
            decided.listed[person.handle] = who
        for item in person.items:
            profile, seed = owner[item.id]
            decided.handles[profile][seed] = person.handle
    return decided


def explain(transaction: ManagedTransaction, person: str) -> list[Decision]:
    """The decisions that made the person with this id what it is, and those that were not taken because of a rival."""
    profiles = [profile_of(dict(row)) for row in transaction.run(OF_PERSON, id=person).data()]
    decided = decide(transaction, find_block(transaction, profiles))
    own = {item.id for one in decided.persons if one.id == person for item in one.items}
    return [one for one in decided.decisions if one.left.id in own or one.right.id in own]


def _items(transaction: ManagedTransaction, block: Block) -> tuple[list[Item], dict[str, tuple[str, str | None]]]:
    """What is joined: whole profiles, and apart from them the mentions of sources that judgements speak of.

    With them the profile that each is of, and for those mentions their seed.
    """
    alive = block.standing
    named = {row[end] for row in block.judgements.values() for end in ("subject", "object") if row[end]}
    units = [row for row in fetch(transaction, UNITS, named) if row["profile"] in alive]
    taken: dict[str, list[str]] = defaultdict(list)
    owner: dict[str, tuple[str, str | None]] = {}
    items = []
    for row in units:
        profile = alive[row["profile"]]
        taken[profile.id].append(row["seed"])
        owner[row["seed"]] = (profile.id, row["seed"])
        count = int(row["seed"] != person_seed("", profile.name, profile.title, profile.of))
        items.append(Item(row["seed"], profile.name, profile.title, profile.of, count, row["day"], row["seed"]))
    rest = {}
    if taken:
        rows = [{"profile": name, "seeds": sorted(seeds)} for name, seeds in sorted(taken.items())]
        rest = {row["profile"]: row["first"] for row in transaction.run(EARLIEST_OF_THE_REST, rows=rows).data()}
    for profile in alive.values():
        own = person_seed("", profile.name, profile.title, profile.of)
        count = profile.count - sum(seed != own for seed in taken[profile.id])
        first = rest.get(profile.id, "") if taken[profile.id] else profile.first
        if first:
            day, seed = first.split("|")
            owner[profile.id] = (profile.id, None)
            items.append(Item(profile.id, profile.name, profile.title, profile.of, count, day, seed))
    return items, owner


def _listed(items: Sequence[Item], block: Block) -> dict[str, Listed]:
    """Who of the lists the items are, by their ids."""
    by_traits: dict[Traits, Listed | None] = {}
    found: dict[str, Listed] = {}
    for item in items:
        own = traits(item.name, item.title, item.of)
        if own not in by_traits:
            by_traits[own] = listed(own, block.references.values())
        who = by_traits[own]
        if who is not None:
            found[item.id] = who
    return found


def _components(
    items: Sequence[Item],
    owner: Mapping[str, tuple[str, str | None]],
    block: Block,
    same: Sequence[tuple[str, str]],
    known: Mapping[str, Listed],
) -> list[list[Item]]:
    alive = block.standing
    groups = Groups(alive)
    by_key: dict[str, list[Profile]] = defaultdict(list)
    for profile in alive.values():
        for key in profile.keys:
            by_key[key].append(profile)
    for left in alive.values():
        for key in left.sought:
            for right in by_key.get(key, ()):
                if groups.apart(left.id, right.id) and linkable(left.traits, right.traits):
                    groups.join(left.id, right.id)
    alike: dict[str, str] = {}
    for item in items:
        if item.id in known:
            own = owner[item.id][0]
            groups.join(own, alike.setdefault(known[item.id].key, own))
    for left_seed, right_seed in same:
        if left_seed in owner and right_seed in owner:
            groups.join(owner[left_seed][0], owner[right_seed][0])
    components: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        components[groups.root(owner[item.id][0])].append(item)
    return list(components.values())
