"""What single pages show beside lists of meetings."""

TIES_AMONG = """
UNWIND $ids AS id
MATCH (a:Person {id: id})-[e:MET|CALLED]->(b:Person)
WHERE b.id IN $ids AND e.status IN ['held', 'ongoing'] AND e.known_from <= $as_of AND e.known_until > $as_of
RETURN a.id AS one, b.id AS other, count(DISTINCT e.meeting) AS count
"""
"""How often those of a few people have been in contact with each other."""

PLACES_OF_PERSON = """
MATCH (:Person {id: $id})-[:ATTENDED]->(m:Meeting)-[:HELD_AT]->(v:Venue)
WHERE m.known_from <= $as_of AND m.known_until > $as_of AND m.status IN ['held', 'ongoing']
RETURN v.id AS id, v.name AS name, v.country AS country, count(DISTINCT m.id) AS count, max(m.start) AS last
ORDER BY count DESC, last DESC, name LIMIT $limit
"""

OFFICES_TOLD = """
MATCH (:Person {id: $id})<-[:IS]-(n:Mention)-[:IS]->(o:Office)
WITH DISTINCT o.id AS office, n.article AS article
MATCH (a:Article {id: article})
WHERE a.known_from <= $as_of AND a.known_until > $as_of AND a.published < '9999'
RETURN office, min(a.published) AS first, max(a.published) AS last, count(a) AS articles
"""
"""The days on which articles that stand gave a person each office."""

PEOPLE_OF_POLITY = """
UNWIND $bodies AS body
MATCH (p:Person {polity: body})-[:ATTENDED]->(m:Meeting)
WHERE m.known_from <= $as_of AND m.known_until > $as_of AND m.status IN ['held', 'ongoing']
WITH p, count(DISTINCT m.id) AS count, max(m.start) AS last
ORDER BY count DESC, last DESC, p.name LIMIT $limit
RETURN p.id AS id, p.name AS name, count, last,
       COLLECT { MATCH (p)-[h:HOLDS]->(o:Office) WHERE h.known_from <= $as_of
                 RETURN o.title ORDER BY h.known_from DESC, o.title LIMIT 1 } AS offices
ORDER BY count DESC, last DESC, name
"""

COUNTERPARTS_OF_POLITY = """
CALL {
  UNWIND $bodies AS body
  MATCH (p:Person {polity: body})-[:ATTENDED]->(m:Meeting)
  RETURN m
  UNION
  UNWIND $bodies AS body
  MATCH (:Polity {id: body})-[:ATTENDED]->(m:Meeting)
  RETURN m
}
WITH DISTINCT m
WHERE m.known_from <= $as_of AND m.known_until > $as_of AND m.status IN ['held', 'ongoing']
MATCH (m)<-[:ATTENDED]-(side)
WITH coalesce(side.polity, side.id) AS id, m
WHERE NOT id IN $bodies AND NOT id STARTS WITH 'p'
RETURN id, count(DISTINCT m.id) AS count, max(m.start) AS last
ORDER BY count DESC, last DESC, id LIMIT $limit
"""
"""The polities with which a polity and its bodies were in contact most often."""

POLITIES_NAMED = """
UNWIND $ids AS id
MATCH (g:Polity {id: id})
OPTIONAL MATCH (g)-[:OF]->(above:Polity)
RETURN g.id AS id, g.name AS name, g.kind AS kind, g.iso AS iso, above.id AS above, above.name AS above_name
"""

VENUE = """
MATCH (v:Venue {id: $id})
OPTIONAL MATCH (v)-[:IN]->(around:Venue)
RETURN v.id AS id, v.name AS name, v.kind AS kind, v.country AS country, v.lat AS lat, v.lon AS lon,
       around.id AS around, around.name AS around_name
"""

INSIDE_VENUE = """
MATCH (v:Venue)-[:IN]->(:Venue {id: $id})
RETURN v.id AS id, v.name AS name ORDER BY name LIMIT $limit
"""

ARTICLE = """
MATCH (a:Article {id: $id})
RETURN a.id AS id, a.source AS source, a.title AS title, a.text AS text, a.url AS url, a.publisher AS publisher,
       a.published AS published, a.language AS language, a.loaded AS loaded, a.extractor AS extractor,
       a.known_from AS known_from, a.known_until AS known_until
"""

STANDING_VERSION = """
MATCH (a:Article {source: $source})
WHERE a.known_from <= $as_of AND a.known_until > $as_of
RETURN a.id AS id LIMIT 1
"""

CLAIMS_OF_ARTICLE = """
MATCH (:Article {id: $id})-[:REPORTS]->(c:Claim)
OPTIONAL MATCH (c)-[:ABOUT]->(m:Meeting)
WHERE m.known_from <= $as_of AND m.known_until > $as_of
WITH DISTINCT c, m
RETURN c.id AS id, c.begin AS begin, c.end AS end, c.evidence AS quote, c.kind AS kind, c.status AS status,
       c.date AS date, c.date_end AS date_end, c.venue AS venue, c.topics AS topics, c.by AS by, c.rule AS rule,
       c.confidence AS confidence, m.id AS meeting, m.title AS title
ORDER BY begin, end, id
"""

CONTEXTS = """
UNWIND $ids AS id
MATCH (a:Article)-[:REPORTS]->(c:Claim {id: id})
WITH a, c, CASE WHEN c.begin > $around THEN c.begin - $around ELSE 0 END AS since
RETURN c.id AS id, substring(a.text, since, c.begin - since) AS before,
       CASE WHEN c.end < size(a.text) THEN substring(a.text, c.end, $around) ELSE '' END AS after
"""
"""What stands in the article before and after a claim's sentence; characters count as in the offsets."""

EVER_SEEDED = """
MATCH (c:Claim {seed: $id}) RETURN c.id AS id LIMIT 1
UNION
MATCH (n:Mention {seed: $id}) RETURN n.id AS id LIMIT 1
"""
"""Something from which a meeting or person with this id was once derived."""

CONTRADICTIONS = """
MATCH (m:Meeting)
WHERE m.known_from >= $since AND m.known_from <= $as_of AND m.known_until > $as_of AND m.known_from < '9999'
  AND size(m.disagreements) > 0
WITH m ORDER BY m.known_from DESC, m.id LIMIT $limit
RETURN m {.key, .id, .kind, .status, .start, .end, .title, .sources, .disagreements, .known_from, .rank} AS meeting
"""
"""Meetings whose accounts differ, the latest reports first."""

COUNTS = """
MATCH (a:Article) WHERE a.known_from <= $as_of AND a.known_until > $as_of
RETURN count(a) AS articles, max(CASE WHEN a.published < '9999' THEN a.published END) AS latest
"""
