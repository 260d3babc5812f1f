"""Who is meant where an article names a side by its post only: "the French foreign minister".

Such a mention is a party's in the ledger. Where ``loaders.resolve.posts`` finds who holds the post, the projection
counts it to that person's profile, and notes on it that this is inferred, and by what.

``(:Mention)-[:KEYED {day}]->(:Key)`` finds the mentions of a post by month: of people named in it, and of sides named
by it, these also by the post alone and by the id by which a judgement names them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from loaders.projection.cypher import Row, fetch, save
from loaders.projection.references import holding
from loaders.resolve.people import person_seed, profile_id
from loaders.resolve.polities import PolityRef, polity
from loaders.resolve.posts import Incumbent, Named, held, incumbent, meant, months_from, months_to, terms_of
from schema.ledger import Reference
from schema.vocabulary import Verb

TIE = """
UNWIND $rows AS row MERGE (k:Key {id: row.key})
WITH k, row MATCH (n:Mention {id: row.mention}) CREATE (n)-[:KEYED {day: row.day}]->(k)
"""
TIED = "UNWIND $ids AS id MATCH (n:Mention {article: id})-[:KEYED]->(k:Key) RETURN DISTINCT k.id AS key"
UNTIE = "UNWIND $rows AS id MATCH (n:Mention {article: id})-[e:KEYED]->(:Key) DELETE e"
DROP_EMPTY_KEYS = "UNWIND $rows AS id MATCH (k:Key {id: id}) WHERE NOT EXISTS { (k)<-[:KEYED]-() } DELETE k"
SEEKING = """
UNWIND $ids AS id MATCH (:Key {id: id})<-[e:KEYED]-(n:Mention) MATCH (a:Article {id: n.article})
OPTIONAL MATCH (c:Claim {id: n.claim})
RETURN DISTINCT n.id AS id, n.article AS article, n.claim AS claim, n.name AS name, n.surface AS surface,
       n.seed AS seed, n.profile AS profile, n.inferred AS inferred, n.support AS support,
       a.source AS source, e.day AS day, c.date AS date
"""
NAMED = """
UNWIND $ids AS id MATCH (:Key {id: id})<-[e:KEYED]-(n:Mention)
RETURN id AS key, n.name AS name, n.title AS title, n.of AS of, e.day AS day, min(n.id) AS mention
"""
JUDGED = """
UNWIND $ids AS id MATCH (j:Judgement {subject: id}) WHERE j.undone IS NULL AND j.verb IN ['same', 'not_same']
RETURN id AS unit, j.id AS judgement, j.verb AS verb, j.object AS other, j.made AS made
"""
JUDGED_SECOND = """
UNWIND $ids AS id MATCH (j:Judgement {object: id}) WHERE j.undone IS NULL AND j.verb IN ['same', 'not_same']
RETURN id AS unit, j.id AS judgement, j.verb AS verb, j.subject AS other, j.made AS made
"""
WITH_SEED = """
UNWIND $ids AS id MATCH (n:Mention {seed: id}) WHERE NOT n.is_party
RETURN id AS seed, min(n.name) AS name, min(n.title) AS title, min(n.of) AS of
"""
NOTE = """
UNWIND $rows AS row MATCH (n:Mention {id: row.id})
SET n.profile = row.profile, n.seed = row.seed, n.inferred = row.inferred, n.support = row.support
"""


@dataclass(frozen=True, slots=True)
class Meant:
    """A mention of a side by its post, as it was taken until now and as it is from now on."""

    before: Row
    now: Row

    @property
    def changed(self) -> bool:
        """Whether that differs, be it in the reason only."""
        return any(self.before[name] != self.now[name] for name in _NOTED)

    @property
    def moved(self) -> bool:
        """Whether another person is meant, or nobody any more."""
        return bool(self.before["profile"] != self.now["profile"])


def unit(source: str, post: str) -> str:
    """The id by which judgements name the mentions of a post by one source; one of a person, who has no other."""
    return person_seed(source, "", post, None)


def seek(mentions: Iterable[Row], sources: Mapping[str, str], days: Mapping[str, str]) -> list[Row]:
    """What ties these mentions to the keys that find them, given the source and the day of report of each article."""
    rows = []
    for row in mentions:
        day = days[row["article"]]
        month = day[:7]
        keys: tuple[str, ...]
        if row["is_party"]:
            post = meant(row["surface"], row["name"])
            keys = (f"seeks|{post}|{month}", f"seeks|{post}", unit(sources[row["article"]], post)) if post else ()
        else:
            keys = tuple(f"holds|{post}|{month}" for post in held(row["title"], row["of"]))
        rows += [{"mention": row["id"], "key": key, "day": day} for key in keys]
    return rows


def tie(transaction: ManagedTransaction, rows: Sequence[Row]) -> None:
    """Let mentions that stand from now on be found."""
    save(transaction, TIE, rows)


def untie(transaction: ManagedTransaction, articles: Iterable[str]) -> set[str]:
    """Let the mentions of articles that stand no more not be found; the keys that found them."""
    gone = sorted(articles)
    keys = {row["key"] for row in fetch(transaction, TIED, gone)}
    if keys:
        transaction.run(UNTIE, rows=gone).consume()
        transaction.run(DROP_EMPTY_KEYS, rows=sorted(keys)).consume()
    return keys


def settle_posts(
    transaction: ManagedTransaction, keys: Iterable[str], references: Iterable[Reference], seeds: Iterable[str]
) -> list[Meant]:
    """Find anew who is meant by posts: by all mentions that the keys, lines of lists or judgements bear on.

    What has changed is noted on the mentions.
    """
    seeking = set(seeds) | {f"seeks|{post}" for one in references for post in held(one.title, one.of)}
    for key in keys:
        kind, _, rest = key.partition("|")
        if kind == "holds":
            post, _, month = rest.rpartition("|")
            seeking |= {f"seeks|{post}|{later}" for later in months_from(f"{month}-01")}
        else:
            seeking.add(key)
    rows = {row["id"]: row for row in fetch(transaction, SEEKING, seeking)}
    decided = _decide(transaction, [row for _, row in sorted(rows.items())])
    save(transaction, NOTE, [{name: one.now[name] for name in ("id", *_NOTED)} for one in decided if one.changed])
    return decided


_NOTED = ("profile", "seed", "inferred", "support")


def _decide(transaction: ManagedTransaction, rows: Sequence[Row]) -> list[Meant]:
    posts = {row["id"]: meant(row["surface"], row["name"]) or "" for row in rows}
    bodies = {posts[row["id"]]: _whole(row["name"]) for row in rows}
    references = holding(transaction, bodies)
    terms = {post: terms_of(post, body, references.get(post, ())) for post, body in bodies.items()}
    wanted = {f"holds|{posts[row['id']]}|{month}" for row in rows for month in months_to(row["day"])}
    named: dict[str, list[Named]] = defaultdict(list)
    for row in fetch(transaction, NAMED, wanted):
        named[row["key"]].append(Named(row["name"], row["title"], row["of"], row["day"], row["mention"]))
    units = {row["id"]: unit(row["source"], posts[row["id"]]) for row in rows}
    judged = _judged(transaction, set(units.values()))
    found = []
    for row in rows:
        post = posts[row["id"]]
        if units[row["id"]] in judged:
            who = judged[units[row["id"]]]
        else:
            there = [one for month in months_to(row["day"]) for one in named[f"holds|{post}|{month}"]]
            who = incumbent(row["date"], row["day"], terms[post], there)
        found.append(Meant(row, row | _as(who)))
    return found


def _judged(transaction: ManagedTransaction, units: set[str]) -> dict[str, Incumbent | None]:
    """Whom analysts judged the mentions to mean; None where they are not the one they were taken for."""
    rows = fetch(transaction, JUDGED, units) + fetch(transaction, JUDGED_SECOND, units)
    others = {row["seed"]: row for row in fetch(transaction, WITH_SEED, (row["other"] for row in rows))}
    found: dict[str, Incumbent | None] = {}
    for row in sorted(rows, key=lambda row: (row["made"], row["judgement"])):
        if row["verb"] == Verb.NOT_SAME:
            found[row["unit"]] = None
        elif row["other"] in others and found.get(row["unit"], "") is not None:
            who = others[row["other"]]
            found[row["unit"]] = Incumbent(who["name"], who["title"], who["of"], "as an analyst judged")
    return found


def _as(who: Incumbent | None) -> Row:
    if who is None:
        return dict.fromkeys((*_NOTED, "title", "of"))
    return {
        "profile": profile_id(who.name, who.title, who.of),
        "seed": person_seed("", who.name, who.title, who.of),
        "inferred": who.reason,
        "support": who.support,
        "full": who.name,
        "title": who.title,
        "of": who.of,
    }


def _whole(party: str) -> PolityRef:
    body = polity(party)
    return polity(body.of) if body.of is not None else body
