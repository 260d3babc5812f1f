"""Meetings in the graph: the blocks that the touched claims fall into, and what changes in their states."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from neo4j import ManagedTransaction

from loaders.projection.candidates import write_candidates
from loaders.projection.cypher import Row, fetch
from loaders.projection.states import Written, write_states
from loaders.projection.tellings import keys_of, load_tellings, other_versions, save_keys, with_keys
from loaders.resolve.candidates import Candidate
from loaders.resolve.groups import Groups
from loaders.resolve.history import State, states
from loaders.resolve.nearby import meetings as nearby
from loaders.resolve.related import keys, related, sought
from loaders.resolve.tellings import Telling
from schema.vocabulary import Subject, Verb

JUDGED = """
UNWIND $ids AS id MATCH (:Claim {id: id})<-[:ON]-(j:Judgement) WHERE j.undone IS NULL
MATCH (j)-[:ON]->(c:Claim)
RETURN DISTINCT j.id AS judgement, j.verb AS verb, j.subject AS subject, j.object AS object, c.contact AS claim
"""
TOLD_TOGETHER = """
UNWIND $ids AS id MATCH (:Claim {id: id})-[:ABOUT]->(m:Meeting)<-[:ABOUT]-(c:Claim) RETURN DISTINCT c.contact AS claim
"""


@dataclass(slots=True)
class Block:
    """Tellings that are looked at together, and the judgements on them."""

    tellings: dict[str, Telling] = field(default_factory=dict)
    contacts: set[str] = field(default_factory=set)
    """All that were looked at, also those that are told no more."""
    judgements: dict[str, Row] = field(default_factory=dict)


def resolve_meetings(transaction: ManagedTransaction, touched: Iterable[str]) -> Written:
    """Decide anew what is one meeting in all blocks with a touched contact, and write what changed.

    ``touched`` are ids of own-words claims that are new, told no more, judged, or whose sides are other people now.
    """
    changed = set(touched)
    before = keys_of(transaction, changed)
    told = load_tellings(transaction, changed)
    save_keys(transaction, before, told, changed)
    block = _block(transaction, changed, told, before)
    same = [(row["subject"], row["object"]) for row in block.judgements.values() if row["verb"] == Verb.SAME]
    apart = [(row["subject"], row["object"]) for row in block.judgements.values() if row["verb"] == Verb.NOT_SAME]
    found: list[State] = []
    candidates: list[Candidate] = []
    for component in components(block.tellings.values(), same):
        decided = states(component, same, apart)
        found += decided
        candidates += nearby(component, decided, apart)
    write_candidates(transaction, Subject.MEETING, block.contacts, candidates)
    return write_states(transaction, found, block.contacts)


def _block(
    transaction: ManagedTransaction, changed: set[str], told: Mapping[str, Telling], before: Mapping[str, set[str]]
) -> Block:
    """Follow from the changed contacts all that may be the same meeting, was the same, or was judged so."""
    block = Block()
    loaded = dict(told)
    looked_at = set(changed)

    def load(contacts: set[str]) -> None:
        loaded.update(load_tellings(transaction, contacts - looked_at))
        looked_at.update(contacts)

    next_to = with_keys(transaction, sought(set().union(*before.values())))
    next_to |= {row["claim"] for row in fetch(transaction, TOLD_TOGETHER, changed)}
    load(next_to)
    frontier = changed | next_to
    while frontier:
        block.contacts |= frontier
        found = other_versions(transaction, frontier)
        for row in fetch(transaction, JUDGED, frontier):
            block.judgements[row["judgement"]] = row
            found.add(row["claim"])
        sharing: dict[str, list[Telling]] = defaultdict(list)
        for contact in frontier & loaded.keys():
            for key in sought(keys(loaded[contact])):
                sharing[key].append(loaded[contact])
        near = with_keys(transaction, sharing) - block.contacts
        load(found | near)
        for contact in near & loaded.keys():
            telling = loaded[contact]
            if any(related(telling, other) for key in keys(telling) for other in sharing.get(key, ())):
                found.add(contact)
        frontier = found - block.contacts
    block.tellings = {contact: loaded[contact] for contact in block.contacts & loaded.keys()}
    return block


def components(tellings: Iterable[Telling], same: Sequence[tuple[str, str]]) -> list[list[Telling]]:
    """The tellings in connected components of what may be one meeting, or was judged to be."""
    found = {telling.id: telling for telling in tellings}
    groups = Groups(found)
    having: dict[str, list[Telling]] = defaultdict(list)
    by_seed: dict[str, list[str]] = defaultdict(list)
    for telling in found.values():
        by_seed[telling.seed].append(telling.id)
        for key in keys(telling):
            having[key].append(telling)
    for left in found.values():
        for key in sought(keys(left)):
            for right in having.get(key, ()):
                if groups.apart(left.id, right.id) and related(left, right):
                    groups.join(left.id, right.id)
    for seeds in [*((seed,) for seed in by_seed), *same]:
        judged = [name for seed in seeds for name in by_seed.get(seed, ())]
        for name in judged[1:]:
            groups.join(judged[0], name)
    return [[found[name] for name in group] for group in groups.all()]
