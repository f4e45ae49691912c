"""Lets the tests of this folder share what they make by hand."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "record"))

settings.register_profile("untimed", deadline=None)  # the first example loads the lexicon
settings.load_profile("untimed")
