"""Meetings in the graph: what bears on the touched claims, and what changes in the states of meetings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from neo4j import ManagedTransaction

from loaders.projection.candidates import write_candidates
from loaders.projection.cypher import Row, fetch
from loaders.projection.states import Written, write_states
from loaders.projection.tellings import keys_of, load_tellings, other_versions, save_keys, with_keys
from loaders.resolve.cluster import Stood
from loaders.resolve.nearby import meetings as nearby
from loaders.resolve.related import keys, related, sought
from loaders.resolve.replay import replay
from loaders.resolve.tellings import Telling
from schema.vocabulary import Subject, Verb

JUDGED = """
UNWIND $ids AS id MATCH (:Claim {id: id})<-[:ON]-(j:Judgement) WHERE j.undone IS NULL
MATCH (j)-[:ON]->(c:Claim)
RETURN DISTINCT id, j.id AS judgement, j.verb AS verb, j.subject AS subject, j.object AS object, c.contact AS claim
"""
STOOD = """
UNWIND $ids AS id MATCH (:Claim {id: id})-[:ABOUT]->(m:Meeting) WHERE m.known_until >= $since
WITH DISTINCT m MATCH (m)<-[:ABOUT]-(c:Claim) WHERE c.contact = c.id
RETURN m.id AS meeting, m.known_from AS known_from, m.known_until AS known_until, collect(DISTINCT c.id) AS members
"""


def resolve_meetings(transaction: ManagedTransaction, touched: Iterable[str]) -> Written:
    """Decide anew what is one meeting as far as the touched contacts bear on it, and write what changed.

    ``touched`` are ids of own-words claims that are new, told no more, judged, or whose sides are other people now.
    """
    changed = set(touched)
    before = keys_of(transaction, changed)
    told = load_tellings(transaction, changed)
    save_keys(transaction, before, told, changed)
    shelf = _Shelf(transaction, told, changed)
    found = replay(shelf, changed, with_keys(transaction, sought(set().union(*before.values()))).keys() - changed)
    candidates, looked_at = nearby(shelf, found)
    write_candidates(transaction, Subject.MEETING, looked_at, candidates)
    return write_states(transaction, found)


class _Shelf:
    """What is told in the graph and how it was decided about before; read once in a transaction."""

    def __init__(self, transaction: ManagedTransaction, told: Mapping[str, Telling], asked: Set[str]) -> None:
        self._transaction = transaction
        self._tellings = dict(told)
        self._asked = set(asked)
        self._near: dict[str, set[str]] = {}
        self._stood: dict[str, set[Stood]] = {}
        self._since: str | None = None
        self._judgements: dict[str, Row] = {}
        self._judged_with: dict[str, set[str]] = defaultdict(set)
        self._note_judgements(asked)

    def tellings(self, names: Set[str]) -> Mapping[str, Telling]:
        """Those that are told still."""
        fresh = names - self._asked
        if fresh:
            self._asked |= fresh
            self._tellings |= load_tellings(self._transaction, fresh)
            self._note_judgements(fresh)
        return {name: self._tellings[name] for name in names if name in self._tellings}

    def near(self, names: Set[str]) -> Mapping[str, Set[str]]:
        """For each, those that may be one meeting with it: related, or judged with it."""
        wanted = {name: one for name, one in self.tellings(names).items() if name not in self._near}
        if wanted:
            seeking: dict[str, list[Telling]] = defaultdict(list)
            for one in wanted.values():
                for key in sought(keys(one)):
                    seeking[key].append(one)
            having = with_keys(self._transaction, seeking)
            there = self.tellings(having.keys())
            found: dict[str, set[str]] = {name: set(self._judged_with[name]) for name in wanted}
            for name, shared in having.items():
                if name in there:
                    for one in {one.id: one for key in shared for one in seeking[key]}.values():
                        if one.id != name and related(one, there[name]):
                            found[one.id].add(name)
            self._near |= found
        return {name: self._near[name] for name in names if name in self._near}

    def stood(self, names: Set[str], since: str) -> Set[Stood]:
        """The meetings that these stood in at the beginning of the day or later, as they were decided before."""
        if since != self._since:
            self._since, self._stood = since, {}
        fresh = sorted(names - self._stood.keys())
        if fresh:
            self._stood |= {name: set() for name in fresh}
            for row in self._transaction.run(STOOD, ids=fresh, since=since).data():
                one = Stood(row["meeting"], frozenset(row["members"]), row["known_from"], row["known_until"])
                for name in one.members & names:
                    self._stood[name].add(one)
        return {one for name in names for one in self._stood[name]}

    def versions(self, names: Set[str]) -> Set[str]:
        """These and the same contacts in other versions of their articles."""
        return other_versions(self._transaction, names) | names

    def judged(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """The pairs of seeds that were judged the same and not the same, of all tellings asked for so far."""
        pairs: dict[str, list[tuple[str, str]]] = {Verb.SAME: [], Verb.NOT_SAME: []}
        for row in self._judgements.values():
            pairs[row["verb"]].append((row["subject"], row["object"]))
        return pairs[Verb.SAME], pairs[Verb.NOT_SAME]

    def _note_judgements(self, names: Set[str]) -> None:
        for row in fetch(self._transaction, JUDGED, names):
            self._judgements[row["judgement"]] = row
            if row["claim"] != row["id"]:
                self._judged_with[row["id"]].add(row["claim"])
