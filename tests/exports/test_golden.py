"""What the exports look like, byte for byte. GOLDEN=write renews the files: read the diff."""

import os
from itertools import permutations
from pathlib import Path

import made_up
import made_world
import pytest

from onrecord import views
from onrecord.exports import jsonl
from onrecord.exports.brief_html import html
from onrecord.exports.brief_md import markdown
from onrecord.exports.formats import Target, lines
from onrecord.record import fold
from onrecord.views import EVERYTHING, select

GOLDEN = Path(__file__).parent / "golden"


def brief(record):
    return views.brief(record, select(record, mission="STABMAR"), as_of="2031-03-31")


def as_jsonl(record):
    return b"".join(jsonl.lines(record)).decode()


def written(target):
    """The form of one file, of the made-up world."""

    def write(_record):
        return b"".join(lines(target)(fold([made_world.reading()]), EVERYTHING)).decode()

    return write


FORMS = {
    "brief.md": lambda record: markdown(brief(record)),
    "brief.html": lambda record: html(brief(record)),
    "record.jsonl": as_jsonl,
    "events.plover.jsonl": written(Target.PLOVER),
    "events.cameo.tsv": written(Target.CAMEO),
    "world.ftm.jsonl": written(Target.FTM),
    "annotations.jsonld": written(Target.ANNOTATIONS),
    "world.jsonld": written(Target.JSONLD),
    "timeline.json": written(Target.TIMELINEJS),
    "map.geojson": written(Target.GEOJSON),
    "timeline.ics": written(Target.ICS),
    "sources.bib": written(Target.BIB),
    "sources.csl.json": written(Target.CSL),
}


@pytest.mark.parametrize("name", FORMS)
def test_golden(name):
    made = FORMS[name](made_up.record()).encode()
    if os.environ.get("GOLDEN") == "write":
        (GOLDEN / name).write_bytes(made)
    assert made == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize("name", FORMS)
def test_the_same_record_gives_the_same_bytes(name):
    readings = (made_up.first(), made_up.second(), made_up.two_missions())
    made = {FORMS[name](fold(order + order[:1])) for order in permutations(readings)}
    assert len(made) == 1
