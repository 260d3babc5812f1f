"""Claims and the articles they stand in. A claim stands while it is about a meeting."""

CLAIMS = """
MATCH (c:Claim)-[r:ABOUT]->(m:Meeting)
WHERE r.known_from <= $as_of AND r.known_until > $as_of AND m.known_from <= $as_of AND m.known_until > $as_of
  AND ($meeting IS NULL OR m.id = $meeting)
  AND ($kinds IS NULL OR c.kind IN $kinds)
  AND ($statuses IS NULL OR c.status IN $statuses)
  AND ($from IS NULL OR c.reported >= $from)
  AND ($to IS NULL OR c.reported <= $to)
  AND ($article IS NULL OR c.article = $article)
  AND ($by IS NULL OR toLower(c.by) = toLower($by) OR EXISTS { MATCH (c)-[:BY]->(q) WHERE q.id IN $by_ids })
  AND ($after_id IS NULL OR coalesce(c.reported, '') < $after_reported
       OR (coalesce(c.reported, '') = $after_reported AND c.id > $after_id))
WITH DISTINCT c, m ORDER BY coalesce(c.reported, '') DESC, c.id LIMIT $limit
MATCH (a:Article)-[:REPORTS]->(c)
OPTIONAL MATCH (c)-[:BY]->(by)
RETURN c {.*} AS claim, m.id AS meeting, a {.id, .title, .url, .publisher, .published, .language} AS article,
       by {.*} AS by
ORDER BY coalesce(claim.reported, '') DESC, claim.id
"""

CLAIMS_ABOUT = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})<-[r:ABOUT]-(c:Claim)<-[:REPORTS]-(a:Article)
WHERE r.known_from <= $as_of AND r.known_until > $as_of
OPTIONAL MATCH (c)-[:BY]->(by)
RETURN DISTINCT key, c {.*} AS claim, m.id AS meeting,
       a {.id, .title, .url, .publisher, .published, .language} AS article, by {.*} AS by
ORDER BY coalesce(claim.reported, '9999-12-31'), article.id, claim.begin, claim.id
"""

CLAIMS_IN = """
UNWIND $keys AS key
MATCH (a:Article {id: key})-[:REPORTS]->(c:Claim)-[r:ABOUT]->(m:Meeting)
WHERE r.known_from <= $as_of AND r.known_until > $as_of AND m.known_from <= $as_of AND m.known_until > $as_of
OPTIONAL MATCH (c)-[:BY]->(by)
RETURN DISTINCT key, c {.*} AS claim, m.id AS meeting,
       a {.id, .title, .url, .publisher, .published, .language} AS article, by {.*} AS by
ORDER BY claim.begin, claim.id
"""

MENTIONS = """
UNWIND $keys AS key
MATCH (:Claim {id: key})-[:NAMES]->(n:Mention)
OPTIONAL MATCH (n)-[:IS]->(party) WHERE party:Person OR party:Polity
RETURN key, n {.*} AS mention, party {.*} AS party
ORDER BY mention.begin, mention.id
"""

ARTICLES = """
MATCH (a:Article)
WHERE a.known_from <= $as_of AND a.known_until > $as_of
  AND ($publisher IS NULL OR a.publisher = $publisher)
  AND ($from IS NULL OR a.published >= $from)
  AND ($to IS NULL OR a.published <= $to)
  AND ($after_id IS NULL OR coalesce(a.published, '') < $after_published
       OR (coalesce(a.published, '') = $after_published AND a.id > $after_id))
WITH a ORDER BY coalesce(a.published, '') DESC, a.id LIMIT $limit
RETURN a {.id, .title, .url, .publisher, .published, .language} AS article
ORDER BY coalesce(article.published, '') DESC, article.id
"""

TEXTS = """
UNWIND $keys AS key
MATCH (a:Article {id: key})
RETURN key, a.text AS text
"""
