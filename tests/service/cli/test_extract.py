import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.service.cli.conftest import COMMAND, Diplograph

BODY = "Rubio and Lavrov speak\n\nMarco Rubio spoke by phone with Russian Foreign Minister Sergey Lavrov on Tuesday."


def test_each_article_gives_one_line_in_the_annotated_form(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(BODY)
    (tmp_path / "articles" / "b.json").write_text(json.dumps({"id": "b", "text": BODY, "published": "2025-02-20"}))
    done = diplograph("extract", tmp_path / "articles", "--published", "2025-02-19")
    first, second = map(json.loads, done.out.splitlines())
    assert done.status == 0
    assert (first["published"], second["published"], second["id"]) == ("2025-02-19", "2025-02-20", "b")
    (contact,) = second["contacts"]
    assert (contact["kind"], contact["status"], contact["date"]) == ("call", "held", "2025-02-18")
    assert {person["name"] for person in second["people"]} == {"Marco Rubio", "Sergey Lavrov"}
    assert contact["evidence"] in BODY


def test_what_is_beside_an_article_changes_nothing(diplograph: Diplograph, tmp_path: Path) -> None:
    plain, beside = tmp_path / "plain.json", tmp_path / "beside.json"
    article = {"id": "x", "text": BODY, "published": "2025-02-19"}
    plain.write_text(json.dumps(article))
    beside.write_text(
        json.dumps(article | {"people": [{"key": "x", "name": "Wang Yi"}], "contacts": [{"kind": "visit"}]})
    )
    assert diplograph("extract", plain).out == diplograph("extract", beside).out


def test_messages_leave_standard_output_alone(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_bytes(b"\xff\x00\x01" * 99)
    (tmp_path / "b.txt").write_text(BODY)
    done = diplograph("extract", tmp_path, "--published", "2025-02-19")
    assert done.status == 1
    assert len(done.out.splitlines()) == 1
    assert "a\\x1b[31m.txt: is binary data" in done.err
    assert "1 input set aside" in done.err
    assert "\x1b" not in done.err


def test_a_file_of_results_appears_when_it_is_complete(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    done = diplograph("extract", tmp_path / "a.txt", "-o", tmp_path / "claims.jsonl")
    assert (done.status, done.out) == (0, "")
    assert json.loads((tmp_path / "claims.jsonl").read_text())["contacts"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "claims.jsonl"]


def test_a_result_that_cannot_be_written_says_so(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    done = diplograph("extract", tmp_path / "a.txt", "-o", tmp_path / "nowhere" / "claims.jsonl")
    assert done.status == 2
    assert "claims.jsonl cannot be written" in done.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.txt"], "nowhere.txt does not exist"),
        (["a.txt", "--published", "2025-02-30"], '--published: "2025-02-30" is no date'),
        (["a.txt", "b.txt", "--url", "https://wire.example/1"], "--url is the address of one article"),
        (["a.txt", "--url", "javascript:alert(1)"], '--url: "javascript:alert(1)" is no web address'),
        (["a.txt", "--model", "nothing_like_it"], "is not installed"),
        (["a.txt", "--processes", "0"], "--processes"),
        ([], "PATHS"),
    ],
)
def test_a_wrong_call_gives_2_and_says_why(
    diplograph: Diplograph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BODY)
    done = diplograph("extract", *arguments)
    assert (done.status, done.out) == (2, "")
    assert says in done.err


def test_standard_input_is_read_and_a_reader_who_leaves_is_no_error() -> None:
    article = {"text": BODY, "published": "2025-02-19"}
    lines = "".join(json.dumps({"id": str(number)} | article) + "\n" for number in range(200))
    script = f"{' '.join(map(repr, COMMAND))} extract - | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], input=lines, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["id"] == "0"
    assert done.stderr == ""


def test_reading_needs_no_database() -> None:
    script = (
        "import sys; from service.cli import main\n"
        "try: main(['extract', '/dev/null'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name in sys.modules for name in ('neo4j', 'fastapi', 'uvicorn')))"
    )
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, env=os.environ).returncode == 0
    )
