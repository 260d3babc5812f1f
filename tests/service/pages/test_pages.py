"""The pages, read as HTML: what each shows, and that nothing in an article can do more than be shown."""

import re

import httpx
import pytest

from tests.service.pages.reading import tags_of, words_of
from tests.service.stories import HOSTILE_TEXT


def page(client: httpx.Client, address: str, status: int = 200) -> str:
    response = client.get(address, follow_redirects=True, headers={"Accept": "text/html"})
    assert response.status_code == status, response.text
    return str(response.text)


def address(client: httpx.Client, text: str) -> str:
    """Where a search for this leads."""
    return str(client.get("/search", params={"q": text}, follow_redirects=True).url.path)


def meeting(client: httpx.Client, **chosen: str) -> str:
    """The page of the newest meeting that is so."""
    return f"/meeting/{client.get('/list.json', params=chosen).json()['meetings'][0]['id']}"


@pytest.fixture(scope="module")
def addresses(client: httpx.Client) -> list[str]:
    """A page of every sort."""
    call = meeting(client, kind="call")
    article = re.findall(r"/article/\w+", page(client, call))[0]
    return [
        "/",
        "/meetings",
        "/meetings?person=Lavrov&kind=call",
        "/search",
        "/search?q=trade",
        address(client, "Lavrov"),
        address(client, "Rubio and Lavrov"),
        address(client, "Russia"),
        address(client, "Russia and United States"),
        address(client, "Riyadh"),
        call,
        article,
        "/person/nobody",
        "/nowhere",
    ]


def test_no_page_runs_or_styles_anything_inline(client: httpx.Client, addresses: list[str]) -> None:
    for each in addresses:
        response = client.get(each, headers={"Accept": "text/html"})
        assert "unsafe-inline" not in response.headers["content-security-policy"]
        wrong = [tag for tag in tags_of(response.text) if re.search(r"^<style|\sstyle=|\son\w+=|^<iframe", tag)]
        assert wrong == []
        assert all(
            re.search(r'src="/static/site.js"', tag) for tag in tags_of(response.text) if tag.startswith("<script")
        )


def test_every_page_has_what_a_link_preview_shows(client: httpx.Client, addresses: list[str]) -> None:
    for each in addresses:
        text = page(client, each, 404 if each.startswith("/no") or "nobody" in each else 200)
        for name in ("og:title", "og:description", "description"):
            assert re.search(rf'="{name}" content="[^"]{{3,}}"', text), (each, name)


def test_json_and_csv_of_each_page(client: httpx.Client, addresses: list[str]) -> None:
    names = {"/": "/index", "/meetings": "/list"}
    for each in addresses[:-2]:
        path, _, query = each.partition("?")
        for form, kind in (("json", "application/json"), ("csv", "text/csv")):
            response = client.get(f"{names.get(path, path)}.{form}?{query}", follow_redirects=True)
            assert response.status_code == 200, (each, form)
            assert response.headers["content-type"].startswith(kind)


def test_the_front_page_tells_the_latest_and_where_accounts_differ(client: httpx.Client) -> None:
    words = words_of(page(client, "/"))
    assert words.index("18 February 2025") < words.index("15 February 2025") < words.index("Date not known")
    assert "3 contacts out of 4 articles, the latest of 19 February 2025" in words
    assert "Accounts differ: topics" in words
    assert "Marco Rubio and Sergei Lavrov met in Riyadh on Tuesday for four hours" in words


def test_the_front_page_of_an_earlier_day_knows_what_was_expected(client: httpx.Client) -> None:
    words = words_of(page(client, "/?asOf=2025-02-17"))
    expected = words.partition("Expected next")[2]
    assert "18 February 2025 Meeting expected" in expected
    assert "Gulf Daily" not in words
    assert "As known on 17 February 2025" in words


def test_the_front_page_offers_what_could_be_searched_for(client: httpx.Client) -> None:
    text = page(client, "/")
    assert text.count('role="search"') == 1
    examples = re.findall(r'href="(/search\?q=[^"]*)"', text)
    assert len(examples) == 2
    assert all(client.get(each).status_code == 303 for each in examples)


def test_a_person_s_page(client: httpx.Client) -> None:
    text = page(client, address(client, "Lavrov"))
    words = words_of(text)
    assert "contacts held 2" in words
    assert "last seen 18 Feb 2025" in words
    assert "called so from 10 Feb 2025 to 19 Feb 2025, in 3 articles" in words
    assert words.startswith('id="main" class="wrap"> Person Sergei Lavrov Foreign Minister, Russia')
    assert "Marco Rubio United States 2" in words
    assert "Riyadh 1" in words
    assert "/pair/" in text


def test_two_people_have_a_page_in_either_order(client: httpx.Client) -> None:
    text = page(client, address(client, "Rubio and Lavrov"))
    other = page(client, address(client, "Lavrov, Rubio"))
    assert "Marco Rubio and Sergei Lavrov" in words_of(text)
    canonical = re.compile(r'rel="canonical" href="([^"]*)"')
    assert canonical.findall(text) == canonical.findall(other)
    assert "Contacts 2" in words_of(text)


def test_two_countries_have_a_table_of_levels_and_visits(client: httpx.Client) -> None:
    words = words_of(page(client, address(client, "Russia and United States")))
    assert "Ministers Ministers 2" in words
    assert "Russia" in words


def test_a_country_s_page(client: httpx.Client) -> None:
    words = words_of(page(client, address(client, "Russia")))
    assert "United States 2" in words
    assert "Sergei Lavrov Foreign Minister 2" in words


def test_a_venue_s_page(client: httpx.Client) -> None:
    words = words_of(page(client, address(client, "Riyadh")))
    assert "Riyadh, Saudi Arabia" in words
    assert "18 February 2025" in words


def test_a_meeting_s_page_has_accounts_differences_history_and_context(client: httpx.Client) -> None:
    call = page(client, meeting(client, kind="call"))
    words = words_of(call)
    assert "Where the accounts differ" in words
    assert words.index("Russian Foreign Ministry") < words.index("State Department")
    assert "About trade Ukraine" in words
    assert "Two stories of one call" in words
    assert "<mark>" in call
    met = words_of(page(client, meeting(client, venue="Riyadh")))
    assert "from 19 February 2025 Meeting held" in met
    assert "from 10 February 2025 Meeting possible February 2025" in met
    assert "It followed" in met
    assert re.search(r"Took part Marco Rubio .* Absent Keith Kellogg", met)


def test_an_article_s_claims_are_marked_where_they_stand(client: httpx.Client, addresses: list[str]) -> None:
    text = page(client, addresses[11])
    marked = [re.sub(r"<[^>]*>", "", each) for each in re.findall(r"<mark>(.*?)</mark>", text)]
    assert "Marco Rubio telephoned Sergei Lavrov on Saturday." in marked
    assert "said by Russian Foreign Ministry" in words_of(text)


def test_facets_narrow_the_list(client: httpx.Client) -> None:
    words = words_of(page(client, "/meetings?person=kellogg"))
    assert "18 February 2025" in words
    assert "15 February 2025" not in words
    assert "No contact fits" in words_of(page(client, "/meetings?status=cancelled"))


def test_sources_are_linked_where_their_address_is_one_of_the_web(client: httpx.Client) -> None:
    text = page(client, "/meetings")
    assert 'href="http://gulf.example/riyadh"' in text
    assert 'href="https://clarion.example/two-stories?a=1&amp;b=2"' in text
    assert 'href="javascript:' not in text.lower()


def test_hostile_text_stays_text(client: httpx.Client) -> None:
    listing = page(client, "/meetings?person=Zelensky")
    conversation = page(client, meeting(client, kind="conversation"))
    article = page(client, re.findall(r"/article/\w+", conversation)[0])
    for text in (listing, conversation, article, page(client, "/"), page(client, "/search?q=onerror")):
        assert HOSTILE_TEXT not in text
        assert "<img" not in text
        assert 'href="javascript:' not in text.lower()
        for before in re.findall(r"(.{5})\u202e", text.partition("<main")[2]):
            assert before.endswith("<bdi>") or re.search(r"[^<>]$", before), "a run of text from an article is isolated"
    assert "&lt;script&gt;alert(&#39;t&#39;)&lt;/script&gt;" in listing


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ("/meetings?person=Blinkin", 404, "is called"),
        ("/meetings?after=x", 400, "no cursor of meetings"),
        ("/meetings?asOf=yesterday", 400, "is no date"),
        ("/meetings?asOf=2025-02", 400, "not a full day"),
        ("/meetings?nonsense=1", 400, "is no parameter"),
        ("/meetings?at=spring", 400, "is no date"),
        ("/meetings?person=%3Cscript%3Ealert(1)%3C/script%3E", 404, "is called"),
        ("/person/pqqqqqqqqqqqq", 404, "No person"),
        ("/person/Blinkin", 404, "No person"),
        ("/pair/Lavrov/Blinkin", 404, "No person"),
        ("/polity/Atlantis", 404, "No polity"),
        ("/polity/Russia/Atlantis", 404, "No polity"),
        ("/meeting/mqqqqqqqqqqqq", 404, "No meeting"),
        ("/venue/vqqqqqqqqqqqq", 404, "No venue"),
        ("/article/aqqqqqqqqqqqq", 404, "No article"),
        ("/nowhere", 404, "There is no page at /nowhere"),
        ("/person/Lavrov?asOf=2020-01-01", 404, "No report by 2020-01-01"),
    ],
)
def test_what_cannot_be_shown_is_said_on_a_page(client: httpx.Client, asked: str, status: int, says: str) -> None:
    text = page(client, asked, status)
    assert says in words_of(text)
    assert "Search above" in words_of(text)
    assert "<script>" not in text
    data = client.get(f"{asked.partition('?')[0]}.json?{asked.partition('?')[2]}".replace("/meetings.", "/list."))
    assert data.status_code == status
    assert data.json()["errors"][0]["extensions"]["code"]


def test_the_empty_search_and_one_that_finds_nothing_say_what_to_do(client: httpx.Client) -> None:
    assert "Write a name" in words_of(page(client, "/search"))
    words = words_of(page(client, "/search", 200) + page(client, "/search?q=%F0%9F%95%8A"))
    assert "Write a name" in words
    nothing = words_of(page(client, "/search?q=qqzzxx"))
    assert "Nothing is called like this" in nothing


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("lavrov", "/person/"),
        ("Russia", "/polity/"),
        ("RU", "/polity/"),
        ("Riyadh", "/venue/"),
        ("lavrov and rubio", "/pair/"),
        ("Lavrov & Rubio", "/pair/"),
        ("Lavrov – Rubio", "/pair/"),
        ("Russia and Ukraine", "/polity/"),
        ("Lavrov and Ukraine", "/meetings"),
    ],
)
def test_a_search_with_one_meaning_leads_there(client: httpx.Client, text: str, leads: str) -> None:
    response = client.get("/search", params={"q": text})
    assert response.status_code == 303
    assert response.headers["location"].startswith(leads)


def test_names_are_suggested_also_for_the_second_of_two(client: httpx.Client) -> None:
    assert client.get("/suggest", params={"q": "lav"}).json()[0] == "Sergei Lavrov"
    assert client.get("/suggest", params={"q": "Rubio and lav"}).json()[0] == "Rubio and Sergei Lavrov"
    assert client.get("/suggest", params={"q": "  "}).json() == []


def test_what_spreadsheets_take_for_formulas_is_marked_as_text(client: httpx.Client, addresses: list[str]) -> None:
    lines = client.get(f"{addresses[11]}.csv").text.splitlines()
    assert lines[0].startswith("id,begin,end,quote")
    assert not any(re.search(r'(^|,)"?[=+@-]', line) for line in lines[1:])
