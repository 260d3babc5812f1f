import json
from pathlib import Path

import pytest

from tests.service.cli.conftest import Diplograph


@pytest.mark.usefixtures("shared")
def test_a_document_is_answered_as_json(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "question.graphql").write_text("query Q($x: Boolean!) { __typename @include(if: $x) }")
    done = diplograph("query", tmp_path / "question.graphql", "--variables", '{"x": true}')
    assert json.loads(done.out) == {"data": {"__typename": "Query"}}
    assert (done.status, done.err) == (0, "")


@pytest.mark.usefixtures("shared")
def test_errors_are_printed_with_the_answer_and_give_1(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "question.graphql").write_text("{ nothing }")
    done = diplograph("query", tmp_path / "question.graphql")
    assert "nothing" in json.loads(done.out)["errors"][0]["message"]
    assert done.status == 1


@pytest.mark.usefixtures("shared")
def test_the_graph_may_be_changed(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "change.graphql").write_text('mutation { undo(judgement: "jnone", author: "ann") { id } }')
    (error,) = json.loads(diplograph("query", tmp_path / "change.graphql").out)["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize(
    ("content", "variables", "says"),
    [
        (None, "{}", "cannot be read"),
        (b"\xff\xfe", "{}", "not UTF-8"),
        (b"{ __typename }", "{", "--variables is not valid JSON"),
        (b"{ __typename }", "[1]", "must be a JSON object"),
    ],
)
def test_what_cannot_be_asked_gives_2_and_says_why(
    diplograph: Diplograph, tmp_path: Path, content: bytes | None, variables: str, says: str
) -> None:
    if content is not None:
        (tmp_path / "question.graphql").write_bytes(content)
    done = diplograph("query", tmp_path / "question.graphql", "--variables", variables)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
