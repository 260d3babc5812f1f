"""Claims and the articles they stand in. A claim stands while it is about a meeting."""

PROBE = """
MATCH (c:Claim) WHERE c.rank > $after
WITH c LIMIT $window
RETURN max(c.rank) AS edge, count(c) AS looked
"""
"""Where the next ``$window`` claims end, see ``service.queries.meetings``."""

_WINDOW = """
MATCH (c:Claim) WHERE c.rank > $after AND c.rank <= $edge
WITH c
"""

_HEADS = {
    "meeting": """
MATCH (:Meeting {id: $meeting})<-[:ABOUT]-(c:Claim)
WITH DISTINCT c WHERE c.rank > $after
WITH c
""",
    "article": """
MATCH (c:Claim {article: $article}) WHERE c.rank > $after
WITH c
""",
    "quoted": """
CALL {
  UNWIND $by_ids AS id MATCH (:Person {id: id})<-[:BY]-(c:Claim) RETURN c
  UNION ALL
  UNWIND $by_ids AS id MATCH (:Polity {id: id})<-[:BY]-(c:Claim) RETURN c
}
WITH DISTINCT c WHERE c.rank > $after
WITH c
""",
}

_FITS = """
WHERE ($kinds IS NULL OR c.kind IN $kinds)
  AND ($statuses IS NULL OR c.status IN $statuses)
  AND ($from IS NULL OR c.reported >= $from)
  AND ($to IS NULL OR c.reported <= $to)
  AND ($article IS NULL OR c.article = $article)
  AND ($by IS NULL OR toLower(c.by) = toLower($by) OR EXISTS { MATCH (c)-[:BY]->(q) WHERE q.id IN $by_ids })
  AND EXISTS {
    MATCH (c)-[r:ABOUT]->(m:Meeting)
    WHERE r.known_from <= $as_of AND r.known_until > $as_of AND m.known_from <= $as_of AND m.known_until > $as_of
      AND ($meeting IS NULL OR m.id = $meeting) }
"""

_PAGE = """
WITH c ORDER BY c.rank LIMIT $limit
RETURN c.id AS id, c.rank AS rank
"""

IN_WINDOW = _WINDOW + _FITS + _PAGE

FROM = {head: start + _FITS + _PAGE for head, start in _HEADS.items()}
"""The same, found from the meeting, the article or who is quoted."""

COUNT_IN_WINDOW = _WINDOW + _FITS + "RETURN count(c) AS count"

COUNT_FROM = {head: start + _FITS + "RETURN count(c) AS count" for head, start in _HEADS.items()}

CLAIMS_BY_ID = """
UNWIND $keys AS key
MATCH (c:Claim {id: key})-[r:ABOUT]->(m:Meeting)
WHERE r.known_from <= $as_of AND r.known_until > $as_of AND m.known_from <= $as_of AND m.known_until > $as_of
MATCH (a:Article)-[:REPORTS]->(c)
OPTIONAL MATCH (c)-[:BY]->(by)
RETURN DISTINCT key, c {.*} AS claim, m.id AS meeting,
       a {.id, .title, .url, .publisher, .published, .language} AS article, by {.*} AS by
"""

NAMING = """
UNWIND $keys AS key
CALL {
  WITH key MATCH (:Person {id: key})<-[:IS]-(:Mention)<-[:NAMES]-(c:Claim) RETURN c
  UNION
  WITH key MATCH (:Polity {id: key})<-[:IS]-(:Mention)<-[:NAMES]-(c:Claim) RETURN c
}
WITH key, c WHERE c.rank > $after AND EXISTS {
  MATCH (c)-[r:ABOUT]->(m:Meeting)
  WHERE r.known_from <= $as_of AND r.known_until > $as_of AND m.known_from <= $as_of AND m.known_until > $as_of }
WITH key, c ORDER BY c.rank
RETURN key, collect(c {.id, .rank})[..$limit] AS claims
"""
"""The latest claims that name each of these people or polities."""

CLAIMS_OF_STATE = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})<-[:ABOUT]-(c:Claim)<-[:REPORTS]-(a:Article)
OPTIONAL MATCH (c)-[:BY]->(by)
RETURN DISTINCT key, c {.*} AS claim, m.id AS meeting,
       a {.id, .title, .url, .publisher, .published, .language} AS article, by {.*} AS by
ORDER BY coalesce(claim.reported, '9999-12-31'), article.id, claim.begin, claim.id
"""
"""Those of a state whether or not it stands."""

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

TEXTS = """
UNWIND $keys AS key
MATCH (a:Article {id: key})
RETURN key, a.text AS text
"""
