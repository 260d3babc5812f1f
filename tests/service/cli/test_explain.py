import json
import os
import subprocess
from pathlib import Path

import pytest

from schema.reading import Account, Contact, PersonNamed, Place, Reading, Side, Source, Span
from schema.vocabulary import Attendance, Kind, Status
from service.cli.explanation import explain_reading
from tests.service.cli.conftest import COMMAND, Diplograph

CALL = "Marco Rubio spoke by phone with Russian Foreign Minister Sergey Lavrov on Tuesday."
SAID = "The Kremlin said the call lasted an hour."
MEETING = "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Entebbe on Monday."
TEXT = f"A day of talks\n\n{CALL} {SAID}\n\n{MEETING}\n\nRead more: Rubio meets Wang Yi in Munich\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": TEXT, "publisher": "Lake Wire", "published": "2025-02-19"}))
    return path


def unwrapped(shown: str) -> str:
    return " ".join(shown.split())


def test_each_contact_is_marked_in_the_text_and_explained_beneath(diplograph: Diplograph, article: Path) -> None:
    done = diplograph("explain", article)
    assert (done.status, done.err) == (0, "")
    shown = unwrapped(done.out)
    assert shown.startswith("Lake Wire, 2025-02-19 A day of talks")
    assert f"[1] {CALL} [1.1] {SAID} [2] {MEETING} [-] Read more:" in shown
    first, second = shown.split(" [1] call, held ")[1].split(" [2] meeting, held ")
    assert f"read in “{CALL}” rule verb speak, confidence 0." in first
    assert "date 2025-02-18" in first
    assert "sides Marco Rubio, attended: “Marco Rubio” Sergey Lavrov, attended: “Russian Foreign Minister" in first
    assert f"accounts [1.1] Kremlin: “{SAID}”" in first
    assert "venue" not in first, "a call has none"
    assert "venue Entebbe, Uganda" in second
    assert "William Ruto, President, Kenya: “Kenyan President William Ruto”" in second
    assert "[-] 1 part of the page taken for no part of the story" in second


def test_what_contacts_share_is_told_by_their_numbers() -> None:
    text = "A and B met after a call, A said."
    evidence = Span(0, len(text))
    side = Side(Attendance.ABSENT, Span(6, 7), party="Bhutan")
    earlier = Contact("x", Kind.VIDEO_CALL, Status.HELD, (side,), evidence, "noun call", 0.75)
    later = Contact(
        "y",
        Kind.MEETING,
        Status.POSTPONED,
        (Side(Attendance.EXPECTED, Span(0, 1), person="a"),),
        evidence,
        "verb meet",
        0.9,
        date="2025-02",
        date_end="2025-03",
        venue=Place("Bhutan", "Bhutan"),
        topics=("trade", "borders"),
        accounts=(Account("A", evidence, ("trade",), Status.DENIED, "a"),),
        follows=("x",),
    )
    reading = Reading(Source("1", text), "x", (PersonNamed("a", "Ann", ()),), (earlier, later), ("Note.",))
    shown = [f"{part.label or ''} {part.text}".strip() for part in explain_reading(reading)]
    assert shown[0] == "no day of publication"
    assert f"[1][2][2.1] {text}" in shown
    for line in (
        "[1] video call, held",
        "date open",
        "sides Bhutan, absent: “B”",
        "[2] meeting, postponed",
        "date 2025-02 to 2025-03",
        "venue Bhutan",
        "sides Ann, expected: “A”",
        "topics trade; borders",
        "accounts [2.1] A, denied, on trade, in the same sentence",
        "follows [1]",
        "people Ann",
        "note Note.",
    ):
        assert line in shown


def test_without_a_day_of_publication_the_open_days_are_listed(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = diplograph("explain", tmp_path / "a.txt")
    assert "date open" in unwrapped(done.out)
    assert "relative dates stay open (“Tuesday”, “Monday”)" in unwrapped(done.out)
    assert "Give the day with --published" in done.err


def test_an_article_without_contacts_says_so(diplograph: Diplograph, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain is expected in the north of the country.")
    assert "No contact was read out of this article." in diplograph("explain", tmp_path / "a.txt").out


@pytest.mark.parametrize("forced", [False, True])
def test_nothing_in_an_article_reaches_the_terminal_as_a_command(
    diplograph: Diplograph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forced: bool
) -> None:
    evil = "\x1b[31m\x07\x9b5m\u202e\r\t"
    fields = {"publisher": f"Lake{evil}Wire", "published": "2025-02-19", "text": f"{evil}[bold]x[/bold] {CALL}{evil}"}
    (tmp_path / "a.json").write_text(json.dumps(fields))
    if forced:
        monkeypatch.setenv("FORCE_COLOR", "1")
    done = diplograph("explain", tmp_path / "a.json")
    assert done.status == 0
    assert not {"\x07", "\x9b", "\u202e", "\r", "\t"} & set(done.out)
    assert "\x1b[31m" not in done.out
    assert "\\x1b[31m" in done.out
    assert "[bold]x[/bold]" in done.out
    assert ("\x1b[" in done.out) is forced


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), ("300", 100)])
def test_lines_fit_the_terminal(
    diplograph: Diplograph, article: Path, monkeypatch: pytest.MonkeyPatch, columns: str, widest: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = diplograph("explain", article).out.splitlines()
    assert widest - 25 < max(map(len, lines)) <= widest
    assert all(line == line.rstrip() for line in lines)


def test_a_terminal_that_knows_no_colours_gets_none(article: Path) -> None:
    environment = os.environ | {"FORCE_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*COMMAND, "explain", article], capture_output=True, check=True, env=environment)
    shown = done.stdout.decode("ascii")
    assert "[1] Marco Rubio" in shown
    assert "\\u201cMarco Rubio\\u201d" in shown, "what the encoding lacks is shown as an escape"
    assert "\x1b" not in shown


def test_a_file_of_several_articles_shows_each(diplograph: Diplograph, tmp_path: Path) -> None:
    lines = [json.dumps({"text": text, "published": "2025-02-19"}) for text in (CALL, MEETING)]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, "no article"]))
    done = diplograph("explain", tmp_path / "a.jsonl")
    assert done.status == 1
    assert "a.jsonl:3" in done.err
    first, second = done.out.split("-" * 40, 1)
    assert "call, held" in first
    assert "meeting, held" in second


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["nowhere.txt"], "nowhere.txt does not exist"), (["."], ". is a folder: name one article's file"), ([], "FILE")],
)
def test_a_wrong_call_gives_2_and_says_why(
    diplograph: Diplograph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = diplograph("explain", *arguments)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
