"""Every data file loads, and no word stands twice in one list."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.lexicon import fingerprint, overlay, path, table

FILES = sorted(path(".").rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda p: p.name)
def test_file_loads(file: Path) -> None:
    name = str(file.relative_to(path("."))).removesuffix(".yaml")
    assert table(name)


@pytest.mark.parametrize("file", FILES, ids=lambda p: p.name)
def test_file_says_what_it_is(file: Path) -> None:
    assert file.read_text("utf-8").startswith("# ") or file.parent.name == "frames"


def test_on_and_no_are_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.yaml").write_text("on: no\nsure: true\n", "utf-8")
    monkeypatch.setattr("onrecord.lexicon.tables.path", lambda name: tmp_path / name)
    assert table.__wrapped__("x") == {"on": "no", "sure": True}


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        overlay(tmp_path / "none")


def test_a_file_of_no_known_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tittles.yaml").write_text("a: b\n", "utf-8")
    with pytest.raises(ValueError, match="tittles"):
        overlay(tmp_path)


OWN = {
    "missions.yaml": "missions:\n  - Lake Guard Operation | LGO\n",
    "frames/pledge.yaml": "patterns:\n  - {verb: proffer, when: {obj: any}}\n",
}
READ = """
import sys
from pathlib import Path
from onrecord import read
from onrecord.documents import report
from onrecord.lexicon import overlay
overlay(Path(sys.argv[1]))
found = read(report("Ghana proffered 200 soldiers to the LGO."))
print([(e.type, e.mission.name if e.mission else None) for e in found.events])
"""


def test_own_files_are_added_to_the_lexicon(tmp_path: Path) -> None:
    for name, text in OWN.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", READ, tmp_path], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[('PLEDGE', 'Lake Guard Operation')]"


def test_the_fingerprint_is_that_of_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = fingerprint()
    assert fingerprint() == plain
    monkeypatch.setattr("onrecord.lexicon.tables._overlays", [tmp_path])
    (tmp_path / "titles.yaml").write_text("words: warden", "utf-8")
    own = fingerprint()
    (tmp_path / "titles.yaml").write_text("words: wardens", "utf-8")
    assert len({plain, own, fingerprint()}) == 3


PLACES = """\
# places
orrinby\tP|77|1.50|2.50|NO||900|3|Orrinby
=no\tC|3144096|64.56|11.53|NO||5000000|0|Norway
"""
LOCATE = """
import sys
from pathlib import Path
from onrecord import read
from onrecord.documents import report
from onrecord.lexicon import overlay
overlay(Path(sys.argv[1]))
print([(p.name, p.geonames) for p in read(report("Police arrived in Orrinby, Norway.")).places])
"""


def test_a_gazetteer_of_ones_own_takes_the_place_of_the_lexicons(tmp_path: Path) -> None:
    (tmp_path / "places.tsv.gz").write_bytes(gzip.compress(PLACES.encode()))
    ran = subprocess.run(
        [sys.executable, "-c", LOCATE, tmp_path], capture_output=True, text=True, check=True
    )
    assert "('Orrinby', 77)" in ran.stdout


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"places", id="not packed"),
        pytest.param(gzip.compress(b"a b c\n"), id="no columns"),
        pytest.param(gzip.compress(b"x\ty|z\n"), id="too few columns"),
        pytest.param(gzip.compress(b"\xff\tx"), id="not UTF-8"),
    ],
)
def test_what_is_no_gazetteer_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "places.tsv.gz").write_bytes(content)
    with pytest.raises(ValueError, match="places"):
        overlay(tmp_path)
