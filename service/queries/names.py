"""All the names in the graph, for finding who is meant."""

PEOPLE = """
MATCH (p:Person)
RETURN p.id AS id, p.name AS name, p.aliases AS also, null AS of
"""

POLITIES = """
MATCH (g:Polity)
OPTIONAL MATCH (g)-[:OF]->(above:Polity)
RETURN g.id AS id, g.name AS name, [g.iso] AS also, above.id AS of
"""

OFFICES = """
MATCH (o:Office)
RETURN o.id AS id, o.title AS name, [o.role] AS also, null AS of
"""

VENUES = """
MATCH (v:Venue)
OPTIONAL MATCH (v)-[:IN]->(around:Venue)
RETURN v.id AS id, v.name AS name, [] AS also, around.id AS of
"""

TOPICS = """
MATCH (t:Topic)
RETURN t.id AS id, t.name AS name, [] AS also, null AS of
"""
