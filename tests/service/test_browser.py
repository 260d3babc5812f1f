"""The pages in a browser that reaches nothing but the service."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import httpx
import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, ViewportSize, expect


@dataclass
class Visit:
    """A page, and what it did that it should not have."""

    page: Page
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def visit(
    browser: Browser, site: str, width: int = 1280, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Visit]:
    """A fresh page; requests to other places than the site are refused and listed."""
    size = ViewportSize(width=width, height=800)
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=site)
    seen = Visit(context.new_page())

    def only_the_site(route: Route) -> None:
        if route.request.url.startswith((f"{site}/", "data:")):
            route.continue_()
        else:
            seen.outside.append(route.request.url)
            route.abort()

    def told(dialog: Dialog) -> None:
        seen.complaints.append(dialog.message)
        dialog.dismiss()

    context.route("**/*", only_the_site)
    seen.page.on("console", lambda message: seen.complaints.append(message.text))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("dialog", told)
    yield seen
    context.close()
    assert seen.outside == []


@pytest.fixture
def wide(browser: Browser, client: httpx.Client) -> Iterator[Visit]:
    yield from visit(browser, str(client.base_url))


@pytest.fixture
def narrow(browser: Browser, client: httpx.Client) -> Iterator[Visit]:
    yield from visit(browser, str(client.base_url), width=390)


@pytest.fixture
def dark(browser: Browser, client: httpx.Client) -> Iterator[Visit]:
    yield from visit(browser, str(client.base_url), scheme="dark")


def test_the_contacts_show_without_running_anything(wide: Visit) -> None:
    wide.page.goto("/")
    expect(wide.page.get_by_role("article")).to_have_count(3)
    expect(wide.page.get_by_text("Marco Rubio telephoned Sergei Lavrov on Saturday.")).to_be_visible()
    assert wide.complaints == []


def test_a_person_is_found_by_the_form_and_by_following_a_name(wide: Visit) -> None:
    wide.page.goto("/")
    wide.page.get_by_label("Person").fill("zelensky")
    wide.page.get_by_role("button", name="Show").click()
    expect(wide.page.get_by_role("article")).to_have_count(1)
    wide.page.get_by_role("link", name="Show all").click()
    wide.page.get_by_role("link", name="Keith Kellogg").click()
    expect(wide.page.get_by_role("heading", level=1)).to_have_text("Contacts of Keith Kellogg")
    expect(wide.page.get_by_role("article")).to_have_count(1)


@pytest.mark.parametrize("address", ["/", "/?who=Nobody", "/graphql"])
def test_a_phone_has_nothing_to_scroll_sideways(narrow: Visit, address: str) -> None:
    narrow.page.goto(address)
    assert narrow.page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("address", ["/", "/graphql"])
def test_light_and_dark_follow_the_reader_s_choice(wide: Visit, dark: Visit, address: str) -> None:
    brightness = (
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    )
    wide.page.goto(address)
    dark.page.goto(address)
    assert wide.page.evaluate(brightness) > 600
    assert dark.page.evaluate(brightness) < 150


def test_accounts_stand_side_by_side_where_there_is_room(wide: Visit, narrow: Visit) -> None:
    def tops(seen: Visit) -> list[float]:
        seen.page.goto("/?who=Lavrov&asOf=2025-02-16")
        call = seen.page.get_by_role("article").filter(has_text="Phone call")
        boxes = [call.get_by_role("heading", name=name, level=4).bounding_box() for name in ("Russian", "State")]
        return [box["y"] for box in boxes if box]

    first, second = tops(wide)
    assert first == second
    first, second = tops(narrow)
    assert first != second


def answer(seen: Visit) -> dict[str, object]:
    """What the playground shows once it has an answer."""
    expect(seen.page.locator("#told")).to_contain_text(" ms")
    shown: dict[str, object] = json.loads(seen.page.locator("#result").inner_text())
    return shown


def test_the_playground_runs_a_query_from_the_keyboard(wide: Visit) -> None:
    wide.page.goto("/graphql")
    wide.page.get_by_label("Query").fill("query First($n: Int!) { meetings(first: $n) { nodes { start } } }")
    wide.page.get_by_label("Variables").fill('{"n": 1}')
    wide.page.keyboard.press("Control+Enter")
    assert answer(wide) == {"data": {"meetings": {"nodes": [{"start": "2025-02-18"}]}}}
    assert wide.complaints == []


def test_every_example_of_the_playground_is_answered(wide: Visit) -> None:
    wide.page.goto("/graphql")
    examples = wide.page.get_by_label("Example")
    names = examples.locator("option").all_inner_texts()
    assert len(names) >= 5
    for name in [*names[1:], names[0]]:
        examples.select_option(label=name)
        assert "errors" not in answer(wide), name
    assert wide.complaints == []


def test_a_link_to_a_query_opens_it(wide: Visit) -> None:
    wide.page.goto("/graphql")
    wide.page.get_by_label("Query").fill("{ people { nodes { name } } } # & more")
    wide.page.get_by_label("Variables").fill('{"unused": "ä"}')
    link = wide.page.get_by_role("link", name="Link to this query").get_attribute("href")
    assert link
    wide.page.goto("about:blank")
    wide.page.goto(link)
    expect(wide.page.get_by_label("Query")).to_have_value("{ people { nodes { name } } } # & more")
    expect(wide.page.get_by_label("Variables")).to_have_value('{"unused": "ä"}')


@pytest.mark.parametrize(
    ("query", "variables", "says"),
    [("{ nobody }", "", "Cannot query field"), ("{ __typename }", "{", "The variables are no JSON")],
)
def test_the_playground_tells_what_is_wrong(wide: Visit, query: str, variables: str, says: str) -> None:
    wide.page.goto("/graphql")
    wide.page.get_by_label("Query").fill(query)
    wide.page.get_by_label("Variables").fill(variables)
    wide.page.get_by_role("button", name="Run").click()
    expect(wide.page.locator("#result")).to_contain_text(says)
