"""The examples in the help of each command work as they stand."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from service.cli import app
from tests.service.cli.conftest import Diplograph

ARTICLE = {"id": "a", "text": "Marco Rubio met Sergey Lavrov in Riyadh on Tuesday.", "published": "2025-02-19"}
QUESTION = "query ($name: String) { people(search: $name) { nodes { name } } }"
EXAMPLES = [
    line.strip()
    for name, group in vars(get_command(app))["commands"].items()
    if name != "serve"
    for command in vars(group).get("commands", {name: group}).values()
    for line in str(command.help).replace("\b", "").partition("Example:\n")[2].splitlines()
    if line.strip()
]


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_works(
    example: str, diplograph: Diplograph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.json").write_text(json.dumps(ARTICLE))
    (tmp_path / "articles.jsonl").write_text(json.dumps(ARTICLE))
    (tmp_path / "article.txt").write_text(str(ARTICLE["text"]))
    (tmp_path / "question.graphql").write_text(QUESTION)
    (tmp_path / "people.csv").write_text("name,office,polity\nA B,President,Mali\n")
    (tmp_path / "people.json").write_text('[{"name": "A B", "office": "President", "polity": "Mali"}]')
    if "|" in example:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        subprocess.run(["sh", "-c", example], check=True, capture_output=True, env=os.environ | {"PATH": path})
    else:
        done = diplograph(*shlex.split(example)[1:])
        assert done.status == 0 or re.search("^diplograph: No .* has the (source or )?id", done.err)
