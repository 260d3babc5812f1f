"""The pages in a browser that reaches nothing but the service."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.service.visiting import Visit, visit


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
