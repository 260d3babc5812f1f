"""What changed, what there is, and what should be looked at."""

PROBE = """
MATCH (m:Meeting) WHERE m.known_from >= $since
WITH m LIMIT $window
RETURN max(m.known_from) AS edge, count(m) AS looked
"""
"""The day by which the next ``$window`` states were reported."""

STATES = """
MATCH (m:Meeting) WHERE m.known_from >= $since AND m.known_from <= $edge
WITH m WHERE m.known_from <= $as_of
  AND ($after_id IS NULL OR m.known_from > $since OR m.id > $after_id)
WITH m ORDER BY m.known_from, m.id LIMIT $limit
RETURN m {.*} AS meeting
"""
"""States by the day from which they stood; after the one of ``$after_id`` on the first day."""

BEFORE = """
UNWIND $rows AS row
MATCH (m:Meeting {id: row.id})
WHERE m.known_until = row.day
RETURN row.id AS id, m {.*} AS meeting
"""
"""The states that ended when others of the same meetings began."""

CANDIDATES = """
MATCH (q:Candidate)
WHERE ($subject IS NULL OR q.subject = $subject)
  AND coalesce(q.known_from, '') <= $as_of
  AND ($after_id IS NULL OR q.score < $after_score OR (q.score = $after_score AND q.id > $after_id))
WITH q ORDER BY q.score DESC, q.id LIMIT $limit
RETURN q {.*} AS candidate
"""

COUNT_CANDIDATES = """
MATCH (q:Candidate)
WHERE ($subject IS NULL OR q.subject = $subject) AND coalesce(q.known_from, '') <= $as_of
RETURN count(q) AS count
"""

COUNTS = {
    "articles": "MATCH (a:Article) WHERE a.known_from <= $as_of AND a.known_until > $as_of RETURN count(a) AS count",
    "claims": "MATCH (c:Claim) WHERE coalesce(c.reported, $undated) <= $as_of RETURN count(c) AS count",
    "meetings": "MATCH (m:Meeting) WHERE m.known_from <= $as_of AND m.known_until > $as_of RETURN count(m) AS count",
    "people": "MATCH (p:Person) WHERE p.known_from <= $as_of RETURN count(p) AS count",
    "polities": "MATCH (g:Polity) RETURN count(g) AS count",
    "venues": "MATCH (v:Venue) RETURN count(v) AS count",
    "candidates": "MATCH (q:Candidate) WHERE coalesce(q.known_from, '') <= $as_of RETURN count(q) AS count",
}

FIRST_REPORT = """
MATCH (a:Article) WHERE a.known_from <= $as_of AND a.known_until > $as_of
RETURN min(a.published) AS day
"""

LAST_REPORT = """
MATCH (a:Article) WHERE a.known_from <= $as_of AND a.known_until > $as_of
RETURN max(a.published) AS day
"""
