"""What hangs on each of many meetings, those parts of it that are wanted, in one row for all of them.

One row, as the driver takes as long for each row as for what some hundred values in it take. What a meeting has of a
part is a list of lists: in a map, ArcadeDB takes the map of a node's properties for the whole.
"""

from itertools import combinations

_OF_KEYS = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})
WITH key AS head,"""

_OF_IDS = """
UNWIND $ids AS id
MATCH (m:Meeting {id: id})
WHERE m.known_from <= $as_of AND m.known_until > $as_of
WITH m {.*} AS head,"""

_PARTS = {
    "participants": """
     [(m)<-[r:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]-(p) |
      [r.place, type(r), r.claims, r.inferred,
       p {.id, .name, .aliases, .wikidata, .polity, .kind, .iso}]] AS participants""",
    "venue": """
     [(m)-[:HELD_AT]->(v:Venue) | v {.id, .name, .kind, .country, .lat, .lon}] AS venue""",
    "topics": """
     [(m)-[r:DISCUSSED]->(t:Topic) | [r.place, t {.id, .name}]] AS topics""",
    "claims": """
     [(m)<-[r:ABOUT]-(c:Claim)<-[:REPORTS]-(a:Article) WHERE r.known_from <= $as_of AND r.known_until > $as_of |
      [c {.id, .evidence, .begin, .end, .kind, .status, .date, .date_end, .venue, .topics, .by, .reported,
          .confidence, .rule},
       a {.id, .title, .url, .publisher, .published, .language},
       head([(c)-[:BY]->(q) | q {.id, .name, .aliases, .wikidata, .polity, .kind, .iso}])]] AS claims""",
}

_TAIL = """
RETURN collect([head, participants, venue, topics, claims]) AS rows
"""

ALL = frozenset(_PARTS)
"""The parts."""

_CHOICES = [frozenset(some) for number in range(1, len(_PARTS) + 1) for some in combinations(_PARTS, number)]


def _chosen(wanted: frozenset[str]) -> str:
    return ",".join(_PARTS[part] if part in wanted else "\n     null AS " + part for part in _PARTS) + _TAIL


OF_KEYS = {wanted: _OF_KEYS + _chosen(wanted) for wanted in _CHOICES}
"""For each choice of parts, those of the states with ``$keys``; each begins with the key."""

OF_IDS = {wanted: _OF_IDS + _chosen(wanted) for wanted in _CHOICES}
"""The same of the meetings with ``$ids``, as they stand; each begins with the meeting."""
