"""The record of each day is folded once, and anew when something has come on it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import made_up
import pytest

from onrecord.review import Signature, judge
from onrecord.store import current, open_record
from onrecord.views import ledger, timeline
from onrecord.web.known import Known


@pytest.fixture
def records(tmp_path):
    with open_record(tmp_path / "record.db") as records:
        records.add(made_up.first(), "0.1.0")
        records.add(made_up.second(), "0.1.0")
        yield records


def test_a_day_knows_what_was_published_by_then(records):
    desk = Known(records)
    assert len(desk.at().readings) == 2
    assert len(desk.at(date(2031, 3, 4)).readings) == 1
    assert desk.at(date(2031, 3, 1)).readings == {}


def test_days_between_which_nothing_came_share_an_edition(records):
    desk = Known(records)
    assert desk.edition(date(2031, 3, 2)) is desk.edition(date(2031, 3, 4))
    assert desk.edition(date(2031, 3, 5)) is desk.edition()
    assert desk.edition(date(2031, 3, 4)) is not desk.edition()


def test_a_report_without_a_day_is_known_only_now(records):
    undated = made_up.refusal()
    records.add(undated, "0.1.0")
    desk = Known(records)
    assert undated.report.id in desk.at().readings
    assert undated.report.id not in desk.at(date.max).readings


@pytest.mark.parametrize("what", ["a report", "a decision", "a reading by another engine"])
def test_what_another_process_adds_is_seen(records, tmp_path, what):
    desk = Known(records)
    before = desk.edition()
    with open_record(tmp_path / "record.db") as other:
        if what == "a report":
            other.add(made_up.hostile(), "0.1.0")
        elif what == "a decision":
            event = before.record.happenings[0].id
            by = Signature(author="Ada", time=datetime(2031, 4, 1, tzinfo=UTC))
            other.decide(judge(before.record, "accept", event, by))
        else:
            first = made_up.first()
            other.renew(replace(first, events=first.events[:1], commitments=()), "0.1.1")
    assert desk.edition() is not before
    assert desk.edition() is desk.edition()


def test_days_that_know_nothing_of_what_came_keep_their_edition(records):
    desk = Known(records)
    before, after = desk.edition(date(2031, 3, 4)), desk.edition(date(2031, 3, 5))
    event = after.record.happenings[0].id
    by = Signature(author="Ada", time=datetime(2031, 3, 5, tzinfo=UTC))
    records.decide(judge(after.record, "accept", event, by))
    assert desk.edition(date(2031, 3, 4)) is before
    assert desk.edition(date(2031, 3, 5)) is not after
    assert desk.edition(date(2031, 3, 5)).record.rulings.history


def test_many_who_ask_at_once_share_one_fold(records, monkeypatch):
    folds = []
    fold = current.fold
    monkeypatch.setattr(current, "fold", lambda *given: (folds.append(1), fold(*given))[1])
    desk = Known(records)
    with ThreadPoolExecutor(8) as pool:
        editions = list(pool.map(lambda _: desk.edition(), range(32)))
    assert len(set(map(id, editions))) == 1
    assert len(folds) == 1


def test_a_fold_that_fails_is_tried_again(records, monkeypatch):
    fold = current.fold
    monkeypatch.setattr(current, "fold", lambda *_: 1 / 0)
    desk = Known(records)
    with pytest.raises(ZeroDivisionError):
        desk.edition()
    monkeypatch.setattr(current, "fold", fold)
    assert desk.at().readings


def test_an_edition_works_each_thing_out_once(records):
    edition = Known(records).edition()
    assert edition.once(timeline) is edition.once(timeline)
    assert edition.once(timeline) == timeline(edition.record)
    assert edition.once(ledger) == ledger(edition.record)
    assert {claim.report for claim in edition.by_report["1a" * 32]} == {"1a" * 32}
    assert all(claims[0].id in edition.facts for claims in edition.facts.values())
