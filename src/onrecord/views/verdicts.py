"""Decisions in words."""

from onrecord.model import Amount, Decision, Value
from onrecord.views.amounts import shown

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "merge": "merged",
    "split": "split off",
    "note": "noted",
    "undo": "undone",
}


def in_short(decision: Decision) -> str:
    """What was done, by whom, and their note: "quantity corrected by Ada: a typing error"."""
    done = " ".join(filter(None, (decision.field, _DONE[decision.action])))
    words = f"{done} by {decision.author}"
    return f"{words}: {decision.note}" if decision.note else words


def valued(value: Value) -> str:
    """The value of a correction as people write it; "none" where a field was emptied."""
    if value is None or value == ():
        return "none"
    if isinstance(value, Amount):
        return shown(value)
    return value if isinstance(value, str) else "; ".join(value)
