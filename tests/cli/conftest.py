import sys
from pathlib import Path

import pytest

from onrecord.store import open_record

# The made-up record of the views serves here as well.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "views"))
import made_up


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """No test touches the user's record; tables are as wide as they say."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def record(tmp_path):
    """A record in a file, with the made-up reports on it."""
    place = tmp_path / "made-up.db"
    with open_record(place) as records:
        for reading in (made_up.first(), made_up.second()):
            records.add(reading, "0.1.0")
    return str(place)
