"""Meetings and what hangs on them."""

_OF_PEOPLE = """
MATCH (anchor:Person)-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
WHERE anchor.id IN $anchors
WITH DISTINCT m
"""

_OF_POLITIES = """
CALL {
  MATCH (g:Polity)-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
  WHERE g.id IN $anchors
  RETURN m
  UNION
  MATCH (p:Person)-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]->(m:Meeting)
  WHERE p.polity IN $anchors
  RETURN m
}
WITH DISTINCT m
"""

_OF_ALL = """
MATCH (m:Meeting)
"""

_PAGE = """
WHERE m.known_from <= $as_of AND m.known_until > $as_of
  AND ($kinds IS NULL OR m.kind IN $kinds)
  AND ($statuses IS NULL OR m.status IN $statuses)
  AND ($from IS NULL OR coalesce(m.end, m.start) + '~' >= $from)
  AND ($to IS NULL OR m.start <= $to)
  AND ($after_id IS NULL OR coalesce(m.start, '') < $after_start
       OR (coalesce(m.start, '') = $after_start AND m.id > $after_id))
  AND ($any IS NULL OR EXISTS {
    MATCH (m)<-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]-(p:Person)
    WHERE p.id IN $any })
  AND all(one IN $all WHERE EXISTS {
    MATCH (m)<-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]-(p:Person)
    WHERE p.id = one })
  AND all(bodies IN $polities WHERE EXISTS {
    MATCH (m)<-[:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]-(side)
    WHERE side.id IN bodies OR side.polity IN bodies })
  AND ($venues IS NULL OR EXISTS { MATCH (m)-[:HELD_AT]->(v:Venue) WHERE v.id IN $venues })
  AND ($topics IS NULL OR EXISTS { MATCH (m)-[:DISCUSSED]->(t:Topic) WHERE t.id IN $topics })
WITH m ORDER BY coalesce(m.start, '') DESC, m.id LIMIT $limit
RETURN m {.*} AS meeting
"""

MEETINGS = _OF_ALL + _PAGE
"""The newest meetings that fit; ``$to`` and ``$from`` compare as text, '~' stands after every further digit."""

MEETINGS_OF_PEOPLE = _OF_PEOPLE + _PAGE
"""The same, found from the people ``$anchors``."""

MEETINGS_OF_POLITIES = _OF_POLITIES + _PAGE
"""The same, found from the polities ``$anchors`` and those who act for them."""

MEETING_MERGED = """
MATCH (:Claim {seed: $id})-[a:ABOUT]->(m:Meeting)
WHERE m.known_from <= $as_of AND m.known_until > $as_of
RETURN DISTINCT m {.*} AS meeting
"""
"""The meeting that holds the claim from which a merged meeting had its id."""

MEETINGS_BY_ID = """
UNWIND $keys AS key
MATCH (m:Meeting {id: key})
WHERE m.known_from <= $as_of AND m.known_until > $as_of
RETURN key, m {.*} AS meeting
"""

PARTICIPANTS = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})
      <-[r:ATTENDED|EXPECTED_TO_ATTEND|MAY_ATTEND|ABSENT_FROM|DECLINED_TO_ATTEND|MEDIATED]-(p)
RETURN key, type(r) AS edge, r.place AS place, r.claims AS claims, p {.*} AS party
ORDER BY place, party.name, party.id
"""

VENUES = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})-[:HELD_AT]->(v:Venue)
RETURN key, v {.*} AS venue
"""

TOPICS = """
UNWIND $keys AS key
MATCH (m:Meeting {key: key})-[r:DISCUSSED]->(t:Topic)
RETURN key, r.place AS place, t {.*} AS topic
ORDER BY place, topic.name, topic.id
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
