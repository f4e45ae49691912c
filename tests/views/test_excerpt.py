"""The beginning of a long brief."""

import made_up
import pytest

from onrecord.views import brief
from onrecord.views.excerpt import excerpt

WHOLE = brief(made_up.record())
ROWS = sum(
    len(section)
    for section in (
        WHOLE.mandates, WHOLE.timeline, WHOLE.figures, WHOLE.statements, WHOLE.contradictions,
        *(line.steps for line in WHOLE.ledger),
    )
)  # fmt: skip


def test_a_short_brief_is_whole():
    assert excerpt(WHOLE, ROWS) == type(excerpt(WHOLE, ROWS))(WHOLE, 0)


@pytest.mark.parametrize("room", range(1, ROWS))
def test_a_long_one_is_cut_to_its_room_and_cites_what_it_has(room):
    found = excerpt(WHOLE, room)
    assert found.left >= ROWS - room
    told = found.brief
    labels = {passage.label for source in told.sources for passage in source.passages}
    rows = (*told.mandates, *told.timeline, *told.figures, *told.statements)
    steps = tuple(step for line in told.ledger for step in line.steps)
    sides = {label for pair in told.contradictions for label in (*pair.one, *pair.other)}
    clauses = {x for s in told.summary for clause in s.clauses for x in clause.labels}
    cited = {label for row in (*rows, *steps) for label in row.labels} | sides | clauses
    assert labels == cited
