"""What became of undertakings."""

import made_up
import pytest

from onrecord.record import fold
from onrecord.views.promises import promises


def told(*statuses):
    """What Norland undertook for a mission: pairs of a status and a number of engineers."""
    words = [
        f"On day {n} it {status} {number} engineers." for n, (status, number) in enumerate(statuses)
    ]
    draft = made_up.Draft(
        "7a" * 32, "Norland and STABMAR.\n" + "\n".join(words), published="2031-05-01"
    )
    norland = draft.actor("Norland", "state")
    mission = draft.actor("STABMAR", "mission")
    for day, (status, number) in enumerate(statuses):
        amount = draft.amount(f"{number} engineers", number, number, "engineer")
        when = made_up.day(f"2031-02-{day + 1:02}")
        event = draft.event("DO", status, at=words[day], actor=(norland,), date=when)
        draft.step(
            event, status, norland, mission=mission, item="engineers", quantity=amount, date=when
        )
    return [promise.outcome for promise in promises(fold([draft.reading()]))]


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ([("pledged", 400)], ["open"]),
        ([("pledged", 400), ("deployed", 401)], ["kept"]),
        ([("pledged", 400), ("deployed", 250)], ["in part"]),
        ([("pledged", 400), ("deployed", 250), ("deployed", 170)], ["kept"]),
        ([("pledged", 400), ("withdrawn", 401)], ["not kept"]),
        ([("rejected", 50), ("pledged", 400)], ["open"]),
        ([("deployed", 400)], []),
    ],
)
def test_outcome(steps, outcome):
    assert told(*steps) == outcome


def test_what_is_only_expected_changes_nothing():
    found = promises(fold([made_up.first()]))
    assert [(p.undertaken.party, p.outcome) for p in found] == [("Norland", "in part")]
    assert found[0].last.quantity == "250 engineers"
