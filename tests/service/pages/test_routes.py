"""All routes of the pages, each in all its forms: a page that is added is asked for here without being named."""

import re

import httpx
import pytest
from fastapi.routing import APIRoute

from service.pages.routes import FORMS, router
from tests.service.pages.reading import tags_of

OTHERWISE_NAMED = {"/": "/index", "/meetings": "/list"}
"""Pages whose other forms stand at another path."""

NO_PAGES = {"/suggest", "/favicon.ico", "/calendar.ics"}

PATHS = sorted(
    route.path
    for route in router.routes
    if isinstance(route, APIRoute)
    and "GET" in (route.methods or ())
    and route.path not in NO_PAGES
    and not route.path.endswith(tuple(f".{form}" for form in FORMS))
)


def leads(client: httpx.Client, text: str) -> str:
    return str(client.get("/search", params={"q": text}).headers["location"])


@pytest.fixture(scope="module")
def filled(client: httpx.Client) -> dict[str, str]:
    """An address of each path."""
    (call,) = client.get("/list.json", params={"kind": "call"}).json()["meetings"]
    examples = {
        "/person/{person}": leads(client, "Lavrov"),
        "/pair/{one}/{other}": leads(client, "Rubio and Lavrov"),
        "/polity/{polity}": leads(client, "Russia"),
        "/polity/{one}/{other}": leads(client, "Russia and United States"),
        "/venue/{venue}": leads(client, "Riyadh"),
        "/meeting/{meeting}": f"/meeting/{call['id']}",
        "/article/{article}": f"/article/{call['claims'][0]['article']}",
    }
    return {path: examples.get(path, path) for path in PATHS}


@pytest.mark.parametrize("path", PATHS)
def test_each_page_has_json_and_csv(client: httpx.Client, filled: dict[str, str], path: str) -> None:
    address = OTHERWISE_NAMED.get(path, filled[path])
    data = client.get(f"{address}.json")
    assert (data.status_code, data.headers["content-type"]) == (200, "application/json")
    assert isinstance(data.json(), dict)
    table = client.get(f"{address}.csv", follow_redirects=True)
    assert (table.status_code, table.headers["content-type"].partition(";")[0]) == (200, "text/csv")


@pytest.mark.parametrize("path", PATHS)
def test_each_page_has_a_head_that_reads_well(client: httpx.Client, filled: dict[str, str], path: str) -> None:
    text = client.get(filled[path]).text
    heads = dict(re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">', text))
    assert heads["og:title"] in text.partition("<title>")[2].partition("</title>")[0]
    assert 5 <= len(heads["og:title"]) <= 120
    assert 20 <= len(heads["og:description"]) <= 300
    assert heads["description"] == heads["og:description"]
    for value in heads.values():
        assert not re.search(r"\bNone\b|[{}\[\]]|\b[agmpv][a-z2-7]{12}\b", value.replace(str(client.base_url), "")) or (
            value == heads["og:url"]
        )
    assert text.count("<h1") == 1


@pytest.mark.parametrize("path", PATHS)
def test_canonical_and_other_forms_are_there(client: httpx.Client, filled: dict[str, str], path: str) -> None:
    def links(text: str, sort: str) -> list[str]:
        found = [tag for tag in tags_of(text) if tag.startswith("<link") and f'rel="{sort}"' in tag]
        return [re.findall(r'href="([^"]*)"', tag)[0].replace("&amp;", "&") for tag in found]

    text = client.get(filled[path]).text
    (canonical,) = links(text, "canonical")
    again = client.get(canonical)
    assert again.status_code == 200
    assert links(again.text, "canonical") == [canonical]
    for other in links(text, "alternate"):
        assert client.get(other, follow_redirects=True).status_code == 200, other


@pytest.mark.parametrize("path", [path for path in PATHS if "{" in path])
def test_unknown_ids_are_not_found_in_any_form(client: httpx.Client, path: str) -> None:
    address = re.sub(r"\{\w+\}", "xqqqqqqqqqqqq", path)
    page = client.get(address, headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "Not found" in page.text
    assert client.get(f"{address}.json").json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert client.get(f"{address}.csv").status_code == 404


@pytest.mark.parametrize("path", ["/person/a/b/c", "/calendar/2025", "/meeting/", "/.env", "/static/../app.py"])
def test_what_is_no_page_is_said_to_be_none(client: httpx.Client, path: str) -> None:
    page = client.get(path, headers={"Accept": "text/html"}, follow_redirects=True)
    assert page.status_code == 404
    assert "<h1>Not found</h1>" in page.text
