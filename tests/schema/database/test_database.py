"""What every engine must do."""

from schema.database import Database


def test_a_committed_write_is_read_back(database: Database) -> None:
    database.write(
        lambda transaction: transaction.run(
            "MERGE (p:Person {id: $id}) SET p.name = $name", id="p1", name="Ivo Šlaus"
        ).consume()
    )
    assert database.rows("MATCH (p:Person) RETURN p.id AS id, p.name AS name") == [{"id": "p1", "name": "Ivo Šlaus"}]


def test_each_test_has_an_empty_graph(database: Database) -> None:
    assert database.rows("MATCH (n) WHERE NOT n:Schema RETURN count(n) AS n") == [{"n": 0}]
