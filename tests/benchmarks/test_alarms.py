"""Texts of other fields raise next to no alarm."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import alarms

FEWEST_WORDS, MOST_WORDS = 120, 250


@pytest.fixture(scope="module")
def found() -> list[alarms.Alarm]:
    return list(alarms.raised(alarms.texts(alarms.NEGATIVES)))


def test_no_text_of_another_field_binds_anybody(found: list[alarms.Alarm]) -> None:
    assert [alarm.name for alarm in found if alarm.commitments] == []


def test_two_texts_of_other_fields_hold_one_event_at_most(found: list[alarms.Alarm]) -> None:
    assert len(found) == 26
    assert sum(alarm.events for alarm in found) <= 13


@pytest.mark.parametrize("report", alarms.texts(alarms.NEGATIVES), ids=lambda r: Path(r.path).stem)
def test_the_texts_are_as_long_as_news_in_brief(report: alarms.Report) -> None:
    assert FEWEST_WORDS <= len(report.text.split()) <= MOST_WORDS


def test_the_figures_are_events_per_text_and_commitments(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kenya pledged 1,000 police officers to Haiti on 14 May 2023.")
    (tmp_path / "b.txt").write_text("The garden is green, and nobody minds.")
    events, commitments = alarms.alarms(tmp_path)
    assert events == 0.5
    assert commitments == 1


def test_a_folder_without_texts_has_no_figures(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no texts"):
        alarms.alarms(tmp_path)
