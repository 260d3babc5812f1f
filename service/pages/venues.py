"""The page of a venue: what lies in it, and the contacts there."""

from schema.errors import NotFound
from service.pages.asking import Asked
from service.pages.page import Page
from service.pages.shares import of_timeline
from service.queries import pages

MOST = 60
"""Places within it that are named."""


async def venue(asked: Asked, venue: str) -> Page:
    """One venue."""
    found = await asked.read(pages.VENUE, id=venue)
    if not found:
        raise NotFound(f"No venue has the id {venue[:80]!r}. Search for the place by its name.")
    facts = found[0]
    timeline = await asked.timeline(("venue", venue))
    inside = await asked.read(pages.INSIDE_VENUE, id=venue, limit=MOST)
    address = f"/venue/{venue}"
    place = ", ".join(dict.fromkeys(name for name in (facts["name"], facts["country"]) if name))
    return Page(
        "venue.html",
        title=place,
        description=f"{place}: {timeline.view.words.count('contacts', timeline.total)} there, each with its sources.",
        facts={"venue": facts, "inside": inside, "total": timeline.total, "meetings": timeline.rows},
        address=address,
        table=f"/meetings.csv?venue={venue}" + (f"&asOf={asked.as_of}" if asked.as_of else ""),
        share=of_timeline(timeline, address),
        view={"timeline": timeline, "as_of": asked.as_of},
    )
