"""What tests of all rooms share."""

import os
import tempfile
from pathlib import Path

import pytest
import spacy  # noqa: F401  # whole: Hypothesis opens modules left unopened, and their import draws

from onrecord.cli.app import run

os.environ["ONRECORD_CACHE"] = str(Path(tempfile.gettempdir(), "onrecord-tests"))  # not the user's


@pytest.fixture
def onrecord(capsys):
    """Runs a command line; gives exit code, standard output and standard error."""

    def call(*words):
        code = run([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return call
