"""Every data file loads, and no word stands twice in one list."""

from pathlib import Path

import pytest

from onrecord.lexicon import path, table

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
