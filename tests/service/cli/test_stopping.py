"""Real processes with an embedded database of their own, stopped in every way."""

import json
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

Start = Callable[..., "subprocess.Popen[str]"]


def lines(start: int, end: int) -> str:
    """Articles, one of ten of which tells of a meeting."""
    return "".join(json.dumps({"id": str(number), "text": text(number)}) + "\n" for number in range(start, end))


def text(number: int) -> str:
    return f"Rain is expected on day {number}." if number % 10 else f"Marco Rubio met Sergey Lavrov {number} times."


def say(process: "subprocess.Popen[str]", text: str) -> None:
    assert process.stdin
    process.stdin.write(text)
    process.stdin.flush()


def hear(process: "subprocess.Popen[str]", start: str) -> str:
    """The next line of messages that begins like this."""
    assert process.stderr
    heard = []
    for line in process.stderr:
        heard.append(line)
        if line.strip().startswith(start):
            return line.strip()
    raise AssertionError("".join(heard))


def test_a_killed_load_loses_nothing_and_is_completed_by_loading_again(start: Start, tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text(lines(0, 80))
    first = start("load", "-")
    say(first, lines(0, 40))
    hear(first, "32 loaded")

    second = start("load", tmp_path / "all.jsonl")
    _, message = second.communicate()
    assert second.returncode == 1
    assert f"in use by process {first.pid}" in message
    assert "Traceback" not in message

    say(first, lines(40, 80))
    first.kill()
    first.wait()

    third = start("load", tmp_path / "all.jsonl")
    _, message = third.communicate()
    assert third.returncode == 0
    loaded, unchanged = (int(part.split()[0]) for part in message.splitlines()[-1].split(", "))
    assert loaded + unchanged == 80
    assert unchanged >= 32


def test_ctrl_c_ends_a_load_cleanly(start: Start) -> None:
    process = start("load", "-")
    say(process, lines(0, 40))
    hear(process, "32 loaded")
    process.send_signal(signal.SIGINT)
    _, message = process.communicate()
    assert process.returncode == 130
    assert message.strip() == "Stopped; 32 articles loaded. What is loaded stays. Load again to go on."


def test_serving_begins_with_the_samples_and_ends_when_asked_to(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = start("serve", "--samples", DIPLOGRAPH_PORT=str(port))
        assert hear(process, "Loading") == "Loading the sample articles…"
        assert hear(process, "12 articles") == "12 articles loaded."
        assert hear(process, "diplograph serves") == f"diplograph serves (port {port} is taken):"
        address = hear(process, "http").split()[0]
    assert httpx.get(f"{address}health/ready").status_code == 200
    assert httpx.get(address).status_code == 200
    answer = httpx.post(f"{address}graphql", json={"query": "{ articles(first: 50) { nodes { title } } }"}).json()
    assert len(answer["data"]["articles"]["nodes"]) == 12
    process.send_signal(signal.SIGTERM)
    _, message = process.communicate()
    assert process.returncode == 143
    assert "Traceback" not in message


@pytest.mark.parametrize("command", [["load", "-"], ["serve"]])
def test_a_data_folder_that_cannot_be_used_is_no_traceback(start: Start, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "data").write_text("a file")
    process = start(*command)
    _, message = process.communicate()
    assert process.returncode == 1
    assert message.startswith("diplograph: The data folder")
    assert message.count("\n") == 1
