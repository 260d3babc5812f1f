"""Claims and articles: where everything comes from."""

import pytest

from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("arguments", "publishers"),
    [
        ("first: 1", ["Gulf Daily"]),
        ('by: "Russian Foreign Ministry"', ["The Sunday Clarion"]),
        ("statuses: [POSSIBLE]", ["Baltic Courier"]),
        ("statuses: [HELD], kinds: [MEETING]", ["Gulf Daily"]),
        ('reportedTo: "2025-02-15"', ["Baltic Courier"]),
        ('reportedFrom: "2025-02-19", reportedTo: "2025-02"', ["Gulf Daily"]),
        ('reportedTo: "2025-01"', []),
    ],
)
def test_claims_are_found_by_who_says_so_and_what(ask: Ask, arguments: str, publishers: list[str]) -> None:
    nodes = ask(f"{{ claims({arguments}) {{ nodes {{ article {{ publisher }} }} }} }}")["claims"]["nodes"]
    assert [node["article"]["publisher"] for node in nodes] == publishers


def test_a_claim_quotes_its_article_and_leads_to_its_meeting(ask: Ask) -> None:
    (claim,) = ask(
        """{ claims(statuses: [POSSIBLE]) { nodes {
             quote begin end date precision by reported rule confidence venue
             article { text title url } meeting { start }
             mentions { name title of attendance surface begin end party { name } } } } }"""
    )["claims"]["nodes"]
    text = claim["article"]["text"]
    assert text[claim["begin"] : claim["end"]] == claim["quote"]
    assert (claim["date"], claim["precision"], claim["by"]) == ("2025-02", "MONTH", None)
    assert (claim["reported"], claim["rule"], claim["confidence"]) == ("2025-02-10", "by-hand", 0.6)
    assert claim["meeting"] == {"start": "2025-02-18"}
    assert [mention["party"]["name"] for mention in claim["mentions"]] == ["Marco Rubio", "Sergei Lavrov"]
    for mention in claim["mentions"]:
        assert text[mention["begin"] : mention["end"]] == mention["surface"]
        assert mention["attendance"] == "POSSIBLE"


def test_claims_about_a_meeting_and_of_an_article(ask: Ask) -> None:
    (talks,) = ask('{ meetings(venue: "Riyadh") { nodes { id claims { id } } } }')["meetings"]["nodes"]
    about = ask("query C($id: ID!) { claims(meeting: $id) { nodes { id } } }", id=talks["id"])["claims"]["nodes"]
    assert sorted(each["id"] for each in about) == sorted(each["id"] for each in talks["claims"])
    (article,) = ask('{ articles(publisher: "Gulf Daily") { nodes { id claims { id } } } }')["articles"]["nodes"]
    of = ask("query C($id: ID!) { claims(article: $id) { nodes { id } } }", id=article["id"])["claims"]["nodes"]
    assert of == article["claims"]


def test_articles_come_by_day_of_publication(ask: Ask) -> None:
    nodes = ask("{ articles { nodes { publisher published language } } }")["articles"]["nodes"]
    assert [node["published"] for node in nodes] == ["2025-02-19", "2025-02-16", "2025-02-10", None]
    assert {node["language"] for node in nodes} == {"en"}


@pytest.mark.parametrize(
    ("arguments", "published"),
    [
        ('publisher: "Baltic Courier"', ["2025-02-10"]),
        ('from: "2025-02-16"', ["2025-02-19", "2025-02-16"]),
        ('to: "2025-02-16"', ["2025-02-16", "2025-02-10"]),
        ('from: "2025-02", to: "2025-02", first: 1', ["2025-02-19"]),
    ],
)
def test_articles_are_found_by_publisher_and_day(ask: Ask, arguments: str, published: list[str]) -> None:
    nodes = ask(f"{{ articles({arguments}) {{ nodes {{ published }} }} }}")["articles"]["nodes"]
    assert [node["published"] for node in nodes] == published


@pytest.mark.parametrize("listing", ["claims", "articles"])
def test_pages_add_up_to_the_list(ask: Ask, listing: str) -> None:
    query = f"""query Page($first: Int!, $after: String) {{ {listing}(first: $first, after: $after) {{
                  nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"""
    everything = ask(query, first=50)[listing]["nodes"]
    found, after, more = [], None, True
    while more:
        page = ask(query, first=2, after=after)[listing]
        found += page["nodes"]
        more, after = page["pageInfo"]["hasNextPage"], page["pageInfo"]["endCursor"]
    assert found == everything
