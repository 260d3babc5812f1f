"""The list of contacts that the parameters choose, with the facets to choose by."""

from service import selection
from service.pages.asking import Asked, chosen
from service.pages.page import Page
from service.pages.shares import of_timeline

FACETS = ("person", "any", "pair", "office", "polity", "venue", "topic", "text", "publisher")
"""Parameters that take text; the others have choices or dates."""


async def meetings(asked: Asked) -> Page:
    """The contacts that fit, the newest first."""
    timeline = await asked.timeline()
    given = {name: [value for key, value in asked.parameters if key == name and value] for name in selection.PARAMETERS}
    query = selection.address(timeline.view.selection)
    narrowed = any(given.values())
    title = timeline.title if timeline.title != timeline.view.words["timeline"] else "Contacts"
    return Page(
        "meetings.html",
        title=title,
        description=(
            f"{title}: {timeline.view.words.count('contacts', timeline.total)}, with whom, where and when, and who "
            "says so."
        ),
        facts={"total": timeline.total, "chosen": given, "meetings": timeline.rows},
        address="/meetings" + (f"?{query}" if query else ""),
        table="/meetings.csv" + (f"?{query}" if query else ""),
        share=of_timeline(timeline, "/list"),
        view={
            "timeline": timeline,
            "as_of": asked.as_of,
            "given": given,
            "narrowed": narrowed,
            "without": {
                (name, value): chosen(
                    [pair for pair in asked.parameters if pair[0] in selection.PARAMETERS and pair != (name, value)],
                    None if name == "asOf" else asked.as_of,
                )
                for name, values in given.items()
                for value in values
            },
        },
    )
