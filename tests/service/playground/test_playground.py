"""The playground in a browser that reaches nothing but the service."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Locator, expect

from service.playground import FILES, VENDOR
from service.playground.examples import EXAMPLES
from tests.service.visiting import Visit, visit


@pytest.fixture(scope="module", autouse=True)
def brought() -> None:
    missing = [name for name in FILES if not (VENDOR / name).is_file()]
    assert not missing, "run `make .venv/.test` or `python -m service.playground` to bring the playground's files"


@pytest.fixture
def wide(browser: Browser, client: httpx.Client) -> Iterator[Visit]:
    yield from visit(browser, str(client.base_url))


def editor(seen: Visit, name: str) -> Locator:
    return seen.page.get_by_role("region", name=name).locator(".CodeMirror").first


def write(seen: Visit, name: str, text: str) -> None:
    """Put a text into an editor as pasting it would."""
    editor(seen, name).evaluate("(element, text) => element.CodeMirror.setValue(text)", text)


def written(seen: Visit, name: str) -> str:
    return str(editor(seen, name).evaluate("element => element.CodeMirror.getValue()"))


def answer(seen: Visit) -> dict[str, Any]:
    """What the playground shows once it has an answer."""
    expect(seen.page.locator("#told")).to_contain_text(" ms")
    expect(seen.page.locator(".result-window")).to_contain_text("{")
    shown: dict[str, Any] = json.loads(written(seen, "Result Window"))
    return shown


def test_a_query_is_run_from_the_keyboard(wide: Visit) -> None:
    wide.page.goto("/graphql")
    write(wide, "Query Editor", "query First($n: Int!) { meetings(first: $n) { nodes { start } } }")
    write(wide, "Variables", '{"n": 1}')
    editor(wide, "Query Editor").click()
    wide.page.keyboard.press("Control+Enter")
    assert answer(wide) == {"data": {"meetings": {"nodes": [{"start": "2025-02-18"}]}}}
    assert wide.complaints == []


def test_an_example_is_asked_when_it_is_chosen(wide: Visit) -> None:
    wide.page.goto("/graphql")
    for example in EXAMPLES[:2]:
        wide.page.get_by_role("button", name=example.title).click()
        expect(wide.page.get_by_role("button", name=example.title)).to_have_attribute("aria-current", "true")
        assert "errors" not in answer(wide)
        assert written(wide, "Query Editor") == example.query.strip()
    assert wide.complaints == []


def test_a_chosen_example_leaves_what_was_written_in_its_tab(wide: Visit) -> None:
    wide.page.goto("/graphql")
    write(wide, "Query Editor", "query Mine { __typename }")
    mine = wide.page.get_by_role("tab", name="Mine")
    mine.wait_for()
    wide.page.get_by_role("button", name=EXAMPLES[1].title).click()
    answer(wide)
    mine.click()
    assert written(wide, "Query Editor") == "query Mine { __typename }"


def test_a_link_to_a_query_opens_it(wide: Visit) -> None:
    query, variables = "{ people { nodes { name } } } # & more", '{"unused": "ä"}'
    wide.page.goto("/graphql")
    write(wide, "Query Editor", query)
    write(wide, "Variables", variables)
    wide.page.get_by_role("button", name="Link to this query").click()
    wide.page.wait_for_url("**/graphql#q=**")
    link = wide.page.url
    wide.page.goto("about:blank")
    wide.page.goto(link)
    expect(editor(wide, "Query Editor")).to_contain_text("# & more")
    assert written(wide, "Query Editor") == query
    assert written(wide, "Variables") == variables


def test_what_was_written_is_there_at_the_next_visit_without_a_further_tab(wide: Visit) -> None:
    wide.page.goto("/graphql")
    write(wide, "Query Editor", "query Kept { __typename }")
    wide.page.evaluate(
        "async () => { while (!localStorage.getItem('graphiql:tabState')?.includes('Kept')) "
        "await new Promise(requestAnimationFrame) }"
    )
    wide.page.reload()
    expect(editor(wide, "Query Editor")).to_contain_text("Kept")
    expect(wide.page.get_by_role("tab")).to_have_count(1)


def test_the_meetings_of_a_query_are_offered_in_other_forms(wide: Visit) -> None:
    wide.page.goto("/graphql")
    write(
        wide,
        "Query Editor",
        'query M($who: [String!], $kind: Kind = CALL) { meetings(anyOf: $who, kinds: [$kind], from: "2025") '
        "{ nodes { title } } }",
    )
    write(wide, "Variables", '{"who": ["Lavrov", "Wang Yi"]}')
    wide.page.get_by_role("button", name="Execute query").click()
    answer(wide)
    address = urlsplit(wide.page.get_by_role("link", name="CSV").get_attribute("href") or "")
    assert address.path == "/meetings.csv"
    assert parse_qs(address.query) == {"any": ["Lavrov", "Wang Yi"], "kind": ["CALL"], "from": ["2025"]}
    links = wide.page.locator(".ways a").all()
    addresses = [link.get_attribute("href") or "" for link in links]
    assert {httpx.get(f"{wide.page.url.removesuffix('/graphql')}{each}").status_code for each in addresses} == {200}


def test_an_answer_without_meetings_is_offered_as_nothing_else(wide: Visit) -> None:
    wide.page.goto("/graphql")
    write(wide, "Query Editor", "{ people { nodes { name } } }")
    wide.page.get_by_role("button", name="Execute query").click()
    answer(wide)
    expect(wide.page.get_by_role("link", name="CSV")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "variables", "says"),
    [("{ nobody }", "", "Cannot query field"), ("{ __typename }", "{", "Variables are invalid JSON")],
)
def test_what_is_wrong_is_told(wide: Visit, query: str, variables: str, says: str) -> None:
    wide.page.goto("/graphql")
    write(wide, "Query Editor", query)
    write(wide, "Variables", variables)
    wide.page.get_by_role("button", name="Execute query").click()
    expect(wide.page.get_by_role("region", name="Result Window")).to_contain_text(says)


@pytest.mark.parametrize(
    ("tool", "shows"),
    [("Documentation Explorer", "All Schema Types"), ("History", "History"), ("Explorer", "meetings")],
)
def test_documentation_history_and_explorer_are_at_hand(wide: Visit, tool: str, shows: str) -> None:
    wide.page.goto("/graphql")
    wide.page.get_by_role("button", name=f"Show {tool}", exact=True).click()
    expect(wide.page.locator(".graphiql-plugin")).to_contain_text(shows)


def test_the_theme_that_is_chosen_is_that_of_the_whole_page(wide: Visit) -> None:
    wide.page.goto("/graphql")
    wide.page.get_by_role("button", name="Open settings dialog").click()
    wide.page.get_by_role("button", name="Dark").click()
    wide.page.keyboard.press("Escape")
    backgrounds = [
        wide.page.evaluate(
            "element => getComputedStyle(document.querySelector(element)).backgroundColor.match(/\\d+/g)", element
        )
        for element in ("body", ".graphiql-container")
    ]
    assert all(int(shade) < 60 for background in backgrounds for shade in background[:3])


def test_without_its_files_the_page_says_how_to_get_them(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr("service.playground.VENDOR", tmp_path)
    shown = client.get("/graphql", headers={"Accept": "text/html"})
    assert shown.status_code == 200
    assert "python -m service.playground" in shown.text
