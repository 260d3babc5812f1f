"""Articles, and who published them."""

OF_PUBLISHER = """
MATCH (a:Article {publisher: $publisher})
WITH a LIMIT 1
RETURN a.id AS id
"""

PUBLISHERS_AFTER = """
MATCH (a:Article) WHERE a.publisher >= $publisher
WITH a LIMIT 2000
RETURN DISTINCT a.publisher AS publisher
ORDER BY publisher LIMIT 8
"""
