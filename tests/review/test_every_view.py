"""Whatever analysts decide, every view can be shown, and points to sentences that are there."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import views
from onrecord.exports import jsonl
from onrecord.exports.brief_html import html
from onrecord.exports.brief_md import markdown
from onrecord.record import fold
from onrecord.record.corrections import FIELDS
from onrecord.record.facts import facts_of
from onrecord.review import Signature, choices, correct, judge, likely, merge, queue, split, undo
from onrecord.views.changes import changes
from onrecord.views.decisions import decisions
from onrecord.views.queue import queue as waiting

START = datetime(2031, 3, 1, 9, tzinfo=UTC)
TYPED = {
    "name": ["Ostria", "Kenya", ""],
    "names": ["Ostria", "Kenya; Ostria", ""],
    "text": ["brass bands", ""],
    "amount": ["77", "at least 400 officers", "$5 million", ""],
    "date": ["2031-02-06", "2031-02", "../2031", ""],
}
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["correct", "correct", "accept", "reject", "merge", "split", "undo"]),
        st.integers(0, 10**6),
    ),
    min_size=1,
    max_size=6,
)


def act(record, action, number):
    """One decision of that kind, on the fact of that number; None where it makes no sense."""
    by = Signature(author="Ada", time=START + timedelta(hours=number % 99), note="seen")
    facts = facts_of(record)
    standing = sorted({claims[0].id for key, claims in facts.items() if key in record.claims})
    claims = facts[standing[number % len(standing)]]
    try:
        if action == "correct":
            fields = FIELDS[claims[0].kind]
            field = list(fields)[number % len(fields)]
            typed = choices(field) or TYPED[fields[field]]
            return correct(record, claims[0].id, field, typed[number % len(typed)], by)
        if action == "merge":
            items = queue(record)
            item = items[number % len(items)]
            return merge(record, [item.id, *likely(record, item)[:1]], by)
        if action == "split":
            return split(record, [claims[-1].id], by)
        if action == "undo":
            history = record.rulings.history
            return undo(record, history[number % len(history)].id if history else "", by)
        return judge(record, action, claims[0].id, by)
    except ValueError:
        return None


@settings(deadline=None, max_examples=30)
@given(acts=ACTS)
def test_every_view_can_be_shown(readings, acts):
    before = record = fold(readings)
    made = []
    for action, number in acts:
        decision = act(record, action, number)
        if decision:
            made.append(decision)
            record = fold(readings, made)
    rows = [
        *views.ledger(record), *views.timeline(record), *views.figures(record),
        *views.statements(record), *waiting(record), *decisions(record),
        *changes(before, record),
    ]  # fmt: skip
    for row in rows:
        text = record.readings[row.report].report.text
        assert text[row.start : row.end] == row.sentence
    views.actors(record), views.operations(record), views.conflicts(record)
    page = views.brief(record)
    assert markdown(page)
    assert html(page)
    assert sum(1 for _ in jsonl.lines(record)) > len(readings)
    for key in (*record.claims, *record.rulings.rejected):
        assert views.why(record, key).proofs
    claimed = [c.id for h in record.happenings for c in h.claims]
    assert sorted(claimed) == sorted(k for k, c in record.claims.items() if c.kind == "event")
