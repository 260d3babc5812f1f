import json
from pathlib import Path

import pytest

from loaders.sources.inputs import SetAside
from loaders.sources.people import read_people
from schema.errors import SettingsError
from schema.ledger import Reference

WIKIDATA = """\
name,aliases,office,polity,since,until,wikidata
Sergey Lavrov,Sergei Lavrov|Lavrov,Minister of Foreign Affairs of Russia,Russia,2004-03-09T00:00:00Z,,http://www.wikidata.org/entity/Q58217
"Bush, George",,President of the United States,United States,2001-01-20T00:00:00Z,2009-01-20T00:00:00Z,Q207
Ousmane Ndiaye,,President,Senegal,t123456,http://www.wikidata.org/.well-known/genid/abc,
"""


def read(path: Path, text: str) -> tuple[list[Reference], list[str]]:
    path.write_text(text, encoding="utf-8")
    found = list(read_people(path))
    rows = [one for one in found if isinstance(one, Reference)]
    return rows, [f"{one.origin.line}: {one.reason}" for one in found if isinstance(one, SetAside)]


def test_the_answer_of_wikidata_is_read_as_it_comes(tmp_path: Path) -> None:
    (lavrov, bush, ndiaye), aside = read(tmp_path / "a.csv", "\ufeff" + WIKIDATA.replace("\n", "\r\n"))
    assert aside == []
    assert (lavrov.name, lavrov.aliases, lavrov.wikidata) == ("Sergey Lavrov", ("Sergei Lavrov", "Lavrov"), "Q58217")
    assert (lavrov.title, lavrov.of) == ("Minister of Foreign Affairs", "Russia")
    assert (lavrov.since, lavrov.until) == ("2004-03-09", None)
    assert (bush.name, bush.title, bush.until) == ("Bush, George", "President", "2009-01-20")
    assert (ndiaye.since, ndiaye.until, ndiaye.wikidata) == (None, None, None)


def test_json_of_every_kind_gives_the_same_rows(tmp_path: Path) -> None:
    objects: list[dict[str, object]] = [
        {"name": "A B", "title": "Envoy", "of": "Chad", "aliases": ["A C"], "since": 2020},
        {"name": "D E", "office": "President", "polity": "Mali", "until": "2024-05"},
    ]
    listed, _ = read(tmp_path / "a.json", json.dumps(objects, indent=2))
    lines, _ = read(tmp_path / "b.json", "\n\n".join(map(json.dumps, objects)))
    cells = [{name: {"type": "literal", "value": value} for name, value in one.items()} for one in objects]
    for cell in cells:
        cell.pop("aliases", None)
    sparql, _ = read(tmp_path / "c.json", json.dumps({"head": {}, "results": {"bindings": cells}}))
    assert lines == listed
    assert [(one.name, one.title, one.of, one.since, one.until) for one in sparql] == [
        ("A B", "Envoy", "Chad", "2020", None),
        ("D E", "President", "Mali", None, "2024-05"),
    ]


def test_a_line_that_cannot_be_used_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows, aside = read(
        tmp_path / "a.csv",
        "name,office,polity,since,until,wikidata\n"
        ",President,Mali,,,\n"
        "A B,President,Mali,yesterday,,\n"
        "A B,President,Mali,2024,2020,\n"
        "A B,President,Mali,,,58217\n"
        "A B,President\n"
        "Q123,President,Mali,,,Q123\n"
        "\n"
        "A B,President,Mali,2020,2024,Q1\n",
    )
    assert [one.name for one in rows] == ["A B"]
    assert aside == [
        "2: no name: each line needs name, office, polity",
        "3: since 'yesterday' is no date such as 2025-02-15, 2025-02 or 2025",
        "4: until 2020 lies before since 2024",
        "5: wikidata '58217' is no item such as Q58217",
        "6: has 2 cells under 6 columns; quote those with commas",
        "7: Q123 has no name: ask Wikidata for its label in English",
    ]
    _, aside = read(tmp_path / "b.jsonl", '{"name": "A"}\n[1]\n{"name": \n')
    assert [line.split(":")[0] for line in aside] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty: the first line names the columns"),
        ("name,office\nA,B\n", "has no column polity"),
        ('[{"name": "A"', "is not valid JSON"),
    ],
)
def test_a_file_that_is_no_such_list_says_what_one_looks_like(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "a").write_text(text)
    with pytest.raises(SettingsError, match=told):
        list(read_people(tmp_path / "a"))


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        list(read_people(tmp_path / "nowhere"))
    (tmp_path / "a").write_bytes(b"%PDF-\xff\x00\x01\x02" * 99)
    with pytest.raises(SettingsError, match="is binary data"):
        list(read_people(tmp_path / "a"))
