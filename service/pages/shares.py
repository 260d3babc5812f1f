"""What there is to embed, follow and download of a list of meetings."""

from service import selection
from service.pages.page import Link, Share
from service.timeline.view import Timeline, View


def of_timeline(shown: Timeline, address: str) -> Share:
    """The share of a page that shows a timeline.

    Args:
        shown: the timeline.
        address: the path of the page.
    """
    query = whole(shown.view).query(at=None, after=None, limit=None)
    chosen = f"?{query}" if query else ""
    own = shown.view.query(at=None, after=None, limit=None)
    meetings = selection.address(shown.view.selection)
    selected = f"?{meetings}" if meetings else ""
    return Share(
        links=(
            Link("JSON", f"{address}.json" + (f"?{own}" if own else ""), "what this page shows", "application/json"),
            Link("CSV", f"/meetings.csv{chosen}", "all these contacts, one a line", "text/csv"),
            Link("Atom", f"/embed/timeline.atom{chosen}", "to follow in a feed reader", "application/atom+xml"),
            Link("Calendar", f"/embed/timeline.ics{chosen}", "to subscribe to in a calendar", "text/calendar"),
            Link("TimelineJS", f"/embed/timeline.json{chosen}", "for Knight Lab’s TimelineJS", "application/json"),
            Link("Gephi", f"/export/people.gexf{selected}", "who was in contact with whom", "application/gexf+xml"),
        ),
        embed=f"/embed/timeline{chosen}",
        title=f"{shown.title}: diplomatic contacts",
        contacts=meetings,
    )


def whole(view: View) -> View:
    """The view with all that chooses its meetings in the query."""
    return View(view.selection, view.words, view.series, view.theme, view.limit, view.at, view.after)
