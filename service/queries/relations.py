"""Who is in contact with whom."""

_CONTACTS_OF = """
CALL {
  UNWIND $own AS id
  MATCH (:Person {id: id})-[mine:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|MEDIATED]->(m:Meeting)
  WHERE $person
  RETURN m, mine
  UNION ALL
  UNWIND $own AS id
  MATCH (:Polity {id: id})-[mine:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|MEDIATED]->(m:Meeting)
  WHERE NOT $person
  RETURN m, mine
  UNION ALL
  UNWIND $own AS id
  MATCH (:Person {polity: id})-[mine:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|MEDIATED]->(m:Meeting)
  WHERE NOT $person
  RETURN m, mine
}
WITH DISTINCT m, type(mine) IN ['ATTENDED', 'MEDIATED'] AS came
WHERE m.known_from <= $as_of AND m.known_until > $as_of
  AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ($from IS NULL OR coalesce(m.end, m.start) + '~' >= $from)
  AND ($to IS NULL OR m.start <= $to)
  AND (m.status IN ['expected', 'possible', 'postponed'] OR (m.status IN ['held', 'ongoing'] AND came))
MATCH (m)<-[theirs:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|MEDIATED]-(other)
WHERE NOT other.id IN $not AND NOT coalesce(other.polity, '') IN $not
  AND (m.status IN ['expected', 'possible', 'postponed'] OR type(theirs) IN ['ATTENDED', 'MEDIATED'])
"""

_COUNTED = """
     sum(CASE WHEN m.status IN ['held', 'ongoing'] THEN 1 ELSE 0 END) AS count,
     sum(CASE WHEN m.status IN ['held', 'ongoing'] THEN 0 ELSE 1 END) AS ahead,
     min(CASE WHEN m.status IN ['held', 'ongoing'] THEN m.start END) AS first,
     max(CASE WHEN m.status IN ['held', 'ongoing'] THEN m.start END) AS last,
     min(m.rank) AS latest
"""

TIES_WITH_PEOPLE = (
    _CONTACTS_OF
    + """
  AND other:Person
WITH DISTINCT other, m
WITH other,
"""
    + _COUNTED
    + """
WHERE $after_id IS NULL OR count < $after_count
   OR (count = $after_count AND (ahead < $after_ahead OR (ahead = $after_ahead AND other.id > $after_id)))
WITH other, count, ahead, first, last, latest ORDER BY count DESC, ahead DESC, other.id LIMIT $limit
RETURN other {.*} AS party, count, ahead, first, last, latest
"""
)
"""Counterparts, the most frequent first; ``$own`` are the ids asked about, ``$not`` those of nobody's counterpart.

``latest`` is the rank of the latest meeting, which ends in its id.
"""

TIES_WITH_POLITIES = (
    _CONTACTS_OF
    + """
  AND (other:Polity OR other.polity IS NOT NULL)
WITH DISTINCT coalesce($above[coalesce(other.polity, other.id)], other.polity, other.id) AS polity, m
WITH polity,
"""
    + _COUNTED
    + """
WHERE $after_id IS NULL OR count < $after_count
   OR (count = $after_count AND (ahead < $after_ahead OR (ahead = $after_ahead AND polity > $after_id)))
WITH polity, count, ahead, first, last, latest ORDER BY count DESC, ahead DESC, polity LIMIT $limit
MATCH (g:Polity {id: polity})
RETURN g {.*} AS party, count, ahead, first, last, latest
ORDER BY count DESC, ahead DESC, party.id
"""
)
"""The same for polities; ``$above`` gives for each body the polity that it is of."""

COUNT_PEOPLE = _CONTACTS_OF + "  AND other:Person\nRETURN count(DISTINCT other) AS count"

COUNT_POLITIES = (
    _CONTACTS_OF
    + """
  AND (other:Polity OR other.polity IS NOT NULL)
RETURN count(DISTINCT coalesce($above[coalesce(other.polity, other.id)], other.polity, other.id)) AS count
"""
)

NEIGHBOURS = """
UNWIND $ids AS id
CALL {
  WITH id
  MATCH (:Person {id: id})-[r:CALLED|MET]-(other:Person)
  WHERE r.known_from <= $as_of AND r.known_until > $as_of AND r.status IN ['held', 'ongoing']
    AND ($from IS NULL OR r.date + '~' >= $from)
    AND ($to IS NULL OR r.date <= $to)
  RETURN other.id AS other
  UNION
  WITH id
  MATCH (one:Person {id: id})-[:AMONG]->(m:Meeting)<-[:AMONG]-(next:Person)
  WHERE m.known_from <= $as_of AND m.known_until > $as_of AND m.status IN ['held', 'ongoing']
    AND ($from IS NULL OR m.start + '~' >= $from)
    AND ($to IS NULL OR m.start <= $to)
    AND coalesce(next.polity, next.id) <> coalesce(one.polity, one.id)
  RETURN next.id AS other
}
RETURN DISTINCT id, other
ORDER BY id, other
"""
"""Who was in contact with each of these people; where many met, by way of the meeting."""

LINKS = """
UNWIND $pairs AS pair
CALL {
  WITH pair
  MATCH (:Person {id: pair.one})-[r:CALLED|MET]-(:Person {id: pair.other})
  WHERE r.known_from <= $as_of AND r.known_until > $as_of AND r.status IN ['held', 'ongoing']
    AND ($from IS NULL OR r.date + '~' >= $from)
    AND ($to IS NULL OR r.date <= $to)
  RETURN r.meeting AS meeting, r.date AS date
  UNION
  WITH pair
  MATCH (:Person {id: pair.one})-[:AMONG]->(m:Meeting)<-[:AMONG]-(:Person {id: pair.other})
  WHERE m.known_from <= $as_of AND m.known_until > $as_of AND m.status IN ['held', 'ongoing']
    AND ($from IS NULL OR m.start + '~' >= $from)
    AND ($to IS NULL OR m.start <= $to)
  RETURN m.id AS meeting, m.start AS date
}
WITH pair, meeting, date ORDER BY coalesce(date, '') DESC, meeting
RETURN pair.one AS one, collect(DISTINCT meeting)[..5] AS meetings
"""
"""The latest contacts of each of these pairs."""

SIDES = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})<-[:ATTENDED]-(p)
WHERE p.id IN $both OR p.polity IN $both
RETURN key, p.id AS id, coalesce(p.polity, p.id) AS polity, p:Person AS person
"""
"""Who of two polities and their bodies attended each meeting."""

PLACES = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})-[:HELD_AT]->(v:Venue)
RETURN key, v.country AS country
"""

ROLES = """
UNWIND $ids AS id
MATCH (:Person {id: id})-[h:HOLDS]->(o:Office)
WHERE h.known_from <= $as_of
RETURN id, collect(o.role) AS roles
"""
"""What each of these people holds or held."""
