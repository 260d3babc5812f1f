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

_FITS = """
UNWIND $ids AS id
MATCH (p:Person {id: id})
WHERE p.known_from <= $as_of
  AND ($polities IS NULL OR p.polity IN $polities OR EXISTS {
    MATCH (p)-[h:HOLDS]->(:Office)-[:OF]->(g:Polity) WHERE g.id IN $polities AND h.known_from <= $as_of })
  AND ($offices IS NULL OR EXISTS {
    MATCH (p)-[h:HOLDS]->(o:Office) WHERE o.id IN $offices AND h.known_from <= $as_of })
  AND ($at IS NULL OR EXISTS {
    MATCH (p)-[h:HOLDS]->(o:Office)
    WHERE ($offices IS NULL OR o.id IN $offices) AND h.known_from <= $as_of AND h.known_until > $as_of
      AND coalesce(h.since, '') <= $at + '~' AND coalesce(h.until, '~') + '~' >= $at })
"""

PEOPLE_AMONG = _FITS + "RETURN p {.*} AS person"
"""Those of the given people who fit."""

COUNT_PEOPLE_AMONG = _FITS + "RETURN count(p) AS count"

OF_POLITIES = """
UNWIND $polities AS polity
MATCH (p:Person {polity: polity})
RETURN p.id AS id
UNION
UNWIND $polities AS polity
MATCH (:Polity {id: polity})<-[:OF]-(:Office)<-[:HOLDS]-(p:Person)
RETURN p.id AS id
"""
"""Who acts for one of the polities, or holds or held an office of one."""

HOLDERS = """
UNWIND $ids AS id
MATCH (:Office {id: id})<-[h:HOLDS]-(p:Person)
WHERE h.known_from <= $as_of
RETURN DISTINCT p.id AS id
"""
"""Who holds or held one of these offices."""

PERSONS = """
UNWIND $keys AS key
MATCH (p:Person {id: key})
WHERE p.known_from <= $as_of
RETURN key, p {.*} AS person
"""

OFFICES = """
UNWIND $keys AS key
MATCH (:Person {id: key})-[h:HOLDS]->(o:Office)
WHERE h.known_from <= $as_of AND h.known_until > $as_of
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
WITH DISTINCT key, other, m
WITH key, other,
     sum(CASE WHEN m.status IN ['held', 'ongoing'] THEN 1 ELSE 0 END) AS count,
     sum(CASE WHEN m.status IN ['held', 'ongoing'] THEN 0 ELSE 1 END) AS ahead,
     min(CASE WHEN m.status IN ['held', 'ongoing'] THEN m.start END) AS first,
     max(CASE WHEN m.status IN ['held', 'ongoing'] THEN m.start END) AS last,
     min(m.rank) AS latest
RETURN key, other {.*} AS person, count, ahead, first, last, latest
"""
"""Everybody's counterparts, those who act for the same polity aside; the caller sorts them and cuts the page.

``latest`` is the rank of the latest meeting, which ends in its id.
"""

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
  WHERE g.id IN row.among
  RETURN m
  UNION
  WITH row
  MATCH (p:Person)-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
  WHERE p.polity IN row.among
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
