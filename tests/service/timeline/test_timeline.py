"""The timeline as a page: entries, months, filters, languages, and headers that let others embed it."""

import re

import httpx
import pytest

from tests.service.pages.reading import tags_of, words_of
from tests.service.stories import HOSTILE_TEXT


def timeline(client: httpx.Client, query: str = "", status: int = 200) -> str:
    response = client.get(f"/embed/timeline?{query}")
    assert response.status_code == status, response.text
    return str(response.text)


def test_each_entry_has_date_kind_status_who_where_and_its_source(client: httpx.Client) -> None:
    words = words_of(timeline(client))
    assert "18 February 2025 Meeting held Marco Rubio United States , Sergei Lavrov Russia" in words
    assert "Keith Kellogg United States absent" in words
    assert "Riyadh, Saudi Arabia" in words
    assert "Gulf Daily , Four hours in Riyadh , 19 February 2025" in words
    assert words.index("18 February 2025") < words.index("15 February 2025") < words.index("Date not known")


def test_status_and_kind_are_told_by_shape_and_word_not_by_colour_alone(client: httpx.Client) -> None:
    held = timeline(client)
    possible = timeline(client, "asOf=2025-02-10")
    mark = re.compile(r'<svg class="ct-mark".*?</svg>')
    assert mark.findall(held)[0] != mark.findall(possible)[0]
    assert re.search(r'class="ct-status">possible', possible)
    assert "February 2025" in words_of(possible)
    assert len(set(re.findall(r'<svg class="ct-icon".*?</svg>', held))) == 3


def test_differing_accounts_are_marked_and_stand_side_by_side(client: httpx.Client) -> None:
    words = words_of(timeline(client, "kind=call"))
    assert "Accounts differ: topics 1 source" in words
    assert words.index("Russian Foreign Ministry") < words.index("State Department")
    assert "The Sunday Clarion in its own words" in words


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        ("person=kellogg", 1),
        ("person=lavrov&person=rubio", 2),
        ("pair=lavrov&pair=kellogg", 0),
        ("polity=Russia&polity=United+States", 2),
        ("any=kellogg&any=zelensky", 2),
        ("venue=Riyadh", 1),
        ("kind=call&kind=conversation", 2),
        ("from=2025-02-16", 1),
        ("to=2025-02-15", 1),
        ("at=2025-02", 3),
        ("at=2025-01", 1),
        ("limit=2", 2),
    ],
)
def test_any_selection_has_a_timeline(client: httpx.Client, query: str, entries: int) -> None:
    assert timeline(client, query).count('class="ct-entry"') == entries


def test_a_meeting_and_what_it_followed_is_a_series(client: httpx.Client) -> None:
    (first, *_) = re.findall(r"/meeting/(\w+)", timeline(client, "venue=Riyadh"))
    series = timeline(client, f"series={first}")
    assert series.count('class="ct-entry"') == 2
    assert "Phone call" in series


def test_pages_lead_to_each_other(client: httpx.Client) -> None:
    first = timeline(client, "limit=2")
    (earlier,) = re.findall(r'rel="next" href="/embed/timeline\?([^"]*)"', first)
    second = timeline(client, earlier.replace("&amp;", "&"))
    ids = re.compile(r'<h3 class="ct-who" id="(\w+)"')
    assert len({*ids.findall(first), *ids.findall(second)}) == 3
    assert 'href="/embed/timeline?limit=2"' in second
    assert "3 contacts" in words_of(second)


def test_the_title_names_whose_contacts_these_are(client: httpx.Client) -> None:
    assert "<title>Sergei Lavrov – Marco Rubio · " in timeline(client, "pair=lavrov&pair=rubio").replace(
        "Marco Rubio – Sergei Lavrov", "Sergei Lavrov – Marco Rubio"
    )
    assert "<title>Russia · " in timeline(client, "polity=Russia")
    assert "<title>Diplomatic contacts · " in timeline(client)


def test_other_languages_and_directions(client: httpx.Client) -> None:
    german, arabic = timeline(client, "lang=de-CH"), timeline(client, "lang=ar")
    assert '<html lang="de" dir="ltr">' in german
    assert "18. Februar 2025 Treffen stattgefunden" in words_of(german)
    assert '<html lang="ar" dir="rtl">' in arabic
    assert "مكالمة هاتفية" in arabic
    assert '<p lang="en" dir="auto">' in arabic


def test_a_theme_is_kept_and_marked(client: httpx.Client) -> None:
    assert 'data-theme="dark"' in timeline(client, "theme=dark&limit=2")
    assert "theme=dark" in re.findall(r'rel="next" href="([^"]*)"', timeline(client, "theme=dark&limit=2"))[0]
    assert "data-theme" not in timeline(client)


def test_as_of_is_said_and_kept(client: httpx.Client) -> None:
    text = timeline(client, "asOf=2025-02-16")
    assert "As known on 16 February 2025" in words_of(text)
    assert 'href="http' in text
    assert "asOf=2025-02-16" in re.findall(r'rel="canonical" href="([^"]*)"', text)[0]


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("nonsense=1", 400, "is no parameter"),
        ("theme=blue", 400, "neither light nor dark"),
        ("lang=tlh", 400, "no timeline in"),
        ("limit=0", 400, "not between 1 and 200"),
        ("limit=many", 400, "not between 1 and 200"),
        ("limit=2&limit=3", 400, "give it once"),
        ("at=x", 400, "is no date"),
        ("after=x", 400, "no cursor"),
        ("series=m1&person=lavrov", 400, "goes with asOf and nothing else"),
        ("series=mqqqqqqqqqqqq", 404, "No meeting has the id"),
        ("person=nobody", 404, "is called"),
        ("pair=lavrov", 400, "give two"),
    ],
)
def test_what_cannot_be_shown_is_said(client: httpx.Client, query: str, status: int, says: str) -> None:
    assert says in timeline(client, query, status)


def test_everybody_may_embed_it_and_it_runs_nothing_inline(client: httpx.Client) -> None:
    response = client.get("/embed/timeline")
    headers = response.headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert "frame-ancestors *" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "max-age=300" in headers["cache-control"]
    wrong = [tag for tag in tags_of(response.text) if re.search(r"^<style|\sstyle=|\son\w+=", tag)]
    assert wrong == []
    assert HOSTILE_TEXT not in response.text
    assert 'href="javascript' not in response.text


@pytest.mark.parametrize("form", ["", ".atom", ".ics", ".json"])
def test_what_did_not_change_is_not_sent_again(client: httpx.Client, form: str) -> None:
    first = client.get(f"/embed/timeline{form}")
    again = client.get(f"/embed/timeline{form}", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["access-control-allow-origin"] == "*"
    other = client.get(f"/embed/timeline{form}?kind=call", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize("name", ["timeline.js", "timeline.css", "embed.js", "frame.js", "page.css"])
def test_scripts_and_styles_may_be_loaded_from_anywhere(client: httpx.Client, name: str) -> None:
    response = client.get(f"/embed/{name}")
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"


def test_there_are_no_other_files(client: httpx.Client) -> None:
    assert client.get("/embed/words.toml").status_code == 404
    assert client.get("/embed/..%2fwords.toml").status_code == 404
