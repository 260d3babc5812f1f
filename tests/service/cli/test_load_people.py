from datetime import UTC, datetime
from pathlib import Path

from loaders import store
from schema.database import Database
from tests.loaders.articles import Who, reading
from tests.service.cli.conftest import Diplograph

NOW = datetime(2025, 6, 1, tzinfo=UTC)
PEOPLE = """\
name,aliases,office,polity,since,until,wikidata
Ousmane Ndiaye,The Lion,President of Senegal,Senegal,2024-04-02,,http://www.wikidata.org/entity/Q1234567
"""


def ids(database: Database) -> set[object]:
    return {row["id"] for row in database.rows("MATCH (p:Person) RETURN p.wikidata AS id")}


def test_a_list_is_loaded_replaced_and_taken_back(shared: Database, diplograph: Diplograph, tmp_path: Path) -> None:
    store.add(shared, [reading("a", "2025-02-15", named=[Who("The Lion", "leader", "Senegal")])], NOW)
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE)
    done = diplograph("load-people", people)
    assert (done.status, done.err) == (0, "1 line of the list 'people.csv' loaded.\n")
    assert ids(shared) == {"Q1234567"}
    assert diplograph("load-people", people).err == "1 line of the list 'people.csv': unchanged.\n"
    people.write_text(PEOPLE.splitlines()[0])
    assert diplograph("load-people", people).err == "0 lines of the list 'people.csv' loaded.\n"
    assert ids(shared) == {None}


def test_lines_set_aside_are_listed_and_the_rest_is_loaded(
    shared: Database, diplograph: Diplograph, tmp_path: Path
) -> None:
    store.add(shared, [reading("a", "2025-02-15", named=[Who("Ousmane Ndiaye", "President", "Senegal")])], NOW)
    people = tmp_path / "people.csv"
    people.write_text(f"{PEOPLE}Nobody,,,Mali,,,\n")
    done = diplograph("load-people", people, "--source", "mine")
    assert done.status == 1
    assert done.err.splitlines() == [
        "1 input set aside:",
        f"  {people}:3: no office: each line needs name, office, polity",
        "1 line of the list 'mine' loaded.",
    ]
    assert ids(shared) == {"Q1234567"}
    people.write_text("name,office,polity\nNobody,,\n")
    assert diplograph("load-people", people, "--source", "mine").status == 2
    assert ids(shared) == {"Q1234567"}
