"""What hangs on a batch of meetings, flat: for exports, timelines and pages."""

PARTIES = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})
      <-[r:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]-(p)
WITH p, collect([key, type(r), r.place, r.as]) AS parts
OPTIONAL MATCH (g:Polity {id: p.polity})
WITH parts, p.id AS id, p.name AS name, p.iso AS own_iso, g.id AS of, g.name AS polity, g.iso AS iso,
     COLLECT { MATCH (p)-[h:HOLDS]->(o:Office) WHERE h.known_from <= $as_of
               RETURN o.title ORDER BY h.known_from DESC, o.title LIMIT 1 } AS offices
UNWIND parts AS part
RETURN part[0] AS key, part[1] AS edge, part[2] AS place, part[3] AS as, id, name, own_iso, of, polity, iso, offices
ORDER BY place, name, id
"""
"""Offices are looked up once for each participant: ArcadeDB goes through all that somebody took part in to find them.

Sorted without the meeting in each row: with its hundreds of participants it would be held as often.
"""

VENUES = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})-[:HELD_AT]->(v:Venue)
RETURN key, v.id AS id, v.name AS name, v.kind AS kind, v.country AS country, v.lat AS lat, v.lon AS lon
"""

TOPICS = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})-[r:DISCUSSED]->(t:Topic)
RETURN key, r.place AS place, t.name AS name
ORDER BY place, name
"""

CLAIMS = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})<-[:ABOUT]-(c:Claim)<-[:REPORTS]-(a:Article)
RETURN DISTINCT key, c.id AS id, c.evidence AS quote, c.by AS by, c.status AS status, c.date AS date,
       c.date_end AS date_end, c.venue AS venue, c.topics AS topics, c.begin AS begin,
       a.id AS article, a.url AS url, a.title AS title, a.publisher AS publisher, a.published AS published,
       a.language AS language
ORDER BY coalesce(published, '9999-12-31'), article, begin, id
"""
