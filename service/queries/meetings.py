"""Meetings: those that fit, the newest first, and what hangs on each.

A list is read in the order of ``Meeting.rank``, by one of two ways that cost the same in a graph of any size:

- by windows: ``PROBE`` finds where the next so many meetings end, ``IN_WINDOW`` gives those among them that fit. That
  is right in whatever order an engine reads an index; both read it from the bound on, so that the window is as small
  as asked for. (Neither sorting backwards nor sorting by two properties is taken from an index by both.)
- from anchors: where what is asked for hangs on few things, as the meetings of one person do, ``ANCHORED`` starts
  there.

``WITH m WHERE`` keeps the engines from choosing another index than that of ``rank``.
"""

_FITS = """
WHERE m.known_from <= $as_of AND m.known_until > $as_of
  AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ($statuses IS NULL OR m.status IN $statuses)
  AND ($from IS NULL OR coalesce(m.end, m.start) + '~' >= $from)
  AND ($to IS NULL OR m.start <= $to)
  AND ($ended_before IS NULL OR coalesce(m.end, m.start) + '~' < $ended_before)
  AND ($sources IS NULL OR m.sources >= $sources)
  AND all(one IN $sides WHERE EXISTS {
    MATCH (m)<-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]-(side)
    WHERE side.id IN one OR side.polity IN one })
  AND all(one IN $pair WHERE EXISTS {
    MATCH (m)<-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND]-(side) WHERE side.id IN one OR side.polity IN one })
  AND ($venues IS NULL OR EXISTS { MATCH (m)-[:HELD_AT]->(v:Venue) WHERE v.id IN $venues })
  AND ($topics IS NULL OR EXISTS { MATCH (m)-[:DISCUSSED]->(t:Topic) WHERE t.id IN $topics })
  AND all(word IN $words WHERE toLower(m.title) CONTAINS word OR EXISTS {
    MATCH (m)<-[:ABOUT]-(c:Claim) WHERE toLower(c.evidence) CONTAINS word })
  AND ($publisher IS NULL OR EXISTS {
    MATCH (m)<-[:ABOUT]-(c:Claim)<-[:REPORTS]-(a:Article)
    WHERE a.publisher = $publisher AND coalesce(c.reported, '~') >= coalesce($reported_from, '')
      AND coalesce(c.reported, '') <= coalesce($reported_to, '~') })
  AND ($reported_from IS NULL OR $publisher IS NOT NULL OR EXISTS {
    MATCH (m)<-[:ABOUT]-(c:Claim) WHERE c.reported >= $reported_from AND c.reported <= $reported_to })
"""
"""``$to`` and ``$from`` compare as text, '~' stands after every further digit."""

_PAGE = """
WITH m ORDER BY m.rank LIMIT $limit
RETURN collect(
  m {.key, .id, .kind, .status, .start, .end, .title, .sources, .disagreements, .known_from, .rank}) AS meetings
"""
"""In one row, see ``service.queries.hanging``; the caller sorts them."""

AMONG = "MATCH (m:Meeting) WHERE m.id IN $ids WITH m" + _FITS + _PAGE
"""Those that fit among the meetings with these ids."""

PROBE = """
MATCH (m:Meeting) WHERE m.rank > $after
WITH m LIMIT $window
RETURN max(m.rank) AS edge, count(m) AS looked
"""
"""Where the next ``$window`` meetings end, whether or not they fit."""

_WINDOW = """
MATCH (m:Meeting) WHERE m.rank > $after AND m.rank <= $edge
WITH m
"""

IN_WINDOW = _WINDOW + _FITS + _PAGE

PROBE_DUE = PROBE.replace("m.rank > ", "m.due > ")

DUE_IN_WINDOW = _WINDOW.replace("m.rank", "m.due") + _FITS + _PAGE
"""The same among those that are expected as things stand today."""

COUNT_IN_WINDOW = _WINDOW + _FITS + "RETURN count(m) AS count"

_RUNNING_ON = """
MATCH (m:Meeting) WHERE m.runs_on >= $year
WITH m WHERE m.rank > $after AND m.rank > $edge
WITH m
"""

RUNNING_ON = _RUNNING_ON + _FITS + _PAGE
"""What began in an earlier year than that of ``$from`` and lasted until then, which no window down to it holds."""

COUNT_RUNNING_ON = _RUNNING_ON + _FITS + "RETURN count(m) AS count"

_AHEAD = """
MATCH (m:Meeting) WHERE m.ahead > $above_0 AND m.ahead <= $to_0
WITH m WHERE m.rank > $after
WITH m
"""

AHEAD = "UNION ALL".join((_AHEAD + _FITS + _PAGE).replace("_0", number) for number in ("_0", "_1", "_2", "_3"))
"""What was known by a day of the time after its month, which windows from the end of that month on do not hold.

Up to ``$limit`` of each class of ``schema.order.AHEAD``. Only at the top level does ArcadeDB use the index for a range.
"""

_OF_SIDES = """
CALL {
  WITH anchor UNWIND anchor AS id
  MATCH (:Person {id: id})
        -[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
  RETURN m
  UNION ALL
  WITH anchor UNWIND anchor AS id
  MATCH (:Polity {id: id})
        -[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
  RETURN m
  UNION ALL
  WITH anchor UNWIND anchor AS id
  MATCH (:Person {polity: id})
        -[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
  RETURN m
}
"""

_OF_VENUES = """
CALL {
  WITH anchor UNWIND anchor AS id
  MATCH (:Venue {id: id})<-[:HELD_AT]-(m:Meeting)
  RETURN m
}
"""

_OF_TOPICS = """
CALL {
  WITH anchor UNWIND anchor AS id
  MATCH (:Topic {id: id})<-[:DISCUSSED]-(m:Meeting)
  RETURN m
}
"""

_OF_PUBLISHERS = """
CALL {
  WITH anchor UNWIND anchor AS name
  MATCH (:Article {publisher: name})-[:REPORTS]->(:Claim)-[:ABOUT]->(m:Meeting)
  RETURN m
}
"""

_OF_KINDS = """
CALL {
  WITH anchor UNWIND anchor AS word
  MATCH (m:Meeting {kind: word})
  RETURN m
}
"""

_OF_STATUSES = """
CALL {
  WITH anchor UNWIND anchor AS word
  MATCH (m:Meeting {status: word})
  RETURN m
}
"""

_OF_REPORTS = """
CALL {
  WITH anchor UNWIND anchor AS id
  MATCH (:Claim {id: id})-[:ABOUT]->(m:Meeting)
  RETURN m
}
"""

_HEADS = {
    "sides": _OF_SIDES,
    "venues": _OF_VENUES,
    "topics": _OF_TOPICS,
    "publishers": _OF_PUBLISHERS,
    "reports": _OF_REPORTS,
    "kinds": _OF_KINDS,
    "statuses": _OF_STATUSES,
}

_COUNT_BEFORE = """
UNWIND range(0, size($anchors) - 1) AS place
WITH place, $anchors[place] AS anchor
CALL {
  WITH anchor
"""

_COUNT_AFTER = """
  WITH m LIMIT $most
  RETURN count(m) AS found
}
RETURN place, found
"""

WEIGH = {kind: _COUNT_BEFORE + head + _COUNT_AFTER for kind, head in _HEADS.items()}
"""How many meetings hang on each of ``$anchors``, up to ``$most``; an anchor is a list of ids."""

_APART = """
WITH DISTINCT m WHERE m.rank > $after
WITH m
"""

ANCHORED = {kind: "WITH $anchor AS anchor" + head + _APART + _FITS + _PAGE for kind, head in _HEADS.items()}

COUNT_ANCHORED = {
    kind: "WITH $anchor AS anchor" + head + _APART + _FITS + "RETURN count(m) AS count" for kind, head in _HEADS.items()
}

REPORTED = """
MATCH (c:Claim) WHERE c.reported >= $reported_from AND c.reported <= $reported_to
WITH c LIMIT $most
RETURN c.id AS id
"""
"""Claims of those days, at most so many."""

MEETINGS_MERGED = """
UNWIND $keys AS key
MATCH (:Claim {seed: key})-[:ABOUT]->(m:Meeting)
WHERE m.known_from <= $as_of AND m.known_until > $as_of
RETURN DISTINCT key, m {.*} AS meeting
"""
"""The meetings that hold the claims from which merged meetings had their ids."""

MEETINGS_BY_ID = """
UNWIND $keys AS key
MATCH (m:Meeting {id: key})
WHERE m.known_from <= $as_of AND m.known_until > $as_of
RETURN key, m {.*} AS meeting
"""

HISTORIES = """
UNWIND $keys AS key
MATCH (m:Meeting {id: key})
WHERE m.known_from <= $as_of
RETURN key, m {.*} AS meeting
ORDER BY meeting.known_from
"""

FOLLOWED = """
UNWIND $keys AS key
MATCH (:Meeting {key: key})-[r:FOLLOWED]->(m:Meeting)
WHERE r.known_from <= $as_of AND r.known_until > $as_of AND m.known_from <= $as_of AND m.known_until > $as_of
RETURN DISTINCT key, m {.*} AS meeting
ORDER BY coalesce(meeting.start, ''), meeting.id
"""

FOLLOWERS = """
UNWIND $keys AS key
MATCH (:Meeting {key: key})<-[r:FOLLOWED]-(m:Meeting)
WHERE r.known_from <= $as_of AND r.known_until > $as_of AND m.known_from <= $as_of AND m.known_until > $as_of
RETURN DISTINCT key, m {.*} AS meeting
ORDER BY coalesce(meeting.start, ''), meeting.id
"""
