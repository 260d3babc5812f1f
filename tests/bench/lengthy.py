"""A timeline of 10,000 contacts beside one of 100, out of one graph: answered, embedded elsewhere, scrolled.

The long one is counted by month and shown 200 at a time; what is timed is whether anything but that count grows.
"""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import ClassVar

import httpx
from playwright.sync_api import Browser, sync_playwright

from loaders.store import add
from schema.database import Database, open_database
from schema.reading import Reading
from schema.settings import Settings
from schema.vocabulary import Kind, Status
from tests.loaders.articles import Told, Who, reading
from tests.service.conftest import CHROMIUM
from tests.service.serving import served

LENGTHS = (100, 10_000)
"""Contacts of the two people on each timeline."""

_IN_ARTICLE = 25
_AT_ONCE = 20
_TIMES = 3
_LOADED = datetime(2026, 1, 1, tzinfo=UTC)
_PEOPLE = {
    100: (Who("Mara Lindqvist", "Foreign Minister", "Sweden"), Who("Paul Ndiaye", "Foreign Minister", "Senegal")),
    10_000: (Who("Ayla Demir", "Foreign Minister", "Turkey"), Who("Ivo Hartmann", "Foreign Minister", "Germany")),
}
_SCROLLED = """async () => {
  const frames = [];
  let last = performance.now();
  const end = document.documentElement.scrollHeight - innerHeight;
  while (scrollY < end - 1) {
    scrollBy(0, 400);
    await new Promise(requestAnimationFrame);
    frames.push(performance.now() - last);
    last = performance.now();
  }
  return frames;
}"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One timeline: seconds until the server has answered anew and again, bytes sent, and what a browser made of it."""

    first: float
    again: float
    sent: int
    complete: float
    """Seconds from the request for the host's page until the last entry of the first page is in it."""
    earlier: float | None
    """Seconds from asking for the page before until it is there; None where all is on one page."""
    frame: float
    """Milliseconds of the median frame while the page is scrolled from end to end."""
    longest: float


def run() -> None:
    """Builds the graph, then opens each timeline several times over, in turn."""
    with _graph() as database, served(database) as client, _elsewhere() as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        found: dict[int, list[Seen]] = {length: [] for length in LENGTHS}
        for length in LENGTHS * (_TIMES + 1):
            found[length].append(_seen(browser, client, host, length))
        browser.close()
    print(f"\nTimelines in a page of another origin, by their contacts (median of {_TIMES})")
    heads = ("answer", "again", "sent, gz", "complete", "page before", "frame", "longest frame")
    print(f"  {'':9}" + "".join(f"{head:>15}" for head in heads))
    for length in LENGTHS:
        seen = found[length][1:]
        pages = [one.earlier for one in seen if one.earlier is not None]
        print(
            f"  {length:9,}{median(one.first for one in found[length]):13.2f} s"
            f"{median(one.again for one in seen):13.3f} s{median(one.sent for one in seen) / 1000:12.1f} kB"
            f"{median(one.complete for one in seen):13.2f} s{f'{median(pages):13.2f} s' if pages else ' ' * 14 + '-'}"
            f"{median(one.frame for one in seen):12.1f} ms{median(one.longest for one in seen):12.1f} ms"
        )


def _seen(browser: Browser, client: httpx.Client, host: str, length: int) -> Seen:
    address = f"/embed/timeline?person={_PEOPLE[length][0].name.replace(' ', '+')}"
    shown = min(length, 200)
    begin = perf_counter()
    # Another number of entries is another question, and the months are counted anew where the graph was changed.
    client.get(f"{address}&limit={shown - 1}")
    first = perf_counter() - begin
    begin = perf_counter()
    page = client.get(address)
    again = perf_counter() - begin
    base = str(client.base_url).rstrip("/")
    _Host.body = (
        f'<script type="module" src="{base}/embed/timeline.js"></script>'
        f'<contacts-timeline src="{base}{address}"></contacts-timeline>'
    )
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    tab = context.new_page()
    tab.goto(host, wait_until="commit")
    tab.locator(".ct-entry").nth(shown - 1).wait_for(state="attached")
    complete = tab.evaluate("performance.now()") / 1000
    frames = tab.evaluate(_SCROLLED)
    earlier = None
    if length > shown:
        last = tab.locator(".ct-entry h3").first.get_attribute("id")
        begin = perf_counter()
        tab.get_by_role("link", name="Earlier").click()
        tab.locator(f'.ct-entry h3[id="{last}"]').wait_for(state="detached", timeout=60_000)
        earlier = perf_counter() - begin
    context.close()
    return Seen(first, again, len(gzip.compress(page.content)), complete, earlier, median(frames), max(frames))


@contextmanager
def _graph() -> Iterator[Database]:
    with TemporaryDirectory() as folder:
        settings = Settings.model_validate({"database": None, "data": Path(folder), "heap": "2g"})
        with open_database(settings) as database:
            begin = perf_counter()
            articles = [article for length in LENGTHS for article in _articles(length)]
            for place in range(0, len(articles), _AT_ONCE):
                add(database, articles[place : place + _AT_ONCE], _LOADED)
            print(f"\n  {sum(LENGTHS):,} contacts loaded in {perf_counter() - begin:,.0f} s", flush=True)
            yield database


def _articles(length: int) -> Iterator[Reading]:
    """Articles that tell of a contact every other day, of every third in a place, until the end of 2025."""
    two = _PEOPLE[length]
    for begin in range(0, length, _IN_ARTICLE):
        told = []
        for number in range(begin, min(begin + _IN_ARTICLE, length)):
            day = (date(2025, 12, 31) - timedelta(days=2 * number)).isoformat()
            kind, venue = (Kind.MEETING, "Geneva") if number % 3 == 0 else (Kind.CALL, None)
            told.append(Told(kind, Status.HELD, two, day, venue, topics=("grain corridor",)))
        published = (date(2026, 1, 1) - timedelta(days=2 * begin)).isoformat()
        yield reading(f"{length}-{begin}", published, *told)


class _Host(BaseHTTPRequestHandler):
    """A page of somebody else."""

    body: ClassVar[str] = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><title>Host</title><body><h1>A story</h1>{self.body}".encode())

    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def _elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        serving.join()
