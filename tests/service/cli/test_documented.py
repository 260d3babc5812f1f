import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from schema.settings import Settings
from service.cli import app

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
COMMANDS = vars(get_command(app))["commands"]


def parts(name: str) -> list[Any]:
    """The command, or all commands of the group."""
    return list(vars(COMMANDS[name]).get("commands", {"": COMMANDS[name]}).values())


def section(title: str) -> str:
    return re.split(r"^## ", README.partition(f"\n## {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def test_the_table_of_settings_is_the_settings() -> None:
    rows = re.findall(r"^\| `(DIPLOGRAPH_\w+)` \| (.*?) \| (.*?) \|$", section("Settings"), re.MULTILINE)
    wanted = [
        (f"DIPLOGRAPH_{name.upper()}", "" if field.default is None else f"`{field.default}`", field.description)
        for name, field in Settings.model_fields.items()
    ]
    assert rows == wanted


def test_the_commands_documented_are_those_that_exist() -> None:
    assert set(re.findall(r"^### `diplograph ([\w-]+)`$", section("Commands"), re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_shows_each_option_and_the_examples_of_the_help(name: str) -> None:
    text = section("Commands").partition(f"### `diplograph {name}`")[2].partition("\n### ")[0]
    options = {
        option
        for command in parts(name)
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }
    taken_over = {"--published", "--publisher", "--url", "--model", "--processes"}
    taken_from_load = taken_over if name in ("extract", "explain") else set()
    assert [option for option in options - taken_from_load if option not in text] == []
    for command in parts(name):
        help_text = command.help.replace("\b", "")
        examples = [line.strip() for line in help_text.partition("Example:\n")[2].splitlines() if line.strip()]
        assert examples
        assert [example for example in examples if example not in text] == []
