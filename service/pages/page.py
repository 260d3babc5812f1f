"""What a page is, and the three forms in which it is answered: HTML, and what it shows as JSON and as CSV."""

import csv
import dataclasses
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

from service.export.options import View
from service.export.route import open_in_gephi_lite
from service.pages.rendering import render

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of every page."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Link:
    """A form of the same facts for other programs."""

    name: str
    address: str
    says: str
    type: str


@dataclass(frozen=True, slots=True)
class Share:
    """What there is to embed, follow and download of a page."""

    links: Sequence[Link]
    embed: str | None = None
    """Path of the timeline, with its parameters."""
    title: str = ""
    contacts: str | None = None
    """The query that selects the meetings, where there is a graph of who was in touch with whom in them."""

    def graph(self, base: str) -> str:
        """The address that opens the graph in Gephi Lite."""
        return open_in_gephi_lite(base, View.PEOPLE, self.contacts or "")

    def element(self, base: str) -> str:
        """HTML that puts the timeline into a page by its element."""
        address = escape(base + (self.embed or ""))
        return (
            f'<script type="module" src="{escape(base)}/embed/timeline.js"></script>\n'
            f'<contacts-timeline src="{address}"><a href="{address}">{escape(self.title)}</a></contacts-timeline>'
        )

    def frame(self, base: str) -> str:
        """HTML that puts the timeline into a frame."""
        return frame(base, base + (self.embed or ""), self.title, 600)


@dataclass(frozen=True, slots=True)
class Page:
    """One page with all that it shows."""

    template: str
    title: str
    description: str
    """One sentence for search engines and for previews of links."""
    facts: Mapping[str, Any]
    """What the template shows and ``.json`` gives: text, numbers, lists, mappings, dataclasses of these."""
    address: str | None = None
    """The path under which the page should be known, with those parameters that make it another page."""
    table: Iterable[Mapping[str, Any]] | str = ()
    """The rows of ``.csv``; or the address at which they are."""
    share: Share | None = None
    view: Mapping[str, Any] = field(default_factory=dict)
    """What only the template needs."""
    status: int = 200

    @property
    def alternates(self) -> Sequence[Link]:
        """The forms that the head of the page names."""
        return self.share.links if self.share else ()


def frame(base: str, address: str, title: str, height: int, width: str = "100%") -> str:
    """The frame of a timeline, and the script that gives it the height of what it holds."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{width}" height="{height}" loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" frameborder="0"></iframe>\n'
        f'<script async src="{escape(base)}/embed/embed.js"></script>'
    )


def origin(request: Request) -> str:
    """Scheme and host of the service, as the request names them."""
    return str(request.base_url).rstrip("/")


def answer(page: Page, form: str, base: str) -> Response:
    """The page in a form: ``html``, ``json`` or ``csv``. ``base`` is the scheme and host of the service."""
    if form == "json":
        return JSONResponse(plain(page.facts), page.status)
    if form == "csv":
        if isinstance(page.table, str):
            return RedirectResponse(page.table)
        headers = {"Content-Disposition": 'attachment; filename="diplograph.csv"'}
        return StreamingResponse(_lines(page.table), page.status, headers, "text/csv; charset=utf-8")
    shown = render(page.template, page=page, base=base, share=page.share, **page.facts, **page.view)
    return HTMLResponse(shown, page.status, {"Content-Security-Policy": POLICY})


def plain(value: Any) -> Any:
    """The value in what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, str | int | float | bool | None):
        return value
    return [plain(each) for each in value]


def _lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of a CSV; what a spreadsheet would take for a formula is marked as text."""
    out = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, row.keys())
            writer.writeheader()
        writer.writerow(
            {
                name: f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
                for name, value in row.items()
            }
        )
    yield out.getvalue()
