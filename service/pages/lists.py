"""The list of contacts that the parameters choose, with the facets to choose by."""

from service import selection
from service.pages.asking import Asked
from service.pages.choosing import choices
from service.pages.page import Page
from service.pages.shares import of_timeline


async def meetings(asked: Asked) -> Page:
    """The contacts that fit, the newest first."""
    timeline = await asked.timeline()
    made = await choices(asked)
    query = selection.address(timeline.view.selection)
    title = timeline.title if timeline.title != timeline.view.words["timeline"] else "Contacts"
    return Page(
        "meetings.html",
        title=title,
        description=(
            f"{title}: {timeline.view.words.count('contacts', timeline.total)}, with whom, where and when, and who "
            "says so."
        ),
        facts={"total": timeline.total, "chosen": made.given, "meetings": timeline.rows},
        address="/meetings" + (f"?{query}" if query else ""),
        table="/meetings.csv" + (f"?{query}" if query else ""),
        share=of_timeline(timeline, "/list"),
        view={"timeline": timeline, "as_of": asked.as_of, "choices": made},
    )
