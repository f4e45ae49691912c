import pytest


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """No test touches the user's record; tables are as wide as they say."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def content():
    """All files of a folder with their bytes."""

    def of(place):
        return {
            str(file.relative_to(place)): file.read_bytes()
            for file in sorted(place.rglob("*"))
            if file.is_file()
        }

    return of
