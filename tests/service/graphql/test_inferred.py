"""A side that an article names by its post only is shown as the person who holds it, and as inferred."""

from datetime import UTC, datetime

from loaders.store import add
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.loaders.articles import LAVROV, Post, Told, reading
from tests.service.serving import served

QUERY = "{ meetings(first: 1) { nodes { id participants { party { name } inferred } } } }"


def test_who_is_meant_by_a_post_is_marked_as_inferred(database: Database) -> None:
    french = Post("French foreign minister", "France")
    article = reading("a", "2025-03-12", Told(Kind.CALL, Status.HELD, (french, LAVROV), "2025-03-12"))
    add(database, [article], datetime(2025, 6, 1, tzinfo=UTC))
    reason = "“French foreign minister”: by the list of office-holders, since 2024-09-21"
    with served(database) as client:
        (found,) = client.post("/graphql", json={"query": QUERY}).json()["data"]["meetings"]["nodes"]
        assert found["participants"] == [
            {"party": {"name": "Jean-Noël Barrot"}, "inferred": reason},
            {"party": {"name": "Sergey Lavrov"}, "inferred": None},
        ]
        page = client.get(f"/meeting/{found['id']}").text
        assert "inferred from" in page
        assert reason in page
