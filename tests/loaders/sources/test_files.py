import io
import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from loaders.sources.files import check_paths, find_files, read_files
from loaders.sources.inputs import MAX_BYTES, Defaults, Found, SetAside
from schema.errors import SettingsError

BODY = "Marco Rubio met Sergey Lavrov in Riyadh on Tuesday, the State Department said."


def article(**fields: object) -> str:
    return json.dumps({"text": BODY} | fields)


def read(*paths: Path, stdin: bytes = b"", defaults: Defaults | None = None) -> list[Found | SetAside]:
    found = list(find_files([str(path) for path in paths] or ["-"]))
    files = [path for path in found if isinstance(path, str)]
    aside = [path for path in found if isinstance(path, SetAside)]
    return [*aside, *read_files(files, defaults or Defaults(), io.BufferedReader(io.BytesIO(stdin)))]


def shown(items: list[Found | SetAside]) -> list[str]:
    return [f"{item.origin}={item.source.id if isinstance(item, Found) else item.reason}" for item in items]


def only_reason(items: list[Found | SetAside]) -> str:
    (item,) = items
    assert isinstance(item, SetAside)
    return item.reason


def test_a_folder_gives_its_articles_sorted_and_nothing_hidden(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b" / "2.json").write_text(article(id="two"))
    (tmp_path / "b" / "1.TXT").write_text(BODY)
    (tmp_path / "a.jsonl").write_text(f"{article(id='one')}\n\n{article(id='three')}\n")
    for hidden in (".hidden.txt", ".git/config.txt", "picture.png", "b/notes.md"):
        (tmp_path / hidden).write_text("not an article")
    items = read(tmp_path)
    assert [str(item.origin).removeprefix(f"{tmp_path}/") for item in items] == [
        "a.jsonl:1",
        "a.jsonl:3",
        "b/1.TXT",
        "b/2.json",
    ]
    assert all(isinstance(item, Found) for item in items)


def test_a_folder_without_articles_says_what_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(BODY)
    assert ".txt, .json, .jsonl" in only_reason(read(tmp_path))


def test_bad_files_are_set_aside_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "1-empty.txt").touch()
    (tmp_path / "2-good.txt").write_text(BODY)
    (tmp_path / "3-binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "4-russian.txt").write_text("Лавров встретился с Рубио во вторник в Эр-Рияде.")
    (tmp_path / "5-shape.json").write_text('{"headline": "x"}')
    (tmp_path / "6-page.txt").write_text("<!doctype html><title>Rubio meets Lavrov</title>")
    (tmp_path / "7-document.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    (tmp_path / "8-gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "9-good.json").write_text(article(id="nine"))
    items = read(tmp_path)
    reasons = {Path(item.origin.path).name[0]: item.reason for item in items if isinstance(item, SetAside)}
    assert [Path(item.origin.path).name[0] for item in items if isinstance(item, Found)] == ["2", "9"]
    for number, says in {
        "1": "empty",
        "3": "binary",
        "4": "looks like Russian",
        "5": 'no "text"',
        "6": "HTML",
        "7": "PDF",
        "8": "gone",
    }.items():
        assert says in reasons.pop(number)
    assert reasons == {}


def test_a_broken_line_is_named_and_the_others_are_read() -> None:
    lines = [article(id="one"), '{"text": "cut o', article(id="three"), '{"text": 5}', '"x"']
    items = shown(read(stdin="\n".join(lines).encode()))
    assert items[0] == "-:1=one"
    assert items[1].startswith("-:2=is not valid JSON (column 10")
    assert items[2] == "-:3=three"
    assert "where a string is needed" in items[3]
    assert "where a JSON object" in items[4]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (BODY, "-"),
        (f"[Photo: Riyadh]\n{BODY}", "-"),
        (f"\n\n {{sic}} {BODY}", "-"),
        (json.dumps({"text": BODY, "id": "x"}), "-:1"),
        (json.dumps({"text": BODY, "id": "x"}, indent=2), "-"),
        ("\ufeff\n" + json.dumps({"text": BODY, "id": "x"}, indent=2), "-"),
        (f"{article()}\n{article(id='y')}", "-:1 -:2"),
        (f'\n{{"broken\n{article(id="y")}', "-:2 -:3"),
    ],
)
def test_standard_input_is_recognised_by_how_it_begins(given: str, found: str) -> None:
    assert " ".join(str(item.origin) for item in read(stdin=given.encode())) == found


def test_a_list_is_refused_with_what_to_do_instead() -> None:
    assert "one article on each line" in only_reason(read(stdin=f"[\n{article()}\n]".encode()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(tmp_path: Path, encoding: str, name: str) -> None:
    text = f"Erdoğan–Zelenskyy “summit”\n\n{BODY}"
    content = text if name == "a.txt" else json.dumps({"text": text}, ensure_ascii=False)
    (tmp_path / name).write_bytes(content.encode(encoding))
    (item,) = read(tmp_path / name)
    assert isinstance(item, Found)
    assert item.source.text == text


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "koi8-r", "utf-16-le", "utf-16-be"])
def test_the_recommended_command_mends_the_encoding(tmp_path: Path, encoding: str) -> None:
    western = f"“Rubio” – “Lavrov”: ‘naïve’ café talk, Élysée says…\n{BODY}"
    text = "Лавров встретился с Рубио во вторник в Эр-Рияде." if encoding in ("cp1251", "koi8-r") else western
    path = tmp_path / "it's one.txt"
    path.write_bytes(text.encode(encoding))
    reason = only_reason(read(path))
    assert encoding.upper().replace("UTF-16-", "UTF-16") in reason
    subprocess.run(["sh", "-c", reason.partition("convert it with: ")[2]], check=True)
    assert (tmp_path / "it's one-utf8.txt").read_text() == text


def test_damaged_utf16_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BODY.encode("utf-16")[:-1] + b"\xd8")
    assert "UTF-16" in only_reason(read(tmp_path / "a.txt"))


def test_an_overlong_text_is_set_aside_unread(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{BODY}\n" * (50_000_000 // len(BODY)))
    tracemalloc.start()
    reason = only_reason(read(tmp_path / "a.txt"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "8,000,000 bytes: split it" in reason
    assert peak < 4 * MAX_BYTES


def test_an_overlong_line_is_set_aside_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(article(text="a" * 3 * MAX_BYTES) + f"\n{article(id='two')}\n")
    assert shown(read(tmp_path / "a.jsonl"))[1] == f"{tmp_path}/a.jsonl:2=two"
    assert "8,000,000 bytes" in shown(read(tmp_path / "a.jsonl"))[0]


def test_a_long_file_is_streamed(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("w") as out:
        out.writelines(f"{article(id=number, padding='x' * 20_000)}\n" for number in range(2_000))
    tracemalloc.start()
    assert sum(isinstance(item, Found) for item in read_files([str(tmp_path / "a.jsonl")], Defaults())) == 2_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_the_address_given_for_one_article_is_not_given_to_lines() -> None:
    defaults = Defaults(published="2025-02-18", url="https://wire.example/1")
    one, two = read(stdin=f"{article()}\n{article(id='two')}".encode(), defaults=defaults)
    assert isinstance(one, Found)
    assert isinstance(two, Found)
    assert (one.source.url, two.source.url) == (None, None)
    assert one.source.published == "2025-02-18"


def test_a_file_that_is_gone_or_becomes_a_folder_is_set_aside(tmp_path: Path) -> None:
    files = list(find_files([str(tmp_path / "gone.txt")]))
    assert "gone" in only_reason(list(read_files([str(file) for file in files], Defaults())))
    assert "directory" in only_reason(list(read_files([str(tmp_path)], Defaults()))).lower()


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "regular file" in only_reason(read(tmp_path))


def test_links_that_go_round_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "a.txt").write_text(BODY)
    (tmp_path / "a" / "self.txt").symlink_to(tmp_path / "a" / "self.txt")
    assert len(read(tmp_path)) == 2


def test_a_file_without_permission_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_text(BODY)
    (tmp_path / "locked.txt").chmod(0)
    script = (
        "import os, sys\n"
        "from loaders.sources.files import read_files\n"
        "from loaders.sources.inputs import Defaults\n"
        "if os.geteuid() == 0: os.seteuid(65534)\n"
        "print(*read_files(sys.argv[1:], Defaults()))"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "locked.txt")]
    assert "permission" in subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_path_that_does_not_exist_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    check_paths([str(tmp_path), "-"])
    with pytest.raises(SettingsError, match=r"nowhere.txt does not exist"):
        check_paths([str(tmp_path), str(tmp_path / "nowhere.txt")])
    with pytest.raises(SettingsError, match="once"):
        check_paths(["-", "-"])
