"""The service over an empty graph, and as articles come in."""

from datetime import UTC, datetime

from loaders.store import add
from schema.database import Database
from tests.service.serving import served
from tests.service.stories import ANNOUNCED, HELD


def test_the_page_of_an_empty_graph_says_how_to_load(database: Database) -> None:
    with served(database) as client:
        page = client.get("/").text
    assert "diplograph load" in page
    assert "diplograph serve --samples" in page


def test_lists_of_an_empty_graph_are_empty(database: Database) -> None:
    query = "{ meetings { nodes { id } } people { nodes { id } } claims { nodes { id } } articles { nodes { id } } }"
    with served(database) as client:
        answer = client.post("/graphql", json={"query": query}).json()
    assert answer == {"data": {name: {"nodes": []} for name in ("meetings", "people", "claims", "articles")}}


def test_what_comes_in_is_found_by_name_at_once(database: Database) -> None:
    def found(name: str) -> object:
        query = "query P($name: String!) { person(name: $name) { name } }"
        return client.post("/graphql", json={"query": query, "variables": {"name": name}}).json()["data"]["person"]

    with served(database) as client:
        assert found("Lavrov") is None
        add(database, [ANNOUNCED], datetime(2025, 3, 1, tzinfo=UTC))
        assert found("Lavrov") == {"name": "Sergei Lavrov"}
        assert found("Kellogg") is None
        add(database, [HELD], datetime(2025, 3, 2, tzinfo=UTC))
        assert found("Kellogg") == {"name": "Keith Kellogg"}
