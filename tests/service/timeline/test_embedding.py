"""The timeline in pages of another origin that forbid all they can, in a browser that reaches nothing else."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import httpx
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from service.timeline import words

SCRIPTS = Path(words.__file__).parent / "static"


class Host(BaseHTTPRequestHandler):
    """A page of somebody else, with the strictest policy under which the element can be loaded at all."""

    body: ClassVar[str] = ""
    policy: ClassVar[str] = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(f"<!doctype html><title>Host</title><body>{self.body}".encode())

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()
    server.server_close()


@pytest.fixture
def host(browser: Browser, client: httpx.Client, elsewhere: str) -> Iterator[Page]:
    """A page of the other origin; its policy's violations and requests to third parties fail the test."""
    wrong: list[str] = []
    context = browser.new_context()
    page = context.new_page()

    def only_these(route: Route) -> None:
        if route.request.url.startswith((str(client.base_url), elsewhere)):
            route.continue_()
        else:
            wrong.append(route.request.url)
            route.abort()

    context.route("**/*", only_these)
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def embed(page: Page, elsewhere: str, body: str, policy: str) -> None:
    Host.body, Host.policy = body, policy
    page.goto(elsewhere)


def policy(client: httpx.Client) -> str:
    base = str(client.base_url).rstrip("/")
    return (
        f"default-src 'none'; script-src {base}; connect-src {base}; frame-src {base}; "
        "require-trusted-types-for 'script'"
    )


def element(client: httpx.Client, query: str, inside: str = "") -> str:
    base = str(client.base_url).rstrip("/")
    return (
        f'<script type="module" src="{base}/embed/timeline.js"></script>'
        f'<contacts-timeline src="{base}/embed/timeline?{query}">{inside}</contacts-timeline>'
    )


def test_the_element_shows_the_timeline_in_its_own_style(host: Page, client: httpx.Client, elsewhere: str) -> None:
    embed(host, elsewhere, element(client, "person=Lavrov", "Loading"), policy(client))
    expect(host.get_by_role("article")).to_have_count(2)
    expect(host.get_by_role("heading", level=1)).to_have_text("Sergei Lavrov")
    expect(host.get_by_role("status")).to_have_text("2 contacts")
    assert host.locator(".ct-entry").first.evaluate("one => getComputedStyle(one).position") == "relative"
    link = host.get_by_role("link", name="Marco Rubio").first.get_attribute("href") or ""
    assert link.startswith(str(client.base_url))


def test_its_properties_are_taken_from_the_page(host: Page, client: httpx.Client, elsewhere: str) -> None:
    embed(host, elsewhere, element(client, "person=Lavrov"), policy(client))
    expect(host.get_by_role("article").first).to_be_visible()
    host.evaluate("document.body.style.setProperty('--ct-paper', 'rgb(1, 2, 3)')")
    assert host.locator(".ct").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(1, 2, 3)"


def test_it_is_paged_in_place_from_the_keyboard(host: Page, client: httpx.Client, elsewhere: str) -> None:
    embed(host, elsewhere, element(client, "limit=1"), policy(client))
    expect(host.get_by_text("Four hours in Riyadh").first).to_be_visible()
    host.get_by_role("link", name="Earlier").press("Enter")
    expect(host.get_by_text("Two stories of one call").first).to_be_visible()
    expect(host.get_by_role("heading", level=1)).to_be_focused()
    assert host.url == f"{elsewhere}/"


def test_what_stands_in_it_stays_where_nothing_can_be_loaded(
    browser: Browser, client: httpx.Client, elsewhere: str
) -> None:
    page = browser.new_page()
    wrong = element(client, "person=Lavrov", "The timeline").replace("/embed/timeline?", "/embed/nothing?")
    with page.expect_event("requestfailed", lambda request: "nothing" in request.url):
        embed(page, elsewhere, wrong, policy(client))
    expect(page.get_by_text("The timeline")).to_be_visible()
    page.close()


def test_the_frame_takes_the_height_of_what_it_holds(host: Page, client: httpx.Client, elsewhere: str) -> None:
    address = f"{client.base_url}/embed/timeline?person=Lavrov"
    code = client.get("/oembed", params={"url": address, "maxheight": 120}).json()["html"]
    embed(host, elsewhere, code, policy(client))
    inside = host.frame_locator("iframe")
    expect(inside.get_by_role("article")).to_have_count(2)
    expect(host.locator("iframe")).not_to_have_attribute("height", "120")
    tall = int(host.locator("iframe").get_attribute("height") or 0)
    inside.get_by_text("Accounts differ").first.click()
    expect(host.locator("iframe")).not_to_have_attribute("height", str(tall))
    assert inside.locator("body").evaluate("() => document.documentElement.scrollHeight <= innerHeight + 2")


def test_the_scripts_are_small() -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in SCRIPTS.glob("*.js")}
    assert sizes["timeline.js"] < 2_000
    assert sum(sizes.values()) < 5_000
