"""People, polities and their offices."""

PERSON = """
MATCH (p:Person {id: $id})
WHERE p.known_from <= $as_of
RETURN p {.*} AS person
"""

MERGED_PEOPLE = """
UNWIND $ids AS id
MATCH (:Mention {seed: id})-[:IS]->(p:Person)
RETURN DISTINCT id, p.id AS now
"""
"""The people who hold the mentions from which merged people had their ids."""

_FILTERS = """
  AND ($polities IS NULL OR p.polity IN $polities OR EXISTS {
    MATCH (p)-[h:HOLDS]->(:Office)-[:OF]->(g:Polity) WHERE g.id IN $polities AND h.known_from <= $as_of })
  AND ($offices IS NULL OR EXISTS {
    MATCH (p)-[h:HOLDS]->(o:Office) WHERE o.id IN $offices AND h.known_from <= $as_of })
"""

PEOPLE = (
    """
MATCH (p:Person)
WHERE p.known_from <= $as_of
  AND ($after_id IS NULL OR p.name > $after_name OR (p.name = $after_name AND p.id > $after_id))
"""
    + _FILTERS
    + """
WITH p ORDER BY p.name, p.id LIMIT $limit
RETURN p {.*} AS person
"""
)
"""People who fit, by name."""

PEOPLE_AMONG = (
    """
UNWIND $ids AS id
MATCH (p:Person {id: id})
WHERE p.known_from <= $as_of
"""
    + _FILTERS
    + """
RETURN p {.*} AS person
"""
)
"""Those of the given people who fit."""

OFFICES = """
UNWIND $keys AS key
MATCH (:Person {id: key})-[h:HOLDS]->(o:Office)
WHERE h.known_from <= $as_of
OPTIONAL MATCH (o)-[:OF]->(g:Polity)
RETURN key, o {.*} AS office, h.since AS since, h.until AS until, g {.*} AS polity
ORDER BY coalesce(since, '') DESC, office.title, office.id
"""

POLITIES = """
UNWIND $keys AS key
MATCH (g:Polity {id: key})
RETURN key, g {.*} AS polity
"""

POLITIES_ABOVE = """
UNWIND $keys AS key
MATCH (:Polity {id: key})-[:OF]->(g:Polity)
RETURN key, g {.*} AS polity
"""

CONTACTS = """
UNWIND $keys AS key
MATCH (p:Person {id: key})-[mine:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|MEDIATED]->(m:Meeting)
WHERE m.known_from <= $as_of AND m.known_until > $as_of
  AND (m.status IN ['expected', 'possible', 'postponed']
       OR (m.status IN ['held', 'ongoing'] AND type(mine) IN ['ATTENDED', 'MEDIATED']))
MATCH (m)<-[theirs:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|MEDIATED]-(other:Person)
WHERE other.id <> key AND coalesce(other.polity, other.id) <> coalesce(p.polity, p.id)
  AND (m.status IN ['expected', 'possible', 'postponed'] OR type(theirs) IN ['ATTENDED', 'MEDIATED'])
WITH DISTINCT key, other, m ORDER BY coalesce(m.start, '') DESC, m.id
WITH key, other,
     sum(CASE WHEN m.status IN ['held', 'ongoing'] THEN 1 ELSE 0 END) AS count,
     sum(CASE WHEN m.status IN ['held', 'ongoing'] THEN 0 ELSE 1 END) AS ahead,
     min(CASE WHEN m.status IN ['held', 'ongoing'] THEN m.start END) AS first,
     max(CASE WHEN m.status IN ['held', 'ongoing'] THEN m.start END) AS last,
     collect(m {.*})[0] AS latest
RETURN key, other {.*} AS person, count, ahead, first, last, latest
"""
"""Everybody's counterparts, those who act for the same polity aside; the caller sorts them and cuts the page."""

_VALID = """
WHERE m.known_from <= $as_of AND m.known_until > $as_of AND m.rank > $after
  AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ($statuses IS NULL OR m.status IN $statuses)
  AND ($from IS NULL OR coalesce(m.end, m.start) + '~' >= $from)
  AND ($to IS NULL OR m.start <= $to)
"""

MEETINGS_OF_PEOPLE = (
    """
UNWIND $rows AS row
MATCH (p:Person {id: row.key})
RETURN row.key AS key, COLLECT {
MATCH (p)-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
"""
    + _VALID
    + """
WITH DISTINCT m ORDER BY m.rank LIMIT $limit
RETURN m {.*}
} AS meetings
"""
)
"""The newest meetings of each of many people."""

MEETINGS_OF_POLITIES = (
    """
UNWIND $rows AS row
CALL {
  WITH row
  MATCH (g:Polity)-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
  WHERE g.id IN row.bodies
  RETURN m
  UNION
  WITH row
  MATCH (p:Person)-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
  WHERE p.polity IN row.bodies
  RETURN m
}
WITH row.key AS key, m
"""
    + _VALID
    + """
WITH key, m ORDER BY m.rank
WITH key, collect(m)[..$limit] AS newest
RETURN key, [m IN newest | m {.*}] AS meetings
"""
)
"""The newest meetings of each of many polities, its bodies and those who act for them."""
