import sys
from pathlib import Path

import pytest

# The made-up record of the views serves here as well.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "views"))

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="session")
def samples():
    """The record of the sample reports, read once."""
    from onrecord.documents import open_reports
    from onrecord.reading import read
    from onrecord.record import fold

    return fold(map(read, open_reports(SAMPLES)))


@pytest.fixture(scope="session")
def hostile():
    """A made-up record with a report that means harm."""
    import made_up

    from onrecord.record import fold

    return fold((made_up.first(), made_up.second(), made_up.hostile(), made_up.two_missions()))


@pytest.fixture(scope="session")
def world():
    """A made-up record with codes, places, an office, a call and a payment."""
    import made_world

    from onrecord.record import fold

    return fold((made_world.reading(),))
