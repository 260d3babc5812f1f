"""Reviewing at a terminal of its own (a pseudo terminal), and deciding by commands."""

import json
import os
import pty
import re
import select
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime

import pytest

from loaders import store
from schema.database import Database
from schema.vocabulary import Kind, Status
from tests.loaders.articles import RUBIO, Told, Who, reading
from tests.service.cli.conftest import COMMAND, Diplograph

NOW = datetime(2025, 6, 1, tzinfo=UTC)
PEOPLE = "MATCH (p:Person) RETURN p.id AS id, p.name AS name ORDER BY name"
JUDGEMENTS = "MATCH (j:Judgement) RETURN j.verb AS verb, j.author AS author ORDER BY j.made"
CLAIM = "MATCH (c:Claim) WHERE c.id = c.contact RETURN c.id AS id ORDER BY id LIMIT 1"


@pytest.fixture
def bushes(shared: Database) -> Database:
    """Two presidents, and a name that may be either's."""
    names = ["George H. W. Bush", "George W. Bush", "George Bush"]
    told = [
        reading(
            f"a{place}",
            f"2005-02-1{place}",
            Told(Kind.CALL, Status.HELD, (Who(name, "President", "United States"), "Japan"), f"2005-02-1{place}"),
        )
        for place, name in enumerate(names)
    ]
    store.add(shared, told, NOW)
    return shared


class Terminal:
    """A command at a terminal: what it shows, and keys for it."""

    def __init__(self, process: "subprocess.Popen[bytes]", screen: int) -> None:
        self.process = process
        self.screen = screen
        self.shown = ""

    def until(self, pattern: str) -> str:
        """What is shown up to where the pattern is, from what was waited for before on."""
        while not (found := re.search(pattern, self.shown)):
            assert select.select([self.screen], [], [], 60)[0], self.shown
            self.shown += os.read(self.screen, 65536).decode()
        before, self.shown = self.shown[: found.end()], self.shown[found.end() :]
        return before

    def press(self, keys: str) -> None:
        os.write(self.screen, keys.encode())


@pytest.fixture
def terminal() -> Callable[..., AbstractContextManager[Terminal]]:
    """Starts a command at a pseudo terminal."""

    @contextmanager
    def open_(*arguments: str) -> Iterator[Terminal]:
        ours, theirs = pty.openpty()
        environment = {**os.environ, "COLUMNS": "100", "LINES": "40", "TERM": "dumb"}
        with subprocess.Popen(
            [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        ) as process:
            os.close(theirs)
            try:
                yield Terminal(process, ours)
            finally:
                process.kill()
                os.close(ours)

    return open_


def test_keys_decide_open_reject_undo_and_end(
    bushes: Database, terminal: Callable[..., AbstractContextManager[Terminal]]
) -> None:
    with terminal("review", "--author", "ann", "--subject", "person") as at:
        first = at.until("q quit")
        assert "Is this one person?" in first
        assert "George Bush, President, United States (1 source)" in first
        assert "“" in first
        at.press("1")
        assert "2005-02-1" in at.until(r"2005-02-1\d")
        at.press("9")
        at.until("No claim has that number")
        at.press("s")
        at.until(r"Judged the same \(j\w+\)\. Person p\w+, p\w+ → p\w+\.")
        assert len(bushes.rows(PEOPLE)) == 2
        at.until("No more pair waits for a judgement.")
        at.press("u")
        at.until("Undone")
        at.until("q quit")
        assert len(bushes.rows(PEOPLE)) == 3
        at.press("x u\x1b[A")
        at.until("s same")
        at.until("Nothing was judged here yet|q quit")
        at.press("n")
        at.until("Judged not to be the same")
        at.until("No more pair waits for a judgement. 1 left for later.")
        at.press("q")
        assert at.process.wait(60) == 0
    assert [row["verb"] for row in bushes.rows(JUDGEMENTS)] == ["same", "undo", "not_same"]
    assert {row["author"] for row in bushes.rows(JUDGEMENTS)} == {"ann"}


def test_pairs_are_printed_for_people_and_for_programs(bushes: Database, diplograph: Diplograph) -> None:
    done = diplograph("review", "--list")
    assert done.status == 0
    assert "2 of 2 pairs." in done.out
    rows = [json.loads(line) for line in diplograph("review", "--json", "--limit", 1).out.splitlines()]
    assert [(row["subject"], row["joined"]) for row in rows] == [("person", False)]
    assert rows[0]["left"]["quotes"][0]["claim"]
    judged = diplograph("judge", "not-same", rows[0]["left"]["id"], rows[0]["right"]["id"], "--author", "ann")
    assert judged.out.startswith("Judged not to be the same (j")
    assert "No pair waits" in diplograph("review", "--list").out, "the other one has no rival any more"
    assert len(bushes.rows(JUDGEMENTS)) == 1


@pytest.mark.usefixtures("shared")
def test_without_a_terminal_it_says_what_to_do(diplograph: Diplograph) -> None:
    done = diplograph("review")
    assert done.status == 2
    assert "--list" in done.err
    assert diplograph("review", "--list").out == "No pair waits for a judgement.\n"


def test_decisions_by_command_are_told_listed_and_undone(shared: Database, diplograph: Diplograph) -> None:
    store.add(shared, [reading("a", "2025-02-15", Told(Kind.CALL, Status.HELD, (RUBIO, "Japan"), "2025-02-15"))], NOW)
    claim = shared.rows(CLAIM)[0]["id"]
    corrected = json.loads(diplograph("judge", "correct", claim, "date", "2025-02-14", "--json").out)
    assert (corrected["new"], corrected["judgement"]["value"]) == (True, "2025-02-14")
    assert diplograph("judge", "correct", claim, "date", "2025-02-14").out.startswith("Nothing to do: j")
    assert diplograph("judge", "reject", claim).out.startswith("Claim rejected (j")
    retracted = diplograph("judge", "retract", "a", "--author", "bob").out
    assert retracted.startswith("Article retracted (j")
    name = re.search(r"\((j\w+)\)", retracted)
    assert name
    assert diplograph("judge", "undo", name[1]).out.startswith("Undone (j")
    refused = diplograph("judge", "undo", name[1])
    assert (refused.status, "undone already by" in refused.err) == (2, True)
    lines = diplograph("judge", "list").out.splitlines()
    assert len(lines) == 4
    assert "retract a, by bob (undone)" in lines[1]
    assert json.loads(diplograph("judge", "list", "--json", "--limit", 1).out)["verb"] == "undo"
