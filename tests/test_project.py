"""The project keeps its own rules: imports, pinned dependencies, the deployment's files."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "schema": {"schema"},
    "loaders": {"loaders", "schema"},
    "service": {"service", "loaders", "schema"},
}
CYPHER = re.compile(r"\b(MATCH|MERGE|UNWIND|DETACH DELETE|CREATE|RETURN)\b.*[({\[$]", re.DOTALL)


def modules(room: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / room).rglob("*.py")):
        yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_follow_the_arrows(room: str) -> None:
    against = {
        (str(path), name)
        for path, tree in modules(room)
        for name in imported(tree)
        if name in {*MAY_IMPORT, "tests"} - MAY_IMPORT[room]
    }
    assert not against


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_cypher_is_never_put_together_from_values(room: str) -> None:
    built = [
        f"{path}:{node.lineno}"
        for path, tree in modules(room)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        and any(isinstance(part, ast.Constant) and CYPHER.search(str(part.value)) for part in node.values)
    ]
    assert not built


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock", "service/playground/node.lock"])
def test_dependencies_are_pinned_with_hashes_and_without_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\w)", text)
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins), "every entry is pinned with hashes"
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)


def test_packages_that_judge_pages_are_pinned_with_hashes_and_without_addresses() -> None:
    text = (ROOT / "tests/browsing/package-lock.json").read_text(encoding="utf-8")
    packages = {name: found for name, found in json.loads(text)["packages"].items() if name}
    assert packages
    assert all(found["integrity"].startswith("sha512-") for found in packages.values())
    assert not re.search(r'"resolved"|registry', text)


@pytest.mark.parametrize("folder", ["service/playground", "tests/bench/questions"])
def test_packages_of_npm_are_pinned_with_hashes_and_without_addresses(folder: str) -> None:
    wanted = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    text = (ROOT / folder / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: found for name, found in json.loads(text)["packages"].items() if name}
    assert (
        wanted.items()
        <= {name.removeprefix("node_modules/"): each["version"] for name, each in packages.items()}.items()
    )
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert "://" not in text


def test_the_lock_holds_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    wanted = {re.match(r"[\w.-]+", name)[0] for name in project["dependencies"]}  # type: ignore[index]
    assert wanted <= pinned


def test_compose_starts_the_service_once_neo4j_answers() -> None:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    neo4j, service = compose["services"]["neo4j"], compose["services"]["diplograph"]
    assert neo4j["image"].startswith("neo4j:5.26")
    assert neo4j["healthcheck"]["test"]
    assert "neo4j:/data" in neo4j["volumes"]
    assert service["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert (ROOT / service["build"]["dockerfile"]).is_file()
    assert service["environment"]["DIPLOGRAPH_DATABASE"] == "bolt://neo4j:7687"
    password = service["environment"]["DIPLOGRAPH_DATABASE_PASSWORD"]
    assert password.startswith("${DIPLOGRAPH_DATABASE_PASSWORD:?"), "taken from the environment, refused when unset"
    assert "${DIPLOGRAPH_DATABASE_PASSWORD:?" in neo4j["environment"]["NEO4J_AUTH"]


def test_the_image_is_built_from_files_that_its_context_lets_in() -> None:
    let_in = {
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")
    }
    copied = {
        name
        for line in (ROOT / "service/Dockerfile").read_text(encoding="utf-8").splitlines()
        if line.startswith("COPY ")
        for name in line.split()[1:-1]
    }
    assert copied <= let_in
    assert all((ROOT / name).exists() for name in copied)
