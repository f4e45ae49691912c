"""Files and folders, good and hostile."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.documents import Refusal, bytes_reports, open_reports
from onrecord.documents.limits import MOST_BYTES

TEXT = "Envoy flies to Juba\n\nThe envoy flew to Juba on Monday."
PAGE = f"<html><body><article><h1>Envoy flies to Juba</h1><p>{'He flew on Monday. ' * 9}</p>"


def reason(path):
    (found,) = open_reports(path)
    assert isinstance(found, Refusal), found
    assert str(found).startswith(f"{path}: ")
    assert "\n" not in str(found)
    return found.reason


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a", "A.TXT"])
def test_plain_text(tmp_path, name):
    path = written(tmp_path, name, f"\ufeff{TEXT} \r\n\x07\r\n")
    (found,) = open_reports(path, published="2024-03-09")
    assert found.text == TEXT
    assert (found.path, found.published) == (str(path), "2024-03-09")


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a"])
def test_pages_are_known_by_name_or_sight(tmp_path, name):
    (found,) = open_reports(written(tmp_path, name, PAGE))
    assert found.title == "Envoy flies to Juba"


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson"])
def test_json_lines(tmp_path, name):
    found = list(open_reports(written(tmp_path, name, '{"text": "One."}\n{"text": "Two."}')))
    assert [report.text for report in found] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"PK\x03\x04", "xlsx is not read"),
        ("a.png", b"\x89PNG", "png is not read"),
        ("a.pdf", b"Talks failed.", "not a PDF file"),
        ("a.pdf", b"%PDF-1.7", "not a PDF file, or a broken one"),
        ("a.DOCX", b"PK\x03\x04", "not a Word document, or a broken one"),
        ("a.txt", b"", "empty file"),
        ("a.html", b"", "empty file"),
        ("a.jsonl", b"", "empty file"),
        ("a.txt", b" \n\t\r\n", "empty file"),
        ("a.txt", b"Talks\x00failed", "not text (binary data)"),
        ("a.txt", bytes(range(1, 256)) * 9, "not text, or in an unknown encoding"),
        ("a.html", bytes(range(256)) * 9, "not text (binary data)"),
        ("a.html", b"<html></html>", "no article found on the page"),
        (
            "a.html",
            b"<html><body><noscript>Please turn JavaScript on.</noscript><div id=app></div>",
            "needs a browser: its text is made by scripts",
        ),
        ("a.html", b"<html><script>var a = 'He flew to Juba.'</script>", "no article found on "),
    ],
)
def test_refusals(tmp_path, name, content, words):
    assert reason(written(tmp_path, name, content)).startswith(words)


def test_missing_file(tmp_path):
    assert reason(tmp_path / "none.txt") == "no such file or directory"


def test_names_that_no_file_can_have(tmp_path):
    (found,) = open_reports(Path("a\0b.txt"))
    assert isinstance(found, Refusal)
    assert "\0" not in str(found)
    (found,) = open_reports(tmp_path / ("a" * 5000))
    assert found.reason == "file name too long"


def test_a_name_that_is_not_utf_8(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text(TEXT)
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    (found,) = open_reports(path)
    assert found.path.encode("utf-8").endswith("caf\ufffd.txt".encode())


def test_windows_1252_and_utf_16(tmp_path):
    for encoding in ("cp1252", "utf-16"):
        (found,) = open_reports(written(tmp_path, "a.txt", "He’s in Lomé.".encode(encoding)))
        assert found.text == "He’s in Lomé."


def test_a_file_over_the_limit(tmp_path, monkeypatch):
    monkeypatch.setitem(MOST_BYTES, "text", 2_000_000)
    path = written(tmp_path, "a.txt", b"a" * 2_000_001)
    assert reason(path) == "larger than 2 MB"


def test_a_line_of_fifty_megabytes(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "One."}\n{"text": "')
        for _ in range(50):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n{"text": "Three."}\n')
    first, refused, last = open_reports(path)
    assert (first.text, last.text) == ("One.", "Three.")
    assert str(refused) == f"{path}, line 2: line of more than 10 MB"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_unreadable_file(tmp_path):
    path = written(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    assert reason(path) == "permission denied"


def test_loops_of_links(tmp_path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    written(tmp_path, "z.txt", TEXT)
    *refused, kept = open_reports(tmp_path)
    assert kept.text == TEXT
    assert [(found.path.name, found.reason) for found in refused] == [
        ("gone.txt", "no such file or directory"),
        ("loop.txt", "too many levels of symbolic links"),
        ("up", "link to a folder is not followed"),
    ]


def test_a_link_to_a_folder_may_be_given(tmp_path):
    (tmp_path / "real").mkdir()
    written(tmp_path / "real", "a.txt", TEXT)
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert [found.text for found in open_reports(tmp_path / "link")] == [TEXT]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "not a regular file"


def test_folders_are_read_in_the_order_of_names(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.txt", "a.txt", "b/y.txt", "b/x.txt", ".secret.txt", ".hidden/z.txt"):
        written(tmp_path, name, f"Talks {name} failed.")
    written(tmp_path, "README.md", "What is here")
    written(tmp_path, "b/w.xyz", b"Talks")
    found = [f.text if not isinstance(f, Refusal) else str(f) for f in open_reports(tmp_path)]
    assert found == [
        "Talks a.txt failed.",
        f"{tmp_path}/b/w.xyz: xyz is not read",
        "Talks b/x.txt failed.",
        "Talks b/y.txt failed.",
        "Talks c.txt failed.",
    ]


def test_deep_folders(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    deep = Path(*["d"] * 1200)
    folders = [deep, *list(deep.parents)[:-1]]
    for folder in reversed(folders):
        folder.mkdir()
    file = written(deep, "a.txt", TEXT)
    try:
        assert [found.text for found in open_reports(Path("d"))] == [TEXT]
    finally:  # deeper than what clears temporary folders can go
        file.unlink()
        for folder in folders:
            folder.rmdir()


def test_an_empty_folder(tmp_path):
    assert list(open_reports(tmp_path)) == []


def test_bytes_at_hand():
    (found,) = bytes_reports(TEXT.encode(), Path("input"))
    assert (found.text, found.path) == (TEXT, "input")
    (found,) = bytes_reports(b"\x00", Path("input"))
    assert str(found) == "input: not text (binary data)"


def test_text_is_read_without_what_pages_need(tmp_path):
    written(tmp_path, "a.txt", TEXT)
    code = (
        "import sys; from pathlib import Path; from onrecord.documents import open_reports;"
        "list(open_reports(Path(sys.argv[1]))); print('trafilatura' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
