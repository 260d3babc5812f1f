"""Persons in the graph: what changes in them, and in what hangs on them, when it is decided anew who is who."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from loaders.projection.blocks import Block, Decided, Profile, decide, find_block
from loaders.projection.candidates import write_candidates
from loaders.projection.cypher import fetch, save
from loaders.projection.taken import offices_taken_for
from loaders.resolve.names import parse
from loaders.resolve.offices import offices
from loaders.resolve.people import Person
from loaders.resolve.references import Listed
from schema.ledger import OPEN, UNDATED
from schema.vocabulary import Subject

BELONGING = """
UNWIND $ids AS id MATCH (f:Profile {id: id})-[b:BELONGS]->(p:Person)
RETURN f.id AS profile, b.seed AS seed, p.handle AS handle
"""
PERSONS = "UNWIND $ids AS id MATCH (p:Person {handle: id}) RETURN properties(p) AS person"
HELD_OFFICES = """
UNWIND $ids AS id MATCH (p:Person {handle: id})-[h:HOLDS]->(o:Office)
RETURN p.handle AS handle, o.id AS office, h.known_from AS known_from, h.known_until AS known_until, h.since AS since,
       h.until AS until
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
CREATE (p)-[h:HOLDS]->(o) SET h = row.edge
"""

_Term = tuple[str | None, str | None]
"""Since and until when an office was held."""
_Held = tuple[str, str, str | None, str | None]
"""From and until which day of report it stood, and since and until when it was held."""


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
    block = find_block(transaction, touched)
    decided = decide(transaction, block)
    write_candidates(transaction, Subject.PERSON, block.profiles, decided.candidates)
    return _write(transaction, block, decided, named_now)


def delete_persons(transaction: ManagedTransaction, gone: Sequence[str]) -> None:
    """Delete the persons with these handles, on whom nothing hangs any more."""
    if gone:
        transaction.run(DELETE_PERSONS, rows=list(gone)).consume()


def _write(
    transaction: ManagedTransaction,
    block: Block,
    decided: Decided,
    named_now: Sequence[tuple[str, str, str]],
) -> Moved:
    moved, now = Moved(), decided.handles
    before: dict[str, dict[str | None, str]] = defaultdict(dict)
    for row in fetch(transaction, BELONGING, block.profiles):
        before[row["profile"]][row["seed"]] = row["handle"]
    handles = {handle for seeds in before.values() for handle in seeds.values()}
    old = {row["person"]["handle"]: row["person"] for row in fetch(transaction, PERSONS, handles)}
    new = {person.handle: _properties(person, decided.listed.get(person.handle)) for person in decided.persons}
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
    _write_offices(transaction, decided, old)
    return moved


def _properties(person: Person, listed: Listed | None) -> dict[str, Any]:
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
    if listed is not None and listed.wikidata is not None:
        row["wikidata"] = listed.wikidata
    return row


def slug(name: str) -> str:
    """A name for addresses: ``sergey-lavrov``. Two people may share one."""
    return "-".join(part.folded for part in parse(name).parts) or "unnamed"


def _write_offices(transaction: ManagedTransaction, decided: Decided, old: Iterable[str]) -> None:
    held = [(person.handle, office.id, told) for person in decided.persons for office, told in person.offices.items()]
    tenures = _tenures(decided.listed)
    taken = offices_taken_for(transaction, {row[1] for row in held} | {row[1] for row in tenures})
    days: dict[tuple[str, str], set[tuple[str, bool]]] = defaultdict(set)
    for handle, office, told in held:
        days[handle, taken[office].id if office in taken else office].update(told)
    terms: dict[tuple[str, str], set[_Term]] = defaultdict(set)
    for handle, office, since, until in tenures:
        terms[handle, taken[office].id if office in taken else office].add((since, until))
    wanted = {pair: _holding(told, terms.get(pair, set())) for pair, told in days.items()}
    there: dict[tuple[str, str], set[_Held]] = defaultdict(set)
    for row in fetch(transaction, HELD_OFFICES, old):
        edge = row["known_from"], row["known_until"], row["since"], row["until"]
        there[row["handle"], row["office"]].add(edge)
    stale = sorted(pair for pair, edges in there.items() if wanted.get(pair) != edges)
    save(transaction, FORGET_OFFICES, [{"handle": handle, "office": office} for handle, office in stale])
    save(
        transaction,
        HOLDS,
        [
            {"handle": pair[0], "office": pair[1], "edge": _term(*edge)}
            for pair in sorted(wanted)
            if wanted[pair] != there.get(pair)
            for edge in sorted(wanted[pair], key=str)
        ],
    )


def _tenures(listed: Mapping[str, Listed]) -> list[tuple[str, str, str | None, str | None]]:
    """Handle, office, and since and until when it was held, by the lists of office-holders."""
    return [
        (handle, office.id, one.since, one.until)
        for handle, who in listed.items()
        for one in who.references
        for office in offices(one.title, one.of)
    ]


def _holding(told: set[tuple[str, bool]], terms: set[_Term]) -> set[_Held]:
    """When an office was held: by the lists, or else until a report calls its holder a former one."""
    first = min(told)[0]
    if terms:
        return {(first, OPEN, *term) for term in terms}
    found: list[_Held] = []
    for day, ended in sorted(told):
        until = day if ended and day != UNDATED else None
        if found and (found[-1][3] is None) == (until is None):
            continue
        if found:
            found[-1] = (found[-1][0], day, *found[-1][2:])
        found.append((day, OPEN, None, until))
    return {one for one in found if one[0] < one[1]}


def _term(known_from: str, known_until: str, since: str | None, until: str | None) -> dict[str, str]:
    edge = {"known_from": known_from, "known_until": known_until, "since": since, "until": until}
    return {name: value for name, value in edge.items() if value is not None}
