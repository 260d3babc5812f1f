"""What has just been loaded."""

LOADED = "MATCH (a:Article) WHERE a.loaded >= $since RETURN a.id AS id"

MEETINGS = """
UNWIND $articles AS article
MATCH (:Article {id: article})-[:REPORTS]->(:Claim)-[:ABOUT]->(m:Meeting)
WHERE m.known_from <= $as_of AND m.known_until > $as_of
RETURN DISTINCT m.id AS id
"""
