"""Real readings in any order, some of them twice: the exports are the same, byte for byte.

The readings are those of the samples and, where it stands beside the checkout, of the gold.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import views
from onrecord.documents import open_reports
from onrecord.exports import jsonl
from onrecord.exports.brief_html import html
from onrecord.exports.brief_md import markdown
from onrecord.model import Reading, Report
from onrecord.reading import read
from onrecord.record import fold
from onrecord.store import open_record
from onrecord.views import Selection

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [ROOT / "samples", ROOT.parent / "shared" / "gold" / "reports.jsonl"]


@cache
def readings() -> tuple[Reading, ...]:
    reports = (report for path in TEXTS if path.exists() for report in open_reports(path))
    return tuple(read(report) for report in reports if isinstance(report, Report))


@pytest.fixture(scope="module", autouse=True)
def _read_before() -> None:
    readings()


def exports(found: Iterable[Reading]) -> tuple[bytes, str, str]:
    record = fold(found)
    brief = views.brief(record, Selection(), as_of=None)
    return b"".join(jsonl.lines(record)), markdown(brief), html(brief)


@st.composite
def folders(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Numbers of some of the readings, and the same in another order with repetitions."""
    some = draw(st.lists(st.sampled_from(range(len(readings()))), unique=True, max_size=12))
    more = draw(st.lists(st.sampled_from(some), max_size=4)) if some else []
    again = draw(st.permutations([*some, *more]))
    return some, again


@given(folders())
@settings(max_examples=60, deadline=None)
def test_exports_do_not_depend_on_order_or_repetition(found):
    once, again = found
    assert exports(map(readings().__getitem__, once)) == exports(map(readings().__getitem__, again))


@given(found=folders())
@settings(max_examples=15, deadline=None)
def test_nor_does_what_was_kept_in_a_file(found, tmp_path_factory):
    kept = []
    for order in found:
        with open_record(tmp_path_factory.mktemp("any") / "record.db") as records:
            for number in order:
                records.add(readings()[number], "1.0.0")
            kept.append(exports(records.readings()))
    assert kept[0] == kept[1] == exports(map(readings().__getitem__, found[0]))
