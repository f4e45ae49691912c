"""The samples, read with the whole lexicon and with one that lacks some frames."""

import shutil
import sys
from pathlib import Path

import pytest

from onrecord.documents import open_reports
from onrecord.events import commitments
from onrecord.lexicon import tables
from onrecord.lexicon.frames import frames, trigger_index
from onrecord.reading import read

for folder in ("record", "views"):  # what their tests make by hand serves here as well
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / folder))

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LACKING = ("agree", "attack", "deploy", "kill")
# All that is worked out from the frame files once and kept.
DERIVED = (
    tables.table, frames, trigger_index, commitments._statuses, commitments.binding,  # noqa: SLF001
)  # fmt: skip


@pytest.fixture(scope="session")
def reports():
    return tuple(open_reports(SAMPLES, published=None))


@pytest.fixture(scope="session")
def readings(reports):
    return tuple(map(read, reports))


@pytest.fixture(scope="session")
def fewer(reports, tmp_path_factory):
    """The same reports, read with fewer frames."""
    copy = tmp_path_factory.mktemp("lexicon") / "en"
    shutil.copytree(tables.path("."), copy)
    for name in LACKING:
        (copy / "frames" / f"{name}.yaml").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "path", lambda name: copy / name)
        for kept in DERIVED:
            kept.cache_clear()
        found = tuple(map(read, reports))
    for kept in DERIVED:
        kept.cache_clear()
    return found
