import made_up
import pytest

from onrecord.store import open_record


@pytest.fixture
def place(tmp_path):
    """A record with the made-up reports on it."""
    file = tmp_path / "made-up.db"
    with open_record(file) as records:
        for reading in (made_up.first(), made_up.second()):
            records.add(reading, "0.1.0")
    return file
