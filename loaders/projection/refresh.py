"""Bringing the projection to what the ledger now comes to, for what was touched and nothing else."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from neo4j import ManagedTransaction

from loaders.projection.alike import settle_alike
from loaders.projection.articles import Standing, settle_articles
from loaders.projection.blocks import profile_of
from loaders.projection.cypher import Row, fetch, save
from loaders.projection.meetings import resolve_meetings
from loaders.projection.mentions import claims_of, link_articles, mentions_of, unlink_articles, unlink_mentions
from loaders.projection.offices import settle_offices
from loaders.projection.people import delete_persons, resolve_people
from loaders.projection.places import contacts_at
from loaders.projection.posts import Meant, seek, settle_posts, tie, untie
from loaders.projection.profiles import count_profiles, delete_profiles, touched_by
from loaders.projection.references import fitting
from loaders.projection.sweep import sweep
from loaders.projection.tellings import contacts_of
from schema.ledger import Judgement, Reference
from schema.vocabulary import Subject, Verb

NAMING = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.verb IN ['same', 'not_same']
RETURN j.id AS judgement, id AS seed
"""
NAMING_SECOND = """
UNWIND $ids AS id MATCH (j:Judgement {object: id}) WHERE j.verb IN ['same', 'not_same']
RETURN j.id AS judgement, id AS seed
"""
PROFILES_WITH_SEED = """
UNWIND $ids AS id MATCH (n:Mention {seed: id}) RETURN DISTINCT id AS seed, n.profile AS id
"""
CLAIMS_WITH_SEED = "UNWIND $ids AS id MATCH (c:Claim {seed: id}) WHERE c.contact = c.id RETURN id AS seed, c.id AS id"
ON_PROFILE = """
UNWIND $rows AS row MATCH (j:Judgement {id: row.judgement}) MATCH (f:Profile {id: row.id}) MERGE (j)-[:ON]->(f)
"""
ON_CLAIM = """
UNWIND $rows AS row MATCH (j:Judgement {id: row.judgement}) MATCH (c:Claim {id: row.id}) MERGE (j)-[:ON]->(c)
"""


@dataclass(slots=True)
class Touched:
    """What has changed in the ledger."""

    sources: set[str] = field(default_factory=set)
    """Sources of articles that were added, retracted or restored."""
    seeds: set[str] = field(default_factory=set)
    """Of people and meetings that were judged the same or not."""
    places: set[str] = field(default_factory=set)
    """Places that were."""
    offices: set[str] = field(default_factory=set)
    """Offices that were."""
    references: list[Reference] = field(default_factory=list)
    """Lines of lists of office-holders that count now, or no more."""
    claims: set[str] = field(default_factory=set)
    """Claims that were rejected or corrected."""

    def add(self, judgement: Judgement) -> None:
        """Take in what a judgement, or its undoing, touches."""
        if judgement.verb is Verb.RETRACT:
            self.sources.add(judgement.subject)
        elif judgement.verb in (Verb.REJECT, Verb.CORRECT):
            self.claims.add(judgement.subject)
        elif judgement.verb in (Verb.SAME, Verb.NOT_SAME):
            ids = {judgement.subject, judgement.object or judgement.subject}
            if judgement.subject.startswith("v"):
                self.places |= ids
            elif judgement.subject.startswith("o"):
                self.offices |= ids
            else:
                self.seeds |= ids


def refresh(transaction: ManagedTransaction, touched: Touched) -> None:
    """Write the projection anew for what was touched, in the same transaction as the ledger's rows.

    It costs by what was touched and what that can be one with, not by the size of the graph.
    """
    standings = settle_articles(transaction, touched.sources)
    begun = {one.id: one for one in standings if one.before is None and one.after is not None}
    ended = {one.id for one in standings if one.before is not None and one.after is None}
    changed = {one.id for one in standings if one.before != one.after}
    meant = unlink_articles(transaction, ended)
    taken = _posts(transaction, touched, begun.values(), ended)
    others = {name for name, one in taken.items() if one.moved}
    elsewhere = {str(taken[name].now["source"]) for name in others}
    standings += settle_articles(transaction, elsewhere - touched.sources)
    recounted = {one.source for one in standings if one.id in begun or one.id in ended} | elsewhere
    looked_at = [one for one in standings if one.source in recounted and (one.before or one.after)]
    mentions: dict[str, list[tuple[Row, Row]]] = defaultdict(list)
    for row in mentions_of(transaction, (one.id for one in looked_at)):
        other = taken.get(row["id"])
        mentions[row["article"]].append((row | other.before, row | other.now) if other else (row, row))
    meant |= unlink_mentions(transaction, others)
    claims = claims_of(transaction, changed)
    linked = link_articles(
        transaction,
        [now for name, rows in mentions.items() for _, now in rows if name in begun or now["id"] in others],
        [row for row in claims if row["article"] in begun],
    )
    counted = count_profiles(transaction, looked_at, mentions)

    seeds = {seed for _, seed, _ in counted.named} | {row["seed"] for row in claims}
    left, holding = settle_offices(transaction, touched.offices)
    meant |= left

    on_profiles, on_claims = _judged(transaction, seeds | touched.seeds)

    profiles = dict(counted.touched)
    for profile in touched_by(transaction, (on_profiles | holding) - profiles.keys()):
        profiles[profile.id] = profile
    for row in fitting(transaction, touched.references):
        profiles.setdefault(row["id"], profile_of(row))
    moved = resolve_people(transaction, profiles.values(), counted.named)

    retold = {str(one.now["claim"]) for one in taken.values() if one.changed}
    contacts = contacts_of(transaction, moved.claims | touched.claims | on_claims | retold)
    contacts |= contacts_at(transaction, touched.places)
    written = resolve_meetings(transaction, contacts | {row["contact"] for row in claims})
    delete_persons(transaction, moved.gone)
    delete_profiles(transaction, profiles.values())
    sweep(transaction, written.topics, written.venues, meant)
    posts = {name for name in meant if name.startswith("o")} | touched.offices
    settle_alike(transaction, Subject.OFFICE, posts | linked)
    settle_alike(transaction, Subject.VENUE, written.venues | written.told | touched.places)


def _posts(
    transaction: ManagedTransaction, touched: Touched, begun: Iterable[Standing], ended: Iterable[str]
) -> dict[str, Meant]:
    """Who is meant where sides are named by a post only, by mention, as far as what was touched bears on it."""
    sources = {one.id: one.source for one in begun}
    days = {one.id: one.after.known_from for one in begun if one.after is not None}
    keys = untie(transaction, ended)
    tied = seek(mentions_of(transaction, sources), sources, days)
    tie(transaction, tied)
    keys |= {row["key"] for row in tied}
    return {one.now["id"]: one for one in settle_posts(transaction, keys, touched.references, touched.seeds)}


def _judged(transaction: ManagedTransaction, seeds: Iterable[str]) -> tuple[set[str], set[str]]:
    """Tie judgements that name one of the seeds to the profiles and claims that have it, which are returned."""
    rows = fetch(transaction, NAMING, seeds) + fetch(transaction, NAMING_SECOND, seeds)
    named = {row["seed"] for row in rows}
    profiles = fetch(transaction, PROFILES_WITH_SEED, named)
    claims = fetch(transaction, CLAIMS_WITH_SEED, named)
    for cypher, found in ((ON_PROFILE, profiles), (ON_CLAIM, claims)):
        targets: dict[str, list[str]] = defaultdict(list)
        for row in found:
            targets[row["seed"]].append(row["id"])
        pairs = sorted({(row["judgement"], target) for row in rows for target in targets[row["seed"]]})
        save(transaction, cypher, [{"judgement": judgement, "id": target} for judgement, target in pairs])
    return {row["id"] for row in profiles}, {row["id"] for row in claims}
