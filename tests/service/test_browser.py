"""The pages in a browser that reaches nothing but the service."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.service.visiting import Visit, visit

PAGES = [
    "/",
    "/?asOf=2025-02-17",
    "/meetings",
    "/search?q=trade",
    "/search?q=Lavrov",
    "/search?q=Lavrov+and+Rubio",
    "/search?q=Russia",
    "/search?q=Russia+and+United+States",
    "/search?q=Riyadh",
    "/map",
    "/calendar?month=2025-02&asOf=2025-02-17",
    "/calendar?month=2025-02&asOf=2025-02-10",
    "/calendar?month=2031-01",
    "/status",
    "/review",
    "/nowhere",
    "/embed/timeline",
    "/embed/timeline?lang=ar",
]


@pytest.fixture
def wide(browser: Browser, client: httpx.Client) -> Iterator[Visit]:
    yield from visit(browser, str(client.base_url))


@pytest.fixture
def narrow(browser: Browser, client: httpx.Client) -> Iterator[Visit]:
    yield from visit(browser, str(client.base_url), width=360)


@pytest.fixture
def dark(browser: Browser, client: httpx.Client) -> Iterator[Visit]:
    yield from visit(browser, str(client.base_url), scheme="dark")


@pytest.fixture(scope="module")
def pages(client: httpx.Client) -> list[str]:
    """``PAGES``, and the pages of a meeting and of an article."""
    rows = client.get("/list.json", params={"kind": "call"}).json()["meetings"]
    return [*PAGES, f"/meeting/{rows[0]['id']}", f"/article/{rows[0]['claims'][0]['article']}"]


def test_contacts_show_without_complaint(wide: Visit) -> None:
    wide.page.goto("/meetings")
    expect(wide.page.get_by_role("article")).to_have_count(3)
    expect(wide.page.get_by_text("Marco Rubio telephoned Sergei Lavrov on Saturday.").first).to_be_visible()
    assert wide.complaints == []


def test_people_are_found_by_the_search_and_by_following_names(wide: Visit) -> None:
    wide.page.goto("/")
    wide.page.get_by_role("combobox").fill("zelensky and wang yi")
    wide.page.get_by_role("button", name="Search").click()
    expect(wide.page.get_by_role("heading", level=1)).to_have_text("Volodymyr Zelensky and Wang Yi")
    expect(wide.page.get_by_role("article")).to_have_count(1)
    wide.page.goto("/meetings")
    wide.page.get_by_role("article").get_by_role("link", name="Keith Kellogg").click()
    expect(wide.page.get_by_role("heading", level=1)).to_have_text("Keith Kellogg")
    assert wide.complaints == []


def test_names_are_offered_while_one_writes(wide: Visit) -> None:
    wide.page.goto("/")
    wide.page.get_by_role("combobox").press_sequentially("lav")
    expect(wide.page.locator("#names option").first).to_have_attribute("value", "Sergei Lavrov")


def test_a_phone_has_nothing_to_scroll_sideways(narrow: Visit, pages: list[str]) -> None:
    for address in [*pages, "/graphql"]:
        narrow.page.goto(address)
        assert narrow.page.evaluate("document.documentElement.scrollWidth") == 360, address


@pytest.mark.parametrize("address", ["/", "/embed/timeline", "/graphql"])
def test_light_and_dark_follow_the_reader_s_choice(wide: Visit, dark: Visit, address: str) -> None:
    brightness = (
        "getComputedStyle(document.querySelector('.ct') ?? document.body).backgroundColor.match(/\\d+/g).slice(0, 3)"
        ".reduce((a, b) => a + +b, 0)"
    )
    wide.page.goto(address)
    dark.page.goto(address)
    assert wide.page.evaluate(brightness) > 600
    assert dark.page.evaluate(brightness) < 150


def test_accounts_stand_side_by_side_where_there_is_room(wide: Visit, narrow: Visit) -> None:
    def tops(seen: Visit) -> list[float]:
        seen.page.goto("/meetings?person=Lavrov&kind=call")
        seen.page.get_by_text("Accounts differ: topics").click()
        boxes = [seen.page.get_by_role("heading", name=name, level=4).bounding_box() for name in ("Russian", "State")]
        return [box["y"] for box in boxes if box]

    first, second = tops(wide)
    assert first == second
    first, second = tops(narrow)
    assert first != second


EVERYTHING = "{resultTypes: ['violations']}"
CONTRAST = "{runOnly: ['color-contrast'], resultTypes: ['violations']}"


def violations(seen: Visit, axe: str, options: str = EVERYTHING) -> list[tuple[str, str]]:
    """What axe finds wrong with the page, all that can be opened being open."""
    seen.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    seen.page.evaluate(axe)
    found = seen.page.evaluate(f"axe.run(document, {options})")
    return [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]]


def test_axe_finds_nothing_in_light_and_dark(wide: Visit, pages: list[str], axe: str) -> None:
    """Colours are all that differs between the two."""
    wide.page.emulate_media(reduced_motion="reduce")
    for address in pages:
        wide.page.emulate_media(color_scheme="light")
        wide.page.goto(address)
        assert violations(wide, axe) == [], address
        wide.page.emulate_media(color_scheme="dark")
        assert violations(wide, axe, CONTRAST) == [], address


def test_what_embeds_a_page_is_copied_from_a_sheet(wide: Visit, axe: str) -> None:
    wide.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wide.page.goto("/meetings?person=Lavrov")
    wide.page.get_by_role("button", name="Embed and data").press("Enter")
    sheet = wide.page.get_by_role("dialog", name="Embed and data")
    expect(sheet).to_be_visible()
    sheet.get_by_role("button", name="Copy").first.click()
    expect(sheet.get_by_role("button", name="Copied")).to_be_visible()
    copied = wide.page.evaluate("navigator.clipboard.readText()")
    assert copied == sheet.get_by_label("Timeline in your page").input_value()
    assert "<contacts-timeline src=" in copied
    assert violations(wide, axe) == []
    wide.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert wide.complaints == []


def test_the_sheet_opens_without_script(browser: Browser, client: httpx.Client) -> None:
    context = browser.new_context(base_url=str(client.base_url), java_script_enabled=False)
    page = context.new_page()
    page.goto("/meetings")
    page.get_by_role("button", name="Embed and data").click()
    expect(page.get_by_label("Timeline in a frame")).to_be_visible()
    context.close()
