"""Offices with their holders, and venues with what met there."""

OFFICES_BY_ID = """
UNWIND $keys AS key
MATCH (o:Office {id: key})
WHERE EXISTS { MATCH (o)<-[h:HOLDS]-(:Person) WHERE h.known_from <= $as_of }
OPTIONAL MATCH (o)-[:OF]->(g:Polity)
RETURN key, o {.*} AS office, g {.*} AS polity
"""

OF_POLITIES = """
UNWIND $polities AS polity
MATCH (:Polity {id: polity})<-[:OF]-(o:Office)
RETURN DISTINCT o.id AS id
"""

HOLDERS_OF = """
UNWIND $keys AS key
MATCH (:Office {id: key})<-[h:HOLDS]-(p:Person)
WHERE h.known_from <= $as_of AND h.known_until > $as_of AND p.known_from <= $as_of
RETURN key, p {.*} AS person, h.since AS since, h.until AS until, h.known_from AS known_from
ORDER BY coalesce(since, known_from) DESC, person.name, person.id
"""

VENUES_BY_ID = """
UNWIND $keys AS key
MATCH (v:Venue {id: key})
RETURN key, v {.*} AS venue
"""

VENUES_AROUND = """
UNWIND $keys AS key
MATCH (:Venue {id: key})-[:IN]->(v:Venue)
RETURN key, v {.*} AS venue
"""

KNOWN_VENUES = """
UNWIND $rows AS row
UNWIND row.among AS place
MATCH (:Venue {id: place})<-[e:HELD_AT]-(:Meeting)
WHERE e.known_from <= $as_of AND e.known_until > $as_of
RETURN DISTINCT row.key AS key
"""
"""Those venues where, or in which, something met by what was known on a day."""

MEETINGS_AT = """
UNWIND $rows AS row
UNWIND row.among AS place
MATCH (:Venue {id: place})<-[:HELD_AT]-(m:Meeting)
WHERE m.known_from <= $as_of AND m.known_until > $as_of AND m.rank > $after
  AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ($statuses IS NULL OR m.status IN $statuses)
  AND ($from IS NULL OR coalesce(m.end, m.start) + '~' >= $from)
  AND ($to IS NULL OR m.start <= $to)
WITH row.key AS key, m ORDER BY m.rank
WITH key, collect(m)[..$limit] AS newest
RETURN key, [m IN newest | m {.*}] AS meetings
"""
"""The newest meetings at each of many venues."""
