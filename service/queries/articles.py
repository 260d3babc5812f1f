"""Articles, and who published them."""

PROBE = """
MATCH (a:Article) WHERE a.rank > $after
WITH a LIMIT $window
RETURN max(a.rank) AS edge, count(a) AS looked
"""
"""Where the next ``$window`` articles end, see ``service.queries.meetings``."""

_WINDOW = """
MATCH (a:Article) WHERE a.rank > $after AND a.rank <= $edge
WITH a
"""

_OF_PUBLISHER = """
MATCH (a:Article {publisher: $publisher})
WITH a WHERE a.rank > $after
WITH a
"""

_FITS = """
WHERE a.known_from <= $as_of AND a.known_until > $as_of
  AND ($publisher IS NULL OR a.publisher = $publisher)
  AND ($from IS NULL OR a.published >= $from)
  AND ($to IS NULL OR a.published <= $to)
"""

_PAGE = """
WITH a ORDER BY a.rank LIMIT $limit
RETURN a.id AS id, a.title AS title, a.url AS url, a.publisher AS publisher, a.published AS published,
       a.language AS language, a.rank AS rank
"""

IN_WINDOW = _WINDOW + _FITS + _PAGE

FROM = {"publisher": _OF_PUBLISHER + _FITS + _PAGE}
"""The same, found from the publisher."""

COUNT_IN_WINDOW = _WINDOW + _FITS + "RETURN count(a) AS count"

COUNT_FROM = {"publisher": _OF_PUBLISHER + _FITS + "RETURN count(a) AS count"}

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

REPORTED_ON = """
MATCH (a:Article {id: $id})
RETURN a.published AS day
"""
