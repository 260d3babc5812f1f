"""Timelines in somebody else's page: this project's element beside TimelineJS3 and vis-timeline, in the same browser.

Each stands in a page of another origin that forbids inline scripts and styles, with the same meetings. What is timed
begins with the request for the page and ends when every item that the timeline shows at first is in the page.
"""

import gzip
import json
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import ClassVar

from playwright.sync_api import Browser, sync_playwright

from schema.vocabulary import Kind, Precision, Status
from service.pages.rendering import render
from service.selection import MeetingRow, RowClaim, RowParty
from service.timeline import months, timelinejs, words
from service.timeline.entries import entry
from service.timeline.view import PER_PAGE, Timeline, read_view
from tests.browsing import packages
from tests.service.conftest import CHROMIUM

ITEMS = 2_000
_TIMES = 5
_OURS = Path(words.__file__).with_name("static")
_POLICY = "default-src 'none'; script-src {0}; style-src {0}; connect-src {0}; img-src {0}; font-src {0}"


@dataclass(frozen=True, slots=True)
class Rival:
    """One timeline: the page that holds it, what its items are, how many there are to be, and its scripts."""

    name: str
    body: str
    item: str
    items: int
    scripts: tuple[Path, ...]


def run() -> None:
    """Opens each page several times over, in turn, and prints the medians."""
    files = packages.fetch(everything=True)
    rows = [_row(number) for number in range(ITEMS)]
    with _serving(_documents(rows), files) as (server, elsewhere), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        rivals = _rivals(server, files)
        found: dict[str, list[tuple[float, float, int]]] = {rival.name: [] for rival in rivals}
        for rival in rivals * (_TIMES + 1):
            found[rival.name].append(_opened(browser, elsewhere, server, rival))
        browser.close()
    print(f"\nTimelines of {ITEMS:,} contacts in a page of another origin (median of {_TIMES})")
    print(f"  {'':44} {'painted':>9} {'complete':>9} {'script, gz':>11} {'violations of its policy':>25}")
    for rival in rivals:
        painted, complete, violations = zip(*found[rival.name][1:], strict=True)
        size = sum(len(gzip.compress(path.read_bytes(), 9)) for path in rival.scripts) / 1000
        times = f"{median(painted):7.2f} s {median(complete):7.2f} s"
        print(f"  {rival.name:44} {times} {size:8.1f} kB {median(violations):25.0f}")


def _rivals(server: str, files: Path) -> list[Rival]:
    knight, vis = files / "@knight-lab/timelinejs/dist", files / "vis-timeline"

    def ours(name: str) -> str:
        return (
            f'<script type="module" src="{server}/embed/timeline.js"></script>'
            f'<contacts-timeline src="{server}/{name}.html"></contacts-timeline>'
        )

    return [
        Rival("diplograph, as served: 200 a page", ours("page"), ".ct-entry", PER_PAGE, (_OURS / "timeline.js",)),
        Rival("diplograph, all on one page", ours("all"), ".ct-entry", ITEMS, (_OURS / "timeline.js",)),
        Rival(
            "TimelineJS3",
            f'<link rel="stylesheet" href="{server}/knight/css/timeline.css"><div id="timeline"></div>'
            f'<script src="{server}/knight/js/timeline.js"></script><script src="{server}/knight.js"></script>',
            ".tl-timemarker",
            ITEMS,
            (knight / "js/timeline.js",),
        ),
        Rival(
            "vis-timeline",
            f'<link rel="stylesheet" href="{server}/vis/styles/vis-timeline-graph2d.min.css"><div id="timeline"></div>'
            f'<script src="{server}/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>'
            f'<script src="{server}/vis.js"></script>',
            ".vis-item.vis-point, .vis-item.vis-box",
            ITEMS,
            (vis / "standalone/umd/vis-timeline-graph2d.min.js",),
        ),
    ]


def _opened(browser: Browser, elsewhere: str, server: str, rival: Rival) -> tuple[float, float, int]:
    """Seconds to the first paint and until all items are there, and how often the page's policy was violated."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    violations: list[str] = []
    page.on("console", lambda said: violations.append(said.text) if "Content Security Policy" in said.text else None)
    head = "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>"
    _Served.pages["/"] = (
        f"{head}<body><h1>A story</h1>{rival.body}".encode(),
        "text/html; charset=utf-8",
        _POLICY.format(server),
    )
    page.goto(elsewhere, wait_until="commit")
    page.locator(rival.item).nth(rival.items - 1).wait_for(state="attached", timeout=60_000)
    complete = page.evaluate("performance.now()") / 1000
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0") / 1000
    context.close()
    return painted, complete, len(violations)


def _row(number: int) -> MeetingRow:
    day = (date(2025, 6, 30) - timedelta(days=number // 3)).isoformat()
    claim = RowClaim(
        id=f"c{number}",
        quote=f"Ayla Demir and Ivo Hartmann spoke on the {number}th time about the grain corridor and the ports.",
        by=None,
        status=Status.HELD,
        date=day,
        date_end=None,
        venue=None,
        topics=("grain corridor",),
        article=f"a{number}",
        url=f"https://wire.example/{number}",
        title=f"Demir and Hartmann speak, {number}",
        publisher="The Wire",
        published=day,
        language="en",
    )
    parties = tuple(
        RowParty(f"p{name}", name, "person", f"g{of}", of, None, "Foreign Minister", "ATTENDED", None)
        for name, of in (("Ayla Demir", "Turkey"), ("Ivo Hartmann", "Germany"))
    )
    return MeetingRow(
        id=f"m{number}",
        kind=Kind.CALL,
        status=Status.HELD,
        start=day,
        end=None,
        precision=Precision.DAY,
        title="Demir–Hartmann call",
        sources=1,
        disagreements=(),
        known_from=day,
        parties=parties,
        topics=("grain corridor",),
        claims=(claim,),
    )


def _documents(rows: list[MeetingRow]) -> dict[str, tuple[bytes, str, str]]:
    """What the server of the timelines gives beside the packages' files."""
    view = read_view([])
    counted = months.counted((row.start[:7] if row.start else None, row.status, 1) for row in rows)
    whole = Timeline(
        view,
        "Diplomatic contacts",
        rows,
        [entry(row, view.words) for row in rows],
        ITEMS,
        counted,
        months.chart(counted, view.words, lambda month: f"?at={month}"),
        None,
        None,
    )
    page = replace(whole, rows=rows[:PER_PAGE], entries=whole.entries[:PER_PAGE], earlier="?after=x")
    story = json.dumps(timelinejs.story(whole, "http://diplograph.example"))
    items = json.dumps([{"id": row.id, "content": row.title, "start": row.start} for row in rows])
    script = "text/javascript"
    return {
        "/all.html": (render("embed.html", timeline=whole, base="http://diplograph.example").encode(), "text/html", ""),
        "/page.html": (render("embed.html", timeline=page, base="http://diplograph.example").encode(), "text/html", ""),
        "/knight.js": (f"new TL.Timeline('timeline', {story})".encode(), script, ""),
        "/vis.js": (
            f"new vis.Timeline(document.getElementById('timeline'), {items}, {{type: 'point'}})".encode(),
            script,
            "",
        ),
    }


class _Served(BaseHTTPRequestHandler):
    """Both servers: pages by their path, and files below folders."""

    pages: ClassVar[dict[str, tuple[bytes, str, str]]] = {}
    folders: ClassVar[dict[str, Path]] = {}

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        body, kind, policy = self.pages.get(path) or self._file(path)
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Access-Control-Allow-Origin", "*")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def _file(self, path: str) -> tuple[bytes, str, str]:
        for begin, folder in self.folders.items():
            file = folder / path.removeprefix(begin)
            if path.startswith(begin) and file.is_file():
                return file.read_bytes(), mimetypes.guess_type(file)[0] or "application/octet-stream", ""
        return b"", "", ""

    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def _serving(documents: dict[str, tuple[bytes, str, str]], files: Path) -> Iterator[tuple[str, str]]:
    """The addresses of the server of the timelines and of the page that holds them."""
    _Served.pages = documents
    _Served.folders = {
        "/embed/": _OURS,
        "/knight/": files / "@knight-lab/timelinejs/dist",
        "/vis/": files / "vis-timeline",
    }
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), _Served) for _ in range(2)]
    threads = [threading.Thread(target=server.serve_forever) for server in servers]
    for thread in threads:
        thread.start()
    timelines, host = (f"http://127.0.0.1:{server.server_port}" for server in servers)
    try:
        yield timelines, host
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
        for thread in threads:
            thread.join()
