"""Which reports there are, and what rests on each publisher."""

from dataclasses import replace

import made_up

from onrecord.record import fold
from onrecord.views.selection import select
from onrecord.views.sources import coverage, sources


def test_the_last_published_comes_first():
    record = fold([made_up.first(), made_up.second(), made_up.refusal()])
    found = sources(record)
    assert [source.published for source in found] == ["2031-03-05", "2031-03-02", None]
    assert sum(source.claims for source in found) == len(record.claims)


def test_of_a_mission_those_that_tell_of_it():
    record = fold([made_up.first(), made_up.hostile()])
    found = sources(record, select(record, mission=made_up.MISSION))
    assert [source.report for source in found] == ["1a" * 32]
    assert sources(record, select(record, actor="Ada Brink")) == found


def test_a_publisher_is_counted_without_its_copies():
    first = made_up.first()
    copy = replace(first, report=replace(first.report, id="1b" * 32, published="2031-03-03"))
    record = fold([first, copy, made_up.second()])
    one, other = coverage(sources(record))
    assert (one.publisher, one.reports, one.independent) == ("Coast Gazette", 2, 1)
    assert (one.first, one.last) == ("2031-03-02", "2031-03-03")
    assert (other.publisher, other.reports) == (None, 1)
