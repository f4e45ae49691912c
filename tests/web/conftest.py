from pathlib import Path

import made_up
import pytest
from browsers import chromium, quiet
from desks import base, serving

from onrecord.cli.app import run
from onrecord.store import open_record

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk over the samples."""
    place = tmp_path_factory.mktemp("desk") / "record.db"
    assert run(["add", str(SAMPLES), "--record", str(place)]) == 0
    with serving(str(place)) as client:
        yield client


@pytest.fixture(scope="module")
def browser():
    """A browser, for as long as the tests of a file last."""
    with chromium() as found:
        yield found


@pytest.fixture
def page(browser, desk):
    """A page of the desk in a browser that complains of nothing."""
    with quiet(browser, base(desk)) as page:
        yield page


@pytest.fixture
def place(tmp_path):
    """A record with the made-up reports on it."""
    file = tmp_path / "made-up.db"
    with open_record(file) as records:
        for reading in (made_up.first(), made_up.second()):
            records.add(reading, "0.1.0")
    return file
