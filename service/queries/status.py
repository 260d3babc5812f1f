"""What the graph holds as a whole, and where it came from."""

PUBLISHERS = """
MATCH (a:Article) WHERE a.known_from <= $as_of AND a.known_until > $as_of
RETURN a.publisher AS publisher, count(a) AS articles,
       min(CASE WHEN a.published < '9999' THEN a.published END) AS first,
       max(CASE WHEN a.published < '9999' THEN a.published END) AS last
ORDER BY articles DESC, publisher
"""

READERS = """
MATCH (a:Article) WHERE a.known_from <= $as_of AND a.known_until > $as_of
RETURN a.extractor AS reader, count(a) AS articles, max(a.loaded) AS loaded
ORDER BY loaded DESC, reader
"""
"""What read the articles that stand, the one used last first."""

VERSIONS = "MATCH (a:Article) RETURN count(a) AS count"

JUDGEMENTS = """
MATCH (j:Judgement)
RETURN count(j) AS count, sum(CASE WHEN j.undone OR j.verb = 'undo' THEN 0 ELSE 1 END) AS standing
"""

WAITING = "MATCH (q:Candidate) RETURN q.subject AS subject, count(q) AS count ORDER BY subject"

COMPONENTS = "CALL dbms.components() YIELD name, versions RETURN name, versions"
