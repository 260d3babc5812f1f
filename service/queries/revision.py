"""How often the graph has changed."""

from service.queries import Reader

REVISION = "MATCH (c:Counter {id: 'revision'}) RETURN c.value AS value"


async def revision(reader: Reader) -> int:
    """A number that grows with each change, whichever process makes it; 0 in a graph that holds nothing."""
    rows = await reader.read(REVISION, {})
    return int(rows[0]["value"]) if rows else 0
