"""What fits two things equally well stays apart, and an analyst is asked."""

from datetime import UTC, datetime

from sheets import Sheet, amount, day

from onrecord.cli.sheet import sheet as page
from onrecord.model import Reading
from onrecord.record import Record, fold
from onrecord.record.facts import fact_of
from onrecord.review import Item, Signature, judge, likely, merge, queue, split
from onrecord.views.queue import queue as rows
from onrecord.views.selection import select

BY = Signature(author="Ada", time=datetime(2031, 3, 9, tzinfo=UTC))


def pledge(number: int, date: str | None) -> Reading:
    sheet = Sheet(f"{number:064x}")
    norland = sheet.actor("Norland")
    sheet.event("PLEDGE", norland, quantity=amount(400), date=day(date))
    return sheet.reading()


def person(number: int, name: str) -> Reading:
    sheet = Sheet(f"{number:064x}")
    sheet.statement(f"We heard {name}", sheet.actor(name, "person"))
    return sheet.reading()


PLEDGES = [pledge(1, "2031-02-05"), pledge(2, "2031-02-06"), pledge(3, None)]
BRINKS = [person(1, "Ada Brink"), person(2, "Ole Brink"), person(3, "Brink")]


def ambiguous(record: Record, **terms: object) -> list[Item]:
    return [item for item in queue(record, **terms) if "ambiguous" in item.reasons]


def test_an_event_that_fits_two_is_asked_about_with_both():
    record = fold(PLEDGES)
    (item,) = ambiguous(record)
    others = {event.id for event in record.happenings} - {item.id}
    assert set(item.rivals) == others == set(likely(record, item))
    assert item.because == "fits several events equally well"
    made = merge(record, [item.id, item.rivals[0]], BY)
    assert ambiguous(fold(PLEDGES, [made])) == []
    assert ambiguous(fold(PLEDGES, [judge(record, "accept", item.id, BY)])) == []


def test_a_surname_of_two_is_asked_about_with_both():
    record = fold(BRINKS)
    (item,) = ambiguous(record)
    assert (item.kind, item.claims[0].fact.name) == ("actor", "Brink")
    names = {fact_of(record, key)[0].fact.name for key in item.rivals}
    assert names == {"Ada Brink", "Ole Brink"}
    assert item.because == "the surname alone"
    made = merge(record, [item.id, item.rivals[0]], BY)
    assert ambiguous(fold(BRINKS, [made])) == []


def test_who_is_kept_apart_or_accepted_waits_no_more():
    record = fold(BRINKS)
    (item,) = ambiguous(record)
    one, other = item.rivals
    assert ambiguous(fold(BRINKS, [judge(record, "accept", item.id, BY)])) == []
    (left,) = ambiguous(fold(BRINKS, [split(record, [item.id, one], BY)]))
    assert left.rivals == (other,)
    assert ambiguous(record, author="Ben") == [item]


def test_the_evidence_of_both_sides_is_in_view():
    record = fold(BRINKS)
    (item,) = ambiguous(record)
    shown = page(record, item, 1, 1)
    assert "may be one with others: the surname alone" in shown
    for name in ("Ada Brink", "Ole Brink"):
        assert "or the same as" in shown
        assert f"We heard {name}" in shown


def test_the_doubts_about_an_actor_are_found_by_its_name():
    record = fold(BRINKS)
    for name in ("Ada Brink", "Ole Brink"):
        (row,) = [row for row in rows(record, select(record, actor=name)) if row.kind == "actor"]
        assert (row.what, row.because) == ("Brink · person", "the surname alone")
