"""The page of the latest contacts, read as HTML."""

import re

import httpx
import pytest

from tests.service.stories import HOSTILE_TEXT


@pytest.fixture(scope="module")
def page(client: httpx.Client) -> str:
    return str(client.get("/").text)


def text_of(page: str) -> str:
    """The words of a page, in their order."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.partition("<main")[2]).split())


def test_contacts_come_with_date_kind_status_and_who_says_so(page: str) -> None:
    words = text_of(page)
    assert words.index("18 February 2025") < words.index("15 February 2025") < words.index("Date not known")
    for expected in ("Phone call", "held", "Riyadh , Saudi Arabia", "Gulf Daily", "Russian Foreign Ministry"):
        assert expected in words
    assert "Marco Rubio and Sergei Lavrov met in Riyadh on Tuesday for four hours" in words


def test_who_was_absent_is_marked_in_words(page: str) -> None:
    assert re.search(r"Keith Kellogg (United States )?absent", text_of(page))


def test_where_sources_differ_it_says_so(page: str) -> None:
    assert "Sources differ" in text_of(page)


def test_sources_are_linked_where_their_address_is_one_of_the_web(page: str) -> None:
    assert 'href="http://gulf.example/riyadh"' in page
    assert 'href="https://clarion.example/two-stories?a=1&amp;b=2"' in page
    assert "javascript:alert(document.domain)" in page
    assert 'href="javascript:' not in page.lower()


def test_hostile_text_stays_text(page: str) -> None:
    assert HOSTILE_TEXT not in page
    assert "&lt;script&gt;alert(&#39;t&#39;)&lt;/script&gt;" in page
    assert "<script" not in page
    assert "<img" not in page
    for before in re.findall(r"(.{5})\u202e", page):
        assert before.endswith("<bdi>") or re.search(r"[^<>]$", before), "a run of text from an article is isolated"


def test_a_sentence_that_an_article_shares_with_whom_it_quotes_stands_once(page: str) -> None:
    assert text_of(page).count("Volodymyr Zelensky met Wang Yi") == 1
    assert "an aide" in text_of(page)


def test_no_script_and_no_style_stand_in_the_page(page: str) -> None:
    tags = re.findall(r"<[^>]*>", page)
    assert [tag for tag in tags if re.search(r"^<style|^<script|\sstyle=|\son\w+=", tag)] == []


def test_one_person_s_contacts(client: httpx.Client) -> None:
    found = client.get("/", params={"who": "kellogg"})
    assert found.status_code == 200
    assert "18 February 2025" in text_of(found.text)
    assert "15 February 2025" not in text_of(found.text)


def test_a_name_on_the_page_leads_to_that_person_s_contacts(client: httpx.Client, page: str) -> None:
    (link,) = set(re.findall(r'href="(/\?who=[a-z0-9]+)"><bdi>Keith Kellogg', page))
    found = client.get(link).text
    assert "Contacts of Keith Kellogg" in text_of(found)


def test_the_page_as_of_a_day(client: httpx.Client) -> None:
    words = text_of(client.get("/", params={"asOf": "2025-02-10"}).text)
    assert "possible" in words
    assert "February 2025" in words
    assert "Gulf Daily" not in words


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        ({"who": "Blinkin"}, 404, "No person is called"),
        ({"after": "x"}, 400, "no cursor of meetings"),
        ({"asOf": "yesterday"}, 400, "is no date"),
        ({"asOf": "2025-02"}, 400, "not a full day"),
        ({"who": "<script>alert(1)</script>"}, 404, "No person is called"),
    ],
)
def test_what_cannot_be_shown_is_said_on_the_page(
    client: httpx.Client, given: dict[str, str], status: int, says: str
) -> None:
    response = client.get("/", params=given)
    assert response.status_code == status
    assert says in text_of(response.text)
    assert "<script" not in response.text


def test_nothing_for_a_day_before_all_reports(client: httpx.Client) -> None:
    assert "No contact fits" in text_of(client.get("/", params={"asOf": "2020-01-01"}).text)
