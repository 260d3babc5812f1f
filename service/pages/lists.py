"""The list of contacts that the parameters choose, with the facets to choose by."""

from schema.vocabulary import Kind, Status
from service import selection
from service.pages.asking import Asked, chosen
from service.pages.page import Page
from service.pages.shares import of_timeline
from service.timeline.words import words

_WITHOUT_FIELD = ("any", "pair", "office", "polity", "reportedFrom", "reportedTo")
"""Parameters that the form keeps, though it has no field for them."""


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
            "kept": [(name, value) for name in _WITHOUT_FIELD for value in given[name]],
            "called": await _called(asked),
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


async def _called(asked: Asked) -> dict[str, str]:
    """What is shown for ids and words among the parameters."""
    directories = await asked.directories()
    values = {value for _, value in asked.parameters}
    named = [
        directory.entries
        for directory in (directories.people, directories.polities, directories.offices, directories.venues)
    ]
    english = words()
    return {value: entries[value].name for entries in named for value in values if value in entries} | {
        each.value: english[each.value] for each in (*Kind, *Status) if each.value in values
    }
