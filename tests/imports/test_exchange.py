"""Two desks exchange decisions: nothing is lost, nothing is overwritten."""

from datetime import UTC, datetime, timedelta

import made_up
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.exports import decisions as form
from onrecord.exports import jsonl
from onrecord.imports.decisions import decisions
from onrecord.record import fold
from onrecord.review import Signature, correct, judge, merge, split, undo
from onrecord.review.exchange import clash, exchange
from onrecord.views import select

READINGS = (made_up.first(), made_up.second())
START = datetime(2031, 4, 1, tzinfo=UTC)


def by(author, hour=0):
    return Signature(author=author, time=START + timedelta(hours=hour))


def folded(made=()):
    return fold(READINGS, made)


def exported(made):
    return b"".join(form.lines(folded(made)))


def pledge(record):
    """The id of a pledge that two reports tell of."""
    return next(h.id for h in record.happenings if h.type == "PLEDGE" and len(h.claims) > 1)


def act(record, number, kind):
    """Some decision on the record, or None where that one makes no sense now."""
    events = record.happenings
    event = events[number % len(events)]
    who = by(f"analyst {number % 3}", number % 5)
    try:
        if kind in {"accept", "reject"}:
            return judge(record, kind, event.id, who)
        if kind == "correct":
            return correct(record, event.id, "item", f"thing {number % 4}", who)
        if kind == "merge":
            return merge(record, [e.id for e in events if e.type == event.type][:2], who)
        if kind == "split":
            return split(record, [event.claims[-1].id], who)
        return undo(record, record.rulings.history[number % len(record.rulings.history)].id, who)
    except (ValueError, LookupError, ZeroDivisionError):
        return None


ACTS = st.tuples(
    st.integers(0, 40), st.sampled_from(("accept", "reject", "correct", "merge", "split", "undo"))
)


@given(st.lists(ACTS, max_size=7))
@settings(max_examples=60, deadline=None)
def test_a_fresh_record_with_the_decisions_is_the_same_byte_for_byte(acts):
    made = []
    for number, kind in acts:
        decision = act(folded(made), number, kind)
        made += [decision] if decision else []
    found = exchange(folded(), decisions(exported(made)))
    assert not found.clashes
    assert not found.idle
    assert set(found.new) == set(made)
    again = fold(READINGS, found.new)
    assert b"".join(jsonl.lines(again)) == b"".join(jsonl.lines(folded(made)))
    assert b"".join(form.lines(again)) == exported(made)


def test_what_is_known_is_known():
    made = [judge(folded(), "accept", pledge(folded()), by("Ada"))]
    found = exchange(folded(made), decisions(exported(made) * 2))
    assert (found.new, found.known, found.clashes) == ((), 1, ())


@pytest.mark.parametrize(
    ("ours", "theirs", "clashing"),
    [
        (("judge", "accept"), ("judge", "reject"), True),
        (("judge", "accept"), ("judge", "accept"), False),
        (("correct", "400"), ("correct", "410"), True),
        (("correct", "400"), ("correct", "400"), False),
        (("judge", "accept"), ("correct", "410"), False),
    ],
)
def test_contradictions_are_left_for_people(ours, theirs, clashing):
    def said(who, what):
        record, (verb, word) = folded(), what
        fact = pledge(record)
        if verb == "judge":
            return judge(record, word, fact, who)
        return correct(record, fact, "quantity", word, who)

    own, other = said(by("Ada"), ours), said(by("Ben", 1), theirs)
    assert clash(own, other) is clash(other, own) is clashing
    found = exchange(folded([own]), [other])
    assert [c.theirs for c in found.clashes] == ([other] if clashing else [])
    assert found.new == (() if clashing else (other,))


def test_a_merge_of_what_was_split_is_a_contradiction():
    record = folded()
    fact = next(h for h in record.happenings if h.id == pledge(record))
    apart = split(record, [fact.claims[-1].id], by("Ada"))
    parted = folded([apart])
    ids = [h.id for h in parted.happenings if h.type == "PLEDGE"]
    together = merge(parted, ids, by("Ben", 1))
    assert exchange(parted, [together]).clashes
    assert not exchange(parted, [apart, together]).clashes  # they knew, and said otherwise later


def test_what_they_have_undone_speaks_against_nothing():
    record = folded()
    own = judge(record, "accept", pledge(record), by("Ada"))
    theirs = [judge(record, "reject", pledge(record), by("Ben"))]
    theirs.append(undo(folded(theirs), theirs[0].id, by("Ben", 1)))
    found = exchange(folded([own]), theirs)
    assert found.new == tuple(theirs)
    only_undo = exchange(folded([own]), theirs[1:])
    assert only_undo.idle == (theirs[1],)


def test_one_that_was_changed_on_the_way_is_refused():
    made = [judge(folded(), "accept", pledge(folded()), by("Ada"))]
    changed = exported(made).replace(b'"Ada"', b'"Eve"')
    with pytest.raises(ValueError, match="was changed after it was made"):
        exchange(folded(), decisions(changed))


@pytest.mark.parametrize("line", [b"{}", b"[1]", b"\xff\xfe", b"null", b'{"id":1}', b"[" * 5000])
def test_what_is_no_decision_is_named(line):
    with pytest.raises(ValueError, match="line 2 is no decision"):
        list(decisions(b"\n" + line + b"\n"))


def test_decisions_on_other_reports_wait_for_them():
    made = [judge(folded(), "accept", pledge(folded()), by("Ada"))]
    found = exchange(fold([made_up.two_missions()]), made)
    assert (len(found.new), found.elsewhere) == (1, 1)


def test_a_part_of_them():
    record = folded()
    made = [judge(record, "accept", pledge(record), by("Ada"))]
    seized = next(h.id for h in record.happenings if h.type == "SEIZE")
    made.append(judge(folded(made), "accept", seized, by("Ada", 1)))
    done = folded(made)
    lines = list(form.lines(done, select(done, actor="Norland")))
    assert [msgspec.json.decode(line)["id"] for line in lines] == [made[0].id]
